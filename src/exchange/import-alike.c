/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Suppliers of a file that may be ones of the book under another name: not by the letters of the
 * name alone, but by numbers, mail, website and telephone too. And the names that a person said are
 * the same, kept so that the next file needs no answer. */

#include "assay-config.h"

#include "exchange/import-run.h"

#include <glib/gi18n-lib.h>

#include "exchange/cell-parse.h"
#include "store/supplier-alike.h"

#define MOST_NEAR 5

/* Other names find a supplier as its own does; so does its name in its own script. */
static gboolean
read_names (AssayParty *party, AssayImportRun *run, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      run->db,
      "SELECT supplier, name FROM supplier_name "
      "UNION ALL SELECT id, local_name FROM supplier WHERE local_name IS NOT NULL",
      error);
  gboolean row, ok;

  if (statement == NULL)
    return FALSE;
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      const char *name = assay_statement_get_text (statement, 1);
      gint64 id = assay_statement_get_int (statement, 0);
      g_autofree char *folded = assay_name_fold (name);

      if (assay_name_index_find (party->names, name) == 0)
        assay_name_index_add (party->names, id, name);
      if (*folded != '\0' && !g_hash_table_contains (party->codes, folded))
        g_hash_table_insert (party->codes, g_steal_pointer (&folded), g_memdup2 (&id, sizeof id));
    }
  return ok;
}

gboolean
assay_party_init_alike (AssayParty *party, AssayImportRun *run, GError **error)
{
  party->alike = assay_supplier_alike_read (run->db, error);
  return party->alike != NULL && read_names (party, run, error);
}

/* As it will be, with the reach of the contact that the row names where it has none itself. */
static AssayRecord *
make_compared (AssayImportRun *run, AssayRecord *supplier)
{
  static const guint reach[][2] = { { ASSAY_SUPPLIER_MAIL, ASSAY_CONTACT_MAIL },
                                    { ASSAY_SUPPLIER_PHONE, ASSAY_CONTACT_PHONE } };
  AssayRecord *compared = assay_record_copy (supplier);

  for (guint i = 0; i < G_N_ELEMENTS (reach); i++)
    if (!assay_record_is_known (compared, reach[i][0]))
      assay_record_set_text (compared, reach[i][0],
                             assay_import_text (run, ASSAY_TYPE_CONTACT, reach[i][1]));
  return compared;
}

/* "“Sao Mai” (the same tax number)" */
static void
note_alike (AssayParty *party, AssayImportRun *run, const char *name, AssayImportDoubt *doubt)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *reason = NULL;

  for (guint i = 0; doubt->near[i] != NULL; i++)
    {
      g_autofree char *shown = assay_cell_escape (doubt->near[i]);

      g_string_append_printf (list, "%s“%s” (%s)", i > 0 ? ", " : "", shown, doubt->reasons[i]);
    }
  /* Translators: %s are suppliers with reasons: “Sao Mai” (the same tax number). */
  reason = g_strdup_printf (_ ("may be %s, but taken as a new one"), list->str);
  assay_import_note (run,
                     (guint)(party->name_column >= 0 ? party->name_column : party->code_column),
                     name, reason);
}

gboolean
assay_party_doubt_alike (
    AssayParty *party, AssayImportRun *run, AssayRecord *supplier, const char *name, GError **error)
{
  g_autoptr (AssayRecord) compared = make_compared (run, supplier);
  g_autoptr (GArray) alike = assay_supplier_likeness_find (party->alike, compared);
  g_autoptr (GStrvBuilder) near = g_strv_builder_new (), reasons = g_strv_builder_new ();
  AssayImportDoubt *doubt;

  if (alike->len == 0)
    return TRUE;
  for (guint i = 0; i < MIN (alike->len, MOST_NEAR); i++)
    {
      const AssayLikeness *likeness = &g_array_index (alike, AssayLikeness, i);
      g_autoptr (AssayRecord) other
          = assay_records_get (run->db, ASSAY_TYPE_SUPPLIER, likeness->id, error);

      if (other == NULL)
        return FALSE;
      g_strv_builder_add (near, assay_record_get_text (other, ASSAY_SUPPLIER_NAME));
      g_strv_builder_take (reasons, assay_likeness_words (likeness->reasons));
    }
  doubt = g_new0 (AssayImportDoubt, 1);
  doubt->type = ASSAY_TYPE_SUPPLIER;
  doubt->line = run->row->line;
  doubt->name = g_strdup (name);
  doubt->near = g_strv_builder_end (near);
  doubt->reasons = g_strv_builder_end (reasons);
  g_ptr_array_add (run->result->doubts, doubt);
  note_alike (party, run, name, doubt);
  return TRUE;
}

void
assay_party_add_alike (AssayParty *party, AssayImportRun *run, AssayRecord *supplier)
{
  g_autoptr (AssayRecord) compared = make_compared (run, supplier);

  assay_supplier_likeness_add (party->alike, compared);
}

/* The name under which a file has a supplier that is called otherwise in the book. */
gboolean
assay_party_keep_name (
    AssayParty *party, AssayImportRun *run, gint64 id, const char *name, GError **error)
{
  g_autoptr (AssayRecord) kept = NULL;
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      run->db, "SELECT 1 FROM supplier_name WHERE supplier = ?1 AND name = ?2", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, id);
  assay_statement_bind_text (statement, 2, name);
  if (!assay_statement_step (statement, &row, error) || row)
    return row;
  kept = assay_record_new (ASSAY_TYPE_SUPPLIER_NAME);
  assay_record_set_reference (kept, ASSAY_SUPPLIER_NAME_SUPPLIER, id);
  assay_record_set_text (kept, ASSAY_SUPPLIER_NAME_NAME, name);
  assay_record_set_text (kept, ASSAY_SUPPLIER_NAME_ORIGIN, _ ("Imported list"));
  assay_supplier_likeness_add_name (party->alike, id, name);
  return assay_import_insert (run, kept, error);
}
