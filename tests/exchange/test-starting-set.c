/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Starting sets: every column is read, every row comes, what the user has stays as it is, one undo
 * takes all back. */

#include <glib/gstdio.h>

#include "exchange/importer.h"
#include "exchange/starting-set.h"
#include "store/records.h"

/* The last one comes only when it is asked for. */
static const AssayType types[]
    = { ASSAY_TYPE_PLAN_PROFILE,  ASSAY_TYPE_DEFECT_TYPE, ASSAY_TYPE_CHECKLIST,
        ASSAY_TYPE_TEST_PROTOCOL, ASSAY_TYPE_SCORECARD,   ASSAY_TYPE_MILESTONE_PLAN,
        ASSAY_TYPE_CLAIM_KIND,    ASSAY_TYPE_CLAIM_WORD,  ASSAY_TYPE_DILIGENCE,
        ASSAY_TYPE_SCHEME,        ASSAY_TYPE_BLACKOUT };
static const char *const files[]
    = { "plan-profiles.csv", "defect-types.csv",    "checklists.csv",  "test-protocols.csv",
        "scorecards.csv",    "milestone-plans.csv", "claim-kinds.csv", "claim-words.csv",
        "diligence.csv",     "schemes.csv",         "blackouts.csv" };

typedef struct
{
  char *path;
  AssayBook *book;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("assay-starting-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;

  fixture->path = g_build_filename (folder, "test.assay", NULL);
  fixture->book = assay_book_open (fixture->path, ASSAY_BOOK_CREATE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_assert_true (assay_book_close (fixture->book, NULL));
  g_assert_finalize_object (fixture->book);
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (fixture->path);
}

static gint64
count (Fixture *fixture, const char *sql)
{
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (assay_book_get_reader (fixture->book), sql, NULL);
  gboolean row;

  g_assert_nonnull (statement);
  g_assert_true (assay_statement_step (statement, &row, NULL));
  return row ? assay_statement_get_int (statement, 0) : -1;
}

static guint
add (Fixture *fixture, AssayType type)
{
  g_autoptr (GError) error = NULL;
  guint added;

  g_assert_true (assay_starting_set_add (fixture->book, type, &added, NULL, &error));
  g_assert_no_error (error);
  return added;
}

static void
assert_none (const char *name, const AssayImportRemarks *remarks)
{
  for (guint i = 0; i < remarks->remarks->len; i++)
    {
      const AssayImportRemark *remark = &g_array_index (remarks->remarks, AssayImportRemark, i);

      g_test_message ("%s:%u: %s: “%s”: %s", name, remark->line, remark->column, remark->value,
                      remark->reason);
    }
  g_assert_cmpuint (remarks->count, ==, 0);
}

/* The tables as a person would import them: found by their headings, read without a remark. */
static void
test_tables (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path
          = g_build_filename (g_getenv ("ASSAY_SOURCE_DIR"), "data", "reference", files[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      g_autoptr (AssaySurvey) survey = assay_survey_run (file, NULL, NULL, &error);
      g_autoptr (AssayImportPlan) plan = NULL;
      g_autoptr (AssayImportResult) result = NULL;

      g_assert_no_error (error);
      g_test_message ("%s", files[i]);
      g_assert_cmpint (assay_import_guess_target (survey), ==, types[i]);
      plan = assay_import_plan_new (survey, types[i]);
      for (guint j = 0; j < survey->columns->len; j++)
        {
          g_test_message ("%s", assay_survey_get_column (survey, j)->heading);
          g_assert_cmpint (assay_import_plan_get_mapping (plan, j)->origin, ==, ASSAY_MAPPING_SURE);
        }
      assay_import (fixture->book, plan, NULL, NULL, &result, NULL, &error);
      g_assert_nonnull (result);
      assert_none (files[i], &result->refused);
      g_assert_no_error (error);
      assert_none (files[i], &result->unknown_values);
      assert_none (files[i], &result->notes);
      g_assert_cmpuint (result->created[types[i]], >, 0);
    }
}

static void
test_add (Fixture *fixture, gconstpointer data)
{
  gint64 profiles, defect_types, checklists, items;

  g_assert_false (assay_starting_set_exists (ASSAY_TYPE_SUPPLIER));
  g_assert_cmpuint (add (fixture, ASSAY_TYPE_NONE), >, 0);
  profiles = count (fixture, "SELECT count (*) FROM plan_profile");
  defect_types = count (fixture, "SELECT count (*) FROM defect_type");
  checklists = count (fixture, "SELECT count (*) FROM checklist");
  items = count (fixture, "SELECT count (*) FROM checklist_item");
  g_assert_cmpint (profiles, >, 0);
  g_assert_cmpint (defect_types, >, 0);
  g_assert_cmpint (checklists, >, 0);
  g_assert_cmpint (items, >, checklists);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM blackout"), ==, 0);
  /* A second time there is nothing to add. */
  for (guint i = 0; i < G_N_ELEMENTS (types) - 1; i++)
    {
      g_assert_true (assay_starting_set_exists (types[i]));
      g_assert_cmpuint (add (fixture, types[i]), ==, 0);
    }
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM checklist_item"), ==, items);
  g_assert_true (assay_book_undo (fixture->book, NULL));
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM plan_profile"), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM defect_type"), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM checklist_item"), ==, 0);
}

/* Every period of a country, says who says so, and is no longer than such a festival. */
static void
test_blackouts (Fixture *fixture, gconstpointer data)
{
  guint added = add (fixture, ASSAY_TYPE_BLACKOUT);

  g_assert_cmpuint (added, >, 50);
  g_assert_cmpint (count (fixture,
                          "SELECT count (*) FROM blackout WHERE country IS NOT NULL AND "
                          "source IS NOT NULL AND note IS NOT NULL AND supplier IS NULL "
                          "AND kind = 'public_holiday' AND to_on - from_on BETWEEN 0 AND 8"),
                   ==, added);
  /* The break of 2026 in China, as announced: 15 to 23 February (days since 1970). */
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM blackout WHERE country = 'CN' AND "
                                   "from_on = 20499 AND to_on = 20507"),
                   ==, 1);
  for (int year = 2024; year <= 2030; year++)
    {
      g_autofree char *sql = g_strdup_printf (
          "SELECT count (DISTINCT country) FROM blackout WHERE date (from_on * 86400, 'unixepoch') "
          "BETWEEN '%d-01-01' AND '%d-12-31'",
          year, year);

      g_assert_cmpint (count (fixture, sql), ==, 8);
    }
  g_assert_cmpuint (add (fixture, ASSAY_TYPE_BLACKOUT), ==, 0);
  g_assert_true (assay_book_undo (fixture->book, NULL));
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM blackout"), ==, 0);
}

/* A checklist that the user cut down and a defect type that the user cleared stay so. */
static gboolean
edit (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  g_autoptr (AssayStatement) statement = NULL;
  g_autoptr (AssayRecord) type = NULL;
  gboolean row;
  gint64 item, id;

  statement = assay_db_prepare (db, "SELECT min (id) FROM checklist_item", error);
  g_assert_true (assay_statement_step (statement, &row, error));
  item = assay_statement_get_int (statement, 0);
  g_clear_pointer (&statement, assay_statement_free);
  statement = assay_db_prepare (db, "SELECT min (id) FROM defect_type", error);
  g_assert_true (assay_statement_step (statement, &row, error));
  id = assay_statement_get_int (statement, 0);
  g_clear_pointer (&statement, assay_statement_free);
  type = assay_records_get (db, ASSAY_TYPE_DEFECT_TYPE, id, error);
  assay_record_set_unknown (type, ASSAY_DEFECT_TYPE_CATEGORY);
  assay_record_set_text (type, ASSAY_DEFECT_TYPE_CLASS, "minor");
  return assay_records_delete (db, ASSAY_TYPE_CHECKLIST_ITEM, item, error)
         && assay_records_update (db, type, error);
}

static void
test_keeps (Fixture *fixture, gconstpointer data)
{
  gint64 items;

  add (fixture, ASSAY_TYPE_NONE);
  items = count (fixture, "SELECT count (*) FROM checklist_item");
  g_assert_true (assay_book_change (fixture->book, "Edit", edit, NULL, NULL, NULL, NULL));
  g_assert_cmpuint (add (fixture, ASSAY_TYPE_NONE), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM checklist_item"), ==, items - 1);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM defect_type WHERE category IS NULL"), ==,
                   1);
  g_assert_cmpstr (assay_book_get_undo_label (fixture->book), ==, "Edit");
}

typedef struct
{
  int added;
  gboolean done;
} Waiting;

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  g_autoptr (GError) error = NULL;

  waiting->added = assay_starting_set_add_finish (ASSAY_BOOK (source), result, &error);
  g_assert_no_error (error);
  waiting->done = TRUE;
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  Waiting waiting = { 0 };

  assay_starting_set_add_async (fixture->book, ASSAY_TYPE_PLAN_PROFILE, NULL, added_cb, &waiting);
  while (!waiting.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (waiting.added, ==, count (fixture, "SELECT count (*) FROM plan_profile"));
  g_assert_cmpint (waiting.added, >, 0);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM defect_type"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/starting-set/tables", Fixture, NULL, set_up, test_tables, tear_down);
  g_test_add ("/starting-set/add", Fixture, NULL, set_up, test_add, tear_down);
  g_test_add ("/starting-set/blackouts", Fixture, NULL, set_up, test_blackouts, tear_down);
  g_test_add ("/starting-set/keeps", Fixture, NULL, set_up, test_keeps, tear_down);
  g_test_add ("/starting-set/async", Fixture, NULL, set_up, test_async, tear_down);
  return g_test_run ();
}
