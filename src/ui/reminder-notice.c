/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/reminder-notice.h"

#include <glib/gi18n-lib.h>

/* A newer notification takes the place of the one before. */
#define NOTICE_ID     "reminders"
#define NOTIFICATIONS "org.freedesktop.Notifications"
#define PATIENCE_MS   5000

GNotification *
assay_reminder_notice_new (const AssayAgenda *agenda, const char *book)
{
  g_autofree char *words = assay_reminders_dup_words (agenda);
  g_autofree char *title = NULL;
  GNotification *notice;

  if (words == NULL)
    return NULL;
  title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u thing is due", "%u things are due", agenda->items->len),
      agenda->items->len);
  if (book != NULL)
    {
      g_autofree char *with
          /* Translators: "3 things are due", the name of a book. */
          = g_strdup_printf (_ ("%s in “%s”"), title, book);

      g_set_str (&title, with);
    }
  notice = g_notification_new (title);
  g_notification_set_body (notice, words);
  g_notification_set_default_action (notice, "app.show-today");
  g_notification_set_category (notice, "x-assay.reminder");
  return notice;
}

typedef struct
{
  GApplication *application;
  GNotification *notice;
} Sending;

static void
sending_free (Sending *sending)
{
  g_object_unref (sending->application);
  g_clear_object (&sending->notice);
  g_free (sending);
}

static void
ask_bus (Sending *sending, const char *method, GVariant *arguments, GAsyncReadyCallback callback)
{
  g_dbus_connection_call (g_application_get_dbus_connection (sending->application),
                          "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                          method, arguments, NULL, G_DBUS_CALL_FLAGS_NONE, PATIENCE_MS, NULL,
                          callback, sending);
}

/* Without anybody who shows it, GLib would only complain. */
static void
started_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Sending *sending = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (reply != NULL)
    g_application_send_notification (sending->application, NOTICE_ID, sending->notice);
  else
    g_debug ("No notification: %s", error->message);
  sending_free (sending);
}

static void
has_owner_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Sending *sending = data;
  g_autoptr (GVariant) reply
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  gboolean owned = FALSE;

  if (reply != NULL && g_variant_is_of_type (reply, G_VARIANT_TYPE ("(b)")))
    g_variant_get (reply, "(b)", &owned);
  if (!owned)
    {
      ask_bus (sending, "StartServiceByName", g_variant_new ("(su)", NOTIFICATIONS, 0), started_cb);
      return;
    }
  g_application_send_notification (sending->application, NOTICE_ID, sending->notice);
  sending_free (sending);
}

static void
send_notice (Sending *sending)
{
  if (g_application_get_dbus_connection (sending->application) == NULL)
    {
      sending_free (sending);
      return;
    }
  /* In a sandbox the portal shows them, whose name cannot be started. */
  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    {
      g_application_send_notification (sending->application, NOTICE_ID, sending->notice);
      sending_free (sending);
      return;
    }
  ask_bus (sending, "NameHasOwner", g_variant_new ("(s)", NOTIFICATIONS), has_owner_cb);
}

typedef struct
{
  gint32 today;
  int days;
} Question;

static gboolean
ask (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  const Question *question = data;

  *result = assay_reminders_ask (db, question->today, question->days, error);
  return *result != NULL;
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Sending *sending = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayAgenda) agenda = assay_book_ask_finish (ASSAY_BOOK (source), result, &error);
  g_autofree char *base = g_path_get_basename (assay_book_get_path (ASSAY_BOOK (source)));
  g_autofree char *name = g_filename_display_name (base);

  if (g_str_has_suffix (name, ".assay"))
    name[strlen (name) - strlen (".assay")] = '\0';
  if (agenda != NULL)
    sending->notice = assay_reminder_notice_new (agenda, name);
  if (sending->notice != NULL)
    send_notice (sending);
  else
    {
      /* What was due the last time is not any more. */
      if (agenda != NULL)
        g_application_withdraw_notification (sending->application, NOTICE_ID);
      sending_free (sending);
    }
}

void
assay_reminder_notice_show (GApplication *application, AssayContext *context)
{
  GSettings *settings = assay_context_get_settings (context);
  AssayBook *book = assay_context_get_book (context);
  Question *question;
  Sending *sending;

  if (application == NULL || settings == NULL || book == NULL
      || !g_settings_get_boolean (settings, "remind-at-start"))
    return;
  question = g_new0 (Question, 1);
  question->today = assay_context_get_today (context);
  question->days = g_settings_get_int (settings, "remind-days");
  sending = g_new0 (Sending, 1);
  sending->application = g_object_ref (application);
  assay_book_ask_async (book, ask, question, g_free, (GDestroyNotify)assay_agenda_free, NULL,
                        asked_cb, sending);
}
