/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How one supplier stands by the scorecard in use, ready to be shown: on its page, and as a warning
 * where it gets a new order. */

#pragma once

#include "insight/scorecard.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 card;
  char *card_name;
  AssayMeasuresQuestion question; /* what the grade is of */
  AssayGrade grade;
  char *headline; /* "53.1 points, rank 4 of 7" */
  char *areas;    /* "Quality 54.2 · Delivery 20.8" */
  char *why;      /* why there is no grade or not a better one; nullable */
  char *warning;  /* to be read before an order is given; nullable */
} AssaySupplierGrade;

typedef struct
{
  gint64 supplier;
  gint32 today; /* what is due is measured against this day */
} AssaySupplierGradeQuestion;

/* NULL without error where the book has no scorecard or nothing to grade the supplier by. */
AssaySupplierGrade *
assay_supplier_grade_read (AssayDb *db, gint64 supplier, gint32 today, GError **error);
/* The same for assay_book_ask_async: @question is an AssaySupplierGradeQuestion. */
gboolean assay_supplier_grade_ask (
    AssayDb *db, gpointer question, gpointer *grade, GCancellable *cancellable, GError **error);
void assay_supplier_grade_free (AssaySupplierGrade *grade);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssaySupplierGrade, assay_supplier_grade_free)

G_END_DECLS
