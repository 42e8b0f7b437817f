/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/audits.h"

#include <glib/gi18n-lib.h>

#include "insight/renewal.h"
#include "record/choices.h"
#include "record/date.h"
#include "record/month.h"

/* The supplier of a document may be told by its site alone. */
#define SUPPLIER "coalesce (e.supplier, (SELECT supplier FROM site WHERE id = e.site))"
#define DAY      "coalesce (e.issued_on, e.valid_from)"
/* No scheme grants more; what a strange book says stays within the calendar. */
#define MOST_MONTHS 1200
/* What was not there yet on the day that is asked about shuts nothing. */
#define UNTIL_THEN(day) "(" day " IS NULL OR " day " <= ?1)"

typedef struct
{
  gint32 day;
  const AssayKeyIndex *ids;
  GPtrArray *suppliers;
} Taking;

/* The day on which an audit ends: as printed, else by what its scheme grants. Unknown: nobody can
 * say that it ran out, nor that it is valid. */
static gint32
end_of (AssayStatement *statement)
{
  if (!assay_statement_is_null (statement, 2))
    return (gint32)assay_statement_get_int (statement, 2);
  if (assay_statement_is_null (statement, 3) || assay_statement_get_int (statement, 4) <= 0)
    return ASSAY_DATE_UNKNOWN;
  return assay_date_months_away ((gint32)assay_statement_get_int (statement, 3),
                                 MIN (assay_statement_get_int (statement, 4), MOST_MONTHS));
}

/* An audit that is only claimed proves nothing while it is valid; that it ran out is believed. The
 * one that lasts longest counts, whatever its scheme. */
static void
take_audit (const Taking *taking, AssayStatement *statement)
{
  gint32 end = end_of (statement);
  gboolean proven = assay_statement_get_int (statement, 5) != 0;
  AssaySupplierMeasures *supplier;
  guint32 number;

  if (end == ASSAY_DATE_UNKNOWN || (!proven && end >= taking->day)
      || !assay_key_index_find (taking->ids, assay_statement_get_int (statement, 0), &number))
    return;
  supplier = g_ptr_array_index (taking->suppliers, number);
  if (supplier->audit_until != ASSAY_DATE_UNKNOWN && supplier->audit_until >= end)
    return;
  supplier->audit_until = end;
  supplier->audit_expired = end < taking->day ? end : ASSAY_DATE_UNKNOWN;
}

static void
take_finding (const Taking *taking, AssayStatement *statement)
{
  guint32 number;

  if (assay_key_index_find (taking->ids, assay_statement_get_int (statement, 0), &number))
    ((AssaySupplierMeasures *)g_ptr_array_index (taking->suppliers, number))->critical = TRUE;
}

static gboolean
scan (AssayDb *db,
      const char *sql,
      const Taking *taking,
      void (*take) (const Taking *taking, AssayStatement *statement),
      GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, sql, error);
  gboolean row, ok;

  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, taking->day);
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    take (taking, statement);
  return ok;
}

gboolean
assay_audits_add_gates (AssayDb *db,
                        const AssayMeasuresQuestion *question,
                        const AssayKeyIndex *ids,
                        GPtrArray *suppliers,
                        GError **error)
{
  const Taking taking
      = { .day = assay_measures_day (question), .ids = ids, .suppliers = suppliers };

  return scan (db,
               "SELECT " SUPPLIER ", e.id, e.valid_until, " DAY ", c.valid_months,"
               " ifnull (e.state, '') IN ('seen', 'verified') FROM evidence AS e"
               " LEFT JOIN scheme AS c ON c.id = e.scheme WHERE e.kind = 'audit' "
               "AND " ASSAY_EVIDENCE_STANDS ("e") " AND " UNTIL_THEN (DAY),
               &taking, take_audit, error)
         && scan (db,
                  "SELECT " SUPPLIER " FROM audit_finding AS f JOIN evidence AS e"
                  " ON e.id = f.evidence WHERE f.severity IN ('critical', 'zero_tolerance')"
                  " AND (f.closed_on IS NULL OR f.closed_on > ?1) AND " ASSAY_EVIDENCE_STANDS (
                      "e") " AND " UNTIL_THEN ("coalesce (f.found_on, e.issued_on, e.valid_from)"),
                  &taking, take_finding, error);
}

AssayFindingSeverity
assay_audits_severity (const AssayRecord *finding)
{
  const char *name = assay_record_get_text (finding, ASSAY_AUDIT_FINDING_SEVERITY);

  for (guint i = 0; assay_choices_finding_severity[i].value != NULL; i++)
    if (g_strcmp0 (name, assay_choices_finding_severity[i].value) == 0)
      return (AssayFindingSeverity)i;
  return ASSAY_FINDING_UNKNOWN;
}

gboolean
assay_audits_is_overdue (const AssayRecord *finding, gint32 today)
{
  return !assay_record_is_known (finding, ASSAY_AUDIT_FINDING_CLOSED_ON)
         && assay_record_is_known (finding, ASSAY_AUDIT_FINDING_DUE_ON)
         && assay_record_get_date (finding, ASSAY_AUDIT_FINDING_DUE_ON) < today;
}

AssayFindingCounts
assay_audits_count (const GPtrArray *findings, gint32 today)
{
  AssayFindingCounts counts = { .all = findings->len, .worst = ASSAY_FINDING_UNKNOWN };

  for (guint i = 0; i < findings->len; i++)
    {
      const AssayRecord *finding = g_ptr_array_index (findings, i);
      AssayFindingSeverity severity = assay_audits_severity (finding);

      if (assay_record_is_known (finding, ASSAY_AUDIT_FINDING_CLOSED_ON))
        continue;
      counts.open++;
      counts.overdue += assay_audits_is_overdue (finding, today);
      counts.by_severity[severity]++;
      if (severity != ASSAY_FINDING_UNKNOWN
          && (counts.worst == ASSAY_FINDING_UNKNOWN || severity > counts.worst))
        counts.worst = severity;
    }
  return counts;
}

char *
assay_audits_count_words (const AssayFindingCounts *counts)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (counts->all == 0)
    return g_strdup (_ ("No findings"));
  if (counts->open == 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u finding, closed", "%u findings, all closed", counts->all),
        counts->all);
  /* Translators: two numbers, the first of those that are open. */
  g_string_append_printf (
      words,
      g_dngettext (GETTEXT_PACKAGE, "%u of %u finding open", "%u of %u findings open", counts->all),
      counts->open, counts->all);
  if (counts->overdue > 0)
    {
      g_string_append (words, ", ");
      /* Translators: of findings that are open. */
      g_string_append_printf (
          words, g_dngettext (GETTEXT_PACKAGE, "%u overdue", "%u overdue", counts->overdue),
          counts->overdue);
    }
  if (counts->worst != ASSAY_FINDING_UNKNOWN)
    /* Translators: how severe the worst finding is, after "2 of 5 findings open". */
    g_string_append_printf (words, _ ("; the worst: %s"),
                            _ (assay_choices_finding_severity[counts->worst].label));
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* The bands of amfori BSCI. */
const char *
assay_audits_rating (gint64 points)
{
  static const struct
  {
    gint64 from;
    const char *rating;
  } bands[] = { { 86, "A" }, { 71, "B" }, { 51, "C" }, { 30, "D" }, { 0, "E" } };

  for (guint i = 0; points <= 100 && i < G_N_ELEMENTS (bands); i++)
    if (points >= bands[i].from)
      return bands[i].rating;
  return NULL;
}

gboolean
assay_audits_rating_differs (const char *scheme, const char *rating, gint64 points)
{
  g_autofree char *folded = g_ascii_strup (scheme != NULL ? scheme : "", -1);
  const char *worth = assay_audits_rating (points);

  return strstr (folded, "BSCI") != NULL && worth != NULL && rating != NULL && *rating != '\0'
         && g_ascii_strcasecmp (rating, worth) != 0;
}
