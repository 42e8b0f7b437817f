/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file on its way into a book: its bytes with all that takes time to find out, so that the change
 * that stores it is short. Made on any thread that may wait; immutable and counted atomically. */

#pragma once

#include <gio/gio.h>

#include "record/record.h"
#include "store/picture-facts.h"

G_BEGIN_DECLS

typedef struct _AssayIncoming AssayIncoming;

/* Fails for what is too large, with %G_IO_ERROR_NO_SPACE, for a PDF that is none, with
 * %G_IO_ERROR_INVALID_DATA, and when cancelled; a picture that cannot
 * be read becomes a plain file with a reason. */
AssayIncoming *assay_incoming_new (const char *file_name,
                                   GBytes *bytes,
                                   GCancellable *cancellable,
                                   GError **error);
/* A picture that was drawn on a copy of another: has that one's date and place. */
AssayIncoming *assay_incoming_new_marked (const char *file_name,
                                          GBytes *bytes,
                                          AssayRecord *original,
                                          GCancellable *cancellable,
                                          GError **error);
/* Content that is in the book already, for one more owner: without bytes. */
AssayIncoming *assay_incoming_new_stored (AssayRecord *attachment);
AssayIncoming *assay_incoming_ref (AssayIncoming *incoming);
void assay_incoming_unref (AssayIncoming *incoming);

const char *assay_incoming_get_file_name (const AssayIncoming *incoming);
/* NULL for what is in the book already. */
GBytes *assay_incoming_get_bytes (const AssayIncoming *incoming);
/* JPEG; NULL when it is no picture that can be shown. */
GBytes *assay_incoming_get_thumbnail (const AssayIncoming *incoming);
/* Why a file that looks like a picture cannot be shown, a sentence; NULL otherwise. */
const char *assay_incoming_get_problem (const AssayIncoming *incoming);
/* What its attachment will say, without owner and place among the others: a new record each time.
 */
AssayRecord *assay_incoming_make_record (const AssayIncoming *incoming);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayIncoming, assay_incoming_unref)

G_END_DECLS
