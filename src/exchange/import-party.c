/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Suppliers, products and defect types: rows name them, the book has them under perhaps another
 * spelling. The same letters in another case, width or spacing are the same name; what is only
 * nearly the same is for the person to decide and, undecided, a record of its own. */

#include "assay-config.h"

#include "exchange/import-run.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Texts whose record is kept in mind; a file with more different ones looks the others up again. */
#define MOST_RESOLVED 50000

static void
remember_code (AssayParty *party, const char *code, gint64 id)
{
  g_autofree char *folded = code != NULL ? assay_name_fold (code) : NULL;

  if (folded != NULL && *folded != '\0' && !g_hash_table_contains (party->codes, folded))
    g_hash_table_insert (party->codes, g_steal_pointer (&folded), g_memdup2 (&id, sizeof id));
}

gboolean
assay_party_init (AssayParty *party,
                  AssayImportRun *run,
                  AssayType type,
                  guint name_field,
                  guint code_field,
                  GError **error)
{
  const AssayRecordType *described = assay_record_type_get (type);
  g_autofree char *sql = g_strdup_printf (
      "SELECT id, %s, %s FROM %s ORDER BY id", described->fields[name_field].column,
      code_field != ASSAY_PARTY_NO_CODE ? described->fields[code_field].column : "NULL",
      described->table);
  g_autoptr (AssayStatement) statement = assay_db_prepare (run->db, sql, error);
  gboolean row, ok;

  *party = (AssayParty){ .type = type, .name_field = name_field, .code_field = code_field };
  party->name_column = assay_import_plan_find (run->plan, type, name_field);
  party->code_column = assay_import_plan_find (run->plan, type, code_field);
  party->names = assay_name_index_new ();
  party->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  party->seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  party->resolved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  party->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (statement == NULL)
    return FALSE;
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      gint64 id = assay_statement_get_int (statement, 0);

      assay_name_index_add (party->names, id, assay_statement_get_text (statement, 1));
      remember_code (party, assay_statement_get_text (statement, 2), id);
    }
  return ok && (type != ASSAY_TYPE_SUPPLIER || assay_party_init_alike (party, run, error));
}

void
assay_party_clear (AssayParty *party)
{
  g_clear_pointer (&party->names, assay_name_index_free);
  g_clear_pointer (&party->codes, g_hash_table_unref);
  g_clear_pointer (&party->seen, g_hash_table_unref);
  g_clear_pointer (&party->resolved, g_hash_table_unref);
  g_clear_pointer (&party->numbers, g_hash_table_unref);
  g_clear_pointer (&party->alike, assay_supplier_likeness_free);
}

gboolean
assay_import_is_own (const AssayImportRun *run, gint64 id)
{
  return id >= run->first_id;
}

static gint64
find_code (AssayParty *party, const char *code)
{
  g_autofree char *folded = assay_name_fold (code);
  const gint64 *id = g_hash_table_lookup (party->codes, folded);

  return id != NULL ? *id : 0;
}

/* By code, then by name; a single column may hold either. */
gint64
assay_party_find (AssayParty *party, const char *name, const char *code)
{
  gint64 id = 0;

  if (code != NULL)
    id = find_code (party, code);
  if (id == 0 && name != NULL)
    {
      /* Two products may share a name and differ in the code. */
      if (code == NULL || party->type == ASSAY_TYPE_SUPPLIER)
        id = assay_name_index_find (party->names, name);
      if (id == 0 && code == NULL)
        id = find_code (party, name);
    }
  if (id == 0 && code != NULL && name == NULL)
    id = assay_name_index_find (party->names, code);
  return id;
}

/* A code of capital letters and digits made from a name, not yet used. */
static char *
make_code (AssayParty *party, const char *name)
{
  g_autoptr (GString) code = g_string_new (NULL);
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL);

  for (const char *at = normal; at != NULL && *at != '\0' && code->len < 40;
       at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (code, g_unichar_toupper (c));
      else if (!g_unichar_ismark (c) && code->len > 0 && code->str[code->len - 1] != '-')
        g_string_append_c (code, '-');
    }
  while (code->len > 0 && code->str[code->len - 1] == '-')
    g_string_truncate (code, code->len - 1);
  if (code->len == 0)
    g_string_assign (code, "P");
  if (find_code (party, code->str) == 0)
    return g_strdup (code->str);
  for (guint i = MAX (2, GPOINTER_TO_UINT (g_hash_table_lookup (party->numbers, code->str)));; i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s-%u", code->str, i);

      if (find_code (party, numbered) != 0)
        continue;
      g_hash_table_insert (party->numbers, g_strdup (code->str), GUINT_TO_POINTER (i + 1));
      return g_steal_pointer (&numbered);
    }
}

static void
doubt (AssayParty *party, AssayImportRun *run, const char *name)
{
  g_auto (GStrv) near = NULL;
  g_autofree char *list = NULL;
  g_autofree char *reason = NULL;
  AssayImportDoubt *entry;
  guint column;

  near = assay_name_index_near (party->names, name);
  if (near[0] == NULL)
    return;
  column = (guint)(party->name_column >= 0 ? party->name_column : party->code_column);
  list = g_strjoinv ("”, “", near);
  g_autofree char *shown = assay_cell_escape (list);
  /* Translators: %s is one name or several: Alpha Bags”, “Alpha Bag. */
  reason = g_strdup_printf (_ ("nearly the same as “%s”, but taken as a new one"), shown);
  assay_import_note (run, column, name, reason);
  entry = g_new0 (AssayImportDoubt, 1);
  entry->type = party->type;
  entry->line = run->row->line;
  entry->name = g_strdup (name);
  entry->near = g_steal_pointer (&near);
  g_ptr_array_add (run->result->doubts, entry);
}

static gboolean
meet (AssayParty *party, AssayImportRun *run, gboolean merge, gint64 id, GError **error);

/* It is the one of the book that a person said it is: the row is about that one. */
static gboolean
take_decided (AssayParty *party,
              AssayImportRun *run,
              gboolean merge,
              gint64 id,
              const char *name,
              GError **error)
{
  assay_name_index_add (party->names, id, name);
  if (party->type == ASSAY_TYPE_SUPPLIER && !assay_party_keep_name (party, run, id, name, error))
    return FALSE;
  return meet (party, run, merge, id, error);
}

static gboolean
create (AssayParty *party,
        AssayImportRun *run,
        gboolean merge,
        const char *name,
        const char *code,
        gint64 *id,
        GError **error)
{
  g_autoptr (AssayRecord) record = assay_record_new (party->type);
  const char *known_as = name != NULL ? name : code;
  const char *decided = assay_import_plan_get_decision (run->plan, party->type, known_as);

  if (decided != NULL && *decided != '\0')
    {
      *id = assay_party_find (party, decided, NULL);
      if (*id != 0)
        return take_decided (party, run, merge, *id, known_as, error);
      assay_import_note (run, G_MAXUINT, decided, _ ("there is no record of this name to match"));
    }
  else if (decided == NULL && party->code_field != ASSAY_PARTY_NO_CODE && party->alike == NULL)
    doubt (party, run, known_as);
  assay_import_fill (run, record);
  assay_record_set_text (record, party->name_field, known_as);
  if (code != NULL)
    assay_record_set_text (record, party->code_field, code);
  else if (party->type != ASSAY_TYPE_SUPPLIER && party->code_field != ASSAY_PARTY_NO_CODE)
    {
      g_autofree char *made = make_code (party, known_as);

      assay_record_set_text (record, party->code_field, made);
    }
  if (party->type == ASSAY_TYPE_PRODUCT && run->currency[0] != '\0'
      && !assay_record_is_known (record, ASSAY_PRODUCT_CURRENCY))
    assay_record_set_text (record, ASSAY_PRODUCT_CURRENCY, run->currency);
  if (party->alike != NULL && decided == NULL
      && !assay_party_doubt_alike (party, run, record, known_as, error))
    return FALSE;
  if (!assay_import_insert (run, record, error))
    return FALSE;
  if (party->alike != NULL)
    assay_party_add_alike (party, run, record);
  *id = assay_record_get_id (record);
  assay_name_index_add (party->names, *id, known_as);
  if (party->code_field != ASSAY_PARTY_NO_CODE)
    remember_code (party, assay_record_get_text (record, party->code_field), *id);
  return TRUE;
}

static gboolean
meet (AssayParty *party, AssayImportRun *run, gboolean merge, gint64 id, GError **error)
{
  g_autoptr (AssayRecord) record = NULL;

  if (!g_hash_table_add (party->seen, g_memdup2 (&id, sizeof id)))
    {
      if (merge && !assay_import_has_parts (party->type))
        assay_import_note (run, G_MAXUINT, "", _ ("the same as an earlier row"));
      return TRUE;
    }
  run->result->matched[party->type]++;
  if (!merge || assay_import_plan_get_only_new (run->plan))
    return TRUE;
  record = assay_records_get (run->db, party->type, id, error);
  return record != NULL && assay_import_merge (run, record, error);
}

gboolean
assay_party_resolve (
    AssayParty *party, AssayImportRun *run, gboolean merge, gint64 *id, GError **error)
{
  const char *name = assay_import_text (run, party->type, party->name_field);
  const char *code = party->code_field != ASSAY_PARTY_NO_CODE
                         ? assay_import_text (run, party->type, party->code_field)
                         : NULL;
  const char *text = code != NULL ? code : name;
  const gint64 *before;

  *id = 0;
  if (text == NULL)
    {
      if (merge)
        assay_import_refuse (
            run, (guint)(party->name_column >= 0 ? party->name_column : party->code_column),
            _ ("the row has neither a name nor a code"));
      return TRUE;
    }
  before = !merge ? g_hash_table_lookup (party->resolved, text) : NULL;
  if (before != NULL)
    {
      *id = *before;
      return TRUE;
    }
  *id = assay_party_find (party, name, code);
  if (*id != 0)
    {
      if (!meet (party, run, merge, *id, error))
        return FALSE;
    }
  else
    {
      if (!create (party, run, merge, name, code, id, error))
        return FALSE;
      g_hash_table_add (party->seen, g_memdup2 (id, sizeof *id));
    }
  if (!merge && g_hash_table_size (party->resolved) < MOST_RESOLVED)
    g_hash_table_insert (party->resolved, g_strdup (text), g_memdup2 (id, sizeof *id));
  return TRUE;
}

/* A contact on a row of suppliers or contacts. */
gboolean
assay_import_contact_row (AssayImportRun *run, gint64 supplier, GError **error)
{
  const char *name = assay_import_text (run, ASSAY_TYPE_CONTACT, ASSAY_CONTACT_NAME);
  g_autoptr (AssayStatement) statement = NULL;
  g_autoptr (AssayRecord) record = NULL;
  gboolean row;

  if (name == NULL || supplier == 0)
    {
      if (!run->row_refused && assay_import_plan_get_target (run->plan) == ASSAY_TYPE_CONTACT)
        assay_import_refuse (run, assay_import_column (run, ASSAY_TYPE_CONTACT, ASSAY_CONTACT_NAME),
                             _ ("a contact needs a name and a supplier"));
      return TRUE;
    }
  statement = assay_db_prepare (
      run->db, "SELECT id FROM contact WHERE supplier = ?1 AND name = ?2 LIMIT 1", error);
  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, supplier);
  assay_statement_bind_text (statement, 2, name);
  if (!assay_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    {
      run->result->matched[ASSAY_TYPE_CONTACT]++;
      record = assay_records_get (run->db, ASSAY_TYPE_CONTACT,
                                  assay_statement_get_int (statement, 0), error);
      return record != NULL && assay_import_merge (run, record, error);
    }
  record = assay_record_new (ASSAY_TYPE_CONTACT);
  assay_import_fill (run, record);
  assay_record_set_reference (record, ASSAY_CONTACT_SUPPLIER, supplier);
  return assay_import_insert (run, record, error);
}

/* A row of products; the supplier that it names is the product's main one. */
gboolean
assay_import_product_row (AssayImportRun *run, GError **error)
{
  g_autoptr (AssayRecord) record = NULL;
  gint64 supplier, product, before;

  if (!assay_party_resolve (&run->suppliers, run, FALSE, &supplier, error)
      || !assay_party_resolve (&run->products, run, TRUE, &product, error))
    return FALSE;
  if (supplier == 0 || product == 0)
    return TRUE;
  record = assay_records_get (run->db, ASSAY_TYPE_PRODUCT, product, error);
  if (record == NULL)
    return FALSE;
  before = assay_record_get_reference (record, ASSAY_PRODUCT_SUPPLIER);
  if (before == supplier)
    return TRUE;
  if (before != 0)
    {
      assay_import_note (run,
                         (guint)(run->suppliers.name_column >= 0 ? run->suppliers.name_column
                                                                 : run->suppliers.code_column),
                         NULL, _ ("differs from what the book has; the book’s value was kept"));
      return TRUE;
    }
  assay_record_set_reference (record, ASSAY_PRODUCT_SUPPLIER, supplier);
  return assay_records_update (run->db, record, error);
}
