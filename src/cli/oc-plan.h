/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one plan whose worth is asked for, by `oc` and `chart oc`: named by sample size and
 * acceptance number, or looked up by lot and AQL. */

#pragma once

#include "cli/plan-options.h"
#include "insight/plan-worth.h"

G_BEGIN_DECLS

/* As typed; texts are owned. */
typedef struct
{
  AssayPlanWords table;
  char *n;
  char *ac;
  char *quality;
} AssayOcWords;

/* As understood. */
typedef struct
{
  AssayPlanOptions options;
  gint aql;         /* thousandths, or ASSAY_AQL_NONE */
  gint64 n, ac, re; /* of a single plan */
  AssayDoublePlan twice;
  gboolean is_double;
  double quality; /* the buyer's own; NaN: none */
} AssayOcPlan;

#define ASSAY_OC_WORDS_N_ENTRIES (ASSAY_PLAN_WORDS_N_ENTRIES + 3)

void assay_oc_words_fill_entries (AssayOcWords *words, GOptionEntry *entries);
void assay_oc_words_clear (AssayOcWords *words);
/* Whether anything was typed that names a plan. */
gboolean assay_oc_words_name_plan (const AssayOcWords *words);
gboolean assay_oc_read_share (const char *text, double *share);
gboolean assay_oc_plan_read (const AssayUsage *usage,
                             const AssayOcWords *words,
                             AssayOcPlan *plan,
                             int *status);
void assay_oc_plan_clear (AssayOcPlan *plan);

/* The model that goes with lot and AQL. */
AssayOcModel assay_oc_plan_model (const AssayOcPlan *plan);
void assay_oc_plan_risk (const AssayOcPlan *plan, AssayOcModel model, AssayRiskPlan *risk);
/* A curve for each model that there is: binomial, Poisson and, of a lot, hypergeometric. */
AssayPlanWorth *assay_oc_plan_worth (const AssayOcPlan *plan);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AssayOcWords, assay_oc_words_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AssayOcPlan, assay_oc_plan_clear)

G_END_DECLS
