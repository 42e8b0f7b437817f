/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/form/form-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/form/approval-question.h"
#include "ui/form/grade-warning.h"
#include "ui/form/promise-question.h"
#include "ui/init.h"

/* With fewer groups the eye finds them without a bar. */
#define JUMP_FROM 4

struct _AssayFormDialog
{
  AdwDialog parent_instance;

  AssayContext *context;
  AssayForm *form;
  gboolean is_new;
  gboolean saving;
  gboolean jumping;

  AdwWindowTitle *title;
  AdwBanner *banner;
  AdwToolbarView *view;
  AssayGradeWarning *grade; /* of a new order; nullable */
  AdwToggleGroup *jumps;
  GtkWidget *jump_bar;
  GtkScrolledWindow *scroller;
  AdwClamp *clamp;
  GtkStack *save_stack;
  GtkButton *reason;
  GtkLabel *remark;
  GtkRevealer *reason_bar;
};

G_DEFINE_FINAL_TYPE (AssayFormDialog, assay_form_dialog, ADW_TYPE_DIALOG)

typedef enum
{
  SIGNAL_SAVED,
  N_SIGNALS,
} AssayFormDialogSignal;

static guint signals[N_SIGNALS];

static void
update (AssayFormDialog *self)
{
  const char *reason = assay_form_get_reason (self->form);
  const char *remark = assay_form_get_remark (self->form);
  gboolean dirty = assay_form_is_dirty (self->form);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.save", reason == NULL && !self->saving);
  gtk_button_set_label (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
  gtk_label_set_label (self->remark, remark != NULL ? remark : "");
  gtk_widget_set_visible (GTK_WIDGET (self->remark), remark != NULL);
  gtk_revealer_set_reveal_child (self->reason_bar, reason != NULL || remark != NULL);
  gtk_stack_set_visible_child_name (self->save_stack, self->saving ? "saving" : "save");
  adw_dialog_set_can_close (ADW_DIALOG (self), !dirty && !self->saving);
  if (self->grade != NULL)
    assay_grade_warning_set_supplier (
        self->grade,
        assay_record_get_reference (assay_form_get_record (self->form), ASSAY_ORDER_SUPPLIER));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AssayFormDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = assay_book_done_finish (ASSAY_BOOK (source), result, &error);

  self->saving = FALSE;
  if (self->context == NULL)
    return;
  if (!done)
    {
      g_autofree char *why = assay_store_error_describe (error, NULL);
      /* Translators: what went wrong when a form was saved */
      g_autofree char *words = g_strdup_printf (_ ("Not saved: %s"), why);

      adw_banner_set_title (self->banner, words);
      adw_banner_set_revealed (self->banner, TRUE);
      update (self);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, assay_form_get_record (self->form), self->is_new);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
write_record (AssayFormDialog *self)
{
  AssayBook *book = assay_context_get_book (self->context);

  if (book == NULL || self->saving)
    return;
  self->saving = TRUE;
  adw_banner_set_revealed (self->banner, FALSE);
  update (self);
  assay_book_save_async (book, assay_form_get_record (self->form), NULL, saved_cb,
                         g_object_ref (self));
}

/* The promise that was kept stays as it is; the date that it moved to is a promise of its own. */
static void
moved_cb (AssayFormDialog *self, const char *response)
{
  AssayRecord *record = assay_form_get_record (self->form);
  AssayRecord *original = assay_form_get_original (self->form);

  if (self->context == NULL)
    return;
  if (g_str_equal (response, "correct"))
    {
      assay_promise_correct (record, original);
      write_record (self);
    }
  else if (g_str_equal (response, "moved"))
    {
      g_autoptr (AssayContext) context = g_object_ref (self->context);
      g_autoptr (AssayRecord) next
          = assay_promise_new_moved (record, original, assay_context_get_today (context));

      adw_dialog_force_close (ADW_DIALOG (self));
      assay_context_edit_record (context, next);
    }
}

static void
approved_cb (gboolean approve, const char *reason, gpointer data)
{
  AssayFormDialog *self = data;

  self->saving = FALSE;
  if (self->context == NULL)
    return;
  if (!approve)
    {
      update (self);
      return;
    }
  if (reason != NULL)
    assay_record_set_text (assay_form_get_record (self->form), ASSAY_SUPPLIER_APPROVAL_REASON,
                           reason);
  write_record (self);
}

/* Whoever approves a supplier says why, where needed items of due diligence are open; a reason that
 * was just typed is one. */
static gboolean
ask_approval (AssayFormDialog *self, AssayRecord *original)
{
  AssayRecord *record = assay_form_get_record (self->form);

  if (!assay_diligence_approves (record, self->is_new ? NULL : original)
      || (assay_record_is_known (record, ASSAY_SUPPLIER_APPROVAL_REASON)
          && (self->is_new
              || g_strcmp0 (assay_record_get_text (record, ASSAY_SUPPLIER_APPROVAL_REASON),
                            assay_record_get_text (original, ASSAY_SUPPLIER_APPROVAL_REASON))
                     != 0)))
    return FALSE;
  self->saving = TRUE;
  update (self);
  assay_approval_ask (GTK_WIDGET (self), self->context, record, approved_cb, g_object_ref (self),
                      g_object_unref);
  return TRUE;
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AssayFormDialog *self = ASSAY_FORM_DIALOG (widget);
  AssayBook *book = assay_context_get_book (self->context);
  AssayRecord *original = assay_form_get_original (self->form);
  AdwDialog *question;

  if (assay_form_get_reason (self->form) != NULL)
    {
      assay_form_show_problems (self->form);
      return;
    }
  if (book == NULL || self->saving)
    return;
  if (!self->is_new && !assay_form_is_dirty (self->form))
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  question = self->is_new
                 ? NULL
                 : assay_promise_question_new (assay_form_get_record (self->form), original);
  if (question == NULL)
    {
      if (ask_approval (self, original))
        return;
      write_record (self);
      return;
    }
  g_signal_connect_object (question, "response", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (question, widget);
}

static void
cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
show_reason (GtkWidget *widget, const char *action, GVariant *parameter)
{
  assay_form_show_problems (ASSAY_FORM_DIALOG (widget)->form);
}

static void
discard_cb (AssayFormDialog *self, const char *response)
{
  if (g_str_equal (response, "discard"))
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
close_attempt_cb (AssayFormDialog *self)
{
  AdwDialog *dialog;

  if (self->saving)
    return;
  dialog = adw_alert_dialog_new (_ ("Discard Changes?"),
                                 _ ("What you typed here has not been saved."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "keep", _ ("_Keep Editing"), "discard",
                                  _ ("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "discard",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "keep");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "keep");
  g_signal_connect_object (dialog, "response", G_CALLBACK (discard_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* Where a group begins, in the coordinates of what scrolls. */
static gboolean
find_top (AssayFormDialog *self, guint index, double *top)
{
  GtkWidget *group = assay_form_get_group (self->form, index, NULL);
  graphene_point_t point;

  if (!gtk_widget_compute_point (group, GTK_WIDGET (self->clamp), &GRAPHENE_POINT_INIT (0, 0),
                                 &point))
    return FALSE;
  *top = point.y;
  return TRUE;
}

static void
jump_cb (AssayFormDialog *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  guint index = adw_toggle_group_get_active (self->jumps);
  double top;

  if (self->jumping || index >= assay_form_get_n_groups (self->form)
      || !find_top (self, index, &top))
    return;
  self->jumping = TRUE;
  gtk_adjustment_set_value (adjustment, index == 0 ? 0 : top - 12);
  gtk_widget_child_focus (assay_form_get_group (self->form, index, NULL), GTK_DIR_TAB_FORWARD);
  self->jumping = FALSE;
}

/* The bar shows the group at the top of what is seen. */
static void
scrolled_cb (AssayFormDialog *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double value = gtk_adjustment_get_value (adjustment);
  double bottom = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  guint n = assay_form_get_n_groups (self->form), active = 0;
  double top;

  if (self->jumping || n < JUMP_FROM)
    return;
  for (guint i = 0; i < n; i++)
    if (find_top (self, i, &top) && top - 60 <= value)
      active = i;
  if (value > 0 && value >= bottom - 1)
    active = n - 1;
  self->jumping = TRUE;
  adw_toggle_group_set_active (self->jumps, active);
  self->jumping = FALSE;
}

/* Ctrl+Page Down and Ctrl+Page Up walk the groups. */
static void
walk (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AssayFormDialog *self = ASSAY_FORM_DIALOG (widget);
  int n = (int)assay_form_get_n_groups (self->form);
  int active = (int)adw_toggle_group_get_active (self->jumps);

  if (n >= JUMP_FROM)
    adw_toggle_group_set_active (
        self->jumps,
        (guint)CLAMP (active + (g_str_has_suffix (action, "next-group") ? 1 : -1), 0, n - 1));
}

static void
fill_jumps (AssayFormDialog *self)
{
  guint n = assay_form_get_n_groups (self->form);

  self->jumping = TRUE;
  for (guint i = 0; i < n; i++)
    {
      AdwToggle *toggle = adw_toggle_new ();
      const char *title;

      assay_form_get_group (self->form, i, &title);
      adw_toggle_set_label (toggle, title);
      adw_toggle_group_add (self->jumps, toggle);
    }
  adw_toggle_group_set_active (self->jumps, 0);
  self->jumping = FALSE;
  gtk_widget_set_visible (self->jump_bar, n >= JUMP_FROM);
}

static void
fill_title (AssayFormDialog *self, AssayRecord *record)
{
  const AssayRecordType *type = assay_record_describe (record);
  g_autofree char *title = NULL;
  g_autofree char *name = self->is_new ? NULL : assay_record_dup_title (record);

  /* Translators: title of a form: "New Supplier", "Edit Supplier" */
  title = g_strdup_printf (self->is_new ? _ ("New %s") : _ ("Edit %s"),
                           assay_record_type_label (type));
  if (type->owner >= 0 && (name == NULL || *name == '\0'))
    g_set_str (&name, assay_record_get_reference_title (record, (guint)type->owner));
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, name != NULL ? name : "");
  adw_dialog_set_title (ADW_DIALOG (self), title);
}

static void
assay_form_dialog_dispose (GObject *object)
{
  AssayFormDialog *self = ASSAY_FORM_DIALOG (object);

  g_clear_object (&self->context);
  if (self->clamp != NULL)
    adw_clamp_set_child (self->clamp, NULL);
  self->form = NULL;
  if (self->grade != NULL && self->view != NULL)
    adw_toolbar_view_remove (self->view, GTK_WIDGET (self->grade));
  self->grade = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_FORM_DIALOG);

  G_OBJECT_CLASS (assay_form_dialog_parent_class)->dispose (object);
}

static void
assay_form_dialog_class_init (AssayFormDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_form_dialog_dispose;

  signals[SIGNAL_SAVED]
      = g_signal_new ("saved", ASSAY_TYPE_FORM_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, ASSAY_TYPE_RECORD, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "form/form-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayFormDialog, title);
  gtk_widget_class_bind_template_child (widget_class, AssayFormDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, AssayFormDialog, view);
  gtk_widget_class_bind_template_child (widget_class, AssayFormDialog, jumps);
  gtk_widget_class_bind_template_child (widget_class, AssayFormDialog, jump_bar);
  gtk_widget_class_bind_template_child (widget_class, AssayFormDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, AssayFormDialog, clamp);
  gtk_widget_class_bind_template_child (widget_class, AssayFormDialog, save_stack);
  gtk_widget_class_bind_template_child (widget_class, AssayFormDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, AssayFormDialog, remark);
  gtk_widget_class_bind_template_child (widget_class, AssayFormDialog, reason_bar);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
  gtk_widget_class_bind_template_callback (widget_class, jump_cb);
  gtk_widget_class_bind_template_callback (widget_class, scrolled_cb);

  gtk_widget_class_install_action (widget_class, "form.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "form.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "form.show-reason", NULL, show_reason);
  gtk_widget_class_install_action (widget_class, "form.next-group", NULL, walk);
  gtk_widget_class_install_action (widget_class, "form.previous-group", NULL, walk);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "form.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "form.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "form.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK,
                                       "form.next-group", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK,
                                       "form.previous-group", NULL);
}

static void
assay_form_dialog_init (AssayFormDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
find_focusable (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_sensitive (widget))
    return NULL;
  if (gtk_widget_get_focusable (widget) && !GTK_IS_LIST_BOX (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_focusable (child);
  return found;
}

/* Typing goes to the first field, not to the buttons that come before it. */
static void
focus_first (AssayFormDialog *self)
{
  GtkWidget *first = find_focusable (GTK_WIDGET (self->form));

  if (first != NULL)
    adw_dialog_set_focus (ADW_DIALOG (self), first);
}

static void
focus_cb (gpointer data)
{
  g_autoptr (AssayFormDialog) self = data;

  focus_first (self);
}

/* The dialog moves the focus into itself only after it was shown. */
static void
mapped_cb (AssayFormDialog *self)
{
  focus_first (self);
  g_idle_add_once (focus_cb, g_object_ref (self));
}

AdwDialog *
assay_form_dialog_new (AssayContext *context, AssayRecord *record)
{
  AssayFormDialog *self = g_object_new (ASSAY_TYPE_FORM_DIALOG, NULL);

  self->context = g_object_ref (context);
  self->is_new = assay_record_get_id (record) == 0;
  self->form = assay_form_new (context, record);
  adw_clamp_set_child (self->clamp, GTK_WIDGET (self->form));
  fill_title (self, record);
  fill_jumps (self);
  if (self->is_new && assay_record_get_kind (record) == ASSAY_TYPE_ORDER)
    {
      self->grade = assay_grade_warning_new (context);
      adw_toolbar_view_add_top_bar (self->view, GTK_WIDGET (self->grade));
    }
  g_signal_connect_object (self->form, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  g_signal_connect_after (self, "map", G_CALLBACK (mapped_cb), NULL);
  return ADW_DIALOG (self);
}

AssayForm *
assay_form_dialog_get_form (AssayFormDialog *self)
{
  g_return_val_if_fail (ASSAY_IS_FORM_DIALOG (self), NULL);

  return self->form;
}
