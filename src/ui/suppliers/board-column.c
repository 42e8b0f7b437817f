/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/suppliers/board-column.h"

#include <glib/gi18n-lib.h>

#include "ui/suppliers/board-card.h"

struct _AssayBoardColumn
{
  GtkWidget parent_instance;

  AssayContext *context;
  char *status; /* NULL: none */
  AssayRecordList *list;
  GtkLabel *title;
  GtkLabel *count;
  GtkListView *cards;
  GtkStack *stack;
  gint64 awaited; /* gets the focus when it is here */
};

G_DEFINE_FINAL_TYPE (AssayBoardColumn, assay_board_column, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_N_CARDS = 1,
  N_PROPS,
} Property;

static GParamSpec *properties[N_PROPS];

enum
{
  DROPPED,
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

guint
assay_board_column_get_n_cards (AssayBoardColumn *self)
{
  return self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
}

const char *
assay_board_column_get_status (AssayBoardColumn *self)
{
  return self->status;
}

static void
update_count (AssayBoardColumn *self)
{
  guint n = assay_board_column_get_n_cards (self);
  g_autofree char *number = assay_format_number (n);
  g_autofree char *words = g_strdup_printf (
      /* Translators: a column of the board, “Found”, and how many suppliers are in it */
      g_dngettext (GETTEXT_PACKAGE, "%s, %s supplier", "%s, %s suppliers", n),
      gtk_label_get_label (self->title), number);

  gtk_label_set_label (self->count, number);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "cards" : "empty");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cards), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_CARDS]);
}

static void
focus_awaited (AssayBoardColumn *self)
{
  guint position;

  if (self->awaited == 0 || self->list == NULL)
    return;
  position = assay_record_list_find (self->list, self->awaited);
  if (position == G_MAXUINT)
    return;
  self->awaited = 0;
  assay_board_column_focus (self, position);
}

static void
loaded_cb (AssayBoardColumn *self)
{
  const GError *error = assay_record_list_get_error (self->list);

  if (error != NULL)
    assay_context_failed (self->context, _ ("The Suppliers Could Not Be Read"), error);
  update_count (self);
  focus_awaited (self);
}

/* Cards */

static void
name_item (AssayRecordSlot *slot, GParamSpec *pspec, GtkListItem *item)
{
  AssayRecord *supplier = assay_record_slot_get_record (slot);
  g_autofree char *title = supplier != NULL ? assay_record_dup_title (supplier) : NULL;
  g_autofree char *words = supplier != NULL ? assay_board_card_describe (supplier) : NULL;

  gtk_list_item_set_accessible_label (item, title != NULL ? title : "");
  gtk_list_item_set_accessible_description (item, words != NULL ? words : "");
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, assay_board_card_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  AssayRecordSlot *slot = gtk_list_item_get_item (item);

  assay_board_card_set_slot (ASSAY_BOARD_CARD (gtk_list_item_get_child (item)), slot);
  name_item (slot, NULL, item);
  g_signal_connect_object (slot, "notify::record", G_CALLBACK (name_item), item, 0);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  AssayRecordSlot *slot = gtk_list_item_get_item (item);

  g_signal_handlers_disconnect_by_func (slot, G_CALLBACK (name_item), item);
  assay_board_card_set_slot (ASSAY_BOARD_CARD (gtk_list_item_get_child (item)), NULL);
}

static void
activate_cb (AssayBoardColumn *self, guint position)
{
  g_autoptr (AssayRecordSlot) slot = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  AssayRecord *supplier = slot != NULL ? assay_record_slot_get_record (slot) : NULL;

  if (supplier != NULL)
    g_signal_emit (self, signals[OPENED], 0, supplier);
}

/* What is focused is the list's row, which holds the card. */
AssayRecord *
assay_board_column_get_focused (AssayBoardColumn *self, guint *position)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *card = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;
  AssayRecordSlot *slot;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self))
      || !ASSAY_IS_BOARD_CARD (card))
    return NULL;
  slot = assay_board_card_get_slot (ASSAY_BOARD_CARD (card));
  if (slot == NULL)
    return NULL;
  if (position != NULL)
    *position = assay_record_slot_get_position (slot);
  return assay_record_slot_get_record (slot);
}

gboolean
assay_board_column_focus (AssayBoardColumn *self, guint position)
{
  guint n = assay_board_column_get_n_cards (self);

  if (n == 0)
    return FALSE;
  gtk_list_view_scroll_to (self->cards, MIN (position, n - 1), GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->cards));
  return TRUE;
}

void
assay_board_column_focus_record (AssayBoardColumn *self, gint64 supplier)
{
  self->awaited = supplier;
  focus_awaited (self);
}

static gboolean
drop_cb (AssayBoardColumn *self, const GValue *value)
{
  AssayRecord *record = g_value_get_object (value);

  if (record == NULL || assay_record_get_kind (record) != ASSAY_TYPE_SUPPLIER
      || self->status == NULL)
    return FALSE;
  g_signal_emit (self, signals[DROPPED], 0, record);
  return TRUE;
}

/* Rows */

static AssayQuery *
narrow (AssayBoardColumn *self, const AssayQuery *query)
{
  AssayQuery *narrowed = assay_query_copy (query);
  g_auto (AssayValue) status = ASSAY_VALUE_INIT;

  assay_value_set_text (&status, self->status);
  assay_query_add_filter (narrowed, ASSAY_SUPPLIER_STATUS,
                          self->status != NULL ? ASSAY_FILTER_IS : ASSAY_FILTER_UNKNOWN, &status);
  return narrowed;
}

static void
drop_list (AssayBoardColumn *self)
{
  gtk_list_view_set_model (self->cards, NULL);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
}

static void
make_list (AssayBoardColumn *self, AssayBook *book, const AssayQuery *query)
{
  GtkNoSelection *selection;

  self->list = assay_record_list_new (book, query);
  g_signal_connect_swapped (self->list, "loaded", G_CALLBACK (loaded_cb), self);
  g_signal_connect_swapped (self->list, "items-changed", G_CALLBACK (update_count), self);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_list_view_set_model (self->cards, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}

void
assay_board_column_set_query (AssayBoardColumn *self, const AssayQuery *query)
{
  AssayBook *book = assay_context_get_book (self->context);
  g_autoptr (AssayQuery) narrowed = query != NULL ? narrow (self, query) : NULL;

  if (query == NULL || book == NULL)
    drop_list (self);
  else if (self->list != NULL)
    assay_record_list_set_query (self->list, narrowed);
  else
    make_list (self, book, narrowed);
  update_count (self);
}

/* Type */

static void
assay_board_column_get_property (GObject *object,
                                 guint property_id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  if (property_id == PROP_N_CARDS)
    g_value_set_uint (value, assay_board_column_get_n_cards (ASSAY_BOARD_COLUMN (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
assay_board_column_dispose (GObject *object)
{
  AssayBoardColumn *self = ASSAY_BOARD_COLUMN (object);
  GtkWidget *child;

  if (self->cards != NULL)
    drop_list (self);
  self->cards = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->context);
  g_clear_pointer (&self->status, g_free);

  G_OBJECT_CLASS (assay_board_column_parent_class)->dispose (object);
}

static void
assay_board_column_class_init (AssayBoardColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = assay_board_column_get_property;
  object_class->dispose = assay_board_column_dispose;
  properties[PROP_N_CARDS] = g_param_spec_uint ("n-cards", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[DROPPED] = g_signal_new ("dropped", ASSAY_TYPE_BOARD_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, ASSAY_TYPE_RECORD);
  signals[OPENED] = g_signal_new ("opened", ASSAY_TYPE_BOARD_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, ASSAY_TYPE_RECORD);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "boardcolumn");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
make_cards (AssayBoardColumn *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *empty
      = g_object_new (GTK_TYPE_LABEL, "label", _ ("None"), "valign", GTK_ALIGN_START, "margin-top",
                      12, "css-classes", (const char *const[]){ "dimmed", NULL }, NULL);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  self->cards = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_list_view_set_tab_behavior (self->cards, GTK_LIST_TAB_ITEM);
  g_signal_connect_swapped (self->cards, "activate", G_CALLBACK (activate_cb), self);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack,
                       g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy",
                                     GTK_POLICY_NEVER, "vexpand", TRUE, "child", self->cards, NULL),
                       "cards");
  gtk_stack_add_named (self->stack, empty, "empty");
  return GTK_WIDGET (self->stack);
}

static void
assay_board_column_init (AssayBoardColumn *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *head = g_object_new (GTK_TYPE_BOX, "spacing", 6, "margin-top", 9, "margin-bottom", 6,
                                  "margin-start", 12, "margin-end", 12, NULL);
  GtkDropTarget *target = gtk_drop_target_new (ASSAY_TYPE_RECORD, GDK_ACTION_MOVE);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "ellipsize",
                              PANGO_ELLIPSIZE_END, NULL);
  self->count = GTK_LABEL (gtk_label_new ("0"));
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dimmed");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->count));
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  gtk_widget_set_parent (make_cards (self), GTK_WIDGET (self));
  gtk_widget_set_size_request (GTK_WIDGET (self), 210, -1);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

AssayBoardColumn *
assay_board_column_new (AssayContext *context, const char *status)
{
  AssayBoardColumn *self = g_object_new (ASSAY_TYPE_BOARD_COLUMN, NULL);
  const AssayField *field
      = &assay_record_type_get (ASSAY_TYPE_SUPPLIER)->fields[ASSAY_SUPPLIER_STATUS];

  self->context = g_object_ref (context);
  self->status = g_strdup (status);
  gtk_label_set_label (self->title,
                       status != NULL ? assay_field_choice_label (field, status) : _ ("No Status"));
  update_count (self);
  return self;
}
