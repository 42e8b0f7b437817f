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
  gboolean shown; /* once: what it says from now on is news */

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

/* Of a double plan while the first sample is all there is, or where that decided. */
static char *
say_first (const AssayClassPlan *plan, gint64 found, AssayJudgement judgement)
{
  if (judgement == ASSAY_JUDGED_REJECTED)
    return g_strdup_printf (
        /* Translators: numbers found and rejecting, of double sampling */
        g_dngettext (
            GETTEXT_PACKAGE,
            "First sample: %" G_GINT64_FORMAT " found, %" G_GINT64_FORMAT " reject: the lot fails",
            "First sample: %" G_GINT64_FORMAT " found, %" G_GINT64_FORMAT " reject: the lot fails",
            (gulong)found),
        found, plan->first_re);
  if (judgement == ASSAY_JUDGED_SECOND_SAMPLE)
    return g_strdup_printf (
        /* Translators: numbers found, accepting and rejecting, size of the second sample */
        g_dngettext (GETTEXT_PACKAGE,
                     "First sample: %" G_GINT64_FORMAT " found, %" G_GINT64_FORMAT
                     " accept and %" G_GINT64_FORMAT " reject: draw the second sample of %d",
                     "First sample: %" G_GINT64_FORMAT " found, %" G_GINT64_FORMAT
                     " accept and %" G_GINT64_FORMAT " reject: draw the second sample of %d",
                     (gulong)found),
        found, plan->first_ac, plan->first_re, (int)plan->second_n);
  /* Translators: numbers found and allowed, and how many more would reject the lot */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "First sample: %" G_GINT64_FORMAT " of %" G_GINT64_FORMAT
                                       " allowed; %" G_GINT64_FORMAT " more would reject the lot",
                                       "First sample: %" G_GINT64_FORMAT " of %" G_GINT64_FORMAT
                                       " allowed; %" G_GINT64_FORMAT " more would reject the lot",
                                       (gulong)(plan->first_re - found)),
                          found, plan->first_ac, plan->first_re - found);
}

/* The sample that decides: the first one until the second is begun, and where it rejected. */
static gboolean
is_first (const AssayClassPlan *plan, const AssayInspectionCounts *counts, AssayClass i)
{
  return assay_class_plan_is_double (plan)
         && (!counts->second || counts->first[i] >= plan->first_re);
}

static gint64
found_in (const AssayClassPlan *plan, const AssayInspectionCounts *counts, AssayClass i)
{
  if (!is_first (plan, counts, i))
    return counts->found[i];
  return counts->second ? counts->first[i] : MAX (counts->first[i], counts->found[i]);
}

static char *
describe (const AssayInspectionPlan *plan,
          AssayClass i,
          const AssayInspectionCounts *counts,
          Look *look)
{
  const AssayClassPlan *one = &plan->classes[i];
  AssayJudgement judgement = assay_inspection_judge_class (plan, i, counts);
  gint64 found = found_in (one, counts, i);
  g_autofree char *words = NULL;

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
    return say_allowed (is_first (one, counts, i) ? one->first_ac : one->ac);
  if (judgement == ASSAY_JUDGED_REJECTED)
    *look = LOOK_BAD;
  else if (judgement == ASSAY_JUDGED_ACCEPTED_SWITCH || judgement == ASSAY_JUDGED_SECOND_SAMPLE)
    *look = LOOK_SWITCH;
  else if (found == (is_first (one, counts, i) ? one->first_ac : one->ac) && found > 0)
    *look = LOOK_CLOSE;
  else
    *look = LOOK_GOOD;
  if (is_first (one, counts, i))
    return say_first (one, found, judgement);
  words = say_found (one, found, judgement);
  if (!assay_class_plan_is_double (one))
    return g_steal_pointer (&words);
  /* Translators: before "5 of 6 allowed" */
  return g_strdup_printf (_ ("Both samples: %s"), words);
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

static char *
say_numbers (const AssayClassPlan *one)
{
  g_autofree char *n = assay_format_number (one->n), *second = assay_format_number (one->second_n);

  if (assay_class_plan_is_double (one))
    /* Translators: sizes of both samples, acceptance and rejection numbers of the first and of both
     * together */
    return g_strdup_printf (_ ("n %s + %s · Ac %d, %d · Re %d, %d"), n, second, (int)one->first_ac,
                            (int)one->ac, (int)one->first_re, (int)one->re);
  /* Translators: sample size, acceptance and rejection number of a sampling plan */
  return g_strdup_printf (_ ("n %s · Ac %d · Re %d"), n, (int)one->ac, (int)one->re);
}

static void
show_problem (AssayClassBar *self, const char *problem)
{
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
}

/* Setting a tooltip looks for the widget under the pointer, which costs where there are many. */
static void
show_tooltip (AssayClassBar *self, const char *words)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self->found)), words) != 0)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self->found), words);
}

/* Whoever records the defects has the focus elsewhere when a class turns. */
static void
announce_turn (AssayClassBar *self, AssayJudgement judgement, const char *status)
{
  g_autofree char *words = NULL;

  if (self->shown && judgement != self->judgement && judgement != ASSAY_JUDGED_NO_PLAN
      && judgement != ASSAY_JUDGED_NOT_COUNTED)
    {
      /* Translators: a class of defects and what is said of it */
      words = g_strdup_printf (_ ("%s: %s"), gtk_label_get_label (self->name), status);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), words,
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  self->shown = TRUE;
  self->judgement = judgement;
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
  gint64 found = found_in (one, counts, self->defect_class);
  gboolean known = plan->known && one->inspected;
  g_autofree char *status = NULL, *numbers = known ? say_numbers (one) : NULL;
  Look look;

  self->showing = TRUE;
  status = describe (plan, self->defect_class, counts, &look);
  announce_turn (self, assay_inspection_judge_class (plan, self->defect_class, counts), status);
  gtk_label_set_label (self->status, status);
  show_look (self, look);
  gtk_label_set_label (self->numbers, numbers != NULL ? numbers : "");
  gtk_widget_set_visible (GTK_WIDGET (self->meter), known);
  assay_meter_set (self->meter, found,
                   is_first (one, counts, self->defect_class) ? one->first_re : one->re, status);

  gtk_spin_button_set_value (self->found, (double)MAX (counts->found[self->defect_class], 0));
  gtk_widget_set_visible (GTK_WIDGET (self->found), typed && known);
  show_tooltip (self, by_units ? _ ("Defective Units Found") : _ ("Defects Found"));
  show_problem (self, problem);
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
