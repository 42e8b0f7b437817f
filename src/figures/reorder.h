/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * reorder.h: how much to keep in stock against demand and lead times that vary, and when to
 * order. Unknown terms are NaN, and so is what follows from them.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Months are 365.25 / 12 days long: what is asked of a month is spread over so many days. */
#define ASSAY_DAYS_PER_MONTH 30.4375

/**
 * AssayReorderTerms:
 * @demand_mean: d, pieces asked for in a day
 * @demand_sd: σd, standard deviation of the pieces asked for in one day
 * @lead_mean: L, days from order to receipt
 * @lead_sd: σL, their standard deviation
 * @service_level: in which share of order cycles the stock is to last, above 0 and below 1
 */
typedef struct
{
  double demand_mean;
  double demand_sd;
  double lead_mean;
  double lead_sd;
  double service_level;
} AssayReorderTerms;

/**
 * AssayReorderLevel:
 * @z: quantile of the normal distribution at the service level
 * @lead_demand: d·L, pieces asked for while an order is on its way
 * @lead_demand_sd: √(L·σd² + d²·σL²)
 * @safety_stock: z · lead_demand_sd, pieces
 * @reorder_point: lead_demand + safety_stock: at so many pieces it is time to order
 */
typedef struct
{
  double z;
  double lead_demand;
  double lead_demand_sd;
  double safety_stock;
  double reorder_point;
} AssayReorderLevel;

void assay_reorder_daily (double month_mean, double month_sd, double *daily_mean, double *daily_sd);
void assay_reorder_compute (const AssayReorderTerms *terms, AssayReorderLevel *out);
double assay_reorder_days (double pieces, double demand_mean);
double assay_reorder_whole (double pieces);

G_END_DECLS
