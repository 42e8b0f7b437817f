/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of suppliers side by side, and what their cells say. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "insight/side-by-side.h"
#include "record/format.h"

typedef void (*CellFunc) (const AssaySupplierSide *side, AssaySideCell *cell);

/* "2 of 3"; nothing where there is none to speak of. */
static void
say_of (AssaySideCell *cell, gint64 some, gint64 all)
{
  g_autofree char *first = assay_format_number (some);
  g_autofree char *second = assay_format_number (all);

  if (all == 0)
    return;
  cell->value = (double)some;
  /* Translators: so many of so many: “2 of 3” */
  cell->words = g_strdup_printf (_ ("%s of %s"), first, second);
}

static void
say_count (AssaySideCell *cell, gint64 n)
{
  cell->value = (double)n;
  cell->words = assay_format_number (n);
}

static void
say_place (const AssaySupplierSide *side, AssaySideCell *cell)
{
  const char *city = assay_record_get_text (side->supplier, ASSAY_SUPPLIER_CITY);
  g_autofree char *country
      = assay_format_display (side->supplier, ASSAY_SUPPLIER_COUNTRY, ASSAY_UNITS_METRIC);
  gboolean known = assay_record_is_known (side->supplier, ASSAY_SUPPLIER_COUNTRY);

  if (city != NULL && known)
    /* Translators: a city and its country */
    cell->words = g_strdup_printf (_ ("%s, %s"), city, country);
  else if (city != NULL || known)
    cell->words = g_strdup (city != NULL ? city : country);
}

static void
say_sites (const AssaySupplierSide *side, AssaySideCell *cell)
{
  say_count (cell, side->counts.sites);
}

static void
say_processes (const AssaySupplierSide *side, AssaySideCell *cell)
{
  cell->words = g_strdup (side->processes);
}

static void
say_seen (const AssaySupplierSide *side, AssaySideCell *cell)
{
  const AssaySupplierCounts *counts = &side->counts;
  g_autofree char *verified = assay_format_number (counts->capabilities_verified);

  say_of (cell, counts->capabilities_seen, counts->capabilities);
  if (counts->capabilities_verified > 0)
    /* Translators: how many capabilities were proved */
    cell->detail = g_strdup_printf (_ ("%s of them verified"), verified);
}

static void
say_partners (const AssaySupplierSide *side, AssaySideCell *cell)
{
  say_count (cell, side->counts.repair_partners);
}

static void
say_calls (const AssaySupplierSide *side, AssaySideCell *cell)
{
  const AssaySupplierCounts *counts = &side->counts;
  g_autofree char *again = assay_format_number (counts->calls_again);

  say_count (cell, counts->calls);
  if (counts->calls > 0)
    /* Translators: of the customers that were called */
    cell->detail = g_strdup_printf (_ ("%s would buy again"), again);
}

static void
say_said (const AssaySupplierSide *side, AssaySideCell *cell)
{
  cell->words = g_strdup (side->said);
}

static void
say_evidence (const AssaySupplierSide *side, AssaySideCell *cell)
{
  const AssaySupplierCounts *counts = &side->counts;
  g_autofree char *expired = assay_format_number (counts->evidence_expired);

  say_of (cell, counts->evidence_verified, counts->evidence);
  if (counts->evidence_expired > 0)
    /* Translators: how many pieces of evidence are no longer valid */
    cell->detail = g_strdup_printf (_ ("%s expired"), expired);
}

static void
say_risks (const AssaySupplierSide *side, AssaySideCell *cell)
{
  const AssaySupplierCounts *counts = &side->counts;
  g_autofree char *high = assay_format_number (counts->risks_high);

  say_count (cell, counts->risks);
  if (counts->risks_high > 0)
    /* Translators: how many risks would hit hard */
    cell->detail = g_strdup_printf (_ ("%s of high impact"), high);
}

static void
say_samples (const AssaySupplierSide *side, AssaySideCell *cell)
{
  const AssaySupplierCounts *counts = &side->counts;
  g_autofree char *rejected = assay_format_number (counts->samples_rejected);

  say_of (cell, counts->samples_approved, counts->samples);
  if (counts->samples_rejected > 0)
    /* Translators: how many samples were turned down */
    cell->detail = g_strdup_printf (_ ("%s rejected"), rejected);
}

static void
say_tests (const AssaySupplierSide *side, AssaySideCell *cell)
{
  say_of (cell, side->counts.tests_failed, side->counts.tests);
}

static void
say_orders (const AssaySupplierSide *side, AssaySideCell *cell)
{
  say_count (cell, side->counts.orders);
}

/* What was measured with its interval; below it what is claimed. */
static void
say_claim (AssaySideCell *cell, const AssayClaim *claim)
{
  gboolean measured = !isnan (claim->measured.value);
  g_autofree char *n = assay_format_number (claim->measured.n);
  g_autofree char *value = assay_compared_measured_words (claim->figure, &claim->measured);
  g_autofree char *claimed = assay_claim_short_words (claim);

  cell->value = claim->measured.value;
  cell->claimed = claim->claimed;
  cell->with = &claim->measured;
  cell->verdict = isnan (claim->claimed) ? ASSAY_CLAIM_UNKNOWN : claim->verdict;
  if (measured)
    /* Translators: a figure, and how many stand behind it */
    cell->words = g_strdup_printf (_ ("%s, n = %s"), value, n);
  if (!isnan (claim->claimed))
    cell->detail = g_steal_pointer (&claimed);
}

static void
say_lead (const AssaySupplierSide *side, AssaySideCell *cell)
{
  say_claim (cell, &side->claimed_lead);
}

static void
say_lead_sd (const AssaySupplierSide *side, AssaySideCell *cell)
{
  say_claim (cell, &side->claimed_lead_sd);
}

static void
say_variance (const AssaySupplierSide *side, AssaySideCell *cell)
{
  double variance = side->lead->lead.variance;

  cell->value = side->lead->lead.n > 1 ? variance : NAN;
  if (!isnan (cell->value))
    cell->words = assay_compared_value_words (ASSAY_COMPARED_LEAD_VARIANCE, variance);
}

static void
say_on_time (const AssaySupplierSide *side, AssaySideCell *cell)
{
  say_claim (cell, &side->claimed_on_time);
}

static void
say_defects (const AssaySupplierSide *side, AssaySideCell *cell)
{
  say_claim (cell, &side->claimed_defects);
}

static void
say_ppm (const AssaySupplierSide *side, AssaySideCell *cell)
{
  const AssayClaim *ppm = &side->claimed_ppm;

  cell->value = ppm->measured.value;
  cell->claimed = ppm->claimed;
  cell->with = &ppm->measured;
  cell->verdict = isnan (ppm->claimed) ? ASSAY_CLAIM_UNKNOWN : ppm->verdict;
  if (!isnan (cell->value))
    {
      g_autofree char *value = assay_format_real (ppm->measured.value, 0);
      g_autofree char *low = assay_format_real (ppm->measured.low, 0);
      g_autofree char *high = assay_format_real (ppm->measured.high, 0);

      cell->words = g_strdup_printf ("%s (%s … %s)", value, low, high);
    }
  if (!isnan (ppm->claimed))
    {
      g_autofree char *claimed = assay_format_real (ppm->claimed, 0);

      /* Translators: how many defective pieces in a million a supplier claims */
      cell->detail = g_strdup_printf (_ ("Claimed %s"), claimed);
    }
}

#define MEASURED N_ ("Claimed Beside Measured")

#define OF_RECORD(column) { NULL, NULL, NULL, NULL, ASSAY_SUPPLIER_##column, NULL }

static const struct
{
  const char *group; /* NULL: that of the row before; marked for translation */
  const char *name;  /* NULL: the field's */
  const char *title; /* NULL: the field's; marked for translation */
  const char *unit;
  int field; /* of the supplier; -1 */
  CellFunc say;
} rows[] = {
  { N_ ("Company"), NULL, NULL, NULL, ASSAY_SUPPLIER_KIND, NULL },
  OF_RECORD (STATUS),
  OF_RECORD (CHANNEL),
  { NULL, "place", N_ ("Place"), NULL, -1, say_place },
  OF_RECORD (ESTABLISHED),
  OF_RECORD (EMPLOYEES),
  { NULL, "sites", N_ ("Sites"), NULL, -1, say_sites },
  OF_RECORD (MAIN_PRODUCTS),
  OF_RECORD (EXPORT_MARKETS),
  { N_ ("Capability"), "processes", N_ ("Processes"), NULL, -1, say_processes },
  { NULL, "capabilities_seen", N_ ("Capabilities seen"), NULL, -1, say_seen },
  OF_RECORD (AUTOMATION),
  OF_RECORD (CAPACITY),
  OF_RECORD (MINIMUM_ORDER),
  { N_ ("Terms"), NULL, NULL, NULL, ASSAY_SUPPLIER_CURRENCY, NULL },
  OF_RECORD (INCOTERM),
  OF_RECORD (PAYMENT_TERMS),
  { N_ ("Warranty and Repair"), NULL, NULL, NULL, ASSAY_SUPPLIER_WARRANTY, NULL },
  OF_RECORD (SPARE_PARTS),
  { NULL, "repair_partners", N_ ("Repair partners"), NULL, -1, say_partners },
  { NULL, "said_on_warranty", N_ ("A customer on its warranty"), NULL, -1, say_said },
  { MEASURED, "lead_mean", N_ ("Lead time, mean"), "days", -1, say_lead },
  { NULL, "lead_sd", N_ ("Lead time, standard deviation"), "days", -1, say_lead_sd },
  { NULL, "lead_variance", N_ ("Lead time, variance"), "days_squared", -1, say_variance },
  { NULL, "on_time", N_ ("On time"), "share", -1, say_on_time },
  { NULL, "defective_rate", N_ ("Defective rate"), "share", -1, say_defects },
  { NULL, "ppm", N_ ("Defective per million"), "defective_units_per_million", -1, say_ppm },
  { N_ ("Looked Into"), "orders", N_ ("Orders"), NULL, -1, say_orders },
  { NULL, "samples_approved", N_ ("Samples approved"), NULL, -1, say_samples },
  { NULL, "tests_failed", N_ ("Tests of samples failed"), NULL, -1, say_tests },
  { NULL, "evidence_verified", N_ ("Evidence verified"), NULL, -1, say_evidence },
  { NULL, "reference_calls", N_ ("Reference calls"), NULL, -1, say_calls },
  { NULL, "risks", N_ ("Open risks"), NULL, -1, say_risks },
};

static const AssayField *
field_of (guint row)
{
  return rows[row].field < 0
             ? NULL
             : &assay_record_type_get (ASSAY_TYPE_SUPPLIER)->fields[rows[row].field];
}

guint
assay_side_by_side_n_rows (void)
{
  return G_N_ELEMENTS (rows);
}

const char *
assay_side_row_name (guint row)
{
  return rows[row].name != NULL ? rows[row].name : field_of (row)->column;
}

const char *
assay_side_row_title (guint row)
{
  return rows[row].title != NULL ? _ (rows[row].title) : assay_field_label (field_of (row));
}

/* Not translated. */
static const char *
group_of (guint row)
{
  while (rows[row].group == NULL)
    row--;
  return rows[row].group;
}

const char *
assay_side_row_group (guint row)
{
  return _ (group_of (row));
}

gboolean
assay_side_row_is_measured (guint row)
{
  return g_str_equal (group_of (row), MEASURED);
}

const char *
assay_side_row_unit (guint row)
{
  const AssayField *field = field_of (row);

  return field != NULL ? field->unit : rows[row].unit;
}

static gboolean
is_number (const AssayField *field)
{
  return field->kind == ASSAY_KIND_COUNT || field->kind == ASSAY_KIND_INTEGER;
}

static void
say_field (const AssaySupplierSide *side, guint row, AssaySideCell *cell)
{
  const AssayField *field = field_of (row);
  guint index = (guint)rows[row].field;

  if (!assay_record_is_known (side->supplier, index))
    return;
  cell->words = assay_format_display (side->supplier, index, ASSAY_UNITS_METRIC);
  if (!is_number (field))
    return;
  cell->value = (double)assay_record_get_integer (side->supplier, index, 0);
  /* A year is its own unit. */
  if (field->unit != NULL && field->kind == ASSAY_KIND_COUNT)
    {
      g_autofree char *number = g_steal_pointer (&cell->words);

      /* Translators: a number and its unit */
      cell->words = g_strdup_printf (_ ("%s %s"), number, assay_field_unit (field));
    }
}

/**
 * assay_side_by_side_cell:
 * @table: suppliers
 * @row: a row
 * @side: which supplier
 * @cell: (out caller-allocates): takes what stands there; cleared with assay_side_cell_clear()
 */
void
assay_side_by_side_cell (const AssaySideBySide *table, guint row, guint side, AssaySideCell *cell)
{
  g_return_if_fail (row < G_N_ELEMENTS (rows) && side < table->question.n);

  *cell = (AssaySideCell){ .value = NAN, .claimed = NAN };
  if (rows[row].say != NULL)
    rows[row].say (&table->sides[side], cell);
  else
    say_field (&table->sides[side], row, cell);
  if (cell->words == NULL)
    cell->words = g_strdup ("–");
}

gboolean
assay_side_by_side_has_row (const AssaySideBySide *table, guint row)
{
  for (guint i = 0; i < table->question.n; i++)
    {
      g_auto (AssaySideCell) cell = { 0 };

      assay_side_by_side_cell (table, row, i, &cell);
      if (!g_str_equal (cell.words, "–") || cell.detail != NULL)
        return TRUE;
    }
  return FALSE;
}

void
assay_side_cell_clear (AssaySideCell *cell)
{
  g_clear_pointer (&cell->words, g_free);
  g_clear_pointer (&cell->detail, g_free);
}
