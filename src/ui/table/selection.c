/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/table/selection.h"

struct _AssayTableSelection
{
  GObject parent_instance;

  AssayRecordList *list;
  guint limit; /* rows further down are not shown */
  GtkBitset *positions;
  GArray
      *ids; /* of the selected records, sorted; also of those that are not in the list just now */
};

static void assay_table_selection_list_model_init (GListModelInterface *iface);
static void assay_table_selection_selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (
    AssayTableSelection,
    assay_table_selection,
    G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, assay_table_selection_list_model_init)
        G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                               assay_table_selection_selection_model_init))

/* Below this many ids, finding each is cheaper than a walk over the list. */
#define FEW_IDS 256

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *)a, y = *(const gint64 *)b;

  return (x > y) - (x < y);
}

static gboolean
has_id (AssayTableSelection *self, gint64 id)
{
  return self->ids->len > 0
         && bsearch (&id, self->ids->data, self->ids->len, sizeof id, compare_ids) != NULL;
}

static guint
n_shown (AssayTableSelection *self)
{
  return MIN (g_list_model_get_n_items (G_LIST_MODEL (self->list)), self->limit);
}

/* Ids from positions */
static void
remember_ids (AssayTableSelection *self)
{
  GtkBitsetIter iter;
  guint position;

  g_array_set_size (self->ids, 0);
  if (gtk_bitset_iter_init_first (&iter, self->positions, &position))
    do
      {
        gint64 id = assay_record_list_get_id (self->list, position);

        if (id != 0)
          g_array_append_val (self->ids, id);
      }
    while (gtk_bitset_iter_next (&iter, &position));
  g_array_sort (self->ids, compare_ids);
}

/* Positions from ids */
static void
find_positions (AssayTableSelection *self)
{
  guint n = n_shown (self);

  gtk_bitset_remove_all (self->positions);
  if (self->ids->len == 0)
    return;
  if (self->ids->len <= FEW_IDS)
    {
      for (guint i = 0; i < self->ids->len; i++)
        {
          guint position
              = assay_record_list_find (self->list, g_array_index (self->ids, gint64, i));

          if (position < n)
            gtk_bitset_add (self->positions, position);
        }
      return;
    }
  for (guint i = 0; i < n; i++)
    if (has_id (self, assay_record_list_get_id (self->list, i)))
      gtk_bitset_add (self->positions, i);
}

static void
loaded_cb (AssayTableSelection *self)
{
  guint n = n_shown (self);
  g_autoptr (GtkBitset) before = gtk_bitset_copy (self->positions);

  find_positions (self);
  gtk_bitset_difference (before, self->positions);
  if (!gtk_bitset_is_empty (before) && n > 0)
    {
      guint first = gtk_bitset_get_minimum (before);
      guint last = MIN (gtk_bitset_get_maximum (before), n - 1);

      if (first <= last)
        gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), first, last - first + 1);
    }
}

/* Rows went or came: tell the view first, then move the selection to where its records are now. */
static void
items_changed_cb (AssayTableSelection *self, guint position, guint removed, guint added)
{
  guint all = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  find_positions (self);
  if (self->limit < G_MAXUINT)
    {
      guint before = MIN (all - added + removed, self->limit);

      if (position >= self->limit)
        return;
      removed = before - position;
      added = MIN (all, self->limit) - position;
    }
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/* List model */

static GType
assay_table_selection_get_item_type (GListModel *model)
{
  return ASSAY_TYPE_RECORD_SLOT;
}

static guint
assay_table_selection_get_n_items (GListModel *model)
{
  return n_shown (ASSAY_TABLE_SELECTION (model));
}

static gpointer
assay_table_selection_get_item (GListModel *model, guint position)
{
  AssayTableSelection *self = ASSAY_TABLE_SELECTION (model);

  return position < self->limit ? g_list_model_get_item (G_LIST_MODEL (self->list), position)
                                : NULL;
}

static void
assay_table_selection_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = assay_table_selection_get_item_type;
  iface->get_n_items = assay_table_selection_get_n_items;
  iface->get_item = assay_table_selection_get_item;
}

/* Selection model */

static gboolean
assay_table_selection_is_selected (GtkSelectionModel *model, guint position)
{
  return gtk_bitset_contains (ASSAY_TABLE_SELECTION (model)->positions, position);
}

static GtkBitset *
assay_table_selection_get_selection_in_range (GtkSelectionModel *model,
                                              guint position,
                                              guint n_items)
{
  GtkBitset *selection = gtk_bitset_new_range (position, n_items);

  gtk_bitset_intersect (selection, ASSAY_TABLE_SELECTION (model)->positions);
  return selection;
}

static gboolean
assay_table_selection_set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  AssayTableSelection *self = ASSAY_TABLE_SELECTION (model);
  g_autoptr (GtkBitset) changed = gtk_bitset_copy (self->positions);
  guint n = n_shown (self);
  g_autoptr (GtkBitset) wanted = gtk_bitset_copy (selected);

  gtk_bitset_intersect (wanted, mask);
  gtk_bitset_subtract (self->positions, mask);
  gtk_bitset_union (self->positions, wanted);
  if (gtk_bitset_get_maximum (self->positions) >= n)
    gtk_bitset_remove_range (self->positions, n, G_MAXUINT - n);
  gtk_bitset_difference (changed, self->positions);
  if (gtk_bitset_is_empty (changed))
    return TRUE;
  remember_ids (self);
  gtk_selection_model_selection_changed (model, gtk_bitset_get_minimum (changed),
                                         gtk_bitset_get_maximum (changed)
                                             - gtk_bitset_get_minimum (changed) + 1);
  return TRUE;
}

static void
assay_table_selection_selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = assay_table_selection_is_selected;
  iface->get_selection_in_range = assay_table_selection_get_selection_in_range;
  iface->set_selection = assay_table_selection_set_selection;
}

/* Type */

static void
assay_table_selection_finalize (GObject *object)
{
  AssayTableSelection *self = ASSAY_TABLE_SELECTION (object);

  g_clear_object (&self->list);
  gtk_bitset_unref (self->positions);
  g_array_unref (self->ids);

  G_OBJECT_CLASS (assay_table_selection_parent_class)->finalize (object);
}

static void
assay_table_selection_class_init (AssayTableSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = assay_table_selection_finalize;
}

static void
assay_table_selection_init (AssayTableSelection *self)
{
  self->limit = G_MAXUINT;
  self->positions = gtk_bitset_new_empty ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

AssayTableSelection *
assay_table_selection_new (AssayRecordList *list)
{
  AssayTableSelection *self = g_object_new (ASSAY_TYPE_TABLE_SELECTION, NULL);

  self->list = g_object_ref (list);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
assay_table_selection_set_limit (AssayTableSelection *self, guint limit)
{
  guint before, now;

  g_return_if_fail (ASSAY_IS_TABLE_SELECTION (self));

  before = n_shown (self);
  self->limit = limit;
  now = n_shown (self);
  if (before == now)
    return;
  find_positions (self);
  g_list_model_items_changed (G_LIST_MODEL (self), MIN (before, now), before - MIN (before, now),
                              now - MIN (before, now));
}

guint
assay_table_selection_count (AssayTableSelection *self)
{
  g_return_val_if_fail (ASSAY_IS_TABLE_SELECTION (self), 0);

  return (guint)gtk_bitset_get_size (self->positions);
}

GArray *
assay_table_selection_dup_ids (AssayTableSelection *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  guint position;

  if (gtk_bitset_iter_init_first (&iter, self->positions, &position))
    do
      {
        gint64 id = assay_record_list_get_id (self->list, position);

        if (id != 0)
          g_array_append_val (ids, id);
      }
    while (gtk_bitset_iter_next (&iter, &position));
  return ids;
}

void
assay_table_selection_set_ids (AssayTableSelection *self, const gint64 *ids, gsize n_ids)
{
  g_return_if_fail (ASSAY_IS_TABLE_SELECTION (self));

  g_array_set_size (self->ids, 0);
  g_array_append_vals (self->ids, ids, (guint)n_ids);
  g_array_sort (self->ids, compare_ids);
  loaded_cb (self);
}
