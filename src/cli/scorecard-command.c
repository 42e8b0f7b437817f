/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay figures BOOK scorecard`: how suppliers are graded, and what one grade is made of. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/explain.h"
#include "cli/find-record.h"
#include "cli/json-members.h"
#include "cli/listing.h"
#include "cli/usage.h"
#include "insight/score-explanation.h"
#include "insight/scorecard.h"
#include "record/date.h"

static const AssayUsage usage = {
  .name = "figures",
  .arguments = N_ ("BOOK scorecard"),
  .summary = N_ ("Grades suppliers by a scorecard; with --supplier, what the grade is made of."),
  .details
  = N_ ("Rows in JSON and CSV: group, rank, grade, points, coverage (a share from 0 to 1), lots, "
        "short_of, gates, and the points of each area: quality, delivery, cost, communication, "
        "compliance. In JSON also criteria, as below, and with --quarters trend: quarter, from, "
        "to, points, coverage, grade, lots.\n\nRows with --supplier: measure, area, value, unit "
        "(times, percent, days, points), n, claim, best, worst, cautious, points, weight, share "
        "(of the weight that was measured), missing.\n\nWhat was not measured is null in JSON and "
        "empty in CSV; it earns no points and costs none."),
  .min_arguments = 2,
  .max_arguments = 2,
};

typedef struct
{
  char *book;
  char *by;
  char *card_words;     /* nullable: the one in use */
  char *supplier_words; /* nullable: all */
  char *from, *to, *today, *quarters;
  gboolean csv, json, explain;
  char *explained; /* nullable: a measure */
  gint64 n_quarters;
  gint64 supplier;
  AssayMeasuresQuestion question;
  AssayListingForm form;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->book);
  g_free (options->by);
  g_free (options->card_words);
  g_free (options->supplier_words);
  g_free (options->from);
  g_free (options->to);
  g_free (options->today);
  g_free (options->quarters);
  g_free (options->explained);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* What is printed. */
typedef struct
{
  const Options *options;
  AssayScorecard *card;
  AssayMeasures *measures;
  GPtrArray *scores;
  GPtrArray *quarters; /* nullable */
} Answer;

static void
answer_clear (Answer *answer)
{
  g_clear_pointer (&answer->quarters, g_ptr_array_unref);
  g_clear_pointer (&answer->scores, g_ptr_array_unref);
  g_clear_pointer (&answer->measures, assay_measures_free);
  g_clear_pointer (&answer->card, assay_scorecard_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

/* "coverage,lots"; NULL: short of nothing. */
static char *
short_of_words (const AssayScore *score)
{
  if (score->short_of == 0)
    return NULL;
  return g_strdup_printf (
      "%s%s%s", (score->short_of & ASSAY_SHORT_OF_COVERAGE) != 0 ? "coverage" : "",
      score->short_of == (ASSAY_SHORT_OF_COVERAGE | ASSAY_SHORT_OF_LOTS) ? "," : "",
      (score->short_of & ASSAY_SHORT_OF_LOTS) != 0 ? "lots" : "");
}

static char *
gates_words (const AssayScore *score)
{
  if (score->gates == 0)
    return NULL;
  return g_strdup_printf ("%s%s%s", (score->gates & ASSAY_GATE_AUDIT) != 0 ? "audit" : "",
                          score->gates == (ASSAY_GATE_AUDIT | ASSAY_GATE_FINDING) ? "," : "",
                          (score->gates & ASSAY_GATE_FINDING) != 0 ? "finding" : "");
}

/* "a"; NULL: none. */
static const char *
grade_word (AssayGrade grade)
{
  return assay_grade_name (grade);
}

static JsonObject *
criterion_to_json (const AssayCriterion *criterion,
                   const AssayCriterionScore *scored,
                   const AssayMeasured *measured)
{
  JsonObject *object = json_object_new ();

  assay_json_set_text (object, "measure", assay_scored_name (criterion->scored));
  assay_json_set_text (object, "area", assay_area_name (criterion->area));
  assay_json_set_real (object, "value", scored->value);
  assay_json_set_text (object, "unit",
                       assay_scored_unit_name (assay_scored_unit (criterion->scored)));
  json_object_set_int_member (object, "n", measured->n);
  assay_json_set_real (object, "claim", measured->claim);
  assay_json_set_real (object, "best", criterion->best);
  assay_json_set_real (object, "worst", criterion->worst);
  json_object_set_boolean_member (object, "cautious", criterion->cautious);
  assay_json_set_real (object, "points", scored->points);
  json_object_set_double_member (object, "weight", criterion->weight);
  json_object_set_double_member (object, "share", scored->share);
  assay_json_set_text (object, "missing",
                       measured->lack != ASSAY_LACK_NOTHING ? assay_lack_name (measured->lack)
                                                            : NULL);
  return object;
}

static JsonArray *
criteria_to_json (const AssayScorecard *card, const AssayScore *score)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < card->criteria->len; i++)
    {
      const AssayCriterion *criterion = &g_array_index (card->criteria, AssayCriterion, i);

      json_array_add_object_element (
          array, criterion_to_json (criterion, &score->criteria[i],
                                    &score->supplier->measured[criterion->scored]));
    }
  return array;
}

static JsonArray *
trend_to_json (const Answer *answer, gint64 supplier)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; answer->quarters != NULL && i < answer->quarters->len; i++)
    {
      const AssayScoreQuarter *quarter = g_ptr_array_index (answer->quarters, i);
      const AssayScore *score = assay_scores_find (quarter->scores, supplier);
      JsonObject *object = json_object_new ();

      assay_json_set_text (object, "quarter", quarter->label);
      assay_json_set_date (object, "from", quarter->from);
      assay_json_set_date (object, "to", quarter->to);
      assay_json_set_real (object, "points", score != NULL ? score->sum.points : NAN);
      assay_json_set_real (object, "coverage", score != NULL ? score->sum.coverage : NAN);
      assay_json_set_text (object, "grade", score != NULL ? grade_word (score->grade) : NULL);
      json_object_set_int_member (object, "lots", score != NULL ? score->supplier->lots : 0);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonObject *
asked_json (const Answer *answer)
{
  const Options *options = answer->options;
  JsonObject *asked = json_object_new ();

  json_object_set_string_member (asked, "command", "figures");
  json_object_set_string_member (asked, "figures", "scorecard");
  json_object_set_string_member (asked, "by", "supplier");
  assay_json_set_text (asked, "scorecard", answer->card->name);
  assay_json_set_text (asked, "supplier", options->supplier_words);
  assay_json_set_date (asked, "from", options->question.from);
  assay_json_set_date (asked, "to", options->question.to);
  assay_json_set_date (asked, "today", options->question.today);
  json_object_set_int_member (asked, "quarters", options->n_quarters);
  return asked;
}

static JsonObject *
card_json (const Answer *answer)
{
  const AssayScorecard *card = answer->card;
  JsonObject *more = json_object_new ();
  JsonObject *object = json_object_new ();

  assay_json_set_text (object, "name", card->name);
  json_object_set_double_member (object, "a_from", card->bands.a);
  json_object_set_double_member (object, "b_from", card->bands.b);
  json_object_set_double_member (object, "c_from", card->bands.c);
  json_object_set_double_member (object, "min_coverage", card->min_coverage);
  json_object_set_int_member (object, "min_lots", card->min_lots);
  json_object_set_boolean_member (object, "gate_audit", card->gate_audit);
  json_object_set_boolean_member (object, "gate_finding", card->gate_finding);
  assay_json_set_text (object, "gate_grade", grade_word (card->gate_grade));
  assay_json_set_text (object, "warn_below", grade_word (card->warn_below));
  json_object_set_object_member (more, "scorecard", object);
  return more;
}

static AssayListing *
make_listing (const Answer *answer, const AssayListingColumn *columns, guint n_columns)
{
  AssayListing *listing = assay_listing_new (answer->options->form, stdout, columns, n_columns);
  g_autofree char *definition
      = assay_scorecard_definition (answer->card, &answer->options->question);

  assay_listing_set_asked (listing, asked_json (answer));
  assay_listing_set_more (listing, card_json (answer));
  assay_listing_set_definition (listing, definition);
  return listing;
}

static void
add_score (AssayListing *listing, const Answer *answer, const AssayScore *score)
{
  g_autofree char *short_of = short_of_words (score);
  g_autofree char *gates = gates_words (score);
  g_autofree char *coverage = g_strdup_printf (
      "%.0f %%", 100.0 * (isnan (score->sum.coverage) ? 0 : score->sum.coverage));

  assay_listing_add_text (listing, score->supplier->name);
  if (score->rank > 0)
    assay_listing_add_integer (listing, score->rank);
  else
    assay_listing_add_unknown (listing);
  assay_listing_add_shown (listing, grade_word (score->grade), assay_grade_words (score->grade));
  assay_listing_add_real (listing, score->sum.points);
  assay_listing_add_real_shown (listing, score->sum.coverage, coverage);
  assay_listing_add_integer (listing, score->supplier->lots);
  assay_listing_add_text (listing, short_of);
  assay_listing_add_text (listing, gates);
  for (guint i = 0; i < ASSAY_N_AREAS; i++)
    assay_listing_add_real (listing, score->areas[i].points);
  if (answer->options->form == ASSAY_LISTING_JSON)
    assay_listing_add_list (listing, criteria_to_json (answer->card, score));
  if (answer->options->form == ASSAY_LISTING_JSON && answer->quarters != NULL)
    assay_listing_add_list (listing, trend_to_json (answer, score->supplier->id));
  assay_listing_end_row (listing);
}

static gboolean
print_ranking (const Answer *answer, GError **error)
{
  const AssayListingColumn columns[] = {
    { "group", _ ("Supplier"), FALSE, 0 },
    { "rank", _ ("Rank"), TRUE, 0 },
    { "grade", _ ("Grade"), FALSE, 0 },
    { "points", _ ("Points"), TRUE, 1 },
    { "coverage", _ ("Coverage"), TRUE, 3 },
    { "lots", _ ("Lots"), TRUE, 0 },
    { "short_of", _ ("Short of"), FALSE, 0 },
    { "gates", _ ("Gates"), FALSE, 0 },
    { "quality", _ ("Quality"), TRUE, 1 },
    { "delivery", _ ("Delivery"), TRUE, 1 },
    { "cost", _ ("Cost"), TRUE, 1 },
    { "communication", _ ("Communication"), TRUE, 1 },
    { "compliance", _ ("Compliance"), TRUE, 1 },
    { "criteria", NULL, FALSE, 0 },
    { "trend", NULL, FALSE, 0 },
  };
  /* Lists stand in JSON alone. */
  guint lists = answer->options->form != ASSAY_LISTING_JSON ? 0 : answer->quarters == NULL ? 1 : 2;
  guint n = G_N_ELEMENTS (columns) - 2 + lists;
  g_autoptr (AssayListing) listing = make_listing (answer, columns, n);

  for (guint i = 0; i < answer->scores->len; i++)
    add_score (listing, answer, g_ptr_array_index (answer->scores, i));
  return assay_listing_finish (listing, error);
}

static void
add_criterion (AssayListing *listing,
               const AssayCriterion *criterion,
               const AssayCriterionScore *scored,
               const AssayMeasured *measured)
{
  g_autofree char *value = assay_scored_format (criterion->scored, scored->value);
  g_autofree char *claim
      = isnan (measured->claim) ? NULL : assay_scored_format (criterion->scored, measured->claim);
  gboolean missing = measured->lack != ASSAY_LACK_NOTHING;

  assay_listing_add_shown (listing, assay_scored_name (criterion->scored),
                           assay_scored_title (criterion->scored));
  assay_listing_add_shown (listing, assay_area_name (criterion->area),
                           assay_area_title (criterion->area));
  assay_listing_add_real_shown (listing, scored->value, missing ? "" : value);
  assay_listing_add_text (listing, assay_scored_unit_name (assay_scored_unit (criterion->scored)));
  assay_listing_add_integer (listing, measured->n);
  assay_listing_add_real_shown (listing, measured->claim, claim != NULL ? claim : "");
  assay_listing_add_real (listing, criterion->best);
  assay_listing_add_real (listing, criterion->worst);
  assay_listing_add_flag (listing, criterion->cautious);
  assay_listing_add_real (listing, scored->points);
  assay_listing_add_real (listing, criterion->weight);
  assay_listing_add_real (listing, scored->share);
  assay_listing_add_shown (listing, missing ? assay_lack_name (measured->lack) : NULL,
                           missing ? assay_lack_words (measured->lack) : NULL);
  assay_listing_end_row (listing);
}

static gboolean
print_detail (const Answer *answer, GError **error)
{
  const AssayListingColumn columns[] = {
    { "measure", _ ("Measure"), FALSE, 0 },
    { "area", _ ("Area"), FALSE, 0 },
    { "value", _ ("Measured"), TRUE, 3 },
    { "unit", NULL, FALSE, 0 },
    { "n", _ ("n"), TRUE, 0 },
    { "claim", _ ("Claimed"), TRUE, 3 },
    { "best", _ ("Best"), TRUE, 1 },
    { "worst", _ ("Worst"), TRUE, 1 },
    { "cautious", NULL, FALSE, 0 },
    { "points", _ ("Points"), TRUE, 1 },
    { "weight", _ ("Weight"), TRUE, 0 },
    { "share", NULL, TRUE, 3 },
    { "missing", _ ("Missing"), FALSE, 0 },
  };
  const AssayScore *score = assay_scores_find (answer->scores, answer->options->supplier);
  g_autoptr (AssayListing) listing = NULL;
  g_autofree char *short_of = NULL, *gates = NULL;
  JsonObject *more, *total;

  if (score == NULL)
    {
      g_set_error (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_GONE,
                   _ ("“%s” has no orders, inspections or assessments"),
                   answer->options->supplier_words);
      return FALSE;
    }
  listing = make_listing (answer, columns, G_N_ELEMENTS (columns));
  more = card_json (answer);
  total = json_object_new ();
  short_of = short_of_words (score);
  gates = gates_words (score);
  assay_json_set_text (total, "group", score->supplier->name);
  if (score->rank > 0)
    json_object_set_int_member (total, "rank", score->rank);
  else
    json_object_set_null_member (total, "rank");
  assay_json_set_text (total, "grade", grade_word (score->grade));
  assay_json_set_real (total, "points", score->sum.points);
  assay_json_set_real (total, "coverage", score->sum.coverage);
  json_object_set_int_member (total, "lots", score->supplier->lots);
  assay_json_set_text (total, "short_of", short_of);
  assay_json_set_text (total, "gates", gates);
  json_object_set_object_member (more, "score", total);
  if (answer->quarters != NULL)
    json_object_set_array_member (more, "trend", trend_to_json (answer, score->supplier->id));
  assay_listing_set_more (listing, more);
  for (guint i = 0; i < answer->card->criteria->len; i++)
    {
      const AssayCriterion *criterion = &g_array_index (answer->card->criteria, AssayCriterion, i);

      add_criterion (listing, criterion, &score->criteria[i],
                     &score->supplier->measured[criterion->scored]);
    }
  if (!assay_listing_finish (listing, error))
    return FALSE;
  if (answer->options->form == ASSAY_LISTING_TEXT)
    {
      g_autofree char *why = assay_score_why (answer->card, score);
      g_autofree char *points = assay_score_points_words (score->sum.points);

      /* Translators: a grade, points. */
      g_print (_ ("Grade: %s, %s points\n"), assay_grade_words (score->grade), points);
      if (why != NULL)
        g_print ("%s\n", why);
    }
  return TRUE;
}

static gboolean
print_explanation (AssayDb *db, const Answer *answer, GError **error)
{
  const AssayScore *score = assay_scores_find (answer->scores, answer->options->supplier);
  g_autoptr (AssayExplanation) explanation = NULL;

  if (score == NULL)
    {
      g_set_error (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_GONE,
                   _ ("“%s” has no orders, inspections or assessments"),
                   answer->options->supplier_words);
      return FALSE;
    }
  if (answer->options->explained == NULL)
    explanation = assay_score_explain (answer->card, answer->measures, score);
  for (guint i = 0; explanation == NULL && i < answer->card->criteria->len; i++)
    if (g_strcmp0 (
            answer->options->explained,
            assay_scored_name (g_array_index (answer->card->criteria, AssayCriterion, i).scored))
        == 0)
      {
        explanation
            = assay_score_explain_criterion (db, answer->card, answer->measures, score, i, error);
        if (explanation == NULL)
          return FALSE;
      }
  if (explanation == NULL)
    {
      g_set_error (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_GONE,
                   _ ("the scorecard does not measure “%s”"), answer->options->explained);
      return FALSE;
    }
  return assay_explain_print (explanation, asked_json (answer), answer->options->form, stdout,
                              error);
}

static gboolean
resolve (AssayDb *db, Options *options, Answer *answer, GError **error)
{
  gint64 card = 0;

  if (options->card_words != NULL
      && !assay_find_record (db, ASSAY_TYPE_SCORECARD, options->card_words, &card, error))
    return FALSE;
  if (options->supplier_words != NULL
      && !assay_find_record (db, ASSAY_TYPE_SUPPLIER, options->supplier_words, &options->supplier,
                             error))
    return FALSE;
  if (!assay_lead_time_rules_read (db, &options->question.rules, error))
    return FALSE;
  answer->card = assay_scorecard_read (db, card, error);
  if (answer->card == NULL && (error == NULL || *error == NULL))
    g_set_error_literal (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_GONE,
                         _ ("the book has no scorecard"));
  return answer->card != NULL;
}

static gboolean
print_answer (AssayDb *db, Options *options, GError **error)
{
  g_auto (Answer) answer = { .options = options };

  if (!resolve (db, options, &answer, error))
    return FALSE;
  answer.measures = assay_measures_read (db, &options->question, error);
  if (answer.measures == NULL)
    return FALSE;
  answer.scores = assay_scorecard_score (answer.card, answer.measures);
  if (options->n_quarters > 0)
    {
      answer.quarters = assay_scorecard_trend (db, answer.card, &options->question,
                                               (guint)options->n_quarters, error);
      if (answer.quarters == NULL)
        return FALSE;
    }
  if (options->explain || options->explained != NULL)
    return print_explanation (db, &answer, error);
  return options->supplier != 0 ? print_detail (&answer, error) : print_ranking (&answer, error);
}

static gboolean
read_options (Options *options)
{
  if (options->by != NULL && !g_str_equal (options->by, "supplier"))
    assay_usage_wrong (&usage, _ ("a scorecard is --by supplier, not by “%s”"), options->by);
  else if ((options->explain || options->explained != NULL) && options->supplier_words == NULL)
    assay_usage_wrong (&usage, _ ("--explain needs --supplier"));
  else if (!assay_usage_parse_date (&usage, "from", options->from, &options->question.from)
           || !assay_usage_parse_date (&usage, "to", options->to, &options->question.to)
           || !assay_usage_parse_date (&usage, "today", options->today, &options->question.today)
           || (options->quarters != NULL
               && !assay_usage_parse_count (&usage, "quarters", options->quarters, 1,
                                            &options->n_quarters)))
    return FALSE;
  else if (options->n_quarters > 40)
    assay_usage_wrong (&usage, _ ("--quarters takes at most 40"));
  else
    {
      if (options->question.today == ASSAY_DATE_UNKNOWN)
        options->question.today = assay_date_today ();
      options->form = options->json  ? ASSAY_LISTING_JSON
                      : options->csv ? ASSAY_LISTING_CSV
                                     : ASSAY_LISTING_TEXT;
      return TRUE;
    }
  return FALSE;
}

/**
 * assay_cli_scorecard:
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 *
 * Returns: the exit status
 */
int
assay_cli_scorecard (int argc, char **argv)
{
  g_auto (Options) options
      = { .question
          = { .from = ASSAY_DATE_UNKNOWN, .to = ASSAY_DATE_UNKNOWN, .today = ASSAY_DATE_UNKNOWN } };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (AssayBook) book = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &options.by, N_ ("supplier; there is no other"),
      N_ ("GROUP") },
    { "scorecard", 0, 0, G_OPTION_ARG_FILENAME, &options.card_words,
      N_ ("Which scorecard; the one in use unless given"), N_ ("NAME") },
    { "supplier", 0, 0, G_OPTION_ARG_FILENAME, &options.supplier_words,
      N_ ("What the grade of this supplier is made of"), N_ ("NAME") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &options.from,
      N_ ("Delivered, due, inspected or ordered on this day or later"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &options.to,
      N_ ("Delivered, due, inspected or ordered on this day or earlier"), N_ ("DATE") },
    { "today", 0, 0, G_OPTION_ARG_FILENAME, &options.today,
      N_ ("What is due is measured against this day instead of today"), N_ ("DATE") },
    { "quarters", 0, 0, G_OPTION_ARG_FILENAME, &options.quarters,
      N_ ("Add the points of so many quarters, in JSON"), N_ ("N") },
    { "explain", 0, 0, G_OPTION_ARG_NONE, &options.explain,
      N_ ("How the points of the supplier came about"), NULL },
    { "measure", 0, 0, G_OPTION_ARG_FILENAME, &options.explained,
      N_ ("How the points of this measure came about"), N_ ("MEASURE") },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &options.csv, N_ ("Print CSV"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!assay_usage_parse (&usage, entries, argc, argv, &arguments, &status))
    return status;
  if (!read_options (&options))
    return ASSAY_EXIT_USAGE;
  book = assay_usage_open_book (arguments[0]);
  if (book == NULL)
    return ASSAY_EXIT_REFUSED;
  status = ASSAY_EXIT_DONE;
  if (!print_answer (assay_book_get_reader (book), &options, &error))
    status = assay_usage_refuse (arguments[0], error);
  assay_book_close (book, NULL);
  return status;
}
