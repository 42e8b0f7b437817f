/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "exchange/example.h"

#include <glib/gi18n-lib.h>

#include "exchange/example-photos.h"
#include "exchange/importer.h"
#include "exchange/starting-set.h"
#include "record/date.h"
#include "store/book-settings.h"
#include "store/records.h"

#define DATE_LENGTH 10

/* In this order: later files name what earlier ones hold. */
static const struct
{
  const char *name;
  AssayType type;
} files[] = {
  { "plan-profiles.csv", ASSAY_TYPE_PLAN_PROFILE },
  { "checklists.csv", ASSAY_TYPE_CHECKLIST },
  { "suppliers.csv", ASSAY_TYPE_SUPPLIER },
  { "sites.csv", ASSAY_TYPE_SITE },
  { "capabilities.csv", ASSAY_TYPE_CAPABILITY },
  { "reference-calls.csv", ASSAY_TYPE_REFERENCE_CALL },
  { "repair-partners.csv", ASSAY_TYPE_REPAIR_PARTNER },
  { "risks.csv", ASSAY_TYPE_RISK },
  { "other-names.csv", ASSAY_TYPE_SUPPLIER_NAME },
  { "contacts.csv", ASSAY_TYPE_CONTACT },
  { "assessments.csv", ASSAY_TYPE_ASSESSMENT },
  { "exchange-rates.csv", ASSAY_TYPE_EXCHANGE_RATE },
  { "products.csv", ASSAY_TYPE_PRODUCT },
  { "variants.csv", ASSAY_TYPE_VARIANT },
  { "components.csv", ASSAY_TYPE_COMPONENT },
  { "requirements.csv", ASSAY_TYPE_REQUIREMENT },
  { "demand.csv", ASSAY_TYPE_DEMAND },
  { "defect-types.csv", ASSAY_TYPE_DEFECT_TYPE },
  { "orders.csv", ASSAY_TYPE_ORDER },
  { "milestones.csv", ASSAY_TYPE_MILESTONE },
  { "promises.csv", ASSAY_TYPE_PROMISE },
  { "deliveries.csv", ASSAY_TYPE_DELIVERY },
  { "inspections.csv", ASSAY_TYPE_INSPECTION },
  { "corrective-actions.csv", ASSAY_TYPE_CORRECTIVE_ACTION },
  { "samples.csv", ASSAY_TYPE_SAMPLE },
  { "evidence.csv", ASSAY_TYPE_EVIDENCE },
  { "sample-tests.csv", ASSAY_TYPE_SAMPLE_TEST },
  { "verifications.csv", ASSAY_TYPE_VERIFICATION },
  { "audit-findings.csv", ASSAY_TYPE_AUDIT_FINDING },
  { "claims.csv", ASSAY_TYPE_CLAIM },
  { "due-diligence.csv", ASSAY_TYPE_DILIGENCE_CHECK },
};

/* Feasts stay on their days when the story moves, and the rest is as in any new book. */
static const AssayType sets[]
    = { ASSAY_TYPE_BLACKOUT,  ASSAY_TYPE_SCHEME,       ASSAY_TYPE_MILESTONE_PLAN,
        ASSAY_TYPE_SCORECARD, ASSAY_TYPE_CLAIM_KIND,   ASSAY_TYPE_CLAIM_WORD,
        ASSAY_TYPE_DILIGENCE, ASSAY_TYPE_TEST_PROTOCOL };

typedef struct
{
  char *folder;
  gint32 today;
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  g_free (making->folder);
  g_free (making);
}

/**
 * assay_example_folder:
 *
 * Returns: (transfer full): the folder with the example's files
 */
char *
assay_example_folder (void)
{
  const char *data = g_getenv ("ASSAY_DATA_DIR");

  return g_build_filename (data != NULL ? data : ASSAY_PKGDATA_DIR, "example", NULL);
}

/* Reads the date that begins at @text and is no part of a longer number. */
static gboolean
read_date (const char *start, const char *text, gint32 *date)
{
  char copy[DATE_LENGTH + 1];

  if (!g_ascii_isdigit (text[0]) || (text > start && g_ascii_isdigit (text[-1]))
      || strlen (text) < DATE_LENGTH || text[4] != '-' || text[7] != '-'
      || g_ascii_isdigit (text[DATE_LENGTH]))
    return FALSE;
  memcpy (copy, text, DATE_LENGTH);
  copy[DATE_LENGTH] = '\0';
  return assay_date_parse_iso (copy, date);
}

/**
 * assay_example_shift_dates:
 * @text: any text
 * @days: how far, in days
 *
 * Returns: (transfer full): @text with every ISO date in it moved
 */
char *
assay_example_shift_dates (const char *text, gint32 days)
{
  GString *shifted = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0';)
    {
      gint32 date;

      if (read_date (text, p, &date))
        {
          g_autofree char *moved
              = assay_date_format_iso (CLAMP (date + days, ASSAY_DATE_MIN, ASSAY_DATE_MAX));

          g_string_append (shifted, moved);
          p += DATE_LENGTH;
        }
      else
        g_string_append_c (shifted, *p++);
    }
  return g_string_free_and_steal (shifted);
}

/* The file's text with its dates moved; NULL without error where there is no such file. */
static char *
read_shifted (const char *folder, const char *name, gint32 days, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;
  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  if (!g_utf8_validate (text, (gssize)length, NULL))
    {
      g_set_error (error, ASSAY_EXCHANGE_ERROR, ASSAY_EXCHANGE_ERROR_ENCODING,
                   _ ("%s is not UTF-8"), name);
      return NULL;
    }
  return assay_example_shift_dates (text, days);
}

static gboolean
read_anchor (const char *folder, gint32 *anchor, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "anchor.txt", NULL);
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  if (assay_date_parse_iso (g_strstrip (text), anchor))
    return TRUE;
  g_set_error (error, ASSAY_EXCHANGE_ERROR, ASSAY_EXCHANGE_ERROR_REFUSED,
               _ ("%s holds no date like 2026-03-31"), path);
  return FALSE;
}

/* Names the first row that was refused, with its reason. */
static void
explain (const AssayImportResult *result, const char *name, GError **error)
{
  const AssayImportRemark *first;

  if (error == NULL || *error == NULL)
    return;
  if (result->refused.remarks->len == 0)
    {
      g_prefix_error (error, "%s: ", name);
      return;
    }
  first = &g_array_index (result->refused.remarks, AssayImportRemark, 0);
  g_clear_error (error);
  g_set_error (error, ASSAY_EXCHANGE_ERROR, ASSAY_EXCHANGE_ERROR_REFUSED, "%s:%u: %s: %s (%s)",
               name, first->line, first->column, first->reason, first->value);
}

static gboolean
import_text (AssayDb *db,
             const char *name,
             AssayType type,
             const char *text,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (AssayTextSource) source = assay_text_source_open_bytes (bytes, name, "UTF-8", error);
  g_autoptr (AssayImportResult) result = assay_import_result_new ();
  g_autoptr (AssaySurvey) survey = NULL;
  g_autoptr (AssayImportPlan) plan = NULL;
  AssaySurveyWish wish = ASSAY_SURVEY_WISH_INIT;

  if (source == NULL)
    return FALSE;
  survey = assay_survey_run_source (source, &wish, cancellable, error);
  if (survey == NULL)
    return FALSE;
  plan = assay_import_plan_new (survey, type);
  assay_import_plan_set_date_order (plan, ASSAY_DATE_ORDER_YMD);
  assay_import_plan_set_decimal (plan, '.');
  if (assay_import_run (db, plan, NULL, NULL, result, cancellable, error))
    return TRUE;
  explain (result, name, error);
  return FALSE;
}

/* The book's plan profile is named in the file and kept by its key. */
static gboolean
set_profile (AssayDb *db, const char *name, GError **error)
{
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;
  g_autofree char *id = NULL;
  gint64 found;

  assay_value_set_text (&value, name);
  found = assay_records_find (db, ASSAY_TYPE_PLAN_PROFILE, ASSAY_PLAN_PROFILE_NAME, &value, error);
  if (found <= 0)
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, ASSAY_EXCHANGE_ERROR, ASSAY_EXCHANGE_ERROR_REFUSED,
                     _ ("settings.txt: there is no plan profile “%s”"), name);
      return FALSE;
    }
  id = g_strdup_printf ("%" G_GINT64_FORMAT, found);
  return assay_book_settings_set (db, ASSAY_SETTING_PLAN_PROFILE, id, error);
}

static gboolean
apply_settings (AssayDb *db, const char *text, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *equals = strchr (g_strstrip (lines[i]), '=');

      if (equals == NULL || lines[i][0] == '#')
        continue;
      *equals = '\0';
      if (g_str_equal (lines[i], ASSAY_SETTING_PLAN_PROFILE)
              ? !set_profile (db, equals + 1, error)
              : !assay_book_settings_set (db, lines[i], equals + 1, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
make (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  const Making *making = data;
  g_autoptr (GError) local_error = NULL;
  gint32 anchor;

  if (!read_anchor (making->folder, &anchor, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      guint added;

      if (!assay_starting_set_write (db, sets[i], &added, cancellable, error))
        return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *text
          = read_shifted (making->folder, files[i].name, making->today - anchor, &local_error);

      if (local_error == NULL && text != NULL)
        import_text (db, files[i].name, files[i].type, text, cancellable, &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }
  {
    g_autofree char *settings = read_shifted (making->folder, "settings.txt", 0, &local_error);

    if (local_error == NULL && settings != NULL)
      apply_settings (db, settings, &local_error);
  }
  if (local_error == NULL)
    assay_example_add_photos (db, making->folder, cancellable, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

static Making *
making_new (const char *folder, gint32 today)
{
  Making *making = g_new0 (Making, 1);

  making->folder = g_strdup (folder);
  making->today = today;
  return making;
}

/**
 * assay_example_make:
 * @book: an empty book
 * @folder: where the files are, see assay_example_folder()
 * @today: the day on which the story is to be told
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Returns: %FALSE on error; the book is then as it was
 */
gboolean
assay_example_make (
    AssayBook *book, const char *folder, gint32 today, GCancellable *cancellable, GError **error)
{
  Making *making = making_new (folder, today);
  gboolean done
      = assay_book_change (book, _ ("Make the example"), make, making, NULL, cancellable, error);

  making_free (making);
  return done;
}

void
assay_example_make_async (AssayBook *book,
                          const char *folder,
                          gint32 today,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  assay_book_change_async (book, _ ("Make the example"), make, making_new (folder, today),
                           making_free, NULL, cancellable, callback, user_data);
}

gboolean
assay_example_make_finish (AssayBook *book, GAsyncResult *result, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  assay_book_change_finish (book, result, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
