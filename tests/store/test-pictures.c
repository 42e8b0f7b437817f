/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of every kind that phones make, and files that only say they are pictures: each is shown
 * upright or kept with a sentence. The fixtures are an upright picture of 96 × 64 pixels with a
 * red, green, blue and white quarter, stored in many ways. */

#include <glib.h>
#include <string.h>

#include "record/photo.h"
#include "store/attachments.h"
#include "store/incoming.h"
#include "store/picture-decode.h"
#include "store/picture-facts.h"
#include "store/picture-jpeg.h"
#include "store/pixels.h"
#include "store/thumbnail.h"
#include "support/temp-book.h"

static GBytes *
read_fixture (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("ASSAY_TEST_DATA"), "photos", name, NULL);
  char *data;
  gsize length;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

static void
check_near (GdkPixbuf *pixbuf, int x, int y, int red, int green, int blue)
{
  const guchar *at = gdk_pixbuf_read_pixels (pixbuf) + y * gdk_pixbuf_get_rowstride (pixbuf)
                     + x * gdk_pixbuf_get_n_channels (pixbuf);

  g_assert_cmpint (ABS (at[0] - red), <, 40);
  g_assert_cmpint (ABS (at[1] - green), <, 40);
  g_assert_cmpint (ABS (at[2] - blue), <, 40);
}

/* Each is upright: red, green above, blue, white below. */
static void
test_shown (void)
{
  static const char *const names[] = {
    "animated.gif", "animated.webp", "clock.jpg",     "dated.heic",   "dated.jpg",
    "deep.png",     "odd.jpg",       "palette.png",   "plain.heic",   "plain.png",
    "plain.webp",   "south.jpg",     "turned-1.jpg",  "turned-2.jpg", "turned-3.jpg",
    "turned-4.jpg", "turned-5.jpg",  "turned-6.jpg",  "turned-7.jpg", "turned-8.jpg",
    "turned-6.png", "turned-6.webp", "turned-6.heic",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) bytes = read_fixture (names[i]);
      g_autoptr (GError) error = NULL;
      int width, height;
      g_autoptr (GdkPixbuf) pixbuf
          = assay_picture_decode (bytes, 1000, &width, &height, NULL, &error);

      g_test_message ("%s", names[i]);
      g_assert_no_error (error);
      g_assert_cmpint (width, ==, 96);
      g_assert_cmpint (height, ==, 64);
      g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), ==, 96);
      check_near (pixbuf, 20, 15, 255, 0, 0);
      check_near (pixbuf, 75, 15, 0, 255, 0);
      check_near (pixbuf, 20, 50, 0, 0, 255);
      check_near (pixbuf, 75, 50, 255, 255, 255);
    }
}

/* Not the colours of a screen, but the same picture. */
static void
test_other_colours (void)
{
  g_autoptr (GBytes) print = read_fixture ("cmyk.jpg"), gray = read_fixture ("gray.jpg"),
                     clear = read_fixture ("clear.png");
  int width, height;
  g_autoptr (GdkPixbuf) a = assay_picture_decode (print, 1000, &width, &height, NULL, NULL);
  g_autoptr (GdkPixbuf) b = assay_picture_decode (gray, 48, &width, &height, NULL, NULL);
  g_autoptr (GdkPixbuf) c = assay_picture_decode (clear, 1000, &width, &height, NULL, NULL);
  const guchar *pixels;

  check_near (a, 75, 50, 255, 255, 255);
  g_assert_cmpint (gdk_pixbuf_get_width (b), ==, 48);
  check_near (b, 36, 24, 255, 255, 255);
  pixels = gdk_pixbuf_read_pixels (b);
  g_assert_cmpint (pixels[0], ==, pixels[1]);
  g_assert_true (gdk_pixbuf_get_has_alpha (c));
  g_assert_cmpint (ABS (gdk_pixbuf_read_pixels (c)[3] - 128), <=, 1);
  check_near (c, 20, 15, 255, 0, 0);
}

/* What cannot be shown is refused with words, fast, and kept as a file. */
static void
test_refused (void)
{
  static const struct
  {
    const char *name;
    int code;
    const char *media;
  } cases[] = {
    { "bomb.png", G_IO_ERROR_NO_SPACE, "image/png" },
    { "small-bomb.png", G_IO_ERROR_NO_SPACE, "image/png" },
    { "claims.png", G_IO_ERROR_NO_SPACE, "image/png" },
    { "truncated.heic", G_IO_ERROR_INVALID_DATA, "image/heif" },
    { "words.jpg", G_IO_ERROR_INVALID_DATA, "text/plain" },
    { "paper.jpg", G_IO_ERROR_INVALID_DATA, "application/pdf" },
    { "empty.jpg", G_IO_ERROR_INVALID_DATA, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = read_fixture (cases[i].name);
      g_autoptr (GError) error = NULL;
      g_autoptr (AssayIncoming) incoming = assay_incoming_new (cases[i].name, bytes, NULL, NULL);
      g_autoptr (AssayRecord) record = assay_incoming_make_record (incoming);
      gint64 start = g_get_monotonic_time ();
      int width, height;

      g_test_message ("%s", cases[i].name);
      g_assert_null (assay_picture_decode (bytes, 1000, &width, &height, NULL, &error));
      g_assert_error (error, G_IO_ERROR, cases[i].code);
      g_assert_null (strstr (error->message, "Config"));
      g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
      g_assert_null (assay_incoming_get_thumbnail (incoming));
      g_assert_false (assay_photo_is_picture (record));
      if (cases[i].media != NULL)
        {
          g_assert_cmpstr (assay_incoming_get_problem (incoming), ==, error->message);
          g_assert_cmpstr (assay_record_get_text (record, ASSAY_ATTACHMENT_MEDIA_TYPE), ==,
                           cases[i].media);
        }
    }
}

/* The end of a photo that did not arrive whole is missing; what came is shown or refused, either is
 * honest. */
static void
test_truncated (void)
{
  g_autoptr (GBytes) whole = read_fixture ("turned-6.jpg");

  for (gsize length = 0; length < g_bytes_get_size (whole); length += 23)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, length);
      AssayPictureFacts facts;
      int width, height;
      g_autoptr (GError) error = NULL;
      g_autoptr (GdkPixbuf) pixbuf
          = assay_picture_decode (part, 100, &width, &height, NULL, &error);

      g_assert_true ((pixbuf != NULL) == (error == NULL));
      assay_picture_facts_read (&facts, part);
      assay_picture_facts_clear (&facts);
    }
}

static gint64
micros (const char *iso)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (iso, NULL);

  return g_date_time_to_unix (time) * G_USEC_PER_SEC;
}

static void
test_facts (void)
{
  static const struct
  {
    const char *name;
    const char *taken; /* UTC; NULL: undated */
    int offset;        /* G_MAXINT: no zone */
    gint64 latitude, longitude;
    const char *camera;
    const char *words;
  } cases[] = {
    { "dated.jpg", "2026-03-12T07:03:22Z", 420, 10820000, 106630000, "iPhone 15",
      "taken 12 Mar 2026, 14:03 · 10.82° N 106.63° E · iPhone 15" },
    { "dated.heic", "2026-03-12T07:03:22Z", 420, 10820000, 106630000, "iPhone 15",
      "taken 12 Mar 2026, 14:03 · 10.82° N 106.63° E · iPhone 15" },
    /* Half past eleven at night here is half past two in Greenwich: UTC-3. */
    { "south.jpg", "2026-03-13T02:30:00Z", -180, -33448900, -70669300, "SAMSUNG SM-G998B",
      "taken 12 Mar 2026, 23:30 · 33.4489° S 70.6693° W · SAMSUNG SM-G998B" },
    { "clock.jpg", "2025-12-31T09:00:00Z", G_MAXINT, 0, 0, "COOLPIX",
      "taken 31 Dec 2025, 09:00 · COOLPIX" },
    { "odd.jpg", NULL, G_MAXINT, 0, 0, "COOLPIX", "COOLPIX" },
    { "plain.webp", NULL, G_MAXINT, 0, 0, NULL, NULL },
    { "words.jpg", NULL, G_MAXINT, 0, 0, NULL, NULL },
    { "empty.jpg", NULL, G_MAXINT, 0, 0, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = read_fixture (cases[i].name);
      g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_ATTACHMENT);
      g_autofree char *words = NULL;
      AssayPictureFacts facts;

      g_test_message ("%s", cases[i].name);
      assay_picture_facts_read (&facts, bytes);
      g_assert_cmpint (facts.dated, ==, cases[i].taken != NULL);
      if (facts.dated)
        g_assert_cmpint (facts.taken_at, ==, micros (cases[i].taken));
      g_assert_cmpint (facts.zoned, ==, cases[i].offset != G_MAXINT);
      if (facts.zoned)
        g_assert_cmpint (facts.offset, ==, cases[i].offset);
      g_assert_cmpint (facts.latitude, ==, cases[i].latitude);
      g_assert_cmpint (facts.longitude, ==, cases[i].longitude);
      g_assert_cmpstr (facts.camera, ==, cases[i].camera);
      assay_picture_facts_write (&facts, record);
      words = assay_photo_dup_facts (record);
      g_assert_cmpstr (words, ==, cases[i].words);
      assay_picture_facts_clear (&facts);
    }
}

static void
test_fact_pieces (void)
{
  gint64 seconds;
  int minutes;
  g_autofree char *nikon = assay_picture_join_camera ("NIKON CORPORATION", "NIKON D90");
  g_autofree char *pixel = assay_picture_join_camera ("Google", "Pixel 8");
  g_autofree char *maker = assay_picture_join_camera ("Huawei", NULL);

  g_assert_cmpstr (nikon, ==, "NIKON D90");
  g_assert_cmpstr (pixel, ==, "Google Pixel 8");
  g_assert_cmpstr (maker, ==, "Huawei");
  g_assert_null (assay_picture_join_camera (NULL, NULL));
  g_assert_true (assay_picture_parse_time ("2024:02:29 23:59:60", &seconds));
  g_assert_cmpint (seconds, ==, 1709251199);
  g_assert_false (assay_picture_parse_time ("2025:02:29 10:00:00", &seconds));
  g_assert_false (assay_picture_parse_time ("    :  :     :  :  ", &seconds));
  g_assert_false (assay_picture_parse_time ("1970:01:01 00:00:00", &seconds));
  g_assert_false (assay_picture_parse_time ("2026:03:12", &seconds));
  g_assert_true (assay_picture_parse_offset ("-03:30", &minutes));
  g_assert_cmpint (minutes, ==, -210);
  g_assert_true (assay_picture_parse_offset ("Z", &minutes));
  g_assert_cmpint (minutes, ==, 0);
  g_assert_false (assay_picture_parse_offset ("+25:00", &minutes));
  g_assert_false (assay_picture_parse_offset ("", &minutes));
}

/* A day of tolerance before, a week after, and words for each. */
static void
test_dating (void)
{
  static const struct
  {
    const char *inspected;
    AssayPhotoDating dating;
    const char *warning;
  } cases[] = {
    { "2026-03-12", ASSAY_PHOTO_FITS, NULL },
    { "2026-03-13", ASSAY_PHOTO_FITS, NULL },
    { "2026-03-14", ASSAY_PHOTO_EARLY, "Taken 2 days before the inspection, on 12 Mar 2026" },
    { "2026-03-05", ASSAY_PHOTO_FITS, NULL },
    { "2026-03-04", ASSAY_PHOTO_LATE, "Taken 8 days after the inspection, on 12 Mar 2026" },
  };
  g_autoptr (GBytes) bytes = read_fixture ("south.jpg"), undated = read_fixture ("plain.png");
  g_autoptr (AssayIncoming) incoming = assay_incoming_new ("south.jpg", bytes, NULL, NULL);
  g_autoptr (AssayIncoming) plain = assay_incoming_new ("plain.png", undated, NULL, NULL);
  g_autoptr (AssayRecord) record = assay_incoming_make_record (incoming);
  g_autoptr (AssayRecord) without = assay_incoming_make_record (plain);
  g_autofree char *words = assay_photo_dup_warning (without, ASSAY_DATE_UNKNOWN);
  g_autofree char *map = assay_photo_dup_map_uri (record);
  g_autofree char *zone = assay_photo_dup_zone (record);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint32 day = temp_book_date (cases[i].inspected);
      g_autofree char *warning = assay_photo_dup_warning (record, day);

      g_assert_cmpint (assay_photo_check (record, day), ==, cases[i].dating);
      g_assert_cmpstr (warning, ==, cases[i].warning);
    }
  g_assert_cmpint (assay_photo_check (record, ASSAY_DATE_UNKNOWN), ==, ASSAY_PHOTO_FITS);
  g_assert_cmpint (assay_photo_check (without, temp_book_date ("2026-03-12")), ==,
                   ASSAY_PHOTO_UNDATED);
  g_assert_cmpstr (words, ==, "The photo carries no date");
  g_assert_cmpstr (zone, ==, "UTC-03:00");
  g_assert_cmpstr (map, ==,
                   "https://www.openstreetmap.org/?mlat=-33.448900&mlon=-70.669300"
                   "#map=16/-33.448900/-70.669300");
}

/* Without a sandbox a process of its own; without any decoder a sentence, and the file is kept. */
static void
test_isolation (void)
{
  g_autoptr (GBytes) bytes = read_fixture ("turned-6.jpg");
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) apart = NULL;
  g_autoptr (AssayIncoming) kept = NULL;
  AssayIsolation found = assay_picture_find_isolation ();
  int width, height;

  g_test_message ("decoders run in %s", found == ASSAY_ISOLATION_SANDBOX   ? "a sandbox"
                                        : found == ASSAY_ISOLATION_PROCESS ? "a process"
                                                                           : "nothing");
  g_assert_cmpint (found, !=, ASSAY_ISOLATION_NONE);
  assay_picture_set_isolation (ASSAY_ISOLATION_PROCESS);
  apart = assay_picture_decode (bytes, 100, &width, &height, NULL, &error);
  g_assert_no_error (error);
  check_near (apart, 20, 15, 255, 0, 0);
  assay_picture_set_isolation (ASSAY_ISOLATION_NONE);
  g_assert_null (assay_picture_decode (bytes, 100, &width, &height, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  kept = assay_incoming_new ("photo.jpg", bytes, NULL, NULL);
  g_assert_cmpstr (assay_incoming_get_problem (kept), ==, error->message);
  assay_picture_set_isolation (ASSAY_ISOLATION_UNKNOWN);
  g_assert_cmpint (assay_picture_find_isolation (), ==, found);
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = read_fixture ("dated.jpg");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (assay_incoming_new ("dated.jpg", bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Every memory format of the decoder: one pixel of 100 % red at half alpha, or gray. */
static void
test_formats (void)
{
  static const guint16 half_one = 0x3c00, half_half = 0x3800;
  float reals[4] = { 1, 0, 0, 0.5f };
  guint16 words[4] = { 65535, 0, 0, 32768 }, halves[4] = { half_one, 0, 0, half_half };
  g_autoptr (GBytes) real = g_bytes_new (reals, sizeof reals);
  g_autoptr (GBytes) word = g_bytes_new (words, sizeof words);
  g_autoptr (GBytes) half = g_bytes_new (halves, sizeof halves);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\xff\0\0\x80", 4);
  g_autoptr (GBytes) swapped = g_bytes_new_static ("\0\0\xff\x80", 4);
  const struct
  {
    GBytes *bytes;
    GlyMemoryFormat format;
    int red, alpha;
  } cases[] = {
    { bytes, GLY_MEMORY_R8G8B8A8, 255, 128 },
    { swapped, GLY_MEMORY_B8G8R8A8, 255, 128 },
    { word, GLY_MEMORY_R16G16B16A16, 255, 128 },
    { half, GLY_MEMORY_R16G16B16A16_FLOAT, 255, 128 },
    { real, GLY_MEMORY_R32G32B32A32_FLOAT, 255, 128 },
    { bytes, GLY_MEMORY_R8G8B8, 255, -1 },
    { bytes, GLY_MEMORY_G8, 255, -1 },
    { word, GLY_MEMORY_G16, 255, -1 },
    { word, GLY_MEMORY_R16G16B16, 255, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GdkPixbuf) pixbuf = assay_pixels_shrink (
          cases[i].bytes, 1, 1, (guint32)g_bytes_get_size (cases[i].bytes), cases[i].format, 10);

      g_assert_cmpint (gdk_pixbuf_read_pixels (pixbuf)[0], ==, cases[i].red);
      g_assert_cmpint (gdk_pixbuf_get_has_alpha (pixbuf), ==, cases[i].alpha >= 0);
      if (cases[i].alpha >= 0)
        g_assert_cmpint (gdk_pixbuf_read_pixels (pixbuf)[3], ==, cases[i].alpha);
    }
  g_assert_null (assay_pixels_shrink (bytes, 2, 1, 6, GLY_MEMORY_R8G8B8, 10));
  g_assert_null (assay_pixels_shrink (bytes, 1, 3, 3, GLY_MEMORY_R8G8B8, 10));
  g_assert_null (assay_pixels_shrink (bytes, 0, 1, 3, GLY_MEMORY_R8G8B8, 10));
}

/* Only JPEG, and only small, is decoded here. */
static void
test_own (void)
{
  g_autoptr (GBytes) png = read_fixture ("plain.png"), jpeg = read_fixture ("turned-1.jpg"),
                     empty = g_bytes_new_static ("", 0);
  g_autoptr (GdkPixbuf) small = assay_picture_decode_own (jpeg, 48, NULL);

  g_assert_cmpint (gdk_pixbuf_get_width (small), ==, 48);
  g_assert_cmpint (gdk_pixbuf_get_height (small), ==, 32);
  g_assert_null (assay_picture_decode_own (png, 48, NULL));
  g_assert_null (assay_picture_decode_own (empty, 48, NULL));
}

typedef struct
{
  AssayIncoming *incoming;
  gint64 owner;
  AssayRecord *record;
} Addition;

static gboolean
add (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Addition *addition = data;

  addition->record = assay_attachments_add_incoming (db, ASSAY_TYPE_SUPPLIER, addition->owner,
                                                     addition->incoming, "Seam", error);
  return addition->record != NULL;
}

/* The book keeps the original's bytes, its facts, and from which photo marks were drawn. */
static void
test_stored (TempBook *temp, gconstpointer data)
{
  g_autoptr (GBytes) bytes = read_fixture ("dated.heic"), drawn = read_fixture ("plain.png");
  g_autoptr (AssayIncoming) incoming = assay_incoming_new ("dated.heic", bytes, NULL, NULL);
  Addition original = { incoming, temp_book_add_supplier (temp, "Alpha", "VN"), NULL };
  g_autoptr (AssayIncoming) marked = NULL;
  g_autoptr (AssayRecord) read = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  g_assert_true (assay_book_change (temp->book, "Add", add, &original, NULL, NULL, NULL));
  marked = assay_incoming_new_marked ("dated (marked).jpg", drawn, original.record, NULL, NULL);
  Addition copy = { marked, original.owner, NULL };
  g_assert_true (assay_book_change (temp->book, "Add", add, &copy, NULL, NULL, NULL));
  read = temp_book_get (temp, ASSAY_TYPE_ATTACHMENT, assay_record_get_id (copy.record));
  g_assert_cmpstr (assay_record_get_text (read, ASSAY_ATTACHMENT_MARKED_FROM), ==, sha256);
  g_assert_cmpstr (assay_record_get_text (read, ASSAY_ATTACHMENT_CAMERA), ==, "iPhone 15");
  g_assert_cmpint (assay_record_get_integer (read, ASSAY_ATTACHMENT_LATITUDE, 0), ==, 10820000);
  g_assert_cmpint (assay_record_get_integer (read, ASSAY_ATTACHMENT_TAKEN_AT, 0), ==,
                   micros ("2026-03-12T07:03:22Z"));
  g_assert_cmpint (assay_record_get_integer (read, ASSAY_ATTACHMENT_TAKEN_OFFSET, 0), ==, 420);
  kept = assay_attachments_read (assay_book_get_reader (temp->book), sha256, NULL);
  g_assert_true (g_bytes_equal (kept, bytes));
  g_object_unref (original.record);
  g_object_unref (copy.record);
}

/* A photo of the book that goes to another record is not read again: the book says what it is. */
static void
test_again (TempBook *temp, gconstpointer data)
{
  g_autoptr (GBytes) bytes = read_fixture ("dated.heic");
  g_autoptr (AssayIncoming) incoming = assay_incoming_new ("dated.heic", bytes, NULL, NULL);
  Addition first = { incoming, temp_book_add_supplier (temp, "Alpha", "VN"), NULL };
  Addition second = { NULL, temp_book_add_supplier (temp, "Beta", "VN"), NULL };
  static const guint same[]
      = { ASSAY_ATTACHMENT_SHA256, ASSAY_ATTACHMENT_BYTES,    ASSAY_ATTACHMENT_MEDIA_TYPE,
          ASSAY_ATTACHMENT_WIDTH,  ASSAY_ATTACHMENT_TAKEN_AT, ASSAY_ATTACHMENT_CAMERA };
  g_autoptr (AssayIncoming) stored = NULL;

  g_assert_true (assay_book_change (temp->book, "Add", add, &first, NULL, NULL, NULL));
  stored = second.incoming = assay_incoming_new_stored (first.record);
  g_assert_true (assay_book_change (temp->book, "Add", add, &second, NULL, NULL, NULL));
  g_assert_cmpint (assay_record_get_integer (second.record, ASSAY_ATTACHMENT_BYTES, -1), ==,
                   (gint64)g_bytes_get_size (bytes));
  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    g_assert_true (assay_value_equal (assay_record_get_value (first.record, same[i]),
                                      assay_record_get_value (second.record, same[i])));
  g_object_unref (first.record);
  g_object_unref (second.record);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pictures/shown", test_shown);
  g_test_add_func ("/pictures/other-colours", test_other_colours);
  g_test_add_func ("/pictures/refused", test_refused);
  g_test_add_func ("/pictures/truncated", test_truncated);
  g_test_add_func ("/pictures/facts", test_facts);
  g_test_add_func ("/pictures/fact-pieces", test_fact_pieces);
  g_test_add_func ("/pictures/dating", test_dating);
  g_test_add_func ("/pictures/isolation", test_isolation);
  g_test_add_func ("/pictures/cancelled", test_cancelled);
  g_test_add_func ("/pictures/formats", test_formats);
  g_test_add_func ("/pictures/own", test_own);
  g_test_add ("/pictures/stored", TempBook, NULL, temp_book_set_up, test_stored,
              temp_book_tear_down);
  g_test_add ("/pictures/again", TempBook, NULL, temp_book_set_up, test_again, temp_book_tear_down);
  return g_test_run ();
}
