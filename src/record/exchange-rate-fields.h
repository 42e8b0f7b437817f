/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of an exchange rate: what one unit of a currency was worth in another on a day. */

FIELD (CURRENCY, "currency", CURRENCY, .label = N_ ("One unit of"), .group = N_ ("Exchange Rate"), .flags = REQUIRED | SHOWN, .aliases = "from|from currency|currency")
FIELD (RATE, "rate", DECIMAL, .label = N_ ("Is worth"), .help = N_ ("“1 EUR is worth 1.08 USD”: the rate is 1.08"), .group = N_ ("Exchange Rate"), .scale = 10, .flags = REQUIRED | RANGE | SHOWN, .min = 1, .max = G_MAXINT64, .aliases = "rate|exchange rate|kurs")
FIELD (IN_CURRENCY, "in_currency", CURRENCY, .label = N_ ("In"), .group = N_ ("Exchange Rate"), .flags = REQUIRED | SHOWN, .aliases = "to|to currency|base|base currency")
FIELD (VALID_ON, "valid_on", DATE, .label = N_ ("On"), .help = N_ ("It holds from this day until the next rate of the two currencies"), .group = N_ ("Exchange Rate"), .flags = REQUIRED | SHOWN, .aliases = "date|valid from|day")
FIELD (SOURCE, "source", TEXT, .label = N_ ("Source"), .group = N_ ("Exchange Rate"), .flags = SEARCHABLE | SHOWN)
