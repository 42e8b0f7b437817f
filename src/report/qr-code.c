/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/qr-code.h"

#include <qrencode.h>

/**
 * assay_qr_code_new:
 * @text: what a reader is to read, UTF-8
 *
 * In bytes, with error correction M (15 % of a code may be lost), in the smallest version that
 * holds it.
 *
 * Returns: (nullable) (transfer full): the code
 */
AssayQrCode *
assay_qr_code_new (const char *text)
{
  QRcode *made;
  AssayQrCode *code;

  if (text == NULL || *text == '\0')
    return NULL;
  made = QRcode_encodeString (text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
  if (made == NULL)
    return NULL;
  code = g_new0 (AssayQrCode, 1);
  code->size = (guint)made->width;
  code->dark = g_new (guint8, (gsize)code->size * code->size);
  for (gsize i = 0; i < (gsize)code->size * code->size; i++)
    code->dark[i] = made->data[i] & 1;
  QRcode_free (made);
  return code;
}

void
assay_qr_code_free (AssayQrCode *code)
{
  if (code == NULL)
    return;
  g_free (code->dark);
  g_free (code);
}

/* One rectangle for each run of dark modules, so that no hairlines of light stand between them. */
void
assay_qr_code_draw (const AssayQrCode *code, cairo_t *cr, double x, double y, double side)
{
  double module = side / (code->size + 2 * ASSAY_QR_QUIET);

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_translate (cr, x + module * ASSAY_QR_QUIET, y + module * ASSAY_QR_QUIET);
  for (guint row = 0; row < code->size; row++)
    for (guint from = 0, to; from < code->size; from = to)
      {
        gboolean dark = code->dark[row * code->size + from] != 0;

        for (to = from; to < code->size && (code->dark[row * code->size + to] != 0) == dark;)
          to++;
        if (dark)
          cairo_rectangle (cr, from * module, row * module, (to - from) * module, module);
      }
  cairo_fill (cr);
  cairo_restore (cr);
}
