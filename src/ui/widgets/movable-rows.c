/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/widgets/movable-rows.h"

#define CALLS_KEY "assay-movable-rows"
#define OWNER_KEY "assay-movable-rows-owner"

static const AssayMovableRows *
get_calls (GtkListBox *list)
{
  return g_object_get_data (G_OBJECT (list), CALLS_KEY);
}

static gpointer
get_owner (GtkListBox *list)
{
  return g_object_get_data (G_OBJECT (list), OWNER_KEY);
}

static gboolean
key_cb (GtkListBox *list, guint key, guint code, GdkModifierType state)
{
  const AssayMovableRows *calls = get_calls (list);
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (list));
  gboolean alt = (state & GDK_ALT_MASK) != 0;
  guint index;

  if (row == NULL || !GTK_IS_LIST_BOX_ROW (row))
    return GDK_EVENT_PROPAGATE;
  index = (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  if (alt && (key == GDK_KEY_Up || key == GDK_KEY_KP_Up))
    calls->move (get_owner (list), index, index > 0 ? index - 1 : 0);
  else if (alt && (key == GDK_KEY_Down || key == GDK_KEY_KP_Down))
    calls->move (get_owner (list), index, index + 1);
  else if ((key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete) && gtk_widget_is_focus (row))
    calls->remove (get_owner (list), index);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));

  return gdk_content_provider_new_typed (GTK_TYPE_LIST_BOX_ROW, row);
}

static void
drag_begin_cb (GtkDragSource *source)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, paintable, 0, 0);
}

static gboolean
drop_cb (GtkListBox *list, const GValue *value, double x, double y, GtkDropTarget *target)
{
  GtkWidget *to = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  GtkWidget *from = g_value_get_object (value);

  /* Of this list, and not of another window's. */
  if (from == NULL || gtk_widget_get_parent (from) != GTK_WIDGET (list))
    return FALSE;
  get_calls (list)->move (get_owner (list),
                          (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (from)),
                          (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (to)));
  return TRUE;
}

/**
 * assay_movable_rows_set_up:
 * @list: a list
 * @calls: (transfer none): what moving and deleting do; static
 * @owner: (transfer none): what they are called with; it outlives @list
 *
 * Gives @list the keys that move and delete its rows.
 */
void
assay_movable_rows_set_up (GtkListBox *list, const AssayMovableRows *calls, gpointer owner)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_object_set_data (G_OBJECT (list), CALLS_KEY, (gpointer)calls);
  g_object_set_data (G_OBJECT (list), OWNER_KEY, owner);
  /* Before the list takes the arrows for its own. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), list, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (list), keys);
}

/**
 * assay_movable_rows_add:
 * @list: a list that was set up
 * @row: a row for it
 *
 * Lets @row be dragged to the place of another, and others to its own.
 */
void
assay_movable_rows_add (GtkListBox *list, GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (GTK_TYPE_LIST_BOX_ROW, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), NULL);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), NULL);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), list, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}
