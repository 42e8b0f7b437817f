/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/record/facts-view.h"

#include <glib/gi18n-lib.h>

#include "record/format.h"
#include "ui/form/form-rules.h"
#include "ui/form/reach.h"
#include "ui/record/section.h"

struct _AssayFactsView
{
  GtkWidget parent_instance;

  AssayContext *context;
  AssayRecord *record;
  GtkBox *box;
  GtkToggleButton *all;
  guint64 hidden; /* bit per field */
};

G_DEFINE_FINAL_TYPE (AssayFactsView, assay_facts_view, GTK_TYPE_WIDGET)

static gboolean
is_fact (AssayFactsView *self, guint index)
{
  const AssayField *field = &assay_record_describe (self->record)->fields[index];

  if ((field->flags & ASSAY_FIELD_HIDDEN) != 0
      || (index < 64 && (self->hidden & (G_GUINT64_CONSTANT (1) << index)) != 0))
    return FALSE;
  return assay_record_is_known (self->record, index)
         || (gtk_toggle_button_get_active (self->all)
             && assay_form_rules_shows (self->record, index));
}

/* "address" → the system, "record" → its page. */
static gboolean
link_cb (AssayFactsView *self, const char *uri, GtkLabel *label)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (label), "field"));
  const AssayField *field = &assay_record_describe (self->record)->fields[index];

  if (field->kind == ASSAY_KIND_REFERENCE)
    assay_context_show_record (self->context, field->reference,
                               assay_record_get_reference (self->record, index));
  else
    assay_reach_open (GTK_WIDGET (self), field->kind, assay_record_get_text (self->record, index));
  return TRUE;
}

static gboolean
has_page (AssayType type)
{
  return type == ASSAY_TYPE_EVIDENCE || type == ASSAY_TYPE_SCHEME || type == ASSAY_TYPE_SUPPLIER
         || type == ASSAY_TYPE_PRODUCT || type == ASSAY_TYPE_ORDER || type == ASSAY_TYPE_ORDER_LINE
         || type == ASSAY_TYPE_INSPECTION || type == ASSAY_TYPE_CORRECTIVE_ACTION;
}

static gboolean
leads_somewhere (AssayFactsView *self, guint index)
{
  const AssayField *field = &assay_record_describe (self->record)->fields[index];
  g_autofree char *uri = NULL;

  if (field->kind == ASSAY_KIND_REFERENCE)
    return has_page (field->reference);
  if (field->kind != ASSAY_KIND_LINK && field->kind != ASSAY_KIND_MAIL
      && field->kind != ASSAY_KIND_PHONE)
    return FALSE;
  uri = assay_reach_uri (field->kind, assay_record_get_text (self->record, index));
  return uri != NULL;
}

static GtkWidget *
make_value (AssayFactsView *self, guint index)
{
  const AssayField *field = &assay_record_describe (self->record)->fields[index];
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "yalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, NULL);
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;

  if (!assay_record_is_known (self->record, index))
    {
      gtk_label_set_label (GTK_LABEL (label), _ ("Unknown"));
      gtk_widget_add_css_class (label, "dimmed");
      return label;
    }

  text = assay_format_display (self->record, index, assay_context_get_units (self->context));
  /* A year is its own unit. */
  if (field->unit != NULL && !(field->kind == ASSAY_KIND_INTEGER && field->min > 1000))
    {
      g_autofree char *number = g_steal_pointer (&text);

      /* Translators: a number and its unit */
      text = g_strdup_printf (_ ("%s %s"), number, assay_field_unit (field));
    }
  if (leads_somewhere (self, index))
    {
      markup = g_markup_printf_escaped ("<a href=\"assay:\">%s</a>", text);
      gtk_label_set_markup (GTK_LABEL (label), markup);
      g_object_set_data (G_OBJECT (label), "field", GUINT_TO_POINTER (index));
      g_signal_connect_swapped (label, "activate-link", G_CALLBACK (link_cb), self);
    }
  else
    {
      gtk_label_set_label (GTK_LABEL (label), text);
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_widget_set_focusable (label, FALSE);
    }
  return label;
}

static GtkWidget *
make_name (const AssayField *field)
{
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "label", assay_field_label (field), "xalign", 0.0, "yalign",
                      0.0, "wrap", TRUE, "width-chars", 16, "max-width-chars", 16, "tooltip-text",
                      assay_field_help (field), NULL);

  gtk_widget_add_css_class (label, "dimmed");
  return label;
}

static GtkWidget *
add_group (AssayFactsView *self, const char *title)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, NULL);
  GtkWidget *grid = gtk_grid_new ();

  gtk_widget_add_css_class (heading, "caption-heading");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_box_append (self->box, heading);
  gtk_box_append (self->box, grid);
  return grid;
}

static void
fill (AssayFactsView *self)
{
  const AssayRecordType *type;
  g_autoptr (GHashTable) grids = g_hash_table_new (g_str_hash, g_str_equal);

  assay_box_clear (self->box);
  if (self->record == NULL)
    return;
  type = assay_record_describe (self->record);
  for (guint i = 0; i < type->n_fields; i++)
    {
      const AssayField *field = &type->fields[i];
      const char *group = assay_field_group (field);
      GtkWidget *grid, *name, *value;
      int row;

      if (!is_fact (self, i))
        continue;
      grid = g_hash_table_lookup (grids, group);
      if (grid == NULL)
        {
          grid = add_group (self, group);
          g_hash_table_insert (grids, (gpointer)group, grid);
        }
      row = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (grid), "rows"));
      g_object_set_data (G_OBJECT (grid), "rows", GINT_TO_POINTER (row + 1));
      name = make_name (field);
      value = make_value (self, i);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (value), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                      name, value, NULL, -1);
      gtk_grid_attach (GTK_GRID (grid), name, 0, row, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), value, 1, row, 1, 1);
    }
}

static void
assay_facts_view_dispose (GObject *object)
{
  AssayFactsView *self = ASSAY_FACTS_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->context);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (assay_facts_view_parent_class)->dispose (object);
}

static void
assay_facts_view_class_init (AssayFactsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_facts_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
assay_facts_view_init (AssayFactsView *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  self->all = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_mnemonic (_ ("Show _All Fields")));
  gtk_widget_add_css_class (GTK_WIDGET (self->all), "flat");
  gtk_widget_set_margin_top (GTK_WIDGET (self->box), 12);
  gtk_widget_set_margin_start (GTK_WIDGET (self->box), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->box), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->all), 6);
  gtk_widget_set_margin_start (GTK_WIDGET (self->all), 6);
  gtk_widget_set_margin_end (GTK_WIDGET (self->all), 6);
  gtk_widget_add_css_class (card, "card");
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->box));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->all));
  gtk_widget_set_parent (card, GTK_WIDGET (self));
  g_signal_connect_swapped (self->all, "toggled", G_CALLBACK (fill), self);
}

AssayFactsView *
assay_facts_view_new (AssayContext *context)
{
  AssayFactsView *self = g_object_new (ASSAY_TYPE_FACTS_VIEW, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "notify::units", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  return self;
}

void
assay_facts_view_set_record (AssayFactsView *self, AssayRecord *record)
{
  g_set_object (&self->record, record);
  fill (self);
}

void
assay_facts_view_hide_field (AssayFactsView *self, guint field)
{
  g_return_if_fail (field < 64);

  self->hidden |= G_GUINT64_CONSTANT (1) << field;
  fill (self);
}
