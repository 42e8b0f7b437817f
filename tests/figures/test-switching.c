/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * test-switching.c: every switching rule of MIL-STD-105E § 4.7 and its edges, as series
 * of lots. A lot is two letters: how it was inspected (n, t, r) and how it ended
 * (a accepted, g accepted between Ac and Re, x not accepted).
 */
#include "figures/switching.h"

#include <string.h>

#define N ASSAY_SEVERITY_NORMAL
#define T ASSAY_SEVERITY_TIGHTENED
#define R ASSAY_SEVERITY_REDUCED

#define TEN      "na na na na na na na na na na "
#define TO_TIGHT "nx nx "
#define STOPPED  TO_TIGHT "tx tx tx tx tx "

typedef struct
{
  const char *name;
  const char *lots;
  AssaySeverity severity;
  gboolean discontinued;
  gboolean offered;
  const char *switches; /* "5:t" after lot 5 to tightened; "11<r" before it; "!" discontinued */
} Case;

static const Case cases[] = {
  { "nothing", "", N, FALSE, FALSE, "" },
  { "one lot", "nx", N, FALSE, FALSE, "" },
  { "two in a row", "nx nx", T, FALSE, FALSE, "1:t" },
  { "two of three", "nx na nx", T, FALSE, FALSE, "2:t" },
  { "two of five", "nx na na na nx", T, FALSE, FALSE, "4:t" },
  { "two of six", "nx na na na na nx", N, FALSE, FALSE, "" },
  { "the second of six again", "nx na na na na nx na na na nx", T, FALSE, FALSE, "9:t" },
  { "four in a row are not enough", TO_TIGHT "ta ta ta ta", T, FALSE, FALSE, "1:t" },
  { "five in a row", TO_TIGHT "ta ta ta ta ta", N, FALSE, FALSE, "1:t 6:n" },
  { "five with one between", TO_TIGHT "ta ta ta ta tx ta", T, FALSE, FALSE, "1:t" },
  { "five after one between", TO_TIGHT "ta tx ta ta ta ta ta", N, FALSE, FALSE, "1:t 8:n" },
  /* What was before the switch is not counted again. */
  { "normal begins anew", TO_TIGHT "ta ta ta ta ta nx", N, FALSE, FALSE, "1:t 6:n" },
  { "tightened again", TO_TIGHT "ta ta ta ta ta nx nx", T, FALSE, FALSE, "1:t 6:n 8:t" },
  { "nine do not offer", "na na na na na na na na na", N, FALSE, FALSE, "" },
  { "ten offer", TEN, N, FALSE, TRUE, "" },
  { "the offer stays", TEN "na na na", N, FALSE, TRUE, "" },
  { "the offer ends", TEN "nx", N, FALSE, FALSE, "" },
  { "ten after a rejection", "nx " TEN, N, FALSE, TRUE, "" },
  { "ten across a rejection do not", "na na na na na nx na na na na na", N, FALSE, FALSE, "" },
  { "consent", TEN "ra", R, FALSE, FALSE, "10<r" },
  { "reduced goes on", TEN "ra ra ra ra ra ra", R, FALSE, FALSE, "10<r" },
  { "reduced, not accepted", TEN "ra rx", N, FALSE, FALSE, "10<r 11:n" },
  { "reduced, the first not accepted", TEN "rx", N, FALSE, FALSE, "10<r 10:n" },
  { "reduced, in the gap", TEN "ra rg", N, FALSE, FALSE, "10<r 11:n" },
  { "after reduced ten count anew", TEN "rg na na na na na na na na na", N, FALSE, FALSE,
    "10<r 10:n" },
  { "after reduced ten offer again", TEN "rg " TEN, N, FALSE, TRUE, "10<r 10:n" },
  /* A lot that ended reduced inspection was not on normal. */
  { "reduced rejection is not one of two", TEN "rx nx", N, FALSE, FALSE, "10<r 10:n" },
  { "reduced given up", TEN "ra na", N, FALSE, FALSE, "10<r 11<n" },
  /* Reduced without an offer is overruling: it counts by its verdict, and not as normal. */
  { "reduced without offer", "na na ra", N, FALSE, FALSE, "" },
  { "reduced without offer, rejected", "nx rx", T, FALSE, FALSE, "1:t" },
  { "gap without offer accepts", "nx rg na na na nx", N, FALSE, FALSE, "" },
  { "ten need normal", "na na na na na ra na na na na na", N, FALSE, FALSE, "" },
  { "tightened by choice is no run", "na na na na na ta na na na na na", N, FALSE, FALSE, "" },
  { "tightened by choice, rejected", "tx nx", T, FALSE, FALSE, "1:t" },
  /* Normal while tightened is asked for: accepted says nothing, not accepted does. */
  { "laxer lots are not the five", TO_TIGHT "na na na na na", T, FALSE, FALSE, "1:t" },
  { "laxer between the five", TO_TIGHT "ta ta na ta ta ta", N, FALSE, FALSE, "1:t 7:n" },
  { "laxer, not accepted", TO_TIGHT "ta ta ta ta nx ta", T, FALSE, FALSE, "1:t" },
  { "four on tightened", TO_TIGHT "tx tx tx tx", T, FALSE, FALSE, "1:t" },
  { "five on tightened", STOPPED, T, TRUE, FALSE, "1:t 6!t" },
  { "five in all on tightened", TO_TIGHT "tx ta ta tx ta tx tx ta tx", T, TRUE, FALSE, "1:t 10!t" },
  { "five, but normal between", TO_TIGHT "tx tx ta ta ta ta ta nx nx tx tx tx", T, FALSE, FALSE,
    "1:t 8:n 10:t" },
  { "restart on tightened", STOPPED "ta", T, FALSE, FALSE, "1:t 6!t 7<t" },
  { "restart, five accepted", STOPPED "ta ta ta ta ta", N, FALSE, FALSE, "1:t 6!t 7<t 11:n" },
  { "restart, five more", STOPPED "tx tx tx tx tx", T, TRUE, FALSE, "1:t 6!t 7<t 11!t" },
};

static GArray *
read_lots (const char *text)
{
  GArray *lots = g_array_new (FALSE, FALSE, sizeof (AssaySwitchingLot));

  for (; *text != '\0'; text += text[2] == ' ' ? 3 : 2)
    {
      AssaySwitchingLot lot = { .severity = text[0] == 't'   ? T
                                            : text[0] == 'r' ? R
                                                             : N,
                                .verdict = text[1] == 'x'   ? ASSAY_VERDICT_REJECT
                                           : text[1] == 'g' ? ASSAY_VERDICT_ACCEPT_SWITCH
                                                            : ASSAY_VERDICT_ACCEPT };

      g_array_append_val (lots, lot);
    }
  return lots;
}

static void
test_rule (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (GArray) lots = read_lots (one->lots);
  g_autoptr (GString) switches = g_string_new (NULL);
  g_auto (AssaySwitching) state = { 0 };

  assay_switching_follow (&state, (const AssaySwitchingLot *)(void *)lots->data, lots->len);
  for (guint i = 0; i < state.switches->len; i++)
    {
      const AssaySwitch *made = &g_array_index (state.switches, AssaySwitch, i);

      g_string_append_printf (switches, "%s%u%c%c", i > 0 ? " " : "", made->lot,
                              made->reason == ASSAY_SWITCH_DISCONTINUED ? '!'
                              : made->before                            ? '<'
                                                                        : ':',
                              "ntr"[made->to]);
    }
  g_assert_cmpstr (switches->str, ==, one->switches);
  g_assert_cmpint (state.severity, ==, one->severity);
  g_assert_cmpint (state.discontinued, ==, one->discontinued);
  g_assert_cmpint (state.reduced_offered, ==, one->offered);
  g_assert_cmpuint (state.lots, ==, lots->len);
}

static void
test_counters (void)
{
  static const struct
  {
    const char *lots;
    guint window, rejected, run, tightened;
  } rows[] = {
    { "", 0, 0, 0, 0 },
    { "na nx", 2, 1, 0, 0 },
    { "nx na na na na", 5, 1, 4, 0 },
    { "nx na na na na na", 5, 0, 5, 0 },
    { "nx nx", 0, 0, 0, 0 },
    { "nx nx ta tx ta ta", 4, 1, 2, 1 },
    { TEN "ra ra", 2, 0, 2, 0 },
    { STOPPED, 0, 0, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) lots = read_lots (rows[i].lots);
      g_auto (AssaySwitching) state = { 0 };

      assay_switching_follow (&state, (const AssaySwitchingLot *)(void *)lots->data, lots->len);
      g_assert_cmpuint (state.window, ==, rows[i].window);
      g_assert_cmpuint (state.window_rejected, ==, rows[i].rejected);
      g_assert_cmpuint (state.accepted_run, ==, rows[i].run);
      g_assert_cmpuint (state.tightened_rejected, ==, rows[i].tightened);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/figures/switching/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_rule);
    }
  g_test_add_func ("/figures/switching-counters", test_counters);
  return g_test_run ();
}
