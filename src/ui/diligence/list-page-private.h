/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For tests: what is inside the page. */

#pragma once

#include "ui/record/part-list.h"
#include "ui/record/record-parts.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_DILIGENCE_LIST_PAGE (assay_diligence_list_page_get_type ())
G_DECLARE_FINAL_TYPE (
    AssayDiligenceListPage, assay_diligence_list_page, ASSAY, DILIGENCE_LIST_PAGE, AssayRecordPage)

struct _AssayDiligenceListPage
{
  AssayRecordPage parent_instance;

  AssayRecordParts parts;
  AssayPartList *items;
};

G_END_DECLS
