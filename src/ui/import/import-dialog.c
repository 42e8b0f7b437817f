/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/import/import-dialog.h"

#include <glib/gi18n-lib.h>

#include "exchange/importer.h"
#include "exchange/text-encoding.h"
#include "record/format.h"
#include "ui/import/import-choose.h"
#include "ui/import/import-columns.h"
#include "ui/import/import-preview.h"
#include "ui/import/import-report.h"
#include "ui/import/import-review.h"
#include "ui/init.h"

typedef enum
{
  STEP_CHOOSE,
  STEP_BUSY,
  STEP_COLUMNS,
  STEP_REVIEW,
  STEP_DONE,
} Step;

/* Written on the book's thread, read by a timer on the main thread. */
typedef struct
{
  gint rows;
  gint permille;
} Meter;

struct _AssayImportDialog
{
  AdwDialog parent_instance;

  GtkWidget *back;
  GtkWidget *next;
  AdwBanner *problem;
  GtkStack *pages;
  AdwStatusPage *failed;
  GtkLabel *busy_label;
  GtkProgressBar *progress;
  AdwComboRow *target_row;
  AdwExpanderRow *file_row;
  AdwComboRow *encoding_row;
  AdwComboRow *separator_row;
  AdwSpinRow *header_row;
  AdwComboRow *decimal_row;
  AdwComboRow *dates_row;
  GtkColumnView *preview;
  AdwPreferencesGroup *columns_group;
  AdwPreferencesPage *review;
  GtkWidget *report_bar;

  AssayContext *context;
  GFile *file;
  AssayType type; /* asked for; NONE: the headings tell */
  Step step;
  AssayImportPlan *plan;
  AssayImportResult *result;
  GPtrArray *column_rows; /* borrowed from columns_group */
  GPtrArray *review_groups;
  GCancellable *cancellable;
  Meter *meter;
  guint timer;
  guint header_timer;
  gboolean filling; /* rows are set by the program, not by the person */
};

G_DEFINE_FINAL_TYPE (AssayImportDialog, assay_import_dialog, ADW_TYPE_DIALOG)

static const char separators[] = ",;\t|";

static void start_survey (AssayImportDialog *self, gboolean keep_wish);
static void clear_review (AssayImportDialog *self);

static void
show_step (AssayImportDialog *self, Step step)
{
  static const char *const names[] = { "choose", "busy", "columns", "review", "review" };
  gboolean refused = self->result != NULL && self->result->refused.count > 0;

  self->step = step;
  gtk_stack_set_visible_child_name (self->pages, names[step]);
  gtk_widget_set_visible (self->back, step == STEP_COLUMNS || step == STEP_REVIEW);
  gtk_widget_set_visible (self->next,
                          step == STEP_COLUMNS || step == STEP_REVIEW || step == STEP_DONE);
  gtk_widget_set_visible (self->report_bar, step == STEP_REVIEW || step == STEP_DONE);
  gtk_button_set_label (GTK_BUTTON (self->next),
                        step == STEP_DONE     ? _ ("_Done")
                        : step == STEP_REVIEW ? (refused ? _ ("_Import the Others") : _ ("_Import"))
                                              : _ ("_Continue"));
  gtk_widget_set_sensitive (self->next, TRUE);
  if (step != STEP_COLUMNS)
    adw_banner_set_revealed (self->problem, FALSE);
}

static void
stop_meter (AssayImportDialog *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->meter, g_atomic_rc_box_release);
}

static gboolean
tick_cb (gpointer data)
{
  AssayImportDialog *self = data;
  g_autofree char *rows = NULL;
  g_autofree char *text = NULL;
  gint n;

  if (self->meter == NULL || (n = g_atomic_int_get (&self->meter->rows)) == 0)
    {
      gtk_progress_bar_pulse (self->progress);
      return G_SOURCE_CONTINUE;
    }
  rows = assay_format_number (n);
  text = g_strdup_printf (ngettext ("%s row", "%s rows", (gulong)n), rows);
  gtk_progress_bar_set_fraction (self->progress,
                                 g_atomic_int_get (&self->meter->permille) / 1000.0);
  gtk_progress_bar_set_text (self->progress, text);
  gtk_progress_bar_set_show_text (self->progress, TRUE);
  return G_SOURCE_CONTINUE;
}

static void
start_busy (AssayImportDialog *self, const char *label)
{
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  stop_meter (self);
  self->meter = g_atomic_rc_box_new0 (Meter);
  self->timer = g_timeout_add (100, tick_cb, self);
  gtk_label_set_label (self->busy_label, label);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_progress_bar_set_show_text (self->progress, FALSE);
  show_step (self, STEP_BUSY);
}

static void
show_failed (AssayImportDialog *self, const GError *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->failed, escaped);
  show_step (self, STEP_CHOOSE);
  gtk_stack_set_visible_child_name (self->pages, "failed");
}

static void
check_plan (AssayImportDialog *self)
{
  g_autoptr (GError) error = NULL;
  gboolean ready = assay_import_plan_check (self->plan, &error);

  gtk_widget_set_sensitive (self->next, ready);
  if (error != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      adw_banner_set_title (self->problem, escaped);
    }
  adw_banner_set_revealed (self->problem, !ready);
}

static void
columns_changed_cb (gpointer data)
{
  check_plan (data);
}

static void
clear_column_rows (AssayImportDialog *self)
{
  for (guint i = 0; self->column_rows != NULL && i < self->column_rows->len; i++)
    adw_preferences_group_remove (self->columns_group, g_ptr_array_index (self->column_rows, i));
  g_clear_pointer (&self->column_rows, g_ptr_array_unref);
}

static void
show_columns (AssayImportDialog *self)
{
  clear_column_rows (self);
  self->column_rows
      = assay_import_columns_fill (self->columns_group, self->plan, columns_changed_cb, self);
  show_step (self, STEP_COLUMNS);
  check_plan (self);
}

static guint
find_target (AssayType type)
{
  guint i = 0;

  for (const AssayType *target = assay_import_targets (); *target != ASSAY_TYPE_NONE; target++, i++)
    if (*target == type)
      return i;
  return 0;
}

static guint
find_encoding (const char *encoding)
{
  const char *const *names = assay_encoding_names ();

  for (guint i = 0; names[i] != NULL; i++)
    if (g_ascii_strcasecmp (names[i], encoding) == 0)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

/* Shows what was recognised. */
static void
show_survey (AssayImportDialog *self)
{
  AssaySurvey *survey = assay_import_plan_get_survey (self->plan);
  const char *separator = strchr (separators, survey->dialect.separator);
  g_autofree char *rows = assay_format_number ((gint64)survey->n_rows);
  g_autofree char *summary = NULL;

  self->filling = TRUE;
  adw_combo_row_set_selected (self->target_row,
                              find_target (assay_import_plan_get_target (self->plan)));
  adw_combo_row_set_selected (self->encoding_row,
                              find_encoding (assay_text_source_get_encoding (survey->source)));
  adw_combo_row_set_selected (self->separator_row, separator != NULL && *separator != '\0'
                                                       ? (guint)(separator - separators)
                                                       : GTK_INVALID_LIST_POSITION);
  adw_spin_row_set_value (self->header_row, survey->dialect.header_line);
  /* Translators: an encoding and a number of rows: “UTF-8, 1,200 rows”. */
  summary = g_strdup_printf (
      ngettext ("%s, %s row", "%s, %s rows", (gulong)MIN (survey->n_rows, G_MAXINT)),
      assay_text_source_get_encoding (survey->source), rows);
  adw_expander_row_set_subtitle (self->file_row, summary);
  adw_expander_row_set_expanded (self->file_row, !assay_text_source_is_sure (survey->source));
  assay_import_preview_show (self->preview, survey);
  self->filling = FALSE;
}

/* The answers to the questions about values, put into the plan. */
static void
set_values (AssayImportDialog *self)
{
  static const char decimals[] = { 0, '.', ',' };
  static const AssayDateOrder orders[] = { ASSAY_DATE_ORDER_UNKNOWN, ASSAY_DATE_ORDER_DMY,
                                           ASSAY_DATE_ORDER_MDY, ASSAY_DATE_ORDER_YMD };

  assay_import_plan_set_decimal (self->plan,
                                 decimals[MIN (adw_combo_row_get_selected (self->decimal_row), 2)]);
  assay_import_plan_set_date_order (self->plan,
                                    orders[MIN (adw_combo_row_get_selected (self->dates_row), 3)]);
}

static void
set_plan (AssayImportDialog *self, AssayImportPlan *plan)
{
  AssayBook *book = assay_context_get_book (self->context);

  /* Rows of both speak to the plan that goes. */
  clear_column_rows (self);
  clear_review (self);
  g_clear_pointer (&self->plan, assay_import_plan_free);
  self->plan = plan;
  if (book != NULL)
    assay_import_plan_recall (plan, assay_book_get_reader (book), NULL);
  set_values (self);
}

typedef struct
{
  GFile *file;
  char *encoding;
  AssaySurveyWish wish;
  AssayType type;
} SurveyJob;

static void
survey_job_free (gpointer data)
{
  SurveyJob *job = data;

  g_object_unref (job->file);
  g_free (job->encoding);
  g_free (job);
}

static void
survey_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SurveyJob *job = data;
  GError *error = NULL;
  g_autoptr (AssaySurvey) survey = assay_survey_run (job->file, &job->wish, cancellable, &error);
  AssayType type = job->type;

  if (survey == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (type == ASSAY_TYPE_NONE)
    type = assay_import_guess_target (survey);
  g_task_return_pointer (task, assay_import_plan_new (survey, type),
                         (GDestroyNotify)assay_import_plan_free);
}

static void
surveyed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AssayImportDialog *self = ASSAY_IMPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  AssayImportPlan *plan = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    {
      g_clear_pointer (&plan, assay_import_plan_free);
      return;
    }
  stop_meter (self);
  if (plan == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_failed (self, error);
      else
        show_step (self, self->plan != NULL ? STEP_COLUMNS : STEP_CHOOSE);
      return;
    }
  set_plan (self, plan);
  show_survey (self);
  show_columns (self);
}

static void
start_survey (AssayImportDialog *self, gboolean keep_wish)
{
  g_autoptr (GTask) task = NULL;
  SurveyJob *job = g_new0 (SurveyJob, 1);
  guint encoding = adw_combo_row_get_selected (self->encoding_row);
  guint separator = adw_combo_row_get_selected (self->separator_row);
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *label = g_strdup_printf (_ ("Reading %s…"), shown);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  start_busy (self, label);
  adw_dialog_set_title (ADW_DIALOG (self), shown);
  job->file = g_object_ref (self->file);
  job->wish = (AssaySurveyWish)ASSAY_SURVEY_WISH_INIT;
  job->type = self->type;
  if (keep_wish)
    {
      if (encoding != GTK_INVALID_LIST_POSITION)
        job->encoding = g_strdup (assay_encoding_names ()[encoding]);
      job->wish.encoding = job->encoding;
      if (separator != GTK_INVALID_LIST_POSITION)
        job->wish.dialect.separator = separators[separator];
      job->wish.dialect.header_line = (int)adw_spin_row_get_value (self->header_row);
    }
  task = g_task_new (self, self->cancellable, surveyed_cb, NULL);
  g_task_set_source_tag (task, start_survey);
  g_task_set_task_data (task, job, survey_job_free);
  g_task_run_in_thread (task, survey_thread);
}

static void
set_file (AssayImportDialog *self, GFile *file)
{
  g_set_object (&self->file, file);
  start_survey (self, FALSE);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayImportDialog) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    set_file (self, file);
}

static void
choose_cb (AssayImportDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = assay_import_choose_new ();

  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        opened_cb, g_object_ref (self));
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  AssayImportDialog *self = data;

  if (self->step != STEP_CHOOSE || g_value_get_object (value) == NULL)
    return FALSE;
  set_file (self, g_value_get_object (value));
  return TRUE;
}

static void
target_cb (AssayImportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->target_row);

  if (self->filling || self->plan == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  self->type = assay_import_targets ()[selected];
  set_plan (self, assay_import_plan_new (assay_import_plan_get_survey (self->plan), self->type));
  show_columns (self);
}

static void
reading_cb (AssayImportDialog *self)
{
  if (!self->filling && self->file != NULL && self->step == STEP_COLUMNS)
    start_survey (self, TRUE);
}

static gboolean
header_settled_cb (gpointer data)
{
  AssayImportDialog *self = data;

  self->header_timer = 0;
  reading_cb (self);
  return G_SOURCE_REMOVE;
}

/* While the number is still being changed the file is not read again for each step. */
static void
header_cb (AssayImportDialog *self)
{
  if (self->filling)
    return;
  g_clear_handle_id (&self->header_timer, g_source_remove);
  self->header_timer = g_timeout_add (600, header_settled_cb, self);
}

static void
values_cb (AssayImportDialog *self)
{
  if (self->filling || self->plan == NULL)
    return;
  set_values (self);
  if (self->step == STEP_COLUMNS)
    check_plan (self);
}

static void
progress_cb (guint64 rows, double fraction, gpointer data)
{
  Meter *meter = data;

  g_atomic_int_set (&meter->rows, (gint)MIN (rows, G_MAXINT));
  g_atomic_int_set (&meter->permille, (gint)(fraction * 1000));
}

static void
clear_review (AssayImportDialog *self)
{
  for (guint i = 0; self->review_groups != NULL && i < self->review_groups->len; i++)
    adw_preferences_page_remove (self->review, g_ptr_array_index (self->review_groups, i));
  g_clear_pointer (&self->review_groups, g_ptr_array_unref);
}

static void
tell_done (AssayImportDialog *self)
{
  g_autofree char *created = assay_import_result_describe_created (self->result);
  g_autofree char *message = NULL;

  if (created == NULL)
    return;
  /* Translators: %s lists what: “2 order lines, 1 supplier”. */
  message = g_strdup_printf (_ ("Imported %s"), created);
  assay_context_toast_undo (self->context, message);
}

static void
imported_cb (GObject *source, GAsyncResult *task, gpointer data)
{
  g_autoptr (AssayImportDialog) self = data;
  g_autoptr (AssayImportResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean refused;

  assay_import_finish (task, &result, &error);
  stop_meter (self);
  refused = g_error_matches (error, ASSAY_EXCHANGE_ERROR, ASSAY_EXCHANGE_ERROR_REFUSED);
  if (error != NULL && !refused)
    {
      show_step (self, STEP_COLUMNS);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_autofree char *words = assay_store_error_describe (error, NULL);
          g_autofree char *escaped = g_markup_escape_text (words, -1);

          adw_banner_set_title (self->problem, escaped);
          adw_banner_set_revealed (self->problem, TRUE);
        }
      return;
    }
  g_clear_pointer (&self->result, assay_import_result_unref);
  self->result = g_steal_pointer (&result);
  clear_review (self);
  self->review_groups = assay_import_review_fill (self->review, self->result,
                                                  self->result->done ? NULL : self->plan);
  show_step (self, self->result->done ? STEP_DONE : STEP_REVIEW);
  gtk_widget_grab_focus (self->next);
}

static void
start_import (AssayImportDialog *self, gboolean dry_run)
{
  AssayBook *book = assay_context_get_book (self->context);

  if (book == NULL)
    return;
  assay_import_plan_set_dry_run (self->plan, dry_run);
  assay_import_plan_set_skip_refused (self->plan, !dry_run);
  start_busy (self, dry_run ? _ ("Trying the Import…") : _ ("Importing…"));
  assay_import_async (book, self->plan, progress_cb, g_atomic_rc_box_acquire (self->meter),
                      g_atomic_rc_box_release, self->cancellable, imported_cb, g_object_ref (self));
}

static void
next_cb (AssayImportDialog *self)
{
  if (self->step == STEP_COLUMNS)
    start_import (self, TRUE);
  else if (self->step == STEP_REVIEW)
    start_import (self, FALSE);
  else if (self->step == STEP_DONE)
    adw_dialog_close (ADW_DIALOG (self));
}

static void
back_cb (AssayImportDialog *self)
{
  if (self->step == STEP_REVIEW)
    {
      show_step (self, STEP_COLUMNS);
      check_plan (self);
    }
  else
    show_step (self, STEP_CHOOSE);
}

static void
cancel_cb (AssayImportDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static const char *
source_name (AssayImportDialog *self)
{
  return assay_text_source_get_name (assay_import_plan_get_survey (self->plan)->source);
}

static void
copy_cb (AssayImportDialog *self)
{
  assay_import_report_copy (GTK_WIDGET (self), self->result, source_name (self));
}

static void
save_cb (AssayImportDialog *self)
{
  assay_import_report_save (GTK_WIDGET (self), self->context, self->result, source_name (self));
}

static void
closed_cb (AssayImportDialog *self)
{
  /* What is under way when the dialog goes is given up; what is in the book stays, and can be
   * undone where its report no longer covers the toast. */
  cancel_cb (self);
  if (self->result != NULL && self->result->done)
    tell_done (self);
}

static void
assay_import_dialog_dispose (GObject *object)
{
  AssayImportDialog *self = ASSAY_IMPORT_DIALOG (object);

  cancel_cb (self);
  stop_meter (self);
  g_clear_handle_id (&self->header_timer, g_source_remove);
  g_clear_pointer (&self->column_rows, g_ptr_array_unref);
  g_clear_pointer (&self->review_groups, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_IMPORT_DIALOG);
  g_clear_pointer (&self->plan, assay_import_plan_free);
  g_clear_pointer (&self->result, assay_import_result_unref);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (assay_import_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, AssayImportDialog, back);
  gtk_widget_class_bind_template_child (klass, AssayImportDialog, next);
  gtk_widget_class_bind_template_child (klass, AssayImportDialog, problem);
  gtk_widget_class_bind_template_child (klass, AssayImportDialog, pages);
  gtk_widget_class_bind_template_child (klass, AssayImportDialog, failed);
  gtk_widget_class_bind_template_child (klass, AssayImportDialog, busy_label);
  gtk_widget_class_bind_template_child (klass, AssayImportDialog, progress);
  gtk_widget_class_bind_template_child (klass, AssayImportDialog, target_row);
  gtk_widget_class_bind_template_child (klass, AssayImportDialog, file_row);
  gtk_widget_class_bind_template_child (klass, AssayImportDialog, encoding_row);
  gtk_widget_class_bind_template_child (klass, AssayImportDialog, separator_row);
  gtk_widget_class_bind_template_child (klass, AssayImportDialog, header_row);
  gtk_widget_class_bind_template_child (klass, AssayImportDialog, decimal_row);
  gtk_widget_class_bind_template_child (klass, AssayImportDialog, dates_row);
  gtk_widget_class_bind_template_child (klass, AssayImportDialog, preview);
  gtk_widget_class_bind_template_child (klass, AssayImportDialog, columns_group);
  gtk_widget_class_bind_template_child (klass, AssayImportDialog, review);
  gtk_widget_class_bind_template_child (klass, AssayImportDialog, report_bar);
}

static void
assay_import_dialog_class_init (AssayImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_import_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "import/import-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, target_cb);
  gtk_widget_class_bind_template_callback (widget_class, reading_cb);
  gtk_widget_class_bind_template_callback (widget_class, header_cb);
  gtk_widget_class_bind_template_callback (widget_class, values_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
fill_choices (AssayImportDialog *self)
{
  g_autoptr (GtkStringList) targets = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) encodings = gtk_string_list_new (assay_encoding_names ());

  for (const AssayType *target = assay_import_targets (); *target != ASSAY_TYPE_NONE; target++)
    gtk_string_list_append (targets, assay_record_type_plural (assay_record_type_get (*target)));
  self->filling = TRUE;
  adw_combo_row_set_model (self->target_row, G_LIST_MODEL (targets));
  adw_combo_row_set_model (self->encoding_row, G_LIST_MODEL (encodings));
  self->filling = FALSE;
}

static void
assay_import_dialog_init (AssayImportDialog *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  fill_choices (self);
  g_signal_connect (drop, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
  show_step (self, STEP_CHOOSE);
}

AdwDialog *
assay_import_dialog_new (AssayContext *context, GFile *file, AssayType type)
{
  AssayImportDialog *self;

  assay_ui_init ();
  self = g_object_new (ASSAY_TYPE_IMPORT_DIALOG, NULL);
  self->context = g_object_ref (context);
  self->type = assay_import_is_target (type)   ? type
               : type == ASSAY_TYPE_ORDER_LINE ? ASSAY_TYPE_ORDER
               : type == ASSAY_TYPE_DEFECT     ? ASSAY_TYPE_INSPECTION
                                               : ASSAY_TYPE_NONE;
  if (file != NULL)
    set_file (self, file);
  return ADW_DIALOG (self);
}
