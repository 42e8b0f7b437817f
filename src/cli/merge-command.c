/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay merge`: makes one of suppliers that are one, in one change. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <stdio.h>

#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/find-record.h"
#include "cli/usage.h"
#include "record/format.h"
#include "store/merge.h"
#include "store/records.h"

#define MOST_MERGES 100

static const AssayUsage usage = {
  .name = "merge",
  .arguments = N_ ("BOOK supplier FROM INTO [FROM INTO…]"),
  .summary = N_ ("Makes one of two suppliers: FROM goes, INTO stays."),
  .details = N_ (
      "Everything that refers to FROM or belongs to it is INTO’s then; what INTO did not know it "
      "learns. Where both have a value, INTO’s stays and FROM’s is written into the notes, unless "
      "--take names the field. FROM’s names and code are kept as other names of INTO, so that "
      "files which use them still find it. It is one change, undone as one. Merges in a circle, "
      "and of a supplier into itself, are refused, and then nothing is merged.\n\n"
      "--json prints one object: merged (from, into), moved (records by type), folded (records "
      "that both had), filled (fields that were unknown)."),
  .min_arguments = 4,
  .max_arguments = 2 + 2 * MOST_MERGES,
};

typedef struct
{
  AssayMerge *merges;
  guint n;
  AssayMerged merged;
} Wish;

static gboolean
merge (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Wish *wish = data;

  return assay_merge_suppliers (db, wish->merges, wish->n, &wish->merged, error);
}

static gboolean
read_take (char **fields, gboolean *take, int *status)
{
  const AssayRecordType *type = assay_record_type_get (ASSAY_TYPE_SUPPLIER);

  for (guint i = 0; fields != NULL && fields[i] != NULL; i++)
    {
      int field = assay_record_type_find_field (type, fields[i]);

      if (field < 0 || !assay_merge_has_field ((guint)field))
        {
          *status
              = assay_usage_wrong (&usage, _ ("--take: a supplier has no field “%s”"), fields[i]);
          return FALSE;
        }
      take[field] = TRUE;
    }
  return TRUE;
}

static gboolean
find (AssayDb *db, char **names, Wish *wish, GError **error)
{
  for (guint i = 0; i < wish->n; i++)
    {
      const char *from = names[2 * i], *into = names[2 * i + 1];
      g_autofree char *title = NULL;

      if (!assay_find_record (db, ASSAY_TYPE_SUPPLIER, from, &wish->merges[i].from, error)
          || !assay_find_record (db, ASSAY_TYPE_SUPPLIER, into, &wish->merges[i].into, error))
        return FALSE;
      if (wish->merges[i].from != wish->merges[i].into || g_str_equal (from, into))
        continue;
      title = assay_records_dup_title (db, ASSAY_TYPE_SUPPLIER, wish->merges[i].into, error);
      if (title != NULL)
        g_set_error (
            error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_CONSTRAINT,
            /* Translators: two names and the supplier that both are of. */
            _ ("“%s” and “%s” are names of one supplier already, “%s”. Nothing was merged."), from,
            into, title);
      return FALSE;
    }
  return TRUE;
}

static char *
make_label (char **names, guint n)
{
  return n == 1 ? g_strdup_printf (_ ("Merge “%s” into “%s”"), names[0], names[1])
                : g_strdup_printf (ngettext ("Merge %u supplier", "Merge %u suppliers", n), n);
}

static void
print_json (const Wish *wish, char **names)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "merged");
  json_builder_begin_array (builder);
  for (guint i = 0; i < wish->n; i++)
    {
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "from");
      json_builder_add_string_value (builder, names[2 * i]);
      json_builder_set_member_name (builder, "into");
      json_builder_add_string_value (builder, names[2 * i + 1]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "moved");
  json_builder_begin_object (builder);
  for (AssayType type = ASSAY_TYPE_NONE + 1; type < ASSAY_N_TYPES; type++)
    if (wish->merged.moved[type] > 0)
      {
        json_builder_set_member_name (builder, assay_record_type_get (type)->name);
        json_builder_add_int_value (builder, (gint64)wish->merged.moved[type]);
      }
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "folded");
  json_builder_add_int_value (builder, (gint64)wish->merged.folded);
  json_builder_set_member_name (builder, "filled");
  json_builder_add_int_value (builder, wish->merged.filled);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  printf ("%s\n", text);
}

static void
print_text (const Wish *wish, char **names)
{
  for (guint i = 0; i < wish->n; i++)
    printf (_ ("Merged “%s” into “%s”.\n"), names[2 * i], names[2 * i + 1]);
  for (AssayType type = ASSAY_TYPE_NONE + 1; type < ASSAY_N_TYPES; type++)
    if (wish->merged.moved[type] > 0)
      printf ("  %s: %" G_GUINT64_FORMAT "\n",
              assay_record_type_plural (assay_record_type_get (type)), wish->merged.moved[type]);
}

static int
run (const char *path, char **names, Wish *wish, gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayBook) book = assay_book_open (path, 0, &error);
  g_autofree char *label = make_label (names, wish->n);
  int status = ASSAY_EXIT_DONE;

  if (book == NULL)
    return assay_usage_refuse (path, error);
  if (!find (assay_book_get_reader (book), names, wish, &error)
      || !assay_book_change (book, label, merge, wish, NULL, NULL, &error))
    status = assay_usage_refuse (path, error);
  else if (json)
    print_json (wish, names);
  else
    print_text (wish, names);
  if (!assay_book_close (book, NULL))
    status = ASSAY_EXIT_REFUSED;
  return status;
}

/**
 * assay_cli_merge:
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 *
 * Returns: the exit status
 */
int
assay_cli_merge (int argc, char **argv)
{
  g_auto (GStrv) arguments = NULL, fields = NULL;
  gboolean take[ASSAY_SUPPLIER_N_FIELDS] = { FALSE };
  AssayMerge merges[MOST_MERGES] = { 0 };
  Wish wish = { .merges = merges };
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "take", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &fields,
      N_ ("Where both have a value of this field, FROM’s is taken; may be repeated"),
      N_ ("FIELD") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!assay_usage_parse (&usage, entries, argc, argv, &arguments, &status)
      || !read_take (fields, take, &status))
    return status;
  if (!g_str_equal (arguments[1], "supplier"))
    return assay_usage_wrong (&usage, _ ("only suppliers can be merged, not “%s”"), arguments[1]);
  if (g_strv_length (arguments) % 2 != 0)
    return assay_usage_wrong (&usage, _ ("each FROM needs an INTO"));
  wish.n = g_strv_length (arguments) / 2 - 1;
  for (guint i = 0; i < wish.n; i++)
    {
      merges[i].take = take;
      merges[i].note = TRUE;
    }
  return run (arguments[0], arguments + 2, &wish, json);
}
