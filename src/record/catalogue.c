/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "record/catalogue.h"

#include <glib/gi18n-lib.h>

#include "record/catalogue-private.h"

/**
 * assay_record_type_get:
 * @type: a type
 *
 * Returns: (transfer none): its entry in the catalogue
 */
const AssayRecordType *
assay_record_type_get (AssayType type)
{
  const AssayRecordType *found;

  g_return_val_if_fail (type > ASSAY_TYPE_NONE && type < ASSAY_N_TYPES, NULL);

  found = type <= ASSAY_TYPE_ASSESSMENT ? &assay_catalogue_trade[type - 1]
                                        : &assay_catalogue_sourcing[type - ASSAY_TYPE_SITE];
  g_assert (found->type == type);
  return found;
}

/**
 * assay_record_type_find:
 * @name: a type's name or table, with '-' or '_', in the singular or with an English plural's "s"
 *
 * Returns: (transfer none) (nullable): the type, or %NULL when there is none of that name
 */
const AssayRecordType *
assay_record_type_find (const char *name)
{
  g_autofree char *wanted = g_ascii_strdown (name, -1);

  g_strdelimit (wanted, "-", '_');
  for (AssayType i = ASSAY_TYPE_NONE + 1; i < ASSAY_N_TYPES; i++)
    {
      const AssayRecordType *type = assay_record_type_get (i);
      g_autofree char *plural = g_strconcat (type->name, "s", NULL);

      if (g_str_equal (wanted, type->name) || g_str_equal (wanted, type->table)
          || g_str_equal (wanted, plural))
        return type;
    }
  if (g_str_equal (wanted, "deliveries"))
    return assay_record_type_get (ASSAY_TYPE_DELIVERY);
  return NULL;
}

/**
 * assay_record_type_find_field:
 * @type: a type
 * @column: a column's name
 *
 * Returns: the index of the field, or -1 when there is none
 */
int
assay_record_type_find_field (const AssayRecordType *type, const char *column)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (g_ascii_strcasecmp (type->fields[i].column, column) == 0)
      return (int)i;
  return -1;
}

const char *
assay_record_type_label (const AssayRecordType *type)
{
  return _ (type->label);
}

const char *
assay_record_type_plural (const AssayRecordType *type)
{
  return _ (type->plural);
}
