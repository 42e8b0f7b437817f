/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/form-rows.h"

#include <glib/gi18n-lib.h>

#include "insight/inspection-plan.h"

static void
row_free (gpointer data)
{
  AssayFormRow *row = data;

  g_clear_object (&row->record);
  g_free (row);
}

static AssayFormRow *
add_row (GPtrArray *rows, AssayFormRowKind kind, AssayRecord *record)
{
  AssayFormRow *row = g_new0 (AssayFormRow, 1);

  row->number = rows->len + 1;
  row->kind = kind;
  row->record = record != NULL ? g_object_ref (record) : NULL;
  g_ptr_array_add (rows, row);
  return row;
}

/* Not by the language's rules: the order may not depend on who prints and who types. */
static int
compare_types (gconstpointer a, gconstpointer b, gpointer data)
{
  static const guint fields[] = { ASSAY_DEFECT_TYPE_CATEGORY, ASSAY_DEFECT_TYPE_SUBCATEGORY,
                                  ASSAY_DEFECT_TYPE_CODE, ASSAY_DEFECT_TYPE_NAME };
  const AssayRecord *one = *(AssayRecord *const *)a;
  const AssayRecord *two = *(AssayRecord *const *)b;
  gint64 id_one = assay_record_get_id (one);
  gint64 id_two = assay_record_get_id (two);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      int order = g_strcmp0 (assay_record_get_text (one, fields[i]),
                             assay_record_get_text (two, fields[i]));

      if (order != 0)
        return order;
    }
  return id_one < id_two ? -1 : id_one > id_two;
}

static gboolean
has_second_sample (AssayRecord *inspection)
{
  for (guint i = 0; i < ASSAY_N_CLASSES; i++)
    if (assay_record_get_integer (inspection, assay_class_fields (i)->second_n, 0) > 0)
      return TRUE;
  return FALSE;
}

static void
add_defects (GPtrArray *rows, GPtrArray *types, gboolean second)
{
  for (guint i = 0; i < types->len; i++)
    add_row (rows, ASSAY_FORM_DEFECT, g_ptr_array_index (types, i))->second = second;
  for (guint i = 0; i < ASSAY_FORM_OTHERS; i++)
    add_row (rows, ASSAY_FORM_DEFECT, NULL)->second = second;
}

GPtrArray *
assay_form_rows_new (AssayRecord *inspection, GPtrArray *defect_types, GPtrArray *checkpoints)
{
  static const guint quantities[]
      = { ASSAY_INSPECTION_PRESENTED, ASSAY_INSPECTION_PACKED, ASSAY_INSPECTION_CARTONS,
          ASSAY_INSPECTION_CARTONS_OPENED, ASSAY_INSPECTION_INSPECTED };
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);
  g_autoptr (GPtrArray) types = g_ptr_array_new ();
  gboolean is_double = has_second_sample (inspection);

  for (guint i = 0; i < defect_types->len; i++)
    g_ptr_array_add (types, g_ptr_array_index (defect_types, i));
  g_ptr_array_sort_with_data (types, compare_types, NULL);
  if (is_double)
    add_row (rows, ASSAY_FORM_QUANTITY, NULL)->field = ASSAY_INSPECTION_FIRST_INSPECTED;
  for (guint i = 0; i < G_N_ELEMENTS (quantities); i++)
    add_row (rows, ASSAY_FORM_QUANTITY, NULL)->field = quantities[i];
  add_defects (rows, types, FALSE);
  if (is_double)
    add_defects (rows, types, TRUE);
  for (guint i = 0; i < checkpoints->len; i++)
    add_row (rows, ASSAY_FORM_CHECK, g_ptr_array_index (checkpoints, i));
  return rows;
}

char *
assay_form_row_dup_group (const AssayFormRow *row)
{
  const char *category = NULL;
  const char *subcategory = NULL;

  if (row->kind == ASSAY_FORM_CHECK)
    return g_strdup (assay_record_get_text (row->record, ASSAY_CHECKPOINT_SECTION));
  if (row->kind != ASSAY_FORM_DEFECT)
    return NULL;
  if (row->record == NULL)
    return g_strdup (_ ("Other defects"));
  category = assay_record_get_text (row->record, ASSAY_DEFECT_TYPE_CATEGORY);
  subcategory = assay_record_get_text (row->record, ASSAY_DEFECT_TYPE_SUBCATEGORY);
  if (category != NULL && subcategory != NULL)
    return g_strdup_printf ("%s · %s", category, subcategory);
  return g_strdup (category != NULL ? category : subcategory);
}
