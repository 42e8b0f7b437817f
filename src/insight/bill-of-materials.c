/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/bill-of-materials.h"
#include "insight/owned-rows.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "record/format.h"
#include "store/records.h"

#define HUNDREDTH 100.0 /* a component's weight is in hundredths of a gram */
#define MILLION   1e6
#define ROUNDING  0.5 /* grams: a piece is weighed to the gram */
#define AGREEMENT 0.01

static const char *const state_names[]
    = { "empty", "unweighed", "no_piece", "heavier", "incomplete", "lighter", "agrees" };

const char *
assay_bill_state_name (AssayBillState state)
{
  return state_names[state];
}

static gboolean
is_kind (const AssayRecord *component, const char *kind)
{
  return g_strcmp0 (assay_record_get_text (component, ASSAY_COMPONENT_KIND), kind) == 0;
}

/* What is named by brand or part number, and told from a copy by it. */
static gboolean
is_hardware (const AssayRecord *component)
{
  return is_kind (component, "zip") || is_kind (component, "buckle")
         || is_kind (component, "hardware");
}

static gboolean
is_named (const AssayRecord *component)
{
  return assay_record_is_known (component, ASSAY_COMPONENT_BRAND)
         || assay_record_is_known (component, ASSAY_COMPONENT_PART_NUMBER);
}

static void
add_mass (double *sum, double grams)
{
  *sum = isnan (*sum) ? grams : *sum + grams;
}

static void
add_component (AssayBill *bill, const AssayRecord *component)
{
  double mass;

  bill->n++;
  if (is_hardware (component))
    {
      bill->n_hardware++;
      bill->n_named += is_named (component);
    }
  if (!assay_record_is_known (component, ASSAY_COMPONENT_MASS))
    {
      bill->n_unweighed++;
      return;
    }
  mass = (double)assay_record_get_integer (component, ASSAY_COMPONENT_MASS, 0) / HUNDREDTH;
  add_mass (&bill->mass, mass);
  add_mass (
      &bill->material,
      mass
          * (1 + (double)assay_record_get_integer (component, ASSAY_COMPONENT_WASTE, 0) / MILLION));
  bill->n_no_waste += !assay_record_is_known (component, ASSAY_COMPONENT_WASTE);
}

static AssayBillState
judge (const AssayBill *bill)
{
  if (bill->n == 0)
    return ASSAY_BILL_EMPTY;
  if (isnan (bill->mass))
    return ASSAY_BILL_UNWEIGHED;
  if (isnan (bill->piece))
    return ASSAY_BILL_NO_PIECE;
  if (bill->mass > bill->piece + MAX (ROUNDING, bill->piece * AGREEMENT))
    return ASSAY_BILL_HEAVIER;
  if (bill->n_unweighed > 0)
    return ASSAY_BILL_INCOMPLETE;
  return bill->mass < bill->piece - MAX (ROUNDING, bill->piece * AGREEMENT) ? ASSAY_BILL_LIGHTER
                                                                            : ASSAY_BILL_AGREES;
}

static double
get_piece (const AssayRecord *product, const AssayRecord *variant)
{
  if (variant != NULL && assay_record_is_known (variant, ASSAY_VARIANT_MASS))
    return (double)assay_record_get_integer (variant, ASSAY_VARIANT_MASS, 0);
  if (product != NULL && assay_record_is_known (product, ASSAY_PRODUCT_MASS))
    return (double)assay_record_get_integer (product, ASSAY_PRODUCT_MASS, 0);
  return NAN;
}

static AssayBill *
compute_variant (const AssayRecord *product, GPtrArray *components, const AssayRecord *variant)
{
  gint64 variant_id = variant != NULL ? assay_record_get_id (variant) : 0;
  AssayBill *bill = g_new0 (AssayBill, 1);

  bill->mass = bill->material = bill->packaging = NAN;
  bill->piece = get_piece (product, variant);
  bill->variant = variant_id;
  bill->variant_name = variant != NULL ? assay_record_dup_title (variant) : NULL;
  for (guint i = 0; i < components->len; i++)
    {
      const AssayRecord *component = g_ptr_array_index (components, i);
      gint64 only = assay_record_get_reference (component, ASSAY_COMPONENT_VARIANT);

      if (only != 0 && only != variant_id)
        continue;
      if (!is_kind (component, "packaging"))
        add_component (bill, component);
      else if (assay_record_is_known (component, ASSAY_COMPONENT_MASS))
        add_mass (&bill->packaging,
                  (double)assay_record_get_integer (component, ASSAY_COMPONENT_MASS, 0)
                      / HUNDREDTH);
    }
  bill->state = judge (bill);
  return bill;
}

/* How much it says against the product: grams too many, then grams. */
static gboolean
stands_before (const AssayBill *one, const AssayBill *other)
{
  gboolean heavier = one->state == ASSAY_BILL_HEAVIER;

  if (heavier != (other->state == ASSAY_BILL_HEAVIER))
    return heavier;
  if (heavier)
    return one->mass - one->piece > other->mass - other->piece;
  return isnan (other->mass) ? !isnan (one->mass) : one->mass > other->mass;
}

/* Without any, all variants are alike but for their weight. */
static gboolean
has_own (GPtrArray *components)
{
  for (guint i = 0; i < components->len; i++)
    if (assay_record_get_reference (g_ptr_array_index (components, i), ASSAY_COMPONENT_VARIANT)
        != 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_weight (GPtrArray *variants)
{
  for (guint i = 0; i < variants->len; i++)
    if (assay_record_is_known (g_ptr_array_index (variants, i), ASSAY_VARIANT_MASS))
      return TRUE;
  return FALSE;
}

/**
 * assay_bill_compute:
 * @product: (nullable): says what a piece weighs
 * @components: AssayRecord, of all variants
 * @variants: (nullable): AssayRecord
 *
 * Returns: (transfer full): the sums
 */
AssayBill *
assay_bill_compute (const AssayRecord *product, GPtrArray *components, GPtrArray *variants)
{
  g_autoptr (AssayBill) worst = NULL;

  if (variants == NULL || variants->len == 0 || !(has_own (components) || has_weight (variants)))
    return compute_variant (product, components, NULL);
  for (guint i = 0; i < variants->len; i++)
    {
      g_autoptr (AssayBill) one
          = compute_variant (product, components, g_ptr_array_index (variants, i));

      if (worst == NULL || stands_before (one, worst))
        {
          g_clear_pointer (&worst, assay_bill_free);
          worst = g_steal_pointer (&one);
        }
    }
  return g_steal_pointer (&worst);
}

AssayBill *
assay_bill_read (AssayDb *db, gint64 product, GError **error)
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
  return assay_bill_compute (record, components, variants);
}

void
assay_bill_free (AssayBill *bill)
{
  if (bill == NULL)
    return;
  g_free (bill->variant_name);
  g_free (bill);
}

/* Words */

char *
assay_bill_mass_words (double grams)
{
  g_autofree char *number = NULL;
  double tenths;

  if (isnan (grams))
    return g_strdup ("–");
  tenths = round (grams * 10) / 10;
  number = fabs (tenths) < 100 && tenths != round (tenths)
               ? assay_format_real (tenths, 1)
               : assay_format_number ((gint64)round (grams));
  /* Translators: a weight in grams */
  return g_strdup_printf (_ ("%s g"), number);
}

static char *
state_words (const AssayBill *bill)
{
  g_autofree char *mass = assay_bill_mass_words (bill->mass);
  g_autofree char *piece = assay_bill_mass_words (bill->piece);
  g_autofree char *rest = assay_bill_mass_words (fabs (bill->piece - bill->mass));

  switch (bill->state)
    {
    case ASSAY_BILL_UNWEIGHED:
      return g_strdup (_ ("No component has a weight yet."));
    case ASSAY_BILL_NO_PIECE:
      return g_strdup_printf (
          _ ("The components weigh %s together; the product has no weight to hold that against."),
          mass);
    case ASSAY_BILL_HEAVIER:
      return g_strdup_printf (_ ("The components weigh %s, which is %s more than the product’s %s: "
                                 "one of these weights is wrong."),
                              mass, rest, piece);
    case ASSAY_BILL_INCOMPLETE:
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE,
                       "The components weigh %s of the product’s %s; %u has no weight yet.",
                       "The components weigh %s of the product’s %s; %u have no weight yet.",
                       bill->n_unweighed),
          mass, piece, bill->n_unweighed);
    case ASSAY_BILL_LIGHTER:
      return g_strdup_printf (
          _ ("The components weigh %s of the product’s %s: %s are in no component."), mass, piece,
          rest);
    case ASSAY_BILL_AGREES:
      return g_strdup_printf (_ ("The components weigh %s, in agreement with the product’s %s."),
                              mass, piece);
    case ASSAY_BILL_EMPTY:
    default:
      return NULL;
    }
}

/**
 * assay_bill_dup_words:
 *
 * Returns: (transfer full) (nullable): what the sum says, with the variant that it is of
 */
char *
assay_bill_dup_words (const AssayBill *bill)
{
  g_autofree char *words = state_words (bill);

  if (words == NULL || bill->variant_name == NULL)
    return g_steal_pointer (&words);
  /* Translators: the name of a variant, and a sentence about its weight */
  return g_strdup_printf (_ ("%s: %s"), bill->variant_name, words);
}

const char *
assay_bill_definition (void)
{
  return _ ("The weights of all components that have one, without packaging, held against the "
            "weight of the product or, where it has its own, of the variant. They agree within "
            "1 % or half a gram. Where variants have components of their own, each is added up "
            "with what all have in common, and the one that is most too heavy, else the heaviest, "
            "stands here. Material is weight × (1 + waste); a waste that nobody stated counts as "
            "none.");
}
