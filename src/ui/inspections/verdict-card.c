/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/verdict-card.h"

#include <glib/gi18n-lib.h>

#include "record/date.h"
#include "record/format.h"
#include "ui/init.h"
#include "ui/inspections/chain-view.h"
#include "ui/inspections/children.h"
#include "ui/inspections/decision.h"

struct _AssayVerdictCard
{
  GtkWidget parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *reason;
  GtkWidget *differs;
  GtkLabel *differs_words;
  GtkButton *follow;
  GtkLabel *decision;
  GtkLabel *shares;
  GtkWidget *ran_out;
  GtkLabel *ran_out_words;
  GtkLabel *note;
  GtkWidget *again;
  AssayChainView *chain;
};

G_DEFINE_FINAL_TYPE (AssayVerdictCard, assay_verdict_card, GTK_TYPE_WIDGET)

typedef enum
{
  SIGNAL_FOLLOW,
  SIGNAL_OPEN,
  N_SIGNALS,
} AssayVerdictCardSignal;

static guint signals[N_SIGNALS];

static const struct
{
  const char *result;
  const char *icon;
  const char *style;
  const char *words;
} verdicts[] = {
  { "pending", "content-loading-symbolic", "dimmed", N_ ("Pending") },
  { "pass", "object-select-symbolic", "success", N_ ("Pass") },
  { "fail", "dialog-error-symbolic", "error", N_ ("Fail") },
};

static guint
find_verdict (const char *result)
{
  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    if (g_strcmp0 (verdicts[i].result, result) == 0)
      return i;
  return 0;
}

static void
follow_cb (AssayVerdictCard *self)
{
  g_signal_emit (self, signals[SIGNAL_FOLLOW], 0);
}

/* "0 critical, 6 major (5 allowed), 2 minor (7 allowed) in 80 units" */
static char *
say_counts (AssayInspectionDraft *draft)
{
  const AssayInspectionPlan *plan = assay_inspection_draft_get_plan (draft);
  const AssayInspectionCounts *counts = assay_inspection_draft_get_counts (draft);
  const AssayField *field = &assay_record_type_get (ASSAY_TYPE_DEFECT)->fields[ASSAY_DEFECT_CLASS];
  GString *words = g_string_new (NULL);

  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    {
      g_autofree char *name
          = g_utf8_strdown (assay_field_choice_label (field, assay_class_to_string (i)), -1);

      if (counts->found[i] < 0 || (!plan->classes[i].inspected && counts->found[i] == 0))
        continue;
      if (words->len > 0)
        /* Translators: between the parts of an enumeration */
        g_string_append (words, _ (", "));
      if (plan->classes[i].inspected && plan->classes[i].ac > 0)
        /* Translators: "6 major (5 allowed)" */
        g_string_append_printf (words, _ ("%d %s (%d allowed)"), (int)counts->found[i], name,
                                (int)plan->classes[i].ac);
      else
        /* Translators: "2 critical" */
        g_string_append_printf (words, _ ("%d %s"), (int)counts->found[i], name);
    }
  return g_string_free_and_steal (words);
}

static char *
say_why (AssayInspectionDraft *draft)
{
  AssayRecord *record = assay_inspection_draft_get_record (draft);
  const AssayInspectionPlan *plan = assay_inspection_draft_get_plan (draft);
  gint64 inspected = assay_record_get_integer (record, ASSAY_INSPECTION_INSPECTED, 0);
  g_autofree char *counts = say_counts (draft);
  g_autofree char *n = NULL;
  g_autofree char *seen = assay_format_number (inspected);
  gint64 due
      = assay_inspection_plan_due (plan, inspected, assay_inspection_draft_get_counts (draft));
  g_autofree char *left = assay_format_number (due - inspected);
  AssayJudgement why;

  n = assay_format_number (due);
  assay_inspection_draft_judge (draft, &why);
  switch (why)
    {
    case ASSAY_JUDGED_NO_PLAN:
      return g_strdup (_ ("There is no plan yet: it needs the lot size and an AQL."));
    case ASSAY_JUDGED_NOT_COUNTED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s unit is to be inspected.",
                                           "%s units are to be inspected.", (gulong)due),
                              n);
    case ASSAY_JUDGED_SAMPLE_SHORT:
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%s of %s units inspected, %s to go: %s.",
                       "%s of %s units inspected, %s to go: %s.", (gulong)inspected),
          seen, n, left, counts);
    case ASSAY_JUDGED_SECOND_SAMPLE:
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE,
                       "%s in %s units decides nothing: draw the second sample of %s more unit.",
                       "%s in %s units decides nothing: draw the second sample of %s more units.",
                       (gulong)(due - inspected)),
          counts, seen, left);
    case ASSAY_JUDGED_ACCEPTED_SWITCH:
      return g_strdup_printf (
          _ ("%s in %s units. Accepted, but the next lot goes back to normal inspection."), counts,
          seen);
    case ASSAY_JUDGED_ACCEPTED:
    case ASSAY_JUDGED_REJECTED:
    default:
      if (inspected == 0)
        return g_strdup_printf (_ ("%s."), counts);
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%s in %s unit.", "%s in %s units.", (gulong)inspected),
          counts, seen);
    }
}

static void
show_differs (AssayVerdictCard *self, AssayInspectionDraft *draft)
{
  AssayInspectionResult judged = assay_inspection_draft_judge (draft, NULL);
  const char *result
      = _ (verdicts[find_verdict (assay_inspection_result_to_string (judged))].words);
  gboolean differs = !assay_inspection_draft_result_follows (draft)
                     && (assay_inspection_draft_get_plan (draft)->known
                         || assay_inspection_draft_get_checks_sum (draft)->n > 0);
  /* Translators: "Fail" or "Pass" */
  g_autofree char *words = g_strdup_printf (_ ("The inspector’s word. The counts say: %s"), result);
  g_autofree char *button = g_strdup_printf (_ ("Set to %s"), result);

  gtk_widget_set_visible (self->differs, differs);
  gtk_label_set_label (self->differs_words, words);
  gtk_button_set_label (self->follow, button);
}

/* What was accepted for a time is accepted no more. */
static void
show_deviation (AssayVerdictCard *self, AssayRecord *record, gint32 today)
{
  gint32 until = assay_record_get_date (record, ASSAY_INSPECTION_DEVIATION_UNTIL);
  g_autofree char *day = assay_date_format (until);
  g_autofree char *words = g_strdup_printf (_ ("The deviation ran out on %s"), day);

  gtk_label_set_label (self->ran_out_words, words);
  gtk_widget_set_visible (
      self->ran_out, until != ASSAY_DATE_UNKNOWN && until < today
                         && g_strcmp0 (assay_record_get_text (record, ASSAY_INSPECTION_DECISION),
                                       "accept_deviation")
                                == 0);
}

static void
add_words (GString *words, const char *part)
{
  if (words->len > 0)
    g_string_append (words, " · ");
  g_string_append (words, part);
}

static void
add_share (GString *words, AssayRecord *record, guint field)
{
  gint64 n = assay_record_get_integer (record, field, 0);
  g_autofree char *number = assay_format_number (n);
  g_autofree char *part = NULL;

  if (n == 0)
    return;
  if (field == ASSAY_INSPECTION_ACCEPTED_QUANTITY)
    /* Translators: pieces of a lot */
    part = g_strdup_printf (_ ("%s accepted"), number);
  else if (field == ASSAY_INSPECTION_REWORKED_QUANTITY)
    /* Translators: pieces of a lot */
    part = g_strdup_printf (_ ("%s to rework"), number);
  else
    /* Translators: pieces of a lot */
    part = g_strdup_printf (_ ("%s rejected"), number);
  add_words (words, part);
}

/* "250 accepted · 50 to rework · rework costs 120,00 USD" */
static void
add_shares (GString *words, AssayRecord *record)
{
  add_share (words, record, ASSAY_INSPECTION_ACCEPTED_QUANTITY);
  add_share (words, record, ASSAY_INSPECTION_REWORKED_QUANTITY);
  add_share (words, record, ASSAY_INSPECTION_REJECTED_QUANTITY);
  if (assay_record_is_known (record, ASSAY_INSPECTION_REWORK_COST))
    {
      g_autofree char *cost = assay_format_display (record, ASSAY_INSPECTION_REWORK_COST, 0);
      /* Translators: an amount of money */
      g_autofree char *part = g_strdup_printf (_ ("rework costs %s"), cost);

      add_words (words, part);
    }
}

static void
show_decision (AssayVerdictCard *self, AssayRecord *record)
{
  const AssayField *field = &assay_record_describe (record)->fields[ASSAY_INSPECTION_DECISION];
  const char *decision = assay_record_get_text (record, ASSAY_INSPECTION_DECISION);
  const char *note = assay_record_get_text (record, ASSAY_INSPECTION_DECISION_NOTE);
  const char *by = assay_record_get_text (record, ASSAY_INSPECTION_DECIDED_BY);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) shares = g_string_new (NULL);

  if (decision != NULL)
    {
      g_string_append_printf (words, _ ("Decision: %s"),
                              assay_field_choice_label (field, decision));
      if (assay_record_is_known (record, ASSAY_INSPECTION_DEVIATION_UNTIL)
          && g_str_equal (decision, "accept_deviation"))
        {
          g_autofree char *until = assay_date_format (
              assay_record_get_date (record, ASSAY_INSPECTION_DEVIATION_UNTIL));

          /* Translators: follows a decision: until a date */
          g_string_append_printf (words, _ (" until %s"), until);
        }
      if (by != NULL)
        g_string_append_printf (words, _ (" · %s"), by);
      if (assay_record_is_known (record, ASSAY_INSPECTION_DECIDED_ON))
        {
          g_autofree char *on
              = assay_date_format (assay_record_get_date (record, ASSAY_INSPECTION_DECIDED_ON));

          g_string_append_printf (words, _ (" · %s"), on);
        }
    }
  else if (g_strcmp0 (assay_record_get_text (record, ASSAY_INSPECTION_RESULT), "pending") != 0)
    g_string_append (words, _ ("Waits for a decision"));
  gtk_label_set_label (self->decision, words->str);
  gtk_widget_set_visible (GTK_WIDGET (self->decision), words->len > 0);
  add_shares (shares, record);
  gtk_label_set_label (self->shares, shares->str);
  gtk_widget_set_visible (GTK_WIDGET (self->shares), shares->len > 0 && decision != NULL);
  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL && decision != NULL);
}

static void
open_cb (AssayVerdictCard *self, gint64 id)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, id);
}

/* A lot that goes back is looked at again; until somebody plans that it is offered here. */
static void
show_again (AssayVerdictCard *self, AssayInspectionDraft *draft)
{
  AssayRecord *record = assay_inspection_draft_get_record (draft);

  gtk_widget_set_visible (self->again,
                          assay_decision_asks_again (record)
                              && assay_inspection_draft_get_reinspections (draft)->len == 0);
}

void
assay_verdict_card_show (AssayVerdictCard *self, AssayInspectionDraft *draft, gint32 today)
{
  AssayRecord *record = assay_inspection_draft_get_record (draft);
  guint verdict = find_verdict (assay_record_get_text (record, ASSAY_INSPECTION_RESULT));
  g_autofree char *why = say_why (draft);
  g_autofree char *checks = assay_inspection_draft_dup_checks_words (draft);

  if (checks != NULL)
    {
      /* Translators: what the counts say and what the checks say, two sentences */
      g_autofree char *both = g_strdup_printf (_ ("%s %s"), checks, why);

      g_set_str (&why, both);
    }
  gtk_image_set_from_icon_name (self->icon, verdicts[verdict].icon);
  gtk_image_set_pixel_size (self->icon, 48);
  for (gsize i = 0; i < G_N_ELEMENTS (verdicts); i++)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->icon), verdicts[i].style);
      gtk_widget_remove_css_class (GTK_WIDGET (self->title), verdicts[i].style);
    }
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), verdicts[verdict].style);
  if (verdict > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->title), verdicts[verdict].style);
  gtk_label_set_label (self->title, _ (verdicts[verdict].words));
  gtk_label_set_label (self->reason, why);
  show_differs (self, draft);
  show_decision (self, record);
  show_deviation (self, record, today);
  show_again (self, draft);
  assay_chain_view_show (self->chain, assay_inspection_draft_get_chain (draft), record);
}

char *
assay_verdict_card_dup_sentence (AssayVerdictCard *self)
{
  /* Translators: a result and its reason, to be spoken */
  return g_strdup_printf (_ ("%s. %s"), gtk_label_get_label (self->title),
                          gtk_label_get_label (self->reason));
}

static void
assay_verdict_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ASSAY_TYPE_VERDICT_CARD);
  assay_unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (assay_verdict_card_parent_class)->dispose (object);
}

static void
assay_verdict_card_class_init (AssayVerdictCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_verdict_card_dispose;

  signals[SIGNAL_FOLLOW] = g_signal_new ("follow", ASSAY_TYPE_VERDICT_CARD, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_OPEN] = g_signal_new ("open", ASSAY_TYPE_VERDICT_CARD, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (ASSAY_TYPE_CHAIN_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "inspections/verdict-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayVerdictCard, icon);
  gtk_widget_class_bind_template_child (widget_class, AssayVerdictCard, title);
  gtk_widget_class_bind_template_child (widget_class, AssayVerdictCard, reason);
  gtk_widget_class_bind_template_child (widget_class, AssayVerdictCard, differs);
  gtk_widget_class_bind_template_child (widget_class, AssayVerdictCard, differs_words);
  gtk_widget_class_bind_template_child (widget_class, AssayVerdictCard, follow);
  gtk_widget_class_bind_template_child (widget_class, AssayVerdictCard, decision);
  gtk_widget_class_bind_template_child (widget_class, AssayVerdictCard, shares);
  gtk_widget_class_bind_template_child (widget_class, AssayVerdictCard, ran_out);
  gtk_widget_class_bind_template_child (widget_class, AssayVerdictCard, ran_out_words);
  gtk_widget_class_bind_template_child (widget_class, AssayVerdictCard, note);
  gtk_widget_class_bind_template_child (widget_class, AssayVerdictCard, again);
  gtk_widget_class_bind_template_child (widget_class, AssayVerdictCard, chain);
  gtk_widget_class_bind_template_callback (widget_class, follow_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
assay_verdict_card_init (AssayVerdictCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
assay_verdict_card_new (void)
{
  return g_object_new (ASSAY_TYPE_VERDICT_CARD, NULL);
}
