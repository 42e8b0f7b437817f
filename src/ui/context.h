/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What every page needs and is handed: the open book, settings, the clock, and a way to ask the
 * window for something without knowing it. Made by the application, one per window. */

#pragma once

#include <gio/gio.h>

#include "record/format.h"
#include "store/book.h"
#include "store/query.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_CONTEXT (assay_context_get_type ())
G_DECLARE_FINAL_TYPE (AssayContext, assay_context, ASSAY, CONTEXT, GObject)

AssayContext *assay_context_new (GSettings *settings);

/* Property "book", NULL while none is open. */
AssayBook *assay_context_get_book (AssayContext *context);
void assay_context_set_book (AssayContext *context, AssayBook *book);
GSettings *assay_context_get_settings (AssayContext *context);
/* From the book's settings, kept in step; property "units". */
AssayUnits assay_context_get_units (AssayContext *context);
/* Days since 1970-01-01; tests set it. */
gint32 assay_context_get_today (AssayContext *context);
void assay_context_set_today (AssayContext *context, gint32 today);

/* Requests to the window, emitted as signals of the same name in kebab-case. */

/* "show-record" (AssayType, gint64): open the page of a record. */
void assay_context_show_record (AssayContext *context, AssayType type, gint64 id);
/* "show-rows" (AssayQuery *, const char *title): open a table with these rows. */
void assay_context_show_rows (AssayContext *context, const AssayQuery *query, const char *title);
/* "edit-record" (AssayRecord *): open the form; a record without id is new. Saving, its toast with
 * Undo and showing the new record are the form's and the window's work. */
void assay_context_edit_record (AssayContext *context, AssayRecord *record);
/* "delete-records" (AssayType, GArray *ids): delete at once, with a toast that offers Undo. */
void assay_context_delete_records (AssayContext *context, AssayType type, GArray *ids);
/* "import-file" (GFile *, AssayType): open the import dialog; file and type may be NULL/NONE. */
void assay_context_import_file (AssayContext *context, GFile *file, AssayType type);
/* "print-inspections" (GArray *ids, int kind, int action): the document (AssayReportKind) of each:
 * print, preview (GtkPrintOperationAction) or export. */
void assay_context_print_inspections (AssayContext *context, GArray *ids, int kind, int action);
/* "print-performance" (const AssayPerformanceJob *job, int action): reports of suppliers. */
void assay_context_print_performance (AssayContext *context, gconstpointer job, int action);
/* "print-records" (const AssayRecordJob *job, int action): documents about records. */
void assay_context_print_records (AssayContext *context, gconstpointer job, int action);
/* "compare-suppliers" (GArray *ids): open the page that shows them side by side; may be empty. */
void assay_context_compare_suppliers (AssayContext *context, GArray *ids);
/* "toast" (const char *message, gboolean undo): an event in one line; the second form offers to
 * undo the change that was just made. */
void assay_context_toast (AssayContext *context, const char *message);
void assay_context_toast_undo (AssayContext *context, const char *message);
/* "failed" (const char *what, GError *error): words for the person, made from a typed error;
 * cancelled errors are ignored. */
void assay_context_failed (AssayContext *context, const char *what, const GError *error);

G_END_DECLS
