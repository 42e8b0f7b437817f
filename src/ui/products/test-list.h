/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tests of a protocol, or the requirements of a product, in their order: what is tested, its
 * limit and how. Enter edits one, Alt+Up and Alt+Down or dragging moves it, Delete deletes it. Main
 * thread. */

#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_TEST_LIST (assay_test_list_get_type ())
G_DECLARE_FINAL_TYPE (AssayTestList, assay_test_list, ASSAY, TEST_LIST, GtkWidget)

/* @type is ASSAY_TYPE_PROTOCOL_TEST or ASSAY_TYPE_REQUIREMENT; @empty is said where there is none.
 */
AssayTestList *assay_test_list_new (AssayContext *context, AssayType type, const char *empty);
/* GPtrArray of AssayRecord in order; the cursor stays at the test that has it. */
void assay_test_list_set_tests (AssayTestList *list, GPtrArray *tests);
guint assay_test_list_get_n_tests (AssayTestList *list);
AssayRecord *assay_test_list_get_test (AssayTestList *list, guint index);
/* Moves a test to the place of another. */
void assay_test_list_move (AssayTestList *list, guint from, guint to);
/* A new test of @owner, which stands after the last one. */
AssayRecord *assay_test_list_new_test (AssayTestList *list, AssayRecord *owner);

G_END_DECLS
