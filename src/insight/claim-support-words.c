/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "insight/claim-support.h"

const char *
assay_claim_standing_words (AssayClaimStanding standing)
{
  static const char *const words[] = {
    [ASSAY_CLAIM_STANDS] = N_ ("Supported"),
    [ASSAY_CLAIM_UNSUPPORTED] = N_ ("Not supported"),
    [ASSAY_CLAIM_GENERIC] = N_ ("Generic"),
    [ASSAY_CLAIM_OF_NO_KIND] = N_ ("Of no kind"),
  };

  return _ (words[standing]);
}

const char *
assay_claim_standing_name (AssayClaimStanding standing)
{
  static const char *const names[] = { "supported", "unsupported", "generic", "no_kind" };

  return names[standing];
}

const char *
assay_need_state_words (AssayNeedState state)
{
  static const char *const words[] = { N_ ("There"), N_ ("Not enough"), N_ ("Missing") };

  return _ (words[state]);
}

const char *
assay_need_state_name (AssayNeedState state)
{
  static const char *const names[] = { "met", "partly", "missing" };

  return names[state];
}

static char *
standing_sentence (const AssayClaimSupport *support)
{
  switch (support->standing)
    {
    case ASSAY_CLAIM_GENERIC:
      for (guint i = 0; i < support->flags->len; i++)
        {
          const AssayWordFlag *flag = g_ptr_array_index (support->flags, i);

          if (!flag->later && flag->verdict != ASSAY_WORD_NEEDS_PROOF)
            return assay_word_flag_words (flag);
        }
      return g_strdup ("");
    case ASSAY_CLAIM_OF_NO_KIND:
      return g_strdup (_ ("Choose a kind: it says what evidence the claim needs."));
    case ASSAY_CLAIM_UNSUPPORTED:
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u of %u thing that it needs is there.",
                       "%u of %u things that it needs are there.", support->n_needs),
          support->n_met, support->n_needs);
    case ASSAY_CLAIM_STANDS:
    default:
      if (support->n_needs == 0)
        return g_strdup (_ ("Its kind asks for nothing in its markets today."));
      return g_strdup (_ ("Specific, and the evidence that it needs is there."));
    }
}

/**
 * assay_claim_support_dup_why:
 *
 * Returns: (transfer full): why the claim stands as it does, in one sentence or two
 */
char *
assay_claim_support_dup_why (const AssayClaimSupport *support)
{
  g_autofree char *sentence = standing_sentence (support);
  g_autofree char *day = NULL, *later = NULL;

  if (support->n_later_gaps == 0)
    return g_steal_pointer (&sentence);
  day = assay_date_format (support->next_gap_on);
  /* Translators: a day, and how many things */
  later = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "From %s on it needs %u more thing that is not there.",
                   "From %s on it needs %u more things that are not there.", support->n_later_gaps),
      day, support->n_later_gaps);
  return g_strdup_printf ("%s %s", sentence, later);
}

static void
add_part (GString *line, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

char *
assay_need_support_dup_rule (const AssayNeedSupport *need)
{
  g_autoptr (GString) line = g_string_new (NULL);

  add_part (line, need->need == NULL     ? _ ("Computed by Assay")
                  : need->market == NULL ? _ ("All markets")
                                         : need->market);
  if (need->from_on != ASSAY_DATE_UNKNOWN)
    {
      g_autofree char *day = assay_date_format (need->from_on);
      g_autofree char *from = need->later ? g_strdup_printf (_ ("in force from %s"), day)
                                          : g_strdup_printf (_ ("in force since %s"), day);

      add_part (line, from);
    }
  add_part (line, need->source);
  return g_strdup (line->str);
}

char *
assay_claim_support_definition (void)
{
  return g_strdup (_ (
      "A claim is supported when no word of it is on the list of its markets and everything that "
      "its kind needs there today is in the book. A document counts when it was seen, is valid "
      "and is about this product, its components or its suppliers; a certificate when it was "
      "also looked up in its register. A scope certificate qualifies a site and proves nothing "
      "of the goods. Of tests the newest of each component counts, against the limit of the "
      "rule. Rules that are not in force yet are shown and do not decide."));
}
