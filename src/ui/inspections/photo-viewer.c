/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/photo-viewer.h"

#include <glib/gi18n-lib.h>

#include "record/photo.h"
#include "ui/init.h"
#include "ui/inspections/photo-viewer-private.h"
#include "ui/inspections/picture-load.h"
#include "ui/record/attach.h"

#define STEP 1.25

G_DEFINE_FINAL_TYPE (AssayPhotoViewer, assay_photo_viewer, ADW_TYPE_DIALOG)

AssayDraftFile *
assay_photo_viewer_get_current (AssayPhotoViewer *self)
{
  return g_ptr_array_index (self->pictures, self->index);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayPhotoViewer) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture
      = assay_picture_load_finish (ASSAY_DRAFT_FILE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->context == NULL
      || assay_photo_viewer_get_current (self) != ASSAY_DRAFT_FILE (source))
    return;
  if (texture == NULL)
    {
      g_autofree char *words = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->failed, words);
      gtk_stack_set_visible_child_name (self->stack, "failed");
    }
  else if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "photo") == 0)
    assay_photo_canvas_refine (self->canvas, texture);
  else
    {
      assay_photo_canvas_set_picture (self->canvas, texture, gdk_texture_get_width (texture),
                                      gdk_texture_get_height (texture));
      gtk_stack_set_visible_child_name (self->stack, "photo");
    }
  assay_photo_viewer_update_marks (self);
}

static void
show_words (AssayPhotoViewer *self, AssayDraftFile *file)
{
  AssayRecord *record = assay_draft_file_get_record (file);
  const char *caption = assay_draft_file_get_caption (file);
  g_autofree char *facts = assay_photo_dup_facts (record);
  g_autofree char *warning = assay_photo_dup_warning (record, self->inspected_on);
  /* Translators: which of how many photos */
  g_autofree char *place = g_strdup_printf (_ ("%u of %u"), self->index + 1, self->pictures->len);
  g_autofree char *subtitle = facts != NULL ? g_strdup_printf ("%s · %s", place, facts) : NULL;

  adw_window_title_set_title (self->title, assay_draft_file_get_name (file));
  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : place);
  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->caption), caption != NULL ? caption : "");
  self->showing = FALSE;
  gtk_label_set_label (self->warning_label, warning != NULL ? warning : "");
  gtk_widget_set_visible (self->warning, warning != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  assay_draft_file_get_title (file),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, facts != NULL ? facts : "",
                                  -1);
  assay_photo_facts_view_show (self->facts, record);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photo.original",
                                 assay_record_is_known (record, ASSAY_ATTACHMENT_MARKED_FROM));
}

/* The thumbnail stands in for the photo until that has come. */
void
assay_photo_viewer_show_nth (AssayPhotoViewer *self, guint index)
{
  AssayDraftFile *file;
  AssayRecord *record;
  GdkTexture *thumbnail;

  g_return_if_fail (index < self->pictures->len);

  self->index = index;
  file = assay_photo_viewer_get_current (self);
  record = assay_draft_file_get_record (file);
  thumbnail = assay_draft_file_get_thumbnail (file);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  assay_photo_canvas_set_picture (
      self->canvas, thumbnail, (int)assay_record_get_integer (record, ASSAY_ATTACHMENT_WIDTH, 0),
      (int)assay_record_get_integer (record, ASSAY_ATTACHMENT_HEIGHT, 0));
  gtk_stack_set_visible_child_name (self->stack, thumbnail != NULL ? "photo" : "loading");
  show_words (self, file);
  assay_photo_viewer_update_marks (self);
  assay_picture_load_async (file, assay_context_get_book (self->context), self->cancellable,
                            loaded_cb, g_object_ref (self));
}

static void
walk (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayPhotoViewer *self = ASSAY_PHOTO_VIEWER (widget);
  int index = (int)self->index + (g_str_has_suffix (name, "next") ? 1 : -1);

  if (index >= 0 && index < (int)self->pictures->len)
    assay_photo_viewer_show_nth (self, (guint)index);
}

static void
zoom (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayPhotoViewer *self = ASSAY_PHOTO_VIEWER (widget);

  if (g_str_has_suffix (name, "fit"))
    assay_photo_canvas_set_zoom (self->canvas, 0);
  else if (g_str_has_suffix (name, "actual"))
    assay_photo_canvas_set_zoom (self->canvas, 1);
  else
    assay_photo_canvas_zoom_by (self->canvas, g_str_has_suffix (name, "in") ? STEP : 1 / STEP);
}

static void
save_as (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayPhotoViewer *self = ASSAY_PHOTO_VIEWER (widget);
  AssayDraftFile *file = assay_photo_viewer_get_current (self);
  AssayIncoming *incoming = assay_draft_file_get_incoming (file);

  assay_attach_save_as (self->context, widget, assay_draft_file_get_record (file),
                        incoming != NULL ? assay_incoming_get_bytes (incoming) : NULL);
}

/* The original of a marked copy, which need not be among the photos any more: its bytes stay in the
 * book under their fingerprint. */
static void
show_original (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayPhotoViewer *self = ASSAY_PHOTO_VIEWER (widget);
  AssayRecord *copy = assay_draft_file_get_record (assay_photo_viewer_get_current (self));
  const char *sha256 = assay_record_get_text (copy, ASSAY_ATTACHMENT_MARKED_FROM);
  g_autoptr (AssayRecord) original = NULL;

  if (sha256 == NULL)
    return;
  for (guint i = 0; i < self->pictures->len; i++)
    {
      AssayRecord *other = assay_draft_file_get_record (g_ptr_array_index (self->pictures, i));

      if (g_strcmp0 (assay_record_get_text (other, ASSAY_ATTACHMENT_SHA256), sha256) == 0)
        {
          assay_photo_viewer_show_nth (self, i);
          return;
        }
    }
  original = assay_record_copy (copy);
  assay_record_set_text (original, ASSAY_ATTACHMENT_SHA256, sha256);
  assay_record_set_text (original, ASSAY_ATTACHMENT_MARKED_FROM, NULL);
  assay_record_set_text (original, ASSAY_ATTACHMENT_FILE_NAME, _ ("Original"));
  g_ptr_array_insert (self->pictures, (int)self->index, assay_draft_file_new_stored (original));
  assay_photo_viewer_show_nth (self, self->index);
}

static void
caption_changed_cb (AssayPhotoViewer *self)
{
  if (self->pictures != NULL && !self->showing)
    assay_draft_file_set_caption (assay_photo_viewer_get_current (self),
                                  gtk_editable_get_text (GTK_EDITABLE (self->caption)));
}

static void
view_changed_cb (AssayPhotoViewer *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photo.fit",
                                 assay_photo_canvas_get_zoom (self->canvas) > 0);
}

static void
marks_changed_cb (AssayPhotoViewer *self)
{
  assay_photo_viewer_update_marks (self);
}

static void
tool_changed_cb (AssayPhotoViewer *self)
{
  const char *name = adw_toggle_group_get_active_name (self->tools);

  assay_photo_canvas_set_tool (self->canvas,
                               g_strcmp0 (name, "circle") == 0 ? ASSAY_PHOTO_MARK_CIRCLE
                               : g_strcmp0 (name, "text") == 0 ? ASSAY_PHOTO_MARK_TEXT
                                                               : ASSAY_PHOTO_MARK_ARROW);
  assay_photo_viewer_update_marks (self);
}

static void
words_changed_cb (AssayPhotoViewer *self)
{
  assay_photo_canvas_set_text (self->canvas, gtk_editable_get_text (GTK_EDITABLE (self->words)));
}

static void
assay_photo_viewer_close_attempt (AdwDialog *dialog)
{
  assay_photo_viewer_stop_marking (ASSAY_PHOTO_VIEWER (dialog));
}

static void
assay_photo_viewer_dispose (GObject *object)
{
  AssayPhotoViewer *self = ASSAY_PHOTO_VIEWER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_object (&self->store);
  g_clear_pointer (&self->pictures, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_PHOTO_VIEWER);

  G_OBJECT_CLASS (assay_photo_viewer_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "inspections/photo-viewer.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayPhotoViewer, title);
  gtk_widget_class_bind_template_child (widget_class, AssayPhotoViewer, split);
  gtk_widget_class_bind_template_child (widget_class, AssayPhotoViewer, stack);
  gtk_widget_class_bind_template_child (widget_class, AssayPhotoViewer, canvas);
  gtk_widget_class_bind_template_child (widget_class, AssayPhotoViewer, facts);
  gtk_widget_class_bind_template_child (widget_class, AssayPhotoViewer, failed);
  gtk_widget_class_bind_template_child (widget_class, AssayPhotoViewer, warning);
  gtk_widget_class_bind_template_child (widget_class, AssayPhotoViewer, warning_label);
  gtk_widget_class_bind_template_child (widget_class, AssayPhotoViewer, looking);
  gtk_widget_class_bind_template_child (widget_class, AssayPhotoViewer, caption);
  gtk_widget_class_bind_template_child (widget_class, AssayPhotoViewer, marking);
  gtk_widget_class_bind_template_child (widget_class, AssayPhotoViewer, tools);
  gtk_widget_class_bind_template_child (widget_class, AssayPhotoViewer, words);
  gtk_widget_class_bind_template_child (widget_class, AssayPhotoViewer, rendering_spinner);
  gtk_widget_class_bind_template_callback (widget_class, caption_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, marks_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, tool_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_changed_cb);
}

static void
assay_photo_viewer_class_init (AssayPhotoViewerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ASSAY_TYPE_PHOTO_CANVAS);
  g_type_ensure (ASSAY_TYPE_PHOTO_FACTS_VIEW);
  G_OBJECT_CLASS (klass)->dispose = assay_photo_viewer_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = assay_photo_viewer_close_attempt;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "photo.previous", NULL, walk);
  gtk_widget_class_install_action (widget_class, "photo.next", NULL, walk);
  gtk_widget_class_install_action (widget_class, "photo.zoom-in", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "photo.zoom-out", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "photo.fit", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "photo.actual", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "photo.save-as", NULL, save_as);
  gtk_widget_class_install_action (widget_class, "photo.original", NULL, show_original);
  assay_photo_viewer_install_marks (widget_class);
}

static void
add_key (GtkShortcutController *keys, guint key, GdkModifierType state, const char *action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  GtkShortcut *shortcut;

  if (!g_action_parse_detailed_name (action, &name, &target, NULL))
    g_assert_not_reached ();
  shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, state), gtk_named_action_new (name));
  gtk_shortcut_set_arguments (shortcut, target);
  gtk_shortcut_controller_add_shortcut (keys, shortcut);
}

/* On the child: a dialog moves the focus with the arrows before its subclass is asked. */
static void
add_keys (AssayPhotoViewer *self)
{
  static const struct
  {
    guint key;
    GdkModifierType state;
    const char *action;
  } keys[] = {
    { GDK_KEY_Left, 0, "photo.arrow((false,-1,0))" },
    { GDK_KEY_Right, 0, "photo.arrow((false,1,0))" },
    { GDK_KEY_Up, 0, "photo.arrow((false,0,-1))" },
    { GDK_KEY_Down, 0, "photo.arrow((false,0,1))" },
    { GDK_KEY_Left, GDK_SHIFT_MASK, "photo.arrow((true,-1,0))" },
    { GDK_KEY_Right, GDK_SHIFT_MASK, "photo.arrow((true,1,0))" },
    { GDK_KEY_Up, GDK_SHIFT_MASK, "photo.arrow((true,0,-1))" },
    { GDK_KEY_Down, GDK_SHIFT_MASK, "photo.arrow((true,0,1))" },
    { GDK_KEY_Page_Up, 0, "photo.previous" },
    { GDK_KEY_Page_Down, 0, "photo.next" },
    { GDK_KEY_plus, 0, "photo.zoom-in" },
    { GDK_KEY_equal, 0, "photo.zoom-in" },
    { GDK_KEY_KP_Add, 0, "photo.zoom-in" },
    { GDK_KEY_minus, 0, "photo.zoom-out" },
    { GDK_KEY_KP_Subtract, 0, "photo.zoom-out" },
    { GDK_KEY_0, 0, "photo.fit" },
    { GDK_KEY_KP_0, 0, "photo.fit" },
    { GDK_KEY_1, 0, "photo.actual" },
    { GDK_KEY_KP_1, 0, "photo.actual" },
    { GDK_KEY_s, GDK_CONTROL_MASK, "photo.save-as" },
    { GDK_KEY_d, 0, "photo.mark" },
    { GDK_KEY_p, 0, "photo.place-mark" },
    { GDK_KEY_a, 0, "photo.tool::arrow" },
    { GDK_KEY_c, 0, "photo.tool::circle" },
    { GDK_KEY_t, 0, "photo.tool::text" },
    { GDK_KEY_Delete, 0, "photo.undo-mark" },
    { GDK_KEY_BackSpace, 0, "photo.undo-mark" },
    { GDK_KEY_z, GDK_CONTROL_MASK, "photo.undo-mark" },
    { GDK_KEY_Return, GDK_CONTROL_MASK, "photo.keep-marks" },
  };
  GtkShortcutController *controller = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    add_key (controller, keys[i].key, keys[i].state, keys[i].action);
  gtk_widget_add_controller (adw_dialog_get_child (ADW_DIALOG (self)),
                             GTK_EVENT_CONTROLLER (controller));
}

static void
assay_photo_viewer_init (AssayPhotoViewer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_keys (self);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->canvas));
}

AdwDialog *
assay_photo_viewer_new (AssayContext *context,
                        GListStore *files,
                        AssayDraftFile *first,
                        gint32 inspected_on)
{
  AssayPhotoViewer *self = g_object_new (ASSAY_TYPE_PHOTO_VIEWER, NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (files)), index = 0;

  self->context = g_object_ref (context);
  self->store = g_object_ref (files);
  self->inspected_on = inspected_on;
  self->pictures = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AssayDraftFile) file = g_list_model_get_item (G_LIST_MODEL (files), i);

      if (!assay_draft_file_is_picture (file))
        continue;
      if (file == first)
        index = self->pictures->len;
      g_ptr_array_add (self->pictures, g_steal_pointer (&file));
    }
  if (self->pictures->len == 0)
    g_ptr_array_add (self->pictures, g_object_ref (first));
  assay_photo_viewer_show_nth (self, index);
  return ADW_DIALOG (self);
}
