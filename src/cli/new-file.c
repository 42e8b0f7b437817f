/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "cli/new-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

struct _AssayNewFile
{
  char *path;
  char *draft;
  FILE *stream;
  gboolean replace;
};

static gboolean
fail (int code, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
  return FALSE;
}

static gboolean
fail_exists (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                       _ ("There is a file of this name already"));
  return FALSE;
}

/**
 * assay_new_file_open:
 * @path: the file to make
 * @replace: whether one of this name may be replaced
 * @error: return location for an error
 *
 * Returns: (transfer full): an empty draft beside @path; %NULL on error
 */
AssayNewFile *
assay_new_file_open (const char *path, gboolean replace, GError **error)
{
  g_autoptr (AssayNewFile) file = g_new0 (AssayNewFile, 1);
  int fd;

  file->replace = replace;
  file->path = g_strdup (path);
  if (!replace && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      fail_exists (error);
      return NULL;
    }
  file->draft = g_strconcat (path, ".XXXXXX", NULL);
  fd = g_mkstemp_full (file->draft, O_RDWR | O_CLOEXEC, 0666);
  if (fd < 0)
    {
      fail (errno, error);
      g_clear_pointer (&file->draft, g_free);
      return NULL;
    }
  file->stream = fdopen (fd, "w");
  if (file->stream == NULL)
    {
      fail (errno, error);
      close (fd);
      return NULL;
    }
  return g_steal_pointer (&file);
}

FILE *
assay_new_file_stream (AssayNewFile *file)
{
  return file->stream;
}

/* The name that the file has until it is committed, for those who write by name. */
const char *
assay_new_file_draft (AssayNewFile *file)
{
  return file->draft;
}

/* Puts the draft in its place; a file that came up meanwhile is not overwritten unasked. */
static gboolean
put_in_place (AssayNewFile *file, GError **error)
{
  if (file->replace)
    return g_rename (file->draft, file->path) == 0 ? TRUE : fail (errno, error);
  if (renameat2 (AT_FDCWD, file->draft, AT_FDCWD, file->path, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno == EEXIST)
    return fail_exists (error);
  if (errno != EINVAL && errno != ENOSYS)
    return fail (errno, error);
  /* A file system that cannot do both at once. */
  if (g_file_test (file->path, G_FILE_TEST_EXISTS))
    return fail_exists (error);
  return g_rename (file->draft, file->path) == 0 ? TRUE : fail (errno, error);
}

/**
 * assay_new_file_commit:
 * @file: a file, written whole
 * @error: return location for an error
 *
 * Returns: whether the file stands under its name, on the disk
 */
gboolean
assay_new_file_commit (AssayNewFile *file, GError **error)
{
  FILE *stream = g_steal_pointer (&file->stream);

  if (fflush (stream) != 0 || fsync (fileno (stream)) != 0)
    {
      fail (errno, error);
      fclose (stream);
      return FALSE;
    }
  if (fclose (stream) != 0)
    return fail (errno, error);
  if (!put_in_place (file, error))
    return FALSE;
  g_clear_pointer (&file->draft, g_free);
  return TRUE;
}

void
assay_new_file_free (AssayNewFile *file)
{
  if (file == NULL)
    return;
  if (file->stream != NULL)
    fclose (file->stream);
  if (file->draft != NULL)
    g_unlink (file->draft);
  g_free (file->draft);
  g_free (file->path);
  g_free (file);
}
