/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "record/value.h"

/**
 * assay_value_clear:
 * @value: a value
 *
 * Makes @value unknown and frees its text.
 */
void
assay_value_clear (AssayValue *value)
{
  g_clear_pointer (&value->text, g_free);
  value->integer = 0;
  value->type = ASSAY_VALUE_UNKNOWN;
}

void
assay_value_set_integer (AssayValue *value, gint64 integer)
{
  assay_value_clear (value);
  value->type = ASSAY_VALUE_INTEGER;
  value->integer = integer;
}

/**
 * assay_value_take_text:
 * @value: a value
 * @text: (nullable) (transfer full): the text
 *
 * Sets a text; %NULL and the empty text mean unknown, so that "nothing was said" has one form. What
 * is not UTF-8, which a strange book may hold, is replaced: much that reads text would run beyond
 * its end.
 */
void
assay_value_take_text (AssayValue *value, char *text)
{
  assay_value_clear (value);
  if (text == NULL || *text == '\0')
    {
      g_free (text);
      return;
    }
  value->type = ASSAY_VALUE_TEXT;
  value->text = text;
  if (G_LIKELY (g_utf8_validate (text, -1, NULL)))
    return;
  value->text = g_utf8_make_valid (text, -1);
  g_free (text);
}

void
assay_value_set_text (AssayValue *value, const char *text)
{
  assay_value_take_text (value, g_strdup (text));
}

void
assay_value_copy (const AssayValue *from, AssayValue *to)
{
  if (from == to)
    return;
  assay_value_clear (to);
  to->type = from->type;
  to->integer = from->integer;
  to->text = g_strdup (from->text);
}

gboolean
assay_value_equal (const AssayValue *a, const AssayValue *b)
{
  if (a->type != b->type)
    return FALSE;
  if (a->type == ASSAY_VALUE_INTEGER)
    return a->integer == b->integer;
  return g_strcmp0 (a->text, b->text) == 0;
}
