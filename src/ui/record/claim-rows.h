/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of lists about claims: how a claim stands, what it needs, words that were found, what is
 * certified of an order. A row that is about a record opens it. */

#pragma once

#include <adwaita.h>

#include "insight/claim-support.h"
#include "ui/context.h"

G_BEGIN_DECLS

/* A boxed list without selection; @empty (nullable) are the words for no rows. */
GtkListBox *assay_claim_list_new (const char *label, const char *empty);
/* @mark: how good it is, as an icon; the words say it as well. */
GtkWidget *assay_claim_row_new (AssayNeedState mark, const char *title, const char *subtitle);
/* Makes a row, or one inside an expander, open a record. */
void assay_claim_row_open (GtkWidget *row, AssayContext *context, AssayType type, gint64 id);

GtkWidget *assay_claim_standing_row_new (const AssayClaimSupport *support, const char *title);
GtkWidget *assay_claim_need_row_new (AssayContext *context, const AssayNeedSupport *need);
GtkWidget *assay_claim_flag_row_new (AssayContext *context, const AssayWordFlag *flag);
GtkWidget *assay_claim_coverage_row_new (AssayContext *context, const AssayCoverageRow *row);

G_END_DECLS
