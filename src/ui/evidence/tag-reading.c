/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/evidence/tag-reading.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "record/tag-address.h"
#include "store/attachments.h"
#include "store/picture-codes.h"
#include "store/records.h"

/* What the main thread keeps. */
typedef struct
{
  AssayContext *context;
  GtkWidget *parent;
  gint64 evidence;
  char *name;
  GBytes *bytes;
  GPtrArray *codes;
} Reading;

/* What the reading thread has. */
typedef struct
{
  GFile *file; /* NULL: the bytes are there */
  GBytes *bytes;
  GPtrArray *codes;
} Photo;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->context);
  g_object_unref (reading->parent);
  g_free (reading->name);
  g_clear_pointer (&reading->bytes, g_bytes_unref);
  g_clear_pointer (&reading->codes, g_ptr_array_unref);
  g_free (reading);
}

static void
photo_free (gpointer data)
{
  Photo *photo = data;

  g_clear_object (&photo->file);
  g_clear_pointer (&photo->bytes, g_bytes_unref);
  g_clear_pointer (&photo->codes, g_ptr_array_unref);
  g_free (photo);
}

/* Filling in */

gint64
assay_tag_fill (AssayDb *db,
                gint64 evidence,
                const char *code,
                const char *file_name,
                GBytes *photo,
                GError **error)
{
  static const guint found[]
      = { ASSAY_EVIDENCE_RESOLVES, ASSAY_EVIDENCE_RESOLVED_ON, ASSAY_EVIDENCE_SHOWS,
          ASSAY_EVIDENCE_MATCHES, ASSAY_EVIDENCE_CONTROLS };
  g_autoptr (AssayRecord) tag = NULL;
  g_autoptr (AssayRecord) attached = NULL;

  if (evidence != 0)
    tag = assay_records_get (db, ASSAY_TYPE_EVIDENCE, evidence, error);
  else
    tag = assay_record_new (ASSAY_TYPE_EVIDENCE);
  if (tag == NULL)
    return 0;
  assay_record_set_text (tag, ASSAY_EVIDENCE_KIND, "tag");
  if (evidence == 0)
    assay_record_set_text (tag, ASSAY_EVIDENCE_STATE, "claimed");
  if (g_strcmp0 (assay_record_get_text (tag, ASSAY_EVIDENCE_PAYLOAD), code) != 0)
    for (gsize i = 0; i < G_N_ELEMENTS (found); i++)
      assay_record_set_unknown (tag, found[i]);
  assay_record_set_text (tag, ASSAY_EVIDENCE_PAYLOAD, code);
  if (!(evidence != 0 ? assay_records_update (db, tag, error)
                      : assay_records_insert (db, tag, error)))
    return 0;
  if (photo != NULL)
    {
      attached = assay_attachments_add (db, ASSAY_TYPE_EVIDENCE, assay_record_get_id (tag),
                                        file_name, photo, NULL, error);
      if (attached == NULL)
        return 0;
    }
  return assay_record_get_id (tag);
}

typedef struct
{
  gint64 evidence;
  char *code, *name;
  GBytes *photo;
} Filling;

static void
filling_free (gpointer data)
{
  Filling *filling = data;

  g_free (filling->code);
  g_free (filling->name);
  g_clear_pointer (&filling->photo, g_bytes_unref);
  g_free (filling);
}

static gboolean
fill_func (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  const Filling *filling = data;
  gint64 id
      = assay_tag_fill (db, filling->evidence, filling->code, filling->name, filling->photo, error);

  if (id == 0)
    return FALSE;
  *result = g_memdup2 (&id, sizeof id);
  return TRUE;
}

static void
filled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = assay_book_change_finish (ASSAY_BOOK (source), result, &error);

  if (id == NULL)
    assay_context_failed (reading->context, _ ("The Tag Was Not Filled In"), error);
  else
    {
      assay_context_toast_undo (reading->context, _ ("Tag filled in from the photo"));
      if (reading->evidence == 0)
        assay_context_show_record (reading->context, ASSAY_TYPE_EVIDENCE, *id);
    }
  reading_free (reading);
}

/* Takes @reading. */
static void
take_code (Reading *reading, guint index)
{
  AssayBook *book = assay_context_get_book (reading->context);
  Filling *filling;

  if (book == NULL || index >= reading->codes->len)
    {
      reading_free (reading);
      return;
    }
  filling = g_new0 (Filling, 1);
  filling->evidence = reading->evidence;
  filling->code = g_strdup (g_ptr_array_index (reading->codes, index));
  filling->name = g_strdup (reading->name);
  filling->photo = g_bytes_ref (reading->bytes);
  assay_book_change_async (book, _ ("Read the code of a tag"), fill_func, filling, filling_free,
                           g_free, NULL, filled_cb, reading);
}

/* Choosing */

typedef struct
{
  Reading *reading;
  GPtrArray *buttons; /* GtkCheckButton, borrowed */
} Choosing;

static void
chosen_cb (AdwAlertDialog *dialog, const char *response, Choosing *choosing)
{
  Reading *reading = g_steal_pointer (&choosing->reading);
  guint chosen = 0;

  for (guint i = 0; i < choosing->buttons->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (choosing->buttons, i)))
      chosen = i;
  if (g_str_equal (response, "take"))
    take_code (reading, chosen);
  else
    reading_free (reading);
}

static void
choosing_free (gpointer data, GClosure *closure)
{
  Choosing *choosing = data;

  g_clear_pointer (&choosing->reading, reading_free);
  g_ptr_array_unref (choosing->buttons);
  g_free (choosing);
}

static GtkWidget *
make_choice (const char *code, GtkCheckButton *group, GtkWidget **button)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  g_autofree char *host = NULL, *address = assay_tag_dup_address (code, &host);

  *button = gtk_check_button_new ();
  gtk_check_button_set_group (GTK_CHECK_BUTTON (*button), group);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (*button), group == NULL);
  gtk_widget_set_valign (*button, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), code);
  adw_action_row_set_title_lines (row, 3);
  adw_action_row_set_subtitle (row, host != NULL ? host : _ ("Text, no address"));
  adw_action_row_add_prefix (row, *button);
  adw_action_row_set_activatable_widget (row, *button);
  return GTK_WIDGET (row);
}

/* Takes @reading. */
static void
ask_which (Reading *reading)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Which Code?"),
                                            _ ("The photo shows more than one. Choose the one of "
                                               "the tag."));
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);
  GtkWidget *list = gtk_list_box_new (), *scrolled = gtk_scrolled_window_new ();
  GtkCheckButton *group = NULL;
  Choosing *choosing = g_new0 (Choosing, 1);

  choosing->reading = reading;
  choosing->buttons = g_ptr_array_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < reading->codes->len; i++)
    {
      GtkWidget *button;

      gtk_list_box_append (GTK_LIST_BOX (list),
                           make_choice (g_ptr_array_index (reading->codes, i), group, &button));
      group = GTK_CHECK_BUTTON (button);
      g_ptr_array_add (choosing->buttons, button);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 300);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  adw_alert_dialog_set_extra_child (alert, scrolled);
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "take", _ ("_Fill In"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "take", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_set_default_response (alert, "take");
  g_signal_connect_data (dialog, "response", G_CALLBACK (chosen_cb), choosing, choosing_free, 0);
  adw_dialog_present (dialog, reading->parent);
}

/* Reading */

static GBytes *
load (const Photo *photo, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (photo->file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return NULL;
  if (g_file_info_get_size (info) > ASSAY_ATTACHMENT_MAX_BYTES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                   _ ("The file is larger than %d MB; a photo is not"),
                   ASSAY_ATTACHMENT_MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  return g_file_load_bytes (photo->file, cancellable, NULL, error);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Photo *photo = data;
  GError *error = NULL;

  if (photo->bytes == NULL)
    photo->bytes = load (photo, cancellable, &error);
  if (photo->bytes != NULL)
    photo->codes = assay_picture_read_codes (photo->bytes, cancellable, &error);
  if (photo->codes != NULL && photo->codes->len == 0)
    g_set_error_literal (
        &error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
        _ ("No QR code was found in it. A sharp photo from nearer by, straight from the front, may "
           "help; or type what the code says."));
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Photo *photo = g_task_get_task_data (G_TASK (result));
  Reading *reading = data;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      assay_context_failed (reading->context, _ ("No Code Was Read"), error);
      reading_free (reading);
      return;
    }
  reading->bytes = g_steal_pointer (&photo->bytes);
  reading->codes = g_steal_pointer (&photo->codes);
  if (reading->codes->len == 1)
    take_code (reading, 0);
  else
    ask_which (reading);
}

static void
start (AssayContext *context,
       GtkWidget *parent,
       gint64 evidence,
       GFile *file,
       const char *file_name,
       GBytes *bytes)
{
  Reading *reading = g_new0 (Reading, 1);
  Photo *photo = g_new0 (Photo, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, read_cb, reading);

  reading->context = g_object_ref (context);
  reading->parent = g_object_ref (parent);
  reading->evidence = evidence;
  reading->name = g_strdup (file_name);
  photo->file = file != NULL ? g_object_ref (file) : NULL;
  photo->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, photo, photo_free);
  g_task_run_in_thread (task, read_thread);
}

void
assay_tag_read_file (AssayContext *context, GtkWidget *parent, gint64 evidence, GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base != NULL ? base : "photo");

  start (context, parent, evidence, file, name, NULL);
}

void
assay_tag_read_bytes (
    AssayContext *context, GtkWidget *parent, gint64 evidence, const char *file_name, GBytes *bytes)
{
  start (context, parent, evidence, NULL, file_name, bytes);
}

typedef struct
{
  AssayContext *context;
  GtkWidget *parent;
  gint64 evidence;
} Opening;

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Opening *opening = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    assay_tag_read_file (opening->context, opening->parent, opening->evidence, file);
  g_object_unref (opening->context);
  g_object_unref (opening->parent);
  g_free (opening);
}

void
assay_tag_read_choose (AssayContext *context, GtkWidget *parent, gint64 evidence)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) pictures = gtk_file_filter_new ();
  GtkRoot *root = gtk_widget_get_root (parent);
  Opening *opening = g_new0 (Opening, 1);

  opening->context = g_object_ref (context);
  opening->parent = g_object_ref (parent);
  opening->evidence = evidence;
  gtk_file_filter_set_name (pictures, _ ("Pictures"));
  gtk_file_filter_add_mime_type (pictures, "image/*");
  gtk_file_dialog_set_title (dialog, _ ("Choose a Photo of the Tag"));
  gtk_file_dialog_set_default_filter (dialog, pictures);
  gtk_file_dialog_open (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, opened_cb,
                        opening);
}
