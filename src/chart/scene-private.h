/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inside of a scene, for the files that make one and for layout and painter. */

#pragma once

#include "chart/axis.h"
#include "chart/decimate.h"
#include "chart/palette.h"
#include "chart/scene.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_LAYER_BAND,     /* the area between items and lower, in steps */
  ASSAY_LAYER_RULE,     /* a straight line at the first item's y over the whole width */
  ASSAY_LAYER_UPRIGHT,  /* a straight line at the first item's x over the whole height */
  ASSAY_LAYER_BARS,     /* bars from nought */
  ASSAY_LAYER_ROW_BARS, /* bars from nought that lie in the rows of a panel */
  ASSAY_LAYER_BOXES,
  ASSAY_LAYER_LINE,
  ASSAY_LAYER_STEPS, /* a line that changes half-way between items */
  ASSAY_LAYER_POINTS,
  ASSAY_LAYER_TEXT, /* words at items */
} AssayLayerKind;

typedef enum
{
  ASSAY_DASH_SOLID,
  ASSAY_DASH_DASHED,
  ASSAY_DASH_DOTTED,
} AssayDash;

typedef enum
{
  ASSAY_SHAPE_DOT, /* the ordinary one: drawn first, left out when too many */
  ASSAY_SHAPE_DIAMOND,
  ASSAY_SHAPE_TRIANGLE,
  ASSAY_SHAPE_SQUARE,
  ASSAY_SHAPE_BAR, /* a short upright stroke */
  ASSAY_N_SHAPES,
} AssayShape;

typedef struct
{
  double x;
  double y;
  guint32 row;  /* the source's number of it */
  guint8 shape; /* AssayShape */
  guint8 tone;  /* AssayTone */
} AssayItem;

/* A box plot lying in the row y. */
typedef struct
{
  double y;
  double low, q1, median, q3, high;
} AssayBox;

typedef struct
{
  AssayLayerKind kind;
  AssayTone tone;
  AssayDash dash;
  guint panel;
  gboolean marks;        /* whether a reader can point at its items: a lane */
  guint first_mark;      /* number of its first mark */
  char *value_label;     /* beside a rule's end, "Mean 52.8"; nullable */
  char *short_label;     /* the same where it is narrow; nullable */
  GPtrArray *words;      /* of a TEXT layer, one for each item */
  GArray *items;         /* AssayItem in rising order of x */
  GArray *lower;         /* AssayItem, of a BAND */
  GArray *boxes;         /* AssayBox */
  AssayPyramid *pyramid; /* minima and maxima of LINE and POINTS */
  GArray *special;       /* AssayItem: copies of those that are not ordinary dots */
  AssayPyramid *special_pyramid;
} AssayLayer;

typedef struct
{
  AssayAxis y;
  double weight; /* share of the height */
} AssayPanel;

typedef enum
{
  ASSAY_LEGEND_SHAPE,
  ASSAY_LEGEND_LINE,
  ASSAY_LEGEND_AREA,
  ASSAY_LEGEND_BOX,
} AssayLegendKind;

typedef struct
{
  AssayLegendKind kind;
  AssayTone tone;
  AssayShape shape;
  AssayDash dash;
  char *label;
} AssayLegend;

typedef struct
{
  char *title;
  gboolean number;
} AssayColumn;

/* Where words and ids of items come from when they are asked for; rows are items' row numbers
 * for text and ids, and 0…n_rows−1 of the table for cell and row_ids. */
typedef struct
{
  char *(*text) (gpointer data, const AssayLayer *layer, const AssayItem *item);
  void (*ids) (gpointer data, const AssayLayer *layer, const AssayItem *item, GArray *ids);
  char *(*cell) (gpointer data, guint row, guint column);
  void (*row_ids) (gpointer data, guint row, GArray *ids);
} AssaySceneSource;

struct _AssayScene
{
  gatomicrefcount refs;
  char *kind; /* stable name, part of suggested file names */
  char *title;
  char *subtitle;
  char *description;
  char *definition;
  char *note;  /* a caution to be shown with the picture; nullable */
  char *empty; /* why there is nothing to see; nullable */
  AssayAxis x;
  GPtrArray *panels; /* AssayPanel * */
  GPtrArray *layers; /* AssayLayer *, painted in this order */
  GPtrArray *legend; /* AssayLegend * */
  GPtrArray *columns;
  guint n_rows;
  guint n_marks;
  const AssaySceneSource *source;
  gpointer data;
  GDestroyNotify free_data;
};

AssayScene *assay_scene_new (const char *kind, const char *title);
AssayPanel *
assay_scene_add_panel (AssayScene *scene, AssayAxisKind kind, const char *title, double weight);
AssayLayer *assay_scene_add_layer (AssayScene *scene, AssayLayerKind kind, AssayTone tone);
AssayLayer *
assay_scene_add_rule (AssayScene *scene, guint panel, double value, AssayTone tone, AssayDash dash);
void assay_layer_add (AssayLayer *layer, double x, double y, guint32 row);
void assay_scene_add_legend (
    AssayScene *scene, AssayLegendKind kind, AssayTone tone, int shape_or_dash, const char *label);
void assay_scene_add_column (AssayScene *scene, const char *title, gboolean number);
void assay_scene_set_source (AssayScene *scene,
                             const AssaySceneSource *source,
                             gpointer data,
                             GDestroyNotify free_data);
void assay_scene_finish (AssayScene *scene);

AssayPanel *assay_scene_get_panel (const AssayScene *scene, guint panel);
AssayLayer *assay_scene_get_layer (const AssayScene *scene, guint layer);
const AssayItem *
assay_scene_get_mark (const AssayScene *scene, guint mark, const AssayLayer **layer);
guint assay_items_find (const GArray *items, double x);
guint assay_items_find_from (const GArray *items, guint from, guint hint, double x);

G_END_DECLS
