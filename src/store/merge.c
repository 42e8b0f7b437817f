/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "store/merge.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "record/format.h"
#include "record/party-name.h"
#include "store/query.h"
#include "store/records.h"
#include "store/touched.h"

static GArray *
read_ids (AssayDb *db, const char *sql, gint64 id, const char *text, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, sql, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row, ok;

  if (statement == NULL)
    return NULL;
  assay_statement_bind_int (statement, 1, id);
  if (text != NULL)
    assay_statement_bind_text (statement, 2, text);
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      gint64 found = assay_statement_get_int (statement, 0);

      g_array_append_val (ids, found);
    }
  return ok ? g_steal_pointer (&ids) : NULL;
}

/* Each record by itself, so that what is derived from it is noted. */
static gboolean
point (AssayDb *db,
       const AssayRecordType *type,
       const char *column,
       GArray *ids,
       gint64 into,
       GError **error)
{
  g_autofree char *sql
      = g_strdup_printf ("UPDATE %s SET %s = ?2 WHERE id = ?1", type->table, column);

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (AssayStatement) statement = NULL;

      if (!assay_touched_add (db, type->type, id, error))
        return FALSE;
      statement = assay_db_prepare (db, sql, error);
      if (statement == NULL)
        return FALSE;
      assay_statement_bind_int (statement, 1, id);
      assay_statement_bind_int (statement, 2, into);
      if (!assay_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

/* What the store derives goes too: nothing may point to one that is gone until it is brought up to
 * date. */
static gboolean
move_references (
    AssayDb *db, AssayType type, gint64 from, gint64 into, AssayMerged *merged, GError **error)
{
  for (AssayType other = ASSAY_TYPE_NONE + 1; other < ASSAY_N_TYPES; other++)
    {
      const AssayRecordType *described = assay_record_type_get (other);

      for (guint i = 0; i < described->n_fields; i++)
        {
          const AssayField *field = &described->fields[i];
          g_autofree char *sql = NULL;
          g_autoptr (GArray) ids = NULL;

          if (field->reference != type)
            continue;
          sql = g_strdup_printf ("SELECT id FROM %s WHERE %s = ?1 ORDER BY id", described->table,
                                 field->column);
          ids = read_ids (db, sql, from, NULL, error);
          if (ids == NULL || !point (db, described, field->column, ids, into, error))
            return FALSE;
          if (!(field->flags & ASSAY_FIELD_DERIVED))
            merged->moved[other] += ids->len;
        }
    }
  return TRUE;
}

/* Files go behind those that are there; the same file twice goes once. */
static gboolean
move_files (
    AssayDb *db, AssayType type, gint64 from, gint64 into, AssayMerged *merged, GError **error)
{
  const AssayRecordType *described = assay_record_type_get (type);
  g_autoptr (GArray) ids = read_ids (
      db, "SELECT id FROM attachment WHERE owner = ?1 AND owner_type = ?2 ORDER BY position, id",
      from, described->name, error);
  g_autoptr (AssayStatement) last = NULL;
  gint64 position;
  gboolean row;

  if (ids == NULL || ids->len == 0)
    return ids != NULL;
  last = assay_db_prepare (
      db, "SELECT ifnull (max (position), 0) FROM attachment WHERE owner = ?1 AND owner_type = ?2",
      error);
  if (last == NULL)
    return FALSE;
  assay_statement_bind_int (last, 1, into);
  assay_statement_bind_text (last, 2, described->name);
  if (!assay_statement_step (last, &row, error))
    return FALSE;
  position = row ? assay_statement_get_int (last, 0) : 0;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (AssayRecord) file
          = assay_records_get (db, ASSAY_TYPE_ATTACHMENT, g_array_index (ids, gint64, i), error);

      if (file == NULL)
        return FALSE;
      assay_record_set_integer (file, ASSAY_ATTACHMENT_OWNER, into);
      assay_record_set_integer (file, ASSAY_ATTACHMENT_POSITION, position + 1 + i);
      if (!assay_records_update (db, file, error))
        return FALSE;
    }
  merged->moved[ASSAY_TYPE_ATTACHMENT] += ids->len;
  return TRUE;
}

/* Whether @b says nothing against @a. */
static gboolean
agrees (const AssayRecord *a, const AssayRecord *b)
{
  const AssayRecordType *type = assay_record_describe (a);

  for (guint i = 0; i < type->n_fields; i++)
    if ((int)i != type->owner && assay_record_is_known (a, i) && assay_record_is_known (b, i)
        && !assay_value_equal (assay_record_get_value (a, i), assay_record_get_value (b, i)))
      return FALSE;
  return TRUE;
}

static guint
fill (AssayRecord *record, const AssayRecord *from)
{
  const AssayRecordType *type = assay_record_describe (record);
  guint filled = 0;

  for (guint i = 0; i < type->n_fields; i++)
    if ((int)i != type->owner && !(type->fields[i].flags & ASSAY_FIELD_DERIVED)
        && !assay_record_is_known (record, i) && assay_record_is_known (from, i))
      {
        assay_record_set_value (record, i, assay_record_get_value (from, i));
        filled++;
      }
  return filled;
}

static gboolean
fold_into (AssayDb *db, AssayRecord *record, AssayRecord *from, AssayMerged *merged, GError **error)
{
  AssayType type = assay_record_get_kind (record);
  AssayMerged below = { 0 };

  fill (record, from);
  merged->folded++;
  return move_references (db, type, assay_record_get_id (from), assay_record_get_id (record),
                          &below, error)
         && move_files (db, type, assay_record_get_id (from), assay_record_get_id (record), &below,
                        error)
         && assay_records_delete (db, type, assay_record_get_id (from), error)
         && assay_records_update (db, record, error);
}

static gboolean
same_title (const AssayRecord *a, const AssayRecord *b)
{
  g_autofree char *left = assay_record_dup_title (a);
  g_autofree char *right = assay_record_dup_title (b);
  g_autofree char *left_core = assay_party_name_core (left, FALSE);
  g_autofree char *right_core = assay_party_name_core (right, FALSE);

  return *left_core != '\0' && g_str_equal (left_core, right_core);
}

/* A contact, a site or another name that both had, told without contradiction, is one. @before are
 * the keys of those that were there. */
static gboolean
fold_owned (AssayDb *db,
            const AssayRecordType *child,
            GArray *before,
            GArray *came,
            AssayMerged *merged,
            GError **error)
{
  g_autoptr (GPtrArray) there = NULL, new = NULL;

  if (before->len == 0 || came->len == 0)
    return TRUE;
  there = assay_query_fetch_records (child->type, (const gint64 *)(const void *)before->data,
                                     before->len, db, error);
  if (there == NULL)
    return FALSE;
  new = assay_query_fetch_records (child->type, (const gint64 *)(const void *)came->data, came->len,
                                   db, error);
  if (new == NULL)
    return FALSE;
  for (guint i = 0; i < new->len; i++)
    for (guint j = 0; j < there->len; j++)
      {
        AssayRecord *record = g_ptr_array_index (there, j);
        AssayRecord *other = g_ptr_array_index (new, i);

        if (!same_title (record, other) || !agrees (record, other))
          continue;
        if (!fold_into (db, record, other, merged, error))
          return FALSE;
        break;
      }
  return TRUE;
}

static GArray *
read_owned (AssayDb *db, const AssayRecordType *child, gint64 owner, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE %s = ?1 ORDER BY id",
                                          child->table, child->fields[child->owner].column);

  return read_ids (db, sql, owner, NULL, error);
}

/* What the two own is noted before it moves, and looked at afterwards. */
static gboolean
move_all (AssayDb *db, gint64 from, gint64 into, AssayMerged *merged, GError **error)
{
  const AssayRecordType *type = assay_record_type_get (ASSAY_TYPE_SUPPLIER);
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  g_autoptr (GPtrArray) came = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);

  for (const AssayType *owned = type->owned; *owned != ASSAY_TYPE_NONE; owned++)
    {
      const AssayRecordType *child = assay_record_type_get (*owned);
      GArray *theirs = read_owned (db, child, into, error);
      GArray *ours = theirs != NULL ? read_owned (db, child, from, error) : NULL;

      if (theirs != NULL)
        g_ptr_array_add (before, theirs);
      if (ours == NULL)
        return FALSE;
      g_ptr_array_add (came, ours);
    }
  if (!move_references (db, ASSAY_TYPE_SUPPLIER, from, into, merged, error)
      || !move_files (db, ASSAY_TYPE_SUPPLIER, from, into, merged, error))
    return FALSE;
  for (guint i = 0; i < before->len; i++)
    if (!fold_owned (db, assay_record_type_get (type->owned[i]), g_ptr_array_index (before, i),
                     g_ptr_array_index (came, i), merged, error))
      return FALSE;
  return TRUE;
}

gboolean
assay_merge_has_field (guint field)
{
  const AssayField *described = &assay_record_type_get (ASSAY_TYPE_SUPPLIER)->fields[field];

  return !(described->flags & (ASSAY_FIELD_DERIVED | ASSAY_FIELD_HIDDEN));
}

/* What the one said that goes and nobody decided about: a line for each. */
static void
keep_in_notes (AssayRecord *record, const AssayRecord *from)
{
  const AssayRecordType *type = assay_record_describe (record);
  const char *notes = assay_record_get_text (record, ASSAY_SUPPLIER_NOTE);
  const char *theirs = assay_record_get_text (from, ASSAY_SUPPLIER_NOTE);
  g_autoptr (GString) text = g_string_new (notes);
  g_autofree char *name = assay_record_dup_title (from);
  gboolean any = FALSE;

  for (guint i = 0; i < type->n_fields; i++)
    {
      g_autofree char *value = NULL;

      if (!assay_merge_has_field (i) || i == ASSAY_SUPPLIER_NAME || i == ASSAY_SUPPLIER_NOTE
          || !assay_record_is_known (from, i)
          || assay_value_equal (assay_record_get_value (record, i),
                                assay_record_get_value (from, i)))
        continue;
      if (!any)
        {
          g_string_append (text, text->len > 0 ? "\n" : "");
          /* Translators: %s is a supplier that was merged; lines of what differed follow. */
          g_string_append_printf (text, _ ("“%s” had:"), name);
        }
      any = TRUE;
      value = assay_format_display (from, i, ASSAY_UNITS_METRIC);
      g_string_append_printf (text, "\n%s: %s", assay_field_label (&type->fields[i]), value);
    }
  if (theirs != NULL && (notes == NULL || strstr (notes, theirs) == NULL))
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", theirs);
  if (text->len > 0)
    assay_record_set_text (record, ASSAY_SUPPLIER_NOTE, text->str);
}

static void
take_values (AssayRecord *record, const AssayRecord *from, const gboolean *take)
{
  const AssayRecordType *type = assay_record_describe (record);

  for (guint i = 0; i < type->n_fields; i++)
    if (take[i] && assay_merge_has_field (i) && assay_record_is_known (from, i))
      assay_record_set_value (record, i, assay_record_get_value (from, i));
}

static gboolean
knows_name (AssayDb *db, const AssayRecord *supplier, const char *name, GError **error)
{
  static const guint names[]
      = { ASSAY_SUPPLIER_NAME, ASSAY_SUPPLIER_LOCAL_NAME, ASSAY_SUPPLIER_CODE };
  g_autoptr (AssayStatement) statement = NULL;
  gboolean row;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (assay_record_get_text (supplier, names[i]), name) == 0)
      return TRUE;
  statement = assay_db_prepare (
      db, "SELECT 1 FROM supplier_name WHERE supplier = ?1 AND name = ?2 LIMIT 1", error);
  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, assay_record_get_id (supplier));
  assay_statement_bind_text (statement, 2, name);
  return assay_statement_step (statement, &row, error) && row;
}

/* Names and codes that files may still use. */
static gboolean
keep_names (AssayDb *db, const AssayRecord *supplier, const AssayRecord *other, GError **error)
{
  static const guint names[] = { ASSAY_SUPPLIER_NAME, ASSAY_SUPPLIER_LOCAL_NAME,
                                 ASSAY_SUPPLIER_LEGAL_NAME, ASSAY_SUPPLIER_CODE };
  g_autofree char *title = assay_record_dup_title (other);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *name = assay_record_get_text (other, names[i]);
      g_autoptr (GError) problem = NULL;
      g_autoptr (AssayRecord) kept = NULL;
      g_autofree char *origin = NULL;

      if (name == NULL || g_strcmp0 (name, assay_record_get_text (supplier, names[i])) == 0
          || knows_name (db, supplier, name, &problem))
        continue;
      if (problem != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      kept = assay_record_new (ASSAY_TYPE_SUPPLIER_NAME);
      /* Translators: %s is the field that a kept name comes from, “Code”. */
      origin
          = g_strdup_printf (_ ("%s until it was merged"),
                             assay_field_label (&assay_record_describe (other)->fields[names[i]]));
      assay_record_set_reference (kept, ASSAY_SUPPLIER_NAME_SUPPLIER,
                                  assay_record_get_id (supplier));
      assay_record_set_text (kept, ASSAY_SUPPLIER_NAME_NAME, name);
      assay_record_set_text (kept, ASSAY_SUPPLIER_NAME_ORIGIN, origin);
      if (!assay_records_insert (db, kept, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
merge_one (AssayDb *db,
           gint64 from_id,
           gint64 into_id,
           const AssayMerge *merge,
           AssayMerged *merged,
           GError **error)
{
  g_autoptr (AssayRecord) from = assay_records_get (db, ASSAY_TYPE_SUPPLIER, from_id, error);
  g_autoptr (AssayRecord) into
      = from != NULL ? assay_records_get (db, ASSAY_TYPE_SUPPLIER, into_id, error) : NULL;
  g_autoptr (AssayRecord) before = NULL;

  if (into == NULL)
    return FALSE;
  before = assay_record_copy (into);
  merged->filled += fill (into, from);
  if (merge->take != NULL)
    take_values (into, from, merge->take);
  if (merge->note)
    keep_in_notes (into, from);
  /* The one goes before the other takes over its code, which no two have. */
  return move_all (db, from_id, into_id, merged, error)
         && assay_records_delete (db, ASSAY_TYPE_SUPPLIER, from_id, error)
         && assay_records_update (db, into, error) && keep_names (db, into, before, error)
         && keep_names (db, into, from, error);
}

static const AssayMerge *
merge_of (const AssayMerge *merges, guint n, gint64 from)
{
  for (guint i = 0; i < n; i++)
    if (merges[i].from == from)
      return &merges[i];
  return NULL;
}

static char *
title_of (AssayDb *db, gint64 id)
{
  char *title = assay_records_dup_title (db, ASSAY_TYPE_SUPPLIER, id, NULL);

  return title != NULL ? title : g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

/* "A → B → A" */
static void
set_circular (AssayDb *db, const AssayMerge *merges, guint n, gint64 start, GError **error)
{
  g_autoptr (GString) way = g_string_new (NULL);
  gint64 at = start;

  do
    {
      g_autofree char *title = title_of (db, at);

      g_string_append_printf (way, "“%s” → ", title);
      at = merge_of (merges, n, at)->into;
    }
  while (at != start);
  g_autofree char *title = title_of (db, start);

  g_string_append_printf (way, "“%s”", title);
  g_set_error (
      error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_CONSTRAINT,
      /* Translators: %s are suppliers, each to be merged into the next: “A” → “B” → “A”. */
      _ ("These would be merged in a circle, and none would be left: %s. Nothing was "
         "merged."),
      way->str);
}

/* The one that is left when all are merged; 0 with @error where there is none. */
static gint64
last_of (AssayDb *db, const AssayMerge *merges, guint n, gint64 from, GError **error)
{
  const AssayMerge *merge = merge_of (merges, n, from);
  gint64 at = merge->into;

  for (guint steps = 0; (merge = merge_of (merges, n, at)) != NULL; steps++)
    {
      if (at == from || steps > n)
        {
          set_circular (db, merges, n, at, error);
          return 0;
        }
      at = merge->into;
    }
  return at;
}

static gboolean
check (AssayDb *db, const AssayMerge *merges, guint n, GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      const AssayMerge *first = merge_of (merges, n, merges[i].from);

      if (merges[i].from == merges[i].into)
        {
          g_autofree char *title = title_of (db, merges[i].from);

          g_set_error (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_CONSTRAINT,
                       _ ("“%s” cannot be merged into itself. Nothing was merged."), title);
          return FALSE;
        }
      if (first->into != merges[i].into)
        {
          g_autofree char *title = title_of (db, merges[i].from);
          g_autofree char *one = title_of (db, first->into);
          g_autofree char *other = title_of (db, merges[i].into);

          g_set_error (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_CONSTRAINT,
                       _ ("“%s” cannot be merged into both “%s” and “%s”. Nothing was merged."),
                       title, one, other);
          return FALSE;
        }
      if (last_of (db, merges, n, merges[i].from, error) == 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * assay_merge_suppliers:
 * @db: a connection inside a change
 * @merges: (array length=n): which supplier goes into which
 * @n: how many
 * @merged: (out) (optional): what was done
 * @error: %ASSAY_STORE_ERROR_CONSTRAINT for what cannot be
 *
 * Where one of them goes into one that itself goes into a third, all become the third.
 *
 * Returns: whether all are merged
 */
gboolean
assay_merge_suppliers (
    AssayDb *db, const AssayMerge *merges, guint n, AssayMerged *merged, GError **error)
{
  AssayMerged counted = { 0 };

  if (!check (db, merges, n, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      gint64 into = last_of (db, merges, n, merges[i].from, error);

      /* Told twice. */
      if (merge_of (merges, n, merges[i].from) != &merges[i])
        continue;
      if (into == 0 || !merge_one (db, merges[i].from, into, &merges[i], &counted, error))
        return FALSE;
    }
  if (merged != NULL)
    *merged = counted;
  return TRUE;
}
