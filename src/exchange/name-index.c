/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/name-index.h"

#include <string.h>

/* Comparisons letter by letter that one import may cost in all; beyond that only whole keys count.
 */
#define MOST_COMPARISONS 3000000
#define MOST_NEAR        5

typedef struct
{
  gint64 id;
  char *name;
  char *loose;
  gsize length;
} Entry;

struct _AssayNameIndex
{
  GHashTable *exact;  /* name → Entry */
  GHashTable *folded; /* folded name → Entry */
  GPtrArray *entries;
  guint64 comparisons;
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->name);
  g_free (entry->loose);
  g_free (entry);
}

AssayNameIndex *
assay_name_index_new (void)
{
  AssayNameIndex *index = g_new0 (AssayNameIndex, 1);

  index->exact = g_hash_table_new (g_str_hash, g_str_equal);
  index->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  index->entries = g_ptr_array_new_with_free_func (entry_free);
  return index;
}

void
assay_name_index_free (AssayNameIndex *index)
{
  g_hash_table_unref (index->exact);
  g_hash_table_unref (index->folded);
  g_ptr_array_unref (index->entries);
  g_free (index);
}

/* A name in one case; those of a strange book need not be UTF-8. */
static char *
fold_case (const char *name, GNormalizeMode mode)
{
  g_autofree char *valid = g_utf8_validate (name, -1, NULL) ? NULL : g_utf8_make_valid (name, -1);
  g_autofree char *normal = g_utf8_normalize (valid != NULL ? valid : name, -1, mode);

  return g_utf8_casefold (normal, -1);
}

char *
assay_name_fold (const char *name)
{
  g_autofree char *cased = fold_case (name, G_NORMALIZE_ALL_COMPOSE);
  GString *folded = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *at = cased; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c))
        {
          space = folded->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (folded, ' ');
      space = FALSE;
      g_string_append_unichar (folded, c);
    }
  return g_string_free_and_steal (folded);
}

static gboolean
is_legal_form (const char *word)
{
  static const char *const forms[] = { "ltd",        "limited",
                                       "co",         "company",
                                       "corp",       "corporation",
                                       "inc",        "incorporated",
                                       "llc",        "llp",
                                       "gmbh",       "ag",
                                       "kg",         "bv",
                                       "b",          "v",
                                       "nv",         "sa",
                                       "s",          "a",
                                       "srl",        "spa",
                                       "sarl",       "sas",
                                       "plc",        "pvt",
                                       "private",    "pte",
                                       "pty",        "jsc",
                                       "tnhh",       "cv",
                                       "de",         "sti",
                                       "as",         "oy",
                                       "ab",         "kft",
                                       "industrial", "industries",
                                       "the",        "and",
                                       "mfg",        "manufacturing",
                                       "intl",       "international",
                                       NULL };

  return g_strv_contains (forms, word);
}

/* Letters and digits without marks, without the legal form; words joined. */
static char *
loosen (const char *name)
{
  g_autofree char *cased = fold_case (name, G_NORMALIZE_ALL);
  g_autoptr (GString) spaced = g_string_new (NULL);
  GString *loose = g_string_new (NULL);
  g_auto (GStrv) words = NULL;

  for (const char *at = cased; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (spaced, c);
      else if (!g_unichar_ismark (c) && g_unichar_type (c) != G_UNICODE_FORMAT)
        g_string_append_c (spaced, ' ');
    }
  words = g_strsplit (spaced->str, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (!is_legal_form (words[i]))
      g_string_append (loose, words[i]);
  if (loose->len == 0)
    g_string_assign (loose, spaced->str);
  return g_string_free_and_steal (loose);
}

void
assay_name_index_add (AssayNameIndex *index, gint64 id, const char *name)
{
  Entry *entry;
  char *folded;

  if (name == NULL || *name == '\0' || g_hash_table_contains (index->exact, name))
    return;
  entry = g_new0 (Entry, 1);
  entry->id = id;
  entry->name = g_strdup (name);
  entry->loose = loosen (name);
  entry->length = strlen (entry->loose);
  g_ptr_array_add (index->entries, entry);
  g_hash_table_insert (index->exact, entry->name, entry);
  folded = assay_name_fold (name);
  if (g_hash_table_contains (index->folded, folded))
    g_free (folded);
  else
    g_hash_table_insert (index->folded, folded, entry);
}

gint64
assay_name_index_find (AssayNameIndex *index, const char *name)
{
  const Entry *entry = g_hash_table_lookup (index->exact, name);
  g_autofree char *folded = NULL;

  if (entry != NULL)
    return entry->id;
  folded = assay_name_fold (name);
  entry = g_hash_table_lookup (index->folded, folded);
  return entry != NULL ? entry->id : 0;
}

static gboolean
same_digits (const char *a, const char *b)
{
  for (;;)
    {
      while (*a != '\0' && !g_ascii_isdigit (*a))
        a++;
      while (*b != '\0' && !g_ascii_isdigit (*b))
        b++;
      if (*a != *b)
        return FALSE;
      if (*a == '\0')
        return TRUE;
      a++;
      b++;
    }
}

/* Whether at most @most letters differ: rows of the usual table, left when all are beyond it. */
static gboolean
is_within (const char *a, gsize m, const char *b, gsize n, guint most)
{
  guint row[65];

  if (m > 64 || n > 64)
    return FALSE;
  for (gsize j = 0; j <= n; j++)
    row[j] = (guint)j;
  for (gsize i = 1; i <= m; i++)
    {
      guint diagonal = row[0], least = (guint)i;

      row[0] = (guint)i;
      for (gsize j = 1; j <= n; j++)
        {
          guint above = row[j];

          row[j] = MIN (MIN (above, row[j - 1]) + 1, diagonal + (a[i - 1] != b[j - 1]));
          diagonal = above;
          least = MIN (least, row[j]);
        }
      if (least > most)
        return FALSE;
    }
  return row[n] <= most;
}

static gboolean
is_near (AssayNameIndex *index, const Entry *entry, const char *loose, gsize length)
{
  guint most = length >= 10 ? 2 : 1;

  if (entry->length == length && memcmp (entry->loose, loose, length) == 0)
    return TRUE;
  if (length < 5 || entry->length < 5 || entry->length > length + most
      || length > entry->length + most || !same_digits (entry->loose, loose)
      || index->comparisons >= MOST_COMPARISONS)
    return FALSE;
  index->comparisons++;
  return is_within (entry->loose, entry->length, loose, length, most);
}

char **
assay_name_index_near (AssayNameIndex *index, const char *name)
{
  g_autoptr (GStrvBuilder) near = g_strv_builder_new ();
  g_autofree char *loose = loosen (name);
  gsize length = strlen (loose);
  guint found = 0;

  if (length > 0)
    for (guint i = 0; i < index->entries->len && found < MOST_NEAR; i++)
      {
        const Entry *entry = g_ptr_array_index (index->entries, i);

        if (is_near (index, entry, loose, length))
          {
            g_strv_builder_add (near, entry->name);
            found++;
          }
      }
  return g_strv_builder_end (near);
}
