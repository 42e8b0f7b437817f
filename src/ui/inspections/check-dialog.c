/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/check-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/init.h"

struct _AssayCheckDialog
{
  AdwDialog parent_instance;

  AssayForm *form;

  AdwWindowTitle *title;
  GtkButton *done;
  AdwClamp *clamp;
};

G_DEFINE_FINAL_TYPE (AssayCheckDialog, assay_check_dialog, ADW_TYPE_DIALOG)

typedef enum
{
  SIGNAL_DONE,
  N_SIGNALS,
} AssayCheckDialogSignal;

static guint signals[N_SIGNALS];

static void
done_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayCheckDialog *self = ASSAY_CHECK_DIALOG (widget);
  g_autoptr (AssayRecord) record = NULL;

  if (assay_form_get_reason (self->form) != NULL)
    {
      assay_form_show_problems (self->form);
      return;
    }
  record = assay_record_copy (assay_form_get_record (self->form));
  assay_record_set_unknown (record, ASSAY_CHECKPOINT_INSPECTION);
  g_signal_emit (self, signals[SIGNAL_DONE], 0, record);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
changed_cb (AssayCheckDialog *self)
{
  const char *reason = assay_form_get_reason (self->form);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->done), reason);
}

static void
assay_check_dialog_dispose (GObject *object)
{
  AssayCheckDialog *self = ASSAY_CHECK_DIALOG (object);

  if (self->clamp != NULL)
    adw_clamp_set_child (self->clamp, NULL);
  self->form = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_CHECK_DIALOG);

  G_OBJECT_CLASS (assay_check_dialog_parent_class)->dispose (object);
}

static void
assay_check_dialog_class_init (AssayCheckDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_check_dialog_dispose;

  signals[SIGNAL_DONE] = g_signal_new ("done", ASSAY_TYPE_CHECK_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, ASSAY_TYPE_RECORD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "inspections/check-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayCheckDialog, title);
  gtk_widget_class_bind_template_child (widget_class, AssayCheckDialog, done);
  gtk_widget_class_bind_template_child (widget_class, AssayCheckDialog, clamp);
  gtk_widget_class_install_action (widget_class, "dialog.done", NULL, done_action);
  gtk_widget_class_install_action (widget_class, "dialog.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "dialog.done", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "dialog.done", NULL);
}

static void
assay_check_dialog_init (AssayCheckDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
assay_check_dialog_new (AssayContext *context, AssayRecord *record, gboolean is_new)
{
  AssayCheckDialog *self = g_object_new (ASSAY_TYPE_CHECK_DIALOG, NULL);
  g_autoptr (AssayRecord) copy = assay_record_copy (record);
  const char *title = is_new ? _ ("New Check") : _ ("Edit Check");

  /* The inspection that owns it is known when it is saved. */
  if (!assay_record_is_known (copy, ASSAY_CHECKPOINT_INSPECTION))
    assay_record_set_reference (copy, ASSAY_CHECKPOINT_INSPECTION, 1);
  self->form = assay_form_new (context, copy);
  adw_clamp_set_child (self->clamp, GTK_WIDGET (self->form));
  adw_window_title_set_title (self->title, title);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  gtk_button_set_label (self->done, is_new ? _ ("_Add") : _ ("_Apply"));
  g_signal_connect_object (self->form, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return ADW_DIALOG (self);
}

AssayForm *
assay_check_dialog_get_form (AssayCheckDialog *self)
{
  return self->form;
}
