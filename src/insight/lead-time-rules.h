/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How lead times are told: settings of the book, which stand beside every figure. Each rule has a
 * name, which is that of the setting, and words, which the setting holds and the command line
 * takes. */

#pragma once

#include "store/db.h"

G_BEGIN_DECLS

/* The day that is compared with the promise. */
typedef enum
{
  ASSAY_PROMISE_OF_RECEIVED,
  ASSAY_PROMISE_OF_SHIPPED,
  ASSAY_PROMISE_OF_READY,
} AssayPromiseOf;

/* What the on-time share counts. */
typedef enum
{
  ASSAY_ON_TIME_LINES,
  ASSAY_ON_TIME_SHIPMENTS,
  ASSAY_ON_TIME_PIECES,
} AssayOnTimeUnit;

typedef struct
{
  gboolean from_confirmed; /* lead time starts at confirmed, not at sent */
  gboolean against_latest; /* slip is measured against the latest promise, not the first */
  gboolean has_early;      /* `early` holds; else no delivery is too early */
  gint32 early;            /* days before the promise that are still on time, ≥ 0 */
  gint32 late;             /* days after it that are, ≥ 0 */
  gboolean from_start;     /* production starts when it did, not with confirmation and deposit */
  AssayPromiseOf promise_of;
  AssayOnTimeUnit unit;
  gboolean by_pieces;    /* a line in parts has the mean day of its pieces, not that of the last */
  gint32 tolerance;      /* pieces that may be missing in full, parts per million, 0…1000000 */
  gboolean working_days; /* of the supplier's calendar, not calendar days */
  gboolean weighted;     /* statistics count pieces, not lines */
} AssayLeadTimeRules;

typedef enum
{
  ASSAY_RULE_START,
  ASSAY_RULE_PROMISE,
  ASSAY_RULE_ON_TIME,
  ASSAY_RULE_PRODUCTION,
  ASSAY_RULE_PROMISE_OF,
  ASSAY_RULE_UNIT,
  ASSAY_RULE_PARTIAL,
  ASSAY_RULE_IN_FULL,
  ASSAY_RULE_DAYS,
  ASSAY_RULE_WEIGHTS,
  ASSAY_N_LEAD_TIME_RULES,
} AssayLeadTimeRule;

const char *assay_lead_time_rule_get_setting (AssayLeadTimeRule rule);
/* The words that a rule takes, the usual one first; NULL where it takes numbers. */
const char *const *assay_lead_time_rule_get_words (AssayLeadTimeRule rule);
/* FALSE when @word is none that the rule takes. */
gboolean
assay_lead_time_rules_set (AssayLeadTimeRules *rules, AssayLeadTimeRule rule, const char *word);
char *assay_lead_time_rules_get (const AssayLeadTimeRules *rules, AssayLeadTimeRule rule);

/* What the book says of them. */
gboolean assay_lead_time_rules_read (AssayDb *db, AssayLeadTimeRules *rules, GError **error);
/* A window as the setting has it, "7:0"; FALSE when it is none. */
gboolean assay_lead_time_window_parse (const char *text, AssayLeadTimeRules *rules);

G_END_DECLS
