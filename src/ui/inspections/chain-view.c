/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/chain-view.h"

#include <glib/gi18n-lib.h>

#include "record/format.h"
#include "ui/inspections/children.h"
#include "ui/table/cell-text.h"

struct _AssayChainView
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (AssayChainView, assay_chain_view, GTK_TYPE_WIDGET)

typedef enum
{
  SIGNAL_OPEN,
  N_SIGNALS,
} AssayChainViewSignal;

static guint signals[N_SIGNALS];

static void
clicked_cb (AssayChainView *self, GtkButton *button)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "id");

  g_signal_emit (self, signals[SIGNAL_OPEN], 0, *id);
}

static const char *
choice (AssayRecord *record, guint field)
{
  const char *value = assay_record_get_text (record, field);

  return value != NULL
             ? assay_field_choice_label (&assay_record_describe (record)->fields[field], value)
             : NULL;
}

/* "IR-7 · 19 Apr 2026 · 300 pieces · Fail · Rework and re-inspect" */
static char *
describe (AssayRecord *record)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  gboolean done = assay_record_is_known (record, ASSAY_INSPECTION_INSPECTED_ON);
  guint day = done ? ASSAY_INSPECTION_INSPECTED_ON : ASSAY_INSPECTION_PLANNED_ON;

  if (assay_record_is_known (record, ASSAY_INSPECTION_NUMBER))
    g_strv_builder_add (builder, assay_record_get_text (record, ASSAY_INSPECTION_NUMBER));
  if (assay_record_is_known (record, day))
    {
      g_autofree char *date = assay_format_display (record, day, 0);

      /* Translators: a date that an inspection is planned for */
      g_strv_builder_take (builder, done ? g_steal_pointer (&date)
                                         : g_strdup_printf (_ ("planned for %s"), date));
    }
  if (assay_record_is_known (record, ASSAY_INSPECTION_LOT_SIZE))
    {
      gint64 lot = assay_record_get_integer (record, ASSAY_INSPECTION_LOT_SIZE, 0);
      g_autofree char *number = assay_format_number (lot);

      g_strv_builder_take (builder, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s piece",
                                                                  "%s pieces", (gulong)lot),
                                                     number));
    }
  if (choice (record, ASSAY_INSPECTION_RESULT) != NULL)
    g_strv_builder_add (builder, choice (record, ASSAY_INSPECTION_RESULT));
  if (choice (record, ASSAY_INSPECTION_DECISION) != NULL)
    g_strv_builder_add (builder, choice (record, ASSAY_INSPECTION_DECISION));
  parts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", parts);
}

static GtkWidget *
new_line (AssayRecord *record, gboolean is_current)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *words = describe (record);
  /* Translators: the inspection of a lot that the page shows, among others of the lot */
  g_autofree char *current = g_strdup_printf (_ ("%s (this one)"), words);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", is_current ? current : words, "wrap",
                                   TRUE, "xalign", 0.0, "hexpand", TRUE, NULL);
  const AssayField *field = &assay_record_describe (record)->fields[ASSAY_INSPECTION_RESULT];
  const char *icon = "content-loading-symbolic", *style = "dimmed";
  GtkWidget *image;

  assay_cell_verdict (field, assay_record_get_text (record, ASSAY_INSPECTION_RESULT), &icon,
                      &style);
  image = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (image, style);
  if (is_current)
    gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
add_line (AssayChainView *self, AssayRecord *record, gboolean is_current)
{
  GtkWidget *line = new_line (record, is_current);
  gint64 id = assay_record_get_id (record);

  if (is_current)
    g_object_set (line, "margin-start", 10, "margin-end", 10, "margin-top", 6, "margin-bottom", 6,
                  NULL);
  else
    {
      GtkWidget *button = gtk_button_new ();

      gtk_button_set_child (GTK_BUTTON (button), line);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "assay-chain");
      gtk_widget_set_tooltip_text (button, _ ("Show This Inspection"));
      g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&id, sizeof id), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
      line = button;
    }
  gtk_widget_set_parent (line, GTK_WIDGET (self));
}

void
assay_chain_view_show (AssayChainView *self, GPtrArray *chain, AssayRecord *current)
{
  gint64 id = assay_record_get_id (current);
  GtkWidget *heading;

  assay_unparent_children (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), chain->len > (id != 0 ? 1 : 0));
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  heading = g_object_new (GTK_TYPE_LABEL, "label", _ ("Inspections of This Lot"), "xalign", 0.0,
                          "margin-top", 6, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (heading, "caption-heading");
  gtk_widget_set_parent (heading, GTK_WIDGET (self));
  for (guint i = 0; i < chain->len; i++)
    {
      AssayRecord *one = g_ptr_array_index (chain, i);
      gboolean is_current = assay_record_get_id (one) == id;

      add_line (self, is_current ? current : one, is_current);
    }
  if (id == 0)
    add_line (self, current, TRUE);
}

static void
assay_chain_view_dispose (GObject *object)
{
  assay_unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (assay_chain_view_parent_class)->dispose (object);
}

static void
assay_chain_view_class_init (AssayChainViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_chain_view_dispose;

  signals[SIGNAL_OPEN] = g_signal_new ("open", ASSAY_TYPE_CHAIN_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
assay_chain_view_init (AssayChainView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}
