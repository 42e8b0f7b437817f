/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of one record: header bar with Edit and a menu, a wide and a narrow column (one below
 * the other where there is no room), read again when the book changes. Subclasses add what belongs
 * to their type. Main thread; what takes time is read on the book's. */

#pragma once

#include <adwaita.h>

#include "insight/lead-time.h"
#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_RECORD_PAGE (assay_record_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (AssayRecordPage, assay_record_page, ASSAY, RECORD_PAGE, AdwNavigationPage)

/* What is asked on the book's thread. */
typedef struct
{
  gint64 id;
  gint32 today;
  AssayLeadTimeRules rules; /* how lead times are told: settings of the book */
} AssayPageQuestion;

struct _AssayRecordPageClass
{
  AdwNavigationPageClass parent_class;

  AssayType type;
  /* On the book's thread: what the page shows beside the record; nullable, as is its answer. */
  gpointer (*read) (AssayDb *db,
                    AssayRecord *record,
                    const AssayPageQuestion *question,
                    GError **error);
  GDestroyNotify free_answer;
  /* Shows a record and takes the answer over. Called again after each change of the book. */
  void (*show) (AssayRecordPage *page, AssayRecord *record, gpointer answer);
};

AdwNavigationPage *assay_record_page_new (GType page_type, AssayContext *context, gint64 id);

AssayContext *assay_record_page_get_context (AssayRecordPage *page);
/* NULL until it has been read, and when it is gone. */
AssayRecord *assay_record_page_get_record (AssayRecordPage *page);

/* For subclasses. Above both columns, the wide one, the narrow one. */
GtkBox *assay_record_page_get_head (AssayRecordPage *page);
GtkBox *assay_record_page_get_main (AssayRecordPage *page);
GtkBox *assay_record_page_get_side (AssayRecordPage *page);

/* Offers an action in the page's menu, before what every page has. */
void assay_record_page_add_menu (AssayRecordPage *page, const char *label, const char *action);

/* Queries for rows that refer to the page's record. */
AssayQuery *assay_record_page_query (AssayRecordPage *page, AssayType type, guint field);

G_END_DECLS
