/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a book tells lead times, and what that means in words. */

#include "assay-config.h"

#include "insight/lead-time.h"

#include <glib/gi18n-lib.h>

#include "store/book-settings.h"

/* Nobody agrees on more; sums of days stay far from where numbers end. */
#define MOST_DAYS 3650

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

static gboolean
read_setting (AssayDb *db, const char *name, char **value, GError **error)
{
  GError *local = NULL;

  *value = assay_book_settings_get (db, name, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

/**
 * assay_lead_time_rules_read:
 * @db: the book
 * @rules: (out): its rules; the usual ones where it says nothing
 * @error: what went wrong
 *
 * Returns: %FALSE on error
 */
gboolean
assay_lead_time_rules_read (AssayDb *db, AssayLeadTimeRules *rules, GError **error)
{
  g_autofree char *start = NULL, *promise = NULL, *window = NULL;

  *rules = (AssayLeadTimeRules){ 0 };
  if (!read_setting (db, ASSAY_SETTING_LEAD_START, &start, error)
      || !read_setting (db, ASSAY_SETTING_PROMISE, &promise, error)
      || !read_setting (db, ASSAY_SETTING_ON_TIME, &window, error))
    return FALSE;
  rules->from_confirmed = g_strcmp0 (start, "confirmed") == 0;
  rules->against_latest = g_strcmp0 (promise, "latest") == 0;
  if (window != NULL)
    assay_lead_time_window_parse (window, rules);
  return TRUE;
}

static char *
say_window (const AssayLeadTimeRules *rules)
{
  if (!rules->has_early && rules->late == 0)
    return g_strdup (_ ("On time means a slip of 0 days or less;"));
  if (!rules->has_early)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "On time means at most %d day late;",
                                         "On time means at most %d days late;",
                                         (gulong)rules->late),
                            (int)rules->late);
  /* Translators: numbers of days. */
  return g_strdup_printf (_ ("On time means from %d days early to %d days late;"),
                          (int)rules->early, (int)rules->late);
}

/**
 * assay_lead_time_definition:
 * @question: what was asked
 *
 * Returns: (transfer full): what the figures mean, in translated sentences
 */
char *
assay_lead_time_definition (const AssayLeadTimeQuestion *question)
{
  const AssayLeadTimeRules *rules = &question->rules;
  g_autofree char *window = say_window (rules);
  const char *start
      = rules->from_confirmed
            ? _ ("Lead time is counted in calendar days from the day on which the order was "
                 "confirmed to the day on which the last piece was received.")
            : _ ("Lead time is counted in calendar days from the day on which the order was sent "
                 "to the day on which the last piece was received.");
  const char *slip
      = rules->against_latest
            ? _ ("Slip is that day minus the date that was promised last; negative is early.")
            : _ ("Slip is that day minus the first date that was ever promised; negative is "
                 "early.");
  /* Translators: “line” is a line of a purchase order. */
  const char *unit = _ ("The unit is the order line: one that comes in parts is delivered with its "
                        "last piece, and cancelled lines are left out.");
  /* Translators: the second half of a sentence; “On time means …;” goes before it. */
  const char *late = _ ("a line that is past that promise and not delivered counts as late.");

  return g_strjoin (" ", start, slip, unit, window, late, NULL);
}
