/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The first rows of a file as a table. */

#pragma once

#include <gtk/gtk.h>

#include "exchange/survey.h"

G_BEGIN_DECLS

/* Replaces the columns and rows of @view. */
void assay_import_preview_show (GtkColumnView *view, AssaySurvey *survey);

G_END_DECLS
