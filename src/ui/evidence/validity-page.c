/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/evidence/validity-page.h"

#include <glib/gi18n-lib.h>

#include "chart/validity-chart.h"
#include "ui/record/evidence-list.h"
#include "ui/record/rows-chart.h"
#include "ui/record/section.h"

#define ROW_HEIGHT 44
#define LEAST      260
#define MOST       2400

struct _AssayValidityPage
{
  AdwNavigationPage parent_instance;

  AssayContext *context;
  AssayBook *book;
  GCancellable *cancellable;
  guint pending;
  AssayChartFrame *chart;
  AssayEvidenceList *flagged;
};

G_DEFINE_FINAL_TYPE (AssayValidityPage, assay_validity_page, ADW_TYPE_NAVIGATION_PAGE)

static gboolean
read_evidence (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  *result = assay_evidence_read (db, data, error);
  return *result != NULL;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AssayValidityPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayEvidenceRegister) evidence
      = assay_book_ask_finish (ASSAY_BOOK (source), result, &error);
  g_autoptr (AssayScene) scene = NULL;

  if (self->context == NULL)
    return;
  if (evidence == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        assay_context_failed (self->context, _ ("Cannot read the evidence"), error);
      return;
    }
  scene = assay_validity_chart_new (evidence);
  assay_chart_frame_set_scene (self->chart, scene);
  gtk_widget_set_size_request (
      GTK_WIDGET (self->chart), -1,
      CLAMP ((int)MIN (evidence->items->len, MOST) * ROW_HEIGHT + 140, LEAST, MOST));
}

static gboolean
pending_cb (gpointer data)
{
  AssayValidityPage *self = data;
  AssayEvidenceQuestion *question;

  self->pending = 0;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->book == NULL)
    return G_SOURCE_REMOVE;
  self->cancellable = g_cancellable_new ();
  question = g_new0 (AssayEvidenceQuestion, 1);
  question->today = assay_context_get_today (self->context);
  assay_book_ask_async (self->book, read_evidence, question, g_free,
                        (GDestroyNotify)assay_evidence_register_free, self->cancellable, read_cb,
                        g_object_ref (self));
  assay_evidence_list_show (self->flagged, 0, 0);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (AssayValidityPage *self)
{
  if (self->pending == 0)
    self->pending = g_idle_add (pending_cb, self);
}

static void
assay_validity_page_dispose (GObject *object)
{
  AssayValidityPage *self = ASSAY_VALIDITY_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->pending, g_source_remove);
  g_clear_object (&self->book);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (assay_validity_page_parent_class)->dispose (object);
}

static void
assay_validity_page_class_init (AssayValidityPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_validity_page_dispose;
}

static void
assay_validity_page_init (AssayValidityPage *self)
{
}

static GtkWidget *
make_content (AssayValidityPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->chart = assay_rows_chart_new (self->context, ASSAY_TYPE_EVIDENCE, LEAST);
  self->flagged = assay_evidence_list_new (self->context);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chart));
  gtk_box_append (GTK_BOX (box),
                  assay_section_new (_ ("What to Look Into"), GTK_WIDGET (self->flagged)));
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 1240);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  return scroller;
}

AdwNavigationPage *
assay_validity_page_new (AssayContext *context)
{
  AssayValidityPage *self = g_object_new (ASSAY_TYPE_VALIDITY_PAGE, NULL);
  GtkWidget *view = adw_toolbar_view_new ();

  self->context = g_object_ref (context);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ ("Validity and Flags"));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), make_content (self));
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), view);
  if (assay_context_get_book (context) != NULL)
    {
      self->book = g_object_ref (assay_context_get_book (context));
      g_signal_connect_object (self->book, "changed", G_CALLBACK (changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  changed_cb (self);
  return ADW_NAVIGATION_PAGE (self);
}
