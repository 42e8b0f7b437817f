/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/record/recycled-rows.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "record/format.h"
#include "ui/record/claim-rows.h"
#include "ui/record/section.h"

static void
add_sum (GtkListBox *list, const char *title, const AssayRecycledSum *sum)
{
  g_autofree char *words = assay_recycled_sum_words (sum);
  g_autofree char *origin = assay_recycled_sum_origin_words (sum);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title,
                                 "subtitle", origin, NULL);
  GtkWidget *value = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 1.0, NULL);

  gtk_widget_add_css_class (value, "numeric");
  gtk_widget_add_css_class (value, "heading");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), value);
  gtk_list_box_append (list, row);
}

static void
add_threshold (GtkListBox *list, const AssayRecycled *recycled, AssayRecycledThreshold threshold)
{
  double share = assay_recycled_threshold (threshold);
  AssayThresholdState state = assay_recycled_sum_reaches (&recycled->whole, share);
  g_autofree char *percent = assay_format_share (share, 0);
  g_autofree char *title
      = g_strdup_printf (_ ("%s: %s"), percent, assay_recycled_threshold_words (threshold));
  GtkWidget *row = assay_claim_row_new (state == ASSAY_THRESHOLD_REACHED  ? ASSAY_NEED_MET
                                        : state == ASSAY_THRESHOLD_MISSED ? ASSAY_NEED_MISSING
                                                                          : ASSAY_NEED_PARTLY,
                                        title, assay_threshold_state_words (state));

  gtk_list_box_append (list, row);
}

void
assay_recycled_rows_show (GtkListBox *list, const AssayRecycled *recycled)
{
  g_autofree char *gaps = assay_recycled_dup_gaps (recycled);

  assay_list_box_clear (list);
  if (recycled->whole.n > 0)
    {
      g_autofree char *title
          = recycled->variant_name != NULL
                /* Translators: the variant with the lowest recycled content */
                ? g_strdup_printf (_ ("Product, lowest in %s"), recycled->variant_name)
                : g_strdup (_ ("Product"));

      add_sum (list, title, &recycled->whole);
      if (recycled->main.n > 0)
        add_sum (list, _ ("Main fabric"), &recycled->main);
      for (AssayRecycledThreshold i = 0; i < ASSAY_N_RECYCLED_THRESHOLDS; i++)
        add_threshold (list, recycled, i);
    }
  if (*gaps != '\0')
    gtk_list_box_append (list,
                         assay_claim_row_new (ASSAY_NEED_PARTLY, _ ("What is missing"), gaps));
}
