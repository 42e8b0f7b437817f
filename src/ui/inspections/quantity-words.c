/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/quantity-words.h"

#include <glib/gi18n-lib.h>

#include "insight/inspection-plan.h"
#include "record/format.h"

/* What the packed pieces are a share of: the lot, or as much of it as is known. */
static gint64
find_whole (const AssayRecord *inspection)
{
  static const guint fields[]
      = { ASSAY_INSPECTION_LOT_SIZE, ASSAY_INSPECTION_PRESENTED, ASSAY_INSPECTION_ORDERED };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (assay_record_get_integer (inspection, fields[i], 0) > 0)
      return assay_record_get_integer (inspection, fields[i], 0);
  return 0;
}

static char *
say_packed (const AssayRecord *inspection)
{
  gint64 packed = assay_record_get_integer (inspection, ASSAY_INSPECTION_PACKED, -1);
  gint64 whole = find_whole (inspection);
  const char *kind = assay_record_get_text (inspection, ASSAY_INSPECTION_KIND);
  g_autofree char *share = NULL;

  if (packed < 0 || whole <= 0 || packed > whole)
    return NULL;
  share = assay_format_share ((double)packed / (double)whole, 0);
  if (g_strcmp0 (kind, "final_random") != 0
      || (double)packed * 100 >= (double)whole * ASSAY_PACKED_AT_LEAST)
    /* Translators: %s is a share, "85 %" */
    return g_strdup_printf (_ ("%s packed."), share);
  /* 79.8 is not 80. */
  g_free (share);
  share = assay_format_share ((double)packed / (double)whole, 1);
  return g_strdup_printf (
      _ ("Only %s packed: a final random inspection wants %d %% packed at least."), share,
      ASSAY_PACKED_AT_LEAST);
}

static char *
say_cartons (const AssayRecord *inspection)
{
  gint64 cartons = assay_record_get_integer (inspection, ASSAY_INSPECTION_CARTONS, 0);
  gint64 open = assay_cartons_to_open (cartons);
  g_autofree char *number = assay_format_number (open);

  if (cartons <= 0)
    return NULL;
  /* Translators: the number of cartons that is usual: the square root of all */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Open %s carton at least (√ of all, rounded up)",
                   "Open %s cartons at least (√ of all, rounded up)", (gulong)open),
      number);
}

char *
assay_quantity_words (const AssayRecord *inspection)
{
  g_autofree char *packed = say_packed (inspection);
  g_autofree char *cartons = say_cartons (inspection);

  if (packed == NULL || cartons == NULL)
    return g_strdup (packed != NULL ? packed : cartons);
  /* Translators: two sentences */
  return g_strdup_printf (_ ("%s %s"), packed, cartons);
}
