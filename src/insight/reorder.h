/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When to order a product again and how much of it to keep, asked of a book: demand that is
 * recorded by month, lead times that were measured, and what the supplier's variance costs.
 *
 * Money is in hundredths of the minor unit of its currency (insight/money-in-base.h). */

#pragma once

#include "figures/reorder.h"
#include "insight/explanation.h"
#include "insight/money-in-base.h"

G_BEGIN_DECLS

/* Fewer measured lead times than this are few. */
#define ASSAY_REORDER_ENOUGH 8
/* Demand is that of so many finished months, the latest ones that are recorded. */
#define ASSAY_REORDER_MONTHS 12
/* Where a product says none. */
#define ASSAY_REORDER_SERVICE_LEVEL 0.95

typedef struct
{
  gint64 product;       /* 0: all that have a demand or a stock */
  double service_level; /* for all, above 0 and below 1; 0: as each product says */
  gint32 today;
} AssayReorderQuestion;

typedef enum
{
  ASSAY_DEMAND_UNKNOWN,
  ASSAY_DEMAND_RECORDED, /* months */
  ASSAY_DEMAND_TYPED,    /* mean and deviation, in the product */
} AssayDemandSource;

typedef enum
{
  ASSAY_LEAD_UNKNOWN,
  ASSAY_LEAD_OF_PRODUCT,  /* of this supplier for this product */
  ASSAY_LEAD_OF_SUPPLIER, /* for all products */
  ASSAY_LEAD_CLAIMED,     /* nothing was measured */
} AssayLeadSource;

/* Why something is not known. */
typedef enum
{
  ASSAY_REORDER_NO_GAP,
  ASSAY_REORDER_NO_DEMAND,
  ASSAY_REORDER_NO_DEMAND_SD,
  ASSAY_REORDER_NO_SUPPLIER,
  ASSAY_REORDER_NO_LEAD,
  ASSAY_REORDER_NO_LEAD_SD,
  ASSAY_REORDER_NO_PROMISE,
  ASSAY_REORDER_NO_STOCK,
  ASSAY_REORDER_NEVER, /* nothing is asked for: it lasts for ever */
  ASSAY_REORDER_NO_PRICE,
  ASSAY_REORDER_NOT_CONVERTED,
} AssayReorderGap;

typedef struct
{
  gint32 month;     /* its first day */
  gint64 quantity;  /* all rows of the month together */
  gint64 id;        /* a row of it */
  gboolean is_used; /* finished, and among the latest */
} AssayDemandMonth;

/* So many pieces, how long they last and what they cost. */
typedef struct
{
  double pieces; /* whole; NaN: not known */
  double days;   /* of demand; NaN: not known */
  gboolean has_price;
  gint64 amount; /* at the last unit price, of its currency */
  gboolean has_base;
  gint64 in_base;
} AssayReorderCost;

typedef struct
{
  gint64 product, supplier; /* supplier 0: none */
  char *code, *name, *supplier_name;
  char *unit; /* as the product is sold by; nullable */

  AssayDemandSource demand;
  GArray *months;              /* AssayDemandMonth in order of time, all that are recorded */
  guint months_n;              /* used */
  double month_mean, month_sd; /* pieces */

  AssayLeadSource lead;
  gsize lead_n;             /* lines that were measured */
  GArray *lead_ids;         /* gint64: these, order lines */
  GPtrArray *lead_left_out; /* AssayExclusion: lines of the same that were not */
  gboolean has_few;         /* measured on fewer than ASSAY_REORDER_ENOUGH */

  gboolean is_level_typed; /* the service level: by the product or the question */
  AssayReorderTerms terms;
  AssayReorderLevel level;
  AssayReorderGap gap; /* why level.safety_stock is not known */

  double promised_lead;      /* days; NaN: not known */
  gsize promised_n;          /* first promises it is the mean of; 0: what the supplier claims */
  AssayReorderLevel kept;    /* with that lead time, which does not vary */
  AssayReorderCost saved;    /* less safety stock if the promise was kept; below 0: more */
  AssayReorderCost variance; /* what of the safety stock lead times that vary ask for */
  AssayReorderGap saved_gap, money_gap;

  gint64 stock;                        /* as counted; -1: not known */
  gint32 stock_on;                     /* when; today where it is not known */
  gboolean is_counted;                 /* stock_on is known */
  gint64 received;                     /* pieces received since then */
  gint64 incoming;                     /* pieces ordered and not received */
  guint incoming_lines, unknown_lines; /* lines they are of; lines that do not say how many */
  double stock_today;                  /* about, at least 0; NaN: not known */
  double days_of_stock;                /* stock_today lasts so long */
  gint32 order_on; /* when stock and incoming fall to the reorder point; or unknown */
  gboolean is_due; /* that day is today or over */
  AssayReorderGap order_gap;

  gboolean has_price;
  gint64 unit_price;
  char *currency;      /* of the price */
  char *base_currency; /* nullable */
} AssayReorder;

/* What the variance of one supplier costs, over all products planned with it. */
typedef struct
{
  gint64 supplier;
  char *name;
  guint products;         /* with a safety stock that is known */
  guint unknown;          /* without */
  AssayReorderCost saved; /* `days` is not summed */
  AssayReorderCost variance;
  guint unpriced; /* products whose money is in no sum */
} AssayReorderSupplier;

/* AssayReorder: those to be ordered first come first; of one product one, of an unknown one none.
 */
GPtrArray *assay_reorder_plan (AssayDb *db, const AssayReorderQuestion *question, GError **error);
void assay_reorder_free (AssayReorder *reorder);
/* AssayReorderSupplier, dearest first. */
GPtrArray *assay_reorder_sum_suppliers (const GPtrArray *plan);
void assay_reorder_supplier_free (AssayReorderSupplier *supplier);

/* In words, translated. */
const char *assay_reorder_gap_words (AssayReorderGap gap);
const char *assay_reorder_gap_name (AssayReorderGap gap);
char *assay_reorder_pieces (double pieces, const char *unit);
char *assay_reorder_sentence (const AssayReorder *reorder);
char *assay_reorder_stock_words (const AssayReorder *reorder, gint32 today);
char *assay_reorder_demand_words (const AssayReorder *reorder);
char *assay_reorder_lead_words (const AssayReorder *reorder);
char *assay_reorder_definition (void);
AssayExplanation *assay_reorder_explain (const AssayReorder *reorder);
AssayExplanation *assay_reorder_explain_ask (AssayDb *db, gconstpointer question, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayReorder, assay_reorder_free)

G_END_DECLS
