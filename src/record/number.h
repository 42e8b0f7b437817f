/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whole and scaled numbers as text, exactly: no value passes through a double on its way between a
 * person and the book. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *assay_format_decimal_grouped (gint64 scaled, guint scale);
gboolean assay_number_multiply (gint64 number, gint64 by, gint64 divided_by, gint64 *result);

G_END_DECLS
