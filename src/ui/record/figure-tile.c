/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/record/figure-tile.h"

#include <glib/gi18n-lib.h>

#define INFO_SIZE 18 /* what the title leaves free for the button in the corner */

struct _AssayFigureTile
{
  GtkWidget parent_instance;

  GtkWidget *button; /* nearly all of it: opens the rows */
  GtkWidget *info;   /* in its corner, once somebody explains */
  GtkLabel *title;
  GtkLabel *value;
  GtkLabel *detail;
  GtkWidget *claim_bar;
  GtkImage *verdict;
  GtkLabel *claim;
};

enum
{
  CLICKED,
  EXPLAIN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AssayFigureTile, assay_figure_tile, GTK_TYPE_WIDGET)

static GtkLabel *
add_label (GtkWidget *box, const char *css_class, gboolean dimmed)
{
  GtkLabel *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  if (dimmed)
    gtk_widget_add_css_class (GTK_WIDGET (label), "dimmed");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (label));
  return label;
}

static void
describe (AssayFigureTile *self)
{
  g_autofree char *words = g_strdup_printf (
      "%s: %s. %s. %s", gtk_label_get_label (self->title), gtk_label_get_label (self->value),
      gtk_label_get_label (self->detail),
      gtk_widget_get_visible (self->claim_bar) ? gtk_label_get_label (self->claim) : "");

  g_autofree char *question = NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  if (self->info == NULL)
    return;
  /* Translators: what a figure is, "On time" */
  question = g_strdup_printf (_ ("How is this computed? %s"), gtk_label_get_label (self->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->info), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  question, -1);
}

static void
clicked_cb (AssayFigureTile *self)
{
  g_signal_emit (self, signals[CLICKED], 0);
}

static void
info_cb (AssayFigureTile *self)
{
  g_signal_emit (self, signals[EXPLAIN], 0);
}

static void
assay_figure_tile_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (assay_figure_tile_parent_class)->dispose (object);
}

static void
assay_figure_tile_class_init (AssayFigureTileClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_figure_tile_dispose;

  /**
   * AssayFigureTile::clicked:
   *
   * The rows behind it are asked for.
   */
  signals[CLICKED] = g_signal_new ("clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  /**
   * AssayFigureTile::explain:
   *
   * Somebody wants to know how it was computed.
   */
  signals[EXPLAIN] = g_signal_new ("explain", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
assay_figure_tile_init (AssayFigureTile *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *overlay = gtk_overlay_new ();

  self->title = add_label (box, "caption-heading", TRUE);
  self->value = add_label (box, "title-2", FALSE);
  self->detail = add_label (box, "caption", TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->value), "numeric");

  self->claim_bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  self->verdict = GTK_IMAGE (gtk_image_new ());
  gtk_image_set_pixel_size (self->verdict, 12);
  gtk_box_append (GTK_BOX (self->claim_bar), GTK_WIDGET (self->verdict));
  self->claim = add_label (self->claim_bar, "caption", FALSE);
  gtk_widget_set_visible (self->claim_bar, FALSE);
  gtk_box_append (GTK_BOX (box), self->claim_bar);

  gtk_widget_set_margin_top (box, 10);
  gtk_widget_set_margin_bottom (box, 10);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_widget_set_size_request (GTK_WIDGET (self), 150, -1);
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  gtk_button_set_can_shrink (GTK_BUTTON (self->button), TRUE);
  gtk_widget_add_css_class (self->button, "card");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Show the Rows Behind This"));
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->button);
  gtk_widget_set_parent (overlay, GTK_WIDGET (self));
}

AssayFigureTile *
assay_figure_tile_new (const char *title)
{
  AssayFigureTile *self = g_object_new (ASSAY_TYPE_FIGURE_TILE, NULL);

  gtk_label_set_label (self->title, title);
  assay_figure_tile_set (self, NULL, NULL);
  return self;
}

void
assay_figure_tile_set (AssayFigureTile *self, const char *value, const char *detail)
{
  gtk_label_set_label (self->value, value != NULL ? value : _ ("Unknown"));
  gtk_label_set_label (self->detail, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), detail != NULL && *detail != '\0');
  if (value == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->value), "dimmed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->value), "dimmed");
  describe (self);
}

void
assay_figure_tile_set_claim (AssayFigureTile *self, const char *claim, AssayClaimVerdict verdict)
{
  GtkWidget *bar = self->claim_bar;

  gtk_widget_set_visible (bar, claim != NULL);
  gtk_label_set_label (self->claim, claim != NULL ? claim : "");
  gtk_widget_set_visible (GTK_WIDGET (self->verdict), verdict != ASSAY_CLAIM_UNKNOWN);
  gtk_image_set_from_icon_name (self->verdict,
                                verdict == ASSAY_CLAIM_SUPPORTED ? "object-select-symbolic"
                                : verdict == ASSAY_CLAIM_OPEN    ? "content-loading-symbolic"
                                                                 : "dialog-warning-symbolic");
  gtk_widget_remove_css_class (bar, "warning");
  gtk_widget_remove_css_class (bar, "success");
  if (verdict == ASSAY_CLAIM_REFUTED)
    gtk_widget_add_css_class (bar, "warning");
  else if (verdict == ASSAY_CLAIM_SUPPORTED)
    gtk_widget_add_css_class (bar, "success");
  describe (self);
}

void
assay_figure_tile_set_plain (AssayFigureTile *self)
{
  gtk_widget_set_can_target (self->button, FALSE);
  gtk_widget_set_focusable (self->button, FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);
}

void
assay_figure_tile_set_explained (AssayFigureTile *self)
{
  GtkWidget *overlay = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (self->info != NULL)
    return;
  self->info = gtk_button_new_from_icon_name ("help-about-symbolic");
  gtk_widget_add_css_class (self->info, "flat");
  gtk_widget_add_css_class (self->info, "circular");
  gtk_widget_add_css_class (self->info, "assay-explain");
  gtk_widget_set_halign (self->info, GTK_ALIGN_END);
  gtk_widget_set_valign (self->info, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (self->info, _ ("How Is This Computed?"));
  g_signal_connect_swapped (self->info, "clicked", G_CALLBACK (info_cb), self);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->info);
  gtk_widget_set_margin_end (GTK_WIDGET (self->title), INFO_SIZE);
  describe (self);
}
