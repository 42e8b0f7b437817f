/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Claims held against what a book has: words, markets, days, documents, tests. */

#include "insight/claim-support.h"
#include "insight/market.h"
#include "sample-book.h"

static void
test_words (void)
{
  static const struct
  {
    const char *word, *text, *found; /* NULL: not in it */
  } cases[] = {
    { "eco-friendly", "An Eco Friendly pack", "Eco Friendly" },
    { "eco-friendly", "Ecofriendly!", "Ecofriendly" },
    { "eco-friendly", "an eco‑friendly pack", "eco‑friendly" },
    { "eco", "An ecological pack", NULL },
    { "eco*", "An ecological pack", "ecological" },
    { "green", "Evergreen 20", NULL },
    { "green", "Green, light", "Green" },
    { "green", "greenest", NULL },
    { "climate neutral", "climate-neutral", "climate-neutral" },
    { "umweltfreundlich*", "Umweltfreundlicher Rucksack", "Umweltfreundlicher" },
    { "öko", "ÖKO", "ÖKO" },
    { "环保", "全新环保背包", "环保" },
    { "*", "anything", NULL },
    { "green", "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize from, length;
      gboolean found = assay_claim_word_is_in (cases[i].word, cases[i].text, &from, &length);
      g_autofree char *words = found ? g_strndup (cases[i].text + from, length) : NULL;

      g_assert_cmpstr (words, ==, cases[i].found);
    }
}

static void
test_markets (void)
{
  static const struct
  {
    const char *claim, *rule;
    gboolean meet;
  } cases[] = {
    { "EU", "EU", TRUE },       { "DE", "EU", TRUE },        { "EU", "DE", TRUE },
    { "US", "EU", FALSE },      { "US", "US-CA", TRUE },     { "US-CA", "US", TRUE },
    { "us_ca", "US-CA", TRUE }, { "US-NY", "US-CA", FALSE }, { NULL, "EU", TRUE },
    { "US", NULL, TRUE },       { "CH, GB", "EU", FALSE },   { "CH, FR", "EU", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) markets = assay_markets_split (cases[i].claim);

      g_assert_cmpint (assay_markets_meet ((const char *const *)markets, cases[i].rule), ==,
                       cases[i].meet);
    }
}

/* A book with one product and what is put into it. */
typedef struct
{
  AssayBook *book;
  gint64 supplier, product, component, kind, claim, sample;
} Fixture;

static gint64
insert (AssayDb *db, AssayRecord *record)
{
  g_autoptr (GError) error = NULL;

  assay_records_insert (db, record, &error);
  g_assert_no_error (error);
  return assay_record_get_id (record);
}

static void
add_word (AssayDb *db, const char *word, const char *market, const char *verdict, const char *from)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_CLAIM_WORD);

  assay_record_set_text (record, ASSAY_CLAIM_WORD_WORD, word);
  assay_record_set_text (record, ASSAY_CLAIM_WORD_MARKET, market);
  assay_record_set_text (record, ASSAY_CLAIM_WORD_VERDICT, verdict);
  if (from != NULL)
    assay_record_set_date (record, ASSAY_CLAIM_WORD_FROM_ON, sample_day (from));
  insert (db, record);
}

static void
fill (AssayDb *db, gpointer data)
{
  Fixture *self = data;
  g_autoptr (AssayRecord) component = assay_record_new (ASSAY_TYPE_COMPONENT);
  g_autoptr (AssayRecord) kind = assay_record_new (ASSAY_TYPE_CLAIM_KIND);
  g_autoptr (AssayRecord) claim = assay_record_new (ASSAY_TYPE_CLAIM);
  g_autoptr (AssayRecord) sample = assay_record_new (ASSAY_TYPE_SAMPLE);

  self->supplier = sample_supplier (db, "Sao Mai", "VN");
  self->product = sample_product (db, "DP-20", "Day pack");
  assay_record_set_reference (component, ASSAY_COMPONENT_PRODUCT, self->product);
  assay_record_set_text (component, ASSAY_COMPONENT_NAME, "Shell");
  assay_record_set_reference (component, ASSAY_COMPONENT_SUPPLIER, self->supplier);
  assay_record_set_integer (component, ASSAY_COMPONENT_MASS, 50000);
  assay_record_set_integer (component, ASSAY_COMPONENT_RECYCLED, 600000);
  self->component = insert (db, component);
  assay_record_set_text (kind, ASSAY_CLAIM_KIND_CODE, "KIND");
  assay_record_set_text (kind, ASSAY_CLAIM_KIND_NAME, "Kind");
  self->kind = insert (db, kind);
  assay_record_set_reference (claim, ASSAY_CLAIM_PRODUCT, self->product);
  assay_record_set_reference (claim, ASSAY_CLAIM_CLAIM_KIND, self->kind);
  assay_record_set_text (claim, ASSAY_CLAIM_WORDING, "Shell of 60 % recycled polyester");
  assay_record_set_text (claim, ASSAY_CLAIM_MARKETS, "DE, US-CA");
  assay_record_set_text (claim, ASSAY_CLAIM_STATE, "in_use");
  self->claim = insert (db, claim);
  assay_record_set_text (sample, ASSAY_SAMPLE_NUMBER, "S-1");
  assay_record_set_reference (sample, ASSAY_SAMPLE_PRODUCT, self->product);
  self->sample = insert (db, sample);
  add_word (db, "green", "EU", "generic", "2026-09-27");
  add_word (db, "recycled", "US", "needs_proof", NULL);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->book = sample_book_new ();
  sample_change (self->book, fill, self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  sample_book_free (self->book);
}

static AssayClaimSupport *
ask (Fixture *self, const char *day)
{
  const AssayClaimSupportQuestion question = { .claim = self->claim, .day = sample_day (day) };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) answer
      = assay_claim_support_ask (assay_book_get_reader (self->book), &question, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (answer->len, ==, 1);
  return g_ptr_array_steal_index (answer, 0);
}

/* What is changed in a book. */
typedef struct
{
  Fixture *self;
  AssayRecord *record;
} Added;

static void
do_insert (AssayDb *db, gpointer data)
{
  insert (db, ((Added *)data)->record);
}

static void
take (Fixture *self, AssayRecord *record)
{
  Added added = { self, record };

  sample_change (self->book, do_insert, &added);
  g_object_unref (record);
}

static AssayRecord *
new_need (Fixture *self, const char *needs, const char *market, const char *from, const char *to)
{
  AssayRecord *record = assay_record_new (ASSAY_TYPE_CLAIM_NEED);

  assay_record_set_reference (record, ASSAY_CLAIM_NEED_CLAIM_KIND, self->kind);
  assay_record_set_text (record, ASSAY_CLAIM_NEED_NAME, needs);
  assay_record_set_text (record, ASSAY_CLAIM_NEED_NEEDS, needs);
  assay_record_set_text (record, ASSAY_CLAIM_NEED_MARKET, market);
  if (from != NULL)
    assay_record_set_date (record, ASSAY_CLAIM_NEED_FROM_ON, sample_day (from));
  if (to != NULL)
    assay_record_set_date (record, ASSAY_CLAIM_NEED_TO_ON, sample_day (to));
  return record;
}

static void
assert_need (Fixture *self, const char *day, AssayNeedState state, const char *says)
{
  g_autoptr (AssayClaimSupport) support = ask (self, day);
  const AssayNeedSupport *need;

  g_assert_cmpuint (support->needs->len, ==, 1);
  need = g_ptr_array_index (support->needs, 0);
  g_assert_cmpint (need->state, ==, state);
  if (state == ASSAY_NEED_MET)
    g_assert_cmpstr (need->gap, ==, "");
  else
    g_assert_cmpstr (need->gap, !=, "");
  if (says != NULL && strstr (need->gap, says) == NULL && strstr (need->there, says) == NULL)
    g_error ("“%s” is not in “%s%s”", says, need->there, need->gap);
}

static void
set_wording (AssayDb *db, gpointer data)
{
  Fixture *self = data;

  sample_set_text (db, ASSAY_TYPE_CLAIM, self->claim, ASSAY_CLAIM_WORDING, "A green pack");
}

/* A generic word holds from the day of its rule on, in a member of the market. */
static void
test_generic (Fixture *self, gconstpointer data)
{
  g_autoptr (AssayClaimSupport) none = ask (self, "2026-11-24");
  g_autoptr (AssayClaimSupport) before = NULL;
  g_autoptr (AssayClaimSupport) after = NULL;
  g_autofree char *why = NULL;

  g_assert_cmpint (none->standing, ==, ASSAY_CLAIM_STANDS);
  g_assert_cmpuint (none->flags->len, ==, 1);
  g_assert_true (none->in_use);
  sample_change (self->book, set_wording, self);
  before = ask (self, "2026-09-26");
  g_assert_cmpint (before->standing, ==, ASSAY_CLAIM_STANDS);
  g_assert_cmpuint (before->flags->len, ==, 1);
  after = ask (self, "2026-09-27");
  g_assert_cmpint (after->standing, ==, ASSAY_CLAIM_GENERIC);
  why = assay_claim_support_dup_why (after);
  g_assert_nonnull (strstr (why, "“green” is a generic claim in EU"));
}

static AssayRecord *
new_evidence (Fixture *self, const char *kind, const char *state, const char *until)
{
  AssayRecord *record = assay_record_new (ASSAY_TYPE_EVIDENCE);

  assay_record_set_text (record, ASSAY_EVIDENCE_KIND, kind);
  assay_record_set_text (record, ASSAY_EVIDENCE_NUMBER, "TE-1");
  assay_record_set_text (record, ASSAY_EVIDENCE_STATE, state);
  assay_record_set_reference (record, ASSAY_EVIDENCE_SUPPLIER, self->supplier);
  if (until != NULL)
    assay_record_set_date (record, ASSAY_EVIDENCE_VALID_UNTIL, sample_day (until));
  return record;
}

/* Each document is a little better than the one before. */
static void
test_certificates (Fixture *self, gconstpointer data)
{
  AssayRecord *record;

  take (self, new_need (self, "certificate", "EU", NULL, NULL));
  assert_need (self, "2026-11-24", ASSAY_NEED_MISSING, "No such certificate");
  take (self, new_evidence (self, "product_certificate", "refused", NULL));
  assert_need (self, "2026-11-24", ASSAY_NEED_MISSING, "No such certificate");
  record = new_evidence (self, "product_certificate", "verified", NULL);
  assay_record_set_reference (record, ASSAY_EVIDENCE_PRODUCT, self->product);
  assay_record_set_date (record, ASSAY_EVIDENCE_VALID_UNTIL, sample_day ("2026-11-23"));
  take (self, record);
  assert_need (self, "2026-11-24", ASSAY_NEED_PARTLY, "expired");
  assert_need (self, "2026-11-23", ASSAY_NEED_MET, "valid until");
  record = new_evidence (self, "product_certificate", "verified", "2027-05-01");
  assay_record_set_reference (record, ASSAY_EVIDENCE_COMPONENT, self->component);
  take (self, record);
  assert_need (self, "2026-11-24", ASSAY_NEED_MET, "valid until");
}

/* Its standing still says verified, its last look-up says something else. */
static void
test_suspended (Fixture *self, gconstpointer data)
{
  AssayRecord *record = new_evidence (self, "product_certificate", "verified", "2027-05-01");
  gint64 evidence;

  take (self, new_need (self, "certificate", "EU", NULL, NULL));
  assay_record_set_reference (record, ASSAY_EVIDENCE_PRODUCT, self->product);
  assay_record_set_id (record, assay_records_new_id ());
  evidence = assay_record_get_id (record);
  take (self, record);
  assert_need (self, "2026-11-24", ASSAY_NEED_MET, "valid until");
  record = assay_record_new (ASSAY_TYPE_VERIFICATION);
  assay_record_set_reference (record, ASSAY_VERIFICATION_EVIDENCE, evidence);
  assay_record_set_date (record, ASSAY_VERIFICATION_LOOKED_ON, sample_day ("2026-11-01"));
  assay_record_set_text (record, ASSAY_VERIFICATION_RESULT, "suspended");
  take (self, record);
  assert_need (self, "2026-11-24", ASSAY_NEED_PARTLY, "");
}

static void
test_scope (Fixture *self, gconstpointer data)
{
  take (self, new_need (self, "certificate", NULL, NULL, NULL));
  take (self, new_evidence (self, "scope_certificate", "verified", "2027-05-01"));
  assert_need (self, "2026-11-24", ASSAY_NEED_PARTLY, "proves nothing of the goods");
}

static void
test_claimed_only (Fixture *self, gconstpointer data)
{
  take (self, new_need (self, "declaration", NULL, NULL, NULL));
  take (self, new_evidence (self, "declaration", "claimed", NULL));
  assert_need (self, "2026-11-24", ASSAY_NEED_PARTLY, "nobody has seen it");
}

static void
take_result (
    Fixture *self, const char *day, const char *readings, const char *unit, const char *place)
{
  AssayRecord *record = assay_record_new (ASSAY_TYPE_SAMPLE_TEST);

  assay_record_set_reference (record, ASSAY_SAMPLE_TEST_SAMPLE, self->sample);
  assay_record_set_reference (record, ASSAY_SAMPLE_TEST_COMPONENT, self->component);
  assay_record_set_text (record, ASSAY_SAMPLE_TEST_PROPERTY, "Total organic fluorine");
  assay_record_set_text (record, ASSAY_SAMPLE_TEST_PLACE, place);
  assay_record_set_text (record, ASSAY_SAMPLE_TEST_UNIT, unit);
  assay_record_set_text (record, ASSAY_SAMPLE_TEST_PASSES, "at_most");
  assay_record_set_integer (record, ASSAY_SAMPLE_TEST_UPPER, 100000);
  assay_record_set_date (record, ASSAY_SAMPLE_TEST_TESTED_ON, sample_day (day));
  if (readings != NULL)
    assay_record_set_text (record, ASSAY_SAMPLE_TEST_READINGS, readings);
  take (self, record);
}

static void
take_test (Fixture *self, const char *day, int milli, const char *unit, const char *place)
{
  g_autofree char *readings
      = milli >= 0 ? g_strdup_printf ("%d.%03d", milli / 1000, milli % 1000) : NULL;

  take_result (self, day, readings, unit, place);
}

static AssayRecord *
new_fluorine_need (Fixture *self, const char *from, const char *to, int upper)
{
  AssayRecord *record = new_need (self, "test", "US-CA", from, to);

  assay_record_set_text (record, ASSAY_CLAIM_NEED_PROPERTY, "PFAS|fluorine");
  assay_record_set_integer (record, ASSAY_CLAIM_NEED_UPPER, upper * 1000);
  assay_record_set_text (record, ASSAY_CLAIM_NEED_UNIT, "ppm");
  return record;
}

/* AB 1817: below 100 ppm until the end of 2026, below 50 ppm from 2027 on. 72 ppm are enough for
 * the one and too much for the other. */
static void
test_fluorine (Fixture *self, gconstpointer data)
{
  g_autoptr (AssayClaimSupport) support = NULL;

  take (self, new_fluorine_need (self, "2025-01-01", "2026-12-31", 100));
  take (self, new_fluorine_need (self, "2027-01-01", NULL, 50));
  take_test (self, "2026-05-04", 72000, "mg/kg", "laboratory");
  support = ask (self, "2026-11-24");
  g_assert_cmpint (support->standing, ==, ASSAY_CLAIM_STANDS);
  g_assert_cmpuint (support->n_needs, ==, 1);
  g_assert_cmpuint (support->n_later_gaps, ==, 1);
  g_assert_cmpint (support->next_gap_on, ==, sample_day ("2027-01-01"));
  assert_need (self, "2027-01-01", ASSAY_NEED_MISSING, "above the limit");
  take_test (self, "2026-12-01", 49999, "ppm", "in_house");
  assert_need (self, "2027-01-01", ASSAY_NEED_PARTLY, "in-house");
  take_test (self, "2026-12-02", 50000, "mg/kg", "laboratory");
  assert_need (self, "2027-01-01", ASSAY_NEED_MET, "50 mg/kg");
  take_test (self, "2026-12-03", 12, "%", "laboratory");
  assert_need (self, "2027-01-01", ASSAY_NEED_PARTLY, "limit is in ppm");
  /* What lies beyond the range of the measurement. */
  take_result (self, "2026-12-04", ">60", "ppm", "laboratory");
  assert_need (self, "2027-01-01", ASSAY_NEED_MISSING, "above the limit");
  take_result (self, "2026-12-05", ">30", "ppm", "laboratory");
  assert_need (self, "2027-01-01", ASSAY_NEED_PARTLY, "does not say");
  take_result (self, "2026-12-06", "<20", "ppm", "laboratory");
  assert_need (self, "2027-01-01", ASSAY_NEED_MET, "< 20 ppm");
  /* The mean is judged where the test says so. */
  take_result (self, "2026-12-07", "40; 55", "ppm", "laboratory");
  assert_need (self, "2027-01-01", ASSAY_NEED_MET, "47.5 ppm");
}

static void
set_computed (AssayDb *db, gpointer data)
{
  Fixture *self = data;

  sample_set_text (db, ASSAY_TYPE_CLAIM_KIND, self->kind, ASSAY_CLAIM_KIND_COMPUTED,
                   "recycled_content");
}

static void
test_composition (Fixture *self, gconstpointer data)
{
  AssayRecord *need = new_need (self, "composition", NULL, NULL, NULL);

  sample_change (self->book, set_computed, self);
  assay_record_set_integer (need, ASSAY_CLAIM_NEED_SHARE, 500000);
  take (self, need);
  assert_need (self, "2026-11-24", ASSAY_NEED_MET, "60.0 %");
}

static void
test_low_composition (Fixture *self, gconstpointer data)
{
  AssayRecord *need = new_need (self, "composition", NULL, NULL, NULL);

  sample_change (self->book, set_computed, self);
  assay_record_set_integer (need, ASSAY_CLAIM_NEED_SHARE, 950000);
  take (self, need);
  assert_need (self, "2026-11-24", ASSAY_NEED_MISSING, "95.0 %");
}

/* A need of another market, and one that has ended, are none. */
static void
test_elsewhere (Fixture *self, gconstpointer data)
{
  g_autoptr (AssayClaimSupport) support = NULL;

  take (self, new_need (self, "audit", "GB", NULL, NULL));
  take (self, new_need (self, "audit", "EU", NULL, "2026-11-23"));
  support = ask (self, "2026-11-24");
  g_assert_cmpuint (support->needs->len, ==, 0);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/claim-support/words", test_words);
  g_test_add_func ("/claim-support/markets", test_markets);
  ADD ("/claim-support/generic", test_generic);
  ADD ("/claim-support/certificates", test_certificates);
  ADD ("/claim-support/suspended", test_suspended);
  ADD ("/claim-support/scope", test_scope);
  ADD ("/claim-support/claimed-only", test_claimed_only);
  ADD ("/claim-support/fluorine", test_fluorine);
  ADD ("/claim-support/composition", test_composition);
  ADD ("/claim-support/low-composition", test_low_composition);
  ADD ("/claim-support/elsewhere", test_elsewhere);
  return g_test_run ();
}
