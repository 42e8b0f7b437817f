/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of the performance page: periods, the table of figures and its export. */

#include "sample-book.h"

#include <math.h>

#include "ui/performance/figures-table.h"
#include "ui/performance/period-chooser.h"

static void
check_range (AssayPeriodChooser *chooser, const char *from, const char *to)
{
  gint32 first, last;
  g_autofree char *first_text = NULL;
  g_autofree char *last_text = NULL;

  assay_period_chooser_get_range (chooser, &first, &last);
  first_text = first == ASSAY_DATE_UNKNOWN ? NULL : assay_date_format_iso (first);
  last_text = last == ASSAY_DATE_UNKNOWN ? NULL : assay_date_format_iso (last);
  g_assert_cmpstr (first_text, ==, from);
  g_assert_cmpstr (last_text, ==, to);
}

static void
test_period (void)
{
  gint32 today, from, to;
  AssayPeriodChooser *chooser;

  g_assert_true (assay_date_from_ymd (2024, 2, 29, &today));
  g_assert_true (assay_date_from_ymd (2023, 6, 1, &from));
  g_assert_true (assay_date_from_ymd (2023, 6, 30, &to));
  chooser = ASSAY_PERIOD_CHOOSER (g_object_ref_sink (assay_period_chooser_new (today)));
  check_range (chooser, NULL, NULL);
  assay_period_chooser_set_period (chooser, ASSAY_PERIOD_LAST_YEAR);
  check_range (chooser, "2023-03-01", "2024-02-29");
  assay_period_chooser_set_period (chooser, ASSAY_PERIOD_THIS_YEAR);
  check_range (chooser, "2024-01-01", "2024-12-31");
  assay_period_chooser_set_range (chooser, from, to);
  check_range (chooser, "2023-06-01", "2023-06-30");
  assay_period_chooser_set_range (chooser, ASSAY_DATE_UNKNOWN, to);
  check_range (chooser, NULL, "2023-06-30");
  g_assert_finalize_object (chooser);
}

/* What cannot be computed is empty; a name that a spreadsheet would run is harmless. */
static void
test_export (void)
{
  static const AssayFigureColumn columns[] = {
    { "Lines", NULL, "n", ASSAY_FIGURE_COUNT },
    { "On time", NULL, "on_time", ASSAY_FIGURE_SHARE },
    { NULL },
  };
  SampleBook *sample = sample_book_new (FALSE);
  AssayFiguresTable *table
      = g_object_ref_sink (assay_figures_table_new (sample->context, "Figures", columns));
  g_autofree char *csv = NULL;

  assay_figures_table_add (table, 1, "=cmd|'/c calc'", (double[]){ 3, 0.5 });
  assay_figures_table_add (table, 2, "Say \"hello\"", (double[]){ 0, NAN });
  g_assert_cmpuint (assay_figures_table_get_n_rows (table), ==, 2);
  csv = assay_figures_table_to_csv (table);
  g_assert_cmpstr (csv, ==,
                   "supplier,n,on_time\r\n"
                   "\"'=cmd|'/c calc'\",3,0.5\r\n"
                   "\"Say \"\"hello\"\"\",0,\r\n");
  g_assert_finalize_object (table);
  sample_book_free (sample);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/performance/period", test_period);
  g_test_add_func ("/performance/export", test_export);
  return g_test_run ();
}
