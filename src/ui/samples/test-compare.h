/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One test over rounds and suppliers as a chart, with a choice among the tests of a product. Asks
 * the book by itself; hidden while no test has a result in numbers. Main thread. */

#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_TEST_COMPARE (assay_test_compare_get_type ())
G_DECLARE_FINAL_TYPE (AssayTestCompare, assay_test_compare, ASSAY, TEST_COMPARE, GtkWidget)

AssayTestCompare *assay_test_compare_new (AssayContext *context);
/* @product, @supplier: whose samples; 0: of all. */
void assay_test_compare_show (AssayTestCompare *compare, gint64 product, gint64 supplier);

G_END_DECLS
