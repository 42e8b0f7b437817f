/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/typer.h"

#include <glib/gi18n-lib.h>

#include "report/ink.h"

/* The desktop's own fonts first; what they lack (Chinese, Devanagari) Pango finds elsewhere. */
#define FAMILIES     "Adwaita Sans,Inter,Noto Sans,Cantarell,Liberation Sans,DejaVu Sans,sans-serif"
#define CACHED_MAX   1024
#define CACHED_BYTES 48

struct _AssayTyper
{
  gatomicrefcount references;
  PangoFontMap *map;
  PangoContext *context;
  PangoFontDescription *fonts[ASSAY_N_STYLES];
  PangoAttrList *figures; /* digits of one width */
  GHashTable *cache;      /* key as made by cache_key() → PangoLayout */
  GString *key;
  gboolean rtl;
  AssayTyperFunc record;
  gpointer record_data;
};

static const struct
{
  double size;
  PangoWeight weight;
  AssayInk ink;
} styles[ASSAY_N_STYLES] = {
  [ASSAY_STYLE_BODY] = { 9.5, PANGO_WEIGHT_NORMAL, ASSAY_INK_TEXT },
  [ASSAY_STYLE_STRONG] = { 9.5, PANGO_WEIGHT_BOLD, ASSAY_INK_TEXT },
  [ASSAY_STYLE_DIM] = { 9.5, PANGO_WEIGHT_NORMAL, ASSAY_INK_DIM },
  [ASSAY_STYLE_SMALL] = { 8, PANGO_WEIGHT_NORMAL, ASSAY_INK_DIM },
  [ASSAY_STYLE_CAPTION] = { 8.5, PANGO_WEIGHT_NORMAL, ASSAY_INK_TEXT },
  [ASSAY_STYLE_TINY] = { 5.5, PANGO_WEIGHT_NORMAL, ASSAY_INK_DIM },
  [ASSAY_STYLE_SECTION] = { 9, PANGO_WEIGHT_BOLD, ASSAY_INK_TEXT },
  [ASSAY_STYLE_HEADING] = { 12, PANGO_WEIGHT_BOLD, ASSAY_INK_TEXT },
  [ASSAY_STYLE_TITLE] = { 19, PANGO_WEIGHT_BOLD, ASSAY_INK_TEXT },
  [ASSAY_STYLE_VERDICT] = { 25, PANGO_WEIGHT_BOLD, ASSAY_INK_TEXT },
};

/* The direction of the first letter decides, as in Unicode's bidirectional algorithm. */
static PangoDirection
find_direction (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c))
        continue;
      switch ((int)g_unichar_get_script (c))
        {
        case G_UNICODE_SCRIPT_ARABIC:
        case G_UNICODE_SCRIPT_HEBREW:
        case G_UNICODE_SCRIPT_SYRIAC:
        case G_UNICODE_SCRIPT_THAANA:
        case G_UNICODE_SCRIPT_NKO:
        case G_UNICODE_SCRIPT_ADLAM:
          return PANGO_DIRECTION_RTL;
        default:
          return PANGO_DIRECTION_LTR;
        }
    }
  return PANGO_DIRECTION_NEUTRAL;
}

const char *
assay_typer_get_families (void)
{
  return FAMILIES;
}

/**
 * assay_typer_new:
 *
 * Makes a font map of its own, so that a typer may be made on one thread and used on another.
 * The page runs from right to left when the language of the translations does.
 */
AssayTyper *
assay_typer_new (void)
{
  AssayTyper *typer = g_new0 (AssayTyper, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  g_atomic_ref_count_init (&typer->references);
  typer->map = pango_cairo_font_map_new ();
  typer->context = pango_font_map_create_context (typer->map);
  pango_cairo_context_set_resolution (typer->context, 72);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (typer->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (typer->context, FALSE);

  for (guint i = 0; i < ASSAY_N_STYLES; i++)
    {
      typer->fonts[i] = pango_font_description_new ();
      pango_font_description_set_family_static (typer->fonts[i], FAMILIES);
      pango_font_description_set_absolute_size (typer->fonts[i], styles[i].size * PANGO_SCALE);
      pango_font_description_set_weight (typer->fonts[i], styles[i].weight);
    }
  typer->figures = pango_attr_list_new ();
  pango_attr_list_insert (typer->figures, pango_attr_font_features_new ("tnum=1"));
  typer->cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  typer->key = g_string_sized_new (128);
  assay_typer_set_rtl (typer, find_direction (_ ("Inspection report")) == PANGO_DIRECTION_RTL);
  return typer;
}

AssayTyper *
assay_typer_ref (AssayTyper *typer)
{
  g_atomic_ref_count_inc (&typer->references);
  return typer;
}

void
assay_typer_unref (AssayTyper *typer)
{
  if (!g_atomic_ref_count_dec (&typer->references))
    return;
  g_hash_table_unref (typer->cache);
  g_string_free (typer->key, TRUE);
  for (guint i = 0; i < ASSAY_N_STYLES; i++)
    pango_font_description_free (typer->fonts[i]);
  pango_attr_list_unref (typer->figures);
  g_object_unref (typer->context);
  g_object_unref (typer->map);
  g_free (typer);
}

gboolean
assay_typer_is_rtl (const AssayTyper *typer)
{
  return typer->rtl;
}

void
assay_typer_set_rtl (AssayTyper *typer, gboolean rtl)
{
  typer->rtl = rtl;
  pango_context_set_base_dir (typer->context,
                              rtl ? PANGO_DIRECTION_WEAK_RTL : PANGO_DIRECTION_WEAK_LTR);
  g_hash_table_remove_all (typer->cache);
}

void
assay_typer_set_recorder (AssayTyper *typer, AssayTyperFunc func, gpointer data)
{
  typer->record = func;
  typer->record_data = data;
}

/**
 * assay_text_clean:
 *
 * Returns: (transfer full) (nullable): @text made fit for paper, or NULL where it is so already:
 *   broken UTF-8 replaced, control characters other than line ends turned into spaces
 */
char *
assay_text_clean (const char *text)
{
  gboolean dirty = !g_utf8_validate (text, -1, NULL);
  char *clean;

  for (const char *p = text; !dirty && *p != '\0'; p++)
    dirty = ((guchar)*p < 0x20 && *p != '\n') || *p == 0x7f;
  if (!dirty)
    return NULL;
  clean = g_utf8_make_valid (text, -1);
  for (char *p = clean; *p != '\0'; p++)
    if (p[0] == '\r' && p[1] == '\n')
      *p = ' ';
    else if (*p == '\r')
      *p = '\n';
    else if (((guchar)*p < 0x20 && *p != '\n') || *p == 0x7f)
      *p = ' ';
  return clean;
}

/* Pango turns its alignment round for a paragraph that runs against the page. */
static PangoAlignment
find_alignment (AssayTyper *typer, const char *text, AssayTextAlign align)
{
  PangoDirection direction = find_direction (text);
  gboolean turned = direction == (typer->rtl ? PANGO_DIRECTION_LTR : PANGO_DIRECTION_RTL);
  gboolean at_left = (align == ASSAY_ALIGN_START) == !typer->rtl;

  if (align == ASSAY_ALIGN_CENTRE)
    return PANGO_ALIGN_CENTER;
  return at_left == !turned ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT;
}

static PangoLayout *
make_layout (AssayTyper *typer,
             const char *text,
             AssayTextStyle style,
             double width,
             AssayTextAlign align,
             int max_lines)
{
  PangoLayout *layout = pango_layout_new (typer->context);

  pango_layout_set_font_description (layout, typer->fonts[style]);
  pango_layout_set_attributes (layout, typer->figures);
  pango_layout_set_text (layout, text, -1);
  if (width > 0)
    {
      pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_alignment (layout, find_alignment (typer, text, align));
    }
  if (max_lines > 0)
    {
      pango_layout_set_height (layout, -max_lines);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  return layout;
}

/**
 * assay_typer_layout_lines:
 * @width: in points; 0 lets the text run
 * @max_lines: cuts each paragraph with an ellipsis after so many lines; 0 never cuts
 *
 * Returns: (transfer full): the text in lines. Layouts may be shared: do not change them.
 */
PangoLayout *
assay_typer_layout_lines (AssayTyper *typer,
                          const char *text,
                          AssayTextStyle style,
                          double width,
                          AssayTextAlign align,
                          int max_lines)
{
  g_autofree char *clean = assay_text_clean (text);
  PangoLayout *layout;

  if (clean != NULL)
    text = clean;
  if (typer->record != NULL)
    typer->record (text, typer->fonts[style], width, typer->record_data);
  if (strlen (text) > CACHED_BYTES)
    return make_layout (typer, text, style, width, align, max_lines);

  g_string_printf (typer->key, "%d %d %d %d ", style, (int)(width * 16), align, max_lines);
  g_string_append (typer->key, text);
  layout = g_hash_table_lookup (typer->cache, typer->key->str);
  if (layout == NULL)
    {
      if (g_hash_table_size (typer->cache) >= CACHED_MAX)
        g_hash_table_remove_all (typer->cache);
      layout = make_layout (typer, text, style, width, align, max_lines);
      g_hash_table_insert (typer->cache, g_strdup (typer->key->str), layout);
    }
  return g_object_ref (layout);
}

PangoLayout *
assay_typer_layout (
    AssayTyper *typer, const char *text, AssayTextStyle style, double width, AssayTextAlign align)
{
  return assay_typer_layout_lines (typer, text, style, width, align, 0);
}

double
assay_text_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double)height / PANGO_SCALE;
}

double
assay_text_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return (double)width / PANGO_SCALE;
}

void
assay_text_draw (cairo_t *cr, PangoLayout *layout, AssayTextStyle style, double x, double y)
{
  assay_ink_set (cr, styles[style].ink);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/**
 * assay_text_fit_lines:
 * @from: the first line
 * @height: what there is, in points
 * @used: (out): height of the lines that fit
 *
 * Returns: the line after the last one that fits. At least one line is taken, however high it is.
 */
guint
assay_text_fit_lines (PangoLayout *layout, guint from, double height, double *used)
{
  guint n_lines = (guint)pango_layout_get_line_count (layout);
  guint to = from;

  *used = 0;
  while (to < n_lines)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, (int)to);
      int line_height;
      double next;

      pango_layout_line_get_height (line, &line_height);
      next = *used + (double)line_height / PANGO_SCALE;
      if (next > height && to > from)
        break;
      *used = next;
      to++;
    }
  return to;
}

/**
 * assay_text_draw_lines:
 * @y: where the upper edge of line @from goes
 * @to: the line after the last
 */
void
assay_text_draw_lines (cairo_t *cr,
                       PangoLayout *layout,
                       AssayTextStyle style,
                       double x,
                       double y,
                       guint from,
                       guint to)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  guint i = 0;
  double top = 0;

  assay_ink_set (cr, styles[style].ink);
  do
    {
      PangoRectangle rectangle;

      if (i >= to)
        break;
      pango_layout_iter_get_line_extents (iter, NULL, &rectangle);
      if (i == from)
        top = (double)rectangle.y / PANGO_SCALE;
      if (i >= from)
        {
          double base = (double)pango_layout_iter_get_baseline (iter) / PANGO_SCALE;

          cairo_move_to (cr, x + (double)rectangle.x / PANGO_SCALE, y + base - top);
          pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
        }
      i++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}
