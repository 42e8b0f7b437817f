/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The photos of the example book. Private to the exchange layer. */

#pragma once

#include "store/db.h"

G_BEGIN_DECLS

/* Attaches what `photos.csv` in @folder lists; without the file there is nothing to do. */
gboolean assay_example_add_photos (AssayDb *db,
                                   const char *folder,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
