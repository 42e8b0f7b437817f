/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/window.h"

#include <glib/gi18n-lib.h>

#include "store/error.h"
#include "store/query.h"
#include "store/records.h"
#include "ui/init.h"
#include "ui/table/table-page.h"
#include "ui/window-private.h"

G_DEFINE_FINAL_TYPE (AssayWindow, assay_window, ADW_TYPE_APPLICATION_WINDOW)

static AdwNavigationView *
current_view (AssayWindow *self)
{
  return self->views[self->subject];
}

static void
update_title (AssayWindow *self)
{
  AdwNavigationPage *page = assay_window_get_visible_page (self);
  const char *subject = _ (assay_subject_get (self->subject)->title);
  const char *title = page ? adw_navigation_page_get_title (page) : subject;
  g_autofree char *whole = NULL;

  /* Translators: the title of the window: what is shown, then the application */
  whole = g_strdup_printf (_ ("%s – Assay"), title && *title ? title : subject);
  gtk_window_set_title (GTK_WINDOW (self), whole);
  adw_navigation_page_set_title (self->content, subject);
}

/* The state of the book stands at the top of every page, below its header bar. */
static void
add_banner (AssayWindow *self, AdwNavigationPage *page)
{
  GtkWidget *child = adw_navigation_page_get_child (page);
  GtkWidget *banner;

  if (ADW_IS_BREAKPOINT_BIN (child))
    child = adw_breakpoint_bin_get_child (ADW_BREAKPOINT_BIN (child));
  if (!ADW_IS_TOOLBAR_VIEW (child))
    return;
  banner = adw_banner_new ("");
  g_object_bind_property (self->banner, "title", banner, "title", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->banner, "revealed", banner, "revealed", G_BINDING_SYNC_CREATE);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (child), banner);
}

static AdwNavigationView *
ensure_view (AssayWindow *self, AssaySubject subject)
{
  AdwNavigationView *view = self->views[subject];
  AdwNavigationPage *root;

  if (view)
    return view;
  view = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  root = assay_pages_new_root (self->context, subject);
  add_banner (self, root);
  adw_navigation_view_push (view, root);
  g_signal_connect_object (view, "notify::visible-page", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->subjects, GTK_WIDGET (view), assay_subject_get (subject)->name);
  self->views[subject] = view;
  return view;
}

void
assay_window_show_subject (AssayWindow *self, AssaySubject subject)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->sidebar, (int)subject);

  self->subject = subject;
  if (gtk_list_box_get_selected_row (self->sidebar) != row)
    gtk_list_box_select_row (self->sidebar, row);
  if (!assay_context_get_book (self->context))
    return;
  gtk_stack_set_visible_child (self->subjects, GTK_WIDGET (ensure_view (self, subject)));
  update_title (self);
}

void
assay_window_drop_pages (AssayWindow *self)
{
  for (AssaySubject i = 0; i < ASSAY_N_SUBJECTS; i++)
    {
      if (self->views[i])
        gtk_stack_remove (self->subjects, GTK_WIDGET (self->views[i]));
      self->views[i] = NULL;
    }
}

AdwNavigationPage *
assay_window_get_visible_page (AssayWindow *self)
{
  g_return_val_if_fail (ASSAY_IS_WINDOW (self), NULL);

  return current_view (self) ? adw_navigation_view_get_visible_page (current_view (self)) : NULL;
}

AssayContext *
assay_window_get_context (AssayWindow *self)
{
  g_return_val_if_fail (ASSAY_IS_WINDOW (self), NULL);

  return self->context;
}

/* What pages ask of the context */

static void
push_page (AssayWindow *self, AdwNavigationPage *page)
{
  add_banner (self, page);
  adw_navigation_view_push (ensure_view (self, self->subject), page);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

/* Edits are never given up silently: where going back to @page would, a toast says what to do. */
gboolean
assay_window_may_leave (AssayWindow *self, AdwNavigationView *view, AdwNavigationPage *page)
{
  if (!assay_unsaved_above (view, page))
    return TRUE;
  assay_context_toast (self->context, _ ("Save or discard what you edited here first"));
  return FALSE;
}

static void
show_form (AssayWindow *self, AssayType type, gint64 id)
{
  AssayBook *book = assay_context_get_book (self->context);
  g_autoptr (AssayRecord) record
      = book ? assay_records_get (assay_book_get_reader (book), type, id, NULL) : NULL;

  if (record)
    assay_context_edit_record (self->context, record);
}

static void
show_record_cb (AssayWindow *self, int type, gint64 id)
{
  AssayType shown = (AssayType)type;
  AdwNavigationView *view = ensure_view (self, self->subject);
  AdwNavigationPage *page;
  gint64 asked = id;
  g_autofree char *tag = NULL;

  assay_pages_resolve (self->context, &shown, &id);
  if (id == 0)
    return;
  tag = g_strdup_printf ("%s-%" G_GINT64_FORMAT, assay_record_type_get (shown)->name, id);
  page = adw_navigation_view_find_page (view, tag);
  /* A row on its owner's page: there is nowhere else to go. */
  if (page && shown != (AssayType)type && page == adw_navigation_view_get_visible_page (view))
    {
      show_form (self, (AssayType)type, asked);
      return;
    }
  if (page)
    {
      if (!assay_window_may_leave (self, view, page))
        return;
      adw_navigation_view_pop_to_page (view, page);
      adw_navigation_split_view_set_show_content (self->split, TRUE);
      return;
    }
  page = assay_pages_new_record (self->context, shown, id);
  if (!page)
    {
      show_form (self, shown, id);
      return;
    }
  adw_navigation_page_set_tag (page, tag);
  push_page (self, page);
}

static void
show_rows_cb (AssayWindow *self, const AssayQuery *query, const char *title)
{
  push_page (self, assay_table_page_new_for_query (self->context, query, title));
}

static void
edit_record_cb (AssayWindow *self, AssayRecord *record)
{
  AdwDialog *dialog = NULL;

  /* An inspection is recorded on a page of its own. */
  if (assay_record_get_kind (record) == ASSAY_TYPE_INSPECTION)
    {
      AdwNavigationPage *page = assay_pages_new_inspection (self->context, record);

      if (page)
        push_page (self, page);
      return;
    }
  dialog = assay_pages_new_form (self->context, record);
  if (dialog)
    adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
delete_records_cb (AssayWindow *self, int type, GArray *ids)
{
  assay_window_delete_records (self, (AssayType)type, ids);
}

static void
import_file_cb (AssayWindow *self, GFile *file, int type)
{
  AdwDialog *dialog = assay_pages_new_import (self->context, file, (AssayType)type);

  if (dialog)
    adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
print_inspections_cb (AssayWindow *self, GArray *ids, int kind, int action)
{
  assay_pages_print_inspections (self->context, GTK_WINDOW (self), ids, kind, action);
}

static void
print_performance_cb (AssayWindow *self, gconstpointer job, int action)
{
  assay_pages_print_performance (self->context, GTK_WINDOW (self), job, action);
}

static void
print_records_cb (AssayWindow *self, gconstpointer job, int action)
{
  assay_pages_print_records (self->context, GTK_WINDOW (self), job, action);
}

static void
compare_suppliers_cb (AssayWindow *self, GArray *ids)
{
  push_page (self, assay_pages_new_comparison (self->context, ids));
}

static void
toast_cb (AssayWindow *self, const char *message, gboolean undo)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (undo)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
      adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
failed_cb (AssayWindow *self, const char *what, const GError *error)
{
  AssayBook *book = assay_context_get_book (self->context);
  g_autofree char *name = book ? g_path_get_basename (assay_book_get_path (book)) : NULL;
  g_autofree char *words = assay_store_error_describe (error, name);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (what, words));

  adw_alert_dialog_add_response (dialog, "close", _ ("_Close"));
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* Sidebar */

static void
row_selected_cb (AssayWindow *self, GtkListBoxRow *row)
{
  if (row && (AssaySubject)gtk_list_box_row_get_index (row) != self->subject)
    assay_window_show_subject (self, (AssaySubject)gtk_list_box_row_get_index (row));
}

/* What the sidebar does when the present subject is asked for again. */
void
assay_window_show_first_page (AssayWindow *self, AssaySubject subject)
{
  AdwNavigationView *view = self->views[subject];

  if (view && subject == self->subject)
    {
      GListModel *stack = G_LIST_MODEL (adw_navigation_view_get_navigation_stack (view));
      g_autoptr (AdwNavigationPage) root = g_list_model_get_item (stack, 0);

      if (root && gtk_stack_get_visible_child (self->subjects) == GTK_WIDGET (view)
          && assay_window_may_leave (self, view, root))
        adw_navigation_view_pop_to_page (view, root);
      g_object_unref (stack);
    }
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

/* A second activation of the present subject goes back to its first page. */
static void
row_activated_cb (AssayWindow *self, GtkListBoxRow *row)
{
  assay_window_show_first_page (self, (AssaySubject)gtk_list_box_row_get_index (row));
}

static void
narrow_cb (AssayWindow *self)
{
  self->narrow = TRUE;
}

static void
wide_cb (AssayWindow *self)
{
  self->narrow = FALSE;
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const AssaySubjectInfo *info = assay_subject_get ((AssaySubject)gtk_list_box_row_get_index (row));
  GtkWidget *heading;

  if (!info->heading || gtk_list_box_row_get_header (row))
    return;
  heading = gtk_label_new (_ (info->heading));
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_ellipsize (GTK_LABEL (heading), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (heading, "dimmed");
  gtk_widget_add_css_class (heading, "caption-heading");
  g_object_set (heading, "margin-start", 12, "margin-end", 12, "margin-top", 18, "margin-bottom", 6,
                NULL);
  gtk_list_box_row_set_header (row, heading);
}

static void
add_subject_row (AssayWindow *self, AssaySubject subject)
{
  const AssaySubjectInfo *info = assay_subject_get (subject);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ (info->title));
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, subject == ASSAY_SUBJECT_TODAY ? "badge" : "dimmed");
  gtk_widget_set_visible (count, FALSE);
  gtk_widget_set_valign (count, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (info->icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (info->title), -1);
  gtk_list_box_append (self->sidebar, row);
  self->counts[subject] = GTK_LABEL (count);
}

/* A table is imported, a book is opened, wherever in the window it is dropped; pages that take
 * files themselves come first. */
static gboolean
dropped_cb (AssayWindow *self, const GValue *value)
{
  GdkFileList *list = g_value_get_boxed (value);
  g_autoptr (GSList) files = gdk_file_list_get_files (list);
  g_autofree char *name = files ? g_file_get_basename (files->data) : NULL;
  g_autofree char *lower = name ? g_ascii_strdown (name, -1) : NULL;
  static const char *const tables[] = { ".csv", ".tsv", ".tab", ".txt" };

  if (!lower || adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)))
    return FALSE;
  if (g_str_has_suffix (lower, ".assay") && g_file_peek_path (files->data))
    {
      assay_window_open_book (self, g_file_peek_path (files->data), 0);
      return TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_str_has_suffix (lower, tables[i]) && assay_context_get_book (self->context))
      {
        assay_context_import_file (self->context, files->data,
                                   assay_subject_get (self->subject)->type);
        return TRUE;
      }
  return FALSE;
}

/* Type */

static gboolean
assay_window_close_request (GtkWindow *window)
{
  AssayWindow *self = ASSAY_WINDOW (window);
  int width, height;

  /* A form that has not been saved asks first. */
  if (GTK_WINDOW_CLASS (assay_window_parent_class)->close_request (window))
    return TRUE;

  if (self->settings)
    {
      gtk_window_get_default_size (window, &width, &height);
      g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
      g_settings_set_int (self->settings, "window-width", MAX (width, 360));
      g_settings_set_int (self->settings, "window-height", MAX (height, 294));
      g_settings_set_string (self->settings, "last-subject",
                             assay_subject_get (self->subject)->name);
    }
  assay_window_close_book (self);
  return FALSE;
}

static void
assay_window_dispose (GObject *object)
{
  AssayWindow *self = ASSAY_WINDOW (object);

  assay_window_close_book (self);
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_handle_id (&self->wait_source, g_source_remove);
  g_clear_handle_id (&self->count_source, g_source_remove);
  g_clear_object (&self->banner);
  g_clear_object (&self->delete_toast);
  g_clear_object (&self->book_signals);
  g_clear_object (&self->context);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->opening_path, g_free);
  g_clear_error (&self->reopened_for);
  memset (self->views, 0, sizeof self->views);
  memset (self->counts, 0, sizeof self->counts);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_WINDOW);

  G_OBJECT_CLASS (assay_window_parent_class)->dispose (object);
}

static void
assay_window_class_init (AssayWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  assay_ui_init ();

  object_class->dispose = assay_window_dispose;
  window_class->close_request = assay_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, ASSAY_UI_RESOURCES "window.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, AssayWindow, split);
  gtk_widget_class_bind_template_child (widget_class, AssayWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, AssayWindow, content);
  gtk_widget_class_bind_template_child (widget_class, AssayWindow, states);
  gtk_widget_class_bind_template_child (widget_class, AssayWindow, subjects);
  gtk_widget_class_bind_template_child (widget_class, AssayWindow, wait_bin);
  gtk_widget_class_bind_template_child (widget_class, AssayWindow, failed_page);
  gtk_widget_class_bind_template_child (widget_class, AssayWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, AssayWindow, undo_section);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);

  assay_window_actions_class_init (widget_class);
}

/* While the window was in the background the command line may have written the book. */
static void
active_cb (AssayWindow *self)
{
  AssayBook *book = self->context ? assay_context_get_book (self->context) : NULL;

  if (book && gtk_window_is_active (GTK_WINDOW (self)))
    assay_book_look_outside (book);
}

static void
assay_window_init (AssayWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->banner = g_object_ref_sink (ADW_BANNER (adw_banner_new ("")));

  for (AssaySubject i = 0; i < ASSAY_N_SUBJECTS; i++)
    add_subject_row (self, i);
  gtk_list_box_set_header_func (self->sidebar, header_cb, NULL, NULL);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

static void
connect_context (AssayWindow *self)
{
  static const struct
  {
    const char *signal;
    GCallback callback;
  } handlers[] = {
    { "show-record", G_CALLBACK (show_record_cb) },
    { "show-rows", G_CALLBACK (show_rows_cb) },
    { "edit-record", G_CALLBACK (edit_record_cb) },
    { "delete-records", G_CALLBACK (delete_records_cb) },
    { "import-file", G_CALLBACK (import_file_cb) },
    { "print-inspections", G_CALLBACK (print_inspections_cb) },
    { "print-performance", G_CALLBACK (print_performance_cb) },
    { "print-records", G_CALLBACK (print_records_cb) },
    { "compare-suppliers", G_CALLBACK (compare_suppliers_cb) },
    { "toast", G_CALLBACK (toast_cb) },
    { "failed", G_CALLBACK (failed_cb) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect_object (self->context, handlers[i].signal, handlers[i].callback, self,
                             G_CONNECT_SWAPPED);
}

/**
 * assay_window_new:
 * @application: (nullable): the application
 * @settings: (nullable): what belongs to this computer
 */
AssayWindow *
assay_window_new (GtkApplication *application, GSettings *settings)
{
  AssayWindow *self = g_object_new (ASSAY_TYPE_WINDOW, "application", application, NULL);

  self->context = assay_context_new (settings);
  connect_context (self);
  if (settings)
    {
      g_autofree char *subject = g_settings_get_string (settings, "last-subject");
      AssaySubject last = assay_subject_find (subject);

      self->settings = g_object_ref (settings);
      self->subject = last < ASSAY_N_SUBJECTS ? last : ASSAY_SUBJECT_TODAY;
      gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                                   g_settings_get_int (settings, "window-height"));
      if (g_settings_get_boolean (settings, "window-maximized"))
        gtk_window_maximize (GTK_WINDOW (self));
    }
  assay_window_show_subject (self, self->subject);
  return self;
}
