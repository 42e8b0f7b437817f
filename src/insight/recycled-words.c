/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "insight/recycled-content.h"
#include "record/format.h"

const char *
assay_recycled_threshold_words (AssayRecycledThreshold threshold)
{
  static const char *const words[ASSAY_N_RECYCLED_THRESHOLDS] = {
    [ASSAY_RECYCLED_5] = N_ ("RCS Blended"),
    [ASSAY_RECYCLED_20] = N_ ("GRS certificate"),
    [ASSAY_RECYCLED_50] = N_ ("GRS label for consumers"),
    [ASSAY_RECYCLED_95] = N_ ("RCS 100"),
  };

  return _ (words[threshold]);
}

const char *
assay_threshold_state_words (AssayThresholdState state)
{
  switch (state)
    {
    case ASSAY_THRESHOLD_REACHED:
      return _ ("Reached");
    case ASSAY_THRESHOLD_MISSED:
      return _ ("Not reached");
    case ASSAY_THRESHOLD_UNKNOWN:
    default:
      return _ ("Unknown");
    }
}

const char *
assay_threshold_state_name (AssayThresholdState state)
{
  static const char *const names[] = { "reached", "missed", "unknown" };

  return names[state];
}

/* Never rounded up over a threshold: 49.96 % is not 50 %. */
static char *
format_floor (double share)
{
  return assay_format_share (floor (share * 1000 + 1e-6) / 1000, 1);
}

/**
 * assay_recycled_sum_words:
 *
 * Returns: (transfer full): the content as it may be said
 */
char *
assay_recycled_sum_words (const AssayRecycledSum *sum)
{
  g_autofree char *share = NULL;

  if (isnan (sum->share))
    return g_strdup (_ ("Unknown"));
  if (sum->n_unweighed == 0)
    return format_floor (sum->share);
  if (isnan (sum->least))
    {
      share = format_floor (sum->share);
      /* Translators: recycled content, where some components have no weight */
      return g_strdup_printf (_ ("%s of what was weighed"), share);
    }
  share = format_floor (sum->least);
  /* Translators: a share, "at least 40 %" */
  return g_strdup_printf (_ ("at least %s"), share);
}

/* Takes @part. */
static void
add_part (GString *words, char *part)
{
  if (words->len > 0)
    g_string_append (words, ", ");
  g_string_append (words, part);
  g_free (part);
}

char *
assay_recycled_sum_origin_words (const AssayRecycledSum *sum)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *post = format_floor (sum->post_consumer);
  g_autofree char *pre = format_floor (sum->pre_consumer);
  g_autofree char *unsaid = format_floor (sum->unsaid);

  /* Comparisons with NaN are false. */
  if (sum->post_consumer > 0)
    /* Translators: a share of recycled material */
    add_part (words, g_strdup_printf (_ ("%s post-consumer"), post));
  if (sum->pre_consumer > 0)
    /* Translators: a share of recycled material */
    add_part (words, g_strdup_printf (_ ("%s pre-consumer"), pre));
  if (sum->unsaid > 0)
    /* Translators: a share of recycled material, of which nobody said from what */
    add_part (words, g_strdup_printf (_ ("%s mixed or not said from what"), unsaid));
  return g_strdup (words->str);
}

static void
add_sentence (GString *words, const char *sentence)
{
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append (words, sentence);
}

/* “Zip”, “Webbing” */
static char *
name_components (const AssayRecycled *recycled, guint field)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < recycled->components->len; i++)
    {
      const AssayRecord *component = g_ptr_array_index (recycled->components, i);

      if (assay_record_is_known (component, field))
        continue;
      if (names->len > 0)
        g_string_append (names, ", ");
      g_string_append_printf (names, "“%s”",
                              assay_record_get_text (component, ASSAY_COMPONENT_NAME));
    }
  return g_strdup (names->str);
}

/**
 * assay_recycled_dup_gaps:
 *
 * Returns: (transfer full): what is missing or wrong, in sentences; empty when all is there
 */
char *
assay_recycled_dup_gaps (const AssayRecycled *recycled)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (recycled->whole.n == 0)
    return g_strdup (_ ("The product has no components: its recycled content cannot be computed."));
  if (recycled->whole.n_unweighed > 0)
    {
      g_autofree char *names = name_components (recycled, ASSAY_COMPONENT_MASS);
      g_autofree char *sentence = g_strdup_printf (_ ("Without a weight: %s."), names);

      add_sentence (words, sentence);
    }
  if (recycled->whole.n_unstated > 0)
    {
      g_autofree char *names = name_components (recycled, ASSAY_COMPONENT_RECYCLED);
      g_autofree char *sentence
          = g_strdup_printf (_ ("Without a recycled share, counted as not recycled: %s."), names);

      add_sentence (words, sentence);
    }
  if (recycled->heavier)
    {
      g_autofree char *parts = assay_format_real (recycled->whole.mass, 0);
      g_autofree char *piece = assay_format_real (recycled->product_mass, 0);
      g_autofree char *sentence = g_strdup_printf (
          _ ("The components weigh %s g, more than the product with %s g."), parts, piece);

      add_sentence (words, sentence);
    }
  if (recycled->main.n == 0)
    add_sentence (words, _ ("No component is marked as the main fabric."));
  return g_strdup (words->str);
}

char *
assay_recycled_definition (void)
{
  return g_strdup (
      _ ("Recycled content is the sum of each component’s weight times its recycled share, divided "
         "by the sum of the weights; packaging is left out. A share that nobody stated counts as "
         "not recycled. Where components have no weight, it is a floor held against the weight of "
         "the product. Where variants differ, the lowest stands for the product. It is held "
         "against 5 % (RCS Blended), 20 % (GRS certificate), 50 % (GRS label for consumers) and "
         "95 % (RCS 100)."));
}
