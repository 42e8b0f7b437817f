/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/print/print-settings.h"

#define SETTINGS_GROUP "Print Settings"
#define SETUP_GROUP    "Page Setup"

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "assay", "print.ini", NULL);
}

/**
 * assay_print_settings_load:
 * @settings: (out) (nullable): NULL when nothing usable was saved
 * @setup: (out) (nullable): the same
 */
void
assay_print_settings_load (GtkPrintSettings **settings, GtkPageSetup **setup)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = dup_path ();

  *settings = NULL;
  *setup = NULL;
  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return;
  *settings = gtk_print_settings_new_from_key_file (file, SETTINGS_GROUP, NULL);
  *setup = gtk_page_setup_new_from_key_file (file, SETUP_GROUP, NULL);
}

gboolean
assay_print_settings_save (GtkPrintSettings *settings, GtkPageSetup *setup, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  if (settings != NULL)
    gtk_print_settings_to_key_file (settings, file, SETTINGS_GROUP);
  if (setup != NULL)
    gtk_page_setup_to_key_file (setup, file, SETUP_GROUP);
  g_mkdir_with_parents (folder, 0700);
  return g_key_file_save_to_file (file, path, error);
}

GtkPageSetup *
assay_print_settings_new_setup (AssayPaper paper)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size
      = gtk_paper_size_new (paper == ASSAY_PAPER_A4 ? GTK_PAPER_NAME_A4 : GTK_PAPER_NAME_LETTER);

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  return setup;
}

/**
 * assay_print_settings_measure:
 * @measures: (out): paper and margins in points; ours, unless the printer's are wider
 */
void
assay_print_settings_measure (GtkPageSetup *setup, AssayPageSetup *measures)
{
  assay_page_setup_init (measures, ASSAY_PAPER_A4);
  measures->width = gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS);
  measures->height = gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS);
  measures->top = MAX (measures->top, gtk_page_setup_get_top_margin (setup, GTK_UNIT_POINTS));
  measures->bottom
      = MAX (measures->bottom, gtk_page_setup_get_bottom_margin (setup, GTK_UNIT_POINTS));
  measures->left = MAX (measures->left, gtk_page_setup_get_left_margin (setup, GTK_UNIT_POINTS));
  measures->right = MAX (measures->right, gtk_page_setup_get_right_margin (setup, GTK_UNIT_POINTS));
}
