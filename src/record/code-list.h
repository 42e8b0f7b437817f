/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Countries and currencies out of iso-codes, read once; immutable, safe from any thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *code;       /* ISO 3166-1 alpha-2 or ISO 4217 */
  char *alpha_3;    /* of a country; NULL for a currency */
  char *name;       /* English */
  char *short_name; /* what people call it; NULL where `name` is that */
} AssayCode;

/* NULL-terminated arrays of AssayCode by English name; empty where iso-codes is missing. */
const AssayCode *assay_countries (gsize *n_countries);
const AssayCode *assay_currencies (gsize *n_currencies);

/* Translated names; NULL when the code is unknown. */
const char *assay_country_name (const char *code);
const char *assay_currency_name (const char *code);

G_END_DECLS
