/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Defect figures of inspected lots, asked of a book. Rates are pooled, never averaged; an
 * inspection whose inspected or defective number is unknown is left out and counted in `unknown`.
 * Re-inspections of a lot and inspections of samples are left out: what is measured is how a lot
 * came the first time. */

#pragma once

#include "figures/proportion.h"
#include "insight/explanation.h"
#include "insight/lead-time.h"
#include "insight/series.h"
#include "store/db.h"

G_BEGIN_DECLS

typedef struct
{
  AssayGrouping by;
  gint64 supplier;
  gint64 product;
  gint32 from, to;            /* inspected between; ASSAY_DATE_UNKNOWN is open */
  AssayIntervalKind interval; /* of shares */
  gboolean with_classes;      /* fills `classes`; grouping by class does so too */
} AssayDefectQuestion;

typedef enum
{
  ASSAY_DEFECT_CRITICAL,
  ASSAY_DEFECT_MAJOR,
  ASSAY_DEFECT_MINOR,
  ASSAY_DEFECT_N_CLASSES,
} AssayDefectClass;

/* Units whose most serious defect is of one class, over the lots of which that is known. */
typedef struct
{
  gint64 lots;
  gint64 inspected;
  gint64 defective;
  double rate, rate_low, rate_high;
} AssayDefectClassRow;

/* What cannot be computed is NaN. Intervals are of 95 %. */
typedef struct
{
  gint64 id;
  char *group;
  gint64 lots;          /* with known numbers */
  gint64 unknown;       /* left out */
  gint64 inspected;     /* units */
  gint64 defective;     /* units */
  gint64 defects;       /* as recorded, ≥ defective units where recorded one by one */
  gint64 accepted_lots; /* decision accept or accept with deviation; result pass where undecided */
  gint64 decided_lots;  /* those and the ones that were refused; not: pending, on hold */
  double rate, rate_low, rate_high; /* defective ÷ inspected */
  double dpu;                       /* defects ÷ inspected */
  double dhu, dhu_low, dhu_high;    /* a hundred times that, with Poisson's interval */
  double opportunities;             /* units × what may go wrong with one of the product */
  double dpmo;                      /* million × defects ÷ opportunities */
  double ppm;                       /* million × rate */
  double first_pass_yield;          /* 1 - rate, of first inspections */
  double accepted_share, accepted_low, accepted_high; /* accepted ÷ decided lots */
  AssayDefectClassRow classes[ASSAY_DEFECT_N_CLASSES];
} AssayDefectRow;

/* The figures of a row, for explanations. */
typedef enum
{
  ASSAY_DEFECT_FIGURE_RATE,
  ASSAY_DEFECT_FIGURE_DPU,
  ASSAY_DEFECT_FIGURE_DHU,
  ASSAY_DEFECT_FIGURE_DPMO,
  ASSAY_DEFECT_FIGURE_PPM,
  ASSAY_DEFECT_FIGURE_FIRST_PASS,
  ASSAY_DEFECT_FIGURE_ACCEPTED,
  ASSAY_DEFECT_FIGURE_CRITICAL, /* rates of one class */
  ASSAY_DEFECT_FIGURE_MAJOR,
  ASSAY_DEFECT_FIGURE_MINOR,
  ASSAY_DEFECT_N_FIGURES,
} AssayDefectFigure;

/* What the book says of intervals, the setting ASSAY_SETTING_INTERVAL. */
gboolean assay_defect_interval_read (AssayDb *db, AssayIntervalKind *interval, GError **error);
/* "wilson" or "exact". */
gboolean assay_defect_interval_parse (const char *text, AssayIntervalKind *interval);
const char *assay_defect_interval_name (AssayIntervalKind interval);

GPtrArray *assay_defect_figures (AssayDb *db,
                                 const AssayDefectQuestion *question,
                                 AssayDefectRow **total,
                                 GError **error);
void assay_defect_row_free (AssayDefectRow *row);
/* What the figures mean, in translated sentences, to stand beside them. */
char *assay_defect_definition (const AssayDefectQuestion *question);
/* The same of one figure. */
char *assay_defect_figure_definition (AssayDefectFigure figure, AssayIntervalKind interval);
/* "dhu", as in JSON. */
const char *assay_defect_figure_name (AssayDefectFigure figure);
gboolean assay_defect_figure_parse (const char *name, AssayDefectFigure *figure);
/* "Defects per hundred units", translated. */
const char *assay_defect_figure_title (AssayDefectFigure figure);
/* As a person reads a group's name: "Vietnam", "Major"; translated. */
char *assay_defect_group_words (AssayGrouping by, const char *group);

/* How a figure of one group, or of all (@group is NULL), came about; @id and @group as they stand
 * in the group's row. */
AssayExplanation *assay_defect_explain (AssayDb *db,
                                        const AssayDefectQuestion *question,
                                        const AssayDefectRow *group,
                                        AssayDefectFigure figure,
                                        GError **error);

/* Inspected and defective units by lot in order of inspection, or pooled by month. */
AssaySeries *assay_defect_points (AssayDb *db,
                                  const AssayDefectQuestion *question,
                                  gboolean by_month,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayDefectRow, assay_defect_row_free)

G_END_DECLS
