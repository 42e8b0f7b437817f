/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What passed of an order line and what is outstanding, and the milestones that wait for it. */

#include "store/records.h"
#include "store/touched.h"
#include "support/temp-book.h"

#define UNKNOWN G_MININT64
#define MOST    4

typedef struct
{
  gboolean used, planned;
  const char *kind; /* NULL: final random */
  const char *result, *decision;
  gint64 lot, accepted; /* 0: not known; NONE */
  int repeats;          /* 1: the first of the case, … 0: none */
} Look;

/* Accepted, and known to be none. */
#define NONE (-1)

#define LOOK(...) { .used = TRUE, __VA_ARGS__ }

static const struct
{
  const char *name;
  gint64 quantity;
  Look looks[MOST];
  gint64 passed, outstanding;
  const char *milestone;
} cases[] = {
  { "nothing looked at", 1000, { { FALSE } }, UNKNOWN, 1000, "waiting" },
  { "pass, not decided", 1000, { LOOK (.lot = 400, .result = "pass") }, 400, 600, "waiting" },
  { "fail, not decided", 1000, { LOOK (.lot = 400, .result = "fail") }, UNKNOWN, 1000, "waiting" },
  { "pending", 1000, { LOOK (.lot = 400, .result = "pending") }, UNKNOWN, 1000, "waiting" },
  { "planned only",
    1000,
    { LOOK (.planned = TRUE, .lot = 400, .decision = "accept") },
    UNKNOWN,
    1000,
    "waiting" },
  { "accepted though it failed",
    1000,
    { LOOK (.lot = 1000, .result = "fail", .decision = "accept") },
    1000,
    0,
    "open" },
  { "with a deviation",
    1000,
    { LOOK (.lot = 1000, .result = "fail", .decision = "accept_deviation") },
    1000,
    0,
    "open" },
  { "held though it passed",
    1000,
    { LOOK (.lot = 1000, .result = "pass", .decision = "hold", .accepted = 1000) },
    UNKNOWN,
    1000,
    "waiting" },
  { "accepted pieces count, not the lot",
    1000,
    { LOOK (.lot = 1000, .result = "pass", .decision = "accept", .accepted = 990) },
    990,
    10,
    "waiting" },
  { "part of a rejected lot",
    1000,
    { LOOK (.lot = 1000, .result = "fail", .decision = "reject", .accepted = 200) },
    200,
    800,
    "waiting" },
  { "rejected whole",
    1000,
    { LOOK (.lot = 1000, .result = "pass", .decision = "reject", .accepted = NONE) },
    UNKNOWN,
    1000,
    "waiting" },
  { "two lots",
    1000,
    { LOOK (.lot = 400, .result = "pass"), LOOK (.lot = 600, .result = "pass") },
    1000,
    0,
    "open" },
  { "more than ordered", 1000, { LOOK (.lot = 1100, .result = "pass") }, 1100, 0, "open" },
  { "a lot of unknown size", 1000, { LOOK (.result = "pass") }, 1000, 0, "open" },
  { "in-line looks do not count",
    1000,
    { LOOK (.kind = "in_line", .lot = 1000, .result = "pass") },
    UNKNOWN,
    1000,
    "waiting" },
  { "the same pieces at the factory and at loading",
    1000,
    { LOOK (.lot = 400, .result = "pass"), LOOK (.kind = "loading", .lot = 400, .result = "pass") },
    400,
    600,
    "waiting" },
  { "re-inspected and passed",
    1000,
    { LOOK (.lot = 1000, .result = "fail", .decision = "rework"),
      LOOK (.lot = 1000, .result = "pass", .repeats = 1) },
    1000,
    0,
    "open" },
  { "passed, then re-inspected and failed",
    1000,
    { LOOK (.lot = 1000, .result = "pass"), LOOK (.lot = 1000, .result = "fail", .repeats = 1) },
    UNKNOWN,
    1000,
    "waiting" },
  { "re-inspection only planned",
    1000,
    { LOOK (.lot = 1000, .result = "pass"), LOOK (.planned = TRUE, .lot = 1000, .repeats = 1) },
    1000,
    0,
    "open" },
  { "a chain of three",
    1000,
    { LOOK (.lot = 1000, .result = "fail", .decision = "rework"),
      LOOK (.lot = 1000, .result = "fail", .decision = "sort", .repeats = 1),
      LOOK (.lot = 1000, .result = "pass", .accepted = 970, .repeats = 2) },
    970,
    30,
    "waiting" },
  { "the rest re-inspected",
    300,
    { LOOK (.lot = 300, .result = "fail", .decision = "rework", .accepted = 50),
      LOOK (.lot = 250, .result = "pass", .repeats = 1) },
    300,
    0,
    "open" },
  { "the whole lot re-inspected",
    300,
    { LOOK (.lot = 300, .result = "fail", .decision = "rework", .accepted = 50),
      LOOK (.lot = 300, .result = "pass", .accepted = 280, .repeats = 1) },
    280,
    20,
    "waiting" },
  { "unknown quantity", UNKNOWN, { { FALSE } }, UNKNOWN, UNKNOWN, "waiting" },
  { "unknown quantity, passed", UNKNOWN, { LOOK (.result = "pass") }, 0, UNKNOWN, "open" },
  { "nothing ordered", 0, { { FALSE } }, UNKNOWN, 0, "open" },
};

static gint64
add_order (TempBook *temp)
{
  return temp_book_add_order (temp, "PO-1", temp_book_add_supplier (temp, "Sao Mai", "VN"),
                              "2026-01-05");
}

static gint64
add_milestone (TempBook *temp, gint64 order, gboolean waits)
{
  g_autoptr (AssayRecord) milestone = assay_record_new (ASSAY_TYPE_MILESTONE);

  assay_record_set_reference (milestone, ASSAY_MILESTONE_PURCHASE_ORDER, order);
  assay_record_set_text (milestone, ASSAY_MILESTONE_NAME, "Balance");
  assay_record_set_text (milestone, ASSAY_MILESTONE_KIND, "payment");
  assay_record_set_integer (milestone, ASSAY_MILESTONE_WAITS, waits);
  temp_book_save (temp, "Add milestone", milestone);
  return assay_record_get_id (milestone);
}

static void
set_known (AssayRecord *record, guint field, gint64 value)
{
  if (value != UNKNOWN)
    assay_record_set_integer (record, field, value);
}

static gint64
add_look (TempBook *temp, gint64 line, const Look *look, const gint64 *ids)
{
  g_autoptr (AssayRecord) inspection = assay_record_new (ASSAY_TYPE_INSPECTION);

  assay_record_set_text (inspection, ASSAY_INSPECTION_KIND,
                         look->kind != NULL ? look->kind : "final_random");
  assay_record_set_reference (inspection, ASSAY_INSPECTION_ORDER_LINE, line);
  if (!look->planned)
    assay_record_set_date (inspection, ASSAY_INSPECTION_INSPECTED_ON,
                           temp_book_date ("2026-03-01"));
  if (look->lot != 0)
    assay_record_set_integer (inspection, ASSAY_INSPECTION_LOT_SIZE, look->lot);
  if (look->accepted != 0)
    assay_record_set_integer (inspection, ASSAY_INSPECTION_ACCEPTED_QUANTITY,
                              MAX (look->accepted, 0));
  assay_record_set_text (inspection, ASSAY_INSPECTION_RESULT, look->result);
  assay_record_set_text (inspection, ASSAY_INSPECTION_DECISION, look->decision);
  if (look->repeats > 0)
    assay_record_set_reference (inspection, ASSAY_INSPECTION_REPEATS, ids[look->repeats - 1]);
  temp_book_save (temp, "Add inspection", inspection);
  return assay_record_get_id (inspection);
}

static void
check_line (TempBook *temp, gint64 line, gint64 passed, gint64 outstanding)
{
  g_autoptr (AssayRecord) record = temp_book_get (temp, ASSAY_TYPE_ORDER_LINE, line);

  g_assert_cmpint (assay_record_get_integer (record, ASSAY_ORDER_LINE_PASSED_QUANTITY, UNKNOWN), ==,
                   passed);
  g_assert_cmpint (
      assay_record_get_integer (record, ASSAY_ORDER_LINE_OUTSTANDING_QUANTITY, UNKNOWN), ==,
      outstanding);
}

static void
check_milestone (TempBook *temp, gint64 milestone, const char *state)
{
  g_autoptr (AssayRecord) record = temp_book_get (temp, ASSAY_TYPE_MILESTONE, milestone);

  g_assert_cmpstr (assay_record_get_text (record, ASSAY_MILESTONE_STATE), ==, state);
}

static gint64
add_case_line (TempBook *temp, gint64 order, guint i)
{
  g_autoptr (AssayRecord) line = assay_record_new (ASSAY_TYPE_ORDER_LINE);

  assay_record_set_reference (line, ASSAY_ORDER_LINE_PURCHASE_ORDER, order);
  set_known (line, ASSAY_ORDER_LINE_QUANTITY, cases[i].quantity);
  temp_book_save (temp, "Add line", line);
  return assay_record_get_id (line);
}

static void
test_cases (TempBook *temp, gconstpointer data)
{
  gint64 supplier = temp_book_add_supplier (temp, "Sao Mai", "VN");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 order = temp_book_add_order (temp, "PO-1", supplier, "2026-01-05");
      gint64 milestone = add_milestone (temp, order, TRUE);
      gint64 line = add_case_line (temp, order, i);
      gint64 ids[MOST];

      g_test_message ("%s", cases[i].name);
      for (guint k = 0; k < MOST && cases[i].looks[k].used; k++)
        ids[k] = add_look (temp, line, &cases[i].looks[k], ids);
      check_line (temp, line, cases[i].passed, cases[i].outstanding);
      check_milestone (temp, milestone, cases[i].milestone);
    }
}

static char *
dump_lines (AssayDb *db)
{
  g_autoptr (AssayStatement) statement = assay_db_prepare (
      db, "SELECT id, passed_quantity, outstanding_quantity FROM order_line ORDER BY id", NULL);
  GString *text = g_string_new (NULL);
  gboolean row;

  while (assay_statement_step (statement, &row, NULL) && row)
    for (int i = 0; i < 3; i++)
      {
        const char *value = assay_statement_get_text (statement, i);

        g_string_append_printf (text, "%s%c", value != NULL ? value : "–", i < 2 ? '|' : '\n');
      }
  return g_string_free_and_steal (text);
}

static gboolean
exec_func (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  return assay_db_exec (db, data, error);
}

/* The step that brings books up which were made before counts as every change does. */
static void
test_old_books (TempBook *temp, gconstpointer data)
{
  AssayDb *db = assay_book_get_reader (temp->book);
  gint64 order = add_order (temp);
  g_autofree char *path
      = g_build_filename (g_getenv ("ASSAY_SOURCE_DIR"), "src", "store", "schema", "002.sql", NULL);
  g_autofree char *sql = NULL, *before = NULL, *after = NULL, *emptied = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 line = add_case_line (temp, order, i);
      gint64 ids[MOST];

      for (guint k = 0; k < MOST && cases[i].looks[k].used; k++)
        {
          Look look = cases[i].looks[k];

          /* The first step knows no accepted pieces. */
          look.accepted = 0;
          ids[k] = add_look (temp, line, &look, ids);
        }
    }
  before = dump_lines (db);
  g_assert_true (g_file_get_contents (path, &sql, NULL, &error));
  assay_book_change (
      temp->book, "Empty", exec_func,
      (gpointer) "UPDATE order_line SET passed_quantity = NULL, outstanding_quantity = NULL", NULL,
      NULL, &error);
  g_assert_no_error (error);
  emptied = dump_lines (db);
  g_assert_cmpstr (before, !=, emptied);
  assay_book_change (temp->book, "Fill", exec_func, strstr (sql, "-- What has passed"), NULL, NULL,
                     &error);
  g_assert_no_error (error);
  after = dump_lines (db);
  g_assert_cmpstr (before, ==, after);
}

static void
update (TempBook *temp, AssayType type, gint64 id, guint field, const char *text)
{
  g_autoptr (AssayRecord) record = temp_book_get (temp, type, id);

  if (text == NULL)
    assay_record_set_unknown (record, field);
  else if (assay_record_describe (record)->fields[field].kind == ASSAY_KIND_DATE)
    assay_record_set_date (record, field, temp_book_date (text));
  else
    assay_record_set_text (record, field, text);
  temp_book_save (temp, "Change", record);
}

static void
undo (TempBook *temp)
{
  g_autoptr (GError) error = NULL;

  assay_book_undo (temp->book, &error);
  g_assert_no_error (error);
}

/* What is derived is part of the change, so that undo takes it back. */
static void
test_undo (TempBook *temp, gconstpointer data)
{
  const Look look = LOOK (.lot = 1000, .result = "pass");
  gint64 order = add_order (temp), line = temp_book_add_line (temp, order, 0, 1000);
  gint64 milestone = add_milestone (temp, order, TRUE), free = add_milestone (temp, order, FALSE);
  gint64 inspection = add_look (temp, line, &look, NULL);

  check_milestone (temp, milestone, "open");
  check_milestone (temp, free, "open");
  update (temp, ASSAY_TYPE_INSPECTION, inspection, ASSAY_INSPECTION_DECISION, "rework");
  check_line (temp, line, UNKNOWN, 1000);
  check_milestone (temp, milestone, "waiting");
  check_milestone (temp, free, "open");
  undo (temp);
  check_line (temp, line, 1000, 0);
  check_milestone (temp, milestone, "open");
  g_assert_true (temp_book_delete (temp, ASSAY_TYPE_INSPECTION, inspection, NULL));
  check_milestone (temp, milestone, "waiting");
  undo (temp);
  check_milestone (temp, milestone, "open");
}

static void
test_milestone (TempBook *temp, gconstpointer data)
{
  gint64 order = add_order (temp), line = temp_book_add_line (temp, order, 0, 1000);
  gint64 milestone = add_milestone (temp, order, TRUE);

  check_milestone (temp, milestone, "waiting");
  /* The user decides. */
  update (temp, ASSAY_TYPE_MILESTONE, milestone, ASSAY_MILESTONE_DONE_ON, "2026-04-01");
  check_milestone (temp, milestone, "done");
  update (temp, ASSAY_TYPE_MILESTONE, milestone, ASSAY_MILESTONE_DONE_ON, NULL);
  check_milestone (temp, milestone, "waiting");
  /* What is cancelled needs no inspection. */
  update (temp, ASSAY_TYPE_ORDER, order, ASSAY_ORDER_STATE, "cancelled");
  check_milestone (temp, milestone, "open");
  undo (temp);
  check_milestone (temp, milestone, "waiting");
  /* Without a line nothing can have passed. */
  g_assert_true (temp_book_delete (temp, ASSAY_TYPE_ORDER_LINE, line, NULL));
  check_milestone (temp, milestone, "waiting");
}

#define ADD(path, func)                                                                            \
  g_test_add (path, TempBook, NULL, temp_book_set_up, func, temp_book_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/passed/cases", test_cases);
  ADD ("/passed/old-books", test_old_books);
  ADD ("/passed/undo", test_undo);
  ADD ("/passed/milestone", test_milestone);
  return g_test_run ();
}
