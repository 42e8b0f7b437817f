/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "insight/test-protocols.h"
#include "record/readings.h"

#define THOUSAND 1000
#define HALF     500

/* The fields that the three types share stand in the same order; where they begin. */
static guint
first_field (const AssayRecord *test)
{
  AssayType type = assay_record_get_kind (test);

  if (type == ASSAY_TYPE_REQUIREMENT)
    return ASSAY_REQUIREMENT_POSITION;
  return type == ASSAY_TYPE_PROTOCOL_TEST ? ASSAY_PROTOCOL_TEST_POSITION
                                          : ASSAY_SAMPLE_TEST_POSITION;
}

/* A requirement's field, in the test's own type. */
static guint
field_of (const AssayRecord *test, guint field)
{
  return first_field (test) + field - ASSAY_REQUIREMENT_POSITION;
}

G_STATIC_ASSERT (ASSAY_PROTOCOL_TEST_SOURCE - ASSAY_PROTOCOL_TEST_POSITION
                 == ASSAY_REQUIREMENT_SOURCE - ASSAY_REQUIREMENT_POSITION);
G_STATIC_ASSERT (ASSAY_SAMPLE_TEST_SOURCE - ASSAY_SAMPLE_TEST_POSITION
                 == ASSAY_REQUIREMENT_SOURCE - ASSAY_REQUIREMENT_POSITION);

static const char *
get_text (const AssayRecord *test, guint field)
{
  return assay_record_get_text (test, field_of (test, field));
}

static const char *
choice_words (const AssayRecord *test, guint field)
{
  guint own = field_of (test, field);
  const char *stored = assay_record_get_text (test, own);

  return stored != NULL
             ? assay_field_choice_label (&assay_record_describe (test)->fields[own], stored)
             : NULL;
}

/* Scales of grades that have steps between two, written as both. */
static gboolean
has_halves (const char *scale)
{
  return g_strcmp0 (scale, "grey_change") == 0 || g_strcmp0 (scale, "grey_staining") == 0
         || g_strcmp0 (scale, "blue_wool") == 0 || g_strcmp0 (scale, "spray_iso") == 0;
}

static gboolean
is_graded (const char *scale)
{
  return has_halves (scale) || g_strcmp0 (scale, "spray_aatcc") == 0;
}

char *
assay_test_dup_value (const AssayRecord *test, gint64 thousandths)
{
  if (has_halves (get_text (test, ASSAY_REQUIREMENT_SCALE)) && thousandths > 0
      && thousandths % THOUSAND == HALF)
    /* Translators: a grade between two on a grey scale */
    return g_strdup_printf (_ ("%d–%d"), (int)(thousandths / THOUSAND),
                            (int)(thousandths / THOUSAND) + 1);
  return assay_reading_format (thousandths, TRUE);
}

static char *
dup_bound (const AssayRecord *test, guint field)
{
  guint own = field_of (test, field);

  return assay_record_is_known (test, own)
             ? assay_test_dup_value (test, assay_record_get_integer (test, own, 0))
             : NULL;
}

/* Without unit and scale; NULL when there is no limit. */
static char *
dup_numbers (const AssayRecord *test)
{
  const char *passes = get_text (test, ASSAY_REQUIREMENT_PASSES);
  g_autofree char *lower = dup_bound (test, ASSAY_REQUIREMENT_LOWER);
  g_autofree char *upper = dup_bound (test, ASSAY_REQUIREMENT_UPPER);

  if (g_strcmp0 (passes, "between") == 0 && lower != NULL && upper != NULL)
    return g_strdup_printf ("%s–%s", lower, upper);
  if (g_strcmp0 (passes, "at_most") == 0)
    lower = (g_free (lower), NULL);
  if (lower != NULL)
    return g_strdup_printf ("≥ %s", lower);
  return upper != NULL ? g_strdup_printf ("≤ %s", upper) : NULL;
}

char *
assay_test_dup_limit (const AssayRecord *test)
{
  const char *scale = get_text (test, ASSAY_REQUIREMENT_SCALE);
  const char *unit = get_text (test, ASSAY_REQUIREMENT_UNIT);
  g_autofree char *numbers = NULL;

  if (g_strcmp0 (scale, "pass_fail") == 0
      || g_strcmp0 (get_text (test, ASSAY_REQUIREMENT_PASSES), "pass") == 0)
    return g_strdup (_ ("Has to pass"));
  numbers = dup_numbers (test);
  if (numbers == NULL)
    return g_strdup ("");
  if (is_graded (scale))
    /* Translators: a limit on a scale of grades, and which scale it is */
    return g_strdup_printf (_ ("Grade %s (%s)"), numbers,
                            choice_words (test, ASSAY_REQUIREMENT_SCALE));
  return unit != NULL ? g_strdup_printf ("%s %s", numbers, unit) : g_steal_pointer (&numbers);
}

static char *
join (GStrvBuilder *builder)
{
  g_auto (GStrv) parts = g_strv_builder_end (builder);

  return g_strjoinv (" · ", parts);
}

char *
assay_test_dup_method (const AssayRecord *test)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *method = get_text (test, ASSAY_REQUIREMENT_METHOD);
  const char *edition = get_text (test, ASSAY_REQUIREMENT_EDITION);
  const char *direction = choice_words (test, ASSAY_REQUIREMENT_SPECIMEN);
  const char *condition = get_text (test, ASSAY_REQUIREMENT_CONDITION);

  if (method != NULL && edition != NULL)
    g_strv_builder_take (builder, g_strdup_printf ("%s:%s", method, edition));
  else if (method != NULL)
    g_strv_builder_add (builder, method);
  if (direction != NULL)
    g_strv_builder_add (builder, direction);
  if (condition != NULL)
    g_strv_builder_add (builder, condition);
  return join (builder);
}

char *
assay_test_dup_terms (const AssayRecord *test)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *place = choice_words (test, ASSAY_REQUIREMENT_PLACE);
  gint64 n = assay_record_get_integer (test, field_of (test, ASSAY_REQUIREMENT_REPLICATES), 0);

  if (assay_record_get_flag (test, field_of (test, ASSAY_REQUIREMENT_ACCREDITED)))
    g_strv_builder_add (builder, _ ("Accredited laboratory"));
  else if (place != NULL)
    g_strv_builder_add (builder, place);
  if (n > 0)
    g_strv_builder_take (builder, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d specimen",
                                                                "%d specimens", (gulong)n),
                                                   (int)n));
  if (n > 1 && choice_words (test, ASSAY_REQUIREMENT_JUDGED_BY) != NULL)
    g_strv_builder_add (builder, choice_words (test, ASSAY_REQUIREMENT_JUDGED_BY));
  return join (builder);
}
