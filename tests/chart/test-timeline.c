/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The picture of an order in time: rows, bars, marks, words, table. */

#include "chart/layout.h"
#include "chart/timeline-chart.h"
#include "record/date.h"

#define SENT 20500 /* a day in 2026 */

static AssayTimelineLane *
add_lane (AssayOrderTimeline *timeline, AssayLaneKind kind, gint64 id, const char *name)
{
  AssayTimelineLane *lane = g_new0 (AssayTimelineLane, 1);

  lane->kind = kind;
  lane->type = kind == ASSAY_LANE_ORDER  ? ASSAY_TYPE_ORDER
               : kind == ASSAY_LANE_LINE ? ASSAY_TYPE_ORDER_LINE
                                         : ASSAY_TYPE_DELIVERY;
  lane->id = id;
  lane->line = kind == ASSAY_LANE_ORDER ? 0 : 2;
  lane->name = g_strdup (name);
  for (guint i = 0; i < ASSAY_N_EVENTS; i++)
    lane->days[i] = (AssayTimelineDay){ ASSAY_DATE_UNKNOWN, ASSAY_DATE_UNKNOWN, 0, 0 };
  g_ptr_array_add (timeline->lanes, lane);
  return lane;
}

static void
set (AssayTimelineLane *lane, AssayOrderEvent event, gint32 planned, gint32 actual)
{
  lane->days[event].planned = planned;
  lane->days[event].actual = actual;
}

static void
free_lane (gpointer data)
{
  g_free (((AssayTimelineLane *)data)->name);
  g_free (data);
}

static void
free_milestone (gpointer data)
{
  g_free (((AssayTimelineMilestone *)data)->name);
  g_free (data);
}

static void
free_band (gpointer data)
{
  g_free (((AssayTimelineBand *)data)->name);
  g_free (data);
}

static AssayOrderTimeline *
new_timeline (gint32 today)
{
  AssayOrderTimeline *timeline = g_new0 (AssayOrderTimeline, 1);

  timeline->number = g_strdup ("PO-7");
  timeline->supplier = g_strdup ("Sao Mai");
  timeline->today = today;
  timeline->lanes = g_ptr_array_new_with_free_func (free_lane);
  timeline->promises = g_ptr_array_new_with_free_func (g_free);
  timeline->milestones = g_ptr_array_new_with_free_func (free_milestone);
  timeline->inspections = g_ptr_array_new_with_free_func (g_free);
  timeline->bands = g_ptr_array_new_with_free_func (free_band);
  add_lane (timeline, ASSAY_LANE_ORDER, 1, "Order");
  return timeline;
}

static void
test_nothing (void)
{
  g_autoptr (AssayOrderTimeline) timeline = new_timeline (SENT);
  g_autoptr (AssayScene) scene = assay_timeline_chart_new (timeline);

  g_assert_nonnull (assay_scene_get_empty (scene));
  g_assert_cmpuint (assay_scene_n_marks (scene), ==, 0);
  g_assert_cmpuint (assay_scene_n_rows (scene), ==, 0);
}

static AssayOrderTimeline *
new_known (void)
{
  AssayOrderTimeline *timeline = new_timeline (SENT + 60);
  AssayTimelineLane *order = g_ptr_array_index (timeline->lanes, 0);
  AssayTimelineLane *line = add_lane (timeline, ASSAY_LANE_LINE, 2, "1 · Trail 25");
  AssayTimelineMilestone *milestone = g_new0 (AssayTimelineMilestone, 1);
  AssayTimelinePromise *promise = g_new0 (AssayTimelinePromise, 1);
  AssayTimelineBand *band = g_new0 (AssayTimelineBand, 1);

  set (order, ASSAY_EVENT_SENT, SENT - 1, SENT);
  set (line, ASSAY_EVENT_READY, SENT + 40, SENT + 45);
  set (line, ASSAY_EVENT_RECEIVED, SENT + 50, ASSAY_DATE_UNKNOWN);
  *promise = (AssayTimelinePromise){ 5, 2, SENT + 50, ASSAY_DATE_UNKNOWN, TRUE, NULL };
  g_ptr_array_add (timeline->promises, promise);
  *milestone
      = (AssayTimelineMilestone){ 6, g_strdup ("Balance"), NULL, SENT + 45, ASSAY_DATE_UNKNOWN };
  g_ptr_array_add (timeline->milestones, milestone);
  *band = (AssayTimelineBand){ 7, g_strdup ("Tết"), SENT + 10, SENT + 18, TRUE };
  g_ptr_array_add (timeline->bands, band);
  return timeline;
}

static guint
find_mark (const AssayScene *scene, const char *words)
{
  for (guint i = 0; i < assay_scene_n_marks (scene); i++)
    {
      g_autofree char *text = assay_scene_get_mark_text (scene, i);

      if (strstr (text, words) != NULL)
        return i;
    }
  return ASSAY_MARK_NONE;
}

static void
check_behind (const AssayScene *scene, const char *words, AssayType type, gint64 id)
{
  guint mark = find_mark (scene, words);
  g_autoptr (GArray) ids = NULL;

  g_test_message ("%s", words);
  g_assert_cmpuint (mark, !=, ASSAY_MARK_NONE);
  ids = assay_scene_get_mark_ids (scene, mark);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, id);
  g_assert_cmpint (assay_timeline_chart_mark_type (scene, id), ==, type);
}

static void
test_known (void)
{
  g_autoptr (AssayOrderTimeline) timeline = new_known ();
  g_autoptr (AssayScene) scene = assay_timeline_chart_new (timeline);
  g_autofree char *dump = assay_scene_dump (scene);
  g_autofree char *days = NULL;

  g_assert_null (assay_scene_get_empty (scene));
  /* Sent planned and actual; ready planned and actual; the promise; the milestone; the period. */
  g_assert_cmpuint (assay_scene_n_marks (scene), ==, 7);
  check_behind (scene, "Sent: planned", ASSAY_TYPE_ORDER, 1);
  check_behind (scene, "5 days late", ASSAY_TYPE_ORDER_LINE, 2);
  check_behind (scene, "First promise", ASSAY_TYPE_PROMISE, 5);
  check_behind (scene, "overdue", ASSAY_TYPE_MILESTONE, 6);
  check_behind (scene, "Tết", ASSAY_TYPE_BLACKOUT, 7);
  /* The line waits since ten days. */
  g_assert_nonnull (strstr (assay_scene_get_description (scene), "10 days overdue"));
  g_assert_nonnull (strstr (dump, "row 1: 1 · Trail 25 (10 days overdue)"));
  g_assert_nonnull (strstr (dump, "row 2: Milestones"));
  g_assert_nonnull (strstr (dump, "row 3: Closed"));
  /* The table: sent, ready, received, promise, milestone, period. */
  g_assert_cmpuint (assay_scene_n_rows (scene), ==, 6);
  days = assay_scene_get_cell (scene, 1, 4);
  g_assert_cmpstr (days, ==, "5");
}

/* Whatever the width, all rows have room at the natural height. */
static void
test_layout (void)
{
  static const double widths[] = { 280, 720, 1600 };
  g_autoptr (AssayOrderTimeline) timeline = new_known ();
  g_autoptr (AssayScene) scene = assay_timeline_chart_new (timeline);

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      AssayLayoutOptions options
          = { .width = widths[i], .font_size = 10, .header = TRUE, .margin = 12 };
      g_autoptr (AssayLayout) layout = NULL;

      options.height = assay_layout_natural_height (scene, &options);
      layout = assay_layout_new (scene, &options);
      for (guint k = 0; k < assay_layout_n_texts (layout); k++)
        {
          const char *text;

          assay_layout_get_text (layout, k, &text);
          g_assert_null (strstr (text, "not shown here"));
        }
      for (guint k = 0; k < assay_scene_n_marks (scene); k++)
        {
          double x, y;

          g_assert_true (assay_layout_mark_point (layout, k, &x, &y));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/nothing", test_nothing);
  g_test_add_func ("/timeline/known", test_known);
  g_test_add_func ("/timeline/layout", test_layout);
  return g_test_run ();
}
