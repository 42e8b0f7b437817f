/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/checklists/item-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "insight/checklist.h"
#include "ui/checklists/checklist-edit.h"
#include "ui/record/section.h"
#include "ui/widgets/movable-rows.h"

struct _AssayItemList
{
  GtkWidget parent_instance;

  AssayContext *context;
  GPtrArray *items;
  GtkListBox *list;
  gint64 focused; /* the item whose row has the cursor, while rows are made anew */
};

G_DEFINE_FINAL_TYPE (AssayItemList, assay_item_list, GTK_TYPE_WIDGET)

static const char *
section_of (AssayItemList *self, guint index)
{
  return assay_record_get_text (self->items->pdata[index], ASSAY_CHECKLIST_ITEM_SECTION);
}

/* Moving */

static void
reordered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayItemList) self = data;
  g_autoptr (GError) error = NULL;

  if (!assay_checklist_reorder_finish (ASSAY_BOOK (source), result, &error)
      && self->context != NULL)
    assay_context_failed (self->context, _ ("The Item Was Not Moved"), error);
}

/* Among items of one section it becomes one of them; between two it stays what it is if it can. */
static const char *
find_section (AssayItemList *self, guint at)
{
  const char *own = section_of (self, at);
  const char *before = at > 0 ? section_of (self, at - 1) : NULL;
  const char *after = at + 1 < self->items->len ? section_of (self, at + 1) : NULL;

  if ((at > 0 && g_strcmp0 (own, before) == 0)
      || (at + 1 < self->items->len && g_strcmp0 (own, after) == 0))
    return own;
  return at > 0 ? before : after;
}

static void show_items (AssayItemList *self);

void
assay_item_list_move (AssayItemList *self, guint from, guint to)
{
  AssayBook *book = assay_context_get_book (self->context);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  AssayRecord *moved;
  g_autofree char *section = NULL;

  if (from == to || from >= self->items->len || to >= self->items->len || book == NULL
      || assay_book_is_read_only (book))
    return;
  moved = g_ptr_array_steal_index (self->items, from);
  g_ptr_array_insert (self->items, (int)to, moved);
  section = g_strdup (find_section (self, to));
  assay_record_set_text (moved, ASSAY_CHECKLIST_ITEM_SECTION, section);
  for (guint i = 0; i < self->items->len; i++)
    {
      gint64 id = assay_record_get_id (self->items->pdata[i]);

      g_array_append_val (ids, id);
    }
  self->focused = assay_record_get_id (moved);
  /* At once: the book follows, and says so to the page. */
  show_items (self);
  assay_checklist_reorder_async (book, ids, assay_record_get_id (moved), section, reordered_cb,
                                 g_object_ref (self));
}

/* Rows */

static void
activated_cb (AssayItemList *self, GtkListBoxRow *row)
{
  assay_context_edit_record (self->context, self->items->pdata[gtk_list_box_row_get_index (row)]);
}

static void
delete_at (AssayItemList *self, guint index)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = assay_record_get_id (self->items->pdata[index]);

  g_array_append_val (ids, id);
  if (self->items->len > 1)
    self->focused = assay_record_get_id (
        self->items->pdata[index + 1 < self->items->len ? index + 1 : index - 1]);
  assay_context_delete_records (self->context, ASSAY_TYPE_CHECKLIST_ITEM, ids);
}

static void
delete_cb (AssayItemList *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  delete_at (self, (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static void
move_row (gpointer owner, guint from, guint to)
{
  assay_item_list_move (owner, from, to);
}

static void
remove_row (gpointer owner, guint index)
{
  delete_at (owner, index);
}

static const AssayMovableRows movable = { move_row, remove_row };

static GtkWidget *
make_row (AssayItemList *self, AssayRecord *item)
{
  const AssayField *kind = &assay_record_describe (item)->fields[ASSAY_CHECKLIST_ITEM_KIND];
  const char *stored = assay_record_get_text (item, ASSAY_CHECKLIST_ITEM_KIND);
  const char *name = assay_record_get_text (item, ASSAY_CHECKLIST_ITEM_NAME);
  g_autofree char *requirement = assay_check_dup_requirement (item);
  const char *kind_words = stored != NULL ? assay_field_choice_label (kind, stored) : "";
  g_autofree char *subtitle = *requirement != '\0'
                                  ? g_strdup_printf ("%s · %s", kind_words, requirement)
                                  : g_strdup (kind_words);
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
header_func (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  AssayItemList *self = data;
  guint index = (guint)gtk_list_box_row_get_index (row);
  const char *section = index < self->items->len ? section_of (self, index) : NULL;
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
note_focus (AssayItemList *self)
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
show_items (AssayItemList *self)
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
assay_item_list_set_items (AssayItemList *self, GPtrArray *items)
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
assay_item_list_get_n_items (AssayItemList *self)
{
  return self->items->len;
}

AssayRecord *
assay_item_list_get_item (AssayItemList *self, guint index)
{
  return self->items->pdata[index];
}

static void
assay_item_list_dispose (GObject *object)
{
  AssayItemList *self = ASSAY_ITEM_LIST (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  self->list = NULL;
  g_clear_object (&self->context);

  G_OBJECT_CLASS (assay_item_list_parent_class)->dispose (object);
}

static void
assay_item_list_finalize (GObject *object)
{
  g_ptr_array_unref (ASSAY_ITEM_LIST (object)->items);

  G_OBJECT_CLASS (assay_item_list_parent_class)->finalize (object);
}

static void
assay_item_list_class_init (AssayItemListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_item_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = assay_item_list_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
assay_item_list_init (AssayItemList *self)
{
  GtkWidget *empty = g_object_new (
      GTK_TYPE_LABEL, "label",
      _ ("No items yet: add what is measured, tested and looked at, in the order of the work"),
      "wrap", TRUE, "xalign", 0.0, "margin-top", 12, "margin-bottom", 12, "margin-start", 12,
      "margin-end", 12, NULL);

  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_add_css_class (empty, "dimmed");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->list, empty);
  gtk_list_box_set_header_func (self->list, header_func, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Items"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  assay_movable_rows_set_up (self->list, &movable, self);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

AssayItemList *
assay_item_list_new (AssayContext *context)
{
  AssayItemList *self = g_object_new (ASSAY_TYPE_ITEM_LIST, NULL);

  self->context = g_object_ref (context);
  return self;
}
