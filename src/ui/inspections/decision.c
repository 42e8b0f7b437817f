/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/decision.h"

#include <glib/gi18n-lib.h>

#include "record/format.h"
#include "record/rules.h"

/* Where all pieces of a lot go. */
static const struct
{
  const char *decision;
  guint field;
} whole[] = {
  { "accept", ASSAY_INSPECTION_ACCEPTED_QUANTITY },
  { "accept_deviation", ASSAY_INSPECTION_ACCEPTED_QUANTITY },
  { "rework", ASSAY_INSPECTION_REWORKED_QUANTITY },
  { "sort", ASSAY_INSPECTION_REWORKED_QUANTITY },
  { "reject", ASSAY_INSPECTION_REJECTED_QUANTITY },
};

static const guint shares[]
    = { ASSAY_INSPECTION_ACCEPTED_QUANTITY, ASSAY_INSPECTION_REWORKED_QUANTITY,
        ASSAY_INSPECTION_REJECTED_QUANTITY };

static const char *
get_decision (const AssayRecord *inspection)
{
  return assay_record_get_text (inspection, ASSAY_INSPECTION_DECISION);
}

/* Nothing was said, or what a decision before proposed: everything in one place. */
static gboolean
is_untouched (const AssayRecord *inspection, gint64 lot)
{
  guint known = 0;
  gboolean all = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    if (assay_record_is_known (inspection, shares[i]))
      {
        known++;
        all = all && assay_record_get_integer (inspection, shares[i], 0) == lot;
      }
  return known == 0 || (known == 1 && all);
}

static void
propose_shares (AssayRecord *inspection)
{
  const char *decision = get_decision (inspection);
  gint64 lot = assay_record_get_integer (inspection, ASSAY_INSPECTION_LOT_SIZE, -1);

  if (lot < 0 || !is_untouched (inspection, lot))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    assay_record_set_unknown (inspection, shares[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (whole); i++)
    if (g_strcmp0 (whole[i].decision, decision) == 0)
      assay_record_set_integer (inspection, whole[i].field, lot);
}

void
assay_decision_propose_currency (AssayRecord *inspection, const AssayRecord *line)
{
  const char *currency
      = line != NULL ? assay_record_get_text (line, ASSAY_ORDER_LINE_CURRENCY) : NULL;

  if (assay_decision_asks_again (inspection))
    {
      if (currency != NULL && !assay_record_is_known (inspection, ASSAY_INSPECTION_CURRENCY))
        assay_record_set_text (inspection, ASSAY_INSPECTION_CURRENCY, currency);
    }
  /* A currency that was proposed and paid for nothing goes with the decision. */
  else if (!assay_record_is_known (inspection, ASSAY_INSPECTION_REWORK_COST))
    assay_record_set_unknown (inspection, ASSAY_INSPECTION_CURRENCY);
}

void
assay_decision_follow (AssayRecord *inspection, const AssayRecord *line, gint32 today)
{
  const char *name = g_get_real_name ();

  propose_shares (inspection);
  assay_decision_propose_currency (inspection, line);
  if (get_decision (inspection) == NULL)
    return;
  /* A decision is made now and by whoever sits here, until somebody says otherwise. */
  if (!assay_record_is_known (inspection, ASSAY_INSPECTION_DECIDED_ON))
    assay_record_set_date (inspection, ASSAY_INSPECTION_DECIDED_ON, today);
  if (!assay_record_is_known (inspection, ASSAY_INSPECTION_DECIDED_BY) && name != NULL
      && !g_str_equal (name, "Unknown"))
    assay_record_set_text (inspection, ASSAY_INSPECTION_DECIDED_BY, name);
}

gboolean
assay_decision_has_row (const AssayRecord *inspection, guint field)
{
  const char *decision = get_decision (inspection);

  /* A currency alone says nothing. */
  if (field == ASSAY_INSPECTION_CURRENCY)
    return assay_record_is_known (inspection, ASSAY_INSPECTION_REWORK_COST);
  if (assay_record_is_known (inspection, field))
    return TRUE;
  switch (field)
    {
    case ASSAY_INSPECTION_ACCEPTED_QUANTITY:
    case ASSAY_INSPECTION_REWORKED_QUANTITY:
    case ASSAY_INSPECTION_REJECTED_QUANTITY:
      return decision != NULL && !g_str_equal (decision, "hold");
    case ASSAY_INSPECTION_REWORK_COST:
      return assay_decision_asks_again (inspection);
    case ASSAY_INSPECTION_DEVIATION_UNTIL:
      return g_strcmp0 (decision, "accept_deviation") == 0;
    default:
      return decision != NULL;
    }
}

char *
assay_decision_dup_sum (const AssayRecord *inspection, gboolean *complete)
{
  gint64 lot, sum = assay_inspection_sum_up (inspection, &lot);
  g_autofree char *said = assay_format_number (sum);
  g_autofree char *all = assay_format_number (lot);
  g_autofree char *rest = assay_format_number (ABS (lot - sum));

  *complete = sum == lot;
  if (sum < 0 || lot < 0)
    return NULL;
  if (sum == lot)
    return g_strdup_printf (
        /* Translators: all pieces of a lot are accepted, to be reworked or rejected */
        g_dngettext (GETTEXT_PACKAGE, "%s of %s piece", "%s of %s pieces", (gulong)lot), said, all);
  if (sum < lot)
    /* Translators: pieces accounted for, pieces of the lot, pieces that nothing was said of */
    return g_strdup_printf (_ ("%s of %s pieces; %s left"), said, all, rest);
  return g_strdup_printf (_ ("%s of %s pieces; %s too many"), said, all, rest);
}

GtkWidget *
assay_decision_sum_row_new (void)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new (), *label = gtk_label_new (NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  /* Translators: accepted, to rework and rejected pieces together */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Together"));
  gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  g_object_set_data (G_OBJECT (row), "icon", icon);
  g_object_set_data (G_OBJECT (row), "label", label);
  gtk_widget_set_visible (row, FALSE);
  return row;
}

void
assay_decision_sum_row_show (GtkWidget *row, const AssayRecord *inspection)
{
  GtkWidget *icon = g_object_get_data (G_OBJECT (row), "icon");
  GtkWidget *label = g_object_get_data (G_OBJECT (row), "label");
  gboolean complete;
  g_autofree char *words = assay_decision_dup_sum (inspection, &complete);

  gtk_widget_set_visible (row, words != NULL);
  gtk_label_set_label (GTK_LABEL (label), words != NULL ? words : "");
  gtk_image_set_from_icon_name (GTK_IMAGE (icon),
                                complete ? "object-select-symbolic" : "dialog-warning-symbolic");
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *widget = i == 0 ? icon : label;

      gtk_widget_remove_css_class (widget, complete ? "warning" : "success");
      gtk_widget_add_css_class (widget, complete ? "success" : "warning");
    }
}

gboolean
assay_decision_asks_again (const AssayRecord *inspection)
{
  const char *decision = get_decision (inspection);

  return g_strcmp0 (decision, "rework") == 0 || g_strcmp0 (decision, "sort") == 0;
}
