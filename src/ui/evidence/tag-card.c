/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/evidence/tag-card.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "record/date.h"
#include "record/tag-address.h"
#include "ui/evidence/tag-opening.h"
#include "ui/evidence/tag-reading.h"
#include "ui/record/section.h"

struct _AssayTagCard
{
  GtkWidget parent_instance;

  GtkWidget *section;
  GtkLabel *says;
  GtkLabel *host;
  GtkLabel *seen;
  GtkWidget *buttons;
  GtkWidget *read;
  GtkWidget *open;
  GtkWidget *check;

  AssayContext *context;
  AssayRecord *tag;
};

G_DEFINE_FINAL_TYPE (AssayTagCard, assay_tag_card, GTK_TYPE_WIDGET)

/* "Opened on 3 Jun 2026: shows the spinning mill and the lot. Fits the order or lot. Run by the
 * supplier." */
static char *
describe_seen (AssayRecord *tag)
{
  const char *resolves = assay_record_get_text (tag, ASSAY_EVIDENCE_RESOLVES);
  const char *matches = assay_record_get_text (tag, ASSAY_EVIDENCE_MATCHES);
  const char *shows = assay_record_get_text (tag, ASSAY_EVIDENCE_SHOWS);
  const char *controls = assay_record_get_text (tag, ASSAY_EVIDENCE_CONTROLS);
  gint32 day = assay_record_get_date (tag, ASSAY_EVIDENCE_RESOLVED_ON);
  g_autofree char *date = day != ASSAY_DATE_UNKNOWN ? assay_date_format (day) : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;

  if (resolves == NULL)
    g_strv_builder_add (builder, _ ("Nobody has opened it yet"));
  else if (g_str_equal (resolves, "yes") && date != NULL)
    /* Translators: a date. */
    g_strv_builder_take (builder, g_strdup_printf (_ ("Opened on %s"), date));
  else if (g_str_equal (resolves, "yes"))
    g_strv_builder_add (builder, _ ("It opens"));
  else if (date != NULL)
    /* Translators: a date. */
    g_strv_builder_take (builder, g_strdup_printf (_ ("Did not open on %s"), date));
  else
    g_strv_builder_add (builder, _ ("It does not open"));
  if (shows != NULL)
    /* Translators: what a page shows, as somebody wrote it down. */
    g_strv_builder_take (builder, g_strdup_printf (_ ("Shows: %s"), shows));
  if (matches != NULL)
    g_strv_builder_add (builder, g_str_equal (matches, "yes")
                                     ? _ ("Fits the order or lot")
                                     : _ ("Does not fit the order or lot"));
  if (controls != NULL)
    /* Translators: who runs a web site. */
    g_strv_builder_take (builder, g_strdup_printf (_ ("The site is run by %s"), controls));
  lines = g_strv_builder_end (builder);
  return g_strjoinv ("\n", lines);
}

void
assay_tag_card_show (AssayTagCard *self, AssayRecord *tag)
{
  const char *payload = assay_record_get_text (tag, ASSAY_EVIDENCE_PAYLOAD);
  AssayBook *book = assay_context_get_book (self->context);
  gboolean writable = book != NULL && !assay_book_is_read_only (book);
  g_autofree char *host = NULL, *address = assay_tag_dup_address (payload, &host);
  g_autofree char *seen = describe_seen (tag);
  g_autofree char *whose = NULL;

  g_set_object (&self->tag, tag);
  gtk_label_set_text (self->says, payload != NULL
                                      ? payload
                                      : _ ("Not read yet. Choose or drop a photo of the tag."));
  if (address != NULL)
    /* Translators: the name of a web site, such as tag.example.com. */
    whose = g_strdup_printf (_ ("A page of %s"), host);
  gtk_label_set_text (self->host, whose != NULL     ? whose
                                  : payload != NULL ? _ ("Text, no address that can be opened")
                                                    : "");
  gtk_widget_set_visible (GTK_WIDGET (self->host), payload != NULL);
  gtk_label_set_text (self->seen, seen);
  gtk_widget_set_visible (GTK_WIDGET (self->seen), payload != NULL);
  gtk_widget_set_visible (self->open, address != NULL && writable);
  gtk_widget_set_visible (self->check, payload != NULL && writable);
  gtk_widget_set_visible (self->read, writable);
}

static void
read_cb (AssayTagCard *self)
{
  assay_tag_read_choose (self->context, GTK_WIDGET (self), assay_record_get_id (self->tag));
}

static void
open_cb (AssayTagCard *self)
{
  assay_tag_open (self->context, GTK_WIDGET (self), self->tag);
}

static void
check_cb (AssayTagCard *self)
{
  assay_tag_ask_seen (self->context, GTK_WIDGET (self), self->tag);
}

/* A photo from a folder, or pixels from another program. */
static gboolean
drop_cb (AssayTagCard *self, const GValue *value)
{
  gint64 id = self->tag != NULL ? assay_record_get_id (self->tag) : 0;

  if (id == 0 || !gtk_widget_get_visible (self->read))
    return FALSE;
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      GSList *files = g_value_get_boxed (value);

      if (files == NULL)
        return FALSE;
      assay_tag_read_file (self->context, GTK_WIDGET (self), id, files->data);
      return TRUE;
    }
  if (G_VALUE_HOLDS (value, GDK_TYPE_TEXTURE))
    {
      g_autoptr (GBytes) bytes = gdk_texture_save_to_png_bytes (g_value_get_object (value));

      assay_tag_read_bytes (self->context, GTK_WIDGET (self), id, _ ("tag.png"), bytes);
      return TRUE;
    }
  return FALSE;
}

static void
assay_tag_card_dispose (GObject *object)
{
  AssayTagCard *self = ASSAY_TAG_CARD (object);

  g_clear_object (&self->tag);
  g_clear_object (&self->context);
  g_clear_pointer (&self->section, gtk_widget_unparent);

  G_OBJECT_CLASS (assay_tag_card_parent_class)->dispose (object);
}

static void
assay_tag_card_class_init (AssayTagCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_tag_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkLabel *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
add_button (AssayTagCard *self, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (ADW_WRAP_BOX (self->buttons), button);
  return button;
}

static void
assay_tag_card_init (AssayTagCard *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, GDK_TYPE_TEXTURE };
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (card), box);
  self->says = add_label (box, "monospace");
  self->host = add_label (box, "dimmed");
  self->seen = add_label (box, NULL);
  self->buttons = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->buttons), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->buttons), 6);
  gtk_box_append (GTK_BOX (box), self->buttons);
  self->read = add_button (self, _ ("_Read From Photo…"), G_CALLBACK (read_cb));
  self->open = add_button (self, _ ("_Open Address…"), G_CALLBACK (open_cb));
  self->check = add_button (self, _ ("Record What It _Shows…"), G_CALLBACK (check_cb));
  self->section = assay_section_new (_ ("Code of the Tag"), card);
  gtk_widget_set_parent (self->section, GTK_WIDGET (self));
  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

AssayTagCard *
assay_tag_card_new (AssayContext *context)
{
  AssayTagCard *self = g_object_new (ASSAY_TYPE_TAG_CARD, NULL);

  self->context = g_object_ref (context);
  return self;
}
