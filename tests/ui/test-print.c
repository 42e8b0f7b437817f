/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The printer's way to the pages: GTK's own export, without any display, and the preview. */

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "report/pages.h"
#include "report/text-block.h"
#include "ui/init.h"
#include "ui/print/page-view.h"
#include "ui/print/print-operation.h"
#include "ui/print/print-preview.h"
#include "ui/print/print-settings.h"

#define EXPORT_ARGUMENT "--export-without-display"

static AssayDocument *
make_document (const char *title, guint n)
{
  AssayDocument *document = assay_document_new (title);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("LINE%04u of %s", i, title);

      assay_document_take (document, assay_paragraph_new (text, ASSAY_STYLE_BODY));
    }
  return document;
}

static GPtrArray *
make_documents (void)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_document_unref);

  g_ptr_array_add (documents, make_document ("First", 100));
  g_ptr_array_add (documents, make_document ("Second", 3));
  return documents;
}

static GPtrArray *
make_pages (GPtrArray *documents)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_pages_free);
  g_autoptr (AssayTyper) typer = assay_typer_new ();
  AssayPageSetup setup;

  assay_page_setup_init (&setup, ASSAY_PAPER_LETTER);
  for (guint i = 0; i < documents->len; i++)
    g_ptr_array_add (all, assay_pages_new (g_ptr_array_index (documents, i), &setup, typer));
  return all;
}

static int
export_without_display (const char *path)
{
  g_autoptr (GPtrArray) documents = make_documents ();
  g_autoptr (AssayPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (gtk_init_check ());
  operation = assay_print_operation_new (documents, ASSAY_PAPER_LETTER);
  gtk_print_operation_set_export_filename (GTK_PRINT_OPERATION (operation), path);
  gtk_print_operation_run (GTK_PRINT_OPERATION (operation), GTK_PRINT_OPERATION_ACTION_EXPORT, NULL,
                           &error);
  g_assert_no_error (error);
  return 0;
}

static char *
run (const char *const *arguments, const char *config)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  g_subprocess_launcher_setenv (launcher, "XDG_CONFIG_HOME", config, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, arguments, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return output;
}

static void
test_export (void)
{
  g_autofree char *folder = g_dir_make_tmp ("assay-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.pdf", NULL);
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *tool = g_find_program_in_path ("pdftotext");
  const char *export[] = { self, EXPORT_ARGUMENT, path, NULL };
  const char *read[] = { tool, path, "-", NULL };
  g_autoptr (GPtrArray) documents = make_documents ();
  g_autoptr (GPtrArray) pages = make_pages (documents);
  g_autofree char *none = run (export, folder);
  g_autofree char *text = NULL;
  guint n = 0;

  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  if (tool == NULL)
    {
      g_test_skip ("Poppler's tools are not installed");
      return;
    }
  text = run (read, folder);
  for (const char *p = text; (p = strchr (p, '\f')) != NULL; p++)
    n++;
  g_assert_cmpuint (n, ==,
                    assay_pages_count (g_ptr_array_index (pages, 0))
                        + assay_pages_count (g_ptr_array_index (pages, 1)));
  g_assert_nonnull (strstr (text, "LINE0099 of First"));
  g_assert_nonnull (strstr (text, "LINE0002 of Second"));
  g_assert_nonnull (strstr (text, "Page 1 of 1"));
  g_remove (path);
}

static void
test_settings (void)
{
  g_autoptr (GtkPageSetup) letter = assay_print_settings_new_setup (ASSAY_PAPER_LETTER);
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GtkPrintSettings) read = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autoptr (GError) error = NULL;
  AssayPageSetup measures;

  gtk_print_settings_set_n_copies (settings, 3);
  g_assert_true (assay_print_settings_save (settings, letter, &error));
  g_assert_no_error (error);
  assay_print_settings_load (&read, &setup);
  g_assert_cmpint (gtk_print_settings_get_n_copies (read), ==, 3);
  assay_print_settings_measure (setup, &measures);
  g_assert_cmpfloat_with_epsilon (measures.width, 612, 0.5);
  g_assert_cmpfloat_with_epsilon (measures.height, 792, 0.5);
}

static void
spin (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (5000);
    }
}

static void
count_cb (AssayPrintPreview *preview, guint *count)
{
  (*count)++;
}

static void
test_preview (void)
{
  g_autoptr (GPtrArray) documents = make_documents ();
  GPtrArray *pages = make_pages (documents);
  guint n = assay_pages_count (g_ptr_array_index (pages, 0))
            + assay_pages_count (g_ptr_array_index (pages, 1));
  GtkWidget *window = adw_window_new ();
  AssayPrintPreview *preview;
  guint printed = 0;
  guint saved = 0;
  double zoom;

  adw_window_set_content (ADW_WINDOW (window), gtk_label_new ("Window"));
  gtk_window_set_title (GTK_WINDOW (window), "Print");
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 760);
  gtk_window_present (GTK_WINDOW (window));
  preview = assay_print_preview_new (pages);
  g_ptr_array_unref (pages);
  g_signal_connect (preview, "print", G_CALLBACK (count_cb), &printed);
  g_signal_connect (preview, "save", G_CALLBACK (count_cb), &saved);
  adw_dialog_present (ADW_DIALOG (preview), window);
  spin (700);

  g_assert_cmpuint (assay_print_preview_n_pages (preview), ==, n);
  zoom = assay_print_preview_get_zoom (preview);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (preview), "preview.zoom-in", NULL));
  g_assert_cmpfloat (assay_print_preview_get_zoom (preview), >, zoom);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (preview), "preview.zoom-normal", NULL));
  g_assert_cmpfloat (assay_print_preview_get_zoom (preview), ==, 1);
  for (guint i = 0; i < 12; i++)
    gtk_widget_activate_action (GTK_WIDGET (preview), "preview.zoom-out", NULL);
  g_assert_cmpfloat (assay_print_preview_get_zoom (preview), ==, 0.25);
  spin (200);
  gtk_widget_activate_action (GTK_WIDGET (preview), "preview.print", NULL);
  gtk_widget_activate_action (GTK_WIDGET (preview), "preview.save", NULL);
  g_assert_cmpuint (printed, ==, 1);
  g_assert_cmpuint (saved, ==, 1);

  g_object_add_weak_pointer (G_OBJECT (preview), (gpointer *)&preview);
  adw_dialog_force_close (ADW_DIALOG (preview));
  gtk_window_destroy (GTK_WINDOW (window));
  spin (400);
  g_assert_null (preview);
}

static void
test_page_label (void)
{
  g_autoptr (GPtrArray) documents = make_documents ();
  g_autoptr (GPtrArray) pages = make_pages (documents);
  GtkWidget *view = g_object_ref_sink (assay_page_view_new ());
  int width;

  assay_page_view_set_page (ASSAY_PAGE_VIEW (view), g_ptr_array_index (pages, 1), 0);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Page 1 of 1");
  gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  g_assert_cmpint (width, ==, 816);
  assay_page_view_set_page (ASSAY_PAGE_VIEW (view), NULL, 0);
  g_assert_finalize_object (view);
}

/* A chart lies on its side; what is printed next stands upright again. */
static void
test_turned (void)
{
  g_autoptr (GPtrArray) documents = make_documents ();
  g_autoptr (AssayPrintOperation) operation = assay_print_operation_new (documents, ASSAY_PAPER_A4);
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autoptr (GtkPageSetup) kept = NULL;
  GtkPageSetup *setup;
  AssayPageSetup measures;

  assay_print_operation_turn (operation);
  setup = gtk_print_operation_get_default_page_setup (GTK_PRINT_OPERATION (operation));
  assay_print_settings_measure (setup, &measures);
  g_assert_cmpfloat (measures.width, >, measures.height);
  g_signal_emit_by_name (operation, "done", GTK_PRINT_OPERATION_RESULT_APPLY);
  assay_print_settings_load (&settings, &kept);
  g_assert_nonnull (kept);
  g_assert_cmpint (gtk_page_setup_get_orientation (kept), ==, GTK_PAGE_ORIENTATION_PORTRAIT);
}

int
main (int argc, char **argv)
{
  g_autofree char *config = NULL;

  if (argc > 2 && g_str_equal (argv[1], EXPORT_ARGUMENT))
    return export_without_display (argv[2]);
  g_test_init (&argc, &argv, NULL);
  config = g_dir_make_tmp ("assay-print-XXXXXX", NULL);
  g_setenv ("XDG_CONFIG_HOME", config, TRUE);
  g_setenv ("GTK_A11Y", "test", TRUE);
  adw_init ();
  assay_ui_init ();
  g_test_add_func ("/ui/print/export", test_export);
  g_test_add_func ("/ui/print/settings", test_settings);
  g_test_add_func ("/ui/print/preview", test_preview);
  g_test_add_func ("/ui/print/page-label", test_page_label);
  g_test_add_func ("/ui/print/turned", test_turned);
  return g_test_run ();
}
