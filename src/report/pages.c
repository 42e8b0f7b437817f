/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/pages.h"

#include <glib/gi18n-lib.h>

#include "report/ink.h"

#define HEAD_HEIGHT 30.0 /* logo and brand, with the rule under them */
#define HEAD_GAP    14.0
#define FOOT_HEIGHT 20.0
#define LOGO_HEIGHT 22.0
#define LOGO_WIDTH  150.0
/* No body is lower, however small the paper that a printer reports. */
#define LEAST_BODY 72.0
/* How far a document of one page is scaled down, and in what steps. */
#define LEAST_SCALE 0.5
#define SCALE_STEP  0.04

struct _AssayPages
{
  AssayDocument *document;
  AssayTyper *typer;
  AssayPageSetup setup;
  double body;    /* height */
  double scale;   /* of the body's blocks: below 1 where a document must fit on one page */
  GArray *places; /* of AssayPlace, page after page */
  GArray *starts; /* of guint: first place of each page */
};

/* The state of filling pages. */
typedef struct
{
  AssayPages *pages;
  double y; /* of the next piece, from the upper edge of the body */
} Flow;

static double
body_top (const AssayPages *pages)
{
  return pages->setup.top + HEAD_HEIGHT + HEAD_GAP;
}

static double
body_height (const AssayPages *pages)
{
  return pages->body / pages->scale;
}

static double
body_width (const AssayPages *pages)
{
  return MAX (pages->setup.width - pages->setup.left - pages->setup.right, LEAST_BODY);
}

static void
begin_page (Flow *flow)
{
  g_array_append_val (flow->pages->starts, flow->pages->places->len);
  flow->y = 0;
}

static void
place (Flow *flow, guint block, guint piece, double height)
{
  double scale = flow->pages->scale;
  AssayPlace at = { block, piece, body_top (flow->pages) + flow->y * scale, height * scale };

  g_array_append_val (flow->pages->places, at);
  flow->y += height;
}

/* The height of a piece with those that have to stand on its page, or of the piece alone where all
 * of them together are higher than a page. */
static double
chain_height (const AssayPages *pages, guint b, guint p)
{
  double first = assay_block_get_piece (assay_document_get_block (pages->document, b), p)->height;
  double height = 0;
  gboolean more = TRUE;

  for (; more && b < assay_document_n_blocks (pages->document); b++, p = 0)
    {
      AssayBlock *block = assay_document_get_block (pages->document, b);

      for (; more && p < assay_block_n_pieces (block); p++)
        {
          const AssayPiece *piece = assay_block_get_piece (block, p);

          height += (height > 0 ? piece->gap : 0) + piece->height;
          more = piece->keep_next;
        }
    }
  return height <= body_height (pages) ? height : first;
}

static void
flow_piece (Flow *flow, guint b, guint p)
{
  AssayPages *pages = flow->pages;
  AssayBlock *block = assay_document_get_block (pages->document, b);
  const AssayPiece *piece = assay_block_get_piece (block, p);
  double need = piece->gap + chain_height (pages, b, p);

  if (flow->y > 0 && (flow->y + need > body_height (pages) + 0.01 || (p == 0 && block->new_page)))
    {
      begin_page (flow);
      if (p > 0 && block->head > 0)
        place (flow, b, G_MAXUINT, block->head);
    }
  if (flow->y > 0)
    flow->y += flow->y > block->head || p == 0 ? piece->gap : 0;
  place (flow, b, p, piece->height);
}

static void
fill (AssayPages *pages, double scale)
{
  AssayDocument *document = pages->document;
  Flow flow = { pages, 0 };

  pages->scale = scale;
  g_array_set_size (pages->places, 0);
  g_array_set_size (pages->starts, 0);
  for (guint b = 0; b < assay_document_n_blocks (document); b++)
    assay_block_layout (assay_document_get_block (document, b), pages->typer,
                        body_width (pages) / scale, body_height (pages));
  begin_page (&flow);
  for (guint b = 0; b < assay_document_n_blocks (document); b++)
    {
      guint n = assay_block_n_pieces (assay_document_get_block (document, b));

      for (guint p = 0; p < n; p++)
        flow_piece (&flow, b, p);
    }
}

/**
 * assay_pages_new:
 * @document: kept; it may not be laid out anew while the pages live
 * @setup: paper and margins, copied
 * @typer: kept
 *
 * Lays out every block and fills the pages. There is always one page. A document that has to fit on
 * one is laid out smaller until it does.
 */
AssayPages *
assay_pages_new (AssayDocument *document, const AssayPageSetup *setup, AssayTyper *typer)
{
  AssayPages *pages = g_new0 (AssayPages, 1);

  pages->document = assay_document_ref (document);
  pages->typer = assay_typer_ref (typer);
  pages->setup = *setup;
  pages->body = MAX (setup->height - body_top (pages) - FOOT_HEIGHT - setup->bottom, LEAST_BODY);
  pages->places = g_array_new (FALSE, FALSE, sizeof (AssayPlace));
  pages->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  fill (pages, 1);
  if (assay_document_is_one_page (document))
    for (double scale = 1 - SCALE_STEP; pages->starts->len > 1 && scale > LEAST_SCALE;
         scale -= SCALE_STEP)
      fill (pages, scale);
  return pages;
}

void
assay_pages_free (AssayPages *pages)
{
  if (pages == NULL)
    return;
  assay_document_unref (pages->document);
  assay_typer_unref (pages->typer);
  g_array_unref (pages->places);
  g_array_unref (pages->starts);
  g_free (pages);
}

guint
assay_pages_count (const AssayPages *pages)
{
  return pages->starts->len;
}

AssayDocument *
assay_pages_get_document (const AssayPages *pages)
{
  return pages->document;
}

const AssayPageSetup *
assay_pages_get_setup (const AssayPages *pages)
{
  return &pages->setup;
}

/* Between header and footer, from the upper edge of the paper. */
void
assay_pages_get_body (const AssayPages *pages, double *top, double *bottom)
{
  *top = body_top (pages);
  *bottom = *top + pages->body;
}

static guint
first_place (const AssayPages *pages, guint page)
{
  return page < pages->starts->len ? g_array_index (pages->starts, guint, page)
                                   : pages->places->len;
}

guint
assay_pages_n_places (const AssayPages *pages, guint page)
{
  return first_place (pages, page + 1) - first_place (pages, page);
}

const AssayPlace *
assay_pages_get_place (const AssayPages *pages, guint page, guint i)
{
  return &g_array_index (pages->places, AssayPlace, first_place (pages, page) + i);
}

/* Draws one line within a width, vertically centred on @middle. */
static void
draw_line (AssayPages *pages,
           cairo_t *cr,
           const char *text,
           AssayTextStyle style,
           double x,
           double middle,
           double width,
           AssayTextAlign align)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (text == NULL || *text == '\0' || width < 10)
    return;
  layout = assay_typer_layout_lines (pages->typer, text, style, width, align, 1);
  assay_text_draw (cr, layout, style, x, middle - assay_text_height (layout) / 2);
}

/* Returns the width that the logo takes, with the space after it. */
static double
draw_logo (AssayPages *pages, cairo_t *cr, double width)
{
  AssayPicture *logo = assay_document_get_logo (pages->document);
  double scale;
  double wide;
  double high;
  double x = pages->setup.left;

  if (logo == NULL)
    return 0;
  scale = MIN (LOGO_HEIGHT / assay_picture_get_height (logo),
               LOGO_WIDTH / assay_picture_get_width (logo));
  wide = assay_picture_get_width (logo) * scale;
  high = assay_picture_get_height (logo) * scale;
  if (assay_typer_is_rtl (pages->typer))
    x += width - wide;
  assay_picture_draw (logo, cr, x, pages->setup.top + (LOGO_HEIGHT - high) / 2, wide, high);
  return wide + 8;
}

static void
draw_header (AssayPages *pages, cairo_t *cr)
{
  double width = body_width (pages);
  double logo = draw_logo (pages, cr, width);
  double half = width / 2 - 8;
  double middle = pages->setup.top + LOGO_HEIGHT / 2;
  gboolean rtl = assay_typer_is_rtl (pages->typer);
  double left = pages->setup.left;

  draw_line (pages, cr, assay_document_get_brand (pages->document), ASSAY_STYLE_STRONG,
             rtl ? left + width / 2 + 8 : left + logo, middle, half - logo, ASSAY_ALIGN_START);
  draw_line (pages, cr, assay_document_get_head (pages->document), ASSAY_STYLE_SMALL,
             rtl ? left : left + width / 2 + 8, middle, half, ASSAY_ALIGN_END);
  assay_ink_rule (cr, left, pages->setup.top + HEAD_HEIGHT, width, 0.7);
}

static void
draw_footer (AssayPages *pages, guint page, cairo_t *cr)
{
  double width = body_width (pages);
  double left = pages->setup.left;
  double middle = pages->setup.height - pages->setup.bottom - 5;
  gboolean rtl = assay_typer_is_rtl (pages->typer);
  /* Translators: the number of this page and how many pages there are */
  g_autofree char *paged
      = g_strdup_printf (_ ("Page %d of %d"), (int)page + 1, (int)assay_pages_count (pages));
  const char *part = assay_document_get_part (pages->document);
  g_autofree char *number
      = part != NULL ? g_strdup_printf ("%s · %s", part, paged) : g_strdup (paged);
  double room = part != NULL ? 180 : 100;

  assay_ink_rule (cr, left, middle - 9, width, 0.5);
  draw_line (pages, cr, assay_document_get_foot (pages->document), ASSAY_STYLE_SMALL,
             rtl ? left + room : left, middle, width - room, ASSAY_ALIGN_START);
  draw_line (pages, cr, number, ASSAY_STYLE_SMALL, rtl ? left : left + width - room + 4, middle,
             room - 4, ASSAY_ALIGN_END);
}

/**
 * assay_pages_draw:
 * @page: from 0
 * @cr: with the origin at the upper left corner of the paper, in points
 */
void
assay_pages_draw (AssayPages *pages, guint page, cairo_t *cr)
{
  guint n = assay_pages_n_places (pages, page);

  cairo_save (cr);
  draw_header (pages, cr);
  cairo_save (cr);
  cairo_translate (cr, pages->setup.left, 0);
  cairo_scale (cr, pages->scale, pages->scale);
  for (guint i = 0; i < n; i++)
    {
      const AssayPlace *at = assay_pages_get_place (pages, page, i);
      AssayBlock *block = assay_document_get_block (pages->document, at->block);

      if (at->piece == G_MAXUINT)
        assay_block_draw_head (block, cr, 0, at->y / pages->scale);
      else
        assay_block_draw (block, at->piece, cr, 0, at->y / pages->scale);
    }
  cairo_restore (cr);
  draw_footer (pages, page, cr);
  cairo_restore (cr);
}
