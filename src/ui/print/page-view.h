/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One page of a document on the screen, as paper. Drawn once per size and kept as a texture. */

#pragma once

#include <gtk/gtk.h>

#include "report/pages.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_PAGE_VIEW (assay_page_view_get_type ())
G_DECLARE_FINAL_TYPE (AssayPageView, assay_page_view, ASSAY, PAGE_VIEW, GtkWidget)

GtkWidget *assay_page_view_new (void);
/* @pages lives at least until the next call; NULL shows nothing. */
void assay_page_view_set_page (AssayPageView *self, AssayPages *pages, guint page);
/* 1 is the size on paper, by the screen's own word. */
void assay_page_view_set_zoom (AssayPageView *self, double zoom);

G_END_DECLS
