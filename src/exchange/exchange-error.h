/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can go wrong with a file that comes in or goes out. Messages are sentences for people. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ASSAY_EXCHANGE_ERROR (assay_exchange_error_quark ())
GQuark assay_exchange_error_quark (void);

typedef enum
{
  ASSAY_EXCHANGE_ERROR_NOT_TEXT,  /* a picture, a spreadsheet, a PDF … named like a text file */
  ASSAY_EXCHANGE_ERROR_EMPTY,     /* nothing in it */
  ASSAY_EXCHANGE_ERROR_ENCODING,  /* an encoding that nobody knows */
  ASSAY_EXCHANGE_ERROR_QUOTE,     /* a quote that opens and never closes */
  ASSAY_EXCHANGE_ERROR_TOO_LARGE, /* a cell or a row beyond every bound */
  ASSAY_EXCHANGE_ERROR_AMBIGUOUS, /* dates whose order of day and month has to be asked */
  ASSAY_EXCHANGE_ERROR_MAPPING,   /* columns and fields that do not fit */
  ASSAY_EXCHANGE_ERROR_REFUSED,   /* rows that were refused, so that nothing was imported */
  ASSAY_EXCHANGE_ERROR_DRY_RUN,   /* all went well and was taken back, as asked */
} AssayExchangeError;

G_END_DECLS
