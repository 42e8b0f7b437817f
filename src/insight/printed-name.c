/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/printed-name.h"

#include <string.h>

/* Words that say what kind of company it is, folded. */
static const char *const legal_forms[] = {
  "ltd",  "limited", "co",   "company", "corp", "corporation", "inc",  "incorporated",
  "llc",  "llp",     "gmbh", "ag",      "kg",   "bv",          "nv",   "sa",
  "srl",  "spa",     "sarl", "sas",     "plc",  "pvt",         "pte",  "pty",
  "jsc",  "private", "cv",   "sti",     "as",   "oy",          "ab",   "kft",
  "san",  "sanayi",  "tic",  "ticaret", "rl",   "ve",          "cong", "ty",
  "tnhh", "phan",    "de",   "the",     "and",  "s",           "b",    "v",
  "a",    "r",       "l",    "c",       "n",    NULL,
};

/* The same in scripts without blanks, taken off the end. */
static const char *const legal_ends[]
    = { "股份有限公司", "有限责任公司", "有限公司", "公司", "株式会社", "주식회사", NULL };

/* In decomposed forms a mark stands beside its letter and goes; letters that do not decompose and
 * that people write without their stroke or dot are named. */
static gunichar
plain_letter (gunichar c)
{
  switch (c)
    {
    case 0x0111: /* d with stroke */
      return 'd';
    case 0x0131: /* i without dot */
      return 'i';
    case 0x0142: /* l with stroke */
      return 'l';
    case 0x00f8: /* o with stroke */
      return 'o';
    default:
      return c;
    }
}

/* One case, no marks; what is neither letter nor digit is one blank. */
static char *
plain_words (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *cased = g_utf8_casefold (valid, -1);
  g_autofree char *normal = g_utf8_normalize (cased, -1, G_NORMALIZE_ALL);
  GString *words = g_string_new (NULL);
  gboolean blank = FALSE;

  for (const char *at = normal; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = plain_letter (g_utf8_get_char (at));

      if (g_unichar_ismark (c) || g_unichar_type (c) == G_UNICODE_FORMAT)
        continue;
      if (!g_unichar_isalnum (c))
        {
          blank = words->len > 0;
          continue;
        }
      if (blank)
        g_string_append_c (words, ' ');
      blank = FALSE;
      g_string_append_unichar (words, c);
    }
  return g_string_free_and_steal (words);
}

static void
cut_legal_end (char *word)
{
  for (guint i = 0; legal_ends[i] != NULL; i++)
    {
      gsize length = strlen (word), end = strlen (legal_ends[i]);

      if (length > end && g_str_has_suffix (word, legal_ends[i]))
        {
          word[length - end] = '\0';
          return;
        }
    }
}

char *
assay_printed_fold (const char *name)
{
  g_autofree char *plain = plain_words (name != NULL ? name : "");
  g_auto (GStrv) words = g_strsplit (plain, " ", -1);
  GString *folded = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_strv_contains (legal_forms, words[i]))
        continue;
      cut_legal_end (words[i]);
      if (folded->len > 0)
        g_string_append_c (folded, ' ');
      g_string_append (folded, words[i]);
    }
  return g_string_free_and_steal (folded);
}

/* How many words of @a are in @b, and how many it has. */
static guint
count_shared (char **a, char **b, guint *n)
{
  guint shared = 0;

  for (*n = 0; a[*n] != NULL; (*n)++)
    shared += g_strv_contains ((const char *const *)b, a[*n]);
  return shared;
}

static gboolean
is_part (const char *a, const char *b)
{
  g_auto (GStrv) words_a = g_strsplit (a, " ", -1);
  g_auto (GStrv) words_b = g_strsplit (b, " ", -1);
  guint n_a, n_b;
  guint in_b = count_shared (words_a, words_b, &n_a);
  guint in_a = count_shared (words_b, words_a, &n_b);

  return in_b == n_a || in_a == n_b;
}

AssayPrinted
assay_printed_compare (const char *name, const char *const *known)
{
  g_autofree char *folded = assay_printed_fold (name);
  AssayPrinted best = ASSAY_PRINTED_UNKNOWN;

  for (guint i = 0; *folded != '\0' && known != NULL && known[i] != NULL; i++)
    {
      g_autofree char *other = assay_printed_fold (known[i]);

      if (*other == '\0')
        continue;
      if (g_str_equal (folded, other))
        return ASSAY_PRINTED_SAME;
      if (is_part (folded, other))
        best = ASSAY_PRINTED_PART;
      else if (best == ASSAY_PRINTED_UNKNOWN)
        best = ASSAY_PRINTED_OTHER;
    }
  return best;
}

gboolean
assay_printed_same_place (const char *address, const char *known)
{
  g_autofree char *plain_a = plain_words (address);
  g_autofree char *plain_b = plain_words (known);
  g_auto (GStrv) a = g_strsplit (plain_a, " ", -1);
  g_auto (GStrv) b = g_strsplit (plain_b, " ", -1);
  guint n_a, n_b, shared;

  if (*plain_a == '\0' || *plain_b == '\0')
    return TRUE;
  /* Whole phrases, also in scripts without blanks. */
  if (strstr (plain_a, plain_b) != NULL || strstr (plain_b, plain_a) != NULL)
    return TRUE;
  shared = count_shared (a, b, &n_a);
  count_shared (b, a, &n_b);
  return shared * 2 >= MIN (n_a, n_b);
}

/* Scopes */

static const char *const bags[] = {
  "bag",       "backpack", "rucksack", "knapsack",     "daypack", "luggage",      "suitcase",
  "handbag",   "tote",     "duffel",   "pouch",        "satchel", "tasche",       "taschen",
  "rucksacke", "gepack",   "sac",      "sacs",         "bagage",  "maroquinerie", "mochila",
  "bolsa",     "bolsos",   "borsa",    "borse",        "zaino",   "zaini",        "canta",
  "ba lo",     "balo",     "tui xach", "travel goods", "包",      "袋",           "箱包",
  "バッグ",    "가방",     NULL,
};
static const char *const fabrics[] = {
  "fabric", "textile",   "woven",     "knit",   "knitted", "yarn", "fibre", "fiber",  "filament",
  "nylon",  "polyester", "polyamide", "cotton", "canvas",  "mesh", "stoff", "gewebe", "tissu",
  "tela",   "kumas",     "vai",       "面料",   "布",      "纱",   "生地",  "원단",   NULL,
};
static const char *const webbings[] = { "webbing", "tape",     "strap",  "narrow fabric", "ribbon",
                                        "binding", "gurtband", "sangle", "织带",          NULL };
static const char *const zips[]
    = { "zip", "zipper", "slide fastener", "slider", "reissverschluss", "zippe", "拉链", NULL };
static const char *const hardware[]
    = { "buckle", "hardware", "plastic part", "metal part", "trim",     "fitting",
        "hook",   "ring",     "扣",           "五金",       "accessor", NULL };
static const char *const foams[] = { "foam", "padding", "filling", "wadding", "泡棉", NULL };
static const char *const threads[] = { "thread", "sewing thread", "yarn", "缝纫线", NULL };
static const char *const labels[] = { "label", "hangtag", "patch", "标", NULL };
static const char *const prints[]
    = { "print", "coating", "coated", "ink", "dye", "finish", "涂层", NULL };
static const char *const packages[]
    = { "packag", "carton", "paper", "polybag", "box", "包装", NULL };

static const struct
{
  const char *kind;
  const char *const *words;
} scope_words[] = {
  { "fabric", fabrics },     { "lining", fabrics },   { "mesh", fabrics }, { "foam", foams },
  { "webbing", webbings },   { "binding", webbings }, { "zip", zips },     { "buckle", hardware },
  { "hardware", hardware },  { "thread", threads },   { "label", labels }, { "print", prints },
  { "packaging", packages },
};

const char *const *
assay_scope_words (const char *component_kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (scope_words); i++)
    if (g_strcmp0 (component_kind, scope_words[i].kind) == 0)
      return scope_words[i].words;
  return bags;
}

#define FROM_HERE_A_BEGINNING 5

static gboolean
ends_well (const char *rest, const char *word)
{
  static const char *const endings[] = { "", "s", "es", "n", NULL };
  gsize length = strcspn (rest, " ");
  g_autofree char *tail = g_strndup (rest, length);

  return strlen (word) >= FROM_HERE_A_BEGINNING || g_strv_contains (endings, tail);
}

static gboolean
names_word (const char *plain, const char *word)
{
  gboolean blanks = g_unichar_iswide (g_utf8_get_char (word)) == FALSE;

  for (const char *at = strstr (plain, word); at != NULL; at = strstr (at + 1, word))
    if (!blanks || ((at == plain || at[-1] == ' ') && ends_well (at + strlen (word), word)))
      return TRUE;
  return FALSE;
}

gboolean
assay_scope_names (const char *scope, const char *const *words)
{
  g_autofree char *plain = plain_words (scope != NULL ? scope : "");

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      /* As written in the tables some have letters that decompose. */
      g_autofree char *word = plain_words (words[i]);

      if (*word != '\0' && names_word (plain, word))
        return TRUE;
    }
  return FALSE;
}

/* Numbers */

static gboolean
fits_form (const char *number, const char *form)
{
  const char *star = NULL, *back = NULL;

  /* The usual way with one wildcard: after a failure the last "*" takes one more. */
  while (*number != '\0')
    {
      gunichar c = g_utf8_get_char (number);
      gunichar f = g_utf8_get_char (form);

      if (f == '*')
        {
          star = ++form;
          back = number;
          continue;
        }
      if ((f == '#' && c >= '0' && c <= '9') || (f == '@' && g_unichar_isalpha (c))
          || (f == c && f != '#' && f != '@'))
        {
          form = g_utf8_next_char (form);
          number = g_utf8_next_char (number);
          continue;
        }
      if (star == NULL)
        return FALSE;
      back = g_utf8_next_char (back);
      number = back;
      form = star;
    }
  while (*form == '*')
    form++;
  return *form == '\0';
}

gboolean
assay_number_fits (const char *number, const char *format)
{
  g_auto (GStrv) forms = NULL;

  if (format == NULL || *format == '\0' || number == NULL)
    return TRUE;
  if (!g_utf8_validate (number, -1, NULL) || !g_utf8_validate (format, -1, NULL))
    return FALSE;
  forms = g_strsplit (format, "|", -1);
  for (guint i = 0; forms[i] != NULL; i++)
    if (fits_form (number, g_strstrip (forms[i])))
      return TRUE;
  return FALSE;
}
