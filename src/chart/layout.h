/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A scene at a size: where each panel, tick, mark and word goes. Painting, pointing and the
 * drawing of a focus all read the same layout, so they always agree. Made once per size, zoom and
 * font, used from one thread. Lengths are in points on paper and in pixels on a screen.
 *
 * In right-to-left languages words, legend and the side of the axes are mirrored; time and numbers
 * still run from left to right, as their digits do. */

#pragma once

#include "chart/scene.h"
#include "chart/scale.h"

G_BEGIN_DECLS

typedef struct _AssayLayout AssayLayout;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} AssayRect;

typedef struct
{
  double width;
  double height;
  double font_size;        /* of ordinary text, in the same unit */
  const char *font_family; /* NULL for the sans-serif one */
  gboolean rtl;
  gboolean header;             /* with title, subtitle and definition: for paper and files */
  gboolean without_definition; /* of the header: it stands elsewhere */
  double margin;               /* empty space around it all */
  gboolean zoomed;             /* whether view holds, else the whole x axis is shown */
  AssayScale view;
} AssayLayoutOptions;

AssayLayout *assay_layout_new (AssayScene *scene, const AssayLayoutOptions *options);
void assay_layout_free (AssayLayout *layout);
double assay_layout_natural_height (AssayScene *scene, const AssayLayoutOptions *options);

gboolean assay_layout_has_rows (const AssayScene *scene);

AssayScale assay_layout_get_view (const AssayLayout *layout);
AssayScale assay_layout_get_whole (const AssayLayout *layout);
AssayRect assay_layout_get_plot (const AssayLayout *layout);
double assay_layout_x_value (const AssayLayout *layout, double x);
guint assay_layout_hit (const AssayLayout *layout, double x, double y, double radius);
gboolean assay_layout_mark_point (const AssayLayout *layout, guint mark, double *x, double *y);
gboolean assay_layout_mark_rect (const AssayLayout *layout, guint mark, AssayRect *rect);
guint assay_layout_step_mark (const AssayLayout *layout, guint mark, AssayMarkStep step);
guint assay_layout_n_texts (const AssayLayout *layout);
AssayRect assay_layout_get_text (const AssayLayout *layout, guint i, const char **text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayLayout, assay_layout_free)

G_END_DECLS
