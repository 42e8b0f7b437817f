/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inside of the window, shared by window.c (pages and navigation), window-book.c (the book's
 * life) and window-actions.c (commands). */

#pragma once

#include "ui/pages.h"
#include "ui/unsaved.h"
#include "ui/window.h"

struct _AssayWindow
{
  AdwApplicationWindow parent_instance;

  /* Template */
  AdwToastOverlay *toasts;
  AdwNavigationSplitView *split;
  GtkListBox *sidebar;
  AdwNavigationPage *content;
  GtkStack *states;
  GtkStack *subjects;
  AdwBin *wait_bin;
  AdwStatusPage *failed_page;
  GtkMenuButton *menu_button;
  GMenu *undo_section;

  /* Owned */
  AdwBanner *banner; /* never on screen itself: what the pages' banners follow */
  AssayContext *context;
  GSettings *settings;
  GSignalGroup *book_signals;
  GCancellable *opening; /* while a book is being opened */
  GCancellable *counting;
  char *opening_path;
  AssayBookFlags opening_flags;
  gboolean opening_new;   /* the file is made */
  GError *reopened_for;   /* why the book was opened for reading only */
  AdwToast *delete_toast; /* while shown: further deletes join it */
  guint deleted;          /* records that the toast speaks of */
  guint delete_changes;   /* changes that its button undoes */
  guint wait_source;
  guint count_source;
  guint own_change; /* a change of the window's own is under way */

  AdwNavigationView *views[ASSAY_N_SUBJECTS]; /* made when first shown */
  GtkLabel *counts[ASSAY_N_SUBJECTS];
  AssaySubject subject;
  gboolean narrow;
};

/* window.c */
void assay_window_show_subject (AssayWindow *self, AssaySubject subject);
/* Back to the first page of a subject that is shown; otherwise nothing. */
void assay_window_show_first_page (AssayWindow *self, AssaySubject subject);
void assay_window_drop_pages (AssayWindow *self);
gboolean
assay_window_may_leave (AssayWindow *self, AdwNavigationView *view, AdwNavigationPage *page);
void assay_window_update_counts (AssayWindow *self);

/* window-book.c */
void assay_window_close_book (AssayWindow *self);
void assay_window_book_opened (AssayWindow *self);
/* Shows that something takes long, in place of the pages; NULL: it is done. */
void assay_window_set_busy (AssayWindow *self, const char *what);

/* window-actions.c */
void assay_window_actions_class_init (GtkWidgetClass *klass);
void assay_window_update_undo (AssayWindow *self);
void assay_window_delete_records (AssayWindow *self, AssayType type, GArray *ids);
