/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan that a new inspection begins with: the profile of its product, else of its supplier,
 * else of the book, else what is usual; and the severity that the switching rules ask for. Read on
 * the thread that owns the connection and handed over whole. */

#pragma once

#include "insight/switching.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_PROFILE_USUAL, /* nobody chose one: 0, 2.5 and 4.0 at level II */
  ASSAY_PROFILE_OF_PRODUCT,
  ASSAY_PROFILE_OF_SUPPLIER,
  ASSAY_PROFILE_OF_BOOK,
} AssayProfileSource;

typedef struct
{
  AssayRecord *profile; /* NULL: the usual plan */
  AssayProfileSource source;
  AssaySwitchingHistory *history; /* NULL where the rules have nothing to say */
} AssayPlanProposal;

/* How the severities of an inspection stand to the proposed ones. */
typedef enum
{
  ASSAY_SEVERITY_AS_PROPOSED,
  ASSAY_SEVERITY_REDUCED_TAKEN, /* reduced was offered, and chosen */
  ASSAY_SEVERITY_OVERRULED,
} AssaySeverityChoice;

AssayPlanProposal *
assay_plan_proposal_read (AssayDb *db, const AssayRecord *inspection, GError **error);
void assay_plan_proposal_free (AssayPlanProposal *proposal);

/* What a profile says; NULL for the usual plan. */
void assay_plan_profile_apply (AssayRecord *profile, AssayRecord *inspection);
gboolean assay_plan_profile_matches (AssayRecord *profile, const AssayRecord *inspection);
void assay_plan_proposal_apply_severity (const AssayPlanProposal *proposal,
                                         AssayRecord *inspection);
AssaySeverityChoice assay_plan_proposal_compare (const AssayPlanProposal *proposal,
                                                 const AssayRecord *inspection);
/* Whether reduced is offered for a class. */
gboolean assay_plan_proposal_offers_reduced (const AssayPlanProposal *proposal);
/* Why reduced was chosen, for severity_reason. */
char *assay_plan_proposal_say_reduced (const AssayPlanProposal *proposal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayPlanProposal, assay_plan_proposal_free)

G_END_DECLS
