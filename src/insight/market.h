/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Markets as claims and rules name them: a country ("DE"), a part of one ("US-CA") or the European
 * Union ("EU"). Any thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "EU, us-ca" in parts: upper case, no blanks. An empty list is everywhere. */
char **assay_markets_split (const char *markets);
/* Whether goods in one market are under the rules of the other: the same, or one is part of the
 * other. */
gboolean assay_market_meets (const char *a, const char *b);
/* Whether a rule for @market (nullable: everywhere) holds for a claim in @markets. */
gboolean assay_markets_meet (const char *const *markets, const char *market);

G_END_DECLS
