/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is inside the page of a sample: put together in one file, filled in the other. Also for
 * tests. */

#pragma once

#include "ui/record/figure-tile.h"
#include "ui/record/record-parts.h"
#include "ui/samples/sample-rounds.h"
#include "ui/samples/test-compare.h"
#include "ui/samples/result-list.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_SAMPLE_PAGE (assay_sample_page_get_type ())
G_DECLARE_FINAL_TYPE (AssaySamplePage, assay_sample_page, ASSAY, SAMPLE_PAGE, AssayRecordPage)

struct _AssaySamplePage
{
  AssayRecordPage parent_instance;

  AssayRecordParts parts;
  GtkLabel *heading;
  AdwWrapBox *way;
  AdwWrapBox *buttons;
  AssayFigureTile *due;
  AssayFigureTile *received;
  AssayFigureTile *tested;
  AssayFigureTile *cost;
  GtkWidget *take; /* button that adds the tests of the product */
  AssayResultList *tests;
  AssayTestCompare *compare;
  GtkLabel *comments;
  GtkListBox *rounds;
  char *failed; /* tests that failed, in words; nullable */
};

/* sample-page-parts.c */
void assay_sample_page_install_actions (GtkWidgetClass *klass);

G_END_DECLS
