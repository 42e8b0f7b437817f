/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything that the performance report of a supplier says, read out of a book on the thread that
 * owns the connection and handed over whole: nothing is read while pages are made. The figures are
 * those that the window and the command line show. */

#pragma once

#include "insight/defect-causes.h"
#include "insight/defects.h"
#include "insight/lead-time.h"
#include "insight/scorecard.h"
#include "report/inspection-data.h"

G_BEGIN_DECLS

/* Rows of a table on paper at most; below it stands how many more there are. */
#define ASSAY_SUPPLIER_REPORT_ROWS  10
#define ASSAY_SUPPLIER_REPORT_PAGES 4

typedef enum
{
  ASSAY_SUPPLIER_SECTION_DELIVERY = 1 << 0,
  ASSAY_SUPPLIER_SECTION_QUALITY = 1 << 1,
  ASSAY_SUPPLIER_SECTION_SCORECARD = 1 << 2,
  ASSAY_SUPPLIER_SECTION_DEFINITIONS = 1 << 3,
  ASSAY_SUPPLIER_SECTIONS_ALL = (1 << 4) - 1,
} AssaySupplierSections;

typedef struct
{
  gint32 from, to; /* ASSAY_DATE_UNKNOWN is open */
  gint32 today;
  AssaySupplierSections sections;
} AssaySupplierReportOptions;

/* A line that came late, or that is late and still open. */
typedef struct
{
  AssayRecord *line;
  double slip; /* days after the promise; of an open line: so far */
} AssayLateLine;

typedef struct
{
  AssayReportBrand *brand;
  AssaySupplierReportOptions options;
  guint rows; /* of a table that are shown */
  AssayRecord *supplier;
  AssayRecord *contact; /* nullable */
  gint64 orders;        /* in the book */

  AssayLeadTimeQuestion lead_question;
  AssayLeadTimeRow *lead;
  AssaySeries *slips;
  AssaySeries *on_time; /* by month */
  GPtrArray *late;      /* of AssayLateLine: the open ones first, most late first */
  guint n_late;         /* of so many */

  AssayDefectQuestion defect_question;
  AssayDefectRow *defects;
  AssaySeries *lots;
  GPtrArray *causes;  /* of AssayCause, by type */
  GPtrArray *refused; /* of AssayRecord: lots that were not accepted, the newest first */
  guint n_refused;

  GPtrArray *actions;  /* of AssayRecord: corrective actions that are not closed, first due first */
  gint64 n_actions;    /* opened in the period */
  gint64 open_actions; /* not closed */
  gint64 late_actions; /* of these: due before today */

  AssayScorecard *card; /* the one in use; this and the next NULL where the book has none */
  AssayMeasures *measures;
  GPtrArray *scores; /* of AssayScore, of all suppliers; they refer to the measures */
} AssaySupplierData;

AssaySupplierData *assay_supplier_data_read (AssayDb *db,
                                             gint64 id,
                                             const AssaySupplierReportOptions *options,
                                             AssayReportBrand *brand,
                                             GCancellable *cancellable,
                                             GError **error);
void assay_supplier_data_free (AssaySupplierData *data);
/* "delivery,quality"; FALSE where a word is none of them. */
gboolean assay_supplier_sections_parse (const char *words, AssaySupplierSections *sections);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssaySupplierData, assay_supplier_data_free)

G_END_DECLS
