/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "store/picture-decode.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <glycin.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "store/pixels.h"

/* A picture of 200 megapixels takes a few seconds; what takes longer than this is stuck. */
#define PATIENCE_SECONDS 60
/* What starting a decoder may take on a loaded machine. */
#define PROBE_SECONDS 15
/* Decoders at the same time, and pixels in all of them together: a machine has that memory. */
#define MAX_DECODERS 3
#define MAX_TOGETHER (G_GINT64_CONSTANT (120) * 1000 * 1000)
/* Above this many pixels a file must have a byte for every 200: a photo has fifty times as many, a
 * picture made to fill the memory has a thousandth. */
#define DOUBTFUL_PIXELS (G_GINT64_CONSTANT (64) * 1000 * 1000)
#define PIXELS_A_BYTE   200

/* The bytes as a file without a name, so that nothing is written to a disk. */
static int
open_bytes (GBytes *bytes, char **path, GError **error)
{
  int fd = memfd_create ("picture", MFD_CLOEXEC);
  gsize length;
  const char *at = g_bytes_get_data (bytes, &length);

  *path = NULL;
  if (fd >= 0)
    *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  if (fd >= 0 && access (*path, R_OK) != 0)
    {
      /* No /proc here. */
      g_clear_fd (&fd, NULL);
      g_free (*path);
      fd = g_file_open_tmp ("assay-XXXXXX", path, error);
    }
  while (fd >= 0 && length > 0)
    {
      gssize written = write (fd, at, length);

      if (written > 0)
        {
          at += written;
          length -= (gsize)written;
        }
      else if (errno != EINTR)
        {
          g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s", g_strerror (errno));
          g_clear_fd (&fd, NULL);
        }
    }
  return fd;
}

static void
close_bytes (int fd, char *path)
{
  if (path != NULL && !g_str_has_prefix (path, "/proc/"))
    unlink (path);
  g_clear_fd (&fd, NULL);
  g_free (path);
}

/* One decoding: its process is ended by @stop, which follows the caller's cancellable and a clock.
 */
typedef struct
{
  GMainContext *context;
  GCancellable *stop;
  GSource *clock;
  GCancellable *caller;
  gulong handler;
  gboolean late;
} Watch;

static gboolean
late_cb (gpointer data)
{
  Watch *watch = data;

  watch->late = TRUE;
  g_cancellable_cancel (watch->stop);
  return G_SOURCE_REMOVE;
}

static void
watch_begin (Watch *watch, guint seconds, GCancellable *caller)
{
  *watch = (Watch){ .context = g_main_context_new (), .stop = g_cancellable_new () };
  g_main_context_push_thread_default (watch->context);
  watch->clock = g_timeout_source_new_seconds (seconds);
  g_source_set_callback (watch->clock, late_cb, watch, NULL);
  g_source_attach (watch->clock, watch->context);
  watch->caller = caller;
  if (caller != NULL)
    watch->handler = g_cancellable_connect (caller, G_CALLBACK (g_cancellable_cancel),
                                            g_object_ref (watch->stop), g_object_unref);
}

static void
watch_end (Watch *watch)
{
  if (watch->caller != NULL)
    g_cancellable_disconnect (watch->caller, watch->handler);
  g_source_destroy (watch->clock);
  g_source_unref (watch->clock);
  while (g_main_context_iteration (watch->context, FALSE))
    ;
  g_main_context_pop_thread_default (watch->context);
  g_main_context_unref (watch->context);
  g_object_unref (watch->stop);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

static GAsyncResult *
wait_for (Watch *watch, GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (watch->context, TRUE);
  return *result;
}

static GlyImage *
load (Watch *watch, GFile *file, GlySandboxSelector sandbox, GError **error)
{
  g_autoptr (GlyLoader) loader = gly_loader_new (file);
  g_autoptr (GAsyncResult) result = NULL;

  gly_loader_set_sandbox_selector (loader, sandbox);
  gly_loader_load_async (loader, watch->stop, answered_cb, &result);
  return gly_loader_load_finish (loader, wait_for (watch, &result), error);
}

static GlyFrame *
next_frame (Watch *watch, GlyImage *image, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  gly_image_next_frame_async (image, watch->stop, answered_cb, &result);
  return gly_image_next_frame_finish (image, wait_for (watch, &result), error);
}

/* Isolation */

/* One pixel, as PNG. */
static const guint8 probe[]
    = { 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48,
        0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00,
        0x00, 0x3a, 0x7e, 0x9b, 0x55, 0x00, 0x00, 0x00, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78,
        0xda, 0x63, 0xf8, 0x0f, 0x00, 0x01, 0x01, 0x01, 0x00, 0x1c, 0xb0, 0x8c, 0x99, 0x00,
        0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82 };

static gboolean
can_start (GlySandboxSelector sandbox)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (probe, sizeof probe);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GlyImage) image = NULL;
  g_autoptr (GError) error = NULL;
  char *path;
  int fd = open_bytes (bytes, &path, NULL);
  Watch watch;

  if (fd >= 0)
    {
      file = g_file_new_for_path (path);
      watch_begin (&watch, PROBE_SECONDS, NULL);
      image = load (&watch, file, sandbox, &error);
      watch_end (&watch);
    }
  close_bytes (fd, path);
  if (error != NULL)
    g_debug ("No decoder with sandbox %d: %s", sandbox, error->message);
  return image != NULL;
}

static GMutex isolation_lock;
static AssayIsolation known_isolation;

AssayIsolation
assay_picture_find_isolation (void)
{
  G_MUTEX_AUTO_LOCK (&isolation_lock, locker);

  if (known_isolation != ASSAY_ISOLATION_UNKNOWN)
    return known_isolation;
  if (can_start (GLY_SANDBOX_SELECTOR_AUTO))
    known_isolation = ASSAY_ISOLATION_SANDBOX;
  else if (can_start (GLY_SANDBOX_SELECTOR_NOT_SANDBOXED))
    known_isolation = ASSAY_ISOLATION_PROCESS;
  else
    known_isolation = ASSAY_ISOLATION_NONE;
  if (known_isolation != ASSAY_ISOLATION_SANDBOX)
    g_info ("Pictures are decoded without a sandbox: %s",
            known_isolation == ASSAY_ISOLATION_PROCESS ? "the platform grants none" : "not at all");
  return known_isolation;
}

void
assay_picture_set_isolation (AssayIsolation isolation)
{
  G_MUTEX_AUTO_LOCK (&isolation_lock, locker);

  known_isolation = isolation;
}

/* Turns: many photos at once would take all processors and memory. */

static struct
{
  GMutex lock;
  GCond changed;
  guint decoders;
  gint64 pixels;
} turns;

static void
begin_turn (void)
{
  g_mutex_lock (&turns.lock);
  while (turns.decoders >= MAX_DECODERS)
    g_cond_wait (&turns.changed, &turns.lock);
  turns.decoders++;
  g_mutex_unlock (&turns.lock);
}

/* One that alone has too many pixels waits until no other is decoded. */
static void
take_pixels (gint64 pixels)
{
  g_mutex_lock (&turns.lock);
  while (turns.pixels > 0 && turns.pixels + pixels > MAX_TOGETHER)
    g_cond_wait (&turns.changed, &turns.lock);
  turns.pixels += pixels;
  g_mutex_unlock (&turns.lock);
}

static void
end_turn (gint64 pixels)
{
  g_mutex_lock (&turns.lock);
  turns.decoders--;
  turns.pixels -= pixels;
  g_cond_broadcast (&turns.changed);
  g_mutex_unlock (&turns.lock);
}

/* Decoding */

static gboolean
check_size (gint64 width, gint64 height, gsize bytes, GError **error)
{
  gint64 pixels = width * height;

  if (width <= 0 || height <= 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The picture is empty"));
      return FALSE;
    }
  if (pixels > ASSAY_IMAGE_MAX_PIXELS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                   /* Translators: width, height and the limit in millions */
                   _ ("The picture has %d × %d pixels; more than %d million are not shown"),
                   (int)MIN (width, G_MAXINT), (int)MIN (height, G_MAXINT),
                   (int)(ASSAY_IMAGE_MAX_PIXELS / 1000 / 1000));
      return FALSE;
    }
  if (pixels > DOUBTFUL_PIXELS && pixels / PIXELS_A_BYTE > (gint64)bytes)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                   _ ("The picture has %d × %d pixels in a file far too small for a photo"),
                   (int)width, (int)height);
      return FALSE;
    }
  return TRUE;
}

/* The decoder's own words name its source lines and settings; people get a sentence. */
static void
explain (const Watch *watch, const GError *problem, GCancellable *caller, GError **error)
{
  g_debug ("Decoder: %s", problem->message);
  if (g_cancellable_set_error_if_cancelled (caller, error))
    return;
  if (watch->late)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT,
                         _ ("Reading the picture took too long"));
  else if (g_error_matches (problem, GLY_LOADER_ERROR, GLY_LOADER_ERROR_UNKNOWN_IMAGE_FORMAT))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("It is no picture, or of a kind that cannot be read here"));
  else if (strstr (problem->message, "OutOfMemory") != NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                         _ ("The picture needs more memory than there is"));
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("The picture is damaged or incomplete"));
}

static GdkPixbuf *
decode_frame (Watch *watch,
              GlyImage *image,
              int longest,
              int *width,
              int *height,
              GCancellable *caller,
              GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GlyFrame) frame = next_frame (watch, image, &problem);
  GdkPixbuf *pixbuf;

  if (frame == NULL)
    {
      explain (watch, problem, caller, error);
      return NULL;
    }
  pixbuf = assay_pixels_shrink (gly_frame_get_buf_bytes (frame), gly_frame_get_width (frame),
                                gly_frame_get_height (frame), gly_frame_get_stride (frame),
                                gly_frame_get_memory_format (frame), longest);
  if (pixbuf == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _ ("The picture is damaged or incomplete"));
      return NULL;
    }
  /* The header of an upright photo tells its size before it is turned; the frame is turned. */
  *width = (int)gly_frame_get_width (frame);
  *height = (int)gly_frame_get_height (frame);
  return pixbuf;
}

static GdkPixbuf *
decode_file (GFile *file,
             gsize bytes,
             AssayIsolation isolation,
             int longest,
             int *width,
             int *height,
             GCancellable *caller,
             GError **error)
{
  Watch watch;
  g_autoptr (GError) problem = NULL;
  g_autoptr (GlyImage) image = NULL;
  GdkPixbuf *pixbuf = NULL;
  gint64 pixels = 0;

  begin_turn ();
  watch_begin (&watch, PATIENCE_SECONDS, caller);
  image = load (&watch, file,
                isolation == ASSAY_ISOLATION_SANDBOX ? GLY_SANDBOX_SELECTOR_AUTO
                                                     : GLY_SANDBOX_SELECTOR_NOT_SANDBOXED,
                &problem);
  if (image == NULL)
    explain (&watch, problem, caller, error);
  else if (check_size (gly_image_get_width (image), gly_image_get_height (image), bytes, error))
    {
      pixels = (gint64)gly_image_get_width (image) * gly_image_get_height (image);
      take_pixels (pixels);
      pixbuf = decode_frame (&watch, image, longest, width, height, caller, error);
    }
  g_clear_object (&image);
  watch_end (&watch);
  end_turn (pixels);
  return pixbuf;
}

/**
 * assay_picture_decode:
 *
 * Measured for a photo of 12 megapixels: JPEG 170 ms, HEIC 540 ms, of which the sandbox takes 15.
 * GdkPixbuf makes a thumbnail of the JPEG in 22 ms, but in this process, where its decoders would
 * meet the bytes of strangers; these are worth 150 ms of a thread that nobody waits for.
 *
 * Returns: (transfer full): the pixels
 */
GdkPixbuf *
assay_picture_decode (
    GBytes *image, int longest, int *width, int *height, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = NULL;
  AssayIsolation isolation;
  GdkPixbuf *pixbuf = NULL;
  char *path;
  int fd;

  g_return_val_if_fail (longest > 0, NULL);

  *width = *height = 0;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (g_bytes_get_size (image) == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The file is empty"));
      return NULL;
    }
  isolation = assay_picture_find_isolation ();
  if (isolation == ASSAY_ISOLATION_NONE)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("The program that reads pictures (glycin) cannot be started here"));
      return NULL;
    }
  fd = open_bytes (image, &path, error);
  if (fd >= 0)
    {
      file = g_file_new_for_path (path);
      pixbuf = decode_file (file, g_bytes_get_size (image), isolation, longest, width, height,
                            cancellable, error);
    }
  close_bytes (fd, path);
  return pixbuf;
}
