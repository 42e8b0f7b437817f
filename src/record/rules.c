/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "record/rules.h"

#include <glib/gi18n-lib.h>

#include "record/format.h"
#include "record/rules-private.h"
#include "record/unit-list.h"

void
assay_rules_not_before (const AssayRecord *record,
                        AssayProblems *problems,
                        guint later,
                        guint earlier)
{
  const AssayRecordType *type = assay_record_describe (record);

  if (!assay_record_is_known (record, later) || !assay_record_is_known (record, earlier)
      || assay_record_get_date (record, later) >= assay_record_get_date (record, earlier))
    return;
  assay_problems_add (problems, (int)later, _ ("This lies before “%s”"),
                      assay_field_label (&type->fields[earlier]));
}

void
assay_rules_not_above (const AssayRecord *record, AssayProblems *problems, guint part, guint whole)
{
  const AssayRecordType *type = assay_record_describe (record);

  if (!assay_record_is_known (record, part) || !assay_record_is_known (record, whole)
      || assay_record_get_integer (record, part, 0) <= assay_record_get_integer (record, whole, 0))
    return;
  assay_problems_add (problems, (int)part, _ ("This is more than “%s”"),
                      assay_field_label (&type->fields[whole]));
}

void
assay_check_supplier (const AssayRecord *record, AssayProblems *problems)
{
  const char *mail = assay_record_get_text (record, ASSAY_SUPPLIER_MAIL);

  if (mail != NULL && strchr (mail, '@') == NULL)
    assay_problems_add (problems, ASSAY_SUPPLIER_MAIL, _ ("A mail address has an “@”"));
}

void
assay_check_product (const AssayRecord *record, AssayProblems *problems)
{
  if (assay_record_is_known (record, ASSAY_PRODUCT_TARGET_PRICE)
      && !assay_record_is_known (record, ASSAY_PRODUCT_CURRENCY))
    assay_problems_add (problems, ASSAY_PRODUCT_CURRENCY, _ ("A price needs a currency"));
}

void
assay_check_order (const AssayRecord *record, AssayProblems *problems)
{
  assay_rules_not_before (record, problems, ASSAY_ORDER_SENT_ON, ASSAY_ORDER_ORDERED_ON);
  assay_rules_not_before (record, problems, ASSAY_ORDER_CONFIRMED_ON, ASSAY_ORDER_SENT_ON);
}

void
assay_check_promise (const AssayRecord *record, AssayProblems *problems)
{
}

void
assay_check_delivery (const AssayRecord *record, AssayProblems *problems)
{
  static const guint stages[]
      = { ASSAY_DELIVERY_READY_ON, ASSAY_DELIVERY_SHIPPED_ON, ASSAY_DELIVERY_ARRIVED_ON,
          ASSAY_DELIVERY_CLEARED_ON, ASSAY_DELIVERY_RECEIVED_ON };
  int previous = -1;

  /* Goods may arrive before they clear on paper, but nothing is received before it was shipped. */
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      if (!assay_record_is_known (record, stages[i]))
        continue;
      if (previous >= 0)
        assay_rules_not_before (record, problems, stages[i], (guint)previous);
      previous = (int)stages[i];
    }
}

static const guint shares_of_lot[]
    = { ASSAY_INSPECTION_ACCEPTED_QUANTITY, ASSAY_INSPECTION_REWORKED_QUANTITY,
        ASSAY_INSPECTION_REJECTED_QUANTITY };

/**
 * assay_inspection_sum_up:
 * @inspection: an inspection
 * @lot: (out): the size of its lot, -1 when unknown
 *
 * Returns: how many pieces are accepted, to be reworked or rejected, -1 when nothing is said of any
 */
gint64
assay_inspection_sum_up (const AssayRecord *inspection, gint64 *lot)
{
  gint64 sum = 0;
  gboolean any = FALSE;

  *lot = assay_record_get_integer (inspection, ASSAY_INSPECTION_LOT_SIZE, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (shares_of_lot); i++)
    {
      gint64 share = assay_record_get_integer (inspection, shares_of_lot[i], 0);

      any = any || assay_record_is_known (inspection, shares_of_lot[i]);
      if (__builtin_add_overflow (sum, share, &sum))
        return G_MAXINT64;
    }
  return any ? sum : -1;
}

/* Said at the last of them that was filled in: it is the one that does not fit. */
static void
check_shares (const AssayRecord *record, AssayProblems *problems)
{
  gint64 lot, sum = assay_inspection_sum_up (record, &lot);
  g_autofree char *all = assay_format_number (lot);
  g_autofree char *said = assay_format_number (sum);
  guint field = shares_of_lot[0];

  if (lot < 0 || sum < 0 || sum == lot)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (shares_of_lot); i++)
    if (assay_record_get_integer (record, shares_of_lot[i], 0) > 0)
      field = shares_of_lot[i];
  if (sum > lot)
    assay_problems_add (problems, (int)field,
                        _ ("Accepted, to rework and rejected are %s pieces; the lot has %s"), said,
                        all);
  else
    {
      g_autofree char *left = assay_format_number (lot - sum);

      assay_problems_add (problems, (int)field,
                          /* Translators: pieces of a lot that are neither accepted nor to be
                           * reworked nor rejected */
                          _ ("%s of %s pieces are neither accepted, to rework nor rejected"), left,
                          all);
    }
}

static void
check_decision (const AssayRecord *record, AssayProblems *problems)
{
  assay_rules_not_before (record, problems, ASSAY_INSPECTION_DECIDED_ON,
                          ASSAY_INSPECTION_INSPECTED_ON);
  assay_rules_not_before (record, problems, ASSAY_INSPECTION_DEVIATION_UNTIL,
                          ASSAY_INSPECTION_INSPECTED_ON);
  if (g_strcmp0 (assay_record_get_text (record, ASSAY_INSPECTION_DECISION), "accept_deviation") == 0
      && !assay_record_is_known (record, ASSAY_INSPECTION_DEVIATION_UNTIL))
    assay_problems_add (problems, ASSAY_INSPECTION_DEVIATION_UNTIL,
                        _ ("Say until when the deviation is accepted"));
  check_shares (record, problems);
  if (assay_record_is_known (record, ASSAY_INSPECTION_REWORK_COST)
      && !assay_record_is_known (record, ASSAY_INSPECTION_CURRENCY))
    assay_problems_add (problems, ASSAY_INSPECTION_CURRENCY, _ ("A cost needs a currency"));
}

/**
 * assay_check_inspection_dates:
 * @inspection: an inspection
 * @line: its order line
 * @problems: where to add what is wrong
 *
 * What cannot be seen in the inspection alone: goods are made after they were ordered. A sample may
 * well be looked at before.
 */
/* Above an AQL of 10 the tables count nonconformities, not units. */
static void
check_aql (const AssayRecord *record, AssayProblems *problems, guint aql, guint basis)
{
  if (assay_record_get_integer (record, aql, 0) > 10000
      && g_strcmp0 (assay_record_get_text (record, basis), "defects") != 0)
    assay_problems_add (problems, (int)aql, _ ("An AQL above 10 counts defects per hundred units"));
}

/* Whoever overrules the switching rules says why. Of the units of the first sample no more are
 * defective than of both. */
static void
check_plan (const AssayRecord *record, AssayProblems *problems)
{
  check_aql (record, problems, ASSAY_INSPECTION_AQL_CRITICAL, ASSAY_INSPECTION_BASIS);
  check_aql (record, problems, ASSAY_INSPECTION_AQL_MAJOR, ASSAY_INSPECTION_BASIS);
  check_aql (record, problems, ASSAY_INSPECTION_AQL_MINOR, ASSAY_INSPECTION_BASIS);
  assay_rules_not_above (record, problems, ASSAY_INSPECTION_FIRST_CRITICAL,
                         ASSAY_INSPECTION_DEFECTIVE_CRITICAL);
  assay_rules_not_above (record, problems, ASSAY_INSPECTION_FIRST_MAJOR,
                         ASSAY_INSPECTION_DEFECTIVE_MAJOR);
  assay_rules_not_above (record, problems, ASSAY_INSPECTION_FIRST_MINOR,
                         ASSAY_INSPECTION_DEFECTIVE_MINOR);
  if (assay_record_get_flag (record, ASSAY_INSPECTION_SEVERITY_OVERRULED)
      && !assay_record_is_known (record, ASSAY_INSPECTION_SEVERITY_REASON))
    assay_problems_add (problems, ASSAY_INSPECTION_SEVERITY_REASON,
                        _ ("Say why you inspect otherwise than the switching rules ask"));
}

void
assay_check_inspection_dates (const AssayRecord *inspection,
                              const AssayRecord *line,
                              AssayProblems *problems)
{
  gint32 sent = assay_record_get_date (line, ASSAY_ORDER_LINE_SENT_ON);
  gint32 inspected = assay_record_get_date (inspection, ASSAY_INSPECTION_INSPECTED_ON);
  g_autofree char *day = NULL;

  if (sent == ASSAY_DATE_UNKNOWN || inspected == ASSAY_DATE_UNKNOWN || inspected >= sent
      || g_strcmp0 (assay_record_get_text (inspection, ASSAY_INSPECTION_KIND), "sample") == 0)
    return;
  day = assay_date_format (sent);
  assay_problems_add (problems, ASSAY_INSPECTION_INSPECTED_ON,
                      _ ("The order was sent only on %s: nothing can be inspected before"), day);
}

void
assay_check_inspection (const AssayRecord *record, AssayProblems *problems)
{
  check_plan (record, problems);
  assay_rules_not_above (record, problems, ASSAY_INSPECTION_INSPECTED, ASSAY_INSPECTION_LOT_SIZE);
  assay_rules_not_above (record, problems, ASSAY_INSPECTION_FIRST_INSPECTED,
                         ASSAY_INSPECTION_INSPECTED);
  assay_rules_not_above (record, problems, ASSAY_INSPECTION_PACKED, ASSAY_INSPECTION_LOT_SIZE);
  assay_rules_not_above (record, problems, ASSAY_INSPECTION_CARTONS_OPENED,
                         ASSAY_INSPECTION_CARTONS);
  if (g_strcmp0 (assay_record_get_text (record, ASSAY_INSPECTION_BASIS), "defects") != 0)
    {
      assay_rules_not_above (record, problems, ASSAY_INSPECTION_DEFECTIVE_CRITICAL,
                             ASSAY_INSPECTION_INSPECTED);
      assay_rules_not_above (record, problems, ASSAY_INSPECTION_DEFECTIVE_MAJOR,
                             ASSAY_INSPECTION_INSPECTED);
      assay_rules_not_above (record, problems, ASSAY_INSPECTION_DEFECTIVE_MINOR,
                             ASSAY_INSPECTION_INSPECTED);
      assay_rules_not_above (record, problems, ASSAY_INSPECTION_DEFECTIVE,
                             ASSAY_INSPECTION_INSPECTED);
    }
  check_decision (record, problems);
  if (assay_record_get_id (record) != 0
      && assay_record_get_reference (record, ASSAY_INSPECTION_REPEATS)
             == assay_record_get_id (record))
    assay_problems_add (problems, ASSAY_INSPECTION_REPEATS, _ ("It cannot repeat itself"));
  if (assay_record_is_known (record, ASSAY_INSPECTION_ORDER_LINE) == FALSE
      && assay_record_is_known (record, ASSAY_INSPECTION_SUPPLIER) == FALSE)
    assay_problems_add (problems, ASSAY_INSPECTION_SUPPLIER,
                        _ ("Say which order line or which supplier was inspected"));
}

void
assay_check_defect (const AssayRecord *record, AssayProblems *problems)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) units
      = assay_unit_list_parse (assay_record_get_text (record, ASSAY_DEFECT_UNITS), &error);

  if (!assay_record_is_known (record, ASSAY_DEFECT_DEFECT_TYPE)
      && !assay_record_is_known (record, ASSAY_DEFECT_DESCRIPTION))
    assay_problems_add (problems, ASSAY_DEFECT_DESCRIPTION,
                        _ ("Choose a defect type or describe what was found"));
  if (units == NULL)
    assay_problems_add (problems, ASSAY_DEFECT_UNITS, "%s", error->message);
}

void
assay_check_plan_profile (const AssayRecord *record, AssayProblems *problems)
{
  check_aql (record, problems, ASSAY_PLAN_PROFILE_AQL_CRITICAL, ASSAY_PLAN_PROFILE_BASIS);
  check_aql (record, problems, ASSAY_PLAN_PROFILE_AQL_MAJOR, ASSAY_PLAN_PROFILE_BASIS);
  check_aql (record, problems, ASSAY_PLAN_PROFILE_AQL_MINOR, ASSAY_PLAN_PROFILE_BASIS);
}

/* Whether @word is one of those that @list has, separated by "|". */
static gboolean
is_among (const char *word, const char *list)
{
  g_auto (GStrv) words = g_strsplit (list, "|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (g_strstrip (words[i]), word))
      return TRUE;
  return FALSE;
}

/* What is expected is an answer that there is. */
static void
check_expected (const AssayRecord *record, AssayProblems *problems)
{
  const char *kind = assay_record_get_text (record, ASSAY_CHECKLIST_ITEM_KIND);
  const char *expected = assay_record_get_text (record, ASSAY_CHECKLIST_ITEM_EXPECTED);
  const char *options = assay_record_get_text (record, ASSAY_CHECKLIST_ITEM_OPTIONS);
  g_auto (GStrv) words = g_strsplit (expected != NULL ? expected : "", "|", -1);
  gboolean choice = g_strcmp0 (kind, "choice") == 0;

  if (choice && options == NULL)
    assay_problems_add (problems, ASSAY_CHECKLIST_ITEM_OPTIONS,
                        _ ("A choice needs something to choose from"));
  if (g_strcmp0 (kind, "drop") == 0 && options != NULL
      && !is_among (options, "1A|2A|ISTA 1A|ISTA 2A|ISTA 1B"))
    assay_problems_add (problems, ASSAY_CHECKLIST_ITEM_OPTIONS,
                        _ ("A drop test follows 1A or 2A, not “%s”"), options);
  if (g_strcmp0 (kind, "yes_no") == 0 && expected != NULL && !is_among (expected, "yes|no"))
    assay_problems_add (problems, ASSAY_CHECKLIST_ITEM_EXPECTED, _ ("Write yes or no"));
  for (guint i = 0; choice && options != NULL && words[i] != NULL; i++)
    if (*g_strstrip (words[i]) != '\0' && !is_among (words[i], options))
      {
        assay_problems_add (problems, ASSAY_CHECKLIST_ITEM_EXPECTED,
                            _ ("“%s” is not among the choices"), words[i]);
        break;
      }
}

void
assay_check_checklist_item (const AssayRecord *record, AssayProblems *problems)
{
  assay_rules_not_above (record, problems, ASSAY_CHECKLIST_ITEM_LOWER, ASSAY_CHECKLIST_ITEM_UPPER);
  assay_rules_not_above (record, problems, ASSAY_CHECKLIST_ITEM_ALLOWED,
                         ASSAY_CHECKLIST_ITEM_SAMPLE_SIZE);
  check_expected (record, problems);
}

void
assay_check_checkpoint (const AssayRecord *record, AssayProblems *problems)
{
  assay_rules_not_above (record, problems, ASSAY_CHECKPOINT_LOWER, ASSAY_CHECKPOINT_UPPER);
  assay_rules_not_above (record, problems, ASSAY_CHECKPOINT_FAILED, ASSAY_CHECKPOINT_SAMPLE_SIZE);
}

void
assay_check_corrective_action (const AssayRecord *record, AssayProblems *problems)
{
  assay_rules_not_before (record, problems, ASSAY_CORRECTIVE_ACTION_DUE_ON,
                          ASSAY_CORRECTIVE_ACTION_OPENED_ON);
  assay_rules_not_before (record, problems, ASSAY_CORRECTIVE_ACTION_DONE_ON,
                          ASSAY_CORRECTIVE_ACTION_OPENED_ON);
  assay_rules_not_before (record, problems, ASSAY_CORRECTIVE_ACTION_CHECKED_ON,
                          ASSAY_CORRECTIVE_ACTION_DONE_ON);
  if (g_strcmp0 (assay_record_get_text (record, ASSAY_CORRECTIVE_ACTION_STATE), "closed") == 0
      && g_strcmp0 (assay_record_get_text (record, ASSAY_CORRECTIVE_ACTION_EFFECTIVE), "yes") != 0)
    assay_problems_add (problems, ASSAY_CORRECTIVE_ACTION_EFFECTIVE,
                        _ ("It closes once somebody has checked that it worked"));
}

void
assay_check_milestone (const AssayRecord *record, AssayProblems *problems)
{
  if ((assay_record_is_known (record, ASSAY_MILESTONE_AMOUNT)
       || assay_record_is_known (record, ASSAY_MILESTONE_PAID))
      && !assay_record_is_known (record, ASSAY_MILESTONE_CURRENCY))
    assay_problems_add (problems, ASSAY_MILESTONE_CURRENCY, _ ("An amount needs a currency"));
}

void
assay_check_blackout (const AssayRecord *record, AssayProblems *problems)
{
  assay_rules_not_before (record, problems, ASSAY_BLACKOUT_TO_ON, ASSAY_BLACKOUT_FROM_ON);
}

void
assay_check_exchange_rate (const AssayRecord *record, AssayProblems *problems)
{
  const char *one = assay_record_get_text (record, ASSAY_EXCHANGE_RATE_CURRENCY);

  if (one != NULL
      && g_strcmp0 (one, assay_record_get_text (record, ASSAY_EXCHANGE_RATE_IN_CURRENCY)) == 0)
    assay_problems_add (problems, ASSAY_EXCHANGE_RATE_IN_CURRENCY,
                        _ ("A currency is always worth itself: choose another one"));
}

void
assay_check_scorecard (const AssayRecord *record, AssayProblems *problems)
{
  assay_rules_not_above (record, problems, ASSAY_SCORECARD_BAND_B, ASSAY_SCORECARD_BAND_A);
  assay_rules_not_above (record, problems, ASSAY_SCORECARD_BAND_C, ASSAY_SCORECARD_BAND_B);
}

/* A straight line needs two ends. */
void
assay_check_criterion (const AssayRecord *record, AssayProblems *problems)
{
  if (assay_record_is_known (record, ASSAY_CRITERION_BEST)
      && assay_record_is_known (record, ASSAY_CRITERION_WORST)
      && assay_record_get_integer (record, ASSAY_CRITERION_BEST, 0)
             == assay_record_get_integer (record, ASSAY_CRITERION_WORST, 0))
    assay_problems_add (problems, ASSAY_CRITERION_WORST,
                        _ ("The same value cannot be worth 100 and 0 points"));
}

void
assay_check_assessment (const AssayRecord *record, AssayProblems *problems)
{
  assay_rules_not_before (record, problems, ASSAY_ASSESSMENT_VALID_UNTIL,
                          ASSAY_ASSESSMENT_ASSESSED_ON);
  if (!assay_record_is_known (record, ASSAY_ASSESSMENT_SCORE)
      && !assay_record_is_known (record, ASSAY_ASSESSMENT_FINDING))
    assay_problems_add (problems, ASSAY_ASSESSMENT_SCORE,
                        _ ("Give points or name the worst finding"));
}
