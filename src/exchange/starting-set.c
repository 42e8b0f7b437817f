/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "exchange/starting-set.h"

#include <glib/gi18n-lib.h>

#include "exchange-resources.h"
#include "exchange/importer.h"

static const struct
{
  AssayType type;
  const char *file;
  const char *label; /* of the change that adds it */
  gboolean asked;    /* only when it is asked for by its type */
} sets[] = {
  { ASSAY_TYPE_PLAN_PROFILE, "plan-profiles.csv", N_ ("Add the usual plan profiles") },
  { ASSAY_TYPE_DEFECT_TYPE, "defect-types.csv", N_ ("Add the usual defect types") },
  { ASSAY_TYPE_CHECKLIST, "checklists.csv", N_ ("Add the usual checklists") },
  { ASSAY_TYPE_TEST_PROTOCOL, "test-protocols.csv", N_ ("Add the usual test protocols") },
  { ASSAY_TYPE_SCORECARD, "scorecards.csv", N_ ("Add the usual scorecards") },
  { ASSAY_TYPE_MILESTONE_PLAN, "milestone-plans.csv", N_ ("Add the usual milestone plans") },
  { ASSAY_TYPE_CLAIM_KIND, "claim-kinds.csv", N_ ("Add the usual kinds of claims") },
  { ASSAY_TYPE_CLAIM_WORD, "claim-words.csv", N_ ("Add the usual words in claims") },
  { ASSAY_TYPE_DILIGENCE, "diligence.csv", N_ ("Add the usual due diligence lists") },
  { ASSAY_TYPE_SCHEME, "schemes.csv", N_ ("Add the usual schemes") },
  /* Closed days change figures in working days, so that nobody gets them unasked. */
  { ASSAY_TYPE_BLACKOUT, "blackouts.csv", N_ ("Add the usual blackout periods"), TRUE },
};

gboolean
assay_starting_set_exists (AssayType type)
{
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    if (sets[i].type == type)
      return TRUE;
  return FALSE;
}

static AssayImportPlan *
make_plan (const char *file, AssayType type, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_strconcat ("/page/assay/Assay/exchange/", file, NULL);
  g_autoptr (GBytes) bytes
      = g_resource_lookup_data (assay_exchange_get_resource (), path, 0, error);
  g_autoptr (AssayTextSource) source = NULL;
  g_autoptr (AssaySurvey) survey = NULL;
  AssaySurveyWish wish = ASSAY_SURVEY_WISH_INIT;
  AssayImportPlan *plan;

  if (bytes == NULL)
    return NULL;
  source = assay_text_source_open_bytes (bytes, file, "UTF-8", error);
  if (source == NULL)
    return NULL;
  survey = assay_survey_run_source (source, &wish, cancellable, error);
  if (survey == NULL)
    return NULL;
  plan = assay_import_plan_new (survey, type);
  assay_import_plan_set_date_order (plan, ASSAY_DATE_ORDER_YMD);
  assay_import_plan_set_decimal (plan, '.');
  assay_import_plan_set_only_new (plan, TRUE);
  return plan;
}

static gboolean
write_set (AssayDb *db, guint set, guint *added, GCancellable *cancellable, GError **error)
{
  g_autoptr (AssayImportPlan) plan = make_plan (sets[set].file, sets[set].type, cancellable, error);
  g_autoptr (AssayImportResult) result = assay_import_result_new ();

  if (plan == NULL || !assay_import_run (db, plan, NULL, NULL, result, cancellable, error))
    return FALSE;
  *added += (guint)result->created[sets[set].type];
  return TRUE;
}

gboolean
assay_starting_set_write (
    AssayDb *db, AssayType type, guint *added, GCancellable *cancellable, GError **error)
{
  *added = 0;
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    if ((type == sets[i].type || (type == ASSAY_TYPE_NONE && !sets[i].asked))
        && !write_set (db, i, added, cancellable, error))
      {
        g_prefix_error (error, "%s: ", sets[i].file);
        return FALSE;
      }
  return TRUE;
}

static const char *
label_of (AssayType type)
{
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    if (sets[i].type == type)
      return _ (sets[i].label);
  return _ ("Add the usual lists, plans and profiles");
}

/* The result is the count and one, since a pointer of 0 means failure. */
static gboolean
run_job (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  guint added;

  if (!assay_starting_set_write (db, GPOINTER_TO_UINT (data), &added, cancellable, error))
    return FALSE;
  *result = GUINT_TO_POINTER (added + 1);
  return TRUE;
}

gboolean
assay_starting_set_add (
    AssayBook *book, AssayType type, guint *added, GCancellable *cancellable, GError **error)
{
  gpointer result = NULL;
  gboolean done = assay_book_change (book, label_of (type), run_job, GUINT_TO_POINTER (type),
                                     &result, cancellable, error);

  if (added != NULL)
    *added = done ? GPOINTER_TO_UINT (result) - 1 : 0;
  return done;
}

void
assay_starting_set_add_async (AssayBook *book,
                              AssayType type,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  assay_book_change_async (book, label_of (type), run_job, GUINT_TO_POINTER (type), NULL, NULL,
                           cancellable, callback, user_data);
}

int
assay_starting_set_add_finish (AssayBook *book, GAsyncResult *result, GError **error)
{
  return (int)GPOINTER_TO_UINT (assay_book_change_finish (book, result, error)) - 1;
}
