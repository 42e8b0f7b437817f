/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each supplier has keys, one for each thing that tells it ("t:4401234567", a tax number); two that
 * share a key are alike. Names that differ in a letter or two are found by their parts: a name cut
 * in k + 1 parts and changed in k places still has one part unchanged, so that only names with a
 * part in common are compared letter by letter. */

#include "assay-config.h"

#include "record/supplier-likeness.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "record/party-name.h"

/* What so many share tells none of them: the domain of a park, the telephone of an agent. */
#define MOST_SHARED 6
/* Shorter names are too easily like another; so are numbers. */
#define LEAST_NAME   5
#define LEAST_NUMBER 5
#define LONG_NAME    10 /* from here on two letters may differ */
#define MOST_NAME    64

typedef struct
{
  gint64 id;
  GPtrArray *keys;  /* of char */
  GPtrArray *cores; /* of char: names for near ones */
  char *registration, *tax_number, *country;
} Party;

struct _AssaySupplierLikeness
{
  GHashTable *parties; /* gint64 → Party */
  GHashTable *keys;    /* char → GPtrArray of Party */
  GHashTable *parts;   /* "length:part:letters" → GPtrArray of Party */
};

static void
party_free (gpointer data)
{
  Party *party = data;

  g_ptr_array_unref (party->keys);
  g_ptr_array_unref (party->cores);
  g_free (party->registration);
  g_free (party->tax_number);
  g_free (party->country);
  g_free (party);
}

static Party *
party_new (gint64 id)
{
  Party *party = g_new0 (Party, 1);

  party->id = id;
  party->keys = g_ptr_array_new_with_free_func (g_free);
  party->cores = g_ptr_array_new_with_free_func (g_free);
  return party;
}

AssaySupplierLikeness *
assay_supplier_likeness_new (void)
{
  AssaySupplierLikeness *self = g_new0 (AssaySupplierLikeness, 1);

  self->parties = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, party_free);
  self->keys
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  self->parts
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  return self;
}

void
assay_supplier_likeness_free (AssaySupplierLikeness *self)
{
  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->parts);
  g_hash_table_unref (self->parties);
  g_free (self);
}

/* @core is taken over. */
static void
add_key (Party *party, char kind, char *core, gsize least)
{
  if (core != NULL && strlen (core) >= least)
    {
      char *key = g_strdup_printf ("%c:%s", kind, core);

      if (g_ptr_array_find_with_equal_func (party->keys, key, g_str_equal, NULL))
        g_free (key);
      else
        g_ptr_array_add (party->keys, key);
    }
  g_free (core);
}

static void
add_name (Party *party, const char *name)
{
  g_autofree char *core = name != NULL ? assay_party_name_core (name, FALSE) : NULL;

  if (core == NULL || *core == '\0')
    return;
  add_key (party, 'n', g_strdup (core), 2);
  add_key (party, 's', assay_party_name_core (name, TRUE), LEAST_NAME);
  if (strlen (core) >= LEAST_NAME && strlen (core) <= MOST_NAME
      && !g_ptr_array_find_with_equal_func (party->cores, core, g_str_equal, NULL))
    g_ptr_array_add (party->cores, g_steal_pointer (&core));
}

static void
add_reach (Party *party, const char *mail, const char *phone)
{
  if (mail != NULL && strchr (mail, '@') != NULL)
    {
      g_autofree char *stripped = g_strstrip (g_strdup (mail));

      add_key (party, 'a', g_ascii_strdown (stripped, -1), 6);
      add_key (party, 'm', assay_party_mail_domain (stripped), 4);
    }
  if (phone != NULL)
    add_key (party, 'p', assay_party_phone_core (phone), 1);
}

static char *
number_of (const AssayRecord *supplier, guint field)
{
  const char *text = assay_record_get_text (supplier, field);

  return text != NULL ? assay_party_number_core (text) : NULL;
}

static void
fill_party (Party *party, const AssayRecord *supplier)
{
  static const guint names[]
      = { ASSAY_SUPPLIER_NAME, ASSAY_SUPPLIER_LOCAL_NAME, ASSAY_SUPPLIER_LEGAL_NAME };
  const char *website = assay_record_get_text (supplier, ASSAY_SUPPLIER_WEBSITE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add_name (party, assay_record_get_text (supplier, names[i]));
  party->registration = number_of (supplier, ASSAY_SUPPLIER_REGISTRATION);
  party->tax_number = number_of (supplier, ASSAY_SUPPLIER_TAX_NUMBER);
  party->country = g_strdup (assay_record_get_text (supplier, ASSAY_SUPPLIER_COUNTRY));
  add_key (party, 'r', g_strdup (party->registration), LEAST_NUMBER);
  add_key (party, 't', g_strdup (party->tax_number), LEAST_NUMBER);
  add_key (party, 'c', number_of (supplier, ASSAY_SUPPLIER_CODE), 2);
  add_reach (party, assay_record_get_text (supplier, ASSAY_SUPPLIER_MAIL),
             assay_record_get_text (supplier, ASSAY_SUPPLIER_PHONE));
  if (website != NULL)
    add_key (party, 'w', assay_party_web_host (website), 4);
}

static void
enter (GHashTable *table, const char *key, Party *party)
{
  GPtrArray *list = g_hash_table_lookup (table, key);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (table, g_strdup (key), list);
    }
  if (list->len == 0 || g_ptr_array_index (list, list->len - 1) != party)
    g_ptr_array_add (list, party);
}

static guint
most_different (gsize length)
{
  return length >= LONG_NAME ? 2 : 1;
}

/* Where part @i of @n of a name of @length letters begins. */
static gsize
part_start (gsize length, guint n, guint i)
{
  return length * i / n;
}

static char *
part_key (gsize length, guint part, const char *letters, gsize n)
{
  return g_strdup_printf ("%zu:%u:%.*s", length, part, (int)n, letters);
}

/* The parts are cut for two differences, which one is less than. */
static void
enter_parts (AssaySupplierLikeness *self, Party *party, const char *core)
{
  gsize length = strlen (core);

  for (guint i = 0; i < 3; i++)
    {
      gsize start = part_start (length, 3, i);
      g_autofree char *key
          = part_key (length, i, core + start, part_start (length, 3, i + 1) - start);

      enter (self->parts, key, party);
    }
}

static void
enter_all (AssaySupplierLikeness *self, Party *party, guint first_key, guint first_core)
{
  for (guint i = first_key; i < party->keys->len; i++)
    enter (self->keys, g_ptr_array_index (party->keys, i), party);
  for (guint i = first_core; i < party->cores->len; i++)
    enter_parts (self, party, g_ptr_array_index (party->cores, i));
}

void
assay_supplier_likeness_add (AssaySupplierLikeness *self, const AssayRecord *supplier)
{
  gint64 id = assay_record_get_id (supplier);
  Party *party = g_hash_table_lookup (self->parties, &id);
  guint first_key = 0, first_core = 0;

  if (party == NULL)
    {
      party = party_new (id);
      g_hash_table_insert (self->parties, &party->id, party);
    }
  else
    {
      first_key = party->keys->len;
      first_core = party->cores->len;
      g_clear_pointer (&party->registration, g_free);
      g_clear_pointer (&party->tax_number, g_free);
      g_clear_pointer (&party->country, g_free);
    }
  fill_party (party, supplier);
  enter_all (self, party, first_key, first_core);
}

void
assay_supplier_likeness_add_name (AssaySupplierLikeness *self, gint64 supplier, const char *name)
{
  Party *party = g_hash_table_lookup (self->parties, &supplier);
  guint first_key, first_core;

  if (party == NULL || name == NULL)
    return;
  first_key = party->keys->len;
  first_core = party->cores->len;
  add_name (party, name);
  /* It may be a code of before. */
  add_key (party, 'c', assay_party_number_core (name), 2);
  enter_all (self, party, first_key, first_core);
}

void
assay_supplier_likeness_add_reach (AssaySupplierLikeness *self,
                                   gint64 supplier,
                                   const char *mail,
                                   const char *phone)
{
  Party *party = g_hash_table_lookup (self->parties, &supplier);
  guint first_key;

  if (party == NULL)
    return;
  first_key = party->keys->len;
  add_reach (party, mail, phone);
  enter_all (self, party, first_key, party->cores->len);
}

/* What a shared key says; @cross: a mail domain looked for among websites or the other way. */
static AssayLikenessReasons
reason_of (char kind)
{
  switch (kind)
    {
    case 'r':
      return ASSAY_LIKE_REGISTRATION;
    case 't':
      return ASSAY_LIKE_TAX_NUMBER;
    case 'c':
      return ASSAY_LIKE_CODE;
    case 'n':
      return ASSAY_LIKE_NAME;
    case 's':
      return ASSAY_LIKE_WORDS;
    case 'a':
      return ASSAY_LIKE_MAIL;
    case 'm':
      return ASSAY_LIKE_MAIL_DOMAIN;
    case 'w':
      return ASSAY_LIKE_WEBSITE;
    default:
      return ASSAY_LIKE_PHONE;
    }
}

static void
note (GHashTable *found, const Party *self, const Party *other, AssayLikenessReasons reason)
{
  guint reasons;

  if (other == self || (self->id != 0 && other->id == self->id))
    return;
  reasons = GPOINTER_TO_UINT (g_hash_table_lookup (found, other));
  g_hash_table_insert (found, (gpointer)other, GUINT_TO_POINTER (reasons | reason));
}

static void
look_up (AssaySupplierLikeness *self,
         GHashTable *found,
         const Party *party,
         const char *key,
         AssayLikenessReasons reason)
{
  GPtrArray *list = g_hash_table_lookup (self->keys, key);
  const guint telling = ASSAY_LIKE_REGISTRATION | ASSAY_LIKE_TAX_NUMBER | ASSAY_LIKE_NAME
                        | ASSAY_LIKE_WORDS | ASSAY_LIKE_CODE;

  if (list == NULL || (list->len > MOST_SHARED && !(reason & telling)))
    return;
  for (guint i = 0; i < list->len; i++)
    note (found, party, g_ptr_array_index (list, i), reason);
}

static void
look_up_keys (AssaySupplierLikeness *self, GHashTable *found, const Party *party)
{
  for (guint i = 0; i < party->keys->len; i++)
    {
      const char *key = g_ptr_array_index (party->keys, i);
      g_autofree char *cross = NULL;

      look_up (self, found, party, key, reason_of (*key));
      if (*key != 'm' && *key != 'w')
        continue;
      cross = g_strdup (key);
      *cross = *key == 'm' ? 'w' : 'm';
      look_up (self, found, party, cross, ASSAY_LIKE_MAIL_SITE);
    }
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

/* Whether at most @most letters were changed, added or left out. */
static gboolean
is_within (const char *a, gsize m, const char *b, gsize n, guint most)
{
  guint row[MOST_NAME + 1];

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

static void
compare_cores (GHashTable *found, const Party *party, const char *core, const Party *other)
{
  gsize length = strlen (core);

  for (guint i = 0; i < other->cores->len; i++)
    {
      const char *theirs = g_ptr_array_index (other->cores, i);
      gsize n = strlen (theirs);
      guint most = most_different (MIN (length, n));

      if (n > length + most || length > n + most || g_str_equal (core, theirs)
          || !same_digits (core, theirs) || !is_within (core, length, theirs, n, most))
        continue;
      note (found, party, other, ASSAY_LIKE_NEAR_NAME);
      return;
    }
}

/* Names of a length that may be near, with a part that stands in this one, moved by two at most. */
static void
look_up_near (AssaySupplierLikeness *self, GHashTable *found, const Party *party, const char *core)
{
  g_autoptr (GHashTable) tried = g_hash_table_new (NULL, NULL);
  gsize length = strlen (core);

  for (gsize other = length > LEAST_NAME + 2 ? length - 2 : LEAST_NAME; other <= length + 2;
       other++)
    for (guint i = 0; i < 3; i++)
      {
        gsize start = part_start (other, 3, i), n = part_start (other, 3, i + 1) - start;

        for (gsize from = start > 2 ? start - 2 : 0; from <= start + 2 && from + n <= length;
             from++)
          {
            g_autofree char *key = part_key (other, i, core + from, n);
            GPtrArray *list = g_hash_table_lookup (self->parts, key);

            for (guint j = 0; list != NULL && j < list->len; j++)
              if (g_hash_table_add (tried, g_ptr_array_index (list, j)))
                compare_cores (found, party, core, g_ptr_array_index (list, j));
          }
      }
}

static gboolean
differ (const char *a, const char *b)
{
  return a != NULL && *a != '\0' && b != NULL && *b != '\0' && !g_str_equal (a, b);
}

static int
score (AssayLikenessReasons reasons)
{
  static const struct
  {
    AssayLikenessReasons reason;
    int weight;
  } weights[] = {
    { ASSAY_LIKE_REGISTRATION, 100 }, { ASSAY_LIKE_TAX_NUMBER, 100 },
    { ASSAY_LIKE_CODE, 60 },          { ASSAY_LIKE_NAME, 80 },
    { ASSAY_LIKE_WORDS, 60 },         { ASSAY_LIKE_NEAR_NAME, 35 },
    { ASSAY_LIKE_MAIL, 60 },          { ASSAY_LIKE_MAIL_DOMAIN, 40 },
    { ASSAY_LIKE_WEBSITE, 50 },       { ASSAY_LIKE_MAIL_SITE, 40 },
    { ASSAY_LIKE_PHONE, 50 },         { ASSAY_UNLIKE_REGISTRATION, -70 },
    { ASSAY_UNLIKE_TAX_NUMBER, -70 }, { ASSAY_UNLIKE_COUNTRY, -40 },
  };
  int sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    if (reasons & weights[i].reason)
      sum += weights[i].weight;
  return sum;
}

static AssayLikenessReasons
settle (const Party *a, const Party *b, AssayLikenessReasons reasons)
{
  /* Each says what the next one says, and more. */
  if (reasons & ASSAY_LIKE_NAME)
    reasons &= ~(guint)(ASSAY_LIKE_WORDS | ASSAY_LIKE_NEAR_NAME);
  if (reasons & ASSAY_LIKE_WORDS)
    reasons &= ~(guint)ASSAY_LIKE_NEAR_NAME;
  if (reasons & ASSAY_LIKE_MAIL)
    reasons &= ~(guint)ASSAY_LIKE_MAIL_DOMAIN;
  if (reasons & (ASSAY_LIKE_MAIL_DOMAIN | ASSAY_LIKE_WEBSITE))
    reasons &= ~(guint)ASSAY_LIKE_MAIL_SITE;
  if (differ (a->registration, b->registration))
    reasons |= ASSAY_UNLIKE_REGISTRATION;
  if (differ (a->tax_number, b->tax_number))
    reasons |= ASSAY_UNLIKE_TAX_NUMBER;
  if (differ (a->country, b->country))
    reasons |= ASSAY_UNLIKE_COUNTRY;
  return reasons;
}

static int
compare_likeness (gconstpointer a, gconstpointer b)
{
  const AssayLikeness *left = a, *right = b;

  if (left->score != right->score)
    return left->score > right->score ? -1 : 1;
  return left->id < right->id ? -1 : left->id > right->id;
}

static GArray *
find (AssaySupplierLikeness *self, const Party *party)
{
  GArray *alike = g_array_new (FALSE, FALSE, sizeof (AssayLikeness));
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer other, reasons;

  look_up_keys (self, found, party);
  for (guint i = 0; i < party->cores->len; i++)
    look_up_near (self, found, party, g_ptr_array_index (party->cores, i));
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &other, &reasons))
    {
      AssayLikeness likeness = { .id = ((const Party *)other)->id };

      likeness.reasons = settle (party, other, GPOINTER_TO_UINT (reasons));
      likeness.score = score (likeness.reasons);
      if (likeness.score > 0)
        g_array_append_val (alike, likeness);
    }
  g_array_sort (alike, compare_likeness);
  return alike;
}

GArray *
assay_supplier_likeness_find (AssaySupplierLikeness *self, const AssayRecord *supplier)
{
  Party *party = party_new (assay_record_get_id (supplier));
  GArray *alike;

  fill_party (party, supplier);
  alike = find (self, party);
  party_free (party);
  return alike;
}

GArray *
assay_supplier_likeness_find_id (AssaySupplierLikeness *self, gint64 supplier)
{
  const Party *party = g_hash_table_lookup (self->parties, &supplier);

  return party != NULL ? find (self, party) : g_array_new (FALSE, FALSE, sizeof (AssayLikeness));
}

const char *
assay_likeness_degree (int likeness)
{
  return likeness >= 80 ? _ ("Very likely") : likeness >= 50 ? _ ("Likely") : _ ("Possible");
}

static const struct
{
  AssayLikenessReasons reason;
  const char *name;
  const char *words;
} named[] = {
  { ASSAY_LIKE_REGISTRATION, "registration", N_ ("the same registration number") },
  { ASSAY_LIKE_TAX_NUMBER, "tax_number", N_ ("the same tax number") },
  { ASSAY_LIKE_NAME, "name", N_ ("the same name but for its spelling or legal form") },
  { ASSAY_LIKE_WORDS, "name_words", N_ ("the same words in the name") },
  { ASSAY_LIKE_NEAR_NAME, "near_name", N_ ("nearly the same name") },
  { ASSAY_LIKE_CODE, "code", N_ ("the same code but for signs") },
  { ASSAY_LIKE_MAIL, "mail", N_ ("the same mail address") },
  { ASSAY_LIKE_MAIL_DOMAIN, "mail_domain", N_ ("the same mail domain") },
  { ASSAY_LIKE_WEBSITE, "website", N_ ("the same website") },
  { ASSAY_LIKE_MAIL_SITE, "mail_website",
    N_ ("the mail domain of one is the website of the other") },
  { ASSAY_LIKE_PHONE, "phone", N_ ("the same telephone number") },
  { ASSAY_UNLIKE_REGISTRATION, "other_registration", N_ ("but another registration number") },
  { ASSAY_UNLIKE_TAX_NUMBER, "other_tax_number", N_ ("but another tax number") },
  { ASSAY_UNLIKE_COUNTRY, "other_country", N_ ("but another country") },
};

char *
assay_likeness_words (AssayLikenessReasons reasons)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    if (reasons & named[i].reason)
      /* Translators: joins reasons: “the same tax number, the same website”. */
      g_string_append_printf (words, "%s%s", words->len > 0 ? _ (", ") : "", _ (named[i].words));
  return g_string_free_and_steal (words);
}

char **
assay_likeness_names (AssayLikenessReasons reasons)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    if (reasons & named[i].reason)
      g_strv_builder_add (names, named[i].name);
  return g_strv_builder_end (names);
}
