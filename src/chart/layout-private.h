/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inside of a layout, for its own files and the painter. */

#pragma once

#include "chart/layout.h"
#include "chart/scene-private.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/* Words at their place. */
typedef struct
{
  PangoLayout *text;
  AssayRect rect;
  AssayTone tone;
  gboolean halo; /* with the background behind it: lines may pass there */
} AssayPlacedText;

/* From a name to what it names. */
typedef struct
{
  double x0, y0;
  double x1, y1;
} AssayLeader;

typedef struct
{
  const AssayLegend *legend; /* borrowed from the scene */
  AssayRect rect;            /* of its glyph */
} AssayPlacedGlyph;

typedef struct
{
  AssayRect plot;
  AssayScale y;
  GArray *ticks;      /* AssayTick */
  double row_height;  /* of a category */
  double row_heading; /* part of it above the row, for the name */
  guint rows_shown;
  gboolean last;   /* nothing below it: it shows the x axis' names */
  gboolean first;  /* nothing beside it where an axis begins: it shows its own axis' names */
  AssayRect whole; /* with its title, in a grid */
} AssayPlacedPanel;

struct _AssayLayout
{
  AssayScene *scene;
  AssayLayoutOptions options;
  char *font_family;
  PangoContext *context;
  double small;       /* size of lesser text */
  double line;        /* height of a line of lesser text */
  double left, right; /* gutters of the plots */
  AssayScale whole;
  AssayScale view;
  GArray *x_ticks;      /* AssayTick */
  GArray *panels;       /* AssayPlacedPanel */
  GArray *texts;        /* AssayPlacedText */
  GArray *glyphs;       /* AssayPlacedGlyph */
  GArray *leaders;      /* AssayLeader */
  guint grid_columns;   /* 1 where panels only stand below each other */
  GHashTable *columns;  /* of AssayLayer: GArray of AssayRect, the painter's between redraws */
  double columns_scale; /* for which they are */
};

typedef enum
{
  ASSAY_ALIGN_START,
  ASSAY_ALIGN_CENTRE,
  ASSAY_ALIGN_END,
} AssayAlign;

typedef struct
{
  double size; /* 0 for that of lesser text */
  gboolean bold;
  gboolean wrap;
  guint max_lines;
  PangoEllipsizeMode ellipsize;
  AssayTone tone;
  AssayAlign align;
  gboolean halo;
} AssayTextStyle;

PangoLayout *assay_layout_make_text (AssayLayout *l,
                                     const char *text,
                                     const AssayTextStyle *style,
                                     double width);
void assay_layout_text_size (PangoLayout *text, double *width, double *height);
double assay_layout_text_width (AssayLayout *l, const char *text, const AssayTextStyle *style);
AssayRect assay_layout_place (AssayLayout *l,
                              const char *text,
                              const AssayTextStyle *style,
                              double x,
                              double y,
                              double width);
double assay_layout_row_height (AssayLayout *l, double *heading);
double assay_layout_bubble_radius (const AssayLayout *l, const AssayLayer *layer, guint i);
AssayRect assay_layout_cell_rect (const AssayLayout *l, const AssayLayer *layer, guint i);
void assay_layout_name_bubbles (AssayLayout *l);
void assay_layout_name_corners (AssayLayout *l);
double assay_layout_grid_height (AssayLayout *l);
void assay_layout_place_grid (AssayLayout *l, double y, double bottom);
void assay_layout_grid_gutters (AssayLayout *l);
void assay_layout_name_grid (AssayLayout *l);
void assay_layout_pad_values (AssayScale *scale);
gboolean assay_layout_is_narrow (const AssayLayout *l);
double assay_layout_header (AssayLayout *l, double y);
double assay_layout_legend (AssayLayout *l, double y);
double assay_layout_footer (AssayLayout *l, guint hidden, gboolean place, double y);
void assay_layout_gutters (AssayLayout *l);
void assay_layout_name_ticks (AssayLayout *l);
void assay_layout_name_rules (AssayLayout *l);
void assay_layout_name_rows (AssayLayout *l);

AssayPlacedPanel *assay_layout_get_panel (const AssayLayout *l, guint panel);
double assay_layout_map_x (const AssayLayout *l, guint panel, double value);
double assay_layout_unmap_x (const AssayLayout *l, guint panel, double x);
double assay_layout_map_y (const AssayLayout *l, guint panel, double value);

G_END_DECLS
