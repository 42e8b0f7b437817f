/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/test-protocols.h"

#include "insight/bill-of-materials.h"
#include "insight/owned-rows.h"
#include "store/records.h"

/* Requirements and tests of protocols share these fields in this order. */
#define N_SHARED (ASSAY_REQUIREMENT_NOTE - ASSAY_REQUIREMENT_POSITION + 1)

G_STATIC_ASSERT (ASSAY_PROTOCOL_TEST_NOTE - ASSAY_PROTOCOL_TEST_POSITION + 1 == N_SHARED);

static guint
field_of (const AssayRecord *test, guint requirement_field)
{
  return assay_record_get_kind (test) == ASSAY_TYPE_REQUIREMENT
             ? requirement_field
             : requirement_field - ASSAY_REQUIREMENT_POSITION + ASSAY_PROTOCOL_TEST_POSITION;
}

static void
copy_shared (AssayRecord *to, const AssayRecord *from)
{
  for (guint i = 0; i < N_SHARED; i++)
    assay_record_set_value (
        to, field_of (to, ASSAY_REQUIREMENT_POSITION + i),
        assay_record_get_value (from, field_of (from, ASSAY_REQUIREMENT_POSITION + i)));
}

AssayRecord *
assay_requirement_new_from_test (const AssayRecord *test)
{
  AssayRecord *requirement = assay_record_new (ASSAY_TYPE_REQUIREMENT);

  copy_shared (requirement, test);
  return requirement;
}

static gboolean
same_text (const AssayRecord *a, const AssayRecord *b, guint field)
{
  const char *left = assay_record_get_text (a, field_of (a, field));
  const char *right = assay_record_get_text (b, field_of (b, field));
  g_autofree char *one = NULL, *other = NULL;

  if (left == NULL || right == NULL)
    return left == right;
  one = g_utf8_casefold (left, -1);
  other = g_utf8_casefold (right, -1);
  return g_str_equal (g_strstrip (one), g_strstrip (other));
}

gboolean
assay_test_is_same (const AssayRecord *a, const AssayRecord *b)
{
  return same_text (a, b, ASSAY_REQUIREMENT_PROPERTY) && same_text (a, b, ASSAY_REQUIREMENT_METHOD)
         && same_text (a, b, ASSAY_REQUIREMENT_SPECIMEN)
         && same_text (a, b, ASSAY_REQUIREMENT_CONDITION);
}

static gboolean
has_test (GPtrArray *tests, const AssayRecord *test)
{
  for (guint i = 0; i < tests->len; i++)
    if (assay_test_is_same (g_ptr_array_index (tests, i), test))
      return TRUE;
  return FALSE;
}

static gint64
last_position (GPtrArray *requirements)
{
  gint64 last = requirements->len;

  for (guint i = 0; i < requirements->len; i++)
    last = MAX (last, assay_record_get_integer (g_ptr_array_index (requirements, i),
                                                ASSAY_REQUIREMENT_POSITION, 0));
  return last;
}

/**
 * assay_protocol_apply:
 * @n_made: (out): tests that the product got
 * @n_kept: (out): tests that it had already
 *
 * A test that was applied earlier and got a limit of its own since is not asked for twice.
 */
gboolean
assay_protocol_apply (
    AssayDb *db, gint64 protocol, gint64 product, guint *n_made, guint *n_kept, GError **error)
{
  g_autoptr (GPtrArray) tests
      = assay_owned_rows_read (db, ASSAY_TYPE_PROTOCOL_TEST, protocol, error);
  g_autoptr (GPtrArray) old = NULL;
  gint64 position;

  *n_made = *n_kept = 0;
  if (tests == NULL)
    return FALSE;
  old = assay_owned_rows_read (db, ASSAY_TYPE_REQUIREMENT, product, error);
  if (old == NULL)
    return FALSE;
  position = last_position (old);
  for (guint i = 0; i < tests->len; i++)
    {
      g_autoptr (AssayRecord) requirement = NULL;

      if (has_test (old, g_ptr_array_index (tests, i)))
        {
          ++*n_kept;
          continue;
        }
      requirement = assay_requirement_new_from_test (g_ptr_array_index (tests, i));
      assay_record_set_reference (requirement, ASSAY_REQUIREMENT_PRODUCT, product);
      assay_record_set_integer (requirement, ASSAY_REQUIREMENT_POSITION, ++position);
      if (!assay_records_insert (db, requirement, error))
        return FALSE;
      ++*n_made;
    }
  return TRUE;
}

gboolean
assay_protocol_make_from_product (
    AssayDb *db, gint64 product, const char *name, gint64 *protocol, GError **error)
{
  g_autoptr (GPtrArray) requirements
      = assay_owned_rows_read (db, ASSAY_TYPE_REQUIREMENT, product, error);
  g_autoptr (AssayRecord) made = assay_record_new (ASSAY_TYPE_TEST_PROTOCOL);

  if (requirements == NULL)
    return FALSE;
  assay_record_set_text (made, ASSAY_TEST_PROTOCOL_NAME, name);
  if (!assay_records_insert (db, made, error))
    return FALSE;
  *protocol = assay_record_get_id (made);
  for (guint i = 0; i < requirements->len; i++)
    {
      g_autoptr (AssayRecord) test = assay_record_new (ASSAY_TYPE_PROTOCOL_TEST);

      copy_shared (test, g_ptr_array_index (requirements, i));
      assay_record_set_reference (test, ASSAY_PROTOCOL_TEST_TEST_PROTOCOL, *protocol);
      assay_record_set_integer (test, ASSAY_PROTOCOL_TEST_POSITION, i + 1);
      if (!assay_records_insert (db, test, error))
        return FALSE;
    }
  return TRUE;
}
