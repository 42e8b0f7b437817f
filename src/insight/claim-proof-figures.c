/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "insight/claim-proof.h"
#include "insight/market.h"
#include "record/format.h"

#define MILLION 1e6

/**
 * assay_proof_by_coverage:
 *
 * Holds transaction certificates against what was ordered.
 *
 * Returns: FALSE where the book cannot be read
 */
gboolean
assay_proof_by_coverage (AssayProofContext *context, AssayNeedSupport *support, GError **error)
{
  const char *schemes = assay_record_get_text (support->need, ASSAY_CLAIM_NEED_SCHEMES);
  const AssayCoverageQuestion question
      = { .product = assay_record_get_id (context->product),
          .component = assay_record_get_reference (context->claim, ASSAY_CLAIM_COMPONENT),
          .schemes = schemes };
  const AssayCoverage *coverage;
  char *words;

  if (context->coverage == NULL || g_strcmp0 (context->coverage_schemes, schemes) != 0)
    {
      g_clear_pointer (&context->coverage, assay_coverage_free);
      g_free (context->coverage_schemes);
      context->coverage_schemes = g_strdup (schemes);
      context->coverage = assay_coverage_read (context->db, &question, error);
      if (context->coverage == NULL)
        return FALSE;
    }
  coverage = context->coverage;
  for (guint i = 0; i < coverage->certificates->len; i++)
    {
      const AssayCoverageCertificate *certificate = g_ptr_array_index (coverage->certificates, i);
      g_autofree char *title = assay_record_dup_title (certificate->evidence);
      gboolean counts = certificate->use == ASSAY_CERTIFICATE_COUNTED;

      assay_need_support_take_item (
          support, ASSAY_TYPE_EVIDENCE, assay_record_get_id (certificate->evidence), title,
          counts ? assay_coverage_mass_words (certificate->mass)
                 : g_strdup (assay_certificate_use_words (certificate->use)),
          counts ? ASSAY_NEED_MET : ASSAY_NEED_PARTLY);
    }
  words = assay_coverage_dup_words (coverage);
  if (coverage->rows->len == 0)
    {
      support->state
          = context->recycled->whole.recycled_mass > 0 ? ASSAY_NEED_PARTLY : ASSAY_NEED_MISSING;
      g_free (words);
      assay_need_support_take_words (
          support, NULL,
          g_strdup (context->recycled->whole.recycled_mass > 0
                        ? _ ("Nothing is ordered yet: certificates come with the first shipment.")
                        : _ ("No component has both a weight and a recycled share, so that nothing "
                             "says what has to be certified.")));
      return TRUE;
    }
  if (coverage->missing == 0 && coverage->unplaced_pieces == 0)
    {
      support->state = ASSAY_NEED_MET;
      assay_need_support_take_words (support, words, NULL);
      return TRUE;
    }
  support->state
      = coverage->certified > 0 || coverage->claimed > 0 ? ASSAY_NEED_PARTLY : ASSAY_NEED_MISSING;
  assay_need_support_take_words (support, NULL, words);
  return TRUE;
}

/* What the claim is about: one component, or the whole. */
static const AssayRecord *
find_component (const AssayProofContext *context)
{
  gint64 id = assay_record_get_reference (context->claim, ASSAY_CLAIM_COMPONENT);

  for (guint i = 0; id != 0 && i < context->recycled->components->len; i++)
    if (assay_record_get_id (g_ptr_array_index (context->recycled->components, i)) == id)
      return g_ptr_array_index (context->recycled->components, i);
  for (guint i = 0; id != 0 && i < context->recycled->left_out->len; i++)
    if (assay_record_get_id (g_ptr_array_index (context->recycled->left_out, i)) == id)
      return g_ptr_array_index (context->recycled->left_out, i);
  return NULL;
}

static void
judge_component (AssayNeedSupport *support, const AssayRecord *component, double share)
{
  gboolean known = assay_record_is_known (component, ASSAY_COMPONENT_RECYCLED);
  double own = (double)assay_record_get_integer (component, ASSAY_COMPONENT_RECYCLED, 0) / MILLION;
  const char *name = assay_record_get_text (component, ASSAY_COMPONENT_NAME);
  g_autofree char *words = assay_format_share (own, 1);
  g_autofree char *asked = assay_format_share (share, 1);

  support->state = !known                ? ASSAY_NEED_PARTLY
                   : own + 1e-9 >= share ? ASSAY_NEED_MET
                                         : ASSAY_NEED_MISSING;
  if (!known)
    assay_need_support_take_words (
        support, NULL, g_strdup_printf (_ ("Nobody said which share of “%s” is recycled."), name));
  else if (support->state == ASSAY_NEED_MET)
    assay_need_support_take_words (support,
                                   g_strdup_printf (_ ("“%s” is %s recycled."), name, words), NULL);
  else
    assay_need_support_take_words (
        support, NULL,
        g_strdup_printf (_ ("“%s” is %s recycled; %s are asked for."), name, words, asked));
}

static void
judge_whole (const AssayProofContext *context, AssayNeedSupport *support, double share)
{
  const AssayRecycledSum *sum = &context->recycled->whole;
  AssayThresholdState state = assay_recycled_sum_reaches (sum, share);
  g_autofree char *content = assay_recycled_sum_words (sum);
  g_autofree char *gaps = assay_recycled_dup_gaps (context->recycled);
  g_autofree char *asked = assay_format_share (share, 1);
  g_autofree char *there = NULL;

  if (sum->n == 0)
    {
      support->state = ASSAY_NEED_MISSING;
      assay_need_support_take_words (support, NULL, g_steal_pointer (&gaps));
      return;
    }
  there = isnan (sum->share)
              ? NULL
              : g_strdup_printf (_ ("Recycled content of the product: %s."), content);
  if (state == ASSAY_THRESHOLD_REACHED && share > 0)
    {
      support->state = ASSAY_NEED_MET;
      assay_need_support_take_words (support, g_steal_pointer (&there), NULL);
    }
  else if (state == ASSAY_THRESHOLD_MISSED)
    {
      support->state = ASSAY_NEED_MISSING;
      assay_need_support_take_words (
          support, g_steal_pointer (&there),
          g_strdup_printf (_ ("The components give %s; %s are asked for."), content, asked));
    }
  else if (sum->n_unweighed == 0 && sum->n_unstated == 0 && !isnan (sum->share))
    {
      support->state = ASSAY_NEED_MET;
      assay_need_support_take_words (support, g_steal_pointer (&there), NULL);
    }
  else
    {
      support->state = ASSAY_NEED_PARTLY;
      assay_need_support_take_words (support, g_steal_pointer (&there), g_steal_pointer (&gaps));
    }
}

static gboolean
computes (const AssayProofContext *context, const char *what)
{
  return context->kind != NULL
         && g_strcmp0 (assay_record_get_text (context->kind, ASSAY_CLAIM_KIND_COMPUTED), what) == 0;
}

/* For claims on something else than recycled content: that every component is weighed. */
static void
judge_weights (const AssayProofContext *context, AssayNeedSupport *support)
{
  const AssayRecycledSum *sum = &context->recycled->whole;

  if (sum->n == 0)
    {
      support->state = ASSAY_NEED_MISSING;
      assay_need_support_take_words (support, NULL,
                                     g_strdup (_ ("The product has no components.")));
      return;
    }
  support->state = sum->n_unweighed == 0 ? ASSAY_NEED_MET : ASSAY_NEED_PARTLY;
  assay_need_support_take_words (
      support,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u component is listed.",
                                    "%u components are listed.", sum->n),
                       sum->n),
      sum->n_unweighed == 0
          ? NULL
          : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u component has no weight.",
                                          "%u components have no weight.", sum->n_unweighed),
                             sum->n_unweighed));
}

/**
 * assay_proof_by_composition:
 *
 * Holds the components against the share that the claim names and the one that the need asks for.
 */
void
assay_proof_by_composition (AssayProofContext *context, AssayNeedSupport *support)
{
  gint64 asked = support->need != NULL
                     ? assay_record_get_integer (support->need, ASSAY_CLAIM_NEED_SHARE, 0)
                     : 0;
  gint64 claimed = assay_record_get_integer (context->claim, ASSAY_CLAIM_SHARE, 0);
  double share = (double)MAX (asked, claimed) / MILLION;
  const AssayRecord *component = find_component (context);

  for (guint i = 0; i < context->recycled->components->len; i++)
    {
      AssayRecord *one = g_ptr_array_index (context->recycled->components, i);
      g_autofree char *recycled
          = assay_format_display (one, ASSAY_COMPONENT_RECYCLED, ASSAY_UNITS_METRIC);
      g_autofree char *mass = assay_format_display (one, ASSAY_COMPONENT_MASS, ASSAY_UNITS_METRIC);
      gboolean known = assay_record_is_known (one, ASSAY_COMPONENT_MASS)
                       && assay_record_is_known (one, ASSAY_COMPONENT_RECYCLED);

      if (component != NULL && component != one)
        continue;
      assay_need_support_take_item (
          support, ASSAY_TYPE_COMPONENT, assay_record_get_id (one),
          assay_record_get_text (one, ASSAY_COMPONENT_NAME),
          /* Translators: the weight of a component and its recycled share */
          known ? g_strdup_printf (_ ("%s g, %s recycled"), mass, recycled)
                : g_strdup (_ ("without a weight or a recycled share")),
          known ? ASSAY_NEED_MET : ASSAY_NEED_PARTLY);
    }
  if (!computes (context, "recycled_content"))
    judge_weights (context, support);
  else if (component != NULL)
    judge_component (support, component, share);
  else
    judge_whole (context, support, share);
}

/**
 * assay_proof_by_wording:
 *
 * A wording is specific enough where no word of the market's list stands in it.
 */
void
assay_proof_by_wording (AssayProofContext *context, AssayNeedSupport *support)
{
  const char *market = support->market;
  g_auto (GStrv) own = assay_markets_split (market);

  for (guint i = 0; i < context->flags->len; i++)
    {
      const AssayWordFlag *flag = g_ptr_array_index (context->flags, i);

      if (flag->verdict == ASSAY_WORD_NEEDS_PROOF
          || !assay_markets_meet ((const char *const *)own,
                                  assay_record_get_text (flag->word, ASSAY_CLAIM_WORD_MARKET)))
        continue;
      assay_need_support_take_item (
          support, ASSAY_TYPE_CLAIM_WORD, assay_record_get_id (flag->word), flag->found,
          assay_word_flag_words (flag), flag->later ? ASSAY_NEED_PARTLY : ASSAY_NEED_MISSING);
    }
  if (support->items->len == 0)
    {
      support->state = ASSAY_NEED_MET;
      assay_need_support_take_words (support,
                                     g_strdup (_ ("No word of the word list stands in it.")), NULL);
      return;
    }
  support->state = ((const AssaySupportItem *)g_ptr_array_index (support->items, 0))->state;
  assay_need_support_take_words (
      support, NULL,
      g_strdup (((const AssaySupportItem *)g_ptr_array_index (support->items, 0))->words));
}

static AssayNeedSupport *
compute_warranty (AssayProofContext *context)
{
  AssayNeedSupport *support = assay_need_support_new (NULL, _ ("Warranty of the product"));
  g_autofree char *months
      = assay_format_display (context->product, ASSAY_PRODUCT_WARRANTY, ASSAY_UNITS_METRIC);
  gboolean known = assay_record_is_known (context->product, ASSAY_PRODUCT_WARRANTY);

  support->state = known ? ASSAY_NEED_MET : ASSAY_NEED_MISSING;
  assay_need_support_take_words (
      support, known ? g_strdup_printf (_ ("The product’s warranty: %s."), months) : NULL,
      known ? NULL : g_strdup (_ ("The product says no warranty.")));
  assay_need_support_take_item (support, ASSAY_TYPE_PRODUCT, assay_record_get_id (context->product),
                                assay_record_get_text (context->product, ASSAY_PRODUCT_NAME),
                                g_strdup (known ? months : _ ("no warranty said")), support->state);
  return support;
}

static AssayNeedSupport *
compute_origin (AssayProofContext *context)
{
  AssayNeedSupport *support = assay_need_support_new (NULL, _ ("Country of origin of the product"));
  g_autofree char *country
      = assay_format_display (context->product, ASSAY_PRODUCT_ORIGIN, ASSAY_UNITS_METRIC);
  gboolean known = assay_record_is_known (context->product, ASSAY_PRODUCT_ORIGIN);

  support->state = known ? ASSAY_NEED_MET : ASSAY_NEED_MISSING;
  assay_need_support_take_words (
      support, known ? g_strdup_printf (_ ("The product’s country of origin: %s."), country) : NULL,
      known ? NULL : g_strdup (_ ("The product says no country of origin.")));
  assay_need_support_take_item (support, ASSAY_TYPE_PRODUCT, assay_record_get_id (context->product),
                                assay_record_get_text (context->product, ASSAY_PRODUCT_NAME),
                                g_strdup (known ? country : _ ("no country said")), support->state);
  return support;
}

AssayNeedSupport *
assay_proof_computed (AssayProofContext *context, gboolean has_composition)
{
  AssayNeedSupport *support;

  if (computes (context, "warranty"))
    return compute_warranty (context);
  if (computes (context, "origin"))
    return compute_origin (context);
  if (!computes (context, "recycled_content") || has_composition)
    return NULL;
  support = assay_need_support_new (NULL, _ ("Recycled content of the components"));
  assay_proof_by_composition (context, support);
  return support;
}
