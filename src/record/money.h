/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Currencies: how many digits an amount has after the point. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean assay_currency_is_known (const char *code);
guint assay_currency_digits (const char *code);

G_END_DECLS
