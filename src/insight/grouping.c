/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "insight/grouping.h"

#include "record/choices.h"
#include "record/date.h"

static void
clear_group (gpointer data)
{
  AssayGroup *group = data;

  g_clear_pointer (&group->name, g_free);
}

static gint64
choice_key (const AssayChoice *choices, const char *value)
{
  if (value == NULL)
    return 0;
  for (gint64 i = 0; choices[i].value != NULL; i++)
    if (g_str_equal (choices[i].value, value))
      return i + 1;
  return 0;
}

/**
 * assay_grouping_mode_key:
 * @mode: (nullable): a stored transport mode
 *
 * Returns: its key, 0 where it is unknown
 */
gint64
assay_grouping_mode_key (const char *mode)
{
  return choice_key (assay_choices_mode, mode);
}

/**
 * assay_grouping_kind_key:
 * @kind: (nullable): a stored kind of inspection
 *
 * Returns: its key, 0 where it is unknown
 */
gint64
assay_grouping_kind_key (const char *kind)
{
  return choice_key (assay_choices_inspection_kind, kind);
}

/* Reads one text about a record: its name, its country. A strange book's need not be UTF-8, which
 * nothing that compares names survives. */
static gboolean
read_text (AssayDb *db, const char *sql, gint64 id, char **text, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, sql, error);
  gboolean row;

  *text = NULL;
  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, id);
  if (!assay_statement_step (statement, &row, error))
    return FALSE;
  if (row && !assay_statement_is_null (statement, 0))
    *text = g_utf8_make_valid (assay_statement_get_text (statement, 0), -1);
  return TRUE;
}

/* Two letters as a number; 0 for what is no country code. */
static gint64
pack_country (const char *code)
{
  if (code == NULL || strlen (code) != 2 || !g_ascii_isalpha (code[0])
      || !g_ascii_isalpha (code[1]))
    return 0;
  return ((gint64)(guchar)code[0] << 8) | (guchar)code[1];
}

/* The key of the group that @key belongs to. */
static gboolean
coarsen (AssayDb *db, AssayGrouping by, gint64 key, gint64 *coarse, GError **error)
{
  g_autofree char *country = NULL;

  *coarse = key;
  if (by == ASSAY_GROUP_MONTH && key != ASSAY_KEY_NO_DAY)
    *coarse = assay_date_month_start ((gint32)CLAMP (key, ASSAY_DATE_MIN, ASSAY_DATE_MAX));
  else if (by == ASSAY_GROUP_COUNTRY)
    {
      if (!read_text (db, "SELECT country FROM supplier WHERE id = ?", key, &country, error))
        return FALSE;
      *coarse = pack_country (country);
    }
  return TRUE;
}

static gboolean
name_group (AssayDb *db, AssayGrouping by, gint64 key, AssayGroup *group, GError **error)
{
  int year;
  int month;

  switch (by)
    {
    case ASSAY_GROUP_NONE:
      return TRUE;
    case ASSAY_GROUP_SUPPLIER:
      group->id = key;
      return read_text (db, "SELECT name FROM supplier WHERE id = ?", key, &group->name, error);
    case ASSAY_GROUP_PRODUCT:
      group->id = key;
      return read_text (db, "SELECT name FROM product WHERE id = ?", key, &group->name, error);
    case ASSAY_GROUP_MONTH:
      if (key == ASSAY_KEY_NO_DAY)
        return TRUE;
      assay_date_to_ymd ((gint32)key, &year, &month, NULL);
      group->name = g_strdup_printf ("%04d-%02d", year, month);
      return TRUE;
    case ASSAY_GROUP_COUNTRY:
      if (key != 0)
        group->name = g_strdup_printf ("%c%c", (char)(key >> 8), (char)(key & 0xff));
      return TRUE;
    case ASSAY_GROUP_MODE:
      if (key != 0)
        group->name = g_strdup (assay_choices_mode[key - 1].value);
      return TRUE;
    case ASSAY_GROUP_KIND:
      if (key != 0)
        group->name = g_strdup (assay_choices_inspection_kind[key - 1].value);
      return TRUE;
    case ASSAY_GROUP_CLASS: /* a lot has defects of all of them: see defects.c */
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * assay_grouping_resolve:
 * @db: the book
 * @by: what was asked for
 * @keys: the keys that the scan saw
 * @group_of_key: (out) (transfer full): for each key's number the group it belongs to
 * @error: return location for an error
 *
 * Returns: (transfer full): the groups, an array of #AssayGroup; %NULL on error
 */
GArray *
assay_grouping_resolve (AssayDb *db,
                        AssayGrouping by,
                        const AssayKeyIndex *keys,
                        guint32 **group_of_key,
                        GError **error)
{
  g_autoptr (GArray) groups = g_array_new (FALSE, TRUE, sizeof (AssayGroup));
  g_autoptr (AssayKeyIndex) coarse_keys = assay_key_index_new ();
  g_autofree guint32 *mapping = g_new (guint32, MAX (assay_key_index_size (keys), 1));

  g_array_set_clear_func (groups, clear_group);
  for (guint32 i = 0; i < assay_key_index_size (keys); i++)
    {
      gint64 coarse;

      if (!coarsen (db, by, assay_key_index_key (keys, i), &coarse, error))
        return NULL;
      mapping[i] = assay_key_index_add (coarse_keys, coarse);
    }
  g_array_set_size (groups, assay_key_index_size (coarse_keys));
  for (guint32 i = 0; i < groups->len; i++)
    if (!name_group (db, by, assay_key_index_key (coarse_keys, i),
                     &g_array_index (groups, AssayGroup, i), error))
      return NULL;
  *group_of_key = g_steal_pointer (&mapping);
  return g_steal_pointer (&groups);
}

/**
 * assay_group_compare_names:
 * @a: (nullable): a group's name
 * @b: (nullable): another's
 *
 * Orders names as people expect them, the unknown last.
 *
 * Returns: as strcmp()
 */
int
assay_group_compare_names (const char *a, const char *b)
{
  int order;

  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);
  order = g_utf8_collate (a, b);
  return order != 0 ? order : strcmp (a, b);
}
