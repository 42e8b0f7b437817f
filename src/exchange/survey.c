/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "exchange/survey.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A table this wide gets fewer samples a column. */
#define WIDE         300
#define WIDE_SAMPLES 3
/* So many numbers in a row that say the same settle a column's decimal sign. */
#define SETTLED 3000

static void
column_free (gpointer data)
{
  AssaySurveyColumn *column = data;

  g_free (column->heading);
  g_free (column->title);
  g_free (column->open_date);
  g_ptr_array_unref (column->samples);
  g_free (column);
}

static void
survey_clear (gpointer data)
{
  AssaySurvey *survey = data;

  g_clear_object (&survey->source);
  g_clear_pointer (&survey->columns, g_ptr_array_unref);
  g_clear_pointer (&survey->preview, g_ptr_array_unref);
}

AssaySurvey *
assay_survey_ref (AssaySurvey *survey)
{
  return g_atomic_rc_box_acquire (survey);
}

void
assay_survey_unref (AssaySurvey *survey)
{
  g_atomic_rc_box_release_full (survey, survey_clear);
}

const AssaySurveyColumn *
assay_survey_get_column (const AssaySurvey *survey, guint column)
{
  return g_ptr_array_index (survey->columns, column);
}

static void
add_column (AssaySurvey *survey, const char *heading)
{
  AssaySurveyColumn *column = g_new0 (AssaySurveyColumn, 1);

  column->heading = assay_cell_strip (heading);
  if (g_utf8_strlen (column->heading, -1) > 200)
    {
      char *cut = g_utf8_substring (column->heading, 0, 200);

      g_free (column->heading);
      column->heading = cut;
    }
  column->samples = g_ptr_array_new_with_free_func (g_free);
  column->title = *column->heading != '\0'
                      ? assay_cell_escape (column->heading)
                      /* Translators: a column of a file that has no heading. */
                      : g_strdup_printf (_ ("Column %u"), survey->columns->len + 1);
  g_ptr_array_add (survey->columns, column);
}

static void
take_sample (AssaySurveyColumn *column, const char *text, guint most)
{
  g_autofree char *stripped = NULL;

  if (column->samples->len >= most)
    return;
  stripped = strlen (text) > 800 ? g_utf8_substring (text, 0, 100) : assay_cell_strip (text);
  if (!g_ptr_array_find_with_equal_func (column->samples, stripped, g_str_equal, NULL))
    g_ptr_array_add (column->samples, g_steal_pointer (&stripped));
}

static void
weigh_date (AssaySurveyColumn *column, const char *text)
{
  switch (assay_cell_date_evidence (text))
    {
    case ASSAY_DATE_EVIDENCE_DMY:
      column->n_dates_dmy++;
      break;
    case ASSAY_DATE_EVIDENCE_MDY:
      column->n_dates_mdy++;
      break;
    case ASSAY_DATE_EVIDENCE_OPEN:
      column->n_dates_open++;
      if (column->open_date == NULL)
        column->open_date = g_strdup (text);
      break;
    case ASSAY_DATE_EVIDENCE_NONE:
    default:
      break;
    }
}

static void
weigh_number (AssaySurveyColumn *column, const char *text)
{
  switch (assay_cell_decimal_evidence (text))
    {
    case ASSAY_DECIMAL_EVIDENCE_POINT:
      column->n_points++;
      break;
    case ASSAY_DECIMAL_EVIDENCE_COMMA:
      column->n_commas++;
      break;
    case ASSAY_DECIMAL_EVIDENCE_OPEN:
      column->n_open++;
      break;
    case ASSAY_DECIMAL_EVIDENCE_NONE:
    default:
      break;
    }
}

/* Only what has the outline of a date or a number is looked at closely. */
static void
weigh (AssaySurveyColumn *column, const char *cell)
{
  guint digits = 0, marks = 0, signs = 0, letters = 0;
  gboolean settled = column->n_points + column->n_commas > SETTLED;
  gboolean dates_settled = column->n_dates_dmy + column->n_dates_mdy > SETTLED;
  const char *at = cell;

  for (; *at != '\0' && at - cell < 40; at++)
    {
      if (g_ascii_isdigit (*at))
        digits++;
      else if (*at == '/' || *at == '-')
        marks++;
      else if (*at == '.' || *at == ',')
        signs++;
      else if (g_ascii_isalpha (*at))
        letters++;
    }
  if (!column->above_one && digits > 0
      && (strchr (cell, '%') != NULL || (*cell != '0' && *cell != '.' && strcmp (cell, "1") != 0)))
    column->above_one = TRUE;
  if (*at != '\0' || digits == 0)
    return;
  if (marks >= 2 && digits >= 3 && letters <= 4 && !dates_settled)
    weigh_date (column, cell);
  else if (signs > 0 && marks <= 1 && !settled)
    weigh_number (column, cell);
}

static void
take_row (AssaySurvey *survey, const AssayRow *row)
{
  survey->n_rows++;
  if (survey->preview->len < ASSAY_SURVEY_PREVIEW)
    {
      g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

      for (guint i = 0; i < MIN (row->n_cells, survey->columns->len); i++)
        g_strv_builder_take (cells, assay_cell_escape (row->cells[i]));
      g_ptr_array_add (survey->preview, g_strv_builder_end (cells));
    }
  for (guint i = 0; i < MIN (row->n_cells, survey->columns->len); i++)
    {
      AssaySurveyColumn *column = g_ptr_array_index (survey->columns, i);
      const char *cell = row->cells[i];

      if (*cell == '\0' || assay_cell_is_blank (cell))
        continue;
      column->n_values++;
      take_sample (column, cell, survey->columns->len > WIDE ? WIDE_SAMPLES : ASSAY_SURVEY_SAMPLES);
      while (g_ascii_isspace (*cell))
        cell++;
      weigh (column, cell);
    }
}

/* The heading row names the columns; without one they are numbered after the first row. */
static gboolean
read_columns (AssaySurvey *survey,
              AssayDelimited *reader,
              const AssayRow **first,
              GCancellable *cancellable,
              GError **error)
{
  guint line = survey->dialect.header_line;
  const AssayRow *row;

  do
    if (!assay_delimited_next (reader, &row, cancellable, error))
      return FALSE;
  while (row != NULL && row->line < line);
  *first = line == 0 ? row : NULL;
  for (guint i = 0; row != NULL && i < row->n_cells; i++)
    add_column (survey, line == 0 ? "" : row->cells[i]);
  if (survey->columns->len > 0)
    return TRUE;
  g_set_error (error, ASSAY_EXCHANGE_ERROR, ASSAY_EXCHANGE_ERROR_EMPTY,
               _ ("“%s” is empty: there is nothing in it to import."),
               assay_text_source_get_name (survey->source));
  return FALSE;
}

static void
settle_decimal (AssaySurvey *survey)
{
  guint64 points = 0, commas = 0;

  for (guint i = 0; i < survey->columns->len; i++)
    {
      points += assay_survey_get_column (survey, i)->n_points;
      commas += assay_survey_get_column (survey, i)->n_commas;
    }
  survey->decimal = commas > points ? ',' : '.';
}

AssaySurvey *
assay_survey_run_source (AssayTextSource *source,
                         const AssaySurveyWish *wish,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (AssaySurvey) survey = g_atomic_rc_box_new0 (AssaySurvey);
  g_autoptr (AssayDelimited) reader = NULL;
  const AssayRow *row;

  survey->source = g_object_ref (source);
  survey->columns = g_ptr_array_new_with_free_func (column_free);
  survey->preview = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  if (!assay_dialect_detect (source, wish != NULL ? &wish->dialect : NULL, &survey->dialect,
                             cancellable, error))
    return NULL;
  reader = assay_delimited_new (source, &survey->dialect, cancellable, error);
  if (reader == NULL || !read_columns (survey, reader, &row, cancellable, error))
    return NULL;
  for (;;)
    {
      if (row != NULL)
        take_row (survey, row);
      if (!assay_delimited_next (reader, &row, cancellable, error))
        return NULL;
      if (row == NULL)
        break;
    }
  settle_decimal (survey);
  return g_steal_pointer (&survey);
}

/**
 * assay_survey_run:
 * @file: a file
 * @wish: (nullable): what the person said about it
 * @cancellable: (nullable): a cancellable
 * @error: why the file cannot be imported
 *
 * Reads the whole file once, in constant memory. To be called on a thread of its own where there is
 * a window.
 *
 * Returns: (transfer full): what was found
 */
AssaySurvey *
assay_survey_run (GFile *file,
                  const AssaySurveyWish *wish,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (AssayTextSource) source
      = assay_text_source_open (file, wish != NULL ? wish->encoding : NULL, cancellable, error);

  return source != NULL ? assay_survey_run_source (source, wish, cancellable, error) : NULL;
}

AssayDelimited *
assay_survey_read (AssaySurvey *survey, GCancellable *cancellable, GError **error)
{
  g_autoptr (AssayDelimited) reader
      = assay_delimited_new (survey->source, &survey->dialect, cancellable, error);
  const AssayRow *row = NULL;

  if (reader == NULL)
    return NULL;
  while (survey->dialect.header_line != 0)
    {
      if (!assay_delimited_next (reader, &row, cancellable, error))
        return NULL;
      if (row == NULL || row->line >= survey->dialect.header_line)
        break;
    }
  return g_steal_pointer (&reader);
}
