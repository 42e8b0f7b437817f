/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/market.h"

#include <string.h>

/* The members of the European Union. */
static const char *const union_members[]
    = { "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU",
        "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", NULL };

char **
assay_markets_split (const char *markets)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit_set (markets != NULL ? markets : "", ",;|/", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *market = g_ascii_strup (g_strstrip (parts[i]), -1);

      for (char *p = market; *p != '\0'; p++)
        if (*p == '_' || *p == ' ')
          *p = '-';
      if (*market != '\0')
        g_strv_builder_add (builder, market);
    }
  return g_strv_builder_end (builder);
}

/* "US" of "US-CA"; "EU" of "DE". */
static gboolean
is_part_of (const char *part, const char *whole)
{
  gsize length = strlen (whole);

  if (g_str_has_prefix (part, whole) && (part[length] == '\0' || part[length] == '-'))
    return TRUE;
  if (g_str_equal (whole, "EU"))
    for (guint i = 0; union_members[i] != NULL; i++)
      if (g_str_has_prefix (part, union_members[i]) && (part[2] == '\0' || part[2] == '-'))
        return TRUE;
  return FALSE;
}

gboolean
assay_market_meets (const char *a, const char *b)
{
  return is_part_of (a, b) || is_part_of (b, a);
}

gboolean
assay_markets_meet (const char *const *markets, const char *market)
{
  g_auto (GStrv) own = assay_markets_split (market);

  if (own[0] == NULL || markets[0] == NULL)
    return TRUE;
  for (guint i = 0; own[i] != NULL; i++)
    for (guint j = 0; markets[j] != NULL; j++)
      if (assay_market_meets (own[i], markets[j]))
        return TRUE;
  return FALSE;
}
