/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The catalogue makes sense in itself, and records keep to it. */

#include "record/record.h"

static void
check_field (const AssayRecordType *type, const AssayField *field)
{
  g_test_message ("%s.%s", type->name, field->column);
  g_assert_nonnull (field->label);
  g_assert_nonnull (field->group);
  g_assert_true ((field->kind == ASSAY_KIND_CHOICE) == (field->choices != NULL));
  g_assert_true ((field->kind == ASSAY_KIND_REFERENCE) == (field->reference != ASSAY_TYPE_NONE));
  if (field->kind == ASSAY_KIND_MONEY)
    g_assert_cmpint (assay_record_type_find_field (type, field->currency_column), >=, 0);
  if (field->flags & ASSAY_FIELD_SEARCHABLE)
    g_assert_true (assay_field_is_text (field));
  if (field->initial != NULL && field->kind == ASSAY_KIND_CHOICE)
    g_assert_nonnull (assay_field_choice_label (field, field->initial));
  if (field->flags & ASSAY_FIELD_RANGE)
    g_assert_cmpint (field->min, <=, field->max);
}

static void
test_fields (void)
{
  for (AssayType i = ASSAY_TYPE_NONE + 1; i < ASSAY_N_TYPES; i++)
    {
      const AssayRecordType *type = assay_record_type_get (i);
      g_autoptr (GHashTable) columns = g_hash_table_new (g_str_hash, g_str_equal);

      g_assert_true (assay_record_type_find (type->name) == type);
      g_assert_true (assay_record_type_find (type->table) == type);
      for (guint field = 0; field < type->n_fields; field++)
        {
          check_field (type, &type->fields[field]);
          g_assert_true (g_hash_table_add (columns, (gpointer)type->fields[field].column));
        }
      if (type->owner >= 0)
        g_assert_cmpint (type->fields[type->owner].kind, ==, ASSAY_KIND_REFERENCE);
      for (const AssayType *owned = type->owned; owned != NULL && *owned != ASSAY_TYPE_NONE;
           owned++)
        g_assert_cmpint (
            assay_record_type_get (*owned)->fields[assay_record_type_get (*owned)->owner].reference,
            ==, i);
    }
  g_assert_true (assay_record_type_find ("orders") == assay_record_type_get (ASSAY_TYPE_ORDER));
  g_assert_true (assay_record_type_find ("Order-Line")
                 == assay_record_type_get (ASSAY_TYPE_ORDER_LINE));
  g_assert_null (assay_record_type_find ("nonsense"));
}

static void
changed_cb (AssayRecord *record, guint field, guint *n)
{
  g_assert_cmpuint (field, ==, ASSAY_SUPPLIER_NAME);
  (*n)++;
}

static void
test_record (void)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_SUPPLIER);
  g_autoptr (AssayRecord) copy = NULL;
  guint n = 0;

  g_assert_cmpstr (assay_record_get_text (record, ASSAY_SUPPLIER_KIND), ==, "factory");
  g_assert_false (assay_record_is_known (record, ASSAY_SUPPLIER_EMPLOYEES));
  g_assert_cmpint (assay_record_get_integer (record, ASSAY_SUPPLIER_EMPLOYEES, -1), ==, -1);
  g_signal_connect (record, "changed::name", G_CALLBACK (changed_cb), &n);
  assay_record_set_text (record, ASSAY_SUPPLIER_NAME, "Sao Mai");
  assay_record_set_text (record, ASSAY_SUPPLIER_NAME, "Sao Mai");
  assay_record_set_text (record, ASSAY_SUPPLIER_CITY, "Biên Hòa");
  g_assert_cmpuint (n, ==, 1);
  copy = assay_record_copy (record);
  g_assert_true (assay_record_equal (record, copy));
  /* The empty text is unknown. */
  assay_record_set_text (copy, ASSAY_SUPPLIER_CITY, "");
  g_assert_false (assay_record_is_known (copy, ASSAY_SUPPLIER_CITY));
  g_assert_false (assay_record_equal (record, copy));
}

static const char *
problem (AssayRecord *record, int field, AssayProblems **problems)
{
  g_clear_pointer (problems, assay_problems_free);
  *problems = assay_problems_new ();
  assay_record_check (record, *problems);
  return assay_problems_for_field (*problems, field);
}

static void
test_rules (void)
{
  g_autoptr (AssayRecord) delivery = assay_record_new (ASSAY_TYPE_DELIVERY);
  g_autoptr (AssayRecord) inspection = assay_record_new (ASSAY_TYPE_INSPECTION);
  g_autoptr (AssayProblems) problems = NULL;

  g_assert_nonnull (problem (delivery, ASSAY_DELIVERY_ORDER_LINE, &problems));
  assay_record_set_reference (delivery, ASSAY_DELIVERY_ORDER_LINE, 1);
  assay_record_set_date (delivery, ASSAY_DELIVERY_SHIPPED_ON, 20000);
  assay_record_set_date (delivery, ASSAY_DELIVERY_RECEIVED_ON, 19999);
  g_assert_nonnull (problem (delivery, ASSAY_DELIVERY_RECEIVED_ON, &problems));
  assay_record_set_date (delivery, ASSAY_DELIVERY_RECEIVED_ON, 20000);
  problem (delivery, -1, &problems);
  g_assert_cmpuint (assay_problems_count (problems), ==, 0);
  assay_record_set_integer (delivery, ASSAY_DELIVERY_QUANTITY, -1);
  g_assert_nonnull (problem (delivery, ASSAY_DELIVERY_QUANTITY, &problems));

  assay_record_set_reference (inspection, ASSAY_INSPECTION_SUPPLIER, 1);
  assay_record_set_integer (inspection, ASSAY_INSPECTION_LOT_SIZE, 50);
  assay_record_set_integer (inspection, ASSAY_INSPECTION_INSPECTED, 80);
  g_assert_nonnull (problem (inspection, ASSAY_INSPECTION_INSPECTED, &problems));
  assay_record_set_integer (inspection, ASSAY_INSPECTION_INSPECTED, 50);
  g_assert_null (problem (inspection, ASSAY_INSPECTION_INSPECTED, &problems));
  assay_record_set_integer (inspection, ASSAY_INSPECTION_DEFECTIVE_MAJOR, 51);
  g_assert_nonnull (problem (inspection, ASSAY_INSPECTION_DEFECTIVE_MAJOR, &problems));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/fields", test_fields);
  g_test_add_func ("/catalogue/record", test_record);
  g_test_add_func ("/catalogue/rules", test_rules);
  return g_test_run ();
}
