/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/record/record-parts.h"

#include <glib/gi18n-lib.h>

#include "record/format.h"
#include "ui/record/rows-chart.h"

#define CHART_HEIGHT 320

void
assay_record_parts_add (AssayRecordParts *parts, AssayRecordPage *page)
{
  AssayContext *context = assay_record_page_get_context (page);
  GtkBox *side = assay_record_page_get_side (page);
  GtkWidget *section;
  GtkWidget *button;

  parts->facts = assay_facts_view_new (context);
  gtk_box_append (side, assay_section_new (_ ("Facts"), GTK_WIDGET (parts->facts)));

  parts->attachments = assay_attachments_view_new (context);
  section = assay_section_new (_ ("Attachments"), GTK_WIDGET (parts->attachments));
  button = assay_icon_button_new ("list-add-symbolic", _ ("Attach Files"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (assay_attachments_view_choose),
                           parts->attachments, G_CONNECT_SWAPPED);
  assay_section_add_button (ASSAY_SECTION (section), button);
  gtk_box_append (side, section);

  parts->history = assay_history_view_new (context);
  gtk_box_append (side, assay_section_new (_ ("History"), GTK_WIDGET (parts->history)));
}

void
assay_record_parts_show (AssayRecordParts *parts, AssayRecord *record)
{
  AssayType type = assay_record_get_kind (record);
  gint64 id = assay_record_get_id (record);

  assay_facts_view_set_record (parts->facts, record);
  assay_attachments_view_set_record (parts->attachments, type, id);
  assay_history_view_set_record (parts->history, type, id);
}

/* What the button "Show All" of a table needs to know. */
typedef struct
{
  AssayRecordPage *page; /* the one that holds the button */
  const char *title;     /* translated */
  AssayQuery *query;
} ShowAll;

static void
show_all_free (gpointer data, GClosure *closure)
{
  ShowAll *all = data;

  assay_query_free (all->query);
  g_free (all);
}

static void
show_all_cb (ShowAll *all)
{
  AssayRecord *record = assay_record_page_get_record (all->page);
  g_autofree char *name = record != NULL ? assay_record_dup_title (record) : g_strdup ("");
  /* Translators: whose rows these are, and which: "Sao Mai · Orders" */
  g_autofree char *words = g_strdup_printf (_ ("%s · %s"), name, all->title);

  assay_context_show_rows (assay_record_page_get_context (all->page), all->query, words);
}

static void
n_rows_cb (AssayTable *table, GParamSpec *pspec, GtkWidget *button)
{
  guint n = assay_table_get_n_rows (table);
  g_autofree char *number = assay_format_number (n);
  /* Translators: %s: how many rows there are */
  g_autofree char *words = g_strdup_printf (_ ("Show All (%s)"), number);

  gtk_button_set_label (GTK_BUTTON (button), words);
  gtk_widget_set_visible (button, n > ASSAY_TABLE_EMBEDDED_ROWS);
}

static void
add_show_all (AssayRecordPage *page, AssayTable *table, const char *title, const AssayQuery *query)
{
  GtkWidget *button = gtk_button_new ();
  ShowAll *all = g_new0 (ShowAll, 1);

  *all = (ShowAll){ page, title, assay_query_copy (query) };
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_visible (button, FALSE);
  g_signal_connect_data (button, "clicked", G_CALLBACK (show_all_cb), all, show_all_free,
                         G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "notify::n-rows", G_CALLBACK (n_rows_cb), button, 0);
  assay_section_add_button (ASSAY_SECTION (gtk_widget_get_parent (GTK_WIDGET (table))), button);
}

AssayTable *
assay_record_page_add_table (AssayRecordPage *page,
                             const char *title,
                             AssayType type,
                             guint field,
                             const char *const *columns,
                             const char *const *spare,
                             const char *empty)
{
  g_autoptr (AssayQuery) query = assay_record_page_query (page, type, field);
  const AssayRecordType *described = assay_record_type_get (type);
  AssayTable *table;

  assay_query_set_sort (query, (guint)described->sort, described->sort_descending);
  table = assay_table_new (assay_record_page_get_context (page), query);
  assay_table_set_columns (table, columns);
  assay_table_set_embedded (table, TRUE);
  assay_table_set_spare_columns (table, spare);
  assay_table_set_empty_text (table, empty);
  gtk_box_append (assay_record_page_get_main (page), assay_section_new (title, GTK_WIDGET (table)));
  add_show_all (page, table, title, query);
  return table;
}

GtkWidget *
assay_record_page_add_table_button (AssayTable *table,
                                    const char *tooltip,
                                    GCallback clicked,
                                    gpointer data)
{
  GtkWidget *button = assay_icon_button_new ("list-add-symbolic", tooltip);

  g_signal_connect_object (button, "clicked", clicked, data, G_CONNECT_SWAPPED);
  assay_section_add_button (ASSAY_SECTION (gtk_widget_get_parent (GTK_WIDGET (table))), button);
  return button;
}

AssayChartFrame *
assay_record_page_add_chart (AssayRecordPage *page, AssayType rows)
{
  AssayChartFrame *chart
      = assay_rows_chart_new (assay_record_page_get_context (page), rows, CHART_HEIGHT);

  gtk_box_append (assay_record_page_get_main (page), GTK_WIDGET (chart));
  return chart;
}
