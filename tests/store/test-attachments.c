/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/attachments.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "store/thumbnail.h"
#include "support/temp-book.h"

typedef struct
{
  gint64 owner;
  GBytes *bytes;
  const char *name;
  AssayRecord *record;
} Add;

static gboolean
add_func (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Add *add = data;

  add->record = assay_attachments_add (db, ASSAY_TYPE_SUPPLIER, add->owner, add->name, add->bytes,
                                       "Caption", error);
  return add->record != NULL;
}

static AssayRecord *
attach (TempBook *temp, gint64 owner, const char *name, GBytes *bytes)
{
  Add add = { owner, bytes, name, NULL };
  g_autoptr (GError) error = NULL;

  assay_book_change (temp->book, "Attach", add_func, &add, NULL, NULL, &error);
  g_assert_no_error (error);
  return add.record;
}

static GBytes *
make_picture (int width, int height)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, width, height);
  char *data;
  gsize size;

  gdk_pixbuf_fill (pixbuf, 0x3465a480);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "png", NULL, NULL));
  return g_bytes_new_take (data, size);
}

static void
test_picture (TempBook *temp, gconstpointer data)
{
  gint64 owner = temp_book_add_supplier (temp, "Alpha", "VN");
  g_autoptr (GBytes) bytes = make_picture (2000, 1000);
  g_autoptr (AssayRecord) record = attach (temp, owner, "line.png", bytes);
  const char *sha256 = assay_record_get_text (record, ASSAY_ATTACHMENT_SHA256);
  g_autofree char *expected = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  AssayDb *db = assay_book_get_reader (temp->book);
  g_autoptr (GBytes) read = assay_attachments_read (db, sha256, NULL);
  g_autoptr (GBytes) thumbnail = assay_attachments_read_thumbnail (db, sha256, NULL);
  int width, height;
  g_autoptr (GBytes) again = assay_thumbnail_make (thumbnail, 10000, &width, &height, NULL, NULL);

  g_assert_cmpstr (sha256, ==, expected);
  g_assert_true (g_bytes_equal (read, bytes));
  g_assert_cmpstr (assay_record_get_text (record, ASSAY_ATTACHMENT_MEDIA_TYPE), ==, "image/png");
  g_assert_cmpint (assay_record_get_integer (record, ASSAY_ATTACHMENT_WIDTH, 0), ==, 2000);
  g_assert_cmpint (width, ==, ASSAY_THUMBNAIL_SIZE);
  g_assert_cmpint (height, ==, ASSAY_THUMBNAIL_SIZE / 2);
}

/* A file that only says it is a picture is kept, without a thumbnail. */
static void
test_broken_picture (TempBook *temp, gconstpointer data)
{
  gint64 owner = temp_book_add_supplier (temp, "Alpha", "VN");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\xff\xd8\xff\xe0 not a jpeg", 16);
  g_autoptr (AssayRecord) record = attach (temp, owner, "photo.jpg", bytes);
  AssayDb *db = assay_book_get_reader (temp->book);
  g_autoptr (GBytes) read
      = assay_attachments_read (db, assay_record_get_text (record, ASSAY_ATTACHMENT_SHA256), NULL);

  g_assert_true (g_bytes_equal (read, bytes));
  g_assert_null (assay_attachments_read_thumbnail (
      db, assay_record_get_text (record, ASSAY_ATTACHMENT_SHA256), NULL));
}

static gboolean
clean_func (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  return assay_attachments_clean (db, data, error);
}

/* The same content is stored once; it stays while undo could bring an attachment back. */
static void
test_shared_content (TempBook *temp, gconstpointer data)
{
  gint64 owner = temp_book_add_supplier (temp, "Alpha", "VN");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("report", 6);
  g_autoptr (AssayRecord) one = attach (temp, owner, "a.txt", bytes);
  g_autoptr (AssayRecord) two = attach (temp, owner, "b.txt", bytes);
  AssayDb *db = assay_book_get_reader (temp->book);
  g_autoptr (GPtrArray) list = assay_attachments_list (db, ASSAY_TYPE_SUPPLIER, owner, NULL);
  g_autoptr (GBytes) kept = NULL;
  gint64 removed = -1;

  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (assay_record_get_text (one, ASSAY_ATTACHMENT_SHA256), ==,
                   assay_record_get_text (two, ASSAY_ATTACHMENT_SHA256));
  temp_book_delete (temp, ASSAY_TYPE_SUPPLIER, owner, NULL);
  g_assert_true (assay_book_change (temp->book, "Clean", clean_func, &removed, NULL, NULL, NULL));
  g_assert_cmpint (removed, ==, 0);
  assay_book_undo (temp->book, NULL);
  kept = assay_attachments_read (db, assay_record_get_text (one, ASSAY_ATTACHMENT_SHA256), NULL);
  g_assert_true (g_bytes_equal (kept, bytes));
}

#define ADD(path, test)                                                                            \
  g_test_add (path, TempBook, NULL, temp_book_set_up, test, temp_book_tear_down)

/* A PDF that is none is refused in words, and the record keeps what it has. */
static void
test_false_pdf (TempBook *temp, gconstpointer data)
{
  static const struct
  {
    const char *name, *content;
    gboolean taken;
  } files[] = {
    { "report.pdf", "%PDF-1.7\n", TRUE },
    { "mark later.PDF", "\xef\xbb\xbf\n%PDF-1.4\n", TRUE },
    { "page.pdf", "<!doctype html>", FALSE },
    { "Broken.PDF", "", FALSE },
    { "page.html", "<!doctype html>", TRUE },
  };
  gint64 owner = temp_book_add_supplier (temp, "Alpha", "VN");

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (files[i].content, strlen (files[i].content));
      Add add = { owner, bytes, files[i].name, NULL };
      g_autoptr (GError) error = NULL;
      g_autoptr (AssayRecord) record = NULL;

      assay_book_change (temp->book, "Attach", add_func, &add, NULL, NULL, &error);
      record = add.record;
      g_test_message ("%s", files[i].name);
      g_assert_cmpint (record != NULL, ==, files[i].taken);
      if (files[i].taken)
        continue;
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_nonnull (strstr (error->message, files[i].name));
    }
  {
    g_autoptr (GPtrArray) list = assay_attachments_list (assay_book_get_reader (temp->book),
                                                         ASSAY_TYPE_SUPPLIER, owner, NULL);

    g_assert_cmpuint (list->len, ==, 3);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/attachments/picture", test_picture);
  ADD ("/attachments/broken-picture", test_broken_picture);
  ADD ("/attachments/shared-content", test_shared_content);
  ADD ("/attachments/false-pdf", test_false_pdf);
  return g_test_run ();
}
