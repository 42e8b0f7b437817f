/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/corrective-actions.h"

#define PREFIX "CA-"

char *
assay_corrective_action_next_number (AssayDb *db, gint32 today, GError **error)
{
  g_autofree char *date = assay_date_format_iso (today);
  /* "2026-05-27" begins with the year. */
  g_autofree char *prefix = g_strdup_printf (PREFIX "%.4s-", date);
  g_autofree char *pattern = g_strconcat (prefix, "*", NULL);
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (db, "SELECT number FROM corrective_action WHERE number GLOB ?1", error);
  guint64 last = 0;
  gboolean row, ok;

  if (statement == NULL)
    return NULL;
  assay_statement_bind_text (statement, 1, pattern);
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      const char *number = assay_statement_get_text (statement, 0) + strlen (prefix);
      guint64 n;

      if (g_ascii_string_to_unsigned (number, 10, 0, G_MAXUINT32, &n, NULL))
        last = MAX (last, n);
    }
  return ok ? g_strdup_printf ("%s%03" G_GUINT64_FORMAT, prefix, last + 1) : NULL;
}

gboolean
assay_corrective_action_is_overdue (const AssayRecord *action, gint32 today)
{
  const char *state = assay_record_get_text (action, ASSAY_CORRECTIVE_ACTION_STATE);
  gint32 due = assay_record_get_date (action, ASSAY_CORRECTIVE_ACTION_DUE_ON);

  return due != ASSAY_DATE_UNKNOWN && due < today && g_strcmp0 (state, "closed") != 0
         && g_strcmp0 (state, "cancelled") != 0;
}
