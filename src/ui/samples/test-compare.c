/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/samples/test-compare.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "chart/test-chart.h"
#include "insight/test-series.h"
#include "ui/record/rows-chart.h"
#include "ui/record/section.h"

#define ROW_HEIGHT   34
#define LEAST_HEIGHT 240
#define MOST_HEIGHT  520

struct _AssayTestCompare
{
  GtkWidget parent_instance;

  AssayContext *context;
  GCancellable *asking;
  GtkWidget *section;
  GtkDropDown *chooser;
  GtkStringList *titles;
  AssayChartFrame *chart;
  GPtrArray *series; /* AssayTestSeries; nullable */
  char *chosen;      /* title of the test that the user chose; nullable */
};

G_DEFINE_FINAL_TYPE (AssayTestCompare, assay_test_compare, GTK_TYPE_WIDGET)

static gpointer
read_series (AssayDb *db, const AssayTestQuestion *question, GError **error)
{
  return assay_test_series_read (db, question, error);
}

static gboolean
ask (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  *result = read_series (db, data, error);
  return *result != NULL;
}

static void
show_chosen (AssayTestCompare *self)
{
  guint selected = gtk_drop_down_get_selected (self->chooser);
  const AssayTestSeries *series;
  g_autoptr (AssayScene) scene = NULL;
  int height;

  if (self->series == NULL || selected >= self->series->len)
    return;
  series = g_ptr_array_index (self->series, selected);
  scene = assay_test_chart_new (series);
  height = CLAMP (150 + ROW_HEIGHT * (int)series->points->len, LEAST_HEIGHT, MOST_HEIGHT);
  gtk_widget_set_size_request (GTK_WIDGET (self->chart), -1, height);
  assay_chart_frame_set_scene (self->chart, scene);
}

static void
selected_cb (AssayTestCompare *self)
{
  guint selected = gtk_drop_down_get_selected (self->chooser);

  if (self->series == NULL || selected >= self->series->len)
    return;
  g_set_str (&self->chosen, ((AssayTestSeries *)self->series->pdata[selected])->title);
  show_chosen (self);
}

/* The test that was chosen stays chosen while it is there. */
static void
show_series (AssayTestCompare *self)
{
  guint selected = 0;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) titles = NULL;

  for (guint i = 0; i < self->series->len; i++)
    {
      const AssayTestSeries *series = g_ptr_array_index (self->series, i);

      g_strv_builder_add (builder, series->title);
      if (g_strcmp0 (series->title, self->chosen) == 0)
        selected = i;
    }
  titles = g_strv_builder_end (builder);
  g_signal_handlers_block_by_func (self->chooser, selected_cb, self);
  gtk_string_list_splice (self->titles, 0, g_list_model_get_n_items (G_LIST_MODEL (self->titles)),
                          (const char *const *)titles);
  gtk_drop_down_set_selected (self->chooser, selected);
  g_signal_handlers_unblock_by_func (self->chooser, selected_cb, self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->series->len > 0);
  show_chosen (self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayTestCompare) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *series = assay_book_ask_finish (ASSAY_BOOK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->context == NULL)
    {
      g_clear_pointer (&series, g_ptr_array_unref);
      return;
    }
  if (series == NULL)
    {
      assay_context_failed (self->context, _ ("The Tests Were Not Compared"), error);
      return;
    }
  g_clear_pointer (&self->series, g_ptr_array_unref);
  self->series = series;
  show_series (self);
}

void
assay_test_compare_show (AssayTestCompare *self, gint64 product, gint64 supplier)
{
  AssayBook *book;
  AssayTestQuestion *question;

  g_return_if_fail (ASSAY_IS_TEST_COMPARE (self));

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  book = assay_context_get_book (self->context);
  if (book == NULL)
    return;
  self->asking = g_cancellable_new ();
  question = g_new0 (AssayTestQuestion, 1);
  question->product = product;
  question->supplier = supplier;
  assay_book_ask_async (book, ask, question, g_free, (GDestroyNotify)g_ptr_array_unref,
                        self->asking, read_cb, g_object_ref (self));
}

static void
assay_test_compare_dispose (GObject *object)
{
  AssayTestCompare *self = ASSAY_TEST_COMPARE (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_pointer (&self->section, gtk_widget_unparent);
  g_clear_object (&self->context);
  g_clear_pointer (&self->series, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_free);

  G_OBJECT_CLASS (assay_test_compare_parent_class)->dispose (object);
}

static void
assay_test_compare_class_init (AssayTestCompareClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_test_compare_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
assay_test_compare_init (AssayTestCompare *self)
{
}

AssayTestCompare *
assay_test_compare_new (AssayContext *context)
{
  AssayTestCompare *self = g_object_new (ASSAY_TYPE_TEST_COMPARE, "visible", FALSE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->context = g_object_ref (context);
  self->titles = gtk_string_list_new (NULL);
  self->chooser = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (self->titles), NULL));
  gtk_widget_set_halign (GTK_WIDGET (self->chooser), GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chooser), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Test to compare"), -1);
  g_signal_connect_swapped (self->chooser, "notify::selected", G_CALLBACK (selected_cb), self);
  self->chart = assay_rows_chart_new (context, ASSAY_TYPE_SAMPLE, LEAST_HEIGHT);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chooser));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chart));
  self->section = assay_section_new (_ ("Tests Compared"), box);
  gtk_widget_set_parent (self->section, GTK_WIDGET (self));
  return self;
}
