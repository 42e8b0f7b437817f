/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For tests: what is inside the page. */

#pragma once

#include "ui/record/part-list.h"
#include "ui/record/record-parts.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_CHECKLIST_PAGE (assay_checklist_page_get_type ())
G_DECLARE_FINAL_TYPE (
    AssayChecklistPage, assay_checklist_page, ASSAY, CHECKLIST_PAGE, AssayRecordPage)

struct _AssayChecklistPage
{
  AssayRecordPage parent_instance;

  AssayRecordParts parts;
  AssayPartList *items;
};

G_END_DECLS
