/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "cli/record-query.h"

#include <glib/gi18n-lib.h>

#include "cli/cli.h"
#include "cli/find-record.h"
#include "record/format.h"

void
assay_query_words_fill_entries (AssayQueryWords *words, GOptionEntry *entries)
{
  entries[0] = (GOptionEntry){
    "where",
    0,
    0,
    G_OPTION_ARG_FILENAME_ARRAY,
    &words->where,
    N_ ("Only records whose field has this value; an empty value means unknown"),
    N_ ("FIELD=VALUE")
  };
  entries[1] = (GOptionEntry){ "search",
                               0,
                               0,
                               G_OPTION_ARG_FILENAME,
                               &words->search,
                               N_ ("Only records in which these words are found"),
                               N_ ("WORDS") };
  entries[2] = (GOptionEntry){ "sort",
                               0,
                               0,
                               G_OPTION_ARG_FILENAME,
                               &words->sort,
                               N_ ("Order by this field; -FIELD turns the order round"),
                               N_ ("FIELD") };
}

void
assay_query_words_clear (AssayQueryWords *words)
{
  g_clear_pointer (&words->where, g_strfreev);
  g_clear_pointer (&words->search, g_free);
  g_clear_pointer (&words->sort, g_free);
}

/**
 * assay_query_words_find_type:
 * @usage: how the command is called
 * @type_name: "supplier", "order-lines", …
 *
 * Returns: (nullable): the type; %NULL when there is none, which was said
 */
const AssayRecordType *
assay_query_words_find_type (const AssayUsage *usage, const char *type_name)
{
  const AssayRecordType *type = assay_record_type_find (type_name);
  g_autoptr (GString) known = NULL;

  if (type != NULL)
    return type;
  known = g_string_new (NULL);
  for (AssayType i = ASSAY_TYPE_NONE + 1; i < ASSAY_N_TYPES; i++)
    g_string_append_printf (known, "%s%s", known->len > 0 ? ", " : "",
                            assay_record_type_get (i)->name);
  assay_usage_wrong (usage, _ ("“%s” is no type of record; they are %s"), type_name, known->str);
  return NULL;
}

static int
find_field (const AssayUsage *usage, const AssayRecordType *type, const char *column)
{
  int field = assay_record_type_find_field (type, column);

  if (field < 0)
    assay_usage_wrong (usage, _ ("%s has no field “%s”"), type->name, column);
  return field;
}

/* Adds one "FIELD=VALUE". */
static gboolean
add_condition (
    const AssayUsage *usage, const char *condition, AssayQuery *query, AssayDb *db, int *status)
{
  const AssayRecordType *type = assay_record_type_get (assay_query_get_type (query));
  const char *equals = strchr (condition, '=');
  g_autofree char *column = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;
  gint64 id;
  int field;

  *status = ASSAY_EXIT_USAGE;
  if (equals == NULL || !g_utf8_validate (condition, -1, NULL))
    {
      assay_usage_wrong (usage, _ ("--where needs FIELD=VALUE, not “%s”"), condition);
      return FALSE;
    }
  column = g_strndup (condition, (gsize)(equals - condition));
  field = find_field (usage, type, column);
  if (field < 0)
    return FALSE;
  if (equals[1] == '\0')
    {
      assay_query_add_filter (query, (guint)field, ASSAY_FILTER_UNKNOWN, &value);
      return TRUE;
    }
  *status = ASSAY_EXIT_REFUSED;
  if (type->fields[field].kind == ASSAY_KIND_REFERENCE)
    {
      if (!assay_find_record (db, type->fields[field].reference, equals + 1, &id, &error))
        {
          assay_usage_refuse (NULL, error);
          return FALSE;
        }
      assay_value_set_integer (&value, id);
    }
  else if (!assay_format_parse_plain (&type->fields[field], equals + 1, NULL, &value, &error))
    {
      *status = assay_usage_wrong (usage, "%s: %s", column, error->message);
      return FALSE;
    }
  assay_query_add_filter (query, (guint)field, ASSAY_FILTER_IS, &value);
  return TRUE;
}

/**
 * assay_query_words_read:
 * @usage: how the command is called
 * @words: what was typed
 * @type_name: the type, which was found before
 * @db: the book, in which records that are named are looked up
 * @status: (out): exit status when something is wrong
 *
 * Returns: (transfer full) (nullable): the query; %NULL when something is wrong, which was said
 */
AssayQuery *
assay_query_words_read (const AssayUsage *usage,
                        const AssayQueryWords *words,
                        const char *type_name,
                        AssayDb *db,
                        int *status)
{
  const AssayRecordType *type = assay_record_type_find (type_name);
  g_autoptr (AssayQuery) query = assay_query_new (type->type);
  gboolean descending;
  int field;

  for (guint i = 0; words->where != NULL && words->where[i] != NULL; i++)
    if (!add_condition (usage, words->where[i], query, db, status))
      return NULL;
  *status = ASSAY_EXIT_USAGE;
  if (words->search != NULL && !g_utf8_validate (words->search, -1, NULL))
    {
      assay_usage_wrong (usage, _ ("--search is not valid UTF-8"));
      return NULL;
    }
  if (words->search != NULL)
    assay_query_set_search (query, words->search);
  if (words->sort != NULL)
    {
      descending = words->sort[0] == '-';
      field = find_field (usage, type, words->sort + descending);
      if (field < 0)
        return NULL;
      assay_query_set_sort (query, (guint)field, descending);
    }
  return g_steal_pointer (&query);
}

/**
 * assay_query_words_describe:
 * @words: what was typed
 * @command: the command
 * @query: what it means
 *
 * Returns: (transfer full): what was asked, for JSON
 */
JsonObject *
assay_query_words_describe (const AssayQueryWords *words,
                            const char *command,
                            const AssayQuery *query)
{
  JsonObject *asked = json_object_new ();
  JsonArray *where = json_array_new ();

  json_object_set_string_member (asked, "command", command);
  json_object_set_string_member (asked, "type",
                                 assay_record_type_get (assay_query_get_type (query))->name);
  for (guint i = 0; words->where != NULL && words->where[i] != NULL; i++)
    json_array_add_string_element (where, words->where[i]);
  json_object_set_array_member (asked, "where", where);
  if (words->search != NULL)
    json_object_set_string_member (asked, "search", words->search);
  else
    json_object_set_null_member (asked, "search");
  if (words->sort != NULL)
    json_object_set_string_member (asked, "sort", words->sort);
  else
    json_object_set_null_member (asked, "sort");
  return asked;
}
