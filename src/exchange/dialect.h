/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds out how a delimited text is written: separator, quoting, where the headings stand. */

#pragma once

#include "exchange/delimited.h"

G_BEGIN_DECLS

/* What the person said; 0 and -1 stand for "find it". */
typedef struct
{
  char separator;
  int header_line; /* 0: there is none */
} AssayDialectWish;

#define ASSAY_DIALECT_WISH_INIT { 0, -1 }

gboolean assay_dialect_detect (AssayTextSource *source,
                               const AssayDialectWish *wish,
                               AssayDialect *dialect,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
