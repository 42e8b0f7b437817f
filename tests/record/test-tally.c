/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Unit numbers as people write them, and what defects add up to. */

#include "record/defect-tally.h"
#include "record/record.h"
#include "record/rules.h"
#include "record/unit-list.h"

static void
test_units (void)
{
  static const struct
  {
    const char *text, *tidy;
    guint n;
  } good[] = {
    { NULL, "", 0 },
    { "", "", 0 },
    { " , ; ", "", 0 },
    { "3", "3", 1 },
    { "3, 7, 12-14", "3, 7, 12-14", 5 },
    { "14;12 13", "12-14", 3 },
    { "7 8", "7, 8", 2 },
    { "3 – 5;9", "3-5, 9", 4 },
    { "3—5", "3-5", 3 },
    { "\t1\n2,,3", "1-3", 3 },
    { "5-5", "5", 1 },
    { "007", "7", 1 },
    { "1，2、3", "1-3", 3 },
    { "1000000", "1000000", 1 },
    { "1-10000", "1-10000", 10000 },
    { "#3; #7", "3, 7", 2 },
    { "№3, №12-14", "3, 12-14", 4 },
  };
  static const struct
  {
    const char *text, *message;
  } bad[] = {
    { "0", "Units are numbered from 1" },
    { "3, x", "“x” is no unit number; write them like 3, 7, 12-14" },
    { "7a", "“a” is no unit number; write them like 3, 7, 12-14" },
    { "1.5", "“.” is no unit number; write them like 3, 7, 12-14" },
    { "-3", "“-” is no unit number; write them like 3, 7, 12-14" },
    { "3-", "A number is missing at the end" },
    { "14-12", "14-12 runs backwards; write 12-14" },
    { "3, 7, 3", "Unit 3 is named twice" },
    { "3-5, 4", "Unit 4 is named twice" },
    { "1000001", "Unit numbers go up to 1000000" },
    { "99999999999999999999999", "Unit numbers go up to 1000000" },
    { "1-10001", "A list holds up to 10000 units" },
    { "1-9999, 10001-10003", "A list holds up to 10000 units" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) units = assay_unit_list_parse (good[i].text, &error);
      g_autofree char *tidy = NULL;

      g_assert_no_error (error);
      g_assert_cmpuint (units->len, ==, good[i].n);
      tidy = assay_unit_list_format (units);
      g_assert_cmpstr (tidy, ==, good[i].tidy);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (assay_unit_list_parse (bad[i].text, &error));
      g_assert_cmpstr (error->message, ==, bad[i].message);
    }
}

enum
{
  CRITICAL,
  MAJOR,
  MINOR,
};

typedef struct
{
  guint defect_class;
  gint64 count;
  const char *units;
  gboolean second;
} Row;

/* A unit counts once, in its worst class, whatever the order of the rows; what names no unit has
 * its own. */
static void
test_tally (void)
{
  static const struct
  {
    const char *what;
    Row rows[4];
    guint n;
    gint64 by_units[3], by_defects[3], first[3], units, defects;
  } cases[] = {
    { "none", { { 0 } }, 0, { 0 }, { 0 }, { 0 }, 0, 0 },
    { "no numbers",
      { { MAJOR, 3, NULL, FALSE }, { MINOR, 2, NULL, FALSE } },
      2,
      { 0, 3, 2 },
      { 0, 3, 2 },
      { 0, 3, 2 },
      5,
      5 },
    { "the worst class, named last",
      { { MINOR, 3, "3, 7, 9", FALSE }, { MAJOR, 2, "7-8", FALSE }, { CRITICAL, 1, "7", FALSE } },
      3,
      { 1, 1, 2 },
      { 1, 2, 3 },
      { 1, 1, 2 },
      4,
      6 },
    { "the worst class, named first",
      { { CRITICAL, 1, "7", FALSE }, { MAJOR, 2, "7-8", FALSE }, { MINOR, 3, "3, 7, 9", FALSE } },
      3,
      { 1, 1, 2 },
      { 1, 2, 3 },
      { 1, 1, 2 },
      4,
      6 },
    { "twice in one class",
      { { MAJOR, 2, "1, 2", FALSE }, { MAJOR, 2, "2, 3", FALSE } },
      2,
      { 0, 3, 0 },
      { 0, 4, 0 },
      { 0, 3, 0 },
      3,
      4 },
    { "two samples",
      { { MAJOR, 2, "1, 2", FALSE },
        { MINOR, 1, "1", FALSE },
        { MAJOR, 1, "2", TRUE },
        { MINOR, 4, NULL, TRUE } },
      4,
      { 0, 3, 4 },
      { 0, 3, 5 },
      { 0, 2, 0 },
      7,
      8 },
    { "what is no list says nothing",
      { { MAJOR, 2, "two of them", FALSE }, { MAJOR, 1, "2", FALSE } },
      2,
      { 0, 3, 0 },
      { 0, 3, 0 },
      { 0, 3, 0 },
      3,
      3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (AssayDefectTally) units = { 0 }, defects = { 0 };

      g_test_message ("%s", cases[i].what);
      assay_defect_tally_init (&units, TRUE);
      assay_defect_tally_init (&defects, FALSE);
      for (guint j = 0; j < cases[i].n; j++)
        {
          const Row *row = &cases[i].rows[j];

          gint64 before = units.units;
          gint64 more = assay_defect_tally_count_new (&units, row->count, row->units, row->second);

          assay_defect_tally_add (&units, row->defect_class, row->count, row->units, row->second);
          assay_defect_tally_add (&defects, row->defect_class, row->count, row->units, row->second);
          g_assert_cmpint (units.units - before, ==, more);
        }
      for (int j = 0; j < ASSAY_TALLY_CLASSES; j++)
        {
          g_assert_cmpint (units.found[j], ==, cases[i].by_units[j]);
          g_assert_cmpint (units.first[j], ==, cases[i].first[j]);
          g_assert_cmpint (defects.found[j], ==, cases[i].by_defects[j]);
        }
      g_assert_cmpint (units.units, ==, cases[i].units);
      g_assert_cmpint (defects.units, ==, cases[i].units);
      g_assert_cmpint (units.defects, ==, cases[i].defects);
    }
  g_assert_cmpint (assay_defect_tally_class ("minor"), ==, MINOR);
  g_assert_cmpint (assay_defect_tally_class ("grave"), ==, -1);
  g_assert_cmpint (assay_defect_tally_class (NULL), ==, -1);
}

static void
test_rule (void)
{
  g_autoptr (AssayRecord) defect = assay_record_new (ASSAY_TYPE_DEFECT);
  g_autoptr (AssayProblems) problems = assay_problems_new ();

  assay_record_set_text (defect, ASSAY_DEFECT_DESCRIPTION, "Open seam");
  assay_record_set_text (defect, ASSAY_DEFECT_UNITS, "3, 3");
  assay_check_defect (defect, problems);
  g_assert_cmpuint (assay_problems_count (problems), ==, 1);
  g_assert_cmpstr (assay_problems_for_field (problems, ASSAY_DEFECT_UNITS), ==,
                   "Unit 3 is named twice");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tally/units", test_units);
  g_test_add_func ("/tally/defects", test_tally);
  g_test_add_func ("/tally/rule", test_rule);
  return g_test_run ();
}
