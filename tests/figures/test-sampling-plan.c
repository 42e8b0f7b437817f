/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * test-sampling-plan.c: every plan of MIL-STD-105E's tables, as transcribed by others,
 * and the verdicts.
 */
#include "figures/class-plans.h"
#include "reference.h"

#include <string.h>

static const char *const severity_names[] = { "normal", "tightened", "reduced" };

static void
test_code_letters (void)
{
  g_autoptr (Reference) table = reference_load ("aql/code_letters.csv");

  if (table == NULL)
    return;
  g_assert_cmpuint (table->rows->len, ==, 15);
  for (guint row = 0; row < table->rows->len; row++)
    for (int level = 0; level < ASSAY_N_INSPECTION_LEVELS; level++)
      {
        const char *letter = reference_text (table, row, assay_inspection_level_to_string (level));
        const char *last = reference_text (table, row, "lot_max");
        gint64 min = (gint64)reference_number (table, row, "lot_min");
        gint64 max = *last != '\0' ? g_ascii_strtoll (last, NULL, 10) : G_MAXINT64;

        g_assert_cmpint (assay_code_letter (min, level), ==, letter[0]);
        g_assert_cmpint (assay_code_letter (max, level), ==, letter[0]);
        g_assert_cmpint (assay_code_letter (min + (max - min) / 2, level), ==, letter[0]);
      }
  g_assert_cmpint (assay_code_letter (1, ASSAY_INSPECTION_LEVEL_II), ==, 0);
  g_assert_cmpint (assay_code_letter (G_MININT64, ASSAY_INSPECTION_LEVEL_II), ==, 0);
}

static gint
aql_of (const Reference *table, guint row)
{
  const char *text = reference_text (table, row, "aql");
  gint aql = -7;

  g_assert_true (assay_aql_parse (text, &aql));
  g_assert_cmpstr (assay_aql_to_string (aql), ==, text);
  return aql;
}

static void
test_single_table (gconstpointer data)
{
  AssaySeverity severity = GPOINTER_TO_INT (data);
  static const char *const cells[] = { "plan", "up", "down" };
  g_autofree char *path = g_strdup_printf ("aql/single_%s.csv", severity_names[severity]);
  g_autoptr (Reference) table = reference_load (path);

  if (table == NULL)
    return;
  g_assert_cmpuint (table->rows->len, ==, 416);
  for (guint row = 0; row < table->rows->len; row++)
    {
      AssaySamplingPlan plan;
      char letter = reference_text (table, row, "code_letter")[0];

      g_assert_true (
          assay_sampling_plan_for_letter (letter, severity, aql_of (table, row), &plan, NULL));
      g_assert_cmpint (plan.code_letter, ==, letter);
      g_assert_cmpstr (cells[plan.table_cell], ==, reference_text (table, row, "table_cell"));
      g_assert_cmpint (plan.final_letter, ==, reference_text (table, row, "final_code_letter")[0]);
      g_assert_cmpint (plan.n, ==, (gint64)reference_number (table, row, "n"));
      g_assert_cmpint (plan.ac, ==, (gint64)reference_number (table, row, "ac"));
      g_assert_cmpint (plan.re, ==, (gint64)reference_number (table, row, "re"));
    }
}

static void
check_double_row (const Reference *table, guint row, const AssayDoublePlan *plan)
{
  g_assert_cmpint (plan->single.n, ==, (gint64)reference_number (table, row, "single_n"));
  g_assert_cmpint (plan->single.ac, ==, (gint64)reference_number (table, row, "single_ac"));
  g_assert_cmpint (plan->single.re, ==, (gint64)reference_number (table, row, "single_re"));
  g_assert_cmpint (plan->final_letter, ==, reference_text (table, row, "final_code_letter")[0]);
  g_assert_cmpstr (plan->use_single ? "single" : "double", ==, reference_text (table, row, "use"));
  if (plan->use_single)
    return;
  g_assert_cmpint (plan->n1, ==, (gint64)reference_number (table, row, "n1"));
  g_assert_cmpint (plan->n2, ==, (gint64)reference_number (table, row, "n2"));
  g_assert_cmpint (plan->ac1, ==, (gint64)reference_number (table, row, "ac1"));
  g_assert_cmpint (plan->re1, ==, (gint64)reference_number (table, row, "re1"));
  g_assert_cmpint (plan->ac2, ==, (gint64)reference_number (table, row, "ac2"));
  g_assert_cmpint (plan->re2, ==, (gint64)reference_number (table, row, "re2"));
}

static void
test_double_table (gconstpointer data)
{
  AssaySeverity severity = GPOINTER_TO_INT (data);
  g_autofree char *path = g_strdup_printf ("aql/double_%s.csv", severity_names[severity]);
  g_autoptr (Reference) table = reference_load (path);

  if (table == NULL)
    return;
  g_assert_cmpuint (table->rows->len, ==, 416);
  for (guint row = 0; row < table->rows->len; row++)
    {
      AssayDoublePlan plan;
      char letter = reference_text (table, row, "code_letter")[0];

      g_assert_true (
          assay_double_plan_for_letter (letter, severity, aql_of (table, row), &plan, NULL));
      g_assert_cmpint (plan.code_letter, ==, letter);
      check_double_row (table, row, &plan);
    }
}

static void
check_lot (gint64 lot, AssaySeverity severity, gint aql, gint64 n, gint ac, gint re)
{
  AssaySamplingPlan plan;

  g_assert_true (
      assay_sampling_plan_single (lot, ASSAY_INSPECTION_LEVEL_II, severity, aql, &plan, NULL));
  g_assert_cmpint (plan.n, ==, MIN (n, lot));
  g_assert_cmpint (plan.table_n, ==, n);
  g_assert_cmpint (plan.ac, ==, ac);
  g_assert_cmpint (plan.re, ==, re);
  g_assert_cmpint (plan.inspect_all, ==, n >= lot);
}

static void
test_golden (void)
{
  static const struct
  {
    gint64 first, last;
    gint n25, ac25, n40, ac40;
  } rows[] = {
    { 2, 8, 5, 0, 3, 0 },
    { 9, 15, 5, 0, 3, 0 },
    { 16, 25, 5, 0, 3, 0 },
    { 26, 50, 5, 0, 13, 1 },
    { 51, 90, 20, 1, 13, 1 },
    { 91, 150, 20, 1, 20, 2 },
    { 151, 280, 32, 2, 32, 3 },
    { 281, 500, 50, 3, 50, 5 },
    { 501, 1200, 80, 5, 80, 7 },
    { 1201, 3200, 125, 7, 125, 10 },
    { 3201, 10000, 200, 10, 200, 14 },
    { 10001, 35000, 315, 14, 315, 21 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (gint end = 0; end < 2; end++)
      {
        gint64 lot = end == 0 ? rows[i].first : rows[i].last;

        check_lot (lot, ASSAY_SEVERITY_NORMAL, 2500, rows[i].n25, rows[i].ac25, rows[i].ac25 + 1);
        check_lot (lot, ASSAY_SEVERITY_NORMAL, 4000, rows[i].n40, rows[i].ac40, rows[i].ac40 + 1);
      }
  check_lot (1000, ASSAY_SEVERITY_TIGHTENED, 2500, 80, 3, 4);
  check_lot (1000, ASSAY_SEVERITY_REDUCED, 2500, 32, 2, 5);
}

static void
test_small_lots (void)
{
  AssaySamplingPlan plan;
  AssayDoublePlan twofold;

  g_assert_true (assay_sampling_plan_single (1, ASSAY_INSPECTION_LEVEL_II, ASSAY_SEVERITY_NORMAL,
                                             2500, &plan, NULL));
  g_assert_true (plan.inspect_all);
  g_assert_cmpint (plan.n, ==, 1);
  g_assert_cmpint (plan.ac, ==, 0);
  g_assert_cmpint (plan.re, ==, 1);
  g_assert_cmpint (plan.code_letter, ==, 0);

  g_assert_true (assay_sampling_plan_single (5, ASSAY_INSPECTION_LEVEL_II, ASSAY_SEVERITY_NORMAL,
                                             2500, &plan, NULL));
  g_assert_true (plan.inspect_all);
  g_assert_cmpint (plan.n, ==, 5);

  /* Letter B leads to C at AQL 10: two samples of 3 fit into 6 units, not into 5. */
  g_assert_true (assay_sampling_plan_double (6, ASSAY_INSPECTION_LEVEL_III, ASSAY_SEVERITY_NORMAL,
                                             10000, &twofold, NULL));
  g_assert_false (twofold.use_single);
  g_assert_cmpint (twofold.n1, ==, 3);
  g_assert_cmpint (twofold.n2, ==, 3);
  g_assert_true (assay_sampling_plan_double (5, ASSAY_INSPECTION_LEVEL_III, ASSAY_SEVERITY_NORMAL,
                                             10000, &twofold, NULL));
  g_assert_true (twofold.use_single);
  g_assert_cmpint (twofold.n1, ==, 0);
  g_assert_cmpint (twofold.single.n, ==, 5);
  g_assert_true (twofold.single.inspect_all);

  g_assert_true (assay_sampling_plan_double (1000, ASSAY_INSPECTION_LEVEL_II, ASSAY_SEVERITY_NORMAL,
                                             2500, &twofold, NULL));
  g_assert_false (twofold.use_single);
  g_assert_cmpint (twofold.n1, ==, 50);
  g_assert_true (assay_sampling_plan_double (2, ASSAY_INSPECTION_LEVEL_II, ASSAY_SEVERITY_NORMAL,
                                             10000, &twofold, NULL));
  g_assert_true (twofold.use_single);
  g_assert_cmpint (twofold.single.n, ==, 2);
  g_assert_cmpint (twofold.n1, ==, 0);
  g_assert_true (assay_sampling_plan_double (1, ASSAY_INSPECTION_LEVEL_II, ASSAY_SEVERITY_NORMAL,
                                             10000, &twofold, NULL));
  g_assert_true (twofold.use_single);
}

static void
check_classes (gint64 lot, const gint *aqls, gboolean largest, const gint expected[3][3])
{
  AssaySamplingPlan plans[ASSAY_N_DEFECT_CLASSES];

  g_assert_true (assay_sampling_plan_classes (lot, ASSAY_INSPECTION_LEVEL_II, ASSAY_SEVERITY_NORMAL,
                                              aqls, largest, plans, NULL));
  for (gint i = 0; i < ASSAY_N_DEFECT_CLASSES; i++)
    {
      g_assert_cmpint (plans[i].n, ==, expected[i][0]);
      g_assert_cmpint (plans[i].ac, ==, expected[i][1]);
      g_assert_cmpint (plans[i].re, ==, expected[i][2]);
    }
}

/* Expectations read by hand from Table II-A. */
static void
test_classes (void)
{
  const gint usual[] = { ASSAY_AQL_ZERO, 2500, 4000 };
  const gint major_only[] = { ASSAY_AQL_NONE, 2500, ASSAY_AQL_NONE };
  const gint critical_only[] = { ASSAY_AQL_ZERO, ASSAY_AQL_NONE, ASSAY_AQL_NONE };
  const gint nothing[] = { ASSAY_AQL_NONE, ASSAY_AQL_NONE, ASSAY_AQL_NONE };
  const gint strict[] = { 650, 2500, 4000 };

  /* Letter E: major goes down to F, minor has its plan at E; at F minor is 2/3. */
  check_classes (60, usual, FALSE, (const gint[3][3]){ { 20, 0, 1 }, { 20, 1, 2 }, { 13, 1, 2 } });
  check_classes (60, usual, TRUE, (const gint[3][3]){ { 20, 0, 1 }, { 20, 1, 2 }, { 20, 2, 3 } });
  /* Letter D: minor goes down to E, where major has an arrow down to F. */
  check_classes (40, usual, FALSE, (const gint[3][3]){ { 13, 0, 1 }, { 5, 0, 1 }, { 13, 1, 2 } });
  check_classes (40, usual, TRUE, (const gint[3][3]){ { 20, 0, 1 }, { 20, 1, 2 }, { 20, 2, 3 } });
  /* Letter B: major goes down to C, where minor has an arrow up to its 0/1. */
  check_classes (10, usual, TRUE, (const gint[3][3]){ { 5, 0, 1 }, { 5, 0, 1 }, { 5, 0, 1 } });
  /* Fewer units than the sample: all of them, the numbers stay. */
  check_classes (4, usual, TRUE, (const gint[3][3]){ { 4, 0, 1 }, { 4, 0, 1 }, { 4, 0, 1 } });
  check_classes (1, usual, TRUE, (const gint[3][3]){ { 1, 0, 1 }, { 1, 0, 1 }, { 1, 0, 1 } });
  check_classes (1000, usual, TRUE, (const gint[3][3]){ { 80, 0, 1 }, { 80, 5, 6 }, { 80, 7, 8 } });
  /* Letter J at 0.65 has an arrow down to K. */
  check_classes (1000, strict, FALSE,
                 (const gint[3][3]){ { 80, 1, 2 }, { 80, 5, 6 }, { 80, 7, 8 } });
  check_classes (1000, major_only, TRUE,
                 (const gint[3][3]){ { 0, 0, 0 }, { 80, 5, 6 }, { 0, 0, 0 } });
  check_classes (1000, critical_only, TRUE,
                 (const gint[3][3]){ { 80, 0, 1 }, { 0, 0, 0 }, { 0, 0, 0 } });
  check_classes (1000, nothing, TRUE, (const gint[3][3]){ { 0, 0, 0 }, { 0, 0, 0 }, { 0, 0, 0 } });
}

/* All lots, levels and pairs of AQLs: one sample for all, never below any class's own. */
static void
test_classes_everywhere (void)
{
  static const gint64 lots[]
      = { 2, 9, 16, 26, 51, 91, 151, 281, 501, 1201, 3201, 10001, 35001, 150001, 500001 };
  const gint *list = assay_aql_list ();

  for (guint severity = 0; severity < 3; severity++)
    for (gsize lot = 0; lot < G_N_ELEMENTS (lots); lot++)
      for (gint i = 0; i < ASSAY_N_AQLS; i++)
        for (gint j = i; j < ASSAY_N_AQLS; j++)
          {
            const gint aqls[] = { ASSAY_AQL_ZERO, list[i], list[j] };
            AssaySamplingPlan own[ASSAY_N_DEFECT_CLASSES];
            AssaySamplingPlan all[ASSAY_N_DEFECT_CLASSES];

            g_assert_true (assay_sampling_plan_classes (lots[lot], ASSAY_INSPECTION_LEVEL_III,
                                                        severity, aqls, FALSE, own, NULL));
            g_assert_true (assay_sampling_plan_classes (lots[lot], ASSAY_INSPECTION_LEVEL_III,
                                                        severity, aqls, TRUE, all, NULL));
            for (gint k = 0; k < ASSAY_N_DEFECT_CLASSES; k++)
              {
                g_assert_cmpint (all[k].table_n, ==, all[0].table_n);
                g_assert_cmpint (all[k].table_n, >=, own[k].table_n);
                g_assert_cmpint (all[k].n, ==, MIN (all[k].table_n, lots[lot]));
                g_assert_cmpint (all[k].ac, <, all[k].re);
                g_assert_cmpint (all[k].ac, >=, 0);
              }
            g_assert_cmpint (own[0].table_n, ==, MAX (own[1].table_n, own[2].table_n));
            g_assert_cmpint (all[0].ac, ==, 0);
            g_assert_cmpint (all[0].re, ==, 1);
          }
}

static void
test_verdicts (void)
{
  AssaySamplingPlan plan;
  AssayDoublePlan twofold;

  g_assert_true (assay_sampling_plan_for_letter ('J', ASSAY_SEVERITY_REDUCED, 2500, &plan, NULL));
  g_assert_cmpint (assay_sampling_plan_judge (&plan, 0), ==, ASSAY_VERDICT_ACCEPT);
  g_assert_cmpint (assay_sampling_plan_judge (&plan, 2), ==, ASSAY_VERDICT_ACCEPT);
  g_assert_cmpint (assay_sampling_plan_judge (&plan, 3), ==, ASSAY_VERDICT_ACCEPT_SWITCH);
  g_assert_cmpint (assay_sampling_plan_judge (&plan, 4), ==, ASSAY_VERDICT_ACCEPT_SWITCH);
  g_assert_cmpint (assay_sampling_plan_judge (&plan, 5), ==, ASSAY_VERDICT_REJECT);
  g_assert_cmpint (assay_sampling_plan_judge (&plan, G_MAXINT64), ==, ASSAY_VERDICT_REJECT);

  assay_sampling_plan_zero (80, &plan);
  g_assert_cmpint (assay_sampling_plan_judge (&plan, 0), ==, ASSAY_VERDICT_ACCEPT);
  g_assert_cmpint (assay_sampling_plan_judge (&plan, 1), ==, ASSAY_VERDICT_REJECT);
  assay_sampling_plan_zero (-3, &plan);
  g_assert_cmpint (assay_sampling_plan_judge (&plan, 9), ==, ASSAY_VERDICT_ACCEPT);

  g_assert_true (assay_double_plan_for_letter ('L', ASSAY_SEVERITY_NORMAL, 1500, &twofold, NULL));
  g_assert_cmpint (assay_double_plan_judge_first (&twofold, 3), ==, ASSAY_VERDICT_ACCEPT);
  g_assert_cmpint (assay_double_plan_judge_first (&twofold, 4), ==, ASSAY_VERDICT_SECOND_SAMPLE);
  g_assert_cmpint (assay_double_plan_judge_first (&twofold, 6), ==, ASSAY_VERDICT_SECOND_SAMPLE);
  g_assert_cmpint (assay_double_plan_judge_first (&twofold, 7), ==, ASSAY_VERDICT_REJECT);
  g_assert_cmpint (assay_double_plan_judge_second (&twofold, 8), ==, ASSAY_VERDICT_ACCEPT);
  g_assert_cmpint (assay_double_plan_judge_second (&twofold, 9), ==, ASSAY_VERDICT_REJECT);

  g_assert_true (assay_double_plan_for_letter ('L', ASSAY_SEVERITY_REDUCED, 1500, &twofold, NULL));
  g_assert_cmpint (assay_double_plan_judge_second (&twofold, twofold.ac2 + 1), ==,
                   ASSAY_VERDICT_ACCEPT_SWITCH);
}

static void
refuse (gint64 lot, int level, int severity, gint aql, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) error_double = NULL;
  AssaySamplingPlan plan;
  AssayDoublePlan twofold;

  g_assert_false (assay_sampling_plan_single (lot, level, severity, aql, &plan, &error));
  g_assert_error (error, ASSAY_FIGURES_ERROR, code);
  g_assert_cmpint (plan.n, ==, 0);
  g_assert_false (assay_sampling_plan_double (lot, level, severity, aql, &twofold, &error_double));
  g_assert_error (error_double, ASSAY_FIGURES_ERROR, code);
}

static void
test_refusals (void)
{
  g_autoptr (GError) error = NULL;
  AssaySamplingPlan plan;

  refuse (0, ASSAY_INSPECTION_LEVEL_II, ASSAY_SEVERITY_NORMAL, 2500, ASSAY_FIGURES_ERROR_INVALID);
  refuse (G_MININT64, ASSAY_INSPECTION_LEVEL_II, ASSAY_SEVERITY_NORMAL, 2500,
          ASSAY_FIGURES_ERROR_INVALID);
  refuse (1000, 7, ASSAY_SEVERITY_NORMAL, 2500, ASSAY_FIGURES_ERROR_INVALID);
  refuse (1000, -1, ASSAY_SEVERITY_NORMAL, 2500, ASSAY_FIGURES_ERROR_INVALID);
  refuse (1000, ASSAY_INSPECTION_LEVEL_II, 3, 2500, ASSAY_FIGURES_ERROR_INVALID);
  refuse (1000, ASSAY_INSPECTION_LEVEL_II, ASSAY_SEVERITY_NORMAL, 2000,
          ASSAY_FIGURES_ERROR_NO_PLAN);
  refuse (1, ASSAY_INSPECTION_LEVEL_II, ASSAY_SEVERITY_NORMAL, 2000, ASSAY_FIGURES_ERROR_NO_PLAN);
  g_assert_false (assay_sampling_plan_for_letter ('I', ASSAY_SEVERITY_NORMAL, 2500, &plan, &error));
  g_assert_error (error, ASSAY_FIGURES_ERROR, ASSAY_FIGURES_ERROR_NO_PLAN);
  g_assert_false (assay_sampling_plan_for_letter ('S', ASSAY_SEVERITY_NORMAL, 25, &plan, NULL));
  g_assert_true (assay_sampling_plan_for_letter ('S', ASSAY_SEVERITY_TIGHTENED, 25, &plan, NULL));
  g_assert_cmpint (plan.n, ==, 3150);
}

static void
test_words (void)
{
  static const char *const bad[] = { "",
                                     ".",
                                     "2",
                                     "2.51",
                                     "2,5",
                                     "-1",
                                     "1e3",
                                     "2.5.0",
                                     "+",
                                     "0.0100001",
                                     "99999999999999999999",
                                     "1000.1" };
  const gint *list = assay_aql_list ();
  AssaySeverity severity;
  AssayInspectionLevel level;
  AssaySampling sampling;
  gint aql = 1;

  for (gint i = 0; i < ASSAY_N_AQLS; i++)
    {
      g_assert_true (assay_aql_parse (assay_aql_to_string (list[i]), &aql));
      g_assert_cmpint (aql, ==, list[i]);
    }
  g_assert_true (assay_aql_parse ("2.5000", &aql) && aql == 2500);
  g_assert_true (assay_aql_parse (".65", &aql) && aql == 650);
  g_assert_true (assay_aql_parse ("4", &aql) && aql == 4000);
  g_assert_true (assay_aql_parse ("0", &aql) && aql == ASSAY_AQL_ZERO);
  g_assert_true (assay_aql_parse ("1000", &aql) && aql == 1000000);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (assay_aql_parse (bad[i], &aql));
  g_assert_false (assay_aql_parse (NULL, &aql));
  g_assert_cmpint (aql, ==, 1000000);
  g_assert_null (assay_aql_to_string (ASSAY_AQL_NONE));

  for (int i = 0; i < 3; i++)
    {
      g_assert_true (assay_severity_from_string (severity_names[i], &severity));
      g_assert_cmpint (severity, ==, i);
      g_assert_cmpstr (assay_severity_to_string (i), ==, severity_names[i]);
    }
  g_assert_false (assay_severity_from_string (NULL, &severity));
  g_assert_null (assay_severity_to_string (3));
  for (int i = 0; i < ASSAY_N_INSPECTION_LEVELS; i++)
    {
      g_assert_true (
          assay_inspection_level_from_string (assay_inspection_level_to_string (i), &level));
      g_assert_cmpint (level, ==, i);
    }
  g_assert_true (assay_inspection_level_from_string ("s3", &level));
  g_assert_cmpint (level, ==, ASSAY_INSPECTION_LEVEL_S3);
  g_assert_false (assay_inspection_level_from_string ("S5", &level));
  g_assert_false (assay_inspection_level_from_string ("IV", &level));
  g_assert_true (assay_sampling_from_string ("double", &sampling));
  g_assert_cmpint (sampling, ==, ASSAY_SAMPLING_DOUBLE);
  g_assert_cmpstr (assay_sampling_to_string (ASSAY_SAMPLING_SINGLE), ==, "single");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/sampling/code-letters", test_code_letters);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *single = g_strdup_printf ("/figures/sampling/single/%s", severity_names[i]);
      g_autofree char *twofold = g_strdup_printf ("/figures/sampling/double/%s", severity_names[i]);

      g_test_add_data_func (single, GINT_TO_POINTER (i), test_single_table);
      g_test_add_data_func (twofold, GINT_TO_POINTER (i), test_double_table);
    }
  g_test_add_func ("/figures/sampling/golden", test_golden);
  g_test_add_func ("/figures/sampling/small-lots", test_small_lots);
  g_test_add_func ("/figures/sampling/classes", test_classes);
  g_test_add_func ("/figures/sampling/classes-everywhere", test_classes_everywhere);
  g_test_add_func ("/figures/sampling/verdicts", test_verdicts);
  g_test_add_func ("/figures/sampling/refusals", test_refusals);
  g_test_add_func ("/figures/sampling/words", test_words);
  return g_test_run ();
}
