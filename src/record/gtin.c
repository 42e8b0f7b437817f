/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "record/gtin.h"

#include <string.h>

/**
 * assay_gtin_check:
 * @code: digits, with nothing around them
 * @check_digit: (out) (optional): the digit that would be right, where @code has the length of one
 *
 * From the right, digits before the check digit weigh 3, 1, 3, 1, …; the check digit fills their
 * sum up to a multiple of ten (GS1 General Specifications).
 */
AssayGtin
assay_gtin_check (const char *code, int *check_digit)
{
  gsize length = strlen (code);
  int sum = 0, right;

  if (strspn (code, "0123456789") != length
      || (length != 8 && length != 12 && length != 13 && length != 14))
    return ASSAY_GTIN_NONE;
  for (gsize i = 0; i + 1 < length; i++)
    sum += (code[i] - '0') * ((length - i) % 2 == 0 ? 3 : 1);
  right = (10 - sum % 10) % 10;
  if (check_digit != NULL)
    *check_digit = right;
  return code[length - 1] - '0' == right ? ASSAY_GTIN_RIGHT : ASSAY_GTIN_WRONG;
}
