/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was spent and with whom, asked of a book.
 *
 * Spend is the quantity of an order line times its unit price, in the book's base currency
 * (insight/money-in-base.h), of the day on which the order was sent. Lines that have no price, no
 * rate and so on are left out and listed with the reason. Amounts are in hundredths of the minor
 * unit of the base currency. */

#pragma once

#include "figures/concentration.h"
#include "insight/explanation.h"
#include "insight/money-in-base.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_SPEND_BY_NONE,
  ASSAY_SPEND_BY_SUPPLIER,
  ASSAY_SPEND_BY_COUNTRY, /* of the supplier */
  ASSAY_SPEND_BY_PRODUCT,
  ASSAY_SPEND_BY_CATEGORY,
  ASSAY_SPEND_BY_MONTH,
  ASSAY_SPEND_BY_QUARTER,
} AssaySpendBy;

typedef enum
{
  ASSAY_SPEND_EVER, /* no periods */
  ASSAY_SPEND_MONTHLY,
  ASSAY_SPEND_QUARTERLY,
} AssaySpendPeriod;

typedef struct
{
  AssaySpendBy by;
  gint64 supplier;        /* only this one; 0 for all */
  gint64 product;         /* only this one; 0 for all */
  gboolean critical;      /* only critical products */
  gint32 from, to;        /* ordered between; ASSAY_DATE_UNKNOWN is open */
  AssaySpendPeriod every; /* of assay_spend_over_time() */
} AssaySpendQuestion;

/* Why a line is not in the figures, in the order in which they are asked. */
typedef enum
{
  ASSAY_SPEND_CANCELLED,
  ASSAY_SPEND_DRAFT,
  ASSAY_SPEND_NO_QUANTITY,
  ASSAY_SPEND_NO_PRICE,
  ASSAY_SPEND_NO_DATE,     /* a period was asked for */
  ASSAY_SPEND_NO_CURRENCY, /* from here on: could not be converted */
  ASSAY_SPEND_NO_BASE,
  ASSAY_SPEND_NO_DAY,
  ASSAY_SPEND_NO_RATE,
  ASSAY_SPEND_TOO_LARGE,
} AssaySpendReason;

typedef struct
{
  AssaySpendReason reason;
  char *currency;    /* of the lines; nullable */
  gint64 amount;     /* what is known of it, in hundredths of that currency's minor unit */
  gboolean is_known; /* whether all of the amount is */
  GArray *ids;       /* gint64, order lines */
} AssaySpendLeftOut;

typedef struct
{
  gint64 id;   /* supplier or product; 0 where the group is no record */
  char *group; /* name, country code, category, "2026-03", "2026-Q1"; NULL: unknown */
  gint64 amount;
  gint64 quantity; /* pieces */
  double share;    /* of the whole, 0…1; NaN where the whole is nothing */
  GArray *ids;     /* gint64, order lines */
} AssaySpendRow;

typedef struct
{
  AssaySpendQuestion asked;
  gboolean has_base; /* amounts can be added up */
  char *currency;    /* that they are in; nullable */
  GPtrArray *rows;   /* AssaySpendRow: largest first, periods in order of time, unknown last */
  AssaySpendRow *total;
  AssayConcentration concentration; /* over known groups; NaN for periods */
  GPtrArray *left_out;              /* AssaySpendLeftOut */
  char *definition;                 /* translated */
} AssaySpend;

AssaySpend *assay_spend_figures (AssayDb *db, const AssaySpendQuestion *question, GError **error);
void assay_spend_free (AssaySpend *spend);

/* One group over time. */
typedef struct
{
  gint64 id;
  char *group;      /* NULL: unknown */
  gboolean is_rest; /* all others together */
  guint n_groups;   /* how many are in it: 1 but for the rest */
  gint64 amount;    /* of all periods */
  double share;     /* of the whole */
  GArray *amounts;  /* gint64 for each period */
  GPtrArray *ids;   /* GArray of gint64 for each period; NULL: none */
} AssaySpendBand;

typedef struct
{
  AssaySpendQuestion asked;
  gboolean has_base;
  char *currency;
  GArray *periods;   /* gint32, first days */
  GPtrArray *labels; /* of char, "2026-Q1" */
  GPtrArray *bands;  /* AssaySpendBand: largest first, the rest last */
  GArray *totals;    /* gint64 for each period */
  GArray *indices;   /* double for each period: HHI over all groups, not only the named */
  gint64 amount;     /* of all periods */
  AssayConcentration concentration; /* of all periods together */
  gint64 no_day_amount;             /* that stands in no period, for its day is not known */
  guint no_day_lines;
  GPtrArray *left_out; /* AssaySpendLeftOut */
  char *definition;
} AssaySpendOverTime;

/* @most: how many groups to name; with more the last band is the rest. */
AssaySpendOverTime *
assay_spend_over_time (AssayDb *db, const AssaySpendQuestion *question, guint most, GError **error);
void assay_spend_over_time_free (AssaySpendOverTime *series);

/* How much a product that one cannot be without depends on few. */
typedef struct
{
  gint64 id;
  char *code, *name;
  gint64 amount;
  GPtrArray *suppliers; /* AssaySpendRow, largest first */
  GPtrArray *countries;
  AssayConcentration by_supplier;
  AssayConcentration by_country;
  gboolean single_source; /* all of it with one supplier */
} AssayCriticalProduct;

typedef struct
{
  AssaySpendQuestion asked;
  gboolean has_base;
  char *currency;
  GPtrArray *products; /* AssayCriticalProduct: most concentrated first, without spend last */
  GPtrArray *left_out;
  char *definition;
} AssayCriticalSpend;

AssayCriticalSpend *
assay_spend_critical (AssayDb *db, const AssaySpendQuestion *question, GError **error);
void assay_critical_spend_free (AssayCriticalSpend *critical);

/* In words. */
gboolean assay_spend_reason_is_money (AssaySpendReason reason);
const char *assay_spend_reason_words (AssaySpendReason reason);
const char *assay_spend_reason_name (AssaySpendReason reason);
char *assay_spend_group_words (AssaySpendBy by, const char *group);
char *assay_spend_left_out_words (const AssaySpendLeftOut *left_out);
/* How one row, or with NULL all of it, came about. */
AssayExplanation *assay_spend_explain (const AssaySpend *spend, const AssaySpendRow *row);
AssayExplanation *assay_spend_explain_concentration (const AssaySpend *spend);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssaySpend, assay_spend_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssaySpendOverTime, assay_spend_over_time_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayCriticalSpend, assay_critical_spend_free)

G_END_DECLS
