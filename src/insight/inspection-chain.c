/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/inspection-chain.h"

#include "store/query.h"

/* UNION drops what was there already, so that a circle ends. */
static const char chain_sql[]
    = "WITH RECURSIVE up (id) AS (SELECT ?1 UNION "
      "SELECT i.repeats FROM inspection AS i JOIN up ON i.id = up.id WHERE i.repeats IS NOT NULL), "
      "links (id) AS (SELECT id FROM up UNION "
      "SELECT i.id FROM inspection AS i JOIN links ON i.repeats = links.id) "
      "SELECT id, repeats FROM inspection WHERE id IN (SELECT id FROM links) "
      "ORDER BY ifnull (inspected_on, planned_on) IS NULL, ifnull (inspected_on, planned_on), id";

typedef struct
{
  gint64 id, repeats;
  gboolean placed;
} Link;

static gboolean
read_links (AssayDb *db, gint64 id, GArray *links, GError **error)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (db, chain_sql, error);
  gboolean row, ok;

  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, id);
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      Link link = { assay_statement_get_int (statement, 0), assay_statement_get_int (statement, 1),
                    FALSE };

      g_array_append_val (links, link);
    }
  return ok;
}

static gboolean
is_waiting (GArray *links, gint64 id)
{
  for (guint i = 0; i < links->len; i++)
    if (g_array_index (links, Link, i).id == id)
      return !g_array_index (links, Link, i).placed;
  return FALSE;
}

/* In the order of their days, but none before what it repeats, whatever its day says. */
static GArray *
put_in_order (GArray *links)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (ids->len < links->len)
    {
      Link *next = NULL, *first = NULL;

      for (guint i = 0; i < links->len && next == NULL; i++)
        {
          Link *link = &g_array_index (links, Link, i);

          if (link->placed)
            continue;
          if (first == NULL)
            first = link;
          if (!is_waiting (links, link->repeats))
            next = link;
        }
      if (next == NULL)
        next = first; /* a circle */
      next->placed = TRUE;
      g_array_append_val (ids, next->id);
    }
  return ids;
}

GPtrArray *
assay_inspection_chain_read (AssayDb *db, gint64 id, GError **error)
{
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (Link));
  g_autoptr (GArray) ids = NULL;

  if (!read_links (db, id, links, error))
    return NULL;
  ids = put_in_order (links);
  return assay_query_fetch_records (ASSAY_TYPE_INSPECTION, (const gint64 *)(const void *)ids->data,
                                    ids->len, db, error);
}
