/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * sampling-words.c: the words for severities, levels, samplings and AQLs as files,
 * the command line and the standard write them. Not for translation: what a person
 * reads on screen is worded above this layer.
 */
#include "figures/sampling-plan.h"

#include <string.h>

static const char *const severities[] = { "normal", "tightened", "reduced" };
static const char *const levels[] = { "S-1", "S-2", "S-3", "S-4", "I", "II", "III" };
static const char *const samplings[] = { "single", "double" };

static const struct
{
  gint thousandths;
  const char *text;
} aqls[ASSAY_N_AQLS] = {
  { 10, "0.010" },     { 15, "0.015" },   { 25, "0.025" },   { 40, "0.040" },   { 65, "0.065" },
  { 100, "0.10" },     { 150, "0.15" },   { 250, "0.25" },   { 400, "0.40" },   { 650, "0.65" },
  { 1000, "1.0" },     { 1500, "1.5" },   { 2500, "2.5" },   { 4000, "4.0" },   { 6500, "6.5" },
  { 10000, "10" },     { 15000, "15" },   { 25000, "25" },   { 40000, "40" },   { 65000, "65" },
  { 100000, "100" },   { 150000, "150" }, { 250000, "250" }, { 400000, "400" }, { 650000, "650" },
  { 1000000, "1000" },
};

static const char *
word (const char *const *words, gsize n, guint value)
{
  return value < n ? words[value] : NULL;
}

static gboolean
find_word (const char *const *words, gsize n, const char *text, guint *value)
{
  for (gsize i = 0; text != NULL && i < n; i++)
    if (g_ascii_strcasecmp (words[i], text) == 0)
      {
        *value = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * assay_severity_to_string:
 *
 * Returns: (nullable): "normal", "tightened" or "reduced"; %NULL for no severity
 */
const char *
assay_severity_to_string (AssaySeverity severity)
{
  return word (severities, G_N_ELEMENTS (severities), severity);
}

/**
 * assay_severity_from_string:
 *
 * Reads what assay_severity_to_string() writes, in any case.
 *
 * Returns: %FALSE for another word (or %NULL), @severity is then untouched
 */
gboolean
assay_severity_from_string (const char *text, AssaySeverity *severity)
{
  guint value;

  if (!find_word (severities, G_N_ELEMENTS (severities), text, &value))
    return FALSE;
  *severity = value;
  return TRUE;
}

/**
 * assay_inspection_level_to_string:
 *
 * Returns: (nullable): "S-1" to "S-4", "I", "II", "III"; %NULL for no level
 */
const char *
assay_inspection_level_to_string (AssayInspectionLevel level)
{
  return word (levels, G_N_ELEMENTS (levels), level);
}

/**
 * assay_inspection_level_from_string:
 *
 * Reads what assay_inspection_level_to_string() writes, in any case; also "S1" to
 * "S4", as many reports spell them.
 *
 * Returns: %FALSE for another word (or %NULL), @level is then untouched
 */
gboolean
assay_inspection_level_from_string (const char *text, AssayInspectionLevel *level)
{
  guint value;

  if (text != NULL && strlen (text) == 2 && (text[0] == 'S' || text[0] == 's') && text[1] >= '1'
      && text[1] <= '4')
    value = ASSAY_INSPECTION_LEVEL_S1 + (text[1] - '1');
  else if (!find_word (levels, G_N_ELEMENTS (levels), text, &value))
    return FALSE;
  *level = value;
  return TRUE;
}

/**
 * assay_sampling_to_string:
 *
 * Returns: (nullable): "single" or "double"; %NULL for neither
 */
const char *
assay_sampling_to_string (AssaySampling sampling)
{
  return word (samplings, G_N_ELEMENTS (samplings), sampling);
}

/**
 * assay_sampling_from_string:
 *
 * Returns: %FALSE for another word (or %NULL), @sampling is then untouched
 */
gboolean
assay_sampling_from_string (const char *text, AssaySampling *sampling)
{
  guint value;

  if (!find_word (samplings, G_N_ELEMENTS (samplings), text, &value))
    return FALSE;
  *sampling = value;
  return TRUE;
}

/**
 * assay_aql_list:
 *
 * Returns: (array fixed-size=26): the AQLs of the tables in rising order, in
 *   thousandths of a percent (2500 for 2.5). Up to 10 they mean percent nonconforming
 *   or nonconformities per 100 units, above 10 the latter only.
 */
const gint *
assay_aql_list (void)
{
  static const gint list[ASSAY_N_AQLS]
      = { 10,    15,    25,     40,     65,     100,    150,    250,    400,
          650,   1000,  1500,   2500,   4000,   6500,   10000,  15000,  25000,
          40000, 65000, 100000, 150000, 250000, 400000, 650000, 1000000 };

  return list;
}

/**
 * assay_aql_to_string:
 *
 * Returns: (nullable): the AQL as the tables print it ("0.010", "2.5", "4.0", "10"),
 *   "0" for %ASSAY_AQL_ZERO, %NULL for what is no AQL of the tables
 */
const char *
assay_aql_to_string (gint aql_thousandths)
{
  if (aql_thousandths == ASSAY_AQL_ZERO)
    return "0";
  for (gsize i = 0; i < G_N_ELEMENTS (aqls); i++)
    if (aqls[i].thousandths == aql_thousandths)
      return aqls[i].text;
  return NULL;
}

/**
 * assay_aql_parse:
 * @text: digits with an optional decimal point ("2.5", "2.50", ".65", "0")
 *
 * Reads an AQL of the tables, or 0 for none allowed, without going through
 * floating point. No comma: "1,000" could be either of two of the AQLs.
 *
 * Returns: %FALSE when it is neither; @aql_thousandths is then untouched
 */
gboolean
assay_aql_parse (const char *text, gint *aql_thousandths)
{
  gint64 value = 0;
  gint decimals = -1;
  gboolean digits = FALSE;

  if (text == NULL)
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '.' && decimals < 0)
        {
          decimals = 0;
          continue;
        }
      if (!g_ascii_isdigit (*p))
        return FALSE;
      digits = TRUE;
      if (decimals >= 3)
        {
          if (*p != '0')
            return FALSE;
          continue;
        }
      value = value * 10 + (*p - '0');
      if (value > 1000000)
        return FALSE;
      if (decimals >= 0)
        decimals++;
    }
  for (gint i = MAX (decimals, 0); i < 3; i++)
    value *= 10;
  if (!digits || value > 1000000 || assay_aql_to_string ((gint)value) == NULL)
    return FALSE;
  *aql_thousandths = (gint)value;
  return TRUE;
}
