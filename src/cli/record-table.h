/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records of one type written as a table: every field in CSV and JSON, those that a window would
 * show at first in text. Read page by page, so that a book of any size passes through. */

#pragma once

#include "cli/listing.h"
#include "store/query.h"

G_BEGIN_DECLS

/* @whole: in JSON with the defects and checkpoints of an inspection, the items of a checklist. */
gboolean assay_record_table_write (const AssayQuery *query,
                                   AssayDb *db,
                                   AssayListingForm form,
                                   gboolean whole,
                                   FILE *file,
                                   JsonObject *asked,
                                   GError **error);

G_END_DECLS
