/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/file-tile.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "record/photo.h"
#include "ui/init.h"
#include "ui/inspections/children.h"

#define SMALL 64
#define LARGE 148

struct _AssayFileTile
{
  GtkWidget parent_instance;

  AssayDraftFile *file;
  gboolean large;
  gboolean showing; /* the entry is filled, not typed in */
  gint32 inspected_on;

  GtkWidget *open;
  GtkWidget *doubt;
  GtkLabel *warning;
  GtkStack *stack;
  GtkPicture *picture;
  AdwClamp *across;
  AdwClamp *down;
  GtkImage *icon;
  GtkLabel *name;
  GtkWidget *remove;
  GtkEntry *caption;
};

G_DEFINE_FINAL_TYPE (AssayFileTile, assay_file_tile, GTK_TYPE_WIDGET)

typedef enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_REMOVE,
  N_SIGNALS,
} AssayFileTileSignal;

static guint signals[N_SIGNALS];

static void
clicked_cb (AssayFileTile *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
remove_cb (AssayFileTile *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
}

static gboolean
key_cb (AssayFileTile *self, guint key)
{
  if (key != GDK_KEY_Delete && key != GDK_KEY_KP_Delete)
    return GDK_EVENT_PROPAGATE;
  remove_cb (self);
  return GDK_EVENT_STOP;
}

static void
caption_changed_cb (AssayFileTile *self)
{
  if (self->file != NULL && !self->showing)
    assay_draft_file_set_caption (self->file, gtk_editable_get_text (GTK_EDITABLE (self->caption)));
}

/* In words, since a colour or a sign alone says too little. */
static char *
show_warning (AssayFileTile *self)
{
  g_autofree char *warning
      = assay_photo_dup_warning (assay_draft_file_get_record (self->file), self->inspected_on);

  gtk_widget_set_visible (self->doubt, warning != NULL);
  gtk_label_set_label (self->warning, warning != NULL ? warning : "");
  gtk_widget_set_visible (GTK_WIDGET (self->warning), self->large && warning != NULL);
  return g_steal_pointer (&warning);
}

static void
show (AssayFileTile *self)
{
  GdkTexture *thumbnail = assay_draft_file_get_thumbnail (self->file);
  const char *caption = assay_draft_file_get_caption (self->file);
  const char *title = assay_draft_file_get_title (self->file);
  g_autofree char *size = g_format_size ((guint64)assay_draft_file_get_size (self->file));
  g_autofree char *type
      = g_content_type_guess (assay_draft_file_get_name (self->file), NULL, 0, NULL);
  g_autoptr (GIcon) icon = g_content_type_get_symbolic_icon (type);
  /* Translators: a photo's caption or a file's name, and its size */
  g_autofree char *named = g_strdup_printf (_ ("%s (%s)"), title, size);
  g_autofree char *facts = assay_photo_dup_facts (assay_draft_file_get_record (self->file));
  g_autofree char *warning = show_warning (self);
  g_autofree char *words = g_strjoin ("\n", named, facts != NULL ? facts : warning,
                                      facts != NULL ? warning : NULL, NULL);
  /* Translators: the name of a button; %s is a photo's caption or a file's name */
  g_autofree char *remove = g_strdup_printf (_ ("Remove “%s”"), title);

  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (thumbnail));
  gtk_image_set_from_gicon (self->icon, icon);
  gtk_label_set_label (self->name, assay_draft_file_get_name (self->file));
  gtk_widget_set_visible (GTK_WIDGET (self->name), !assay_draft_file_is_picture (self->file));
  gtk_stack_set_visible_child_name (self->stack, thumbnail != NULL ? "picture" : "icon");
  gtk_widget_set_tooltip_text (self->open, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->open), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  remove, -1);
  if (g_strcmp0 (caption != NULL ? caption : "",
                 gtk_editable_get_text (GTK_EDITABLE (self->caption)))
      == 0)
    return;
  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->caption), caption != NULL ? caption : "");
  self->showing = FALSE;
}

static void
assay_file_tile_dispose (GObject *object)
{
  AssayFileTile *self = ASSAY_FILE_TILE (object);

  g_clear_object (&self->file);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_FILE_TILE);
  assay_unparent_children (GTK_WIDGET (self));

  G_OBJECT_CLASS (assay_file_tile_parent_class)->dispose (object);
}

static void
assay_file_tile_class_init (AssayFileTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_file_tile_dispose;

  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", ASSAY_TYPE_FILE_TILE, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REMOVE] = g_signal_new ("remove", ASSAY_TYPE_FILE_TILE, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "inspections/file-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayFileTile, open);
  gtk_widget_class_bind_template_child (widget_class, AssayFileTile, doubt);
  gtk_widget_class_bind_template_child (widget_class, AssayFileTile, warning);
  gtk_widget_class_bind_template_child (widget_class, AssayFileTile, stack);
  gtk_widget_class_bind_template_child (widget_class, AssayFileTile, picture);
  gtk_widget_class_bind_template_child (widget_class, AssayFileTile, across);
  gtk_widget_class_bind_template_child (widget_class, AssayFileTile, down);
  gtk_widget_class_bind_template_child (widget_class, AssayFileTile, icon);
  gtk_widget_class_bind_template_child (widget_class, AssayFileTile, name);
  gtk_widget_class_bind_template_child (widget_class, AssayFileTile, remove);
  gtk_widget_class_bind_template_child (widget_class, AssayFileTile, caption);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, caption_changed_cb);
}

static void
assay_file_tile_init (AssayFileTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
assay_file_tile_new (AssayDraftFile *file, gboolean large, gint32 inspected_on)
{
  AssayFileTile *self = g_object_new (ASSAY_TYPE_FILE_TILE, NULL);
  int width = large ? LARGE : SMALL, height = large ? LARGE * 3 / 4 : SMALL;

  self->file = g_object_ref (file);
  self->large = large;
  self->inspected_on = inspected_on;
  /* A picture would ask for its own size. */
  adw_clamp_set_maximum_size (self->across, width);
  adw_clamp_set_tightening_threshold (self->across, width);
  adw_clamp_set_maximum_size (self->down, height);
  adw_clamp_set_tightening_threshold (self->down, height);
  gtk_widget_set_size_request (self->open, width, height);
  gtk_widget_set_halign (self->open, GTK_ALIGN_START);
  gtk_widget_set_visible (GTK_WIDGET (self->caption), large);
  g_signal_connect_object (file, "notify", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}

AssayDraftFile *
assay_file_tile_get_file (AssayFileTile *self)
{
  return self->file;
}

void
assay_file_tile_set_inspected_on (AssayFileTile *self, gint32 inspected_on)
{
  if (self->inspected_on == inspected_on)
    return;
  self->inspected_on = inspected_on;
  show (self);
}

const char *
assay_file_tile_get_warning (AssayFileTile *self)
{
  const char *warning = gtk_label_get_label (self->warning);

  return *warning != '\0' ? warning : NULL;
}
