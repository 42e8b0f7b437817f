/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which checklist an inspection takes, and the checkpoints that it makes of the items. */

#include "assay-config.h"

#include "insight/checklist.h"

#include <string.h>

#include "store/query.h"
#include "store/records.h"

/* What stands for the product's barcode where a code is expected. */
#define PRODUCT_BARCODE "GTIN"

static gboolean
same_words (const char *a, const char *b)
{
  g_autofree char *left = g_utf8_casefold (a, -1), *right = g_utf8_casefold (b, -1);

  return g_str_equal (g_strstrip (left), g_strstrip (right));
}

/* How well @checklist fits; below 1: not. One for a category says more than one for a kind; what it
 * leaves open fits everything, but something has to speak for it. */
static int
rate (const AssayRecord *checklist, const char *category, const char *kind)
{
  const char *for_category = assay_record_get_text (checklist, ASSAY_CHECKLIST_CATEGORY);
  const char *for_kind = assay_record_get_text (checklist, ASSAY_CHECKLIST_KIND);
  int points = 0;

  if (for_category != NULL)
    {
      if (category == NULL || !same_words (for_category, category))
        return -1;
      points += 2;
    }
  if (for_kind != NULL)
    {
      if (g_strcmp0 (for_kind, kind) != 0)
        return -1;
      points += 1;
    }
  return points;
}

/**
 * assay_checklist_choose:
 * @kind: (nullable): the kind of the inspection, as it is stored
 * @id: (out): a checklist
 *
 * The product's own checklist goes first, unless it is for inspections of another kind; then the
 * one whose category and kind fit best, of several the one that was made first.
 */
gboolean
assay_checklist_choose (
    AssayDb *db, const AssayRecord *product, const char *kind, gint64 *id, GError **error)
{
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_CHECKLIST);
  g_autoptr (GPtrArray) all = assay_query_run_records (query, db, 0, error);
  const char *category
      = product != NULL ? assay_record_get_text (product, ASSAY_PRODUCT_CATEGORY) : NULL;
  gint64 own = product != NULL ? assay_record_get_reference (product, ASSAY_PRODUCT_CHECKLIST) : 0;
  int best = 0;

  *id = 0;
  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      const AssayRecord *one = g_ptr_array_index (all, i);
      const char *for_kind = assay_record_get_text (one, ASSAY_CHECKLIST_KIND);
      int points = rate (one, category, kind);

      if (assay_record_get_id (one) == own && (for_kind == NULL || g_strcmp0 (for_kind, kind) == 0))
        {
          *id = own;
          return TRUE;
        }
      if (points > best || (points == best && *id != 0 && assay_record_get_id (one) < *id))
        {
          best = points;
          *id = assay_record_get_id (one);
        }
    }
  return TRUE;
}

/* Those without a position come last, in the order in which they were made. */
static int
compare_positions (gconstpointer a, gconstpointer b)
{
  const AssayRecord *left = *(AssayRecord *const *)a, *right = *(AssayRecord *const *)b;
  gint64 i = assay_record_get_integer (left, ASSAY_CHECKPOINT_POSITION, G_MAXINT64);
  gint64 j = assay_record_get_integer (right, ASSAY_CHECKPOINT_POSITION, G_MAXINT64);

  if (i == j)
    {
      i = assay_record_get_id (left);
      j = assay_record_get_id (right);
    }
  return i < j ? -1 : i > j;
}

G_STATIC_ASSERT ((int)ASSAY_CHECKPOINT_POSITION == (int)ASSAY_CHECKLIST_ITEM_POSITION);

static GPtrArray *
read_in_order (AssayDb *db, AssayType type, guint owner_field, gint64 owner, GError **error)
{
  g_autoptr (AssayQuery) query = assay_query_new (type);
  AssayValue value = { .type = ASSAY_VALUE_INTEGER, .integer = owner };
  GPtrArray *records;

  assay_query_add_filter (query, owner_field, ASSAY_FILTER_IS, &value);
  records = assay_query_run_records (query, db, 0, error);
  if (records != NULL)
    g_ptr_array_sort (records, compare_positions);
  return records;
}

GPtrArray *
assay_checklist_read_items (AssayDb *db, gint64 checklist, GError **error)
{
  return read_in_order (db, ASSAY_TYPE_CHECKLIST_ITEM, ASSAY_CHECKLIST_ITEM_CHECKLIST, checklist,
                        error);
}

GPtrArray *
assay_checkpoints_read (AssayDb *db, gint64 inspection, GError **error)
{
  return read_in_order (db, ASSAY_TYPE_CHECKPOINT, ASSAY_CHECKPOINT_INSPECTION, inspection, error);
}

static void
take_product_code (AssayRecord *checkpoint, const AssayRecord *product)
{
  const char *expected = assay_record_get_text (checkpoint, ASSAY_CHECKPOINT_EXPECTED);

  if (g_strcmp0 (expected, PRODUCT_BARCODE) == 0)
    assay_record_set_text (checkpoint, ASSAY_CHECKPOINT_EXPECTED,
                           product != NULL ? assay_record_get_text (product, ASSAY_PRODUCT_BARCODE)
                                           : NULL);
}

static void
take_drop_height (AssayRecord *checkpoint, const AssayRecord *product)
{
  gint64 grams
      = product != NULL ? assay_record_get_integer (product, ASSAY_PRODUCT_CARTON_MASS, 0) : 0;
  AssayDropProcedure procedure = ASSAY_DROP_1A;
  gint64 height;

  if (assay_record_is_known (checkpoint, ASSAY_CHECKPOINT_TARGET))
    return;
  assay_drop_procedure_from_string (assay_record_get_text (checkpoint, ASSAY_CHECKPOINT_OPTIONS),
                                    &procedure);
  height = assay_drop_height (grams, &procedure);
  if (height < 0)
    return;
  assay_record_set_integer (checkpoint, ASSAY_CHECKPOINT_TARGET, height * 1000);
  assay_record_set_text (checkpoint, ASSAY_CHECKPOINT_UNIT, "mm");
  assay_record_set_text (checkpoint, ASSAY_CHECKPOINT_OPTIONS,
                         assay_drop_procedure_to_string (procedure));
}

AssayRecord *
assay_checkpoint_new_from_item (const AssayRecord *item, const AssayRecord *product)
{
  AssayRecord *checkpoint = assay_record_new (ASSAY_TYPE_CHECKPOINT);

  for (guint i = ASSAY_CHECKPOINT_POSITION; i <= ASSAY_CHECKPOINT_ON_FAIL; i++)
    assay_record_set_value (checkpoint, i, assay_record_get_value (item, i));
  if (assay_check_kind (checkpoint) == ASSAY_CHECK_CODE)
    take_product_code (checkpoint, product);
  else if (assay_check_kind (checkpoint) == ASSAY_CHECK_DROP)
    take_drop_height (checkpoint, product);
  return checkpoint;
}
