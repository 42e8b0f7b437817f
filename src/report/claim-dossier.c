/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/claim-dossier.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "report/inspection-sections.h"
#include "report/table-block.h"
#include "report/text-block.h"
#include "store/records.h"

/* Orders in the table of certificates at most; those that are not covered come first. */
#define MOST_ORDERS 40

static AssayMark
mark_of (AssayNeedState state)
{
  return state == ASSAY_NEED_MET      ? ASSAY_MARK_PASS
         : state == ASSAY_NEED_PARTLY ? ASSAY_MARK_PENDING
                                      : ASSAY_MARK_FAIL;
}

static AssayMark
mark_of_claim (const AssayClaimSupport *claim)
{
  return claim->standing == ASSAY_CLAIM_STANDS       ? ASSAY_MARK_PASS
         : claim->standing == ASSAY_CLAIM_OF_NO_KIND ? ASSAY_MARK_PENDING
                                                     : ASSAY_MARK_FAIL;
}

static void
add_paragraph (AssayDocument *document, const char *words, AssayTextStyle style, double space)
{
  AssayBlock *block;

  if (words == NULL || *words == '\0')
    return;
  block = assay_paragraph_new (words, style);
  block->space = space;
  assay_document_take (document, block);
}

static void
add_title (AssayDocument *document, const AssayClaimDossierData *data)
{
  g_autofree char *name = assay_record_dup_title (data->product);
  g_autofree char *today = assay_date_format (data->today);
  g_autofree char *line = g_strdup_printf (_ ("Claims and their evidence, as of %s"), today);
  AssayBlock *block = assay_heading_new (name, ASSAY_STYLE_TITLE);

  block->space = 0;
  assay_document_take (document, block);
  add_paragraph (document, line, ASSAY_STYLE_DIM, 1);
}

static void
add_facts (AssayDocument *document, const AssayClaimDossierData *data)
{
  static const guint fields[] = { ASSAY_PRODUCT_CODE, ASSAY_PRODUCT_CATEGORY,
                                  ASSAY_PRODUCT_SUPPLIER, ASSAY_PRODUCT_ORIGIN };
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) right = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *content = assay_recycled_sum_words (&data->recycled->whole);
  g_autofree char *claims = NULL, *stand = NULL;
  guint n_use = 0, n_stand = 0;
  AssayBlock *block;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (assay_record_is_known (data->product, fields[i]))
      assay_report_add_field (left, data->product, fields[i], data->brand->units);
  for (guint i = 0; i < data->claims->len; i++)
    {
      const AssayClaimSupport *claim = g_ptr_array_index (data->claims, i);

      n_use += !claim->withdrawn;
      n_stand += !claim->withdrawn && claim->standing == ASSAY_CLAIM_STANDS;
    }
  claims = g_strdup_printf ("%u", n_use);
  stand = g_strdup_printf ("%u", n_stand);
  assay_report_add_fact (right, _ ("Claims, not withdrawn"), claims);
  assay_report_add_fact (right, _ ("Supported"), stand);
  assay_report_add_fact (right, _ ("Recycled content"), content);
  block = assay_report_facts_new (left, right);
  block->space = 10;
  assay_document_take (document, block);
}

/* Claims at a glance */

static void
add_overview (AssayDocument *document, const AssayClaimDossierData *data)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("Claim"), 40, ASSAY_ALIGN_START, ASSAY_STYLE_STRONG },
    { _ ("Markets"), 14, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Standing"), 23, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Why"), 48, ASSAY_ALIGN_START, ASSAY_STYLE_CAPTION },
  };
  AssayBlock *block;

  assay_document_take (document, assay_heading_new (_ ("Claims"), ASSAY_STYLE_HEADING));
  if (data->claims->len == 0)
    {
      add_paragraph (document, _ ("No claims about this product are recorded."), ASSAY_STYLE_DIM,
                     4);
      return;
    }
  block = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_RULED);
  for (guint i = 0; i < data->claims->len; i++)
    {
      const AssayClaimSupport *claim = g_ptr_array_index (data->claims, i);
      const char *markets = assay_record_get_text (claim->claim, ASSAY_CLAIM_MARKETS);
      g_autofree char *why = assay_claim_support_dup_why (claim);
      const char *cells[]
          = { assay_record_get_text (claim->claim, ASSAY_CLAIM_WORDING),
              markets != NULL ? markets : _ ("All markets"),
              claim->withdrawn ? _ ("Withdrawn") : assay_claim_standing_words (claim->standing),
              why };

      assay_table_block_add_row (block, cells);
      if (!claim->withdrawn)
        assay_table_block_set_mark (block, 2, mark_of_claim (claim));
    }
  assay_document_take (document, block);
}

/* Recycled content */

static void
add_component (AssayBlock *block, AssayRecord *component, AssayUnits units)
{
  static const guint fields[]
      = { ASSAY_COMPONENT_NAME,     ASSAY_COMPONENT_MATERIAL,      ASSAY_COMPONENT_MASS,
          ASSAY_COMPONENT_RECYCLED, ASSAY_COMPONENT_RECYCLED_KIND, ASSAY_COMPONENT_SUPPLIER };
  g_auto (GStrv) cells = g_new0 (char *, G_N_ELEMENTS (fields) + 1);
  char *grams;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    cells[i] = assay_record_is_known (component, fields[i])
                   ? assay_format_display (component, fields[i], units)
               : fields[i] == ASSAY_COMPONENT_MASS || fields[i] == ASSAY_COMPONENT_RECYCLED
                   ? g_strdup (_ ("Unknown"))
                   : g_strdup ("");
  if (assay_record_is_known (component, ASSAY_COMPONENT_MASS))
    {
      grams = g_strdup_printf ("%s g", cells[2]);
      g_free (cells[2]);
      cells[2] = grams;
    }
  assay_table_block_add_row (block, (const char *const *)cells);
}

static void
add_sum (AssayBlock *block, const char *title, const AssayRecycledSum *sum)
{
  g_autofree char *mass
      = isnan (sum->mass) ? g_strdup (_ ("Unknown")) : assay_format_real (sum->mass, 1);
  g_autofree char *grams = isnan (sum->mass) ? g_strdup (mass) : g_strdup_printf ("%s g", mass);
  g_autofree char *share = assay_recycled_sum_words (sum);
  g_autofree char *origin = assay_recycled_sum_origin_words (sum);
  const char *cells[] = { title, "", grams, share, origin, "" };

  assay_table_block_add_row (block, cells);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    assay_table_block_set_style (block, i, ASSAY_STYLE_STRONG);
}

static void
add_thresholds (AssayDocument *document, const AssayRecycled *recycled)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("Threshold"), 16, ASSAY_ALIGN_END, ASSAY_STYLE_STRONG },
    { _ ("For"), 50, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Reached?"), 34, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
  };
  AssayBlock *block
      = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_RULED);

  block->space = 8;
  for (AssayRecycledThreshold i = 0; i < ASSAY_N_RECYCLED_THRESHOLDS; i++)
    {
      double share = assay_recycled_threshold (i);
      AssayThresholdState state = assay_recycled_sum_reaches (&recycled->whole, share);
      g_autofree char *percent = assay_format_share (share, 0);
      const char *cells[]
          = { percent, assay_recycled_threshold_words (i), assay_threshold_state_words (state) };

      assay_table_block_add_row (block, cells);
      assay_table_block_set_mark (block, 2,
                                  state == ASSAY_THRESHOLD_REACHED  ? ASSAY_MARK_PASS
                                  : state == ASSAY_THRESHOLD_MISSED ? ASSAY_MARK_FAIL
                                                                    : ASSAY_MARK_PENDING);
    }
  assay_document_take (document, block);
}

static void
add_recycled (AssayDocument *document, const AssayClaimDossierData *data)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("Component"), 24, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Material"), 28, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Weight"), 13, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Recycled"), 14, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("From"), 20, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Supplier"), 22, ASSAY_ALIGN_START, ASSAY_STYLE_CAPTION },
  };
  const AssayRecycled *recycled = data->recycled;
  g_autofree char *gaps = assay_recycled_dup_gaps (recycled);
  AssayBlock *block;

  assay_document_take (document, assay_heading_new (_ ("Recycled content"), ASSAY_STYLE_HEADING));
  if (recycled->whole.n > 0)
    {
      block = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_RULED);
      for (guint i = 0; i < recycled->components->len; i++)
        add_component (block, g_ptr_array_index (recycled->components, i), data->brand->units);
      add_sum (block, _ ("Product"), &recycled->whole);
      if (recycled->main.n > 0)
        add_sum (block, _ ("Main fabric"), &recycled->main);
      assay_document_take (document, block);
      add_thresholds (document, recycled);
    }
  if (recycled->variant_name != NULL)
    {
      g_autofree char *words
          = g_strdup_printf (_ ("Variants differ: this is %s, the one with the lowest content."),
                             recycled->variant_name);

      add_paragraph (document, words, ASSAY_STYLE_BODY, 4);
    }
  add_paragraph (document, gaps, ASSAY_STYLE_BODY, 4);
}

/* Transaction certificates */

static void
add_covered (AssayBlock *block, const AssayCoverageRow *row)
{
  double missing = assay_coverage_row_missing (row);
  g_autofree char *day
      = row->ordered_on != ASSAY_DATE_UNKNOWN ? assay_date_format (row->ordered_on) : NULL;
  g_autofree char *pieces = assay_format_number (row->pieces);
  g_autofree char *needed = assay_coverage_mass_words (row->needed);
  g_autofree char *certified = assay_coverage_mass_words (row->certified);
  g_autofree char *lacking = assay_coverage_mass_words (missing);
  const char *cells[]
      = { row->order_number, day, row->component_name, pieces, needed, certified, lacking };

  assay_table_block_add_row (block, cells);
  assay_table_block_set_mark (block, 6,
                              missing == 0      ? ASSAY_MARK_PASS
                              : isnan (missing) ? ASSAY_MARK_PENDING
                                                : ASSAY_MARK_FAIL);
}

static void
add_orders (AssayDocument *document, const AssayCoverage *coverage)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("Order"), 18, ASSAY_ALIGN_START, ASSAY_STYLE_STRONG },
    { _ ("Ordered"), 18, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Component"), 24, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Pieces"), 12, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Needed"), 15, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Certified"), 15, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Missing"), 18, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
  };
  AssayBlock *block
      = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_RULED);
  guint shown = 0;

  block->space = 6;
  for (guint covered = 0; covered < 2; covered++)
    for (guint i = 0; i < coverage->rows->len; i++)
      {
        const AssayCoverageRow *row = g_ptr_array_index (coverage->rows, i);

        if ((assay_coverage_row_missing (row) == 0) != (covered == 1) || shown++ >= MOST_ORDERS)
          continue;
        add_covered (block, row);
      }
  assay_document_take (document, block);
  if (shown > MOST_ORDERS)
    {
      g_autofree char *more = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u more row", "%u more rows", shown - MOST_ORDERS),
          shown - MOST_ORDERS);

      add_paragraph (document, more, ASSAY_STYLE_DIM, 2);
    }
}

static void
add_certificates (AssayDocument *document, const AssayCoverage *coverage)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("Certificate"), 34, ASSAY_ALIGN_START, ASSAY_STYLE_STRONG },
    { _ ("For"), 26, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Weight"), 16, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Used"), 16, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Counts?"), 28, ASSAY_ALIGN_START, ASSAY_STYLE_CAPTION },
  };
  AssayBlock *block;

  if (coverage->certificates->len == 0)
    return;
  block = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_RULED);
  block->space = 8;
  for (guint i = 0; i < coverage->certificates->len; i++)
    {
      const AssayCoverageCertificate *certificate = g_ptr_array_index (coverage->certificates, i);
      g_autofree char *title = assay_record_dup_title (certificate->evidence);
      g_autofree char *mass = assay_coverage_mass_words (certificate->mass);
      g_autofree char *used = assay_coverage_mass_words (certificate->used);
      g_autoptr (GString) tie = g_string_new (NULL);
      const char *cells[]
          = { title, NULL, mass, used, assay_certificate_use_words (certificate->use) };

      assay_report_append_part (tie, assay_record_get_reference_title (
                                         certificate->evidence, ASSAY_EVIDENCE_PURCHASE_ORDER));
      assay_report_append_part (
          tie, assay_record_get_reference_title (certificate->evidence, ASSAY_EVIDENCE_COMPONENT));
      cells[1] = tie->str;
      assay_table_block_add_row (block, cells);
    }
  assay_document_take (document, block);
}

static void
add_coverage (AssayDocument *document, const AssayClaimDossierData *data)
{
  g_autofree char *words = NULL;

  if (data->recycled->whole.n == 0
      || (data->coverage->rows->len == 0 && data->coverage->certificates->len == 0))
    return;
  words = assay_coverage_dup_words (data->coverage);
  assay_document_take (
      document, assay_heading_new (_ ("Transaction certificates and orders"), ASSAY_STYLE_HEADING));
  add_paragraph (document, words, ASSAY_STYLE_BODY, 4);
  if (data->coverage->rows->len > 0)
    add_orders (document, data->coverage);
  add_certificates (document, data->coverage);
}

/* Single claims */

static void
append_field (GString *line, AssayRecord *record, guint field, AssayUnits units)
{
  g_autofree char *words = NULL;

  if (!assay_record_is_known (record, field))
    return;
  words = assay_format_display (record, field, units);
  assay_report_append_part (line, words);
}

static void
add_need (AssayBlock *block, const AssayNeedSupport *need)
{
  g_autofree char *rule = assay_need_support_dup_rule (need);
  g_autofree char *title = g_strdup_printf ("%s\n%s", need->title, rule);
  g_autoptr (GString) there = g_string_new (need->there);
  const char *cells[] = { title, assay_need_state_words (need->state), NULL, need->gap };

  for (guint i = 0; i < need->items->len; i++)
    {
      const AssaySupportItem *item = g_ptr_array_index (need->items, i);

      if (there->len == 0 || item->state == ASSAY_NEED_MET)
        g_string_append_printf (there, "%s%s: %s", there->len > 0 ? "\n" : "", item->title,
                                item->words);
    }
  cells[2] = there->str;
  assay_table_block_add_row (block, cells);
  assay_table_block_set_mark (block, 1, mark_of (need->state));
}

static void
add_claim (AssayDocument *document, const AssayClaimSupport *claim, AssayUnits units)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("What it needs"), 36, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("State"), 16, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("In the book"), 40, ASSAY_ALIGN_START, ASSAY_STYLE_CAPTION },
    { _ ("Gap"), 34, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
  };
  static const guint fields[] = { ASSAY_CLAIM_MARKETS, ASSAY_CLAIM_PLACE, ASSAY_CLAIM_STATE,
                                  ASSAY_CLAIM_SHARE, ASSAY_CLAIM_COMPONENT };
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *why = assay_claim_support_dup_why (claim);
  AssayBlock *block;

  /* Translators: a claim as customers read it */
  g_autofree char *title
      = g_strdup_printf (_ ("“%s”"), assay_record_get_text (claim->claim, ASSAY_CLAIM_WORDING));

  assay_report_append_part (line, claim->kind_name);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    append_field (line, claim->claim, fields[i], units);
  assay_document_take (document, assay_heading_new (title, ASSAY_STYLE_HEADING));
  block = assay_paragraph_new (line->str, ASSAY_STYLE_DIM);
  block->keep_next = TRUE;
  assay_document_take (document, block);
  block = assay_paragraph_new (why, ASSAY_STYLE_STRONG);
  block->space = 2;
  block->keep_next = claim->needs->len > 0;
  assay_document_take (document, block);
  for (guint i = 0; i < claim->flags->len; i++)
    {
      g_autofree char *words = assay_word_flag_words (g_ptr_array_index (claim->flags, i));

      add_paragraph (document, words, ASSAY_STYLE_BODY, 2);
    }
  if (claim->needs->len == 0)
    return;
  block = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_RULED);
  block->space = 6;
  for (guint i = 0; i < claim->needs->len; i++)
    add_need (block, g_ptr_array_index (claim->needs, i));
  assay_document_take (document, block);
}

static void
add_definitions (AssayDocument *document)
{
  g_autofree char *support = assay_claim_support_definition ();
  g_autofree char *recycled = assay_recycled_definition ();
  g_autofree char *coverage = assay_coverage_definition ();

  assay_document_take (document,
                       assay_heading_new (_ ("What the figures mean"), ASSAY_STYLE_HEADING));
  add_paragraph (document, support, ASSAY_STYLE_SMALL, 4);
  add_paragraph (document, recycled, ASSAY_STYLE_SMALL, 4);
  add_paragraph (document, coverage, ASSAY_STYLE_SMALL, 4);
}

/**
 * assay_claim_dossier_new:
 * @data: what was read
 *
 * Returns: (transfer full): the document
 */
AssayDocument *
assay_claim_dossier_new (AssayClaimDossierData *data)
{
  g_autofree char *name = assay_record_dup_title (data->product);
  g_autofree char *today = assay_date_format (data->today);
  /* Translators: the title of a document, and the product that it is about */
  g_autofree char *title = g_strdup_printf (_ ("Claim dossier: %s"), name);
  g_autofree char *foot = g_strdup_printf ("%s · %s", name, today);
  AssayDocument *document = assay_document_new (title);

  assay_document_set_brand (document, data->brand->name, data->brand->logo);
  assay_document_set_running (document, _ ("Claim dossier"), foot);
  add_title (document, data);
  add_facts (document, data);
  add_overview (document, data);
  add_recycled (document, data);
  add_coverage (document, data);
  for (guint i = 0; i < data->claims->len; i++)
    add_claim (document, g_ptr_array_index (data->claims, i), data->brand->units);
  add_definitions (document);
  return document;
}

/* Those in use first, withdrawn ones last; g_ptr_array_sort() keeps the order of equals. */
static int
compare_use (gconstpointer a, gconstpointer b)
{
  const AssayClaimSupport *left = *(AssayClaimSupport *const *)a;
  const AssayClaimSupport *right = *(AssayClaimSupport *const *)b;

  return (left->withdrawn * 2 - left->in_use) - (right->withdrawn * 2 - right->in_use);
}

AssayClaimDossierData *
assay_claim_dossier_data_read (
    AssayDb *db, gint64 product, gint32 today, AssayReportBrand *brand, GError **error)
{
  const AssayClaimSupportQuestion question = { .product = product, .day = today };
  const AssayCoverageQuestion covered = { .product = product };
  g_autoptr (AssayClaimDossierData) data = g_new0 (AssayClaimDossierData, 1);

  data->brand = assay_report_brand_ref (brand);
  data->today = today;
  data->product = assay_records_get (db, ASSAY_TYPE_PRODUCT, product, error);
  if (data->product == NULL)
    return NULL;
  data->claims = assay_claim_support_ask (db, &question, error);
  if (data->claims == NULL)
    return NULL;
  g_ptr_array_sort (data->claims, compare_use);
  data->recycled = assay_recycled_read (db, product, 0, error);
  if (data->recycled == NULL)
    return NULL;
  data->coverage = assay_coverage_read (db, &covered, error);
  return data->coverage != NULL ? g_steal_pointer (&data) : NULL;
}

void
assay_claim_dossier_data_free (AssayClaimDossierData *data)
{
  if (data == NULL)
    return;
  g_clear_pointer (&data->coverage, assay_coverage_free);
  g_clear_pointer (&data->recycled, assay_recycled_free);
  g_clear_pointer (&data->claims, g_ptr_array_unref);
  g_clear_object (&data->product);
  assay_report_brand_unref (data->brand);
  g_free (data);
}

AssayDocument *
assay_claim_dossier_make (AssayDb *db,
                          gint64 product,
                          gint32 today,
                          AssayReportBrand *brand,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (AssayClaimDossierData) data
      = assay_claim_dossier_data_read (db, product, today, brand, error);

  return data != NULL ? assay_claim_dossier_new (data) : NULL;
}
