/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/products/bill-card.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "record/format.h"
#include "ui/record/figure-tile.h"
#include "ui/record/section.h"

#define TILE_WIDTH 220

struct _AssayBillCard
{
  AdwBin parent_instance;

  AssaySection *section;
  GtkWidget *box;
  GtkWidget *warning;
  GtkLabel *words;
  AssayFigureTile *mass, *material, *recycled, *hardware;
};

G_DEFINE_FINAL_TYPE (AssayBillCard, assay_bill_card, ADW_TYPE_BIN)

static void
assay_bill_card_class_init (AssayBillCardClass *klass)
{
}

static AssayFigureTile *
add_tile (GtkWidget *tiles, const char *title)
{
  AssayFigureTile *tile = assay_figure_tile_new (title);

  gtk_widget_set_size_request (GTK_WIDGET (tile), TILE_WIDTH, -1);
  assay_figure_tile_set_plain (tile);
  adw_wrap_box_append (ADW_WRAP_BOX (tiles), GTK_WIDGET (tile));
  return tile;
}

static void
assay_bill_card_init (AssayBillCard *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *tiles
      = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 12, "line-spacing", 12, "justify",
                      ADW_JUSTIFY_FILL, "justify-last-line", TRUE, "line-homogeneous", TRUE, NULL);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->warning = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_set_valign (self->warning, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->warning, "warning");
  self->words
      = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "hexpand", TRUE, "selectable",
                      TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_box_append (GTK_BOX (row), self->warning);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (self->box), row);
  self->mass = add_tile (tiles, _ ("Components weigh"));
  self->material = add_tile (tiles, _ ("Material for a piece"));
  self->recycled = add_tile (tiles, _ ("Recycled share"));
  self->hardware = add_tile (tiles, _ ("Hardware named"));
  gtk_box_append (GTK_BOX (self->box), tiles);
  self->section = ASSAY_SECTION (assay_section_new (_ ("Weights and Parts"), self->box));
  assay_section_set_explanation (self->section, assay_bill_definition ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->section));
}

AssayBillCard *
assay_bill_card_new (void)
{
  return g_object_new (ASSAY_TYPE_BILL_CARD, NULL);
}

static void
show_mass (AssayBillCard *self, const AssayBill *bill)
{
  g_autofree char *mass = isnan (bill->mass) ? NULL : assay_bill_mass_words (bill->mass);
  g_autofree char *piece = assay_bill_mass_words (bill->piece);
  g_autofree char *detail
      = isnan (bill->piece)
            ? g_strdup (_ ("product not weighed"))
            /* Translators: what the product weighs, below what its components weigh */
            : g_strdup_printf (_ ("product: %s"), piece);

  assay_figure_tile_set (self->mass, mass, detail);
}

static void
show_material (AssayBillCard *self, const AssayBill *bill)
{
  g_autofree char *material
      = isnan (bill->material) ? NULL : assay_bill_mass_words (bill->material);
  g_autofree char *cut = assay_bill_mass_words (bill->material - bill->mass);
  g_autofree char *detail = NULL;

  if (isnan (bill->material))
    detail = g_strdup (_ ("no weights"));
  else if (bill->n_no_waste > 0)
    detail = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s of it cut away; %u without waste",
                                           "%s of it cut away; %u without waste", bill->n_no_waste),
                              cut, bill->n_no_waste);
  else
    detail = g_strdup_printf (_ ("%s of it cut away"), cut);
  assay_figure_tile_set (self->material, material, detail);
}

static void
show_recycled (AssayBillCard *self, const AssayRecycled *content)
{
  gboolean known = !isnan (content->whole.share);
  g_autofree char *whole = known ? assay_recycled_sum_words (&content->whole) : NULL;
  g_autofree char *main = assay_recycled_sum_words (&content->main);
  g_autofree char *detail = content->main.n > 0
                                ? g_strdup_printf (_ ("main fabric: %s"), main)
                                : g_strdup (_ ("no component is marked as main fabric"));

  assay_figure_tile_set (self->recycled, whole, detail);
}

static void
show_hardware (AssayBillCard *self, const AssayBill *bill)
{
  g_autofree char *value = bill->n_hardware > 0
                               /* Translators: how many, of how many */
                               ? g_strdup_printf (_ ("%u of %u"), bill->n_named, bill->n_hardware)
                               : NULL;

  assay_figure_tile_set (self->hardware, value,
                         bill->n_hardware > 0 ? _ ("zips, buckles and fittings with brand or part "
                                                   "number")
                                              : _ ("no zip, buckle or fitting is listed"));
}

void
assay_bill_card_show (AssayBillCard *self, const AssayBill *bill, const AssayRecycled *content)
{
  g_autofree char *words = assay_bill_dup_words (bill);

  gtk_widget_set_visible (GTK_WIDGET (self), words != NULL);
  if (words == NULL)
    return;
  gtk_label_set_label (self->words, words);
  gtk_widget_set_visible (self->warning, bill->state == ASSAY_BILL_HEAVIER);
  show_mass (self, bill);
  show_material (self, bill);
  show_recycled (self, content);
  show_hardware (self, bill);
}
