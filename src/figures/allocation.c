/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "figures/allocation.h"

/**
 * assay_allocate:
 * @total: what is divided, in whole units, not negative
 * @weights: (array length=n): how large each part is beside the others; none negative
 * @n: how many parts
 * @parts: (out caller-allocates) (array length=n): the parts
 *
 * Divides by largest remainder (Hamilton's method): each part is its share rounded down, and the
 * units that are left go to those with the largest remainders, among equals to the first. The parts
 * add up to @total; all are 0 where no part has a weight.
 */
void
assay_allocate (gint64 total, const gint64 *weights, guint n, gint64 *parts)
{
  g_autofree gboolean *given = g_new0 (gboolean, n + 1);
  __int128 sum = 0;
  gint64 left = total;

  for (guint i = 0; i < n; i++)
    sum += weights[i];
  for (guint i = 0; i < n; i++)
    {
      parts[i] = sum > 0 ? (gint64)((__int128)total * weights[i] / sum) : 0;
      left -= parts[i];
    }
  for (; sum > 0 && left > 0; left--)
    {
      guint best = G_MAXUINT;
      __int128 most = -1;

      for (guint i = 0; i < n; i++)
        {
          __int128 rest = (__int128)total * weights[i] % sum;

          if (!given[i] && rest > most)
            {
              most = rest;
              best = i;
            }
        }
      /* There are fewer units left than parts. */
      g_return_if_fail (best != G_MAXUINT);
      given[best] = TRUE;
      parts[best]++;
    }
}
