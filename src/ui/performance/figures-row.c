/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/performance/figures-row.h"

struct _AssayFiguresRow
{
  GObject parent_instance;

  gint64 id;
  char *name; /* NULL: unknown */
  gboolean is_total;
  double *values;
  guint n_values;
};

G_DEFINE_FINAL_TYPE (AssayFiguresRow, assay_figures_row, G_TYPE_OBJECT)

static void
assay_figures_row_finalize (GObject *object)
{
  AssayFiguresRow *self = ASSAY_FIGURES_ROW (object);

  g_free (self->name);
  g_free (self->values);

  G_OBJECT_CLASS (assay_figures_row_parent_class)->finalize (object);
}

static void
assay_figures_row_class_init (AssayFiguresRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = assay_figures_row_finalize;
}

static void
assay_figures_row_init (AssayFiguresRow *self)
{
}

AssayFiguresRow *
assay_figures_row_new (
    gint64 id, const char *name, gboolean is_total, const double *values, guint n_values)
{
  AssayFiguresRow *self = g_object_new (ASSAY_TYPE_FIGURES_ROW, NULL);

  self->id = id;
  self->name = g_strdup (name);
  self->is_total = is_total;
  self->values = g_memdup2 (values, n_values * sizeof (double));
  self->n_values = n_values;
  return self;
}

gint64
assay_figures_row_get_id (AssayFiguresRow *self)
{
  return self->id;
}

const char *
assay_figures_row_get_name (AssayFiguresRow *self)
{
  return self->name;
}

gboolean
assay_figures_row_is_total (AssayFiguresRow *self)
{
  return self->is_total;
}

double
assay_figures_row_get_value (AssayFiguresRow *self, guint column)
{
  g_return_val_if_fail (column < self->n_values, 0);

  return self->values[column];
}
