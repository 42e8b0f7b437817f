/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The options that name sampling plans, shared by `plan` and `oc`. */

#pragma once

#include <json-glib/json-glib.h>

#include "cli/usage.h"
#include "figures/sampling-plan.h"

G_BEGIN_DECLS

/* As typed; texts are owned. */
typedef struct
{
  char *lot;
  char *level;
  char *severity;
  char *sampling;
  char **aqls;
} AssayPlanWords;

/* As understood. */
typedef struct
{
  gint64 lot;
  AssayInspectionLevel level;
  AssaySeverity severity;
  AssaySampling sampling;
  GArray *aqls; /* of gint, thousandths */
} AssayPlanOptions;

#define ASSAY_PLAN_WORDS_N_ENTRIES 5

void assay_plan_words_fill_entries (AssayPlanWords *words, GOptionEntry *entries);
void assay_plan_words_clear (AssayPlanWords *words);
gboolean assay_plan_options_read (const AssayUsage *usage,
                                  const AssayPlanWords *words,
                                  AssayPlanOptions *options);
void assay_plan_options_clear (AssayPlanOptions *options);
void assay_plan_options_describe (const AssayPlanOptions *options, JsonObject *asked);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AssayPlanWords, assay_plan_words_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AssayPlanOptions, assay_plan_options_clear)

G_END_DECLS
