/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "insight/key-index.h"

#define FIRST_SLOTS 64

AssayKeyIndex *
assay_key_index_new (void)
{
  AssayKeyIndex *index = g_new0 (AssayKeyIndex, 1);

  index->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  index->slots = g_new0 (guint32, FIRST_SLOTS);
  index->mask = FIRST_SLOTS - 1;
  return index;
}

void
assay_key_index_free (AssayKeyIndex *index)
{
  if (index == NULL)
    return;
  g_array_unref (index->keys);
  g_free (index->slots);
  g_free (index);
}

static void
put (AssayKeyIndex *index, gint64 key, guint32 number)
{
  guint32 at = assay_key_index_hash (key) & index->mask;

  while (index->slots[at] != 0)
    at = (at + 1) & index->mask;
  index->slots[at] = number + 1;
}

/* Kept at most half full, so that a search ends after a step or two. */
static void
grow (AssayKeyIndex *index)
{
  gsize n_slots = ((gsize)index->mask + 1) * 2;

  g_free (index->slots);
  index->slots = g_new0 (guint32, n_slots);
  index->mask = (guint32)(n_slots - 1);
  for (guint32 i = 0; i < index->keys->len; i++)
    put (index, g_array_index (index->keys, gint64, i), i);
}

guint32
assay_key_index_add_slow (AssayKeyIndex *index, gint64 key)
{
  guint32 number = index->keys->len;

  g_array_append_val (index->keys, key);
  if (index->keys->len > (index->mask + 1) / 2)
    grow (index);
  else
    put (index, key, number);
  return number;
}
