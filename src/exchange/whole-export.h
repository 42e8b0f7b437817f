/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records with all that belongs to them as one CSV file that an import reads back without loss: an
 * inspection with its plan, a row for each of its defects and checkpoints; a checklist with a row
 * for each item, a milestone plan for each step, a scorecard for each criterion; other types with a
 * row each. What a record refers to is told by number, code or name, so that the file goes into any
 * book. */

#pragma once

#include <gio/gio.h>

#include "record/catalogue.h"
#include "store/db.h"

G_BEGIN_DECLS

/* Whether records of the type are written in this way. */
gboolean assay_whole_export_has (AssayType type);

/* Types whose records stand in the file as parts of those of @type; ends with ASSAY_TYPE_NONE. */
const AssayType *assay_whole_parts (AssayType type);
/* The parts of one type that a record has, in their order: GPtrArray of AssayRecord. */
GPtrArray *assay_whole_read_parts (AssayDb *db, AssayType part, gint64 owner, GError **error);

/* On the thread that owns @db. @ids: of gint64, in the order of the file. */
gboolean assay_whole_export_stream (AssayDb *db,
                                    AssayType type,
                                    const GArray *ids,
                                    GOutputStream *stream,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
