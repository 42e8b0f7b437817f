/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/evidence/evidence-page.h"

#include <glib/gi18n-lib.h>

#include "insight/evidence-flags.h"
#include "insight/look-up.h"
#include "record/evidence-kind.h"
#include "record/format.h"
#include "store/records.h"
#include "ui/evidence/findings-card.h"
#include "ui/record/flag-rows.h"
#include "ui/evidence/look-up-dialog.h"
#include "ui/evidence/tag-card.h"
#include "ui/form/reach.h"
#include "ui/record/figure-tile.h"
#include "ui/record/record-parts.h"

#define ASSAY_TYPE_EVIDENCE_PAGE (assay_evidence_page_get_type ())
G_DECLARE_FINAL_TYPE (AssayEvidencePage, assay_evidence_page, ASSAY, EVIDENCE_PAGE, AssayRecordPage)

struct _AssayEvidencePage
{
  AssayRecordPage parent_instance;

  AssayRecordParts parts;
  AssayRecord *scheme; /* NULL: none */
  GtkLabel *heading;
  GtkWidget *look_up;
  GtkWidget *open;
  AssayFigureTile *until;
  AssayFigureTile *checked;
  AssayFigureTile *supplier;
  AssayFigureTile *scheme_tile;
  GtkListBox *flags;
  GtkWidget *worth;
  GtkLabel *proves;
  GtkLabel *proves_not;
  AssayFindingsCard *findings;
  AssayTagCard *tag;
};

G_DEFINE_FINAL_TYPE (AssayEvidencePage, assay_evidence_page, ASSAY_TYPE_RECORD_PAGE)

typedef struct
{
  AssayEvidenceRegister *evidence;
  AssayRecord *scheme;
} Answer;

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->evidence, assay_evidence_register_free);
  g_clear_object (&answer->scheme);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
assay_evidence_page_read (AssayDb *db,
                          AssayRecord *record,
                          const AssayPageQuestion *question,
                          GError **error)
{
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  const AssayEvidenceQuestion asked = { .today = question->today, .evidence = question->id };
  gint64 scheme = assay_record_get_reference (record, ASSAY_EVIDENCE_SCHEME);

  answer->evidence = assay_evidence_read (db, &asked, error);
  if (answer->evidence == NULL)
    return NULL;
  if (scheme != 0)
    answer->scheme = assay_records_get (db, ASSAY_TYPE_SCHEME, scheme, NULL);
  return g_steal_pointer (&answer);
}

static void
show_heading (AssayEvidencePage *self, AssayRecord *record)
{
  static const guint fields[] = { ASSAY_EVIDENCE_KIND, ASSAY_EVIDENCE_BODY, ASSAY_EVIDENCE_PRODUCT,
                                  ASSAY_EVIDENCE_PURCHASE_ORDER, ASSAY_EVIDENCE_LOT };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (assay_record_is_known (record, fields[i]))
      g_strv_builder_take (builder, assay_format_display (record, fields[i], ASSAY_UNITS_METRIC));
  parts = g_strv_builder_end (builder);
  words = g_strjoinv (" · ", parts);
  gtk_label_set_label (self->heading, words);
}

static void
show_until (AssayEvidencePage *self, const AssayEvidenceItem *item, gint32 today)
{
  g_autofree char *date
      = item->until != ASSAY_DATE_UNKNOWN ? assay_date_format (item->until) : NULL;
  const AssayEvidenceFlagged *over = assay_evidence_item_get (item, ASSAY_FLAG_EXPIRED);
  const char *assumed = item->until_assumed ? _ ("by the usual validity of the scheme") : NULL;

  assay_figure_tile_set (self->until, date != NULL ? date : _ ("Not said"), assumed);
  assay_figure_tile_set_claim (self->until, over != NULL ? _ ("Expired") : NULL,
                               over != NULL ? ASSAY_CLAIM_REFUTED : ASSAY_CLAIM_UNKNOWN);
}

/* "12 Mar 2026" over "Verified · Anna"; the next look-up where it is due. */
static void
show_checked (AssayEvidencePage *self, const AssayEvidenceItem *item, AssayRecord *record)
{
  const AssayField *field
      = &assay_record_type_get (ASSAY_TYPE_VERIFICATION)->fields[ASSAY_VERIFICATION_RESULT];
  g_autofree char *date
      = item->looked_on != ASSAY_DATE_UNKNOWN ? assay_date_format (item->looked_on) : NULL;
  g_autofree char *next
      = item->next_check_on != ASSAY_DATE_UNKNOWN ? assay_date_format (item->next_check_on) : NULL;
  g_autofree char *again = next != NULL ? g_strdup_printf (_ ("again on %s"), next) : NULL;
  const char *result
      = item->looked_result != NULL ? assay_field_choice_label (field, item->looked_result) : NULL;
  g_autofree char *words = result != NULL && item->looked_by != NULL
                               ? g_strdup_printf ("%s · %s", result, item->looked_by)
                               : g_strdup (result);

  assay_figure_tile_set (self->checked, date != NULL ? date : _ ("Never"),
                         words != NULL ? words : again);
  assay_figure_tile_set_claim (self->checked, words != NULL ? again : NULL,
                               assay_evidence_item_get (item, ASSAY_FLAG_CHECK_DUE) != NULL
                                   ? ASSAY_CLAIM_REFUTED
                                   : ASSAY_CLAIM_UNKNOWN);
}

static void
show_tiles (AssayEvidencePage *self, AssayRecord *record, const AssayEvidenceItem *item)
{
  gint32 today = assay_context_get_today (assay_record_page_get_context (ASSAY_RECORD_PAGE (self)));

  show_until (self, item, today);
  show_checked (self, item, record);
  assay_figure_tile_set (self->supplier, item->supplier_name,
                         assay_record_get_reference_title (record, ASSAY_EVIDENCE_SITE));
  assay_figure_tile_set (
      self->scheme_tile, item->scheme_name,
      self->scheme != NULL ? assay_record_get_text (self->scheme, ASSAY_SCHEME_BODY) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->scheme_tile), item->scheme != 0);
}

static void
show_flags (AssayEvidencePage *self, const AssayEvidenceItem *item)
{
  assay_list_box_clear (self->flags);
  for (guint i = 0; i < item->flags->len; i++)
    gtk_list_box_append (self->flags, assay_evidence_flag_row_new (
                                          &g_array_index (item->flags, AssayEvidenceFlagged, i)));
}

static void
show_worth (AssayEvidencePage *self)
{
  const char *yes
      = self->scheme != NULL ? assay_record_get_text (self->scheme, ASSAY_SCHEME_PROVES) : NULL;
  const char *no
      = self->scheme != NULL ? assay_record_get_text (self->scheme, ASSAY_SCHEME_PROVES_NOT) : NULL;

  gtk_label_set_label (self->proves, yes != NULL ? yes : "");
  gtk_label_set_label (self->proves_not, no != NULL ? no : "");
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->proves)), yes != NULL);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->proves_not)), no != NULL);
  gtk_widget_set_visible (self->worth, yes != NULL || no != NULL);
}

static const char *
address_of (AssayEvidencePage *self)
{
  AssayRecord *record = assay_record_page_get_record (ASSAY_RECORD_PAGE (self));
  const char *payload
      = record != NULL ? assay_record_get_text (record, ASSAY_EVIDENCE_PAYLOAD) : NULL;

  if (payload != NULL)
    return payload;
  return self->scheme != NULL ? assay_record_get_text (self->scheme, ASSAY_SCHEME_LOOK_UP) : NULL;
}

static void
show_buttons (AssayEvidencePage *self)
{
  AssayBook *book
      = assay_context_get_book (assay_record_page_get_context (ASSAY_RECORD_PAGE (self)));
  const char *address = address_of (self);
  g_autofree char *uri = address != NULL ? assay_reach_uri (ASSAY_KIND_LINK, address) : NULL;

  gtk_widget_set_visible (self->open, uri != NULL);
  gtk_widget_set_tooltip_text (self->open, address);
  gtk_widget_set_visible (self->look_up, book != NULL && !assay_book_is_read_only (book));
}

/* Findings of an audit, the code of a tag. */
static void
show_cards (AssayEvidencePage *self, AssayRecord *record)
{
  const char *kind = assay_record_get_text (record, ASSAY_EVIDENCE_KIND);
  gboolean is_audit = g_strcmp0 (kind, "audit") == 0, is_tag = g_strcmp0 (kind, "tag") == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->findings), is_audit);
  gtk_widget_set_visible (GTK_WIDGET (self->tag), is_tag);
  if (is_audit)
    assay_findings_card_show (self->findings, record);
  if (is_tag)
    assay_tag_card_show (self->tag, record);
}

static void
assay_evidence_page_show (AssayRecordPage *page, AssayRecord *record, gpointer data)
{
  AssayEvidencePage *self = ASSAY_EVIDENCE_PAGE (page);
  g_autoptr (Answer) answer = data;
  const AssayEvidenceItem *item
      = assay_evidence_find (answer->evidence, assay_record_get_id (record));

  g_set_object (&self->scheme, answer->scheme);
  show_heading (self, record);
  show_buttons (self);
  if (item != NULL)
    {
      show_tiles (self, record, item);
      show_flags (self, item);
    }
  show_worth (self);
  show_cards (self, record);
  assay_record_parts_show (&self->parts, record);
}

/* What is done here */

static void
look_up (AssayEvidencePage *self)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (self);
  AssayContext *context = assay_record_page_get_context (page);
  AssayRecord *record = assay_record_page_get_record (page);
  AssayBook *book = assay_context_get_book (context);
  const char *name = g_get_real_name ();
  g_autoptr (AssayRecord) verification = NULL;

  if (record == NULL || book == NULL || assay_book_is_read_only (book))
    return;
  verification
      = assay_look_up_new (record, self->scheme, g_strcmp0 (name, "Unknown") != 0 ? name : NULL,
                           assay_context_get_today (context));
  adw_dialog_present (assay_look_up_dialog_new (context, verification, self->scheme),
                      GTK_WIDGET (self));
}

static void
look_up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  look_up (ASSAY_EVIDENCE_PAGE (widget));
}

static void
open_cb (AssayEvidencePage *self)
{
  const char *address = address_of (self);

  if (address != NULL)
    assay_reach_open (GTK_WIDGET (self), ASSAY_KIND_LINK, address);
}

static void
open_reference (AssayEvidencePage *self, guint field)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (self);
  AssayRecord *record = assay_record_page_get_record (page);
  gint64 id = record != NULL ? assay_record_get_reference (record, field) : 0;

  if (id != 0)
    assay_context_show_record (assay_record_page_get_context (page),
                               assay_record_describe (record)->fields[field].reference, id);
}

static void
supplier_cb (AssayEvidencePage *self)
{
  open_reference (self, ASSAY_EVIDENCE_SUPPLIER);
}

static void
scheme_cb (AssayEvidencePage *self)
{
  open_reference (self, ASSAY_EVIDENCE_SCHEME);
}

static void
edit_cb (AssayEvidencePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "record.edit", NULL);
}

static void
assay_evidence_page_dispose (GObject *object)
{
  g_clear_object (&ASSAY_EVIDENCE_PAGE (object)->scheme);

  G_OBJECT_CLASS (assay_evidence_page_parent_class)->dispose (object);
}

static void
assay_evidence_page_class_init (AssayEvidencePageClass *klass)
{
  AssayRecordPageClass *page_class = ASSAY_RECORD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_evidence_page_dispose;
  page_class->type = ASSAY_TYPE_EVIDENCE;
  page_class->read = assay_evidence_page_read;
  page_class->free_answer = (GDestroyNotify)answer_free;
  page_class->show = assay_evidence_page_show;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.look-up", NULL, look_up_action);
}

static void
assay_evidence_page_init (AssayEvidencePage *self)
{
}

static AssayFigureTile *
add_tile (AssayEvidencePage *self,
          AdwWrapBox *box,
          const char *title,
          const char *tooltip,
          GCallback func)
{
  AssayFigureTile *tile = assay_figure_tile_new (title);

  adw_wrap_box_append (box, GTK_WIDGET (tile));
  gtk_widget_set_tooltip_text (GTK_WIDGET (tile), tooltip);
  g_signal_connect_object (tile, "clicked", func, self, G_CONNECT_SWAPPED);
  return tile;
}

static void
add_head (AssayEvidencePage *self)
{
  GtkBox *head = assay_record_page_get_head (ASSAY_RECORD_PAGE (self));
  AdwWrapBox *tiles = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 12, "line-spacing", 12,
                                    "justify", ADW_JUSTIFY_FILL, "justify-last-line", TRUE, NULL);
  AdwWrapBox *bar = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "line-spacing", 6, NULL);

  self->heading = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "dimmed");
  gtk_box_append (head, GTK_WIDGET (self->heading));
  self->look_up = gtk_button_new_with_mnemonic (_ ("_Record a Look-Up…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->look_up), "page.look-up");
  gtk_widget_add_css_class (self->look_up, "suggested-action");
  self->open = gtk_button_new_with_mnemonic (_ ("_Open Where It Is Looked Up"));
  g_signal_connect_object (self->open, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (bar, self->look_up);
  adw_wrap_box_append (bar, self->open);
  gtk_box_append (head, GTK_WIDGET (bar));
  self->until = add_tile (self, tiles, _ ("Valid until"), _ ("Edit"), G_CALLBACK (edit_cb));
  self->checked
      = add_tile (self, tiles, _ ("Looked up"), _ ("Record a Look-Up"), G_CALLBACK (look_up));
  self->supplier
      = add_tile (self, tiles, _ ("Supplier"), _ ("Show the Supplier"), G_CALLBACK (supplier_cb));
  self->scheme_tile
      = add_tile (self, tiles, _ ("Scheme"), _ ("Show the Scheme"), G_CALLBACK (scheme_cb));
  gtk_box_append (head, GTK_WIDGET (tiles));
}

static void
add_flags (AssayEvidencePage *self)
{
  GtkWidget *fine
      = g_object_new (GTK_TYPE_LABEL, "label", _ ("Nothing speaks against it"), "xalign", 0.0,
                      "margin-top", 12, "margin-bottom", 12, "margin-start", 12, NULL);

  gtk_widget_add_css_class (fine, "dimmed");
  self->flags = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->flags, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->flags, fine);
  gtk_widget_add_css_class (GTK_WIDGET (self->flags), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->flags), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What speaks against it"), -1);
  gtk_box_append (assay_record_page_get_main (ASSAY_RECORD_PAGE (self)),
                  assay_section_new (_ ("Flags"), GTK_WIDGET (self->flags)));
}

static GtkLabel *
add_text (GtkBox *card, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, NULL);
  GtkLabel *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                  PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (heading, "caption-heading");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (label));
  gtk_box_append (card, box);
  return label;
}

static void
add_worth (AssayEvidencePage *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *frame = adw_bin_new ();

  gtk_widget_set_margin_top (card, 12);
  gtk_widget_set_margin_bottom (card, 12);
  gtk_widget_set_margin_start (card, 12);
  gtk_widget_set_margin_end (card, 12);
  self->proves = add_text (GTK_BOX (card), _ ("It proves"));
  self->proves_not = add_text (GTK_BOX (card), _ ("It does not prove"));
  gtk_widget_add_css_class (frame, "card");
  adw_bin_set_child (ADW_BIN (frame), card);
  self->worth = assay_section_new (_ ("What It Is Worth"), frame);
  gtk_box_append (assay_record_page_get_main (ASSAY_RECORD_PAGE (self)), self->worth);
}

static void
add_log (AssayEvidencePage *self)
{
  static const char *const columns[]
      = { "looked_on", "result", "looked_by", "place", "holder_found", "valid_until_found", NULL };
  static const char *const spare[] = { "valid_until_found", "holder_found", "place", NULL };
  AssayTable *log = assay_record_page_add_table (
      ASSAY_RECORD_PAGE (self), _ ("Look-Ups"), ASSAY_TYPE_VERIFICATION,
      ASSAY_VERIFICATION_EVIDENCE, columns, spare, _ ("Never looked up"));

  assay_record_page_add_table_button (log, _ ("Record a Look-Up"), G_CALLBACK (look_up), self);
}

static void
add_cards (AssayEvidencePage *self)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (self);
  AssayContext *context = assay_record_page_get_context (page);

  self->findings = assay_findings_card_new (context);
  self->tag = assay_tag_card_new (context);
  gtk_box_append (assay_record_page_get_main (page), GTK_WIDGET (self->findings));
  gtk_box_append (assay_record_page_get_main (page), GTK_WIDGET (self->tag));
}

AdwNavigationPage *
assay_evidence_page_new (AssayContext *context, gint64 id)
{
  AdwNavigationPage *page = assay_record_page_new (ASSAY_TYPE_EVIDENCE_PAGE, context, id);
  AssayEvidencePage *self = ASSAY_EVIDENCE_PAGE (page);

  add_head (self);
  add_flags (self);
  add_cards (self);
  add_worth (self);
  add_log (self);
  assay_record_parts_add (&self->parts, ASSAY_RECORD_PAGE (page));
  assay_record_page_add_menu (ASSAY_RECORD_PAGE (page), _ ("Record a _Look-Up…"), "page.look-up");
  return page;
}
