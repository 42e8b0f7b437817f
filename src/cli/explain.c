/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "cli/explain.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "cli/json-members.h"
#include "cli/text-table.h"
#include "record/catalogue.h"

static JsonArray *
list_ids (const GArray *ids)
{
  JsonArray *list = json_array_sized_new (ids->len);

  for (guint i = 0; i < ids->len; i++)
    json_array_add_int_element (list, g_array_index (ids, gint64, i));
  return list;
}

static JsonArray *
list_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  JsonArray *list = json_array_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    json_array_add_string_element (list, lines[i]);
  return list;
}

static JsonArray *
list_left_out (const GPtrArray *excluded)
{
  JsonArray *list = json_array_sized_new (excluded->len);

  for (guint i = 0; i < excluded->len; i++)
    {
      const AssayExclusion *exclusion = g_ptr_array_index (excluded, i);
      JsonObject *object = json_object_new ();

      assay_json_set_text (object, "reason", exclusion->reason);
      json_object_set_int_member (object, "n", exclusion->ids->len);
      json_object_set_array_member (object, "ids", list_ids (exclusion->ids));
      json_array_add_object_element (list, object);
    }
  return list;
}

/**
 * assay_explain_to_json:
 * @explanation: how a figure came about
 *
 * Returns: (transfer full): the same as an object
 */
JsonObject *
assay_explain_to_json (const AssayExplanation *explanation)
{
  JsonObject *object = json_object_new ();
  JsonObject *rows = json_object_new ();

  assay_json_set_text (object, "title", explanation->title);
  assay_json_set_text (object, "value", explanation->value);
  assay_json_set_text (object, "definition", explanation->definition);
  json_object_set_array_member (object, "formula", list_lines (explanation->formula));
  assay_json_set_text (object, "period", explanation->period);
  assay_json_set_text (rows, "type", assay_record_type_get (explanation->type)->name);
  json_object_set_int_member (rows, "n", explanation->ids->len);
  json_object_set_array_member (rows, "ids", list_ids (explanation->ids));
  json_object_set_object_member (object, "rows", rows);
  json_object_set_array_member (object, "left_out", list_left_out (explanation->excluded));
  return object;
}

static void
print_json (const AssayExplanation *explanation, JsonObject *asked, FILE *file)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;
  JsonObject *object = json_object_new ();

  json_object_set_object_member (object, "asked",
                                 asked != NULL ? json_object_ref (asked) : json_object_new ());
  json_object_set_object_member (object, "explanation", assay_explain_to_json (explanation));
  json_node_take_object (node, object);
  json_generator_set_root (generator, node);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  fprintf (file, "%s\n", text);
}

static void
print_text (const AssayExplanation *explanation, FILE *file)
{
  g_autofree char *words = assay_explanation_words (explanation);
  g_autofree char *wrapped = assay_terminal_wrap (words);

  fputs (wrapped, file);
}

/**
 * assay_explain_print:
 * @explanation: how a figure came about
 * @asked: (transfer full) (nullable): what was asked, for JSON
 * @form: text or JSON
 * @file: where to
 * @error: return location for an error
 *
 * Returns: %FALSE when it could not be written
 */
gboolean
assay_explain_print (const AssayExplanation *explanation,
                     JsonObject *asked,
                     AssayListingForm form,
                     FILE *file,
                     GError **error)
{
  if (form == ASSAY_LISTING_JSON)
    print_json (explanation, asked, file);
  else
    print_text (explanation, file);
  g_clear_pointer (&asked, json_object_unref);
  errno = 0;
  if (fflush (file) == 0 && !ferror (file))
    return TRUE;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _ ("Cannot write: %s"),
               g_strerror (errno));
  return FALSE;
}
