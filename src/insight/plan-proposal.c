/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/plan-proposal.h"

#include <glib/gi18n-lib.h>

#include "store/book-settings.h"
#include "store/records.h"

/* What an inspection takes from a profile. */
static const struct
{
  guint inspection, profile;
} taken[] = {
  { ASSAY_INSPECTION_SAMPLING, ASSAY_PLAN_PROFILE_SAMPLING },
  { ASSAY_INSPECTION_LEVEL, ASSAY_PLAN_PROFILE_LEVEL },
  { ASSAY_INSPECTION_AQL_CRITICAL, ASSAY_PLAN_PROFILE_AQL_CRITICAL },
  { ASSAY_INSPECTION_AQL_MAJOR, ASSAY_PLAN_PROFILE_AQL_MAJOR },
  { ASSAY_INSPECTION_AQL_MINOR, ASSAY_PLAN_PROFILE_AQL_MINOR },
  { ASSAY_INSPECTION_LARGEST_SAMPLE, ASSAY_PLAN_PROFILE_LARGEST_SAMPLE },
  { ASSAY_INSPECTION_BASIS, ASSAY_PLAN_PROFILE_BASIS },
};

/* The profile that a record of @type refers to; NULL without error when it refers to none. */
static AssayRecord *
read_chosen (AssayDb *db, AssayType type, gint64 id, guint field, GError **error)
{
  g_autoptr (AssayRecord) record = id != 0 ? assay_records_get (db, type, id, error) : NULL;
  gint64 profile = record != NULL ? assay_record_get_reference (record, field) : 0;

  return profile != 0 ? assay_records_get (db, ASSAY_TYPE_PLAN_PROFILE, profile, error) : NULL;
}

/* The setting holds the profile's id; one that was deleted since is none. */
static AssayRecord *
read_default (AssayDb *db, GError **error)
{
  g_autofree char *setting = assay_book_settings_get (db, ASSAY_SETTING_PLAN_PROFILE, error);
  gint64 id = setting != NULL ? g_ascii_strtoll (setting, NULL, 10) : 0;

  return id > 0 ? assay_records_get (db, ASSAY_TYPE_PLAN_PROFILE, id, NULL) : NULL;
}

static gboolean
read_profile (AssayDb *db,
              const AssayRecord *inspection,
              AssayPlanProposal *proposal,
              GError **error)
{
  g_autoptr (GError) failed = NULL;

  proposal->source = ASSAY_PROFILE_OF_PRODUCT;
  proposal->profile = read_chosen (
      db, ASSAY_TYPE_PRODUCT, assay_record_get_reference (inspection, ASSAY_INSPECTION_PRODUCT),
      ASSAY_PRODUCT_PLAN_PROFILE, &failed);
  if (proposal->profile == NULL && failed == NULL)
    {
      proposal->source = ASSAY_PROFILE_OF_SUPPLIER;
      proposal->profile
          = read_chosen (db, ASSAY_TYPE_SUPPLIER,
                         assay_record_get_reference (inspection, ASSAY_INSPECTION_SUPPLIER),
                         ASSAY_SUPPLIER_PLAN_PROFILE, &failed);
    }
  if (proposal->profile == NULL && failed == NULL)
    {
      proposal->source = ASSAY_PROFILE_OF_BOOK;
      proposal->profile = read_default (db, &failed);
    }
  if (proposal->profile == NULL)
    proposal->source = ASSAY_PROFILE_USUAL;
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  return failed == NULL;
}

/**
 * assay_plan_proposal_read:
 * @inspection: an inspection that says which supplier and product it is about
 *
 * The rules speak of original lots; of an inspection that repeats another, or that looks at no
 * whole lot, they say nothing. For one that stands in the book they speak as of the day before it.
 *
 * Returns: (transfer full): what is proposed; %NULL on error
 */
AssayPlanProposal *
assay_plan_proposal_read (AssayDb *db, const AssayRecord *inspection, GError **error)
{
  g_autoptr (AssayPlanProposal) proposal = g_new0 (AssayPlanProposal, 1);
  gint64 supplier = assay_record_get_reference (inspection, ASSAY_INSPECTION_SUPPLIER);
  gint64 product = assay_record_get_reference (inspection, ASSAY_INSPECTION_PRODUCT);

  if (!read_profile (db, inspection, proposal, error))
    return NULL;
  if (supplier == 0 || product == 0 || assay_record_is_known (inspection, ASSAY_INSPECTION_REPEATS)
      || !assay_switching_kind_counts (assay_record_get_text (inspection, ASSAY_INSPECTION_KIND)))
    return g_steal_pointer (&proposal);
  proposal->history = assay_switching_history_read (db, supplier, product,
                                                    assay_record_get_id (inspection), error);
  return proposal->history != NULL ? g_steal_pointer (&proposal) : NULL;
}

void
assay_plan_proposal_free (AssayPlanProposal *proposal)
{
  if (proposal == NULL)
    return;
  g_clear_object (&proposal->profile);
  g_clear_pointer (&proposal->history, assay_switching_history_free);
  g_free (proposal);
}

/* The usual plan is what a new record of either type says. What a profile leaves open is usual too,
 * but for an AQL: a class without one is not inspected. */
static const AssayValue *
value_of (AssayRecord *profile, AssayRecord *usual, gsize i)
{
  guint field = taken[i].profile;
  gboolean is_aql = field == ASSAY_PLAN_PROFILE_AQL_CRITICAL
                    || field == ASSAY_PLAN_PROFILE_AQL_MAJOR
                    || field == ASSAY_PLAN_PROFILE_AQL_MINOR;

  if (profile != NULL && (is_aql || assay_record_is_known (profile, field)))
    return assay_record_get_value (profile, field);
  return assay_record_get_value (usual, field);
}

void
assay_plan_profile_apply (AssayRecord *profile, AssayRecord *inspection)
{
  g_autoptr (AssayRecord) usual = assay_record_new (ASSAY_TYPE_PLAN_PROFILE);

  for (gsize i = 0; i < G_N_ELEMENTS (taken); i++)
    assay_record_set_value (inspection, taken[i].inspection, value_of (profile, usual, i));
  if (profile != NULL)
    {
      g_autofree char *title = assay_record_dup_title (profile);

      assay_record_set_reference (inspection, ASSAY_INSPECTION_PLAN_PROFILE,
                                  assay_record_get_id (profile));
      assay_record_set_reference_title (inspection, ASSAY_INSPECTION_PLAN_PROFILE, title);
    }
  else
    assay_record_set_unknown (inspection, ASSAY_INSPECTION_PLAN_PROFILE);
}

/**
 * assay_plan_profile_matches:
 * @profile: (nullable): a profile, or the usual plan
 *
 * Returns: whether the inspection's plan is the profile's still
 */
gboolean
assay_plan_profile_matches (AssayRecord *profile, const AssayRecord *inspection)
{
  g_autoptr (AssayRecord) usual = assay_record_new (ASSAY_TYPE_PLAN_PROFILE);

  for (gsize i = 0; i < G_N_ELEMENTS (taken); i++)
    if (!assay_value_equal (assay_record_get_value (inspection, taken[i].inspection),
                            value_of (profile, usual, i)))
      return FALSE;
  return TRUE;
}

/**
 * assay_plan_proposal_apply_severity:
 *
 * The inspection's severity is what most classes have, a class of its own where it differs.
 */
void
assay_plan_proposal_apply_severity (const AssayPlanProposal *proposal, AssayRecord *inspection)
{
  AssaySeverity most = ASSAY_SEVERITY_NORMAL;
  guint counts[3] = { 0 };
  g_autofree char *reason = NULL;

  if (proposal->history == NULL)
    return;
  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    counts[proposal->history->classes[i].state.severity]++;
  for (AssaySeverity severity = 0; severity < G_N_ELEMENTS (counts); severity++)
    if (counts[severity] > counts[most])
      most = severity;
  assay_record_set_text (inspection, ASSAY_INSPECTION_SEVERITY, assay_severity_to_string (most));
  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    {
      AssaySeverity severity = proposal->history->classes[i].state.severity;

      assay_record_set_text (inspection, assay_class_fields (i)->severity,
                             severity != most ? assay_severity_to_string (severity) : NULL);
    }
  reason = assay_switching_say_reason (proposal->history);
  assay_record_set_text (inspection, ASSAY_INSPECTION_SEVERITY_REASON, reason);
  assay_record_set_unknown (inspection, ASSAY_INSPECTION_SEVERITY_OVERRULED);
}

AssaySeverityChoice
assay_plan_proposal_compare (const AssayPlanProposal *proposal, const AssayRecord *inspection)
{
  AssaySeverityChoice choice = ASSAY_SEVERITY_AS_PROPOSED;

  for (AssayClass i = 0; proposal->history != NULL && i < ASSAY_N_CLASSES; i++)
    {
      const AssaySwitching *state = &proposal->history->classes[i].state;
      AssaySeverity severity;

      if (!assay_inspection_class_severity (inspection, i, &severity)
          || severity == state->severity)
        continue;
      /* Where none is allowed the numbers are the same on every severity. */
      if (assay_record_get_integer (inspection, assay_class_fields (i)->aql, ASSAY_AQL_NONE) <= 0)
        continue;
      if (severity != ASSAY_SEVERITY_REDUCED || !state->reduced_offered)
        return ASSAY_SEVERITY_OVERRULED;
      choice = ASSAY_SEVERITY_REDUCED_TAKEN;
    }
  return choice;
}

gboolean
assay_plan_proposal_offers_reduced (const AssayPlanProposal *proposal)
{
  for (AssayClass i = 0; proposal->history != NULL && i < ASSAY_N_CLASSES; i++)
    if (proposal->history->classes[i].state.reduced_offered)
      return TRUE;
  return FALSE;
}

char *
assay_plan_proposal_say_reduced (const AssayPlanProposal *proposal)
{
  g_autofree char *reason = assay_switching_say_reason (proposal->history);

  return g_strdup_printf (_ ("Reduced inspection was chosen.\n%s"), reason);
}
