/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "store/record-list.h"

/* Rows that are read together, and how many such pages are kept. */
#define PAGE_ROWS  128
#define PAGES_KEPT 24

struct _AssayRecordSlot
{
  GObject parent_instance;

  AssayRecordList *list; /* NULL when the list is gone */
  guint position;
  AssayRecord *record; /* NULL until it is asked for */
};

struct _AssayRecordList
{
  GObject parent_instance;

  AssayBook *book;
  AssayQuery *query;
  GArray *ids;               /* of gint64, in order */
  GHashTable *slots;         /* position → AssayRecordSlot, not owned: those that somebody holds */
  GHashTable *pages;         /* page number → GHashTable of id → AssayRecord */
  GQueue *recent_pages;      /* page numbers, newest first */
  GCancellable *cancellable; /* of the query under way */
  guint64 generation;
  gboolean loading;
  gboolean stale; /* asked again while a query is under way */
  GError *error;
};

typedef enum
{
  PROP_SLOT_RECORD = 1,
} SlotProperty;

static GParamSpec *slot_props[PROP_SLOT_RECORD + 1];

G_DEFINE_FINAL_TYPE (AssayRecordSlot, assay_record_slot, G_TYPE_OBJECT)

static void
assay_record_slot_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((SlotProperty)prop_id)
    {
    case PROP_SLOT_RECORD:
      g_value_set_object (value, assay_record_slot_get_record (ASSAY_RECORD_SLOT (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
assay_record_slot_finalize (GObject *object)
{
  AssayRecordSlot *slot = ASSAY_RECORD_SLOT (object);

  if (slot->list != NULL)
    g_hash_table_remove (slot->list->slots, GUINT_TO_POINTER (slot->position));
  g_clear_object (&slot->record);
  G_OBJECT_CLASS (assay_record_slot_parent_class)->finalize (object);
}

static void
assay_record_slot_class_init (AssayRecordSlotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = assay_record_slot_get_property;
  object_class->finalize = assay_record_slot_finalize;

  slot_props[PROP_SLOT_RECORD]
      = g_param_spec_object ("record", NULL, NULL, ASSAY_TYPE_RECORD,
                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (slot_props), slot_props);
}

static void
assay_record_slot_init (AssayRecordSlot *slot)
{
}

static GType
get_item_type (GListModel *model)
{
  return ASSAY_TYPE_RECORD_SLOT;
}

static guint
get_n_items (GListModel *model)
{
  return ASSAY_RECORD_LIST (model)->ids->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  AssayRecordList *list = ASSAY_RECORD_LIST (model);
  AssayRecordSlot *slot;

  if (position >= list->ids->len)
    return NULL;
  slot = g_hash_table_lookup (list->slots, GUINT_TO_POINTER (position));
  if (slot != NULL)
    return g_object_ref (slot);
  slot = g_object_new (ASSAY_TYPE_RECORD_SLOT, NULL);
  slot->list = list;
  slot->position = position;
  g_hash_table_insert (list->slots, GUINT_TO_POINTER (position), slot);
  return slot;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AssayRecordList,
                               assay_record_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

typedef enum
{
  PROP_LOADING = 1,
} Property;

static GParamSpec *props[PROP_LOADING + 1];

enum
{
  SIGNAL_LOADED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
assay_record_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((Property)prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, ASSAY_RECORD_LIST (object)->loading);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
assay_record_list_dispose (GObject *object)
{
  AssayRecordList *list = ASSAY_RECORD_LIST (object);
  GHashTableIter iter;
  gpointer slot;

  g_cancellable_cancel (list->cancellable);
  g_clear_object (&list->cancellable);
  if (list->slots != NULL)
    {
      g_hash_table_iter_init (&iter, list->slots);
      while (g_hash_table_iter_next (&iter, NULL, &slot))
        ((AssayRecordSlot *)slot)->list = NULL;
    }
  g_clear_pointer (&list->slots, g_hash_table_unref);
  if (list->book != NULL)
    g_signal_handlers_disconnect_by_data (list->book, list);
  g_clear_object (&list->book);
  G_OBJECT_CLASS (assay_record_list_parent_class)->dispose (object);
}

static void
assay_record_list_finalize (GObject *object)
{
  AssayRecordList *list = ASSAY_RECORD_LIST (object);

  assay_query_free (list->query);
  g_array_unref (list->ids);
  g_hash_table_unref (list->pages);
  g_queue_free (list->recent_pages);
  g_clear_error (&list->error);
  G_OBJECT_CLASS (assay_record_list_parent_class)->finalize (object);
}

static void
assay_record_list_class_init (AssayRecordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = assay_record_list_get_property;
  object_class->dispose = assay_record_list_dispose;
  object_class->finalize = assay_record_list_finalize;

  props[PROP_LOADING]
      = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * AssayRecordList::loaded:
   * @list: the list
   *
   * The rows, or an error, have come for the query that was set last.
   */
  signals[SIGNAL_LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
assay_record_list_init (AssayRecordList *list)
{
  list->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  list->slots = g_hash_table_new (NULL, NULL);
  list->pages = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_hash_table_unref);
  list->recent_pages = g_queue_new ();
}

static const gint64 *
ids_of (AssayRecordList *list)
{
  return (const gint64 *)(const void *)list->ids->data;
}

static GHashTable *
fetch_page (AssayRecordList *list, guint page)
{
  guint first = page * PAGE_ROWS;
  guint n = MIN (PAGE_ROWS, list->ids->len - first);
  AssayDb *reader = assay_book_get_reader (list->book);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;
  GHashTable *by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);

  if (reader != NULL)
    records = assay_query_fetch_records (assay_query_get_type (list->query), ids_of (list) + first,
                                         n, reader, &error);
  if (error != NULL)
    g_debug ("rows could not be read: %s", error->message);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      AssayRecord *record = g_ptr_array_index (records, i);
      gint64 id = assay_record_get_id (record);

      g_hash_table_insert (by_id, g_memdup2 (&id, sizeof id), g_object_ref (record));
    }
  return by_id;
}

/* The record at @position out of the pages that are kept; the one used longest ago makes way. */
static AssayRecord *
look_up (AssayRecordList *list, guint position)
{
  gpointer page = GUINT_TO_POINTER (position / PAGE_ROWS);
  GHashTable *records = g_hash_table_lookup (list->pages, page);

  if (records == NULL)
    {
      records = fetch_page (list, GPOINTER_TO_UINT (page));
      g_hash_table_insert (list->pages, page, records);
    }
  else
    g_queue_remove (list->recent_pages, page);
  g_queue_push_head (list->recent_pages, page);
  if (g_queue_get_length (list->recent_pages) > PAGES_KEPT)
    g_hash_table_remove (list->pages, g_queue_pop_tail (list->recent_pages));
  return g_hash_table_lookup (records, &ids_of (list)[position]);
}

static void
forget_pages (AssayRecordList *list)
{
  g_hash_table_remove_all (list->pages);
  g_queue_clear (list->recent_pages);
}

/**
 * assay_record_slot_get_record:
 * @slot: a slot
 *
 * Returns: (transfer none) (nullable): the record that stands there now; %NULL when it is gone
 */
AssayRecord *
assay_record_slot_get_record (AssayRecordSlot *slot)
{
  AssayRecord *record;

  if (slot->record == NULL && slot->list != NULL && slot->position < slot->list->ids->len)
    {
      record = look_up (slot->list, slot->position);
      g_set_object (&slot->record, record);
    }
  return slot->record;
}

guint
assay_record_slot_get_position (AssayRecordSlot *slot)
{
  return slot->position;
}

/* What slots show may have changed: each that is held looks anew. */
static void
refresh_slots (AssayRecordList *list)
{
  g_autoptr (GPtrArray) slots = g_hash_table_get_values_as_ptr_array (list->slots);

  for (guint i = 0; i < slots->len; i++)
    g_object_ref (g_ptr_array_index (slots, i));
  for (guint i = 0; i < slots->len; i++)
    {
      g_autoptr (AssayRecordSlot) slot = g_ptr_array_index (slots, i);

      if (slot->list != list)
        continue;
      g_clear_object (&slot->record);
      if (slot->position < list->ids->len)
        g_object_notify_by_pspec (G_OBJECT (slot), slot_props[PROP_SLOT_RECORD]);
    }
}

/* Takes new rows: positions stay, what stands in them changes, and only the tail is announced. */
static void
take_ids (AssayRecordList *list, GArray *ids)
{
  guint before = list->ids->len;
  g_autoptr (GArray) old = g_steal_pointer (&list->ids);

  list->ids = ids;
  forget_pages (list);
  if (ids->len < before)
    {
      /* Slots beyond the end belong to no row any more. */
      g_autoptr (GPtrArray) slots = g_hash_table_get_values_as_ptr_array (list->slots);

      for (guint i = 0; i < slots->len; i++)
        {
          AssayRecordSlot *slot = g_ptr_array_index (slots, i);

          if (slot->position < ids->len)
            continue;
          g_hash_table_remove (list->slots, GUINT_TO_POINTER (slot->position));
          slot->list = NULL;
        }
      g_list_model_items_changed (G_LIST_MODEL (list), ids->len, before - ids->len, 0);
    }
  else if (ids->len > before)
    g_list_model_items_changed (G_LIST_MODEL (list), before, 0, ids->len - before);
  refresh_slots (list);
}

static gboolean
run_query (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  *result = assay_query_run_ids (data, db, error);
  return *result != NULL;
}

typedef struct
{
  GWeakRef list;
  guint64 generation;
} Pending;

static void start_query (AssayRecordList *list);

static void
query_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Pending *pending = data;
  g_autoptr (AssayRecordList) list = g_weak_ref_get (&pending->list);
  g_autoptr (GError) error = NULL;
  GArray *ids = assay_book_ask_finish (ASSAY_BOOK (source), result, &error);
  gboolean late = list == NULL || pending->generation != list->generation || list->slots == NULL;

  g_weak_ref_clear (&pending->list);
  g_free (pending);
  if (late)
    {
      g_clear_pointer (&ids, g_array_unref);
      return;
    }
  g_clear_error (&list->error);
  if (ids != NULL)
    take_ids (list, ids);
  else
    list->error = g_steal_pointer (&error);
  list->loading = FALSE;
  g_object_notify_by_pspec (G_OBJECT (list), props[PROP_LOADING]);
  g_signal_emit (list, signals[SIGNAL_LOADED], 0);
  if (list->stale)
    start_query (list);
}

static void
start_query (AssayRecordList *list)
{
  Pending *pending = g_new0 (Pending, 1);

  g_cancellable_cancel (list->cancellable);
  g_clear_object (&list->cancellable);
  list->cancellable = g_cancellable_new ();
  list->stale = FALSE;
  g_weak_ref_init (&pending->list, list);
  pending->generation = ++list->generation;
  if (!list->loading)
    {
      list->loading = TRUE;
      g_object_notify_by_pspec (G_OBJECT (list), props[PROP_LOADING]);
    }
  assay_book_ask_async (list->book, run_query, assay_query_copy (list->query),
                        (GDestroyNotify)assay_query_free, (GDestroyNotify)g_array_unref,
                        list->cancellable, query_cb, pending);
}

static gboolean
refers_to (const AssayRecordType *type, AssayType target)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].reference == target)
      return TRUE;
  return FALSE;
}

/* A change of a row shows at once; whether rows come, go or move is asked on the thread. */
static void
book_changed_cb (AssayBook *book, GArray *changed, AssayRecordList *list)
{
  AssayType type = assay_query_get_type (list->query);
  gboolean ours = changed == NULL;

  for (guint i = 0; changed != NULL && i < changed->len && !ours; i++)
    {
      AssayType other = g_array_index (changed, AssayChanged, i).type;

      ours = other == type || refers_to (assay_record_type_get (type), other);
    }
  if (!ours)
    return;
  forget_pages (list);
  refresh_slots (list);
  if (list->loading)
    list->stale = TRUE;
  else
    start_query (list);
}

/**
 * assay_record_list_new:
 * @book: a book
 * @query: a query; copied
 *
 * Returns: (transfer full): a list that is empty until its rows have come
 */
AssayRecordList *
assay_record_list_new (AssayBook *book, const AssayQuery *query)
{
  AssayRecordList *list = g_object_new (ASSAY_TYPE_RECORD_LIST, NULL);

  list->book = g_object_ref (book);
  list->query = assay_query_copy (query);
  g_signal_connect (book, "changed", G_CALLBACK (book_changed_cb), list);
  start_query (list);
  return list;
}

/**
 * assay_record_list_set_query:
 * @list: a list
 * @query: a query for the same type; copied
 *
 * Asks for other rows. The old ones stay until the new ones have come.
 */
void
assay_record_list_set_query (AssayRecordList *list, const AssayQuery *query)
{
  AssayQuery *copy = assay_query_copy (query);

  g_return_if_fail (assay_query_get_type (query) == assay_query_get_type (list->query));

  assay_query_free (list->query);
  list->query = copy;
  start_query (list);
}

gboolean
assay_record_list_is_loading (AssayRecordList *list)
{
  return list->loading;
}

gint64
assay_record_list_get_id (AssayRecordList *list, guint position)
{
  return position < list->ids->len ? ids_of (list)[position] : 0;
}

guint
assay_record_list_find (AssayRecordList *list, gint64 id)
{
  for (guint i = 0; i < list->ids->len; i++)
    if (ids_of (list)[i] == id)
      return i;
  return G_MAXUINT;
}

const GError *
assay_record_list_get_error (AssayRecordList *list)
{
  return list->error;
}
