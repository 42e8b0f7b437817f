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

static char *
say_plan (AssayInspectionDraft *draft)
{
  const AssayInspectionPlan *plan = assay_inspection_draft_get_plan (draft);
  const char *problem = assay_inspection_draft_get_plan_problem (draft);
  AssayRecord *record = assay_inspection_draft_get_record (draft);
  gint64 lot = assay_record_get_integer (record, ASSAY_INSPECTION_LOT_SIZE, 0);
  g_autofree char *n = assay_format_number (plan->n), *of = assay_format_number (lot);

  if (problem != NULL)
    return g_strdup (problem);
  if (!plan->known)
    return g_strdup (lot > 0 ? _ ("Choose a level, a severity and an AQL.")
                             : _ ("Enter the lot size to see how many units to inspect."));
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

static char *
say_tables (AssayInspectionDraft *draft)
{
  const char *severity = assay_record_get_text (assay_inspection_draft_get_record (draft),
                                                ASSAY_INSPECTION_SEVERITY);

  /* Only what is true of the plan that is shown. */
  if (g_strcmp0 (severity, "reduced") == 0)
    return g_strdup (
        _ ("Single sampling after MIL-STD-105E / ANSI Z1.4, reduced: between Ac and Re "
           "the lot is accepted and the next one goes back to normal inspection."));
  return g_strdup (_ ("Single sampling after MIL-STD-105E / ANSI Z1.4; equals ISO 2859-1:1999 for "
                      "normal and tightened single sampling."));
}

static char *
say_numbers (const AssayInspectionPlan *plan)
{
  GString *words = g_string_new (NULL);

  g_string_append_printf (words, _ ("n %d"), (int)plan->n);
  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    if (plan->classes[i].inspected)
      /* Translators: acceptance and rejection number, after others */
      g_string_append_printf (words, _ (", %d/%d"), (int)plan->classes[i].ac,
                              (int)plan->classes[i].re);
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
