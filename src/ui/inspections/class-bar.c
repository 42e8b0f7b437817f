/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/class-bar.h"

#include <glib/gi18n-lib.h>

#include "record/choices.h"
#include "record/format.h"
#include "ui/init.h"
#include "ui/inspections/meter.h"

struct _AssayClassBar
{
  AdwPreferencesRow parent_instance;

  AssayClass defect_class;
  AssayJudgement judgement;
  gboolean showing;

  GtkLabel *name;
  GtkLabel *numbers;
  AssayMeter *meter;
  GtkImage *icon;
  GtkLabel *status;
  GtkSpinButton *found;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (AssayClassBar, assay_class_bar, ADW_TYPE_PREFERENCES_ROW)

typedef enum
{
  SIGNAL_COUNTED,
  N_SIGNALS,
} AssayClassBarSignal;

static guint signals[N_SIGNALS];

/* What the number found looks like. */
typedef enum
{
  LOOK_PLAIN,
  LOOK_GOOD,
  LOOK_CLOSE, /* the next one rejects */
  LOOK_SWITCH,
  LOOK_BAD,
} Look;

static const struct
{
  const char *icon;
  const char *style;
} looks[] = {
  [LOOK_PLAIN] = { NULL, "dimmed" },
  [LOOK_GOOD] = { "object-select-symbolic", "success" },
  [LOOK_CLOSE] = { "dialog-warning-symbolic", "warning" },
  [LOOK_SWITCH] = { "dialog-warning-symbolic", "warning" },
  [LOOK_BAD] = { "dialog-error-symbolic", "error" },
};

static void
found_changed_cb (AssayClassBar *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[SIGNAL_COUNTED], 0,
                   (gint64)gtk_spin_button_get_value_as_int (self->found));
}

static char *
say_allowed (gint64 ac)
{
  if (ac == 0)
    return g_strdup (_ ("None allowed"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%" G_GINT64_FORMAT " allowed",
                                       "%" G_GINT64_FORMAT " allowed", (gulong)ac),
                          ac);
}

static char *
say_found (const AssayClassPlan *plan, gint64 found, AssayJudgement judgement)
{
  if (judgement == ASSAY_JUDGED_REJECTED && plan->ac == 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%" G_GINT64_FORMAT " found, none allowed: the lot fails",
                     "%" G_GINT64_FORMAT " found, none allowed: the lot fails", (gulong)found),
        found);
  if (judgement == ASSAY_JUDGED_REJECTED)
    /* Translators: numbers found and allowed */
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "%" G_GINT64_FORMAT " found, %" G_GINT64_FORMAT " allowed: the lot fails",
                     "%" G_GINT64_FORMAT " found, %" G_GINT64_FORMAT " allowed: the lot fails",
                     (gulong)found),
        found, plan->ac);
  if (judgement == ASSAY_JUDGED_ACCEPTED_SWITCH)
    return g_strdup_printf (
        /* Translators: numbers found and allowed, under reduced inspection */
        g_dngettext (GETTEXT_PACKAGE,
                     "%" G_GINT64_FORMAT " of %" G_GINT64_FORMAT
                     " allowed: accepted, but back to normal inspection",
                     "%" G_GINT64_FORMAT " of %" G_GINT64_FORMAT
                     " allowed: accepted, but back to normal inspection",
                     (gulong)found),
        found, plan->ac);
  if (plan->ac == 0)
    return g_strdup (_ ("None found, none allowed"));
  /* Translators: numbers found and allowed: "3 of 5 allowed" */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%" G_GINT64_FORMAT " of %" G_GINT64_FORMAT " allowed",
                   "%" G_GINT64_FORMAT " of %" G_GINT64_FORMAT " allowed", (gulong)plan->ac),
      found, plan->ac);
}

static char *
describe (const AssayInspectionPlan *plan,
          AssayClass i,
          const AssayInspectionCounts *counts,
          Look *look)
{
  const AssayClassPlan *one = &plan->classes[i];
  AssayJudgement judgement = assay_inspection_judge_class (plan, i, counts);
  gint64 found = counts->found[i];

  *look = LOOK_PLAIN;
  if (!plan->known || !one->inspected)
    {
      /* Found without being looked for, or before there is a plan. */
      if (found > 0)
        {
          *look = LOOK_SWITCH;
          return g_strdup_printf (
              plan->known ? g_dngettext (GETTEXT_PACKAGE,
                                         "%" G_GINT64_FORMAT
                                         " found, but the plan does not inspect this class",
                                         "%" G_GINT64_FORMAT
                                         " found, but the plan does not inspect this class",
                                         (gulong)found)
                          : g_dngettext (GETTEXT_PACKAGE, "%" G_GINT64_FORMAT " found",
                                         "%" G_GINT64_FORMAT " found", (gulong)found),
              found);
        }
      return g_strdup (plan->known ? _ ("Not inspected") : _ ("No plan yet"));
    }
  if (found < 0)
    return say_allowed (one->ac);
  if (judgement == ASSAY_JUDGED_REJECTED)
    *look = LOOK_BAD;
  else if (judgement == ASSAY_JUDGED_ACCEPTED_SWITCH)
    *look = LOOK_SWITCH;
  else if (found == one->ac && found > 0)
    *look = LOOK_CLOSE;
  else
    *look = LOOK_GOOD;
  return say_found (one, found, judgement);
}

static void
show_look (AssayClassBar *self, Look look)
{
  GtkWidget *const widgets[]
      = { GTK_WIDGET (self->meter), GTK_WIDGET (self->icon), GTK_WIDGET (self->status) };

  for (gsize i = 0; i < G_N_ELEMENTS (widgets); i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (looks); j++)
        gtk_widget_remove_css_class (widgets[i], looks[j].style);
      /* The words stay in the colour of text unless something is to be noticed. */
      if (widgets[i] != GTK_WIDGET (self->status) || look != LOOK_GOOD)
        gtk_widget_add_css_class (widgets[i], looks[look].style);
    }
  gtk_image_set_from_icon_name (self->icon, looks[look].icon);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), looks[look].icon != NULL);
}

/**
 * assay_class_bar_show:
 * @counts: what was found in all classes
 * @typed: whether the number is typed here
 * @by_units: whether units are counted, not defects
 * @problem: (nullable): what is wrong with the number
 */
void
assay_class_bar_show (AssayClassBar *self,
                      const AssayInspectionPlan *plan,
                      const AssayInspectionCounts *counts,
                      gboolean typed,
                      gboolean by_units,
                      const char *problem)
{
  const AssayClassPlan *one = &plan->classes[self->defect_class];
  g_autofree char *status = NULL, *numbers = NULL, *n = assay_format_number (one->n);
  gint64 found = counts->found[self->defect_class];
  Look look;

  self->showing = TRUE;
  self->judgement = assay_inspection_judge_class (plan, self->defect_class, counts);
  status = describe (plan, self->defect_class, counts, &look);
  gtk_label_set_label (self->status, status);
  show_look (self, look);
  if (plan->known && one->inspected)
    /* Translators: sample size, acceptance and rejection number of a sampling plan */
    numbers = g_strdup_printf (_ ("n %s · Ac %d · Re %d"), n, (int)one->ac, (int)one->re);
  gtk_label_set_label (self->numbers, numbers != NULL ? numbers : "");
  gtk_widget_set_visible (GTK_WIDGET (self->meter), plan->known && one->inspected);
  assay_meter_set (self->meter, found, one->re, status);

  gtk_spin_button_set_value (self->found, (double)MAX (found, 0));
  gtk_widget_set_visible (GTK_WIDGET (self->found), typed && plan->known && one->inspected);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->found),
                               by_units ? _ ("Defective Units Found") : _ ("Defects Found"));
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  if (problem != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->found), "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->found), GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->found), "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self->found), GTK_ACCESSIBLE_STATE_INVALID);
    }
  self->showing = FALSE;
}

const char *
assay_class_bar_get_status (AssayClassBar *self)
{
  return gtk_label_get_label (self->status);
}

AssayJudgement
assay_class_bar_get_judgement (AssayClassBar *self)
{
  return self->judgement;
}

static void
assay_class_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ASSAY_TYPE_CLASS_BAR);

  G_OBJECT_CLASS (assay_class_bar_parent_class)->dispose (object);
}

static void
assay_class_bar_class_init (AssayClassBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_class_bar_dispose;

  signals[SIGNAL_COUNTED] = g_signal_new ("counted", ASSAY_TYPE_CLASS_BAR, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (ASSAY_TYPE_METER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "inspections/class-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayClassBar, name);
  gtk_widget_class_bind_template_child (widget_class, AssayClassBar, numbers);
  gtk_widget_class_bind_template_child (widget_class, AssayClassBar, meter);
  gtk_widget_class_bind_template_child (widget_class, AssayClassBar, icon);
  gtk_widget_class_bind_template_child (widget_class, AssayClassBar, status);
  gtk_widget_class_bind_template_child (widget_class, AssayClassBar, found);
  gtk_widget_class_bind_template_child (widget_class, AssayClassBar, problem);
  gtk_widget_class_bind_template_callback (widget_class, found_changed_cb);
}

static void
assay_class_bar_init (AssayClassBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AssayClassBar *
assay_class_bar_new (AssayClass defect_class)
{
  AssayClassBar *self = g_object_new (ASSAY_TYPE_CLASS_BAR, NULL);
  const AssayField *field = &assay_record_type_get (ASSAY_TYPE_DEFECT)->fields[ASSAY_DEFECT_CLASS];
  const char *name = assay_field_choice_label (field, assay_class_to_string (defect_class));

  self->defect_class = defect_class;
  gtk_label_set_label (self->name, name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->meter), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->found), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  return self;
}
