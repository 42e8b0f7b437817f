/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a command answers, row by row, in one of three forms: aligned text for people, CSV, or one
 * JSON object with what was asked, the definition of the figures and the rows. CSV and JSON are
 * written as the rows come; text waits for the widths of its columns. Unknown values are null in
 * JSON, empty in CSV. Numbers keep every digit outside the text form. */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <stdio.h>

G_BEGIN_DECLS

typedef enum
{
  ASSAY_LISTING_TEXT,
  ASSAY_LISTING_CSV,
  ASSAY_LISTING_JSON,
} AssayListingForm;

typedef struct
{
  const char *name;    /* in CSV and JSON; fixed */
  const char *heading; /* in text, already translated; NULL leaves the column out of it */
  gboolean is_number;  /* aligned to the right in text */
  guint digits;        /* after the point, of real numbers in text */
} AssayListingColumn;

typedef struct _AssayListing AssayListing;

AssayListing *assay_listing_new (AssayListingForm form,
                                 FILE *file,
                                 const AssayListingColumn *columns,
                                 guint n_columns);
void assay_listing_free (AssayListing *listing);
void assay_listing_set_asked (AssayListing *listing, JsonObject *asked);
void assay_listing_set_more (AssayListing *listing, JsonObject *more);
void assay_listing_set_definition (AssayListing *listing, const char *definition);

/* The cells of a row, one after the other. */
void assay_listing_add_text (AssayListing *listing, const char *text);
void assay_listing_add_integer (AssayListing *listing, gint64 number);
void assay_listing_add_real (AssayListing *listing, double number);
void assay_listing_add_flag (AssayListing *listing, gboolean flag);
void assay_listing_add_unknown (AssayListing *listing);
/* Values whose text form differs from the other two. */
void assay_listing_add_real_shown (AssayListing *listing, double number, const char *shown);
void assay_listing_add_shown (AssayListing *listing, const char *text, const char *shown);
/* A list within the row; in JSON alone. */
void assay_listing_add_list (AssayListing *listing, JsonArray *list);
void assay_listing_end_row (AssayListing *listing);
/* The row over all rows; after the last. Not in CSV, where it would be counted twice. */
void assay_listing_end_total (AssayListing *listing);

gboolean assay_listing_finish (AssayListing *listing, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayListing, assay_listing_free)

G_END_DECLS
