/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bisect.c: halving, slow and sure: it needs no derivative, cannot diverge and ends
 * when no double is left between the bounds.
 */
#include "figures/bisect.h"

#include <gsl/gsl_errno.h>

/* Returns the place between @low and @high where @is_below turns from true to false. */
double
assay_bisect (AssayBisectFunc is_below, gconstpointer data, double low, double high)
{
  for (;;)
    {
      double middle = low + (high - low) / 2.0;

      if (!(middle > low && middle < high))
        return middle;
      if (is_below (middle, data))
        low = middle;
      else
        high = middle;
    }
}

/* Makes GSL answer NaN where it would end the program. Cheap to call again. */
void
assay_figures_quiet_gsl (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      gsl_set_error_handler_off ();
      g_once_init_leave (&done, 1);
    }
}
