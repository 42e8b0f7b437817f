/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window on screen with a big book, and a table of it, against an empty AdwApplicationWindow:
 * seconds from the start of the process until the picture is painted, and the memory that is the
 * process's own share. Each start is a process of its own; floor and ours take turns. */

#include <stdlib.h>

#include "big-book.h"
#include "ui/application.h"
#include "ui/init.h"
#include "ui/window.h"

#define TIMES 5

/* In the child */

typedef struct
{
  gint64 began; /* monotonic, as the parent noted it */
  gboolean table;
  guint painted; /* frames since all was there */
} Child;

static gint64
read_share (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return 0;
  line = strstr (text, "\nPss:");
  return line != NULL ? g_ascii_strtoll (line + strlen ("\nPss:"), NULL, 10) : 0;
}

/* Whether a table with rows is in sight below @widget. */
static gboolean
has_table (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_COLUMN_VIEW (widget))
    {
      GtkSelectionModel *model = gtk_column_view_get_model (GTK_COLUMN_VIEW (widget));

      return model != NULL && g_list_model_get_n_items (G_LIST_MODEL (model)) > 0;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_table (child))
      return TRUE;
  return FALSE;
}

static gboolean
is_there (Child *child, GtkWidget *window)
{
  if (!ASSAY_IS_WINDOW (window))
    return TRUE;
  if (assay_context_get_book (assay_window_get_context (ASSAY_WINDOW (window))) == NULL)
    return FALSE;
  return !child->table || has_table (window);
}

static void
after_paint_cb (GdkFrameClock *clock, GtkWidget *window)
{
  Child *child = g_object_get_data (G_OBJECT (window), "child");

  /* The first frame after everything is there shows it. */
  if (!is_there (child, window) || child->painted++ == 0)
    {
      gtk_widget_queue_draw (window);
      return;
    }
  g_print ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", g_get_monotonic_time () - child->began,
           read_share ());
  _exit (EXIT_SUCCESS);
}

static void
realize_cb (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb),
                    window);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window, Child *child)
{
  g_object_set_data (G_OBJECT (window), "child", child);
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), NULL);
}

static void
activate_cb (GApplication *application)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));

  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 720);
  gtk_window_present (GTK_WINDOW (window));
}

static int
run_child (char **argv)
{
  Child child = { .began = g_ascii_strtoll (argv[2], NULL, 10) };
  g_autoptr (GApplication) application = NULL;
  char *arguments[] = { argv[0], argv[3], NULL };

  if (argv[3] == NULL)
    {
      application = G_APPLICATION (
          adw_application_new ("page.assay.Assay.Floor", G_APPLICATION_NON_UNIQUE));
      g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
    }
  else
    {
      g_autoptr (GSettings) settings = g_settings_new ("page.assay.Assay");

      child.table = argv[4] != NULL;
      g_settings_set_string (settings, "last-subject", child.table ? "orders" : "today");
      assay_ui_init ();
      application = G_APPLICATION (assay_application_new ());
      g_application_set_flags (application,
                               g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
    }
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &child);
  return g_application_run (application, argv[3] != NULL ? 2 : 1, arguments);
}

/* In the parent */

typedef struct
{
  double seconds[TIMES];
  double megabytes[TIMES];
} Starts;

static void
start_once (const char *self, const char *book, gboolean table, Starts *starts, int turn)
{
  g_autofree char *began = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  const char *argv[] = { self, "--child", began, book, table ? "table" : NULL, NULL };
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;
  gint64 time = 0, share = 0;
  char *rest;

  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out, NULL, NULL,
                &error);
  g_assert_no_error (error);
  time = g_ascii_strtoll (out, &rest, 10);
  share = g_ascii_strtoll (rest, NULL, 10);
  g_assert_cmpint (time, >, 0);
  starts->seconds[turn] = (double)time / G_USEC_PER_SEC;
  starts->megabytes[turn] = (double)share / 1024;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *)a, right = *(const double *)b;

  return (left > right) - (left < right);
}

static double
median (double *values)
{
  qsort (values, TIMES, sizeof (double), compare_doubles);
  return values[TIMES / 2];
}

static void
compare (const char *self, const char *what, const char *book, gboolean table)
{
  Starts floor, ours;
  double seconds[2], megabytes[2];

  for (int turn = 0; turn < TIMES; turn++)
    {
      start_once (self, NULL, FALSE, &floor, turn);
      start_once (self, book, table, &ours, turn);
    }
  seconds[0] = median (floor.seconds);
  seconds[1] = median (ours.seconds);
  megabytes[0] = median (floor.megabytes);
  megabytes[1] = median (ours.megabytes);
  g_print ("%s: floor %.0f ms, ours %.0f ms, ratio %.2f; floor %.0f MB, ours %.0f MB, ratio %.2f\n",
           what, seconds[0] * 1e3, seconds[1] * 1e3, seconds[1] / seconds[0], megabytes[0],
           megabytes[1], megabytes[1] / megabytes[0]);
}

int
main (int argc, char **argv)
{
  gint64 n = argc > 1 ? g_ascii_strtoll (argv[1], NULL, 10) : 400000;
  g_autofree char *start = NULL, *table = NULL;
  BigBook big;

  if (argc > 2 && g_str_equal (argv[1], "--child"))
    return run_child (argv);
  big_book_make (&big, n);
  start = g_strdup_printf ("window, book of %" G_GINT64_FORMAT " lines", n);
  table = g_strdup_printf ("table of %" G_GINT64_FORMAT " orders", n / 4);
  compare (argv[0], start, big.path, FALSE);
  compare (argv[0], table, big.path, TRUE);
  big_book_clear (&big);
  return EXIT_SUCCESS;
}
