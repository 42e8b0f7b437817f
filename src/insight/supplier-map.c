/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "insight/supplier-map.h"

#include <math.h>

#include "insight/grouping.h"
#include "insight/spend.h"

static void
free_place (gpointer data)
{
  AssaySupplierPlace *place = data;

  g_free (place->name);
  g_free (place);
}

AssaySupplierMap *
assay_supplier_map_new (void)
{
  AssaySupplierMap *map = g_new0 (AssaySupplierMap, 1);

  map->places = g_ptr_array_new_with_free_func (free_place);
  return map;
}

void
assay_supplier_map_free (AssaySupplierMap *map)
{
  if (map == NULL)
    return;
  g_ptr_array_unref (map->places);
  g_free (map->currency);
  g_free (map->lead_definition);
  g_free (map->defect_definition);
  g_free (map->spend_definition);
  g_free (map);
}

/**
 * assay_supplier_map_add:
 * @map: a map
 * @id: a supplier
 * @name: (nullable): its name
 *
 * Returns: (transfer none): a place of which nothing is known yet
 */
AssaySupplierPlace *
assay_supplier_map_add (AssaySupplierMap *map, gint64 id, const char *name)
{
  AssaySupplierPlace *place = g_new0 (AssaySupplierPlace, 1);

  place->id = id;
  place->name = g_strdup (name);
  assay_summary_compute (NULL, 0, &place->lead);
  assay_summary_compute (NULL, 0, &place->slip);
  place->rate = place->rate_low = place->rate_high = NAN;
  place->spend = NAN;
  g_ptr_array_add (map->places, place);
  return place;
}

static AssaySupplierPlace *
find_place (AssaySupplierMap *map, GHashTable *places, gint64 id, const char *name)
{
  AssaySupplierPlace *place = g_hash_table_lookup (places, &id);

  if (place == NULL)
    {
      place = assay_supplier_map_add (map, id, name);
      g_hash_table_insert (places, &place->id, place);
    }
  return place;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const AssaySupplierPlace *left = *(AssaySupplierPlace *const *)a;
  const AssaySupplierPlace *right = *(AssaySupplierPlace *const *)b;
  int order = assay_group_compare_names (left->name, right->name);

  return order != 0 ? order : (left->id > right->id) - (left->id < right->id);
}

static gboolean
read_lines (AssaySupplierMap *map,
            GHashTable *places,
            AssayDb *db,
            const AssayLeadTimeQuestion *question,
            GError **error)
{
  AssayLeadTimeQuestion by = *question;
  g_autoptr (GPtrArray) rows = NULL;

  by.by = ASSAY_GROUP_SUPPLIER;
  rows = assay_lead_time_figures (db, &by, NULL, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const AssayLeadTimeRow *row = g_ptr_array_index (rows, i);
      AssaySupplierPlace *place = find_place (map, places, row->id, row->group);

      place->lead = row->lead;
      place->slip = row->slip;
    }
  map->lead_definition = assay_lead_time_definition (&by);
  return rows != NULL;
}

static gboolean
read_lots (AssaySupplierMap *map,
           GHashTable *places,
           AssayDb *db,
           const AssayDefectQuestion *question,
           GError **error)
{
  AssayDefectQuestion by = *question;
  g_autoptr (GPtrArray) rows = NULL;

  by.by = ASSAY_GROUP_SUPPLIER;
  rows = assay_defect_figures (db, &by, NULL, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const AssayDefectRow *row = g_ptr_array_index (rows, i);
      AssaySupplierPlace *place = find_place (map, places, row->id, row->group);

      place->lots = row->lots;
      place->inspected = row->inspected;
      place->defective = row->defective;
      place->rate = row->rate;
      place->rate_low = row->rate_low;
      place->rate_high = row->rate_high;
    }
  map->defect_definition = assay_defect_definition (&by);
  return rows != NULL;
}

/* Lines that are no orders (yet, or any more) are missed by nobody. */
static guint
count_unpriced (const AssaySpend *spend)
{
  guint n = 0;

  for (guint i = 0; i < spend->left_out->len; i++)
    {
      const AssaySpendLeftOut *left_out = g_ptr_array_index (spend->left_out, i);

      if (left_out->reason != ASSAY_SPEND_CANCELLED && left_out->reason != ASSAY_SPEND_DRAFT)
        n += left_out->ids->len;
    }
  return n;
}

/* What was ordered in the same period from those that delivered or were inspected in it. */
static gboolean
read_spend (AssaySupplierMap *map,
            GHashTable *places,
            AssayDb *db,
            const AssayLeadTimeQuestion *lines,
            GError **error)
{
  const AssaySpendQuestion question = { .by = ASSAY_SPEND_BY_SUPPLIER,
                                        .supplier = lines->supplier,
                                        .product = lines->product,
                                        .from = lines->from,
                                        .to = lines->to };
  g_autoptr (AssaySpend) spend = assay_spend_figures (db, &question, error);

  if (spend == NULL)
    return FALSE;
  map->unpriced = count_unpriced (spend);
  map->spend_definition = g_strdup (spend->definition);
  if (spend->currency == NULL)
    return TRUE;
  map->currency = g_strdup (spend->currency);
  for (guint i = 0; i < spend->rows->len; i++)
    {
      const AssaySpendRow *row = g_ptr_array_index (spend->rows, i);
      AssaySupplierPlace *place = g_hash_table_lookup (places, &row->id);

      if (place != NULL)
        place->spend = assay_money_to_units (row->amount, spend->currency);
    }
  return TRUE;
}

/**
 * assay_supplier_map_read:
 * @db: the book, on the thread that owns the connection
 * @lines: which order lines
 * @lots: which inspections
 * @error: return location for an error
 *
 * Returns: (transfer full): all suppliers with deliveries or inspections; %NULL on error
 */
AssaySupplierMap *
assay_supplier_map_read (AssayDb *db,
                         const AssayLeadTimeQuestion *lines,
                         const AssayDefectQuestion *lots,
                         GError **error)
{
  g_autoptr (AssaySupplierMap) map = assay_supplier_map_new ();
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (!read_lines (map, places, db, lines, error) || !read_lots (map, places, db, lots, error)
      || !read_spend (map, places, db, lines, error))
    return NULL;
  g_ptr_array_sort (map->places, compare_places);
  return g_steal_pointer (&map);
}
