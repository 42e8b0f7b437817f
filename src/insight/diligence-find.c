/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the rules of due diligence share: words, proofs, and evidence that holds. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "insight/diligence-private.h"
#include "insight/evidence-flags.h"
#include "insight/scheme-codes.h"
#include "record/month.h"
#include "store/records.h"

static void
proof_free (gpointer data)
{
  AssayDiligenceProof *proof = data;

  g_free (proof->words);
  g_free (proof);
}

void
assay_diligence_found_init (AssayDiligenceFound *found)
{
  found->facts = g_ptr_array_new_with_free_func (g_free);
  found->missing = g_ptr_array_new_with_free_func (g_free);
  found->proofs = g_ptr_array_new_with_free_func (proof_free);
}

void
assay_diligence_found_clear (AssayDiligenceFound *found)
{
  g_clear_pointer (&found->facts, g_ptr_array_unref);
  g_clear_pointer (&found->missing, g_ptr_array_unref);
  g_clear_pointer (&found->proofs, g_ptr_array_unref);
}

void
assay_diligence_say (AssayDiligenceFound *found, char *words)
{
  g_ptr_array_add (found->facts, words);
}

void
assay_diligence_miss (AssayDiligenceFound *found, char *words)
{
  g_ptr_array_add (found->missing, words);
}

void
assay_diligence_prove (AssayDiligenceFound *found, AssayType type, gint64 id, char *words)
{
  AssayDiligenceProof *proof = g_new0 (AssayDiligenceProof, 1);

  proof->type = type;
  proof->id = id;
  proof->words = words;
  g_ptr_array_add (found->proofs, proof);
}

AssayStatement *
assay_diligence_prepare (const AssayDiligenceCase *asked, const char *sql, GError **error)
{
  AssayStatement *statement = assay_db_prepare (asked->db, sql, error);
  int n;

  if (statement == NULL)
    return NULL;
  n = sqlite3_bind_parameter_count (assay_statement_handle (statement));
  if (n >= 1)
    assay_statement_bind_int (statement, 1, asked->id);
  if (n >= 2 && asked->since != G_MININT32)
    assay_statement_bind_int (statement, 2, asked->since);
  if (n >= 3)
    assay_statement_bind_int (statement, 3, asked->today);
  if (n >= 4)
    assay_statement_bind_int (statement, 4, asked->supplier);
  return statement;
}

char *
assay_diligence_dup_text (AssayStatement *statement, int column)
{
  if (assay_statement_is_null (statement, column))
    return g_strdup ("");
  return g_utf8_make_valid (assay_statement_get_text (statement, column), -1);
}

void
assay_diligence_need_fields (const AssayRecord *record,
                             const int *fields,
                             AssayDiligenceFound *found)
{
  for (guint i = 0; fields[i] >= 0; i++)
    if (!assay_record_is_known (record, (guint)fields[i]))
      assay_diligence_miss (
          found, g_strdup (assay_field_label (&assay_record_describe (record)->fields[fields[i]])));
}

gint32
assay_diligence_since (gint32 today, gint64 months)
{
  return months > 0 ? assay_date_months_away (today, -months) : G_MININT32;
}

/* When it says what it says: a tag when it was opened. */
static gint32
date_of (const AssayRecord *evidence)
{
  static const guint fields[]
      = { ASSAY_EVIDENCE_RESOLVED_ON, ASSAY_EVIDENCE_ISSUED_ON, ASSAY_EVIDENCE_VALID_FROM };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (assay_record_is_known (evidence, fields[i])
        && (i > 0 || g_strcmp0 (assay_record_get_text (evidence, ASSAY_EVIDENCE_KIND), "tag") == 0))
      return assay_record_get_date (evidence, fields[i]);
  return ASSAY_DATE_UNKNOWN;
}

static char *
say_date (const char *format, gint32 date)
{
  g_autofree char *words = assay_date_format (date);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, words);
#pragma GCC diagnostic pop
}

/* What a tag has to show beside being there. */
static char *
tag_fault (const AssayRecord *evidence)
{
  const char *resolves = assay_record_get_text (evidence, ASSAY_EVIDENCE_RESOLVES);

  if (resolves == NULL)
    return g_strdup (_ ("nobody has opened it"));
  if (g_str_equal (resolves, "no"))
    return g_strdup (_ ("its address does not open"));
  if (g_strcmp0 (assay_record_get_text (evidence, ASSAY_EVIDENCE_MATCHES), "no") == 0)
    return g_strdup (_ ("it does not match the order or the lot"));
  if (!assay_record_is_known (evidence, ASSAY_EVIDENCE_SHOWS))
    return g_strdup (_ ("no linked documents are noted"));
  return NULL;
}

char *
assay_diligence_evidence_fault (const AssayRecord *evidence,
                                gint32 today,
                                gint32 since,
                                gint64 months)
{
  const char *state = assay_record_get_text (evidence, ASSAY_EVIDENCE_STATE);
  gint32 from = assay_record_get_date (evidence, ASSAY_EVIDENCE_VALID_FROM);
  gint32 until = assay_record_get_date (evidence, ASSAY_EVIDENCE_VALID_UNTIL);
  gint32 date = date_of (evidence);

  if (g_strcmp0 (assay_record_get_text (evidence, ASSAY_EVIDENCE_KIND), "tag") == 0)
    {
      char *fault = tag_fault (evidence);

      if (fault != NULL)
        return fault;
    }
  else if (state == NULL || g_str_equal (state, "claimed"))
    return g_strdup (_ ("it is only claimed"));
  if (g_strcmp0 (state, "refused") == 0)
    return g_strdup (_ ("it was refused"));
  if (until != ASSAY_DATE_UNKNOWN && until < today)
    return say_date (_ ("it ended on %s"), until);
  if (from != ASSAY_DATE_UNKNOWN && from > today)
    return say_date (_ ("it begins on %s"), from);
  if (since == G_MININT32)
    return NULL;
  if (date == ASSAY_DATE_UNKNOWN)
    return g_strdup (_ ("it has no date"));
  if (date < since)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "it is older than %u month",
                                         "it is older than %u months", (gulong)months),
                            (guint)months);
  return NULL;
}

/* "SMETA ZAA600012345 (valid until 3 May 2027)" */
static char *
describe (const AssayRecord *evidence)
{
  g_autofree char *title = assay_record_dup_title (evidence);
  const char *kind = assay_record_get_text (evidence, ASSAY_EVIDENCE_KIND);
  const char *label
      = kind != NULL ? assay_field_choice_label (
                           &assay_record_describe (evidence)->fields[ASSAY_EVIDENCE_KIND], kind)
                     : NULL;
  const char *name = assay_record_get_text (evidence, ASSAY_EVIDENCE_NAME);
  const char *words = title != NULL && *title != '\0' ? title : name;
  gint32 until = assay_record_get_date (evidence, ASSAY_EVIDENCE_VALID_UNTIL);
  g_autofree char *date = NULL;

  if (words == NULL)
    words = label != NULL ? label : "";
  if (until != ASSAY_DATE_UNKNOWN)
    {
      date = assay_date_format (until);
      /* Translators: a piece of evidence and a date */
      return g_strdup_printf (_ ("%s (valid until %s)"), words, date);
    }
  if (date_of (evidence) == ASSAY_DATE_UNKNOWN)
    return g_strdup (words);
  date = assay_date_format (date_of (evidence));
  /* Translators: a piece of evidence and a date */
  return g_strdup_printf (_ ("%s (of %s)"), words, date);
}

/* Of one of the schemes that the item names, the newest first. */
static GArray *
list_evidence (const AssayDiligenceCase *asked, const char *where, GError **error)
{
  g_autofree char *sql = g_strconcat (
      "SELECT e.id, coalesce (e.scheme, 0) FROM evidence AS e WHERE ", where,
      " ORDER BY coalesce (e.resolved_on, e.issued_on, e.valid_from) DESC, e.id DESC", NULL);
  g_autoptr (AssayStatement) statement = assay_diligence_prepare (asked, sql, error);
  g_autoptr (AssaySchemeCodes) codes = assay_scheme_codes_read (asked->db, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row, ok;

  if (statement == NULL || codes == NULL)
    return NULL;
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      gint64 id = assay_statement_get_int (statement, 0);

      if (assay_scheme_codes_hold (codes, asked->schemes, assay_statement_get_int (statement, 1)))
        g_array_append_val (ids, id);
    }
  return ok ? g_steal_pointer (&ids) : NULL;
}

/* What the register of evidence says against it: that it was found suspended, that its scheme's
 * usual validity is over, that its holder is another. *@fault is NULL for nothing. */
static gboolean
find_register_fault (const AssayDiligenceCase *asked, gint64 id, char **fault, GError **error)
{
  const AssayEvidenceQuestion question = { .today = asked->today, .evidence = id };
  g_autoptr (AssayEvidenceRegister) judged = assay_evidence_read (asked->db, &question, error);
  const AssayEvidenceItem *item = judged != NULL ? assay_evidence_find (judged, id) : NULL;
  const AssayEvidenceFlagged *flag = item != NULL ? assay_evidence_item_get_breaking (item) : NULL;

  *fault = NULL;
  /* What nobody has seen is a matter of its kind, and was asked already. */
  if (flag != NULL && flag->flag != ASSAY_FLAG_CLAIMED_ONLY)
    *fault = g_strdup (flag->words);
  return judged != NULL;
}

gboolean
assay_diligence_find_evidence (const AssayDiligenceCase *asked,
                               const char *where,
                               const char *what,
                               AssayDiligenceFound *found,
                               GError **error)
{
  g_autoptr (GArray) ids = list_evidence (asked, where, error);
  g_autofree char *first = NULL;

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (AssayRecord) evidence
          = assay_records_get (asked->db, ASSAY_TYPE_EVIDENCE, id, error);
      g_autofree char *fault = NULL;
      g_autofree char *words = NULL;

      if (evidence == NULL)
        return FALSE;
      words = describe (evidence);
      fault = assay_diligence_evidence_fault (evidence, asked->today, asked->since, asked->months);
      if (fault == NULL && !find_register_fault (asked, id, &fault, error))
        return FALSE;
      if (fault == NULL)
        {
          assay_diligence_say (found, g_strdup (words));
          assay_diligence_prove (found, ASSAY_TYPE_EVIDENCE, id, g_steal_pointer (&words));
          return TRUE;
        }
      if (first == NULL)
        /* Translators: what is missing; a piece of evidence; why it does not do. */
        first = g_strdup_printf (_ ("%s: %s does not do, %s"), what, words, fault);
    }
  assay_diligence_miss (found, first != NULL ? g_steal_pointer (&first) : g_strdup (what));
  return TRUE;
}

gboolean
assay_diligence_concerns (const AssayRecord *record)
{
  static const char *const services[]
      = { "laboratory", "inspection_company", "forwarder", "warehouse", NULL };
  const char *kind = assay_record_get_kind (record) == ASSAY_TYPE_SUPPLIER
                         ? assay_record_get_text (record, ASSAY_SUPPLIER_KIND)
                         : NULL;

  return kind == NULL || !g_strv_contains (services, kind);
}
