/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Recycled content of a product, computed from its components:
 *
 *   content = Σ (mass × recycled share) ÷ Σ mass
 *
 * over the components that are part of the piece; packaging is not. The same for its main fabric
 * alone. A recycled share that nobody stated counts as none, since nothing can be claimed of it; a
 * component without a weight cannot be counted, so that the content is then a floor at best. Where
 * variants have components of their own, each variant is added up with what all have in common, and
 * the lowest stands for the product: a claim about the product holds for each of them.
 *
 * Masses are in grams, shares from 0 to 1. Any thread; functions with a connection on the thread
 * that owns it. */

#pragma once

#include "record/record.h"
#include "store/db.h"

G_BEGIN_DECLS

/* What schemes and labels ask for: RCS Blended from 5 %; GRS certifies from 20 % and puts its label
 * on goods for consumers from 50 %; RCS 100 from 95 %. */
typedef enum
{
  ASSAY_RECYCLED_5,
  ASSAY_RECYCLED_20,
  ASSAY_RECYCLED_50,
  ASSAY_RECYCLED_95,
  ASSAY_N_RECYCLED_THRESHOLDS,
} AssayRecycledThreshold;

typedef enum
{
  ASSAY_THRESHOLD_REACHED,
  ASSAY_THRESHOLD_MISSED,
  ASSAY_THRESHOLD_UNKNOWN, /* weights are missing that may lift or lower it */
} AssayThresholdState;

/* One sum over components; all NaN where no component has a weight. */
typedef struct
{
  guint n;              /* components in it */
  guint n_unweighed;    /* of them: without a weight */
  guint n_unstated;     /* of them: nobody said which share is recycled */
  double mass;          /* of those with a weight */
  double recycled_mass; /* of it */
  double share;         /* of the weights that are known */
  /* What it is at least and at most, whatever the missing weights and shares turn out to be; NaN
   * where a missing weight can be anything. */
  double least, most;
  double post_consumer, pre_consumer, unsaid; /* shares of the whole mass; together `share` */
} AssayRecycledSum;

typedef struct
{
  gint64 product;
  gint64 variant;     /* the one whose content is the lowest; 0: all are alike */
  char *variant_name; /* nullable */
  AssayRecycledSum whole;
  AssayRecycledSum main; /* its n is 0 where no component is marked as main fabric */
  double product_mass;   /* as the product or the variant says; NaN when unknown */
  gboolean heavier;      /* components weigh more than the product */
  GPtrArray *components; /* AssayRecord, those in the sum, in order */
  GPtrArray *left_out;   /* AssayRecord: packaging, and what other variants have */
  guint n_variants;      /* with components of their own */
} AssayRecycled;

/* @product (nullable) says the weight of a piece; @components of all variants; @variant 0: the
 * lowest of them. */
AssayRecycled *assay_recycled_compute (const AssayRecord *product,
                                       GPtrArray *components,
                                       GPtrArray *variants,
                                       gint64 variant);
AssayRecycled *assay_recycled_read (AssayDb *db, gint64 product, gint64 variant, GError **error);
void assay_recycled_free (AssayRecycled *recycled);

/* From 0 to 1. */
double assay_recycled_threshold (AssayRecycledThreshold threshold);
AssayThresholdState assay_recycled_sum_reaches (const AssayRecycledSum *sum, double share);

/* recycled-words.c: translated. */
/* What a threshold is for: "RCS Blended" */
const char *assay_recycled_threshold_words (AssayRecycledThreshold threshold);
const char *assay_threshold_state_words (AssayThresholdState state);
/* "reached", "missed", "unknown" */
const char *assay_threshold_state_name (AssayThresholdState state);
/* "62.5 %", "at least 40 %", "unknown" */
char *assay_recycled_sum_words (const AssayRecycledSum *sum);
/* "60 % post-consumer, 2.5 % not said from what"; empty without any */
char *assay_recycled_sum_origin_words (const AssayRecycledSum *sum);
/* What is missing or wrong, in sentences; empty when all is there. */
char *assay_recycled_dup_gaps (const AssayRecycled *recycled);
/* How it is computed. */
char *assay_recycled_definition (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayRecycled, assay_recycled_free)

G_END_DECLS
