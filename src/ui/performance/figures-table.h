/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures of a handful of groups as a table: sortable by each column, the groups' names first,
 * every value that cannot be computed a dash. A row opens the record of its group; a figure, where
 * somebody can explain it, says how it was computed. Where there is no room, columns that can be
 * spared give way. */

#pragma once

#include <gtk/gtk.h>

#include "ui/record/explanation-dialog.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_FIGURES_TABLE (assay_figures_table_get_type ())
G_DECLARE_FINAL_TYPE (AssayFiguresTable, assay_figures_table, ASSAY, FIGURES_TABLE, GtkWidget)

typedef enum
{
  ASSAY_FIGURE_COUNT,
  ASSAY_FIGURE_DAYS,  /* one digit after the point */
  ASSAY_FIGURE_SHARE, /* 0…1, in percent with one digit */
  ASSAY_FIGURE_REAL,  /* two digits after the point */
  ASSAY_FIGURE_MONEY, /* in whole units of the table's currency, which stands in the heading */
} AssayFigureFormat;

typedef struct
{
  const char *title; /* marked for translation */
  const char *help;  /* marked for translation; nullable */
  const char *name;  /* in an export */
  AssayFigureFormat format;
  gboolean spare; /* gives way where there is no room, the last first */
} AssayFigureColumn;

/* Whose figure is asked for. */
typedef struct
{
  gint64 id;        /* 0 where the group is no record */
  const char *name; /* as it was added: NULL is unknown */
  gboolean is_total;
} AssayFigureGroup;

/* What is to be asked to explain the figure of a column, by the column's name in an export; NULL
 * when nothing explains it. */
typedef gpointer (*AssayFigureQuestionFunc) (const AssayFigureGroup *group,
                                             const char *column,
                                             gpointer data);

/* @columns ends with a NULL title and lives for ever. */
AssayFiguresTable *assay_figures_table_new (AssayContext *context,
                                            const char *label,
                                            const AssayFigureColumn *columns);
/* What the groups are, suppliers unless said: the heading of the first column, its name in an
 * export, and the type of the records that rows open (ASSAY_TYPE_NONE: none). */
void assay_figures_table_set_groups (AssayFiguresTable *table,
                                     AssayType type,
                                     const char *heading,
                                     const char *name);
void assay_figures_table_set_currency (AssayFiguresTable *table, const char *currency);
/* Makes each figure a button that explains it: @question says what to ask @explain on the book's
 * thread. Before the first row. */
void assay_figures_table_set_explain (AssayFiguresTable *table,
                                      AssayFigureQuestionFunc question,
                                      AssayExplainFunc explain,
                                      GDestroyNotify free_question,
                                      gpointer data);
void assay_figures_table_clear (AssayFiguresTable *table);
/* @values has one for each column; NaN is unknown. */
void assay_figures_table_add (AssayFiguresTable *table,
                              gint64 id,
                              const char *name,
                              const double *values);
/* The figures over all groups: first whatever the order. */
void
assay_figures_table_add_total (AssayFiguresTable *table, const char *name, const double *values);
guint assay_figures_table_get_n_rows (AssayFiguresTable *table);
/* The rows in the order shown as delimited text, in plain numbers. */
char *assay_figures_table_to_csv (AssayFiguresTable *table);

G_END_DECLS
