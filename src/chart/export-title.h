/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Title and description inside image files, which Cairo does not write by itself. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void assay_export_title_svg (GByteArray *bytes, const char *title, const char *description);
void assay_export_title_png (GByteArray *bytes, const char *title, const char *description);

G_END_DECLS
