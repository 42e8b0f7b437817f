/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything that the summary of one inspection needs, read out of a book on the thread that owns
 * the connection and then handed over whole: nothing is read while pages are made. Photos come
 * ready for paper. */

#pragma once

#include "record/format.h"
#include "report/document.h"
#include "report/picture.h"
#include "store/db.h"

G_BEGIN_DECLS

/* What all reports of a book share. */
typedef struct
{
  gatomicrefcount references;
  char *name;         /* nullable */
  AssayPicture *logo; /* nullable */
  AssayUnits units;
  AssayPaper paper; /* the locale's where the book does not say */
} AssayReportBrand;

/* A photo of the inspection or of one of its defects. */
typedef struct
{
  AssayRecord *attachment;
  AssayPicture *picture; /* NULL when it cannot be shown */
  char *problem;         /* then: why */
} AssayReportPhoto;

typedef struct
{
  AssayRecord *defect;
  AssayRecord *type; /* nullable */
  GPtrArray *photos; /* of AssayReportPhoto */
} AssayReportDefect;

typedef struct
{
  AssayReportBrand *brand;
  AssayRecord *inspection;
  AssayRecord *supplier; /* this and the next three nullable */
  AssayRecord *product;
  AssayRecord *order;
  AssayRecord *order_line;
  GPtrArray *defects; /* of AssayReportDefect: critical, major, minor; most units first */
  GPtrArray *photos;  /* of AssayReportPhoto: of the inspection itself */
  GPtrArray *files;   /* of AssayRecord: attachments that are no pictures */
} AssayInspectionData;

AssayReportBrand *assay_report_brand_new (const char *name, AssayPicture *logo, AssayUnits units);
AssayReportBrand *assay_report_brand_read (AssayDb *db, GError **error);
AssayReportBrand *assay_report_brand_ref (AssayReportBrand *brand);
void assay_report_brand_unref (AssayReportBrand *brand);

AssayInspectionData *assay_inspection_data_new (AssayReportBrand *brand, AssayRecord *inspection);
AssayInspectionData *assay_inspection_data_read (
    AssayDb *db, gint64 id, AssayReportBrand *brand, GCancellable *cancellable, GError **error);
void assay_inspection_data_free (AssayInspectionData *data);

AssayReportPhoto *assay_report_photo_new (AssayRecord *attachment, GBytes *bytes);
/* Of a thumbnail; NULL when it is too small for paper, or none. */
AssayReportPhoto *assay_report_photo_new_ready (AssayRecord *attachment, GBytes *thumbnail);
void assay_report_photo_free (AssayReportPhoto *photo);
AssayReportDefect *assay_report_defect_new (AssayRecord *defect, AssayRecord *type);
void assay_report_defect_free (AssayReportDefect *defect);
void assay_inspection_data_sort (AssayInspectionData *data);

gboolean
assay_inspection_data_find (AssayDb *db, const char *reference, gint64 *id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayReportBrand, assay_report_brand_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayInspectionData, assay_inspection_data_free)

G_END_DECLS
