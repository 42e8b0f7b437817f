/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * test-control-chart.c: limits against R's qcc, the NIST handbook and a SAS example;
 * the rules against series made for each.
 */
#include "figures/control-chart.h"
#include "reference.h"

#include <math.h>
#include <string.h>

static AssayControlChart *
make (AssayControlKind kind, const double *values, const double *sizes, gsize n)
{
  g_autoptr (GError) error = NULL;
  AssayControlChart *chart
      = assay_control_chart_new (kind, values, sizes, n, 0, ASSAY_SIGNALS_ALL, &error);

  g_assert_no_error (error);
  return chart;
}

static void
test_xmr_vector (void)
{
  const double values[] = { 45, 52, 48, 61, 50, 47, 55, 49, 70, 51 };
  g_autoptr (AssayControlChart) chart = make (ASSAY_CONTROL_XMR, values, NULL, 10);

  assert_close (chart->centre, 52.8, 1e-15);
  g_assert_cmpfloat_with_epsilon (chart->mean_range, 10.22222, 5.01e-6);
  g_assert_cmpfloat_with_epsilon (chart->points[0].lcl, 25.60889, 5.01e-6);
  g_assert_cmpfloat_with_epsilon (chart->points[9].ucl, 79.99111, 5.01e-6);
  g_assert_cmpfloat_with_epsilon (chart->range_limit, 33.40622, 5.01e-6);
  g_assert_true (isnan (chart->points[0].moving_range));
  g_assert_cmpfloat (chart->points[8].moving_range, ==, 21.0);
  g_assert_false (chart->provisional);
  for (gsize i = 0; i < chart->n; i++)
    g_assert_cmpuint (chart->points[i].signals, ==, 0);
}

static void
test_laney_vector (void)
{
  const double x[] = { 12, 15, 8, 20, 11, 9, 25, 14, 10, 16 };
  const double n[] = { 500, 600, 450, 700, 520, 480, 650, 560, 500, 610 };
  g_autoptr (AssayControlChart) chart = make (ASSAY_CONTROL_P_PRIME, x, n, 10);
  g_autoptr (AssayControlChart) plain = make (ASSAY_CONTROL_P, x, n, 10);

  g_assert_cmpfloat_with_epsilon (chart->centre, 0.02513465, 5.01e-9);
  g_assert_cmpfloat_with_epsilon (chart->overdispersion, 1.087844, 5.01e-7);
  g_assert_cmpfloat_with_epsilon (chart->points[0].ucl, 0.04798073, 5.01e-9);
  g_assert_cmpfloat_with_epsilon (plain->points[0].ucl, 0.04613589, 5.01e-9);
}

/* The numbers of the points beyond the limits, counted from 1, as the reference lists them. */
static char *
beyond (const AssayControlChart *chart)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (gsize i = 0; i < chart->n; i++)
    if ((chart->points[i].signals & ASSAY_SIGNAL_BEYOND) != 0)
      g_string_append_printf (list, "%s%" G_GSIZE_FORMAT, list->len > 0 ? " " : "", i + 1);
  return g_strdup (list->str);
}

/* @unit: the size of which the reference states the standard deviation. */
static void
check_reference (guint row,
                 AssayControlKind kind,
                 const double *values,
                 const double *sizes,
                 gsize n,
                 gboolean per_unit)
{
  g_autoptr (Reference) expected = reference_load ("spc/expected_limits.csv");
  g_autoptr (AssayControlChart) chart = make (kind, values, sizes, n);
  g_autofree char *list = beyond (chart);

  g_assert_cmpuint (n, ==, (gsize)reference_number (expected, row, "n_points"));
  assert_close (chart->centre, reference_number (expected, row, "center"), 1e-9);
  for (gsize i = 0; i < n; i++)
    {
      const AssayControlPoint *point = &chart->points[i];
      double sd = reference_number (expected, row, "std_dev");
      double sigma = per_unit ? sd / sqrt (sizes[i]) : sd;

      assert_close (point->sigma, sigma, 1e-9);
      assert_close (point->ucl, chart->centre + 3.0 * sigma, 1e-9);
      assert_close (point->lcl, MAX (chart->centre - 3.0 * sigma, 0.0), 1e-9);
      if (isnan (reference_number (expected, row, "lcl")))
        continue;
      assert_close (point->lcl, reference_number (expected, row, "lcl"), 1e-9);
      assert_close (point->ucl, reference_number (expected, row, "ucl"), 1e-9);
    }
  g_assert_cmpstr (list, ==, reference_text (expected, row, "beyond_limits"));
  for (gsize i = 0; i < n; i++)
    g_assert_cmpuint (chart->points[i].signals & ASSAY_SIGNAL_SIDE, ==, 0);
}

static gsize
load (const char *path, const char *count, const char *size, GArray *x, GArray *n)
{
  g_autoptr (Reference) data = reference_load (path);

  if (data == NULL)
    return 0;
  for (guint row = 0; row < data->rows->len; row++)
    {
      double value = reference_number (data, row, count);
      double of = size != NULL ? reference_number (data, row, size) : 1.0;

      if (strcmp (count, "D") == 0 && strcmp (reference_text (data, row, "trial"), "TRUE") != 0)
        continue;
      g_array_append_val (x, value);
      g_array_append_val (n, of);
    }
  return x->len;
}

static void
test_orangejuice (void)
{
  g_autoptr (GArray) x = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) n = g_array_new (FALSE, FALSE, sizeof (double));

  if (load ("spc/qcc_orangejuice.csv", "D", "size", x, n) == 0)
    return;
  check_reference (0, ASSAY_CONTROL_P, (double *)x->data, (double *)n->data, x->len, TRUE);
  check_reference (2, ASSAY_CONTROL_NP, (double *)x->data, (double *)n->data, x->len, FALSE);
  g_array_remove_index (x, 22);
  g_array_remove_index (x, 14);
  check_reference (1, ASSAY_CONTROL_P, (double *)x->data, (double *)n->data, x->len, TRUE);
}

static void
test_nist (void)
{
  g_autoptr (GArray) x = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) n = g_array_new (FALSE, FALSE, sizeof (double));

  if (load ("spc/nist_pmc331_cchart.csv", "defects", NULL, x, n) == 0)
    return;
  check_reference (3, ASSAY_CONTROL_C, (double *)x->data, NULL, x->len, FALSE);
  g_array_set_size (x, 0);
  g_array_set_size (n, 0);
  load ("spc/nist_pmc332_pchart.csv", "nonconforming", "n", x, n);
  check_reference (4, ASSAY_CONTROL_P, (double *)x->data, (double *)n->data, x->len, TRUE);
}

static void
test_sas (void)
{
  g_autoptr (GArray) x = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) n = g_array_new (FALSE, FALSE, sizeof (double));

  if (load ("spc/sas_shwuex3_fabrics2_uchart.csv", "defects", "square_meters", x, n) == 0)
    return;
  check_reference (5, ASSAY_CONTROL_U, (double *)x->data, (double *)n->data, x->len, TRUE);
}

/* Sixteen points with centre 0 and sigma near 1 (XmR: 2.66 × 1.128 / 3), then @tail. */
static guint
signals_after_baseline (const double *tail, gsize n_tail, gsize which)
{
  double values[64];
  g_autoptr (AssayControlChart) chart = NULL;

  for (gsize i = 0; i < 16; i++)
    values[i] = i % 2 == 0 ? -0.564 : 0.564;
  memcpy (values + 16, tail, n_tail * sizeof (double));
  chart = assay_control_chart_new (ASSAY_CONTROL_XMR, values, NULL, 16 + n_tail, 16,
                                   ASSAY_SIGNALS_ALL, NULL);
  g_assert_cmpfloat_with_epsilon (chart->points[0].sigma, 1.0, 1e-3);
  g_assert_cmpfloat_with_epsilon (chart->centre, 0.0, 1e-12);
  return chart->points[16 + which].signals;
}

static void
test_rules (void)
{
  const double far[] = { 3.1, -3.1, 2.9 };
  const double side[] = { 0.1, 0.5, 0.2, 0.3, 0.1, 0.4, 0.2, 0.3, 0.1, 0.2, 0.0, 0.1 };
  const double trend[] = { -1.5, -1.2, -0.9, -0.6, 0.2, 0.9, 0.8 };
  const double two[] = { 2.2, 0.0, 2.3, 0.1, 0.1, 2.2, -2.2 };
  const double four[] = { -1.2, -1.3, 0.5, -1.1, -1.4, 0.0 };
  const double wide[] = { 1.2, -1.2, 1.3, -1.4, 1.2, 1.3, -1.2, -1.6 };

  g_assert_true (signals_after_baseline (far, 3, 0) & ASSAY_SIGNAL_BEYOND);
  g_assert_true (signals_after_baseline (far, 3, 1) & ASSAY_SIGNAL_BEYOND);
  g_assert_true (signals_after_baseline (far, 3, 1) & ASSAY_SIGNAL_RANGE);
  g_assert_false (signals_after_baseline (far, 3, 2) & ASSAY_SIGNAL_BEYOND);

  /* The last point before is above the centre as well: the eighth is side[6], the ninth side[7]. */
  g_assert_false (signals_after_baseline (side, 12, 5) & ASSAY_SIGNAL_SIDE_EIGHT);
  g_assert_true (signals_after_baseline (side, 12, 6) & ASSAY_SIGNAL_SIDE_EIGHT);
  g_assert_false (signals_after_baseline (side, 12, 6) & ASSAY_SIGNAL_SIDE);
  g_assert_true (signals_after_baseline (side, 12, 7) & ASSAY_SIGNAL_SIDE);
  g_assert_true (signals_after_baseline (side, 12, 9) & ASSAY_SIGNAL_SIDE);
  g_assert_false (signals_after_baseline (side, 12, 10) & ASSAY_SIGNAL_SIDE);
  g_assert_false (signals_after_baseline (side, 12, 11) & ASSAY_SIGNAL_SIDE);

  g_assert_false (signals_after_baseline (trend, 7, 4) & ASSAY_SIGNAL_TREND);
  g_assert_true (signals_after_baseline (trend, 7, 5) & ASSAY_SIGNAL_TREND);
  g_assert_false (signals_after_baseline (trend, 7, 6) & ASSAY_SIGNAL_TREND);

  g_assert_false (signals_after_baseline (two, 7, 0) & ASSAY_SIGNAL_TWO_OF_THREE);
  g_assert_false (signals_after_baseline (two, 7, 1) & ASSAY_SIGNAL_TWO_OF_THREE);
  g_assert_true (signals_after_baseline (two, 7, 2) & ASSAY_SIGNAL_TWO_OF_THREE);
  g_assert_false (signals_after_baseline (two, 7, 5) & ASSAY_SIGNAL_TWO_OF_THREE);
  g_assert_false (signals_after_baseline (two, 7, 6) & ASSAY_SIGNAL_TWO_OF_THREE);

  g_assert_false (signals_after_baseline (four, 6, 3) & ASSAY_SIGNAL_FOUR_OF_FIVE);
  g_assert_true (signals_after_baseline (four, 6, 4) & ASSAY_SIGNAL_FOUR_OF_FIVE);
  g_assert_false (signals_after_baseline (wide, 8, 6) & ASSAY_SIGNAL_AVOIDING);
  g_assert_true (signals_after_baseline (wide, 8, 7) & ASSAY_SIGNAL_AVOIDING);

  /* The baseline itself: up and down by turns, all of it within a sigma. */
  g_assert_true (signals_after_baseline (far, 3, (gsize)-1) & ASSAY_SIGNAL_ALTERNATING);
  g_assert_true (signals_after_baseline (far, 3, (gsize)-1) & ASSAY_SIGNAL_HUGGING);
  g_assert_true (signals_after_baseline (far, 3, (gsize)-2) & ASSAY_SIGNAL_HUGGING);
  g_assert_false (signals_after_baseline (far, 3, (gsize)-3) & ASSAY_SIGNAL_HUGGING);
  g_assert_true (signals_after_baseline (far, 3, (gsize)-3) & ASSAY_SIGNAL_ALTERNATING);
  g_assert_false (signals_after_baseline (far, 3, (gsize)-4) & ASSAY_SIGNAL_ALTERNATING);
}

static void
test_rules_chosen (void)
{
  const double values[] = { 1, 1, 1, 1, 1, 1, 1, 1, 9 };
  g_autoptr (AssayControlChart) chart
      = assay_control_chart_new (ASSAY_CONTROL_XMR, values, NULL, 9, 8, 0, NULL);

  g_assert_cmpuint (chart->points[8].signals, ==, 0);
}

static void
test_no_spread (void)
{
  double values[20];
  g_autoptr (AssayControlChart) chart = NULL;
  g_autoptr (AssayControlChart) judged = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = 0.1;
  chart = make (ASSAY_CONTROL_XMR, values, NULL, G_N_ELEMENTS (values));
  for (gsize i = 0; i < chart->n; i++)
    g_assert_cmpuint (chart->points[i].signals & ASSAY_SIGNALS_DEFAULT, ==, 0);
  values[19] = 0.2;
  judged = assay_control_chart_new (ASSAY_CONTROL_XMR, values, NULL, 20, 19, ASSAY_SIGNALS_DEFAULT,
                                    NULL);
  g_assert_true (judged->points[19].signals & ASSAY_SIGNAL_BEYOND);
}

static void
test_clamped (void)
{
  const double x[] = { 0, 0, 1, 0, 2 };
  const double full[] = { 2, 3, 2, 3, 2 };
  const double n[] = { 2, 3, 2, 3, 2 };
  g_autoptr (AssayControlChart) low = make (ASSAY_CONTROL_P, x, n, 5);
  g_autoptr (AssayControlChart) high = make (ASSAY_CONTROL_P, full, n, 5);

  g_assert_true (low->provisional);
  for (gsize i = 0; i < 5; i++)
    {
      g_assert_cmpfloat (low->points[i].lcl, ==, 0.0);
      g_assert_cmpfloat (low->points[i].ucl, <=, 1.0);
      g_assert_cmpfloat (high->points[i].ucl, ==, 1.0);
      g_assert_cmpuint (high->points[i].signals & ASSAY_SIGNALS_DEFAULT, ==, 0);
    }
}

static void
test_unknown_points (void)
{
  const double values[] = { NAN, 1, NAN, 3, INFINITY, 2 };
  const double counts[] = { 0, 1, 2, NAN, 3 };
  const double sizes[] = { 0, 10, NAN, 10, 10 };
  const double one = 5;

  for (int kind = 0; kind <= ASSAY_CONTROL_U_PRIME; kind++)
    {
      g_autoptr (AssayControlChart) none = make (kind, NULL, NULL, 0);
      g_autoptr (AssayControlChart) single = make (kind, &one, &one, 1);
      g_autoptr (AssayControlChart) gaps = make (kind, counts, sizes, 5);

      g_assert_cmpuint (none->n, ==, 0);
      g_assert_true (isnan (none->centre) && none->provisional);
      g_assert_cmpuint (single->n_known, ==, 1);
      g_assert_cmpuint (single->points[0].signals & ASSAY_SIGNALS_DEFAULT, ==, 0);
      if (kind != ASSAY_CONTROL_XMR && kind != ASSAY_CONTROL_C)
        {
          g_assert_cmpuint (gaps->n_known, ==, 2);
          g_assert_true (isnan (gaps->points[0].value) && isnan (gaps->points[0].ucl));
          g_assert_cmpfloat (gaps->centre, ==, kind == ASSAY_CONTROL_NP ? 2.0 : 0.2);
        }
    }

  {
    g_autoptr (AssayControlChart) chart = make (ASSAY_CONTROL_XMR, values, NULL, 6);

    g_assert_cmpuint (chart->n_known, ==, 3);
    g_assert_cmpfloat (chart->centre, ==, 2.0);
    g_assert_cmpfloat (chart->mean_range, ==, 1.5);
    g_assert_cmpfloat (chart->points[3].moving_range, ==, 2.0);
  }
}

static void
refuse (AssayControlKind kind, const double *values, const double *sizes, gsize n)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (assay_control_chart_new (kind, values, sizes, n, 0, 0, &error));
  g_assert_error (error, ASSAY_FIGURES_ERROR, ASSAY_FIGURES_ERROR_INVALID);
}

static void
test_refusals (void)
{
  const double counts[] = { 1, 2, -1 };
  const double many[] = { 1, 11, 2 };
  const double sizes[] = { 10, 10, 10 };
  const double odd[] = { 10, 11, 10 };
  const double negative[] = { 10, -1, 10 };

  refuse (ASSAY_CONTROL_C, counts, NULL, 3);
  refuse (ASSAY_CONTROL_U, counts, sizes, 3);
  refuse (ASSAY_CONTROL_P, many, sizes, 3);
  refuse (ASSAY_CONTROL_NP, many, sizes, 3);
  refuse (ASSAY_CONTROL_NP, sizes, odd, 3);
  refuse (ASSAY_CONTROL_U, sizes, negative, 3);
  refuse (ASSAY_CONTROL_P, sizes, NULL, 3);
  refuse (ASSAY_CONTROL_XMR, NULL, NULL, 3);
  refuse ((AssayControlKind)99, sizes, sizes, 3);
}

/* A known change: each phase is judged as if it stood alone. */
static void
test_phases (void)
{
  const double values[] = { 45, 52, 48, 61, 50, 47, 55, 49, 70, 51, 12, 9, 11, 10, 13, 8, 12, 10 };
  const gsize starts[] = { 10 };
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayControlChart) whole = assay_control_chart_new_phased (
      ASSAY_CONTROL_XMR, values, NULL, 18, starts, 1, ASSAY_SIGNALS_ALL, &error);
  g_autoptr (AssayControlChart) before = make (ASSAY_CONTROL_XMR, values, NULL, 10);
  g_autoptr (AssayControlChart) after = make (ASSAY_CONTROL_XMR, values + 10, NULL, 8);

  g_assert_no_error (error);
  g_assert_cmpuint (whole->n, ==, 18);
  g_assert_cmpuint (whole->n_phases, ==, 2);
  g_assert_cmpfloat_with_epsilon (whole->points[0].ucl, 79.99111, 5.01e-6);
  for (gsize i = 0; i < 18; i++)
    {
      const AssayControlPoint *alone = i < 10 ? &before->points[i] : &after->points[i - 10];

      g_assert_cmpfloat (whole->points[i].centre, ==, alone->centre);
      g_assert_cmpfloat (whole->points[i].lcl, ==, alone->lcl);
      g_assert_cmpfloat (whole->points[i].range_limit, ==, alone->range_limit);
      g_assert_cmpuint (whole->points[i].signals, ==, alone->signals);
    }
  /* The fall from 51 to 12 is the change itself, not a step. */
  g_assert_true (isnan (whole->points[10].moving_range));
  g_assert_cmpfloat (whole->centre, ==, after->centre);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/control/xmr-vector", test_xmr_vector);
  g_test_add_func ("/figures/control/laney-vector", test_laney_vector);
  g_test_add_func ("/figures/control/orangejuice", test_orangejuice);
  g_test_add_func ("/figures/control/nist", test_nist);
  g_test_add_func ("/figures/control/sas", test_sas);
  g_test_add_func ("/figures/control/rules", test_rules);
  g_test_add_func ("/figures/control/rules-chosen", test_rules_chosen);
  g_test_add_func ("/figures/control/no-spread", test_no_spread);
  g_test_add_func ("/figures/control/clamped", test_clamped);
  g_test_add_func ("/figures/control/unknown-points", test_unknown_points);
  g_test_add_func ("/figures/control/phases", test_phases);
  g_test_add_func ("/figures/control/refusals", test_refusals);
  return g_test_run ();
}
