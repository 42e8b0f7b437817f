/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "cli/claims-json.h"

#include <math.h>

#include "cli/json-members.h"

static JsonArray *
records_to_json (const AssayNeedSupport *need)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < need->items->len; i++)
    {
      const AssaySupportItem *item = g_ptr_array_index (need->items, i);
      JsonObject *object = json_object_new ();

      assay_json_set_text (object, "type", assay_record_type_get (item->type)->name);
      json_object_set_int_member (object, "id", item->id);
      assay_json_set_text (object, "title", item->title);
      assay_json_set_text (object, "words", item->words);
      assay_json_set_text (object, "state", assay_need_state_name (item->state));
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
set_words (JsonObject *object, const char *name, const char *words)
{
  assay_json_set_text (object, name, *words != '\0' ? words : NULL);
}

JsonArray *
assay_claims_json_needs (const AssayClaimSupport *support)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < support->needs->len; i++)
    {
      const AssayNeedSupport *need = g_ptr_array_index (support->needs, i);
      JsonObject *object = json_object_new ();

      assay_json_set_text (object, "need", need->title);
      assay_json_set_text (object, "market", need->market);
      assay_json_set_text (object, "by",
                           need->need != NULL
                               ? assay_record_get_text (need->need, ASSAY_CLAIM_NEED_NEEDS)
                               : "computed");
      assay_json_set_date (object, "from", need->from_on);
      json_object_set_boolean_member (object, "in_force", !need->later);
      assay_json_set_text (object, "state", assay_need_state_name (need->state));
      set_words (object, "there", need->there);
      set_words (object, "gap", need->gap);
      assay_json_set_text (object, "source", need->source);
      json_object_set_array_member (object, "records", records_to_json (need));
      json_array_add_object_element (array, object);
    }
  return array;
}

JsonArray *
assay_claims_json_words (const AssayClaimSupport *support)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < support->flags->len; i++)
    {
      const AssayWordFlag *flag = g_ptr_array_index (support->flags, i);
      JsonObject *object = json_object_new ();
      g_autofree char *words = assay_word_flag_words (flag);

      assay_json_set_text (object, "found", flag->found);
      assay_json_set_text (object, "verdict",
                           assay_record_get_text (flag->word, ASSAY_CLAIM_WORD_VERDICT));
      assay_json_set_text (object, "market",
                           assay_record_get_text (flag->word, ASSAY_CLAIM_WORD_MARKET));
      json_object_set_boolean_member (object, "in_force", !flag->later);
      assay_json_set_text (object, "words", words);
      assay_json_set_text (object, "source",
                           assay_record_get_text (flag->word, ASSAY_CLAIM_WORD_SOURCE));
      json_array_add_object_element (array, object);
    }
  return array;
}

JsonArray *
assay_claims_json_recycled (const AssayRecycled *recycled)
{
  static const char *const reaches[ASSAY_N_RECYCLED_THRESHOLDS]
      = { "reaches_5", "reaches_20", "reaches_50", "reaches_95" };
  JsonArray *array = json_array_new ();
  JsonObject *object;

  if (recycled->whole.n == 0)
    return array;
  object = json_object_new ();
  assay_json_set_real (object, "share", recycled->whole.share);
  assay_json_set_real (object, "least", recycled->whole.least);
  assay_json_set_real (object, "most", recycled->whole.most);
  assay_json_set_real (object, "post_consumer", recycled->whole.post_consumer);
  assay_json_set_real (object, "pre_consumer", recycled->whole.pre_consumer);
  assay_json_set_real (object, "unsaid", recycled->whole.unsaid);
  assay_json_set_real (object, "main_fabric", recycled->main.n > 0 ? recycled->main.share : NAN);
  assay_json_set_real (object, "mass_g", recycled->whole.mass);
  assay_json_set_real (object, "product_mass_g", recycled->product_mass);
  json_object_set_boolean_member (object, "heavier", recycled->heavier);
  assay_json_set_text (object, "variant", recycled->variant_name);
  json_object_set_int_member (object, "components", recycled->whole.n);
  json_object_set_int_member (object, "unweighed", recycled->whole.n_unweighed);
  json_object_set_int_member (object, "unstated", recycled->whole.n_unstated);
  for (AssayRecycledThreshold i = 0; i < ASSAY_N_RECYCLED_THRESHOLDS; i++)
    assay_json_set_text (object, reaches[i],
                         assay_threshold_state_name (assay_recycled_sum_reaches (
                             &recycled->whole, assay_recycled_threshold (i))));
  json_array_add_object_element (array, object);
  return array;
}
