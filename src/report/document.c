/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/document.h"

#include <langinfo.h>
#include <string.h>

struct _AssayDocument
{
  gatomicrefcount references;
  char *title;
  char *brand;
  AssayPicture *logo;
  char *head;
  char *foot;
  char *part;
  gboolean one_page;
  GPtrArray *blocks;
};

/**
 * assay_page_setup_init:
 *
 * A4 (210 × 297 mm) or Letter (8½ × 11 in) upright, with margins that every printer can keep.
 */
void
assay_page_setup_init (AssayPageSetup *setup, AssayPaper paper)
{
  setup->width = paper == ASSAY_PAPER_A4 ? 210 / 25.4 * 72 : 8.5 * 72;
  setup->height = paper == ASSAY_PAPER_A4 ? 297 / 25.4 * 72 : 11 * 72;
  setup->top = 34;
  setup->bottom = 32;
  setup->left = 44;
  setup->right = 44;
}

gboolean
assay_paper_parse (const char *name, AssayPaper *paper)
{
  if (name != NULL && g_ascii_strcasecmp (name, "a4") == 0)
    *paper = ASSAY_PAPER_A4;
  else if (name != NULL && g_ascii_strcasecmp (name, "letter") == 0)
    *paper = ASSAY_PAPER_LETTER;
  else
    return FALSE;
  return TRUE;
}

/* Of the locale's category LC_PAPER; A4 where it says nothing. */
AssayPaper
assay_paper_for_locale (void)
{
#ifdef _NL_PAPER_HEIGHT
  /* The C library gives the number in place of a pointer. */
  if (GPOINTER_TO_INT (nl_langinfo (_NL_PAPER_HEIGHT)) == 279)
    return ASSAY_PAPER_LETTER;
#endif
  return ASSAY_PAPER_A4;
}

AssayDocument *
assay_document_new (const char *title)
{
  AssayDocument *document = g_new0 (AssayDocument, 1);

  g_atomic_ref_count_init (&document->references);
  document->title = g_strdup (title);
  document->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_block_free);
  return document;
}

AssayDocument *
assay_document_ref (AssayDocument *document)
{
  g_atomic_ref_count_inc (&document->references);
  return document;
}

void
assay_document_unref (AssayDocument *document)
{
  if (!g_atomic_ref_count_dec (&document->references))
    return;
  g_clear_pointer (&document->logo, assay_picture_unref);
  g_ptr_array_unref (document->blocks);
  g_free (document->title);
  g_free (document->brand);
  g_free (document->head);
  g_free (document->foot);
  g_free (document->part);
  g_free (document);
}

const char *
assay_document_get_title (AssayDocument *document)
{
  return document->title;
}

void
assay_document_set_brand (AssayDocument *document, const char *brand, AssayPicture *logo)
{
  g_set_str (&document->brand, brand);
  g_clear_pointer (&document->logo, assay_picture_unref);
  document->logo = logo != NULL ? assay_picture_ref (logo) : NULL;
}

const char *
assay_document_get_brand (AssayDocument *document)
{
  return document->brand;
}

AssayPicture *
assay_document_get_logo (AssayDocument *document)
{
  return document->logo;
}

void
assay_document_set_running (AssayDocument *document, const char *head, const char *foot)
{
  g_set_str (&document->head, head);
  g_set_str (&document->foot, foot);
}

const char *
assay_document_get_head (AssayDocument *document)
{
  return document->head;
}

const char *
assay_document_get_foot (AssayDocument *document)
{
  return document->foot;
}

void
assay_document_set_part (AssayDocument *document, const char *part)
{
  g_set_str (&document->part, part);
}

const char *
assay_document_get_part (AssayDocument *document)
{
  return document->part;
}

void
assay_document_set_one_page (AssayDocument *document, gboolean one_page)
{
  document->one_page = one_page;
}

gboolean
assay_document_is_one_page (AssayDocument *document)
{
  return document->one_page;
}

/**
 * assay_document_take:
 * @block: (transfer full): added at the end
 */
void
assay_document_take (AssayDocument *document, AssayBlock *block)
{
  g_ptr_array_add (document->blocks, block);
}

guint
assay_document_n_blocks (AssayDocument *document)
{
  return document->blocks->len;
}

AssayBlock *
assay_document_get_block (AssayDocument *document, guint i)
{
  return g_ptr_array_index (document->blocks, i);
}
