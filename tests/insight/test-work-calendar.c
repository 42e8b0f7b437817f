/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which calendar holds for which supplier, and what is said about it. */

#include "insight/closed-days.h"
#include "insight/work-calendar.h"
#include "record/record.h"
#include "sample-book.h"
#include "store/book-settings.h"

typedef struct
{
  gint64 sao_mai; /* Viet Nam, says nothing */
  gint64 yangtze; /* China, Monday to Friday, a stocktaking of its own */
  gint64 nowhere; /* no country */
  gint64 also_vn; /* as Sao Mai */
} Suppliers;

static void
add_blackout (AssayDb *db,
              const char *name,
              const char *kind,
              const char *from,
              const char *to,
              const char *country,
              gint64 supplier)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_BLACKOUT);
  g_autoptr (GError) error = NULL;

  assay_record_set_text (record, ASSAY_BLACKOUT_NAME, name);
  assay_record_set_text (record, ASSAY_BLACKOUT_KIND, kind);
  assay_record_set_date (record, ASSAY_BLACKOUT_FROM_ON, sample_day (from));
  assay_record_set_date (record, ASSAY_BLACKOUT_TO_ON, sample_day (to));
  assay_record_set_text (record, ASSAY_BLACKOUT_COUNTRY, country);
  if (supplier != 0)
    assay_record_set_reference (record, ASSAY_BLACKOUT_SUPPLIER, supplier);
  assay_records_insert (db, record, &error);
  g_assert_no_error (error);
}

static void
fill_suppliers (AssayDb *db, gpointer data)
{
  Suppliers *suppliers = data;

  suppliers->sao_mai = sample_supplier (db, "Sao Mai", "VN");
  suppliers->also_vn = sample_supplier (db, "Also", "VN");
  suppliers->yangtze = sample_supplier (db, "Yangtze", "CN");
  suppliers->nowhere = sample_supplier (db, "Nowhere", NULL);
}

static void
fill (AssayDb *db, gpointer data)
{
  Suppliers *suppliers = data;

  fill_suppliers (db, data);
  sample_set_text (db, ASSAY_TYPE_SUPPLIER, suppliers->yangtze, ASSAY_SUPPLIER_WORKING_WEEK,
                   "mon_fri");
  /* 2026-02-14 is a Saturday, 2026-02-16 a Monday. */
  add_blackout (db, "Tết", "public_holiday", "2026-02-14", "2026-02-22", "VN", 0);
  add_blackout (db, "Chinese New Year", NULL, "2026-02-15", "2026-02-23", "CN", 0);
  add_blackout (db, "Stocktaking", "factory", "2026-02-20", "2026-02-26", "VN", suppliers->yangtze);
  add_blackout (db, "Blank sailings", "freight", "2026-02-20", "2026-03-01", NULL, 0);
  add_blackout (db, "Our fair", "own", "2026-03-03", "2026-03-03", NULL, 0);
  add_blackout (db, "World day", "public_holiday", "2026-03-05", "2026-03-05", NULL, 0);
}

static void
set_week (AssayDb *db, gpointer data)
{
  g_autoptr (GError) error = NULL;

  assay_book_settings_set (db, ASSAY_SETTING_WORKING_WEEK, data, &error);
  g_assert_no_error (error);
}

static AssayWorkCalendars *
load (AssayBook *book)
{
  g_autoptr (GError) error = NULL;
  AssayWorkCalendars *calendars = assay_work_calendars_load (assay_book_get_reader (book), &error);

  g_assert_no_error (error);
  return calendars;
}

static gint64
days (AssayWorkCalendars *calendars, gint64 supplier, const char *from, const char *to)
{
  return assay_work_calendar_days (assay_work_calendars_get (calendars, supplier),
                                   sample_day (from), sample_day (to));
}

/* A book that says nothing has calendar days. */
static void
test_nothing_said (void)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (AssayWorkCalendars) calendars = NULL;
  g_autofree char *words = NULL, *warning = NULL;
  Suppliers suppliers;

  sample_change (book, fill_suppliers, &suppliers);
  calendars = load (book);
  g_assert_true (assay_work_calendars_are_plain (calendars));
  g_assert_cmpint (days (calendars, suppliers.sao_mai, "2026-01-01", "2026-12-31"), ==, 364);
  g_assert_cmpint (days (calendars, 0, "2026-01-01", "2026-12-31"), ==, 364);
  words = assay_work_calendars_describe (calendars, suppliers.sao_mai);
  g_assert_cmpstr (words, ==,
                   "Every day, since no working week is entered. No blackout period is entered.");
  warning
      = assay_work_calendars_dup_warning (calendars, suppliers.sao_mai, sample_day ("2026-02-15"));
  g_assert_null (warning);
  sample_book_free (book);
}

static void
test_who_is_closed (void)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (AssayWorkCalendars) calendars = NULL;
  Suppliers suppliers;

  sample_change (book, fill, &suppliers);
  calendars = load (book);
  g_assert_false (assay_work_calendars_are_plain (calendars));
  /* nine days of Tết; the freight and our fair take nothing away */
  g_assert_cmpint (days (calendars, suppliers.sao_mai, "2026-02-01", "2026-03-04"), ==, 31 - 9);
  /* and one day for all */
  g_assert_cmpint (days (calendars, suppliers.sao_mai, "2026-03-01", "2026-03-08"), ==, 6);
  g_assert_cmpint (days (calendars, suppliers.nowhere, "2026-02-01", "2026-03-08"), ==, 34);
  g_assert_cmpint (days (calendars, 0, "2026-02-01", "2026-03-08"), ==, 34);
  g_assert_cmpint (days (calendars, 12345, "2026-02-01", "2026-03-08"), ==, 34);
  /* Sunday 1 February to Friday 27: 20 weekdays, of which 16 to 26 February (9) are closed */
  g_assert_cmpint (days (calendars, suppliers.yangtze, "2026-02-01", "2026-02-27"), ==, 11);
  g_assert_true (assay_work_calendars_get (calendars, suppliers.sao_mai)
                 == assay_work_calendars_get (calendars, suppliers.also_vn));
  sample_change (book, set_week, (gpointer) "mon_sat");
  g_clear_pointer (&calendars, assay_work_calendars_free);
  calendars = load (book);
  /* Sunday 1 February to Wednesday 4 March: 27 days without Sundays, of which 14 to 21 are seven */
  g_assert_cmpint (days (calendars, suppliers.sao_mai, "2026-02-01", "2026-03-04"), ==, 27 - 7);
  g_assert_cmpint (days (calendars, suppliers.yangtze, "2026-02-01", "2026-02-27"), ==, 11);
  sample_book_free (book);
}

static void
test_words (void)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (AssayWorkCalendars) calendars = NULL;
  g_autofree char *own = NULL, *vn = NULL, *all = NULL;
  Suppliers suppliers;

  sample_change (book, fill, &suppliers);
  sample_change (book, set_week, (gpointer) "mon_sat");
  calendars = load (book);
  own = assay_work_calendars_describe (calendars, suppliers.yangtze);
  g_assert_cmpstr (
      own, ==,
      "Monday to Friday, its own working week. 3 blackout periods are left out, between "
      "15 Feb 2026 and 5 Mar 2026. Its own: 1, of its country: 1, of everybody: 1.");
  vn = assay_work_calendars_describe (calendars, suppliers.sao_mai);
  g_assert_cmpstr (
      vn, ==,
      "Monday to Saturday, the working week from Preferences. 2 blackout periods are "
      "left out, between 14 Feb 2026 and 5 Mar 2026. Its own: 0, of its country: 1, of "
      "everybody: 1.");
  all = assay_work_calendars_define (calendars);
  g_assert_nonnull (strstr (all, "the book’s (Monday to Saturday) where it has none"));
  g_assert_nonnull (strstr (all, "4 blackout periods are left out"));
  sample_book_free (book);
}

static void
test_warnings (void)
{
  static const struct
  {
    gboolean yangtze;
    const char *day, *warning;
  } rows[] = {
    { FALSE, "2026-02-13", NULL },
    { FALSE, "2026-02-14", "14 Feb 2026 is a closed day: Tết (Vietnam), until 22 Feb 2026." },
    { FALSE, "2026-02-22", "22 Feb 2026 is a closed day: Tết (Vietnam), until 22 Feb 2026." },
    { FALSE, "2026-02-23", "No freight moves on 23 Feb 2026: Blank sailings, until 1 Mar 2026." },
    { FALSE, "2026-03-03", "We are closed on 3 Mar 2026: Our fair, until 3 Mar 2026." },
    { FALSE, "2026-03-05", "5 Mar 2026 is a closed day: World day, until 5 Mar 2026." },
    { FALSE, "2026-03-07", NULL },
    { FALSE, "2026-03-08", "8 Mar 2026 is a Sunday; the working week is Monday to Saturday." },
    { TRUE, "2026-02-14", "14 Feb 2026 is a Saturday; the working week is Monday to Friday." },
    /* the longer of two */
    { TRUE, "2026-02-21",
      "21 Feb 2026 is a closed day: Stocktaking (Yangtze), until 26 Feb 2026." },
  };
  AssayBook *book = sample_book_new ();
  g_autoptr (AssayWorkCalendars) calendars = NULL;
  Suppliers suppliers;

  sample_change (book, fill, &suppliers);
  sample_change (book, set_week, (gpointer) "mon_sat");
  calendars = load (book);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *warning = assay_work_calendars_dup_warning (
          calendars, rows[i].yangtze ? suppliers.yangtze : suppliers.sao_mai,
          sample_day (rows[i].day));

      g_assert_cmpstr (warning, ==, rows[i].warning);
    }
  sample_book_free (book);
}

/* What is promised or planned for a closed day is remarked at its field. */
static void
test_remarks (void)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (AssayRecord) line = assay_record_new (ASSAY_TYPE_ORDER_LINE);
  g_autoptr (AssayRecord) order = assay_record_new (ASSAY_TYPE_ORDER);
  g_autoptr (AssayRecord) supplier = assay_record_new (ASSAY_TYPE_SUPPLIER);
  g_autoptr (AssayProblems) remarks = assay_problems_new ();
  AssayDb *db = assay_book_get_reader (book);
  Suppliers suppliers;

  sample_change (book, fill, &suppliers);
  assay_record_set_reference (order, ASSAY_ORDER_SUPPLIER, suppliers.sao_mai);
  assay_record_set_date (order, ASSAY_ORDER_SEND_PLANNED_ON, sample_day ("2026-02-18"));
  assay_record_set_date (order, ASSAY_ORDER_CONFIRM_PLANNED_ON, sample_day ("2026-02-10"));
  assay_closed_days_remark_record (db, order, remarks);
  g_assert_cmpuint (assay_problems_count (remarks), ==, 1);
  g_assert_cmpstr (assay_problems_for_field (remarks, ASSAY_ORDER_SEND_PLANNED_ON), ==,
                   "18 Feb 2026 is a closed day: Tết (Vietnam), until 22 Feb 2026.");
  /* Of nobody, and of no such date, nothing is said. */
  assay_record_set_date (line, ASSAY_ORDER_LINE_READY_PLANNED_ON, sample_day ("2026-02-18"));
  assay_closed_days_remark_record (db, line, remarks);
  assay_closed_days_remark_record (db, supplier, remarks);
  g_assert_cmpuint (assay_problems_count (remarks), ==, 1);
  {
    g_autoptr (AssayWorkCalendars) one
        = assay_work_calendars_load_one (db, suppliers.sao_mai, NULL);

    assay_closed_days_remark (one, suppliers.sao_mai, line, remarks);
    g_assert_cmpuint (assay_problems_count (remarks), ==, 2);
    g_assert_cmpint (days (one, suppliers.sao_mai, "2026-02-01", "2026-03-04"), ==, 31 - 9);
  }
  sample_book_free (book);
}

static void
test_weeks (void)
{
  g_assert_cmphex (assay_work_week_from_string ("mon_fri"), ==, ASSAY_WORK_WEEK_MON_FRI);
  g_assert_cmphex (assay_work_week_from_string ("sat_thu"), ==, ASSAY_WORK_WEEK_SAT_THU);
  g_assert_cmphex (assay_work_week_from_string ("sun_thu"), ==, ASSAY_WORK_WEEK_SUN_THU);
  g_assert_cmphex (assay_work_week_from_string ("never"), ==, ASSAY_WORK_WEEK_EVERY_DAY);
  g_assert_cmphex (assay_work_week_from_string (NULL), ==, ASSAY_WORK_WEEK_EVERY_DAY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight/work-calendar/nothing-said", test_nothing_said);
  g_test_add_func ("/insight/work-calendar/who-is-closed", test_who_is_closed);
  g_test_add_func ("/insight/work-calendar/words", test_words);
  g_test_add_func ("/insight/work-calendar/warnings", test_warnings);
  g_test_add_func ("/insight/work-calendar/remarks", test_remarks);
  g_test_add_func ("/insight/work-calendar/weeks", test_weeks);
  return g_test_run ();
}
