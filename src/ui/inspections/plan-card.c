/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/plan-card.h"

#include <glib/gi18n-lib.h>

#include "record/format.h"
#include "ui/init.h"
#include "ui/inspections/children.h"

struct _AssayPlanCard
{
  GtkWidget parent_instance;

  AssayInspectionDraft *draft;
  AssayInspectionForm *form;
  AdwPreferencesGroup *group; /* the form's */
  AssayClassBar *bars[ASSAY_N_CLASSES];

  GtkWidget *moved;
  GtkLabel *moved_words;
  GtkLabel *counting;
  GtkLabel *tables;
};

G_DEFINE_FINAL_TYPE (AssayPlanCard, assay_plan_card, GTK_TYPE_WIDGET)

static const guint found_fields[ASSAY_N_CLASSES]
    = { ASSAY_INSPECTION_DEFECTIVE_CRITICAL, ASSAY_INSPECTION_DEFECTIVE_MAJOR,
        ASSAY_INSPECTION_DEFECTIVE_MINOR };

/* "Inspect 80 of 1,000 units · code letter J" */
static char *
say_single (const AssayInspectionPlan *plan, gint64 lot)
{
  g_autofree char *n = assay_format_number (plan->n), *of = assay_format_number (lot);

  if (plan->inspect_all)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Inspect the only unit (100 %%)",
                                         "Inspect all %s units (100 %%)", (gulong)lot),
                            of);
  if (plan->code_letter == 0 || lot == 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Inspect %s unit", "Inspect %s units", (gulong)plan->n), n);
  /* Translators: sample size, lot size, code letter of the tables */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Inspect %s of %s unit · code letter %c",
                                       "Inspect %s of %s units · code letter %c", (gulong)lot),
                          n, of, plan->code_letter);
}

/* What the first sample asks for, or the second once the first left a doubt. */
static char *
say_double (AssayInspectionDraft *draft, const AssayInspectionPlan *plan, gint64 lot)
{
  AssayRecord *record = assay_inspection_draft_get_record (draft);
  gint64 inspected = assay_record_get_integer (record, ASSAY_INSPECTION_INSPECTED, -1);
  gint64 due
      = assay_inspection_plan_due (plan, inspected, assay_inspection_draft_get_counts (draft));
  gint64 second = plan->n_both - plan->n;
  g_autofree char *n = assay_format_number (plan->n), *of = assay_format_number (lot);
  g_autofree char *more = assay_format_number (second);
  g_autofree char *left = assay_format_number (due - inspected);
  AssayJudgement why;

  assay_inspection_draft_judge (draft, &why);
  if (why == ASSAY_JUDGED_SECOND_SAMPLE)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "The first sample decides nothing: draw the second sample of %s more unit",
                     "The first sample decides nothing: draw the second sample of %s more units",
                     (gulong)(due - inspected)),
        left);
  if (plan->n_both >= lot && lot > 0)
    /* Translators: sample size, lot size, units of the second sample, code letter */
    return g_strdup_printf (_ ("Inspect %s of %s units first; the other %s if these decide nothing "
                               "(then 100 %%) · code letter %c"),
                            n, of, more, plan->code_letter);
  /* Translators: sample size, lot size, units of the second sample, code letter */
  return g_strdup_printf (
      _ ("Inspect %s of %s units first, %s more if these decide nothing · code letter %c"), n, of,
      more, plan->code_letter != 0 ? plan->code_letter : '?');
}

static char *
say_plan (AssayInspectionDraft *draft)
{
  const AssayInspectionPlan *plan = assay_inspection_draft_get_plan (draft);
  const char *problem = assay_inspection_draft_get_plan_problem (draft);
  AssayRecord *record = assay_inspection_draft_get_record (draft);
  gint64 lot = assay_record_get_integer (record, ASSAY_INSPECTION_LOT_SIZE, 0);

  if (problem != NULL)
    return g_strdup (problem);
  if (!plan->known)
    return g_strdup (lot > 0 ? _ ("Choose a level, a severity and an AQL.")
                             : _ ("Enter the lot size to see how many units to inspect."));
  return plan->is_double ? say_double (draft, plan, lot) : say_single (plan, lot);
}

/* Whether a class that reads a table is on the severity; where none is allowed there is no table.
 */
static gboolean
has_severity (AssayInspectionDraft *draft, AssaySeverity wanted)
{
  const AssayInspectionPlan *plan = assay_inspection_draft_get_plan (draft);
  AssaySeverity severity;

  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    if (plan->classes[i].inspected
        && assay_record_get_integer (assay_inspection_draft_get_record (draft),
                                     assay_class_fields (i)->aql, 0)
               > 0
        && assay_inspection_class_severity (assay_inspection_draft_get_record (draft), i, &severity)
        && severity == wanted)
      return TRUE;
  return FALSE;
}

/* The set of tables, and only what is true of the plan that is shown: ISO 2859-1:1999 has other
 * reduced plans and some other double ones. */
static char *
say_tables (AssayInspectionDraft *draft)
{
  AssayRecord *record = assay_inspection_draft_get_record (draft);
  const AssayInspectionPlan *plan = assay_inspection_draft_get_plan (draft);
  gboolean asked
      = g_strcmp0 (assay_record_get_text (record, ASSAY_INSPECTION_SAMPLING), "double") == 0;
  gboolean reduced = has_severity (draft, ASSAY_SEVERITY_REDUCED);
  GString *words = g_string_new (NULL);

  if (plan->is_double)
    g_string_append (words, _ ("Double sampling after MIL-STD-105E / ANSI Z1.4. ISO 2859-1 has "
                               "other double plans."));
  else if (reduced)
    g_string_append (words, _ ("Single sampling after MIL-STD-105E / ANSI Z1.4, reduced. ISO "
                               "2859-1 has other reduced plans."));
  else
    g_string_append (words, _ ("Single sampling after MIL-STD-105E / ANSI Z1.4; equals ISO "
                               "2859-1:1999 for normal and tightened single sampling."));
  if (asked && plan->known && !plan->is_double)
    g_string_append_printf (words, " %s",
                            _ ("Double sampling was asked for, but the tables or the size of the "
                               "lot lead to one sample."));
  if (reduced)
    g_string_append_printf (words, " %s",
                            _ ("Between Ac and Re the lot is accepted and the next one goes back "
                               "to normal inspection."));
  if (reduced && assay_record_get_flag (record, ASSAY_INSPECTION_LARGEST_SAMPLE)
      && (has_severity (draft, ASSAY_SEVERITY_NORMAL)
          || has_severity (draft, ASSAY_SEVERITY_TIGHTENED)))
    g_string_append_printf (words, " %s",
                            _ ("A class on reduced beside one that is not is judged by its normal "
                               "plan, as the larger sample is drawn anyway."));
  return g_string_free_and_steal (words);
}

static char *
say_numbers (const AssayInspectionPlan *plan)
{
  GString *words = g_string_new (NULL);

  g_string_append_printf (words, _ ("n %d"), (int)plan->n);
  if (plan->is_double)
    g_string_append_printf (words, " + %d", (int)(plan->n_both - plan->n));
  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    {
      const AssayClassPlan *one = &plan->classes[i];

      if (!one->inspected)
        continue;
      if (assay_class_plan_is_double (one))
        /* Translators: acceptance and rejection number of the first sample and of both */
        g_string_append_printf (words, _ (", %d/%d and %d/%d"), (int)one->first_ac,
                                (int)one->first_re, (int)one->ac, (int)one->re);
      else
        /* Translators: acceptance and rejection number, after others */
        g_string_append_printf (words, _ (", %d/%d"), (int)one->ac, (int)one->re);
    }
  return g_string_free_and_steal (words);
}

static void
show_moved (AssayPlanCard *self)
{
  gboolean moved = assay_inspection_draft_plan_moved (self->draft);

  gtk_widget_set_visible (self->moved, moved);
  if (moved)
    {
      AssayInspectionPlan before;
      g_autofree char *old = NULL, *new = NULL, *words = NULL;

      assay_inspection_plan_read (assay_inspection_draft_get_original (self->draft), &before);
      old = say_numbers (&before);
      new = say_numbers (assay_inspection_draft_get_plan (self->draft));
      words
          = g_strdup_printf (_ ("This inspection has results, and its plan changes from %s to %s. "
                                "The results are judged anew."),
                             old, new);
      gtk_label_set_label (self->moved_words, words);
    }
}

void
assay_plan_card_update (AssayPlanCard *self)
{
  AssayRecord *record = assay_inspection_draft_get_record (self->draft);
  const AssayInspectionPlan *plan = assay_inspection_draft_get_plan (self->draft);
  const AssayInspectionCounts *counts = assay_inspection_draft_get_counts (self->draft);
  gboolean typed = assay_inspection_draft_counts_are_typed (self->draft);
  gboolean by_units
      = g_strcmp0 (assay_record_get_text (record, ASSAY_INSPECTION_BASIS), "defects") != 0;
  g_autofree char *words = say_plan (self->draft), *tables = say_tables (self->draft);

  adw_preferences_group_set_description (self->group, words);
  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    assay_class_bar_show (self->bars[i], plan, counts, typed, by_units,
                          assay_inspection_form_get_problem (self->form, found_fields[i]));
  gtk_label_set_label (self->counting,
                       by_units ? _ ("Percent nonconforming: defective units are counted; a unit "
                                     "with several defects counts once, in its most serious class.")
                                : _ ("Defects per hundred units: every defect is counted, also "
                                     "several in one unit."));
  gtk_label_set_label (self->tables, tables);
  show_moved (self);
}

static void
counted_cb (AssayPlanCard *self, gint64 found, AssayClassBar *bar)
{
  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    if (self->bars[i] == bar)
      assay_inspection_draft_set_count (self->draft, i, found);
}

static void
assay_plan_card_dispose (GObject *object)
{
  AssayPlanCard *self = ASSAY_PLAN_CARD (object);

  if (self->group != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->group));
  g_clear_object (&self->group);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_PLAN_CARD);
  assay_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->draft);
  g_clear_object (&self->form);

  G_OBJECT_CLASS (assay_plan_card_parent_class)->dispose (object);
}

static void
assay_plan_card_class_init (AssayPlanCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_plan_card_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "inspections/plan-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayPlanCard, moved);
  gtk_widget_class_bind_template_child (widget_class, AssayPlanCard, moved_words);
  gtk_widget_class_bind_template_child (widget_class, AssayPlanCard, counting);
  gtk_widget_class_bind_template_child (widget_class, AssayPlanCard, tables);
}

static void
assay_plan_card_init (AssayPlanCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AssayPlanCard *
assay_plan_card_new (AssayInspectionDraft *draft, AssayInspectionForm *form)
{
  AssayPlanCard *self = g_object_new (ASSAY_TYPE_PLAN_CARD, NULL);

  self->draft = g_object_ref (draft);
  self->form = g_object_ref (form);
  self->group = g_object_ref (assay_inspection_form_get_group (form, ASSAY_INSPECTION_GROUP_FOUND));
  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    {
      self->bars[i] = assay_class_bar_new (i);
      g_signal_connect_object (self->bars[i], "counted", G_CALLBACK (counted_cb), self,
                               G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->group, GTK_WIDGET (self->bars[i]));
    }
  gtk_widget_insert_after (GTK_WIDGET (self->group), GTK_WIDGET (self), NULL);
  assay_plan_card_update (self);
  return self;
}

AssayClassBar *
assay_plan_card_get_bar (AssayPlanCard *self, AssayClass defect_class)
{
  return self->bars[defect_class];
}

const char *
assay_plan_card_get_words (AssayPlanCard *self)
{
  return adw_preferences_group_get_description (self->group);
}
