/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/decimate.h"

#include <math.h>

#define BLOCK 64

typedef struct
{
  double min;
  double max;
} Range;

struct _AssayPyramid
{
  const char *first; /* borrowed: the values, one each stride bytes */
  gsize stride;
  guint n;
  GPtrArray *levels; /* GArray of Range; each level's entry covers BLOCK of the level below */
};

static inline double
value_at (const AssayPyramid *pyramid, guint i)
{
  return *(const double *)(const void *)(pyramid->first + (gsize)i * pyramid->stride);
}

static inline void
widen (Range *range, double min, double max)
{
  range->min = MIN (range->min, min);
  range->max = MAX (range->max, max);
}

/**
 * assay_pyramid_new:
 * @first: address of the first value, a double; the values must outlive the pyramid
 * @stride: bytes from one to the next
 * @n: how many
 *
 * Returns: (transfer full): the pyramid, about n/63 ranges in size
 */
AssayPyramid *
assay_pyramid_new (const void *first, gsize stride, guint n)
{
  AssayPyramid *pyramid = g_new0 (AssayPyramid, 1);
  guint below = n;

  pyramid->first = first;
  pyramid->stride = stride;
  pyramid->n = n;
  pyramid->levels = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  while (below > BLOCK)
    {
      guint size = (below + BLOCK - 1) / BLOCK;
      GArray *level = g_array_sized_new (FALSE, FALSE, sizeof (Range), size);
      GArray *under = pyramid->levels->len > 0
                          ? g_ptr_array_index (pyramid->levels, pyramid->levels->len - 1)
                          : NULL;

      for (guint i = 0; i < size; i++)
        {
          Range range = { INFINITY, -INFINITY };
          guint end = MIN ((i + 1) * BLOCK, below);

          for (guint j = i * BLOCK; j < end; j++)
            if (under != NULL)
              widen (&range, g_array_index (under, Range, j).min,
                     g_array_index (under, Range, j).max);
            else
              widen (&range, value_at (pyramid, j), value_at (pyramid, j));
          g_array_append_val (level, range);
        }
      g_ptr_array_add (pyramid->levels, level);
      below = size;
    }
  return pyramid;
}

void
assay_pyramid_free (AssayPyramid *pyramid)
{
  if (pyramid == NULL)
    return;
  g_ptr_array_unref (pyramid->levels);
  g_free (pyramid);
}

/**
 * assay_pyramid_range:
 * @pyramid: a pyramid
 * @from: the first value
 * @to: one after the last
 * @min: (out): their minimum
 * @max: (out): their maximum
 *
 * Returns: whether there are any
 */
gboolean
assay_pyramid_range (const AssayPyramid *pyramid, guint from, guint to, double *min, double *max)
{
  Range range = { INFINITY, -INFINITY };
  const GArray *level = NULL; /* of the values themselves */

  to = MIN (to, pyramid->n);
  if (from >= to)
    return FALSE;
  /* Climb: loose ends of each level are looked at one by one, the middle one level up. */
  for (guint depth = 0;; depth++)
    {
      gboolean top = depth >= pyramid->levels->len;

      while (from < to && (top || from % BLOCK != 0))
        {
          double v
              = level != NULL ? g_array_index (level, Range, from).min : value_at (pyramid, from);
          double w = level != NULL ? g_array_index (level, Range, from).max : v;
          widen (&range, v, w);
          from++;
        }
      while (from < to && to % BLOCK != 0)
        {
          double v, w;
          to--;
          v = level != NULL ? g_array_index (level, Range, to).min : value_at (pyramid, to);
          w = level != NULL ? g_array_index (level, Range, to).max : v;
          widen (&range, v, w);
        }
      if (from >= to || top)
        break;
      from /= BLOCK;
      to /= BLOCK;
      level = g_ptr_array_index (pyramid->levels, depth);
    }
  *min = range.min;
  *max = range.max;
  return TRUE;
}
