/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/suppliers/board.h"

#include <glib/gi18n-lib.h>

#include "ui/suppliers/board-card.h"
#include "ui/suppliers/board-column.h"
#include "ui/suppliers/supplier-move.h"

#define NARROW "max-width: 560sp"

struct _AssayBoard
{
  AdwBin parent_instance;

  AssayContext *context;
  AssayTable *table;  /* borrowed: a sibling that lives as long */
  GPtrArray *columns; /* AssayBoardColumn, borrowed; the last is for those without a status */
  GtkBox *box;
  GtkDropDown *chooser; /* of the column, where one is shown */
  gboolean narrow;
  GtkWidget *menu; /* made when first needed */
};

G_DEFINE_FINAL_TYPE (AssayBoard, assay_board, ADW_TYPE_BIN)

static const AssayField *
status_field (void)
{
  return &assay_record_type_get (ASSAY_TYPE_SUPPLIER)->fields[ASSAY_SUPPLIER_STATUS];
}

static AssayBoardColumn *
column_at (AssayBoard *self, guint index)
{
  return g_ptr_array_index (self->columns, index);
}

static gboolean
is_writable (AssayBoard *self)
{
  AssayBook *book = assay_context_get_book (self->context);

  return book != NULL && !assay_book_is_read_only (book);
}

/* The column that holds the focus, and the card in it; @record may be NULL. */
static guint
find_focused (AssayBoard *self, AssayRecord **record, guint *position)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      AssayRecord *found = assay_board_column_get_focused (column_at (self, i), position);

      if (found != NULL)
        {
          *record = found;
          return i;
        }
    }
  *record = NULL;
  return G_MAXUINT;
}

/* Moving */

static guint
find_column (AssayBoard *self, const char *status)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_strcmp0 (assay_board_column_get_status (column_at (self, i)), status) == 0)
      return i;
  return G_MAXUINT;
}

typedef struct
{
  GWeakRef board;
  guint column;
} Moved;

static void
moved_free (gpointer data)
{
  Moved *moved = data;

  g_weak_ref_clear (&moved->board);
  g_free (moved);
}

/* The focus follows the card. */
static void
moved_cb (gpointer data, gint64 supplier)
{
  Moved *moved = data;
  g_autoptr (AssayBoard) self = g_weak_ref_get (&moved->board);

  if (self == NULL || moved->column >= self->columns->len
      || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (self->narrow)
    gtk_drop_down_set_selected (self->chooser, moved->column);
  assay_board_column_focus_record (column_at (self, moved->column), supplier);
}

static void
move (AssayBoard *self, AssayRecord *supplier, const char *status)
{
  Moved *moved = g_new0 (Moved, 1);

  g_weak_ref_init (&moved->board, self);
  moved->column = find_column (self, status);
  assay_supplier_move (GTK_WIDGET (self), self->context, supplier, status, moved_cb, moved,
                       moved_free);
}

static void
dropped_cb (AssayBoard *self, AssayRecord *supplier, AssayBoardColumn *column)
{
  move (self, supplier, assay_board_column_get_status (column));
}

static void
opened_cb (AssayBoard *self, AssayRecord *supplier)
{
  assay_context_show_record (self->context, ASSAY_TYPE_SUPPLIER, assay_record_get_id (supplier));
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayBoard *self = ASSAY_BOARD (widget);
  AssayRecord *supplier;

  find_focused (self, &supplier, NULL);
  if (supplier != NULL)
    move (self, supplier, g_variant_get_string (parameter, NULL));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayRecord *supplier;

  find_focused (ASSAY_BOARD (widget), &supplier, NULL);
  if (supplier != NULL)
    opened_cb (ASSAY_BOARD (widget), supplier);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayBoard *self = ASSAY_BOARD (widget);
  AssayRecord *supplier;

  find_focused (self, &supplier, NULL);
  if (supplier != NULL && is_writable (self))
    assay_context_edit_record (self->context, supplier);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayBoard *self = ASSAY_BOARD (widget);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  AssayRecord *supplier;
  gint64 id;

  find_focused (self, &supplier, NULL);
  if (supplier == NULL || !is_writable (self))
    return;
  id = assay_record_get_id (supplier);
  g_array_append_val (ids, id);
  assay_context_delete_records (self->context, ASSAY_TYPE_SUPPLIER, ids);
}

/* Keys */

/* The next column in a direction that a card may go to, or that has any. */
static guint
find_beside (AssayBoard *self, guint from, int step, gboolean with_cards)
{
  for (int i = (int)from + step; i >= 0 && i < (int)self->columns->len; i += step)
    {
      AssayBoardColumn *column = column_at (self, (guint)i);

      if (with_cards ? assay_board_column_get_n_cards (column) > 0
                     : assay_board_column_get_status (column) != NULL)
        return (guint)i;
    }
  return G_MAXUINT;
}

static gboolean
step_beside (AssayBoard *self, int step, gboolean with_card)
{
  AssayRecord *supplier;
  guint position = 0;
  guint from = find_focused (self, &supplier, &position);
  guint to;

  if (from == G_MAXUINT)
    return GDK_EVENT_PROPAGATE;
  to = find_beside (self, from, step, !with_card);
  if (to == G_MAXUINT)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else if (with_card)
    move (self, supplier, assay_board_column_get_status (column_at (self, to)));
  else
    {
      if (self->narrow)
        gtk_drop_down_set_selected (self->chooser, to);
      assay_board_column_focus (column_at (self, to), position);
    }
  return GDK_EVENT_STOP;
}

static void popup_menu (AssayBoard *self, GtkWidget *card);

static gboolean
key_cb (AssayBoard *self, guint key, guint code, GdkModifierType state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  AssayRecord *supplier;

  if ((state & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0
      || find_focused (self, &supplier, NULL) == G_MAXUINT)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    return step_beside (self, rtl ? 1 : -1, control);
  if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
    return step_beside (self, rtl ? -1 : 1, control);
  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    popup_menu (self, gtk_root_get_focus (root));
  else if (key == GDK_KEY_F2 || (key == GDK_KEY_e && control))
    gtk_widget_activate_action (GTK_WIDGET (self), "board.edit", NULL);
  else if (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete)
    gtk_widget_activate_action (GTK_WIDGET (self), "board.delete", NULL);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* Menu */

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) statuses = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();

  g_menu_append (first, _ ("_Open"), "board.open");
  g_menu_append (first, _ ("_Edit…"), "board.edit");
  for (const AssayChoice *choice = status_field ()->choices; choice->value != NULL; choice++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (choice->label), NULL);

      g_menu_item_set_action_and_target (item, "board.move", "s", choice->value);
      g_menu_append_item (statuses, item);
    }
  g_menu_append_submenu (first, _ ("_Move To"), G_MENU_MODEL (statuses));
  g_menu_append (last, _ ("_Delete"), "board.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  return G_MENU_MODEL (menu);
}

static void
popup_menu (AssayBoard *self, GtkWidget *row)
{
  graphene_rect_t bounds;
  GdkRectangle at;

  if (!gtk_widget_compute_bounds (row, GTK_WIDGET (self), &bounds))
    return;
  if (self->menu == NULL)
    {
      g_autoptr (GMenuModel) model = make_menu ();

      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "board.edit", is_writable (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "board.move", is_writable (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "board.delete", is_writable (self));
  at = (GdkRectangle){ (int)bounds.origin.x + 24, (int)bounds.origin.y, 1,
                       (int)bounds.size.height };
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* A press on a card, by the second button or a long touch. */
static void
menu_at (AssayBoard *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *card = picked != NULL ? gtk_widget_get_ancestor (picked, ASSAY_TYPE_BOARD_CARD) : NULL;
  GtkWidget *row = card != NULL ? gtk_widget_get_parent (card) : NULL;

  if (row == NULL)
    return;
  gtk_widget_grab_focus (row);
  popup_menu (self, row);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, AssayBoard *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));

  if (gdk_event_triggers_context_menu (event))
    menu_at (self, x, y);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture, double x, double y, AssayBoard *self)
{
  menu_at (self, x, y);
}

/* Columns */

static void
show_columns (AssayBoard *self)
{
  guint chosen = gtk_drop_down_get_selected (self->chooser);

  for (guint i = 0; i < self->columns->len; i++)
    {
      AssayBoardColumn *column = column_at (self, i);
      gboolean wanted = assay_board_column_get_status (column) != NULL
                        || assay_board_column_get_n_cards (column) > 0;

      gtk_widget_set_visible (GTK_WIDGET (column), self->narrow ? i == chosen : wanted);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->chooser), self->narrow);
}

static void
apply_cb (AssayBoard *self)
{
  self->narrow = TRUE;
  show_columns (self);
}

static void
unapply_cb (AssayBoard *self)
{
  self->narrow = FALSE;
  show_columns (self);
}

static void
ask (AssayBoard *self)
{
  g_autoptr (AssayQuery) query = assay_table_dup_query (self->table);

  for (guint i = 0; i < self->columns->len; i++)
    assay_board_column_set_query (column_at (self, i), query);
}

static void
add_column (AssayBoard *self, const char *status)
{
  AssayBoardColumn *column = assay_board_column_new (self->context, status);

  g_ptr_array_add (self->columns, column);
  gtk_widget_set_hexpand (GTK_WIDGET (column), TRUE);
  gtk_box_append (self->box, GTK_WIDGET (column));
  g_signal_connect_object (column, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (column, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  if (status == NULL)
    g_signal_connect_object (column, "notify::n-cards", G_CALLBACK (show_columns), self,
                             G_CONNECT_SWAPPED);
}

static void
fill (AssayBoard *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (const AssayChoice *choice = status_field ()->choices; choice->value != NULL; choice++)
    {
      add_column (self, choice->value);
      gtk_string_list_append (names, _ (choice->label));
    }
  add_column (self, NULL);
  gtk_string_list_append (names, _ ("No Status"));
  gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (names));
  g_signal_connect_object (self->chooser, "notify::selected", G_CALLBACK (show_columns), self,
                           G_CONNECT_SWAPPED);
  show_columns (self);
}

/* Type */

static gboolean
assay_board_grab_focus (GtkWidget *widget)
{
  AssayBoard *self = ASSAY_BOARD (widget);

  if (self->narrow)
    return assay_board_column_focus (column_at (self, gtk_drop_down_get_selected (self->chooser)),
                                     0);
  for (guint i = 0; i < self->columns->len; i++)
    if (assay_board_column_focus (column_at (self, i), 0))
      return TRUE;
  return FALSE;
}

static void
assay_board_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AssayBoard *self = ASSAY_BOARD (widget);

  GTK_WIDGET_CLASS (assay_board_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
assay_board_dispose (GObject *object)
{
  AssayBoard *self = ASSAY_BOARD (object);

  g_ptr_array_set_size (self->columns, 0);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (assay_board_parent_class)->dispose (object);
}

static void
assay_board_finalize (GObject *object)
{
  g_ptr_array_unref (ASSAY_BOARD (object)->columns);

  G_OBJECT_CLASS (assay_board_parent_class)->finalize (object);
}

static void
assay_board_class_init (AssayBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_board_dispose;
  G_OBJECT_CLASS (klass)->finalize = assay_board_finalize;
  widget_class->grab_focus = assay_board_grab_focus;
  widget_class->size_allocate = assay_board_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "assayboard");
  gtk_widget_class_install_action (widget_class, "board.move", "s", move_action);
  gtk_widget_class_install_action (widget_class, "board.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "board.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "board.delete", NULL, delete_action);
}

static void
add_controllers (AssayBoard *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  /* Before the lists take the arrows for their own. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

static void
assay_board_init (AssayBoard *self)
{
  AdwBreakpointCondition *condition = adw_breakpoint_condition_parse (NARROW);
  AdwBreakpoint *breakpoint = adw_breakpoint_new (condition);
  GtkWidget *bin = adw_breakpoint_bin_new ();
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->columns = g_ptr_array_new ();
  self->chooser = g_object_new (GTK_TYPE_DROP_DOWN, "visible", FALSE, "margin-top", 6,
                                "margin-start", 12, "margin-end", 12, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chooser), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Status"), -1);
  self->box = g_object_new (GTK_TYPE_BOX, "spacing", 6, "margin-top", 6, "margin-bottom", 6,
                            "margin-start", 6, "margin-end", 6, NULL);
  gtk_box_append (GTK_BOX (all), GTK_WIDGET (self->chooser));
  gtk_box_append (GTK_BOX (all),
                  g_object_new (GTK_TYPE_SCROLLED_WINDOW, "vscrollbar-policy", GTK_POLICY_NEVER,
                                "vexpand", TRUE, "child", self->box, NULL));
  gtk_widget_set_size_request (bin, 280, 200);
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (bin), all);
  g_signal_connect_object (breakpoint, "apply", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (breakpoint, "unapply", G_CALLBACK (unapply_cb), self, G_CONNECT_SWAPPED);
  adw_breakpoint_bin_add_breakpoint (ADW_BREAKPOINT_BIN (bin), breakpoint);
  adw_bin_set_child (ADW_BIN (self), bin);
  add_controllers (self);
}

/**
 * assay_board_new:
 * @context: the context of the window
 * @table: suppliers; its search, filters and order are the board's
 */
GtkWidget *
assay_board_new (AssayContext *context, AssayTable *table)
{
  AssayBoard *self = g_object_new (ASSAY_TYPE_BOARD, NULL);

  self->context = g_object_ref (context);
  self->table = table;
  fill (self);
  g_signal_connect_object (table, "asked", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  ask (self);
  return GTK_WIDGET (self);
}
