/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The bill of materials of a product: what its components weigh together, held against what the
 * product weighs; what goes into a piece with what is cut away; and whether zips, buckles and other
 * hardware are named by brand or part number.
 *
 * Packaging is no part of the piece and is added up apart. Where variants have components of their
 * own, each variant is added up with what all have in common, and the one with the most weight too
 * much, else the heaviest, stands for the product.
 *
 * Masses are in grams; NaN is unknown. Any thread; functions with a connection on the thread that
 * owns it. */

#pragma once

#include "record/record.h"
#include "store/db.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_BILL_EMPTY,      /* no component of the piece */
  ASSAY_BILL_UNWEIGHED,  /* none of them has a weight */
  ASSAY_BILL_NO_PIECE,   /* nobody weighed the product */
  ASSAY_BILL_HEAVIER,    /* the components weigh more than the product */
  ASSAY_BILL_INCOMPLETE, /* less, and some have no weight */
  ASSAY_BILL_LIGHTER,    /* less, though all have one */
  ASSAY_BILL_AGREES,     /* the same within 1 % or half a gram */
} AssayBillState;

typedef struct
{
  AssayBillState state;
  guint n;            /* components of the piece */
  guint n_unweighed;  /* of them: without a weight */
  guint n_no_waste;   /* of those with a weight: nobody said what is cut away */
  guint n_hardware;   /* zips, buckles and other hardware */
  guint n_named;      /* of them: with a brand or a part number */
  double mass;        /* Σ mass of those with a weight */
  double material;    /* Σ mass × (1 + waste); a waste that is not known counts as none */
  double packaging;   /* Σ mass of the packaging; NaN where none has a weight */
  double piece;       /* what the variant, else the product weighs */
  gint64 variant;     /* 0: all variants are alike */
  char *variant_name; /* nullable */
} AssayBill;

/* @product and @variants (AssayRecord) are nullable. */
AssayBill *
assay_bill_compute (const AssayRecord *product, GPtrArray *components, GPtrArray *variants);
AssayBill *assay_bill_read (AssayDb *db, gint64 product, GError **error);
void assay_bill_free (AssayBill *bill);

/* Translated. */
/* "1,240 g" or "8.5 g"; a dash when unknown */
char *assay_bill_mass_words (double grams);
/* What the sum says, in a sentence; NULL for an empty bill. */
char *assay_bill_dup_words (const AssayBill *bill);
/* How it is computed. */
const char *assay_bill_definition (void);
/* "heavier" */
const char *assay_bill_state_name (AssayBillState state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayBill, assay_bill_free)

G_END_DECLS
