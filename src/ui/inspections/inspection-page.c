/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/inspection-page.h"

#include <glib/gi18n-lib.h>

#include "store/query.h"
#include "ui/init.h"
#include "ui/inspections/defect-types.h"
#include "ui/inspections/inspection-page-private.h"
#include "ui/record/section.h"

G_DEFINE_FINAL_TYPE (AssayInspectionPage, assay_inspection_page, ADW_TYPE_NAVIGATION_PAGE)

/* Showing */

static void
announce (AssayInspectionPage *self)
{
  AssayRecord *record = assay_inspection_draft_get_record (self->draft);
  const char *result = assay_record_get_text (record, ASSAY_INSPECTION_RESULT);
  gboolean first = self->announced == NULL;

  if (!g_set_str (&self->announced, result != NULL ? result : "") || first)
    return;
  if (self->verdict != NULL)
    {
      g_autofree char *words = assay_verdict_card_dup_sentence (ASSAY_VERDICT_CARD (self->verdict));

      gtk_accessible_announce (GTK_ACCESSIBLE (self->verdict), words,
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
}

static void
show_title (AssayInspectionPage *self)
{
  AssayRecord *record = assay_inspection_draft_get_record (self->draft);
  g_autofree char *title = assay_record_dup_title (record);
  const char *supplier = assay_record_get_reference_title (record, ASSAY_INSPECTION_SUPPLIER);

  if (assay_inspection_draft_is_new (self->draft))
    g_set_str (&title, _ ("New Inspection"));
  else if (title == NULL || *title == '\0')
    g_set_str (&title, _ ("Inspection"));
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, supplier != NULL ? supplier : "");
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
}

static void
reviewed_cb (AssayInspectionPage *self)
{
  if (self->plan == NULL)
    return;
  assay_plan_card_update (self->plan);
  assay_risk_card_update (self->risk);
  assay_switching_card_update (self->switching);
  assay_verdict_card_show (ASSAY_VERDICT_CARD (self->verdict), self->draft,
                           assay_context_get_today (self->context));
  show_title (self);
  announce (self);
  assay_inspection_page_update (self);
}

static void
open_cb (AssayInspectionPage *self, gint64 id)
{
  assay_context_show_record (self->context, ASSAY_TYPE_INSPECTION, id);
}

static void
removed_cb (AssayInspectionPage *self, GObject *item)
{
  AdwToast *toast = adw_toast_new (ASSAY_IS_DRAFT_DEFECT (item)       ? _ ("Defect removed")
                                   : ASSAY_IS_DRAFT_CHECKPOINT (item) ? _ ("Check removed")
                                   : G_IS_LIST_STORE (item)           ? _ ("Checklist taken over")
                                                            : _ ("Photo or file removed"));

  adw_toast_set_button_label (toast, _ ("_Put Back"));
  adw_toast_set_action_name (toast, "inspection.restore");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Where a new inspection begins with what it is about, one that was done begins with what was
 * found. On a wide page the facts stand beside it. */
static void
place_columns (AssayInspectionPage *self)
{
  gboolean findings_first
      = self->narrow && self->draft != NULL && !assay_inspection_draft_is_new (self->draft);

  assay_two_columns_set_main_first (self->columns, findings_first);
}

static void
add_group (AssayInspectionPage *self, GtkBox *box, AssayInspectionGroup group)
{
  gtk_box_append (box, GTK_WIDGET (assay_inspection_form_get_group (self->form, group)));
}

static void
build_facts (AssayInspectionPage *self)
{
  AssayRecord *record = assay_inspection_draft_get_record (self->draft);
  gboolean done
      = g_strcmp0 (assay_record_get_text (record, ASSAY_INSPECTION_RESULT), "pending") != 0;

  if (done)
    add_group (self, self->facts, ASSAY_INSPECTION_GROUP_RESULT);
  add_group (self, self->facts, ASSAY_INSPECTION_GROUP_WHAT);
  add_group (self, self->facts, ASSAY_INSPECTION_GROUP_LOT);
  add_group (self, self->facts, ASSAY_INSPECTION_GROUP_PLAN);
  self->switching = assay_switching_card_new (self->context, self->draft);
  gtk_box_append (self->facts, GTK_WIDGET (self->switching));
  if (!done)
    add_group (self, self->facts, ASSAY_INSPECTION_GROUP_RESULT);
  add_group (self, self->facts, ASSAY_INSPECTION_GROUP_NOTES);
}

static gboolean
photos_drop_cb (AssayInspectionPage *self, const GValue *value)
{
  return assay_file_strip_add_value (self->photos, value);
}

static GtkWidget *
new_photo_button (void)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "label", _ ("Add P_hotos or Files"), "use-underline", TRUE,
                      "wrap", TRUE, "justify", GTK_JUSTIFY_CENTER, "mnemonic-widget", button, NULL);
  GtkWidget *hint = g_object_new (GTK_TYPE_LABEL, "label", _ ("or drop or paste them here"), "wrap",
                                  TRUE, "justify", GTK_JUSTIFY_CENTER, NULL);

  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_add_css_class (hint, "dimmed");
  g_object_set (box, "margin-top", 6, "margin-bottom", 6, NULL);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), hint);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "inspection.add-photos");
  return button;
}

static void
build_findings (AssayInspectionPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkDropTarget *target = assay_file_strip_new_drop_target ();

  self->plan = assay_plan_card_new (self->draft, self->form);
  gtk_box_append (self->findings, GTK_WIDGET (self->plan));
  self->risk = assay_risk_card_new (self->draft, &self->risk_choices);
  gtk_box_append (self->findings, GTK_WIDGET (self->risk));

  self->defects = assay_defect_list_new (self->context, self->draft, self->types);
  gtk_box_append (self->findings, assay_section_new (_ ("Defects"), GTK_WIDGET (self->defects)));

  assay_inspection_page_build_checks (self);

  self->photos = assay_file_strip_new (self->context, self->draft,
                                       assay_inspection_draft_get_files (self->draft), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->photos));
  gtk_box_append (GTK_BOX (box), new_photo_button ());
  g_signal_connect_object (target, "drop", G_CALLBACK (photos_drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (target));
  gtk_box_append (self->findings, assay_section_new (_ ("Photos and Files"), box));
}

/* Where the cursor was, to put it back when the page was read anew. */
void
assay_inspection_page_note_focus (AssayInspectionPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  AssayDefectRow *row;
  AssayCheckpointRow *check;

  self->focus_field = self->focus_defect = self->focus_check = -1;
  if (self->form == NULL || focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return;
  self->focus_field = assay_inspection_form_find_field (self->form, focus);
  row = assay_defect_list_get_focused (self->defects);
  if (row != NULL)
    self->focus_defect = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  check = assay_checkpoint_list_get_focused (self->checks);
  if (check != NULL)
    self->focus_check = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (check));
  if (gtk_widget_is_ancestor (focus, GTK_WIDGET (self->scroller)))
    gtk_root_set_focus (root, NULL);
}

void
assay_inspection_page_restore_focus (AssayInspectionPage *self)
{
  AssayDefectRow *row = NULL;
  AssayCheckpointRow *check = NULL;

  if (self->focus_defect >= 0)
    row = assay_defect_list_get_row (self->defects, (guint)self->focus_defect);
  if (self->focus_check >= 0)
    check = assay_checkpoint_list_get_row (self->checks, (guint)self->focus_check);
  if (check != NULL)
    assay_checkpoint_row_focus (check);
  else if (row != NULL)
    assay_defect_row_focus (row, FALSE);
  else if (self->focus_field >= 0)
    gtk_widget_grab_focus (
        GTK_WIDGET (assay_inspection_form_get_row (self->form, (guint)self->focus_field)));
}

static void
clear (AssayInspectionPage *self)
{
  if (self->risk != NULL)
    self->risk_choices = assay_risk_card_get_choices (self->risk);
  self->risk = NULL;
  self->plan = NULL;
  self->switching = NULL;
  self->verdict = NULL;
  self->defects = NULL;
  self->checks = NULL;
  self->photos = NULL;
  self->history = NULL;
  assay_box_clear (self->head);
  assay_box_clear (self->facts);
  assay_box_clear (self->findings);
  assay_box_clear (self->foot);
  g_clear_object (&self->form);
  g_clear_object (&self->draft);
}

static void
scroll_back_cb (gpointer data)
{
  AssayInspectionPage *self = data;

  self->scroll_source = 0;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), self->scrolled);
}

static void
show_loaded (AssayInspectionPage *self, AssayLoadedInspection *loaded)
{
  gboolean again = self->draft != NULL;

  self->scrolled = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller));
  clear (self);
  self->draft = assay_inspection_draft_new (loaded);
  self->form = assay_inspection_form_new (self->context, self->draft);
  self->verdict = assay_verdict_card_new ();
  gtk_box_append (self->head, self->verdict);
  g_signal_connect_object (self->verdict, "follow",
                           G_CALLBACK (assay_inspection_draft_follow_result), self->draft,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->verdict, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  build_facts (self);
  build_findings (self);
  if (!assay_inspection_draft_is_new (self->draft))
    {
      gtk_box_append (self->foot, assay_finding_actions_section_new (self->context, self->id));
      self->history = assay_history_view_new (self->context);
      assay_history_view_set_record (self->history, ASSAY_TYPE_INSPECTION, self->id);
      gtk_box_append (self->foot, assay_section_new (_ ("History"), GTK_WIDGET (self->history)));
    }
  g_signal_connect_object (self->form, "reviewed", G_CALLBACK (reviewed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "removed", G_CALLBACK (removed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_banner_set_revealed (self->banner, FALSE);
  place_columns (self);
  reviewed_cb (self);
  gtk_stack_set_visible_child_name (self->stack, "inspection");
  if (again)
    {
      assay_inspection_page_restore_focus (self);
      g_clear_handle_id (&self->scroll_source, g_source_remove);
      self->scroll_source = g_idle_add_once (scroll_back_cb, self);
    }
  else if (assay_inspection_draft_is_new (self->draft))
    gtk_widget_grab_focus (GTK_WIDGET (assay_inspection_form_get_row (
        self->form, assay_inspection_draft_get_line (self->draft) != NULL
                        ? ASSAY_INSPECTION_NUMBER
                        : ASSAY_INSPECTION_ORDER_LINE)));
  else if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    /* Whoever opened it from a table goes on by keyboard. */
    gtk_widget_child_focus (GTK_WIDGET (self->columns), GTK_DIR_TAB_FORWARD);
}

/* Reading */

typedef struct
{
  gint64 id;
  AssayRecord *template; /* a copy that belongs to the question */
} Question;

typedef struct
{
  AssayLoadedInspection *loaded;
  GPtrArray *types;
} Answer;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_object (&question->template);
  g_free (question);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->loaded, assay_loaded_inspection_free);
  g_clear_pointer (&answer->types, g_ptr_array_unref);
  g_free (answer);
}

static gboolean
read_page (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Question *question = data;
  Answer *answer = g_new0 (Answer, 1);
  g_autoptr (AssayQuery) types = assay_query_new (ASSAY_TYPE_DEFECT_TYPE);

  if (question->id != 0)
    answer->loaded = assay_loaded_inspection_read (db, question->id, error);
  else
    answer->loaded
        = assay_loaded_inspection_propose (db, g_steal_pointer (&question->template), error);
  if (answer->loaded != NULL)
    answer->types = assay_query_run_records (types, db, ASSAY_DEFECT_TYPES_MOST, error);
  if (answer->types == NULL)
    {
      answer_free (answer);
      return FALSE;
    }
  *result = answer;
  return TRUE;
}

static void
show_conflict (AssayInspectionPage *self)
{
  adw_banner_set_title (self->banner, _ ("The book was changed. What you save here goes over it."));
  adw_banner_set_button_label (self->banner, _ ("_Discard My Edits"));
  adw_banner_set_revealed (self->banner, TRUE);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayInspectionPage) self = data;
  g_autoptr (GError) error = NULL;
  Answer *answer = assay_book_ask_finish (ASSAY_BOOK (source), result, &error);
  gboolean saved = self->saving, discard = self->discarding;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->context == NULL)
    {
      g_clear_pointer (&answer, answer_free);
      return;
    }
  self->reading = self->saving = self->discarding = FALSE;
  if (!saved && !discard && self->draft != NULL && assay_inspection_page_is_dirty (self))
    {
      /* Edited while it was read. */
      g_clear_pointer (&answer, answer_free);
      show_conflict (self);
      return;
    }
  /* When it was saved this was done before it became insensitive. */
  if (!saved)
    assay_inspection_page_note_focus (self);
  if (answer == NULL)
    {
      if (!g_error_matches (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_GONE))
        {
          g_autofree char *words = g_markup_escape_text (error->message, -1);

          adw_status_page_set_title (self->gone, _ ("This Inspection Cannot Be Read"));
          adw_status_page_set_description (self->gone, words);
        }
      clear (self);
      gtk_stack_set_visible_child_name (self->stack, "gone");
      assay_inspection_page_update (self);
      return;
    }
  assay_defect_catalogue_set_types (self->types, answer->types);
  show_loaded (self, answer->loaded);
  answer_free (answer);
  assay_inspection_page_go_on (self);
}

void
assay_inspection_page_read (AssayInspectionPage *self)
{
  Question *question;

  if (self->book == NULL || self->reading)
    return;
  question = g_new0 (Question, 1);
  question->id = self->id;
  if (self->id == 0)
    question->template = assay_record_copy (self->template);
  self->reading = TRUE;
  assay_book_ask_async (self->book, read_page, question, question_free, answer_free,
                        self->cancellable, read_cb, g_object_ref (self));
}

static gboolean
concerns (AssayInspectionPage *self, GArray *changed)
{
  for (guint i = 0; changed != NULL && i < changed->len; i++)
    {
      const AssayChanged *one = &g_array_index (changed, AssayChanged, i);

      if (one->type == ASSAY_TYPE_INSPECTION /* itself, or one of the same lot */
          || one->type == ASSAY_TYPE_DEFECT || one->type == ASSAY_TYPE_CHECKPOINT
          || one->type == ASSAY_TYPE_ATTACHMENT)
        return TRUE;
    }
  return changed == NULL;
}

/* What another page, an import or undo changed. Edits are not given up for it. */
static void
book_changed_cb (AssayInspectionPage *self, GArray *changed)
{
  if (self->id == 0 || self->saving || !concerns (self, changed))
    return;
  if (self->draft == NULL || !assay_inspection_page_is_dirty (self))
    {
      assay_inspection_page_read (self);
      return;
    }
  adw_banner_set_title (self->banner, _ ("The book was changed. What you save here goes over it."));
  adw_banner_set_button_label (self->banner, _ ("_Discard My Edits"));
  adw_banner_set_revealed (self->banner, TRUE);
}

static void
reload_cb (AssayInspectionPage *self)
{
  adw_banner_set_revealed (self->banner, FALSE);
  assay_inspection_page_read (self);
}

/* The page */

static void
narrow_cb (AssayInspectionPage *self)
{
  self->narrow = TRUE;
  place_columns (self);
}

static void
wide_cb (AssayInspectionPage *self)
{
  self->narrow = FALSE;
  place_columns (self);
}

static void
assay_inspection_page_root (GtkWidget *widget)
{
  AssayInspectionPage *self = ASSAY_INSPECTION_PAGE (widget);
  GtkRoot *root;

  GTK_WIDGET_CLASS (assay_inspection_page_parent_class)->root (widget);
  root = gtk_widget_get_root (widget);
  if (GTK_IS_WINDOW (root))
    self->close_handler = g_signal_connect_swapped (
        root, "close-request", G_CALLBACK (assay_inspection_page_close_request_cb), self);
}

static void
assay_inspection_page_unroot (GtkWidget *widget)
{
  AssayInspectionPage *self = ASSAY_INSPECTION_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (self->close_handler != 0 && root != NULL)
    g_clear_signal_handler (&self->close_handler, root);
  self->close_handler = 0;
  GTK_WIDGET_CLASS (assay_inspection_page_parent_class)->unroot (widget);
}

static void
assay_inspection_page_dispose (GObject *object)
{
  AssayInspectionPage *self = ASSAY_INSPECTION_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->scroll_source, g_source_remove);
  if (self->head != NULL)
    {
      assay_inspection_page_note_focus (self);
      clear (self);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_INSPECTION_PAGE);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->types);
  g_clear_object (&self->template);
  g_clear_object (&self->book);
  g_clear_object (&self->context);
  g_clear_pointer (&self->announced, g_free);

  G_OBJECT_CLASS (assay_inspection_page_parent_class)->dispose (object);
}

static void
assay_inspection_page_class_init (AssayInspectionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_inspection_page_dispose;
  widget_class->root = assay_inspection_page_root;
  widget_class->unroot = assay_inspection_page_unroot;

  g_type_ensure (ASSAY_TYPE_TWO_COLUMNS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "inspections/inspection-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayInspectionPage, title);
  gtk_widget_class_bind_template_child (widget_class, AssayInspectionPage, back);
  gtk_widget_class_bind_template_child (widget_class, AssayInspectionPage, save_stack);
  gtk_widget_class_bind_template_child (widget_class, AssayInspectionPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, AssayInspectionPage, banner);
  gtk_widget_class_bind_template_child (widget_class, AssayInspectionPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AssayInspectionPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, AssayInspectionPage, head);
  gtk_widget_class_bind_template_child (widget_class, AssayInspectionPage, columns);
  gtk_widget_class_bind_template_child (widget_class, AssayInspectionPage, facts);
  gtk_widget_class_bind_template_child (widget_class, AssayInspectionPage, findings);
  gtk_widget_class_bind_template_child (widget_class, AssayInspectionPage, foot);
  gtk_widget_class_bind_template_child (widget_class, AssayInspectionPage, gone);
  gtk_widget_class_bind_template_child (widget_class, AssayInspectionPage, reason_bar);
  gtk_widget_class_bind_template_child (widget_class, AssayInspectionPage, reason);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_bind_template_callback (widget_class, reload_cb);
  assay_inspection_page_actions_class_init (widget_class);
}

static void
assay_inspection_page_init (AssayInspectionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->types = assay_defect_catalogue_new ();
  self->risk_choices = ASSAY_RISK_CHOICES_INIT;
  assay_inspection_page_listen (self);
}

static AdwNavigationPage *
new_page (AssayContext *context, gint64 id, AssayRecord *template)
{
  AssayInspectionPage *self = g_object_new (ASSAY_TYPE_INSPECTION_PAGE, NULL);

  self->context = g_object_ref (context);
  self->id = id;
  self->template
      = template != NULL ? assay_record_copy (template) : assay_record_new (ASSAY_TYPE_INSPECTION);
  /* The page belongs to the book it was opened in. */
  g_set_object (&self->book, assay_context_get_book (context));
  if (self->book != NULL)
    g_signal_connect_object (self->book, "changed", G_CALLBACK (book_changed_cb), self,
                             G_CONNECT_SWAPPED);
  assay_inspection_page_update (self);
  assay_inspection_page_read (self);
  return ADW_NAVIGATION_PAGE (self);
}

AdwNavigationPage *
assay_inspection_page_new (AssayContext *context, gint64 id)
{
  return new_page (context, id, NULL);
}

AdwNavigationPage *
assay_inspection_page_new_for_line (AssayContext *context, gint64 order_line)
{
  g_autoptr (AssayRecord) template = assay_record_new (ASSAY_TYPE_INSPECTION);

  assay_record_set_reference (template, ASSAY_INSPECTION_ORDER_LINE, order_line);
  return new_page (context, 0, template);
}

AdwNavigationPage *
assay_inspection_page_new_for_record (AssayContext *context, AssayRecord *record)
{
  gint64 id = assay_record_get_id (record);

  return new_page (context, id, id == 0 ? record : NULL);
}

gint64
assay_inspection_page_get_id (AssayInspectionPage *self)
{
  g_return_val_if_fail (ASSAY_IS_INSPECTION_PAGE (self), 0);

  return self->id;
}

gboolean
assay_inspection_page_is_dirty (AssayInspectionPage *self)
{
  g_return_val_if_fail (ASSAY_IS_INSPECTION_PAGE (self), FALSE);

  return self->draft != NULL && !self->leaving
         && (assay_inspection_draft_is_dirty (self->draft)
             || assay_inspection_form_is_unread (self->form));
}
