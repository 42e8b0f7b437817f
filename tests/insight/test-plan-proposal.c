/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which plan a new inspection begins with, and what counts as overruling the switching rules. */

#include "assay-config.h"

#include "insight/plan-proposal.h"

#include "store/book-settings.h"

#include "sample-book.h"

typedef struct
{
  gint64 supplier, product;
  gint64 profiles[3]; /* of the product, of the supplier, of the book */
} Ids;

static gint64
add_profile (AssayDb *db, const char *name, gint64 major)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_PLAN_PROFILE);
  g_autoptr (GError) error = NULL;

  assay_record_set_text (record, ASSAY_PLAN_PROFILE_NAME, name);
  assay_record_set_text (record, ASSAY_PLAN_PROFILE_LEVEL, "III");
  assay_record_set_text (record, ASSAY_PLAN_PROFILE_SAMPLING, "double");
  assay_record_set_integer (record, ASSAY_PLAN_PROFILE_AQL_MAJOR, major);
  assay_record_set_unknown (record, ASSAY_PLAN_PROFILE_AQL_MINOR);
  assay_records_insert (db, record, &error);
  g_assert_no_error (error);
  return assay_record_get_id (record);
}

static void
fill (AssayDb *db, gpointer data)
{
  Ids *ids = data;

  ids->supplier = sample_supplier (db, "Mekong", "VN");
  ids->product = sample_product (db, "BP-1", "Pack");
  ids->profiles[0] = add_profile (db, "Product’s", 650);
  ids->profiles[1] = add_profile (db, "Supplier’s", 1000);
  ids->profiles[2] = add_profile (db, "Book’s", 1500);
}

static void
refer (AssayDb *db, AssayType type, gint64 id, guint field, gint64 profile)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayRecord) record = assay_records_get (db, type, id, &error);

  assay_record_set_reference (record, field, profile);
  assay_records_update (db, record, &error);
  g_assert_no_error (error);
}

static void
set_book (AssayDb *db, gpointer data)
{
  Ids *ids = data;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, ids->profiles[2]);

  g_assert_true (assay_book_settings_set (db, ASSAY_SETTING_PLAN_PROFILE, id, NULL));
}

static void
set_supplier (AssayDb *db, gpointer data)
{
  Ids *ids = data;

  refer (db, ASSAY_TYPE_SUPPLIER, ids->supplier, ASSAY_SUPPLIER_PLAN_PROFILE, ids->profiles[1]);
}

static void
set_product (AssayDb *db, gpointer data)
{
  Ids *ids = data;

  refer (db, ASSAY_TYPE_PRODUCT, ids->product, ASSAY_PRODUCT_PLAN_PROFILE, ids->profiles[0]);
}

static void
assert_proposed (AssayBook *book, const Ids *ids, AssayProfileSource source, gint64 major)
{
  g_autoptr (AssayRecord) inspection = assay_record_new (ASSAY_TYPE_INSPECTION);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayPlanProposal) proposal = NULL;

  assay_record_set_reference (inspection, ASSAY_INSPECTION_SUPPLIER, ids->supplier);
  assay_record_set_reference (inspection, ASSAY_INSPECTION_PRODUCT, ids->product);
  proposal = assay_plan_proposal_read (assay_book_get_reader (book), inspection, &error);
  g_assert_no_error (error);
  g_assert_cmpint (proposal->source, ==, source);
  g_assert_nonnull (proposal->history);
  assay_plan_profile_apply (proposal->profile, inspection);
  g_assert_cmpint (assay_record_get_integer (inspection, ASSAY_INSPECTION_AQL_MAJOR, -1), ==,
                   major);
  g_assert_true (assay_plan_profile_matches (proposal->profile, inspection));
  if (source == ASSAY_PROFILE_USUAL)
    {
      g_assert_cmpstr (assay_record_get_text (inspection, ASSAY_INSPECTION_LEVEL), ==, "II");
      g_assert_cmpint (assay_record_get_integer (inspection, ASSAY_INSPECTION_AQL_MINOR, -1), ==,
                       4000);
      g_assert_cmpint (assay_record_get_integer (inspection, ASSAY_INSPECTION_AQL_CRITICAL, -1), ==,
                       0);
      return;
    }
  g_assert_cmpstr (assay_record_get_text (inspection, ASSAY_INSPECTION_LEVEL), ==, "III");
  g_assert_cmpstr (assay_record_get_text (inspection, ASSAY_INSPECTION_SAMPLING), ==, "double");
  /* A class that the profile leaves out is not inspected. */
  g_assert_false (assay_record_is_known (inspection, ASSAY_INSPECTION_AQL_MINOR));
  assay_record_set_text (inspection, ASSAY_INSPECTION_LEVEL, "I");
  g_assert_false (assay_plan_profile_matches (proposal->profile, inspection));
}

static void
test_profile (void)
{
  AssayBook *book = sample_book_new ();
  Ids ids = { 0 };

  sample_change (book, fill, &ids);
  assert_proposed (book, &ids, ASSAY_PROFILE_USUAL, 2500);
  sample_change (book, set_book, &ids);
  assert_proposed (book, &ids, ASSAY_PROFILE_OF_BOOK, 1500);
  sample_change (book, set_supplier, &ids);
  assert_proposed (book, &ids, ASSAY_PROFILE_OF_SUPPLIER, 1000);
  sample_change (book, set_product, &ids);
  assert_proposed (book, &ids, ASSAY_PROFILE_OF_PRODUCT, 650);
  sample_book_free (book);
}

static AssayPlanProposal *
make_proposal (AssaySeverity critical, AssaySeverity major, AssaySeverity minor, gboolean offered)
{
  AssayPlanProposal *proposal = g_new0 (AssayPlanProposal, 1);
  const AssaySeverity severities[] = { critical, major, minor };

  proposal->history = g_new0 (AssaySwitchingHistory, 1);
  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    {
      AssayClassSwitching *one = &proposal->history->classes[i];

      assay_switching_follow (&one->state, NULL, 0);
      one->state.severity = severities[i];
      one->state.reduced_offered = offered;
      one->lots = g_ptr_array_new ();
    }
  return proposal;
}

static void
test_severity (void)
{
  g_autoptr (AssayRecord) inspection = assay_record_new (ASSAY_TYPE_INSPECTION);
  g_autoptr (AssayPlanProposal) mixed = make_proposal (
      ASSAY_SEVERITY_NORMAL, ASSAY_SEVERITY_TIGHTENED, ASSAY_SEVERITY_NORMAL, FALSE);
  g_autoptr (AssayPlanProposal) offered
      = make_proposal (ASSAY_SEVERITY_NORMAL, ASSAY_SEVERITY_NORMAL, ASSAY_SEVERITY_NORMAL, TRUE);
  AssaySeverity severity;

  assay_record_set_text (inspection, ASSAY_INSPECTION_SEVERITY_MINOR, "tightened");
  assay_plan_proposal_apply_severity (mixed, inspection);
  g_assert_cmpstr (assay_record_get_text (inspection, ASSAY_INSPECTION_SEVERITY), ==, "normal");
  g_assert_cmpstr (assay_record_get_text (inspection, ASSAY_INSPECTION_SEVERITY_MAJOR), ==,
                   "tightened");
  g_assert_false (assay_record_is_known (inspection, ASSAY_INSPECTION_SEVERITY_MINOR));
  g_assert_true (assay_inspection_class_severity (inspection, ASSAY_CLASS_MAJOR, &severity));
  g_assert_cmpint (severity, ==, ASSAY_SEVERITY_TIGHTENED);
  g_assert_true (assay_record_is_known (inspection, ASSAY_INSPECTION_SEVERITY_REASON));
  g_assert_cmpint (assay_plan_proposal_compare (mixed, inspection), ==, ASSAY_SEVERITY_AS_PROPOSED);

  assay_record_set_unknown (inspection, ASSAY_INSPECTION_SEVERITY_MAJOR);
  g_assert_cmpint (assay_plan_proposal_compare (mixed, inspection), ==, ASSAY_SEVERITY_OVERRULED);
  /* Stricter than asked for is overruling too. */
  assay_record_set_text (inspection, ASSAY_INSPECTION_SEVERITY, "tightened");
  g_assert_cmpint (assay_plan_proposal_compare (mixed, inspection), ==, ASSAY_SEVERITY_OVERRULED);
  assay_record_set_text (inspection, ASSAY_INSPECTION_SEVERITY, "reduced");
  g_assert_cmpint (assay_plan_proposal_compare (mixed, inspection), ==, ASSAY_SEVERITY_OVERRULED);

  /* Where reduced is offered, taking it is no overruling. */
  g_assert_cmpint (assay_plan_proposal_compare (offered, inspection), ==,
                   ASSAY_SEVERITY_REDUCED_TAKEN);
  assay_record_set_text (inspection, ASSAY_INSPECTION_SEVERITY_MAJOR, "tightened");
  g_assert_cmpint (assay_plan_proposal_compare (offered, inspection), ==, ASSAY_SEVERITY_OVERRULED);
  assay_record_set_unknown (inspection, ASSAY_INSPECTION_SEVERITY_MAJOR);
  /* None allowed: every severity asks the same. */
  assay_record_set_text (inspection, ASSAY_INSPECTION_SEVERITY, "normal");
  assay_record_set_text (inspection, ASSAY_INSPECTION_SEVERITY_CRITICAL, "tightened");
  g_assert_cmpint (assay_plan_proposal_compare (offered, inspection), ==,
                   ASSAY_SEVERITY_AS_PROPOSED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-proposal/profile", test_profile);
  g_test_add_func ("/plan-proposal/severity", test_severity);
  return g_test_run ();
}
