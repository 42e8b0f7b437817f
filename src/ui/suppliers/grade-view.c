/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/suppliers/grade-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "insight/score-explanation.h"
#include "insight/supplier-grade.h"
#include "ui/record/explanation-dialog.h"
#include "ui/record/score-list.h"
#include "ui/record/section.h"

struct _AssayGradeView
{
  GtkWidget parent_instance;

  AssayContext *context;
  GCancellable *asking;
  GtkListBox *list;
  AssayScoreQuestion question;
};

G_DEFINE_FINAL_TYPE (AssayGradeView, assay_grade_view, GTK_TYPE_WIDGET)

static void
activated_cb (AssayGradeView *self)
{
  assay_explain (GTK_WIDGET (self), self->context, assay_score_explain_ask,
                 g_memdup2 (&self->question, sizeof self->question), g_free);
}

static void
card_cb (AssayGradeView *self)
{
  assay_context_show_record (self->context, ASSAY_TYPE_SCORECARD, self->question.card);
}

static void
show_grade (AssayGradeView *self, const AssaySupplierGrade *grade)
{
  g_autofree char *subtitle = grade->why != NULL
                                  ? g_strdup_printf ("%s\n%s", grade->areas, grade->why)
                                  : g_strdup (grade->areas);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", grade->headline,
                                 "subtitle", subtitle, "activatable", TRUE, "tooltip-text",
                                 _ ("How Is This Computed?"), NULL);
  GtkWidget *card = assay_icon_button_new ("assay-scorecard-symbolic", _ ("Open the Scorecard"));
  /* Translators: a grade, points and rank, a scorecard. */
  g_autofree char *spoken
      = g_strdup_printf (_ ("Grade %s: %s, by “%s”"), assay_grade_words (grade->grade),
                         grade->headline, grade->card_name);

  self->question.card = grade->card;
  self->question.criterion = ASSAY_SCORE_TOTAL;
  self->question.measures = grade->question;
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), assay_grade_badge_new (grade->grade));
  gtk_widget_set_visible (card, grade->card != 0);
  g_signal_connect_object (card, "clicked", G_CALLBACK (card_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), card);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  gtk_list_box_append (self->list, row);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayGradeView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AssaySupplierGrade) grade
      = assay_book_ask_finish (ASSAY_BOOK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->context == NULL)
    return;
  if (error != NULL)
    assay_context_failed (self->context, _ ("The Grade Was Not Computed"), error);
  gtk_list_box_remove_all (self->list);
  gtk_widget_set_visible (GTK_WIDGET (self), grade != NULL);
  if (grade != NULL)
    show_grade (self, grade);
}

void
assay_grade_view_show (AssayGradeView *self, gint64 supplier)
{
  AssayBook *book;
  AssaySupplierGradeQuestion *question;

  g_return_if_fail (ASSAY_IS_GRADE_VIEW (self));

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->question.supplier = supplier;
  book = assay_context_get_book (self->context);
  if (book == NULL)
    return;
  self->asking = g_cancellable_new ();
  question = g_new0 (AssaySupplierGradeQuestion, 1);
  question->supplier = supplier;
  question->today = assay_context_get_today (self->context);
  assay_book_ask_async (book, assay_supplier_grade_ask, question, g_free,
                        (GDestroyNotify)assay_supplier_grade_free, self->asking, read_cb,
                        g_object_ref (self));
}

static void
assay_grade_view_dispose (GObject *object)
{
  AssayGradeView *self = ASSAY_GRADE_VIEW (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (assay_grade_view_parent_class)->dispose (object);
}

static void
assay_grade_view_class_init (AssayGradeViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_grade_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
assay_grade_view_init (AssayGradeView *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Grade"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

AssayGradeView *
assay_grade_view_new (AssayContext *context)
{
  AssayGradeView *self = g_object_new (ASSAY_TYPE_GRADE_VIEW, NULL);

  self->context = g_object_ref (context);
  return self;
}
