/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/claim-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "insight/market.h"
#include "store/query.h"

/* Letters that make no difference are left out; where each of the others came from is kept. */
typedef struct
{
  GString *text;  /* folded */
  GArray *origin; /* gsize: for each byte of it, where its letter begins in the original */
  GArray *ends;   /* gsize: and where it ends */
  GArray *gap;    /* gboolean: something was left out right before it */
} Folded;

static gboolean
is_joint (gunichar c)
{
  return g_unichar_isspace (c) || c == '-' || c == '_' || (c >= 0x2010 && c <= 0x2015)
         || c == 0x00ad;
}

static void
folded_init (Folded *folded, const char *text)
{
  gboolean gap = TRUE;

  folded->text = g_string_new (NULL);
  folded->origin = g_array_new (FALSE, FALSE, sizeof (gsize));
  folded->ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  folded->gap = g_array_new (FALSE, FALSE, sizeof (gboolean));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize origin = (gsize)(p - text);
      gsize end = (gsize)(g_utf8_next_char (p) - text);
      g_autofree char *letter = NULL;

      if (is_joint (g_utf8_get_char (p)))
        {
          gap = TRUE;
          continue;
        }
      letter = g_utf8_casefold (p, (gssize)(end - origin));
      for (const char *q = letter; *q != '\0'; q++)
        {
          g_array_append_val (folded->origin, origin);
          g_array_append_val (folded->ends, end);
          g_array_append_val (folded->gap, gap);
          gap = FALSE;
        }
      g_string_append (folded->text, letter);
    }
}

static void
folded_clear (Folded *folded)
{
  g_string_free (folded->text, TRUE);
  g_array_unref (folded->origin);
  g_array_unref (folded->ends);
  g_array_unref (folded->gap);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Folded, folded_clear)

/* Scripts that put no blanks between words. */
static gboolean
runs_on (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA
         || script == G_UNICODE_SCRIPT_KATAKANA || script == G_UNICODE_SCRIPT_THAI;
}

/* Whether a word may begin or end between the letters before and after @at. */
static gboolean
is_edge (const Folded *folded, gsize at)
{
  gunichar after, before;

  if (at == 0 || at >= folded->text->len || g_array_index (folded->gap, gboolean, at))
    return TRUE;
  after = g_utf8_get_char (folded->text->str + at);
  before = g_utf8_get_char (g_utf8_prev_char (folded->text->str + at));
  return !g_unichar_isalnum (after) || !g_unichar_isalnum (before) || runs_on (after)
         || runs_on (before);
}

gboolean
assay_claim_word_is_in (const char *word, const char *text, gsize *from, gsize *length)
{
  g_auto (Folded) needle = { 0 };
  g_auto (Folded) hay = { 0 };
  g_autofree char *stem = g_strstrip (g_strdup (word));
  gboolean any_ending = g_str_has_suffix (stem, "*");

  if (any_ending)
    stem[strlen (stem) - 1] = '\0';
  folded_init (&needle, stem);
  folded_init (&hay, text);
  if (needle.text->len == 0)
    return FALSE;
  for (const char *p = hay.text->str; (p = strstr (p, needle.text->str)) != NULL; p++)
    {
      gsize at = (gsize)(p - hay.text->str), end = at + needle.text->len;

      if (!is_edge (&hay, at))
        continue;
      while (any_ending && end < hay.text->len && !is_edge (&hay, end))
        end += (gsize)(g_utf8_next_char (hay.text->str + end) - (hay.text->str + end));
      if (!is_edge (&hay, end))
        continue;
      *from = g_array_index (hay.origin, gsize, at);
      *length = g_array_index (hay.ends, gsize, end - 1) - *from;
      return TRUE;
    }
  return FALSE;
}

GPtrArray *
assay_claim_words_read (AssayDb *db, GError **error)
{
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_CLAIM_WORD);

  assay_query_set_sort (query, ASSAY_CLAIM_WORD_WORD, FALSE);
  return assay_query_run_records (query, db, 0, error);
}

static AssayWordVerdict
get_verdict (const AssayRecord *word)
{
  const char *verdict = assay_record_get_text (word, ASSAY_CLAIM_WORD_VERDICT);

  return g_strcmp0 (verdict, "banned") == 0    ? ASSAY_WORD_BANNED
         : g_strcmp0 (verdict, "generic") == 0 ? ASSAY_WORD_GENERIC
                                               : ASSAY_WORD_NEEDS_PROOF;
}

/* "de" and "de-AT" are the same language. */
static gboolean
same_language (const char *a, const char *b)
{
  gsize n = 0;

  if (a == NULL || b == NULL)
    return TRUE;
  while (g_ascii_isalpha (a[n]) && g_ascii_tolower (a[n]) == g_ascii_tolower (b[n]))
    n++;
  return !g_ascii_isalpha (a[n]) && !g_ascii_isalpha (b[n]);
}

static void
flag_free (gpointer data)
{
  AssayWordFlag *flag = data;

  g_object_unref (flag->word);
  g_free (flag->found);
  g_free (flag);
}

static int
compare_flags (gconstpointer a, gconstpointer b)
{
  const AssayWordFlag *left = *(AssayWordFlag *const *)a, *right = *(AssayWordFlag *const *)b;

  if (left->later != right->later)
    return left->later ? 1 : -1;
  if (left->verdict != right->verdict)
    return (int)right->verdict - (int)left->verdict;
  return (left->length < right->length) - (left->length > right->length);
}

/* “eco” in “eco-friendly” says nothing more, where both are of one market. */
static gboolean
is_part_of_another (GPtrArray *flags, const AssayWordFlag *flag)
{
  for (guint i = 0; i < flags->len; i++)
    {
      const AssayWordFlag *other = g_ptr_array_index (flags, i);

      if (other != flag && other->length > flag->length && other->from <= flag->from
          && other->from + other->length >= flag->from + flag->length
          && other->verdict >= flag->verdict && (!other->later || flag->later)
          && g_strcmp0 (assay_record_get_text (other->word, ASSAY_CLAIM_WORD_MARKET),
                        assay_record_get_text (flag->word, ASSAY_CLAIM_WORD_MARKET))
                 == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * assay_claim_words_find:
 * @words: AssayRecord of the list
 * @claim: whose wording is read
 * @day: on which rules are in force or not
 *
 * Returns: (transfer full): AssayWordFlag, the worst first
 */
GPtrArray *
assay_claim_words_find (GPtrArray *words, const AssayRecord *claim, gint32 day)
{
  GPtrArray *flags = g_ptr_array_new_with_free_func (flag_free);
  const char *wording = assay_record_get_text (claim, ASSAY_CLAIM_WORDING);
  g_auto (GStrv) markets = assay_markets_split (assay_record_get_text (claim, ASSAY_CLAIM_MARKETS));
  gint32 until = assay_record_get_date (claim, ASSAY_CLAIM_TO_ON);

  for (guint i = 0; wording != NULL && i < words->len; i++)
    {
      AssayRecord *word = g_ptr_array_index (words, i);
      gint32 from = assay_record_get_date (word, ASSAY_CLAIM_WORD_FROM_ON);
      const char *sought = assay_record_get_text (word, ASSAY_CLAIM_WORD_WORD);
      AssayWordFlag *flag;
      gsize at, length;

      if (sought == NULL
          || !same_language (assay_record_get_text (word, ASSAY_CLAIM_WORD_LANGUAGE),
                             assay_record_get_text (claim, ASSAY_CLAIM_LANGUAGE))
          || !assay_markets_meet ((const char *const *)markets,
                                  assay_record_get_text (word, ASSAY_CLAIM_WORD_MARKET))
          || (until != ASSAY_DATE_UNKNOWN && from != ASSAY_DATE_UNKNOWN && until < from)
          || !assay_claim_word_is_in (sought, wording, &at, &length))
        continue;
      flag = g_new0 (AssayWordFlag, 1);
      flag->word = g_object_ref (word);
      flag->found = g_strndup (wording + at, length);
      flag->from = at;
      flag->length = length;
      flag->verdict = get_verdict (word);
      flag->later = from != ASSAY_DATE_UNKNOWN && from > day;
      g_ptr_array_add (flags, flag);
    }
  for (guint i = flags->len; i-- > 0;)
    if (is_part_of_another (flags, g_ptr_array_index (flags, i)))
      g_ptr_array_remove_index (flags, i);
  g_ptr_array_sort (flags, compare_flags);
  return flags;
}

static char *
verdict_words (const AssayWordFlag *flag)
{
  const char *market = assay_record_get_text (flag->word, ASSAY_CLAIM_WORD_MARKET);

  if (market == NULL)
    market = _ ("all markets");
  switch (flag->verdict)
    {
    case ASSAY_WORD_BANNED:
      /* Translators: a word, and a market such as EU */
      return g_strdup_printf (_ ("“%s” is not allowed in %s"), flag->found, market);
    case ASSAY_WORD_GENERIC:
      return g_strdup_printf (_ ("“%s” is a generic claim in %s"), flag->found, market);
    case ASSAY_WORD_NEEDS_PROOF:
    default:
      return g_strdup_printf (_ ("“%s” needs proof in %s"), flag->found, market);
    }
}

char *
assay_word_flag_words (const AssayWordFlag *flag)
{
  g_autofree char *verdict = verdict_words (flag);
  gint32 from = assay_record_get_date (flag->word, ASSAY_CLAIM_WORD_FROM_ON);
  const char *reason = assay_record_get_text (flag->word, ASSAY_CLAIM_WORD_REASON);
  const char *instead = assay_record_get_text (flag->word, ASSAY_CLAIM_WORD_INSTEAD);
  g_autoptr (GString) words = g_string_new (verdict);

  if (from != ASSAY_DATE_UNKNOWN)
    {
      g_autofree char *day = assay_date_format (from);

      g_string_append (words, ", ");
      if (flag->later)
        g_string_append_printf (words, _ ("from %s on"), day);
      else
        g_string_append_printf (words, _ ("since %s"), day);
    }
  g_string_append_c (words, '.');
  if (reason != NULL)
    g_string_append_printf (words, " %s", reason);
  if (instead != NULL)
    {
      g_string_append_c (words, ' ');
      g_string_append_printf (words, _ ("Say instead: %s"), instead);
    }
  return g_strdup (words->str);
}
