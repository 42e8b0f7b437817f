/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records of sourcing with every field filled in, out of one book, into another one and out again:
 * the same bytes; and what rows are refused for. */

#include <glib/gstdio.h>

#include "exchange/importer.h"
#include "exchange/whole-export.h"
#include "record/date.h"
#include "store/query.h"
#include "store/records.h"

/* In the order in which one needs the other. */
static const AssayType types[]
    = { ASSAY_TYPE_SITE,           ASSAY_TYPE_CAPABILITY,  ASSAY_TYPE_REFERENCE_CALL,
        ASSAY_TYPE_REPAIR_PARTNER, ASSAY_TYPE_RISK,        ASSAY_TYPE_SUPPLIER_NAME,
        ASSAY_TYPE_VARIANT,        ASSAY_TYPE_COMPONENT,   ASSAY_TYPE_REQUIREMENT,
        ASSAY_TYPE_TEST_PROTOCOL,  ASSAY_TYPE_SAMPLE,      ASSAY_TYPE_SCHEME,
        ASSAY_TYPE_EVIDENCE,       ASSAY_TYPE_SAMPLE_TEST, ASSAY_TYPE_VERIFICATION,
        ASSAY_TYPE_AUDIT_FINDING,  ASSAY_TYPE_CLAIM_KIND,  ASSAY_TYPE_CLAIM,
        ASSAY_TYPE_CLAIM_WORD,     ASSAY_TYPE_DILIGENCE,   ASSAY_TYPE_DILIGENCE_CHECK };

typedef struct
{
  char *folder;
  AssayBook *book;
  gint64 ids[ASSAY_N_TYPES];
} Place;

static void
open_place (Place *place)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  place->folder = g_dir_make_tmp ("assay-sourcing-XXXXXX", NULL);
  path = g_build_filename (place->folder, "test.assay", NULL);
  place->book = assay_book_open (path, ASSAY_BOOK_CREATE, &error);
  g_assert_no_error (error);
}

static void
close_place (Place *place)
{
  g_autofree char *path = g_build_filename (place->folder, "test.assay", NULL);

  g_assert_true (assay_book_close (place->book, NULL));
  g_assert_finalize_object (place->book);
  g_remove (path);
  g_assert_cmpint (g_rmdir (place->folder), ==, 0);
  g_free (place->folder);
}

static void
set_value (Place *place, AssayRecord *record, guint i)
{
  const AssayField *field = &assay_record_describe (record)->fields[i];
  g_autofree char *text = g_strdup_printf ("%s, “%s”", field->label, field->column);

  switch ((int)field->kind)
    {
    case ASSAY_KIND_CHOICE:
      assay_record_set_text (record, i,
                             field->choices[1].value != NULL ? field->choices[1].value
                                                             : field->choices[0].value);
      break;
    case ASSAY_KIND_COUNTRY:
      assay_record_set_text (record, i, "VN");
      break;
    case ASSAY_KIND_CURRENCY:
      assay_record_set_text (record, i, "USD");
      break;
    case ASSAY_KIND_MAIL:
      assay_record_set_text (record, i, "a@b.example");
      break;
    case ASSAY_KIND_LINK:
      assay_record_set_text (record, i, "https://a.example/?x=1");
      break;
    case ASSAY_KIND_PHONE:
      assay_record_set_text (record, i, "+84 225 555 0101");
      break;
    case ASSAY_KIND_FLAG:
      assay_record_set_integer (record, i, 1);
      break;
    case ASSAY_KIND_DATE:
      assay_record_set_date (record, i, 20500 + (gint32)i);
      break;
    case ASSAY_KIND_REFERENCE:
      assay_record_set_reference (record, i, place->ids[field->reference]);
      break;
    case ASSAY_KIND_DECIMAL:
      assay_record_set_integer (record, i, 3000);
      break;
    case ASSAY_KIND_SHARE:
      assay_record_set_integer (record, i, 425000);
      break;
    case ASSAY_KIND_TEXT:
    case ASSAY_KIND_LONG_TEXT:
      assay_record_set_text (record, i,
                             g_str_equal (field->column, "code")       ? "A-1"
                             : g_str_equal (field->column, "readings") ? "4; 4-5"
                                                                       : text);
      break;
    default:
      assay_record_set_integer (record, i,
                                field->flags & ASSAY_FIELD_RANGE ? MAX (field->min, 3) : 3);
    }
}

/* One with everything known that a person can fill in. */
static gboolean
insert (Place *place, AssayDb *db, AssayType type)
{
  g_autoptr (AssayRecord) record = assay_record_new (type);
  const AssayRecordType *described = assay_record_describe (record);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < described->n_fields; i++)
    if (!(described->fields[i].flags & ASSAY_FIELD_DERIVED)
        && !(described->fields[i].kind == ASSAY_KIND_REFERENCE
             && place->ids[described->fields[i].reference] == 0))
      set_value (place, record, i);
  assay_records_insert (db, record, &error);
  g_assert_no_error (error);
  place->ids[type] = assay_record_get_id (record);
  return TRUE;
}

static gboolean
fill (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Place *place = data;

  insert (place, db, ASSAY_TYPE_SUPPLIER);
  insert (place, db, ASSAY_TYPE_PRODUCT);
  insert (place, db, ASSAY_TYPE_ORDER);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      insert (place, db, types[i]);
      if (types[i] == ASSAY_TYPE_TEST_PROTOCOL)
        insert (place, db, ASSAY_TYPE_PROTOCOL_TEST);
      else if (types[i] == ASSAY_TYPE_CLAIM_KIND)
        insert (place, db, ASSAY_TYPE_CLAIM_NEED);
      else if (types[i] == ASSAY_TYPE_DILIGENCE)
        insert (place, db, ASSAY_TYPE_DILIGENCE_ITEM);
    }
  return TRUE;
}

static gboolean
fill_other (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  insert (data, db, ASSAY_TYPE_SUPPLIER);
  insert (data, db, ASSAY_TYPE_PRODUCT);
  insert (data, db, ASSAY_TYPE_ORDER);
  return TRUE;
}

static GBytes *export (Place *place, AssayType type)
{
  AssayDb *db = assay_book_get_reader (place->book);
  g_autoptr (AssayQuery) query = assay_query_new (type);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = assay_query_run_ids (query, db, &error);

  g_assert_no_error (error);
  g_assert_true (assay_whole_export_has (type));
  assay_whole_export_stream (db, type, ids, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static AssayImportResult *
import (Place *place, GBytes *bytes, AssayType type, GError **error)
{
  AssaySurveyWish wish = ASSAY_SURVEY_WISH_INIT;
  g_autoptr (AssayTextSource) source
      = assay_text_source_open_bytes (bytes, "export.csv", NULL, error);
  g_autoptr (AssaySurvey) survey = assay_survey_run_source (source, &wish, NULL, error);
  g_autoptr (AssayImportPlan) plan = NULL;
  AssayImportResult *result = NULL;

  g_assert_nonnull (survey);
  plan = assay_import_plan_new (survey, type);
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
test_round_trip (void)
{
  Place one = { 0 }, other = { 0 };
  g_autoptr (GError) error = NULL;

  open_place (&one);
  open_place (&other);
  assay_book_change (one.book, "Fill", fill, &one, NULL, NULL, &error);
  g_assert_no_error (error);
  assay_book_change (other.book, "Fill", fill_other, &other, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GBytes) out = export (&one, types[i]);
      g_autoptr (GBytes) back = NULL;
      g_autoptr (AssayImportResult) result = NULL;
      g_autoptr (AssayImportResult) again = NULL;

      g_test_message ("%s", assay_record_type_get (types[i])->name);
      result = import (&other, out, types[i], &error);
      if (result != NULL)
        assert_none (&result->refused);
      g_assert_no_error (error);
      assert_none (&result->unknown_values);
      g_assert_cmpuint (result->created[types[i]], ==, 1);
      back = export (&other, types[i]);
      g_assert_cmpmem (g_bytes_get_data (back, NULL), g_bytes_get_size (back),
                       g_bytes_get_data (out, NULL), g_bytes_get_size (out));
      again = import (&other, out, types[i], &error);
      g_assert_no_error (error);
      g_assert_cmpuint (assay_import_result_created (again), ==, 0);
    }
  close_place (&one);
  close_place (&other);
}

typedef struct
{
  const char *what;
  AssayType type;
  const char *text;
  guint created, refused, unknown, notes;
} Case;

static const Case cases[] = {
  { "dates reversed", ASSAY_TYPE_EVIDENCE,
    "Kind,Number,Supplier,Valid from,Valid until\nAudit,A-1,Alpha,2026-05-01,2026-04-01\n", 1, 0, 0,
    1 },
  { "more than all", ASSAY_TYPE_COMPONENT,
    "Product code,Name,Weight in a piece,Recycled share\nTP-40,Shell,300,120 %\n", 1, 0, 1, 0 },
  { "a scheme that the book lacks", ASSAY_TYPE_EVIDENCE,
    "Kind,Scheme,Number,Supplier\nScope certificate,GRS,TE-00000001,Alpha\n", 1, 0, 1, 0 },
  { "a test of no sample", ASSAY_TYPE_SAMPLE_TEST,
    "Sample,What is tested,Results\nS-9,Tear strength,31; 29\n", 0, 1, 1, 0 },
  { "buyers' words", ASSAY_TYPE_SAMPLE,
    "Sample no,Style,Factory,Round,Verdict\nS-1,TP-40,Alpha,PP sample,Rejected\n"
    "S-2,TP-40,Alpha,golden sample,OK with comments\n",
    2, 0, 0, 0 },
  { "a site of nobody", ASSAY_TYPE_SITE, "Supplier,Name\n,Plant 2\n", 0, 1, 0, 0 },
  { "a component of one of two products", ASSAY_TYPE_EVIDENCE,
    "Kind,Number,Supplier,Component\nDeclaration,D-1,Alpha,Shell\n", 1, 0, 1, 0 },
  { "limits reversed", ASSAY_TYPE_REQUIREMENT,
    "Product code,What is tested,Passes,Min,Max\nTP-40,Mass,between,20,10\n", 0, 1, 0, 0 },
};

/* Two products with a part of the same name. */
static gboolean
add_shells (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AssayRecord) product = assay_record_new (ASSAY_TYPE_PRODUCT);
      g_autoptr (AssayRecord) shell = assay_record_new (ASSAY_TYPE_COMPONENT);

      assay_record_set_text (product, ASSAY_PRODUCT_CODE, i == 0 ? "TP-1" : "TP-2");
      assay_record_set_text (product, ASSAY_PRODUCT_NAME, "Pack");
      if (!assay_records_insert (db, product, error))
        return FALSE;
      assay_record_set_reference (shell, ASSAY_COMPONENT_PRODUCT, assay_record_get_id (product));
      assay_record_set_text (shell, ASSAY_COMPONENT_NAME, "Shell");
      if (!assay_records_insert (db, shell, error))
        return FALSE;
    }
  return TRUE;
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  Place place = { 0 };
  g_autoptr (GBytes) bytes = g_bytes_new_static (c->text, strlen (c->text));
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayImportResult) result = NULL;

  open_place (&place);
  if (strstr (c->text, ",Component") != NULL)
    g_assert_true (assay_book_change (place.book, "Shells", add_shells, NULL, NULL, NULL, &error));
  result = import (&place, bytes, c->type, &error);
  g_assert_nonnull (result);
  if (c->refused == 0)
    g_assert_no_error (error);
  else
    g_assert_nonnull (error);
  g_assert_cmpuint (result->refused.count, ==, c->refused);
  g_assert_cmpuint (result->unknown_values.count, ==, c->unknown);
  if (c->notes > 0)
    g_assert_cmpuint (result->notes.count, ==, c->notes);
  if (c->refused == 0)
    g_assert_cmpuint (result->created[c->type], ==, c->created);
  close_place (&place);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-sourcing/round-trip", test_round_trip);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import-sourcing/%s", cases[i].what);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
