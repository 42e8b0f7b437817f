/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/type-results-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/init.h"
#include "ui/inspections/form-line.h"

struct _AssayTypeResultsDialog
{
  AdwDialog parent_instance;

  GtkListBox *list;

  AssayInspectionDraft *draft;
  GPtrArray *rows;  /* of AssayFormRow */
  GPtrArray *lines; /* of AssayFormLine, borrowed */
};

G_DEFINE_FINAL_TYPE (AssayTypeResultsDialog, assay_type_results_dialog, ADW_TYPE_DIALOG)

static void
next_cb (AssayTypeResultsDialog *self, AssayFormLine *line)
{
  guint at;

  if (g_ptr_array_find (self->lines, line, &at) && at + 1 < self->lines->len)
    assay_form_line_focus (g_ptr_array_index (self->lines, at + 1));
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

gboolean
assay_type_results_dialog_apply (AssayTypeResultsDialog *self)
{
  AssayFormLine *wrong = NULL;

  for (guint i = 0; i < self->lines->len; i++)
    if (!assay_form_line_check (g_ptr_array_index (self->lines, i)) && wrong == NULL)
      wrong = g_ptr_array_index (self->lines, i);
  if (wrong != NULL)
    {
      assay_form_line_focus (wrong);
      return FALSE;
    }
  for (guint i = 0; i < self->lines->len; i++)
    assay_form_line_apply (g_ptr_array_index (self->lines, i), self->draft);
  return TRUE;
}

static void
apply_cb (AssayTypeResultsDialog *self)
{
  if (assay_type_results_dialog_apply (self))
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
cancel_cb (AssayTypeResultsDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
discarded_cb (AssayTypeResultsDialog *self, const char *response, AdwAlertDialog *alert)
{
  if (g_str_equal (response, "discard"))
    adw_dialog_force_close (ADW_DIALOG (self));
}

/* What was typed from paper is not thrown away by one wrong key. */
static void
assay_type_results_dialog_close_attempt (AdwDialog *dialog)
{
  AssayTypeResultsDialog *self = ASSAY_TYPE_RESULTS_DIALOG (dialog);
  gboolean touched = FALSE;
  AdwDialog *alert;

  for (guint i = 0; i < self->lines->len; i++)
    touched |= assay_form_line_is_touched (g_ptr_array_index (self->lines, i));
  if (!touched)
    {
      adw_dialog_force_close (dialog);
      return;
    }
  alert = adw_alert_dialog_new (_ ("Discard What You Typed?"),
                                _ ("The lines of the form are not in the inspection yet."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert), "cancel", _ ("_Keep Typing"), "discard",
                                  _ ("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (alert), "discard",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "cancel");
  g_signal_connect_object (alert, "response", G_CALLBACK (discarded_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (alert, GTK_WIDGET (self));
}

/* A heading over the lines of a group, where the form has a band. */
static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  g_autofree char *own = assay_form_row_dup_group (assay_form_line_get_row (ASSAY_FORM_LINE (row)));
  g_autofree char *last
      = before != NULL
            ? assay_form_row_dup_group (assay_form_line_get_row (ASSAY_FORM_LINE (before)))
            : NULL;
  GtkWidget *label;

  if (own == NULL || g_strcmp0 (own, last) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (own);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 3);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_box_row_set_header (row, label);
}

static void
assay_type_results_dialog_dispose (GObject *object)
{
  AssayTypeResultsDialog *self = ASSAY_TYPE_RESULTS_DIALOG (object);

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_TYPE_RESULTS_DIALOG);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (assay_type_results_dialog_parent_class)->dispose (object);
}

static void
assay_type_results_dialog_class_init (AssayTypeResultsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_type_results_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->close_attempt = assay_type_results_dialog_close_attempt;
  gtk_widget_class_set_template_from_resource (widget_class, ASSAY_UI_RESOURCES
                                               "inspections/type-results-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayTypeResultsDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
assay_type_results_dialog_init (AssayTypeResultsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->lines = g_ptr_array_new ();
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
}

AssayTypeResultsDialog *
assay_type_results_dialog_new (AssayInspectionDraft *draft, AssayBook *book)
{
  AssayTypeResultsDialog *self = g_object_new (ASSAY_TYPE_TYPE_RESULTS_DIALOG, NULL);

  self->draft = g_object_ref (draft);
  self->rows = assay_form_typing_rows (draft, book);
  for (guint i = 0; i < self->rows->len; i++)
    {
      AssayFormLine *line = assay_form_line_new (draft, g_ptr_array_index (self->rows, i));

      g_signal_connect_object (line, "next", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->lines, line);
      gtk_list_box_append (self->list, GTK_WIDGET (line));
    }
  return self;
}
