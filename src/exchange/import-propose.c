/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every pair of a column and a field gets a score: how well the heading names the field, less when
 * the field belongs to another record than the target, nothing when no cell can be read as the
 * field's kind. The best pairs are taken first. */

#include "exchange/import-propose.h"

#include <string.h>

#include "exchange/heading.h"

#define LEAST_SCORE 0.66
#define SURE_SCORE  0.93
/* Beyond so many columns only exact names are looked for. */
#define MOST_LIKENESS 300

typedef struct
{
  guint column;
  AssayType type;
  guint field;
  double score;
} Pair;

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *left = a, *right = b;

  if (left->score != right->score)
    return left->score > right->score ? -1 : 1;
  return (int)left->column - (int)right->column;
}

/* The share of a column's samples that the field can take. */
static double
readable_share (const AssaySurveyColumn *column, const AssayField *field, char decimal)
{
  AssayCellRules rules = { .decimal = decimal, .date_order = ASSAY_DATE_ORDER_DMY };
  AssayCellRules american = { .decimal = decimal, .date_order = ASSAY_DATE_ORDER_MDY };
  guint good = 0;

  if (column->samples->len == 0 || field->kind == ASSAY_KIND_REFERENCE)
    return 1;
  for (guint i = 0; i < column->samples->len; i++)
    {
      const char *sample = g_ptr_array_index (column->samples, i);
      g_auto (AssayValue) value = ASSAY_VALUE_INIT;
      AssayFault fault = assay_cell_parse (field, &rules, sample, &value, NULL);

      if (fault != ASSAY_FAULT_NONE && field->kind == ASSAY_KIND_DATE)
        fault = assay_cell_parse (field, &american, sample, &value, NULL);
      good += fault == ASSAY_FAULT_NONE || fault == ASSAY_FAULT_SHORTENED
              || fault == ASSAY_FAULT_NEGATIVE || fault == ASSAY_FAULT_CURRENCY;
    }
  return (double)good / column->samples->len;
}

static double
score_pair (const AssayImportPlan *plan,
            const AssaySurveyColumn *column,
            const char *folded,
            const char *bare,
            AssayType type,
            guint field)
{
  AssayType target = assay_import_plan_get_target (plan);
  const AssayRecordType *described = assay_record_type_get (type);
  const AssayField *at = &described->fields[field];
  double score = MAX (assay_heading_match (folded, described, at),
                      assay_heading_match (bare, described, at) * 0.999);
  gboolean own = type == target
                 || (target == ASSAY_TYPE_ORDER
                     && (type == ASSAY_TYPE_ORDER_LINE || type == ASSAY_TYPE_PROMISE
                         || type == ASSAY_TYPE_DELIVERY))
                 || (target == ASSAY_TYPE_INSPECTION && type == ASSAY_TYPE_DEFECT)
                 || (target == ASSAY_TYPE_INSPECTION && type == ASSAY_TYPE_CHECKPOINT)
                 || (target == ASSAY_TYPE_CHECKLIST && type == ASSAY_TYPE_CHECKLIST_ITEM)
                 || (target == ASSAY_TYPE_MILESTONE_PLAN && type == ASSAY_TYPE_MILESTONE_STEP)
                 || (target == ASSAY_TYPE_SCORECARD && type == ASSAY_TYPE_CRITERION)
                 || (target == ASSAY_TYPE_TEST_PROTOCOL && type == ASSAY_TYPE_PROTOCOL_TEST)
                 || (target == ASSAY_TYPE_CLAIM_KIND && type == ASSAY_TYPE_CLAIM_NEED)
                 || (target == ASSAY_TYPE_DILIGENCE && type == ASSAY_TYPE_DILIGENCE_ITEM);
  double readable;

  if (score < LEAST_SCORE)
    return 0;
  /* “Country” in a table of orders is not the supplier's; “Supplier country” is. */
  if (!own && score >= 0.984 && (g_str_equal (bare, at->column) || score != 0.995))
    score = 0.9;
  readable = readable_share (column, at, assay_import_plan_get_survey (plan)->decimal);
  /* A column that is called right and holds nothing right is mapped while it is short, so that each
   * of its values is reported; a long one means something else. */
  if ((readable == 0 && column->samples->len >= 5) || (score < SURE_SCORE && readable < 0.5))
    return 0;
  return score * (0.97 + 0.03 * readable);
}

/* “Unit”, “Target” and “Item” are fields of a checkpoint only where a column names checkpoints. */
static gboolean
names_checks (const AssayImportPlan *plan)
{
  const AssayRecordType *type = assay_record_type_get (ASSAY_TYPE_CHECKPOINT);
  AssaySurvey *survey = assay_import_plan_get_survey (plan);

  if (assay_import_plan_get_target (plan) != ASSAY_TYPE_INSPECTION)
    return FALSE;
  for (guint i = 0; i < survey->columns->len; i++)
    {
      g_autofree char *bare
          = assay_heading_fold_bare (assay_survey_get_column (survey, i)->heading);

      if (strstr (bare, "check") != NULL
          && assay_heading_match (bare, type, &type->fields[ASSAY_CHECKPOINT_NAME]) >= SURE_SCORE)
        return TRUE;
    }
  return FALSE;
}

static void
score_column (const AssayImportPlan *plan, guint index, gboolean has_checks, GArray *pairs)
{
  const AssaySurveyColumn *column
      = assay_survey_get_column (assay_import_plan_get_survey (plan), index);
  AssayType target = assay_import_plan_get_target (plan);
  g_autofree char *folded = assay_heading_fold (column->heading);
  g_autofree char *bare = assay_heading_fold_bare (column->heading);
  guint rank = 0;

  if (*folded == '\0')
    return;
  if (*bare == '\0')
    g_set_str (&bare, folded);
  if (index >= MOST_LIKENESS && !assay_heading_is_known (column->heading))
    return;
  for (const AssayType *type = assay_import_types_of (target); *type != ASSAY_TYPE_NONE; type++)
    for (guint field = 0; field < assay_record_type_get (*type)->n_fields; field++)
      {
        Pair pair = { index, *type, field, 0 };

        if (!assay_import_can_map (target, *type, field)
            || (*type == ASSAY_TYPE_CHECKPOINT && !has_checks))
          continue;
        pair.score = score_pair (plan, column, folded, bare, *type, field);
        pair.score -= 0.0001 * rank++; /* among equals the first in the catalogue */
        if (pair.score >= LEAST_SCORE)
          g_array_append_val (pairs, pair);
      }
}

/* Quantity times price is the value of a line: of two prices the one for which it is. */
static double
agreement (const AssaySurvey *survey, guint quantity, guint price, guint value)
{
  guint agreed = 0, counted = 0;

  for (guint i = 0; i < survey->preview->len; i++)
    {
      GStrv row = g_ptr_array_index (survey->preview, i);
      guint width = g_strv_length (row);
      AssayCellNumber q, p, v;

      if (MAX (MAX (quantity, price), value) >= width
          || assay_cell_parse_number (row[quantity], survey->decimal, &q) != ASSAY_FAULT_NONE
          || assay_cell_parse_number (row[price], survey->decimal, &p) != ASSAY_FAULT_NONE
          || assay_cell_parse_number (row[value], survey->decimal, &v) != ASSAY_FAULT_NONE)
        continue;
      double product = (double)q.mantissa * (double)p.mantissa;
      double expected = (double)v.mantissa;

      for (guint d = 0; d < q.digits + p.digits; d++)
        product /= 10;
      for (guint d = 0; d < v.digits; d++)
        expected /= 10;
      counted++;
      agreed += ABS (product - expected) <= MAX (0.01 * ABS (expected), 0.05);
    }
  return counted > 0 ? (double)agreed / counted : 0;
}

static int
find_value_column (const AssaySurvey *survey)
{
  static const char *const names[]
      = { "line item value", "line value",   "line total", "total value",
          "amount",          "total amount", "value",      "total",
          "extended price",  "line amount",  NULL };

  for (guint i = 0; i < survey->columns->len; i++)
    {
      g_autofree char *bare
          = assay_heading_fold_bare (assay_survey_get_column (survey, i)->heading);

      if (g_strv_contains (names, bare))
        return (int)i;
    }
  return -1;
}

static void
prefer_price_of_value (const AssaySurvey *survey, AssayMapping *mappings, const GArray *pairs)
{
  int value = find_value_column (survey);
  int quantity = -1, price = -1;
  double best;

  for (guint i = 0; i < survey->columns->len; i++)
    if (mappings[i].type == ASSAY_TYPE_ORDER_LINE)
      {
        if (mappings[i].field == ASSAY_ORDER_LINE_QUANTITY)
          quantity = (int)i;
        if (mappings[i].field == ASSAY_ORDER_LINE_UNIT_PRICE)
          price = (int)i;
      }
  if (value < 0 || quantity < 0 || price < 0 || value == price || value == quantity)
    return;
  best = agreement (survey, (guint)quantity, (guint)price, (guint)value);
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);
      double other;

      if (pair->type != ASSAY_TYPE_ORDER_LINE || pair->field != ASSAY_ORDER_LINE_UNIT_PRICE
          || (int)pair->column == price || mappings[pair->column].type != ASSAY_TYPE_NONE)
        continue;
      other = agreement (survey, (guint)quantity, pair->column, (guint)value);
      if (other > best + 0.2)
        {
          mappings[pair->column] = mappings[price];
          mappings[price] = (AssayMapping){ 0 };
          return;
        }
    }
}

/* Of two columns with one heading only the first is proposed for something. */
static gboolean
repeats_heading (const AssaySurvey *survey, const AssayMapping *mappings, guint column)
{
  const char *heading = assay_survey_get_column (survey, column)->heading;

  for (guint i = 0; i < survey->columns->len; i++)
    if (i != column && mappings[i].type != ASSAY_TYPE_NONE
        && g_str_equal (assay_survey_get_column (survey, i)->heading, heading))
      return TRUE;
  return FALSE;
}

static gboolean
is_mapped (const AssaySurvey *survey, const AssayMapping *mappings, AssayType type, int field)
{
  for (guint i = 0; i < survey->columns->len; i++)
    if (mappings[i].type == type && (field < 0 || mappings[i].field == (guint)field))
      return TRUE;
  return FALSE;
}

/* What describes a product is of no use where nothing says which product it is. */
static void
drop_nameless_product (const AssayImportPlan *plan,
                       const AssaySurvey *survey,
                       AssayMapping *mappings)
{
  if (is_mapped (survey, mappings, ASSAY_TYPE_PRODUCT, ASSAY_PRODUCT_CODE)
      || is_mapped (survey, mappings, ASSAY_TYPE_PRODUCT, ASSAY_PRODUCT_NAME)
      || assay_import_plan_get_target (plan) == ASSAY_TYPE_PRODUCT)
    return;
  for (guint i = 0; i < survey->columns->len; i++)
    if (mappings[i].type == ASSAY_TYPE_PRODUCT)
      {
        gboolean category
            = mappings[i].field == ASSAY_PRODUCT_CATEGORY
              && assay_import_plan_get_target (plan) == ASSAY_TYPE_ORDER
              && !is_mapped (survey, mappings, ASSAY_TYPE_ORDER_LINE, ASSAY_ORDER_LINE_DESCRIPTION);

        mappings[i] = (AssayMapping){ 0 };
        if (category)
          mappings[i] = (AssayMapping){ ASSAY_TYPE_ORDER_LINE, ASSAY_ORDER_LINE_DESCRIPTION,
                                        ASSAY_MAPPING_UNCERTAIN };
      }
}

void
assay_import_propose (const AssayImportPlan *plan, AssayMapping *mappings)
{
  AssaySurvey *survey = assay_import_plan_get_survey (plan);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  gboolean has_checks = names_checks (plan);

  for (guint i = 0; i < survey->columns->len; i++)
    {
      mappings[i] = (AssayMapping){ 0 };
      score_column (plan, i, has_checks, pairs);
    }
  g_array_sort (pairs, compare_pairs);
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);

      if (mappings[pair->column].type != ASSAY_TYPE_NONE
          || is_mapped (survey, mappings, pair->type, (int)pair->field)
          || repeats_heading (survey, mappings, pair->column))
        continue;
      mappings[pair->column]
          = (AssayMapping){ pair->type, pair->field,
                            pair->score >= SURE_SCORE ? ASSAY_MAPPING_SURE
                                                      : ASSAY_MAPPING_UNCERTAIN };
    }
  prefer_price_of_value (survey, mappings, pairs);
  drop_nameless_product (plan, survey, mappings);
}
