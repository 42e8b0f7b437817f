/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/photo-viewer.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/init.h"
#include "ui/inspections/picture-load.h"

#define STEP     1.25
#define MAX_ZOOM 8.0

struct _AssayPhotoViewer
{
  AdwDialog parent_instance;

  AssayContext *context;
  GPtrArray *files; /* the pictures */
  guint index;
  GCancellable *cancellable;
  GdkTexture *texture;
  double zoom; /* 0: as large as it fits; else pixels of the window per pixel of the photo */
  double zoom_at_start;

  AdwWindowTitle *title;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkPicture *picture;
  AdwStatusPage *failed;
  GtkEntry *caption;
};

G_DEFINE_FINAL_TYPE (AssayPhotoViewer, assay_photo_viewer, ADW_TYPE_DIALOG)

static AssayDraftFile *
current (AssayPhotoViewer *self)
{
  return g_ptr_array_index (self->files, self->index);
}

/* What the photo is scaled by while it fits. */
static double
fitting_zoom (AssayPhotoViewer *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->scroller));
  int height = gtk_widget_get_height (GTK_WIDGET (self->scroller));

  if (self->texture == NULL || width <= 0 || height <= 0)
    return 1;
  return MIN (1.0, MIN ((double)width / gdk_texture_get_width (self->texture),
                        (double)height / gdk_texture_get_height (self->texture)));
}

static void
set_zoom (AssayPhotoViewer *self, double zoom)
{
  if (self->texture == NULL)
    return;
  self->zoom = zoom <= fitting_zoom (self) ? 0 : MIN (zoom, MAX_ZOOM);
  if (self->zoom == 0)
    gtk_widget_set_size_request (GTK_WIDGET (self->picture), -1, -1);
  else
    gtk_widget_set_size_request (GTK_WIDGET (self->picture),
                                 (int)(gdk_texture_get_width (self->texture) * self->zoom),
                                 (int)(gdk_texture_get_height (self->texture) * self->zoom));
}

static double
shown_zoom (AssayPhotoViewer *self)
{
  return self->zoom > 0 ? self->zoom : fitting_zoom (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayPhotoViewer) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture
      = assay_picture_load_finish (ASSAY_DRAFT_FILE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->context == NULL
      || current (self) != ASSAY_DRAFT_FILE (source))
    return;
  if (texture == NULL)
    {
      g_autofree char *words = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->failed, words);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  g_set_object (&self->texture, texture);
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  set_zoom (self, 0);
  gtk_stack_set_visible_child_name (self->stack, "photo");
}

static void
show_photo (AssayPhotoViewer *self)
{
  AssayDraftFile *file = current (self);
  GdkTexture *thumbnail = assay_draft_file_get_thumbnail (file);
  const char *caption = assay_draft_file_get_caption (file);
  /* Translators: which of how many photos */
  g_autofree char *place = g_strdup_printf (_ ("%u of %u"), self->index + 1, self->files->len);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_set_object (&self->texture, thumbnail);
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (thumbnail));
  gtk_picture_set_alternative_text (self->picture, assay_draft_file_get_title (file));
  set_zoom (self, 0);
  gtk_stack_set_visible_child_name (self->stack, thumbnail != NULL ? "photo" : "loading");
  adw_window_title_set_title (self->title, assay_draft_file_get_name (file));
  adw_window_title_set_subtitle (self->title, place);
  adw_dialog_set_title (ADW_DIALOG (self), assay_draft_file_get_name (file));
  gtk_editable_set_text (GTK_EDITABLE (self->caption), caption != NULL ? caption : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photo.previous", self->index > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photo.next",
                                 self->index + 1 < self->files->len);
  assay_picture_load_async (file, assay_context_get_book (self->context), self->cancellable,
                            loaded_cb, g_object_ref (self));
}

static void
walk (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayPhotoViewer *self = ASSAY_PHOTO_VIEWER (widget);
  int index = (int)self->index + (g_str_has_suffix (name, "next") ? 1 : -1);

  if (index < 0 || index >= (int)self->files->len)
    return;
  self->index = (guint)index;
  show_photo (self);
}

static void
zoom (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayPhotoViewer *self = ASSAY_PHOTO_VIEWER (widget);

  if (g_str_has_suffix (name, "fit"))
    set_zoom (self, 0);
  else
    set_zoom (self, shown_zoom (self) * (g_str_has_suffix (name, "in") ? STEP : 1 / STEP));
}

static gboolean
scroll_cb (AssayPhotoViewer *self, double dx, double dy, GtkEventControllerScroll *scroll)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  set_zoom (self, shown_zoom (self) * pow (STEP, -dy));
  return GDK_EVENT_STOP;
}

static void
zoom_begin_cb (AssayPhotoViewer *self)
{
  self->zoom_at_start = shown_zoom (self);
}

static void
zoom_changed_cb (AssayPhotoViewer *self, double scale)
{
  set_zoom (self, self->zoom_at_start * scale);
}

static void
caption_changed_cb (AssayPhotoViewer *self)
{
  if (self->files != NULL)
    assay_draft_file_set_caption (current (self),
                                  gtk_editable_get_text (GTK_EDITABLE (self->caption)));
}

static void
assay_photo_viewer_dispose (GObject *object)
{
  AssayPhotoViewer *self = ASSAY_PHOTO_VIEWER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_PHOTO_VIEWER);

  G_OBJECT_CLASS (assay_photo_viewer_parent_class)->dispose (object);
}

static void
assay_photo_viewer_class_init (AssayPhotoViewerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_Left, "photo.previous" },        { GDK_KEY_Right, "photo.next" },
    { GDK_KEY_Page_Up, "photo.previous" },     { GDK_KEY_Page_Down, "photo.next" },
    { GDK_KEY_plus, "photo.zoom-in" },         { GDK_KEY_equal, "photo.zoom-in" },
    { GDK_KEY_KP_Add, "photo.zoom-in" },       { GDK_KEY_minus, "photo.zoom-out" },
    { GDK_KEY_KP_Subtract, "photo.zoom-out" }, { GDK_KEY_0, "photo.fit" },
  };

  G_OBJECT_CLASS (klass)->dispose = assay_photo_viewer_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "inspections/photo-viewer.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayPhotoViewer, title);
  gtk_widget_class_bind_template_child (widget_class, AssayPhotoViewer, stack);
  gtk_widget_class_bind_template_child (widget_class, AssayPhotoViewer, scroller);
  gtk_widget_class_bind_template_child (widget_class, AssayPhotoViewer, picture);
  gtk_widget_class_bind_template_child (widget_class, AssayPhotoViewer, failed);
  gtk_widget_class_bind_template_child (widget_class, AssayPhotoViewer, caption);
  gtk_widget_class_bind_template_callback (widget_class, scroll_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, caption_changed_cb);

  gtk_widget_class_install_action (widget_class, "photo.previous", NULL, walk);
  gtk_widget_class_install_action (widget_class, "photo.next", NULL, walk);
  gtk_widget_class_install_action (widget_class, "photo.zoom-in", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "photo.zoom-out", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "photo.fit", NULL, zoom);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, keys[i].action, NULL);
}

static void
assay_photo_viewer_init (AssayPhotoViewer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->scroller));
}

AdwDialog *
assay_photo_viewer_new (AssayContext *context, GListModel *files, AssayDraftFile *first)
{
  AssayPhotoViewer *self = g_object_new (ASSAY_TYPE_PHOTO_VIEWER, NULL);
  guint n = g_list_model_get_n_items (files);

  self->context = g_object_ref (context);
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AssayDraftFile) file = g_list_model_get_item (files, i);

      if (!assay_draft_file_is_picture (file))
        continue;
      if (file == first)
        self->index = self->files->len;
      g_ptr_array_add (self->files, g_steal_pointer (&file));
    }
  if (self->files->len == 0)
    g_ptr_array_add (self->files, g_object_ref (first));
  show_photo (self);
  return ADW_DIALOG (self);
}
