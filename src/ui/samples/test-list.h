/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tests of a sample: what is asked for, an entry for the results, the verdict. Enter in an
 * entry saves it and goes to the next one, so that a report is typed in without the mouse. Main
 * thread. */

#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_TEST_LIST (assay_test_list_get_type ())
G_DECLARE_FINAL_TYPE (AssayTestList, assay_test_list, ASSAY, TEST_LIST, GtkWidget)

AssayTestList *assay_test_list_new (AssayContext *context);
/* GPtrArray of AssayRecord in order; an entry that is being typed in keeps its text. */
void assay_test_list_set_tests (AssayTestList *list, GPtrArray *tests);
/* For tests. */
guint assay_test_list_get_n_tests (AssayTestList *list);
GtkWidget *assay_test_list_get_entry (AssayTestList *list, guint index);
const char *assay_test_list_get_message (AssayTestList *list, guint index);

G_END_DECLS
