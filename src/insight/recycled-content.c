/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/recycled-content.h"

#include <math.h>

#include "insight/owned-rows.h"
#include "store/records.h"

#define HUNDREDTH 100.0 /* a component's weight is in hundredths of a gram */
#define MILLION   1e6
/* Of a share: what rounding to parts per million leaves. */
#define HAIR 1e-9

static const double thresholds[ASSAY_N_RECYCLED_THRESHOLDS] = { 0.05, 0.20, 0.50, 0.95 };

double
assay_recycled_threshold (AssayRecycledThreshold threshold)
{
  return thresholds[threshold];
}

/**
 * assay_recycled_sum_reaches:
 * @share: from 0 to 1
 *
 * Returns: whether what is known is enough to say that the content is @share or more
 */
AssayThresholdState
assay_recycled_sum_reaches (const AssayRecycledSum *sum, double share)
{
  if (!isnan (sum->least) && sum->least >= share - HAIR)
    return ASSAY_THRESHOLD_REACHED;
  if (sum->n_unweighed == 0 && !isnan (sum->share))
    return ASSAY_THRESHOLD_MISSED;
  if (!isnan (sum->most) && sum->most < share - HAIR)
    return ASSAY_THRESHOLD_MISSED;
  return ASSAY_THRESHOLD_UNKNOWN;
}

static gboolean
is_packaging (const AssayRecord *component)
{
  return g_strcmp0 (assay_record_get_text (component, ASSAY_COMPONENT_KIND), "packaging") == 0;
}

static void
add_component (AssayRecycledSum *sum, const AssayRecord *component, double *unstated_mass)
{
  const char *kind = assay_record_get_text (component, ASSAY_COMPONENT_RECYCLED_KIND);
  gboolean stated = assay_record_is_known (component, ASSAY_COMPONENT_RECYCLED);
  double mass, recycled;

  sum->n++;
  sum->n_unstated += !stated;
  if (!assay_record_is_known (component, ASSAY_COMPONENT_MASS))
    {
      sum->n_unweighed++;
      return;
    }
  mass = (double)assay_record_get_integer (component, ASSAY_COMPONENT_MASS, 0) / HUNDREDTH;
  recycled
      = mass * (double)assay_record_get_integer (component, ASSAY_COMPONENT_RECYCLED, 0) / MILLION;
  sum->mass += mass;
  sum->recycled_mass += recycled;
  if (!stated)
    *unstated_mass += mass;
  if (g_strcmp0 (kind, "post_consumer") == 0)
    sum->post_consumer += recycled;
  else if (g_strcmp0 (kind, "pre_consumer") == 0)
    sum->pre_consumer += recycled;
  else
    sum->unsaid += recycled;
}

/* @whole_mass: what the piece weighs, which bounds what has no weight of its own; NaN when unknown.
 */
static void
finish_sum (AssayRecycledSum *sum, double unstated_mass, double whole_mass)
{
  if (sum->mass <= 0)
    {
      sum->share = sum->least = sum->most = NAN;
      sum->post_consumer = sum->pre_consumer = sum->unsaid = NAN;
      if (sum->n == 0 || sum->n_unweighed == sum->n)
        sum->mass = sum->recycled_mass = NAN;
      return;
    }
  sum->share = sum->recycled_mass / sum->mass;
  sum->post_consumer /= sum->mass;
  sum->pre_consumer /= sum->mass;
  sum->unsaid /= sum->mass;
  if (sum->n_unweighed == 0)
    {
      sum->least = sum->share;
      sum->most = (sum->recycled_mass + unstated_mass) / sum->mass;
    }
  else if (whole_mass >= sum->mass)
    {
      /* The rest of the piece is none of it, or all of it. */
      sum->least = sum->recycled_mass / whole_mass;
      sum->most = (sum->recycled_mass + unstated_mass + whole_mass - sum->mass) / whole_mass;
    }
  else
    sum->least = sum->most = NAN;
}

static const AssayRecord *
find_variant (GPtrArray *variants, gint64 id)
{
  for (guint i = 0; variants != NULL && id != 0 && i < variants->len; i++)
    if (assay_record_get_id (g_ptr_array_index (variants, i)) == id)
      return g_ptr_array_index (variants, i);
  return NULL;
}

/* In grams; NaN when nobody weighed the piece. */
static double
get_piece_mass (const AssayRecord *product, const AssayRecord *variant)
{
  if (variant != NULL && assay_record_is_known (variant, ASSAY_VARIANT_MASS))
    return (double)assay_record_get_integer (variant, ASSAY_VARIANT_MASS, 0);
  if (product != NULL && assay_record_is_known (product, ASSAY_PRODUCT_MASS))
    return (double)assay_record_get_integer (product, ASSAY_PRODUCT_MASS, 0);
  return NAN;
}

static AssayRecycled *
compute_variant (const AssayRecord *product,
                 GPtrArray *components,
                 const AssayRecord *variant,
                 gint64 variant_id)
{
  AssayRecycled *recycled = g_new0 (AssayRecycled, 1);
  double unstated = 0, main_unstated = 0;

  recycled->product = product != NULL ? assay_record_get_id (product) : 0;
  recycled->variant = variant_id;
  recycled->variant_name = variant != NULL ? assay_record_dup_title (variant) : NULL;
  recycled->product_mass = get_piece_mass (product, variant);
  recycled->components = g_ptr_array_new_with_free_func (g_object_unref);
  recycled->left_out = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < components->len; i++)
    {
      AssayRecord *component = g_ptr_array_index (components, i);
      gint64 only = assay_record_get_reference (component, ASSAY_COMPONENT_VARIANT);

      if (is_packaging (component) || (only != 0 && only != variant_id))
        {
          g_ptr_array_add (recycled->left_out, g_object_ref (component));
          continue;
        }
      g_ptr_array_add (recycled->components, g_object_ref (component));
      add_component (&recycled->whole, component, &unstated);
      if (assay_record_get_flag (component, ASSAY_COMPONENT_MAIN))
        add_component (&recycled->main, component, &main_unstated);
    }
  recycled->heavier = recycled->whole.mass > recycled->product_mass;
  finish_sum (&recycled->whole, unstated, recycled->product_mass);
  finish_sum (&recycled->main, main_unstated, NAN);
  return recycled;
}

/* What can be said of it, for finding the lowest: unknown is lower than any. */
static double
get_floor (const AssayRecycled *recycled)
{
  if (!isnan (recycled->whole.least))
    return recycled->whole.least;
  return isnan (recycled->whole.share) ? -2 : recycled->whole.share - 1;
}

static gboolean
holds (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* The variants that have components of their own: GArray of gint64. */
static GArray *
find_own (GPtrArray *components)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < components->len; i++)
    {
      const AssayRecord *component = g_ptr_array_index (components, i);
      gint64 id = assay_record_get_reference (component, ASSAY_COMPONENT_VARIANT);

      if (id != 0 && !is_packaging (component) && !holds (ids, id))
        g_array_append_val (ids, id);
    }
  return ids;
}

/* Variants without components of their own are alike: one of them stands for them. */
static void
add_plain_variant (GArray *ids, GPtrArray *variants)
{
  for (guint i = 0; variants != NULL && i < variants->len; i++)
    {
      gint64 id = assay_record_get_id (g_ptr_array_index (variants, i));

      if (holds (ids, id))
        continue;
      g_array_append_val (ids, id);
      return;
    }
}

/**
 * assay_recycled_compute:
 * @product: (nullable): says what a piece weighs
 * @components: AssayRecord, of all variants
 * @variants: (nullable): AssayRecord
 * @variant: the one that is meant; 0: the one with the lowest content
 *
 * Returns: (transfer full): the content
 */
AssayRecycled *
assay_recycled_compute (const AssayRecord *product,
                        GPtrArray *components,
                        GPtrArray *variants,
                        gint64 variant)
{
  g_autoptr (GArray) own = find_own (components);
  g_autoptr (AssayRecycled) lowest = NULL;

  if (variant != 0 || own->len == 0)
    lowest = compute_variant (product, components, find_variant (variants, variant), variant);
  else
    {
      add_plain_variant (own, variants);
      for (guint i = 0; i < own->len; i++)
        {
          gint64 id = g_array_index (own, gint64, i);
          g_autoptr (AssayRecycled) one
              = compute_variant (product, components, find_variant (variants, id), id);

          if (lowest == NULL || get_floor (one) < get_floor (lowest))
            {
              g_clear_pointer (&lowest, assay_recycled_free);
              lowest = g_steal_pointer (&one);
            }
        }
    }
  lowest->n_variants = own->len;
  return g_steal_pointer (&lowest);
}

/**
 * assay_recycled_read:
 * @product: its key
 * @variant: the one that is meant; 0: the one with the lowest content
 *
 * Returns: (transfer full) (nullable): the content as the book has it
 */
AssayRecycled *
assay_recycled_read (AssayDb *db, gint64 product, gint64 variant, GError **error)
{
  g_autoptr (AssayRecord) record = assay_records_get (db, ASSAY_TYPE_PRODUCT, product, error);
  g_autoptr (GPtrArray) components = NULL;
  g_autoptr (GPtrArray) variants = NULL;

  if (record == NULL)
    return NULL;
  components = assay_owned_rows_read (db, ASSAY_TYPE_COMPONENT, product, error);
  if (components == NULL)
    return NULL;
  variants = assay_owned_rows_read (db, ASSAY_TYPE_VARIANT, product, error);
  if (variants == NULL)
    return NULL;
  return assay_recycled_compute (record, components, variants, variant);
}

void
assay_recycled_free (AssayRecycled *recycled)
{
  if (recycled == NULL)
    return;
  g_clear_pointer (&recycled->components, g_ptr_array_unref);
  g_clear_pointer (&recycled->left_out, g_ptr_array_unref);
  g_free (recycled->variant_name);
  g_free (recycled);
}
