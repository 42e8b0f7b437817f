/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Filters in words: which operators a field allows, what they are called, and what a filter says.
 */

#pragma once

#include "record/format.h"
#include "store/query.h"

G_BEGIN_DECLS

/* The operators that make sense for a field, most usual first; *@n is how many. */
const AssayFilterOperator *assay_filter_operators (const AssayField *field, guint *n);
const char *assay_filter_operator_label (const AssayField *field, AssayFilterOperator op);
gboolean assay_filter_operator_has_value (AssayFilterOperator op);
/* "Quantity ≥ 300": @title names the record of a reference. */
char *assay_filter_describe (const AssayField *field,
                             const AssayFilter *filter,
                             const char *title,
                             AssayUnits units);

G_END_DECLS
