/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/sample-label.h"

#include <glib/gi18n-lib.h>

#include "insight/sample-tests.h"
#include "report/label-block.h"
#include "report/text-block.h"
#include "store/records.h"

static void
add_named (GStrvBuilder *lines, const char *name, const char *value)
{
  if (value != NULL && *value != '\0')
    /* Translators: on a label: what it is and its value */
    g_strv_builder_take (lines, g_strdup_printf (_ ("%s: %s"), name, value));
}

static char **
make_lines (AssayRecord *sample, const AssayReportBrand *brand, guint piece, guint n)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  const char *product = assay_record_get_reference_title (sample, ASSAY_SAMPLE_PRODUCT);
  const char *variant = assay_record_get_reference_title (sample, ASSAY_SAMPLE_VARIANT);
  const char *supplier = assay_record_get_reference_title (sample, ASSAY_SAMPLE_SUPPLIER);
  g_autofree char *received
      = assay_format_display (sample, ASSAY_SAMPLE_RECEIVED_ON, ASSAY_UNITS_METRIC);

  g_strv_builder_take (lines, assay_sample_dup_round (sample));
  if (product != NULL)
    g_strv_builder_add (lines, product);
  if (variant != NULL)
    g_strv_builder_add (lines, variant);
  if (supplier != NULL)
    g_strv_builder_add (lines, supplier);
  add_named (lines, _ ("Received"), received);
  add_named (lines, _ ("Kept"), assay_record_get_text (sample, ASSAY_SAMPLE_PLACE));
  if (n > 1)
    g_strv_builder_take (lines, g_strdup_printf (_ ("Piece %u of %u"), piece, n));
  if (brand->name != NULL)
    g_strv_builder_add (lines, brand->name);
  return g_strv_builder_end (lines);
}

AssayDocument *
assay_sample_label_make (AssayDb *db,
                         gint64 id,
                         gint32 today,
                         AssayReportBrand *brand,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (AssayRecord) sample = assay_records_get (db, ASSAY_TYPE_SAMPLE, id, error);
  g_autofree char *title = NULL;
  AssayDocument *document;
  AssayBlock *labels;
  const char *number;
  guint n;

  if (sample == NULL)
    return NULL;
  number = assay_record_get_text (sample, ASSAY_SAMPLE_NUMBER);
  n = (guint)CLAMP (assay_record_get_integer (sample, ASSAY_SAMPLE_QUANTITY, 1), 1,
                    ASSAY_SAMPLE_LABELS);
  title = g_strdup_printf (_ ("Label of sample %s"), number);
  document = assay_document_new (title);
  labels = assay_label_block_new ();
  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) lines = make_lines (sample, brand, i + 1, n);

      assay_label_block_add (labels, number, number, (const char *const *)lines);
    }
  assay_document_take (document, labels);
  return document;
}
