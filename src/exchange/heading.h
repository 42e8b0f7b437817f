/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Headings of columns: made comparable, known ones recognised, measures and currencies read out of
 * them. Independent of the locale. */

#pragma once

#include "record/catalogue.h"

G_BEGIN_DECLS

/* Folded for comparison: compatibility forms, case and marks gone (a Turkish “SUPPLİER” is
 * “supplier”), words separated by one space, signs but '#' and '%' dropped. */
char *assay_heading_fold (const char *text);
/* The same without what stands in brackets: “Weight (Kilograms)” is “weight”. */
char *assay_heading_fold_bare (const char *text);
/* Whether any field of the catalogue goes by this name. */
gboolean assay_heading_is_known (const char *text);
/* How well @heading names the field, 0 to 1. */
double
assay_heading_match (const char *folded, const AssayRecordType *type, const AssayField *field);
/* A currency named in brackets or as a word of its own: “Freight Cost (USD)”; NULL if none. */
const char *assay_heading_currency (const char *heading);
/* A unit named in brackets or at the end: “Weight (Kilograms)”; folded; NULL if none. */
char *assay_heading_unit (const char *heading);

G_END_DECLS
