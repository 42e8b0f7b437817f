/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How far the products that one cannot be without depend on few: from whom and from which countries
 * each can come, what share of them lies with each supplier and country, and a warning where there
 * is only one. Beside spend (spend.h), which weighs by money, this counts products. */

#pragma once

#include "record/date.h"
#include "store/db.h"

G_BEGIN_DECLS

typedef struct
{
  gint32 from, to; /* orders sent between; ASSAY_DATE_UNKNOWN is open */
  gint64 supplier; /* only products that can come from this one; 0 for all */
  gint64 product;  /* only this one; 0 for all */
} AssayDiversificationQuestion;

/* Why a supplier counts as a source. */
typedef enum
{
  ASSAY_SOURCE_ORDERED
  = 1 << 0, /* it has lines of it in orders that were sent out and not cancelled */
  ASSAY_SOURCE_MAIN = 1 << 1,   /* the product names it as its main supplier */
  ASSAY_SOURCE_SAMPLE = 1 << 2, /* a sample of it from production or for it was approved */
} AssaySourceReasons;

typedef struct
{
  gint64 supplier;
  char *name;
  char *country;   /* code; NULL: unknown */
  gint64 lines;    /* order lines */
  gint64 quantity; /* pieces of them; -1 when none is known */
  AssaySourceReasons reasons;
} AssaySource;

typedef enum
{
  ASSAY_SOURCING_NONE,        /* nobody is known */
  ASSAY_SOURCING_SINGLE,      /* one supplier */
  ASSAY_SOURCING_ONE_COUNTRY, /* several, all in one country */
  ASSAY_SOURCING_UNSURE,      /* several, and of one the country is not known */
  ASSAY_SOURCING_SPREAD,      /* several, in several countries */
} AssaySourcing;

typedef struct
{
  gint64 id;
  char *code, *name;
  GPtrArray *sources; /* AssaySource: most pieces first */
  guint countries;    /* known ones */
  AssaySourcing sourcing;
} AssaySourcedProduct;

/* One supplier or one country. */
typedef struct
{
  gint64 supplier; /* 0 for a country */
  char *group;     /* name or code; NULL: country not known */
  guint products;  /* critical ones that can come from it */
  guint only;      /* of them those that can come from nowhere else */
  double share;    /* products of all critical ones with a source, 0…1; NaN where there is none */
  GArray *ids;     /* gint64: the products */
} AssayDependence;

typedef struct
{
  AssayDiversificationQuestion asked;
  GPtrArray *products;    /* AssaySourcedProduct: those most to worry about first */
  GPtrArray *by_supplier; /* AssayDependence: most products first */
  GPtrArray *by_country;
  guint critical, sourced; /* products: all, those with a source */
  guint none, single, one_country;
  char *definition; /* translated */
} AssayDiversification;

AssayDiversification *assay_diversification_ask (AssayDb *db,
                                                 const AssayDiversificationQuestion *question,
                                                 GError **error);
void assay_diversification_free (AssayDiversification *answer);

/* From whom @product can come, critical or not: GPtrArray of AssaySource, most pieces first. */
GPtrArray *assay_sources_read (AssayDb *db, gint64 product, GError **error);

/* "single", "one_country" … in JSON. */
const char *assay_sourcing_name (AssaySourcing sourcing);
/* "Only Sao Mai makes it", "All of its 3 suppliers are in Vietnam" */
char *assay_sourcing_words (const AssaySourcedProduct *product);
/* "ordered", "main", "sample" */
const char *assay_source_reason_name (AssaySourceReasons reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayDiversification, assay_diversification_free)

G_END_DECLS
