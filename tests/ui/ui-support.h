/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What tests of the window share: a book with something in it, and a main loop that is waited for
 * with a bound. */

#pragma once

#include <gtk/gtk.h>

#include "store/book.h"

G_BEGIN_DECLS

/* Days since 1970-01-01: what the tests' books take for today. */
#define ASSAY_UI_TODAY 20600

/* A new book in a folder of its own, with @n_orders orders from three suppliers, one line and one
 * promise each, half of them delivered, and an inspection for every fifth. */
AssayBook *assay_ui_make_book (guint n_orders);
/* Closes the book and removes its folder. */
void assay_ui_drop_book (AssayBook *book);

typedef gboolean (*AssayUiCondition) (gpointer data);
/* Runs the main loop until the condition holds; fails the test after ten seconds. */
void assay_ui_wait (AssayUiCondition condition, gpointer data, const char *what);
/* Runs the main loop until nothing is pending. */
void assay_ui_settle (void);

/* GTK with libadwaita; skips the test and returns FALSE where there is no display. */
gboolean assay_ui_test_init (void);

G_END_DECLS
