/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/calendar/calendar-words.h"

#include <glib/gi18n-lib.h>

#include "record/month.h"

static const struct
{
  const char *icon;
  const char *css_class;
} looks[ASSAY_AGENDA_N_KINDS] = {
  [ASSAY_AGENDA_PROMISE] = { "assay-promise-symbolic", "promise" },
  [ASSAY_AGENDA_STEP] = { "assay-delivery-symbolic", "step" },
  [ASSAY_AGENDA_PAYMENT] = { "assay-exchange-symbolic", "payment" },
  [ASSAY_AGENDA_MILESTONE] = { "assay-order-symbolic", "milestone" },
  [ASSAY_AGENDA_INSPECTION] = { "assay-inspection-symbolic", "inspection" },
  [ASSAY_AGENDA_ACTION] = { "assay-action-symbolic", "action" },
  [ASSAY_AGENDA_DEVIATION] = { "assay-defect-symbolic", "deviation" },
  [ASSAY_AGENDA_ASSESSMENT] = { "assay-scorecard-symbolic", "assessment" },
  [ASSAY_AGENDA_EVIDENCE] = { "assay-evidence-symbolic", "evidence" },
  [ASSAY_AGENDA_CHECK] = { "assay-evidence-symbolic", "check" },
  [ASSAY_AGENDA_FINDING] = { "assay-action-symbolic", "finding" },
  [ASSAY_AGENDA_SAMPLE] = { "assay-sample-symbolic", "sample" },
  [ASSAY_AGENDA_RISK] = { "dialog-warning-symbolic", "risk" },
  [ASSAY_AGENDA_BLACKOUT] = { "assay-blackout-symbolic", "blackout" },
};

const char *
assay_calendar_icon (const AssayAgendaItem *item)
{
  return item->overdue ? "dialog-warning-symbolic" : looks[item->kind].icon;
}

const char *
assay_calendar_class (AssayAgendaKind kind)
{
  return looks[kind].css_class;
}

char *
assay_calendar_count_words (guint due, guint overdue)
{
  g_autofree char *all = NULL;

  if (due == 0)
    return g_strdup (_ ("nothing due"));
  all = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u due", "%u due", due), due);
  if (overdue == 0)
    return g_steal_pointer (&all);
  /* Translators: "3 due", and how many of these are overdue. */
  return g_strdup_printf (_ ("%s, %u overdue"), all, overdue);
}

char *
assay_calendar_day_words (gint32 day, gboolean today, guint due, guint overdue, const char *closed)
{
  g_autofree char *date = assay_date_format_long (day);
  g_autofree char *count = assay_calendar_count_words (due, overdue);
  g_autoptr (GString) words = g_string_new (date);

  if (today)
    g_string_append_printf (words, ", %s", _ ("today"));
  g_string_append_printf (words, ", %s", count);
  if (closed != NULL)
    {
      /* Translators: names of blackout periods follow. */
      g_autofree char *names = g_strdup_printf (_ ("closed: %s"), closed);

      g_string_append_printf (words, "; %s", names);
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}
