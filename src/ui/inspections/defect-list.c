/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/defect-list.h"

#include <glib/gi18n-lib.h>

#include "exchange/starting-set.h"
#include "ui/form/form-dialog.h"
#include "ui/init.h"
#include "ui/inspections/children.h"
#include "ui/inspections/defect-types.h"

struct _AssayDefectList
{
  GtkWidget parent_instance;

  AssayContext *context;
  AssayInspectionDraft *draft;
  AssayDefectCatalogue *catalogue;
  AssayDefectTypes *types;

  GtkListBox *list;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (AssayDefectList, assay_defect_list, GTK_TYPE_WIDGET)

/* A new defect type is picked by the entry that asked for it, if that is still there. */
static void
type_saved_cb (AssayDefectEntry *entry, AssayRecord *record)
{
  assay_defect_entry_pick (entry, record);
}

static void
list_type_cb (AssayDefectList *self, AssayRecord *record)
{
  assay_defect_catalogue_add_type (self->catalogue, record);
}

static void
create_cb (AssayDefectList *self, AssayDefectEntry *entry, const char *typed)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_DEFECT_TYPE);
  AdwDialog *dialog;

  assay_record_set_text (record, ASSAY_DEFECT_TYPE_NAME, typed);
  dialog = assay_form_dialog_new (self->context, record);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (list_type_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (type_saved_cb), entry, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
remove_cb (AssayDefectList *self, AssayDefectRow *row)
{
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  GtkListBoxRow *next;

  assay_inspection_draft_remove_defect (self->draft, assay_defect_row_get_defect (row));
  next = gtk_list_box_get_row_at_index (self->list, index);
  if (next == NULL)
    next = gtk_list_box_get_row_at_index (self->list, index - 1);
  gtk_widget_grab_focus (next != NULL ? GTK_WIDGET (next) : self->add);
}

/* From row to row; after the last one, where something was said, to a new one. */
static void
next_cb (AssayDefectList *self, AssayDefectRow *row)
{
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  AssayDefectRow *next = assay_defect_list_get_row (self, (guint)index + 1);

  if (next != NULL)
    assay_defect_row_focus (next, FALSE);
  else if (!assay_draft_defect_is_empty (assay_defect_row_get_defect (row)))
    assay_defect_list_add (self);
}

static void
usual_added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayDefectList) self = data;
  g_autoptr (GError) error = NULL;
  int added = assay_starting_set_add_finish (ASSAY_BOOK (source), result, &error);

  if (self->context == NULL)
    return;
  if (added < 0)
    assay_context_failed (self->context, _ ("The Defect Types Were Not Added"), error);
  else
    assay_context_toast_undo (self->context, _ ("Usual bag defects added"));
}

/* The types come back through the book's signal. */
static void
usual_cb (AssayDefectList *self)
{
  AssayBook *book = assay_context_get_book (self->context);

  if (book != NULL)
    assay_starting_set_add_async (book, ASSAY_TYPE_DEFECT_TYPE, NULL, usual_added_cb,
                                  g_object_ref (self));
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  AssayDefectList *self = data;
  GtkWidget *row = assay_defect_row_new (self->context, self->draft, item, self->catalogue);

  g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "next", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "usual", G_CALLBACK (usual_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "create", G_CALLBACK (create_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
items_changed_cb (AssayDefectList *self)
{
  GListModel *defects = G_LIST_MODEL (assay_inspection_draft_get_defects (self->draft));

  gtk_widget_set_visible (GTK_WIDGET (self->list), g_list_model_get_n_items (defects) > 0);
}

static void
add_cb (AssayDefectList *self)
{
  assay_defect_list_add (self);
}

static gboolean
drop_cb (AssayDefectList *self, const GValue *value)
{
  return assay_defect_list_add_value (self, value);
}

AssayDefectRow *
assay_defect_list_get_row (AssayDefectList *self, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int)index);

  return row != NULL ? ASSAY_DEFECT_ROW (row) : NULL;
}

AssayDefectRow *
assay_defect_list_find_row (AssayDefectList *self, AssayDraftDefect *defect)
{
  AssayDefectRow *row;

  for (guint i = 0; (row = assay_defect_list_get_row (self, i)) != NULL; i++)
    if (assay_defect_row_get_defect (row) == defect)
      return row;
  return NULL;
}

AssayDefectRow *
assay_defect_list_get_focused (AssayDefectList *self)
{
  AssayDefectRow *row;

  for (guint i = 0; (row = assay_defect_list_get_row (self, i)) != NULL; i++)
    if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == GTK_WIDGET (row)
        && gtk_widget_get_state_flags (GTK_WIDGET (row)) & GTK_STATE_FLAG_FOCUS_WITHIN)
      return row;
  return NULL;
}

/* The viewport cannot go to a row that has no place yet. */
static gboolean
show_row_cb (GtkWidget *row, GdkFrameClock *clock, gpointer data)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (row, GTK_TYPE_VIEWPORT);

  if (gtk_widget_get_height (row) == 0)
    return G_SOURCE_CONTINUE;
  if (viewport != NULL)
    gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), row, NULL);
  if (gtk_widget_get_focus_child (gtk_widget_get_parent (row)) == row)
    assay_defect_entry_browse (assay_defect_row_get_entry (ASSAY_DEFECT_ROW (row)));
  return G_SOURCE_REMOVE;
}

AssayDefectRow *
assay_defect_list_add (AssayDefectList *self)
{
  AssayDraftDefect *defect = assay_inspection_draft_add_defect (self->draft);
  AssayDefectRow *row = assay_defect_list_find_row (self, defect);

  assay_defect_row_focus (row, FALSE);
  assay_defect_entry_browse (assay_defect_row_get_entry (row));
  gtk_widget_add_tick_callback (GTK_WIDGET (row), show_row_cb, NULL, NULL);
  return row;
}

gboolean
assay_defect_list_add_value (AssayDefectList *self, const GValue *value)
{
  AssayDefectRow *row = assay_defect_list_add (self);

  assay_defect_row_focus (row, TRUE);
  return assay_file_strip_add_value (assay_defect_row_get_strip (row), value);
}

gboolean
assay_defect_list_is_reading (AssayDefectList *self)
{
  AssayDefectRow *row;

  for (guint i = 0; (row = assay_defect_list_get_row (self, i)) != NULL; i++)
    if (assay_file_strip_get_n_pending (assay_defect_row_get_strip (row)) > 0)
      return TRUE;
  return FALSE;
}

static void
assay_defect_list_dispose (GObject *object)
{
  AssayDefectList *self = ASSAY_DEFECT_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_DEFECT_LIST);
  assay_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->context);
  g_clear_object (&self->draft);
  g_clear_object (&self->types);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (assay_defect_list_parent_class)->dispose (object);
}

static void
assay_defect_list_class_init (AssayDefectListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_defect_list_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "inspections/defect-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayDefectList, list);
  gtk_widget_class_bind_template_child (widget_class, AssayDefectList, add);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
assay_defect_list_init (AssayDefectList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AssayDefectList *
assay_defect_list_new (AssayContext *context,
                       AssayInspectionDraft *draft,
                       AssayDefectCatalogue *catalogue)
{
  AssayDefectList *self = g_object_new (ASSAY_TYPE_DEFECT_LIST, NULL);
  GListStore *defects = assay_inspection_draft_get_defects (draft);
  GtkDropTarget *target = assay_file_strip_new_drop_target ();

  self->context = g_object_ref (context);
  self->draft = g_object_ref (draft);
  self->catalogue = g_object_ref (catalogue);
  self->types = assay_defect_types_new (catalogue, assay_context_get_book (context), draft);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (defects), make_row, self, NULL);
  g_signal_connect_object (defects, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  items_changed_cb (self);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  return self;
}
