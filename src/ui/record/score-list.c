/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/record/score-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "record/format.h"
#include "ui/record/section.h"

/* A page that scrolls has no other scroller in it; those beyond are a button away. */
#define MOST_ROWS 12

struct _AssayScoreList
{
  GtkWidget parent_instance;

  GtkListBox *list;
  GtkButton *all;
  GArray *ids; /* gint64, of the rows */
  gint64 picked;
  gboolean shows_all;
};

enum
{
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AssayScoreList, assay_score_list, GTK_TYPE_WIDGET)

static const char *const grade_classes[]
    = { "grade-a", "grade-b", "grade-c", "grade-d", "grade-none" };

GtkWidget *
assay_grade_badge_new (AssayGrade grade)
{
  const char *letter = grade != ASSAY_GRADE_NONE ? assay_grade_words (grade) : "–";
  GtkWidget *badge
      = g_object_new (GTK_TYPE_LABEL, "label", letter, "valign", GTK_ALIGN_CENTER, "width-chars", 2,
                      "tooltip-text", assay_grade_words (grade), NULL);

  gtk_widget_add_css_class (badge, "assay-grade");
  gtk_widget_add_css_class (badge, grade_classes[grade]);
  return badge;
}

/* "82 % of the weight measured"; what is amiss goes before it. */
static char *
subtitle_of (const AssayScorecard *card, const AssayScore *score)
{
  g_autofree char *why = assay_score_why (card, score);
  g_autofree char *share = NULL;
  g_autofree char *covered = NULL;

  if (why != NULL && score->grade == ASSAY_GRADE_NONE)
    return g_steal_pointer (&why);
  share = assay_format_share (isnan (score->sum.coverage) ? 0.0 : score->sum.coverage, 0);
  /* Translators: a share in per cent with its sign. */
  covered = g_strdup_printf (_ ("%s of the weight measured"), share);
  return why != NULL ? g_strdup_printf ("%s · %s", why, covered) : g_steal_pointer (&covered);
}

static GtkWidget *
make_row (const AssayScorecard *card, const AssayScore *score)
{
  g_autofree char *subtitle = subtitle_of (card, score);
  g_autofree char *points = assay_score_points_words (score->sum.points);
  g_autofree char *rank = score->rank > 0 ? g_strdup_printf ("%u", score->rank) : g_strdup ("–");
  g_autofree char *words = NULL;
  GtkWidget *row
      = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", score->supplier->name,
                      "subtitle", subtitle, "activatable", TRUE, NULL);
  GtkWidget *place
      = g_object_new (GTK_TYPE_LABEL, "label", rank, "width-chars", 3, "xalign", 1.0, NULL);
  GtkWidget *value = g_object_new (GTK_TYPE_LABEL, "label", points, "width-chars", 5, "xalign", 1.0,
                                   "tooltip-text", _ ("Points"), NULL);

  gtk_widget_add_css_class (place, "dimmed");
  gtk_widget_add_css_class (place, "numeric");
  gtk_widget_add_css_class (value, "numeric");
  gtk_widget_add_css_class (value, "heading");
  if (score->grade == ASSAY_GRADE_NONE)
    gtk_widget_add_css_class (value, "dimmed");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), assay_grade_badge_new (score->grade));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), place);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), value);
  /* Translators: rank, supplier, grade, points. */
  words = g_strdup_printf (_ ("%s. %s: %s, %s points"), rank, score->supplier->name,
                           assay_grade_words (score->grade), points);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  return row;
}

static void
bring_out (AssayScoreList *self)
{
  for (guint i = 0; i < self->ids->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int)i);
      gboolean picked = g_array_index (self->ids, gint64, i) == self->picked;

      if (picked)
        gtk_widget_add_css_class (GTK_WIDGET (row), "assay-picked");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (row), "assay-picked");
      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, picked, -1);
      gtk_widget_set_visible (GTK_WIDGET (row), picked || self->shows_all || i < MOST_ROWS);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->all), self->ids->len > MOST_ROWS);
  gtk_button_set_label (self->all, self->shows_all ? _ ("Show Fewer") : _ ("Show All"));
}

static void
activated_cb (AssayScoreList *self, GtkListBoxRow *row)
{
  guint index = (guint)gtk_list_box_row_get_index (row);

  if (index < self->ids->len)
    g_signal_emit (self, signals[PICKED], 0, g_array_index (self->ids, gint64, index));
}

static void
all_cb (AssayScoreList *self)
{
  self->shows_all = !self->shows_all;
  bring_out (self);
}

static gint64
focused_id (AssayScoreList *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  guint index;

  if (row == NULL || !GTK_IS_LIST_BOX_ROW (row))
    return 0;
  index = (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  return index < self->ids->len ? g_array_index (self->ids, gint64, index) : 0;
}

void
assay_score_list_set (AssayScoreList *self, const AssayScorecard *card, GPtrArray *scores)
{
  gint64 focused;
  GtkWidget *focus = NULL;

  g_return_if_fail (ASSAY_IS_SCORE_LIST (self));

  focused = focused_id (self);
  assay_list_box_clear (self->list);
  g_array_set_size (self->ids, 0);
  for (guint i = 0; i < scores->len; i++)
    {
      const AssayScore *score = g_ptr_array_index (scores, i);
      GtkWidget *row = make_row (card, score);

      gtk_list_box_append (self->list, row);
      g_array_append_val (self->ids, score->supplier->id);
      if (focused != 0 && score->supplier->id == focused)
        focus = row;
    }
  bring_out (self);
  if (focus != NULL)
    gtk_widget_grab_focus (focus);
}

void
assay_score_list_pick (AssayScoreList *self, gint64 supplier)
{
  g_return_if_fail (ASSAY_IS_SCORE_LIST (self));

  self->picked = supplier;
  bring_out (self);
}

static void
assay_score_list_dispose (GObject *object)
{
  AssayScoreList *self = ASSAY_SCORE_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (assay_score_list_parent_class)->dispose (object);
}

static void
assay_score_list_finalize (GObject *object)
{
  g_array_unref (ASSAY_SCORE_LIST (object)->ids);

  G_OBJECT_CLASS (assay_score_list_parent_class)->finalize (object);
}

static void
assay_score_list_class_init (AssayScoreListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_score_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = assay_score_list_finalize;

  /**
   * AssayScoreList::picked:
   * @supplier: whose row it is
   *
   * A row was activated.
   */
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
assay_score_list_init (AssayScoreList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *empty = g_object_new (GTK_TYPE_LABEL, "label",
                                   _ ("No supplier has orders, inspections or assessments yet"),
                                   "wrap", TRUE, "xalign", 0.0, "margin-top", 12, "margin-bottom",
                                   12, "margin-start", 12, "margin-end", 12, NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_add_css_class (empty, "dimmed");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->list, empty);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  self->all = g_object_new (GTK_TYPE_BUTTON, "halign", GTK_ALIGN_CENTER, "visible", FALSE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->all), "flat");
  g_signal_connect_object (self->all, "clicked", G_CALLBACK (all_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->all), GTK_WIDGET (self));
}

AssayScoreList *
assay_score_list_new (const char *label)
{
  AssayScoreList *self = g_object_new (ASSAY_TYPE_SCORE_LIST, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return self;
}
