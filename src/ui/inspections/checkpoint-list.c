/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/checkpoint-list.h"

#include <glib/gi18n-lib.h>

#include "store/records.h"
#include "ui/init.h"
#include "ui/inspections/check-dialog.h"
#include "ui/inspections/checklist-chooser.h"
#include "ui/inspections/children.h"

struct _AssayCheckpointList
{
  GtkWidget parent_instance;

  AssayContext *context;
  AssayInspectionDraft *draft;
  gint64 product; /* what the proposal was made for */
  char *kind;

  GtkLabel *progress;
  GtkListBox *list;
  GtkWidget *add;
  GtkWidget *choose;
};

G_DEFINE_FINAL_TYPE (AssayCheckpointList, assay_checkpoint_list, GTK_TYPE_WIDGET)

typedef enum
{
  SIGNAL_RECORD_DEFECT,
  N_SIGNALS,
} AssayCheckpointListSignal;

static guint signals[N_SIGNALS];

static GListModel *
checks_of (AssayCheckpointList *self)
{
  return G_LIST_MODEL (assay_inspection_draft_get_checks (self->draft));
}

/* Proposing */

static AssayDb *
reader_of (AssayCheckpointList *self)
{
  AssayBook *book = assay_context_get_book (self->context);

  return book != NULL ? assay_book_get_reader (book) : NULL;
}

static AssayRecord *
read_product (AssayCheckpointList *self)
{
  gint64 id = assay_record_get_reference (assay_inspection_draft_get_record (self->draft),
                                          ASSAY_INSPECTION_PRODUCT);
  AssayDb *db = reader_of (self);

  return id != 0 && db != NULL ? assay_records_get (db, ASSAY_TYPE_PRODUCT, id, NULL) : NULL;
}

void
assay_checkpoint_list_take (AssayCheckpointList *self, gint64 checklist, AssayTakeChecklist how)
{
  AssayDb *db = reader_of (self);
  g_autoptr (AssayRecord) record = NULL;
  g_autoptr (AssayRecord) product = read_product (self);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;

  if (db == NULL)
    return;
  if (checklist != 0)
    {
      record = assay_records_get (db, ASSAY_TYPE_CHECKLIST, checklist, &error);
      items = record != NULL ? assay_checklist_read_items (db, checklist, &error) : NULL;
    }
  else
    items = g_ptr_array_new ();
  if (items != NULL)
    assay_inspection_draft_take_checklist (self->draft, record, items, product, how);
  else
    assay_context_failed (self->context, _ ("The Checklist Cannot Be Read"), error);
}

static gboolean
is_untouched (AssayCheckpointList *self)
{
  GListModel *checks = checks_of (self);

  for (guint i = 0; i < g_list_model_get_n_items (checks); i++)
    {
      g_autoptr (AssayDraftCheckpoint) check = g_list_model_get_item (checks, i);

      if (!assay_draft_checkpoint_is_untouched (check) || assay_draft_checkpoint_is_edited (check))
        return FALSE;
    }
  return TRUE;
}

/* Another product or kind, of an inspection on which nobody has begun to work. */
static void
propose (AssayCheckpointList *self)
{
  AssayRecord *record = assay_inspection_draft_get_record (self->draft);
  const char *kind = assay_record_get_text (record, ASSAY_INSPECTION_KIND);
  gint64 product = assay_record_get_reference (record, ASSAY_INSPECTION_PRODUCT);
  gint64 now = assay_record_get_reference (record, ASSAY_INSPECTION_CHECKLIST), fits = 0;
  AssayDb *db = reader_of (self);
  g_autoptr (AssayRecord) read = NULL;

  if (product == self->product && g_strcmp0 (kind, self->kind) == 0)
    return;
  self->product = product;
  g_set_str (&self->kind, kind);
  if (!assay_inspection_draft_is_new (self->draft) || db == NULL || !is_untouched (self)
      || assay_record_is_known (record, ASSAY_INSPECTION_REPEATS)
      || assay_inspection_draft_checks_are_dirty (self->draft))
    return;
  read = read_product (self);
  if (assay_checklist_choose (db, read, kind, &fits, NULL) && (fits != now || fits != 0))
    assay_checkpoint_list_take (self, fits, ASSAY_TAKE_PROPOSED);
}

/* Showing */

static void
show_progress (AssayCheckpointList *self)
{
  const AssayChecks *sum = assay_inspection_draft_get_checks_sum (self->draft);
  const char *checklist = assay_record_get_reference_title (
      assay_inspection_draft_get_record (self->draft), ASSAY_INSPECTION_CHECKLIST);
  g_autoptr (GString) words = g_string_new (NULL);

  if (sum->n == 0)
    g_string_append (words, _ ("What is measured, tested and looked at besides defects: take it "
                               "from a checklist or add it here."));
  else
    {
      g_string_append_printf (words,
                              g_dngettext (GETTEXT_PACKAGE, "%u of %u check answered",
                                           "%u of %u checks answered", sum->n),
                              sum->answered, sum->n);
      if (sum->failed + sum->undecided + sum->noted > 0)
        /* Translators: follows "5 of 12 checks answered" */
        g_string_append_printf (words, _ (", %u not as it should be"),
                                sum->failed + sum->undecided + sum->noted);
      if (checklist != NULL)
        g_string_append_printf (words, _ (" · %s"), checklist);
    }
  gtk_label_set_label (self->progress, words->str);
  gtk_widget_set_visible (GTK_WIDGET (self->list), sum->n > 0);
}

static void
changed_cb (AssayCheckpointList *self)
{
  propose (self);
  show_progress (self);
}

static const char *
section_of (GtkListBoxRow *row)
{
  AssayDraftCheckpoint *check = assay_checkpoint_row_get_check (ASSAY_CHECKPOINT_ROW (row));

  return assay_record_get_text (assay_draft_checkpoint_get_record (check),
                                ASSAY_CHECKPOINT_SECTION);
}

static void
header_func (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *section = section_of (row);
  GtkWidget *label;

  if (section == NULL || (before != NULL && g_strcmp0 (section, section_of (before)) == 0))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label
      = g_object_new (GTK_TYPE_LABEL, "label", section, "xalign", 0.0, "wrap", TRUE,
                      "max-width-chars", 40, "margin-start", 12, "margin-end", 12, "margin-top", 12,
                      "margin-bottom", 6, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_box_row_set_header (row, label);
}

/* Rows */

AssayCheckpointRow *
assay_checkpoint_list_get_row (AssayCheckpointList *self, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int)index);

  return row != NULL ? ASSAY_CHECKPOINT_ROW (row) : NULL;
}

AssayCheckpointRow *
assay_checkpoint_list_find_row (AssayCheckpointList *self, AssayDraftCheckpoint *check)
{
  AssayCheckpointRow *row;

  for (guint i = 0; (row = assay_checkpoint_list_get_row (self, i)) != NULL; i++)
    if (assay_checkpoint_row_get_check (row) == check)
      return row;
  return NULL;
}

AssayCheckpointRow *
assay_checkpoint_list_get_focused (AssayCheckpointList *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return row != NULL
                 && (gtk_widget_get_state_flags (row)
                     & (GTK_STATE_FLAG_FOCUS_WITHIN | GTK_STATE_FLAG_FOCUSED))
                        != 0
             ? ASSAY_CHECKPOINT_ROW (row)
             : NULL;
}

gboolean
assay_checkpoint_list_is_reading (AssayCheckpointList *self)
{
  AssayCheckpointRow *row;

  for (guint i = 0; (row = assay_checkpoint_list_get_row (self, i)) != NULL; i++)
    if (assay_file_strip_get_n_pending (assay_checkpoint_row_get_strip (row)) > 0)
      return TRUE;
  return FALSE;
}

static void
remove_cb (AssayCheckpointList *self, AssayCheckpointRow *row)
{
  guint index = (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  AssayCheckpointRow *next;

  assay_inspection_draft_remove_check (self->draft, assay_checkpoint_row_get_check (row));
  next = assay_checkpoint_list_get_row (self, index);
  if (next == NULL && index > 0)
    next = assay_checkpoint_list_get_row (self, index - 1);
  gtk_widget_grab_focus (next != NULL ? GTK_WIDGET (next) : self->add);
}

static void
next_cb (AssayCheckpointList *self, AssayCheckpointRow *row)
{
  AssayCheckpointRow *next = assay_checkpoint_list_get_row (
      self, (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);

  if (next != NULL)
    assay_checkpoint_row_focus (next);
  else
    gtk_widget_grab_focus (self->add);
}

static void
record_defect_cb (AssayCheckpointList *self, AssayCheckpointRow *row)
{
  g_signal_emit (self, signals[SIGNAL_RECORD_DEFECT], 0, assay_checkpoint_row_get_check (row));
}

/* Another kind has another control: the row is made anew. */
static void
edited_cb (AssayCheckpointList *self, AssayRecord *edited, AssayCheckDialog *dialog)
{
  AssayDraftCheckpoint *check = g_object_get_data (G_OBJECT (dialog), "check");
  GListStore *store = assay_inspection_draft_get_checks (self->draft);
  AssayCheckpointRow *row;
  guint position;

  if (!g_list_store_find (store, check, &position))
    return;
  assay_draft_checkpoint_set_requirement (check, edited);
  g_object_ref (check);
  g_list_store_splice (store, position, 1, (gpointer *)&check, 1);
  g_object_unref (check);
  row = assay_checkpoint_list_get_row (self, position);
  gtk_list_box_invalidate_headers (self->list);
  assay_checkpoint_row_focus (row);
}

static void
edit_cb (AssayCheckpointList *self, AssayCheckpointRow *row)
{
  AssayDraftCheckpoint *check = assay_checkpoint_row_get_check (row);
  AdwDialog *dialog
      = assay_check_dialog_new (self->context, assay_draft_checkpoint_get_record (check), FALSE);

  g_object_set_data_full (G_OBJECT (dialog), "check", g_object_ref (check), g_object_unref);
  g_signal_connect_object (dialog, "done", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  AssayCheckpointList *self = data;
  GtkWidget *row = assay_checkpoint_row_new (self->context, self->draft, item);

  g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "edit", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "next", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "record-defect", G_CALLBACK (record_defect_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

/* Adding */

static void
added_cb (AssayCheckpointList *self, AssayRecord *record)
{
  g_autoptr (AssayRecord) copy = assay_record_copy (record);
  AssayDraftCheckpoint *check = assay_inspection_draft_add_check (self->draft, copy);
  AssayCheckpointRow *row = assay_checkpoint_list_find_row (self, check);

  gtk_list_box_invalidate_headers (self->list);
  assay_checkpoint_row_focus (row);
}

void
assay_checkpoint_list_add (AssayCheckpointList *self)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_CHECKPOINT);
  AssayCheckpointRow *row = assay_checkpoint_list_get_focused (self);
  AdwDialog *dialog;

  /* It belongs where the cursor was. */
  if (row != NULL)
    assay_record_set_text (record, ASSAY_CHECKPOINT_SECTION, section_of (GTK_LIST_BOX_ROW (row)));
  dialog = assay_check_dialog_new (self->context, record, TRUE);
  g_signal_connect_object (dialog, "done", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
chosen_cb (AssayCheckpointList *self, gint64 checklist, gboolean replace)
{
  assay_checkpoint_list_take (self, checklist, replace ? ASSAY_TAKE_REPLACE : ASSAY_TAKE_ADD);
}

void
assay_checkpoint_list_choose (AssayCheckpointList *self)
{
  AdwDialog *dialog = assay_checklist_chooser_new (self->context,
                                                   g_list_model_get_n_items (checks_of (self)) > 0);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
add_cb (AssayCheckpointList *self)
{
  assay_checkpoint_list_add (self);
}

static void
choose_cb (AssayCheckpointList *self)
{
  assay_checkpoint_list_choose (self);
}

static void
assay_checkpoint_list_dispose (GObject *object)
{
  AssayCheckpointList *self = ASSAY_CHECKPOINT_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_CHECKPOINT_LIST);
  assay_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->context);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->kind, g_free);

  G_OBJECT_CLASS (assay_checkpoint_list_parent_class)->dispose (object);
}

static void
assay_checkpoint_list_class_init (AssayCheckpointListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_checkpoint_list_dispose;

  signals[SIGNAL_RECORD_DEFECT]
      = g_signal_new ("record-defect", ASSAY_TYPE_CHECKPOINT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, ASSAY_TYPE_DRAFT_CHECKPOINT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "inspections/checkpoint-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayCheckpointList, progress);
  gtk_widget_class_bind_template_child (widget_class, AssayCheckpointList, list);
  gtk_widget_class_bind_template_child (widget_class, AssayCheckpointList, add);
  gtk_widget_class_bind_template_child (widget_class, AssayCheckpointList, choose);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
}

/* Boxes side by side ask how wide a child is at some height, which rows that wrap cannot answer. */
static GtkSizeRequestMode
get_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation,
                      orientation == GTK_ORIENTATION_HORIZONTAL ? -1 : for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (widget), width, height, baseline, NULL);
}

static void
assay_checkpoint_list_init (AssayCheckpointList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 gtk_custom_layout_new (get_mode, measure, allocate));
  gtk_list_box_set_header_func (self->list, header_func, NULL, NULL);
  gtk_list_box_set_tab_behavior (self->list, GTK_LIST_TAB_ALL);
}

AssayCheckpointList *
assay_checkpoint_list_new (AssayContext *context, AssayInspectionDraft *draft)
{
  AssayCheckpointList *self = g_object_new (ASSAY_TYPE_CHECKPOINT_LIST, NULL);
  AssayRecord *record = assay_inspection_draft_get_record (draft);

  self->context = g_object_ref (context);
  self->draft = g_object_ref (draft);
  self->product = assay_record_get_reference (record, ASSAY_INSPECTION_PRODUCT);
  self->kind = g_strdup (assay_record_get_text (record, ASSAY_INSPECTION_KIND));
  gtk_list_box_bind_model (self->list, checks_of (self), make_row, self, NULL);
  g_signal_connect_object (draft, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_progress (self);
  return self;
}
