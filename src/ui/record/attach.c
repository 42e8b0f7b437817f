/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/record/attach.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/attachments.h"

typedef struct
{
  char *name;
  GFile *file;   /* read on the book's thread; nullable */
  GBytes *bytes; /* when there is no file */
} Item;

typedef struct
{
  AssayContext *context; /* touched by the main thread alone */
  AssayType type;
  gint64 id;
  GArray *items; /* of Item */
} Addition;

static void
item_clear (Item *item)
{
  g_free (item->name);
  g_clear_object (&item->file);
  g_clear_pointer (&item->bytes, g_bytes_unref);
}

static Addition *
addition_new (AssayType type, gint64 id)
{
  Addition *addition = g_new0 (Addition, 1);

  addition->type = type;
  addition->id = id;
  addition->items = g_array_new (FALSE, TRUE, sizeof (Item));
  g_array_set_clear_func (addition->items, (GDestroyNotify)item_clear);
  return addition;
}

static void
addition_free (Addition *addition)
{
  g_array_unref (addition->items);
  g_free (addition);
}

/* Refuses what is too large before reading it. */
static GBytes *
read_item (const Item *item, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = NULL;

  if (item->bytes != NULL)
    return g_bytes_ref (item->bytes);
  info = g_file_query_info (item->file,
                            G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _ ("“%s” is not a file"),
                   item->name);
      return NULL;
    }
  if (g_file_info_get_size (info) > ASSAY_ATTACHMENT_MAX_BYTES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                   _ ("“%s” is larger than a book takes (%d MB)"), item->name,
                   ASSAY_ATTACHMENT_MAX_BYTES / 1024 / 1024);
      return NULL;
    }
  return g_file_load_bytes (item->file, cancellable, NULL, error);
}

static gboolean
add_items (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Addition *addition = data;

  for (guint i = 0; i < addition->items->len; i++)
    {
      Item *item = &g_array_index (addition->items, Item, i);
      g_autoptr (GBytes) bytes = read_item (item, cancellable, error);
      g_autoptr (AssayRecord) added = NULL;

      if (bytes == NULL)
        return FALSE;
      added = assay_attachments_add (db, addition->type, addition->id, item->name, bytes, NULL,
                                     error);
      if (added == NULL)
        return FALSE;
    }
  return TRUE;
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AssayContext) context = user_data;
  g_autoptr (GError) error = NULL;

  assay_book_change_finish (ASSAY_BOOK (source), result, &error);
  if (error != NULL)
    assay_context_failed (context, _ ("Cannot attach the file"), error);
}

static void
add (AssayContext *context, Addition *addition)
{
  AssayBook *book = assay_context_get_book (context);
  guint n = addition->items->len;
  g_autofree char *label = NULL;

  if (book == NULL || n == 0)
    {
      addition_free (addition);
      return;
    }
  if (n == 1)
    label = g_strdup_printf (_ ("Attach %s"), g_array_index (addition->items, Item, 0).name);
  else
    label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Attach %u file", "Attach %u files", n),
                             n);
  assay_book_change_async (book, label, add_items, addition, (GDestroyNotify)addition_free, NULL,
                           NULL, added_cb, g_object_ref (context));
}

void
assay_attach_files (AssayContext *context, AssayType type, gint64 id, GListModel *files)
{
  Addition *addition = addition_new (type, id);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      Item item = { .file = g_list_model_get_item (files, i) };

      item.name = g_file_get_basename (item.file);
      g_array_append_val (addition->items, item);
    }
  add (context, addition);
}

void
assay_attach_bytes (
    AssayContext *context, AssayType type, gint64 id, const char *file_name, GBytes *bytes)
{
  Addition *addition = addition_new (type, id);
  Item item = { .name = g_strdup (file_name), .bytes = g_bytes_ref (bytes) };

  g_array_append_val (addition->items, item);
  add (context, addition);
}

typedef struct
{
  AssayContext *context;
  GtkWidget *widget;
  char *sha256;
  GFile *file; /* where to */
  gboolean open;
} Copy;

static void
copy_free (Copy *copy)
{
  g_object_unref (copy->context);
  g_object_unref (copy->widget);
  g_clear_object (&copy->file);
  g_free (copy->sha256);
  g_free (copy);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copy, copy_free)

static gboolean
read_bytes (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  *result = assay_attachments_read (db, data, error);
  return *result != NULL;
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AssayContext) context = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error)
      && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    assay_context_failed (context, _ ("Cannot open the file"), error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Copy) copy = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkFileLauncher) launcher = NULL;
  GtkRoot *root = gtk_widget_get_root (copy->widget);

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      assay_context_failed (copy->context, _ ("Cannot write the file"), error);
      return;
    }
  if (!copy->open)
    return;
  launcher = gtk_file_launcher_new (copy->file);
  gtk_file_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL,
                            launched_cb, g_object_ref (copy->context));
}

static void
write_copy (Copy *copy, GBytes *bytes)
{
  g_file_replace_contents_bytes_async (copy->file, bytes, NULL, FALSE,
                                       G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                                       NULL, written_cb, copy);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Copy) copy = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = assay_book_ask_finish (ASSAY_BOOK (source), result, &error);

  if (bytes == NULL)
    {
      assay_context_failed (copy->context, _ ("Cannot read the attachment"), error);
      return;
    }
  write_copy (g_steal_pointer (&copy), bytes);
}

static void
start (AssayContext *context,
       GtkWidget *widget,
       AssayRecord *attachment,
       GFile *file,
       GBytes *bytes,
       gboolean open)
{
  AssayBook *book = assay_context_get_book (context);
  Copy *copy;

  if (book == NULL)
    return;
  copy = g_new0 (Copy, 1);
  copy->context = g_object_ref (context);
  copy->widget = g_object_ref (widget);
  copy->sha256 = g_strdup (assay_record_get_text (attachment, ASSAY_ATTACHMENT_SHA256));
  copy->file = g_object_ref (file);
  copy->open = open;
  if (bytes != NULL)
    {
      write_copy (copy, bytes);
      return;
    }
  assay_book_ask_async (book, read_bytes, g_strdup (copy->sha256), g_free,
                        (GDestroyNotify)g_bytes_unref, NULL, read_cb, copy);
}

/* The name comes out of a file from elsewhere: it must stay in its folder and be no hidden file. */
static char *
safe_name (AssayRecord *attachment)
{
  const char *name = assay_record_get_text (attachment, ASSAY_ATTACHMENT_FILE_NAME);
  char *safe = g_strdup (name != NULL && *name != '\0' ? name : "attachment");

  g_strdelimit (safe, "/\\", '_');
  if (*safe == '.')
    *safe = '_';
  return safe;
}

void
assay_attach_open (AssayContext *context, GtkWidget *widget, AssayRecord *attachment)
{
  g_autofree char *name = safe_name (attachment);
  g_autofree char *folder = NULL;
  g_autoptr (GFile) file = NULL;
  const char *sha256 = assay_record_get_text (attachment, ASSAY_ATTACHMENT_SHA256);

  /* It names a folder, and may come out of a book that somebody else made. */
  if (sha256 == NULL || strlen (sha256) != 64 || strspn (sha256, "0123456789abcdef") != 64)
    return;
  folder = g_build_filename (g_get_user_cache_dir (), "assay", "opened", sha256, NULL);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    g_debug ("Cannot make %s", folder);
  file = g_file_new_build_filename (folder, name, NULL);
  start (context, widget, attachment, file, NULL, TRUE);
}

typedef struct
{
  AssayContext *context;
  GtkWidget *widget;
  AssayRecord *attachment;
  GBytes *bytes; /* nullable */
} Saving;

static void
save_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Saving *saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    start (saving->context, saving->widget, saving->attachment, file, saving->bytes, FALSE);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    assay_context_failed (saving->context, _ ("Cannot choose a file"), error);
  g_object_unref (saving->context);
  g_object_unref (saving->widget);
  g_object_unref (saving->attachment);
  g_clear_pointer (&saving->bytes, g_bytes_unref);
  g_free (saving);
}

void
assay_attach_save_as (AssayContext *context,
                      GtkWidget *widget,
                      AssayRecord *attachment,
                      GBytes *bytes)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = safe_name (attachment);
  GtkRoot *root = gtk_widget_get_root (widget);
  Saving *saving = g_new0 (Saving, 1);

  saving->context = g_object_ref (context);
  saving->widget = g_object_ref (widget);
  saving->attachment = g_object_ref (attachment);
  saving->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL,
                        save_chosen_cb, saving);
}
