/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "figures/concentration.h"

#include <math.h>

/**
 * assay_concentration_compute:
 * @amounts: what each has of the whole, in one unit, none below 0
 * @n: how many
 * @out: (out caller-allocates): the index; NaN without amounts, where they add up to 0 or to more
 *   than a number holds, and where one is below 0 or unknown: then no share is one
 *
 * Σ share² is computed from amounts divided by their sum, so that neither small nor large units of
 * money lose digits.
 */
void
assay_concentration_compute (const double *amounts, gsize n, AssayConcentration *out)
{
  double sum = 0;
  double squares = 0;

  *out = (AssayConcentration){ 0, NAN, NAN, NAN };
  for (gsize i = 0; i < n; i++)
    {
      if (!(amounts[i] >= 0))
        return;
      sum += amounts[i];
      out->n += amounts[i] > 0;
    }
  if (!(sum > 0) || isinf (sum))
    {
      out->n = 0;
      return;
    }
  out->largest = 0;
  for (gsize i = 0; i < n; i++)
    {
      double share = amounts[i] / sum;

      squares += share * share;
      out->largest = MAX (out->largest, share);
    }
  out->hhi = squares;
  out->effective = 1 / squares;
}
