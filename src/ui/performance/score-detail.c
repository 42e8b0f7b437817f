/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/performance/score-detail.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "insight/score-explanation.h"
#include "ui/record/explanation-dialog.h"
#include "ui/record/score-list.h"
#include "ui/record/section.h"

struct _AssayScoreDetail
{
  GtkWidget parent_instance;

  AssayContext *context;
  GtkBox *head;
  GtkListBox *list;
  AssayScoreQuestion question; /* its criterion is that of a row */
};

G_DEFINE_FINAL_TYPE (AssayScoreDetail, assay_score_detail, GTK_TYPE_WIDGET)

static void
explain (AssayScoreDetail *self, int criterion)
{
  AssayScoreQuestion *question = g_memdup2 (&self->question, sizeof self->question);

  question->criterion = criterion;
  assay_explain (GTK_WIDGET (self), self->context, assay_score_explain_ask, question, g_free);
}

static void
activated_cb (AssayScoreDetail *self, GtkListBoxRow *row)
{
  explain (self, gtk_list_box_row_get_index (row));
}

static void
total_cb (AssayScoreDetail *self)
{
  explain (self, ASSAY_SCORE_TOTAL);
}

static void
supplier_cb (AssayScoreDetail *self)
{
  assay_context_show_record (self->context, ASSAY_TYPE_SUPPLIER, self->question.supplier);
}

/* "18.8 % measured · 95.0 % claimed · n = 85" */
static char *
measured_words (const AssayCriterion *criterion,
                const AssayCriterionScore *scored,
                const AssayMeasured *measured)
{
  g_autofree char *value = NULL, *first = NULL, *claim = NULL, *cautious = NULL;

  if (measured->lack != ASSAY_LACK_NOTHING)
    /* Translators: why, a half-sentence. */
    return g_strdup_printf (_ ("Not measured: %s"), assay_lack_words (measured->lack));
  value = assay_scored_format (criterion->scored, measured->value);
  if (assay_scored_unit (criterion->scored) == ASSAY_SCORED_UNIT_POINTS)
    /* Translators: “72 points”. */
    return g_strdup_printf (_ ("%s assessed"), value);
  /* Translators: a value, how many rows stand behind it. */
  first = g_strdup_printf (_ ("%s measured, n = %d"), value, (int)measured->n);
  if (criterion->cautious && !isnan (measured->cautious))
    {
      g_autofree char *end = assay_scored_format (criterion->scored, measured->cautious);
      char *both;

      /* Translators: the end of an interval that a cautious score takes. */
      cautious = g_strdup_printf (_ ("at worst %s"), end);
      both = g_strdup_printf ("%s, %s", first, cautious);
      g_free (first);
      first = both;
    }
  if (isnan (measured->claim) || criterion->scored == ASSAY_SCORED_LEAD_TO_CLAIM)
    return g_steal_pointer (&first);
  claim = assay_scored_format (criterion->scored, measured->claim);
  /* Translators: what was measured; what the supplier claims. */
  return g_strdup_printf (_ ("%s · %s claimed"), first, claim);
}

static GtkWidget *
make_row (const AssayCriterion *criterion,
          const AssayCriterionScore *scored,
          const AssayMeasured *measured)
{
  g_autofree char *words = measured_words (criterion, scored, measured);
  g_autofree char *points = assay_score_points_words (scored->points);
  /* Translators: how much a criterion counts. */
  g_autofree char *weight = g_strdup_printf (_ ("weight %g"), criterion->weight);
  g_autofree char *spoken = NULL;
  GtkWidget *row = g_object_new (
      ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", assay_scored_title (criterion->scored),
      "subtitle", words, "activatable", TRUE, "tooltip-text", _ ("How Is This Computed?"), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *value = g_object_new (GTK_TYPE_LABEL, "label", points, "xalign", 1.0, NULL);
  GtkWidget *counts = g_object_new (GTK_TYPE_LABEL, "label", weight, "xalign", 1.0, NULL);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (value, "heading");
  gtk_widget_add_css_class (value, "numeric");
  gtk_widget_add_css_class (counts, "caption");
  gtk_widget_add_css_class (counts, "dimmed");
  if (isnan (scored->points))
    gtk_widget_add_css_class (value, "dimmed");
  gtk_box_append (GTK_BOX (box), value);
  gtk_box_append (GTK_BOX (box), counts);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), box);
  /* Translators: a criterion, its points, its weight. */
  spoken = g_strdup_printf (_ ("%s: %s points, %s"), assay_scored_title (criterion->scored), points,
                            weight);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  g_object_set_data (G_OBJECT (row), "area", GUINT_TO_POINTER ((guint)criterion->area + 1));
  return row;
}

static void
header_func (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  guint area = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "area"));
  GtkWidget *label;

  if (before != NULL && GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (before), "area")) == area)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = g_object_new (GTK_TYPE_LABEL, "label", assay_area_title ((AssayArea)(area - 1)), "xalign",
                        0.0, "margin-start", 12, "margin-top", 12, "margin-bottom", 6,
                        "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_box_row_set_header (row, label);
}

/* The grade in words, with a button to the supplier and one that explains. */
static void
show_head (AssayScoreDetail *self, const AssayScorecard *card, const AssayScore *score)
{
  g_autofree char *points = assay_score_points_words (score->sum.points);
  g_autofree char *why = assay_score_why (card, score);
  /* Translators: a supplier, points. */
  g_autofree char *title = g_strdup_printf (_ ("%s: %s points"), score->supplier->name, points);
  GtkWidget *labels = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name
      = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "wrap", TRUE, NULL);
  GtkWidget *info = assay_icon_button_new ("help-about-symbolic", _ ("How Is This Computed?"));
  GtkWidget *open = assay_icon_button_new ("assay-supplier-symbolic", _ ("Open the Supplier"));

  assay_box_clear (self->head);
  gtk_widget_add_css_class (name, "heading");
  gtk_box_append (GTK_BOX (labels), name);
  if (why != NULL)
    {
      GtkWidget *reason
          = g_object_new (GTK_TYPE_LABEL, "label", why, "xalign", 0.0, "wrap", TRUE, NULL);

      gtk_box_append (GTK_BOX (labels), reason);
    }
  gtk_widget_set_hexpand (labels, TRUE);
  gtk_widget_set_valign (labels, GTK_ALIGN_CENTER);
  gtk_box_append (self->head, assay_grade_badge_new (score->grade));
  gtk_box_append (self->head, labels);
  g_signal_connect_object (open, "clicked", G_CALLBACK (supplier_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (info, "clicked", G_CALLBACK (total_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->head, open);
  gtk_box_append (self->head, info);
}

void
assay_score_detail_set (AssayScoreDetail *self,
                        const AssayScorecard *card,
                        const AssayMeasuresQuestion *question,
                        const AssayScore *score)
{
  g_return_if_fail (ASSAY_IS_SCORE_DETAIL (self));

  gtk_list_box_remove_all (self->list);
  assay_box_clear (self->head);
  if (score == NULL)
    return;
  self->question = (AssayScoreQuestion){ .card = card->id,
                                         .supplier = score->supplier->id,
                                         .measures = *question };
  show_head (self, card, score);
  for (guint i = 0; i < card->criteria->len; i++)
    {
      const AssayCriterion *criterion = &g_array_index (card->criteria, AssayCriterion, i);

      gtk_list_box_append (self->list, make_row (criterion, &score->criteria[i],
                                                 &score->supplier->measured[criterion->scored]));
    }
}

static void
assay_score_detail_dispose (GObject *object)
{
  AssayScoreDetail *self = ASSAY_SCORE_DETAIL (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (assay_score_detail_parent_class)->dispose (object);
}

static void
assay_score_detail_class_init (AssayScoreDetailClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_score_detail_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
assay_score_detail_init (AssayScoreDetail *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->head = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  gtk_widget_set_parent (GTK_WIDGET (self->head), GTK_WIDGET (self));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_header_func (self->list, header_func, NULL, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Criteria"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

AssayScoreDetail *
assay_score_detail_new (AssayContext *context)
{
  AssayScoreDetail *self = g_object_new (ASSAY_TYPE_SCORE_DETAIL, NULL);

  self->context = g_object_ref (context);
  return self;
}
