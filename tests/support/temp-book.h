/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A book in a folder of its own that goes with the test. */

#pragma once

#include "store/book.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  char *path;
  AssayBook *book;
} TempBook;

void temp_book_set_up (TempBook *temp, gconstpointer data);
void temp_book_tear_down (TempBook *temp, gconstpointer data);
/* Closes and opens again. */
void temp_book_reopen (TempBook *temp);
/* Inserts or updates in one change with @label. */
void temp_book_save (TempBook *temp, const char *label, AssayRecord *record);
gboolean temp_book_delete (TempBook *temp, AssayType type, gint64 id, GError **error);
/* Records for trying; saved. */
gint64 temp_book_add_supplier (TempBook *temp, const char *name, const char *country);
gint64 temp_book_add_product (TempBook *temp, const char *code, const char *name);
gint64
temp_book_add_order (TempBook *temp, const char *number, gint64 supplier, const char *sent_on);
gint64 temp_book_add_line (TempBook *temp, gint64 order, gint64 product, gint64 quantity);
gint64
temp_book_add_promise (TempBook *temp, gint64 line, const char *promised_on, const char *given_on);
gint64
temp_book_add_delivery (TempBook *temp, gint64 line, gint64 quantity, const char *received_on);
/* Days since 1970-01-01. */
gint32 temp_book_date (const char *iso);
AssayRecord *temp_book_get (TempBook *temp, AssayType type, gint64 id);
/* Runs the main context until @done or fails after some seconds. */
void temp_book_wait (gboolean *done);

G_END_DECLS
