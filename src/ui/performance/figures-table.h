/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures of a handful of groups as a table: sortable by each column, the groups' names first,
 * every value that cannot be computed a dash. A row opens the record of its group. */

#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_FIGURES_TABLE (assay_figures_table_get_type ())
G_DECLARE_FINAL_TYPE (AssayFiguresTable, assay_figures_table, ASSAY, FIGURES_TABLE, GtkWidget)

typedef enum
{
  ASSAY_FIGURE_COUNT,
  ASSAY_FIGURE_DAYS,  /* one digit after the point */
  ASSAY_FIGURE_SHARE, /* 0…1, in percent with one digit */
} AssayFigureFormat;

typedef struct
{
  const char *title; /* marked for translation */
  const char *help;  /* marked for translation; nullable */
  const char *name;  /* in an export */
  AssayFigureFormat format;
} AssayFigureColumn;

/* @columns ends with a NULL title and lives for ever. */
AssayFiguresTable *assay_figures_table_new (AssayContext *context,
                                            const char *label,
                                            const AssayFigureColumn *columns);
void assay_figures_table_clear (AssayFiguresTable *table);
/* @values has one for each column; NaN is unknown. */
void assay_figures_table_add (AssayFiguresTable *table,
                              gint64 supplier,
                              const char *name,
                              const double *values);
guint assay_figures_table_get_n_rows (AssayFiguresTable *table);
/* The rows in the order shown as delimited text, in plain numbers. */
char *assay_figures_table_to_csv (AssayFiguresTable *table);

G_END_DECLS
