/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text as a QR code: a square of dark and light modules, and how it is drawn. */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Light modules that a reader needs around a code (ISO/IEC 18004). */
#define ASSAY_QR_QUIET 4

typedef struct
{
  guint size;   /* modules on a side, without the light ones around */
  guint8 *dark; /* size × size, row by row: 1 for a dark module */
} AssayQrCode;

/* NULL for a text that is empty or longer than a code can hold. */
AssayQrCode *assay_qr_code_new (const char *text);
void assay_qr_code_free (AssayQrCode *code);
/* Within a square of @side, the light modules around it among them. */
void assay_qr_code_draw (const AssayQrCode *code, cairo_t *cr, double x, double y, double side);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayQrCode, assay_qr_code_free)

G_END_DECLS
