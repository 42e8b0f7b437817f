/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the viewer and its drawing share. */

#pragma once

#include "ui/inspections/photo-canvas.h"
#include "ui/inspections/photo-facts-view.h"
#include "ui/inspections/photo-viewer.h"

G_BEGIN_DECLS

struct _AssayPhotoViewer
{
  AdwDialog parent_instance;

  AssayContext *context;
  GListStore *store;   /* where a marked copy goes */
  GPtrArray *pictures; /* of AssayDraftFile */
  guint index;
  gint32 inspected_on;
  GCancellable *cancellable;
  gboolean rendering;
  gboolean showing; /* the entry is filled, not typed in */

  AdwWindowTitle *title;
  AdwOverlaySplitView *split;
  GtkStack *stack;
  AssayPhotoCanvas *canvas;
  AssayPhotoFactsView *facts;
  AdwStatusPage *failed;
  GtkWidget *warning;
  GtkLabel *warning_label;
  GtkWidget *looking;
  GtkEntry *caption;
  GtkWidget *marking;
  AdwToggleGroup *tools;
  GtkEntry *words;
  GtkWidget *rendering_spinner;
};

AssayDraftFile *assay_photo_viewer_get_current (AssayPhotoViewer *viewer);
void assay_photo_viewer_show_nth (AssayPhotoViewer *viewer, guint index);

/* Drawing */
gboolean assay_photo_viewer_is_marking (AssayPhotoViewer *viewer);
void assay_photo_viewer_stop_marking (AssayPhotoViewer *viewer);
void assay_photo_viewer_update_marks (AssayPhotoViewer *viewer);
void assay_photo_viewer_install_marks (GtkWidgetClass *widget_class);

G_END_DECLS
