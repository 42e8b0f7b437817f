/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What evidence, audits, samples and risks remind of, and what audits shut on a scorecard. */

#include "insight/agenda-events.h"
#include "insight/agenda-reminders.h"
#include "insight/audits.h"
#include "insight/scorecard.h"
#include "sample-book.h"

#define TODAY "2026-06-15"

static gint64 sao_mai, ege, gone, smeta, grs;

static gint64
insert (AssayDb *db, AssayRecord *record)
{
  g_autoptr (GError) error = NULL;

  assay_records_insert (db, record, &error);
  g_assert_no_error (error);
  return assay_record_get_id (record);
}

static gint64
scheme (AssayDb *db, const char *code, int months)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_SCHEME);

  assay_record_set_text (record, ASSAY_SCHEME_CODE, code);
  assay_record_set_text (record, ASSAY_SCHEME_NAME, code);
  if (months > 0)
    assay_record_set_integer (record, ASSAY_SCHEME_VALID_MONTHS, months);
  return insert (db, record);
}

typedef struct
{
  const char *kind;
  gint64 scheme, supplier;
  const char *number, *state, *issued, *until, *check;
} Document;

static gint64
document (AssayDb *db, Document given)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_EVIDENCE);

  assay_record_set_text (record, ASSAY_EVIDENCE_KIND, given.kind);
  if (given.scheme != 0)
    assay_record_set_reference (record, ASSAY_EVIDENCE_SCHEME, given.scheme);
  if (given.supplier != 0)
    assay_record_set_reference (record, ASSAY_EVIDENCE_SUPPLIER, given.supplier);
  assay_record_set_text (record, ASSAY_EVIDENCE_NUMBER, given.number);
  assay_record_set_text (record, ASSAY_EVIDENCE_STATE, given.state);
  assay_record_set_date (record, ASSAY_EVIDENCE_ISSUED_ON, sample_day (given.issued));
  assay_record_set_date (record, ASSAY_EVIDENCE_VALID_UNTIL, sample_day (given.until));
  assay_record_set_date (record, ASSAY_EVIDENCE_NEXT_CHECK_ON, sample_day (given.check));
  return insert (db, record);
}

static gint64
finding (AssayDb *db,
         gint64 audit,
         const char *name,
         const char *severity,
         const char *found,
         const char *due,
         const char *closed)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_AUDIT_FINDING);

  assay_record_set_reference (record, ASSAY_AUDIT_FINDING_EVIDENCE, audit);
  assay_record_set_text (record, ASSAY_AUDIT_FINDING_NAME, name);
  assay_record_set_text (record, ASSAY_AUDIT_FINDING_SEVERITY, severity);
  assay_record_set_date (record, ASSAY_AUDIT_FINDING_FOUND_ON, sample_day (found));
  assay_record_set_date (record, ASSAY_AUDIT_FINDING_DUE_ON, sample_day (due));
  assay_record_set_date (record, ASSAY_AUDIT_FINDING_CLOSED_ON, sample_day (closed));
  return insert (db, record);
}

static void
sample (AssayDb *db, const char *number, const char *due, const char *received, const char *verdict)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_SAMPLE);

  assay_record_set_text (record, ASSAY_SAMPLE_NUMBER, number);
  assay_record_set_reference (record, ASSAY_SAMPLE_SUPPLIER, sao_mai);
  assay_record_set_integer (record, ASSAY_SAMPLE_QUANTITY, 2);
  assay_record_set_date (record, ASSAY_SAMPLE_DUE_ON, sample_day (due));
  assay_record_set_date (record, ASSAY_SAMPLE_RECEIVED_ON, sample_day (received));
  assay_record_set_text (record, ASSAY_SAMPLE_VERDICT, verdict);
  insert (db, record);
}

static void
risk (AssayDb *db, gint64 supplier, const char *name, const char *state, const char *review)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_RISK);

  assay_record_set_reference (record, ASSAY_RISK_SUPPLIER, supplier);
  assay_record_set_text (record, ASSAY_RISK_NAME, name);
  assay_record_set_text (record, ASSAY_RISK_STATE, state);
  assay_record_set_date (record, ASSAY_RISK_REVIEW_ON, sample_day (review));
  insert (db, record);
}

static void
start (AssayDb *db)
{
  sao_mai = sample_supplier (db, "Sao Mai", "VN");
  ege = sample_supplier (db, "Ege", "TR");
  gone = sample_supplier (db, "Gone", "CN");
  sample_set_text (db, ASSAY_TYPE_SUPPLIER, gone, ASSAY_SUPPLIER_STATUS, "dropped");
  smeta = scheme (db, "SMETA", 12);
  grs = scheme (db, "GRS", 0);
}

static void
fill (AssayDb *db, gpointer data)
{
  gint64 audit;

  start (db);
  /* Ran out, renewed by one that was seen. */
  document (db, (Document){ "scope_certificate", grs, sao_mai, "TE-1", "verified", NULL,
                            "2025-06-01", NULL });
  document (db, (Document){ "scope_certificate", grs, sao_mai, "TE-2", "seen", NULL, "2026-06-20",
                            NULL });
  /* That it goes on is only claimed. */
  document (db, (Document){ "scope_certificate", grs, sao_mai, "TE-3", "claimed", NULL,
                            "2027-06-20", "2026-06-15" });
  document (db, (Document){ "scope_certificate", grs, ege, "TE-9", "seen", NULL, "2026-06-14",
                            "2026-06-01" });
  document (db, (Document){ "scope_certificate", grs, ege, "TE-8", "refused", NULL, "2026-06-16",
                            "2026-06-16" });
  document (db, (Document){ "scope_certificate", grs, gone, "TE-7", "seen", NULL, "2026-06-16",
                            "2026-06-16" });
  audit = document (db,
                    (Document){ "audit", smeta, sao_mai, NULL, "seen", "2026-01-10", NULL, NULL });
  finding (db, audit, "Exit blocked", "critical", NULL, "2026-06-10", NULL);
  finding (db, audit, "Overtime", "major", NULL, "2026-06-30", NULL);
  finding (db, audit, "Gloves", "minor", NULL, "2026-06-01", "2026-06-01");
  sample (db, "S-1", "2026-06-12", NULL, "pending");
  sample (db, "S-2", "2026-06-12", "2026-06-13", "pending");
  sample (db, "S-3", "2026-06-12", NULL, "rejected");
  risk (db, sao_mai, "Floods", "watched", "2026-06-29");
  risk (db, sao_mai, "Strike", "closed", "2026-06-16");
  risk (db, gone, "Bankruptcy", "open", "2026-06-16");
}

static void
test_agenda (void)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayAgenda) agenda = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) events = NULL;
  g_autofree char *words = NULL;

  sample_change (book, fill, NULL);
  agenda = assay_reminders_ask (assay_book_get_reader (book), sample_day (TODAY), 14, &error);
  g_assert_no_error (error);
  for (AssayReminder reminder = 0; reminder < ASSAY_N_REMINDERS; reminder++)
    {
      g_autoptr (GPtrArray) items = assay_reminders_list (agenda, reminder);

      for (guint i = 0; i < items->len; i++)
        {
          const AssayAgendaItem *item = g_ptr_array_index (items, i);
          g_autofree char *day = assay_date_format_iso (item->day);
          g_autofree char *subtitle = assay_agenda_item_dup_subtitle (item);

          g_string_append_printf (text, "%s: %s %s | %s\n", assay_reminders_title (reminder), day,
                                  item->title, subtitle);
        }
    }
  g_assert_cmpstr (
      text->str, ==,
      "Evidence That Ran Out: 2026-06-14 GRS · TE-9 | Evidence runs out · Ege\n"
      "Overdue Audit Findings: 2026-06-10 Exit blocked · SMETA | Audit finding due · Sao Mai\n"
      "Evidence That Runs Out Soon: 2026-06-20 GRS · TE-2 | Evidence runs out · Sao Mai\n"
      "Evidence to Look Up Again: 2026-06-01 GRS · TE-9 | To be looked up again · Ege\n"
      "Evidence to Look Up Again: 2026-06-15 GRS · TE-3 | To be looked up again · Sao Mai\n"
      "Samples Due: 2026-06-12 S-1 | Sample due · Sao Mai · 2 pieces\n"
      "Risks to Look At Again: 2026-06-29 Floods | Risk to look at again · Sao Mai\n");
  g_assert_cmpint (assay_reminders_count_overdue (agenda), ==, 4);
  words = assay_reminders_dup_words (agenda);
  g_assert_cmpstr (words, ==,
                   "1 piece of evidence ran out\n"
                   "1 audit finding is overdue\n"
                   "1 piece of evidence runs out soon\n"
                   "2 pieces of evidence are to be looked up again\n"
                   "1 sample is due\n"
                   "1 risk is to be looked at again");
  /* The same document runs out and is to be looked up: two entries of a calendar. */
  events = assay_agenda_make_events (agenda);
  for (guint i = 0; i < events->len; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (((AssayCalendarEvent *)g_ptr_array_index (events, i))->uid, !=,
                       ((AssayCalendarEvent *)g_ptr_array_index (events, j))->uid);
  sample_book_free (book);
}

static void
test_nothing (void)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayAgenda) agenda
      = assay_reminders_ask (assay_book_get_reader (book), sample_day (TODAY), 14, &error);

  g_assert_no_error (error);
  g_assert_null (assay_reminders_dup_words (agenda));
  sample_book_free (book);
}

/* Two pieces of evidence without a scheme are the same document only if they have one name. */
static void
fill_named (AssayDb *db, gpointer data)
{
  static const char *const names[] = { "Fire permit", "Fire permit", "Water permit", NULL };
  static const char *const days[] = { "2026-06-10", "2027-06-10", "2026-06-11", "2026-06-12" };

  start (db);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      gint64 id = document (db, (Document){ "other", 0, ege, NULL, "seen", NULL, days[i], NULL });

      if (names[i] != NULL)
        sample_set_text (db, ASSAY_TYPE_EVIDENCE, id, ASSAY_EVIDENCE_NAME, names[i]);
    }
}

static void
test_renewed (void)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayAgenda) agenda = NULL;

  sample_change (book, fill_named, NULL);
  agenda = assay_reminders_ask (assay_book_get_reader (book), sample_day (TODAY), 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (agenda->items->len, ==, 2);
  g_assert_cmpstr (((AssayAgendaItem *)g_ptr_array_index (agenda->items, 0))->title, ==,
                   "Water permit");
  g_assert_cmpstr (((AssayAgendaItem *)g_ptr_array_index (agenda->items, 1))->title, ==, "Ege");
  sample_book_free (book);
}

/* Gates: each row makes a book of its own, with one supplier. */

typedef struct
{
  const char *what;
  Document audits[2];
  const char *assessed_until; /* of an assessment of compliance; NULL: none */
  const char *severity, *closed;
  const char *expired; /* expected; NULL: not expired */
  gboolean critical;   /* expected */
} Gate;

static const Gate gates[] = {
  { .what = "no audit" },
  { .what = "valid", .audits = { { .state = "verified", .until = "2026-06-15" } } },
  { .what = "expired",
    .audits = { { .state = "verified", .until = "2026-06-14" } },
    .expired = "2026-06-14" },
  { .what = "renewed",
    .audits = { { .state = "verified", .until = "2025-06-14" },
                { .state = "seen", .until = "2026-12-01" } } },
  { .what = "renewal only claimed",
    .audits = { { .state = "verified", .until = "2025-06-14" },
                { .state = "claimed", .until = "2026-12-01" } },
    .expired = "2025-06-14" },
  { .what = "claimed, and over by its own word",
    .audits = { { .state = "claimed", .until = "2026-01-01" } },
    .expired = "2026-01-01" },
  { .what = "refused", .audits = { { .state = "refused", .until = "2025-06-14" } } },
  /* SMETA has no end of its own; the scheme of this book grants 12 months. */
  { .what = "by the scheme",
    .audits = { { .state = "seen", .issued = "2025-02-28" } },
    .expired = "2026-02-28" },
  { .what = "by the scheme, valid", .audits = { { .state = "seen", .issued = "2025-06-30" } } },
  { .what = "not there yet",
    .audits = { { .state = "seen", .issued = "2026-07-01", .until = "2026-06-01" } } },
  { .what = "an assessment lasts longer",
    .audits = { { .state = "seen", .until = "2026-01-01" } },
    .assessed_until = "2027-01-01" },
  { .what = "an audit lasts longer",
    .audits = { { .state = "seen", .until = "2027-01-01" } },
    .assessed_until = "2026-01-01" },
  { .what = "both over",
    .audits = { { .state = "seen", .until = "2026-02-01" } },
    .assessed_until = "2026-01-01",
    .expired = "2026-02-01" },
  { .what = "critical",
    .audits = { { .state = "seen", .until = "2027-01-01" } },
    .severity = "critical",
    .critical = TRUE },
  { .what = "zero tolerance",
    .audits = { { .state = "claimed", .until = "2027-01-01" } },
    .severity = "zero_tolerance",
    .critical = TRUE },
  { .what = "closed",
    .audits = { { .state = "seen", .until = "2027-01-01" } },
    .severity = "critical",
    .closed = "2026-06-15" },
  { .what = "closed later",
    .audits = { { .state = "seen", .until = "2027-01-01" } },
    .severity = "critical",
    .closed = "2026-06-16",
    .critical = TRUE },
  { .what = "major",
    .audits = { { .state = "seen", .until = "2027-01-01" } },
    .severity = "major" },
  { .what = "of a refused audit",
    .audits = { { .state = "refused", .until = "2027-01-01" } },
    .severity = "critical" },
};

static void
fill_gate (AssayDb *db, gpointer data)
{
  const Gate *gate = data;

  start (db);
  sample_inspection (db, ege, 0, "2026-06-01", 50, 0, "pass");
  for (guint i = 0; i < G_N_ELEMENTS (gate->audits) && gate->audits[i].state != NULL; i++)
    {
      Document audit = gate->audits[i];
      gint64 id;

      audit.kind = "audit";
      audit.scheme = smeta;
      audit.supplier = ege;
      id = document (db, audit);
      if (gate->severity != NULL)
        finding (db, id, "Exit blocked", gate->severity, "2026-06-01", NULL, gate->closed);
    }
  if (gate->assessed_until != NULL)
    {
      g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_ASSESSMENT);

      assay_record_set_reference (record, ASSAY_ASSESSMENT_SUPPLIER, ege);
      assay_record_set_text (record, ASSAY_ASSESSMENT_AREA, "compliance");
      assay_record_set_date (record, ASSAY_ASSESSMENT_ASSESSED_ON, sample_day ("2025-01-01"));
      assay_record_set_date (record, ASSAY_ASSESSMENT_VALID_UNTIL,
                             sample_day (gate->assessed_until));
      insert (db, record);
    }
}

static void
test_gates (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (gates); i++)
    {
      AssayBook *book = sample_book_new ();
      const AssayMeasuresQuestion question
          = { .from = ASSAY_DATE_UNKNOWN, .to = ASSAY_DATE_UNKNOWN, .today = sample_day (TODAY) };
      g_autoptr (GError) error = NULL;
      g_autoptr (AssayMeasures) measures = NULL;
      const AssaySupplierMeasures *one;

      g_test_message ("%s", gates[i].what);
      sample_change (book, fill_gate, (gpointer)&gates[i]);
      measures = assay_measures_read (assay_book_get_reader (book), &question, &error);
      g_assert_no_error (error);
      one = assay_measures_find (measures, ege);
      g_assert_nonnull (one);
      g_assert_cmpint (one->audit_expired, ==,
                       gates[i].expired != NULL ? sample_day (gates[i].expired)
                                                : ASSAY_DATE_UNKNOWN);
      g_assert_cmpint (one->critical, ==, gates[i].critical);
      sample_book_free (book);
    }
}

static void
test_counts (void)
{
  static const struct
  {
    const char *severity, *due, *closed;
  } rows[] = {
    { "minor", "2026-06-01", NULL },
    { "critical", "2026-06-15", NULL },
    { "zero_tolerance", "2026-06-01", "2026-06-02" },
    { NULL, NULL, NULL },
  };
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *none = NULL, *some = NULL, *closed = NULL;
  AssayFindingCounts counts = assay_audits_count (findings, sample_day (TODAY));

  none = assay_audits_count_words (&counts);
  g_assert_cmpstr (none, ==, "No findings");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AssayRecord *record = assay_record_new (ASSAY_TYPE_AUDIT_FINDING);

      assay_record_set_text (record, ASSAY_AUDIT_FINDING_SEVERITY, rows[i].severity);
      assay_record_set_date (record, ASSAY_AUDIT_FINDING_DUE_ON, sample_day (rows[i].due));
      assay_record_set_date (record, ASSAY_AUDIT_FINDING_CLOSED_ON, sample_day (rows[i].closed));
      g_ptr_array_add (findings, record);
    }
  counts = assay_audits_count (findings, sample_day (TODAY));
  some = assay_audits_count_words (&counts);
  g_assert_cmpstr (some, ==, "3 of 4 findings open, 1 overdue; the worst: Critical");
  g_assert_cmpuint (counts.by_severity[ASSAY_FINDING_UNKNOWN], ==, 1);
  g_ptr_array_remove_range (findings, 0, 2);
  g_ptr_array_set_size (findings, 1);
  counts = assay_audits_count (findings, sample_day (TODAY));
  closed = assay_audits_count_words (&counts);
  g_assert_cmpstr (closed, ==, "1 finding, closed");
}

/* amfori BSCI: A from 86, B from 71, C from 51, D from 30, E below. */
static void
test_ratings (void)
{
  static const struct
  {
    gint64 points;
    const char *rating;
  } rows[] = { { 100, "A" }, { 86, "A" }, { 85, "B" }, { 71, "B" }, { 70, "C" },  { 51, "C" },
               { 50, "D" },  { 30, "D" }, { 29, "E" }, { 0, "E" },  { -1, NULL }, { 101, NULL } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (assay_audits_rating (rows[i].points), ==, rows[i].rating);
  g_assert_true (assay_audits_rating_differs ("amfori BSCI", "A", 80));
  g_assert_false (assay_audits_rating_differs ("amfori BSCI", "b", 80));
  g_assert_false (assay_audits_rating_differs ("SMETA", "A", 80));
  g_assert_false (assay_audits_rating_differs (NULL, "A", 80));
  g_assert_false (assay_audits_rating_differs ("BSCI", NULL, 80));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reminders/agenda", test_agenda);
  g_test_add_func ("/reminders/nothing", test_nothing);
  g_test_add_func ("/reminders/renewed", test_renewed);
  g_test_add_func ("/audits/gates", test_gates);
  g_test_add_func ("/audits/counts", test_counts);
  g_test_add_func ("/audits/ratings", test_ratings);
  return g_test_run ();
}
