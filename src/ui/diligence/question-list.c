/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/diligence/question-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "record/format.h"
#include "store/records.h"
#include "ui/record/section.h"
#include "ui/widgets/movable-rows.h"

struct _AssayQuestionList
{
  GtkWidget parent_instance;

  AssayContext *context;
  GPtrArray *items;
  GtkListBox *list;
  gint64 focused; /* the item whose row has the cursor, while rows are made anew */
};

G_DEFINE_FINAL_TYPE (AssayQuestionList, assay_question_list, GTK_TYPE_WIDGET)

/* Moving */

static gboolean
reorder (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  GArray *ids = data;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (AssayRecord) item = assay_records_get (db, ASSAY_TYPE_DILIGENCE_ITEM,
                                                        g_array_index (ids, gint64, i), error);

      if (item == NULL)
        return FALSE;
      assay_record_set_integer (item, ASSAY_DILIGENCE_ITEM_POSITION, i + 1);
      if (!assay_records_update (db, item, error))
        return FALSE;
    }
  return TRUE;
}

static void
reordered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayQuestionList) self = data;
  g_autoptr (GError) error = NULL;

  if (!assay_book_done_finish (ASSAY_BOOK (source), result, &error) && self->context != NULL)
    assay_context_failed (self->context, _ ("The Item Was Not Moved"), error);
}

static void show_items (AssayQuestionList *self);

void
assay_question_list_move (AssayQuestionList *self, guint from, guint to)
{
  AssayBook *book = assay_context_get_book (self->context);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  AssayRecord *moved;

  if (from == to || from >= self->items->len || to >= self->items->len || book == NULL
      || assay_book_is_read_only (book))
    return;
  moved = g_ptr_array_steal_index (self->items, from);
  g_ptr_array_insert (self->items, (int)to, moved);
  for (guint i = 0; i < self->items->len; i++)
    {
      gint64 id = assay_record_get_id (self->items->pdata[i]);

      g_array_append_val (ids, id);
    }
  self->focused = assay_record_get_id (moved);
  /* At once: the book follows, and says so to the page. */
  show_items (self);
  assay_book_change_async (book, _ ("Move Due Diligence Item"), reorder, g_array_ref (ids),
                           (GDestroyNotify)g_array_unref, NULL, NULL, reordered_cb,
                           g_object_ref (self));
}

/* Rows */

static void
activated_cb (AssayQuestionList *self, GtkListBoxRow *row)
{
  assay_context_edit_record (self->context, self->items->pdata[gtk_list_box_row_get_index (row)]);
}

static void
delete_at (AssayQuestionList *self, guint index)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = assay_record_get_id (self->items->pdata[index]);

  g_array_append_val (ids, id);
  if (self->items->len > 1)
    self->focused = assay_record_get_id (
        self->items->pdata[index + 1 < self->items->len ? index + 1 : index - 1]);
  assay_context_delete_records (self->context, ASSAY_TYPE_DILIGENCE_ITEM, ids);
}

static void
delete_cb (AssayQuestionList *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  delete_at (self, (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static void
move_row (gpointer owner, guint from, guint to)
{
  assay_question_list_move (owner, from, to);
}

static void
remove_row (gpointer owner, guint index)
{
  delete_at (owner, index);
}

static const AssayMovableRows movable = { move_row, remove_row };

/* "Recent audit · not older than 12 months · GRS|RCS · needed" */
static char *
describe (AssayRecord *item)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  gint64 months = assay_record_get_integer (item, ASSAY_DILIGENCE_ITEM_MONTHS, 0);

  if (assay_record_is_known (item, ASSAY_DILIGENCE_ITEM_RULE))
    g_strv_builder_take (builder, assay_format_display (item, ASSAY_DILIGENCE_ITEM_RULE, 0));
  if (months > 0)
    g_strv_builder_take (builder,
                         g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "not older than %u month",
                                                       "not older than %u months", (gulong)months),
                                          (guint)months));
  if (assay_record_is_known (item, ASSAY_DILIGENCE_ITEM_SCHEMES))
    g_strv_builder_add (builder, assay_record_get_text (item, ASSAY_DILIGENCE_ITEM_SCHEMES));
  if (assay_record_get_integer (item, ASSAY_DILIGENCE_ITEM_NEEDED, 1) == 0)
    g_strv_builder_add (builder, _ ("not needed for approval"));
  parts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", parts);
}

static GtkWidget *
make_row (AssayQuestionList *self, AssayRecord *item)
{
  const char *name = assay_record_get_text (item, ASSAY_DILIGENCE_ITEM_NAME);
  g_autofree char *subtitle = describe (item);
  GtkWidget *row
      = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", name != NULL ? name : "",
                      "subtitle", subtitle, "activatable", TRUE, NULL);
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkWidget *button = assay_icon_button_new ("user-trash-symbolic", _ ("Delete This Item"));

  gtk_widget_add_css_class (handle, "dimmed");
  gtk_widget_set_tooltip_text (handle, _ ("Drag, or press Alt+Up or Alt+Down, to Move"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), handle);
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  assay_movable_rows_add (self->list, row);
  return row;
}

static void
note_focus (AssayQuestionList *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  guint index;

  if (self->focused != 0 || row == NULL || !GTK_IS_LIST_BOX_ROW (row))
    return;
  index = (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  if (index < self->items->len)
    self->focused = assay_record_get_id (self->items->pdata[index]);
}

static void
show_items (AssayQuestionList *self)
{
  GtkWidget *focus = NULL;

  assay_list_box_clear (self->list);
  for (guint i = 0; i < self->items->len; i++)
    {
      GtkWidget *row = make_row (self, self->items->pdata[i]);

      gtk_list_box_append (self->list, row);
      if (self->focused != 0 && assay_record_get_id (self->items->pdata[i]) == self->focused)
        focus = row;
    }
  if (focus != NULL)
    gtk_widget_grab_focus (focus);
}

void
assay_question_list_set_items (AssayQuestionList *self, GPtrArray *items)
{
  note_focus (self);
  g_ptr_array_unref (self->items);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (self->items, g_object_ref (items->pdata[i]));
  show_items (self);
  self->focused = 0;
}

guint
assay_question_list_get_n_items (AssayQuestionList *self)
{
  return self->items->len;
}

AssayRecord *
assay_question_list_get_item (AssayQuestionList *self, guint index)
{
  return self->items->pdata[index];
}

static void
assay_question_list_dispose (GObject *object)
{
  AssayQuestionList *self = ASSAY_QUESTION_LIST (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  self->list = NULL;
  g_clear_object (&self->context);

  G_OBJECT_CLASS (assay_question_list_parent_class)->dispose (object);
}

static void
assay_question_list_finalize (GObject *object)
{
  g_ptr_array_unref (ASSAY_QUESTION_LIST (object)->items);

  G_OBJECT_CLASS (assay_question_list_parent_class)->finalize (object);
}

static void
assay_question_list_class_init (AssayQuestionListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_question_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = assay_question_list_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
assay_question_list_init (AssayQuestionList *self)
{
  GtkWidget *empty = g_object_new (
      GTK_TYPE_LABEL, "label", _ ("No items yet: add what is to be known before the item is taken"),
      "wrap", TRUE, "xalign", 0.0, "margin-top", 12, "margin-bottom", 12, "margin-start", 12,
      "margin-end", 12, NULL);

  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_add_css_class (empty, "dimmed");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->list, empty);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Items"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  assay_movable_rows_set_up (self->list, &movable, self);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

AssayQuestionList *
assay_question_list_new (AssayContext *context)
{
  AssayQuestionList *self = g_object_new (ASSAY_TYPE_QUESTION_LIST, NULL);

  self->context = g_object_ref (context);
  return self;
}
