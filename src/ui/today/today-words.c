/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/today/today-words.h"

#include <glib/gi18n-lib.h>

#include "record/field.h"
#include "record/format.h"

/* @format has one "%s" for the number of days; a translation for one day may have none. */
static char *
count_days (const char *format, gint32 days)
{
  g_autofree char *number = assay_format_number (days);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  return parts[0] && parts[1] ? g_strconcat (parts[0], number, parts[1], NULL) : g_strdup (format);
}

char *
assay_words_due (gint32 day, gint32 today)
{
  gint32 days = day - today;

  if (day == ASSAY_DATE_UNKNOWN)
    return g_strdup (_ ("no date"));
  if (days < 0)
    return count_days (
        g_dngettext (GETTEXT_PACKAGE, "%s day late", "%s days late", (gulong)(-days)), -days);
  if (days == 0)
    return g_strdup (_ ("due today"));
  if (days == 1)
    return g_strdup (_ ("due tomorrow"));
  return count_days (
      g_dngettext (GETTEXT_PACKAGE, "due in %s day", "due in %s days", (gulong)(days)), days);
}

char *
assay_words_since (gint32 day, gint32 today)
{
  gint32 days = today - day;

  if (day == ASSAY_DATE_UNKNOWN)
    return g_strdup (_ ("no date"));
  if (days <= 0)
    return g_strdup (_ ("since today"));
  return count_days (
      g_dngettext (GETTEXT_PACKAGE, "waiting for %s day", "waiting for %s days", (gulong)(days)),
      days);
}

char *
assay_words_planned (gint32 day, gint32 today)
{
  gint32 days = day - today;

  if (day == ASSAY_DATE_UNKNOWN)
    return g_strdup (_ ("no date"));
  if (days < 0)
    return count_days (
        g_dngettext (GETTEXT_PACKAGE, "planned %s day ago", "planned %s days ago", (gulong)(-days)),
        -days);
  if (days == 0)
    return g_strdup (_ ("today"));
  if (days == 1)
    return g_strdup (_ ("tomorrow"));
  return count_days (g_dngettext (GETTEXT_PACKAGE, "in %s day", "in %s days", (gulong)(days)),
                     days);
}

char *
assay_words_free (gint32 day, gint32 today)
{
  return day == ASSAY_DATE_UNKNOWN ? g_strdup (_ ("inspection passed"))
                                   : assay_words_due (day, today);
}

char *
assay_words_runs_out (gint32 day, gint32 today)
{
  gint32 days = day - today;

  if (days <= 0)
    return g_strdup (_ ("runs out today"));
  if (days == 1)
    return g_strdup (_ ("runs out tomorrow"));
  return count_days (
      g_dngettext (GETTEXT_PACKAGE, "runs out in %s day", "runs out in %s days", (gulong)days),
      days);
}

char *
assay_words_ran_out (gint32 day, gint32 today)
{
  gint32 days = today - day;

  if (day == ASSAY_DATE_UNKNOWN)
    return g_strdup (_ ("no date"));
  return count_days (g_dngettext (GETTEXT_PACKAGE, "ran out %s day ago", "ran out %s days ago",
                                  (gulong)MAX (days, 0)),
                     MAX (days, 0));
}

static char *
join (const char *first, const char *second)
{
  if (first && *first && second && *second)
    /* Translators: two facts about one thing, side by side */
    return g_strdup_printf (C_ ("facts", "%s · %s"), first, second);
  return g_strdup (first && *first ? first : (second ? second : ""));
}

char *
assay_words_title (const AssayRecord *record)
{
  if (assay_record_get_kind (record) == ASSAY_TYPE_ORDER_LINE)
    {
      const char *product = assay_record_get_reference_title (record, ASSAY_ORDER_LINE_PRODUCT);

      if (!product)
        product = assay_record_get_text (record, ASSAY_ORDER_LINE_DESCRIPTION);
      return join (assay_record_get_reference_title (record, ASSAY_ORDER_LINE_PURCHASE_ORDER),
                   product);
    }
  if (assay_record_get_kind (record) == ASSAY_TYPE_MILESTONE)
    return join (assay_record_get_reference_title (record, ASSAY_MILESTONE_PURCHASE_ORDER),
                 assay_record_get_text (record, ASSAY_MILESTONE_NAME));
  return assay_record_dup_title (record);
}

static char *
line_subtitle (const AssayRecord *line)
{
  gint64 ordered = assay_record_get_integer (line, ASSAY_ORDER_LINE_QUANTITY, 0);
  gint64 delivered = assay_record_get_integer (line, ASSAY_ORDER_LINE_DELIVERED_QUANTITY, 0);
  g_autofree char *whole = assay_format_number (ordered);
  g_autofree char *missing = assay_format_number (MAX (ordered - delivered, 0));
  g_autofree char *pieces = NULL;

  if (ordered > 0 && delivered > 0)
    /* Translators: how many pieces have not come, of how many ordered */
    pieces = g_strdup_printf (_ ("%s of %s pieces missing"), missing, whole);
  else if (ordered > 0)
    pieces = g_strdup_printf (_ ("%s pieces"), whole);
  return join (assay_record_get_reference_title (line, ASSAY_ORDER_LINE_SUPPLIER), pieces);
}

/* "Payment · 1,500.00 USD", and that it still waits. */
static char *
milestone_subtitle (const AssayRecord *milestone)
{
  const char *state = assay_record_get_text (milestone, ASSAY_MILESTONE_STATE);
  gboolean waits = g_strcmp0 (state, "waiting") == 0;
  g_autofree char *kind = assay_format_display (milestone, ASSAY_MILESTONE_KIND, 0);
  g_autofree char *amount = assay_format_display (milestone, ASSAY_MILESTONE_AMOUNT, 0);
  g_autofree char *facts = join (kind, amount);
  g_autofree char *words
      = waits ? assay_format_display (milestone, ASSAY_MILESTONE_STATE, 0) : NULL;

  return join (facts, words);
}

/* "Sao Mai Bags · Anna", and that it was done and waits for its check. */
static char *
action_subtitle (const AssayRecord *action)
{
  g_autofree char *who
      = join (assay_record_get_reference_title (action, ASSAY_CORRECTIVE_ACTION_SUPPLIER),
              assay_record_get_text (action, ASSAY_CORRECTIVE_ACTION_OWNER));
  const char *state = assay_record_get_text (action, ASSAY_CORRECTIVE_ACTION_STATE);

  return join (who, g_strcmp0 (state, "done") == 0 ? _ ("done, not checked yet") : NULL);
}

char *
assay_words_subtitle (const AssayRecord *record)
{
  const char *result;

  if (assay_record_get_kind (record) == ASSAY_TYPE_MILESTONE)
    return milestone_subtitle (record);
  if (assay_record_get_kind (record) == ASSAY_TYPE_CORRECTIVE_ACTION)
    return action_subtitle (record);
  if (assay_record_get_kind (record) == ASSAY_TYPE_ORDER_LINE)
    return line_subtitle (record);
  result = assay_record_get_text (record, ASSAY_INSPECTION_RESULT);
  if (result)
    result = assay_field_choice_label (
        &assay_record_describe (record)->fields[ASSAY_INSPECTION_RESULT], result);
  return join (assay_record_get_reference_title (record, ASSAY_INSPECTION_SUPPLIER), result);
}
