/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/samples/sample-rounds.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "insight/sample-tests.h"
#include "record/date.h"
#include "ui/record/section.h"

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, AssayContext *context)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "sample");

  if (id != NULL)
    assay_context_show_record (context, ASSAY_TYPE_SAMPLE, *id);
}

GtkListBox *
assay_sample_rounds_new (AssayContext *context)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  g_signal_connect_object (list, "row-activated", G_CALLBACK (activated_cb), context, 0);
  return GTK_LIST_BOX (list);
}

static const char *
label_of (AssayRecord *record, guint field)
{
  const char *stored = assay_record_get_text (record, field);

  return stored != NULL
             ? assay_field_choice_label (&assay_record_describe (record)->fields[field], stored)
             : NULL;
}

/* "S-1002 · received 3 Mar 2026 · Rejected" */
static char *
dup_subtitle (AssayRecord *sample)
{
  GString *words = g_string_new (assay_record_get_text (sample, ASSAY_SAMPLE_NUMBER));
  gint32 received = assay_record_get_date (sample, ASSAY_SAMPLE_RECEIVED_ON);
  gboolean decided = g_strcmp0 (assay_record_get_text (sample, ASSAY_SAMPLE_STATE), "decided") == 0;
  const char *state = label_of (sample, decided ? ASSAY_SAMPLE_VERDICT : ASSAY_SAMPLE_STATE);

  if (received != ASSAY_DATE_UNKNOWN)
    {
      g_autofree char *on = assay_date_format (received);

      g_string_append_printf (words, " · %s", on);
    }
  if (state != NULL)
    g_string_append_printf (words, " · %s", state);
  return g_string_free_and_steal (words);
}

static const char *
icon_of (AssayRecord *sample, const char **style)
{
  const char *verdict = assay_record_get_text (sample, ASSAY_SAMPLE_VERDICT);

  if (g_strcmp0 (verdict, "rejected") == 0)
    {
      *style = "error";
      return "dialog-error-symbolic";
    }
  if (g_strcmp0 (verdict, "approved") == 0 || g_strcmp0 (verdict, "approved_with_comments") == 0)
    {
      *style = "success";
      return "object-select-symbolic";
    }
  *style = "dimmed";
  return "content-loading-symbolic";
}

static GtkWidget *
make_row (AssayRecord *sample, gboolean here)
{
  gint64 id = assay_record_get_id (sample);
  g_autofree char *title = assay_sample_dup_round (sample);
  g_autofree char *subtitle = dup_subtitle (sample);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title,
                                 "subtitle", subtitle, "activatable", !here, NULL);
  const char *style, *icon = icon_of (sample, &style);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_widget_add_css_class (image, style);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  if (here)
    {
      GtkWidget *mark = gtk_label_new (_ ("This one"));

      gtk_widget_add_css_class (mark, "dimmed");
      gtk_widget_add_css_class (mark, "caption");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), mark);
      return row;
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "sample", g_memdup2 (&id, sizeof id), g_free);
  return row;
}

void
assay_sample_rounds_show (GtkListBox *list, GPtrArray *rounds, gint64 here)
{
  assay_list_box_clear (list);
  for (guint i = 0; i < rounds->len; i++)
    gtk_list_box_append (
        list, make_row (rounds->pdata[i], assay_record_get_id (rounds->pdata[i]) == here));
}
