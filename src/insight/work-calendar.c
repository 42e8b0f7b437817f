/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "insight/work-calendar-private.h"

#include "record/date.h"
#include "store/book-settings.h"

typedef struct
{
  char *name;
  char *country; /* interned in the calendars' chunk; NULL when unknown */
  char *week;    /* the same; NULL when it says nothing */
} Supplier;

struct _AssayWorkCalendars
{
  GStringChunk *text;
  GPtrArray *periods;      /* of AssayBlackout, by first day */
  GHashTable *suppliers;   /* gint64 to Supplier */
  GHashTable *by_supplier; /* gint64 to GPtrArray of AssayBlackout */
  GHashTable *by_country;  /* code to the same */
  GPtrArray *everybodys;   /* of AssayBlackout */
  GHashTable *calendars;   /* gint64 of a supplier to AssayWorkCalendar */
  GHashTable *shared;      /* "week country" to AssayWorkCalendar: suppliers without own periods */
  const char *book_week;   /* NULL when the book says nothing */
};

static const struct
{
  const char *choice;
  guint week;
} weeks[] = {
  { "mon_fri", ASSAY_WORK_WEEK_MON_FRI },     { "mon_sat", ASSAY_WORK_WEEK_MON_SAT },
  { "sun_thu", ASSAY_WORK_WEEK_SUN_THU },     { "sat_thu", ASSAY_WORK_WEEK_SAT_THU },
  { "every_day", ASSAY_WORK_WEEK_EVERY_DAY },
};

guint
assay_work_week_from_string (const char *choice)
{
  for (guint i = 0; i < G_N_ELEMENTS (weeks); i++)
    if (g_strcmp0 (weeks[i].choice, choice) == 0)
      return weeks[i].week;
  return ASSAY_WORK_WEEK_EVERY_DAY;
}

/* A strange book's text need not be UTF-8. */
static const char *
keep_text (AssayWorkCalendars *calendars, AssayStatement *statement, int column)
{
  g_autofree char *valid = NULL;

  if (assay_statement_is_null (statement, column))
    return NULL;
  valid = g_utf8_make_valid (assay_statement_get_text (statement, column), -1);
  return g_string_chunk_insert_const (calendars->text, valid);
}

/* Days of a damaged book may be anything; a period goes no further than dates do. */
static gint32
keep_day (gint64 day)
{
  return (gint32)CLAMP (day, ASSAY_DATE_MIN, ASSAY_DATE_MAX);
}

static gboolean
stops_work (const char *kind)
{
  return kind == NULL || g_str_equal (kind, "public_holiday") || g_str_equal (kind, "factory");
}

static GPtrArray *
list_of (GHashTable *lists, gconstpointer key, gpointer new_key)
{
  GPtrArray *list = g_hash_table_lookup (lists, key);

  if (list != NULL)
    return list;
  list = g_ptr_array_new ();
  g_hash_table_insert (lists, new_key, list);
  return list;
}

static void
add_period (AssayWorkCalendars *calendars, AssayBlackout *period)
{
  GPtrArray *list = calendars->everybodys;

  if (period->supplier != 0)
    list = g_hash_table_lookup (calendars->by_supplier, &period->supplier);
  else if (period->country != NULL)
    list = list_of (calendars->by_country, period->country, (gpointer)period->country);
  if (list == NULL)
    list = list_of (calendars->by_supplier, &period->supplier,
                    g_memdup2 (&period->supplier, sizeof period->supplier));
  g_ptr_array_add (list, period);
}

static gboolean
load_periods (AssayWorkCalendars *calendars, AssayDb *db, GError **error)
{
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (db,
                          "SELECT id, name, kind, from_on, to_on, country, supplier FROM blackout"
                          " WHERE from_on <= to_on ORDER BY from_on, to_on, id",
                          error);
  gboolean row, ok;

  if (statement == NULL)
    return FALSE;
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      AssayBlackout *period = g_new0 (AssayBlackout, 1);

      period->id = assay_statement_get_int (statement, 0);
      period->name = keep_text (calendars, statement, 1);
      period->kind = keep_text (calendars, statement, 2);
      period->from = keep_day (assay_statement_get_int (statement, 3));
      period->to = keep_day (assay_statement_get_int (statement, 4));
      period->supplier = assay_statement_get_int (statement, 6);
      if (period->supplier == 0)
        period->country = keep_text (calendars, statement, 5);
      period->stops_work = stops_work (period->kind);
      g_ptr_array_add (calendars->periods, period);
      add_period (calendars, period);
    }
  return ok;
}

static gboolean
load_suppliers (AssayWorkCalendars *calendars, AssayDb *db, gint64 only, GError **error)
{
  g_autoptr (AssayStatement) statement
      = only != 0
            ? assay_db_prepare (
                  db, "SELECT id, country, working_week, name FROM supplier WHERE id = ?1", error)
            : assay_db_prepare (db, "SELECT id, country, working_week, name FROM supplier", error);
  gboolean row, ok;

  if (statement == NULL)
    return FALSE;
  if (only != 0)
    assay_statement_bind_int (statement, 1, only);
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      gint64 id = assay_statement_get_int (statement, 0);
      Supplier *supplier = g_new0 (Supplier, 1);

      supplier->country = (char *)keep_text (calendars, statement, 1);
      supplier->week = (char *)keep_text (calendars, statement, 2);
      supplier->name = (char *)keep_text (calendars, statement, 3);
      g_hash_table_insert (calendars->suppliers, g_memdup2 (&id, sizeof id), supplier);
    }
  return ok;
}

static AssayWorkCalendars *
load (AssayDb *db, gint64 only, GError **error)
{
  g_autoptr (AssayWorkCalendars) calendars = g_new0 (AssayWorkCalendars, 1);
  g_autofree char *week = NULL;
  GError *local = NULL;

  calendars->text = g_string_chunk_new (4096);
  calendars->periods = g_ptr_array_new_with_free_func (g_free);
  calendars->everybodys = g_ptr_array_new ();
  calendars->suppliers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  calendars->by_supplier = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                  (GDestroyNotify)g_ptr_array_unref);
  calendars->by_country
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  calendars->calendars = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                (GDestroyNotify)assay_work_calendar_unref);
  calendars->shared = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify)assay_work_calendar_unref);
  week = assay_book_settings_get (db, ASSAY_SETTING_WORKING_WEEK, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }
  if (week != NULL)
    calendars->book_week = g_string_chunk_insert_const (calendars->text, week);
  if (!load_periods (calendars, db, error) || !load_suppliers (calendars, db, only, error))
    return NULL;
  return g_steal_pointer (&calendars);
}

/**
 * assay_work_calendars_load:
 * @db: the book, on the thread that owns the connection
 * @error: return location for an error
 *
 * Returns: (transfer full): the calendars as the book has them now, for one thread; %NULL on error
 */
AssayWorkCalendars *
assay_work_calendars_load (AssayDb *db, GError **error)
{
  return load (db, 0, error);
}

AssayWorkCalendars *
assay_work_calendars_load_one (AssayDb *db, gint64 supplier, GError **error)
{
  return load (db, supplier, error);
}

void
assay_work_calendars_free (AssayWorkCalendars *calendars)
{
  if (calendars == NULL)
    return;
  g_clear_pointer (&calendars->shared, g_hash_table_unref);
  g_clear_pointer (&calendars->calendars, g_hash_table_unref);
  g_clear_pointer (&calendars->by_country, g_hash_table_unref);
  g_clear_pointer (&calendars->by_supplier, g_hash_table_unref);
  g_clear_pointer (&calendars->suppliers, g_hash_table_unref);
  g_clear_pointer (&calendars->everybodys, g_ptr_array_unref);
  g_clear_pointer (&calendars->periods, g_ptr_array_unref);
  g_clear_pointer (&calendars->text, g_string_chunk_free);
  g_free (calendars);
}

const char *
assay_work_calendars_get_country (AssayWorkCalendars *calendars, gint64 supplier)
{
  const Supplier *known = g_hash_table_lookup (calendars->suppliers, &supplier);

  return known != NULL ? known->country : NULL;
}

const char *
assay_work_calendars_get_name (AssayWorkCalendars *calendars, gint64 supplier)
{
  const Supplier *known = g_hash_table_lookup (calendars->suppliers, &supplier);

  return known != NULL ? known->name : NULL;
}

guint
assay_work_calendars_get_book_week (AssayWorkCalendars *calendars, gboolean *said)
{
  *said = calendars->book_week != NULL;
  return assay_work_week_from_string (calendars->book_week);
}

AssayWeekOrigin
assay_work_calendars_get_origin (AssayWorkCalendars *calendars, gint64 supplier)
{
  const Supplier *known = g_hash_table_lookup (calendars->suppliers, &supplier);

  if (known != NULL && known->week != NULL)
    return ASSAY_WEEK_FROM_SUPPLIER;
  return calendars->book_week != NULL ? ASSAY_WEEK_FROM_BOOK : ASSAY_WEEK_FROM_NOBODY;
}

guint
assay_work_calendars_get_week (AssayWorkCalendars *calendars, gint64 supplier)
{
  const Supplier *known = g_hash_table_lookup (calendars->suppliers, &supplier);

  return assay_work_week_from_string (known != NULL && known->week != NULL ? known->week
                                                                           : calendars->book_week);
}

GPtrArray *
assay_work_calendars_get_periods (AssayWorkCalendars *calendars)
{
  return calendars->periods;
}

/* The lists that hold for a supplier, NULL where there are none; the last one always is. */
static void
find_lists (AssayWorkCalendars *calendars, gint64 supplier, GPtrArray *lists[3])
{
  const char *country = assay_work_calendars_get_country (calendars, supplier);

  lists[0] = g_hash_table_lookup (calendars->by_supplier, &supplier);
  lists[1] = country != NULL ? g_hash_table_lookup (calendars->by_country, country) : NULL;
  lists[2] = calendars->everybodys;
}

static AssayWorkCalendar *
make_calendar (guint week, GPtrArray *const lists[3])
{
  g_autoptr (GArray) closed = g_array_new (FALSE, FALSE, sizeof (AssayClosedDays));

  for (guint i = 0; i < 3; i++)
    for (guint j = 0; lists[i] != NULL && j < lists[i]->len; j++)
      {
        const AssayBlackout *period = g_ptr_array_index (lists[i], j);
        AssayClosedDays days = { period->from, period->to };

        if (period->stops_work)
          g_array_append_val (closed, days);
      }
  return assay_work_calendar_new (week, (const AssayClosedDays *)(const void *)closed->data,
                                  closed->len);
}

/* Suppliers of one country with the same week and no periods of their own share a calendar. */
static AssayWorkCalendar *
get_shared (AssayWorkCalendars *calendars, guint week, const char *country, GPtrArray *lists[3])
{
  g_autofree char *key = g_strdup_printf ("%u %s", week, country != NULL ? country : "");
  AssayWorkCalendar *calendar = g_hash_table_lookup (calendars->shared, key);

  if (calendar == NULL)
    {
      calendar = make_calendar (week, lists);
      g_hash_table_insert (calendars->shared, g_steal_pointer (&key), calendar);
    }
  return assay_work_calendar_ref (calendar);
}

/**
 * assay_work_calendars_get:
 * @calendars: calendars
 * @supplier: id of a supplier; one that the book does not have, 0 too, has the book's calendar
 *
 * Returns: (transfer none): on which days it works
 */
AssayWorkCalendar *
assay_work_calendars_get (AssayWorkCalendars *calendars, gint64 supplier)
{
  AssayWorkCalendar *calendar = g_hash_table_lookup (calendars->calendars, &supplier);
  GPtrArray *lists[3];
  guint week;

  if (calendar != NULL)
    return calendar;
  week = assay_work_calendars_get_week (calendars, supplier);
  find_lists (calendars, supplier, lists);
  calendar = lists[0] != NULL
                 ? make_calendar (week, lists)
                 : get_shared (calendars, week,
                               assay_work_calendars_get_country (calendars, supplier), lists);
  g_hash_table_insert (calendars->calendars, g_memdup2 (&supplier, sizeof supplier), calendar);
  return calendar;
}

gboolean
assay_work_calendars_are_plain (AssayWorkCalendars *calendars)
{
  GHashTableIter iter;
  gpointer supplier;

  if (assay_work_week_from_string (calendars->book_week) != ASSAY_WORK_WEEK_EVERY_DAY)
    return FALSE;
  for (guint i = 0; i < calendars->periods->len; i++)
    if (((const AssayBlackout *)g_ptr_array_index (calendars->periods, i))->stops_work)
      return FALSE;
  g_hash_table_iter_init (&iter, calendars->suppliers);
  while (g_hash_table_iter_next (&iter, NULL, &supplier))
    if (assay_work_week_from_string (((const Supplier *)supplier)->week)
        != ASSAY_WORK_WEEK_EVERY_DAY)
      return FALSE;
  return TRUE;
}

static int
compare_periods (gconstpointer a, gconstpointer b)
{
  const AssayBlackout *x = *(AssayBlackout *const *)a, *y = *(AssayBlackout *const *)b;

  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  if (x->to != y->to)
    return x->to < y->to ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

/**
 * assay_work_calendars_find:
 * @calendars: calendars
 * @supplier: id of a supplier; 0 for what holds for everybody
 * @from: a day
 * @to: a day not before it
 *
 * Returns: (transfer container) (element-type AssayBlackout): the periods, of all kinds, that meet
 *   the days from @from to @to
 */
GPtrArray *
assay_work_calendars_find (AssayWorkCalendars *calendars, gint64 supplier, gint32 from, gint32 to)
{
  GPtrArray *found = g_ptr_array_new ();
  GPtrArray *lists[3];

  find_lists (calendars, supplier, lists);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; lists[i] != NULL && j < lists[i]->len; j++)
      {
        AssayBlackout *period = g_ptr_array_index (lists[i], j);

        if (period->from <= to && period->to >= from)
          g_ptr_array_add (found, period);
      }
  g_ptr_array_sort (found, compare_periods);
  return found;
}
