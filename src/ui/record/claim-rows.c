/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/record/claim-rows.h"

#include <glib/gi18n-lib.h>
#include <math.h>

GtkListBox *
assay_claim_list_new (const char *label, const char *empty)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_list_box_new ());

  gtk_list_box_set_selection_mode (list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (empty != NULL)
    {
      GtkWidget *words
          = g_object_new (GTK_TYPE_LABEL, "label", empty, "wrap", TRUE, "xalign", 0.0, "margin-top",
                          12, "margin-bottom", 12, "margin-start", 12, "margin-end", 12, NULL);

      gtk_widget_add_css_class (words, "dimmed");
      gtk_list_box_set_placeholder (list, words);
    }
  return list;
}

static GtkWidget *
new_mark (AssayNeedState mark)
{
  static const struct
  {
    const char *icon, *css;
  } marks[] = {
    [ASSAY_NEED_MET] = { "object-select-symbolic", "success" },
    [ASSAY_NEED_PARTLY] = { "dialog-warning-symbolic", "warning" },
    [ASSAY_NEED_MISSING] = { "window-close-symbolic", "error" },
  };
  GtkWidget *image = gtk_image_new_from_icon_name (marks[mark].icon);

  gtk_widget_add_css_class (image, marks[mark].css);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  assay_need_state_words (mark), -1);
  return image;
}

GtkWidget *
assay_claim_row_new (AssayNeedState mark, const char *title, const char *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title,
                                 "subtitle", subtitle, NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), new_mark (mark));
  return row;
}

/* What a row opens. */
typedef struct
{
  AssayContext *context;
  AssayType type;
  gint64 id;
} Target;

static void
target_free (gpointer data, GClosure *closure)
{
  Target *target = data;

  g_object_unref (target->context);
  g_free (target);
}

static void
activated_cb (GtkWidget *row, Target *target)
{
  assay_context_show_record (target->context, target->type, target->id);
}

void
assay_claim_row_open (GtkWidget *row, AssayContext *context, AssayType type, gint64 id)
{
  Target *target = g_new0 (Target, 1);

  target->context = g_object_ref (context);
  target->type = type;
  target->id = id;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_data (row, "activated", G_CALLBACK (activated_cb), target, target_free, 0);
}

/**
 * assay_claim_standing_row_new:
 * @title: (nullable): what stands above the reason; NULL: how it stands
 *
 * Returns: (transfer floating): a row with how a claim stands and why
 */
GtkWidget *
assay_claim_standing_row_new (const AssayClaimSupport *support, const char *title)
{
  g_autofree char *why = assay_claim_support_dup_why (support);
  g_autofree char *words = NULL;
  const char *standing
      = support->withdrawn ? _ ("Withdrawn") : assay_claim_standing_words (support->standing);
  AssayNeedState mark = support->standing == ASSAY_CLAIM_STANDS
                            ? support->n_later_gaps > 0 ? ASSAY_NEED_PARTLY : ASSAY_NEED_MET
                        : support->standing == ASSAY_CLAIM_OF_NO_KIND ? ASSAY_NEED_PARTLY
                                                                      : ASSAY_NEED_MISSING;

  /* Nothing is asked of what nobody says any more. */
  if (title == NULL && support->withdrawn)
    return g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", standing, NULL);
  if (title == NULL)
    return assay_claim_row_new (mark, standing, why);
  /* Translators: how a claim stands, and why */
  words = g_strdup_printf (_ ("%s: %s"), standing, why);
  return assay_claim_row_new (mark, title, words);
}

static void
append_line (GString *lines, const char *line)
{
  if (*line == '\0')
    return;
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
}

GtkWidget *
assay_claim_need_row_new (AssayContext *context, const AssayNeedSupport *need)
{
  g_autofree char *rule = assay_need_support_dup_rule (need);
  g_autoptr (GString) subtitle = g_string_new (NULL);
  GtkWidget *row;

  append_line (subtitle, need->there);
  append_line (subtitle, need->gap);
  append_line (subtitle, rule);
  if (need->items->len == 0)
    return assay_claim_row_new (need->state, need->title, subtitle->str);
  row = g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, "title", need->title, "subtitle",
                      subtitle->str, NULL);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), new_mark (need->state));
  for (guint i = 0; i < need->items->len; i++)
    {
      const AssaySupportItem *item = g_ptr_array_index (need->items, i);
      GtkWidget *child = assay_claim_row_new (item->state, item->title, item->words);

      assay_claim_row_open (child, context, item->type, item->id);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), child);
    }
  return row;
}

GtkWidget *
assay_claim_flag_row_new (AssayContext *context, const AssayWordFlag *flag)
{
  g_autofree char *words = assay_word_flag_words (flag);
  const char *source = assay_record_get_text (flag->word, ASSAY_CLAIM_WORD_SOURCE);
  g_autofree char *subtitle
      = source != NULL ? g_strdup_printf ("%s\n%s", words, source) : g_strdup (words);
  GtkWidget *row = assay_claim_row_new (flag->verdict == ASSAY_WORD_NEEDS_PROOF || flag->later
                                            ? ASSAY_NEED_PARTLY
                                            : ASSAY_NEED_MISSING,
                                        flag->found, subtitle);

  assay_claim_row_open (row, context, ASSAY_TYPE_CLAIM_WORD, assay_record_get_id (flag->word));
  return row;
}

GtkWidget *
assay_claim_coverage_row_new (AssayContext *context, const AssayCoverageRow *covered)
{
  double missing = assay_coverage_row_missing (covered);
  g_autofree char *title
      = g_strdup_printf ("%s · %s", covered->order_number, covered->component_name);
  g_autofree char *needed = assay_coverage_mass_words (covered->needed);
  g_autofree char *certified = assay_coverage_mass_words (covered->certified);
  g_autofree char *lacking = assay_coverage_mass_words (missing);
  g_autofree char *subtitle
      = missing > 0
            ? g_strdup_printf (_ ("Needs %s, certified %s, missing %s"), needed, certified, lacking)
            : g_strdup_printf (_ ("Needs %s, certified %s"), needed, certified);
  GtkWidget *row = assay_claim_row_new (missing == 0             ? ASSAY_NEED_MET
                                        : covered->certified > 0 ? ASSAY_NEED_PARTLY
                                                                 : ASSAY_NEED_MISSING,
                                        title, subtitle);

  assay_claim_row_open (row, context, ASSAY_TYPE_ORDER, covered->order);
  return row;
}
