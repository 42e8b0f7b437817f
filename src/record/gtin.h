/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Trade item numbers under barcodes: GTIN-8, 12 (UPC), 13 (EAN) and 14, whose last digit is a check
 * of the others. Any thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ASSAY_GTIN_NONE,  /* some other code */
  ASSAY_GTIN_RIGHT, /* the check digit is right */
  ASSAY_GTIN_WRONG,
} AssayGtin;

AssayGtin assay_gtin_check (const char *code, int *check_digit);

G_END_DECLS
