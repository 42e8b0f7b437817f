/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/risk-card.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "record/format.h"
#include "ui/chart/chart-frame.h"
#include "ui/init.h"
#include "ui/inspections/children.h"

struct _AssayRiskCard
{
  AdwPreferencesGroup parent_instance;

  AssayInspectionDraft *draft;
  AssayRiskChoices choices;
  AssayPlanWorth *worth; /* NULL when out of date */
  /* What it was computed from. */
  AssayInspectionPlan plan;
  AssayRecord *inputs;
  gboolean showing;
  gboolean drawn; /* the opened part shows what is worth */

  AdwExpanderRow *head;
  AdwSpinRow *asked;
  GtkLabel *unit;
  AdwSwitchRow *series;
  GtkGrid *figures;
  AdwToggleGroup *kinds;
  AdwToggle *sample;
  AssayChartFrame *chart;
  GtkLabel *limits;
};

G_DEFINE_FINAL_TYPE (AssayRiskCard, assay_risk_card, ADW_TYPE_PREFERENCES_GROUP)

static const char *const kind_names[] = { "passing", "sample", "outgoing" };

/* The quality to speak of. */
static double
asked_quality (AssayRiskCard *self, const AssayPlanCurve *curve)
{
  return isfinite (self->choices.asked) ? self->choices.asked : assay_plan_curve_telling (curve);
}

/* The figures of the classes, a row each */

static GtkWidget *
add_label (AssayRiskCard *self, int column, int row, const char *words, gboolean number)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), number ? 1 : 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, !number);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE_FILL);
  if (number)
    {
      gtk_label_set_max_width_chars (GTK_LABEL (label), 9);
      gtk_widget_add_css_class (label, "numeric");
    }
  gtk_grid_attach (self->figures, label, column, row, 1, 1);
  return label;
}

typedef char *(*SayFunc) (AssayRiskCard *self, const AssayPlanCurve *curve);

static char *
say_asked (AssayRiskCard *self, const AssayPlanCurve *curve)
{
  double p = asked_quality (self, assay_plan_worth_main (self->worth));
  double accepted = assay_risk_accepted (&curve->plan, assay_plan_curve_nearest (curve, p));

  return isfinite (accepted) ? assay_format_share (accepted, 1) : NULL;
}

static char *
say_producer (AssayRiskCard *self, const AssayPlanCurve *curve)
{
  return isfinite (curve->producer_risk) ? assay_format_share (curve->producer_risk, 1) : NULL;
}

static char *
say_often (AssayRiskCard *self, const AssayPlanCurve *curve)
{
  return assay_plan_curve_format_quality (curve, curve->qualities[ASSAY_QUALITY_PRODUCER]);
}

static char *
say_even (AssayRiskCard *self, const AssayPlanCurve *curve)
{
  return assay_plan_curve_format_quality (curve, curve->qualities[ASSAY_QUALITY_EVEN]);
}

static char *
say_consumer (AssayRiskCard *self, const AssayPlanCurve *curve)
{
  return assay_plan_curve_format_quality (curve, curve->qualities[ASSAY_QUALITY_CONSUMER]);
}

static char *
say_sample (AssayRiskCard *self, const AssayPlanCurve *curve)
{
  return isfinite (curve->sample_at_aql) ? assay_format_real (curve->sample_at_aql, 1) : NULL;
}

static char *
say_most_sample (AssayRiskCard *self, const AssayPlanCurve *curve)
{
  return assay_format_real (curve->most_sample, 1);
}

static char *
say_outgoing (AssayRiskCard *self, const AssayPlanCurve *curve)
{
  return assay_plan_curve_format_quality (curve, curve->outgoing_limit);
}

static const struct
{
  const char *words;
  const char *tooltip;
  SayFunc say;
  gboolean twice; /* only of double plans */
} rows[] = {
  { NULL, NULL, say_asked, FALSE },
  { N_ ("Refused at the AQL"), N_ ("Producer’s risk"), say_producer, FALSE },
  { N_ ("Passes 95 times in 100"), NULL, say_often, FALSE },
  { N_ ("Passes 50 times in 100"), NULL, say_even, FALSE },
  { N_ ("Passes 10 times in 100"), N_ ("Consumer’s quality (LTPD)"), say_consumer, FALSE },
  { N_ ("Units inspected on average, at the AQL"), N_ ("Average sample number (ASN)"), say_sample,
    TRUE },
  { N_ ("At most on average"), N_ ("Highest average sample number"), say_most_sample, TRUE },
  { N_ ("Most that goes out, if refused lots are sorted"),
    N_ ("Average outgoing quality limit (AOQL)"), say_outgoing, FALSE },
};

static void
show_row (AssayRiskCard *self, guint i, int at)
{
  const AssayPlanCurve *spoken = assay_plan_worth_main (self->worth);
  g_autofree char *quality = assay_plan_curve_format_quality (spoken, asked_quality (self, spoken));
  /* Translators: a quality, such as "5 %" */
  g_autofree char *words = rows[i].words != NULL ? g_strdup (_ (rows[i].words))
                                                 : g_strdup_printf (_ ("Passes with %s"), quality);
  GtkWidget *name = add_label (self, 0, at, words, FALSE);

  if (rows[i].tooltip != NULL)
    gtk_widget_set_tooltip_text (name, _ (rows[i].tooltip));
  for (guint k = 0; k < self->worth->curves->len; k++)
    {
      const AssayPlanCurve *curve = assay_plan_worth_get (self->worth, k);
      g_autofree char *value = rows[i].say (self, curve);
      GtkWidget *label = add_label (self, (int)k + 1, at, value != NULL ? value : "–", TRUE);
      /* Translators: a class of defects, the name of a figure */
      g_autofree char *what = g_strdup_printf (_ ("%s, %s"), curve->name, words);

      gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      what, -1);
    }
}

static void
show_figures (AssayRiskCard *self)
{
  gboolean twice = assay_plan_worth_is_double (self->worth);
  int at = 1;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->figures))) != NULL)
    gtk_grid_remove (self->figures, child);
  for (guint k = 0; k < self->worth->curves->len; k++)
    {
      GtkWidget *name
          = add_label (self, (int)k + 1, 0, assay_plan_worth_get (self->worth, k)->name, TRUE);

      gtk_widget_add_css_class (name, "caption-heading");
    }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (!rows[i].twice || twice)
      show_row (self, i, at++);
}

/* Showing */

static void
show_chart (AssayRiskCard *self)
{
  g_autoptr (AssayScene) scene = NULL;

  if (self->choices.kind == ASSAY_OC_CHART_SAMPLE && !assay_plan_worth_is_double (self->worth))
    self->choices.kind = ASSAY_OC_CHART_PASSING;
  adw_toggle_set_enabled (self->sample, assay_plan_worth_is_double (self->worth));
  adw_toggle_group_set_active_name (self->kinds, kind_names[self->choices.kind]);
  scene = assay_oc_chart_new (self->worth, self->choices.kind,
                              asked_quality (self, assay_plan_worth_main (self->worth)));
  assay_chart_frame_set_scene (self->chart, scene);
}

static void
show_asked (AssayRiskCard *self, const AssayPlanCurve *curve)
{
  double value = asked_quality (self, curve) * 100;
  gboolean defects = curve->plan.model == ASSAY_OC_POISSON;

  adw_spin_row_set_digits (self->asked, value >= 1 || value == 0 ? 1 : 3);
  adw_spin_row_set_range (self->asked, 0, defects ? 10000 : 100);
  adw_spin_row_set_value (self->asked, value);
  gtk_label_set_label (self->unit, defects ? _ ("defects per 100 units") : _ ("% defective"));
}

/* What is only seen when the card is open, and the answer that is always seen. */
static void
show (AssayRiskCard *self)
{
  const AssayPlanCurve *curve = assay_plan_worth_main (self->worth);
  g_autofree char *sentence = NULL, *view = NULL, *limits = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), curve != NULL);
  if (curve == NULL)
    return;
  self->showing = TRUE;
  sentence = assay_plan_curve_sentence (curve, asked_quality (self, curve));
  view = assay_plan_worth_say_view (self->worth);
  limits = assay_plan_worth_say_limits (self->worth);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->head), sentence);
  adw_expander_row_set_subtitle (self->head, curve->name);
  self->drawn = adw_expander_row_get_expanded (self->head);
  if (self->drawn)
    {
      show_asked (self, curve);
      adw_switch_row_set_active (self->series, curve->plan.model == ASSAY_OC_BINOMIAL);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->series), view);
      gtk_widget_set_visible (GTK_WIDGET (self->series),
                              curve->plan.model != ASSAY_OC_POISSON && self->worth->lot > 0);
      show_figures (self);
      show_chart (self);
      gtk_label_set_label (self->limits, limits);
    }
  self->showing = FALSE;
}

static gboolean
inputs_differ (AssayRiskCard *self)
{
  static const guint fields[] = { ASSAY_INSPECTION_LOT_SIZE, ASSAY_INSPECTION_AQL_CRITICAL,
                                  ASSAY_INSPECTION_AQL_MAJOR, ASSAY_INSPECTION_AQL_MINOR };
  AssayRecord *record = assay_inspection_draft_get_record (self->draft);

  if (self->inputs == NULL
      || !assay_inspection_plan_equal (&self->plan, assay_inspection_draft_get_plan (self->draft)))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (assay_record_get_integer (record, fields[i], -1)
        != assay_record_get_integer (self->inputs, fields[i], -1))
      return TRUE;
  return g_strcmp0 (assay_record_get_text (record, ASSAY_INSPECTION_BASIS),
                    assay_record_get_text (self->inputs, ASSAY_INSPECTION_BASIS))
         != 0;
}

/**
 * assay_risk_card_update:
 * @self: a card
 *
 * Looks at the draft again. Costs nothing while lot and plan are what they were.
 */
void
assay_risk_card_update (AssayRiskCard *self)
{
  AssayRecord *record = assay_inspection_draft_get_record (self->draft);

  if (self->worth != NULL && !inputs_differ (self))
    return;
  g_clear_object (&self->inputs);
  g_clear_pointer (&self->worth, assay_plan_worth_unref);
  self->inputs = assay_record_copy (record);
  self->plan = *assay_inspection_draft_get_plan (self->draft);
  self->worth = assay_plan_worth_of_inspection (record, &self->plan, self->choices.view);
  show (self);
}

static void
expanded_cb (AssayRiskCard *self)
{
  self->choices.expanded = adw_expander_row_get_expanded (self->head);
  if (self->worth != NULL && self->choices.expanded && !self->drawn)
    show (self);
}

static void
asked_cb (AssayRiskCard *self)
{
  if (self->showing || self->worth == NULL)
    return;
  self->choices.asked = adw_spin_row_get_value (self->asked) / 100;
  show (self);
}

static void
series_cb (AssayRiskCard *self)
{
  if (self->showing || self->worth == NULL)
    return;
  self->choices.view
      = adw_switch_row_get_active (self->series) ? ASSAY_WORTH_SERIES : ASSAY_WORTH_LONE;
  g_clear_pointer (&self->worth, assay_plan_worth_unref);
  assay_risk_card_update (self);
}

static void
kind_cb (AssayRiskCard *self)
{
  const char *name = adw_toggle_group_get_active_name (self->kinds);

  if (self->showing || self->worth == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_strcmp0 (name, kind_names[i]) == 0)
      self->choices.kind = (AssayOcChartKind)i;
  self->showing = TRUE;
  show_chart (self);
  self->showing = FALSE;
}

static void
assay_risk_card_dispose (GObject *object)
{
  AssayRiskCard *self = ASSAY_RISK_CARD (object);

  g_clear_pointer (&self->worth, assay_plan_worth_unref);
  g_clear_object (&self->inputs);
  g_clear_object (&self->draft);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_RISK_CARD);

  G_OBJECT_CLASS (assay_risk_card_parent_class)->dispose (object);
}

static void
assay_risk_card_class_init (AssayRiskCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_risk_card_dispose;
  g_type_ensure (ASSAY_TYPE_CHART_FRAME);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "inspections/risk-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayRiskCard, head);
  gtk_widget_class_bind_template_child (widget_class, AssayRiskCard, asked);
  gtk_widget_class_bind_template_child (widget_class, AssayRiskCard, unit);
  gtk_widget_class_bind_template_child (widget_class, AssayRiskCard, series);
  gtk_widget_class_bind_template_child (widget_class, AssayRiskCard, figures);
  gtk_widget_class_bind_template_child (widget_class, AssayRiskCard, kinds);
  gtk_widget_class_bind_template_child (widget_class, AssayRiskCard, sample);
  gtk_widget_class_bind_template_child (widget_class, AssayRiskCard, chart);
  gtk_widget_class_bind_template_child (widget_class, AssayRiskCard, limits);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
  gtk_widget_class_bind_template_callback (widget_class, asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, series_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
}

static void
assay_risk_card_init (AssayRiskCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AssayRiskCard *
assay_risk_card_new (AssayInspectionDraft *draft, const AssayRiskChoices *choices)
{
  AssayRiskCard *self = g_object_new (ASSAY_TYPE_RISK_CARD, NULL);

  self->draft = g_object_ref (draft);
  self->choices = *choices;
  adw_expander_row_set_expanded (self->head, choices->expanded);
  assay_risk_card_update (self);
  return self;
}

AssayRiskChoices
assay_risk_card_get_choices (AssayRiskCard *self)
{
  return self->choices;
}

const char *
assay_risk_card_get_sentence (AssayRiskCard *self)
{
  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->head));
}
