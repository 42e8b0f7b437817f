/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "store/search.h"

#include "store/records.h"

/* The tokenizer: SQLite's unicode61, which folds case and diacritics, with runs of Chinese,
 * Japanese and Korean cut into single characters, so that a phrase of them finds any part of a
 * name. */
typedef struct
{
  fts5_tokenizer base;
  Fts5Tokenizer *tokenizer;
} Tokenizer;

typedef struct
{
  void *context;
  int (*emit) (void *, int, const char *, int, int, int);
} Emit;

static void
destroy_registration (void *data)
{
  g_free (data);
}

static int
create_cb (void *api, const char **args, int n_args, Fts5Tokenizer **out)
{
  static const char *base_args[] = { "remove_diacritics", "2", "categories", "L* N* Co Mn Mc" };
  Tokenizer *tokenizer = g_new0 (Tokenizer, 1);
  void *base_data = NULL;
  int code = ((fts5_api *)*(void **)api)
                 ->xFindTokenizer (*(void **)api, "unicode61", &base_data, &tokenizer->base);

  if (code == SQLITE_OK)
    code = tokenizer->base.xCreate (base_data, base_args, G_N_ELEMENTS (base_args),
                                    &tokenizer->tokenizer);
  if (code != SQLITE_OK)
    g_clear_pointer (&tokenizer, g_free);
  *out = (Fts5Tokenizer *)tokenizer;
  return code;
}

static void
delete_cb (Fts5Tokenizer *data)
{
  Tokenizer *tokenizer = (Tokenizer *)data;

  tokenizer->base.xDelete (tokenizer->tokenizer);
  g_free (tokenizer);
}

static gboolean
stands_alone (gunichar c)
{
  if (c < 0x2e80)
    return FALSE;
  switch ((int)g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_HANGUL:
    case G_UNICODE_SCRIPT_BOPOMOFO:
      return TRUE;
    default:
      return FALSE;
    }
}

static int
emit_cb (void *data, int flags, const char *token, int length, int start, int end)
{
  Emit *emit = data;
  const char *at = token, *last = token + length, *word = token;
  int code = SQLITE_OK;

  while (at < last && code == SQLITE_OK)
    {
      const char *next = g_utf8_find_next_char (at, last);

      if (next == NULL)
        next = last;
      if (stands_alone (g_utf8_get_char_validated (at, last - at)))
        {
          if (word < at)
            code = emit->emit (emit->context, 0, word, (int)(at - word), start, end);
          if (code == SQLITE_OK)
            code = emit->emit (emit->context, 0, at, (int)(next - at), start, end);
          word = next;
        }
      at = next;
    }
  if (word < last && code == SQLITE_OK)
    code = emit->emit (emit->context, word == token ? flags : 0, word, (int)(last - word), start,
                       end);
  return code;
}

/* unicode61 leaves letters that are not a base letter with a mark; they fold by hand: dotless i and
 * the barred d of Vietnamese among them. Full-width forms become narrow. */
static char *
fold (const char *text, int length)
{
  g_autofree char *valid = g_utf8_make_valid (text, length);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *folded = g_string_sized_new ((gsize)length);

  for (const char *at = normal; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      switch (c)
        {
        case 0x131: /* ı */
        case 0x130: /* İ */
          g_string_append_c (folded, 'i');
          break;
        case 0x110: /* Đ */
        case 0x111: /* đ */
          g_string_append_c (folded, 'd');
          break;
        case 0x141: /* Ł */
        case 0x142: /* ł */
          g_string_append_c (folded, 'l');
          break;
        case 0xd8: /* Ø */
        case 0xf8: /* ø */
          g_string_append_c (folded, 'o');
          break;
        case 0xdf: /* ß */
          g_string_append (folded, "ss");
          break;
        default:
          g_string_append_unichar (folded, c);
        }
    }
  return g_string_free_and_steal (folded);
}

static gboolean
is_ascii (const char *text, int length)
{
  int i = 0;

  while (i < length && (guchar)text[i] < 0x80)
    i++;
  return i == length;
}

/* The same words as of all other texts, for those that need no folding: numbers and codes are most
 * of what a large book is searched by. */
static int
tokenize_ascii (const char *text,
                int length,
                void *context,
                int (*emit) (void *, int, const char *, int, int, int))
{
  char word[64];
  int code = SQLITE_OK;

  for (int start = 0; start < length && code == SQLITE_OK;)
    {
      int end = start;

      while (end < length && g_ascii_isalnum (text[end]))
        end++;
      if (end > start && end - start <= (int)sizeof word)
        {
          for (int i = start; i < end; i++)
            word[i - start] = g_ascii_tolower (text[i]);
          code = emit (context, 0, word, end - start, start, end);
        }
      else if (end > start)
        {
          g_autofree char *lower = g_ascii_strdown (text + start, end - start);

          code = emit (context, 0, lower, end - start, start, end);
        }
      start = end + 1;
    }
  return code;
}

static int
tokenize_cb (Fts5Tokenizer *data,
             void *context,
             int flags,
             const char *text,
             int length,
             int (*emit) (void *, int, const char *, int, int, int))
{
  Tokenizer *tokenizer = (Tokenizer *)data;
  Emit to = { context, emit };
  g_autofree char *folded = NULL;

  if (text == NULL || length <= 0)
    return SQLITE_OK;
  if (is_ascii (text, length))
    return tokenize_ascii (text, length, context, emit);
  folded = fold (text, length);
  return tokenizer->base.xTokenize (tokenizer->tokenizer, &to, flags, folded, (int)strlen (folded),
                                    emit_cb);
}

/**
 * assay_search_register:
 * @db: a connection
 * @error: what went wrong
 *
 * Makes the tokenizer known to @db; without it the index can neither be read nor written.
 *
 * Returns: whether it is known now
 */
gboolean
assay_search_register (AssayDb *db, GError **error)
{
  static fts5_tokenizer tokenizer = { create_cb, delete_cb, tokenize_cb };
  sqlite3_stmt *stmt = NULL;
  fts5_api *api = NULL;
  void **registration;
  int code = sqlite3_prepare_v2 (assay_db_handle (db), "SELECT fts5 (?1)", -1, &stmt, NULL);

  if (code == SQLITE_OK)
    {
      sqlite3_bind_pointer (stmt, 1, (void *)&api, "fts5_api_ptr", NULL);
      sqlite3_step (stmt);
    }
  sqlite3_finalize (stmt);
  if (api == NULL)
    return assay_store_error_take (assay_db_handle (db), code, "fts5", error);
  registration = g_new0 (void *, 1);
  *registration = api;
  code = api->xCreateTokenizer (api, "assay", registration, &tokenizer, destroy_registration);
  return code == SQLITE_OK || assay_store_error_take (assay_db_handle (db), code, "fts5", error);
}

/**
 * assay_search_expression:
 * @words: what a person typed
 *
 * Every word must begin a word of the record, in any order; nothing typed is taken as an operator.
 *
 * Returns: (transfer full) (nullable): the expression for MATCH; %NULL when no word was typed
 */
char *
assay_search_expression (const char *words)
{
  g_auto (GStrv) parts = g_strsplit_set (words != NULL ? words : "", " \t\n\r", -1);
  g_autoptr (GString) expression = g_string_new (NULL);

  for (char **part = parts; *part != NULL; part++)
    {
      gboolean any = FALSE;

      for (const char *at = *part; *at != '\0' && !any; at = g_utf8_next_char (at))
        any = g_unichar_isalnum (g_utf8_get_char (at));
      if (!any)
        continue;
      g_string_append (expression, expression->len > 0 ? " AND \"" : "\"");
      for (const char *at = *part; *at != '\0'; at++)
        {
          if (*at == '"')
            g_string_append_c (expression, '"');
          g_string_append_c (expression, *at);
        }
      g_string_append (expression, "\" *");
    }
  if (expression->len == 0)
    return NULL;
  return g_string_free_and_steal (g_steal_pointer (&expression));
}

void
assay_search_hit_free (AssaySearchHit *hit)
{
  g_free (hit->title);
  g_free (hit->subtitle);
  g_free (hit);
}

static const char *
text_or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static AssaySearchHit *
make_hit (AssayDb *db, const char *type_name, gint64 id, GError **error)
{
  const AssayRecordType *type = assay_record_type_find (type_name);
  g_autoptr (AssayRecord) record
      = type != NULL ? assay_records_get (db, type->type, id, error) : NULL;
  AssaySearchHit *hit;

  if (record == NULL)
    return NULL;
  hit = g_new0 (AssaySearchHit, 1);
  hit->type = type->type;
  hit->id = id;
  hit->title = assay_record_dup_title (record);
  hit->subtitle = assay_record_dup_subtitle (record);
  return hit;
}

/**
 * assay_search_run:
 * @db: a connection
 * @words: what a person typed
 * @limit: how many at most
 * @error: what went wrong
 *
 * Returns: (transfer full) (element-type AssaySearchHit): the records found, best first; empty when
 *   nothing was typed
 */
GPtrArray *
assay_search_run (AssayDb *db, const char *words, guint limit, GError **error)
{
  g_autoptr (GPtrArray) hits
      = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_search_hit_free);
  g_autofree char *expression = assay_search_expression (words);
  g_autoptr (AssayStatement) statement = NULL;
  gboolean row = TRUE, ok;

  if (expression == NULL)
    return g_steal_pointer (&hits);
  statement = assay_db_prepare (
      db, "SELECT type, rowid FROM search WHERE search MATCH ?1 ORDER BY rank LIMIT ?2", error);
  if (statement == NULL)
    return NULL;
  assay_statement_bind_text (statement, 1, expression);
  assay_statement_bind_int (statement, 2, limit);
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      AssaySearchHit *hit;

      if (assay_record_type_find (text_or_empty (assay_statement_get_text (statement, 0))) == NULL)
        continue;
      hit = make_hit (db, assay_statement_get_text (statement, 0),
                      assay_statement_get_int (statement, 1), error);

      if (hit == NULL)
        return NULL;
      g_ptr_array_add (hits, hit);
    }
  return ok ? g_steal_pointer (&hits) : NULL;
}
