/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "cli/supplier-charts.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "chart/heat-map.h"
#include "chart/small-multiples.h"

AssayScene *
assay_supplier_charts_map (AssayDb *db, const AssaySupplierCharts *asked, GError **error)
{
  AssaySupplierMap *map
      = assay_supplier_map_read (db, &asked->question.lines, &asked->question.lots, error);

  return map != NULL ? assay_bubble_chart_new (map, asked->axis) : NULL;
}

static GPtrArray *
read_series (AssayDb *db, const AssaySupplierCharts *asked, GError **error)
{
  GPtrArray *series = assay_supplier_series (db, &asked->question, error);

  if (series != NULL)
    assay_supplier_series_sort (series, asked->question.measure, asked->order);
  return series;
}

AssayScene *
assay_supplier_charts_heat (AssayDb *db, const AssaySupplierCharts *asked, GError **error)
{
  g_autoptr (GPtrArray) series = read_series (db, asked, error);
  g_autofree char *definition = assay_supplier_definition (&asked->question);

  return series != NULL ? assay_heat_map_new (
                              assay_month_matrix_new (asked->question.measure, series), definition)
                        : NULL;
}

AssayScene *
assay_supplier_charts_multiples (AssayDb *db, const AssaySupplierCharts *asked, GError **error)
{
  g_autoptr (GPtrArray) series = NULL;
  g_autofree char *definition = assay_supplier_definition (&asked->question);

  if (asked->question.measure > ASSAY_SUPPLIER_DEFECTS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("small-multiples are of slip, on-time or defects"));
      return NULL;
    }
  series = read_series (db, asked, error);
  return series != NULL ? assay_small_multiples_new (asked->question.measure, series,
                                                     asked->control, definition)
                        : NULL;
}
