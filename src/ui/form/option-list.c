/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/form/option-list.h"

#include <glib/gi18n-lib.h>

#include "record/code-list.h"
#include "record/money.h"

struct _AssayOption
{
  GObject parent_instance;

  char *value;
  char *label;
};

G_DEFINE_FINAL_TYPE (AssayOption, assay_option, G_TYPE_OBJECT)

typedef enum
{
  PROP_VALUE = 1,
  PROP_LABEL,
} AssayOptionProperty;

static GParamSpec *properties[PROP_LABEL + 1];

static void
assay_option_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  AssayOption *self = ASSAY_OPTION (object);

  switch ((AssayOptionProperty)property_id)
    {
    case PROP_VALUE:
      g_value_set_string (value, self->value);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
assay_option_finalize (GObject *object)
{
  AssayOption *self = ASSAY_OPTION (object);

  g_free (self->value);
  g_free (self->label);

  G_OBJECT_CLASS (assay_option_parent_class)->finalize (object);
}

static void
assay_option_class_init (AssayOptionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = assay_option_get_property;
  object_class->finalize = assay_option_finalize;

  properties[PROP_VALUE]
      = g_param_spec_string ("value", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LABEL]
      = g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
assay_option_init (AssayOption *self)
{
}

AssayOption *
assay_option_new (const char *value, const char *label)
{
  AssayOption *self = g_object_new (ASSAY_TYPE_OPTION, NULL);

  self->value = g_strdup (value);
  self->label = g_strdup (label);
  return self;
}

const char *
assay_option_get_value (AssayOption *self)
{
  return self->value;
}

static int
compare_labels (gconstpointer a, gconstpointer b, gpointer user_data)
{
  g_autofree char *left = g_utf8_collate_key (((AssayOption *)a)->label, -1);
  g_autofree char *right = g_utf8_collate_key (((AssayOption *)b)->label, -1);

  return strcmp (left, right);
}

static void
append (GListStore *list, const char *value, const char *label)
{
  g_autoptr (AssayOption) option = assay_option_new (value, label);

  g_list_store_append (list, option);
}

static void
add_countries (GListStore *list)
{
  gsize n;
  const AssayCode *countries = assay_countries (&n);

  for (gsize i = 0; i < n; i++)
    append (list, countries[i].code, assay_country_name (countries[i].code));
}

/* Funds, precious metals and codes for tests are left out: nobody pays a factory in them. */
static void
add_currencies (GListStore *list)
{
  static const char *const shared[] = { "XAF", "XCD", "XOF", "XPF", NULL };
  gsize n;
  const AssayCode *currencies = assay_currencies (&n);

  for (gsize i = 0; i < n; i++)
    {
      const char *code = currencies[i].code;
      g_autofree char *label = NULL;

      if (!assay_currency_is_known (code) || (*code == 'X' && !g_strv_contains (shared, code)))
        continue;
      /* Translators: code and name of a currency, as in "EUR – Euro" */
      label = g_strdup_printf (_ ("%s – %s"), code, assay_currency_name (code));
      append (list, code, label);
    }
}

/**
 * assay_option_list_new:
 * @field: a field of kind CHOICE, COUNTRY or CURRENCY
 *
 * Returns: (transfer full): what the field can hold, as AssayOption; without an entry for unknown
 */
GListStore *
assay_option_list_new (const AssayField *field)
{
  g_autoptr (GListStore) list = g_list_store_new (ASSAY_TYPE_OPTION);

  if (field->kind == ASSAY_KIND_COUNTRY)
    add_countries (list);
  else if (field->kind == ASSAY_KIND_CURRENCY)
    add_currencies (list);
  else
    for (const AssayChoice *choice = field->choices; choice->value != NULL; choice++)
      append (list, choice->value, assay_field_choice_label (field, choice->value));
  if (field->kind != ASSAY_KIND_CHOICE)
    g_list_store_sort (list, compare_labels, NULL);
  return g_steal_pointer (&list);
}
