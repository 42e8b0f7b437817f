/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/form/form-rules.h"

#include <glib/gi18n-lib.h>

#include "insight/checklist.h"
#include "insight/closed-days.h"
#include "insight/milestones.h"
#include "record/evidence-kind.h"
#include "record/promises.h"
#include "store/promises.h"
#include "store/records.h"

static void
check_unique (AssayDb *db, AssayRecord *record, guint field, AssayProblems *problems)
{
  AssayType type = assay_record_get_kind (record);
  g_autofree char *title = NULL;
  gint64 other;

  if (!assay_record_is_known (record, field))
    return;
  other = assay_records_find (db, type, field, assay_record_get_value (record, field), NULL);
  if (other <= 0 || other == assay_record_get_id (record))
    return;
  title = assay_records_dup_title (db, type, other, NULL);
  assay_problems_add (problems, (int)field, _ ("“%s” has this already"),
                      title != NULL ? title : "");
}

/**
 * assay_form_rules_check:
 * @db: the connection of the calling thread
 * @record: what is being typed
 * @problems: where to add what is wrong
 */
void
assay_form_rules_check (AssayDb *db, AssayRecord *record, AssayProblems *problems)
{
  const AssayRecordType *type = assay_record_describe (record);

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].flags & ASSAY_FIELD_UNIQUE)
      check_unique (db, record, i, problems);
  if (type->type == ASSAY_TYPE_PROMISE)
    assay_promises_check (db, record, problems, NULL);
}

/**
 * assay_form_rules_remark:
 * @db: the connection of the calling thread
 * @record: what is being typed
 * @remarks: where to add what is odd, though it may be so
 */
void
assay_form_rules_remark (AssayDb *db, AssayRecord *record, AssayProblems *remarks)
{
  AssayType type = assay_record_get_kind (record);
  g_autoptr (AssayRecord) line = NULL;
  guint owner = type == ASSAY_TYPE_PROMISE ? ASSAY_PROMISE_ORDER_LINE : ASSAY_DELIVERY_ORDER_LINE;

  assay_closed_days_remark_record (db, record, remarks);
  if (type != ASSAY_TYPE_PROMISE && type != ASSAY_TYPE_DELIVERY)
    return;
  if (assay_record_is_known (record, owner))
    line = assay_records_get (db, ASSAY_TYPE_ORDER_LINE, assay_record_get_reference (record, owner),
                              NULL);
  if (type == ASSAY_TYPE_PROMISE)
    assay_remark_promise (record, line, remarks);
  else if (line != NULL)
    assay_remark_delivery (record, line, remarks);
}

/* The amount of a milestone is its share of the order. */
static int
follow_share (AssayDb *db, AssayRecord *before, AssayRecord *milestone)
{
  g_autoptr (AssayRecord) order = assay_records_get (
      db, ASSAY_TYPE_ORDER, assay_record_get_reference (milestone, ASSAY_MILESTONE_PURCHASE_ORDER),
      NULL);
  gint64 value = order != NULL ? assay_record_get_integer (order, ASSAY_ORDER_VALUE, -1) : -1;
  gint64 share = assay_record_get_integer (milestone, ASSAY_MILESTONE_SHARE, -1);
  gint64 share_before = assay_record_get_integer (before, ASSAY_MILESTONE_SHARE, -1);

  if (value < 0
      || g_strcmp0 (assay_record_get_text (order, ASSAY_ORDER_CURRENCY),
                    assay_record_get_text (milestone, ASSAY_MILESTONE_CURRENCY))
             != 0)
    return -1;
  /* Somebody gave it an amount of its own. */
  if (assay_record_is_known (milestone, ASSAY_MILESTONE_AMOUNT)
      && (share_before < 0
          || assay_record_get_integer (milestone, ASSAY_MILESTONE_AMOUNT, -1)
                 != assay_milestone_amount (value, share_before)))
    return -1;
  if (share < 0)
    assay_record_set_unknown (milestone, ASSAY_MILESTONE_AMOUNT);
  else
    assay_record_set_integer (milestone, ASSAY_MILESTONE_AMOUNT,
                              assay_milestone_amount (value, share));
  return ASSAY_MILESTONE_AMOUNT;
}

int
assay_form_rules_follow (AssayDb *db, AssayRecord *before, AssayRecord *record, guint field)
{
  if (assay_record_get_kind (record) == ASSAY_TYPE_MILESTONE && field == ASSAY_MILESTONE_SHARE)
    return follow_share (db, before, record);
  return -1;
}

/* What a check and the answer to it are made of; a field that is not named belongs to each kind. */
static gboolean
check_has (AssayCheckKind kind, guint field)
{
  switch (field)
    {
    case ASSAY_CHECKPOINT_OPTIONS:
      return kind == ASSAY_CHECK_CHOICE || kind == ASSAY_CHECK_DROP;
    case ASSAY_CHECKPOINT_EXPECTED:
      return kind == ASSAY_CHECK_CHOICE || kind == ASSAY_CHECK_CODE || kind == ASSAY_CHECK_YES_NO;
    case ASSAY_CHECKPOINT_UNIT:
    case ASSAY_CHECKPOINT_TARGET:
    case ASSAY_CHECKPOINT_LOWER:
    case ASSAY_CHECKPOINT_UPPER:
      return kind == ASSAY_CHECK_MEASURED || kind == ASSAY_CHECK_COUNT;
    case ASSAY_CHECKPOINT_SAMPLE_SIZE:
    case ASSAY_CHECKPOINT_ALLOWED:
      return kind != ASSAY_CHECK_TEXT && kind != ASSAY_CHECK_COUNT;
    case ASSAY_CHECKPOINT_POSITION:
      return FALSE; /* they are moved where they stand in order */
    default:
      return field <= ASSAY_CHECKPOINT_ON_FAIL; /* answers are typed in the inspection */
    }
}

static gboolean
is_check (const AssayRecord *record)
{
  AssayType type = assay_record_get_kind (record);

  return type == ASSAY_TYPE_CHECKLIST_ITEM || type == ASSAY_TYPE_CHECKPOINT;
}

gboolean
assay_form_rules_shows (const AssayRecord *record, guint field)
{
  if (assay_record_get_kind (record) == ASSAY_TYPE_EVIDENCE)
    return assay_evidence_kind_has (assay_record_get_text (record, ASSAY_EVIDENCE_KIND), field);
  return !is_check (record) || check_has (assay_check_kind (record), field);
}

const char *
assay_form_rules_title (const AssayRecord *record, guint field)
{
  if (is_check (record) && field == ASSAY_CHECKPOINT_OPTIONS
      && assay_check_kind (record) == ASSAY_CHECK_DROP)
    return _ ("Procedure, 1A or 2A");
  return NULL;
}
