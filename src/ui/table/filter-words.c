/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/table/filter-words.h"

#include <glib/gi18n-lib.h>

static const AssayFilterOperator text_operators[] = {
  ASSAY_FILTER_CONTAINS, ASSAY_FILTER_IS,      ASSAY_FILTER_IS_NOT,
  ASSAY_FILTER_KNOWN,    ASSAY_FILTER_UNKNOWN,
};
static const AssayFilterOperator choice_operators[] = {
  ASSAY_FILTER_IS,
  ASSAY_FILTER_IS_NOT,
  ASSAY_FILTER_KNOWN,
  ASSAY_FILTER_UNKNOWN,
};
static const AssayFilterOperator amount_operators[] = {
  ASSAY_FILTER_AT_LEAST, ASSAY_FILTER_AT_MOST, ASSAY_FILTER_IS,
  ASSAY_FILTER_KNOWN,    ASSAY_FILTER_UNKNOWN,
};

static gboolean
is_choice (const AssayField *field)
{
  return field->kind == ASSAY_KIND_CHOICE || field->kind == ASSAY_KIND_COUNTRY
         || field->kind == ASSAY_KIND_CURRENCY || field->kind == ASSAY_KIND_FLAG
         || field->kind == ASSAY_KIND_REFERENCE;
}

const AssayFilterOperator *
assay_filter_operators (const AssayField *field, guint *n)
{
  if (is_choice (field))
    {
      *n = G_N_ELEMENTS (choice_operators);
      return choice_operators;
    }
  if (assay_field_is_text (field))
    {
      *n = G_N_ELEMENTS (text_operators);
      return text_operators;
    }
  *n = G_N_ELEMENTS (amount_operators);
  return amount_operators;
}

gboolean
assay_filter_operator_has_value (AssayFilterOperator op)
{
  return op != ASSAY_FILTER_KNOWN && op != ASSAY_FILTER_UNKNOWN;
}

const char *
assay_filter_operator_label (const AssayField *field, AssayFilterOperator op)
{
  gboolean date = field->kind == ASSAY_KIND_DATE || field->kind == ASSAY_KIND_INSTANT;

  switch (op)
    {
    case ASSAY_FILTER_IS:
      return date ? _ ("on") : _ ("is");
    case ASSAY_FILTER_IS_NOT:
      return _ ("is not");
    case ASSAY_FILTER_CONTAINS:
      return _ ("contains");
    case ASSAY_FILTER_AT_LEAST:
      return date ? _ ("on or after") : _ ("at least");
    case ASSAY_FILTER_AT_MOST:
      return date ? _ ("on or before") : _ ("at most");
    case ASSAY_FILTER_UNKNOWN:
      return _ ("is unknown");
    case ASSAY_FILTER_KNOWN:
      return _ ("is known");
    default:
      g_assert_not_reached ();
    }
}

char *
assay_filter_describe (const AssayField *field,
                       const AssayFilter *filter,
                       const char *title,
                       AssayUnits units)
{
  const char *label = assay_field_label (field);
  const char *op = assay_filter_operator_label (field, filter->op);
  g_autofree char *value = NULL;

  if (!assay_filter_operator_has_value (filter->op))
    /* Translators: a field and "is known" or "is unknown" */
    return g_strdup_printf (C_ ("filter", "%s %s"), label, op);
  value
      = title ? g_strdup (title) : assay_format_value_display (field, &filter->value, NULL, units);
  if (filter->op == ASSAY_FILTER_IS)
    /* Translators: a field and its value */
    return g_strdup_printf (C_ ("filter", "%s: %s"), label, value);
  /* Translators: a field, an operator such as "at least", a value */
  return g_strdup_printf (C_ ("filter", "%s %s %s"), label, op, value);
}
