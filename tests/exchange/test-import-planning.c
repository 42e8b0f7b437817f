/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of blackout periods, exchange rates, demand, assessments, milestone plans and scorecards:
 * what comes in, what is the same again, what is refused and in which words. */

#include <string.h>

#include "exchange/importer.h"
#include "store/query.h"
#include "support/temp-book.h"

typedef struct
{
  const char *name;
  AssayType type;
  const char *text;
  guint created, parts; /* records of the type, and what they own */
  const char *refused;  /* a part of the reason; NULL: nothing is */
} Case;

static const Case cases[] = {
  { "blackouts", ASSAY_TYPE_BLACKOUT,
    "Name,First day,Last day,Country,Supplier\nTết,2026-02-16,2026-02-20,VN,\n"
    "Golden Week,2026-10-01,2026-10-07,CN,\nStocktaking,2026-07-01,2026-07-03,,Sao Mai\n",
    3, 0, NULL },
  { "the same blackout twice", ASSAY_TYPE_BLACKOUT,
    "Name,First day,Last day,Country\nTết,2026-02-16,2026-02-20,VN\nTết,2026-02-16,2026-02-22,VN\n",
    1, 0, NULL },
  { "blackout that ends before it begins", ASSAY_TYPE_BLACKOUT,
    "Name,First day,Last day\nTết,2026-02-20,2026-02-16\n", 0, 0, "before" },
  { "blackout without an end", ASSAY_TYPE_BLACKOUT, "Name,First day,Last day\nTết,2026-02-20,\n", 0,
    0, "lacks" },
  { "rates", ASSAY_TYPE_EXCHANGE_RATE,
    "One unit of,Is worth,In,On\nEUR,1.08,USD,2026-01-01\nVND,0.0000395,USD,2026-01-01\n", 2, 0,
    NULL },
  { "rate of a currency in itself", ASSAY_TYPE_EXCHANGE_RATE,
    "One unit of,Is worth,In,On\nEUR,1,EUR,2026-01-01\n", 0, 0, "worth itself" },
  { "rate of nothing", ASSAY_TYPE_EXCHANGE_RATE,
    "One unit of,Is worth,In,On\nEUR,,USD,2026-01-01\n", 0, 0, "lacks" },
  { "demand, any day of the month", ASSAY_TYPE_DEMAND,
    "Product code,Month,Quantity\nTP-40,2026-01-01,120\nTP-40,2026-02-14,90\nTP-40,2026-02-28,90\n",
    2, 0, NULL },
  { "demand of no product", ASSAY_TYPE_DEMAND, "Product code,Month,Quantity\n,2026-01-01,120\n", 0,
    0, "lacks" },
  { "assessments", ASSAY_TYPE_ASSESSMENT,
    "Supplier,Area,Assessed on,Points,Worst finding,Valid until\n"
    "Sao Mai,communication,2026-03-01,80,,\nSao Mai,compliance,2026-03-01,,critical,2027-03-01\n",
    2, 0, NULL },
  { "assessment that says nothing", ASSAY_TYPE_ASSESSMENT,
    "Supplier,Area,Assessed on,Points\nSao Mai,communication,2026-03-01,\n", 0, 0, "points" },
  { "milestone plans", ASSAY_TYPE_MILESTONE_PLAN,
    "Name,Step,Kind,Share,Due when,Days after it,Waits for passed inspections\n"
    "30 / 70,Deposit,payment,30 %,confirmed,3,no\n30 / 70,Balance,payment,70 %,shipped,0,yes\n"
    "In advance,Everything,payment,100 %,sent,0,no\n",
    2, 3, NULL },
  { "scorecards", ASSAY_TYPE_SCORECARD,
    "Name,Grade A from,Area,Measure,Weight,Worth 100 points,Worth 0 points\n"
    "Balanced,80,quality,defective_to_aql,60,0.5,2\nBalanced,80,delivery,on_time,40,1,0.5\n",
    1, 2, NULL },
  { "criterion with one end", ASSAY_TYPE_SCORECARD,
    "Name,Area,Measure,Weight,Worth 100 points,Worth 0 points\nBalanced,quality,on_time,40,1,1\n",
    0, 0, "100 and 0" },
};

static AssayImportResult *
import (TempBook *temp, const Case *test, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (test->text, strlen (test->text));
  g_autoptr (AssayTextSource) source
      = assay_text_source_open_bytes (bytes, "test.csv", "UTF-8", error);
  g_autoptr (AssaySurvey) survey = NULL;
  g_autoptr (AssayImportPlan) plan = NULL;
  AssaySurveyWish wish = ASSAY_SURVEY_WISH_INIT;
  AssayImportResult *result = NULL;

  g_assert_no_error (*error);
  survey = assay_survey_run_source (source, &wish, NULL, error);
  g_assert_no_error (*error);
  plan = assay_import_plan_new (survey, test->type);
  assay_import_plan_set_date_order (plan, ASSAY_DATE_ORDER_YMD);
  assay_import (temp->book, plan, NULL, NULL, &result, NULL, error);
  return result;
}

static guint
count (TempBook *temp, AssayType type)
{
  g_autoptr (AssayQuery) query = assay_query_new (type);
  g_autoptr (GArray) ids = assay_query_run_ids (query, assay_book_get_reader (temp->book), NULL);

  return ids->len;
}

static void
check (TempBook *temp, gconstpointer data)
{
  const Case *test = data;
  const AssayType *owned = assay_record_type_get (test->type)->owned;
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayImportResult) result = NULL;
  g_autoptr (AssayImportResult) again = NULL;

  temp_book_add_supplier (temp, "Sao Mai", "VN");
  result = import (temp, test, &error);
  if (test->refused != NULL)
    {
      g_assert_error (error, ASSAY_EXCHANGE_ERROR, ASSAY_EXCHANGE_ERROR_REFUSED);
      g_assert_cmpuint (result->refused.count, ==, 1);
      g_test_message ("%s", g_array_index (result->refused.remarks, AssayImportRemark, 0).reason);
      g_assert_nonnull (strstr (
          g_array_index (result->refused.remarks, AssayImportRemark, 0).reason, test->refused));
      g_assert_cmpuint (count (temp, test->type), ==, 0);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (result->unknown_values.count, ==, 0);
  g_assert_cmpuint (count (temp, test->type), ==, test->created);
  if (owned != NULL)
    g_assert_cmpuint (count (temp, owned[0]), ==, test->parts);
  g_assert_cmpuint (count (temp, ASSAY_TYPE_SUPPLIER), ==, 1);
  again = import (temp, test, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (assay_import_result_created (again), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/planning/", cases[i].name, NULL);

      g_strdelimit (path + strlen ("/exchange/planning/"), " ,", '-');
      g_test_add (path, TempBook, &cases[i], temp_book_set_up, check, temp_book_tear_down);
    }
  return g_test_run ();
}
