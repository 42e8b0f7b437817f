/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/application.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

#include "ui/actions.h"
#include "ui/init.h"
#include "ui/window.h"

struct _AssayApplication
{
  AdwApplication parent_instance;

  GSettings *settings; /* NULL where the schema is not installed */
  guint term_source;
};

G_DEFINE_FINAL_TYPE (AssayApplication, assay_application, ADW_TYPE_APPLICATION)

/* A build that was not installed may run without its schema; it forgets what it was told then. */
static GSettings *
make_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source)
    schema = g_settings_schema_source_lookup (source, "page.assay.Assay", TRUE);
  if (!schema)
    {
      g_warning ("The settings schema page.assay.Assay is not installed");
      return NULL;
    }
  return g_settings_new_full (schema, NULL, NULL);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkApplication *application = data;
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (application));

  /* Each window may ask about a form that is not saved, and closes its book. */
  for (GList *l = windows; l; l = l->next)
    gtk_window_close (l->data);
}

/* What a notification opens. */
static void
show_today_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (data);

  if (!ASSAY_IS_WINDOW (window))
    {
      g_application_activate (data);
      return;
    }
  gtk_window_present (window);
  assay_window_show_today (ASSAY_WINDOW (window));
}

static gboolean
term_cb (gpointer data)
{
  quit_cb (NULL, NULL, data);
  return G_SOURCE_CONTINUE;
}

static char *
default_book (void)
{
  return g_build_filename (g_get_user_data_dir (), "assay", "book.assay", NULL);
}

static void
assay_application_startup (GApplication *application)
{
  AssayApplication *self = ASSAY_APPLICATION (application);
  static const GActionEntry entries[] = { { .name = "quit", .activate = quit_cb },
                                          { .name = "show-today", .activate = show_today_cb } };

  g_application_set_resource_base_path (application, "/page/assay/Assay");
  /* The style sheet is looked for in the course of startup. */
  assay_ui_init ();
  G_APPLICATION_CLASS (assay_application_parent_class)->startup (application);
  assay_ui_init ();

  self->settings = make_settings ();
  self->term_source = g_unix_signal_add (SIGTERM, term_cb, self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  assay_actions_set_accels (GTK_APPLICATION (self));
  gtk_window_set_default_icon_name (ASSAY_APPLICATION_ID);
}

static AssayWindow *
new_window (AssayApplication *self)
{
  AssayWindow *window = assay_window_new (GTK_APPLICATION (self), self->settings);

  if (ASSAY_DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (window), "devel");
  return window;
}

static void
assay_application_activate (GApplication *application)
{
  AssayApplication *self = ASSAY_APPLICATION (application);
  GtkWindow *present = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autofree char *path = NULL;
  AssayWindow *window;

  if (present)
    {
      gtk_window_present (present);
      return;
    }
  if (self->settings)
    path = g_settings_get_string (self->settings, "last-book");
  if (!path || !*path || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_free (path);
      path = default_book ();
    }
  window = new_window (self);
  gtk_window_present (GTK_WINDOW (window));
  assay_window_open_book (window, path, ASSAY_BOOK_CREATE);
}

static void
assay_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  AssayApplication *self = ASSAY_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      const char *path = g_file_peek_path (files[i]);
      AssayWindow *window;

      if (!path)
        continue;
      window = new_window (self);
      gtk_window_present (GTK_WINDOW (window));
      assay_window_open_book (window, path, ASSAY_BOOK_CREATE);
    }
}

static void
assay_application_shutdown (GApplication *application)
{
  AssayApplication *self = ASSAY_APPLICATION (application);

  g_clear_handle_id (&self->term_source, g_source_remove);
  G_APPLICATION_CLASS (assay_application_parent_class)->shutdown (application);
}

static void
assay_application_finalize (GObject *object)
{
  AssayApplication *self = ASSAY_APPLICATION (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (assay_application_parent_class)->finalize (object);
}

static void
assay_application_class_init (AssayApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = assay_application_finalize;
  application_class->startup = assay_application_startup;
  application_class->activate = assay_application_activate;
  application_class->open = assay_application_open;
  application_class->shutdown = assay_application_shutdown;
}

static void
assay_application_init (AssayApplication *self)
{
}

AssayApplication *
assay_application_new (void)
{
  return g_object_new (ASSAY_TYPE_APPLICATION, "application-id", ASSAY_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "version", ASSAY_VERSION, NULL);
}
