/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The draft's plan: what is proposed, what was chosen instead, and whether that overrules the
 * switching rules. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "ui/inspections/inspection-draft-private.h"

const AssayPlanProposal *
assay_inspection_draft_get_proposal (AssayInspectionDraft *self)
{
  return self->proposal;
}

/* The words that a choice of severities stands for; NULL where they are the user's own. */
static char *
dup_reason (AssayInspectionDraft *self, AssaySeverityChoice choice)
{
  if (self->proposal == NULL || self->proposal->history == NULL)
    return NULL;
  if (choice == ASSAY_SEVERITY_REDUCED_TAKEN)
    return assay_plan_proposal_say_reduced (self->proposal);
  return choice == ASSAY_SEVERITY_AS_PROPOSED ? assay_switching_say_reason (self->proposal->history)
                                              : NULL;
}

/* Called with every edit. Overruling begins with an empty reason, so that the one who does it is
 * asked for words; taking it back brings the rules' own words back. */
void
assay_inspection_draft_follow_severity (AssayInspectionDraft *self)
{
  AssaySeverityChoice choice;
  g_autofree char *reason = NULL;

  if (self->proposal == NULL || self->proposal->history == NULL)
    return;
  choice = assay_plan_proposal_compare (self->proposal, self->record);
  if (choice == self->choice)
    return;
  self->choice = choice;
  reason = dup_reason (self, choice);
  assay_record_set_text (self->record, ASSAY_INSPECTION_SEVERITY_REASON, reason);
  if (choice == ASSAY_SEVERITY_OVERRULED)
    assay_record_set_integer (self->record, ASSAY_INSPECTION_SEVERITY_OVERRULED, 1);
  else
    assay_record_set_unknown (self->record, ASSAY_INSPECTION_SEVERITY_OVERRULED);
}

/**
 * assay_inspection_draft_set_proposal:
 * @proposal: (transfer full): what is proposed for the supplier and product that were chosen
 *
 * A new inspection takes it, but for what was chosen by hand already.
 */
void
assay_inspection_draft_set_proposal (AssayInspectionDraft *self, AssayPlanProposal *proposal)
{
  g_autoptr (AssayPlanProposal) before = g_steal_pointer (&self->proposal);

  self->proposal = proposal;
  if (assay_inspection_draft_is_new (self)
      && !assay_record_is_known (self->record, ASSAY_INSPECTION_REPEATS))
    {
      self->deriving = TRUE;
      if (before == NULL || assay_plan_profile_matches (before->profile, self->record))
        assay_plan_profile_apply (proposal->profile, self->record);
      if (self->choice == ASSAY_SEVERITY_AS_PROPOSED)
        assay_plan_proposal_apply_severity (proposal, self->record);
      if (proposal->history == NULL)
        {
          assay_record_set_unknown (self->record, ASSAY_INSPECTION_SEVERITY_REASON);
          assay_record_set_unknown (self->record, ASSAY_INSPECTION_SEVERITY_OVERRULED);
          self->choice = ASSAY_SEVERITY_AS_PROPOSED;
        }
      self->deriving = FALSE;
    }
  assay_inspection_draft_think (self);
}

/**
 * assay_inspection_draft_set_profile:
 * @profile: (nullable): a profile; %NULL: the fields stay, and are called after none
 */
void
assay_inspection_draft_set_profile (AssayInspectionDraft *self, AssayRecord *profile)
{
  self->deriving = TRUE;
  if (profile != NULL)
    assay_plan_profile_apply (profile, self->record);
  else
    assay_record_set_unknown (self->record, ASSAY_INSPECTION_PLAN_PROFILE);
  self->deriving = FALSE;
  assay_inspection_draft_think (self);
}

/* Reduced for each class that it is offered for. */
void
assay_inspection_draft_take_reduced (AssayInspectionDraft *self)
{
  g_return_if_fail (self->proposal != NULL && self->proposal->history != NULL);

  self->deriving = TRUE;
  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    if (self->proposal->history->classes[i].state.reduced_offered)
      assay_record_set_text (self->record, assay_class_fields (i)->severity, "reduced");
  self->deriving = FALSE;
  assay_inspection_draft_think (self);
}
