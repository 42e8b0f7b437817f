/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is to be known of a product. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "insight/diligence-private.h"

#define OF_PRODUCT                                                                                 \
  "(e.product = ?1 OR e.component IN (SELECT id FROM component WHERE product = ?1))"

/* A test of a sample by a laboratory is a test report as well, where its number is known. */
static gboolean
find_tested (const AssayDiligenceCase *asked,
             AssayDiligenceFound *found,
             gboolean *there,
             GError **error)
{
  g_autoptr (AssayStatement) statement = assay_diligence_prepare (
      asked,
      "SELECT s.id, s.number, t.property, t.report_number FROM sample_test AS t"
      " JOIN sample AS s ON s.id = t.sample WHERE s.product = ?1 AND t.place = 'laboratory'"
      " AND t.report_number IS NOT NULL AND (?2 IS NULL OR t.tested_on >= ?2)"
      " ORDER BY t.tested_on DESC, t.id LIMIT 1",
      error);
  gboolean row;

  if (statement == NULL || !assay_statement_step (statement, &row, error))
    return FALSE;
  *there = row;
  if (row)
    {
      g_autofree char *number = assay_diligence_dup_text (statement, 1);
      g_autofree char *property = assay_diligence_dup_text (statement, 2);
      g_autofree char *report = assay_diligence_dup_text (statement, 3);
      /* Translators: the number of a report, a property, the number of a sample */
      char *words = g_strdup_printf (_ ("Report %s on %s of sample %s"), report, property, number);

      assay_diligence_say (found, words);
      assay_diligence_prove (found, ASSAY_TYPE_SAMPLE, assay_statement_get_int (statement, 0),
                             g_strdup (words));
    }
  return TRUE;
}

/* Every fabric and every band has its material, and a test report is there. */
gboolean
assay_diligence_material (const AssayDiligenceCase *asked,
                          AssayDiligenceFound *found,
                          GError **error)
{
  g_autoptr (AssayStatement) statement = assay_diligence_prepare (
      asked,
      "SELECT name, ifnull (trim (material), '') = '' FROM component WHERE product = ?1"
      " AND ifnull (kind, 'fabric') IN ('fabric', 'lining', 'mesh', 'foam', 'webbing', 'binding')"
      " ORDER BY position, id",
      error);
  gboolean row, ok, tested;
  guint n = 0;

  if (statement == NULL)
    return FALSE;
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      g_autofree char *name = assay_diligence_dup_text (statement, 0);

      n++;
      if (assay_statement_get_int (statement, 1) != 0)
        /* Translators: a component */
        assay_diligence_miss (found, g_strdup_printf (_ ("the material of “%s”"), name));
    }
  if (!ok)
    return FALSE;
  if (n == 0)
    assay_diligence_miss (found, g_strdup (_ ("fabrics among the components")));
  else if (found->missing->len == 0)
    assay_diligence_say (
        found, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u component with its material",
                                             "%u components with their material", n),
                                n));
  if (!find_tested (asked, found, &tested, error))
    return FALSE;
  return tested
         || assay_diligence_find_evidence (asked, OF_PRODUCT " AND e.kind = 'lab_report'",
                                           _ ("a test report"), found, error);
}

gboolean
assay_diligence_hardware (const AssayDiligenceCase *asked,
                          AssayDiligenceFound *found,
                          GError **error)
{
  g_autoptr (AssayStatement) statement = assay_diligence_prepare (
      asked,
      "SELECT id, name, trim (ifnull (brand, '') || ' ' || ifnull (part_number, ''))"
      " FROM component WHERE product = ?1 AND kind IN ('zip', 'buckle', 'hardware')"
      " ORDER BY position, id",
      error);
  gboolean row, ok;
  guint n = 0;

  if (statement == NULL)
    return FALSE;
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      g_autofree char *name = assay_diligence_dup_text (statement, 1);
      g_autofree char *part = assay_diligence_dup_text (statement, 2);

      n++;
      if (*part == '\0')
        /* Translators: a component */
        assay_diligence_miss (found, g_strdup_printf (_ ("brand or part number of “%s”"), name));
      else
        {
          assay_diligence_say (found, g_strdup_printf ("%s: %s", name, part));
          assay_diligence_prove (found, ASSAY_TYPE_COMPONENT,
                                 assay_statement_get_int (statement, 0),
                                 g_strdup_printf ("%s: %s", name, part));
        }
    }
  if (ok && n == 0)
    assay_diligence_miss (found, g_strdup (_ ("zips, buckles and hardware among the components")));
  return ok;
}

gboolean
assay_diligence_requirements (const AssayDiligenceCase *asked,
                              AssayDiligenceFound *found,
                              GError **error)
{
  g_autoptr (AssayStatement) statement = assay_diligence_prepare (
      asked,
      "SELECT property, lower IS NULL AND upper IS NULL AND ifnull (scale, '') <> 'pass_fail'"
      " AND ifnull (passes, '') <> 'pass' FROM requirement WHERE product = ?1"
      " ORDER BY position, id",
      error);
  gboolean row, ok;
  guint n = 0;

  if (statement == NULL)
    return FALSE;
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      g_autofree char *property = assay_diligence_dup_text (statement, 0);

      n++;
      if (assay_statement_get_int (statement, 1) != 0)
        /* Translators: a property that is tested */
        assay_diligence_miss (found, g_strdup_printf (_ ("the limit of “%s”"), property));
    }
  if (!ok)
    return FALSE;
  if (n == 0)
    assay_diligence_miss (found, g_strdup (_ ("requirements")));
  else
    {
      char *words = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u requirement", "%u requirements", n), n);

      assay_diligence_say (found, words);
      assay_diligence_prove (found, ASSAY_TYPE_PRODUCT, asked->id, g_strdup (words));
    }
  return TRUE;
}

static void
need_facts (const AssayDiligenceCase *asked,
            const int *fields,
            char *words,
            AssayDiligenceFound *found)
{
  g_autofree char *owned = words;

  assay_diligence_need_fields (asked->record, fields, found);
  if (found->missing->len > 0)
    return;
  assay_diligence_say (found, g_strdup (owned));
  assay_diligence_prove (found, ASSAY_TYPE_PRODUCT, asked->id, g_strdup (owned));
}

gboolean
assay_diligence_carton (const AssayDiligenceCase *asked, AssayDiligenceFound *found, GError **error)
{
  static const int fields[] = { ASSAY_PRODUCT_HEIGHT,       ASSAY_PRODUCT_WIDTH,
                                ASSAY_PRODUCT_DEPTH,        ASSAY_PRODUCT_MASS,
                                ASSAY_PRODUCT_PER_CARTON,   ASSAY_PRODUCT_CARTON_LENGTH,
                                ASSAY_PRODUCT_CARTON_WIDTH, ASSAY_PRODUCT_CARTON_HEIGHT,
                                ASSAY_PRODUCT_CARTON_MASS,  -1 };

  need_facts (asked, fields, g_strdup (_ ("Size, weight and carton are known")), found);
  return TRUE;
}

/* Six digits are what the world has in common; each country adds its own. */
gboolean
assay_diligence_tariff (const AssayDiligenceCase *asked, AssayDiligenceFound *found, GError **error)
{
  static const int fields[] = { ASSAY_PRODUCT_HS_CODE, ASSAY_PRODUCT_ORIGIN, -1 };
  const char *code = assay_record_get_text (asked->record, ASSAY_PRODUCT_HS_CODE);
  guint digits = 0;

  for (const char *p = code; p != NULL && *p != '\0'; p++)
    digits += g_ascii_isdigit (*p) ? 1 : 0;
  if (code != NULL && digits < 6)
    /* Translators: a tariff code */
    assay_diligence_miss (found,
                          g_strdup_printf (_ ("six digits of the tariff code, not “%s”"), code));
  /* Translators: a tariff code */
  need_facts (asked, fields, g_strdup_printf (_ ("Tariff code %s"), code != NULL ? code : ""),
              found);
  return TRUE;
}
