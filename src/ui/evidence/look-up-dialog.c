/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/evidence/look-up-dialog.h"

#include <glib/gi18n-lib.h>

#include "insight/look-up.h"
#include "store/attachments.h"
#include "ui/form/form.h"
#include "ui/form/reach.h"
#include "ui/init.h"
#include "ui/record/section.h"

struct _AssayLookUpDialog
{
  AdwDialog parent_instance;

  AssayContext *context;
  AssayForm *form;
  char *address;      /* of the register; nullable */
  char *picture_name; /* of the screenshot; nullable */
  GBytes *picture;
  gboolean saving;

  AdwBanner *banner;
  GtkBox *content;
  AdwActionRow *help;
  GtkWidget *open;
  AdwActionRow *screenshot;
  GtkWidget *forget;
  GtkLabel *reason;
};

G_DEFINE_FINAL_TYPE (AssayLookUpDialog, assay_look_up_dialog, ADW_TYPE_DIALOG)

static void
update (AssayLookUpDialog *self)
{
  const char *reason = assay_form_get_reason (self->form);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "look-up.save", !self->saving);
  gtk_label_set_label (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
  adw_action_row_set_subtitle (self->screenshot, self->picture_name != NULL
                                                     ? self->picture_name
                                                     : _ ("A picture of what you saw"));
  gtk_widget_set_visible (self->forget, self->picture != NULL);
  adw_dialog_set_can_close (ADW_DIALOG (self), !self->saving && !assay_form_is_dirty (self->form)
                                                   && self->picture == NULL);
}

/* The screenshot */

static void
take_picture (AssayLookUpDialog *self, const char *name, GBytes *bytes)
{
  g_set_str (&self->picture_name, name);
  g_clear_pointer (&self->picture, g_bytes_unref);
  self->picture = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  update (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AssayLookUpDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  g_autofree char *name = g_file_get_basename (G_FILE (source));

  if (self->context == NULL)
    return;
  if (bytes == NULL)
    assay_context_failed (self->context, _ ("Cannot read the picture"), error);
  else
    take_picture (self, name, bytes);
}

static void
load (AssayLookUpDialog *self, GFile *file)
{
  g_file_load_bytes_async (file, NULL, loaded_cb, g_object_ref (self));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AssayLookUpDialog) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && self->context != NULL)
    load (self, file);
}

static void
choose_cb (AssayLookUpDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_file_dialog_set_title (dialog, _ ("Screenshot"));
  gtk_file_dialog_open (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, chosen_cb,
                        g_object_ref (self));
}

static void
forget_cb (AssayLookUpDialog *self)
{
  take_picture (self, NULL, NULL);
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AssayLookUpDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture
      = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, &error);
  g_autoptr (GBytes) bytes = NULL;

  if (self->context == NULL)
    return;
  if (texture == NULL)
    {
      assay_context_toast (self->context, _ ("There is no picture in the clipboard"));
      return;
    }
  bytes = gdk_texture_save_to_png_bytes (texture);
  take_picture (self, _ ("screenshot.png"), bytes);
}

static void
paste_cb (AssayLookUpDialog *self)
{
  gdk_clipboard_read_texture_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_cb,
                                    g_object_ref (self));
}

static gboolean
drop_cb (AssayLookUpDialog *self, const GValue *value)
{
  if (!G_VALUE_HOLDS (value, G_TYPE_FILE))
    return FALSE;
  load (self, g_value_get_object (value));
  return TRUE;
}

/* Saving */

typedef struct
{
  AssayRecord *verification;
  char *picture_name;
  GBytes *picture;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->verification);
  g_free (saving->picture_name);
  g_clear_pointer (&saving->picture, g_bytes_unref);
  g_free (saving);
}

static gboolean
save_func (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Saving *saving = data;
  g_autoptr (AssayRecord) attachment = NULL;

  if (!assay_look_up_save (db, saving->verification, error))
    return FALSE;
  if (saving->picture == NULL)
    return TRUE;
  attachment = assay_attachments_add (db, ASSAY_TYPE_VERIFICATION,
                                      assay_record_get_id (saving->verification),
                                      saving->picture_name, saving->picture, NULL, error);
  return attachment != NULL;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AssayLookUpDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  assay_book_change_finish (ASSAY_BOOK (source), result, &error);
  self->saving = FALSE;
  if (self->context == NULL)
    return;
  if (error != NULL)
    {
      g_autofree char *why = assay_store_error_describe (error, NULL);
      g_autofree char *words = g_strdup_printf (_ ("Not saved: %s"), why);

      adw_banner_set_title (self->banner, words);
      adw_banner_set_revealed (self->banner, TRUE);
      update (self);
      return;
    }
  assay_context_toast_undo (self->context, _ ("Look-up recorded"));
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AssayLookUpDialog *self = ASSAY_LOOK_UP_DIALOG (widget);
  AssayBook *book = assay_context_get_book (self->context);
  Saving *saving;

  if (assay_form_get_reason (self->form) != NULL)
    {
      assay_form_show_problems (self->form);
      return;
    }
  if (book == NULL || self->saving)
    return;
  self->saving = TRUE;
  adw_banner_set_revealed (self->banner, FALSE);
  update (self);
  saving = g_new0 (Saving, 1);
  saving->verification = assay_record_copy (assay_form_get_record (self->form));
  saving->picture_name = g_strdup (self->picture_name);
  saving->picture = self->picture != NULL ? g_bytes_ref (self->picture) : NULL;
  assay_book_change_async (book, _ ("Record look-up"), save_func, saving,
                           (GDestroyNotify)saving_free, NULL, NULL, saved_cb, g_object_ref (self));
}

static void
cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
discard_cb (AssayLookUpDialog *self, const char *response)
{
  if (g_str_equal (response, "discard"))
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
close_attempt_cb (AssayLookUpDialog *self)
{
  AdwDialog *dialog;

  if (self->saving)
    return;
  dialog = adw_alert_dialog_new (_ ("Discard Changes?"),
                                 _ ("What you typed here has not been saved."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "keep", _ ("_Keep Editing"), "discard",
                                  _ ("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "discard",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "keep");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "keep");
  g_signal_connect_object (dialog, "response", G_CALLBACK (discard_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
open_cb (AssayLookUpDialog *self)
{
  assay_reach_open (GTK_WIDGET (self), ASSAY_KIND_LINK, self->address);
}

static void
assay_look_up_dialog_dispose (GObject *object)
{
  AssayLookUpDialog *self = ASSAY_LOOK_UP_DIALOG (object);

  g_clear_object (&self->context);
  if (self->form != NULL && self->content != NULL)
    gtk_box_remove (self->content, GTK_WIDGET (self->form));
  self->form = NULL;
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->picture_name, g_free);
  g_clear_pointer (&self->picture, g_bytes_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_LOOK_UP_DIALOG);

  G_OBJECT_CLASS (assay_look_up_dialog_parent_class)->dispose (object);
}

static void
assay_look_up_dialog_class_init (AssayLookUpDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_look_up_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "evidence/look-up-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayLookUpDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, AssayLookUpDialog, content);
  gtk_widget_class_bind_template_child (widget_class, AssayLookUpDialog, help);
  gtk_widget_class_bind_template_child (widget_class, AssayLookUpDialog, open);
  gtk_widget_class_bind_template_child (widget_class, AssayLookUpDialog, screenshot);
  gtk_widget_class_bind_template_child (widget_class, AssayLookUpDialog, forget);
  gtk_widget_class_bind_template_child (widget_class, AssayLookUpDialog, reason);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_cb);
  gtk_widget_class_bind_template_callback (widget_class, forget_cb);
  gtk_widget_class_install_action (widget_class, "look-up.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "look-up.cancel", NULL, cancel);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "look-up.save",
                                       NULL);
}

static void
assay_look_up_dialog_init (AssayLookUpDialog *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->content), GTK_EVENT_CONTROLLER (drop));
}

/* How the scheme says it is done. */
static void
show_help (AssayLookUpDialog *self, AssayRecord *scheme)
{
  const char *how
      = scheme != NULL ? assay_record_get_text (scheme, ASSAY_SCHEME_LOOK_UP_HELP) : NULL;
  const char *where = scheme != NULL ? assay_record_get_text (scheme, ASSAY_SCHEME_LOOK_UP) : NULL;
  g_autofree char *uri = where != NULL ? assay_reach_uri (ASSAY_KIND_LINK, where) : NULL;

  self->address = g_strdup (where);
  adw_action_row_set_subtitle (self->help, how != NULL ? how : where != NULL ? where : "");
  gtk_widget_set_visible (self->open, uri != NULL);
  gtk_widget_set_visible (
      gtk_widget_get_ancestor (GTK_WIDGET (self->help), ADW_TYPE_PREFERENCES_GROUP),
      how != NULL || uri != NULL);
}

AdwDialog *
assay_look_up_dialog_new (AssayContext *context, AssayRecord *verification, AssayRecord *scheme)
{
  AssayLookUpDialog *self = g_object_new (ASSAY_TYPE_LOOK_UP_DIALOG, NULL);

  self->context = g_object_ref (context);
  self->form = assay_form_new (context, verification);
  gtk_box_insert_child_after (self->content, GTK_WIDGET (self->form),
                              gtk_widget_get_first_child (GTK_WIDGET (self->content)));
  show_help (self, scheme);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return ADW_DIALOG (self);
}
