/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Open addressing with linear steps; 0 marks an empty place. */

#include "exchange/id-table.h"

struct _AssayIdTable
{
  guint64 *hashes;
  gint64 *ids;     /* nullable */
  guint32 *checks; /* nullable */
  gsize size;      /* a power of two */
  gsize used;
  gboolean with_ids;
};

static void
allocate (AssayIdTable *table, gsize size)
{
  table->size = size;
  table->hashes = g_new0 (guint64, size);
  table->ids = table->with_ids ? g_new (gint64, size) : NULL;
  table->checks = table->with_ids ? g_new (guint32, size) : NULL;
}

AssayIdTable *
assay_id_table_new (gboolean with_ids)
{
  AssayIdTable *table = g_new0 (AssayIdTable, 1);

  table->with_ids = with_ids;
  allocate (table, 1024);
  return table;
}

void
assay_id_table_free (AssayIdTable *table)
{
  g_free (table->hashes);
  g_free (table->ids);
  g_free (table->checks);
  g_free (table);
}

static gsize
place_of (const AssayIdTable *table, guint64 hash)
{
  gsize place = (gsize)hash & (table->size - 1);

  while (table->hashes[place] != 0 && table->hashes[place] != hash)
    place = (place + 1) & (table->size - 1);
  return place;
}

static guint64
never_empty (guint64 hash)
{
  return hash != 0 ? hash : 1;
}

gboolean
assay_id_table_find (AssayIdTable *table, guint64 hash, gint64 *id, guint32 *check)
{
  gsize place = place_of (table, never_empty (hash));

  if (table->hashes[place] == 0)
    return FALSE;
  if (id != NULL)
    *id = table->with_ids ? table->ids[place] : 0;
  if (check != NULL)
    *check = table->with_ids ? table->checks[place] : 0;
  return TRUE;
}

static void
grow (AssayIdTable *table)
{
  AssayIdTable old = *table;

  allocate (table, old.size * 2);
  for (gsize i = 0; i < old.size; i++)
    if (old.hashes[i] != 0)
      {
        gsize place = place_of (table, old.hashes[i]);

        table->hashes[place] = old.hashes[i];
        if (table->with_ids)
          {
            table->ids[place] = old.ids[i];
            table->checks[place] = old.checks[i];
          }
      }
  g_free (old.hashes);
  g_free (old.ids);
  g_free (old.checks);
}

void
assay_id_table_put (AssayIdTable *table, guint64 hash, gint64 id, guint32 check)
{
  gsize place;

  if (table->used * 10 >= table->size * 8)
    grow (table);
  hash = never_empty (hash);
  place = place_of (table, hash);
  table->used += table->hashes[place] == 0;
  table->hashes[place] = hash;
  if (table->with_ids)
    {
      table->ids[place] = id;
      table->checks[place] = check;
    }
}

/* The finalizer of SplitMix64 (Steele, Lea, Flood 2014): every bit depends on every other. */
static guint64
mix (guint64 hash)
{
  hash ^= hash >> 30;
  hash *= G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  hash ^= hash >> 27;
  hash *= G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return hash ^ (hash >> 31);
}

guint64
assay_id_hash_start (gint64 seed)
{
  return mix ((guint64)seed + G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));
}

guint64
assay_id_hash_int (guint64 hash, gint64 number)
{
  return mix (hash ^ mix ((guint64)number + G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)));
}

guint64
assay_id_hash_text (guint64 hash, const char *text)
{
  guint64 sum = hash ^ G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (; text != NULL && *text != '\0'; text++)
    sum = (sum ^ (guchar)*text) * G_GUINT64_CONSTANT (0x100000001b3) + (sum >> 47);
  return mix (sum ^ (text == NULL));
}
