/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "chart/timeline-chart.h"

#include "chart/format.h"
#include "chart/points.h"
#include "chart/timeline-private.h"
#include "record/date.h"

#include <glib/gi18n-lib.h>

/* Days before and after, so that nothing touches the edge. */
#define ROOM 7

enum
{
  COLUMN_WHAT,
  COLUMN_EVENT,
  COLUMN_PLANNED,
  COLUMN_ACTUAL,
  COLUMN_DAYS,
};

static void
clear_mark (gpointer data)
{
  g_free (((AssayTimelineMark *)data)->words);
}

static void
clear_entry (gpointer data)
{
  g_free (((AssayTimelineEntry *)data)->what);
  g_free (((AssayTimelineEntry *)data)->event);
}

static void
picture_free (gpointer data)
{
  AssayTimelinePicture *picture = data;

  g_array_unref (picture->marks);
  g_array_unref (picture->entries);
  g_free (picture);
}

/* What the scene asks for */

static char *
mark_text (gpointer data, const AssayLayer *layer, const AssayItem *item)
{
  return g_strdup (
      g_array_index (((AssayTimelinePicture *)data)->marks, AssayTimelineMark, item->row).words);
}

static void
mark_ids (gpointer data, const AssayLayer *layer, const AssayItem *item, GArray *ids)
{
  g_array_append_val (
      ids, g_array_index (((AssayTimelinePicture *)data)->marks, AssayTimelineMark, item->row).id);
}

static char *
known_date (gint32 day)
{
  return day != ASSAY_DATE_UNKNOWN ? assay_chart_format_date (day) : NULL;
}

static char *
cell (gpointer data, guint row, guint column)
{
  const AssayTimelineEntry *entry
      = &g_array_index (((AssayTimelinePicture *)data)->entries, AssayTimelineEntry, row);
  g_autofree char *from = NULL, *to = NULL;

  switch (column)
    {
    case COLUMN_WHAT:
      return g_strdup (entry->what);
    case COLUMN_EVENT:
      return g_strdup (entry->event);
    case COLUMN_PLANNED:
      if (!entry->is_range)
        return known_date (entry->planned);
      from = known_date (entry->planned);
      to = known_date (entry->until);
      /* Translators: two dates */
      return g_strdup_printf (_ ("%s to %s"), from, to);
    case COLUMN_ACTUAL:
      return known_date (entry->actual);
    case COLUMN_DAYS:
    default:
      return entry->has_slip ? assay_chart_format_number (entry->slip, 0) : NULL;
    }
}

static void
row_ids (gpointer data, guint row, GArray *ids)
{
  g_array_append_val (
      ids, g_array_index (((AssayTimelinePicture *)data)->entries, AssayTimelineEntry, row).id);
}

static const AssaySceneSource source = { mark_text, mark_ids, cell, row_ids };

/* Making it */

static void
add_bar (
    AssayLayer *layer, guint row, double from, double to, double top, double bottom, guint8 fill)
{
  AssayCell cell = { .x0 = MIN (from, to),
                     .x1 = MAX (from, to),
                     .y0 = row - top,
                     .y1 = row - bottom,
                     .level = 0.12,
                     .fill = fill };

  assay_layer_add (layer, cell.x0, row, 0);
  g_array_append_val (layer->cells, cell);
}

/* From the first to the last of some events; FALSE when fewer than two are known. */
static gboolean
find_range (const AssayTimelineLane *lane,
            AssayOrderEvent from,
            AssayOrderEvent to,
            gboolean planned,
            gint32 *first,
            gint32 *last)
{
  guint n = 0;

  for (guint i = from; i <= to; i++)
    {
      gint32 day = planned ? lane->days[i].planned : lane->days[i].actual;

      if (day == ASSAY_DATE_UNKNOWN)
        continue;
      *first = n == 0 ? day : MIN (*first, day);
      *last = n == 0 ? day : MAX (*last, day);
      n++;
    }
  return n > 1 && *first < *last;
}

/* The stages of a row that bars are drawn for: ordering, production, on the way. */
static const AssayOrderEvent stages[][2] = {
  { ASSAY_EVENT_ORDERED, ASSAY_EVENT_DEPOSIT },
  { ASSAY_EVENT_STARTED, ASSAY_EVENT_READY },
  { ASSAY_EVENT_READY, ASSAY_EVENT_RECEIVED },
};

typedef struct
{
  AssayLayer *bands, *planned, *production, *way, *late;
} Bars;

/* How far behind its plan the last event is that came or should have come. */
static void
add_late (AssayTimelinePicture *self, const Bars *bars, const AssayTimelineLane *lane, guint row)
{
  for (guint i = ASSAY_N_EVENTS; i > 0; i--)
    {
      const AssayTimelineDay *day = &lane->days[i - 1];
      int slip;

      if (day->planned == ASSAY_DATE_UNKNOWN)
        continue;
      if (!lane->cancelled && assay_timeline_day_slip (day, self->timeline->today, &slip)
          && slip > 0)
        add_bar (bars->late, row, day->planned, day->planned + slip, ASSAY_TIMELINE_PLANNED_TOP,
                 ASSAY_TIMELINE_PLANNED_BOTTOM, ASSAY_FILL_HATCH);
      return;
    }
}

static void
add_bars (AssayTimelinePicture *self, const Bars *bars, const AssayTimelineLane *lane, guint row)
{
  gint32 first, last;

  if (find_range (lane, ASSAY_EVENT_ORDERED, ASSAY_EVENT_RECEIVED, TRUE, &first, &last))
    add_bar (bars->planned, row, first, last, ASSAY_TIMELINE_PLANNED_TOP,
             ASSAY_TIMELINE_PLANNED_BOTTOM, ASSAY_FILL_TINT);
  /* An order is the last of its lines, which have bars of their own. */
  for (guint i = 0; i < (lane->kind == ASSAY_LANE_ORDER ? 1 : G_N_ELEMENTS (stages)); i++)
    if (find_range (lane, stages[i][0], stages[i][1], FALSE, &first, &last))
      add_bar (i == 2 ? bars->way : bars->production, row, first, last, ASSAY_TIMELINE_ACTUAL_TOP,
               ASSAY_TIMELINE_ACTUAL_BOTTOM, ASSAY_FILL_SOLID);
  add_late (self, bars, lane, row);
}

static void
add_bands (AssayTimelinePicture *self, const Bars *bars, guint row, guint n_rows)
{
  GPtrArray *bands = self->timeline->bands;

  for (guint i = 0; i < bands->len; i++)
    {
      const AssayTimelineBand *band = g_ptr_array_index (bands, i);
      AssayTimelineEntry entry = { .what = g_strdup (_ ("Closed")),
                                   .event = g_strdup (band->name),
                                   .planned = band->from,
                                   .until = band->to,
                                   .actual = ASSAY_DATE_UNKNOWN,
                                   .is_range = TRUE,
                                   .type = ASSAY_TYPE_BLACKOUT,
                                   .id = band->id };
      g_autofree char *from = assay_chart_format_date (band->from);
      g_autofree char *to = assay_chart_format_date (band->to);
      g_autofree char *range = g_strdup_printf (_ ("%s to %s"), from, to);

      g_array_append_val (self->entries, entry);
      assay_timeline_add_mark (self, (AssayTimelineMark){ ASSAY_TIMELINE_BAND, row, band->from,
                                                          ASSAY_SHAPE_BAR, ASSAY_TONE_DIM,
                                                          assay_words_join (band->name, range),
                                                          ASSAY_TYPE_BLACKOUT, band->id });
      for (guint k = 0; k < n_rows; k++)
        add_bar (bars->bands, k, MAX (band->from, self->first - ROOM),
                 MIN (band->to + 1, self->last + ROOM), 0.5, -0.5, ASSAY_FILL_LEVEL);
    }
}

static guint
add_row (AssayScene *scene, const char *name, const char *detail)
{
  AssayAxis *axis = &assay_scene_get_panel (scene, 0)->y;

  g_ptr_array_add (axis->names, g_strdup (name));
  g_ptr_array_add (axis->details, g_strdup (detail != NULL ? detail : ""));
  return axis->names->len - 1;
}

/* How the row stands: "received 3 days late", "12 days behind". */
static char *
detail_of (const AssayTimelinePicture *self, const AssayTimelineLane *lane)
{
  const AssayTimelineDay *end = &lane->days[ASSAY_EVENT_RECEIVED];
  int slip;

  if (lane->cancelled)
    return g_strdup (_ ("cancelled"));
  if (!assay_timeline_day_slip (end, self->timeline->today, &slip))
    return NULL;
  if (end->actual != ASSAY_DATE_UNKNOWN)
    return assay_chart_format_slip (slip);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d day overdue", "%d days overdue", (gulong)slip), slip);
}

static guint
count_deliveries (const AssayOrderTimeline *timeline, gint64 line)
{
  guint n = 0;

  for (guint i = 0; i < timeline->lanes->len; i++)
    {
      const AssayTimelineLane *lane = g_ptr_array_index (timeline->lanes, i);

      n += lane->kind == ASSAY_LANE_DELIVERY && lane->line == line;
    }
  return n;
}

/* A single delivery says nothing that its line does not say. */
static gboolean
is_shown (const AssayOrderTimeline *timeline, const AssayTimelineLane *lane)
{
  return lane->kind != ASSAY_LANE_DELIVERY || count_deliveries (timeline, lane->line) > 1;
}

static void
add_lanes (AssayScene *scene, AssayTimelinePicture *self, const Bars *bars)
{
  for (guint i = 0; i < self->timeline->lanes->len; i++)
    {
      const AssayTimelineLane *lane = g_ptr_array_index (self->timeline->lanes, i);
      g_autofree char *detail = detail_of (self, lane);
      g_autofree char *name = NULL;
      guint row;

      if (!is_shown (self->timeline, lane))
        continue;
      name = lane->kind == ASSAY_LANE_DELIVERY ? g_strdup_printf ("↳ %s", lane->name)
                                               : g_strdup (lane->name);
      row = add_row (scene, name, detail);
      add_bars (self, bars, lane, row);
      assay_timeline_add_events (self, lane, row);
      if (lane->kind == ASSAY_LANE_LINE)
        {
          assay_timeline_add_promises (self, lane, row);
          assay_timeline_add_inspections (self, lane, row);
        }
    }
}

static void
add_legend (AssayScene *scene, const AssayTimelinePicture *self)
{
  const AssayOrderTimeline *timeline = self->timeline;

  assay_scene_add_legend (scene, ASSAY_LEGEND_SHAPE, ASSAY_TONE_CENTRE, ASSAY_SHAPE_BAR,
                          _ ("planned"));
  assay_scene_add_legend (scene, ASSAY_LEGEND_SHAPE, ASSAY_TONE_TEXT, ASSAY_SHAPE_DOT,
                          _ ("happened"));
  assay_scene_add_legend (scene, ASSAY_LEGEND_LINE, ASSAY_TONE_DATA, ASSAY_DASH_SOLID,
                          _ ("ordering, production"));
  assay_scene_add_legend (scene, ASSAY_LEGEND_LINE, ASSAY_TONE_DATA_2, ASSAY_DASH_SOLID,
                          _ ("on the way"));
  assay_scene_add_legend (scene, ASSAY_LEGEND_HATCH, ASSAY_TONE_SIGNAL, 0, _ ("late"));
  if (timeline->promises->len > 0)
    assay_scene_add_legend (scene, ASSAY_LEGEND_SHAPE, ASSAY_TONE_DATA_2, ASSAY_SHAPE_SQUARE,
                            _ ("promise"));
  if (timeline->inspections->len > 0)
    assay_scene_add_legend (scene, ASSAY_LEGEND_SHAPE, ASSAY_TONE_DATA, ASSAY_SHAPE_TRIANGLE,
                            _ ("inspection"));
  if (timeline->milestones->len > 0)
    assay_scene_add_legend (scene, ASSAY_LEGEND_SHAPE, ASSAY_TONE_DATA, ASSAY_SHAPE_DIAMOND,
                            _ ("milestone"));
  if (timeline->bands->len > 0)
    assay_scene_add_legend (scene, ASSAY_LEGEND_AREA, ASSAY_TONE_DIM, 0, _ ("closed"));
}

static void
add_words (AssayScene *scene, const AssayTimelinePicture *self)
{
  const AssayOrderTimeline *timeline = self->timeline;
  const AssayTimelineLane *whole = g_ptr_array_index (timeline->lanes, 0);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *from = assay_chart_format_date (self->first);
  g_autofree char *to = assay_chart_format_date (self->last);
  AssayOrderEvent reached = ASSAY_N_EVENTS;

  scene->subtitle = assay_words_join (timeline->number, timeline->supplier);
  /* Translators: the number of an order, two dates */
  g_string_append_printf (text, _ ("Timeline of order %s from %s to %s."), timeline->number, from,
                          to);
  for (guint i = 0; i < ASSAY_N_EVENTS; i++)
    if (whole->days[i].actual != ASSAY_DATE_UNKNOWN)
      reached = i;
  if (reached < ASSAY_N_EVENTS)
    {
      g_autofree char *date = assay_chart_format_date (whole->days[reached].actual);

      g_string_append_c (text, ' ');
      /* Translators: an event, “Shipped”, and a date */
      g_string_append_printf (text, _ ("Last event of the whole order: %s, %s."),
                              assay_order_event_label (reached), date);
    }
  for (guint i = 0; i < timeline->lanes->len; i++)
    {
      const AssayTimelineLane *lane = g_ptr_array_index (timeline->lanes, i);
      g_autofree char *detail = lane->kind == ASSAY_LANE_LINE ? detail_of (self, lane) : NULL;

      if (detail != NULL)
        /* Translators: an order line; how it stands: "3 days late" */
        g_string_append_printf (text, _ (" %s: %s."), lane->name, detail);
    }
  scene->description = g_string_free_and_steal (g_steal_pointer (&text));
}

static void
fill (AssayScene *scene, AssayTimelinePicture *self)
{
  const AssayOrderTimeline *timeline = self->timeline;
  AssayLayer *today;
  Bars bars;

  assay_scene_add_panel (scene, ASSAY_AXIS_CATEGORY, NULL, 1);
  bars.bands = assay_scene_add_layer (scene, ASSAY_LAYER_CELLS, ASSAY_TONE_DIM);
  today = assay_scene_add_layer (scene, ASSAY_LAYER_UPRIGHT, ASSAY_TONE_ZERO);
  today->dash = ASSAY_DASH_DASHED;
  bars.planned = assay_scene_add_layer (scene, ASSAY_LAYER_CELLS, ASSAY_TONE_CENTRE);
  bars.late = assay_scene_add_layer (scene, ASSAY_LAYER_CELLS, ASSAY_TONE_SIGNAL);
  bars.production = assay_scene_add_layer (scene, ASSAY_LAYER_CELLS, ASSAY_TONE_DATA);
  bars.way = assay_scene_add_layer (scene, ASSAY_LAYER_CELLS, ASSAY_TONE_DATA_2);
  add_lanes (scene, self, &bars);
  if (timeline->milestones->len > 0)
    assay_timeline_add_milestones (self, add_row (scene, _ ("Milestones"), NULL));
  if (timeline->bands->len > 0)
    {
      guint row = add_row (scene, _ ("Closed"), NULL);

      add_bands (self, &bars, row, row + 1);
    }
  assay_timeline_place_marks (scene, self);
  assay_scale_include (&scene->x.scale, self->first - ROOM);
  assay_scale_include (&scene->x.scale, self->last + ROOM);
  if (timeline->today >= self->first - ROOM && timeline->today <= self->last + ROOM)
    assay_layer_add (today, timeline->today, 0, 0);
  add_legend (scene, self);
  if (today->items->len > 0)
    assay_scene_add_legend (scene, ASSAY_LEGEND_LINE, ASSAY_TONE_ZERO, ASSAY_DASH_DASHED,
                            _ ("today"));
  add_words (scene, self);
}

/**
 * assay_timeline_chart_new:
 * @timeline: an order in time; nothing of it is kept
 *
 * Returns: (transfer full): the scene; of an order without any date one that says so
 */
AssayScene *
assay_timeline_chart_new (AssayOrderTimeline *timeline)
{
  AssayScene *scene = assay_scene_new ("timeline", _ ("Timeline of the order"));
  AssayTimelinePicture *self = g_new0 (AssayTimelinePicture, 1);

  self->timeline = timeline;
  self->marks = g_array_new (FALSE, FALSE, sizeof (AssayTimelineMark));
  g_array_set_clear_func (self->marks, clear_mark);
  self->entries = g_array_new (FALSE, FALSE, sizeof (AssayTimelineEntry));
  g_array_set_clear_func (self->entries, clear_entry);
  scene->definition = g_strdup (
      _ ("Thin bars reach from the first to the last planned day of a row, solid ones from event "
         "to event as they happened; the hatched part is how long after its plan the last event "
         "came, or how long it is overdue today. What happens to each line has happened to the "
         "order when it has happened to the last of them. A line is received by its latest "
         "promise; goods on their way know their plan better than the line. Days are calendar "
         "days."));
  assay_axis_init (&scene->x, ASSAY_AXIS_DATE, NULL);
  assay_scene_add_column (scene, _ ("What"), FALSE);
  assay_scene_add_column (scene, _ ("Event"), FALSE);
  assay_scene_add_column (scene, _ ("Planned"), FALSE);
  assay_scene_add_column (scene, _ ("Actual"), FALSE);
  assay_scene_add_column (scene, _ ("Days after the plan"), TRUE);
  assay_scene_set_source (scene, &source, self, picture_free);
  if (assay_order_timeline_span (timeline, &self->first, &self->last))
    fill (scene, self);
  else
    {
      scene->empty = g_strdup (_ ("Nothing is planned and nothing has happened yet. Write down "
                                  "when the order was sent and what was promised."));
      scene->description = g_strdup (scene->empty);
    }
  scene->n_rows = self->entries->len;
  self->timeline = NULL;
  assay_scene_finish (scene);
  return scene;
}

/**
 * assay_timeline_chart_mark_type:
 * @scene: a timeline
 * @id: a key that one of its marks or rows gave
 *
 * Returns: of which type the record is; %ASSAY_TYPE_NONE when none has the key
 */
AssayType
assay_timeline_chart_mark_type (const AssayScene *scene, gint64 id)
{
  const AssayTimelinePicture *self = scene->data;

  g_return_val_if_fail (g_str_equal (scene->kind, "timeline"), ASSAY_TYPE_NONE);

  for (guint i = 0; i < self->marks->len; i++)
    if (g_array_index (self->marks, AssayTimelineMark, i).id == id)
      return g_array_index (self->marks, AssayTimelineMark, i).type;
  for (guint i = 0; i < self->entries->len; i++)
    if (g_array_index (self->entries, AssayTimelineEntry, i).id == id)
      return g_array_index (self->entries, AssayTimelineEntry, i).type;
  return ASSAY_TYPE_NONE;
}
