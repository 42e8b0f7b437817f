/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/table/cell-text.h"

#include <glib/gi18n-lib.h>

#include "record/measure.h"

char *
assay_cell_heading (const AssayField *field, AssayUnits units)
{
  g_autofree char *unit = NULL;

  /* A share has its sign in the cell; that counts are of pieces goes without saying. */
  if (field->kind != ASSAY_KIND_SHARE && g_strcmp0 (field->unit, "pieces") != 0)
    unit = assay_format_column_unit (field, units);
  if (!unit || !*unit)
    return g_strdup (assay_field_label (field));
  /* Translators: the heading of a column and the unit of what stands under it */
  return g_strdup_printf (C_ ("column heading", "%s (%s)"), assay_field_label (field), unit);
}

char *
assay_cell_text (const AssayRecord *record, guint field, AssayUnits units)
{
  const AssayField *described = &assay_record_describe (record)->fields[field];
  char *text;

  if (!assay_record_is_known (record, field))
    return g_strdup ("");
  if (described->kind == ASSAY_KIND_REFERENCE)
    return g_strdup (assay_record_get_reference_title (record, field));
  if (assay_measure_of (described->kind) != ASSAY_MEASURE_NONE)
    {
      const char *unit;

      return assay_measure_format (described->kind, assay_record_get_integer (record, field, 0),
                                   units, TRUE, &unit);
    }
  text = assay_format_display (record, field, units);
  if (described->kind == ASSAY_KIND_LONG_TEXT)
    g_strdelimit (text, "\n\r\t", ' ');
  return text;
}

gboolean
assay_cell_is_amount (const AssayField *field)
{
  switch (field->kind)
    {
    case ASSAY_KIND_INTEGER:
    case ASSAY_KIND_COUNT:
    case ASSAY_KIND_DECIMAL:
    case ASSAY_KIND_MONEY:
    case ASSAY_KIND_SHARE:
    case ASSAY_KIND_LENGTH:
    case ASSAY_KIND_MASS:
    case ASSAY_KIND_VOLUME:
    case ASSAY_KIND_AREAL_DENSITY:
    case ASSAY_KIND_PRESSURE:
    case ASSAY_KIND_FORCE:
      return TRUE;
    case ASSAY_KIND_TEXT:
    case ASSAY_KIND_LONG_TEXT:
    case ASSAY_KIND_DATE:
    case ASSAY_KIND_INSTANT:
    case ASSAY_KIND_CHOICE:
    case ASSAY_KIND_COUNTRY:
    case ASSAY_KIND_CURRENCY:
    case ASSAY_KIND_FLAG:
    case ASSAY_KIND_REFERENCE:
    case ASSAY_KIND_LINK:
    case ASSAY_KIND_MAIL:
    case ASSAY_KIND_PHONE:
    case ASSAY_N_KINDS:
    default:
      return FALSE;
    }
}

gboolean
assay_cell_is_numeric (const AssayField *field)
{
  return assay_cell_is_amount (field) || field->kind == ASSAY_KIND_DATE
         || field->kind == ASSAY_KIND_INSTANT;
}

/* As long as its longest word, within reason. */
static guint
choice_width (const AssayField *field)
{
  gboolean marked = FALSE;
  glong longest = 5;

  for (const AssayChoice *choice = field->choices; choice && choice->value; choice++)
    {
      const char *icon, *css_class;

      longest = MAX (longest, g_utf8_strlen (assay_field_choice_label (field, choice->value), -1));
      marked |= assay_cell_verdict (field, choice->value, &icon, &css_class);
    }
  return (guint)MIN (longest + 1, 13) + (marked ? 2 : 0);
}

/* Names what the row is about: its own name, a company, a product. */
gboolean
assay_cell_is_name (const AssayRecordType *type, guint field)
{
  const AssayField *described = &type->fields[field];

  if (described->kind == ASSAY_KIND_LONG_TEXT)
    return TRUE;
  if (described->kind == ASSAY_KIND_REFERENCE)
    return described->reference != ASSAY_TYPE_ORDER;
  if (described->kind != ASSAY_KIND_TEXT || g_str_equal (described->column, "number"))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (type->title) && type->title[i] >= 0; i++)
    if (type->title[i] == (int)field)
      return TRUE;
  return FALSE;
}

guint
assay_cell_width (const AssayRecordType *type, guint index)
{
  const AssayField *field = &type->fields[index];

  if (field->kind == ASSAY_KIND_MONEY)
    return 14;
  if (field->kind == ASSAY_KIND_DATE)
    return 11;
  if (field->kind == ASSAY_KIND_INSTANT)
    return 16;
  if (assay_cell_is_amount (field))
    return 6;
  if (field->kind == ASSAY_KIND_FLAG || field->kind == ASSAY_KIND_CURRENCY)
    return 6;
  if (field->kind == ASSAY_KIND_CHOICE)
    return choice_width (field);
  if (field->kind == ASSAY_KIND_COUNTRY)
    return 12;
  if (assay_cell_is_name (type, index))
    return 30;
  if (field->kind == ASSAY_KIND_REFERENCE || (field->flags & ASSAY_FIELD_UNIQUE)
      || g_str_equal (field->column, "number"))
    return 11;
  return 15;
}

/* Actions and milestones whose day is over and which nobody has finished. */
gboolean
assay_cell_is_overdue (const AssayRecord *record, guint field, gint32 today)
{
  static const char *const finished[] = { "done", "closed", "cancelled", NULL };
  const AssayRecordType *type = assay_record_describe (record);
  gint32 due;
  const char *state;

  if (type->type == ASSAY_TYPE_MILESTONE && field == ASSAY_MILESTONE_DUE_ON)
    state = assay_record_get_text (record, ASSAY_MILESTONE_STATE);
  else if (type->type == ASSAY_TYPE_CORRECTIVE_ACTION && field == ASSAY_CORRECTIVE_ACTION_DUE_ON)
    state = assay_record_get_text (record, ASSAY_CORRECTIVE_ACTION_STATE);
  else
    return FALSE;
  due = assay_record_get_date (record, field);
  if (due == ASSAY_DATE_UNKNOWN || due >= today)
    return FALSE;
  /* An action that is done still waits for its closing check. */
  return state == NULL
         || !g_strv_contains (type->type == ASSAY_TYPE_MILESTONE ? finished : finished + 1, state);
}

gboolean
assay_cell_verdict (const AssayField *field,
                    const char *value,
                    const char **icon,
                    const char **css_class)
{
  static const struct
  {
    const char *column, *value, *icon, *css_class;
  } verdicts[] = {
    { "result", "pass", "object-select-symbolic", "success" },
    { "result", "fail", "window-close-symbolic", "error" },
    { "result", "pending", "content-loading-symbolic", "dimmed" },
    { "decision", "accept", "object-select-symbolic", "success" },
    { "decision", "accept_deviation", "dialog-warning-symbolic", "warning" },
    { "decision", "rework", "view-refresh-symbolic", "warning" },
    { "decision", "sort", "view-list-symbolic", "warning" },
    { "decision", "reject", "window-close-symbolic", "error" },
    { "decision", "hold", "media-playback-pause-symbolic", "warning" },
    { "class", "critical", "dialog-error-symbolic", "error" },
    { "class", "major", "dialog-warning-symbolic", "warning" },
    { "class", "minor", "dialog-information-symbolic", "dimmed" },
    { "state", "waiting", "media-playback-pause-symbolic", "warning" },
    { "state", "done", "object-select-symbolic", "success" },
    { "state", "closed", "object-select-symbolic", "success" },
    { "effective", "yes", "object-select-symbolic", "success" },
    { "effective", "no", "window-close-symbolic", "error" },
    { "state", "received", "object-select-symbolic", "success" },
    { "state", "delivered", "object-select-symbolic", "success" },
    { "state", "cancelled", "window-close-symbolic", "dimmed" },
    { "status", "approved", "object-select-symbolic", "success" },
    { "status", "paused", "media-playback-pause-symbolic", "warning" },
    { "status", "dropped", "window-close-symbolic", "dimmed" },
  };

  if (field->kind != ASSAY_KIND_CHOICE || !value)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (verdicts); i++)
    if (g_str_equal (field->column, verdicts[i].column) && g_str_equal (value, verdicts[i].value))
      {
        *icon = verdicts[i].icon;
        *css_class = verdicts[i].css_class;
        return TRUE;
      }
  return FALSE;
}
