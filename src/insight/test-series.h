/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One test over the rounds of samples and over suppliers: results of the same property, by the same
 * method, of the same part, direction and condition, on the same scale and in the same unit. What
 * differs in one of these is another test and is never put beside it. */

#pragma once

#include "store/db.h"
#include "store/sample-verdict.h"

G_BEGIN_DECLS

/* Which samples; 0: all. */
typedef struct
{
  gint64 product;
  gint64 supplier;
} AssayTestQuestion;

/* The result of one sample. */
typedef struct
{
  gint64 test;   /* key of the test of the sample */
  gint64 sample; /* key */
  gint64 supplier;
  char *supplier_name; /* nullable */
  char *number;        /* of the sample */
  char *round;         /* "Proto 2" */
  char *value;         /* in words */
  char *limit;         /* in words; empty without one */
  guint rank;          /* of the round */
  AssayTestLimit limits;
  AssayTestVerdict verdict; /* with a value */
} AssayTestPoint;

typedef struct
{
  char *title;  /* "Tear strength, shell fabric, warp" */
  char *method; /* "ISO 13937-1"; empty when nobody said */
  char *unit;   /* "N", "grade"; nullable */
  AssayTestScale scale;
  GPtrArray *points; /* AssayTestPoint, by supplier and round */
} AssayTestSeries;

/* GPtrArray of AssayTestSeries, those with the most samples first; tests without a number (pass or
 * fail) and without a result are left out. */
GPtrArray *assay_test_series_read (AssayDb *db, const AssayTestQuestion *question, GError **error);
/* By its title, its property or part of it, whatever the case; NULL without one. Borrowed. */
AssayTestSeries *assay_test_series_find (GPtrArray *all, const char *name);
AssayTestSeries *assay_test_series_copy (const AssayTestSeries *series);
void assay_test_series_free (AssayTestSeries *series);
/* What is compared with what, in translated sentences. */
const char *assay_test_series_definition (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayTestSeries, assay_test_series_free)

G_END_DECLS
