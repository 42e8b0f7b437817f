/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Results of a test as laboratories write them, on the scale of the test: "27.4; 26.9", grades with
 * halves "4; 4-5", what lies beyond the end of a measurement ">20000; <5", or "pass; fail". In
 * memory each is the stretch of values that it may be, in whole thousandths. Any thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ASSAY_SCALE_NUMBER,
  ASSAY_SCALE_GREY_CHANGE,   /* ISO 105-A02: 1 to 5 with halves */
  ASSAY_SCALE_GREY_STAINING, /* ISO 105-A03: 1 to 5 with halves */
  ASSAY_SCALE_BLUE_WOOL,     /* ISO 105-B02: 1 to 8, halves between two references */
  ASSAY_SCALE_SPRAY_ISO,     /* ISO 4920: 1 to 5 with halves */
  ASSAY_SCALE_SPRAY_AATCC,   /* AATCC 22: 0 to 100 in fives */
  ASSAY_SCALE_PASS_FAIL,
  ASSAY_N_TEST_SCALES,
} AssayTestScale;

/* One result; as low as high where it is a number. */
typedef struct
{
  gint64 low;  /* G_MININT64: no end */
  gint64 high; /* G_MAXINT64: no end */
} AssayTestReading;

/* As it is stored; what is unknown is a number. */
AssayTestScale assay_test_scale_parse (const char *name);
/* FALSE for scales without ends. In thousandths. */
gboolean assay_test_scale_ends (AssayTestScale scale, gint64 *low, gint64 *high);
gboolean assay_test_scale_has_grades (AssayTestScale scale);

/* GArray of AssayTestReading in order; NULL with an error that names the first word that is none.
 * @scale PASS_FAIL: a pass is 1000, a fail 0. */
GArray *assay_test_readings_parse (const char *text, AssayTestScale scale, GError **error);
/* As they are stored; NULL for none. */
char *assay_test_readings_to_string (const GArray *readings, AssayTestScale scale);
/* For the eye and an entry: "4-5", as the user writes numbers. */
char *assay_test_readings_format (const GArray *readings, AssayTestScale scale);
/* One value on a scale: "4-5", "4.25", "27.4"; a pass or a fail in words. */
char *assay_test_value_format (gint64 value, AssayTestScale scale);

G_END_DECLS
