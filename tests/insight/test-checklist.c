/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Judging checkpoints of every kind, what they do to the result of the inspection, and which
 * checklist an inspection takes. */

#include "assay-config.h"

#include "insight/checklist.h"
#include "record/gtin.h"
#include "sample-book.h"

#include <string.h>

/* A check, what was answered, and what that means. */
typedef struct
{
  const char *kind;
  const char *expected;
  const char *limits; /* "lower..upper" */
  int sample, allowed;
  const char *answer, *readings;
  int failed; /* -1: not said */
  AssayCheckResult result;
  AssayCheckWhy why;
} Case;

static void
set_limits (AssayRecord *record, const char *limits)
{
  g_auto (GStrv) parts = g_strsplit (limits, "..", 2);

  if (*parts[0] != '\0')
    assay_record_set_integer (record, ASSAY_CHECKPOINT_LOWER,
                              (gint64)(g_ascii_strtod (parts[0], NULL) * 1000));
  if (*parts[1] != '\0')
    assay_record_set_integer (record, ASSAY_CHECKPOINT_UPPER,
                              (gint64)(g_ascii_strtod (parts[1], NULL) * 1000));
}

static AssayRecord *
new_checkpoint (const Case *one)
{
  AssayRecord *record = assay_record_new (ASSAY_TYPE_CHECKPOINT);

  assay_record_set_text (record, ASSAY_CHECKPOINT_NAME, "Height");
  assay_record_set_text (record, ASSAY_CHECKPOINT_KIND, one->kind);
  assay_record_set_text (record, ASSAY_CHECKPOINT_EXPECTED, one->expected);
  if (one->limits != NULL)
    set_limits (record, one->limits);
  if (one->sample > 0)
    assay_record_set_integer (record, ASSAY_CHECKPOINT_SAMPLE_SIZE, one->sample);
  assay_record_set_integer (record, ASSAY_CHECKPOINT_ALLOWED, one->allowed);
  assay_record_set_text (record, ASSAY_CHECKPOINT_ANSWER, one->answer);
  assay_record_set_text (record, ASSAY_CHECKPOINT_READINGS, one->readings);
  if (one->failed >= 0)
    assay_record_set_integer (record, ASSAY_CHECKPOINT_FAILED, one->failed);
  return record;
}

#define PENDING  ASSAY_CHECK_PENDING
#define PASS     ASSAY_CHECK_PASS
#define FAIL     ASSAY_CHECK_FAIL
#define WHY(why) ASSAY_CHECK_WHY_##why

static const Case cases[] = {
  { "yes_no", NULL, NULL, 0, 0, NULL, NULL, -1, PENDING, WHY (UNANSWERED) },
  { "yes_no", NULL, NULL, 0, 0, "yes", NULL, -1, PASS, WHY (EXPECTED) },
  { "yes_no", NULL, NULL, 0, 0, "no", NULL, -1, FAIL, WHY (UNEXPECTED) },
  { "yes_no", "no", NULL, 0, 0, "no", NULL, -1, PASS, WHY (EXPECTED) },
  { "yes_no", NULL, NULL, 5, 1, "no", NULL, -1, PASS, WHY (EXPECTED) },
  { "yes_no", NULL, NULL, 5, 1, "no", NULL, 2, FAIL, WHY (UNITS) },
  { "yes_no", NULL, NULL, 5, 1, NULL, NULL, 1, PASS, WHY (EXPECTED) },
  { "measured", NULL, "340..360", 0, 0, NULL, "350", -1, PASS, WHY (EXPECTED) },
  { "measured", NULL, "340..360", 0, 0, NULL, "340; 360", -1, PASS, WHY (EXPECTED) },
  { "measured", NULL, "340..360", 0, 0, NULL, "339.999", -1, FAIL, WHY (UNITS) },
  { "measured", NULL, "340..360", 0, 0, NULL, "360.001", -1, FAIL, WHY (UNITS) },
  { "measured", NULL, "340..360", 5, 0, NULL, "350; 351", -1, PENDING, WHY (TOO_FEW) },
  { "measured", NULL, "340..360", 5, 0, NULL, "350; 361", -1, FAIL, WHY (UNITS) },
  { "measured", NULL, "340..360", 5, 1, NULL, "350; 361", -1, PENDING, WHY (TOO_FEW) },
  { "measured", NULL, "340..360", 3, 1, NULL, "350; 361; 350", -1, PASS, WHY (EXPECTED) },
  { "measured", NULL, "340..360", 3, 1, NULL, "350; 361; 339", -1, FAIL, WHY (UNITS) },
  { "measured", NULL, "340..", 0, 0, NULL, "5000", -1, PASS, WHY (EXPECTED) },
  { "measured", NULL, "..360", 0, 0, NULL, "-5", -1, PASS, WHY (EXPECTED) },
  { "measured", NULL, NULL, 0, 0, NULL, "5000", -1, PASS, WHY (NO_LIMITS) },
  { "measured", NULL, "340..360", 0, 0, NULL, "350x", -1, PENDING, WHY (UNREADABLE) },
  { "choice", "Navy", NULL, 0, 0, " navy ", NULL, -1, PASS, WHY (EXPECTED) },
  { "choice", "Navy|Black", NULL, 0, 0, "Black", NULL, -1, PASS, WHY (EXPECTED) },
  { "choice", "Navy|Black", NULL, 0, 0, "Red", NULL, -1, FAIL, WHY (UNEXPECTED) },
  { "choice", NULL, NULL, 0, 0, "Red", NULL, -1, PASS, WHY (EXPECTED) },
  { "text", NULL, NULL, 0, 0, "Anything", NULL, -1, PASS, WHY (EXPECTED) },
  { "count", NULL, "20..", 0, 0, "20", NULL, -1, PASS, WHY (EXPECTED) },
  { "count", NULL, "20..", 0, 0, "19", NULL, -1, FAIL, WHY (UNEXPECTED) },
  { "count", NULL, "..2", 0, 0, "3", NULL, -1, FAIL, WHY (UNEXPECTED) },
  { "count", NULL, "..2", 0, 0, "three", NULL, -1, PENDING, WHY (UNREADABLE) },
  { "count", NULL, "..2", 0, 0, "1; 2", NULL, -1, PENDING, WHY (UNREADABLE) },
  { "count", NULL, NULL, 0, 0, "3", NULL, -1, PASS, WHY (NO_LIMITS) },
  { "code", "4006381333931", NULL, 0, 0, " 4006381333931 ", NULL, -1, PASS, WHY (EXPECTED) },
  { "code", "4006381333931", NULL, 0, 0, "4006381333932", NULL, -1, FAIL, WHY (UNEXPECTED) },
  { "code", NULL, NULL, 0, 0, "4006381333931", NULL, -1, PASS, WHY (EXPECTED) },
  { "code", NULL, NULL, 0, 0, "4006381333932", NULL, -1, FAIL, WHY (CHECK_DIGIT) },
  { "code", NULL, NULL, 0, 0, "TRP-30-NVY", NULL, -1, PASS, WHY (EXPECTED) },
  { "drop", NULL, NULL, 1, 0, "intact", NULL, -1, PASS, WHY (EXPECTED) },
  { "drop", NULL, NULL, 1, 0, "carton", NULL, -1, PENDING, WHY (CARTON) },
  { "drop", NULL, NULL, 1, 0, "damaged", NULL, -1, FAIL, WHY (UNITS) },
  { "drop", NULL, NULL, 2, 1, "damaged", NULL, 1, PASS, WHY (EXPECTED) },
  { "drop", NULL, NULL, 1, 0, NULL, "12.4", -1, PENDING, WHY (UNANSWERED) },
};

static void
test_judges (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AssayRecord) record = new_checkpoint (&cases[i]);
      AssayCheckJudgement judgement;

      assay_checkpoint_judge (record, &judgement);
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (judgement.result, ==, cases[i].result);
      g_assert_cmpint (judgement.why, ==, cases[i].why);
    }
}

static void
test_effects (void)
{
  static const struct
  {
    const char *on_fail, *answer, *result;
    AssayCheckEffect effect;
  } rows[] = {
    { "fail", "no", NULL, ASSAY_CHECK_EFFECT_FAILS },
    { NULL, "no", NULL, ASSAY_CHECK_EFFECT_FAILS },
    { "pending", "no", NULL, ASSAY_CHECK_EFFECT_UNDECIDED },
    { "note", "no", NULL, ASSAY_CHECK_EFFECT_NOTED },
    { "fail", NULL, NULL, ASSAY_CHECK_EFFECT_WAITS },
    { "pending", NULL, NULL, ASSAY_CHECK_EFFECT_WAITS },
    { "note", NULL, NULL, ASSAY_CHECK_EFFECT_NONE },
    { "fail", "yes", NULL, ASSAY_CHECK_EFFECT_NONE },
    { "fail", NULL, "not_applicable", ASSAY_CHECK_EFFECT_NONE },
    { "fail", NULL, "fail", ASSAY_CHECK_EFFECT_FAILS }, /* a report that only says so */
    { "fail", NULL, "pass", ASSAY_CHECK_EFFECT_NONE },
    { "fail", "yes", "fail", ASSAY_CHECK_EFFECT_NONE }, /* the answer goes first */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_CHECKPOINT);
      AssayCheckJudgement judgement;

      assay_record_set_text (record, ASSAY_CHECKPOINT_ON_FAIL, rows[i].on_fail);
      assay_record_set_text (record, ASSAY_CHECKPOINT_ANSWER, rows[i].answer);
      assay_record_set_text (record, ASSAY_CHECKPOINT_RESULT, rows[i].result);
      assay_checkpoint_judge (record, &judgement);
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (judgement.effect, ==, rows[i].effect);
    }
}

static void
test_combines (void)
{
  static const struct
  {
    AssayChecks checks;
    const char *kind;
    AssayInspectionResult judged;
    AssayJudgement why;
    AssayInspectionResult result;
  } rows[] = {
    { { 0 }, "final_random", ASSAY_RESULT_PASS, ASSAY_JUDGED_ACCEPTED, ASSAY_RESULT_PASS },
    { { .n = 2, .answered = 2 },
      "final_random",
      ASSAY_RESULT_PASS,
      ASSAY_JUDGED_ACCEPTED,
      ASSAY_RESULT_PASS },
    { { .n = 2, .answered = 2, .failed = 1 },
      "final_random",
      ASSAY_RESULT_PASS,
      ASSAY_JUDGED_ACCEPTED,
      ASSAY_RESULT_FAIL },
    { { .n = 2, .answered = 2, .failed = 1 },
      "final_random",
      ASSAY_RESULT_PENDING,
      ASSAY_JUDGED_NOT_COUNTED,
      ASSAY_RESULT_FAIL },
    { { .n = 2, .answered = 1, .waiting = 1 },
      "final_random",
      ASSAY_RESULT_PASS,
      ASSAY_JUDGED_ACCEPTED,
      ASSAY_RESULT_PENDING },
    { { .n = 2, .answered = 1, .waiting = 1 },
      "final_random",
      ASSAY_RESULT_FAIL,
      ASSAY_JUDGED_REJECTED,
      ASSAY_RESULT_FAIL },
    { { .n = 2, .answered = 2, .undecided = 1 },
      "final_random",
      ASSAY_RESULT_PASS,
      ASSAY_JUDGED_ACCEPTED,
      ASSAY_RESULT_PENDING },
    { { .n = 2, .answered = 2, .noted = 1 },
      "final_random",
      ASSAY_RESULT_PASS,
      ASSAY_JUDGED_ACCEPTED,
      ASSAY_RESULT_PASS },
    { { .n = 2, .answered = 2 },
      "final_random",
      ASSAY_RESULT_PENDING,
      ASSAY_JUDGED_NO_PLAN,
      ASSAY_RESULT_PENDING },
    { { .n = 2, .answered = 2 },
      "loading",
      ASSAY_RESULT_PENDING,
      ASSAY_JUDGED_NO_PLAN,
      ASSAY_RESULT_PASS },
    { { .n = 2, .answered = 0 },
      "loading",
      ASSAY_RESULT_PENDING,
      ASSAY_JUDGED_NO_PLAN,
      ASSAY_RESULT_PENDING },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AssayRecord) inspection = assay_record_new (ASSAY_TYPE_INSPECTION);

      assay_record_set_text (inspection, ASSAY_INSPECTION_KIND, rows[i].kind);
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (
          assay_checks_combine (&rows[i].checks, inspection, rows[i].judged, rows[i].why), ==,
          rows[i].result);
    }
}

static void
test_words (void)
{
  static const Case drop = { "drop", NULL, NULL, 1, 0, "damaged", NULL, -1, FAIL, WHY (UNITS) };
  static const Case height
      = { "measured", NULL, "340..360", 5, 0, NULL, "350; 361; 352.5; 351; 350",
          -1,         FAIL, WHY (UNITS) };
  static const Case open
      = { "yes_no", NULL, NULL, 0, 0, NULL, NULL, -1, PENDING, WHY (UNANSWERED) };
  static const Case code
      = { "code", NULL, NULL, 0, 0, "4006381333932", NULL, -1, FAIL, WHY (CHECK_DIGIT) };
  g_autoptr (AssayRecord) dropped = new_checkpoint (&drop);
  g_autoptr (AssayRecord) measured = new_checkpoint (&height);
  g_autoptr (AssayRecord) waiting = new_checkpoint (&open);
  g_autoptr (AssayRecord) read = new_checkpoint (&code);
  AssayRecord *records[2];
  g_autofree char *requirement = NULL, *answer = NULL, *reason = NULL, *all = NULL, *digit = NULL;

  assay_record_set_text (dropped, ASSAY_CHECKPOINT_NAME, "Drop test");
  assay_record_set_integer (dropped, ASSAY_CHECKPOINT_TARGET, 760000);
  assay_record_set_integer (measured, ASSAY_CHECKPOINT_TARGET, 350000);
  assay_record_set_text (measured, ASSAY_CHECKPOINT_UNIT, "mm");
  requirement = assay_check_dup_requirement (measured);
  g_assert_cmpstr (requirement, ==, "350 mm (340–360), 5 units");
  g_clear_pointer (&requirement, g_free);
  requirement = assay_check_dup_requirement (dropped);
  g_assert_cmpstr (requirement, ==, "10 drops from 760 mm after ISTA 1A, 1 carton");
  answer = assay_checkpoint_dup_answer (measured);
  g_assert_cmpstr (answer, ==, "350; 361; 352.5; 351; 350 mm");
  reason = assay_checkpoint_dup_reason (measured);
  g_assert_cmpstr (reason, ==, "1 of 5 measured; 340–360 mm is asked for");
  digit = assay_checkpoint_dup_reason (read);
  g_assert_cmpstr (digit, ==, "4006381333932 has a wrong check digit; it would end in 1");
  records[0] = dropped;
  records[1] = waiting;
  all = assay_checks_dup_words (records, 2);
  g_assert_cmpstr (all, ==, "Drop test failed: 1 of 1 carton. 1 check is not answered yet.");
  g_assert_null (assay_checks_dup_words (NULL, 0));
}

static void
test_gtins (void)
{
  static const struct
  {
    const char *code;
    AssayGtin kind;
    int digit;
  } rows[] = {
    { "4006381333931", ASSAY_GTIN_RIGHT, 1 },                                           /* EAN-13 */
    { "4006381333932", ASSAY_GTIN_WRONG, 1 },  { "036000291452", ASSAY_GTIN_RIGHT, 2 }, /* UPC */
    { "96385074", ASSAY_GTIN_RIGHT, 4 },                                                /* EAN-8 */
    { "14006381333938", ASSAY_GTIN_RIGHT, 8 }, /* GTIN-14 of the first */
    { "14006381333931", ASSAY_GTIN_WRONG, 8 }, { "123456789", ASSAY_GTIN_NONE, 0 },
    { "4006381 33393", ASSAY_GTIN_NONE, 0 },   { "", ASSAY_GTIN_NONE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int digit = 0;

      g_assert_cmpint (assay_gtin_check (rows[i].code, &digit), ==, rows[i].kind);
      g_assert_cmpint (digit, ==, rows[i].digit);
    }
}

static void
test_takes_items (void)
{
  g_autoptr (AssayRecord) item = assay_record_new (ASSAY_TYPE_CHECKLIST_ITEM);
  g_autoptr (AssayRecord) product = assay_record_new (ASSAY_TYPE_PRODUCT);
  g_autoptr (AssayRecord) drop = NULL;
  g_autoptr (AssayRecord) read = NULL;
  g_autoptr (AssayRecord) plain = NULL;
  AssayDropProcedure procedure;

  assay_record_set_text (item, ASSAY_CHECKLIST_ITEM_NAME, "Drop test");
  assay_record_set_text (item, ASSAY_CHECKLIST_ITEM_SECTION, "Tests");
  assay_record_set_text (item, ASSAY_CHECKLIST_ITEM_KIND, "drop");
  assay_record_set_integer (item, ASSAY_CHECKLIST_ITEM_POSITION, 4);
  assay_record_set_integer (item, ASSAY_CHECKLIST_ITEM_SAMPLE_SIZE, 1);
  assay_record_set_integer (product, ASSAY_PRODUCT_CARTON_MASS, 12400);
  assay_record_set_text (product, ASSAY_PRODUCT_BARCODE, "4006381333931");
  drop = assay_checkpoint_new_from_item (item, product);
  g_assert_cmpstr (assay_record_get_text (drop, ASSAY_CHECKPOINT_SECTION), ==, "Tests");
  g_assert_cmpint (assay_record_get_integer (drop, ASSAY_CHECKPOINT_POSITION, 0), ==, 4);
  g_assert_cmpint (assay_check_drop_height (drop, &procedure), ==, 610);
  g_assert_cmpint (procedure, ==, ASSAY_DROP_1A);
  /* Weighed there, it is heavier. */
  assay_record_set_text (drop, ASSAY_CHECKPOINT_READINGS, "19.0");
  g_assert_cmpint (assay_check_drop_height (drop, &procedure), ==, 460);

  plain = assay_checkpoint_new_from_item (item, NULL);
  g_assert_cmpint (assay_check_drop_height (plain, &procedure), ==, -1);
  assay_record_set_text (item, ASSAY_CHECKLIST_ITEM_KIND, "code");
  assay_record_set_text (item, ASSAY_CHECKLIST_ITEM_EXPECTED, "GTIN");
  read = assay_checkpoint_new_from_item (item, product);
  g_assert_cmpstr (assay_record_get_text (read, ASSAY_CHECKPOINT_EXPECTED), ==, "4006381333931");
}

/* Which checklist fits: names are category/kind, "-" for open. */

typedef struct
{
  gint64 backpack_final, backpack, loading, any, sleeping;
} Lists;

static gint64
add_list (AssayDb *db, const char *name, const char *category, const char *kind, GError **error)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_CHECKLIST);

  assay_record_set_text (record, ASSAY_CHECKLIST_NAME, name);
  assay_record_set_text (record, ASSAY_CHECKLIST_CATEGORY, category);
  assay_record_set_text (record, ASSAY_CHECKLIST_KIND, kind);
  return assay_records_insert (db, record, error) ? assay_record_get_id (record) : 0;
}

static gboolean
fill (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Lists *lists = data;

  lists->any = add_list (db, "Any", NULL, NULL, error);
  lists->backpack = add_list (db, "Backpacks", "Backpack", NULL, error);
  lists->backpack_final = add_list (db, "Backpacks, final", "Backpack", "final_random", error);
  lists->loading = add_list (db, "Loading", NULL, "loading", error);
  lists->sleeping = add_list (db, "Sleeping bags", "Sleeping bag", NULL, error);
  for (int i = 3; i >= 1 && lists->sleeping != 0; i--)
    {
      g_autoptr (AssayRecord) item = assay_record_new (ASSAY_TYPE_CHECKLIST_ITEM);
      g_autofree char *name = g_strdup_printf ("Check %d", i);

      assay_record_set_reference (item, ASSAY_CHECKLIST_ITEM_CHECKLIST, lists->any);
      assay_record_set_integer (item, ASSAY_CHECKLIST_ITEM_POSITION, i);
      assay_record_set_text (item, ASSAY_CHECKLIST_ITEM_NAME, name);
      if (!assay_records_insert (db, item, error))
        return FALSE;
    }
  return lists->sleeping != 0;
}

static void
assert_chosen (AssayDb *db, const char *category, gint64 own, const char *kind, gint64 expected)
{
  g_autoptr (AssayRecord) product = assay_record_new (ASSAY_TYPE_PRODUCT);
  g_autoptr (GError) error = NULL;
  gint64 id = -1;

  assay_record_set_text (product, ASSAY_PRODUCT_CATEGORY, category);
  if (own != 0)
    assay_record_set_reference (product, ASSAY_PRODUCT_CHECKLIST, own);
  g_assert_true (assay_checklist_choose (db, product, kind, &id, &error));
  g_assert_no_error (error);
  g_assert_cmpint (id, ==, expected);
}

static void
test_chooses (void)
{
  AssayBook *book = sample_book_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;
  Lists lists = { 0 };
  AssayDb *db;

  g_assert_true (assay_book_change (book, "Fill", fill, &lists, NULL, NULL, &error));
  g_assert_no_error (error);
  db = assay_book_get_reader (book);
  assert_chosen (db, " backpack", 0, "final_random", lists.backpack_final);
  assert_chosen (db, "Backpack", 0, "in_line", lists.backpack);
  assert_chosen (db, "Backpack", 0, "loading", lists.backpack);
  assert_chosen (db, NULL, 0, "loading", lists.loading);
  assert_chosen (db, NULL, 0, "final_random", 0);
  assert_chosen (db, "Tent", 0, "final_random", 0);
  assert_chosen (db, "Backpack", lists.any, "final_random", lists.any);
  /* The product's own is for another kind of inspection. */
  assert_chosen (db, "Backpack", lists.loading, "final_random", lists.backpack_final);

  items = assay_checklist_read_items (db, lists.any, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (items->len, ==, 3);
  for (guint i = 0; i < items->len; i++)
    g_assert_cmpint (assay_record_get_integer (items->pdata[i], ASSAY_CHECKLIST_ITEM_POSITION, 0),
                     ==, i + 1);
  sample_book_free (book);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checklist/judges", test_judges);
  g_test_add_func ("/checklist/effects", test_effects);
  g_test_add_func ("/checklist/combines", test_combines);
  g_test_add_func ("/checklist/words", test_words);
  g_test_add_func ("/checklist/gtins", test_gtins);
  g_test_add_func ("/checklist/takes-items", test_takes_items);
  g_test_add_func ("/checklist/chooses", test_chooses);
  return g_test_run ();
}
