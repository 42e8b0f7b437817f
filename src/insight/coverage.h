/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether transaction certificates cover what was ordered. Of each component with a recycled share,
 * each order of its product needs
 *
 *   pieces × weight in a piece × (1 + waste)
 *
 * of certified material. The weight on a certificate is given to the orders that it names; one that
 * names a component or a product alone is given to the orders of that, the oldest first.
 * Certificates that nobody has seen count apart, refused ones not at all, nor one whose certified
 * share is below that of the component. Drafts and cancelled orders need nothing.
 *
 * Weights are in kilograms. On the thread that owns the connection. */

#pragma once

#include "record/record.h"
#include "store/db.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 product;      /* 0: all */
  gint64 component;    /* 0: all */
  const char *schemes; /* codes separated by "|", one of which the certificate is of; NULL: any */
} AssayCoverageQuestion;

/* One component in one order. */
typedef struct
{
  gint64 product, component, order;
  char *product_name, *component_name, *order_number;
  gint32 ordered_on;
  gint64 pieces;
  double needed;    /* NaN when the component's weight or the order's pieces are not known */
  double certified; /* by certificates that were seen or verified */
  double claimed;   /* by certificates that were only claimed */
} AssayCoverageRow;

typedef enum
{
  ASSAY_CERTIFICATE_COUNTED,
  ASSAY_CERTIFICATE_CLAIMED, /* counted apart: nobody has seen it */
  ASSAY_CERTIFICATE_REFUSED,
  ASSAY_CERTIFICATE_NO_WEIGHT,
  ASSAY_CERTIFICATE_LOW_SHARE, /* below what the component claims */
  ASSAY_CERTIFICATE_UNTIED,    /* names nothing that was ordered */
} AssayCertificateUse;

typedef struct
{
  AssayRecord *evidence;
  AssayCertificateUse use;
  double mass; /* NaN when unknown */
  double used; /* of it, in rows of the answer */
} AssayCoverageCertificate;

typedef struct
{
  GPtrArray *rows;                   /* AssayCoverageRow, the oldest order first */
  GPtrArray *certificates;           /* AssayCoverageCertificate that concern the question */
  double needed, certified, claimed; /* kg; needed is NaN when any of it is */
  double missing;                    /* of what is needed; NaN when that is not known */
  guint n_orders;
  guint n_missing;        /* rows that are not covered */
  guint n_unknown;        /* rows of which nobody knows what they need */
  gint64 unplaced_pieces; /* ordered without a variant, where variants differ */
} AssayCoverage;

AssayCoverage *
assay_coverage_read (AssayDb *db, const AssayCoverageQuestion *question, GError **error);
void assay_coverage_free (AssayCoverage *coverage);
/* Not below 0; NaN when not known. */
double assay_coverage_row_missing (const AssayCoverageRow *row);

/* coverage-words.c: translated. */
/* "120.5 kg"; "Unknown" */
char *assay_coverage_mass_words (double mass);
/* In one sentence. */
char *assay_coverage_dup_words (const AssayCoverage *coverage);
const char *assay_certificate_use_words (AssayCertificateUse use);
char *assay_coverage_definition (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayCoverage, assay_coverage_free)

G_END_DECLS
