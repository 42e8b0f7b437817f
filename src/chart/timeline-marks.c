/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a reader can point at in a timeline, and the rows of its table. */

#include "assay-config.h"

#include "chart/format.h"
#include "chart/points.h"
#include "chart/timeline-private.h"
#include "record/date.h"

#include <glib/gi18n-lib.h>

void
assay_timeline_add_mark (AssayTimelinePicture *self, AssayTimelineMark mark)
{
  if (mark.day == ASSAY_DATE_UNKNOWN)
    g_free (mark.words);
  else
    g_array_append_val (self->marks, mark);
}

/* "Shipped 12 Mar 2026 · 3 days late" */
static char *
say_event (const AssayTimelineLane *lane, AssayOrderEvent event, gboolean actual)
{
  const AssayTimelineDay *day = &lane->days[event];
  g_autofree char *date = assay_chart_format_date (actual ? day->actual : day->planned);
  g_autofree char *what = g_strdup_printf (
      /* Translators: an event such as “Shipped” and a date */
      actual ? _ ("%s: %s") : _ ("%s: planned for %s"), assay_order_event_label (event), date);
  g_autofree char *slip = NULL, *whole = NULL;

  if (actual && day->planned != ASSAY_DATE_UNKNOWN)
    slip = assay_chart_format_slip (day->actual - day->planned);
  whole = assay_words_join (what, slip);
  return assay_words_join (lane->name, whole);
}

void
assay_timeline_add_events (AssayTimelinePicture *self, const AssayTimelineLane *lane, guint row)
{
  for (guint i = 0; i < ASSAY_N_EVENTS; i++)
    {
      const AssayTimelineDay *day = &lane->days[i];
      AssayTimelineEntry entry = { .planned = day->planned,
                                   .actual = day->actual,
                                   .until = ASSAY_DATE_UNKNOWN,
                                   .type = lane->type,
                                   .id = lane->id };

      if (day->planned == ASSAY_DATE_UNKNOWN && day->actual == ASSAY_DATE_UNKNOWN)
        continue;
      entry.what = g_strdup (lane->name);
      entry.event = g_strdup (assay_order_event_label (i));
      entry.has_slip = assay_timeline_day_slip (day, self->timeline->today, &entry.slip);
      g_array_append_val (self->entries, entry);
      /* The lines below tell what they have in common with the order. */
      if (lane->kind == ASSAY_LANE_ORDER && i > ASSAY_EVENT_DEPOSIT)
        continue;
      if (day->planned != ASSAY_DATE_UNKNOWN
          && !(lane->kind == ASSAY_LANE_LINE && i == ASSAY_EVENT_RECEIVED))
        assay_timeline_add_mark (
            self, (AssayTimelineMark){ ASSAY_TIMELINE_PLANNED, row, day->planned, ASSAY_SHAPE_BAR,
                                       ASSAY_TONE_CENTRE, say_event (lane, i, FALSE), lane->type,
                                       lane->id });
      if (day->actual != ASSAY_DATE_UNKNOWN)
        assay_timeline_add_mark (self, (AssayTimelineMark){ ASSAY_TIMELINE_ACTUAL, row, day->actual,
                                                            ASSAY_SHAPE_DOT, ASSAY_TONE_TEXT,
                                                            say_event (lane, i, TRUE), lane->type,
                                                            lane->id });
    }
}

static void
add_entry (AssayTimelinePicture *self,
           const char *what,
           const char *event,
           gint32 planned,
           gint32 actual,
           AssayType type,
           gint64 id)
{
  AssayTimelineEntry entry = { .what = g_strdup (what),
                               .event = g_strdup (event),
                               .planned = planned,
                               .actual = actual,
                               .until = ASSAY_DATE_UNKNOWN,
                               .type = type,
                               .id = id };

  entry.has_slip = planned != ASSAY_DATE_UNKNOWN && actual != ASSAY_DATE_UNKNOWN;
  entry.slip = entry.has_slip ? actual - planned : 0;
  g_array_append_val (self->entries, entry);
}

void
assay_timeline_add_promises (AssayTimelinePicture *self, const AssayTimelineLane *lane, guint row)
{
  GPtrArray *promises = self->timeline->promises;

  for (guint i = 0; i < promises->len; i++)
    {
      const AssayTimelinePromise *promise = g_ptr_array_index (promises, i);
      g_autofree char *date = NULL, *what = NULL, *name = NULL;

      if (promise->line != lane->id || promise->promised == ASSAY_DATE_UNKNOWN)
        continue;
      date = assay_chart_format_date (promise->promised);
      name = promise->first ? g_strdup (_ ("First promise"))
                            /* Translators: a promise whose date moved; why */
                            : g_strdup_printf (_ ("Promise moved (%s)"),
                                               promise->reason ? promise->reason : _ ("no reason"));
      what = g_strdup_printf ("%s: %s", name, date);
      assay_timeline_add_mark (
          self, (AssayTimelineMark){
                    ASSAY_TIMELINE_PROMISE, row, promise->promised, ASSAY_SHAPE_SQUARE,
                    promise->first ? ASSAY_TONE_DATA_2 : ASSAY_TONE_WARNING,
                    assay_words_join (lane->name, what), ASSAY_TYPE_PROMISE, promise->id });
      add_entry (self, lane->name, name, promise->promised, ASSAY_DATE_UNKNOWN, ASSAY_TYPE_PROMISE,
                 promise->id);
    }
}

void
assay_timeline_add_inspections (AssayTimelinePicture *self,
                                const AssayTimelineLane *lane,
                                guint row)
{
  GPtrArray *inspections = self->timeline->inspections;

  for (guint i = 0; i < inspections->len; i++)
    {
      const AssayTimelineInspection *inspection = g_ptr_array_index (inspections, i);
      gboolean failed = g_strcmp0 (inspection->result, "fail") == 0;
      gboolean passed = g_strcmp0 (inspection->result, "pass") == 0;
      const char *result = inspection->planned ? _ ("planned")
                           : passed            ? _ ("passed")
                           : failed            ? _ ("failed")
                                               : _ ("not decided");
      g_autofree char *date = assay_chart_format_date (inspection->day);
      g_autofree char *name = NULL, *what = NULL;

      if (inspection->line != lane->id)
        continue;
      /* Translators: a kind of inspection, "Final random"; its result, "passed" */
      name = g_strdup_printf (_ ("Inspection %s: %s"), inspection->kind ? inspection->kind : "",
                              result);
      what = assay_words_join (name, date);
      assay_timeline_add_mark (self, (AssayTimelineMark){ ASSAY_TIMELINE_INSPECTION, row,
                                                          inspection->day, ASSAY_SHAPE_TRIANGLE,
                                                          failed   ? ASSAY_TONE_SIGNAL
                                                          : passed ? ASSAY_TONE_DATA
                                                                   : ASSAY_TONE_DIM,
                                                          assay_words_join (lane->name, what),
                                                          ASSAY_TYPE_INSPECTION, inspection->id });
      add_entry (self, lane->name, name, inspection->planned ? inspection->day : ASSAY_DATE_UNKNOWN,
                 inspection->planned ? ASSAY_DATE_UNKNOWN : inspection->day, ASSAY_TYPE_INSPECTION,
                 inspection->id);
    }
}

void
assay_timeline_add_milestones (AssayTimelinePicture *self, guint row)
{
  GPtrArray *milestones = self->timeline->milestones;

  for (guint i = 0; i < milestones->len; i++)
    {
      const AssayTimelineMilestone *milestone = g_ptr_array_index (milestones, i);
      gboolean done = milestone->done != ASSAY_DATE_UNKNOWN;
      gint32 day = done ? milestone->done : milestone->due;
      gboolean late = !done && day != ASSAY_DATE_UNKNOWN && day < self->timeline->today;
      g_autofree char *date = day != ASSAY_DATE_UNKNOWN ? assay_chart_format_date (day) : NULL,
                      *what = NULL;

      add_entry (self, _ ("Milestone"), milestone->name, milestone->due, milestone->done,
                 ASSAY_TYPE_MILESTONE, milestone->id);
      if (date == NULL)
        continue;
      /* Translators: a date */
      what = g_strdup_printf (done   ? _ ("done on %s")
                              : late ? _ ("overdue since %s")
                                     : _ ("due %s"),
                              date);
      assay_timeline_add_mark (self, (AssayTimelineMark){ ASSAY_TIMELINE_MILESTONE, row, day,
                                                          ASSAY_SHAPE_DIAMOND,
                                                          done   ? ASSAY_TONE_DATA
                                                          : late ? ASSAY_TONE_SIGNAL
                                                                 : ASSAY_TONE_DIM,
                                                          assay_words_join (milestone->name, what),
                                                          ASSAY_TYPE_MILESTONE, milestone->id });
    }
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const AssayTimelineMark *left = a, *right = b;

  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;
  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;
  return (left->kind > right->kind) - (left->kind < right->kind);
}

/* What is planned and promised lies at the thin bar, what happened at the solid one. */
static double
height_of (const AssayTimelineMark *mark)
{
  if (mark->kind == ASSAY_TIMELINE_PLANNED || mark->kind == ASSAY_TIMELINE_PROMISE)
    return mark->row - (ASSAY_TIMELINE_PLANNED_TOP + ASSAY_TIMELINE_PLANNED_BOTTOM) / 2;
  if (mark->kind == ASSAY_TIMELINE_ACTUAL || mark->kind == ASSAY_TIMELINE_INSPECTION)
    return mark->row - (ASSAY_TIMELINE_ACTUAL_TOP + ASSAY_TIMELINE_ACTUAL_BOTTOM) / 2;
  return mark->row;
}

/* A lane for each row: arrows walk it as time goes. */
void
assay_timeline_place_marks (AssayScene *scene, AssayTimelinePicture *self)
{
  AssayLayer *layer = NULL;
  guint row = G_MAXUINT;

  g_array_sort (self->marks, compare_marks);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const AssayTimelineMark *mark = &g_array_index (self->marks, AssayTimelineMark, i);
      AssayItem item = { mark->day, height_of (mark), i, mark->shape, mark->tone };

      if (mark->row != row)
        {
          layer = assay_scene_add_layer (scene, ASSAY_LAYER_POINTS, ASSAY_TONE_DATA);
          layer->marks = TRUE;
          row = mark->row;
        }
      g_array_append_val (layer->items, item);
    }
}
