/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/record/flag-rows.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *icon;
  const char *style;
  const char *label;
} weights[] = {
  [ASSAY_FLAG_RED] = { "dialog-error-symbolic", "error", N_ ("Red flag") },
  [ASSAY_FLAG_AMBER] = { "dialog-warning-symbolic", "warning", N_ ("To look into") },
  [ASSAY_FLAG_NOTE] = { "dialog-information-symbolic", "dimmed", N_ ("Good to know") },
};

static GtkWidget *
mark_new (const char *icon, const char *style, const char *label)
{
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_widget_add_css_class (image, style);
  gtk_widget_set_tooltip_text (image, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return image;
}

GtkWidget *
assay_weight_image_new (AssayFlagWeight weight)
{
  return mark_new (weights[weight].icon, weights[weight].style, _ (weights[weight].label));
}

static GtkWidget *
row_new (const char *title, const char *subtitle, GtkWidget *mark)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  return row;
}

GtkWidget *
assay_evidence_flag_row_new (const AssayEvidenceFlagged *flagged)
{
  return row_new (assay_evidence_flag_label (flagged->flag), flagged->words,
                  assay_weight_image_new (flagged->weight));
}

GtkWidget *
assay_evidence_row_new (const AssayEvidenceItem *item, gint32 today)
{
  g_autofree char *standing = assay_evidence_item_dup_standing (item, today);
  g_autoptr (GString) words = g_string_new (standing);
  GtkWidget *mark = item->n_red > 0     ? assay_weight_image_new (ASSAY_FLAG_RED)
                    : item->n_amber > 0 ? assay_weight_image_new (ASSAY_FLAG_AMBER)
                                        : mark_new ("object-select-symbolic", "success",
                                                    _ ("Nothing speaks against it"));

  for (guint i = 0; i < item->flags->len; i++)
    {
      const AssayEvidenceFlagged *flagged = &g_array_index (item->flags, AssayEvidenceFlagged, i);

      /* The standing says so already. */
      if (flagged->weight != ASSAY_FLAG_NOTE && flagged->flag != ASSAY_FLAG_EXPIRED)
        g_string_append_printf (words, " · %s", assay_evidence_flag_label (flagged->flag));
    }
  return row_new (item->title, words->str, mark);
}
