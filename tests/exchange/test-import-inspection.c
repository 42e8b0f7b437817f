/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Inspections with defects and checkpoints, checklists, corrective actions and milestones as people
 * write them, and what cannot be: the row, the column and the reason in words. */

#include <glib/gstdio.h>

#include "exchange/importer.h"

typedef struct
{
  char *path;
  AssayBook *book;
} Fixture;

static AssayImportResult *
import (Fixture *fixture, AssayType type, const char *text, GError **error)
{
  AssaySurveyWish wish = ASSAY_SURVEY_WISH_INIT;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (AssayTextSource) source
      = assay_text_source_open_bytes (bytes, "test.csv", "UTF-8", error);
  g_autoptr (AssaySurvey) survey = NULL;
  g_autoptr (AssayImportPlan) plan = NULL;
  AssayImportResult *result = NULL;

  g_assert_nonnull (source);
  survey = assay_survey_run_source (source, &wish, NULL, error);
  g_assert_nonnull (survey);
  plan = assay_import_plan_new (survey, type);
  assay_import (fixture->book, plan, NULL, NULL, &result, NULL, error);
  return result;
}

static void
import_well (Fixture *fixture, AssayType type, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayImportResult) result = import (fixture, type, text, &error);

  for (guint i = 0; result != NULL && i < result->refused.remarks->len; i++)
    g_test_message ("%s", g_array_index (result->refused.remarks, AssayImportRemark, i).reason);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("assay-inspection-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;

  fixture->path = g_build_filename (folder, "test.assay", NULL);
  fixture->book = assay_book_open (fixture->path, ASSAY_BOOK_CREATE, &error);
  g_assert_no_error (error);
  import_well (fixture, ASSAY_TYPE_ORDER,
               "Order number,Order line,Supplier,SKU,Quantity,Ordered on,Currency\n"
               "P-1,1,Sao Mai,BP-1,1200,2026-03-02,USD\nP-2,1,Sao Mai,BP-1,800,2026-04-01,USD\n"
               "P-2,1,Other Bags,BP-1,800,2026-04-01,USD\n");
  import_well (fixture, ASSAY_TYPE_CHECKLIST,
               "Checklist,Section,What is checked,Kind of answer,Unit,Target,Lowest that passes,"
               "Highest that passes,Own sample size\n"
               "Packs,Measured,Height,measured,mm,540,535,545,5\n"
               "Packs,Tests,Drop test,Drop test,mm,610,,,1\n");
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
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (assay_book_get_reader (fixture->book), sql, &error);
  gboolean row;

  g_assert_no_error (error);
  g_assert_true (assay_statement_step (statement, &row, NULL));
  return row ? assay_statement_get_int (statement, 0) : -1;
}

/* A report as an inspector writes it: the checklist knows what was asked. */
static void
test_report (Fixture *fixture, gconstpointer data)
{
  static const char report[]
      = "Report number,Order number,Inspection date,Lot size,Inspected,Checklist,Result,Defect,"
        "Defect class,Units affected,Unit numbers,Checkpoint,Readings,Answer,Check result\n"
        "R-1,P-1,2026-04-20,1200,80,Packs,pass,Loose thread,minor,2,\"3, 7\",,,,\n"
        "R-1,P-1,2026-04-20,1200,80,Packs,pass,Broken stitch,major,1,7,,,,\n"
        "R-1,P-1,2026-04-20,1200,80,Packs,pass,,,,,Height,540; 541.5; 539; 540; 542,,pass\n"
        "R-1,P-1,2026-04-20,1200,80,Packs,pass,,,,,Drop test,,intact,pass\n"
        "R-1,P-1,2026-04-20,1200,80,Packs,pass,,,,,Smell,,none,pass\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayImportResult) again = NULL;

  import_well (fixture, ASSAY_TYPE_INSPECTION, report);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM inspection"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM checkpoint"), ==, 3);
  g_assert_cmpint (count (fixture, "SELECT upper FROM checkpoint WHERE name = 'Height'"), ==,
                   545000);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM checkpoint WHERE kind = 'drop'"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT position FROM checkpoint WHERE name = 'Smell'"), >,
                   count (fixture, "SELECT position FROM checkpoint WHERE name = 'Drop test'"));
  g_assert_cmpint (count (fixture, "SELECT checklist FROM inspection"), ==,
                   count (fixture, "SELECT id FROM checklist"));
  /* Unit 7 shows both and counts once. */
  g_assert_cmpint (count (fixture, "SELECT defective FROM inspection"), ==, 2);
  again = import (fixture, ASSAY_TYPE_INSPECTION, report, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (assay_import_result_created (again), ==, 0);
  g_assert_cmpuint (again->matched[ASSAY_TYPE_CHECKPOINT], ==, 3);
  g_assert_cmpuint (again->matched[ASSAY_TYPE_DEFECT], ==, 2);
}

/* A re-inspection may stand before the inspection that it repeats. */
static void
test_repeats (Fixture *fixture, gconstpointer data)
{
  import_well (fixture, ASSAY_TYPE_INSPECTION,
               "Report number,Order number,Inspection date,Re-inspection of\n"
               "R-2,P-1,2026-04-28,R-1\nR-1,P-1,2026-04-20,\n");
  g_assert_cmpint (count (fixture, "SELECT repeats FROM inspection WHERE number = 'R-2'"), ==,
                   count (fixture, "SELECT id FROM inspection WHERE number = 'R-1'"));
}

#define INSPECTION                                                                                 \
  "Report number,Order number,Inspection date,Lot size,Inspected,Major found,Defect,Defect class," \
  "Units affected,Unit numbers,Checkpoint,Kind of answer,Readings,Lowest that passes,"             \
  "Highest that passes\n"
#define ITEM                                                                                       \
  "Checklist,What is checked,Kind of answer,Choices,Lowest that passes,Highest that passes\n"

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    AssayType type;
    const char *text;
    guint line;
    const char *column;
    const char *reason; /* a part of it */
  } cases[] = {
    { ASSAY_TYPE_INSPECTION, INSPECTION "R,P-1,2026-04-20,1200,80,81,,,,,,,,,\n", 2, "Major found",
      "Inspected" },
    { ASSAY_TYPE_INSPECTION, INSPECTION "R,P-1,2026-04-20,50,80,,,,,,,,,,\n", 2, "Inspected",
      "Lot size" },
    { ASSAY_TYPE_INSPECTION,
      INSPECTION "R,P-1,2026-04-20,1200,80,,Hole,major,50,,,,,,\n"
                 "R,P-1,2026-04-20,1200,80,,Stain,minor,40,,,,,,\n",
      3, "Units affected", "90 defective units" },
    { ASSAY_TYPE_INSPECTION, INSPECTION "R,P-1,2026-04-20,1200,80,,Hole,major,2,3 to x,,,,,\n", 2,
      "Unit numbers", "unit number" },
    { ASSAY_TYPE_INSPECTION, INSPECTION "R,P-1,2026-04-20,1200,80,,,,,,Height,guess,,,\n", 2,
      "Kind of answer", "choice" },
    { ASSAY_TYPE_INSPECTION,
      INSPECTION "R,P-1,2026-04-20,1200,80,,,,,,Height,measured,540; tall,,\n", 2, "Readings",
      "tall" },
    { ASSAY_TYPE_INSPECTION,
      INSPECTION "R,P-1,2026-04-20,1200,80,,,,,,Height,measured,540,545,535\n", 2,
      "Lowest that passes", "Highest that passes" },
    { ASSAY_TYPE_INSPECTION, INSPECTION "R,P-1,2026-04-20,1200,80,,,,,,,measured,540,,\n", 2,
      "Checkpoint", "what was checked" },
    { ASSAY_TYPE_INSPECTION, INSPECTION "R,P-9,2026-04-20,1200,80,,,,,,,,,,\n", 2, "Order number",
      "order line" },
    { ASSAY_TYPE_CHECKLIST, ITEM "Packs,Colour,choice,,,\n", 2, "Choices", "choose" },
    { ASSAY_TYPE_CHECKLIST, ITEM "Packs,Colour,opinion,,,\n", 2, "Kind of answer", "choice" },
    { ASSAY_TYPE_CHECKLIST, ITEM "Packs,,text,,,\n", 2, "What is checked", "what is checked" },
    { ASSAY_TYPE_PLAN_PROFILE, "Name,AQL major,Counted by\nLoose,15,units\n", 2, "AQL major",
      "hundred" },
    { ASSAY_TYPE_MILESTONE, "Order number,Milestone\nP-9,Deposit\n", 2, "Order number",
      "no order of this number" },
    { ASSAY_TYPE_MILESTONE, "Order number,Milestone\nP-2,Deposit\n", 2, "Order number",
      "more than one order" },
    { ASSAY_TYPE_MILESTONE, "Order number,Milestone\nP-1,\n", 2, "Milestone", "milestone" },
    { ASSAY_TYPE_CORRECTIVE_ACTION, "What is wrong,Supplier,State\nSeam,Sao Mai,maybe\n", 2,
      "State", "choice" },
    { ASSAY_TYPE_CORRECTIVE_ACTION, "What is wrong,Supplier\n,Sao Mai\n", 2, "What is wrong",
      "what is wrong" },
    { ASSAY_TYPE_CORRECTIVE_ACTION, "What is wrong,Supplier\nSeam,\n", 2, "", "supplier" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AssayImportResult) result = import (fixture, cases[i].type, cases[i].text, &error);
      const AssayImportRemark *remark;

      g_test_message ("%s", cases[i].text);
      g_assert_error (error, ASSAY_EXCHANGE_ERROR, ASSAY_EXCHANGE_ERROR_REFUSED);
      g_assert_cmpuint (result->refused.count, ==, 1);
      remark = &g_array_index (result->refused.remarks, AssayImportRemark, 0);
      g_test_message ("%s: %s", remark->column, remark->reason);
      g_assert_cmpuint (remark->line, ==, cases[i].line);
      g_assert_cmpstr (remark->column, ==, cases[i].column);
      g_assert_nonnull (strstr (remark->reason, cases[i].reason));
    }
  /* Nothing was kept of any of them. */
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM inspection"), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM milestone"), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM corrective_action"), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM checklist_item"), ==, 2);
}

/* A slip of the pen in one defect is no fault of those after it. */
static void
test_one_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayImportResult) result
      = import (fixture, ASSAY_TYPE_INSPECTION,
                INSPECTION "R,P-1,2026-04-20,1200,80,,Hole,major,300,,,,,,\n"
                           "R,P-1,2026-04-20,1200,80,,Stain,minor,2,\"3, 4\",,,,,\n"
                           "R,P-1,2026-04-20,1200,80,,Seam,major,78,,,,,,\n"
                           "R,P-1,2026-04-20,1200,80,,Crack,minor,1,4,,,,,\n",
                &error);

  g_assert_error (error, ASSAY_EXCHANGE_ERROR, ASSAY_EXCHANGE_ERROR_REFUSED);
  g_assert_cmpuint (result->refused.count, ==, 1);
  g_assert_cmpuint (g_array_index (result->refused.remarks, AssayImportRemark, 0).line, ==, 2);
}

/* Told and kept: a history has its contradictions. */
static void
test_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayImportResult) early = import (
      fixture, ASSAY_TYPE_INSPECTION,
      "Report number,Order number,Inspection date,Plan profile,Checklist,Re-inspection of\n"
      "R-1,P-1,2026-02-20,Strict,Bags,R-0\n",
      &error);
  g_autoptr (AssayImportResult) action = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (early->notes.count, ==, 1);
  g_assert_nonnull (strstr (g_array_index (early->notes.remarks, AssayImportRemark, 0).reason,
                            "before it was ordered"));
  g_assert_cmpuint (early->unknown_values.count, ==, 3);
  action = import (fixture, ASSAY_TYPE_CORRECTIVE_ACTION,
                   "Number,What is wrong,Inspection,Opened on,Due on,State\n"
                   "C-1,Seam,R-1,2026-03-10,2026-03-01,open\n",
                   &error);
  g_assert_no_error (error);
  g_assert_cmpuint (action->notes.count, ==, 1);
  /* The supplier is the one whose goods were inspected. */
  g_assert_cmpint (count (fixture, "SELECT a.supplier = i.supplier FROM corrective_action AS a"
                                   " JOIN inspection AS i ON i.id = a.inspection"),
                   ==, 1);
}

/* With --skip-refused a bad inspection stays out with all its rows, the others come. */
static void
test_skip (Fixture *fixture, gconstpointer data)
{
  static const char text[] = INSPECTION "R-1,P-1,2026-04-20,50,80,,Hole,major,1,,,,,,\n"
                                        "R-1,P-1,2026-04-20,50,80,,Stain,minor,1,,,,,,\n"
                                        "R-2,P-1,2026-04-21,1200,80,,Hole,major,1,,,,,,\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayTextSource) source
      = assay_text_source_open_bytes (bytes, "test.csv", "UTF-8", &error);
  g_autoptr (AssaySurvey) survey = assay_survey_run_source (source, NULL, NULL, &error);
  g_autoptr (AssayImportPlan) plan = assay_import_plan_new (survey, ASSAY_TYPE_INSPECTION);
  g_autoptr (AssayImportResult) result = NULL;

  assay_import_plan_set_skip_refused (plan, TRUE);
  g_assert_true (assay_import (fixture->book, plan, NULL, NULL, &result, NULL, &error));
  g_assert_cmpuint (result->refused.count, ==, 2);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM inspection"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM defect"), ==, 1);
}

/* Reports as inspection companies write them, in a book that has none of their orders. */
static void
test_companies (Fixture *fixture, gconstpointer data)
{
  static const char english[]
      = "Inspection Reference,Purchase Order No.,Exporter,Inspection Date,Inspection Agency,"
        "Product Description,Lot Size,Inspection Level,AQL Major,AQL Minor,Sample Size,Critical,"
        "Major,Minor,Overall inspection result\n"
        "AF-1,PO 7,Guangzhou Bags,2026-03-15,QIMA,Backpack,\"1,200\",Level II,2.5%,AQL "
        "4.0,80,0,3,5,"
        "PASSED\n"
        "Total,,,,,,\"1,200\",,,,80,0,3,5,\n";
  static const char german[]
      = "Prüfbericht-Nr.;Lieferant;Artikelnummer;Prüfdatum;Prüfer;Losgröße;Prüfniveau;Prüfschärfe;"
        "AQL Haupt;AQL Neben;Stichprobe;Fehlerart;Fehlerklasse;Anzahl;Ergebnis;Entscheidung\n"
        "B-1;Müller GmbH;R-20;25.03.2026;Koch;1.200;II;Normal;2,5;4,0;80;Naht;Hauptfehler;2;"
        "Bestanden;Freigegeben\n";
  static const char chinese[]
      = "报告编号,供应商,产品编码,检验日期,批量,检验水平,抽样数量,主要缺陷,检验结果,处理结果\n"
        "R1,广州皮具厂,BP-20,2026年3月5日,1200,一般II,80,12,不合格,返工\n";
  static const char checks[]
      = "Report No,Supplier,Checkpoint,Measured values,Checkpoint result,Unit\n"
        "C-1,Sao Mai,Length,350 mm/351 mm,OK,mm\nC-1,Sao Mai,Smell,,✗,\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayImportResult) result = import (fixture, ASSAY_TYPE_INSPECTION, english, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (result->unknown_values.count, ==, 0);
  g_assert_cmpuint (result->notes.count, ==, 2); /* the order and the totals */
  import_well (fixture, ASSAY_TYPE_INSPECTION, german);
  import_well (fixture, ASSAY_TYPE_INSPECTION, chinese);
  import_well (fixture, ASSAY_TYPE_INSPECTION, checks);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM inspection"), ==, 4);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM inspection WHERE number = 'AF-1'"
                                   " AND level = 'II' AND aql_major = 2500 AND aql_minor = 4000"
                                   " AND company = 'QIMA' AND lot_size = 1200"
                                   " AND result = 'pass' AND order_line IS NULL"),
                   ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM inspection AS i JOIN defect AS d"
                                   " ON d.inspection = i.id WHERE i.number = 'B-1'"
                                   " AND lot_size = 1200 AND inspected = 80 AND result = 'pass'"
                                   " AND decision = 'accept' AND aql_major = 2500"
                                   " AND d.class = 'major' AND d.count = 2"),
                   ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM inspection WHERE number = 'R1'"
                                   " AND lot_size = 1200 AND defective_major = 12"
                                   " AND result = 'fail' AND decision = 'rework'"),
                   ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM checkpoint WHERE"
                                   " (readings LIKE '350%351%' AND result = 'pass')"
                                   " OR (name = 'Smell' AND result = 'fail')"),
                   ==, 2);
}

#define ADD(PATH, FUNC) g_test_add (PATH, Fixture, NULL, set_up, FUNC, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/exchange/import-inspection/report", test_report);
  ADD ("/exchange/import-inspection/repeats", test_repeats);
  ADD ("/exchange/import-inspection/refused", test_refused);
  ADD ("/exchange/import-inspection/one-refused", test_one_refused);
  ADD ("/exchange/import-inspection/told", test_told);
  ADD ("/exchange/import-inspection/skip", test_skip);
  ADD ("/exchange/import-inspection/companies", test_companies);
  return g_test_run ();
}
