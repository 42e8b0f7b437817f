/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What holds of pages whatever is put on them. */

#include <glib.h>
#include <string.h>

#include "report/picture-grid.h"
#include "report/signature-block.h"
#include "report/table-block.h"
#include "report/text-block.h"
#include "testing.h"

static const AssayTableBlockColumn columns[] = {
  { "Class", 1, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
  { "Defect", 3, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
  { "Units", 1, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
};

static char *
random_words (GRand *rand, guint most)
{
  GString *text = g_string_new (NULL);
  guint n = (guint)g_rand_int_range (rand, 1, (gint32)most + 1);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%.*s", i > 0 ? " " : "", g_rand_int_range (rand, 1, 18),
                            "đường chỉ bị lỏng 拉链头断裂 kopça");
  {
    char *valid = g_utf8_make_valid (text->str, -1);

    g_string_free (text, TRUE);
    return valid;
  }
}

static AssayBlock *
random_table (GRand *rand)
{
  AssayBlock *block
      = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_RULED);
  guint n = (guint)g_rand_int_range (rand, 1, 120);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = random_words (rand, i % 40 == 39 ? 900 : 30);
      const char *cells[] = { "Major", words, "3" };

      assay_table_block_add_row (block, cells);
    }
  return block;
}

static AssayBlock *
random_grid (GRand *rand, AssayPicture *wide, AssayPicture *upright)
{
  AssayBlock *block = assay_picture_grid_new ((guint)g_rand_int_range (rand, 1, 4));
  guint n = (guint)g_rand_int_range (rand, 1, 12);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *caption = random_words (rand, 40);

      assay_picture_grid_add (block,
                              i % 3 == 0   ? NULL
                              : i % 3 == 1 ? wide
                                           : upright,
                              "missing", "Photo", caption);
    }
  return block;
}

static AssayDocument *
random_document (guint32 seed, AssayPicture *wide, AssayPicture *upright)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  AssayDocument *document = assay_document_new ("Random");
  const char *const roles[] = { "One", "Two", NULL };

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *words = random_words (rand, 400);

      switch (g_rand_int_range (rand, 0, 6))
        {
        case 0:
          assay_document_take (document, random_table (rand));
          break;
        case 1:
          assay_document_take (document, random_grid (rand, wide, upright));
          break;
        case 2:
          assay_document_take (document, assay_heading_new ("Heading", ASSAY_STYLE_HEADING));
          break;
        case 3:
          assay_document_take (document, assay_signature_block_new (roles));
          break;
        case 4:
          assay_document_take (document, assay_space_block_new (30));
          break;
        default:
          assay_document_take (document, assay_paragraph_new (words, ASSAY_STYLE_BODY));
          break;
        }
    }
  return document;
}

/* Every piece once and in order, within the body, below the one before it; a page that begins
 * inside a block with a head begins with that head. */
static void
check_pages (AssayPages *pages)
{
  AssayDocument *document = assay_pages_get_document (pages);
  guint block = 0;
  guint piece = 0;
  double top;
  double bottom;

  assay_pages_get_body (pages, &top, &bottom);
  for (guint page = 0; page < assay_pages_count (pages); page++)
    {
      double y = top;

      for (guint i = 0; i < assay_pages_n_places (pages, page); i++)
        {
          const AssayPlace *at = assay_pages_get_place (pages, page, i);

          while (block < assay_document_n_blocks (document)
                 && piece == assay_block_n_pieces (assay_document_get_block (document, block)))
            {
              block++;
              piece = 0;
            }
          g_assert_cmpuint (at->block, ==, block);
          g_assert_cmpfloat (at->y, >=, y - 0.01);
          y = at->y + at->height;
          g_assert_cmpfloat (y, <=, bottom + 0.02);
          if (at->piece == G_MAXUINT)
            {
              g_assert_cmpuint (i, ==, 0);
              g_assert_cmpuint (piece, >, 0);
              continue;
            }
          if (i == 0 && piece > 0)
            g_assert_cmpfloat (assay_document_get_block (document, block)->head, ==, 0);
          g_assert_cmpuint (at->piece, ==, piece);
          piece++;
        }
    }
  while (block < assay_document_n_blocks (document)
         && piece == assay_block_n_pieces (assay_document_get_block (document, block)))
    {
      block++;
      piece = 0;
    }
  g_assert_cmpuint (block, ==, assay_document_n_blocks (document));
}

/* What has to stay together does, unless it is higher than a page. */
static void
check_kept (AssayPages *pages)
{
  AssayDocument *document = assay_pages_get_document (pages);
  double top;
  double bottom;

  assay_pages_get_body (pages, &top, &bottom);
  for (guint page = 0; page + 1 < assay_pages_count (pages); page++)
    {
      guint n = assay_pages_n_places (pages, page);
      const AssayPlace *last = assay_pages_get_place (pages, page, n - 1);
      const AssayPlace *next = assay_pages_get_place (pages, page + 1, 0);
      AssayBlock *block = assay_document_get_block (document, last->block);

      g_assert_cmpuint (last->piece, !=, G_MAXUINT);
      if (assay_block_get_piece (block, last->piece)->keep_next)
        g_assert_cmpfloat (last->height + next->height, >, (bottom - top) * 0.5);
    }
}

static void
test_random (void)
{
  g_autoptr (AssayTyper) typer = assay_typer_new ();
  g_autoptr (GBytes) wide_bytes = testing_make_picture (400, 300, "jpeg", FALSE);
  g_autoptr (GBytes) upright_bytes = testing_make_picture (200, 900, "jpeg", FALSE);
  g_autoptr (AssayPicture) wide = assay_picture_new (wide_bytes, 800, NULL);
  g_autoptr (AssayPicture) upright = assay_picture_new (upright_bytes, 800, NULL);

  for (guint32 seed = 0; seed < 24; seed++)
    {
      g_autoptr (AssayDocument) document = random_document (seed, wide, upright);
      g_autoptr (AssayPages) pages = NULL;
      AssayPageSetup setup;

      assay_page_setup_init (&setup, seed % 2 == 0 ? ASSAY_PAPER_A4 : ASSAY_PAPER_LETTER);
      if (seed % 5 == 4)
        setup.height = 320; /* a small slip */
      assay_typer_set_rtl (typer, seed % 3 == 2);
      pages = assay_pages_new (document, &setup, typer);
      check_pages (pages);
      check_kept (pages);
    }
}

static void
test_empty (void)
{
  g_autoptr (AssayTyper) typer = assay_typer_new ();
  g_autoptr (AssayDocument) document = assay_document_new ("Nothing");
  g_autoptr (AssayPages) pages = NULL;
  AssayPageSetup setup;

  assay_page_setup_init (&setup, ASSAY_PAPER_A4);
  pages = assay_pages_new (document, &setup, typer);
  g_assert_cmpuint (assay_pages_count (pages), ==, 1);
  g_assert_cmpuint (assay_pages_n_places (pages, 0), ==, 0);
}

/* A row that no page can hold is the only one cut, and nothing of it is lost. */
static void
test_tall_row (void)
{
  g_autoptr (AssayDocument) document = assay_document_new ("Tall");
  AssayBlock *block
      = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_RULED);
  GString *words = g_string_new (NULL);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 1500; i++)
    g_string_append_printf (words, "w%04u ", i);
  {
    const char *cells[] = { "Major", words->str, "3" };

    assay_table_block_add_row (block, cells);
  }
  g_string_free (words, TRUE);
  assay_document_take (document, block);
  path = testing_export (document, ASSAY_PAPER_A4);
  text = testing_run ("pdftotext", path, "-", NULL);
  testing_remove (path);
  if (text == NULL)
    return;
  for (guint i = 0; i < 1500; i++)
    {
      g_autofree char *word = g_strdup_printf ("w%04u", i);

      g_assert_cmpuint (testing_count (text, word), ==, 1);
    }
  g_assert_cmpuint (testing_count (text, "Defect"), >=, 2);
}

static void
test_long_word (void)
{
  g_autoptr (AssayTyper) typer = assay_typer_new ();
  g_autofree char *word = g_strnfill (600, 'x');
  g_autoptr (PangoLayout) layout
      = assay_typer_layout (typer, word, ASSAY_STYLE_BODY, 80, ASSAY_ALIGN_START);

  g_assert_cmpfloat (assay_text_width (layout), <=, 80);
}

static void
test_clean (void)
{
  g_autofree char *broken = assay_text_clean ("a\xff\tb\r\nc\x1b[31m");

  g_assert_null (assay_text_clean ("đẹp\n好"));
  g_assert_cmpstr (broken, ==, "a\xef\xbf\xbd b \nc [31m");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/pages/random", test_random);
  g_test_add_func ("/report/pages/empty", test_empty);
  g_test_add_func ("/report/pages/tall-row", test_tall_row);
  g_test_add_func ("/report/pages/long-word", test_long_word);
  g_test_add_func ("/report/pages/clean", test_clean);
  return g_test_run ();
}
