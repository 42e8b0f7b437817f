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
  ASSAY_LAYER_TEXT,    /* words at items */
  ASSAY_LAYER_CELLS,   /* rectangles, each with words in it where they fit */
  ASSAY_LAYER_SPANS,   /* strokes with caps along the longer side of a cell: intervals */
  ASSAY_LAYER_BUBBLES, /* circles whose area says how much, with names beside them */
  ASSAY_LAYER_FRAME,   /* not drawn: the panel as a whole, for a reader to point at */
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

typedef enum
{
  ASSAY_FILL_SOLID,
  ASSAY_FILL_TINT,    /* the tone, faintly, with an outline */
  ASSAY_FILL_HATCH,   /* the same with slanted lines */
  ASSAY_FILL_OUTLINE, /* nothing within: what is not known */
  ASSAY_FILL_LEVEL,   /* so strong as the level says */
  ASSAY_FILL_LEVEL_HATCH,
} AssayFill;

/* A rectangle of a CELLS or SPANS layer, in values of the axes. In a row of categories y0 and y1
 * lie within half a unit of the row's number. The item of the same number says where its row and
 * tone are; its x is to lie between x0 and x1. */
typedef struct
{
  double x0, x1;
  double y0, y1;
  double level; /* 0…1 */
  guint8 fill;  /* AssayFill */
} AssayCell;

/* Of a BUBBLES layer, for the item of the same number. */
typedef struct
{
  double share;    /* its area beside the largest one's, 0…1; NaN: unknown, a ring of fixed size */
  gboolean dashed; /* to be taken with caution */
} AssayBubble;

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
  GPtrArray *words;      /* of TEXT, CELLS and BUBBLES, one for each item; may be NULL */
  GArray *items;         /* AssayItem in rising order of x */
  GArray *lower;         /* AssayItem, of a BAND */
  GArray *boxes;         /* AssayBox */
  GArray *cells;         /* AssayCell, of CELLS and SPANS */
  GArray *bubbles;       /* AssayBubble */
  AssayPyramid *pyramid; /* minima and maxima of LINE and POINTS */
  GArray *special;       /* AssayItem: copies of those that are not ordinary dots */
  AssayPyramid *special_pyramid;
} AssayLayer;

/* Corners of a panel, for words about what lies there. */
enum
{
  ASSAY_CORNER_TOP_LEFT,
  ASSAY_CORNER_TOP_RIGHT,
  ASSAY_CORNER_BOTTOM_LEFT,
  ASSAY_CORNER_BOTTOM_RIGHT,
  ASSAY_N_CORNERS,
};

typedef struct
{
  AssayAxis y;
  double weight;                  /* share of the height */
  char *detail;                   /* in a grid: second line of the title; nullable */
  gboolean dense;                 /* rows of one line */
  char *corners[ASSAY_N_CORNERS]; /* nullable */
} AssayPanel;

typedef enum
{
  ASSAY_LEGEND_SHAPE,
  ASSAY_LEGEND_LINE,
  ASSAY_LEGEND_AREA,
  ASSAY_LEGEND_BOX,
  ASSAY_LEGEND_HATCH,  /* a hatched area */
  ASSAY_LEGEND_SCALE,  /* levels from 0 to 1 */
  ASSAY_LEGEND_EMPTY,  /* an outline */
  ASSAY_LEGEND_BUBBLE, /* dashed: with caution; dotted: of unknown size */
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
 * for text and ids, and 0…n_rows−1 of the table for cell and row_ids. Without ids a mark has those
 * of the table's row of its number. */
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
  gboolean grid;     /* panels stand beside each other too, with axes in common: small multiples */
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
void
assay_layer_add_cell (AssayLayer *layer, const AssayCell *cell, const char *words, guint32 row);
void assay_layer_add_span (AssayLayer *layer, double x0, double x1, double y0, double y1);
void assay_layer_add_bubble (AssayLayer *layer,
                             double x,
                             double y,
                             double share,
                             gboolean dashed,
                             const char *name,
                             guint32 row);
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
