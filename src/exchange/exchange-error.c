/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Registers the error domain of files in and out. */

#include "exchange/exchange-error.h"

G_DEFINE_QUARK (assay_exchange_error_quark, assay_exchange_error)
