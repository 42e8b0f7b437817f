/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/suppliers/board-card.h"

#include <glib/gi18n-lib.h>

#include "record/format.h"

struct _AssayBoardCard
{
  GtkWidget parent_instance;

  GtkLabel *name;
  GtkLabel *place;
  GtkLabel *offer;
  AssayRecordSlot *slot;
  gulong handler;
};

G_DEFINE_FINAL_TYPE (AssayBoardCard, assay_board_card, GTK_TYPE_WIDGET)

static void
append (GString *words, const char *between, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (words->len > 0)
    g_string_append (words, between);
  g_string_append (words, part);
}

static void
append_field (GString *words, const char *between, AssayRecord *supplier, guint field)
{
  g_autofree char *text = NULL;

  if (!assay_record_is_known (supplier, field))
    return;
  text = assay_format_display (supplier, field, ASSAY_UNITS_METRIC);
  append (words, between, text);
}

static char *
say_place (AssayRecord *supplier)
{
  g_autoptr (GString) words = g_string_new (NULL);

  append_field (words, ", ", supplier, ASSAY_SUPPLIER_CITY);
  append_field (words, ", ", supplier, ASSAY_SUPPLIER_COUNTRY);
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* "Alibaba · from 300 pieces · 50 days" */
static char *
say_offer (AssayRecord *supplier)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const char *kind = assay_record_get_text (supplier, ASSAY_SUPPLIER_KIND);
  gint64 least = assay_record_get_integer (supplier, ASSAY_SUPPLIER_MINIMUM_ORDER, -1);
  gint64 lead = assay_record_get_integer (supplier, ASSAY_SUPPLIER_CLAIMED_LEAD, -1);

  if (g_strcmp0 (kind, "factory") != 0)
    append_field (words, " · ", supplier, ASSAY_SUPPLIER_KIND);
  append_field (words, " · ", supplier, ASSAY_SUPPLIER_CHANNEL);
  if (least >= 0)
    {
      g_autofree char *number = assay_format_number (least);
      g_autofree char *text = g_strdup_printf (
          /* Translators: the minimum order of a supplier */
          g_dngettext (GETTEXT_PACKAGE, "from %s piece", "from %s pieces", (gulong)least), number);

      append (words, " · ", text);
    }
  if (lead >= 0)
    {
      g_autofree char *number = assay_format_number (lead);
      g_autofree char *text = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%s day", "%s days", (gulong)lead), number);

      append (words, " · ", text);
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

char *
assay_board_card_describe (AssayRecord *supplier)
{
  g_autofree char *place = say_place (supplier);
  g_autofree char *offer = say_offer (supplier);
  GString *words = g_string_new (place);

  append (words, " · ", offer);
  return g_string_free_and_steal (words);
}

AssayRecord *
assay_board_card_get_record (AssayBoardCard *self)
{
  return self->slot != NULL ? assay_record_slot_get_record (self->slot) : NULL;
}

AssayRecordSlot *
assay_board_card_get_slot (AssayBoardCard *self)
{
  return self->slot;
}

static void
update (AssayBoardCard *self)
{
  AssayRecord *supplier = assay_board_card_get_record (self);
  g_autofree char *name = supplier != NULL ? assay_record_dup_title (supplier) : NULL;
  g_autofree char *place = supplier != NULL ? say_place (supplier) : NULL;
  g_autofree char *offer = supplier != NULL ? say_offer (supplier) : NULL;

  gtk_label_set_label (self->name, name != NULL ? name : "");
  gtk_label_set_label (self->place, place != NULL ? place : "");
  gtk_label_set_label (self->offer, offer != NULL ? offer : "");
  gtk_widget_set_visible (GTK_WIDGET (self->place), place != NULL && *place != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->offer), offer != NULL && *offer != '\0');
}

/* The record goes along, not the card: lists show other records in it while it is dragged. */
static GdkContentProvider *
prepare_cb (AssayBoardCard *self)
{
  AssayRecord *supplier = assay_board_card_get_record (self);

  return supplier != NULL ? gdk_content_provider_new_typed (ASSAY_TYPE_RECORD, supplier) : NULL;
}

static void
drag_begin_cb (AssayBoardCard *self, GdkDrag *drag, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, paintable, 0, 0);
}

static void
assay_board_card_dispose (GObject *object)
{
  AssayBoardCard *self = ASSAY_BOARD_CARD (object);
  GtkWidget *child;

  if (self->slot != NULL)
    g_clear_signal_handler (&self->handler, self->slot);
  g_clear_object (&self->slot);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (assay_board_card_parent_class)->dispose (object);
}

static void
assay_board_card_class_init (AssayBoardCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_board_card_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "boardcard");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GENERIC);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkLabel *
add_label (AssayBoardCard *self, int lines, const char *const *classes)
{
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                      PANGO_WRAP_WORD_CHAR, "lines", lines, "ellipsize", PANGO_ELLIPSIZE_END,
                      "width-chars", 10, "max-width-chars", 24, "css-classes", classes, NULL);

  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return GTK_LABEL (label);
}

static void
assay_board_card_init (AssayBoardCard *self)
{
  static const char *const heading[] = { "heading", NULL };
  static const char *const caption[] = { "caption", "dimmed", "numeric", NULL };
  GtkDragSource *source = gtk_drag_source_new ();
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  self->name = add_label (self, 2, heading);
  self->place = add_label (self, 2, caption);
  self->offer = add_label (self, 2, caption);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}

GtkWidget *
assay_board_card_new (void)
{
  return g_object_new (ASSAY_TYPE_BOARD_CARD, NULL);
}

void
assay_board_card_set_slot (AssayBoardCard *self, AssayRecordSlot *slot)
{
  g_return_if_fail (ASSAY_IS_BOARD_CARD (self));

  if (self->slot == slot)
    return;
  if (self->slot != NULL)
    g_clear_signal_handler (&self->handler, self->slot);
  g_set_object (&self->slot, slot);
  if (slot != NULL)
    self->handler = g_signal_connect_swapped (slot, "notify::record", G_CALLBACK (update), self);
  update (self);
}
