/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the rows of Today read: "12 days late", "due tomorrow", "inspected 3 days ago". */

#pragma once

#include "record/record.h"

G_BEGIN_DECLS

/* @day against @today. */
char *assay_words_due (gint32 day, gint32 today);
char *assay_words_since (gint32 day, gint32 today);
char *assay_words_planned (gint32 day, gint32 today);
/* "PO-1042 · Trail 25", "Sao Mai, 300 of 900 pieces missing": what a row says of a record. */
/* Of a payment that may be made. */
char *assay_words_free (gint32 day, gint32 today);
char *assay_words_runs_out (gint32 day, gint32 today);
char *assay_words_ran_out (gint32 day, gint32 today);
char *assay_words_title (const AssayRecord *record);
char *assay_words_subtitle (const AssayRecord *record);

G_END_DECLS
