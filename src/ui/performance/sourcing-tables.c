/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/performance/sourcing-tables.h"

#include <glib/gi18n-lib.h>

#include "insight/spend.h"
#include "record/format.h"
#include "ui/performance/figures-table.h"
#include "ui/record/sourcing-row.h"

struct _AssaySourcingTables
{
  AssayPerformanceView *view; /* borrowed: it owns this */
  AssaySection *product_section, *supplier_section, *country_section;
  GtkListBox *products;
  AssayFiguresTable *suppliers, *countries;
};

static const AssayFigureColumn columns[] = {
  { N_ ("Critical products"), N_ ("Critical products that can come from here"), "products",
    ASSAY_FIGURE_COUNT },
  { N_ ("Share"), N_ ("Of the critical products that have a source"), "share", ASSAY_FIGURE_SHARE },
  { N_ ("Only from here"), N_ ("Critical products that can come from nowhere else"), "only",
    ASSAY_FIGURE_COUNT },
  { NULL },
};

static void
fill_table (AssayFiguresTable *table, const GPtrArray *rows, AssaySpendBy by)
{
  assay_figures_table_clear (table);
  for (guint i = 0; i < rows->len; i++)
    {
      const AssayDependence *row = g_ptr_array_index (rows, i);
      const double values[] = { row->products, row->share, row->only };
      g_autofree char *name = assay_spend_group_words (by, row->group);

      assay_figures_table_add (table, row->supplier, name, values);
    }
}

/* "3 of 5 critical products have a single source" */
static char *
sum_up (const AssayDiversification *answer)
{
  g_autofree char *single = assay_format_number (answer->single);
  g_autofree char *all = assay_format_number (answer->critical);

  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s of %s critical product has a single source",
                   "%s of %s critical products have a single source", answer->critical),
      single, all);
}

void
assay_sourcing_tables_show (AssaySourcingTables *self, const AssayDiversification *answer)
{
  AssayContext *context = assay_performance_view_get_context (self->view);
  g_autofree char *title = sum_up (answer);

  gtk_list_box_remove_all (self->products);
  for (guint i = 0; i < answer->products->len; i++)
    gtk_list_box_append (self->products,
                         assay_sourcing_row_new (context, g_ptr_array_index (answer->products, i)));
  assay_section_set_title (self->product_section, title);
  assay_section_set_explanation (self->product_section, answer->definition);
  assay_section_set_explanation (self->supplier_section, answer->definition);
  assay_section_set_explanation (self->country_section, answer->definition);
  fill_table (self->suppliers, answer->by_supplier, ASSAY_SPEND_BY_SUPPLIER);
  fill_table (self->countries, answer->by_country, ASSAY_SPEND_BY_COUNTRY);
  gtk_widget_set_visible (GTK_WIDGET (self->product_section), answer->products->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->supplier_section), answer->by_supplier->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->country_section), answer->by_country->len > 0);
}

AssaySourcingTables *
assay_sourcing_tables_new (AssayPerformanceView *view)
{
  AssaySourcingTables *self = g_new0 (AssaySourcingTables, 1);
  AssayContext *context = assay_performance_view_get_context (view);

  self->view = view;
  self->products = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->products, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->products), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->products), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Critical products and their sources"), -1);
  self->product_section = assay_performance_view_add_section (view, _ ("Diversification"),
                                                              GTK_WIDGET (self->products));
  self->suppliers = assay_figures_table_new (context, _ ("Critical products by supplier"), columns);
  self->supplier_section = assay_performance_view_add_section (
      view, _ ("Critical Products by Supplier"), GTK_WIDGET (self->suppliers));
  self->countries = assay_figures_table_new (context, _ ("Critical products by country"), columns);
  assay_figures_table_set_groups (self->countries, ASSAY_TYPE_NONE, _ ("Country"), "country");
  self->country_section = assay_performance_view_add_section (
      view, _ ("Critical Products by Country"), GTK_WIDGET (self->countries));
  assay_performance_view_add_export (view, "export-sources", _ ("Export _Critical Products…"),
                                     _ ("critical-products.csv"), self->suppliers);
  g_object_set_data_full (G_OBJECT (view), "assay-sourcing-tables", self, g_free);
  return self;
}
