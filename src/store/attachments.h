/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that belong to records. The bytes are stored once per content, named by their SHA-256, with
 * a thumbnail for what is an image. Blobs stay when an attachment is deleted, so that undo can
 * bring it back, and go with cleaning up. */

#pragma once

#include "record/record.h"
#include "store/db.h"
#include "store/incoming.h"

G_BEGIN_DECLS

#define ASSAY_ATTACHMENT_MAX_BYTES (256 * 1024 * 1024)
/* The longer side of a thumbnail: what half a page needs, so that a report prints it as it is (see
 * report/picture.h); the window shows it smaller. */
#define ASSAY_THUMBNAIL_SIZE 800

/* Stores bytes and inserts an attachment record for @owner; inside a change. Refuses what is too
 * large; an image that cannot be read is stored as a file without thumbnail. */
AssayRecord *assay_attachments_add (AssayDb *db,
                                    AssayType owner_type,
                                    gint64 owner,
                                    const char *file_name,
                                    GBytes *bytes,
                                    const char *caption,
                                    GError **error);
AssayRecord *assay_attachments_add_incoming (AssayDb *db,
                                             AssayType owner_type,
                                             gint64 owner,
                                             AssayIncoming *incoming,
                                             const char *caption,
                                             GError **error);
/* The attachments of a record by position: GPtrArray of AssayRecord. */
GPtrArray *assay_attachments_list (AssayDb *db, AssayType owner_type, gint64 owner, GError **error);
GBytes *assay_attachments_read (AssayDb *db, const char *sha256, GError **error);
/* JPEG, at most ASSAY_THUMBNAIL_SIZE on the longer side; NULL without error if there is
 * none. */
GBytes *assay_attachments_read_thumbnail (AssayDb *db, const char *sha256, GError **error);
/* Removes blobs that no attachment, present or in history, names. */
gboolean assay_attachments_clean (AssayDb *db, gint64 *removed, GError **error);

G_END_DECLS
