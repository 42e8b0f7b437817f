/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/defect-catalogue.h"

/* As many inspections back as say what is usual now. */
#define RECENT_INSPECTIONS "100"

/* A type with what it is found by. */
typedef struct
{
  AssayRecord *record;
  char *code, *name; /* folded */
  char *all;         /* folded: everything that is searched, each part after a line end */
  gint64 weight;
} Known;

/* The lower, the better a type answers what was typed. */
typedef enum
{
  MATCH_CODE,        /* it is the code */
  MATCH_CODE_BEGINS, /* the code begins with it */
  MATCH_NAME_BEGINS, /* the name begins with it */
  MATCH_WORDS,       /* each word begins one of the type's */
  MATCH_INSIDE,      /* each word is somewhere in it */
  MATCH_NONE,
} Match;

struct _AssayDefectCatalogue
{
  GObject parent_instance;

  GPtrArray *known;  /* of Known, in the order of names */
  GHashTable *by_id; /* gint64 * → Known */
};

G_DEFINE_FINAL_TYPE (AssayDefectCatalogue, assay_defect_catalogue, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
} AssayDefectCatalogueSignal;

static guint signals[N_SIGNALS];

/* Folded so that "mat chi" finds "Mặt chỉ": case and the accents of Latin letters do not count. */
static char *
fold (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = apart != NULL ? g_utf8_casefold (apart, -1) : g_strdup ("");
  GString *plain = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (letter == 0x111) /* đ has no mark that comes off */
        g_string_append_c (plain, 'd');
      else if (letter < 0x300 || letter > 0x36f)
        g_string_append_unichar (plain, letter);
    }
  return g_string_free_and_steal (plain);
}

static void
known_free (gpointer data)
{
  Known *known = data;

  g_object_unref (known->record);
  g_free (known->code);
  g_free (known->name);
  g_free (known->all);
  g_free (known);
}

static Known *
known_new (AssayRecord *record)
{
  static const guint fields[]
      = { ASSAY_DEFECT_TYPE_CODE,     ASSAY_DEFECT_TYPE_NAME,        ASSAY_DEFECT_TYPE_OTHER_NAME,
          ASSAY_DEFECT_TYPE_CATEGORY, ASSAY_DEFECT_TYPE_SUBCATEGORY, ASSAY_DEFECT_TYPE_NOTE };
  Known *known = g_new0 (Known, 1);
  GString *all = g_string_new (NULL);

  known->record = g_object_ref (record);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = assay_record_get_text (record, fields[i]);
      char *folded = fold (text != NULL ? text : "");

      g_string_append_printf (all, "\n%s", folded);
      if (fields[i] == ASSAY_DEFECT_TYPE_CODE)
        known->code = folded;
      else if (fields[i] == ASSAY_DEFECT_TYPE_NAME)
        known->name = folded;
      else
        g_free (folded);
    }
  known->all = g_string_free_and_steal (all);
  return known;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const Known *left = *(Known *const *)a, *right = *(Known *const *)b;

  return g_utf8_collate (left->name, right->name);
}

static void
assay_defect_catalogue_finalize (GObject *object)
{
  AssayDefectCatalogue *self = ASSAY_DEFECT_CATALOGUE (object);

  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->known);

  G_OBJECT_CLASS (assay_defect_catalogue_parent_class)->finalize (object);
}

static void
assay_defect_catalogue_class_init (AssayDefectCatalogueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = assay_defect_catalogue_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ASSAY_TYPE_DEFECT_CATALOGUE, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
assay_defect_catalogue_init (AssayDefectCatalogue *self)
{
  self->known = g_ptr_array_new_with_free_func (known_free);
  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

AssayDefectCatalogue *
assay_defect_catalogue_new (void)
{
  return g_object_new (ASSAY_TYPE_DEFECT_CATALOGUE, NULL);
}

static void
add (AssayDefectCatalogue *self, AssayRecord *type)
{
  gint64 id = assay_record_get_id (type);
  Known *known = known_new (type), *before = g_hash_table_lookup (self->by_id, &id);

  if (before != NULL)
    {
      known->weight = before->weight;
      g_ptr_array_remove (self->known, before);
    }
  g_ptr_array_add (self->known, known);
  g_hash_table_insert (self->by_id, g_memdup2 (&id, sizeof id), known);
}

void
assay_defect_catalogue_set_types (AssayDefectCatalogue *self, GPtrArray *types)
{
  g_hash_table_remove_all (self->by_id);
  g_ptr_array_set_size (self->known, 0);
  for (guint i = 0; i < types->len; i++)
    add (self, g_ptr_array_index (types, i));
  g_ptr_array_sort (self->known, compare_names);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Also for one that was there and has other words now. */
void
assay_defect_catalogue_add_type (AssayDefectCatalogue *self, AssayRecord *type)
{
  add (self, type);
  g_ptr_array_sort (self->known, compare_names);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
assay_defect_catalogue_set_usage (AssayDefectCatalogue *self, GArray *usage)
{
  for (guint i = 0; i < self->known->len; i++)
    ((Known *)g_ptr_array_index (self->known, i))->weight = 0;
  for (guint i = 0; i < usage->len; i++)
    {
      const AssayDefectUsage *one = &g_array_index (usage, AssayDefectUsage, i);
      Known *known = g_hash_table_lookup (self->by_id, &one->type);

      if (known != NULL)
        known->weight = one->weight;
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

guint
assay_defect_catalogue_get_n_types (AssayDefectCatalogue *self)
{
  return self->known->len;
}

/**
 * assay_defect_catalogue_lookup:
 *
 * Returns: (transfer none) (nullable): the type
 */
AssayRecord *
assay_defect_catalogue_lookup (AssayDefectCatalogue *self, gint64 id)
{
  Known *known = g_hash_table_lookup (self->by_id, &id);

  return known != NULL ? known->record : NULL;
}

/* Searching */

/* Whether @word begins a word of @text; letters without spaces between them, as in Chinese or Thai,
 * begin anywhere. */
static gboolean
begins_word (const char *text, const char *word)
{
  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    if (at == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)))
        || g_utf8_get_char (at) >= 0xe00)
      return TRUE;
  return FALSE;
}

static Match
match (const Known *known, const char *typed, char **words)
{
  gboolean begins = TRUE;

  if (g_str_equal (known->code, typed))
    return MATCH_CODE;
  if (g_str_has_prefix (known->code, typed))
    return MATCH_CODE_BEGINS;
  if (g_str_has_prefix (known->name, typed))
    return MATCH_NAME_BEGINS;
  for (char **word = words; *word != NULL; word++)
    {
      if (**word == '\0')
        continue;
      if (strstr (known->all, *word) == NULL)
        return MATCH_NONE;
      begins = begins && begins_word (known->all, *word);
    }
  return begins ? MATCH_WORDS : MATCH_INSIDE;
}

typedef struct
{
  const Known *known;
  Match match;
  guint place; /* in the order of names */
} Found;

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *left = a, *right = b;

  if (left->match != right->match)
    return left->match < right->match ? -1 : 1;
  if (left->known->weight != right->known->weight)
    return left->known->weight > right->known->weight ? -1 : 1;
  return left->place < right->place ? -1 : left->place > right->place;
}

static GPtrArray *
take_first (GArray *found, guint most)
{
  GPtrArray *types = g_ptr_array_new_with_free_func (g_object_unref);

  g_array_sort (found, compare_found);
  for (guint i = 0; i < found->len && i < most; i++)
    g_ptr_array_add (types, g_object_ref (g_array_index (found, Found, i).known->record));
  return types;
}

/**
 * assay_defect_catalogue_search:
 * @typed: a code or words of the name in any language, of category or subcategory
 *
 * Returns: (transfer full): the types of which every word is true, the best answers first; among
 *   equals what was found more often of late
 */
GPtrArray *
assay_defect_catalogue_search (AssayDefectCatalogue *self, const char *typed, guint most)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  g_autofree char *folded = fold (typed);
  g_auto (GStrv) words = g_strsplit_set (g_strstrip (folded), " \t", -1);

  for (guint i = 0; *folded != '\0' && i < self->known->len; i++)
    {
      const Known *known = g_ptr_array_index (self->known, i);
      Found one = { known, match (known, folded, words), i };

      if (one.match != MATCH_NONE)
        g_array_append_val (found, one);
    }
  return take_first (found, most);
}

/**
 * assay_defect_catalogue_often:
 *
 * Returns: (transfer full): the types that this product or supplier showed of late, the most usual
 *   first
 */
GPtrArray *
assay_defect_catalogue_often (AssayDefectCatalogue *self, guint most)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));

  for (guint i = 0; i < self->known->len; i++)
    {
      const Known *known = g_ptr_array_index (self->known, i);
      Found one = { known, MATCH_CODE, i };

      if (known->weight > 0)
        g_array_append_val (found, one);
    }
  return take_first (found, most);
}

/* Levels */

static void
entry_free (gpointer data)
{
  AssayDefectLevelEntry *entry = data;

  g_free (entry->name);
  g_clear_object (&entry->type);
  g_free (entry);
}

static const char *
group_of (const Known *known, guint field)
{
  const char *text = assay_record_get_text (known->record, field);

  return text != NULL ? text : "";
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const AssayDefectLevelEntry *left = *(AssayDefectLevelEntry *const *)a;
  const AssayDefectLevelEntry *right = *(AssayDefectLevelEntry *const *)b;

  /* What has no group stands last. */
  if ((*left->name == '\0') != (*right->name == '\0'))
    return *left->name == '\0' ? 1 : -1;
  return g_utf8_collate (left->name, right->name);
}

static GPtrArray *
collect_groups (GPtrArray *members, guint field)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < members->len; i++)
    {
      const char *name = group_of (g_ptr_array_index (members, i), field);
      AssayDefectLevelEntry *entry = g_hash_table_lookup (seen, name);

      if (entry == NULL)
        {
          entry = g_new0 (AssayDefectLevelEntry, 1);
          entry->name = g_strdup (name);
          g_ptr_array_add (entries, entry);
          g_hash_table_insert (seen, entry->name, entry);
        }
      entry->n_types++;
    }
  g_ptr_array_sort (entries, compare_entries);
  return entries;
}

static void
add_types (GPtrArray *entries, GPtrArray *members)
{
  for (guint i = 0; i < members->len; i++)
    {
      const Known *known = g_ptr_array_index (members, i);
      AssayDefectLevelEntry *entry = g_new0 (AssayDefectLevelEntry, 1);

      entry->name = g_strdup (assay_record_get_text (known->record, ASSAY_DEFECT_TYPE_NAME));
      entry->n_types = 1;
      entry->type = g_object_ref (known->record);
      g_ptr_array_add (entries, entry);
    }
}

/**
 * assay_defect_catalogue_level:
 * @category: (nullable): %NULL for the categories; "" for what has none
 * @subcategory: (nullable): %NULL for all of the category
 *
 * A category whose types have no subcategories, or all the same, opens its types at once.
 *
 * Returns: (transfer full): AssayDefectLevelEntry: groups, then types, each in the order of names
 */
GPtrArray *
assay_defect_catalogue_level (AssayDefectCatalogue *self,
                              const char *category,
                              const char *subcategory)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new (), loose = g_ptr_array_new ();
  GPtrArray *entries;

  for (guint i = 0; i < self->known->len; i++)
    {
      Known *known = g_ptr_array_index (self->known, i);

      if ((category == NULL || g_str_equal (group_of (known, ASSAY_DEFECT_TYPE_CATEGORY), category))
          && (subcategory == NULL
              || g_str_equal (group_of (known, ASSAY_DEFECT_TYPE_SUBCATEGORY), subcategory)))
        g_ptr_array_add (members, known);
    }
  if (category == NULL)
    return collect_groups (members, ASSAY_DEFECT_TYPE_CATEGORY);
  entries = collect_groups (members, ASSAY_DEFECT_TYPE_SUBCATEGORY);
  if (subcategory != NULL || entries->len < 2)
    {
      g_ptr_array_set_size (entries, 0);
      add_types (entries, members);
      return entries;
    }
  /* Types that have no subcategory stand beside the subcategories. */
  if (*((AssayDefectLevelEntry *)g_ptr_array_index (entries, entries->len - 1))->name == '\0')
    g_ptr_array_remove_index (entries, entries->len - 1);
  for (guint i = 0; i < members->len; i++)
    if (*group_of (g_ptr_array_index (members, i), ASSAY_DEFECT_TYPE_SUBCATEGORY) == '\0')
      g_ptr_array_add (loose, g_ptr_array_index (members, i));
  add_types (entries, loose);
  return entries;
}

/* Usage */

/* What this product showed counts more than what others of the same supplier did. */
static const char usage_sql[]
    = "SELECT d.defect_type, sum (i.weight) AS weight FROM ("
      "SELECT id, 4 AS weight FROM (SELECT id FROM inspection WHERE product = ?2 "
      "ORDER BY inspected_on DESC, id DESC LIMIT " RECENT_INSPECTIONS ") "
      "UNION ALL "
      "SELECT id, 1 FROM (SELECT id FROM inspection WHERE supplier = ?1 "
      "ORDER BY inspected_on DESC, id DESC LIMIT " RECENT_INSPECTIONS ")"
      ") AS i JOIN defect AS d ON d.inspection = i.id "
      "WHERE d.defect_type IS NOT NULL GROUP BY d.defect_type";

GArray *
assay_defect_usage_read (AssayDb *db, gint64 supplier, gint64 product, GError **error)
{
  g_autoptr (GArray) usage = g_array_new (FALSE, FALSE, sizeof (AssayDefectUsage));
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, usage_sql, error);
  gboolean row, ok;

  if (statement == NULL)
    return NULL;
  assay_statement_bind_int (statement, 1, supplier);
  assay_statement_bind_int (statement, 2, product);
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      AssayDefectUsage one
          = { assay_statement_get_int (statement, 0), assay_statement_get_int (statement, 1) };

      g_array_append_val (usage, one);
    }
  return ok ? g_steal_pointer (&usage) : NULL;
}
