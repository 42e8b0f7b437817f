/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture before it has a size: panels over one x axis, layers of marks with the rows behind
 * each, and everything it says in words: title, legend, notes, the definition of what is shown,
 * a spoken description, a table with the same content. Made by the file of one chart, immutable
 * afterwards, refcounted (atomically), and laid out and painted any number of times.
 *
 * What a layer can be made of stands in scene-private.h, AssayLayerKind: besides lines, points,
 * bars and boxes there are *cells* (any rectangles: a month in a heat map, a stretch of time in a
 * row, a piece of a stack; filled, hatched or so strong as a level says, with words in them where
 * they fit), *spans* (intervals with caps) and *bubbles* (circles by area, with names that find a
 * place). An axis may count months, each as wide as the others. A scene that is a *grid* lays its
 * panels out beside each other with both axes in common.
 *
 * A *mark* is what a reader can point at: numbered 0…n−1, in *lanes* (a panel, a supplier's row)
 * and in rising order along the x axis within one. */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _AssayScene AssayScene;

#define ASSAY_TYPE_SCENE (assay_scene_get_type ())
#define ASSAY_MARK_NONE  G_MAXUINT

typedef enum
{
  ASSAY_STEP_PREVIOUS, /* to the one before along the x axis */
  ASSAY_STEP_NEXT,
  ASSAY_STEP_UP, /* to the nearest in the lane above */
  ASSAY_STEP_DOWN,
  ASSAY_STEP_FIRST, /* of the same lane */
  ASSAY_STEP_LAST,
} AssayMarkStep;

GType assay_scene_get_type (void);
AssayScene *assay_scene_ref (AssayScene *scene);
void assay_scene_unref (AssayScene *scene);

const char *assay_scene_get_title (const AssayScene *scene);
const char *assay_scene_get_subtitle (const AssayScene *scene);
const char *assay_scene_get_description (const AssayScene *scene);
const char *assay_scene_get_definition (const AssayScene *scene);
const char *assay_scene_get_note (const AssayScene *scene);
const char *assay_scene_get_empty (const AssayScene *scene);
const char *assay_scene_get_file_stem (const AssayScene *scene);

gboolean assay_scene_can_zoom (const AssayScene *scene);
guint assay_scene_n_marks (const AssayScene *scene);
guint assay_scene_step_mark (const AssayScene *scene, guint mark, AssayMarkStep step);
char *assay_scene_get_mark_text (const AssayScene *scene, guint mark);
GArray *assay_scene_get_mark_ids (const AssayScene *scene, guint mark);

guint assay_scene_n_columns (const AssayScene *scene);
const char *assay_scene_get_column_title (const AssayScene *scene, guint column);
gboolean assay_scene_column_is_number (const AssayScene *scene, guint column);
guint assay_scene_n_rows (const AssayScene *scene);
char *assay_scene_get_cell (const AssayScene *scene, guint row, guint column);
GArray *assay_scene_get_row_ids (const AssayScene *scene, guint row);

char *assay_scene_dump (const AssayScene *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayScene, assay_scene_unref)

G_END_DECLS
