/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Drawing in the photo viewer: by hand or by keys, on a copy. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "ui/inspections/photo-viewer-private.h"
#include "ui/inspections/picture-load.h"

gboolean
assay_photo_viewer_is_marking (AssayPhotoViewer *self)
{
  return assay_photo_canvas_get_marks (self->canvas) != NULL;
}

/* What can be done follows from what was drawn. */
void
assay_photo_viewer_update_marks (AssayPhotoViewer *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AssayBook *book = self->context != NULL ? assay_context_get_book (self->context) : NULL;
  AssayPhotoMarks *marks = assay_photo_canvas_get_marks (self->canvas);
  gboolean drawn = marks != NULL && assay_photo_marks_get_n (marks) > 0;
  gboolean shown = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "photo") == 0;

  gtk_widget_set_visible (self->looking, marks == NULL);
  gtk_widget_set_visible (self->marking, marks != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->words),
                          g_strcmp0 (adw_toggle_group_get_active_name (self->tools), "text") == 0);
  gtk_widget_set_visible (self->rendering_spinner, self->rendering);
  gtk_widget_action_set_enabled (widget, "photo.mark",
                                 marks == NULL && shown && book != NULL
                                     && !assay_book_is_read_only (book));
  gtk_widget_action_set_enabled (widget, "photo.place-mark", marks != NULL && !self->rendering);
  gtk_widget_action_set_enabled (widget, "photo.undo-mark", drawn && !self->rendering);
  gtk_widget_action_set_enabled (widget, "photo.keep-marks", drawn && !self->rendering);
  gtk_widget_action_set_enabled (widget, "photo.cancel-marks", marks != NULL);
  gtk_widget_action_set_enabled (widget, "photo.previous", marks == NULL && self->index > 0);
  gtk_widget_action_set_enabled (widget, "photo.next",
                                 marks == NULL && self->pictures != NULL
                                     && self->index + 1 < self->pictures->len);
  /* Escape ends the drawing first. */
  adw_dialog_set_can_close (ADW_DIALOG (self), marks == NULL);
}

void
assay_photo_viewer_stop_marking (AssayPhotoViewer *self)
{
  if (self->rendering)
    g_cancellable_cancel (self->cancellable);
  self->rendering = FALSE;
  assay_photo_canvas_set_marking (self->canvas, FALSE);
  assay_photo_viewer_update_marks (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
mark_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayPhotoViewer *self = ASSAY_PHOTO_VIEWER (widget);

  assay_photo_canvas_set_marking (self->canvas, TRUE);
  assay_photo_viewer_update_marks (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  gtk_accessible_announce (GTK_ACCESSIBLE (self),
                           _ ("Drawing on a copy; the original stays as it is"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
place_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayPhotoViewer *self = ASSAY_PHOTO_VIEWER (widget);

  assay_photo_canvas_place_mark (self->canvas);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  assay_photo_canvas_undo_mark (ASSAY_PHOTO_VIEWER (widget)->canvas);
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  assay_photo_viewer_stop_marking (ASSAY_PHOTO_VIEWER (widget));
}

static void
insert_copy (AssayPhotoViewer *self, AssayDraftFile *original, AssayDraftFile *copy)
{
  guint position;

  if (g_list_store_find (self->store, original, &position))
    g_list_store_insert (self->store, position + 1, copy);
  else
    g_list_store_append (self->store, copy);
  g_ptr_array_insert (self->pictures, (int)self->index + 1, g_object_ref (copy));
}

static void
marked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayPhotoViewer) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayDraftFile) copy
      = assay_picture_mark_finish (ASSAY_DRAFT_FILE (source), result, &error);

  if (self->context == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->rendering = FALSE;
  if (copy == NULL)
    {
      assay_photo_viewer_update_marks (self);
      assay_context_failed (self->context, _ ("Cannot draw on this photo"), error);
      return;
    }
  insert_copy (self, ASSAY_DRAFT_FILE (source), copy);
  assay_photo_viewer_stop_marking (self);
  assay_photo_viewer_show_nth (self, self->index + 1);
}

static void
keep_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayPhotoViewer *self = ASSAY_PHOTO_VIEWER (widget);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->rendering = TRUE;
  assay_photo_viewer_update_marks (self);
  assay_picture_mark_async (assay_photo_viewer_get_current (self),
                            assay_context_get_book (self->context),
                            assay_photo_canvas_get_marks (self->canvas), self->cancellable,
                            marked_cb, g_object_ref (self));
}

static void
tool_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayPhotoViewer *self = ASSAY_PHOTO_VIEWER (widget);

  if (assay_photo_viewer_is_marking (self))
    adw_toggle_group_set_active_name (self->tools, g_variant_get_string (parameter, NULL));
}

/* Arrows and Shift+arrows; while nothing is drawn, Left and Right walk. */
static void
arrow_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayPhotoViewer *self = ASSAY_PHOTO_VIEWER (widget);
  gboolean shift;
  int dx, dy;

  g_variant_get (parameter, "(bii)", &shift, &dx, &dy);
  if (assay_photo_viewer_is_marking (self))
    {
      if (shift)
        assay_photo_canvas_stretch_mark (self->canvas, dx, dy);
      else
        assay_photo_canvas_move_mark (self->canvas, dx, dy);
    }
  else if (shift || dx == 0)
    assay_photo_canvas_pan (self->canvas, dx * 0.1, dy * 0.1);
  else
    gtk_widget_activate_action (widget, dx < 0 ? "photo.previous" : "photo.next", NULL);
}

void
assay_photo_viewer_install_marks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "photo.mark", NULL, mark_action);
  gtk_widget_class_install_action (widget_class, "photo.place-mark", NULL, place_action);
  gtk_widget_class_install_action (widget_class, "photo.undo-mark", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "photo.cancel-marks", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "photo.keep-marks", NULL, keep_action);
  gtk_widget_class_install_action (widget_class, "photo.tool", "s", tool_action);
  gtk_widget_class_install_action (widget_class, "photo.arrow", "(bii)", arrow_action);
}
