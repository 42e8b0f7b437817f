/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The line of an order row, with its promise, delivery and inspection. Private to the exchange
 * layer. */

#pragma once

#include "exchange/import-run.h"

G_BEGIN_DECLS

/* Learns the lines that an order of the book has, so that rows which repeat them are seen. */
gboolean assay_import_load_lines (AssayImportRun *run, gint64 order, GError **error);
gboolean assay_import_line (
    AssayImportRun *run, gint64 order, gint64 supplier, gint64 product, GError **error);
/* Adds a promise or delivery if the row has one and the line has not. */
gboolean
assay_import_add_promise (AssayImportRun *run, gint64 line, gboolean *added, GError **error);
gboolean
assay_import_add_delivery (AssayImportRun *run, gint64 line, gboolean *added, GError **error);

G_END_DECLS
