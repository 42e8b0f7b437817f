/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * reference.c: a quote-aware reader of the reference files named by the environment
 * variable ASSAY_SHARED_DATA.
 */
#include "reference.h"

#include <math.h>
#include <string.h>

static char **
split_record (const char **cursor)
{
  g_autoptr (GStrvBuilder) fields = g_strv_builder_new ();
  g_autoptr (GString) field = g_string_new (NULL);
  gboolean quoted = FALSE;
  const char *p = *cursor;

  for (; *p != '\0' && (quoted || *p != '\n'); p++)
    {
      if (*p == '"' && quoted && p[1] == '"')
        g_string_append_c (field, *p++);
      else if (*p == '"')
        quoted = !quoted;
      else if (*p == ',' && !quoted)
        {
          g_strv_builder_add (fields, field->str);
          g_string_truncate (field, 0);
        }
      else if (*p != '\r' || quoted)
        g_string_append_c (field, *p);
    }
  g_strv_builder_add (fields, field->str);
  *cursor = *p == '\n' ? p + 1 : p;
  return g_strv_builder_end (fields);
}

/* Skips the test and returns NULL where the file is absent. */
Reference *
reference_load (const char *path)
{
  const char *root = g_getenv ("ASSAY_SHARED_DATA");
  g_autofree char *name = g_build_filename (root != NULL ? root : "", path, NULL);
  g_autofree char *text = NULL;
  g_autofree char *message = NULL;
  const char *cursor;
  Reference *reference;

  if (root == NULL || !g_file_get_contents (name, &text, NULL, NULL))
    {
      message = g_strdup_printf ("no reference data: %s", path);
      g_test_skip (message);
      return NULL;
    }
  cursor = g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text;
  reference = g_new0 (Reference, 1);
  reference->header = split_record (&cursor);
  reference->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  while (*cursor != '\0')
    {
      char **row = split_record (&cursor);

      g_assert_cmpuint (g_strv_length (row), ==, g_strv_length (reference->header));
      g_ptr_array_add (reference->rows, row);
    }
  return reference;
}

void
reference_free (Reference *reference)
{
  g_strfreev (reference->header);
  g_ptr_array_unref (reference->rows);
  g_free (reference);
}

const char *
reference_text (const Reference *reference, guint row, const char *column)
{
  for (guint i = 0; reference->header[i] != NULL; i++)
    if (strcmp (reference->header[i], column) == 0)
      return ((char **)g_ptr_array_index (reference->rows, row))[i];
  g_error ("no column %s", column);
}

/* NaN for an empty cell. */
double
reference_number (const Reference *reference, guint row, const char *column)
{
  const char *text = reference_text (reference, row, column);
  char *end = NULL;
  double number = g_ascii_strtod (text, &end);

  if (*text == '\0')
    return NAN;
  g_assert_cmpstr (end, ==, "");
  return number;
}
