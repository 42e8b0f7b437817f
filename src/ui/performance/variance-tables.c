/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/performance/variance-tables.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "insight/reorder.h"
#include "record/date.h"

struct _AssayVarianceTables
{
  AssayPerformanceView *view; /* borrowed: it owns this */
  AssaySection *supplier_section, *product_section;
  AssayFiguresTable *suppliers, *products;
};

static const AssayFigureColumn supplier_columns[] = {
  { N_ ("Bound by variance"), N_ ("Safety stock that lead times which vary ask for"),
    "variance_money", ASSAY_FIGURE_MONEY },
  { N_ ("In pieces"), N_ ("The same in pieces"), "variance_pieces", ASSAY_FIGURE_COUNT },
  { N_ ("Saved if kept"), N_ ("Less safety stock if it kept its promises"), "saved_money",
    ASSAY_FIGURE_MONEY },
  { N_ ("In pieces"), N_ ("The same in pieces"), "saved_pieces", ASSAY_FIGURE_COUNT, TRUE },
  { N_ ("Products"), N_ ("Products whose safety stock is known"), "products", ASSAY_FIGURE_COUNT,
    TRUE },
  { N_ ("Unknown"), N_ ("Products whose safety stock is not known"), "unknown", ASSAY_FIGURE_COUNT,
    TRUE },
  { NULL },
};

static const AssayFigureColumn product_columns[] = {
  { N_ ("Order in days"), N_ ("Days until stock and orders on their way fall to the reorder point"),
    "order_in", ASSAY_FIGURE_COUNT },
  { N_ ("Lasts days"), N_ ("Days that the stock lasts"), "days_of_stock", ASSAY_FIGURE_COUNT },
  { N_ ("Reorder at"), N_ ("Pieces"), "reorder_point", ASSAY_FIGURE_COUNT },
  { N_ ("Safety stock"), N_ ("Pieces"), "safety_stock", ASSAY_FIGURE_COUNT },
  { N_ ("Saved if kept"), N_ ("Pieces less if the supplier kept its promises"), "saved_pieces",
    ASSAY_FIGURE_COUNT },
  { N_ ("Saves"), N_ ("The same in money"), "saved_money", ASSAY_FIGURE_MONEY, TRUE },
  { NULL },
};

/* How a figure came about: the question is a product and a day. */
static gpointer
explain_cell (const AssayFigureGroup *group, const char *column, gpointer data)
{
  AssayVarianceTables *self = data;
  AssayReorderQuestion *question;

  if (group->is_total || group->id == 0)
    return NULL;
  question = g_new0 (AssayReorderQuestion, 1);
  question->product = group->id;
  question->today = assay_performance_view_get_filter (self->view)->today;
  return question;
}

static double
money (const AssayReorderCost *cost, const char *currency)
{
  return cost->has_base ? assay_money_to_units (cost->in_base, currency) : NAN;
}

static void
show_suppliers (AssayVarianceTables *self, const GPtrArray *plan)
{
  g_autoptr (GPtrArray) sums = assay_reorder_sum_suppliers (plan);
  const char *currency = ((const AssayReorder *)g_ptr_array_index (plan, 0))->base_currency;

  assay_figures_table_set_currency (self->suppliers, currency);
  for (guint i = 0; i < sums->len; i++)
    {
      const AssayReorderSupplier *sum = g_ptr_array_index (sums, i);
      const double values[] = { money (&sum->variance, currency),
                                sum->products > 0 ? sum->variance.pieces : NAN,
                                money (&sum->saved, currency),
                                sum->products > 0 ? sum->saved.pieces : NAN,
                                (double)sum->products,
                                (double)sum->unknown };

      assay_figures_table_add (self->suppliers, sum->supplier, sum->name, values);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->supplier_section), sums->len > 0);
}

static void
show_products (AssayVarianceTables *self, const GPtrArray *plan)
{
  gint32 today = assay_performance_view_get_filter (self->view)->today;
  const char *currency = ((const AssayReorder *)g_ptr_array_index (plan, 0))->base_currency;

  assay_figures_table_set_currency (self->products, currency);
  for (guint i = 0; i < plan->len; i++)
    {
      const AssayReorder *reorder = g_ptr_array_index (plan, i);
      const double values[] = {
        reorder->order_on != ASSAY_DATE_UNKNOWN ? (double)(reorder->order_on - today) : NAN,
        floor (reorder->days_of_stock),
        assay_reorder_whole (reorder->level.reorder_point),
        assay_reorder_whole (reorder->level.safety_stock),
        reorder->saved.pieces,
        money (&reorder->saved, currency),
      };

      assay_figures_table_add (self->products, reorder->product,
                               reorder->name != NULL ? reorder->name : reorder->code, values);
    }
}

void
assay_variance_tables_show (AssayVarianceTables *self, const GPtrArray *plan)
{
  g_autofree char *definition = assay_reorder_definition ();

  assay_figures_table_clear (self->suppliers);
  assay_figures_table_clear (self->products);
  gtk_widget_set_visible (GTK_WIDGET (self->supplier_section), plan->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->product_section), plan->len > 0);
  if (plan->len == 0)
    return;
  assay_section_set_explanation (self->supplier_section, definition);
  assay_section_set_explanation (self->product_section, definition);
  show_suppliers (self, plan);
  show_products (self, plan);
}

AssayVarianceTables *
assay_variance_tables_new (AssayPerformanceView *view)
{
  AssayVarianceTables *self = g_new0 (AssayVarianceTables, 1);
  AssayContext *context = assay_performance_view_get_context (view);

  self->view = view;
  self->suppliers
      = assay_figures_table_new (context, _ ("What variance costs by supplier"), supplier_columns);
  self->supplier_section = assay_performance_view_add_section (view, _ ("What Variance Costs"),
                                                               GTK_WIDGET (self->suppliers));
  assay_performance_view_add_export (view, "export-variance", _ ("Export What _Variance Costs…"),
                                     _ ("variance.csv"), self->suppliers);
  self->products
      = assay_figures_table_new (context, _ ("Reorder planning by product"), product_columns);
  assay_figures_table_set_groups (self->products, ASSAY_TYPE_PRODUCT, _ ("Product"), "product");
  assay_figures_table_set_explain (self->products, explain_cell, assay_reorder_explain_ask, g_free,
                                   self);
  self->product_section = assay_performance_view_add_section (view, _ ("Reorder Planning"),
                                                              GTK_WIDGET (self->products));
  assay_performance_view_add_export (view, "export-reorder", _ ("Export _Reorder Planning…"),
                                     _ ("reorder.csv"), self->products);
  g_object_set_data_full (G_OBJECT (view), "assay-variance-tables", self, g_free);
  return self;
}
