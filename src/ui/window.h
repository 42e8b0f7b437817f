/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window of one book: sidebar of subjects, pages, menu, toasts. Answers what pages ask of the
 * context.
 *
 * Commands that belong to the page on top reach it as widget actions of the page: a page that can
 * make a record installs `page.new`, one that can search `page.find`, one that can print
 * `page.print`, one that can edit what it shows `page.edit`, and so on; the window's keys activate
 * them. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_WINDOW (assay_window_get_type ())
G_DECLARE_FINAL_TYPE (AssayWindow, assay_window, ASSAY, WINDOW, AdwApplicationWindow)

AssayWindow *assay_window_new (GtkApplication *application, GSettings *settings);

AssayContext *assay_window_get_context (AssayWindow *window);

/* Opens a book, creating it with ASSAY_BOOK_CREATE; what goes wrong is shown in the window. */
void assay_window_open_book (AssayWindow *window, const char *path, AssayBookFlags flags);

/* From a notification; does nothing while no book is open. */
void assay_window_show_today (AssayWindow *window);

/* The page on top. */
AdwNavigationPage *assay_window_get_visible_page (AssayWindow *window);

G_END_DECLS
