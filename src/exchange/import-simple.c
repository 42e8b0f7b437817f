/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of records that stand by themselves or belong to one supplier or product, and are told apart
 * by a few fields: blackout periods, exchange rates, months of demand, assessments. */

#include "assay-config.h"

#include "exchange/import-run.h"

#include <glib/gi18n-lib.h>

#include "record/date.h"

#define MOST_KEYS 4
#define NO_FIELD  G_MAXUINT

typedef struct
{
  AssayType type;
  guint supplier, product; /* the fields that refer to one; NO_FIELD: none */
  guint keys[MOST_KEYS];   /* a row with the same values is the same record */
  guint n_keys;
} Simple;

static const Simple simples[] = {
  { ASSAY_TYPE_BLACKOUT,
    ASSAY_BLACKOUT_SUPPLIER,
    NO_FIELD,
    { ASSAY_BLACKOUT_NAME, ASSAY_BLACKOUT_FROM_ON, ASSAY_BLACKOUT_COUNTRY,
      ASSAY_BLACKOUT_SUPPLIER },
    4 },
  { ASSAY_TYPE_EXCHANGE_RATE,
    NO_FIELD,
    NO_FIELD,
    { ASSAY_EXCHANGE_RATE_CURRENCY, ASSAY_EXCHANGE_RATE_IN_CURRENCY, ASSAY_EXCHANGE_RATE_VALID_ON },
    3 },
  { ASSAY_TYPE_DEMAND,
    NO_FIELD,
    ASSAY_DEMAND_PRODUCT,
    { ASSAY_DEMAND_PRODUCT, ASSAY_DEMAND_MONTH },
    2 },
  { ASSAY_TYPE_ASSESSMENT,
    ASSAY_ASSESSMENT_SUPPLIER,
    NO_FIELD,
    { ASSAY_ASSESSMENT_SUPPLIER, ASSAY_ASSESSMENT_AREA, ASSAY_ASSESSMENT_ASSESSED_ON },
    3 },
};

static const Simple *
find_simple (AssayType type)
{
  for (guint i = 0; i < G_N_ELEMENTS (simples); i++)
    if (simples[i].type == type)
      return &simples[i];
  return NULL;
}

gboolean
assay_import_is_simple (AssayType type)
{
  return find_simple (type) != NULL;
}

static void
bind_value (AssayStatement *statement, int parameter, const AssayRecord *record, guint field)
{
  const AssayValue *value = assay_record_get_value (record, field);

  if (!assay_value_is_known (value))
    assay_statement_bind_null (statement, parameter);
  else if (assay_field_is_text (&assay_record_describe (record)->fields[field]))
    assay_statement_bind_text (statement, parameter, value->text);
  else
    assay_statement_bind_int (statement, parameter, value->integer);
}

gboolean
assay_import_find_same (AssayImportRun *run,
                        const AssayRecord *made,
                        const guint *keys,
                        guint n_keys,
                        gint64 *id,
                        GError **error)
{
  const AssayRecordType *type = assay_record_describe (made);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (AssayStatement) statement = NULL;
  gboolean row;

  g_string_printf (sql, "SELECT id FROM %s WHERE true", type->table);
  for (guint i = 0; i < n_keys; i++)
    g_string_append_printf (sql, " AND %s IS ?%u", type->fields[keys[i]].column, i + 1);
  g_string_append (sql, " LIMIT 1");
  statement = assay_db_prepare (run->db, sql->str, error);
  *id = 0;
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < n_keys; i++)
    bind_value (statement, (int)i + 1, made, keys[i]);
  if (!assay_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *id = assay_statement_get_int (statement, 0);
  return TRUE;
}

/* Supplier and product that the row names; unknown ones are made, as everywhere. */
static gboolean
set_parties (AssayImportRun *run, const Simple *simple, AssayRecord *made, GError **error)
{
  gint64 id;

  if (simple->supplier != NO_FIELD)
    {
      if (!assay_party_resolve (&run->suppliers, run, FALSE, &id, error))
        return FALSE;
      if (id != 0)
        assay_record_set_reference (made, simple->supplier, id);
    }
  if (simple->product != NO_FIELD)
    {
      if (!assay_party_resolve (&run->products, run, FALSE, &id, error))
        return FALSE;
      if (id != 0)
        assay_record_set_reference (made, simple->product, id);
    }
  return TRUE;
}

gboolean
assay_import_has_required (AssayImportRun *run, const AssayRecord *made, guint except)
{
  const AssayRecordType *type = assay_record_describe (made);

  for (guint i = 0; i < type->n_fields; i++)
    {
      g_autofree char *reason = NULL;

      if (!(type->fields[i].flags & ASSAY_FIELD_REQUIRED) || i == except
          || assay_record_is_known (made, i))
        continue;
      /* Translators: %s is a field, such as “First day”. */
      reason = g_strdup_printf (_ ("the row lacks “%s”"), assay_field_label (&type->fields[i]));
      assay_import_refuse (run, assay_import_column (run, type->type, i), reason);
      return FALSE;
    }
  return TRUE;
}

/* The party that the row names is made only for a row that comes in. */
static guint
get_named_party (AssayImportRun *run, const Simple *simple)
{
  if (simple->supplier != NO_FIELD
      && (assay_import_text (run, ASSAY_TYPE_SUPPLIER, ASSAY_SUPPLIER_NAME) != NULL
          || assay_import_text (run, ASSAY_TYPE_SUPPLIER, ASSAY_SUPPLIER_CODE) != NULL))
    return simple->supplier;
  if (simple->product != NO_FIELD
      && (assay_import_text (run, ASSAY_TYPE_PRODUCT, ASSAY_PRODUCT_CODE) != NULL
          || assay_import_text (run, ASSAY_TYPE_PRODUCT, ASSAY_PRODUCT_NAME) != NULL))
    return simple->product;
  return NO_FIELD;
}

gboolean
assay_import_simple_row (AssayImportRun *run, AssayType type, GError **error)
{
  const Simple *simple = find_simple (type);
  g_autoptr (AssayRecord) made = assay_record_new (type);
  g_autoptr (AssayRecord) existing = NULL;
  gint64 before;

  assay_import_fill (run, made);
  if (type == ASSAY_TYPE_DEMAND && assay_record_is_known (made, ASSAY_DEMAND_MONTH))
    assay_record_set_date (
        made, ASSAY_DEMAND_MONTH,
        assay_date_month_start (assay_record_get_date (made, ASSAY_DEMAND_MONTH)));
  if (!assay_import_has_required (run, made, get_named_party (run, simple))
      || !assay_import_allows (run, made))
    return TRUE;
  if (!set_parties (run, simple, made, error)
      || !assay_import_find_same (run, made, simple->keys, simple->n_keys, &before, error))
    return FALSE;
  if (before == 0)
    return assay_import_insert (run, made, error);
  if (assay_import_is_own (run, before))
    {
      assay_import_note (run, G_MAXUINT, "", _ ("the same as an earlier row"));
      return TRUE;
    }
  run->result->matched[type]++;
  if (assay_import_plan_get_only_new (run->plan))
    return TRUE;
  existing = assay_records_get (run->db, type, before, error);
  return existing != NULL && assay_import_merge (run, existing, error);
}
