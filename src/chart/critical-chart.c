/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "chart/share-chart.h"

#include "chart/format.h"
#include "chart/points.h"
#include "chart/share-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define GAP 0.002
/* Rows of the table: one for each supplier of each product. */
typedef struct
{
  guint product;
  guint supplier;
} Row;

typedef struct
{
  AssayCriticalSpend *critical;
  GArray *rows; /* Row */
} Data;

static void
data_free (Data *data)
{
  assay_critical_spend_free (data->critical);
  g_array_unref (data->rows);
  g_free (data);
}

static const AssayCriticalProduct *
product_at (const Data *data, guint i)
{
  return g_ptr_array_index (data->critical->products, i);
}

static const AssaySpendRow *
share_of_row (const Data *data, guint row, const AssayCriticalProduct **product)
{
  const Row *found = &g_array_index (data->rows, Row, row);

  *product = product_at (data, found->product);
  return g_ptr_array_index ((*product)->suppliers, found->supplier);
}

static const char *
product_name (const AssayCriticalProduct *product)
{
  return product->name != NULL ? product->name : product->code;
}

static char *
mark_text (gpointer data, const AssayLayer *layer, const AssayItem *item)
{
  const Data *own = data;
  const AssayCriticalProduct *product;
  const AssaySpendRow *row = share_of_row (own, item->row, &product);
  g_autofree char *name = assay_spend_group_words (ASSAY_SPEND_BY_SUPPLIER, row->group);
  g_autofree char *share = assay_chart_format_percent (row->share, 1);
  g_autofree char *amount = assay_money_format (row->amount, own->critical->currency);
  g_autofree char *index = assay_share_index_words (&product->by_supplier);

  /* Translators: a product; a supplier; its share; an amount; how concentrated it is */
  return g_strdup_printf (_ ("%s · %s · %s, %s · %s"), product_name (product), name, share, amount,
                          index);
}

static void
row_ids (gpointer data, guint row, GArray *ids)
{
  const AssayCriticalProduct *product;
  const AssaySpendRow *found = share_of_row (data, row, &product);

  g_array_append_vals (ids, found->ids->data, found->ids->len);
}

static char *
cell (gpointer data, guint row, guint column)
{
  const Data *own = data;
  const AssayCriticalProduct *product;
  const AssaySpendRow *found = share_of_row (own, row, &product);

  switch (column)
    {
    case 0:
      return g_strdup (product_name (product));
    case 1:
      return assay_spend_group_words (ASSAY_SPEND_BY_SUPPLIER, found->group);
    case 2:
      return assay_money_format (found->amount, own->critical->currency);
    case 3:
      return assay_chart_format_percent (found->share, 1);
    case 4:
      return assay_chart_format_number (product->by_supplier.hhi, 4);
    case 5:
    default:
      return assay_chart_format_number (product->by_country.hhi, 4);
    }
}

static const AssaySceneSource source = { mark_text, NULL, cell, row_ids };

/* "Single source · index 1.00", "2 suppliers · index 0.54, by country 0.54" */
static char *
describe (const AssayCriticalProduct *product)
{
  guint n = (guint)product->by_supplier.n;
  g_autofree char *index = assay_chart_format_number (product->by_supplier.hhi, 2);
  g_autofree char *country = assay_chart_format_number (product->by_country.hhi, 2);
  g_autofree char *suppliers = NULL;

  if (n == 0)
    return g_strdup (_ ("no spend"));
  suppliers
      = product->single_source
            ? g_strdup (_ ("single source"))
            : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u supplier", "%u suppliers", n), n);
  /* Translators: "2 suppliers"; the index over suppliers, over countries */
  return g_strdup_printf (_ ("%s · index %s, countries %s"), suppliers, index, country);
}

static void
add_product (AssayScene *scene, Data *data, AssayPanel *panel, guint number)
{
  const AssayCriticalProduct *product = product_at (data, number);
  double from = 0;

  g_ptr_array_add (panel->y.names, g_strdup (product_name (product)));
  g_ptr_array_add (panel->y.details, describe (product));
  for (guint i = 0; i < product->suppliers->len; i++)
    {
      const AssaySpendRow *row = g_ptr_array_index (product->suppliers, i);
      AssayTone tone = row->group != NULL ? assay_share_tone (i) : ASSAY_TONE_DIM;
      double gap = row->share > 4 * GAP ? GAP : 0;
      AssayCell box = { .x0 = from + gap,
                        .x1 = from + row->share - gap,
                        .y0 = number - 0.3,
                        .y1 = number + 0.3,
                        .fill = (guint8)assay_share_fill (i, FALSE, row->group != NULL) };
      Row entry = { number, i };
      AssayLayer *layer;
      AssayItem *item;

      if (!(row->share > 0))
        continue;
      /* One lane a product, so that the arrow keys lead along its bar. */
      layer = i == 0 ? assay_scene_add_layer (scene, ASSAY_LAYER_CELLS, tone)
                     : g_ptr_array_index (scene->layers, scene->layers->len - 1);
      layer->marks = TRUE;
      assay_layer_add_cell (layer, &box, row->group, data->rows->len);
      item = &g_array_index (layer->items, AssayItem, layer->items->len - 1);
      item->y = number;
      item->tone = (guint8)tone;
      g_array_append_val (data->rows, entry);
      from += row->share;
    }
}

static void
add_words (AssayScene *scene, const AssayCriticalSpend *critical)
{
  guint single = 0, n = critical->products->len;
  g_autofree char *products = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u critical product", "%u critical products", n), n);
  g_autofree char *sources = NULL;

  for (guint i = 0; i < n; i++)
    single
        += ((const AssayCriticalProduct *)g_ptr_array_index (critical->products, i))->single_source;
  sources = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of them from a single source", /* */
                                          "%u of them from a single source", single),
                             single);
  scene->subtitle = assay_words_join (products, sources);
  scene->description = g_strdup_printf ("%s: %s.", scene->title, scene->subtitle);
  scene->note = assay_share_note (critical->left_out, NULL);
}

/**
 * assay_critical_chart_new:
 * @critical: (transfer full): what critical products depend on
 *
 * Returns: (transfer full): the scene; without a critical product one that says so
 */
AssayScene *
assay_critical_chart_new (AssayCriticalSpend *critical)
{
  AssayScene *scene = assay_scene_new ("critical", _ ("Whom critical products depend on"));
  Data *data = g_new0 (Data, 1);

  data->critical = critical;
  data->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  scene->definition = g_strdup (critical->definition);
  assay_axis_init (&scene->x, ASSAY_AXIS_PERCENT, _ ("Share of the product’s spend (%)"));
  scene->x.scale = (AssayScale){ 0, 1 };
  assay_scene_add_column (scene, _ ("Product"), FALSE);
  assay_scene_add_column (scene, _ ("Supplier"), FALSE);
  assay_scene_add_column (scene, _ ("Spend"), TRUE);
  assay_scene_add_column (scene, _ ("Share"), TRUE);
  assay_scene_add_column (scene, _ ("Index"), TRUE);
  assay_scene_add_column (scene, _ ("By country"), TRUE);
  if (critical->products->len > 0 && critical->has_base)
    {
      AssayPanel *panel = assay_scene_add_panel (scene, ASSAY_AXIS_CATEGORY, NULL, 1);

      for (guint i = 0; i < critical->products->len; i++)
        add_product (scene, data, panel, i);
      add_words (scene, critical);
    }
  else
    {
      scene->empty = critical->products->len > 0
                         ? assay_share_empty (FALSE, critical->left_out)
                         : g_strdup (_ ("No product is critical. Mark those that you cannot be "
                                        "without, and whom they depend on stands here."));
      scene->description = g_strdup (scene->empty);
    }
  scene->n_rows = data->rows->len;
  assay_scene_set_source (scene, &source, data, (GDestroyNotify)data_free);
  assay_scene_finish (scene);
  return scene;
}
