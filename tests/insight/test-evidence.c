/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "insight/evidence-flags.h"
#include "insight/look-up.h"
#include "record/month.h"
#include "insight/printed-name.h"
#include "sample-book.h"

#define TODAY "2026-11-23"

static void
test_names (void)
{
  static const struct
  {
    const char *printed, *known;
    AssayPrinted same;
  } names[] = {
    { "SAO MAI BAGS", "Sao Mai Bags Co., Ltd.", ASSAY_PRINTED_SAME },
    { "Công ty TNHH Ba lô Thạch Lâm", "BA LO THACH LAM", ASSAY_PRINTED_SAME },
    { "泉州行路箱包有限公司", "泉州行路箱包", ASSAY_PRINTED_SAME },
    { "Çınaryolu Çanta Sanayi ve Ticaret Limited Şirketi", "Cinaryolu Canta Sirketi",
      ASSAY_PRINTED_SAME },
    { "Sao Mai Textile Bags", "Sao Mai Bags Ltd", ASSAY_PRINTED_PART },
    { "Green Star Recycling", "Sao Mai Bags Ltd", ASSAY_PRINTED_OTHER },
    { "Ltd.", "Sao Mai Bags Ltd", ASSAY_PRINTED_UNKNOWN },
    { "Sao Mai", "", ASSAY_PRINTED_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *known[] = { names[i].known, NULL };

      g_test_message ("%s", names[i].printed);
      g_assert_cmpint (assay_printed_compare (names[i].printed, known), ==, names[i].same);
    }
  g_assert_cmpint (assay_printed_compare ("Sao Mai", NULL), ==, ASSAY_PRINTED_UNKNOWN);
  g_assert_true (assay_printed_same_place ("62 Wenling East Road, Fengze, 362000 Quanzhou",
                                           "Building 5, 62 Wenling East Road 362000 Quanzhou"));
  g_assert_false (assay_printed_same_place ("17 Xiangyang Road, Liaobu, Dongguan",
                                            "Building 5, 62 Wenling East Road 362000 Quanzhou"));
}

static void
test_scopes (void)
{
  const char *const *bags = assay_scope_words (NULL);
  const char *const *zips = assay_scope_words ("zip");

  g_assert_true (assay_scope_names ("Backpacks, dyed fabrics", bags));
  g_assert_true (assay_scope_names ("Travel goods made of polyester", bags));
  g_assert_true (assay_scope_names ("Herstellung von Rucksäcken und Taschen", bags));
  g_assert_true (assay_scope_names ("生产背包和箱包", bags));
  g_assert_true (assay_scope_names ("BAGS", bags));
  g_assert_false (assay_scope_names ("Dyed fabrics; baguettes; sachets", bags));
  g_assert_false (assay_scope_names ("Garments", bags));
  g_assert_false (assay_scope_names (NULL, bags));
  g_assert_true (assay_scope_names ("Zippers, sliders", zips));
  g_assert_false (assay_scope_names ("Backpacks", zips));
}

/* Numbers as they stand in the domain's notes: TE-ID of eleven characters, labels of institutes. */
static void
test_numbers (void)
{
  g_assert_true (assay_number_fits ("TE-00012345", "TE-########"));
  g_assert_false (assay_number_fits ("TE-0001234", "TE-########"));
  g_assert_false (assay_number_fits ("TE-000123456", "TE-########"));
  g_assert_false (assay_number_fits ("te-00012345", "TE-########"));
  g_assert_true (assay_number_fits ("19.HIN.97140", "##.@@@.#*|##.#.#*"));
  g_assert_true (assay_number_fits ("22.0.22419", "##.@@@.#*|##.#.#*"));
  g_assert_false (assay_number_fits ("22-0-22419", "##.@@@.#*|##.#.#*"));
  g_assert_true (assay_number_fits ("anything", "*"));
  g_assert_true (assay_number_fits ("abcabd", "*abd"));
  g_assert_true (assay_number_fits ("anything", NULL));
  g_assert_false (assay_number_fits ("", "#"));
  g_assert_true (assay_number_fits ("Ö1", "@#"));
}

static void
test_months (void)
{
  g_assert_cmpint (assay_date_months_away (sample_day ("2026-01-31"), 1), ==,
                   sample_day ("2026-02-28"));
  g_assert_cmpint (assay_date_months_away (sample_day ("2023-11-30"), 3), ==,
                   sample_day ("2024-02-29"));
  g_assert_cmpint (assay_date_months_away (sample_day ("2026-06-15"), 36), ==,
                   sample_day ("2029-06-15"));
  g_assert_cmpint (assay_date_months_away (sample_day ("9999-06-15"), 36), ==, ASSAY_DATE_UNKNOWN);
  g_assert_cmpint (assay_date_months_away (ASSAY_DATE_UNKNOWN, 1), ==, ASSAY_DATE_UNKNOWN);
}

/* One piece of evidence per row; what is not said is as in the good one. */
typedef struct
{
  guint field;
  const char *text; /* dates as they are written */
} Set;

typedef struct
{
  const char *name;
  Set sets[4];
  const char *flags; /* names in order, red first, separated by blanks */
  gboolean holds;
} Row;

static const Row rows[] = {
  { "good", { { 0, NULL } }, "", TRUE },
  { "ends today", { { ASSAY_EVIDENCE_VALID_UNTIL, TODAY } }, "ending", TRUE },
  { "expired", { { ASSAY_EVIDENCE_VALID_UNTIL, "2026-11-22" } }, "expired", FALSE },
  { "near", { { ASSAY_EVIDENCE_VALID_UNTIL, "2027-01-22" } }, "ending", TRUE },
  { "not near", { { ASSAY_EVIDENCE_VALID_UNTIL, "2027-01-23" } }, "", TRUE },
  { "to come",
    { { ASSAY_EVIDENCE_ISSUED_ON, NULL }, { ASSAY_EVIDENCE_VALID_FROM, "2026-12-01" } },
    "not_yet_valid",
    FALSE },
  /* Issued on 2026-06-01, twelve months by the scheme. */
  { "no end", { { ASSAY_EVIDENCE_VALID_UNTIL, NULL } }, "", TRUE },
  { "assumed end",
    { { ASSAY_EVIDENCE_VALID_UNTIL, NULL }, { ASSAY_EVIDENCE_ISSUED_ON, "2025-11-01" } },
    "expired",
    FALSE },
  { "no day at all",
    { { ASSAY_EVIDENCE_VALID_UNTIL, NULL }, { ASSAY_EVIDENCE_ISSUED_ON, NULL } },
    "no_end",
    TRUE },
  { "beyond the scheme", { { ASSAY_EVIDENCE_VALID_UNTIL, "2028-01-01" } }, "scheme_ends", TRUE },
  { "claimed", { { ASSAY_EVIDENCE_STATE, "claimed" } }, "claimed_only", FALSE },
  { "seen", { { ASSAY_EVIDENCE_STATE, "seen" } }, "file_only no_file", TRUE },
  { "refused", { { ASSAY_EVIDENCE_STATE, "refused" } }, "refused", FALSE },
  { "other holder", { { ASSAY_EVIDENCE_HOLDER, "Green Star Ltd" } }, "holder", FALSE },
  { "nearly the holder",
    { { ASSAY_EVIDENCE_HOLDER, "Sao Mai Textile Bags" } },
    "holder_written",
    TRUE },
  { "name in its script", { { ASSAY_EVIDENCE_HOLDER, "Sao Mai Plant 2" } }, "", TRUE },
  { "address", { { ASSAY_EVIDENCE_HOLDER_ADDRESS, "9 Nowhere Lane, Hue" } }, "address", TRUE },
  { "site", { { ASSAY_EVIDENCE_HOLDER_ADDRESS, "4 Dock Street, Da Nang" } }, "", TRUE },
  { "fabrics only", { { ASSAY_EVIDENCE_SCOPE, "Dyed fabrics" } }, "scope", FALSE },
  { "you know better",
    { { ASSAY_EVIDENCE_SCOPE, "Dyed fabrics" }, { ASSAY_EVIDENCE_COVERS, "yes" } },
    "",
    TRUE },
  { "you say no", { { ASSAY_EVIDENCE_COVERS, "no" } }, "scope", FALSE },
  { "no scope", { { ASSAY_EVIDENCE_SCOPE, NULL } }, "no_scope", TRUE },
  { "no number", { { ASSAY_EVIDENCE_NUMBER, NULL } }, "no_number", TRUE },
  { "odd number", { { ASSAY_EVIDENCE_NUMBER, "CU 1234" } }, "number_form", TRUE },
  { "check due", { { ASSAY_EVIDENCE_NEXT_CHECK_ON, TODAY } }, "check_due", TRUE },
  { "check later", { { ASSAY_EVIDENCE_NEXT_CHECK_ON, "2026-11-24" } }, "", TRUE },
  { "two at once, the worst first",
    { { ASSAY_EVIDENCE_NUMBER, "CU 1234" },
      { ASSAY_EVIDENCE_VALID_UNTIL, "2026-01-01" },
      { ASSAY_EVIDENCE_ISSUED_ON, "2025-01-01" } },
    "expired number_form",
    FALSE },
  { "a tag",
    { { ASSAY_EVIDENCE_KIND, "tag" }, { ASSAY_EVIDENCE_SCOPE, "bags" } },
    "tag_unchecked",
    TRUE },
  { "a dead tag",
    { { ASSAY_EVIDENCE_KIND, "tag" },
      { ASSAY_EVIDENCE_RESOLVES, "no" },
      { ASSAY_EVIDENCE_MATCHES, "no" } },
    "tag_dead tag_mismatch",
    FALSE },
};

typedef struct
{
  gint64 supplier, scheme, bsci, product;
  gint64 ids[G_N_ELEMENTS (rows)];
} Made;

static gint64
insert (AssayDb *db, AssayRecord *record)
{
  g_autoptr (GError) error = NULL;

  assay_records_insert (db, record, &error);
  g_assert_no_error (error);
  return assay_record_get_id (record);
}

static void
set (AssayRecord *record, guint field, const char *text)
{
  const AssayField *described = &assay_record_describe (record)->fields[field];

  if (text == NULL)
    assay_record_set_unknown (record, field);
  else if (described->kind == ASSAY_KIND_DATE)
    assay_record_set_date (record, field, sample_day (text));
  else
    assay_record_set_text (record, field, text);
}

static AssayRecord *
good (const Made *made)
{
  AssayRecord *record = assay_record_new (ASSAY_TYPE_EVIDENCE);

  set (record, ASSAY_EVIDENCE_KIND, "scope_certificate");
  set (record, ASSAY_EVIDENCE_NUMBER, "TE-00012345");
  set (record, ASSAY_EVIDENCE_STATE, "verified");
  set (record, ASSAY_EVIDENCE_HOLDER, "SAO MAI BAGS");
  set (record, ASSAY_EVIDENCE_HOLDER_ADDRESS, "12 Long Road, Bien Hoa");
  set (record, ASSAY_EVIDENCE_SCOPE, "Bags and backpacks");
  set (record, ASSAY_EVIDENCE_ISSUED_ON, "2026-06-01");
  set (record, ASSAY_EVIDENCE_VALID_UNTIL, "2027-05-31");
  assay_record_set_reference (record, ASSAY_EVIDENCE_SUPPLIER, made->supplier);
  assay_record_set_reference (record, ASSAY_EVIDENCE_SCHEME, made->scheme);
  return record;
}

static gint64
add_scheme (AssayDb *db, const char *code, const char *format, const char *ends)
{
  g_autoptr (AssayRecord) scheme = assay_record_new (ASSAY_TYPE_SCHEME);

  set (scheme, ASSAY_SCHEME_CODE, code);
  set (scheme, ASSAY_SCHEME_NAME, code);
  set (scheme, ASSAY_SCHEME_NUMBER_FORMAT, format);
  set (scheme, ASSAY_SCHEME_LOOK_UP, "https://register.example");
  set (scheme, ASSAY_SCHEME_ENDS_ON, ends);
  assay_record_set_integer (scheme, ASSAY_SCHEME_NEEDS_SCOPE, format != NULL);
  assay_record_set_integer (scheme, ASSAY_SCHEME_VALID_MONTHS, 12);
  return insert (db, scheme);
}

static void
fill_base (AssayDb *db, Made *made)
{
  g_autoptr (AssayRecord) site = assay_record_new (ASSAY_TYPE_SITE);

  made->supplier = sample_supplier (db, "Sao Mai Bags Co., Ltd.", "VN");
  sample_set_text (db, ASSAY_TYPE_SUPPLIER, made->supplier, ASSAY_SUPPLIER_ADDRESS,
                   "12 Long Road, Bien Hoa");
  set (site, ASSAY_SITE_NAME, "Sao Mai Plant 2");
  set (site, ASSAY_SITE_ADDRESS, "4 Dock Street");
  set (site, ASSAY_SITE_CITY, "Da Nang");
  assay_record_set_reference (site, ASSAY_SITE_SUPPLIER, made->supplier);
  insert (db, site);
  made->scheme = add_scheme (db, "GRS", "TE-########", "2027-12-31");
  made->bsci = add_scheme (db, "AMFORI-BSCI", NULL, NULL);
  made->product = sample_product (db, "TP-40", "Trail Pack 40");
}

static void
fill_rows (AssayDb *db, gpointer data)
{
  Made *made = data;

  fill_base (db, made);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AssayRecord) record = good (made);

      for (guint k = 0; k < G_N_ELEMENTS (rows[i].sets); k++)
        if (rows[i].sets[k].field != 0 || rows[i].sets[k].text != NULL)
          set (record, rows[i].sets[k].field, rows[i].sets[k].text);
      made->ids[i] = insert (db, record);
    }
}

static char *
flag_names (const AssayEvidenceItem *item)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < item->flags->len; i++)
    {
      const AssayEvidenceFlagged *flagged = &g_array_index (item->flags, AssayEvidenceFlagged, i);

      g_assert_cmpstr (flagged->words, !=, NULL);
      g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                              assay_evidence_flag_name (flagged->flag));
    }
  return g_string_free_and_steal (g_steal_pointer (&names));
}

static AssayEvidenceRegister *
read_all (AssayBook *book, AssayEvidenceQuestion question)
{
  g_autoptr (GError) error = NULL;
  AssayEvidenceRegister *evidence;

  question.today = sample_day (TODAY);
  evidence = assay_evidence_read (assay_book_get_reader (book), &question, &error);
  g_assert_no_error (error);
  return evidence;
}

static void
test_flags (void)
{
  AssayBook *book = sample_book_new ();
  Made made = { 0 };
  g_autoptr (AssayEvidenceRegister) evidence = NULL;

  sample_change (book, fill_rows, &made);
  evidence = read_all (book, (AssayEvidenceQuestion){ 0 });
  g_assert_cmpuint (evidence->items->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const AssayEvidenceItem *item = assay_evidence_find (evidence, made.ids[i]);
      g_autofree char *names = flag_names (item);

      g_test_message ("%s", rows[i].name);
      g_assert_cmpstr (names, ==, rows[i].flags);
      g_assert_cmpint (item->holds, ==, rows[i].holds);
    }
  sample_book_free (book);
}

static gint64
add_look_up (AssayDb *db, gint64 evidence, const char *day, const char *result, const char *holder)
{
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_VERIFICATION);

  assay_record_set_reference (record, ASSAY_VERIFICATION_EVIDENCE, evidence);
  set (record, ASSAY_VERIFICATION_LOOKED_ON, day);
  set (record, ASSAY_VERIFICATION_RESULT, result);
  set (record, ASSAY_VERIFICATION_HOLDER_FOUND, holder);
  return insert (db, record);
}

static void
fill_found (AssayDb *db, gpointer data)
{
  static const char *const results[] = { "mismatch", "not_found", "expired", "suspended" };
  Made *made = data;
  g_autoptr (AssayRecord) other = NULL;
  g_autoptr (AssayRecord) script = NULL;

  fill_base (db, made);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (AssayRecord) record = good (made);

      made->ids[i] = insert (db, record);
      add_look_up (db, made->ids[i], "2026-01-01", "verified", NULL);
      add_look_up (db, made->ids[i], "2026-10-01", results[i], NULL);
    }
  /* In another script on paper, and in the register as the supplier is called. */
  script = good (made);
  set (script, ASSAY_EVIDENCE_HOLDER, "越南早霞箱包有限公司");
  set (script, ASSAY_EVIDENCE_COVERS, "yes");
  sample_set_text (db, ASSAY_TYPE_SUPPLIER, made->supplier, ASSAY_SUPPLIER_LOCAL_NAME,
                   "越南早霞箱包有限公司");
  made->ids[5] = insert (db, script);
  add_look_up (db, made->ids[5], "2026-10-01", "verified", "Sao Mai Bags Company Limited");
  other = good (made);
  made->ids[4] = insert (db, other);
  add_look_up (db, made->ids[4], "2026-01-01", "mismatch", NULL);
  add_look_up (db, made->ids[4], "2026-10-01", "verified", "Green Star");
}

/* Only the last look-up counts. */
static void
test_found (void)
{
  static const char *const expected[]
      = { "mismatch", "not_found", "found_expired", "suspended", "holder_found" };
  AssayBook *book = sample_book_new ();
  Made made = { 0 };
  g_autoptr (AssayEvidenceRegister) evidence = NULL;

  sample_change (book, fill_found, &made);
  evidence = read_all (book, (AssayEvidenceQuestion){ 0 });
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const AssayEvidenceItem *item = assay_evidence_find (evidence, made.ids[i]);
      g_autofree char *names = flag_names (item);

      g_assert_cmpstr (names, ==, expected[i]);
      g_assert_false (item->holds);
      g_assert_cmpint (item->looked_on, ==, sample_day ("2026-10-01"));
    }
  g_assert_true (assay_evidence_find (evidence, made.ids[5])->holds);
  sample_book_free (book);
}

static void
fill_proof (AssayDb *db, gpointer data)
{
  static const char *const ratings[] = { "a", "C", "E" };
  Made *made = data;
  g_autoptr (AssayRecord) scope = NULL;
  g_autoptr (AssayRecord) finding = assay_record_new (ASSAY_TYPE_AUDIT_FINDING);

  fill_base (db, made);
  scope = good (made);
  assay_record_set_reference (scope, ASSAY_EVIDENCE_PRODUCT, made->product);
  made->ids[0] = insert (db, scope);
  for (guint i = 0; i < G_N_ELEMENTS (ratings); i++)
    {
      g_autoptr (AssayRecord) audit = good (made);

      set (audit, ASSAY_EVIDENCE_KIND, "audit");
      set (audit, ASSAY_EVIDENCE_RATING, ratings[i]);
      assay_record_set_reference (audit, ASSAY_EVIDENCE_SCHEME, made->bsci);
      made->ids[i + 1] = insert (db, audit);
    }
  set (finding, ASSAY_AUDIT_FINDING_NAME, "Exit blocked");
  set (finding, ASSAY_AUDIT_FINDING_DUE_ON, "2026-11-22");
  assay_record_set_reference (finding, ASSAY_AUDIT_FINDING_EVIDENCE, made->ids[1]);
  insert (db, finding);
}

static void
test_proof (void)
{
  static const char *const expected[] = { "wrong_proof", "findings", "rating", "rating" };
  static const gboolean holds[] = { TRUE, TRUE, TRUE, FALSE };
  AssayBook *book = sample_book_new ();
  Made made = { 0 };
  g_autoptr (AssayEvidenceRegister) evidence = NULL;
  g_autoptr (AssayEvidenceRegister) product = NULL;
  g_autoptr (AssayEvidenceRegister) nobody = NULL;

  sample_change (book, fill_proof, &made);
  evidence = read_all (book, (AssayEvidenceQuestion){ .supplier = made.supplier });
  g_assert_cmpuint (evidence->items->len, ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const AssayEvidenceItem *item = assay_evidence_find (evidence, made.ids[i]);
      g_autofree char *names = flag_names (item);

      g_assert_cmpstr (names, ==, expected[i]);
      g_assert_cmpint (item->holds, ==, holds[i]);
    }
  product = read_all (book, (AssayEvidenceQuestion){ .product = made.product });
  g_assert_cmpuint (product->items->len, ==, 1);
  nobody = read_all (book, (AssayEvidenceQuestion){ .supplier = made.product });
  g_assert_cmpuint (nobody->items->len, ==, 0);
  sample_book_free (book);
}

/* What follows from a look-up, and that an earlier one that is written down late changes nothing.
 */
static void
look_up (AssayDb *db, gpointer data)
{
  static const struct
  {
    const char *result, *state;
  } results[] = {
    { "verified", "verified" }, { "mismatch", "refused" }, { "not_found", "refused" },
    { "expired", "seen" },      { "suspended", "seen" },
  };
  Made *made = data;
  g_autoptr (GError) error = NULL;

  fill_base (db, made);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (AssayRecord) record = good (made);
      g_autoptr (AssayRecord) scheme = NULL;
      g_autoptr (AssayRecord) found = NULL;
      g_autoptr (AssayRecord) late = NULL;
      g_autoptr (AssayRecord) after = NULL;

      set (record, ASSAY_EVIDENCE_STATE, "claimed");
      set (record, ASSAY_EVIDENCE_VALID_UNTIL, NULL);
      insert (db, record);
      scheme = assay_records_get (db, ASSAY_TYPE_SCHEME, made->scheme, &error);
      assay_record_set_integer (scheme, ASSAY_SCHEME_CHECK_MONTHS, 6);
      found = assay_look_up_new (record, scheme, "Anna", sample_day (TODAY));
      set (found, ASSAY_VERIFICATION_RESULT, results[i].result);
      set (found, ASSAY_VERIFICATION_VALID_UNTIL_FOUND, "2027-05-31");
      assay_look_up_save (db, found, &error);
      g_assert_no_error (error);
      late = assay_look_up_new (record, NULL, NULL, sample_day ("2026-01-01"));
      set (late, ASSAY_VERIFICATION_RESULT, "suspended");
      assay_look_up_save (db, late, &error);
      g_assert_no_error (error);
      after = assay_records_get (db, ASSAY_TYPE_EVIDENCE, assay_record_get_id (record), &error);
      g_assert_cmpstr (assay_record_get_text (after, ASSAY_EVIDENCE_STATE), ==, results[i].state);
      g_assert_cmpint (assay_record_get_date (after, ASSAY_EVIDENCE_NEXT_CHECK_ON), ==,
                       sample_day ("2027-05-23"));
      g_assert_cmpint (assay_record_get_date (after, ASSAY_EVIDENCE_VALID_UNTIL), ==,
                       sample_day ("2027-05-31"));
    }
}

static void
test_look_up (void)
{
  AssayBook *book = sample_book_new ();
  Made made = { 0 };

  sample_change (book, look_up, &made);
  sample_book_free (book);
}

/* A transaction certificate has the form and the end of one shipment, not of its scheme. */
static void
fill_shipment (AssayDb *db, gpointer data)
{
  Made *made = data;
  g_autoptr (AssayRecord) record = NULL;

  fill_base (db, made);
  record = good (made);
  set (record, ASSAY_EVIDENCE_KIND, "transaction_certificate");
  set (record, ASSAY_EVIDENCE_NUMBER, "TC 2026/118");
  set (record, ASSAY_EVIDENCE_SCOPE, NULL);
  set (record, ASSAY_EVIDENCE_VALID_UNTIL, NULL);
  set (record, ASSAY_EVIDENCE_ISSUED_ON, "2024-01-01");
  set (record, ASSAY_EVIDENCE_SELLER, "Sao Mai Bags");
  assay_record_set_reference (record, ASSAY_EVIDENCE_PRODUCT, made->product);
  made->ids[0] = insert (db, record);
}

static void
test_shipment (void)
{
  AssayBook *book = sample_book_new ();
  Made made = { 0 };
  g_autoptr (AssayEvidenceRegister) evidence = NULL;
  const AssayEvidenceItem *item;

  sample_change (book, fill_shipment, &made);
  evidence = read_all (book, (AssayEvidenceQuestion){ .product = made.product });
  item = assay_evidence_find (evidence, made.ids[0]);
  g_assert_nonnull (item);
  g_assert_cmpuint (item->flags->len, ==, 0);
  g_assert_true (item->holds);
  g_assert_cmpint (item->until, ==, ASSAY_DATE_UNKNOWN);
  sample_book_free (book);
}

static void
test_flag_names (void)
{
  for (guint i = 0; i < ASSAY_N_EVIDENCE_FLAGS; i++)
    {
      AssayEvidenceFlag flag;

      g_assert_cmpstr (assay_evidence_flag_label (i), !=, NULL);
      g_assert_true (assay_evidence_flag_from_name (assay_evidence_flag_name (i), &flag));
      g_assert_cmpint (flag, ==, i);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evidence/names", test_names);
  g_test_add_func ("/evidence/scopes", test_scopes);
  g_test_add_func ("/evidence/numbers", test_numbers);
  g_test_add_func ("/evidence/months", test_months);
  g_test_add_func ("/evidence/flags", test_flags);
  g_test_add_func ("/evidence/found", test_found);
  g_test_add_func ("/evidence/proof", test_proof);
  g_test_add_func ("/evidence/look-up", test_look_up);
  g_test_add_func ("/evidence/shipment", test_shipment);
  g_test_add_func ("/evidence/flag-names", test_flag_names);
  return g_test_run ();
}
