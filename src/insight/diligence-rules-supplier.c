/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is to be known of a supplier. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "insight/diligence-private.h"
#include "record/format.h"
#include "store/records.h"

#define OF_SUPPLIER "(e.supplier = ?4 OR e.site IN (SELECT id FROM site WHERE supplier = ?4))"

static gint32
get_date (AssayStatement *statement, int column)
{
  return assay_statement_is_null (statement, column)
             ? ASSAY_DATE_UNKNOWN
             : (gint32)assay_statement_get_int (statement, column);
}

/* Why the day does not count; NULL when it does. */
static char *
fault_of (const AssayDiligenceCase *asked, gint32 date)
{
  g_autofree char *words = NULL;

  if (date == ASSAY_DATE_UNKNOWN)
    return g_strdup (_ ("without a date"));
  if (date >= asked->since)
    return NULL;
  words = assay_date_format (date);
  /* Translators: a date; a number of months */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "on %s, more than %u month ago",
                                       "on %s, more than %u months ago", (gulong)asked->months),
                          words, (guint)asked->months);
}

static gboolean
is_known (AssayRecord *record, guint field)
{
  return assay_record_is_known (record, field);
}

gboolean
assay_diligence_company (const AssayDiligenceCase *asked,
                         AssayDiligenceFound *found,
                         GError **error)
{
  static const int fields[]
      = { ASSAY_SUPPLIER_LEGAL_NAME, ASSAY_SUPPLIER_COUNTRY, ASSAY_SUPPLIER_ADDRESS, -1 };

  assay_diligence_need_fields (asked->record, fields, found);
  if (!is_known (asked->record, ASSAY_SUPPLIER_REGISTRATION)
      && !is_known (asked->record, ASSAY_SUPPLIER_TAX_NUMBER))
    assay_diligence_miss (found, g_strdup (_ ("its registration or tax number")));
  if (found->missing->len > 0)
    return TRUE;
  assay_diligence_say (found,
                       g_strdup (assay_record_get_text (asked->record, ASSAY_SUPPLIER_LEGAL_NAME)));
  assay_diligence_prove (
      found, ASSAY_TYPE_SUPPLIER, asked->id,
      g_strdup (assay_record_get_text (asked->record, ASSAY_SUPPLIER_LEGAL_NAME)));
  return TRUE;
}

gboolean
assay_diligence_terms (const AssayDiligenceCase *asked, AssayDiligenceFound *found, GError **error)
{
  static const int fields[]
      = { ASSAY_SUPPLIER_CURRENCY, ASSAY_SUPPLIER_INCOTERM, ASSAY_SUPPLIER_PAYMENT_TERMS, -1 };

  assay_diligence_need_fields (asked->record, fields, found);
  if (found->missing->len > 0)
    return TRUE;
  for (guint i = 0; fields[i] >= 0; i++)
    assay_diligence_say (
        found, assay_format_display (asked->record, (guint)fields[i], ASSAY_UNITS_METRIC));
  assay_diligence_prove (
      found, ASSAY_TYPE_SUPPLIER, asked->id,
      assay_format_display (asked->record, ASSAY_SUPPLIER_PAYMENT_TERMS, ASSAY_UNITS_METRIC));
  return TRUE;
}

/* Rows of id, words and day: the first whose day counts is proof. */
static gboolean
find_dated (const AssayDiligenceCase *asked,
            const char *sql,
            AssayType type,
            const char *what,
            AssayDiligenceFound *found,
            GError **error)
{
  g_autoptr (AssayStatement) statement = assay_diligence_prepare (asked, sql, error);
  g_autofree char *first = NULL;
  gboolean row, ok;

  if (statement == NULL)
    return FALSE;
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      g_autofree char *words = assay_diligence_dup_text (statement, 1);
      g_autofree char *fault = fault_of (asked, get_date (statement, 2));
      g_autofree char *day = NULL;

      if (fault != NULL)
        {
          if (first == NULL)
            first = g_strdup_printf ("%s: %s %s", what, words, fault);
          continue;
        }
      day = assay_date_format (get_date (statement, 2));
      assay_diligence_say (found, g_strdup_printf ("%s, %s", words, day));
      assay_diligence_prove (found, type, assay_statement_get_int (statement, 0),
                             g_strdup_printf ("%s, %s", words, day));
      return TRUE;
    }
  if (ok)
    assay_diligence_miss (found, first != NULL ? g_steal_pointer (&first) : g_strdup (what));
  return ok;
}

gboolean
assay_diligence_reference (const AssayDiligenceCase *asked,
                           AssayDiligenceFound *found,
                           GError **error)
{
  return find_dated (asked,
                     "SELECT id, company, called_on FROM reference_call WHERE supplier = ?1"
                     " AND called_on IS NOT NULL AND ifnull (again, '') <> 'no'"
                     " ORDER BY called_on DESC, id",
                     ASSAY_TYPE_REFERENCE_CALL, _ ("a call to a customer who would order again"),
                     found, error);
}

gboolean
assay_diligence_site (const AssayDiligenceCase *asked, AssayDiligenceFound *found, GError **error)
{
  gint32 tour_on = assay_record_get_date (asked->record, ASSAY_SUPPLIER_TOUR_ON);
  g_autofree char *fault = fault_of (asked, tour_on);

  if (is_known (asked->record, ASSAY_SUPPLIER_TOUR) && fault == NULL)
    {
      g_autofree char *day = assay_date_format (tour_on);
      /* Translators: a date */
      char *words = g_strdup_printf (_ ("Virtual tour, %s"), day);

      assay_diligence_say (found, words);
      assay_diligence_prove (found, ASSAY_TYPE_SUPPLIER, asked->id, g_strdup (words));
      return TRUE;
    }
  return find_dated (asked,
                     "SELECT id, name, visited_on FROM site WHERE supplier = ?1"
                     " AND visited_on IS NOT NULL ORDER BY visited_on DESC, id",
                     ASSAY_TYPE_SITE, _ ("a visit or a virtual tour with its date"), found, error);
}

gboolean
assay_diligence_capability (const AssayDiligenceCase *asked,
                            AssayDiligenceFound *found,
                            GError **error)
{
  return find_dated (asked,
                     "SELECT id, process, seen_on FROM capability WHERE supplier = ?1"
                     " AND state IN ('seen', 'verified') AND seen_on IS NOT NULL"
                     " ORDER BY seen_on DESC, id",
                     ASSAY_TYPE_CAPABILITY, _ ("a capability that somebody has seen"), found,
                     error);
}

/* An audit with an open finding of zero tolerance, or that failed, answers nothing. */
static gboolean
check_audit (const AssayDiligenceCase *asked, gint64 id, AssayDiligenceFound *found, GError **error)
{
  g_autoptr (AssayRecord) audit = assay_records_get (asked->db, ASSAY_TYPE_EVIDENCE, id, error);
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (asked->db,
                          "SELECT count (*) FROM audit_finding WHERE evidence = ?1"
                          " AND closed_on IS NULL AND severity = 'zero_tolerance'",
                          error);
  const char *rating;
  gboolean row;

  if (audit == NULL || statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, id);
  if (!assay_statement_step (statement, &row, error))
    return FALSE;
  if (assay_statement_get_int (statement, 0) > 0)
    assay_diligence_miss (found, g_strdup (_ ("an answer to its finding of zero tolerance")));
  rating = assay_record_get_text (audit, ASSAY_EVIDENCE_RATING);
  if (rating != NULL && g_ascii_strcasecmp (rating, "E") == 0)
    assay_diligence_miss (found, g_strdup (_ ("a better rating than E, which is a failure")));
  return TRUE;
}

gboolean
assay_diligence_audit (const AssayDiligenceCase *asked, AssayDiligenceFound *found, GError **error)
{
  guint before = found->proofs->len;
  const AssayDiligenceProof *proof;

  if (!assay_diligence_find_evidence (asked, OF_SUPPLIER " AND e.kind = 'audit'", _ ("an audit"),
                                      found, error))
    return FALSE;
  if (found->proofs->len == before)
    return TRUE;
  proof = g_ptr_array_index (found->proofs, before);
  return check_audit (asked, proof->id, found, error);
}

/* The supplier of a product; itself of a supplier; NULL without error when there is none. */
static AssayRecord *
read_supplier (const AssayDiligenceCase *asked, gboolean *ok, GError **error)
{
  AssayRecord *supplier;

  *ok = TRUE;
  if (asked->type == ASSAY_TYPE_SUPPLIER)
    return g_object_ref (asked->record);
  if (asked->supplier == 0)
    return NULL;
  supplier = assay_records_get (asked->db, ASSAY_TYPE_SUPPLIER, asked->supplier, error);
  *ok = supplier != NULL;
  return supplier;
}

/* What is automatic: the words of a capability, or of the company as a whole. */
static gboolean
find_automatic (const AssayDiligenceCase *asked,
                AssayRecord *supplier,
                AssayDiligenceFound *found,
                GError **error)
{
  const char *automation = assay_record_get_text (supplier, ASSAY_SUPPLIER_AUTOMATION);
  g_autoptr (AssayStatement) statement = assay_diligence_prepare (
      asked,
      "SELECT id, process FROM capability WHERE supplier = ?4"
      " AND automation IN ('partly', 'automatic')"
      " ORDER BY ifnull (state, 'claimed') IN ('seen', 'verified') DESC, id LIMIT 1",
      error);
  gboolean row;

  if (statement == NULL || !assay_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    {
      g_autofree char *process = assay_diligence_dup_text (statement, 1);
      /* Translators: a process, such as cutting, that machines do */
      char *words = g_strdup_printf (_ ("Automatic: %s"), process);

      assay_diligence_say (found, words);
      assay_diligence_prove (found, ASSAY_TYPE_CAPABILITY, assay_statement_get_int (statement, 0),
                             g_strdup (words));
    }
  else if (g_strcmp0 (automation, "partly") == 0 || g_strcmp0 (automation, "automatic") == 0)
    assay_diligence_say (
        found, assay_format_display (supplier, ASSAY_SUPPLIER_AUTOMATION, ASSAY_UNITS_METRIC));
  else
    assay_diligence_miss (found, g_strdup (_ ("what is automatic")));
  return TRUE;
}

gboolean
assay_diligence_minimum (const AssayDiligenceCase *asked,
                         AssayDiligenceFound *found,
                         GError **error)
{
  gboolean ok;
  g_autoptr (AssayRecord) supplier = read_supplier (asked, &ok, error);
  gint64 pieces = -1;

  if (!ok)
    return FALSE;
  if (asked->type == ASSAY_TYPE_PRODUCT)
    pieces = assay_record_get_integer (asked->record, ASSAY_PRODUCT_MINIMUM_ORDER, -1);
  if (pieces < 0 && supplier != NULL)
    pieces = assay_record_get_integer (supplier, ASSAY_SUPPLIER_MINIMUM_ORDER, -1);
  if (pieces < 0)
    assay_diligence_miss (found, g_strdup (_ ("the minimum order")));
  else
    {
      g_autofree char *number = assay_format_number (pieces);
      /* Translators: a number of pieces */
      char *words = g_strdup_printf (_ ("Minimum order %s"), number);

      assay_diligence_say (found, words);
      assay_diligence_prove (found, asked->type, asked->id, g_strdup (words));
    }
  if (supplier == NULL)
    {
      assay_diligence_miss (found, g_strdup (_ ("a main supplier")));
      return TRUE;
    }
  return find_automatic (asked, supplier, found, error);
}

static gboolean
find_repair (const AssayDiligenceCase *asked,
             AssayRecord *supplier,
             AssayDiligenceFound *found,
             GError **error)
{
  g_autoptr (AssayStatement) statement = assay_diligence_prepare (
      asked, "SELECT id, name FROM repair_partner WHERE supplier = ?4 ORDER BY name, id LIMIT 1",
      error);
  gboolean row;

  if (statement == NULL || !assay_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    {
      g_autofree char *name = assay_diligence_dup_text (statement, 1);
      /* Translators: a company that repairs */
      char *words = g_strdup_printf (_ ("Repairs by %s"), name);

      assay_diligence_say (found, words);
      assay_diligence_prove (found, ASSAY_TYPE_REPAIR_PARTNER,
                             assay_statement_get_int (statement, 0), g_strdup (words));
    }
  else if (is_known (supplier, ASSAY_SUPPLIER_REPAIR_TERMS))
    assay_diligence_say (found, g_strdup (_ ("Repair terms are noted")));
  else if (assay_record_get_integer (supplier, ASSAY_SUPPLIER_SPARE_PARTS, 0) > 0)
    assay_diligence_say (found, g_strdup (_ ("Spare parts are promised")));
  else
    assay_diligence_miss (found, g_strdup (_ ("how it is repaired: terms, parts or a partner")));
  return TRUE;
}

gboolean
assay_diligence_warranty (const AssayDiligenceCase *asked,
                          AssayDiligenceFound *found,
                          GError **error)
{
  gboolean ok;
  g_autoptr (AssayRecord) supplier = read_supplier (asked, &ok, error);
  gint64 months = -1;

  if (!ok)
    return FALSE;
  if (asked->type == ASSAY_TYPE_PRODUCT)
    months = assay_record_get_integer (asked->record, ASSAY_PRODUCT_WARRANTY, -1);
  if (months < 0 && supplier != NULL)
    months = assay_record_get_integer (supplier, ASSAY_SUPPLIER_WARRANTY, -1);
  if (months <= 0)
    assay_diligence_miss (found, g_strdup (_ ("months of warranty")));
  else
    {
      char *words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u month of warranty",
                                                  "%u months of warranty", (gulong)months),
                                     (guint)months);

      assay_diligence_say (found, words);
      assay_diligence_prove (found, asked->type, asked->id, g_strdup (words));
    }
  if (supplier == NULL)
    {
      assay_diligence_miss (found, g_strdup (_ ("a main supplier")));
      return TRUE;
    }
  return find_repair (asked, supplier, found, error);
}
