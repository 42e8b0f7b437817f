/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inspections of one lot in a row each, first to last: what was found and what was decided, and
 * which of them is on this page. Hidden for a lot that was looked at once. Signal "open" (gint64
 * inspection). */

#pragma once

#include <adwaita.h>

#include "record/record.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_CHAIN_VIEW (assay_chain_view_get_type ())
G_DECLARE_FINAL_TYPE (AssayChainView, assay_chain_view, ASSAY, CHAIN_VIEW, GtkWidget)

/* @chain: of AssayRecord as the book has them. @current: the one that is edited. */
void assay_chain_view_show (AssayChainView *view, GPtrArray *chain, AssayRecord *current);

G_END_DECLS
