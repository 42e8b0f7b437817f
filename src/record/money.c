/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "record/money.h"

#include <string.h>

/* ISO 4217 currencies whose minor unit is not a hundredth (list of 2024). */
static const char no_digits[]
    = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
static const char three_digits[] = "BHD IQD JOD KWD LYD OMR TND";
static const char four_digits[] = "CLF UYW";

/**
 * assay_currency_is_known:
 * @code: (nullable): a text
 *
 * Returns: whether @code has the form of an ISO 4217 code, three capital letters
 */
gboolean
assay_currency_is_known (const char *code)
{
  return code != NULL && strlen (code) == 3 && g_ascii_isupper (code[0])
         && g_ascii_isupper (code[1]) && g_ascii_isupper (code[2]);
}

/**
 * assay_currency_digits:
 * @code: (nullable): an ISO 4217 code
 *
 * Returns: how many digits an amount has after the point; 2 for an unknown currency
 */
guint
assay_currency_digits (const char *code)
{
  if (!assay_currency_is_known (code))
    return 2;
  if (strstr (no_digits, code) != NULL)
    return 0;
  if (strstr (three_digits, code) != NULL)
    return 3;
  if (strstr (four_digits, code) != NULL)
    return 4;
  return 2;
}
