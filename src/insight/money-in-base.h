/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Amounts of many currencies in one: the book's base currency, by the book's exchange rates. What
 * cannot be converted says why; nothing is guessed and nothing dropped. Belongs to one thread, that
 * of the connection it was read from.
 *
 * Amounts are in hundredths of the minor unit of their currency, as unit prices are kept: 12.34 USD
 * are 123,400, 12 JPY are 1,200. */

#pragma once

#include "store/db.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_MONEY_CONVERTED,
  ASSAY_MONEY_NO_CURRENCY, /* the amount has none */
  ASSAY_MONEY_NO_BASE,     /* several currencies and none said to be the book's */
  ASSAY_MONEY_NO_DAY,      /* it is not known which day's rate to take */
  ASSAY_MONEY_NO_RATE,     /* no rate on that day or before it */
  ASSAY_MONEY_TOO_LARGE,   /* what comes out fits no number */
} AssayMoneyOutcome;

typedef struct _AssayMoneyInBase AssayMoneyInBase;

AssayMoneyInBase *assay_money_in_base_new (AssayDb *db, GError **error);
void assay_money_in_base_free (AssayMoneyInBase *money);

/* Whether there is one currency to add up in; it has no name where no order says one. */
gboolean assay_money_in_base_can_add (const AssayMoneyInBase *money);
/* NULL: there is none. */
const char *assay_money_in_base_get_currency (const AssayMoneyInBase *money);
/* Whether the book says so; else it is the only currency of its orders. */
gboolean assay_money_in_base_is_set (const AssayMoneyInBase *money);
/* How the amounts asked for so far were converted, in translated sentences. */
char *assay_money_in_base_definition (const AssayMoneyInBase *money);

AssayMoneyOutcome assay_money_in_base_convert (
    AssayMoneyInBase *money, const char *currency, gint64 amount, gint32 day, gint64 *in_base);

/* For reading: "1,234.50 USD", to the minor unit; in units of the currency. */
char *assay_money_format (gint64 amount, const char *currency);
double assay_money_to_units (gint64 amount, const char *currency);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayMoneyInBase, assay_money_in_base_free)

G_END_DECLS
