/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/record/explanation-dialog.h"

#include <glib/gi18n-lib.h>

#include "record/catalogue.h"
#include "record/format.h"
#include "ui/init.h"

struct _AssayExplanationDialog
{
  AdwDialog parent_instance;

  AssayContext *context;
  AssayExplanation *explanation;
  GCancellable *cancellable; /* of the question */

  GtkStack *stack;
  GtkLabel *title;
  GtkLabel *value;
  GtkLabel *facts;
  GtkWidget *definition_part;
  GtkLabel *definition;
  GtkWidget *formula_part;
  GtkLabel *formula;
  AdwPreferencesGroup *excluded;
  GtkWidget *bottom;
  GtkWidget *rows;
};

G_DEFINE_FINAL_TYPE (AssayExplanationDialog, assay_explanation_dialog, ADW_TYPE_DIALOG)

/* The window behind shows them; nobody wants to close the dialog first. */
static void
open_rows (AssayExplanationDialog *self, const GArray *ids, const char *title)
{
  g_autoptr (AssayContext) context = g_object_ref (self->context);
  g_autoptr (AssayQuery) query = assay_query_new (self->explanation->type);
  g_autofree char *words = g_strdup (title);

  assay_query_set_ids (query, (const gint64 *)(const void *)ids->data, ids->len);
  adw_dialog_force_close (ADW_DIALOG (self));
  assay_context_show_rows (context, query, words);
}

static void
show_rows (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AssayExplanationDialog *self = ASSAY_EXPLANATION_DIALOG (widget);

  if (self->explanation != NULL && self->explanation->ids->len > 0)
    open_rows (self, self->explanation->ids, self->explanation->title);
}

static void
copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AssayExplanationDialog *self = ASSAY_EXPLANATION_DIALOG (widget);
  g_autofree char *words = NULL;

  if (self->explanation == NULL)
    return;
  words = assay_explanation_words (self->explanation);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), words);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _ ("Copied"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
excluded_cb (AssayExplanationDialog *self, AdwActionRow *row)
{
  const AssayExclusion *exclusion = g_object_get_data (G_OBJECT (row), "exclusion");
  /* Translators: a figure, and why these rows are not in it: "On time · Sao Mai – cancelled" */
  g_autofree char *title
      = g_strdup_printf (_ ("%s – %s"), self->explanation->title, exclusion->reason);

  open_rows (self, exclusion->ids, title);
}

static void
add_excluded (AssayExplanationDialog *self, AssayExclusion *exclusion)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *count = assay_format_number (exclusion->ids->len);
  GtkWidget *number = gtk_label_new (count);

  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (number, "dimmed");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), exclusion->reason);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), number);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "exclusion", exclusion);
  g_signal_connect_object (row, "activated", G_CALLBACK (excluded_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->excluded, row);
}

static void
set_part (GtkWidget *part, GtkLabel *label, const char *words)
{
  gtk_label_set_label (label, words != NULL ? words : "");
  gtk_widget_set_visible (part, words != NULL && *words != '\0');
}

static void
focus_cb (gpointer data)
{
  g_autoptr (AssayExplanationDialog) self = data;

  if (self->rows != NULL && gtk_widget_get_mapped (self->rows))
    gtk_widget_grab_focus (self->rows);
}

/* A narrow window moves the dialog into a sheet, and the focus gets lost on the way. */
static void
rows_seen_cb (AssayExplanationDialog *self)
{
  g_idle_add_once (focus_cb, g_object_ref (self));
}

static void
assay_explanation_dialog_dispose (GObject *object)
{
  AssayExplanationDialog *self = ASSAY_EXPLANATION_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_EXPLANATION_DIALOG);

  G_OBJECT_CLASS (assay_explanation_dialog_parent_class)->dispose (object);
}

static void
assay_explanation_dialog_finalize (GObject *object)
{
  g_clear_pointer (&ASSAY_EXPLANATION_DIALOG (object)->explanation, assay_explanation_free);

  G_OBJECT_CLASS (assay_explanation_dialog_parent_class)->finalize (object);
}

static void
assay_explanation_dialog_class_init (AssayExplanationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = assay_explanation_dialog_dispose;
  object_class->finalize = assay_explanation_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "record/explanation-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayExplanationDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, AssayExplanationDialog, title);
  gtk_widget_class_bind_template_child (widget_class, AssayExplanationDialog, value);
  gtk_widget_class_bind_template_child (widget_class, AssayExplanationDialog, facts);
  gtk_widget_class_bind_template_child (widget_class, AssayExplanationDialog, definition_part);
  gtk_widget_class_bind_template_child (widget_class, AssayExplanationDialog, definition);
  gtk_widget_class_bind_template_child (widget_class, AssayExplanationDialog, formula_part);
  gtk_widget_class_bind_template_child (widget_class, AssayExplanationDialog, formula);
  gtk_widget_class_bind_template_child (widget_class, AssayExplanationDialog, excluded);
  gtk_widget_class_bind_template_child (widget_class, AssayExplanationDialog, bottom);
  gtk_widget_class_bind_template_child (widget_class, AssayExplanationDialog, rows);
  gtk_widget_class_install_action (widget_class, "explanation.show-rows", NULL, show_rows);
  gtk_widget_class_install_action (widget_class, "explanation.copy", NULL, copy);
}

static void
assay_explanation_dialog_init (AssayExplanationDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->rows);
  adw_dialog_set_focus (ADW_DIALOG (self), self->rows);
  g_signal_connect_swapped (self->rows, "map", G_CALLBACK (rows_seen_cb), self);
  gtk_widget_set_visible (self->bottom, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "explanation.copy", FALSE);
}

AdwDialog *
assay_explanation_dialog_new (AssayContext *context, AssayExplanation *explanation)
{
  AssayExplanationDialog *self = g_object_new (ASSAY_TYPE_EXPLANATION_DIALOG, NULL);

  self->context = g_object_ref (context);
  if (explanation != NULL)
    assay_explanation_dialog_show (self, explanation);
  return ADW_DIALOG (self);
}

/**
 * assay_explanation_dialog_show:
 * @self: a dialog that shows nothing yet
 * @explanation: (transfer full): what it is to show
 */
void
assay_explanation_dialog_show (AssayExplanationDialog *self, AssayExplanation *explanation)
{
  g_autofree char *count = assay_explanation_count (explanation);
  g_autofree char *facts = explanation->period != NULL
                               ? g_strdup_printf ("%s · %s", explanation->period, count)
                               : g_strdup (count);

  g_return_if_fail (ASSAY_IS_EXPLANATION_DIALOG (self));
  g_return_if_fail (self->explanation == NULL);

  self->explanation = explanation;
  gtk_label_set_label (self->title, explanation->title);
  gtk_label_set_label (self->value,
                       explanation->value != NULL ? explanation->value : _ ("Unknown"));
  gtk_widget_set_visible (GTK_WIDGET (self->value),
                          explanation->value == NULL || *explanation->value != '\0');
  if (explanation->value == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->value), "dimmed");
  gtk_label_set_label (self->facts, facts);
  set_part (self->definition_part, self->definition, explanation->definition);
  set_part (self->formula_part, self->formula, explanation->formula);
  for (guint i = 0; i < explanation->excluded->len; i++)
    add_excluded (self, g_ptr_array_index (explanation->excluded, i));
  gtk_widget_set_visible (GTK_WIDGET (self->excluded), explanation->excluded->len > 0);
  gtk_widget_set_visible (self->bottom, explanation->ids->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "explanation.copy", TRUE);
  gtk_stack_set_visible_child_name (self->stack, "explanation");
}

const AssayExplanation *
assay_explanation_dialog_get (AssayExplanationDialog *self)
{
  g_return_val_if_fail (ASSAY_IS_EXPLANATION_DIALOG (self), NULL);

  return self->explanation;
}

typedef struct
{
  AssayExplainFunc explain;
  gpointer question;
  GDestroyNotify free_question;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  if (asked->free_question != NULL)
    asked->free_question (asked->question);
  g_free (asked);
}

static gboolean
explain_on_thread (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Asked *asked = data;

  *result = asked->explain (db, asked->question, error);
  return *result != NULL;
}

static void
explained_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AssayExplanationDialog) self = user_data;
  g_autoptr (AssayContext) context = self->context != NULL ? g_object_ref (self->context) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayExplanation) explanation
      = assay_book_ask_finish (ASSAY_BOOK (source), result, &error);

  if (context == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (explanation != NULL)
    {
      assay_explanation_dialog_show (self, g_steal_pointer (&explanation));
      return;
    }
  adw_dialog_force_close (ADW_DIALOG (self));
  assay_context_failed (context, _ ("Cannot explain the figure"), error);
}

static void
closed_cb (AssayExplanationDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

/**
 * assay_explain:
 * @parent: what it was asked from
 * @context: the context of the window
 * @explain: answers on the book's thread
 * @question: (transfer full): what @explain is asked
 * @free_question: (nullable): frees @question
 */
void
assay_explain (GtkWidget *parent,
               AssayContext *context,
               AssayExplainFunc explain,
               gpointer question,
               GDestroyNotify free_question)
{
  AssayExplanationDialog *self;
  Asked *asked;

  g_return_if_fail (assay_context_get_book (context) != NULL);

  self = ASSAY_EXPLANATION_DIALOG (assay_explanation_dialog_new (context, NULL));
  asked = g_new0 (Asked, 1);
  asked->explain = explain;
  asked->question = question;
  asked->free_question = free_question;
  self->cancellable = g_cancellable_new ();
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
  adw_dialog_present (ADW_DIALOG (self), parent);
  assay_book_ask_async (assay_context_get_book (context), explain_on_thread, asked, asked_free,
                        (GDestroyNotify)assay_explanation_free, self->cancellable, explained_cb,
                        g_object_ref (self));
}
