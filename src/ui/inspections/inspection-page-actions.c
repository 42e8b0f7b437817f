/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The commands of an inspection's page: saving, leaving, paper, defects, photos. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "store/records.h"
#include "ui/actions.h"
#include "ui/inspections/inspection-page-private.h"
#include "ui/inspections/type-results-dialog.h"

static void save (AssayInspectionPage *self, AssayAfterSave after);

/* In step */

const char *
assay_inspection_page_get_reason (AssayInspectionPage *self)
{
  const char *reason = assay_inspection_form_get_reason (self->form);

  if (reason == NULL)
    reason = assay_inspection_draft_check_defects (self->draft, NULL);
  return reason != NULL ? reason : assay_inspection_draft_check_checks (self->draft, NULL);
}

/* GTK tells every button of an action again, also when nothing changed; each defect has some. */
static void
set_enabled (AssayInspectionPage *self, const char *action, gboolean enabled)
{
  gpointer known = GINT_TO_POINTER (enabled ? 2 : 1);

  if (g_object_get_data (G_OBJECT (self), action) == known)
    return;
  g_object_set_data (G_OBJECT (self), action, known);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled);
}

void
assay_inspection_page_update (AssayInspectionPage *self)
{
  static const char *const need_record[] = { "inspection.delete",
                                             "inspection.reinspect",
                                             "page.print",
                                             "inspection.preview",
                                             "inspection.export",
                                             "inspection.add-defect",
                                             "inspection.add-photos",
                                             "inspection.corrective-action",
                                             "inspection.add-check",
                                             "inspection.use-checklist",
                                             "inspection.type-results" };
  gboolean there = self->draft != NULL;
  gboolean is_new = there && assay_inspection_draft_is_new (self->draft);
  gboolean dirty = assay_inspection_page_is_dirty (self);
  gboolean writable = self->book != NULL && !assay_book_is_read_only (self->book);
  const char *reason = there ? assay_inspection_page_get_reason (self) : NULL;
  gboolean blocked = reason != NULL && (dirty || is_new);

  for (gsize i = 0; i < G_N_ELEMENTS (need_record); i++)
    {
      gboolean enabled = there && !self->saving;

      if ((is_new || !writable) && g_str_equal (need_record[i], "inspection.delete"))
        enabled = FALSE;
      else if ((is_new || !writable)
               && (g_str_equal (need_record[i], "inspection.reinspect")
                   || g_str_equal (need_record[i], "inspection.corrective-action")))
        enabled = is_new && writable;
      set_enabled (self, need_record[i], enabled);
    }
  set_enabled (self, "inspection.save", there && writable && (dirty || is_new) && !self->saving);
  gtk_stack_set_visible_child_name (self->save_stack, self->saving                    ? "saving"
                                                      : writable && (dirty || is_new) ? "save"
                                                                                      : "saved");
  gtk_widget_set_visible (self->back, dirty);
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), !dirty && !self->saving);
  /* The reason stands where it can be gone to; a new page is not blamed before Save. */
  gtk_button_set_label (self->reason, blocked ? reason : "");
  gtk_revealer_set_reveal_child (self->reason_bar, blocked && dirty);
  gtk_widget_set_sensitive (GTK_WIDGET (self->columns), !self->saving);
}

/* Leaving */

static void
leave (AssayInspectionPage *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  self->leaving = TRUE;
  assay_inspection_page_update (self);
  if (view != NULL
      && adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view))
             == ADW_NAVIGATION_PAGE (self))
    adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));
}

static void
close_window (AssayInspectionPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  self->leaving = TRUE;
  if (GTK_IS_WINDOW (root))
    gtk_window_close (GTK_WINDOW (root));
}

static void
go_on (AssayInspectionPage *self, AssayAfterSave after)
{
  GtkWidget *widget = GTK_WIDGET (self);

  switch (after)
    {
    case ASSAY_AFTER_SAVE_PRINT:
      gtk_widget_activate_action (widget, "page.print", NULL);
      break;
    case ASSAY_AFTER_SAVE_PREVIEW:
      gtk_widget_activate_action (widget, "inspection.preview", "s",
                                  assay_report_kind_to_string (self->document));
      break;
    case ASSAY_AFTER_SAVE_EXPORT:
      gtk_widget_activate_action (widget, "inspection.export", NULL);
      break;
    case ASSAY_AFTER_SAVE_REINSPECT:
      gtk_widget_activate_action (widget, "inspection.reinspect", NULL);
      break;
    case ASSAY_AFTER_SAVE_ACTION:
      gtk_widget_activate_action (widget, "inspection.corrective-action", NULL);
      break;
    case ASSAY_AFTER_SAVE_LEAVE:
      leave (self);
      break;
    case ASSAY_AFTER_SAVE_CLOSE:
      close_window (self);
      break;
    case ASSAY_AFTER_SAVE_NOTHING:
    default:
      break;
    }
}

static void
asked_cb (AssayInspectionPage *self, const char *response, AdwAlertDialog *dialog)
{
  AssayAfterSave after = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (dialog), "after"));

  self->asking = FALSE;
  if (g_str_equal (response, "discard"))
    go_on (self, after);
  else if (g_str_equal (response, "save"))
    save (self, after);
}

static void
ask (AssayInspectionPage *self, AssayAfterSave after)
{
  g_autofree char *body
      = g_strdup_printf (_ ("“%s” has edits that are not saved."),
                         adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (self)));
  AdwDialog *dialog;

  if (self->asking)
    return;
  self->asking = TRUE;
  dialog = adw_alert_dialog_new (_ ("Save Changes?"), body);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "keep", _ ("_Keep Editing"), "discard",
                                  _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "discard",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "save",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "save");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "keep");
  g_object_set_data (G_OBJECT (dialog), "after", GINT_TO_POINTER (after));
  g_signal_connect_object (dialog, "response", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

gboolean
assay_inspection_page_close_request_cb (AssayInspectionPage *self)
{
  if (self->saving)
    return GDK_EVENT_STOP;
  if (!assay_inspection_page_is_dirty (self))
    return GDK_EVENT_PROPAGATE;
  ask (self, ASSAY_AFTER_SAVE_CLOSE);
  return GDK_EVENT_STOP;
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayInspectionPage *self = ASSAY_INSPECTION_PAGE (widget);

  if (self->saving)
    return;
  if (assay_inspection_page_is_dirty (self))
    ask (self, ASSAY_AFTER_SAVE_LEAVE);
  else
    leave (self);
}

/* Saving */

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayInspectionPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL, *tag = NULL;
  gint64 id = assay_inspection_draft_save_finish (ASSAY_INSPECTION_DRAFT (source), result, &error);

  if (self->context == NULL)
    return;
  if (id == 0)
    {
      self->saving = FALSE;
      self->after = ASSAY_AFTER_SAVE_NOTHING;
      assay_inspection_page_update (self);
      assay_inspection_page_restore_focus (self);
      assay_context_failed (self->context, _ ("The Inspection Was Not Saved"), error);
      return;
    }
  self->id = id;
  tag = g_strdup_printf ("inspection-%" G_GINT64_FORMAT, id);
  if (adw_navigation_page_get_tag (ADW_NAVIGATION_PAGE (self)) == NULL)
    adw_navigation_page_set_tag (ADW_NAVIGATION_PAGE (self), tag);
  assay_context_toast_undo (self->context, _ ("Inspection saved"));
  if (self->after == ASSAY_AFTER_SAVE_LEAVE || self->after == ASSAY_AFTER_SAVE_CLOSE)
    {
      self->saving = FALSE;
      assay_inspection_page_go_on (self);
      return;
    }
  assay_inspection_page_read (self);
}

void
assay_inspection_page_go_on (AssayInspectionPage *self)
{
  AssayAfterSave after = self->after;

  self->after = ASSAY_AFTER_SAVE_NOTHING;
  go_on (self, after);
}

static gboolean
is_reading_files (AssayInspectionPage *self)
{
  return assay_file_strip_get_n_pending (self->photos) > 0
         || assay_defect_list_is_reading (self->defects)
         || assay_checkpoint_list_is_reading (self->checks);
}

static void
save (AssayInspectionPage *self, AssayAfterSave after)
{
  if (self->draft == NULL || self->saving || self->book == NULL)
    return;
  if (assay_inspection_page_get_reason (self) != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "inspection.show-reason", NULL);
      return;
    }
  if (is_reading_files (self))
    {
      adw_toast_overlay_add_toast (
          self->toasts, adw_toast_new (_ ("A file is still being read; save again then")));
      return;
    }
  /* What is still being read is older than what is saved. */
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  self->reading = FALSE;
  assay_inspection_page_note_focus (self);
  self->saving = TRUE;
  self->after = after;
  assay_inspection_page_update (self);
  assay_inspection_draft_save_async (self->draft, self->book, NULL, saved_cb, g_object_ref (self));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  save (ASSAY_INSPECTION_PAGE (widget), ASSAY_AFTER_SAVE_NOTHING);
}

static void
show_reason_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayInspectionPage *self = ASSAY_INSPECTION_PAGE (widget);
  AssayDraftDefect *defect = NULL;
  const char *reason = self->draft != NULL ? assay_inspection_page_get_reason (self) : NULL;

  if (reason == NULL)
    return;
  gtk_button_set_label (self->reason, reason);
  gtk_revealer_set_reveal_child (self->reason_bar, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), reason,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  if (assay_inspection_form_show_problems (self->form))
    return;
  if (assay_inspection_draft_check_defects (self->draft, &defect) != NULL)
    {
      AssayDefectRow *row = assay_defect_list_find_row (self->defects, defect);

      assay_defect_row_show_problem (row, TRUE);
      assay_defect_row_focus_problem (row);
    }
  else
    assay_inspection_page_show_check_problem (self);
}

/* Paper */

static void
print_with (AssayInspectionPage *self, AssayReportKind kind, int action, AssayAfterSave after)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (self->draft == NULL)
    return;
  /* What is printed is what the book holds. */
  if (self->id == 0 || assay_inspection_page_is_dirty (self))
    {
      self->document = kind;
      save (self, after);
      return;
    }
  g_array_append_val (ids, self->id);
  assay_context_print_inspections (self->context, ids, (int)kind, action);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  print_with (ASSAY_INSPECTION_PAGE (widget), ASSAY_REPORT_FULL,
              GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, ASSAY_AFTER_SAVE_PRINT);
}

static void
preview_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayReportKind kind;

  if (assay_report_kind_parse (g_variant_get_string (parameter, NULL), &kind))
    print_with (ASSAY_INSPECTION_PAGE (widget), kind, GTK_PRINT_OPERATION_ACTION_PREVIEW,
                ASSAY_AFTER_SAVE_PREVIEW);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  print_with (ASSAY_INSPECTION_PAGE (widget), ASSAY_REPORT_FULL, GTK_PRINT_OPERATION_ACTION_EXPORT,
              ASSAY_AFTER_SAVE_EXPORT);
}

static void
type_results_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayInspectionPage *self = ASSAY_INSPECTION_PAGE (widget);

  if (self->draft != NULL)
    adw_dialog_present (ADW_DIALOG (assay_type_results_dialog_new (self->draft, self->book)),
                        widget);
}

/* The rest */

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayInspectionPage *self = ASSAY_INSPECTION_PAGE (widget);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (self->id == 0)
    return;
  g_array_append_val (ids, self->id);
  assay_context_delete_records (self->context, ASSAY_TYPE_INSPECTION, ids);
}

static void
reinspect_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayInspectionPage *self = ASSAY_INSPECTION_PAGE (widget);
  g_autoptr (AssayRecord) record = NULL;
  g_autofree char *title = NULL;

  if (self->draft == NULL)
    return;
  /* What is repeated is what the book holds. */
  if (self->id == 0 || assay_inspection_page_is_dirty (self))
    {
      save (self, ASSAY_AFTER_SAVE_REINSPECT);
      return;
    }
  record = assay_record_new (ASSAY_TYPE_INSPECTION);
  title = assay_record_dup_title (assay_inspection_draft_get_record (self->draft));
  assay_record_set_reference (record, ASSAY_INSPECTION_REPEATS, self->id);
  assay_record_set_reference_title (record, ASSAY_INSPECTION_REPEATS, title);
  assay_context_edit_record (self->context, record);
}

/* About the defect that has the focus, or else about the inspection. */
static void
corrective_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayInspectionPage *self = ASSAY_INSPECTION_PAGE (widget);
  g_autoptr (AssayRecord) record = NULL;
  AssayDefectRow *row;

  if (self->draft == NULL)
    return;
  if (self->id == 0 || assay_inspection_page_is_dirty (self))
    {
      save (self, ASSAY_AFTER_SAVE_ACTION);
      return;
    }
  row = assay_defect_list_get_focused (self->defects);
  record = assay_finding_to_action (self->draft,
                                    row != NULL ? assay_defect_row_get_defect (row) : NULL);
  assay_context_edit_record (self->context, record);
}

static void
add_defect_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayInspectionPage *self = ASSAY_INSPECTION_PAGE (widget);

  if (self->defects != NULL)
    assay_defect_list_add (self->defects);
}

static void
add_check_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayInspectionPage *self = ASSAY_INSPECTION_PAGE (widget);

  if (self->checks == NULL)
    return;
  if (g_str_equal (name, "inspection.use-checklist"))
    assay_checkpoint_list_choose (self->checks);
  else
    assay_checkpoint_list_add (self->checks);
}

static void
add_photos_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayInspectionPage *self = ASSAY_INSPECTION_PAGE (widget);

  if (self->photos != NULL)
    assay_file_strip_choose (self->photos);
}

static void
restore_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayInspectionPage *self = ASSAY_INSPECTION_PAGE (widget);

  if (self->draft != NULL)
    assay_inspection_draft_restore (self->draft);
}

static void
keep_plan_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayInspectionPage *self = ASSAY_INSPECTION_PAGE (widget);

  if (self->draft != NULL)
    assay_inspection_draft_restore_plan (self->draft);
}

/* A photo goes to the defect that has the focus, or else to the inspection; text goes where text
 * goes. */
static gboolean
paste_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  AssayInspectionPage *self = ASSAY_INSPECTION_PAGE (widget);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  AssayDefectRow *row;
  AssayCheckpointRow *check;

  if (self->draft == NULL || self->saving
      || (GTK_IS_EDITABLE (focus)
          && gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard),
                                                G_TYPE_STRING)
          && !gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard),
                                                 GDK_TYPE_FILE_LIST)))
    return GDK_EVENT_PROPAGATE;
  row = assay_defect_list_get_focused (self->defects);
  check = assay_checkpoint_list_get_focused (self->checks);
  return assay_file_strip_paste (row != NULL     ? assay_defect_row_get_strip (row)
                                 : check != NULL ? assay_checkpoint_row_get_strip (check)
                                                 : self->photos,
                                 clipboard);
}

/* A text that has the focus would take the key first. */
void
assay_inspection_page_listen (AssayInspectionPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_v, GDK_CONTROL_MASK),
                        gtk_callback_action_new (paste_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
assay_inspection_page_actions_class_init (GtkWidgetClass *klass)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc func;
  } actions[] = {
    { "page.print", print_action },
    { "inspection.save", save_action },
    { "inspection.back", back_action },
    { "inspection.show-reason", show_reason_action },
    { "inspection.export", export_action },
    { "inspection.delete", delete_action },
    { "inspection.reinspect", reinspect_action },
    { "inspection.type-results", type_results_action },
    { "inspection.corrective-action", corrective_action },
    { "inspection.add-defect", add_defect_action },
    { "inspection.add-check", add_check_action },
    { "inspection.use-checklist", add_check_action },
    { "inspection.add-photos", add_photos_action },
    { "inspection.restore", restore_action },
    { "inspection.keep-plan", keep_plan_action },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, NULL, actions[i].func);
  gtk_widget_class_install_action (klass, "inspection.preview", "s", preview_action);
  assay_actions_add_bindings (klass, "inspection.");
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Left, GDK_ALT_MASK, "inspection.back", NULL);
}
