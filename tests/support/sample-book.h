/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Books for the tests of insight, made in a temporary folder. */

#pragma once

#include "record/date.h"
#include "record/record.h"
#include "store/book.h"
#include "store/records.h"

/* A date as it stands in a test: "2026-03-31"; NULL is unknown. */
gint32 sample_day (const char *iso);

AssayBook *sample_book_new (void);
/* Closes the book and removes its file. */
void sample_book_free (AssayBook *book);

gint64 sample_supplier (AssayDb *db, const char *name, const char *country);
gint64 sample_product (AssayDb *db, const char *code, const char *name);
gint64 sample_order (
    AssayDb *db, const char *number, gint64 supplier, const char *sent, const char *confirmed);
gint64
sample_line (AssayDb *db, gint64 order, gint64 product, gint64 quantity, const char *promised);
void sample_delivery (AssayDb *db, gint64 line, gint64 quantity, const char *received);
void sample_set_text (AssayDb *db, AssayType type, gint64 id, guint field, const char *text);
/* Numbers below 0 are unknown. */
gint64 sample_inspection (AssayDb *db,
                          gint64 supplier,
                          gint64 product,
                          const char *inspected_on,
                          gint64 inspected,
                          gint64 defective,
                          const char *result);
void sample_defect (AssayDb *db, gint64 inspection, const char *class_name, gint64 count);

typedef void (*SampleFunc) (AssayDb *db, gpointer data);
/* Runs @func in one change. */
void sample_change (AssayBook *book, SampleFunc func, gpointer data);
