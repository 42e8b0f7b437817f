/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/claims/need-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "record/format.h"
#include "store/records.h"
#include "ui/record/section.h"
#include "ui/widgets/movable-rows.h"

struct _AssayNeedList
{
  GtkWidget parent_instance;

  AssayContext *context;
  GPtrArray *needs;
  GtkListBox *list;
  gint64 focused; /* the need whose row has the cursor, while rows are made anew */
};

G_DEFINE_FINAL_TYPE (AssayNeedList, assay_need_list, GTK_TYPE_WIDGET)

static gboolean
reorder (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  GArray *ids = data;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (AssayRecord) need
          = assay_records_get (db, ASSAY_TYPE_CLAIM_NEED, g_array_index (ids, gint64, i), error);

      if (need == NULL)
        return FALSE;
      if (assay_record_get_integer (need, ASSAY_CLAIM_NEED_POSITION, -1) == i + 1)
        continue;
      assay_record_set_integer (need, ASSAY_CLAIM_NEED_POSITION, i + 1);
      if (!assay_records_update (db, need, error))
        return FALSE;
    }
  *result = g_new0 (char, 1);
  return TRUE;
}

static void
reordered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayNeedList) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = assay_book_change_finish (ASSAY_BOOK (source), result, &error);

  if (done == NULL && self->context != NULL)
    assay_context_failed (self->context, _ ("The Need Was Not Moved"), error);
}

static void show_needs (AssayNeedList *self);

void
assay_need_list_move (AssayNeedList *self, guint from, guint to)
{
  AssayBook *book = assay_context_get_book (self->context);
  GArray *ids;
  AssayRecord *moved;

  if (from == to || from >= self->needs->len || to >= self->needs->len || book == NULL
      || assay_book_is_read_only (book))
    return;
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  moved = g_ptr_array_steal_index (self->needs, from);
  g_ptr_array_insert (self->needs, (int)to, moved);
  for (guint i = 0; i < self->needs->len; i++)
    {
      gint64 id = assay_record_get_id (self->needs->pdata[i]);

      g_array_append_val (ids, id);
    }
  self->focused = assay_record_get_id (moved);
  /* At once: the book follows, and says so to the page. */
  show_needs (self);
  assay_book_change_async (book, _ ("Move Need of a Claim"), reorder, ids,
                           (GDestroyNotify)g_array_unref, g_free, NULL, reordered_cb,
                           g_object_ref (self));
}

static void
activated_cb (AssayNeedList *self, GtkListBoxRow *row)
{
  assay_context_edit_record (self->context, self->needs->pdata[gtk_list_box_row_get_index (row)]);
}

static void
delete_at (AssayNeedList *self, guint index)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = assay_record_get_id (self->needs->pdata[index]);

  g_array_append_val (ids, id);
  if (self->needs->len > 1)
    self->focused = assay_record_get_id (
        self->needs->pdata[index + 1 < self->needs->len ? index + 1 : index - 1]);
  assay_context_delete_records (self->context, ASSAY_TYPE_CLAIM_NEED, ids);
}

static void
delete_cb (AssayNeedList *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  delete_at (self, (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static void
move_row (gpointer owner, guint from, guint to)
{
  assay_need_list_move (owner, from, to);
}

static void
remove_row (gpointer owner, guint index)
{
  delete_at (owner, index);
}

static const AssayMovableRows movable = { move_row, remove_row };

/* "EU · Certificate · GRS|RCS · in force from 27 Sep 2026 · (EU) 2024/825" */
static char *
describe (AssayRecord *need)
{
  static const guint fields[]
      = { ASSAY_CLAIM_NEED_NEEDS, ASSAY_CLAIM_NEED_MARKET,  ASSAY_CLAIM_NEED_SCHEMES,
          ASSAY_CLAIM_NEED_SHARE, ASSAY_CLAIM_NEED_FROM_ON, ASSAY_CLAIM_NEED_SOURCE };
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *words = NULL;
      g_autofree char *from = NULL;

      if (!assay_record_is_known (need, fields[i]))
        continue;
      words = assay_format_display (need, fields[i], ASSAY_UNITS_METRIC);
      if (fields[i] == ASSAY_CLAIM_NEED_FROM_ON)
        from = g_strdup_printf (_ ("in force from %s"), words);
      g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "",
                              from != NULL ? from : words);
    }
  return g_strdup (line->str);
}

static GtkWidget *
make_row (AssayNeedList *self, AssayRecord *need)
{
  const char *name = assay_record_get_text (need, ASSAY_CLAIM_NEED_NAME);
  g_autofree char *subtitle = describe (need);
  GtkWidget *row
      = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", name != NULL ? name : "",
                      "subtitle", subtitle, "activatable", TRUE, NULL);
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkWidget *button = assay_icon_button_new ("user-trash-symbolic", _ ("Delete This Need"));

  gtk_widget_add_css_class (handle, "dimmed");
  gtk_widget_set_tooltip_text (handle, _ ("Drag, or press Alt+Up or Alt+Down, to Move"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), handle);
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  assay_movable_rows_add (self->list, row);
  return row;
}

static void
note_focus (AssayNeedList *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  guint index;

  if (self->focused != 0 || row == NULL || !GTK_IS_LIST_BOX_ROW (row))
    return;
  index = (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  if (index < self->needs->len)
    self->focused = assay_record_get_id (self->needs->pdata[index]);
}

static void
show_needs (AssayNeedList *self)
{
  GtkWidget *focus = NULL;

  assay_list_box_clear (self->list);
  for (guint i = 0; i < self->needs->len; i++)
    {
      GtkWidget *row = make_row (self, self->needs->pdata[i]);

      gtk_list_box_append (self->list, row);
      if (self->focused != 0 && assay_record_get_id (self->needs->pdata[i]) == self->focused)
        focus = row;
    }
  if (focus != NULL)
    gtk_widget_grab_focus (focus);
}

void
assay_need_list_set_needs (AssayNeedList *self, GPtrArray *needs)
{
  note_focus (self);
  g_ptr_array_unref (self->needs);
  self->needs = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < needs->len; i++)
    g_ptr_array_add (self->needs, g_object_ref (needs->pdata[i]));
  show_needs (self);
  self->focused = 0;
}

guint
assay_need_list_get_n_needs (AssayNeedList *self)
{
  return self->needs->len;
}

static void
assay_need_list_dispose (GObject *object)
{
  AssayNeedList *self = ASSAY_NEED_LIST (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  self->list = NULL;
  g_clear_object (&self->context);

  G_OBJECT_CLASS (assay_need_list_parent_class)->dispose (object);
}

static void
assay_need_list_finalize (GObject *object)
{
  g_ptr_array_unref (ASSAY_NEED_LIST (object)->needs);

  G_OBJECT_CLASS (assay_need_list_parent_class)->finalize (object);
}

static void
assay_need_list_class_init (AssayNeedListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_need_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = assay_need_list_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
assay_need_list_init (AssayNeedList *self)
{
  GtkWidget *empty = g_object_new (
      GTK_TYPE_LABEL, "label",
      _ ("Nothing yet: add what evidence such claims need, in which market and since when"), "wrap",
      TRUE, "xalign", 0.0, "margin-top", 12, "margin-bottom", 12, "margin-start", 12, "margin-end",
      12, NULL);

  self->needs = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_add_css_class (empty, "dimmed");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->list, empty);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Evidence such claims need"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  assay_movable_rows_set_up (self->list, &movable, self);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

AssayNeedList *
assay_need_list_new (AssayContext *context)
{
  AssayNeedList *self = g_object_new (ASSAY_TYPE_NEED_LIST, NULL);

  self->context = g_object_ref (context);
  return self;
}
