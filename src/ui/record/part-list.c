/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/record/part-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "store/records.h"
#include "ui/record/section.h"
#include "ui/widgets/movable-rows.h"

struct _AssayPartList
{
  GtkWidget parent_instance;

  AssayContext *context;
  const AssayPartListKind *kind;
  GPtrArray *parts;
  GtkListBox *list;
  gint64 focused; /* the part whose row has the cursor, while rows are made anew */
};

G_DEFINE_FINAL_TYPE (AssayPartList, assay_part_list, GTK_TYPE_WIDGET)

static const char *
section_of (AssayPartList *self, guint index)
{
  return assay_record_get_text (self->parts->pdata[index], (guint)self->kind->section);
}

/* Moving */

typedef struct
{
  const AssayPartListKind *kind;
  GArray *ids; /* of all parts, in their new order */
  gint64 moved;
  char *section; /* of the one that was moved */
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_array_unref (order->ids);
  g_free (order->section);
  g_free (order);
}

static gboolean
reorder (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  const Order *order = data;

  for (guint i = 0; i < order->ids->len; i++)
    {
      gint64 id = g_array_index (order->ids, gint64, i);
      g_autoptr (AssayRecord) part = assay_records_get (db, order->kind->type, id, error);

      if (part == NULL)
        return FALSE;
      if (order->kind->section >= 0 && id == order->moved)
        assay_record_set_text (part, (guint)order->kind->section, order->section);
      assay_record_set_integer (part, order->kind->position, i + 1);
      if (!assay_records_update (db, part, error))
        return FALSE;
    }
  return TRUE;
}

static void
reordered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayPartList) self = data;
  g_autoptr (GError) error = NULL;

  if (!assay_book_done_finish (ASSAY_BOOK (source), result, &error) && self->context != NULL)
    assay_context_failed (self->context, _ (self->kind->not_moved), error);
}

/* Among parts of one section it becomes one of them; between two it stays what it is if it can. */
static const char *
find_section (AssayPartList *self, guint at)
{
  const char *own = section_of (self, at);
  const char *before = at > 0 ? section_of (self, at - 1) : NULL;
  const char *after = at + 1 < self->parts->len ? section_of (self, at + 1) : NULL;

  if ((at > 0 && g_strcmp0 (own, before) == 0)
      || (at + 1 < self->parts->len && g_strcmp0 (own, after) == 0))
    return own;
  return at > 0 ? before : after;
}

static void show_parts (AssayPartList *self);

void
assay_part_list_move (AssayPartList *self, guint from, guint to)
{
  AssayBook *book = assay_context_get_book (self->context);
  AssayRecord *moved;
  Order *order;

  if (from == to || from >= self->parts->len || to >= self->parts->len || book == NULL
      || assay_book_is_read_only (book))
    return;
  moved = g_ptr_array_steal_index (self->parts, from);
  g_ptr_array_insert (self->parts, (int)to, moved);
  order = g_new0 (Order, 1);
  order->kind = self->kind;
  order->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  order->moved = assay_record_get_id (moved);
  for (guint i = 0; i < self->parts->len; i++)
    {
      gint64 id = assay_record_get_id (self->parts->pdata[i]);

      g_array_append_val (order->ids, id);
    }
  if (self->kind->section >= 0)
    {
      order->section = g_strdup (find_section (self, to));
      assay_record_set_text (moved, (guint)self->kind->section, order->section);
    }
  self->focused = order->moved;
  /* At once: the book follows, and says so to the page. */
  show_parts (self);
  assay_book_change_async (book, _ (self->kind->move), reorder, order, order_free, NULL, NULL,
                           reordered_cb, g_object_ref (self));
}

/* Rows */

static void
activated_cb (AssayPartList *self, GtkListBoxRow *row)
{
  assay_context_edit_record (self->context, self->parts->pdata[gtk_list_box_row_get_index (row)]);
}

static void
delete_at (AssayPartList *self, guint index)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = assay_record_get_id (self->parts->pdata[index]);

  g_array_append_val (ids, id);
  if (self->parts->len > 1)
    self->focused = assay_record_get_id (
        self->parts->pdata[index + 1 < self->parts->len ? index + 1 : index - 1]);
  assay_context_delete_records (self->context, self->kind->type, ids);
}

static void
delete_cb (AssayPartList *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  delete_at (self, (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static void
move_row (gpointer owner, guint from, guint to)
{
  assay_part_list_move (owner, from, to);
}

static void
remove_row (gpointer owner, guint index)
{
  delete_at (owner, index);
}

static const AssayMovableRows movable = { move_row, remove_row };

static GtkWidget *
make_row (AssayPartList *self, AssayRecord *part)
{
  g_autofree char *title = self->kind->dup_title != NULL
                               ? self->kind->dup_title (part)
                               : g_strdup (assay_record_get_text (part, self->kind->title));
  g_autofree char *subtitle = self->kind->describe (part);
  GtkWidget *row
      = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title != NULL ? title : "",
                      "subtitle", subtitle, "activatable", TRUE, NULL);
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkWidget *button = assay_icon_button_new ("user-trash-symbolic", _ (self->kind->remove));

  gtk_widget_add_css_class (handle, "dimmed");
  gtk_widget_set_tooltip_text (handle, _ ("Drag, or press Alt+Up or Alt+Down, to Move"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), handle);
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
  if (self->kind->new_value != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->kind->new_value (part));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  assay_movable_rows_add (self->list, row);
  return row;
}

static void
header_func (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  AssayPartList *self = data;
  guint index = (guint)gtk_list_box_row_get_index (row);
  const char *section = index < self->parts->len ? section_of (self, index) : NULL;
  GtkWidget *label;

  if (section == NULL
      || (before != NULL && index > 0 && g_strcmp0 (section, section_of (self, index - 1)) == 0))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = g_object_new (GTK_TYPE_LABEL, "label", section, "xalign", 0.0, "wrap", TRUE,
                        "margin-start", 12, "margin-end", 12, "margin-top", 12, "margin-bottom", 6,
                        "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_box_row_set_header (row, label);
}

static void
note_focus (AssayPartList *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  guint index;

  if (self->focused != 0 || row == NULL || !GTK_IS_LIST_BOX_ROW (row))
    return;
  index = (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  if (index < self->parts->len)
    self->focused = assay_record_get_id (self->parts->pdata[index]);
}

static void
show_parts (AssayPartList *self)
{
  GtkWidget *focus = NULL;

  assay_list_box_clear (self->list);
  for (guint i = 0; i < self->parts->len; i++)
    {
      GtkWidget *row = make_row (self, self->parts->pdata[i]);

      gtk_list_box_append (self->list, row);
      if (self->focused != 0 && assay_record_get_id (self->parts->pdata[i]) == self->focused)
        focus = row;
    }
  if (focus != NULL)
    gtk_widget_grab_focus (focus);
}

void
assay_part_list_set_parts (AssayPartList *self, GPtrArray *parts)
{
  note_focus (self);
  g_ptr_array_unref (self->parts);
  self->parts = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < parts->len; i++)
    g_ptr_array_add (self->parts, g_object_ref (parts->pdata[i]));
  show_parts (self);
  self->focused = 0;
}

guint
assay_part_list_get_n_parts (AssayPartList *self)
{
  return self->parts->len;
}

AssayRecord *
assay_part_list_get_part (AssayPartList *self, guint index)
{
  return self->parts->pdata[index];
}

AssayRecord *
assay_part_list_new_part (AssayPartList *self, AssayRecord *owner)
{
  AssayRecord *part = assay_record_new (self->kind->type);
  guint owner_field = (guint)assay_record_type_get (self->kind->type)->owner;
  g_autofree char *title = assay_record_dup_title (owner);
  gint64 last = self->parts->len;

  for (guint i = 0; i < self->parts->len; i++)
    last = MAX (last, assay_record_get_integer (self->parts->pdata[i], self->kind->position, 0));
  assay_record_set_reference (part, owner_field, assay_record_get_id (owner));
  assay_record_set_reference_title (part, owner_field, title);
  assay_record_set_integer (part, self->kind->position, last + 1);
  if (self->kind->section >= 0 && self->parts->len > 0)
    assay_record_set_text (part, (guint)self->kind->section,
                           section_of (self, self->parts->len - 1));
  return part;
}

static void
assay_part_list_dispose (GObject *object)
{
  AssayPartList *self = ASSAY_PART_LIST (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  self->list = NULL;
  g_clear_object (&self->context);

  G_OBJECT_CLASS (assay_part_list_parent_class)->dispose (object);
}

static void
assay_part_list_finalize (GObject *object)
{
  g_ptr_array_unref (ASSAY_PART_LIST (object)->parts);

  G_OBJECT_CLASS (assay_part_list_parent_class)->finalize (object);
}

static void
assay_part_list_class_init (AssayPartListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_part_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = assay_part_list_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
assay_part_list_init (AssayPartList *self)
{
  self->parts = g_ptr_array_new_with_free_func (g_object_unref);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  assay_movable_rows_set_up (self->list, &movable, self);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

AssayPartList *
assay_part_list_new (AssayContext *context, const AssayPartListKind *kind)
{
  AssayPartList *self = g_object_new (ASSAY_TYPE_PART_LIST, NULL);
  GtkWidget *empty = g_object_new (GTK_TYPE_LABEL, "label", _ (kind->empty), "wrap", TRUE, "xalign",
                                   0.0, "margin-top", 12, "margin-bottom", 12, "margin-start", 12,
                                   "margin-end", 12, NULL);

  self->context = g_object_ref (context);
  self->kind = kind;
  gtk_widget_add_css_class (empty, "dimmed");
  gtk_list_box_set_placeholder (self->list, empty);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (kind->label), -1);
  if (kind->section >= 0)
    gtk_list_box_set_header_func (self->list, header_func, self, NULL);
  return self;
}
