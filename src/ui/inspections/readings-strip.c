/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/readings-strip.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/inspections/children.h"

/* More values than this are summed up only. */
#define MOST_SHOWN 60

struct _AssayReadingsStrip
{
  GtkWidget parent_instance;

  AdwWrapBox *values;
  GtkLabel *summary;
};

G_DEFINE_FINAL_TYPE (AssayReadingsStrip, assay_readings_strip, GTK_TYPE_WIDGET)

/* Which way a value is outside is said by an arrow, not by colour alone. */
static GtkWidget *
make_value (gint64 value, gint64 lower, gint64 upper)
{
  g_autofree char *number = assay_reading_format (value, TRUE);
  gboolean below = value<lower, above = value> upper;
  g_autofree char *words = below   ? g_strdup_printf (_ ("↓ %s"), number)
                           : above ? g_strdup_printf (_ ("↑ %s"), number)
                                   : g_strdup (number);
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_add_css_class (label, "assay-reading");
  gtk_widget_add_css_class (label, "numeric");
  if (!below && !above)
    return label;
  gtk_widget_add_css_class (label, "outside");
  gtk_widget_set_tooltip_text (label, below ? _ ("Below the lowest that passes")
                                            : _ ("Above the highest that passes"));
  return label;
}

static void
show_values (AssayReadingsStrip *self, GArray *values, gint64 lower, gint64 upper)
{
  guint n = MIN (values->len, MOST_SHOWN);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->values))) != NULL)
    adw_wrap_box_remove (self->values, child);
  for (guint i = 0; i < n; i++)
    adw_wrap_box_append (self->values,
                         make_value (g_array_index (values, gint64, i), lower, upper));
  if (values->len > n)
    {
      g_autofree char *words = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", values->len - n),
          values->len - n);

      adw_wrap_box_append (self->values, gtk_label_new (words));
    }
}

static void
show_summary (AssayReadingsStrip *self, const AssayRecord *checkpoint, GArray *values)
{
  gint64 sample = assay_record_get_integer (checkpoint, ASSAY_CHECKPOINT_SAMPLE_SIZE, 0);
  gint64 lower, upper;
  gboolean limits = assay_check_limits (checkpoint, &lower, &upper);
  AssayReadingsSummary sum;
  g_autofree char *min = NULL, *mean = NULL, *max = NULL, *n = NULL;
  g_autoptr (GString) words = NULL;

  assay_readings_summarise ((const gint64 *)(void *)values->data, values->len, lower, upper, &sum);
  min = assay_reading_format (sum.min, TRUE);
  max = assay_reading_format (sum.max, TRUE);
  mean = assay_reading_format ((gint64)(sum.mean + (sum.mean < 0 ? -0.5 : 0.5)), TRUE);
  n = sample >= (gint64)sum.n ? g_strdup_printf (_ ("%u of %d"), sum.n, (int)sample)
                              : g_strdup_printf ("%u", sum.n);
  words = g_string_new (NULL);
  /* Translators: of measured values: how many, the smallest, the mean, the largest */
  g_string_append_printf (words, _ ("n %s · min %s · mean %s · max %s"), n, min, mean, max);
  if (limits)
    {
      guint outside = sum.below + sum.above;

      g_string_append (words, _ (" · "));
      if (outside == 0)
        g_string_append (words, _ ("all within"));
      else
        g_string_append_printf (
            words, g_dngettext (GETTEXT_PACKAGE, "%u outside", "%u outside", outside), outside);
    }
  gtk_label_set_label (self->summary, words->str);
}

void
assay_readings_strip_show (AssayReadingsStrip *self, const AssayRecord *checkpoint)
{
  const char *text = assay_record_get_text (checkpoint, ASSAY_CHECKPOINT_READINGS);
  g_autoptr (GArray) values = assay_readings_parse (text, NULL);
  gint64 lower, upper;

  gtk_widget_set_visible (GTK_WIDGET (self), values != NULL && values->len > 0);
  if (values == NULL || values->len == 0)
    return;
  assay_check_limits (checkpoint, &lower, &upper);
  show_values (self, values, lower, upper);
  show_summary (self, checkpoint, values);
}

const char *
assay_readings_strip_get_summary (AssayReadingsStrip *self)
{
  return gtk_label_get_label (self->summary);
}

static void
assay_readings_strip_dispose (GObject *object)
{
  assay_unparent_children (GTK_WIDGET (object));

  G_OBJECT_CLASS (assay_readings_strip_parent_class)->dispose (object);
}

static void
assay_readings_strip_class_init (AssayReadingsStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_readings_strip_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
assay_readings_strip_init (AssayReadingsStrip *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);
  self->values = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "line-spacing", 3,
                               "natural-line-length", 360, NULL);
  self->summary
      = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "max-width-chars", 40, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "numeric");
  gtk_widget_set_parent (GTK_WIDGET (self->values), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->summary), GTK_WIDGET (self));
}

AssayReadingsStrip *
assay_readings_strip_new (void)
{
  return g_object_new (ASSAY_TYPE_READINGS_STRIP, NULL);
}
