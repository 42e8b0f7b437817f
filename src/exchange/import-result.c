/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "exchange/import-result.h"

#include <glib/gi18n-lib.h>

#include "exchange/cell-parse.h"
#include "record/format.h"

static void
doubt_free (gpointer data)
{
  AssayImportDoubt *doubt = data;

  g_free (doubt->name);
  g_strfreev (doubt->near);
  g_strfreev (doubt->reasons);
  g_free (doubt);
}

AssayImportResult *
assay_import_result_new (void)
{
  AssayImportResult *result = g_atomic_rc_box_new0 (AssayImportResult);

  result->unknown_values.remarks = g_array_new (FALSE, FALSE, sizeof (AssayImportRemark));
  result->refused.remarks = g_array_new (FALSE, FALSE, sizeof (AssayImportRemark));
  result->notes.remarks = g_array_new (FALSE, FALSE, sizeof (AssayImportRemark));
  result->doubts = g_ptr_array_new_with_free_func (doubt_free);
  result->strings = g_string_chunk_new (4096);
  return result;
}

AssayImportResult *
assay_import_result_ref (AssayImportResult *result)
{
  return g_atomic_rc_box_acquire (result);
}

static void
result_clear (gpointer data)
{
  AssayImportResult *result = data;

  g_array_unref (result->unknown_values.remarks);
  g_array_unref (result->refused.remarks);
  g_array_unref (result->notes.remarks);
  g_ptr_array_unref (result->doubts);
  g_string_chunk_free (result->strings);
}

void
assay_import_result_unref (AssayImportResult *result)
{
  g_atomic_rc_box_release_full (result, result_clear);
}

void
assay_import_result_remark (AssayImportResult *result,
                            AssayImportRemarks *remarks,
                            guint line,
                            const char *column,
                            const char *value,
                            const char *reason)
{
  g_autofree char *escaped = NULL;
  AssayImportRemark remark;

  remarks->count++;
  if (remarks->remarks->len >= ASSAY_IMPORT_MOST_REMARKS)
    return;
  escaped = assay_cell_escape (value != NULL ? value : "");
  remark = (AssayImportRemark){
    .line = line,
    .column = g_string_chunk_insert_const (result->strings, column != NULL ? column : ""),
    .value = g_string_chunk_insert_const (result->strings, escaped),
    .reason = g_string_chunk_insert_const (result->strings, reason),
  };
  g_array_append_val (remarks->remarks, remark);
}

guint64
assay_import_result_created (const AssayImportResult *result)
{
  guint64 sum = 0;

  for (guint i = 0; i < ASSAY_N_TYPES; i++)
    sum += result->created[i];
  return sum;
}

static char *
count_of (AssayType type, guint64 n)
{
  gulong plural = (gulong)MIN (n, G_MAXINT);
  g_autofree char *number = assay_format_number ((gint64)n);

  switch (type)
    {
    case ASSAY_TYPE_SUPPLIER:
      return g_strdup_printf (ngettext ("%s supplier", "%s suppliers", plural), number);
    case ASSAY_TYPE_CONTACT:
      return g_strdup_printf (ngettext ("%s contact", "%s contacts", plural), number);
    case ASSAY_TYPE_PRODUCT:
      return g_strdup_printf (ngettext ("%s product", "%s products", plural), number);
    case ASSAY_TYPE_ORDER:
      return g_strdup_printf (ngettext ("%s order", "%s orders", plural), number);
    case ASSAY_TYPE_ORDER_LINE:
      return g_strdup_printf (ngettext ("%s order line", "%s order lines", plural), number);
    case ASSAY_TYPE_PROMISE:
      return g_strdup_printf (ngettext ("%s promise", "%s promises", plural), number);
    case ASSAY_TYPE_DELIVERY:
      return g_strdup_printf (ngettext ("%s delivery", "%s deliveries", plural), number);
    case ASSAY_TYPE_INSPECTION:
      return g_strdup_printf (ngettext ("%s inspection", "%s inspections", plural), number);
    case ASSAY_TYPE_DEFECT:
      return g_strdup_printf (ngettext ("%s defect", "%s defects", plural), number);
    case ASSAY_TYPE_DEFECT_TYPE:
      return g_strdup_printf (ngettext ("%s defect type", "%s defect types", plural), number);
    case ASSAY_TYPE_PLAN_PROFILE:
      return g_strdup_printf (ngettext ("%s plan profile", "%s plan profiles", plural), number);
    case ASSAY_TYPE_CHECKLIST:
      return g_strdup_printf (ngettext ("%s checklist", "%s checklists", plural), number);
    case ASSAY_TYPE_CHECKLIST_ITEM:
      return g_strdup_printf (ngettext ("%s checklist item", "%s checklist items", plural), number);
    case ASSAY_TYPE_CHECKPOINT:
      return g_strdup_printf (ngettext ("%s checkpoint", "%s checkpoints", plural), number);
    case ASSAY_TYPE_CORRECTIVE_ACTION:
      return g_strdup_printf (ngettext ("%s corrective action", "%s corrective actions", plural),
                              number);
    case ASSAY_TYPE_MILESTONE:
      return g_strdup_printf (ngettext ("%s milestone", "%s milestones", plural), number);
    case ASSAY_TYPE_MILESTONE_PLAN:
      return g_strdup_printf (ngettext ("%s milestone plan", "%s milestone plans", plural), number);
    case ASSAY_TYPE_MILESTONE_STEP:
      return g_strdup_printf (
          ngettext ("%s step of a milestone plan", "%s steps of milestone plans", plural), number);
    case ASSAY_TYPE_BLACKOUT:
      return g_strdup_printf (ngettext ("%s blackout period", "%s blackout periods", plural),
                              number);
    case ASSAY_TYPE_EXCHANGE_RATE:
      return g_strdup_printf (ngettext ("%s exchange rate", "%s exchange rates", plural), number);
    case ASSAY_TYPE_DEMAND:
      return g_strdup_printf (ngettext ("%s month of demand", "%s months of demand", plural),
                              number);
    case ASSAY_TYPE_SCORECARD:
      return g_strdup_printf (ngettext ("%s scorecard", "%s scorecards", plural), number);
    case ASSAY_TYPE_CRITERION:
      return g_strdup_printf (ngettext ("%s criterion", "%s criteria", plural), number);
    case ASSAY_TYPE_ASSESSMENT:
      return g_strdup_printf (ngettext ("%s assessment", "%s assessments", plural), number);
    case ASSAY_TYPE_SITE:
      return g_strdup_printf (ngettext ("%s site", "%s sites", plural), number);
    case ASSAY_TYPE_CAPABILITY:
      return g_strdup_printf (ngettext ("%s capability", "%s capabilities", plural), number);
    case ASSAY_TYPE_REFERENCE_CALL:
      return g_strdup_printf (ngettext ("%s reference call", "%s reference calls", plural), number);
    case ASSAY_TYPE_REPAIR_PARTNER:
      return g_strdup_printf (ngettext ("%s repair partner", "%s repair partners", plural), number);
    case ASSAY_TYPE_RISK:
      return g_strdup_printf (ngettext ("%s risk", "%s risks", plural), number);
    case ASSAY_TYPE_SUPPLIER_NAME:
      return g_strdup_printf (ngettext ("%s other name", "%s other names", plural), number);
    case ASSAY_TYPE_VARIANT:
      return g_strdup_printf (ngettext ("%s variant", "%s variants", plural), number);
    case ASSAY_TYPE_COMPONENT:
      return g_strdup_printf (ngettext ("%s component", "%s components", plural), number);
    case ASSAY_TYPE_REQUIREMENT:
      return g_strdup_printf (ngettext ("%s requirement", "%s requirements", plural), number);
    case ASSAY_TYPE_TEST_PROTOCOL:
      return g_strdup_printf (ngettext ("%s test protocol", "%s test protocols", plural), number);
    case ASSAY_TYPE_PROTOCOL_TEST:
      return g_strdup_printf (ngettext ("%s test of a protocol", "%s tests of protocols", plural),
                              number);
    case ASSAY_TYPE_SAMPLE:
      return g_strdup_printf (ngettext ("%s sample", "%s samples", plural), number);
    case ASSAY_TYPE_SAMPLE_TEST:
      return g_strdup_printf (ngettext ("%s test of a sample", "%s tests of samples", plural),
                              number);
    case ASSAY_TYPE_SCHEME:
      return g_strdup_printf (ngettext ("%s scheme", "%s schemes", plural), number);
    case ASSAY_TYPE_EVIDENCE:
      return g_strdup_printf (ngettext ("%s piece of evidence", "%s pieces of evidence", plural),
                              number);
    case ASSAY_TYPE_VERIFICATION:
      return g_strdup_printf (ngettext ("%s verification", "%s verifications", plural), number);
    case ASSAY_TYPE_AUDIT_FINDING:
      return g_strdup_printf (ngettext ("%s audit finding", "%s audit findings", plural), number);
    case ASSAY_TYPE_CLAIM:
      return g_strdup_printf (ngettext ("%s claim", "%s claims", plural), number);
    case ASSAY_TYPE_CLAIM_KIND:
      return g_strdup_printf (ngettext ("%s kind of claim", "%s kinds of claims", plural), number);
    case ASSAY_TYPE_CLAIM_NEED:
      return g_strdup_printf (
          ngettext ("%s need of a kind of claim", "%s needs of kinds of claims", plural), number);
    case ASSAY_TYPE_CLAIM_WORD:
      return g_strdup_printf (ngettext ("%s word in claims", "%s words in claims", plural), number);
    case ASSAY_TYPE_DILIGENCE:
      return g_strdup_printf (ngettext ("%s due diligence list", "%s due diligence lists", plural),
                              number);
    case ASSAY_TYPE_DILIGENCE_ITEM:
      return g_strdup_printf (ngettext ("%s due diligence item", "%s due diligence items", plural),
                              number);
    case ASSAY_TYPE_DILIGENCE_CHECK:
      return g_strdup_printf (
          ngettext ("%s due diligence answer", "%s due diligence answers", plural), number);
    case ASSAY_TYPE_NONE:
    case ASSAY_TYPE_ATTACHMENT:
    case ASSAY_N_TYPES:
    default:
      return g_strdup (number);
    }
}

char *
assay_import_result_describe_created (const AssayImportResult *result)
{
  static const AssayType order[]
      = { ASSAY_TYPE_ORDER_LINE,     ASSAY_TYPE_ORDER,          ASSAY_TYPE_INSPECTION,
          ASSAY_TYPE_DEFECT,         ASSAY_TYPE_DELIVERY,       ASSAY_TYPE_PROMISE,
          ASSAY_TYPE_SUPPLIER,       ASSAY_TYPE_PRODUCT,        ASSAY_TYPE_CONTACT,
          ASSAY_TYPE_DEFECT_TYPE,    ASSAY_TYPE_CHECKPOINT,     ASSAY_TYPE_PLAN_PROFILE,
          ASSAY_TYPE_CHECKLIST,      ASSAY_TYPE_CHECKLIST_ITEM, ASSAY_TYPE_CORRECTIVE_ACTION,
          ASSAY_TYPE_MILESTONE,      ASSAY_TYPE_MILESTONE_PLAN, ASSAY_TYPE_MILESTONE_STEP,
          ASSAY_TYPE_BLACKOUT,       ASSAY_TYPE_EXCHANGE_RATE,  ASSAY_TYPE_DEMAND,
          ASSAY_TYPE_SCORECARD,      ASSAY_TYPE_CRITERION,      ASSAY_TYPE_ASSESSMENT,
          ASSAY_TYPE_SITE,           ASSAY_TYPE_CAPABILITY,     ASSAY_TYPE_REFERENCE_CALL,
          ASSAY_TYPE_REPAIR_PARTNER, ASSAY_TYPE_RISK,           ASSAY_TYPE_SUPPLIER_NAME,
          ASSAY_TYPE_VARIANT,        ASSAY_TYPE_COMPONENT,      ASSAY_TYPE_REQUIREMENT,
          ASSAY_TYPE_TEST_PROTOCOL,  ASSAY_TYPE_PROTOCOL_TEST,  ASSAY_TYPE_SAMPLE,
          ASSAY_TYPE_SAMPLE_TEST,    ASSAY_TYPE_SCHEME,         ASSAY_TYPE_EVIDENCE,
          ASSAY_TYPE_VERIFICATION,   ASSAY_TYPE_AUDIT_FINDING,  ASSAY_TYPE_CLAIM,
          ASSAY_TYPE_CLAIM_KIND,     ASSAY_TYPE_CLAIM_NEED,     ASSAY_TYPE_CLAIM_WORD,
          ASSAY_TYPE_DILIGENCE,      ASSAY_TYPE_DILIGENCE_ITEM, ASSAY_TYPE_DILIGENCE_CHECK };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *count = NULL;

      if (result->created[order[i]] == 0)
        continue;
      count = count_of (order[i], result->created[order[i]]);
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", count);
    }
  if (text->len == 0)
    {
      g_string_free (text, TRUE);
      return NULL;
    }
  return g_string_free_and_steal (text);
}

static void
append_remarks (GString *report, const char *title, const AssayImportRemarks *remarks)
{
  if (remarks->count == 0)
    return;
  g_string_append_printf (report, "\n%s (%" G_GUINT64_FORMAT ")\n", title, remarks->count);
  for (guint i = 0; i < remarks->remarks->len; i++)
    {
      const AssayImportRemark *remark = &g_array_index (remarks->remarks, AssayImportRemark, i);

      g_string_append_printf (report, "%u\t%s\t%s\t%s\n", remark->line, remark->column,
                              remark->value, remark->reason);
    }
}

char *
assay_import_result_report (const AssayImportResult *result, const char *file_name)
{
  GString *report = g_string_new (file_name);
  g_autofree char *rows = assay_format_number ((gint64)result->rows);
  g_autofree char *created = assay_import_result_describe_created (result);

  g_string_append_c (report, '\n');
  /* Translators: in a report; %s is a number. */
  g_string_append_printf (report, _ ("Rows read: %s"), rows);
  g_string_append_c (report, '\n');
  if (created != NULL)
    {
      /* Translators: in a report; %s lists what and how many. */
      g_string_append_printf (report, _ ("New: %s"), created);
      g_string_append_c (report, '\n');
    }
  append_remarks (report, _ ("Rows refused: line, column, value, reason"), &result->refused);
  append_remarks (report, _ ("Values left unknown: line, column, value, reason"),
                  &result->unknown_values);
  append_remarks (report, _ ("Notes: line, column, value, reason"), &result->notes);
  return g_string_free_and_steal (report);
}
