/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/photo-facts-view.h"

#include <glib/gi18n-lib.h>

#include "record/photo.h"
#include "ui/init.h"
#include "ui/inspections/children.h"

struct _AssayPhotoFactsView
{
  GtkWidget parent_instance;

  AssayRecord *attachment;

  AdwActionRow *time;
  AdwActionRow *place;
  GtkWidget *map;
  AdwActionRow *camera;
  AdwActionRow *name;
  AdwActionRow *size;
  AdwActionRow *fingerprint;
  AdwActionRow *original;
};

G_DEFINE_FINAL_TYPE (AssayPhotoFactsView, assay_photo_facts_view, GTK_TYPE_WIDGET)

/* A file of a stranger may say anything: no markup. */
static void
set (AdwActionRow *row, const char *words)
{
  g_autofree char *plain = g_markup_escape_text (words != NULL ? words : _ ("Unknown"), -1);

  adw_action_row_set_subtitle (row, plain);
}

static void
launch_map_page (AssayPhotoFactsView *self)
{
  g_autofree char *uri = assay_photo_dup_map_uri (self->attachment);
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_uri_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, NULL,
                           NULL);
}

static void
map_launched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayPhotoFactsView) self = data;
  g_autoptr (GError) error = NULL;

  /* Without a program for places, a page in the browser. */
  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error)
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
      && self->attachment != NULL)
    launch_map_page (self);
}

/* Only a click tells anybody where the photo was taken. */
static void
map_cb (AssayPhotoFactsView *self)
{
  g_autofree char *uri = assay_photo_dup_geo_uri (self->attachment);
  g_autoptr (GtkUriLauncher) launcher = NULL;
  g_autoptr (GAppInfo) program = g_app_info_get_default_for_uri_scheme ("geo");
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (uri == NULL)
    return;
  if (program == NULL)
    {
      launch_map_page (self);
      return;
    }
  launcher = gtk_uri_launcher_new (uri);
  gtk_uri_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL,
                           map_launched_cb, g_object_ref (self));
}

void
assay_photo_facts_view_show (AssayPhotoFactsView *self, AssayRecord *attachment)
{
  g_autofree char *clock = assay_photo_dup_time (attachment);
  g_autofree char *zone = assay_photo_dup_zone (attachment);
  g_autofree char *time = clock != NULL ? g_strdup_printf ("%s\n%s", clock, zone) : NULL;
  g_autofree char *place = assay_photo_dup_place (attachment);
  g_autofree char *bytes
      = g_format_size ((guint64)assay_record_get_integer (attachment, ASSAY_ATTACHMENT_BYTES, 0));
  gint64 width = assay_record_get_integer (attachment, ASSAY_ATTACHMENT_WIDTH, 0);
  gint64 height = assay_record_get_integer (attachment, ASSAY_ATTACHMENT_HEIGHT, 0);
  const char *original = assay_record_get_text (attachment, ASSAY_ATTACHMENT_MARKED_FROM);
  g_autofree char *size = NULL;

  g_set_object (&self->attachment, attachment);
  /* Translators: width and height in pixels, and the size of the file */
  size = g_strdup_printf (_ ("%d × %d pixels, %s"), (int)width, (int)height, bytes);
  set (self->time, time != NULL ? time : _ ("The photo carries no date"));
  set (self->place, place != NULL ? place : _ ("The photo carries no place"));
  gtk_widget_set_visible (self->map, place != NULL);
  set (self->camera, assay_record_get_text (attachment, ASSAY_ATTACHMENT_CAMERA));
  set (self->name, assay_record_get_text (attachment, ASSAY_ATTACHMENT_FILE_NAME));
  set (self->size, size);
  set (self->fingerprint, assay_record_get_text (attachment, ASSAY_ATTACHMENT_SHA256));
  set (self->original, original);
  gtk_widget_set_visible (GTK_WIDGET (self->original), original != NULL);
}

static void
assay_photo_facts_view_dispose (GObject *object)
{
  AssayPhotoFactsView *self = ASSAY_PHOTO_FACTS_VIEW (object);

  g_clear_object (&self->attachment);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_PHOTO_FACTS_VIEW);
  assay_unparent_children (GTK_WIDGET (self));

  G_OBJECT_CLASS (assay_photo_facts_view_parent_class)->dispose (object);
}

static void
assay_photo_facts_view_class_init (AssayPhotoFactsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_photo_facts_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, ASSAY_UI_RESOURCES
                                               "inspections/photo-facts-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayPhotoFactsView, time);
  gtk_widget_class_bind_template_child (widget_class, AssayPhotoFactsView, place);
  gtk_widget_class_bind_template_child (widget_class, AssayPhotoFactsView, map);
  gtk_widget_class_bind_template_child (widget_class, AssayPhotoFactsView, camera);
  gtk_widget_class_bind_template_child (widget_class, AssayPhotoFactsView, name);
  gtk_widget_class_bind_template_child (widget_class, AssayPhotoFactsView, size);
  gtk_widget_class_bind_template_child (widget_class, AssayPhotoFactsView, fingerprint);
  gtk_widget_class_bind_template_child (widget_class, AssayPhotoFactsView, original);
  gtk_widget_class_bind_template_callback (widget_class, map_cb);
}

static void
assay_photo_facts_view_init (AssayPhotoFactsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
