/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything that one document about an inspection needs, read out of a book on the thread that
 * owns the connection and then handed over whole: nothing is read while pages are made. Photos come
 * ready for paper, and only those that the document shows. */

#pragma once

#include "record/format.h"
#include "report/document.h"
#include "report/picture.h"
#include "report/report-kind.h"
#include "store/db.h"

G_BEGIN_DECLS

#define ASSAY_REPORT_SUMMARY_PHOTOS 4
#define ASSAY_REPORT_LETTER_PHOTOS  24

/* What all reports of a book share. */
typedef struct
{
  gatomicrefcount references;
  char *name;         /* nullable */
  AssayPicture *logo; /* nullable */
  AssayUnits units;
  AssayPaper paper; /* the locale's where the book does not say */
} AssayReportBrand;

/* A photo of the inspection or of something in it. */
typedef struct
{
  AssayRecord *attachment;
  AssayPicture *picture; /* NULL when it cannot be shown, or this document does not show it */
  char *problem;         /* why it cannot be shown */
} AssayReportPhoto;

typedef struct
{
  AssayRecord *defect;
  AssayRecord *type; /* nullable */
  GPtrArray *photos; /* of AssayReportPhoto */
} AssayReportDefect;

/* A checkpoint or a corrective action. */
typedef struct
{
  AssayRecord *record;
  GPtrArray *photos; /* of AssayReportPhoto */
} AssayReportItem;

typedef struct
{
  AssayReportBrand *brand;
  AssayReportKind kind;
  AssayRecord *inspection;
  AssayRecord *supplier; /* this and the next four nullable */
  AssayRecord *contact;  /* the main one of the supplier, for a letter */
  AssayRecord *product;
  AssayRecord *order;
  AssayRecord *order_line;
  GPtrArray *checks;       /* of AssayReportItem, in the order of the checklist */
  GPtrArray *actions;      /* of AssayReportItem, first due first */
  GPtrArray *chain;        /* of AssayRecord: the inspections of this lot, the first one first, this
                              one among them; empty where there is no other */
  GPtrArray *defect_types; /* of AssayRecord in the order of the catalogue, for a blank form */
  GPtrArray *defects;      /* of AssayReportDefect: critical, major, minor; most units first */
  GPtrArray *photos;       /* of AssayReportPhoto: of the inspection itself */
  GPtrArray *files;        /* of AssayRecord: attachments that are no pictures */
} AssayInspectionData;

AssayReportBrand *assay_report_brand_new (const char *name, AssayPicture *logo, AssayUnits units);
AssayReportBrand *assay_report_brand_read (AssayDb *db, GError **error);
AssayReportBrand *assay_report_brand_ref (AssayReportBrand *brand);
void assay_report_brand_unref (AssayReportBrand *brand);

/* Of a full report. */
AssayInspectionData *assay_inspection_data_new (AssayReportBrand *brand, AssayRecord *inspection);
AssayInspectionData *assay_inspection_data_read (AssayDb *db,
                                                 gint64 id,
                                                 AssayReportKind kind,
                                                 AssayReportBrand *brand,
                                                 GCancellable *cancellable,
                                                 GError **error);
void assay_inspection_data_free (AssayInspectionData *data);

AssayReportPhoto *assay_report_photo_new (AssayRecord *attachment, GBytes *bytes);
/* Before its picture is there. */
AssayReportPhoto *assay_report_photo_new_unread (AssayRecord *attachment);
/* @thumbnail of the book is used where it is large enough for paper; else @bytes. */
gboolean assay_report_photo_take_thumbnail (AssayReportPhoto *photo, GBytes *thumbnail);
void assay_report_photo_read (AssayReportPhoto *photo, GBytes *bytes);
void assay_report_photo_free (AssayReportPhoto *photo);
AssayReportDefect *assay_report_defect_new (AssayRecord *defect, AssayRecord *type);
void assay_report_defect_free (AssayReportDefect *defect);
AssayReportItem *assay_report_item_new (AssayRecord *record);
void assay_report_item_free (AssayReportItem *item);
void assay_inspection_data_sort (AssayInspectionData *data);

gboolean
assay_inspection_data_find (AssayDb *db, const char *reference, gint64 *id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayReportBrand, assay_report_brand_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayInspectionData, assay_inspection_data_free)

G_END_DECLS
