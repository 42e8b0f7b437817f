/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "chart/export.h"

#include "chart/export-title.h"
#include "chart/layout.h"
#include "chart/painter.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/* Cairo's images end at 32,767 pixels; well before that nobody can use them. */
#define MOST_PIXELS 16384
#define MOST_POINTS 14400 /* PDF's own limit */

G_DEFINE_QUARK (assay_export_error_quark, assay_export_error)

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
fill_options (AssayScene *scene,
              const AssayExportOptions *given,
              AssayExportOptions *full,
              AssayLayoutOptions *layout)
{
  *full = given != NULL ? *given : (AssayExportOptions){ 0 };
  if (!(full->width > 0))
    full->width = 720;
  if (!(full->scale > 0))
    full->scale = 2;
  if (!(full->font_size > 0))
    full->font_size = 10;
  if (full->palette == NULL)
    full->palette = &assay_palette_print;
  *layout = (AssayLayoutOptions){
    .width = full->width,
    .height = full->height,
    .font_size = full->font_size,
    .font_family = full->font_family,
    .rtl = full->rtl,
    .header = TRUE,
    .margin = full->font_size * 1.2,
  };
  if (!(full->height > 0))
    full->height = layout->height = assay_layout_natural_height (scene, layout);
}

static cairo_surface_t *
make_surface (AssayScene *scene,
              AssayExportFormat format,
              const AssayExportOptions *options,
              GByteArray *bytes)
{
  cairo_surface_t *surface;

  switch (format)
    {
    case ASSAY_EXPORT_SVG:
      surface
          = cairo_svg_surface_create_for_stream (append_cb, bytes, options->width, options->height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
      return surface;
    case ASSAY_EXPORT_PDF:
      surface
          = cairo_pdf_surface_create_for_stream (append_cb, bytes, options->width, options->height);
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                      assay_scene_get_title (scene));
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                                      assay_scene_get_description (scene));
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Assay " ASSAY_VERSION);
      return surface;
    case ASSAY_EXPORT_PNG:
    default:
      surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                            (int)ceil (options->width * options->scale),
                                            (int)ceil (options->height * options->scale));
      cairo_surface_set_device_scale (surface, options->scale, options->scale);
      return surface;
    }
}

static gboolean
check_size (AssayExportFormat format, const AssayExportOptions *options, GError **error)
{
  double most = format == ASSAY_EXPORT_PNG ? MOST_PIXELS / options->scale : MOST_POINTS;

  if (isfinite (options->width) && isfinite (options->height) && options->width <= most
      && options->height <= most)
    return TRUE;
  g_set_error (error, ASSAY_EXPORT_ERROR, ASSAY_EXPORT_ERROR_TOO_LARGE,
               _ ("The picture would be larger than a file of this format can be."));
  return FALSE;
}

/**
 * assay_export_format_from_name:
 * @name: a file's name
 * @format: (out): what its ending says
 * @error: %ASSAY_EXPORT_ERROR_FORMAT when it says nothing
 *
 * Returns: whether the format is known
 */
gboolean
assay_export_format_from_name (const char *name, AssayExportFormat *format, GError **error)
{
  static const char *const endings[] = { ".svg", ".png", ".pdf" };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      {
        *format = (AssayExportFormat)i;
        return TRUE;
      }
  g_set_error (error, ASSAY_EXPORT_ERROR, ASSAY_EXPORT_ERROR_FORMAT,
               _ ("The name of a picture ends in .svg, .png or .pdf; “%s” does not."), name);
  return FALSE;
}

/**
 * assay_export_bytes:
 * @scene: a scene
 * @format: a format
 * @options: (nullable): size, font and colours
 * @error: return location for an error
 *
 * Returns: (transfer full): the file's content; %NULL with %ASSAY_EXPORT_ERROR
 */
GBytes *
assay_export_bytes (AssayScene *scene,
                    AssayExportFormat format,
                    const AssayExportOptions *options,
                    GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (AssayLayout) layout = NULL;
  AssayExportOptions full;
  AssayLayoutOptions layout_options;
  AssayPaintOptions paint = { .background = TRUE };
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  fill_options (scene, options, &full, &layout_options);
  if (!check_size (format, &full, error))
    return NULL;
  layout = assay_layout_new (scene, &layout_options);
  paint.scale = format == ASSAY_EXPORT_PNG ? full.scale : 0;
  paint.vector = format != ASSAY_EXPORT_PNG;
  surface = make_surface (scene, format, &full, bytes);
  cr = cairo_create (surface);
  assay_painter_draw (layout, cr, full.palette, &paint);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS && format == ASSAY_EXPORT_PNG)
    status = cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, ASSAY_EXPORT_ERROR, ASSAY_EXPORT_ERROR_FAILED,
                   _ ("The picture could not be drawn: %s"), cairo_status_to_string (status));
      return NULL;
    }
  if (format == ASSAY_EXPORT_SVG)
    assay_export_title_svg (bytes, assay_scene_get_title (scene),
                            assay_scene_get_description (scene));
  else if (format == ASSAY_EXPORT_PNG)
    assay_export_title_png (bytes, assay_scene_get_title (scene),
                            assay_scene_get_description (scene));
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * assay_export_file:
 * @scene: a scene
 * @file: where to; replaced as a whole or not at all
 * @format: a format
 * @options: (nullable): size, font and colours
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Returns: whether the file was written
 */
gboolean
assay_export_file (AssayScene *scene,
                   GFile *file,
                   AssayExportFormat format,
                   const AssayExportOptions *options,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GBytes) bytes = assay_export_bytes (scene, format, options, error);
  gsize size;
  const char *data;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  return g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                  cancellable, error);
}
