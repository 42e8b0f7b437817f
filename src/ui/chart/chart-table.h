/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table with the same content as a chart. */

#pragma once

#include "chart/scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GListModel *assay_chart_rows_new (AssayScene *scene);
GtkWidget *assay_chart_table_new (AssayScene *scene);

G_END_DECLS
