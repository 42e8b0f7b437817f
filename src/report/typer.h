/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words on paper: one font map and one Pango context in points, without hinting, so that a page is
 * laid out the same for a printer, a PDF and the screen. Lays out a text in one of a few styles and
 * keeps short ones that come again and again (labels, classes, small numbers). Used by one thread
 * at a time; many documents may share one. */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef enum
{
  ASSAY_STYLE_BODY,
  ASSAY_STYLE_STRONG,
  ASSAY_STYLE_DIM,
  ASSAY_STYLE_SMALL,   /* dim and smaller: labels, captions, header and footer */
  ASSAY_STYLE_CAPTION, /* smaller */
  ASSAY_STYLE_TINY,    /* in the corner of a box to write in */
  ASSAY_STYLE_SECTION, /* within a table: over rows that belong together */
  ASSAY_STYLE_HEADING,
  ASSAY_STYLE_TITLE,
  ASSAY_STYLE_VERDICT,
  ASSAY_N_STYLES,
} AssayTextStyle;

typedef enum
{
  ASSAY_ALIGN_START, /* the side where the page's language begins */
  ASSAY_ALIGN_END,
  ASSAY_ALIGN_CENTRE,
} AssayTextAlign;

typedef struct _AssayTyper AssayTyper;

/* Called for every text that is laid out: what a benchmark's floor has to draw as well. */
typedef void (*AssayTyperFunc) (const char *text,
                                const PangoFontDescription *font,
                                double width,
                                gpointer data);

/* The letters of all words on paper, for what is laid out elsewhere. */
const char *assay_typer_get_families (void);
AssayTyper *assay_typer_new (void);
AssayTyper *assay_typer_ref (AssayTyper *typer);
void assay_typer_unref (AssayTyper *typer);
gboolean assay_typer_is_rtl (const AssayTyper *typer);
void assay_typer_set_rtl (AssayTyper *typer, gboolean rtl);
void assay_typer_set_recorder (AssayTyper *typer, AssayTyperFunc func, gpointer data);

PangoLayout *assay_typer_layout (
    AssayTyper *typer, const char *text, AssayTextStyle style, double width, AssayTextAlign align);
PangoLayout *assay_typer_layout_lines (AssayTyper *typer,
                                       const char *text,
                                       AssayTextStyle style,
                                       double width,
                                       AssayTextAlign align,
                                       int max_lines);

double assay_text_height (PangoLayout *layout);
double assay_text_width (PangoLayout *layout);
void assay_text_draw (cairo_t *cr, PangoLayout *layout, AssayTextStyle style, double x, double y);
guint assay_text_fit_lines (PangoLayout *layout, guint from, double height, double *used);
void assay_text_draw_lines (cairo_t *cr,
                            PangoLayout *layout,
                            AssayTextStyle style,
                            double x,
                            double y,
                            guint from,
                            guint to);
char *assay_text_clean (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayTyper, assay_typer_unref)

G_END_DECLS
