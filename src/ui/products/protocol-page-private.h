/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For tests: what is inside the page. */

#pragma once

#include "ui/record/record-parts.h"
#include "ui/record/part-list.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_PROTOCOL_PAGE (assay_protocol_page_get_type ())
G_DECLARE_FINAL_TYPE (AssayProtocolPage, assay_protocol_page, ASSAY, PROTOCOL_PAGE, AssayRecordPage)

struct _AssayProtocolPage
{
  AssayRecordPage parent_instance;

  AssayRecordParts parts;
  AssayPartList *tests;
};

G_END_DECLS
