/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "exchange/import-plan.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/heading.h"
#include "exchange/import-propose.h"
#include "store/book-settings.h"

struct _AssayImportPlan
{
  AssaySurvey *survey;
  AssayType target;
  GArray *mappings; /* of AssayMapping, one a column */
  char decimal;
  AssayDateOrder date_order;
  char *currency;      /* of the book */
  char *file_currency; /* that a heading names */
  gboolean skip_refused;
  gboolean dry_run;
  gboolean only_new;
  GHashTable *decisions; /* "type:name" → name of the existing record */
};

static void
find_file_currency (AssayImportPlan *plan)
{
  for (guint i = 0; i < plan->survey->columns->len && plan->file_currency == NULL; i++)
    plan->file_currency
        = g_strdup (assay_heading_currency (assay_survey_get_column (plan->survey, i)->heading));
}

AssayImportPlan *
assay_import_plan_new (AssaySurvey *survey, AssayType target)
{
  AssayImportPlan *plan = g_new0 (AssayImportPlan, 1);

  plan->survey = assay_survey_ref (survey);
  plan->target = target;
  plan->mappings = g_array_sized_new (FALSE, TRUE, sizeof (AssayMapping), survey->columns->len);
  g_array_set_size (plan->mappings, survey->columns->len);
  plan->decisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  find_file_currency (plan);
  assay_import_propose (plan, (AssayMapping *)(void *)plan->mappings->data);
  return plan;
}

AssayImportPlan *
assay_import_plan_copy (const AssayImportPlan *plan)
{
  AssayImportPlan *copy = g_memdup2 (plan, sizeof *plan);
  GHashTableIter iter;
  gpointer key, value;

  assay_survey_ref (copy->survey);
  copy->mappings = g_array_copy (plan->mappings);
  copy->currency = g_strdup (plan->currency);
  copy->file_currency = g_strdup (plan->file_currency);
  copy->decisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_iter_init (&iter, plan->decisions);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy->decisions, g_strdup (key), g_strdup (value));
  return copy;
}

void
assay_import_plan_free (AssayImportPlan *plan)
{
  assay_survey_unref (plan->survey);
  g_array_unref (plan->mappings);
  g_hash_table_unref (plan->decisions);
  g_free (plan->currency);
  g_free (plan->file_currency);
  g_free (plan);
}

/**
 * assay_import_guess_target:
 * @survey: a survey
 *
 * Returns: the type of import for which most columns would surely be mapped; orders when nothing
 * speaks for another
 */
AssayType
assay_import_guess_target (AssaySurvey *survey)
{
  AssayType best = ASSAY_TYPE_ORDER;
  guint best_sure = 0;

  for (const AssayType *target = assay_import_targets (); *target != ASSAY_TYPE_NONE; target++)
    {
      g_autoptr (AssayImportPlan) plan = assay_import_plan_new (survey, *target);
      guint sure = 0;

      if (!assay_import_plan_check (plan, NULL))
        continue;
      for (guint i = 0; i < survey->columns->len; i++)
        {
          const AssayMapping *mapping = assay_import_plan_get_mapping (plan, i);

          if (mapping->origin == ASSAY_MAPPING_SURE)
            sure += mapping->type == *target ? 3 : 2;
        }
      if (sure > best_sure)
        {
          best = *target;
          best_sure = sure;
        }
    }
  return best;
}

AssaySurvey *
assay_import_plan_get_survey (const AssayImportPlan *plan)
{
  return plan->survey;
}

AssayType
assay_import_plan_get_target (const AssayImportPlan *plan)
{
  return plan->target;
}

const AssayMapping *
assay_import_plan_get_mapping (const AssayImportPlan *plan, guint column)
{
  return &g_array_index (plan->mappings, AssayMapping, column);
}

void
assay_import_plan_map (AssayImportPlan *plan, guint column, AssayType type, guint field)
{
  if (type != ASSAY_TYPE_NONE)
    {
      int before;

      assay_import_resolve_reference (&type, &field);
      before = assay_import_plan_find (plan, type, field);
      if (before >= 0)
        g_array_index (plan->mappings, AssayMapping, before) = (AssayMapping){ 0 };
    }
  g_array_index (plan->mappings, AssayMapping, column)
      = (AssayMapping){ type, field, ASSAY_MAPPING_BY_HAND };
}

int
assay_import_plan_find (const AssayImportPlan *plan, AssayType type, guint field)
{
  for (guint i = 0; i < plan->mappings->len; i++)
    {
      const AssayMapping *mapping = &g_array_index (plan->mappings, AssayMapping, i);

      if (mapping->type == type && mapping->field == field)
        return (int)i;
    }
  return -1;
}

static gboolean
find_column (const AssayImportPlan *plan, const char *name, guint *column, GError **error)
{
  g_autofree char *folded = assay_heading_fold (name);
  guint found = 0;

  if (*name == '#' && g_ascii_isdigit (name[1]))
    {
      guint64 number = g_ascii_strtoull (name + 1, NULL, 10);

      if (number >= 1 && number <= plan->survey->columns->len)
        {
          *column = (guint)number - 1;
          return TRUE;
        }
    }
  for (int exact = 1; exact >= 0 && found == 0; exact--)
    for (guint i = 0; i < plan->survey->columns->len; i++)
      {
        const char *heading = assay_survey_get_column (plan->survey, i)->heading;
        g_autofree char *other = exact ? g_strdup (heading) : assay_heading_fold (heading);

        if (*other == '\0' || !g_str_equal (other, exact ? name : folded))
          continue;
        if (found++ == 0)
          *column = i;
      }
  if (found == 1)
    return TRUE;
  g_set_error (error, ASSAY_EXCHANGE_ERROR, ASSAY_EXCHANGE_ERROR_MAPPING,
               found == 0
                   ? _ ("There is no column “%s”.")
                   : _ ("More than one column is called “%s”; name it by its number, as #3."),
               name);
  return FALSE;
}

/* "field" of the target or of one of the types that go with it, "type.field", or a label. */
static gboolean
find_field (
    const AssayImportPlan *plan, const char *name, AssayType *type, guint *field, GError **error)
{
  const char *dot = strchr (name, '.');
  g_autofree char *type_name = dot != NULL ? g_strndup (name, (gsize)(dot - name)) : NULL;
  const char *column = dot != NULL ? dot + 1 : name;
  const AssayRecordType *wanted = type_name != NULL ? assay_record_type_find (type_name) : NULL;

  for (const AssayType *of = assay_import_types_of (plan->target); *of != ASSAY_TYPE_NONE; of++)
    {
      const AssayRecordType *described = assay_record_type_get (*of);
      int index = assay_record_type_find_field (described, column);

      if ((type_name != NULL && described != wanted) || index < 0)
        continue;
      *type = *of;
      *field = (guint)index;
      assay_import_resolve_reference (type, field);
      if (assay_import_can_map (plan->target, *type, *field))
        return TRUE;
    }
  g_set_error (error, ASSAY_EXCHANGE_ERROR, ASSAY_EXCHANGE_ERROR_MAPPING,
               /* Translators: a field's name as typed, and a record's type such as “Order”. */
               _ ("“%s” is no field that can be imported with “%s”."), name,
               assay_record_type_label (assay_record_type_get (plan->target)));
  return FALSE;
}

gboolean
assay_import_plan_map_text (AssayImportPlan *plan, const char *text, GError **error)
{
  const char *equals = strrchr (text, '=');
  g_autofree char *heading = NULL;
  g_autofree char *field_name = NULL;
  AssayType type = ASSAY_TYPE_NONE;
  guint column = 0, field = 0;

  if (equals == NULL)
    {
      g_set_error (error, ASSAY_EXCHANGE_ERROR, ASSAY_EXCHANGE_ERROR_MAPPING,
                   _ ("“%s” is not of the form COLUMN=FIELD."), text);
      return FALSE;
    }
  heading = g_strstrip (g_strndup (text, (gsize)(equals - text)));
  field_name = g_strstrip (g_strdup (equals + 1));
  if (!find_column (plan, heading, &column, error))
    return FALSE;
  if (*field_name != '\0' && !g_str_equal (field_name, "-")
      && !find_field (plan, field_name, &type, &field, error))
    return FALSE;
  assay_import_plan_map (plan, column, type, field);
  return TRUE;
}

void
assay_import_plan_set_decimal (AssayImportPlan *plan, char decimal)
{
  plan->decimal = decimal;
}

void
assay_import_plan_set_date_order (AssayImportPlan *plan, AssayDateOrder order)
{
  plan->date_order = order;
}

void
assay_import_plan_set_currency (AssayImportPlan *plan, const char *currency)
{
  g_set_str (&plan->currency, currency);
}

const char *
assay_import_plan_get_currency (const AssayImportPlan *plan)
{
  return plan->file_currency != NULL ? plan->file_currency : plan->currency;
}

void
assay_import_plan_set_skip_refused (AssayImportPlan *plan, gboolean skip)
{
  plan->skip_refused = skip;
}

gboolean
assay_import_plan_get_skip_refused (const AssayImportPlan *plan)
{
  return plan->skip_refused;
}

void
assay_import_plan_set_dry_run (AssayImportPlan *plan, gboolean dry_run)
{
  plan->dry_run = dry_run;
}

gboolean
assay_import_plan_get_dry_run (const AssayImportPlan *plan)
{
  return plan->dry_run;
}

void
assay_import_plan_set_only_new (AssayImportPlan *plan, gboolean only_new)
{
  plan->only_new = only_new;
}

gboolean
assay_import_plan_get_only_new (const AssayImportPlan *plan)
{
  return plan->only_new;
}

void
assay_import_plan_decide (AssayImportPlan *plan,
                          AssayType type,
                          const char *name,
                          const char *existing)
{
  g_hash_table_insert (plan->decisions, g_strdup_printf ("%d:%s", (int)type, name),
                       g_strdup (existing));
}

const char *
assay_import_plan_get_decision (const AssayImportPlan *plan, AssayType type, const char *name)
{
  g_autofree char *key = g_strdup_printf ("%d:%s", (int)type, name);
  g_autofree char *any = g_strdup_printf ("%d:%s", (int)ASSAY_TYPE_NONE, name);
  const char *found = g_hash_table_lookup (plan->decisions, key);

  return found != NULL ? found : g_hash_table_lookup (plan->decisions, any);
}

static const AssayField *
field_of (const AssayMapping *mapping)
{
  return &assay_record_type_get (mapping->type)->fields[mapping->field];
}

static AssayDateOrder
order_of (const AssayImportPlan *plan, const AssaySurveyColumn *column)
{
  gboolean dmy = column->n_dates_dmy > 0, mdy = column->n_dates_mdy > 0;

  if (dmy != mdy)
    return dmy ? ASSAY_DATE_ORDER_DMY : ASSAY_DATE_ORDER_MDY;
  return plan->date_order;
}

static char
decimal_of (const AssayImportPlan *plan, const AssaySurveyColumn *column)
{
  if (plan->decimal != 0)
    return plan->decimal;
  if (column->n_points != column->n_commas)
    return column->n_points > column->n_commas ? '.' : ',';
  return plan->survey->decimal;
}

void
assay_import_plan_get_rules (const AssayImportPlan *plan, guint index, AssayCellRules *rules)
{
  const AssaySurveyColumn *column = assay_survey_get_column (plan->survey, index);
  const AssayMapping *mapping = assay_import_plan_get_mapping (plan, index);
  g_autofree char *unit = assay_heading_unit (column->heading);
  const char *currency = assay_heading_currency (column->heading);

  *rules = (AssayCellRules){
    .decimal = decimal_of (plan, column),
    .date_order = order_of (plan, column),
    .currency = currency != NULL ? currency : plan->file_currency,
    .unit = g_intern_string (unit),
    .share_as_fraction = !column->above_one,
  };
  if (mapping->type != ASSAY_TYPE_NONE)
    rules->stored_unit = g_str_equal (column->heading, field_of (mapping)->column);
}

gboolean
assay_import_plan_is_date_open (const AssayImportPlan *plan, guint index)
{
  const AssaySurveyColumn *column = assay_survey_get_column (plan->survey, index);
  const AssayMapping *mapping = assay_import_plan_get_mapping (plan, index);

  return mapping->type != ASSAY_TYPE_NONE && field_of (mapping)->kind == ASSAY_KIND_DATE
         && column->n_dates_open > 0 && order_of (plan, column) == ASSAY_DATE_ORDER_UNKNOWN;
}

/* One of these must be mapped; pairs of type and field, ended by ASSAY_TYPE_NONE. */
static gboolean
check_one_of (const AssayImportPlan *plan, const guint *fields, GError **error)
{
  g_autofree char *name = NULL;

  for (const guint *at = fields; *at != ASSAY_TYPE_NONE; at += 2)
    if (assay_import_plan_find (plan, at[0], at[1]) >= 0)
      return TRUE;
  name = assay_import_describe_field (plan->target, fields[0], fields[1]);
  g_set_error (error, ASSAY_EXCHANGE_ERROR, ASSAY_EXCHANGE_ERROR_MAPPING,
               /* Translators: %s is a field, such as “Supplier: Name”. */
               _ ("No column goes to “%s”, which every row needs."), name);
  return FALSE;
}

/* Every field that a record of sourcing cannot be without. */
static gboolean
check_required (const AssayImportPlan *plan, GError **error)
{
  const AssayRecordType *type = assay_record_type_get (plan->target);

  for (guint i = 0; i < type->n_fields; i++)
    {
      guint fields[] = { plan->target, i, ASSAY_TYPE_NONE, 0, ASSAY_TYPE_NONE };

      if (!(type->fields[i].flags & ASSAY_FIELD_REQUIRED) || type->fields[i].initial != NULL)
        continue;
      if (type->fields[i].kind == ASSAY_KIND_REFERENCE
          && !assay_import_is_by_name (plan->target, i))
        {
          gboolean supplier = type->fields[i].reference == ASSAY_TYPE_SUPPLIER;

          fields[0] = fields[2] = type->fields[i].reference;
          fields[1] = supplier ? ASSAY_SUPPLIER_NAME : ASSAY_PRODUCT_CODE;
          fields[3] = supplier ? ASSAY_SUPPLIER_CODE : ASSAY_PRODUCT_NAME;
        }
      if (!check_one_of (plan, fields, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_needed (const AssayImportPlan *plan, GError **error)
{
  static const guint supplier[] = { ASSAY_TYPE_SUPPLIER, ASSAY_SUPPLIER_NAME, ASSAY_TYPE_SUPPLIER,
                                    ASSAY_SUPPLIER_CODE, ASSAY_TYPE_NONE };
  static const guint product[] = { ASSAY_TYPE_PRODUCT, ASSAY_PRODUCT_CODE, ASSAY_TYPE_PRODUCT,
                                   ASSAY_PRODUCT_NAME, ASSAY_TYPE_NONE };
  static const guint order[] = { ASSAY_TYPE_ORDER, ASSAY_ORDER_NUMBER, ASSAY_TYPE_NONE };
  static const guint line[] = { ASSAY_TYPE_ORDER, ASSAY_ORDER_NUMBER, ASSAY_TYPE_ORDER_LINE,
                                ASSAY_ORDER_LINE_REFERENCE, ASSAY_TYPE_NONE };
  static const guint promise[] = { ASSAY_TYPE_PROMISE, ASSAY_PROMISE_PROMISED_ON, ASSAY_TYPE_NONE };
  static const guint contact[] = { ASSAY_TYPE_CONTACT, ASSAY_CONTACT_NAME, ASSAY_TYPE_NONE };
  static const guint defect_type[]
      = { ASSAY_TYPE_DEFECT_TYPE, ASSAY_DEFECT_TYPE_NAME, ASSAY_TYPE_DEFECT_TYPE,
          ASSAY_DEFECT_TYPE_CODE, ASSAY_TYPE_NONE };
  static const guint plan_profile[]
      = { ASSAY_TYPE_PLAN_PROFILE, ASSAY_PLAN_PROFILE_NAME, ASSAY_TYPE_NONE };
  static const guint checklist[] = { ASSAY_TYPE_CHECKLIST, ASSAY_CHECKLIST_NAME, ASSAY_TYPE_NONE };
  static const guint action[]
      = { ASSAY_TYPE_CORRECTIVE_ACTION, ASSAY_CORRECTIVE_ACTION_TITLE, ASSAY_TYPE_NONE };
  static const guint milestone[] = { ASSAY_TYPE_MILESTONE, ASSAY_MILESTONE_NAME, ASSAY_TYPE_NONE };
  static const guint milestone_plan[]
      = { ASSAY_TYPE_MILESTONE_PLAN, ASSAY_MILESTONE_PLAN_NAME, ASSAY_TYPE_NONE };
  static const guint blackout[] = { ASSAY_TYPE_BLACKOUT, ASSAY_BLACKOUT_FROM_ON, ASSAY_TYPE_NONE };
  static const guint rate[]
      = { ASSAY_TYPE_EXCHANGE_RATE, ASSAY_EXCHANGE_RATE_RATE, ASSAY_TYPE_NONE };
  static const guint demand[] = { ASSAY_TYPE_DEMAND, ASSAY_DEMAND_QUANTITY, ASSAY_TYPE_NONE };
  static const guint scorecard[] = { ASSAY_TYPE_SCORECARD, ASSAY_SCORECARD_NAME, ASSAY_TYPE_NONE };
  static const guint protocol[]
      = { ASSAY_TYPE_TEST_PROTOCOL, ASSAY_TEST_PROTOCOL_NAME, ASSAY_TYPE_NONE };
  static const guint claim_kind[]
      = { ASSAY_TYPE_CLAIM_KIND, ASSAY_CLAIM_KIND_CODE, ASSAY_TYPE_CLAIM_KIND,
          ASSAY_CLAIM_KIND_NAME, ASSAY_TYPE_NONE };
  static const guint diligence[] = { ASSAY_TYPE_DILIGENCE, ASSAY_DILIGENCE_NAME, ASSAY_TYPE_NONE };
  static const guint assessment[]
      = { ASSAY_TYPE_ASSESSMENT, ASSAY_ASSESSMENT_AREA, ASSAY_TYPE_NONE };
  static const guint inspection[]
      = { ASSAY_TYPE_INSPECTION, ASSAY_INSPECTION_NUMBER, ASSAY_TYPE_SUPPLIER,
          ASSAY_SUPPLIER_NAME,   ASSAY_TYPE_SUPPLIER,     ASSAY_SUPPLIER_CODE,
          ASSAY_TYPE_ORDER,      ASSAY_ORDER_NUMBER,      ASSAY_TYPE_NONE };

  switch ((int)plan->target)
    {
    case ASSAY_TYPE_ORDER:
      return check_one_of (plan, order, error) && check_one_of (plan, supplier, error);
    case ASSAY_TYPE_SUPPLIER:
      return check_one_of (plan, supplier, error);
    case ASSAY_TYPE_PRODUCT:
      return check_one_of (plan, product, error);
    case ASSAY_TYPE_CONTACT:
      return check_one_of (plan, contact, error) && check_one_of (plan, supplier, error);
    case ASSAY_TYPE_PROMISE:
      return check_one_of (plan, promise, error) && check_one_of (plan, line, error);
    case ASSAY_TYPE_DELIVERY:
      return check_one_of (plan, line, error);
    case ASSAY_TYPE_INSPECTION:
      return check_one_of (plan, inspection, error);
    case ASSAY_TYPE_DEFECT_TYPE:
      return check_one_of (plan, defect_type, error);
    case ASSAY_TYPE_PLAN_PROFILE:
      return check_one_of (plan, plan_profile, error);
    case ASSAY_TYPE_CHECKLIST:
      return check_one_of (plan, checklist, error);
    case ASSAY_TYPE_CORRECTIVE_ACTION:
      return check_one_of (plan, action, error);
    case ASSAY_TYPE_MILESTONE:
      return check_one_of (plan, milestone, error) && check_one_of (plan, order, error);
    case ASSAY_TYPE_MILESTONE_PLAN:
      return check_one_of (plan, milestone_plan, error);
    case ASSAY_TYPE_BLACKOUT:
      return check_one_of (plan, blackout, error);
    case ASSAY_TYPE_EXCHANGE_RATE:
      return check_one_of (plan, rate, error);
    case ASSAY_TYPE_DEMAND:
      return check_one_of (plan, demand, error) && check_one_of (plan, product, error);
    case ASSAY_TYPE_SCORECARD:
      return check_one_of (plan, scorecard, error);
    case ASSAY_TYPE_ASSESSMENT:
      return check_one_of (plan, assessment, error) && check_one_of (plan, supplier, error);
    case ASSAY_TYPE_TEST_PROTOCOL:
      return check_one_of (plan, protocol, error);
    case ASSAY_TYPE_CLAIM_KIND:
      return check_one_of (plan, claim_kind, error);
    case ASSAY_TYPE_DILIGENCE:
      return check_one_of (plan, diligence, error);
    default:
      return assay_import_is_sourcing (plan->target) && check_required (plan, error);
    }
}

gboolean
assay_import_plan_check_decisions (const AssayImportPlan *plan, GError **error)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, plan->decisions);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      AssayType type = (AssayType)atoi (key);
      const char *start = strchr (key, ':') + 1, *at = value;
      g_autoptr (GString) way = g_string_new (NULL);

      g_string_append_printf (way, "“%s”", start);
      for (guint i = 0; at != NULL && *at != '\0' && i <= g_hash_table_size (plan->decisions); i++)
        {
          g_string_append_printf (way, " → “%s”", at);
          if (g_str_equal (at, start))
            {
              g_set_error (error, ASSAY_EXCHANGE_ERROR, ASSAY_EXCHANGE_ERROR_REFUSED,
                           /* Translators: names, each said to be the next: “A” → “B” → “A”. */
                           _ ("These names were each said to be the next, in a circle: %s. One of "
                              "them has to be its own."),
                           way->str);
              return FALSE;
            }
          at = assay_import_plan_get_decision (plan, type, at);
        }
    }
  return TRUE;
}

/**
 * assay_import_plan_check:
 * @plan: a plan
 * @error: %ASSAY_EXCHANGE_ERROR_MAPPING or %ASSAY_EXCHANGE_ERROR_AMBIGUOUS with what to do
 *
 * Returns: whether the import can start
 */
gboolean
assay_import_plan_check (const AssayImportPlan *plan, GError **error)
{
  if (!check_needed (plan, error))
    return FALSE;
  for (guint i = 0; i < plan->mappings->len; i++)
    if (assay_import_plan_is_date_open (plan, i))
      {
        const AssaySurveyColumn *column = assay_survey_get_column (plan->survey, i);

        g_set_error (
            error, ASSAY_EXCHANGE_ERROR, ASSAY_EXCHANGE_ERROR_AMBIGUOUS,
            column->n_dates_dmy > 0
                /* Translators: a column's heading and a date in it, such as 03/04/2026. */
                ? _ ("Column “%s”: “%s” can be day or month first, and the column has dates of "
                     "both kinds.")
                : _ ("Column “%s”: “%s” can be day or month first, and no date in the column "
                     "decides it."),
            column->title, column->open_date);
        return FALSE;
      }
  return TRUE;
}

static char *
setting_name (const AssayImportPlan *plan)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < plan->survey->columns->len; i++)
    {
      const char *heading = assay_survey_get_column (plan->survey, i)->heading;

      g_checksum_update (sum, (const guchar *)heading, (gssize)strlen (heading) + 1);
    }
  return g_strdup_printf ("import-mapping:%s:%.32s", assay_record_type_get (plan->target)->name,
                          g_checksum_get_string (sum));
}

static void
recall_column (AssayImportPlan *plan, guint column, const char *text)
{
  AssayType type = ASSAY_TYPE_NONE;
  guint field = 0;

  if (*text != '\0' && !find_field (plan, text, &type, &field, NULL))
    return;
  assay_import_plan_map (plan, column, type, field);
  g_array_index (plan->mappings, AssayMapping, column).origin
      = type == ASSAY_TYPE_NONE ? ASSAY_MAPPING_NONE : ASSAY_MAPPING_REMEMBERED;
}

gboolean
assay_import_plan_recall (AssayImportPlan *plan, AssayDb *db, GError **error)
{
  g_autofree char *name = setting_name (plan);
  g_autoptr (GError) problem = NULL;
  g_autofree char *value = assay_book_settings_get (db, name, &problem);
  g_auto (GStrv) fields = NULL;

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (value == NULL)
    return TRUE;
  fields = g_strsplit (value, "|", -1);
  for (guint i = 0; fields[i] != NULL && i < plan->mappings->len; i++)
    recall_column (plan, i, fields[i]);
  return TRUE;
}

gboolean
assay_import_plan_remember (const AssayImportPlan *plan, AssayDb *db, GError **error)
{
  g_autofree char *name = setting_name (plan);
  g_autoptr (GString) value = g_string_new (NULL);
  gboolean by_hand = FALSE;

  for (guint i = 0; i < plan->mappings->len; i++)
    {
      const AssayMapping *mapping = assay_import_plan_get_mapping (plan, i);

      by_hand = by_hand || mapping->origin == ASSAY_MAPPING_BY_HAND;
      if (i > 0)
        g_string_append_c (value, '|');
      if (mapping->type != ASSAY_TYPE_NONE)
        g_string_append_printf (value, "%s.%s", assay_record_type_get (mapping->type)->name,
                                field_of (mapping)->column);
    }
  /* What is proposed anyway needs no memory. */
  return !by_hand || assay_book_settings_set (db, name, value->str, error);
}
