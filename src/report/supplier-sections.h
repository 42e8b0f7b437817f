/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What supplier-report.c, supplier-figures.c and comparison-report.c share. */

#pragma once

#include "report/supplier-data.h"

G_BEGIN_DECLS

/* Fewer than so many lines or lots are few: said beside the figure. */
#define ASSAY_REPORT_FEW 8

void assay_supplier_add_claims (AssayDocument *document, AssaySupplierData *data);
void assay_supplier_add_days (AssayDocument *document, AssaySupplierData *data);
void assay_supplier_add_shares (AssayDocument *document, AssaySupplierData *data);
void assay_supplier_add_late (AssayDocument *document, AssaySupplierData *data);
void assay_supplier_add_refused (AssayDocument *document, AssaySupplierData *data);
void assay_supplier_add_actions (AssayDocument *document, AssaySupplierData *data);

void assay_supplier_add_score (AssayDocument *document, AssaySupplierData *data);

gboolean assay_supplier_read_score (AssaySupplierData *data, AssayDb *db, GError **error);
/* NULL where there is no scorecard. */
const AssayScore *assay_supplier_find_score (const AssaySupplierData *data);
gboolean assay_supplier_has_delivery (const AssaySupplierData *data);
gboolean assay_supplier_has_quality (const AssaySupplierData *data);

/* "–" where it is not known. */
char *assay_report_days_words (double days, gboolean with_sign);
char *assay_report_share_words (double share);
/* "81.8 – 97.0 %" */
char *assay_report_interval_words (double low, double high);
/* "48 of 52", with "few data" where n is small. */
char *assay_report_of_words (gint64 part, gint64 n);
char *assay_report_n_words (gint64 n);

G_END_DECLS
