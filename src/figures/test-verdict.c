/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "figures/test-verdict.h"

/* Sums of many large results. */
__extension__ typedef __int128 Wide;

#define NO_LOW  G_MININT64
#define NO_HIGH G_MAXINT64

/* A mean or median as it is: @sum thousandths shared among @n. */
typedef struct
{
  gboolean known; /* FALSE: without an end on that side */
  Wide sum;
  guint n;
} Fraction;

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *)a, right = *(const gint64 *)b;

  return (left > right) - (left < right);
}

/* Of one side of the results; an end that is missing at one specimen is missing in the mean. */
static Fraction
mean_of (const gint64 *values, guint n, gint64 none)
{
  Fraction mean = { TRUE, 0, n };

  for (guint i = 0; i < n; i++)
    {
      if (values[i] == none)
        return (Fraction){ FALSE, 0, 1 };
      mean.sum += values[i];
    }
  return mean;
}

/* Of an even number the mean of the two in the middle. */
static Fraction
median_of (const gint64 *values, guint n, gint64 none)
{
  g_autofree gint64 *sorted = g_memdup2 (values, n * sizeof *values);
  const gint64 *middle = sorted + (n - 1) / 2;
  guint taken = n % 2 == 0 ? 2 : 1;

  qsort (sorted, n, sizeof *sorted, compare_numbers);
  return mean_of (middle, taken, none);
}

static gboolean
is_below (const Fraction *value, gint64 limit)
{
  return value->sum < (Wide)limit * value->n;
}

static gboolean
is_above (const Fraction *value, gint64 limit)
{
  return value->sum > (Wide)limit * value->n;
}

/* All that it may be passes, none of it does, or that is not known. */
static AssayTestOutcome
hold (const AssayTestLimit *limit, const Fraction *low, const Fraction *high)
{
  gboolean lower = limit->kind != ASSAY_LIMIT_AT_MOST && limit->lower != NO_LOW;
  gboolean upper = limit->kind != ASSAY_LIMIT_AT_LEAST && limit->upper != NO_HIGH;

  if ((lower && high->known && is_below (high, limit->lower))
      || (upper && low->known && is_above (low, limit->upper)))
    return ASSAY_TEST_FAIL;
  if ((lower && (!low->known || is_below (low, limit->lower)))
      || (upper && (!high->known || is_above (high, limit->upper))))
    return ASSAY_TEST_OPEN;
  return ASSAY_TEST_PASS;
}

/* To the nearest thousandth, halves away from nought; but never on the other side of a limit than
 * the fraction itself: what fails by less than half a thousandth is not shown as the limit. */
static gint64
round_fraction (const Fraction *value, const AssayTestLimit *limit)
{
  Wide half = value->n / 2;
  gint64 rounded = (gint64)((value->sum + (value->sum < 0 ? -half : half)) / value->n);

  if (limit->kind != ASSAY_LIMIT_AT_MOST && rounded == limit->lower
      && is_below (value, limit->lower))
    return rounded - 1;
  if (limit->kind != ASSAY_LIMIT_AT_LEAST && rounded == limit->upper
      && is_above (value, limit->upper))
    return rounded + 1;
  return rounded;
}

static void
take_value (AssayTestVerdict *verdict,
            const AssayTestLimit *limit,
            const Fraction *low,
            const Fraction *high)
{
  verdict->has_value = low->known || high->known;
  if (!verdict->has_value)
    return;
  /* Of a stretch the end that speaks for less. */
  verdict->bound = !low->known ? -1 : !high->known ? 1 : 0;
  verdict->value = round_fraction (low->known ? low : high, limit);
}

/* How far a result lies inside the limits; the least is the worst. */
static gint64
room_of (const AssayTestLimit *limit, gint64 low, gint64 high)
{
  gint64 room = G_MAXINT64, one;

  if (limit->kind != ASSAY_LIMIT_AT_MOST && limit->lower != NO_LOW)
    room = low == NO_LOW || __builtin_sub_overflow (low, limit->lower, &one) ? G_MININT64 : one;
  if (limit->kind != ASSAY_LIMIT_AT_LEAST && limit->upper != NO_HIGH)
    room = MIN (room, high == NO_HIGH || __builtin_sub_overflow (limit->upper, high, &one)
                          ? G_MININT64
                          : one);
  return room;
}

static void
judge_each (const AssayTestLimit *limit,
            const gint64 *lows,
            const gint64 *highs,
            guint n,
            AssayTestVerdict *verdict)
{
  guint worst = 0;
  gboolean open = FALSE;

  for (guint i = 0; i < n; i++)
    {
      const Fraction low = { lows[i] != NO_LOW, lows[i], 1 };
      const Fraction high = { highs[i] != NO_HIGH, highs[i], 1 };
      AssayTestOutcome one = hold (limit, &low, &high);

      verdict->n_failed += one == ASSAY_TEST_FAIL;
      open |= one == ASSAY_TEST_OPEN;
      if (room_of (limit, lows[i], highs[i]) < room_of (limit, lows[worst], highs[worst]))
        worst = i;
    }
  if (limit->judged_by != ASSAY_JUDGED_BY_EACH)
    return;
  verdict->outcome = verdict->n_failed > 0 ? ASSAY_TEST_FAIL
                     : open                ? ASSAY_TEST_OPEN
                                           : ASSAY_TEST_PASS;
  take_value (verdict, limit, &(Fraction){ lows[worst] != NO_LOW, lows[worst], 1 },
              &(Fraction){ highs[worst] != NO_HIGH, highs[worst], 1 });
}

static void
judge_number (const AssayTestLimit *limit,
              const gint64 *lows,
              const gint64 *highs,
              guint n,
              AssayTestVerdict *verdict)
{
  Fraction low, high;

  judge_each (limit, lows, highs, n, verdict);
  if (limit->judged_by == ASSAY_JUDGED_BY_EACH)
    return;
  low = limit->judged_by == ASSAY_JUDGED_BY_MEDIAN ? median_of (lows, n, NO_LOW)
                                                   : mean_of (lows, n, NO_LOW);
  high = limit->judged_by == ASSAY_JUDGED_BY_MEDIAN ? median_of (highs, n, NO_HIGH)
                                                    : mean_of (highs, n, NO_HIGH);
  verdict->outcome = hold (limit, &low, &high);
  take_value (verdict, limit, &low, &high);
}

/* Every specimen has to pass, however the others are judged. */
static void
judge_passes (const gint64 *lows, guint n, AssayTestVerdict *verdict)
{
  for (guint i = 0; i < n; i++)
    verdict->n_failed += lows[i] <= 0;
  verdict->outcome = verdict->n_failed > 0 ? ASSAY_TEST_FAIL : ASSAY_TEST_PASS;
}

static void
find_range (const gint64 *lows, const gint64 *highs, guint n, AssayTestVerdict *verdict)
{
  verdict->least = G_MAXINT64;
  verdict->most = G_MININT64;
  for (guint i = 0; i < n; i++)
    {
      gint64 low = lows[i] != NO_LOW ? lows[i] : highs[i];
      gint64 high = highs[i] != NO_HIGH ? highs[i] : lows[i];

      verdict->least = MIN (verdict->least, low);
      verdict->most = MAX (verdict->most, high);
    }
}

/**
 * assay_test_judge:
 * @limit: what passes
 * @lows: (array length=n): the least that each result may be; %G_MININT64: no end
 * @highs: (array length=n): the most; %G_MAXINT64: no end
 * @n: how many specimens have a result
 * @verdict: (out): what came of it
 *
 * Mean and median are compared as exact fractions. A test with fewer results than asked for stays
 * open, unless one has failed that each specimen had to pass: then more cannot help.
 */
void
assay_test_judge (const AssayTestLimit *limit,
                  const gint64 *lows,
                  const gint64 *highs,
                  guint n,
                  AssayTestVerdict *verdict)
{
  gboolean each = limit->kind == ASSAY_LIMIT_PASS || limit->judged_by == ASSAY_JUDGED_BY_EACH;
  gboolean limited = limit->kind == ASSAY_LIMIT_PASS
                     || (limit->kind != ASSAY_LIMIT_AT_MOST && limit->lower != NO_LOW)
                     || (limit->kind != ASSAY_LIMIT_AT_LEAST && limit->upper != NO_HIGH);

  *verdict = (AssayTestVerdict){ .n = n, .why = ASSAY_TEST_WHY_NO_RESULTS };
  if (n == 0)
    return;
  if (limit->kind == ASSAY_LIMIT_PASS)
    judge_passes (lows, n, verdict);
  else
    {
      judge_number (limit, lows, highs, n, verdict);
      find_range (lows, highs, n, verdict);
    }
  verdict->why
      = verdict->outcome == ASSAY_TEST_OPEN ? ASSAY_TEST_WHY_UNDECIDED : ASSAY_TEST_WHY_JUDGED;
  if (!limited)
    verdict->why = ASSAY_TEST_WHY_NO_LIMIT;
  else if (n < limit->wanted && !(each && verdict->outcome == ASSAY_TEST_FAIL))
    verdict->why = ASSAY_TEST_WHY_TOO_FEW;
  if (verdict->why != ASSAY_TEST_WHY_JUDGED)
    verdict->outcome = ASSAY_TEST_OPEN;
}
