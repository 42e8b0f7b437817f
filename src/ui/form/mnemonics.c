/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/form/mnemonics.h"

struct _AssayMnemonics
{
  GHashTable *taken; /* gunichar in lower case */
};

AssayMnemonics *
assay_mnemonics_new (void)
{
  AssayMnemonics *self = g_new0 (AssayMnemonics, 1);

  self->taken = g_hash_table_new (NULL, NULL);
  return self;
}

void
assay_mnemonics_free (AssayMnemonics *self)
{
  g_hash_table_unref (self->taken);
  g_free (self);
}

static gboolean
take (AssayMnemonics *self, gunichar letter)
{
  return g_unichar_isalpha (letter)
         && g_hash_table_add (self->taken, GUINT_TO_POINTER (g_unichar_tolower (letter)));
}

void
assay_mnemonics_reserve (AssayMnemonics *self, const char *label)
{
  const char *mark = strchr (label, '_');

  if (mark != NULL)
    take (self, g_utf8_get_char (mark + 1));
}

/* Beginnings of words first: they are what the eye looks for. */
static const char *
choose (AssayMnemonics *self, const char *label)
{
  gunichar before = ' ';

  for (const char *c = label; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (!g_unichar_isalnum (before) && take (self, g_utf8_get_char (c)))
        return c;
      before = g_utf8_get_char (c);
    }
  for (const char *c = label; *c != '\0'; c = g_utf8_next_char (c))
    if (take (self, g_utf8_get_char (c)))
      return c;
  return NULL;
}

char *
assay_mnemonics_assign (AssayMnemonics *self, const char *label)
{
  const char *chosen = choose (self, label);
  GString *text = g_string_new (NULL);

  for (const char *c = label; *c != '\0'; c++)
    {
      if (c == chosen || *c == '_')
        g_string_append_c (text, '_');
      g_string_append_c (text, *c);
    }
  return g_string_free_and_steal (text);
}
