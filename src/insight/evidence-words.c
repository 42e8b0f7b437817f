/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names and words of evidence and its flags. */

#include "assay-config.h"

#include "insight/evidence-flags.h"

#include <glib/gi18n-lib.h>

#include "record/choices.h"

static const struct
{
  const char *name;
  const char *label;
} flags[ASSAY_N_EVIDENCE_FLAGS] = {
  [ASSAY_FLAG_EXPIRED] = { "expired", N_ ("Expired") },
  [ASSAY_FLAG_ENDING] = { "ending", N_ ("Ends soon") },
  [ASSAY_FLAG_NOT_YET_VALID] = { "not_yet_valid", N_ ("Not valid yet") },
  [ASSAY_FLAG_NO_END] = { "no_end", N_ ("End unknown") },
  [ASSAY_FLAG_REFUSED] = { "refused", N_ ("Refused") },
  [ASSAY_FLAG_SUSPENDED] = { "suspended", N_ ("Suspended") },
  [ASSAY_FLAG_NOT_FOUND] = { "not_found", N_ ("Not found") },
  [ASSAY_FLAG_MISMATCH] = { "mismatch", N_ ("Does not match its register") },
  [ASSAY_FLAG_FOUND_EXPIRED] = { "found_expired", N_ ("Expired in its register") },
  [ASSAY_FLAG_HOLDER] = { "holder", N_ ("Holder is not the supplier") },
  [ASSAY_FLAG_HOLDER_WRITTEN] = { "holder_written", N_ ("Holder written otherwise") },
  [ASSAY_FLAG_HOLDER_FOUND] = { "holder_found", N_ ("Register names another holder") },
  [ASSAY_FLAG_ADDRESS] = { "address", N_ ("Address differs") },
  [ASSAY_FLAG_SCOPE] = { "scope", N_ ("Scope without your goods") },
  [ASSAY_FLAG_NO_SCOPE] = { "no_scope", N_ ("Scope unknown") },
  [ASSAY_FLAG_NO_NUMBER] = { "no_number", N_ ("No number") },
  [ASSAY_FLAG_NUMBER_FORM] = { "number_form", N_ ("Number of another form") },
  [ASSAY_FLAG_CLAIMED_ONLY] = { "claimed_only", N_ ("Claimed only") },
  [ASSAY_FLAG_NO_FILE] = { "no_file", N_ ("No file") },
  [ASSAY_FLAG_FILE_ONLY] = { "file_only", N_ ("Seen on paper only") },
  [ASSAY_FLAG_WRONG_PROOF] = { "wrong_proof", N_ ("No proof for a product") },
  [ASSAY_FLAG_SCHEME_ENDED] = { "scheme_ended", N_ ("Scheme has ended") },
  [ASSAY_FLAG_SCHEME_ENDS] = { "scheme_ends", N_ ("Scheme ends") },
  [ASSAY_FLAG_CHECK_DUE] = { "check_due", N_ ("Look it up again") },
  [ASSAY_FLAG_RATING] = { "rating", N_ ("Rating") },
  [ASSAY_FLAG_FINDINGS] = { "findings", N_ ("Findings overdue") },
  [ASSAY_FLAG_TAG_DEAD] = { "tag_dead", N_ ("Tag leads nowhere") },
  [ASSAY_FLAG_TAG_UNCHECKED] = { "tag_unchecked", N_ ("Tag not opened yet") },
  [ASSAY_FLAG_TAG_MISMATCH] = { "tag_mismatch", N_ ("Tag of other goods") },
};

const char *
assay_evidence_flag_name (AssayEvidenceFlag flag)
{
  g_return_val_if_fail ((guint)flag < ASSAY_N_EVIDENCE_FLAGS, NULL);

  return flags[flag].name;
}

const char *
assay_evidence_flag_label (AssayEvidenceFlag flag)
{
  g_return_val_if_fail ((guint)flag < ASSAY_N_EVIDENCE_FLAGS, NULL);

  return _ (flags[flag].label);
}

gboolean
assay_evidence_flag_from_name (const char *name, AssayEvidenceFlag *flag)
{
  for (guint i = 0; i < ASSAY_N_EVIDENCE_FLAGS; i++)
    if (g_strcmp0 (name, flags[i].name) == 0)
      {
        *flag = (AssayEvidenceFlag)i;
        return TRUE;
      }
  return FALSE;
}

const char *
assay_flag_weight_name (AssayFlagWeight weight)
{
  static const char *const names[] = { "red", "amber", "note" };

  g_return_val_if_fail ((guint)weight < G_N_ELEMENTS (names), NULL);

  return names[weight];
}

static const char *
state_label (const char *state)
{
  for (const AssayChoice *choice = assay_choices_assurance; choice->value != NULL; choice++)
    if (g_strcmp0 (choice->value, state) == 0)
      return _ (choice->label);
  return _ ("Claimed");
}

char *
assay_evidence_item_dup_standing (const AssayEvidenceItem *item, gint32 today)
{
  const char *state = state_label (item->state);
  g_autofree char *date = NULL;

  if (item->until == ASSAY_DATE_UNKNOWN)
    return g_strdup (state);
  date = assay_date_format (item->until);
  if (item->until < today)
    /* Translators: "Verified", a date */
    return g_strdup_printf (_ ("%s, expired on %s"), state, date);
  return g_strdup_printf (_ ("%s, valid until %s"), state, date);
}
