/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * test-drop-test.c: the heights of ISTA 1A and 2A at and around the bounds of each weight.
 */
#include "figures/drop-test.h"

static void
test_heights (void)
{
  static const struct
  {
    gint64 grams, height_1a, height_2a;
  } rows[] = {
    { 1, 760, 970 },     { 5000, 760, 970 },   { 9999, 760, 970 },  { 10000, 610, 810 },
    { 18999, 610, 810 }, { 19000, 460, 660 },  { 27999, 460, 660 }, { 28000, 310, 510 },
    { 44999, 310, 510 }, { 45000, 200, 310 },  { 67999, 200, 310 }, { 68000, 200, 310 },
    { 68001, 150, 150 }, { 500000, 150, 150 }, /* above 68 kg: procedure 1B */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AssayDropProcedure one = ASSAY_DROP_1A, two = ASSAY_DROP_2A;

      g_assert_cmpint (assay_drop_height (rows[i].grams, &one), ==, rows[i].height_1a);
      g_assert_cmpint (assay_drop_height (rows[i].grams, &two), ==, rows[i].height_2a);
      g_assert_cmpint (one, ==, rows[i].grams > 68000 ? ASSAY_DROP_1B : ASSAY_DROP_1A);
      g_assert_cmpint (two, ==, rows[i].grams > 68000 ? ASSAY_DROP_1B : ASSAY_DROP_2A);
    }
}

static void
test_no_weight (void)
{
  AssayDropProcedure procedure = ASSAY_DROP_1A;

  g_assert_cmpint (assay_drop_height (0, &procedure), ==, -1);
  g_assert_cmpint (assay_drop_height (-5, &procedure), ==, -1);
  g_assert_cmpint (procedure, ==, ASSAY_DROP_1A);
}

static void
test_names (void)
{
  AssayDropProcedure procedure = ASSAY_DROP_1B;

  for (AssayDropProcedure i = ASSAY_DROP_1A; i <= ASSAY_DROP_1B; i++)
    {
      g_assert_true (
          assay_drop_procedure_from_string (assay_drop_procedure_to_string (i), &procedure));
      g_assert_cmpint (procedure, ==, i);
    }
  g_assert_true (assay_drop_procedure_from_string ("2a", &procedure));
  g_assert_cmpint (procedure, ==, ASSAY_DROP_2A);
  g_assert_false (assay_drop_procedure_from_string ("3A", &procedure));
  g_assert_false (assay_drop_procedure_from_string (NULL, &procedure));
}

/* One corner, three edges, six faces, all told apart. */
static void
test_sequence (void)
{
  for (guint i = 0; i < ASSAY_DROP_N_DROPS; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (assay_drop_describe (i), !=, assay_drop_describe (j));
  g_assert_cmpuint (ASSAY_DROP_N_DROPS, ==, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drop-test/heights", test_heights);
  g_test_add_func ("/drop-test/no-weight", test_no_weight);
  g_test_add_func ("/drop-test/names", test_names);
  g_test_add_func ("/drop-test/sequence", test_sequence);
  return g_test_run ();
}
