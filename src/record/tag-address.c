/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "record/tag-address.h"

#include <string.h>

#define HIDDEN 0xfffd

static gboolean
turns_direction (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f
         || c == 0x061c;
}

char *
assay_tag_dup_text (const char *bytes, gsize length)
{
  g_autofree char *valid = g_utf8_make_valid (bytes, (gssize)MIN (length, ASSAY_TAG_MAX_BYTES));
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\n' || c == '\r' || c == '\t')
        g_string_append_c (text, ' ');
      else if (g_unichar_iscntrl (c) || turns_direction (c))
        g_string_append_unichar (text, HIDDEN);
      else
        g_string_append_unichar (text, c);
    }
  g_strstrip (text->str);
  return *text->str != '\0' ? g_strdup (text->str) : NULL;
}

static gboolean
has_prefix (const char *text, const char *prefix)
{
  return g_ascii_strncasecmp (text, prefix, strlen (prefix)) == 0;
}

static gboolean
is_plain (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c) || c == HIDDEN || c == '\\'
          || turns_direction (c))
        return FALSE;
    }
  return TRUE;
}

char *
assay_tag_dup_address (const char *text, char **host)
{
  g_autofree char *whole = NULL;
  g_autoptr (GUri) uri = NULL;
  const char *name;

  if (host != NULL)
    *host = NULL;
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return NULL;
  whole = g_strstrip (g_strdup (text));
  if (has_prefix (whole, "www."))
    {
      char *with = g_strconcat ("https://", whole, NULL);

      g_free (whole);
      whole = with;
    }
  if ((!has_prefix (whole, "http://") && !has_prefix (whole, "https://")) || !is_plain (whole))
    return NULL;
  uri = g_uri_parse (whole, G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
  name = uri != NULL ? g_uri_get_host (uri) : NULL;
  if (name == NULL || *name == '\0' || g_uri_get_userinfo (uri) != NULL)
    return NULL;
  if (host != NULL)
    *host = g_utf8_strdown (name, -1);
  return g_uri_to_string (uri);
}
