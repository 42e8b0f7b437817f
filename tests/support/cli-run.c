/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli-run.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/cli.h"

typedef struct
{
  int fd;    /* what is caught */
  int saved; /* where it went */
  char *path;
} Catch;

static void
begin_catch (Catch *catch, FILE *stream)
{
  g_autoptr (GError) error = NULL;
  int file = g_file_open_tmp ("assay-cli-XXXXXX", &catch->path, &error);

  g_assert_no_error (error);
  fflush (stream);
  catch->fd = fileno (stream);
  catch->saved = dup (catch->fd);
  g_assert_cmpint (dup2 (file, catch->fd), >=, 0);
  close (file);
}

static char *
end_catch (Catch *catch, FILE *stream)
{
  g_autoptr (GError) error = NULL;
  char *text;

  fflush (stream);
  dup2 (catch->saved, catch->fd);
  close (catch->saved);
  g_file_get_contents (catch->path, &text, NULL, &error);
  g_assert_no_error (error);
  g_unlink (catch->path);
  g_free (catch->path);
  return text;
}

CliRun *
cli_run (const char *first, ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  CliRun *run = g_new0 (CliRun, 1);
  gboolean handled;
  Catch output, errors;
  va_list args;

  g_ptr_array_add (arguments, (char *)"assay");
  va_start (args, first);
  for (const char *argument = first; argument != NULL; argument = va_arg (args, const char *))
    g_ptr_array_add (arguments, (char *)argument);
  va_end (args);
  g_ptr_array_add (arguments, NULL);

  /* GLib tells of the file system that it found on standard output, the first time. */
  g_object_unref (g_file_new_for_path ("/"));
  begin_catch (&output, stdout);
  begin_catch (&errors, stderr);
  run->status = assay_cli_run ((int)arguments->len - 1, (char **)arguments->pdata, &handled);
  run->errors = end_catch (&errors, stderr);
  run->output = end_catch (&output, stdout);
  if (!handled)
    run->status = -1;
  return run;
}

void
cli_run_free (CliRun *run)
{
  g_free (run->output);
  g_free (run->errors);
  g_free (run);
}

JsonObject *
cli_run_parse (const CliRun *run)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (run->status != 0)
    g_test_message ("%s", run->errors);
  g_assert_cmpint (run->status, ==, 0);
  g_assert_cmpstr (run->errors, ==, "");
  node = json_from_string (run->output, &error);
  g_assert_no_error (error);
  return json_node_dup_object (node);
}

JsonObject *
cli_row (JsonObject *object, guint i)
{
  return json_array_get_object_element (json_object_get_array_member (object, "rows"), i);
}

JsonObject *
cli_find_row (JsonObject *object, const char *group)
{
  JsonArray *rows = json_object_get_array_member (object, "rows");

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);

      if (g_strcmp0 (json_object_get_string_member_with_default (row, "group", NULL), group) == 0)
        return row;
    }
  g_error ("no row “%s”", group);
}
