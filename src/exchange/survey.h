/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One reading of a whole file before anything is imported: how it is written, what its columns are
 * called, what their cells say about decimal signs and the order of day and month, the first rows.
 * Immutable once made; shared between threads by reference. */

#pragma once

#include "exchange/cell-parse.h"
#include "exchange/dialect.h"

G_BEGIN_DECLS

#define ASSAY_SURVEY_PREVIEW 50
#define ASSAY_SURVEY_SAMPLES 24

typedef struct
{
  char *heading;      /* as written, stripped; "" for a blank one */
  char *title;        /* to show: the heading, or “Column 3” */
  GPtrArray *samples; /* of char *: the first different values */
  guint64 n_values;   /* cells that are not blank */
  guint64 n_dates_dmy, n_dates_mdy, n_dates_open;
  char *open_date; /* the first that could be either; nullable */
  guint64 n_points, n_commas, n_open;
  gboolean above_one; /* a number above 1 or a percent sign was seen */
} AssaySurveyColumn;

typedef struct
{
  AssayTextSource *source;
  AssayDialect dialect;
  GPtrArray *columns; /* of AssaySurveyColumn */
  GPtrArray *preview; /* of GStrv: the first rows */
  guint64 n_rows;
  char decimal; /* of the file as a whole: '.' or ',' */
} AssaySurvey;

/* What the person said about the file; NULL, 0 and -1 stand for "find it". */
typedef struct
{
  const char *encoding;
  AssayDialectWish dialect;
} AssaySurveyWish;

#define ASSAY_SURVEY_WISH_INIT { NULL, ASSAY_DIALECT_WISH_INIT }

AssaySurvey *assay_survey_run (GFile *file,
                               const AssaySurveyWish *wish,
                               GCancellable *cancellable,
                               GError **error);
AssaySurvey *assay_survey_run_source (AssayTextSource *source,
                                      const AssaySurveyWish *wish,
                                      GCancellable *cancellable,
                                      GError **error);
AssaySurvey *assay_survey_ref (AssaySurvey *survey);
void assay_survey_unref (AssaySurvey *survey);

/* Rows after the headings: positions a new reader behind them. */
AssayDelimited *assay_survey_read (AssaySurvey *survey, GCancellable *cancellable, GError **error);
const AssaySurveyColumn *assay_survey_get_column (const AssaySurvey *survey, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssaySurvey, assay_survey_unref)

G_END_DECLS
