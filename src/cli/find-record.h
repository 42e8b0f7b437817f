/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records as people name them on a command line. */

#pragma once

#include "record/catalogue.h"
#include "store/db.h"

G_BEGIN_DECLS

gboolean
assay_find_record (AssayDb *db, AssayType type, const char *words, gint64 *id, GError **error);

G_END_DECLS
