/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "chart/validity-chart.h"

#include "chart/format.h"
#include "chart/points.h"
#include "chart/scene-private.h"

#include <glib/gi18n-lib.h>

/* Days before and after, so that nothing touches the edge. */
#define ROOM 14
/* Of a bar whose beginning is not known. */
#define UNKNOWN_DAYS 90
/* Half the height of a bar, in rows. */
#define HALF 0.22

enum
{
  COLUMN_WHAT,
  COLUMN_SUPPLIER,
  COLUMN_FROM,
  COLUMN_UNTIL,
  COLUMN_STANDING,
  COLUMN_FLAGS,
};

typedef enum
{
  GROUP_GOOD,
  GROUP_SOON,
  GROUP_OVER,
  GROUP_UNSURE,
  N_GROUPS,
} Group;

typedef struct
{
  gint64 id;
  char *title, *supplier, *standing, *flags;
  gint32 from, until;
  Group group;
} Row;

typedef struct
{
  GArray *rows; /* of Row: all, those with a last day first */
  guint n_drawn;
  gint32 first, last;
} Picture;

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_free (row->title);
  g_free (row->supplier);
  g_free (row->standing);
  g_free (row->flags);
}

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  g_array_unref (picture->rows);
  g_free (picture);
}

static const Row *
row_at (gpointer data, guint row)
{
  return &g_array_index (((Picture *)data)->rows, Row, row);
}

static char *
mark_text (gpointer data, const AssayLayer *layer, const AssayItem *item)
{
  const Row *row = row_at (data, item->row);
  g_autofree char *where = assay_words_join (row->title, row->supplier);
  g_autofree char *how = assay_words_join (where, row->standing);

  return assay_words_join (how, row->flags);
}

static char *
known_date (gint32 day)
{
  return day != ASSAY_DATE_UNKNOWN ? assay_chart_format_date (day) : NULL;
}

static char *
cell (gpointer data, guint index, guint column)
{
  const Row *row = row_at (data, index);

  switch (column)
    {
    case COLUMN_WHAT:
      return g_strdup (row->title);
    case COLUMN_SUPPLIER:
      return g_strdup (row->supplier);
    case COLUMN_FROM:
      return known_date (row->from);
    case COLUMN_UNTIL:
      return known_date (row->until);
    case COLUMN_STANDING:
      return g_strdup (row->standing);
    case COLUMN_FLAGS:
    default:
      return g_strdup (row->flags);
    }
}

static void
row_ids (gpointer data, guint index, GArray *ids)
{
  g_array_append_val (ids, row_at (data, index)->id);
}

static void
mark_ids (gpointer data, const AssayLayer *layer, const AssayItem *item, GArray *ids)
{
  row_ids (data, item->row, ids);
}

static const AssaySceneSource source = { mark_text, mark_ids, cell, row_ids };

static char *
join_flags (const AssayEvidenceItem *item)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < item->flags->len; i++)
    {
      const AssayEvidenceFlagged *flagged = &g_array_index (item->flags, AssayEvidenceFlagged, i);

      if (flagged->weight == ASSAY_FLAG_NOTE)
        continue;
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "",
                              assay_evidence_flag_label (flagged->flag));
    }
  return words->len > 0 ? g_string_free_and_steal (g_steal_pointer (&words)) : NULL;
}

static Group
group_of (const AssayEvidenceItem *item, const AssayEvidenceQuestion *question)
{
  if (item->until < question->today)
    return GROUP_OVER;
  if (!item->holds)
    return GROUP_UNSURE;
  return item->until - question->today <= question->ahead ? GROUP_SOON : GROUP_GOOD;
}

static void
take_rows (Picture *self, const AssayEvidenceRegister *evidence, gboolean dated)
{
  for (guint i = 0; i < evidence->items->len; i++)
    {
      const AssayEvidenceItem *item = g_ptr_array_index (evidence->items, i);
      Row row = { .id = item->id, .from = item->from, .until = item->until };

      if ((item->until != ASSAY_DATE_UNKNOWN) != dated)
        continue;
      row.title = g_strdup (item->title);
      row.supplier = g_strdup (item->supplier_name);
      row.standing = assay_evidence_item_dup_standing (item, evidence->question.today);
      row.flags = join_flags (item);
      row.group = group_of (item, &evidence->question);
      g_array_append_val (self->rows, row);
      self->n_drawn += dated;
    }
}

static gint32
start_of (const Row *row)
{
  return row->from != ASSAY_DATE_UNKNOWN && row->from < row->until ? row->from
                                                                   : row->until - UNKNOWN_DAYS;
}

static void
span (Picture *self)
{
  for (guint i = 0; i < self->n_drawn; i++)
    {
      const Row *row = row_at (self, i);

      self->first = i == 0 ? start_of (row) : MIN (self->first, start_of (row));
      self->last = i == 0 ? row->until : MAX (self->last, row->until);
    }
}

static const struct
{
  AssayTone tone;
  guint8 fill;
  AssayLegendKind legend;
  const char *label;
} groups[N_GROUPS] = {
  [GROUP_GOOD] = { ASSAY_TONE_DATA, ASSAY_FILL_SOLID, ASSAY_LEGEND_LINE, N_ ("valid") },
  [GROUP_SOON] = { ASSAY_TONE_WARNING, ASSAY_FILL_SOLID, ASSAY_LEGEND_LINE, N_ ("ends soon") },
  [GROUP_OVER] = { ASSAY_TONE_SIGNAL, ASSAY_FILL_HATCH, ASSAY_LEGEND_HATCH, N_ ("expired") },
  [GROUP_UNSURE]
  = { ASSAY_TONE_DIM, ASSAY_FILL_OUTLINE, ASSAY_LEGEND_EMPTY, N_ ("nothing can rest on it") },
};

static void
add_bars (AssayScene *scene, Picture *self)
{
  AssayAxis *axis = &assay_scene_get_panel (scene, 0)->y;
  AssayLayer *layers[N_GROUPS];

  for (guint i = 0; i < N_GROUPS; i++)
    layers[i] = assay_scene_add_layer (scene, ASSAY_LAYER_CELLS, groups[i].tone);
  for (guint i = 0; i < self->n_drawn; i++)
    {
      const Row *row = row_at (self, i);
      AssayCell bar = { .x0 = start_of (row),
                        .x1 = row->until,
                        .y0 = i - HALF,
                        .y1 = i + HALF,
                        .fill = groups[row->group].fill };

      g_ptr_array_add (axis->names, g_strdup (row->title));
      g_ptr_array_add (axis->details, g_strdup (row->supplier != NULL ? row->supplier : ""));
      assay_layer_add (layers[row->group], bar.x0, i, i);
      g_array_append_val (layers[row->group]->cells, bar);
    }
  for (guint i = 0; i < N_GROUPS; i++)
    if (layers[i]->items->len > 0)
      assay_scene_add_legend (scene, groups[i].legend, groups[i].tone, 0, _ (groups[i].label));
}

/* A lane for each row, with its last day to point at. */
static void
add_marks (AssayScene *scene, Picture *self)
{
  for (guint i = 0; i < self->n_drawn; i++)
    {
      const Row *row = row_at (self, i);
      AssayLayer *layer = assay_scene_add_layer (scene, ASSAY_LAYER_POINTS, ASSAY_TONE_TEXT);
      AssayItem item = { row->until, i, i, ASSAY_SHAPE_BAR,
                         row->group == GROUP_OVER ? ASSAY_TONE_SIGNAL : ASSAY_TONE_TEXT };

      layer->marks = TRUE;
      g_array_append_val (layer->items, item);
    }
}

static void
add_words (AssayScene *scene, const Picture *self)
{
  guint n[N_GROUPS] = { 0 }, undated = self->rows->len - self->n_drawn;
  g_autofree char *hidden = NULL;

  for (guint i = 0; i < self->n_drawn; i++)
    n[row_at ((gpointer)self, i)->group]++;
  scene->description = g_strdup_printf (
      _ ("Validity of %u pieces of evidence: %u valid, %u ending soon, %u expired, %u on which "
         "nothing can rest."),
      self->n_drawn, n[GROUP_GOOD], n[GROUP_SOON], n[GROUP_OVER], n[GROUP_UNSURE]);
  if (undated > 0)
    scene->note = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u more has no last day and is in the table only.",
                     "%u more have no last day and are in the table only.", undated),
        undated);
}

static void
fill (AssayScene *scene, Picture *self, gint32 today)
{
  AssayLayer *now;

  assay_scene_add_panel (scene, ASSAY_AXIS_CATEGORY, NULL, 1);
  now = assay_scene_add_layer (scene, ASSAY_LAYER_UPRIGHT, ASSAY_TONE_ZERO);
  now->dash = ASSAY_DASH_DASHED;
  add_bars (scene, self);
  add_marks (scene, self);
  assay_scale_include (&scene->x.scale, self->first - ROOM);
  assay_scale_include (&scene->x.scale, self->last + ROOM);
  if (today >= self->first - ROOM && today <= self->last + ROOM)
    {
      assay_layer_add (now, today, 0, 0);
      assay_scene_add_legend (scene, ASSAY_LEGEND_LINE, ASSAY_TONE_ZERO, ASSAY_DASH_DASHED,
                              _ ("today"));
    }
  add_words (scene, self);
}

/**
 * assay_validity_chart_new:
 * @evidence: judged evidence; nothing of it is kept
 *
 * Returns: (transfer full): the scene; without any last day one that says so
 */
AssayScene *
assay_validity_chart_new (const AssayEvidenceRegister *evidence)
{
  AssayScene *scene = assay_scene_new ("validity", _ ("Validity of the evidence"));
  Picture *self = g_new0 (Picture, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
  take_rows (self, evidence, TRUE);
  take_rows (self, evidence, FALSE);
  span (self);
  scene->definition = g_strdup_printf (
      _ ("A bar from the first to the last day on which a certificate, an audit or a status is "
         "valid. Where no last day is printed, it is the day of issue and the usual validity of "
         "the scheme. “Ends soon” is within %d days. Nothing can rest on what is only claimed, was "
         "refused, belongs to somebody else, or has a scope without your goods."),
      evidence->question.ahead);
  assay_axis_init (&scene->x, ASSAY_AXIS_DATE, NULL);
  assay_scene_add_column (scene, _ ("Evidence"), FALSE);
  assay_scene_add_column (scene, _ ("Supplier"), FALSE);
  assay_scene_add_column (scene, _ ("Valid from"), FALSE);
  assay_scene_add_column (scene, _ ("Valid until"), FALSE);
  assay_scene_add_column (scene, _ ("Standing"), FALSE);
  assay_scene_add_column (scene, _ ("Flags"), FALSE);
  assay_scene_set_source (scene, &source, self, picture_free);
  if (self->n_drawn > 0)
    fill (scene, self, evidence->question.today);
  else
    {
      scene->empty = g_strdup (_ ("No evidence with a last day yet. Write down until when each "
                                  "certificate is valid."));
      scene->description = g_strdup (scene->empty);
    }
  scene->n_rows = self->rows->len;
  assay_scene_finish (scene);
  return scene;
}
