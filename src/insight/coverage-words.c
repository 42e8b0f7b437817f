/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "insight/coverage.h"
#include "record/format.h"

char *
assay_coverage_mass_words (double mass)
{
  g_autofree char *number = NULL;

  if (isnan (mass))
    return g_strdup (_ ("Unknown"));
  /* Of tonnes no tenth of a kilogram matters, and the thousands are set apart. */
  number = mass >= 1000 ? assay_format_number ((gint64)round (mass)) : assay_format_real (mass, 1);
  /* Translators: kilograms */
  return g_strdup_printf (_ ("%s kg"), number);
}

char *
assay_coverage_dup_words (const AssayCoverage *coverage)
{
  g_autofree char *needed = assay_coverage_mass_words (coverage->needed);
  g_autofree char *certified = assay_coverage_mass_words (coverage->certified);
  g_autofree char *missing = assay_coverage_mass_words (coverage->missing);
  g_autofree char *claimed = assay_coverage_mass_words (coverage->claimed);
  g_autoptr (GString) words = g_string_new (NULL);

  if (coverage->rows->len == 0)
    return g_strdup (_ ("Nothing was ordered that needs a transaction certificate."));
  g_string_append_printf (
      words,
      g_dngettext (GETTEXT_PACKAGE, "%s are certified of %s that %u order needs.",
                   "%s are certified of %s that %u orders need.", coverage->n_orders),
      certified, needed, coverage->n_orders);
  g_string_append_c (words, ' ');
  if (coverage->n_unknown > 0)
    g_string_append (words,
                     _ ("Weights or quantities are missing to tell whether that is enough."));
  else if (coverage->missing > 0)
    g_string_append_printf (words, _ ("%s are missing."), missing);
  else
    g_string_append (words, _ ("That is enough."));
  if (coverage->claimed > 0)
    {
      g_string_append_c (words, ' ');
      g_string_append_printf (words, _ ("Of certificates that nobody has seen: %s."), claimed);
    }
  if (coverage->unplaced_pieces > 0)
    {
      g_autofree char *pieces = assay_format_number (coverage->unplaced_pieces);

      g_string_append_c (words, ' ');
      g_string_append_printf (words, _ ("Left out, since nobody said which variant: %s pieces."),
                              pieces);
    }
  return g_strdup (words->str);
}

const char *
assay_certificate_use_words (AssayCertificateUse use)
{
  static const char *const words[] = {
    [ASSAY_CERTIFICATE_COUNTED] = N_ ("Counts"),
    [ASSAY_CERTIFICATE_CLAIMED] = N_ ("Claimed only: nobody has seen it"),
    [ASSAY_CERTIFICATE_REFUSED] = N_ ("Refused"),
    [ASSAY_CERTIFICATE_NO_WEIGHT] = N_ ("Says no weight"),
    [ASSAY_CERTIFICATE_LOW_SHARE] = N_ ("Its recycled share is below that of the component"),
    [ASSAY_CERTIFICATE_UNTIED] = N_ ("Names nothing that was ordered"),
  };

  return _ (words[use]);
}

char *
assay_coverage_definition (void)
{
  return g_strdup (_ (
      "Each order needs, of each component with a recycled share, its pieces times the weight in "
      "a piece times one plus the waste. The weight on a transaction certificate goes to the "
      "orders that it names; one that names a component or a product alone goes to the oldest "
      "orders first. Certificates that nobody has seen are counted apart, refused ones not at "
      "all, nor those whose certified share is below that of the component. Drafts and "
      "cancelled orders need nothing."));
}
