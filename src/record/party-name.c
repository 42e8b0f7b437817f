/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "record/party-name.h"

#include <string.h>
#include <unicode/utrans.h>

/* A longer text is no name. */
#define MOST_LETTERS 512
/* With fewer than these left, the legal form is what tells it. */
#define LEAST_LETTERS 4
/* A telephone number is told by its last digits: those before are exit and country codes, which
 * are written or not. */
#define PHONE_DIGITS 9
#define PHONE_LEAST  7

static const char *const legal_forms[] = {
  "ltd",
  "limited",
  "co",
  "company",
  "corp",
  "corporation",
  "inc",
  "llc",
  "llp",
  "gmbh",
  "ag",
  "kg",
  "mbh",
  "ug",
  "ohg",
  "bv",
  "nv",
  "sa",
  "srl",
  "spa",
  "sarl",
  "sas",
  "eurl",
  "plc",
  "pvt",
  "private",
  "pte",
  "pty",
  "sdn",
  "bhd",
  "jsc",
  "tnhh",
  "mtv",
  "cv",
  "pt",
  "tbk",
  "sti",
  "as",
  "oy",
  "oyj",
  "ab",
  "aps",
  "kft",
  "zrt",
  "bt",
  "doo",
  "sro",
  "spzoo",
  "sl",
  "slu",
  "lda",
  "ltda",
  "eirl",
  "sapi",
  "sadecv",
  "ooo",
  "oao",
  "zao",
  "ood",
  "eood",
  "kk",
  "yk",
  "fze",
  "fzco",
  "fzllc",
  "incorporated",
  "industrial",
  "industry",
  "industries",
  "the",
  "and",
  "mfg",
  "manufacturing",
  "intl",
  "international",
  "sanayi",
  "ticaret",
  "tic",
  "ve",
  "und",
  NULL,
};

/* In scripts without spaces the form stands against the name. */
static const char *const joined_forms[] = {
  "股份有限责任公司",
  "股份有限公司",
  "有限责任公司",
  "股份有限公司",
  "有限公司",
  "责任公司",
  "集团公司",
  "公司",
  "集团",
  "株式会社",
  "有限会社",
  "合同会社",
  "(株)",
  "주식회사",
  "유한회사",
  "(주)",
  "(유)",
  NULL,
};

static GMutex mutex;

/* One for the process, made at first use; ICU's are not for two threads at a time. */
static UTransliterator *
transliterator (void)
{
  static UTransliterator *latin;
  static gboolean tried;
  UErrorCode status = U_ZERO_ERROR;
  g_autofree gunichar2 *name = NULL;

  name = g_utf8_to_utf16 ("Any-Latin; Latin-ASCII; Lower", -1, NULL, NULL, NULL);
  if (!tried)
    latin = utrans_openU ((const UChar *)name, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  tried = TRUE;
  return U_SUCCESS (status) ? latin : NULL;
}

/* In Latin letters without marks; the text itself where ICU has no data. */
static char *
to_latin (const char *text)
{
  g_autofree gunichar2 *given = NULL;
  gunichar2 *grown;
  glong length;
  int32_t n, limit;
  UErrorCode status = U_ZERO_ERROR;
  char *latin = NULL;

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);
  given = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);
  if (given == NULL)
    return g_strdup (text);
  /* A Han character becomes six letters at most, and a space; a Devanagari ligature no more. */
  grown = g_new0 (gunichar2, (gsize)length * 8 + 64);
  memcpy (grown, given, (gsize)length * sizeof *grown);
  n = limit = (int32_t)length;
  g_mutex_lock (&mutex);
  if (transliterator () != NULL)
    {
      utrans_transUChars (transliterator (), (UChar *)grown, &n, (int32_t)length * 8 + 64, 0,
                          &limit, &status);
      if (U_SUCCESS (status))
        latin = g_utf16_to_utf8 (grown, n, NULL, NULL, NULL);
    }
  g_mutex_unlock (&mutex);
  g_free (grown);
  return latin != NULL ? latin : g_strdup (text);
}

static void
cut_joined_forms (GString *name)
{
  for (guint i = 0; joined_forms[i] != NULL; i++)
    g_string_replace (name, joined_forms[i], " ", 0);
}

/* "S.r.l." is three words of one letter each: they are one. */
static void
join_letters (GPtrArray *words)
{
  for (guint i = 0; i < words->len; i++)
    {
      g_autoptr (GString) joined = g_string_new (g_ptr_array_index (words, i));

      if (joined->len != 1)
        continue;
      while (i + 1 < words->len && strlen (g_ptr_array_index (words, i + 1)) == 1)
        {
          g_string_append (joined, g_ptr_array_index (words, i + 1));
          g_ptr_array_remove_index (words, i + 1);
        }
      /* "Sp. z o.o." */
      if (i > 0 && g_str_equal (joined->str, "zoo")
          && g_str_equal (g_ptr_array_index (words, i - 1), "sp"))
        {
          g_ptr_array_remove_index (words, i - 1);
          i--;
          g_string_assign (joined, "spzoo");
        }
      /* "S.A. de C.V." */
      if (i > 1 && g_str_equal (joined->str, "cv")
          && g_str_equal (g_ptr_array_index (words, i - 1), "de"))
        g_ptr_array_remove_index (words, --i);
      g_free (g_ptr_array_index (words, i));
      g_ptr_array_index (words, i) = g_strdup (joined->str);
    }
}

/* A word of any script as one word of Latin letters: the syllables of a Chinese name are no words
 * that a legal form could be found among. */
static char *
read_word (const char *word)
{
  g_autofree char *latin = to_latin (word);
  GString *letters = g_string_new (NULL);

  for (const char *at = latin; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (letters, g_unichar_tolower (g_utf8_get_char (at)));
  return g_string_free_and_steal (letters);
}

static GPtrArray *
split_words (const char *name)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) word = g_string_new (NULL);

  for (const char *at = name;; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c != 0 && (g_unichar_isalnum (c) || g_unichar_ismark (c)))
        g_string_append_unichar (word, c);
      else if (c != '\'' && c != 0x2019 && g_unichar_type (c) != G_UNICODE_FORMAT)
        {
          char *latin = read_word (word->str);

          if (*latin != '\0')
            g_ptr_array_add (words, latin);
          else
            g_free (latin);
          g_string_truncate (word, 0);
        }
      if (c == 0)
        return words;
    }
}

/* "Công ty TNHH", "công ty cổ phần": a limited company, a joint-stock company. */
static void
cut_vietnamese (GPtrArray *words)
{
  static const char *const forms[][4] = { { "cong", "ty", "co", "phan" },
                                          { "cong", "ty", NULL, NULL },
                                          { "cty", NULL, NULL, NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      guint n = 0;

      while (n < 4 && forms[i][n] != NULL && n < words->len
             && g_str_equal (g_ptr_array_index (words, n), forms[i][n]))
        n++;
      if (n > 0 && n < words->len && (n == 4 || forms[i][n] == NULL))
        {
          g_ptr_array_remove_range (words, 0, n);
          return;
        }
    }
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

char *
assay_party_name_core (const char *name, gboolean sorted)
{
  g_autofree char *valid = g_utf8_make_valid (name, MIN (strlen (name), MOST_LETTERS * 4));
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autoptr (GString) whole = g_string_new (normal);
  g_autoptr (GPtrArray) words = NULL;
  GString *core = g_string_new (NULL);

  cut_joined_forms (whole);
  words = split_words (whole->str);
  join_letters (words);
  cut_vietnamese (words);
  if (sorted)
    g_ptr_array_sort_values (words, compare_words);
  for (guint i = 0; i < words->len; i++)
    if (!g_strv_contains (legal_forms, g_ptr_array_index (words, i)))
      g_string_append (core, g_ptr_array_index (words, i));
  /* One that is made of little else: "The Company", "AS Co". */
  if (core->len < LEAST_LETTERS)
    {
      g_string_truncate (core, 0);
      for (guint i = 0; i < words->len; i++)
        g_string_append (core, g_ptr_array_index (words, i));
    }
  return g_string_free_and_steal (core);
}

char *
assay_party_number_core (const char *number)
{
  g_autofree char *valid = g_utf8_make_valid (number, -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *core = g_string_new (NULL);

  for (const char *at = normal; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (core, g_unichar_toupper (g_utf8_get_char (at)));
  return g_string_free_and_steal (core);
}

char *
assay_party_phone_core (const char *phone)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (phone, -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);

  for (const char *at = normal; *at != '\0'; at++)
    {
      /* What follows is an extension, or a second number. */
      if (digits->len >= PHONE_LEAST && strchr ("/,;xX#\n", *at) != NULL)
        break;
      if (g_str_has_prefix (at, "(0)"))
        at += 2;
      else if (g_ascii_isdigit (*at))
        g_string_append_c (digits, *at);
    }
  if (digits->len < PHONE_LEAST)
    return NULL;
  if (digits->len > PHONE_DIGITS)
    g_string_erase (digits, 0, (gssize)digits->len - PHONE_DIGITS);
  return g_strdup (digits->str);
}

char *
assay_party_mail_domain (const char *mail)
{
  static const char *const anybody[] = {
    "gmail.com",      "googlemail.com", "qq.com",         "vip.qq.com",   "163.com",
    "vip.163.com",    "126.com",        "yeah.net",       "sina.com",     "sina.cn",
    "vip.sina.com",   "sohu.com",       "foxmail.com",    "139.com",      "189.cn",
    "aliyun.com",     "tom.com",        "21cn.com",       "hotmail.com",  "outlook.com",
    "live.com",       "msn.com",        "yahoo.com",      "yahoo.com.cn", "yahoo.com.vn",
    "yahoo.co.in",    "yahoo.co.uk",    "yahoo.com.tw",   "ymail.com",    "icloud.com",
    "me.com",         "aol.com",        "gmx.com",        "gmx.de",       "gmx.net",
    "web.de",         "t-online.de",    "mail.ru",        "yandex.ru",    "yandex.com",
    "naver.com",      "daum.net",       "hanmail.net",    "hinet.net",    "seednet.net",
    "rediffmail.com", "proton.me",      "protonmail.com", "orange.fr",    "free.fr",
    "wanadoo.fr",     "libero.it",      "zoho.com",       NULL,
  };
  const char *at = strrchr (mail, '@');
  g_autofree char *domain = at != NULL ? g_ascii_strdown (at + 1, -1) : NULL;

  if (domain == NULL)
    return NULL;
  g_strdelimit (domain, " >,;", '\0');
  return strchr (domain, '.') == NULL || g_strv_contains (anybody, domain)
             ? NULL
             : g_steal_pointer (&domain);
}

/* The host is a market place's own, or a shop's on it: what is left is the shop's part. */
static gboolean
is_market_place (const char *host, gsize *own)
{
  static const char *const places[]
      = { "alibaba.com",    "1688.com",       "made-in-china.com",  "globalsources.com",
          "aliexpress.com", "dhgate.com",     "taobao.com",         "tmall.com",
          "indiamart.com",  "tradeindia.com", "exportersindia.com", "ec21.com",
          "ecplaza.net",    "facebook.com",   "instagram.com",      "linkedin.com",
          "wechat.com",     "google.com",     "wixsite.com",        "wordpress.com",
          "tradekey.com",   "europages.com",  "kompass.com",        NULL };

  for (guint i = 0; places[i] != NULL; i++)
    if (g_str_has_suffix (host, places[i]))
      {
        gsize length = strlen (host) - strlen (places[i]);

        if (length > 0 && host[length - 1] != '.')
          continue;
        *own = length;
        return TRUE;
      }
  return FALSE;
}

char *
assay_party_web_host (const char *address)
{
  const char *scheme = strstr (address, "://");
  const char *start = scheme != NULL ? scheme + 3 : address;
  gsize length = strcspn (start, "/?# ");
  g_autofree char *host = g_ascii_strdown (start, (gssize)length);
  const char *bare;
  gsize own;

  host[strcspn (host, ":")] = '\0';
  bare = g_str_has_prefix (host, "www.") ? host + 4 : host;
  if (strchr (bare, '.') == NULL)
    return NULL;
  if (!is_market_place (bare, &own))
    return g_strdup (bare);
  if (own > 3)
    return g_strdup (bare);
  /* The shop is in the path. */
  g_autofree char *path = g_ascii_strdown (start + length, -1);

  path[strcspn (path, "?# ")] = '\0';
  while (*path != '\0' && path[strlen (path) - 1] == '/')
    path[strlen (path) - 1] = '\0';
  return strlen (path) > 1 ? g_strconcat (bare, path, NULL) : NULL;
}
