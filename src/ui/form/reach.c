/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/form/reach.h"

#include <glib/gi18n-lib.h>

/* Digits and what RFC 3966 lets stand between them. */
static char *
phone_number (const char *address)
{
  GString *number = g_string_new (NULL);

  for (const char *c = address; *c != '\0'; c++)
    if (g_ascii_isdigit (*c) || *c == '-' || *c == '.' || (*c == '+' && number->len == 0))
      g_string_append_c (number, *c);
  return g_string_free_and_steal (number);
}

/**
 * assay_reach_uri:
 * @kind: LINK, MAIL or PHONE
 * @address: as stored
 *
 * Only http and https are opened as links: an address out of an imported file must not start
 * anything else.
 *
 * Returns: (transfer full) (nullable): what to hand to the system, or %NULL when it is not an
 * address
 */
char *
assay_reach_uri (AssayFieldKind kind, const char *address)
{
  g_autofree char *text = g_strstrip (g_strdup (address != NULL ? address : ""));
  g_autofree char *scheme = g_uri_parse_scheme (text);
  g_autofree char *escaped = NULL;

  if (*text == '\0')
    return NULL;

  switch ((int)kind)
    {
    case ASSAY_KIND_LINK:
      /* "example.org:8080" has no scheme: schemes of addresses have no dot. */
      if (scheme == NULL || strchr (scheme, '.') != NULL)
        return g_strconcat ("https://", text, NULL);
      if (g_ascii_strcasecmp (scheme, "http") == 0 || g_ascii_strcasecmp (scheme, "https") == 0)
        return g_steal_pointer (&text);
      return NULL;
    case ASSAY_KIND_MAIL:
      escaped = g_uri_escape_string (text, "@+", FALSE);
      return g_strconcat ("mailto:", escaped, NULL);
    case ASSAY_KIND_PHONE:
      escaped = phone_number (text);
      return *escaped != '\0' ? g_strconcat ("tel:", escaped, NULL) : NULL;
    default:
      return NULL;
    }
}

const char *
assay_reach_icon (AssayFieldKind kind)
{
  switch ((int)kind)
    {
    case ASSAY_KIND_MAIL:
      return "mail-unread-symbolic";
    case ASSAY_KIND_PHONE:
      return "call-start-symbolic";
    default:
      return "web-browser-symbolic";
    }
}

const char *
assay_reach_verb (AssayFieldKind kind)
{
  switch ((int)kind)
    {
    case ASSAY_KIND_MAIL:
      return _ ("Write a Mail");
    case ASSAY_KIND_PHONE:
      return _ ("Call");
    default:
      return _ ("Open in the Browser");
    }
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error))
    {
      g_debug ("Cannot open an address: %s", error->message);
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        gtk_widget_error_bell (widget);
    }
}

void
assay_reach_open (GtkWidget *widget, AssayFieldKind kind, const char *address)
{
  g_autofree char *uri = assay_reach_uri (kind, address);
  g_autoptr (GtkUriLauncher) launcher = NULL;
  GtkRoot *root = gtk_widget_get_root (widget);

  if (uri == NULL)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  launcher = gtk_uri_launcher_new (uri);
  gtk_uri_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL,
                           launched_cb, g_object_ref (widget));
}
