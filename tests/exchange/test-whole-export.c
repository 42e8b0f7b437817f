/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whole records out of the example book, into another one and out again: the same bytes. */

#include <glib/gstdio.h>

#include "exchange/example.h"
#include "exchange/importer.h"
#include "exchange/whole-export.h"
#include "record/date.h"
#include "store/query.h"

/* In the order in which one needs the other. */
static const AssayType types[] = { ASSAY_TYPE_PLAN_PROFILE, ASSAY_TYPE_CHECKLIST,
                                   ASSAY_TYPE_INSPECTION,   ASSAY_TYPE_CORRECTIVE_ACTION,
                                   ASSAY_TYPE_MILESTONE,    ASSAY_TYPE_EXCHANGE_RATE,
                                   ASSAY_TYPE_DEMAND,       ASSAY_TYPE_ASSESSMENT };

typedef struct
{
  char *path;
  AssayBook *book;
} Place;

static void
open_place (Place *place)
{
  g_autofree char *folder = g_dir_make_tmp ("assay-whole-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;

  place->path = g_build_filename (folder, "test.assay", NULL);
  place->book = assay_book_open (place->path, ASSAY_BOOK_CREATE, &error);
  g_assert_no_error (error);
}

static void
close_place (Place *place)
{
  g_autofree char *folder = g_path_get_dirname (place->path);

  g_assert_true (assay_book_close (place->book, NULL));
  g_assert_finalize_object (place->book);
  g_remove (place->path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (place->path);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *)a, right = *(const gint64 *)b;

  return left < right ? -1 : left > right;
}

static GBytes *export (Place *place, AssayType type)
{
  AssayDb *db = assay_book_get_reader (place->book);
  g_autoptr (AssayQuery) query = assay_query_new (type);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = assay_query_run_ids (query, db, &error);

  g_assert_no_error (error);
  g_array_sort (ids, compare_ids);
  g_assert_true (assay_whole_export_has (type));
  assay_whole_export_stream (db, type, ids, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static AssayImportPlan *
plan_for (GBytes *bytes, AssayType type)
{
  AssaySurveyWish wish = ASSAY_SURVEY_WISH_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayTextSource) source
      = assay_text_source_open_bytes (bytes, "export.csv", NULL, &error);
  g_autoptr (AssaySurvey) survey = NULL;

  g_assert_no_error (error);
  survey = assay_survey_run_source (source, &wish, NULL, &error);
  g_assert_no_error (error);
  return assay_import_plan_new (survey, type);
}

static AssayImportResult *
import (Place *place, GBytes *bytes, AssayType type, GError **error)
{
  g_autoptr (AssayImportPlan) plan = plan_for (bytes, type);
  AssayImportResult *result = NULL;

  assay_import (place->book, plan, NULL, NULL, &result, NULL, error);
  return result;
}

static void
assert_none (const AssayImportRemarks *remarks)
{
  for (guint i = 0; i < remarks->remarks->len; i++)
    {
      const AssayImportRemark *remark = &g_array_index (remarks->remarks, AssayImportRemark, i);

      g_test_message ("%u: %s: “%s”: %s", remark->line, remark->column, remark->value,
                      remark->reason);
    }
  g_assert_cmpuint (remarks->count, ==, 0);
}

static void
import_clean (Place *place, GBytes *bytes, AssayType type)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayImportResult) result = import (place, bytes, type, &error);
  g_autoptr (AssayImportResult) again = NULL;

  assert_none (&result->refused);
  g_assert_no_error (error);
  assert_none (&result->unknown_values);
  assert_none (&result->notes);
  g_assert_cmpuint (result->created[type], >, 0);
  again = import (place, bytes, type, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (assay_import_result_created (again), ==, 0);
  assert_none (&again->notes);
}

static void
fill_other (Place *place)
{
  static const struct
  {
    const char *name;
    AssayType type;
  } files[] = {
    { "defect-types.csv", ASSAY_TYPE_DEFECT_TYPE },
    { "orders.csv", ASSAY_TYPE_ORDER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("ASSAY_SOURCE_DIR"), "data", "example",
                                                files[i].name, NULL);
      g_autofree char *text = NULL;
      g_autoptr (GBytes) bytes = NULL;
      gsize size;

      g_assert_true (g_file_get_contents (path, &text, &size, NULL));
      bytes = g_bytes_new (text, size);
      import_clean (place, bytes, files[i].type);
    }
}

static void
make_example (Place *place)
{
  g_autofree char *folder
      = g_build_filename (g_getenv ("ASSAY_SOURCE_DIR"), "data", "example", NULL);
  g_autoptr (GError) error = NULL;
  gint32 today;

  g_assert_true (assay_date_parse_iso ("2026-11-23", &today));
  assay_example_make (place->book, folder, today, NULL, &error);
  g_assert_no_error (error);
}

static void
test_round_trip (void)
{
  Place first, second;

  open_place (&first);
  open_place (&second);
  make_example (&first);
  fill_other (&second);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GBytes) out = export (&first, types[i]);
      g_autoptr (GBytes) back = NULL;
      g_autoptr (AssayImportPlan) plan = NULL;

      g_test_message ("%s", assay_record_type_get (types[i])->name);
      plan = plan_for (out, types[i]);
      g_assert_cmpint (assay_import_guess_target (assay_import_plan_get_survey (plan)), ==,
                       types[i]);
      import_clean (&second, out, types[i]);
      back = export (&second, types[i]);
      g_assert_true (g_bytes_equal (out, back));
    }
  close_place (&first);
  close_place (&second);
}

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

/* What a spreadsheet would run is made harmless on the way out and is itself again on the way in.
 */
static void
test_harmless (void)
{
  Place first, second;
  g_autoptr (GBytes) in
      = bytes_of ("name,note\r\n=1+1,\"'@SUM(A1)\"\r\n-5 or so,\"a\r\nb, \"\"c\"\"\"\r\n");
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) back = NULL;
  g_autofree char *text = NULL;

  open_place (&first);
  open_place (&second);
  import_clean (&first, in, ASSAY_TYPE_PLAN_PROFILE);
  out = export (&first, ASSAY_TYPE_PLAN_PROFILE);
  text = g_strndup (g_bytes_get_data (out, NULL), g_bytes_get_size (out));
  g_assert_nonnull (strstr (text, "\"'=1+1\""));
  g_assert_nonnull (strstr (text, "\"'@SUM(A1)\""));
  g_assert_nonnull (strstr (text, "\"'-5 or so\""));
  import_clean (&second, out, ASSAY_TYPE_PLAN_PROFILE);
  back = export (&second, ASSAY_TYPE_PLAN_PROFILE);
  g_assert_true (g_bytes_equal (out, back));
  close_place (&first);
  close_place (&second);
}

/* Bytes changed at random: every row is read, refused with a reason or left out; nothing crashes,
 * and what was refused is not in the book. */
static void
test_fuzz (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261123);
  Place first;

  open_place (&first);
  make_example (&first);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GBytes) out = export (&first, types[i]);
      gsize size = MIN (g_bytes_get_size (out), 12000);

      for (guint round = 0; round < 12; round++)
        {
          guint8 *copy = g_memdup2 (g_bytes_get_data (out, NULL), size);
          g_autoptr (GBytes) bytes = NULL;
          g_autoptr (GError) error = NULL;
          g_autoptr (AssayTextSource) source = NULL;
          g_autoptr (AssaySurvey) survey = NULL;
          g_autoptr (AssayImportPlan) plan = NULL;
          g_autoptr (AssayImportResult) result = NULL;

          /* The headings stay, so that the rows are read as what they are. */
          for (guint n = 0; n < 60; n++)
            copy[g_rand_int_range (rand, (gint32)size / 4, (gint32)size)]
                = (guint8) "0123456789,;-\n\" .=ax|"[g_rand_int_range (rand, 0, 21)];
          bytes = g_bytes_new_take (copy, size);
          source = assay_text_source_open_bytes (bytes, "fuzz.csv", "UTF-8", &error);
          if (source != NULL)
            survey = assay_survey_run_source (source, NULL, NULL, &error);
          if (survey == NULL)
            continue;
          plan = assay_import_plan_new (survey, types[i]);
          assay_import_plan_set_dry_run (plan, TRUE);
          assay_import_plan_set_date_order (plan, ASSAY_DATE_ORDER_YMD);
          assay_import (first.book, plan, NULL, NULL, &result, NULL, &error);
          if (error != NULL)
            g_assert_true (error->domain == ASSAY_EXCHANGE_ERROR);
        }
    }
  close_place (&first);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/whole/round-trip", test_round_trip);
  g_test_add_func ("/exchange/whole/harmless", test_harmless);
  g_test_add_func ("/exchange/whole/fuzz", test_fuzz);
  return g_test_run ();
}
