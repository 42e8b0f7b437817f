/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * test-concentration.c: the index against fractions worked out by hand.
 */
#include "figures/concentration.h"
#include "reference.h"

#include <math.h>

static void
test_known (void)
{
  static const struct
  {
    double amounts[8];
    gsize n, parts;
    double hhi, effective, largest;
  } cases[] = {
    /* One has it all. */
    { { 125 }, 1, 1, 1, 1, 1 },
    /* Four equal ones: 4 · (1/4)² = 1/4. */
    { { 3, 3, 3, 3 }, 4, 4, 0.25, 4, 0.25 },
    /* Shares 1/2, 3/10, 2/10: 25/100 + 9/100 + 4/100 = 38/100; 1/0.38 = 50/19. */
    { { 50, 30, 20 }, 3, 3, 0.38, 50.0 / 19.0, 0.5 },
    /* Shares 30, 30, 20, 20 per cent: 900 + 900 + 400 + 400 = 2,600 of 10,000. */
    { { 30, 30, 20, 20 }, 4, 4, 0.26, 1 / 0.26, 0.3 },
    /* What is 0 is no part: as one alone. */
    { { 0, 7, 0 }, 3, 1, 1, 1, 1 },
    /* The unit does not matter: 1/3 and 2/3 of a very small and a very large whole. */
    { { 1e-300, 2e-300 }, 2, 2, 5.0 / 9.0, 1.8, 2.0 / 3.0 },
    { { 1e300, 2e300 }, 2, 2, 5.0 / 9.0, 1.8, 2.0 / 3.0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AssayConcentration found;

      assay_concentration_compute (cases[i].amounts, cases[i].n, &found);
      g_assert_cmpuint (found.n, ==, cases[i].parts);
      assert_close (found.hhi, cases[i].hhi, 1e-14);
      assert_close (found.effective, cases[i].effective, 1e-14);
      assert_close (found.largest, cases[i].largest, 1e-14);
    }
}

static void
test_none (void)
{
  static const double amounts[][2] = { { 0, 0 }, { 5, -1 }, { NAN, 5 }, { INFINITY, 1 } };
  AssayConcentration found;

  assay_concentration_compute (NULL, 0, &found);
  g_assert_cmpuint (found.n, ==, 0);
  g_assert_true (isnan (found.hhi) && isnan (found.effective) && isnan (found.largest));
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      assay_concentration_compute (amounts[i], 2, &found);
      g_assert_true (isnan (found.hhi) && isnan (found.effective) && isnan (found.largest));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/concentration/known", test_known);
  g_test_add_func ("/concentration/none", test_none);
  return g_test_run ();
}
