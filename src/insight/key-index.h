/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers keys in the order in which they are first seen, so that a scan keeps its accumulators in
 * a plain array. Open addressing, because a scan of a million rows asks it once a row. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  GArray *keys;   /* of gint64: the key of each number */
  guint32 *slots; /* number + 1 at the key's hash, 0 is free */
  guint32 mask;   /* how many slots, a power of two, less one */
} AssayKeyIndex;

AssayKeyIndex *assay_key_index_new (void);
void assay_key_index_free (AssayKeyIndex *index);
guint32 assay_key_index_add_slow (AssayKeyIndex *index, gint64 key);

/* Keys made one after the other differ in their low bits and get neighbouring slots: a scan that
 * meets them in order then stays in the processor's cache. */
static inline guint32
assay_key_index_hash (gint64 key)
{
  guint64 batch = (guint64)key >> 21;

  return (guint32)((guint64)key + ((batch * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32));
}

/**
 * assay_key_index_find:
 * @index: the keys seen so far
 * @key: a key
 * @number: (out): its number
 *
 * Returns: whether the key was seen
 */
static inline gboolean
assay_key_index_find (const AssayKeyIndex *index, gint64 key, guint32 *number)
{
  const gint64 *keys = (const gint64 *)(const void *)index->keys->data;

  for (guint32 at = assay_key_index_hash (key) & index->mask; index->slots[at] != 0;
       at = (at + 1) & index->mask)
    if (keys[index->slots[at] - 1] == key)
      {
        *number = index->slots[at] - 1;
        return TRUE;
      }
  return FALSE;
}

/**
 * assay_key_index_add:
 * @index: the keys seen so far
 * @key: a key
 *
 * Returns: the key's number; a new key gets the next one
 */
static inline guint32
assay_key_index_add (AssayKeyIndex *index, gint64 key)
{
  guint32 number;

  if (G_LIKELY (assay_key_index_find (index, key, &number)))
    return number;
  return assay_key_index_add_slow (index, key);
}

static inline gint64
assay_key_index_key (const AssayKeyIndex *index, guint32 number)
{
  return g_array_index (index->keys, gint64, number);
}

static inline guint
assay_key_index_size (const AssayKeyIndex *index)
{
  return index->keys->len;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayKeyIndex, assay_key_index_free)

G_END_DECLS
