/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For tests: what is inside the page. */

#pragma once

#include "ui/record/part-list.h"
#include "ui/record/record-parts.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_PLAN_PAGE (assay_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (AssayPlanPage, assay_plan_page, ASSAY, PLAN_PAGE, AssayRecordPage)

struct _AssayPlanPage
{
  AssayRecordPage parent_instance;

  AssayRecordParts parts;
  AssayPartList *steps;
  GtkLabel *sum;
};

G_END_DECLS
