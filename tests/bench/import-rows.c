/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import-rows.h"

#include <stdio.h>

#include "big-book.h"
#include "record/date.h"
#include "store/records.h"

#define LINES_PER_ORDER 4
#define FIRST_DAY       18000

/* One line of the file; everything follows from its number. */
typedef struct
{
  gint64 order;
  guint supplier, product;
  int number;
  gint64 quantity, cents;
  gint32 promised, received; /* ASSAY_DATE_UNKNOWN: not yet */
} Row;

static Row
make_row (gint64 i)
{
  /* A step through all numbers below 2^32 in an order that looks like none. */
  guint32 r = (guint32)i * 2654435761u;
  gint64 order = i / LINES_PER_ORDER;
  gint32 promised = FIRST_DAY + (gint32)(order % 2000) + 60;

  return (Row){ .order = order,
                .supplier = (guint)(order % IMPORT_SUPPLIERS),
                .product = (r >> 8) % IMPORT_PRODUCTS,
                .number = 1 + (int)(i % LINES_PER_ORDER),
                .quantity = 100 + (r >> 12) % 900,
                .cents = 500 + (r >> 6) % 9000,
                .promised = promised,
                .received
                = i % 20 == 7 ? ASSAY_DATE_UNKNOWN : promised + (gint32)((r >> 16) % 41) - 12 };
}

static void
print_date (FILE *file, gint32 date)
{
  g_autoptr (GDateTime) epoch = g_date_time_new_from_unix_utc ((gint64)date * 86400);

  fprintf (file, ",%04d-%02d-%02d", g_date_time_get_year (epoch), g_date_time_get_month (epoch),
           g_date_time_get_day_of_month (epoch));
}

static char *
supplier_name (guint supplier)
{
  static const char *const first[]
      = { "Golden Bridge", "Sao Mai",  "Anadolu",  "Kanchi",  "Sierra",    "Oriente",  "Blue River",
          "Hanseatic",     "Lotus",    "Meridian", "Pacific", "Silk Road", "Tamarind", "Ural",
          "Vega",          "Windmill", "Xinhua",   "Yildiz",  "Zephyr",    "Quetzal" };
  static const char *const second[]
      = { "Bags",    "Textile Mill", "Garment Works", "Trading House", "Leather",
          "Zippers", "Outdoor Gear", "Weaving",       "Sewing",        "Industries" };

  return g_strconcat (first[supplier % G_N_ELEMENTS (first)], " ",
                      second[supplier / G_N_ELEMENTS (first)], NULL);
}

void
import_rows_write_csv (const char *path, gint64 n)
{
  FILE *file = fopen (path, "w");

  g_assert_nonnull (file);
  fputs ("PO number,Supplier,Product code,Line number,Quantity,Unit price (USD),Promised date,"
         "Received date\r\n",
         file);
  for (gint64 i = 0; i < n; i++)
    {
      Row row = make_row (i);
      g_autofree char *supplier = supplier_name (row.supplier);

      fprintf (file,
               "PO-%07" G_GINT64_FORMAT ",%s,TP-%04u,%d,%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT
               ".%02" G_GINT64_FORMAT,
               row.order, supplier, row.product, row.number, row.quantity, row.cents / 100,
               row.cents % 100);
      print_date (file, row.promised);
      if (row.received != ASSAY_DATE_UNKNOWN)
        print_date (file, row.received);
      else
        fputs (",", file);
      fputs ("\r\n", file);
    }
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
run_sql (AssayDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;

  assay_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

static sqlite3_stmt *
prepare (AssayDb *db, const char *sql)
{
  sqlite3_stmt *handle = NULL;

  g_assert_cmpint (
      sqlite3_prepare_v3 (assay_db_handle (db), sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL),
      ==, SQLITE_OK);
  return handle;
}

static void
run (sqlite3_stmt *handle)
{
  g_assert_cmpint (sqlite3_step (handle), ==, SQLITE_DONE);
  sqlite3_reset (handle);
}

static void
bind_date (sqlite3_stmt *handle, int index, gint32 date)
{
  if (date != ASSAY_DATE_UNKNOWN)
    sqlite3_bind_int (handle, index, date);
  else
    sqlite3_bind_null (handle, index);
}

static void
insert_parties (AssayDb *db, gint64 *suppliers, gint64 *products)
{
  sqlite3_stmt *supplier = prepare (
      db, "INSERT INTO supplier (id, name, kind, status) VALUES (?1, ?2, 'factory', 'found')");
  sqlite3_stmt *product
      = prepare (db, "INSERT INTO product (id, code, name, status, critical, unit, currency)"
                     " VALUES (?1, ?2, ?2, 'active', 0, 'piece', 'USD')");

  for (guint i = 0; i < IMPORT_SUPPLIERS; i++)
    {
      g_autofree char *name = supplier_name (i);

      suppliers[i] = assay_records_new_id ();
      sqlite3_bind_int64 (supplier, 1, suppliers[i]);
      sqlite3_bind_text (supplier, 2, name, -1, SQLITE_STATIC);
      run (supplier);
    }
  for (guint i = 0; i < IMPORT_PRODUCTS; i++)
    {
      g_autofree char *code = g_strdup_printf ("TP-%04u", i);

      products[i] = assay_records_new_id ();
      sqlite3_bind_int64 (product, 1, products[i]);
      sqlite3_bind_text (product, 2, code, -1, SQLITE_STATIC);
      run (product);
    }
  sqlite3_finalize (supplier);
  sqlite3_finalize (product);
}

static gint64
insert_order (sqlite3_stmt *handle, gint64 first, gint64 n, gint64 supplier)
{
  gint64 id = assay_records_new_id (), quantity = 0, value = 0;
  gint64 count = MIN (LINES_PER_ORDER, n - first);
  gint32 due = ASSAY_DATE_UNKNOWN, last = ASSAY_DATE_UNKNOWN;
  char number[32];

  for (gint64 i = first; i < first + count; i++)
    {
      Row row = make_row (i);

      quantity += row.quantity;
      value += row.quantity * row.cents;
      if (row.received == ASSAY_DATE_UNKNOWN)
        due = row.promised;
      else if (last == ASSAY_DATE_UNKNOWN || row.received > last)
        last = row.received;
    }
  g_snprintf (number, sizeof number, "PO-%07" G_GINT64_FORMAT, first / LINES_PER_ORDER);
  sqlite3_bind_int64 (handle, 1, id);
  sqlite3_bind_text (handle, 2, number, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (handle, 3, supplier);
  sqlite3_bind_int64 (handle, 4, count);
  sqlite3_bind_int64 (handle, 5, quantity);
  sqlite3_bind_int64 (handle, 6, value);
  bind_date (handle, 7, due);
  bind_date (handle, 8, due == ASSAY_DATE_UNKNOWN ? last : ASSAY_DATE_UNKNOWN);
  run (handle);
  return id;
}

static gint64
insert_line (sqlite3_stmt *handle, const Row *row, gint64 order, gint64 product, gint64 supplier)
{
  gboolean open = row->received == ASSAY_DATE_UNKNOWN;
  gint64 id = assay_records_new_id ();

  sqlite3_bind_int64 (handle, 1, id);
  sqlite3_bind_int64 (handle, 2, order);
  sqlite3_bind_int (handle, 3, row->number);
  sqlite3_bind_int64 (handle, 4, product);
  sqlite3_bind_int64 (handle, 5, row->quantity);
  sqlite3_bind_int64 (handle, 6, row->cents * 100);
  sqlite3_bind_text (handle, 7, open ? "open" : "delivered", -1, SQLITE_STATIC);
  sqlite3_bind_int64 (handle, 8, supplier);
  sqlite3_bind_int (handle, 9, row->promised);
  if (open)
    sqlite3_bind_null (handle, 10);
  else
    sqlite3_bind_int64 (handle, 10, row->quantity);
  bind_date (handle, 11, row->received);
  if (open)
    sqlite3_bind_null (handle, 12);
  else
    sqlite3_bind_int (handle, 12, row->received - row->promised);
  run (handle);
  return id;
}

static void
insert_lines (AssayDb *db, gint64 n, const gint64 *suppliers, const gint64 *products)
{
  sqlite3_stmt *orders = prepare (
      db, "INSERT INTO purchase_order (id, number, supplier, state, currency, line_count, quantity,"
          " value, due_on, delivered_on) VALUES (?1, ?2, ?3, 'sent', 'USD', ?4, ?5, ?6, ?7, ?8)");
  sqlite3_stmt *lines = prepare (
      db, "INSERT INTO order_line (id, purchase_order, line_number, product, quantity, unit_price,"
          " currency, closed, state, supplier, promised_on, latest_promised_on,"
          " delivered_quantity, delivered_on, slip)"
          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'USD', 0, ?7, ?8, ?9, ?9, ?10, ?11, ?12)");
  sqlite3_stmt *promises
      = prepare (db, "INSERT INTO promise (id, order_line, promised_on) VALUES (?1, ?2, ?3)");
  sqlite3_stmt *deliveries = prepare (
      db, "INSERT INTO delivery (id, order_line, quantity, received_on) VALUES (?1, ?2, ?3, ?4)");
  gint64 order = 0;

  for (gint64 i = 0; i < n; i++)
    {
      Row row = make_row (i);
      gint64 line;

      if (i % LINES_PER_ORDER == 0)
        order = insert_order (orders, i, n, suppliers[row.supplier]);
      line = insert_line (lines, &row, order, products[row.product], suppliers[row.supplier]);
      sqlite3_bind_int64 (promises, 1, assay_records_new_id ());
      sqlite3_bind_int64 (promises, 2, line);
      sqlite3_bind_int (promises, 3, row.promised);
      run (promises);
      if (row.received == ASSAY_DATE_UNKNOWN)
        continue;
      sqlite3_bind_int64 (deliveries, 1, assay_records_new_id ());
      sqlite3_bind_int64 (deliveries, 2, line);
      sqlite3_bind_int64 (deliveries, 3, row.quantity);
      sqlite3_bind_int (deliveries, 4, row.received);
      run (deliveries);
    }
  sqlite3_finalize (orders);
  sqlite3_finalize (lines);
  sqlite3_finalize (promises);
  sqlite3_finalize (deliveries);
}

void
import_rows_insert (AssayDb *db, gint64 n)
{
  g_autofree char *triggers
      = big_book_collect (db, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'");
  g_autofree char *indexes = big_book_collect (
      db, "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL");
  g_autofree char *drop
      = big_book_collect (db, "SELECT printf ('DROP %s \"%w\"', type, name) FROM sqlite_schema"
                              " WHERE type IN ('trigger', 'index') AND sql IS NOT NULL");
  gint64 suppliers[IMPORT_SUPPLIERS], products[IMPORT_PRODUCTS];

  run_sql (db, "PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384;"
               "PRAGMA foreign_keys = OFF");
  run_sql (db, "BEGIN IMMEDIATE");
  run_sql (db, drop);
  insert_parties (db, suppliers, products);
  insert_lines (db, n, suppliers, products);
  run_sql (db, indexes);
  run_sql (db, triggers);
  run_sql (db, "COMMIT");
  run_sql (db, "PRAGMA wal_checkpoint (TRUNCATE)");
}
