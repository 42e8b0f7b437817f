/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/chart-page.h"

#include <glib/gi18n-lib.h>

#include "report/chart-block.h"
#include "report/table-block.h"
#include "report/text-block.h"

/* Nobody reads more rows on paper; the table on the screen and the export hold them all. */
#define MOST_ROWS 500

/* Words are wider than numbers. */
#define WORDS_SHARE  2.4
#define NUMBER_SHARE 1

static void
take_table (AssayDocument *document, const AssayScene *scene, guint rows)
{
  guint n = assay_scene_n_columns (scene);
  g_autofree AssayTableBlockColumn *columns = g_new0 (AssayTableBlockColumn, n);
  AssayBlock *table;

  for (guint i = 0; i < n; i++)
    {
      gboolean number = assay_scene_column_is_number (scene, i);

      columns[i].title = assay_scene_get_column_title (scene, i);
      columns[i].share = number ? NUMBER_SHARE : WORDS_SHARE;
      columns[i].align = number ? ASSAY_ALIGN_END : ASSAY_ALIGN_START;
      columns[i].style = ASSAY_STYLE_CAPTION;
    }
  table = assay_table_block_new (columns, n, ASSAY_TABLE_BLOCK_RULED);
  for (guint row = 0; row < rows; row++)
    {
      g_auto (GStrv) cells = g_new0 (char *, n + 1);

      for (guint i = 0; i < n; i++)
        cells[i] = assay_scene_get_cell (scene, row, i);
      assay_table_block_add_row (table, (const char *const *)cells);
    }
  assay_document_take (document, table);
}

/**
 * assay_chart_page_new:
 * @scene: a chart
 *
 * Returns: (transfer full): a document of it, meant for a page that lies on its longer side
 */
AssayDocument *
assay_chart_page_new (AssayScene *scene)
{
  AssayDocument *document = assay_document_new (assay_scene_get_title (scene));
  guint rows = assay_scene_n_rows (scene), shown = MIN (rows, MOST_ROWS);

  assay_document_set_running (document, NULL, assay_scene_get_title (scene));
  assay_document_take (document, assay_chart_block_new (scene, 0));
  if (rows == 0 || assay_scene_n_columns (scene) == 0)
    return document;
  assay_document_take (document, assay_heading_new (_ ("Table"), ASSAY_STYLE_HEADING));
  if (shown < rows)
    {
      g_autofree char *words = g_strdup_printf (
          /* Translators: how many rows are printed, of how many. */
          _ ("The first %u of %u rows; the table on the screen holds them all."), shown, rows);

      assay_document_take (document, assay_paragraph_new (words, ASSAY_STYLE_DIM));
    }
  take_table (document, scene, shown);
  return document;
}
