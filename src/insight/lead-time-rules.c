/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a book tells lead times: its settings and the words they hold. */

#include "assay-config.h"

#include "insight/lead-time-rules.h"

#include <string.h>

#include "store/book-settings.h"

/* Nobody agrees on more; sums of days stay far from where numbers end. */
#define MOST_DAYS 3650

#define MOST_WORDS 3

static const struct
{
  const char *setting;
  const char *words[MOST_WORDS + 1]; /* in the order of the rule's values */
} rules_table[ASSAY_N_LEAD_TIME_RULES] = {
  [ASSAY_RULE_START] = { ASSAY_SETTING_LEAD_START, { "sent", "confirmed" } },
  [ASSAY_RULE_PROMISE] = { ASSAY_SETTING_PROMISE, { "first", "latest" } },
  [ASSAY_RULE_ON_TIME] = { ASSAY_SETTING_ON_TIME, { NULL } },
  [ASSAY_RULE_PRODUCTION] = { ASSAY_SETTING_PRODUCTION_START, { "agreed", "started" } },
  [ASSAY_RULE_PROMISE_OF] = { ASSAY_SETTING_PROMISE_OF, { "received", "shipped", "ready" } },
  [ASSAY_RULE_UNIT] = { ASSAY_SETTING_ON_TIME_UNIT, { "line", "shipment", "quantity" } },
  [ASSAY_RULE_PARTIAL] = { ASSAY_SETTING_PARTIAL, { "last", "weighted" } },
  [ASSAY_RULE_IN_FULL] = { ASSAY_SETTING_IN_FULL, { NULL } },
  [ASSAY_RULE_DAYS] = { ASSAY_SETTING_LEAD_DAYS, { "calendar", "working" } },
  [ASSAY_RULE_WEIGHTS] = { ASSAY_SETTING_LEAD_WEIGHTS, { "lines", "pieces" } },
};

/**
 * assay_lead_time_window_parse:
 * @text: days early and days late that are still on time, "7:0"; nothing before the colon for any
 *   number of days early, ":3"
 * @rules: takes the window; left as it is on failure
 *
 * Returns: whether @text is a window
 */
gboolean
assay_lead_time_window_parse (const char *text, AssayLeadTimeRules *rules)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", -1);
  guint64 early = 0, late;

  if (g_strv_length (parts) != 2
      || (*parts[0] != '\0'
          && !g_ascii_string_to_unsigned (parts[0], 10, 0, MOST_DAYS, &early, NULL))
      || !g_ascii_string_to_unsigned (parts[1], 10, 0, MOST_DAYS, &late, NULL))
    return FALSE;
  rules->has_early = *parts[0] != '\0';
  rules->early = (gint32)early;
  rules->late = (gint32)late;
  return TRUE;
}

/* "5", "2.5": percent, exact to a part per million. */
static gboolean
parse_percent (const char *text, gint32 *ppm)
{
  char *end;
  double percent;

  if (!g_ascii_isdigit (text[0]))
    return FALSE;
  percent = g_ascii_strtod (text, &end);
  if (*end != '\0' || !(percent >= 0 && percent <= 100) || strpbrk (text, "xXeE") != NULL)
    return FALSE;
  *ppm = (gint32)(percent * 1e4 + 0.5);
  return TRUE;
}

const char *
assay_lead_time_rule_get_setting (AssayLeadTimeRule rule)
{
  return rules_table[rule].setting;
}

const char *const *
assay_lead_time_rule_get_words (AssayLeadTimeRule rule)
{
  return rules_table[rule].words[0] != NULL ? rules_table[rule].words : NULL;
}

static gboolean
find_word (AssayLeadTimeRule rule, const char *word, guint *value)
{
  for (*value = 0; rules_table[rule].words[*value] != NULL; (*value)++)
    if (g_str_equal (rules_table[rule].words[*value], word))
      return TRUE;
  return FALSE;
}

/**
 * assay_lead_time_rules_set:
 * @rules: rules
 * @rule: one of them
 * @word: what it shall be: one of its words, for on time a window, "7:0", for in full the percent
 *   that may be missing, "2.5"
 *
 * Returns: %FALSE, and nothing is changed, when the rule takes no such word
 */
gboolean
assay_lead_time_rules_set (AssayLeadTimeRules *rules, AssayLeadTimeRule rule, const char *word)
{
  guint value = 0;

  if (rule == ASSAY_RULE_ON_TIME)
    return assay_lead_time_window_parse (word, rules);
  if (rule == ASSAY_RULE_IN_FULL)
    return parse_percent (word, &rules->tolerance);
  if (!find_word (rule, word, &value))
    return FALSE;
  switch (rule)
    {
    case ASSAY_RULE_START:
      rules->from_confirmed = value != 0;
      break;
    case ASSAY_RULE_PROMISE:
      rules->against_latest = value != 0;
      break;
    case ASSAY_RULE_PRODUCTION:
      rules->from_start = value != 0;
      break;
    case ASSAY_RULE_PROMISE_OF:
      rules->promise_of = (AssayPromiseOf)value;
      break;
    case ASSAY_RULE_UNIT:
      rules->unit = (AssayOnTimeUnit)value;
      break;
    case ASSAY_RULE_PARTIAL:
      rules->by_pieces = value != 0;
      break;
    case ASSAY_RULE_DAYS:
      rules->working_days = value != 0;
      break;
    case ASSAY_RULE_WEIGHTS:
      rules->weighted = value != 0;
      break;
    case ASSAY_RULE_ON_TIME:
    case ASSAY_RULE_IN_FULL:
    case ASSAY_N_LEAD_TIME_RULES:
    default:
      g_return_val_if_reached (FALSE);
    }
  return TRUE;
}

static guint
get_value (const AssayLeadTimeRules *rules, AssayLeadTimeRule rule)
{
  switch (rule)
    {
    case ASSAY_RULE_START:
      return rules->from_confirmed;
    case ASSAY_RULE_PROMISE:
      return rules->against_latest;
    case ASSAY_RULE_PRODUCTION:
      return rules->from_start;
    case ASSAY_RULE_PROMISE_OF:
      return rules->promise_of;
    case ASSAY_RULE_UNIT:
      return rules->unit;
    case ASSAY_RULE_PARTIAL:
      return rules->by_pieces;
    case ASSAY_RULE_DAYS:
      return rules->working_days;
    case ASSAY_RULE_WEIGHTS:
      return rules->weighted;
    case ASSAY_RULE_ON_TIME:
    case ASSAY_RULE_IN_FULL:
    case ASSAY_N_LEAD_TIME_RULES:
    default:
      g_return_val_if_reached (0);
    }
}

/**
 * assay_lead_time_rules_get:
 * @rules: rules
 * @rule: one of them
 *
 * Returns: (transfer full): what assay_lead_time_rules_set() takes for it
 */
char *
assay_lead_time_rules_get (const AssayLeadTimeRules *rules, AssayLeadTimeRule rule)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (rule == ASSAY_RULE_ON_TIME && !rules->has_early)
    return g_strdup_printf (":%d", (int)rules->late);
  if (rule == ASSAY_RULE_ON_TIME)
    return g_strdup_printf ("%d:%d", (int)rules->early, (int)rules->late);
  if (rule == ASSAY_RULE_IN_FULL)
    return g_strdup (
        g_ascii_formatd (number, sizeof number, "%.7g", (double)rules->tolerance / 1e4));
  return g_strdup (rules_table[rule].words[get_value (rules, rule)]);
}

/**
 * assay_lead_time_rules_read:
 * @db: the book
 * @rules: (out): its rules; the usual ones where it says nothing, or what no rule takes
 * @error: what went wrong
 *
 * Returns: %FALSE on error
 */
gboolean
assay_lead_time_rules_read (AssayDb *db, AssayLeadTimeRules *rules, GError **error)
{
  *rules = (AssayLeadTimeRules){ 0 };
  for (int i = 0; i < ASSAY_N_LEAD_TIME_RULES; i++)
    {
      GError *local = NULL;
      g_autofree char *word = assay_book_settings_get (db, rules_table[i].setting, &local);

      if (local != NULL)
        {
          g_propagate_error (error, local);
          return FALSE;
        }
      if (word != NULL)
        assay_lead_time_rules_set (rules, (AssayLeadTimeRule)i, word);
    }
  return TRUE;
}
