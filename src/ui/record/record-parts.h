/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts that the pages of all records have, put together: facts, attachments, history, a table
 * of rows that refer to the record, a chart. */

#pragma once

#include "ui/chart/chart-frame.h"
#include "ui/record/attachments-view.h"
#include "ui/record/facts-view.h"
#include "ui/record/history-view.h"
#include "ui/record/record-page.h"
#include "ui/record/section.h"
#include "ui/table/table.h"

G_BEGIN_DECLS

typedef struct
{
  AssayFactsView *facts;
  AssayAttachmentsView *attachments;
  AssayHistoryView *history;
} AssayRecordParts;

/* Adds facts, attachments and history to the page; borrowed, they live with it. */
void assay_record_parts_add (AssayRecordParts *parts, AssayRecordPage *page);
void assay_record_parts_show (AssayRecordParts *parts, AssayRecord *record);

/* A titled table of the first rows of @type whose @field is the page's record, and a button that
 * shows all of them. @spare columns go, in this order, where there is no room for all. */
AssayTable *assay_record_page_add_table (AssayRecordPage *page,
                                         const char *title,
                                         AssayType type,
                                         guint field,
                                         const char *const *columns,
                                         const char *const *spare,
                                         const char *empty);
GtkWidget *assay_record_page_add_table_button (AssayTable *table,
                                               const char *tooltip,
                                               GCallback clicked,
                                               gpointer data);
/* A chart whose points open rows of @rows. */
AssayChartFrame *assay_record_page_add_chart (AssayRecordPage *page, AssayType rows);

G_END_DECLS
