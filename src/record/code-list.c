/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "record/code-list.h"

#include <json-glib/json-glib.h>
#include <libintl.h>
#include <string.h>

#include "record/format.h"

typedef struct
{
  const char *file;   /* in iso-codes */
  const char *domain; /* of its translations */
  const char *code;   /* member that holds the code */
} Source;

static const Source country_source = { "iso_3166-1.json", "iso_3166-1", "alpha_2" };
static const Source currency_source = { "iso_4217.json", "iso_4217", "alpha_3" };

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const AssayCode *left = a, *right = b;

  return g_utf8_collate (left->short_name ? left->short_name : left->name,
                         right->short_name ? right->short_name : right->name);
}

static GArray *
load (const Source *source)
{
  GArray *codes = g_array_new (TRUE, TRUE, sizeof (AssayCode));
  g_autofree char *path = g_build_filename (ASSAY_ISO_CODES_DIR, source->file, NULL);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObject *root;
  const char *key;
  JsonArray *entries;

  bind_textdomain_codeset (source->domain, "UTF-8");
  if (!json_parser_load_from_mapped_file (parser, path, NULL)
      || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return codes;
  root = json_node_get_object (json_parser_get_root (parser));
  key = strncmp (source->file, "iso_3166", 8) == 0 ? "3166-1" : "4217";
  entries = json_object_has_member (root, key) ? json_object_get_array_member (root, key) : NULL;
  for (guint i = 0; entries != NULL && i < json_array_get_length (entries); i++)
    {
      JsonObject *entry = json_array_get_object_element (entries, i);
      AssayCode code = { 0 };

      if (!json_object_has_member (entry, source->code) || !json_object_has_member (entry, "name"))
        continue;
      code.code = g_strdup (json_object_get_string_member (entry, source->code));
      code.name = g_strdup (json_object_get_string_member (entry, "name"));
      if (source == &country_source)
        code.alpha_3
            = g_strdup (json_object_get_string_member_with_default (entry, "alpha_3", NULL));
      code.short_name
          = g_strdup (json_object_get_string_member_with_default (entry, "common_name", NULL));
      g_array_append_val (codes, code);
    }
  g_array_sort (codes, compare_names);
  return codes;
}

static const GArray *
list_of (const Source *source)
{
  static gsize countries, currencies;
  gsize *list = source == &country_source ? &countries : &currencies;

  if (g_once_init_enter (list))
    g_once_init_leave (list, (gsize)load (source));
  return (const GArray *)*list;
}

/**
 * assay_countries:
 * @n_countries: (out) (optional): how many there are
 *
 * Returns: (transfer none): the countries by English name
 */
const AssayCode *
assay_countries (gsize *n_countries)
{
  const GArray *list = list_of (&country_source);

  if (n_countries != NULL)
    *n_countries = list->len;
  return (const AssayCode *)(const void *)list->data;
}

/**
 * assay_currencies:
 * @n_currencies: (out) (optional): how many there are
 *
 * Returns: (transfer none): the currencies by English name
 */
const AssayCode *
assay_currencies (gsize *n_currencies)
{
  const GArray *list = list_of (&currency_source);

  if (n_currencies != NULL)
    *n_currencies = list->len;
  return (const AssayCode *)(const void *)list->data;
}

static const char *
name_of (const Source *source, const char *code)
{
  const GArray *list = list_of (source);

  for (guint i = 0; code != NULL && i < list->len; i++)
    {
      const AssayCode *entry = &g_array_index (list, AssayCode, i);

      if (g_ascii_strcasecmp (entry->code, code) == 0)
        return dgettext (source->domain, entry->short_name ? entry->short_name : entry->name);
    }
  return NULL;
}

const char *
assay_country_name (const char *code)
{
  return name_of (&country_source, code);
}

const char *
assay_currency_name (const char *code)
{
  return name_of (&currency_source, code);
}

/**
 * assay_format_country:
 * @code: ISO 3166-1 alpha-2
 *
 * Returns: (transfer full): the country's name in the reader's language; @code when it is unknown
 */
char *
assay_format_country (const char *code)
{
  const char *name = assay_country_name (code);

  return g_strdup (name != NULL ? name : code);
}
