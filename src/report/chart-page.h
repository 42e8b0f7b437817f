/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart on the screen as it is, on paper: its picture with title, notes and definition, and the
 * table with the same content. */

#pragma once

#include "chart/scene.h"
#include "report/document.h"

G_BEGIN_DECLS

AssayDocument *assay_chart_page_new (AssayScene *scene);

G_END_DECLS
