/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "record/field.h"

#include <glib/gi18n-lib.h>

static const char *
translated (const char *text)
{
  return text != NULL && *text != '\0' ? _ (text) : text;
}

/**
 * assay_field_is_text:
 * @field: a field
 *
 * Returns: whether its values are stored as text; all others are whole numbers
 */
gboolean
assay_field_is_text (const AssayField *field)
{
  switch (field->kind)
    {
    case ASSAY_KIND_TEXT:
    case ASSAY_KIND_LONG_TEXT:
    case ASSAY_KIND_CHOICE:
    case ASSAY_KIND_COUNTRY:
    case ASSAY_KIND_CURRENCY:
    case ASSAY_KIND_LINK:
    case ASSAY_KIND_MAIL:
    case ASSAY_KIND_PHONE:
      return TRUE;
    case ASSAY_KIND_INTEGER:
    case ASSAY_KIND_COUNT:
    case ASSAY_KIND_DECIMAL:
    case ASSAY_KIND_MONEY:
    case ASSAY_KIND_SHARE:
    case ASSAY_KIND_DATE:
    case ASSAY_KIND_INSTANT:
    case ASSAY_KIND_FLAG:
    case ASSAY_KIND_REFERENCE:
    case ASSAY_KIND_LENGTH:
    case ASSAY_KIND_MASS:
    case ASSAY_KIND_VOLUME:
    case ASSAY_KIND_AREAL_DENSITY:
    case ASSAY_KIND_PRESSURE:
    case ASSAY_KIND_FORCE:
      return FALSE;
    case ASSAY_N_KINDS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * assay_field_is_number:
 * @field: a field
 *
 * Returns: whether its values are amounts, shown at the end of a cell and compared by size
 */
gboolean
assay_field_is_number (const AssayField *field)
{
  return !assay_field_is_text (field) && field->kind != ASSAY_KIND_REFERENCE
         && field->kind != ASSAY_KIND_FLAG && field->kind != ASSAY_KIND_DATE
         && field->kind != ASSAY_KIND_INSTANT;
}

const char *
assay_field_label (const AssayField *field)
{
  return translated (field->label);
}

const char *
assay_field_help (const AssayField *field)
{
  return translated (field->help);
}

const char *
assay_field_group (const AssayField *field)
{
  return translated (field->group);
}

const char *
assay_field_unit (const AssayField *field)
{
  return translated (field->unit);
}

/**
 * assay_field_choice_label:
 * @field: a field of kind CHOICE
 * @value: a stored value
 *
 * Returns: (nullable): how @value is shown, or %NULL when it is not among the choices
 */
const char *
assay_field_choice_label (const AssayField *field, const char *value)
{
  for (const AssayChoice *choice = field->choices; choice != NULL && choice->value != NULL;
       choice++)
    if (g_strcmp0 (choice->value, value) == 0)
      return translated (choice->label);
  return NULL;
}

/**
 * assay_field_set_initial:
 * @field: a field
 * @value: (out): set to what the field holds in a new record
 */
void
assay_field_set_initial (const AssayField *field, AssayValue *value)
{
  assay_value_clear (value);
  if (field->initial == NULL)
    return;
  if (assay_field_is_text (field))
    assay_value_set_text (value, field->initial);
  else
    assay_value_set_integer (value, g_ascii_strtoll (field->initial, NULL, 10));
}
