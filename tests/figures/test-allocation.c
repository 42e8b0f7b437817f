/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Parts that add up: worked out by hand as exact fractions. */

#include "figures/allocation.h"

static const struct
{
  gint64 total;
  gint64 weights[4];
  guint n;
  gint64 parts[4];
} cases[] = {
  { 10000, { 300000, 700000 }, 2, { 3000, 7000 } },
  /* 299.7 and 699.3 */
  { 999, { 300000, 700000 }, 2, { 300, 699 } },
  /* 33⅓ each: the first gets the unit that is left. */
  { 100, { 1, 1, 1 }, 3, { 34, 33, 33 } },
  { 101, { 1, 1, 1 }, 3, { 34, 34, 33 } },
  /* 0.5 and 0.5 */
  { 1, { 500000, 500000 }, 2, { 1, 0 } },
  /* 3.03, 4.04, 3.03 and 0 */
  { 10, { 300000, 400000, 300000, 0 }, 4, { 3, 4, 3, 0 } },
  { 0, { 1, 2 }, 2, { 0, 0 } },
  { 7, { 0, 0 }, 2, { 0, 0 } },
  { 5, { 0 }, 0, { 0 } },
  { G_MAXINT64, { 1000000 }, 1, { G_MAXINT64 } },
};

static void
test_parts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 parts[4] = { 0 };

      g_test_message ("case %u", (guint)i);
      assay_allocate (cases[i].total, cases[i].weights, cases[i].n, parts);
      for (guint k = 0; k < cases[i].n; k++)
        g_assert_cmpint (parts[k], ==, cases[i].parts[k]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/allocation/parts", test_parts);
  return g_test_run ();
}
