/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A scene as a file: SVG, PNG or PDF, from the painter that also serves the screen. */

#pragma once

#include "chart/palette.h"
#include "chart/scene.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define ASSAY_EXPORT_ERROR (assay_export_error_quark ())
GQuark assay_export_error_quark (void);

typedef enum
{
  ASSAY_EXPORT_ERROR_TOO_LARGE, /* more pixels or points than a file may have */
  ASSAY_EXPORT_ERROR_FORMAT,    /* the name's ending tells no format */
  ASSAY_EXPORT_ERROR_FAILED,    /* the drawing library gave up: memory */
} AssayExportError;

typedef enum
{
  ASSAY_EXPORT_SVG,
  ASSAY_EXPORT_PNG,
  ASSAY_EXPORT_PDF,
} AssayExportFormat;

typedef struct
{
  double width;            /* points; 0 for the usual 720 */
  double height;           /* points; 0 for what the scene needs at that width */
  double scale;            /* pixels a point, of a PNG; 0 for 2 */
  double font_size;        /* points; 0 for 10 */
  const char *font_family; /* NULL for the sans-serif one */
  gboolean rtl;
  const AssayPalette *palette; /* NULL for that of print */
} AssayExportOptions;

gboolean
assay_export_format_from_name (const char *name, AssayExportFormat *format, GError **error);
GBytes *assay_export_bytes (AssayScene *scene,
                            AssayExportFormat format,
                            const AssayExportOptions *options,
                            GError **error);
gboolean assay_export_file (AssayScene *scene,
                            GFile *file,
                            AssayExportFormat format,
                            const AssayExportOptions *options,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
