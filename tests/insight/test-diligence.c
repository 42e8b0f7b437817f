/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Due diligence: each rule with what answers it and what does not, answers by hand above the book,
 * progress, approval. Today is 2026-06-15 throughout. */

#include "assay-config.h"

#include "insight/diligence-private.h"
#include "record/choices.h"
#include "sample-book.h"

#include <math.h>

#define TODAY "2026-06-15"

typedef struct
{
  gint64 supplier, product, list, item;
} Ids;

/* A list of one item that @rule ticks. */
static void
make (AssayDb *db, Ids *ids, const char *subject, const char *rule, gint64 months)
{
  g_autoptr (AssayRecord) list = assay_record_new (ASSAY_TYPE_DILIGENCE);
  g_autoptr (AssayRecord) item = assay_record_new (ASSAY_TYPE_DILIGENCE_ITEM);
  g_autoptr (AssayRecord) product = assay_record_new (ASSAY_TYPE_PRODUCT);
  g_autoptr (GError) error = NULL;

  ids->supplier = sample_supplier (db, "Thach Lam", "VN");
  assay_record_set_text (product, ASSAY_PRODUCT_CODE, "DRO-38");
  assay_record_set_text (product, ASSAY_PRODUCT_NAME, "Drove 38");
  assay_record_set_reference (product, ASSAY_PRODUCT_SUPPLIER, ids->supplier);
  assay_records_insert (db, product, &error);
  g_assert_no_error (error);
  ids->product = assay_record_get_id (product);
  assay_record_set_text (list, ASSAY_DILIGENCE_NAME, "List");
  assay_record_set_text (list, ASSAY_DILIGENCE_SUBJECT, subject);
  assay_records_insert (db, list, &error);
  g_assert_no_error (error);
  ids->list = assay_record_get_id (list);
  assay_record_set_text (item, ASSAY_DILIGENCE_ITEM_NAME, "Item");
  assay_record_set_reference (item, ASSAY_DILIGENCE_ITEM_DILIGENCE, ids->list);
  assay_record_set_text (item, ASSAY_DILIGENCE_ITEM_RULE, rule);
  assay_record_set_integer (item, ASSAY_DILIGENCE_ITEM_POSITION, 1);
  if (months > 0)
    assay_record_set_integer (item, ASSAY_DILIGENCE_ITEM_MONTHS, months);
  assay_records_insert (db, item, &error);
  g_assert_no_error (error);
  ids->item = assay_record_get_id (item);
}

/* What the book holds, for one rule. `$s` is the supplier, `$p` the product, `$i` the item; dates
 * are written as in SQL: unixepoch ('2026-01-01') / 86400. */
typedef struct
{
  const char *name;
  const char *rule;
  gint64 months;
  gboolean product; /* who is asked about */
  const char *sql;
  gboolean done;
  const char *words; /* a part of what the book says */
} Case;

#define DAY(iso) "unixepoch ('" iso "') / 86400"
#define EVIDENCE(kind, columns, values)                                                            \
  "INSERT INTO evidence (id, kind, number" columns ") VALUES (900, '" kind "', 'N-1'" values ");"
#define SAMPLE(round, verdict)                                                                     \
  "INSERT INTO sample (id, number, product, supplier, round, verdict, decided_on, received_on)"    \
  " VALUES (800, 'S-1', $p, $s, '" round "', '" verdict                                            \
  "', " DAY ("2026-05-01") ", " DAY ("2026-04-01") ");"
#define TEST(id, result)                                                                           \
  "INSERT INTO sample_test (id, sample, property, place, result, report_number, tested_on) "       \
  "VALUES (" id ", 800, 'Tear', 'laboratory', " result ", 'R-7', " DAY ("2026-04-20") ");"
#define COMPONENT(id, kind, columns, values)                                                       \
  "INSERT INTO component (id, product, kind, name" columns ") VALUES (" id ", $p, '" kind          \
  "', 'Part " id "'" values ");"
#define INSPECTION(company, result)                                                                \
  "INSERT INTO inspection (id, number, kind, supplier, product, inspected_on, company, result)"    \
  " VALUES (700, 'QC-1', 'final_random', $s, $p, " DAY ("2026-05-02") ", '" company "', '" result  \
                                                                      "');"
#define PHOTO                                                                                      \
  "INSERT INTO attachment (id, owner_type, owner, sha256, file_name, media_type) VALUES"           \
  " (600, 'inspection', 700, 'x', 'a.jpg', 'image/jpeg');"

static const Case cases[] = {
  { "audit: none", "audit_recent", 12, FALSE, "", FALSE, "an audit" },
  { "audit: seen, within twelve months", "audit_recent", 12, FALSE,
    EVIDENCE ("audit", ", supplier, state, issued_on", ", $s, 'seen', " DAY ("2025-06-15")), TRUE,
    "N-1" },
  { "audit: a day too old", "audit_recent", 12, FALSE,
    EVIDENCE ("audit", ", supplier, state, issued_on", ", $s, 'seen', " DAY ("2025-06-14")), FALSE,
    "older than 12 months" },
  { "audit: only claimed", "audit_recent", 12, FALSE,
    EVIDENCE ("audit", ", supplier, state, issued_on", ", $s, 'claimed', " DAY ("2026-05-01")),
    FALSE, "only claimed" },
  { "audit: ended", "audit_recent", 12, FALSE,
    EVIDENCE ("audit",
              ", supplier, state, issued_on, valid_until",
              ", $s, 'seen', " DAY ("2026-01-01") ", " DAY ("2026-06-14")),
    FALSE, "it ended on" },
  { "audit: undated", "audit_recent", 12, FALSE,
    EVIDENCE ("audit", ", supplier, state", ", $s, 'seen'"), FALSE, "no date" },
  { "audit: rated E", "audit_recent", 12, FALSE,
    EVIDENCE ("audit",
              ", supplier, state, issued_on, rating",
              ", $s, 'seen', " DAY ("2026-05-01") ", 'E'"),
    FALSE, "rating" },
  { "audit: zero tolerance open", "audit_recent", 12, FALSE,
    EVIDENCE ("audit",
              ", supplier, state, issued_on",
              ", $s, 'seen', " DAY (
                  "2026-05-01")) "INSERT INTO audit_finding (id, evidence, name, severity)"
                                 " VALUES (1, 900, 'Fire exit', 'zero_tolerance');",
    FALSE, "zero tolerance" },
  { "audit: of the product's supplier", "audit_recent", 12, TRUE,
    EVIDENCE ("audit", ", supplier, state, issued_on", ", $s, 'verified', " DAY ("2026-05-01")),
    TRUE, "N-1" },
  { "certificate: scope of the supplier", "certificate_valid", 0, FALSE,
    EVIDENCE ("scope_certificate", ", supplier, state", ", $s, 'verified'"), TRUE, "N-1" },
  { "certificate: scope proves no product", "certificate_valid", 0, TRUE,
    EVIDENCE ("scope_certificate", ", product, state", ", $p, 'verified'"), FALSE,
    "proves no product" },
  { "certificate: transaction proves one", "certificate_valid", 0, TRUE,
    EVIDENCE ("transaction_certificate", ", product, state", ", $p, 'verified'"), TRUE, "N-1" },
  { "certificate: refused", "certificate_valid", 0, FALSE,
    EVIDENCE ("scope_certificate", ", supplier, state", ", $s, 'refused'"), FALSE, "refused" },
  { "certificate: of another scheme", "certificate_valid", 0, FALSE,
    "UPDATE diligence_item SET schemes = ' grs | RCS';"
    "INSERT INTO scheme (id, code, name) VALUES (1, 'ISO9001', 'ISO 9001');" EVIDENCE (
        "system_certificate", ", supplier, state, scheme", ", $s, 'verified', 1"),
    FALSE, "a certificate" },
  { "certificate: of a scheme by its name", "certificate_valid", 0, FALSE,
    "UPDATE diligence_item SET schemes = 'Oeko-Tex';"
    "INSERT INTO scheme (id, code, name) VALUES (1, 'OEKOTEX100', 'OEKO-TEX STANDARD "
    "100');" EVIDENCE ("scope_certificate", ", supplier, state, scheme", ", $s, 'verified', 1"),
    TRUE, "OEKO-TEX" },
  { "certificate: suspended", "certificate_valid", 0, FALSE,
    EVIDENCE ("scope_certificate",
              ", supplier, state",
              ", $s, 'verified'") "INSERT INTO verification (id, evidence, looked_on, result)"
                                  " VALUES (1, 900, " DAY ("2026-06-01") ", 'suspended');",
    FALSE, "does not do" },
  { "certificate: of one of the schemes", "certificate_valid", 0, FALSE,
    "UPDATE diligence_item SET schemes = ' grs | RCS';"
    "INSERT INTO scheme (id, code, name) VALUES (1, 'GRS', 'Global Recycled Standard');" EVIDENCE (
        "scope_certificate", ", supplier, state, scheme", ", $s, 'verified', 1"),
    TRUE, "Global Recycled" },
  { "tag: opened, fits, with documents", "tag_resolves", 12, TRUE,
    EVIDENCE ("tag",
              ", product, resolves, resolved_on, shows",
              ", $p, 'yes', " DAY ("2026-06-01") ", 'Mill report'"),
    TRUE, "N-1" },
  { "tag: does not open", "tag_resolves", 12, TRUE,
    EVIDENCE ("tag", ", product, resolves, resolved_on", ", $p, 'no', " DAY ("2026-06-01")), FALSE,
    "does not open" },
  { "tag: no documents", "tag_resolves", 12, TRUE,
    EVIDENCE ("tag", ", product, resolves, resolved_on", ", $p, 'yes', " DAY ("2026-06-01")), FALSE,
    "no linked documents" },
  { "tested: none", "sample_tested", 0, TRUE, SAMPLE ("proto", "pending"), FALSE,
    "a laboratory has tested" },
  { "tested: all passed", "sample_tested", 0, TRUE,
    SAMPLE ("proto", "pending") TEST ("31", "'pass'") TEST ("32", "'pass'"), TRUE,
    "S-1 passed 2 laboratory tests" },
  { "tested: one failed", "sample_tested", 0, FALSE,
    SAMPLE ("proto", "pending") TEST ("31", "'pass'") TEST ("32", "'fail'"), FALSE,
    "1 of 2 laboratory tests of S-1 failed" },
  { "tested: one waits", "sample_tested", 0, TRUE,
    SAMPLE ("proto", "pending") TEST ("31", "'pass'") TEST ("32", "NULL"), FALSE,
    "result of 1 of 2 tests" },
  { "approved sample", "sample_approved", 0, TRUE, SAMPLE ("proto", "approved"), TRUE, "S-1" },
  { "rejected sample", "sample_approved", 0, TRUE, SAMPLE ("proto", "rejected"), FALSE,
    "S-1 was rejected" },
  { "a prototype is not enough for a launch", "sample_approved", 0, TRUE,
    "UPDATE diligence SET stage = 'launch';" SAMPLE ("proto", "approved"), FALSE,
    "pre-production" },
  { "a gold seal is", "sample_approved", 0, TRUE,
    "UPDATE diligence SET stage = 'launch';" SAMPLE ("gold_seal", "approved"), TRUE, "S-1" },
  { "material: no components", "material_specification", 0, TRUE, "", FALSE, "fabrics" },
  { "material: one without", "material_specification", 0, TRUE,
    COMPONENT ("1", "fabric", ", material", ", '600D polyester'") COMPONENT ("2", "lining", "", "")
        SAMPLE ("proto", "pending") TEST ("31", "'pass'"),
    FALSE, "the material of “Part 2”" },
  { "material: with a report", "material_specification", 0, TRUE,
    COMPONENT ("1", "fabric", ", material", ", '600D polyester'")
        EVIDENCE ("lab_report", ", component, state", ", 1, 'seen'"),
    TRUE, "N-1" },
  { "material: without a report", "material_specification", 0, TRUE,
    COMPONENT ("1", "fabric", ", material", ", '600D polyester'"), FALSE, "a test report" },
  { "material: every product of a supplier", "material_specification", 0, FALSE,
    COMPONENT ("1", "fabric", ", material", ", '600D polyester'"), FALSE,
    "DRO-38 (a test report)" },
  { "hardware: none", "hardware_named", 0, TRUE, "", FALSE, "zips, buckles" },
  { "hardware: brand or part number", "hardware_named", 0, TRUE,
    COMPONENT ("1", "zip", ", brand", ", 'YKK'")
        COMPONENT ("2", "buckle", ", part_number", ", '102-0025'"),
    TRUE, "YKK" },
  { "hardware: a blank is none", "hardware_named", 0, TRUE,
    COMPONENT ("1", "zip", ", brand", ", ' '"), FALSE, "“Part 1”" },
  { "warranty without repair", "warranty_and_repair", 0, FALSE,
    "UPDATE supplier SET warranty = 24;", FALSE, "how it is repaired" },
  { "warranty and repair", "warranty_and_repair", 0, FALSE,
    "UPDATE supplier SET warranty = 24, repair_terms = 'Zips for life';", TRUE, "24 months" },
  { "a warranty of no months", "warranty_and_repair", 0, FALSE,
    "UPDATE supplier SET warranty = 0, repair_terms = 'Zips for life';", FALSE,
    "months of warranty" },
  { "warranty of the product, partner of the supplier", "warranty_and_repair", 0, TRUE,
    "UPDATE product SET warranty = 36;"
    "INSERT INTO repair_partner (id, supplier, name) VALUES (1, $s, 'Flickwerk');",
    TRUE, "Flickwerk" },
  { "landed cost is for a person", "landed_cost", 0, TRUE, "", FALSE, "by hand" },
  { "minimum without automation", "low_minimum", 0, TRUE,
    "UPDATE supplier SET minimum_order = 300;", FALSE, "what is automatic" },
  { "minimum with automation", "low_minimum", 0, TRUE,
    "UPDATE supplier SET minimum_order = 300; INSERT INTO capability (id, supplier, process,"
    " automation) VALUES (1, $s, 'Cutting', 'automatic');",
    TRUE, "Minimum order 300" },
  { "inspected by a third party, with photos", "inspection_photos", 12, TRUE,
    INSPECTION ("Brightseam", "pass") PHOTO, TRUE, "1 photo" },
  { "inspected without photos", "inspection_photos", 12, TRUE, INSPECTION ("Brightseam", "pass"),
    FALSE, "photos of QC-1" },
  { "inspected by the factory", "inspection_photos", 12, TRUE,
    INSPECTION ("thach lam", "pass") PHOTO, FALSE, "third party" },
  { "inspected and failed", "inspection_photos", 12, FALSE, INSPECTION ("Brightseam", "fail") PHOTO,
    FALSE, "a lot that passes" },
  { "inspected too long ago", "inspection_photos", 1, FALSE,
    INSPECTION ("Brightseam", "pass") PHOTO, FALSE, "third party" },
  { "one source", "diversified", 0, TRUE, "", FALSE, "all of it comes from Thach Lam" },
  { "two sources", "diversified", 0, TRUE,
    "INSERT INTO supplier (id, name) VALUES (5, 'May Nui'); INSERT INTO sample (id, number, "
    "product,"
    " supplier, round, verdict) VALUES (800, 'S-1', $p, 5, 'gold_seal', 'approved');",
    TRUE, "May Nui" },
  { "a proto makes no source", "diversified", 0, TRUE,
    "INSERT INTO supplier (id, name) VALUES (5, 'May Nui'); INSERT INTO sample (id, number, "
    "product,"
    " supplier, round, verdict) VALUES (800, 'S-1', $p, 5, 'proto', 'approved');",
    FALSE, "a second supplier" },
  { "a dropped source is none", "diversified", 0, TRUE,
    "INSERT INTO supplier (id, name, status) VALUES (5, 'May Nui', 'dropped');"
    "INSERT INTO sample (id, number, product, supplier, round, verdict)"
    " VALUES (800, 'S-1', $p, 5, 'gold_seal', 'approved');",
    FALSE, "a second supplier" },
  { "no critical product depends", "diversified", 0, FALSE, "", TRUE, "No critical product" },
  { "a critical product depends", "diversified", 0, FALSE, "UPDATE product SET critical = 1;",
    FALSE, "a second supplier of DRO-38" },
  { "reference call", "reference_called", 24, FALSE,
    "INSERT INTO reference_call (id, supplier, company, called_on) VALUES (1, $s, "
    "'Nordpack', " DAY ("2026-02-01") ");",
    TRUE, "Nordpack" },
  { "a customer who would not order again", "reference_called", 24, FALSE,
    "INSERT INTO reference_call (id, supplier, company, called_on, again)"
    " VALUES (1, $s, 'Nordpack', " DAY ("2026-02-01") ", 'no');",
    FALSE, "would order again" },
  { "company: nothing", "company_details", 0, FALSE, "", FALSE, "tax number" },
  { "company: all", "company_details", 0, FALSE,
    "UPDATE supplier SET legal_name = 'Thach Lam Co', address = '1 Road', tax_number = '4';", TRUE,
    "Thach Lam Co" },
  { "site visited", "site_visited", 24, FALSE,
    "INSERT INTO site (id, supplier, name, visited_on) VALUES (1, $s, 'Plant 2', " DAY (
        "2025-11-03") ");",
    TRUE, "Plant 2" },
  { "site visited long ago", "site_visited", 24, FALSE,
    "INSERT INTO site (id, supplier, name, visited_on) VALUES (1, $s, 'Plant 2', " DAY (
        "2023-11-03") ");",
    FALSE, "more than 24 months ago" },
  { "virtual tour", "site_visited", 24, FALSE,
    "UPDATE supplier SET tour = 'https://tour.example', tour_on = " DAY ("2026-01-01") ";", TRUE,
    "tour" },
  { "capability claimed", "capability_seen", 0, FALSE,
    "INSERT INTO capability (id, supplier, process, state, seen_on) VALUES (1, $s, 'Cutting',"
    " 'claimed', " DAY ("2026-01-01") ");",
    FALSE, "somebody has seen" },
  { "capability seen", "capability_seen", 0, FALSE,
    "INSERT INTO capability (id, supplier, process, state, seen_on) VALUES (1, $s, 'Cutting',"
    " 'seen', " DAY ("2026-01-01") ");",
    TRUE, "Cutting" },
  { "terms", "terms_agreed", 0, FALSE,
    "UPDATE supplier SET currency = 'USD', incoterm = 'FOB', payment_terms = '30/70';", TRUE,
    "30/70" },
  { "no claims", "claims_supported", 0, TRUE, "", TRUE, "No claims" },
  { "a claim without support", "claims_supported", 0, TRUE,
    "INSERT INTO claim (id, product, wording, state) VALUES (1, $p, 'Made of bottles', 'in_use');",
    FALSE, "Made of bottles" },
  { "a claim that was withdrawn", "claims_supported", 0, TRUE,
    "INSERT INTO claim (id, product, wording, state) VALUES (1, $p, 'Made of bottles',"
    " 'withdrawn');",
    TRUE, "No claims" },
  { "requirements: none", "requirements_set", 0, TRUE, "", FALSE, "requirements" },
  { "requirements: one without a limit", "requirements_set", 0, TRUE,
    "INSERT INTO requirement (id, product, property) VALUES (1, $p, 'Tear');", FALSE,
    "the limit of “Tear”" },
  { "requirements", "requirements_set", 0, TRUE,
    "INSERT INTO requirement (id, product, property, passes, lower) VALUES (1, $p, 'Tear',"
    " 'at_least', 25000);",
    TRUE, "1 requirement" },
  { "carton", "carton_known", 0, TRUE, "UPDATE product SET height = 500;", FALSE, "Missing" },
  { "tariff: four digits", "tariff_known", 0, TRUE,
    "UPDATE product SET hs_code = '4202', origin = 'VN';", FALSE, "six digits" },
  { "tariff", "tariff_known", 0, TRUE, "UPDATE product SET hs_code = '4202.92', origin = 'VN';",
    TRUE, "4202.92" },
  { "by hand", "by_hand", 0, TRUE, "", FALSE, NULL },
};

static void
run_sql (AssayDb *db, const Ids *ids, const char *sql)
{
  g_autoptr (GString) text = g_string_new (sql);
  g_autoptr (GError) error = NULL;
  g_autofree char *supplier = g_strdup_printf ("%" G_GINT64_FORMAT, ids->supplier);
  g_autofree char *product = g_strdup_printf ("%" G_GINT64_FORMAT, ids->product);
  g_autofree char *item = g_strdup_printf ("%" G_GINT64_FORMAT, ids->item);

  g_string_replace (text, "$s", supplier, 0);
  g_string_replace (text, "$p", product, 0);
  g_string_replace (text, "$i", item, 0);
  assay_db_exec (db, text->str, &error);
  g_assert_no_error (error);
}

static AssayDiligence *
ask (AssayDb *db, AssayType type, gint64 id)
{
  const AssayDiligenceQuestion question = { .type = type, .id = id, .today = sample_day (TODAY) };
  g_autoptr (GError) error = NULL;
  AssayDiligence *diligence = assay_diligence_read (db, &question, &error);

  g_assert_no_error (error);
  return diligence;
}

static const AssayDiligenceAnswer *
first_answer (const AssayDiligence *diligence)
{
  const AssayDiligenceList *list;

  g_assert_cmpuint (diligence->lists->len, ==, 1);
  list = g_ptr_array_index (diligence->lists, 0);
  return g_ptr_array_index (list->answers, 0);
}

static AssayBook *book;

/* A change that fails leaves nothing behind, so that all cases share one book. */
static gboolean
leave_nothing (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "As it was");
  return FALSE;
}

static void
try (AssayChangeFunc func, gconstpointer one)
{
  g_autoptr (GError) error = NULL;

  assay_book_change (book, "Try", func, (gpointer)one, NULL, NULL, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gboolean
try_rule (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  const Case *one = data;
  Ids ids;
  g_autoptr (AssayDiligence) diligence = NULL;
  const AssayDiligenceAnswer *answer;

  make (db, &ids, "both", one->rule, one->months);
  run_sql (db, &ids, one->sql);
  diligence = one->product ? ask (db, ASSAY_TYPE_PRODUCT, ids.product)
                           : ask (db, ASSAY_TYPE_SUPPLIER, ids.supplier);
  answer = first_answer (diligence);
  if (answer->found != one->done)
    g_error ("%s: %s", one->name, answer->book);
  g_assert_cmpint (answer->state, ==, one->done ? ASSAY_DILIGENCE_DONE : ASSAY_DILIGENCE_OPEN);
  if (one->words == NULL)
    g_assert_null (answer->book);
  else if (strstr (answer->book, one->words) == NULL)
    g_error ("“%s” is not in “%s”", one->words, answer->book);
  return leave_nothing (error);
}

static void
test_rule (gconstpointer data)
{
  try (try_rule, data);
}

/* Every choice has a rule, and every rule is a choice and has a case that holds and, but for what
 * only a person answers, one that does not. */
static void
test_choices (void)
{
  for (const AssayChoice *choice = assay_choices_diligence_rule; choice->value != NULL; choice++)
    {
      AssayDiligenceOf of;
      guint n = 0;

      g_assert_cmpint (assay_diligence_rule (choice->value, &of) == NULL, ==,
                       g_str_equal (choice->value, "by_hand"));
      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        n += g_str_equal (cases[i].rule, choice->value);
      g_assert_cmpuint (n, >, 0);
    }
}

/* Twelve months before the 31st of a month that ends on the 29th, and so on. */
static void
test_since (void)
{
  static const struct
  {
    const char *today;
    gint64 months;
    const char *since;
  } dates[] = {
    { "2026-06-15", 12, "2025-06-15" }, { "2024-03-31", 1, "2024-02-29" },
    { "2026-03-31", 1, "2026-02-28" },  { "2026-01-15", 1, "2025-12-15" },
    { "2026-12-31", 24, "2024-12-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    g_assert_cmpint (assay_diligence_since (sample_day (dates[i].today), dates[i].months), ==,
                     sample_day (dates[i].since));
  g_assert_cmpint (assay_diligence_since (sample_day (TODAY), 0), ==, G_MININT32);
}

/* An answer by hand, and what comes of it with a rule that finds nothing or something. */
typedef struct
{
  const char *name;
  const char *sql;
  AssayDiligenceState state;
  const char *said;
} Hand;

#define CHECK(state, date, columns, values)                                                        \
  "INSERT INTO diligence_check (id, diligence_item, supplier, state, checked_on" columns           \
  ") VALUES (" date ", $i, $s, '" state "', 20600 + " date values ");"

/* 20619 is 2026-06-15. */
static const Hand hands[] = {
  { "done", CHECK ("done", "10", ", checked_by", ", 'Ana'"), ASSAY_DILIGENCE_DONE, "Ana" },
  { "does not apply", CHECK ("not_applicable", "10", ", note", ", 'No zips'"),
    ASSAY_DILIGENCE_NOT_APPLICABLE, "No zips" },
  { "the newest counts", CHECK ("done", "12", "", "") CHECK ("open", "11", "", ""),
    ASSAY_DILIGENCE_DONE, NULL },
  { "opened again", CHECK ("done", "11", "", "") CHECK ("open", "12", "", ""), ASSAY_DILIGENCE_OPEN,
    NULL },
  { "too old", CHECK ("done", "-400", "", ""), ASSAY_DILIGENCE_OPEN, "more than 12 months ago" },
  { "evidence that has ended",
    EVIDENCE ("other", ", state, valid_until", ", 'seen', 20618")
        CHECK ("done", "10", ", evidence", ", 900"),
    ASSAY_DILIGENCE_OPEN, "it ended on" },
  { "evidence that holds",
    EVIDENCE ("other", ", state, valid_until", ", 'seen', 20619")
        CHECK ("done", "10", ", evidence", ", 900"),
    ASSAY_DILIGENCE_DONE, NULL },
  { "said of a product is not said of its supplier",
    "INSERT INTO diligence_check (id, diligence_item, supplier, product, state) VALUES"
    " (1, $i, $s, $p, 'done');",
    ASSAY_DILIGENCE_OPEN, NULL },
  { "above what the book holds",
    EVIDENCE ("audit", ", supplier, state, issued_on", ", $s, 'seen', 20600")
        CHECK ("open", "10", ", note", ", 'A forgery'"),
    ASSAY_DILIGENCE_OPEN, "A forgery" },
};

static gboolean
try_hand (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  const Hand *one = data;
  Ids ids;
  g_autoptr (AssayDiligence) diligence = NULL;
  const AssayDiligenceAnswer *answer;

  make (db, &ids, "supplier", "audit_recent", 12);
  run_sql (db, &ids, one->sql);
  diligence = ask (db, ASSAY_TYPE_SUPPLIER, ids.supplier);
  answer = first_answer (diligence);
  g_assert_cmpint (answer->state, ==, one->state);
  if (one->said != NULL && strstr (answer->said, one->said) == NULL)
    g_error ("“%s” is not in “%s”", one->said, answer->said);
  return leave_nothing (error);
}

static void
test_hand (gconstpointer data)
{
  try (try_hand, data);
}

static void
make_progress (AssayDb *db, Ids *ids)
{
  make (db, ids, "both", "by_hand", 0);
  run_sql (db, ids,
           "INSERT INTO diligence_item (id, diligence, position, name, needed) SELECT 1, id, 2,"
           " 'Two', 1 FROM diligence; INSERT INTO diligence_item (id, diligence, position, name,"
           " needed) SELECT 2, id, 3, 'Three', 0 FROM diligence;"
           "INSERT INTO diligence_item (id, diligence, position, name) SELECT 3, id, 4, 'Four'"
           " FROM diligence;"
           "INSERT INTO diligence_check (id, diligence_item, supplier, state) VALUES"
           " (21, 1, $s, 'done'), (22, 3, $s, 'not_applicable');"
           "INSERT INTO diligence (id, name, subject, in_use) VALUES (9, 'Old', 'both', 0);"
           "INSERT INTO supplier (id, name, status) VALUES (5, 'Gone', 'dropped');");
}

/* Four items: one open and needed, one done, one open and not needed, one that does not apply. Of
 * the three that apply one is done. The dropped supplier and the list that is not in use are left
 * out. */
static gboolean
try_progress (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Ids ids;
  g_autoptr (AssayDiligence) diligence = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *words = NULL, *open = NULL;
  const AssayDiligenceQuestion question = { .today = sample_day (TODAY) };
  const AssayDiligenceCount nothing = { .n = 2, .not_applicable = 2 };

  make_progress (db, &ids);
  diligence = ask (db, ASSAY_TYPE_SUPPLIER, ids.supplier);
  g_assert_cmpuint (diligence->lists->len, ==, 1);
  g_assert_cmpuint (diligence->count.n, ==, 4);
  g_assert_cmpuint (diligence->count.done, ==, 1);
  g_assert_cmpuint (diligence->count.open, ==, 2);
  g_assert_cmpuint (diligence->count.needed, ==, 1);
  g_assert_cmpfloat_with_epsilon (assay_diligence_share (&diligence->count), 1.0 / 3, 1e-12);
  words = assay_diligence_progress_words (&diligence->count);
  g_assert_cmpstr (words, ==, "1 of 3 done, 1 needed item open");
  open = assay_diligence_open_words (diligence, 5);
  g_assert_cmpstr (open, ==, "• Item");
  g_assert_true (isnan (assay_diligence_share (&nothing)));
  all = assay_diligence_read_all (db, &question, NULL);
  g_assert_nonnull (all);
  g_assert_cmpuint (all->len, ==, 2);
  return leave_nothing (error);
}

static void
test_progress (void)
{
  try (try_progress, NULL);
}

/* A supplier that is still being typed has no rows of its own; what is typed counts. */
static gboolean
try_unsaved (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Ids ids;
  g_autoptr (AssayRecord) supplier = assay_record_new (ASSAY_TYPE_SUPPLIER);
  g_autoptr (AssayDiligence) before = NULL, after = NULL;

  make (db, &ids, "supplier", "terms_agreed", 0);
  before = assay_diligence_read_record (db, supplier, 0, sample_day (TODAY), error);
  g_assert_cmpuint (before->count.needed, ==, 1);
  assay_record_set_text (supplier, ASSAY_SUPPLIER_CURRENCY, "USD");
  assay_record_set_text (supplier, ASSAY_SUPPLIER_INCOTERM, "FOB");
  assay_record_set_text (supplier, ASSAY_SUPPLIER_PAYMENT_TERMS, "30/70");
  after = assay_diligence_read_record (db, supplier, 0, sample_day (TODAY), error);
  g_assert_cmpuint (after->count.needed, ==, 0);
  return leave_nothing (error);
}

static void
test_unsaved (void)
{
  try (try_unsaved, NULL);
}

static void
test_approves (void)
{
  static const struct
  {
    const char *before, *after;
    gboolean approves;
  } steps[] = {
    { "sampling", "approved", TRUE }, { "sampling", "active", TRUE },
    { "approved", "active", FALSE },  { "found", "sampling", FALSE },
    { "paused", "active", TRUE },     { NULL, "approved", TRUE },
    { "approved", "paused", FALSE },  { "active", "approved", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (AssayRecord) before = assay_record_new (ASSAY_TYPE_SUPPLIER);
      g_autoptr (AssayRecord) after = assay_record_new (ASSAY_TYPE_SUPPLIER);

      assay_record_set_text (before, ASSAY_SUPPLIER_STATUS, steps[i].before);
      assay_record_set_text (after, ASSAY_SUPPLIER_STATUS, steps[i].after);
      g_assert_cmpint (assay_diligence_approves (after, steps[i].before != NULL ? before : NULL),
                       ==, steps[i].approves);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  book = sample_book_new ();
  g_test_add_func ("/insight/diligence/unsaved", test_unsaved);
  g_test_add_func ("/insight/diligence/choices", test_choices);
  g_test_add_func ("/insight/diligence/since", test_since);
  g_test_add_func ("/insight/diligence/progress", test_progress);
  g_test_add_func ("/insight/diligence/approves", test_approves);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/insight/diligence/rule/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_rule);
    }
  for (guint i = 0; i < G_N_ELEMENTS (hands); i++)
    {
      g_autofree char *path = g_strdup_printf ("/insight/diligence/hand/%s", hands[i].name);

      g_test_add_data_func (path, &hands[i], test_hand);
    }
  status = g_test_run ();
  sample_book_free (book);
  return status;
}
