/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/decimate.h"

#include <math.h>

#define BLOCK 16

typedef struct
{
  double min;
  double max;
  guint least; /* where they are */
  guint greatest;
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
widen (Range *range, const Range *by)
{
  if (by->min < range->min)
    {
      range->min = by->min;
      range->least = by->least;
    }
  if (by->max > range->max)
    {
      range->max = by->max;
      range->greatest = by->greatest;
    }
}

/* An entry of a level, or a single value below all levels. */
static inline Range
entry (const AssayPyramid *pyramid, const GArray *level, guint i)
{
  double value;

  if (level != NULL)
    return g_array_index (level, Range, i);
  value = value_at (pyramid, i);
  return (Range){ value, value, i, i };
}

/**
 * assay_pyramid_new:
 * @first: address of the first value, a double; the values must outlive the pyramid
 * @stride: bytes from one to the next
 * @n: how many
 *
 * Returns: (transfer full): the pyramid, about n/15 ranges in size
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
          Range range = { INFINITY, -INFINITY, 0, 0 };
          guint end = MIN ((i + 1) * BLOCK, below);

          for (guint j = i * BLOCK; j < end; j++)
            {
              Range one = entry (pyramid, under, j);

              widen (&range, &one);
            }
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

/* Climbs: loose ends of each level are looked at one by one, the middle one level up. */
static Range
find_range (const AssayPyramid *pyramid, guint from, guint to)
{
  Range range = { INFINITY, -INFINITY, from, from };
  const GArray *level = NULL; /* of the values themselves */

  for (guint depth = 0;; depth++)
    {
      gboolean top = depth >= pyramid->levels->len;

      for (; from < to && (top || from % BLOCK != 0); from++)
        {
          Range one = entry (pyramid, level, from);

          widen (&range, &one);
        }
      while (from < to && to % BLOCK != 0)
        {
          Range one = entry (pyramid, level, --to);

          widen (&range, &one);
        }
      if (from >= to || top)
        return range;
      from /= BLOCK;
      to /= BLOCK;
      level = g_ptr_array_index (pyramid->levels, depth);
    }
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
  Range range;

  to = MIN (to, pyramid->n);
  if (from >= to)
    return FALSE;
  range = find_range (pyramid, from, to);
  *min = range.min;
  *max = range.max;
  return TRUE;
}

/**
 * assay_pyramid_extremes:
 * @pyramid: a pyramid
 * @from: the first value
 * @to: one after the last
 * @least: (out): where their minimum is
 * @greatest: (out): where their maximum is
 *
 * Returns: whether there are any
 */
gboolean
assay_pyramid_extremes (
    const AssayPyramid *pyramid, guint from, guint to, guint *least, guint *greatest)
{
  Range range;

  to = MIN (to, pyramid->n);
  if (from >= to)
    return FALSE;
  range = find_range (pyramid, from, to);
  *least = range.least;
  *greatest = range.greatest;
  return TRUE;
}
