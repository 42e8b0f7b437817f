/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/look-up.h"

#include "insight/evidence-flags.h"
#include "record/month.h"
#include "store/records.h"

/**
 * assay_look_up_new:
 * @evidence: what is looked up
 * @scheme: (nullable): its scheme
 * @by: (nullable): who looks
 * @today: the day
 *
 * Returns: (transfer full): a verification, not saved
 */
AssayRecord *
assay_look_up_new (const AssayRecord *evidence,
                   const AssayRecord *scheme,
                   const char *by,
                   gint32 today)
{
  AssayRecord *record = assay_record_new (ASSAY_TYPE_VERIFICATION);
  g_autofree char *title = assay_record_dup_title (evidence);

  assay_record_set_reference (record, ASSAY_VERIFICATION_EVIDENCE, assay_record_get_id (evidence));
  assay_record_set_reference_title (record, ASSAY_VERIFICATION_EVIDENCE, title);
  assay_record_set_date (record, ASSAY_VERIFICATION_LOOKED_ON, today);
  assay_record_set_text (record, ASSAY_VERIFICATION_LOOKED_BY, by);
  if (scheme == NULL)
    return record;
  assay_record_set_text (record, ASSAY_VERIFICATION_PLACE,
                         assay_record_get_text (scheme, ASSAY_SCHEME_LOOK_UP));
  if (assay_record_is_known (scheme, ASSAY_SCHEME_CHECK_MONTHS))
    {
      gint32 next = assay_date_months_away (
          today, assay_record_get_integer (scheme, ASSAY_SCHEME_CHECK_MONTHS, 0));

      if (next != ASSAY_DATE_UNKNOWN)
        assay_record_set_date (record, ASSAY_VERIFICATION_NEXT_CHECK_ON, next);
    }
  return record;
}

/**
 * assay_look_up_apply:
 * @evidence: what was looked up; changed
 * @verification: its latest look-up
 *
 * Found as printed it is verified; what does not match or is not there is refused; what has run out
 * or is suspended was seen and no more. A day that nobody had written down is taken over.
 */
void
assay_look_up_apply (AssayRecord *evidence, const AssayRecord *verification)
{
  const char *result = assay_record_get_text (verification, ASSAY_VERIFICATION_RESULT);
  gint32 until = assay_record_get_date (verification, ASSAY_VERIFICATION_VALID_UNTIL_FOUND);
  gint32 issued = assay_record_get_date (evidence, ASSAY_EVIDENCE_ISSUED_ON);
  gint32 from = assay_record_get_date (evidence, ASSAY_EVIDENCE_VALID_FROM);

  if (g_strcmp0 (result, "verified") == 0)
    assay_record_set_text (evidence, ASSAY_EVIDENCE_STATE, "verified");
  else if (g_strcmp0 (result, "mismatch") == 0 || g_strcmp0 (result, "not_found") == 0)
    assay_record_set_text (evidence, ASSAY_EVIDENCE_STATE, "refused");
  else if (result != NULL)
    assay_record_set_text (evidence, ASSAY_EVIDENCE_STATE, "seen");
  assay_record_set_value (evidence, ASSAY_EVIDENCE_NEXT_CHECK_ON,
                          assay_record_get_value (verification, ASSAY_VERIFICATION_NEXT_CHECK_ON));
  if (until != ASSAY_DATE_UNKNOWN && !assay_record_is_known (evidence, ASSAY_EVIDENCE_VALID_UNTIL)
      && until >= issued && until >= from)
    assay_record_set_date (evidence, ASSAY_EVIDENCE_VALID_UNTIL, until);
}

static gboolean
is_latest (AssayDb *db, AssayRecord *verification, gboolean *latest, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      db, "SELECT count (*) FROM verification WHERE evidence = ?1 AND looked_on > ?2", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1,
                            assay_record_get_reference (verification, ASSAY_VERIFICATION_EVIDENCE));
  assay_statement_bind_int (statement, 2,
                            assay_record_get_date (verification, ASSAY_VERIFICATION_LOOKED_ON));
  if (!assay_statement_step (statement, &row, error))
    return FALSE;
  *latest = assay_statement_get_int (statement, 0) == 0;
  return TRUE;
}

gboolean
assay_look_up_save (AssayDb *db, AssayRecord *verification, GError **error)
{
  g_autoptr (AssayRecord) evidence = assay_records_get (
      db, ASSAY_TYPE_EVIDENCE,
      assay_record_get_reference (verification, ASSAY_VERIFICATION_EVIDENCE), error);
  gboolean latest = FALSE;

  if (evidence == NULL || !assay_records_insert (db, verification, error)
      || !is_latest (db, verification, &latest, error))
    return FALSE;
  if (!latest)
    return TRUE;
  assay_look_up_apply (evidence, verification);
  return assay_records_update (db, evidence, error);
}
