/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tests of a sample: what is asked for, an entry for the results, the verdict. Enter in an
 * entry saves it and goes to the next one, so that a report is typed in without the mouse. Main
 * thread. */

#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_RESULT_LIST (assay_result_list_get_type ())
G_DECLARE_FINAL_TYPE (AssayResultList, assay_result_list, ASSAY, RESULT_LIST, GtkWidget)

AssayResultList *assay_result_list_new (AssayContext *context);
/* GPtrArray of AssayRecord in order; an entry that is being typed in keeps its text. */
void assay_result_list_set_tests (AssayResultList *list, GPtrArray *tests);
/* For tests. */
guint assay_result_list_get_n_tests (AssayResultList *list);
GtkWidget *assay_result_list_get_entry (AssayResultList *list, guint index);
const char *assay_result_list_get_message (AssayResultList *list, guint index);

G_END_DECLS
