/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "cli/spend-json.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "cli/json-members.h"

static JsonObject *
describe_concentration (const AssayConcentration *found)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "n", (gint64)found->n);
  assay_json_set_real (object, "hhi", found->hhi);
  assay_json_set_real (object, "hhi_10000", found->hhi * 10000);
  assay_json_set_real (object, "effective_n", found->effective);
  assay_json_set_real (object, "largest_share", found->largest);
  return object;
}

static JsonArray *
describe_left_out (const GPtrArray *left_out)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < left_out->len; i++)
    {
      const AssaySpendLeftOut *one = g_ptr_array_index (left_out, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "reason", assay_spend_reason_name (one->reason));
      json_object_set_string_member (object, "words", assay_spend_reason_words (one->reason));
      assay_json_set_text (object, "currency", one->currency);
      json_object_set_int_member (object, "lines", one->ids->len);
      assay_json_set_real (object, "amount",
                           one->is_known ? assay_money_to_units (one->amount, one->currency) : NAN);
      json_array_add_object_element (array, object);
    }
  return array;
}

/**
 * assay_spend_json:
 * @currency: (nullable): the base currency
 * @concentration: (nullable): an index
 * @left_out: (element-type AssaySpendLeftOut): what is not in the rows
 *
 * Returns: (transfer full): what JSON says beside the rows
 */
JsonObject *
assay_spend_json (const char *currency,
                  const AssayConcentration *concentration,
                  const GPtrArray *left_out)
{
  JsonObject *more = json_object_new ();
  JsonObject *units = json_object_new ();

  assay_json_set_text (more, "currency", currency);
  assay_json_set_text (units, "spend", currency);
  json_object_set_string_member (units, "share", "1");
  json_object_set_string_member (units, "quantity", "pieces");
  json_object_set_string_member (units, "hhi", "1");
  json_object_set_object_member (more, "units", units);
  if (concentration != NULL)
    json_object_set_object_member (more, "concentration", describe_concentration (concentration));
  json_object_set_array_member (more, "excluded", describe_left_out (left_out));
  return more;
}

/**
 * assay_spend_json_rows:
 * @rows: (element-type AssaySpendRow): shares of something
 * @currency: (nullable): the base currency
 *
 * Returns: (transfer full): them as a list
 */
JsonArray *
assay_spend_json_rows (const GPtrArray *rows, const char *currency)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      const AssaySpendRow *row = g_ptr_array_index (rows, i);
      JsonObject *object = json_object_new ();

      assay_json_set_text (object, "group", row->group);
      assay_json_set_real (object, "spend", assay_money_to_units (row->amount, currency));
      assay_json_set_real (object, "share", row->share);
      json_object_set_int_member (object, "lines", row->ids->len);
      json_array_add_object_element (array, object);
    }
  return array;
}

/**
 * assay_spend_notes:
 * @definition: what the figures mean
 * @left_out: (element-type AssaySpendLeftOut): what is not in them
 *
 * Returns: (transfer full): both, to stand below a table
 */
char *
assay_spend_notes (const char *definition, const GPtrArray *left_out)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (left_out->len > 0)
    g_string_append (words, _ ("Not in these figures:\n"));
  for (guint i = 0; i < left_out->len; i++)
    {
      g_autofree char *one = assay_spend_left_out_words (g_ptr_array_index (left_out, i));

      g_string_append_printf (words, "%s\n", one);
    }
  g_string_append_printf (words, "%s%s", left_out->len > 0 ? "\n" : "", definition);
  return g_string_free_and_steal (g_steal_pointer (&words));
}
