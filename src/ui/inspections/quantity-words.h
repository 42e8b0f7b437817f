/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the quantities of an inspection say: how much is packed, how many cartons to open. */

#pragma once

#include "record/record.h"

G_BEGIN_DECLS

/* A final random inspection wants as much packed, in percent. */
#define ASSAY_PACKED_AT_LEAST 80

/* NULL when they say nothing. */
char *assay_quantity_words (const AssayRecord *inspection);

G_END_DECLS
