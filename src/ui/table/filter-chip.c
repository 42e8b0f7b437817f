/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/table/filter-chip.h"

#include <glib/gi18n-lib.h>

#include "ui/init.h"

struct _AssayFilterChip
{
  GtkWidget parent_instance;

  GtkLabel *label;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (AssayFilterChip, assay_filter_chip, GTK_TYPE_WIDGET)

enum
{
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
clicked_cb (AssayFilterChip *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
assay_filter_chip_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ASSAY_TYPE_FILTER_CHIP);

  G_OBJECT_CLASS (assay_filter_chip_parent_class)->dispose (object);
}

static void
assay_filter_chip_class_init (AssayFilterChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_filter_chip_dispose;

  signals[REMOVED] = g_signal_new ("removed", ASSAY_TYPE_FILTER_CHIP, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "filterchip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "table/filter-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayFilterChip, label);
  gtk_widget_class_bind_template_child (widget_class, AssayFilterChip, button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
assay_filter_chip_init (AssayFilterChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
assay_filter_chip_new (const char *words)
{
  AssayFilterChip *self = g_object_new (ASSAY_TYPE_FILTER_CHIP, NULL);
  g_autofree char *remove = NULL;

  /* Translators: what a button does; the filter follows in words */
  remove = g_strdup_printf (_ ("Remove filter: %s"), words);
  gtk_label_set_text (self->label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  remove, -1);
  return GTK_WIDGET (self);
}
