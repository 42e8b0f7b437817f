/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/evidence/scheme-page.h"

#include <glib/gi18n-lib.h>

#include "record/format.h"
#include "ui/form/reach.h"
#include "ui/record/record-parts.h"

#define ASSAY_TYPE_SCHEME_PAGE (assay_scheme_page_get_type ())
G_DECLARE_FINAL_TYPE (AssaySchemePage, assay_scheme_page, ASSAY, SCHEME_PAGE, AssayRecordPage)

/* The texts of a scheme, each under its heading. */
static const struct
{
  guint field;
  const char *title;
} texts[] = {
  { ASSAY_SCHEME_PROVES, N_ ("What It Proves") },
  { ASSAY_SCHEME_PROVES_NOT, N_ ("What It Does Not Prove") },
  { ASSAY_SCHEME_LOOK_UP_HELP, N_ ("How to Look It Up") },
};

struct _AssaySchemePage
{
  AssayRecordPage parent_instance;

  AssayRecordParts parts;
  AdwBanner *ends;
  GtkWidget *open;
  GtkLabel *texts[G_N_ELEMENTS (texts)];
};

G_DEFINE_FINAL_TYPE (AssaySchemePage, assay_scheme_page, ASSAY_TYPE_RECORD_PAGE)

static void
show_end (AssaySchemePage *self, AssayRecord *record)
{
  gint32 today = assay_context_get_today (assay_record_page_get_context (ASSAY_RECORD_PAGE (self)));
  gint32 ends = assay_record_get_date (record, ASSAY_SCHEME_ENDS_ON);
  const char *after = assay_record_get_text (record, ASSAY_SCHEME_SUCCESSOR);
  g_autofree char *date = ends != ASSAY_DATE_UNKNOWN ? assay_date_format (ends) : NULL;
  g_autofree char *words = NULL;

  adw_banner_set_revealed (self->ends, date != NULL);
  if (date == NULL)
    return;
  if (after != NULL)
    /* Translators: a date, the name of another scheme */
    words = g_strdup_printf (ends < today ? _ ("It ended on %s; after it comes %s.")
                                          : _ ("It ends on %s; after it comes %s."),
                             date, after);
  else
    words = g_strdup_printf (ends < today ? _ ("It ended on %s.") : _ ("It ends on %s."), date);
  adw_banner_set_title (self->ends, words);
}

static void
assay_scheme_page_show (AssayRecordPage *page, AssayRecord *record, gpointer data)
{
  AssaySchemePage *self = ASSAY_SCHEME_PAGE (page);
  const char *address = assay_record_get_text (record, ASSAY_SCHEME_LOOK_UP);
  g_autofree char *uri = address != NULL ? assay_reach_uri (ASSAY_KIND_LINK, address) : NULL;

  show_end (self, record);
  gtk_widget_set_visible (self->open, uri != NULL);
  gtk_widget_set_tooltip_text (self->open, address);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *words = assay_record_get_text (record, texts[i].field);

      gtk_label_set_label (self->texts[i], words != NULL ? words : _ ("Not written down yet"));
      if (words == NULL)
        gtk_widget_add_css_class (GTK_WIDGET (self->texts[i]), "dimmed");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self->texts[i]), "dimmed");
    }
  assay_record_parts_show (&self->parts, record);
}

static void
open_cb (AssaySchemePage *self)
{
  AssayRecord *record = assay_record_page_get_record (ASSAY_RECORD_PAGE (self));

  if (record != NULL)
    assay_reach_open (GTK_WIDGET (self), ASSAY_KIND_LINK,
                      assay_record_get_text (record, ASSAY_SCHEME_LOOK_UP));
}

static void
add_evidence_cb (AssaySchemePage *self)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (self);
  AssayRecord *record = assay_record_page_get_record (page);
  g_autoptr (AssayRecord) evidence = assay_record_new (ASSAY_TYPE_EVIDENCE);

  if (record == NULL)
    return;
  assay_record_set_reference (evidence, ASSAY_EVIDENCE_SCHEME, assay_record_get_id (record));
  assay_record_set_reference_title (evidence, ASSAY_EVIDENCE_SCHEME,
                                    assay_record_get_text (record, ASSAY_SCHEME_NAME));
  if (assay_record_is_known (record, ASSAY_SCHEME_KIND))
    assay_record_set_text (evidence, ASSAY_EVIDENCE_KIND,
                           assay_record_get_text (record, ASSAY_SCHEME_KIND));
  assay_context_edit_record (assay_record_page_get_context (page), evidence);
}

static void
assay_scheme_page_class_init (AssaySchemePageClass *klass)
{
  AssayRecordPageClass *page_class = ASSAY_RECORD_PAGE_CLASS (klass);

  page_class->type = ASSAY_TYPE_SCHEME;
  page_class->show = assay_scheme_page_show;
}

static void
assay_scheme_page_init (AssaySchemePage *self)
{
}

static void
add_texts (AssaySchemePage *self)
{
  GtkBox *main = assay_record_page_get_main (ASSAY_RECORD_PAGE (self));

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget *card = adw_bin_new ();

      self->texts[i] = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                     PANGO_WRAP_WORD_CHAR, "margin-top", 12, "margin-bottom", 12,
                                     "margin-start", 12, "margin-end", 12, NULL);
      adw_bin_set_child (ADW_BIN (card), GTK_WIDGET (self->texts[i]));
      gtk_widget_add_css_class (card, "card");
      gtk_box_append (main, assay_section_new (_ (texts[i].title), card));
    }
}

AdwNavigationPage *
assay_scheme_page_new (AssayContext *context, gint64 id)
{
  static const char *const columns[]
      = { "number", "supplier", "state", "valid_until", "next_check_on", NULL };
  static const char *const spare[] = { "next_check_on", "state", NULL };
  AssayRecordPage *page
      = ASSAY_RECORD_PAGE (assay_record_page_new (ASSAY_TYPE_SCHEME_PAGE, context, id));
  AssaySchemePage *self = ASSAY_SCHEME_PAGE (page);
  GtkBox *head = assay_record_page_get_head (page);
  AssayTable *evidence;

  self->ends = ADW_BANNER (adw_banner_new (""));
  gtk_box_append (head, GTK_WIDGET (self->ends));
  self->open = gtk_button_new_with_mnemonic (_ ("_Open Where It Is Looked Up"));
  gtk_widget_set_halign (self->open, GTK_ALIGN_START);
  g_signal_connect_object (self->open, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (head, self->open);
  add_texts (self);
  evidence = assay_record_page_add_table (page, _ ("Evidence"), ASSAY_TYPE_EVIDENCE,
                                          ASSAY_EVIDENCE_SCHEME, columns, spare,
                                          _ ("No evidence under this scheme yet"));
  assay_record_page_add_table_button (evidence, _ ("New Evidence"), G_CALLBACK (add_evidence_cb),
                                      self);
  assay_record_parts_add (&self->parts, page);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assay_facts_view_hide_field (self->parts.facts, texts[i].field);
  return ADW_NAVIGATION_PAGE (page);
}
