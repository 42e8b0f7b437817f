/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/record/evidence-list.h"

#include <glib/gi18n-lib.h>

#include "insight/evidence-flags.h"
#include "ui/record/flag-rows.h"
#include "ui/record/section.h"

struct _AssayEvidenceList
{
  GtkWidget parent_instance;

  AssayContext *context;
  GtkListBox *list;
  GtkLabel *empty;
  GCancellable *cancellable;
  gboolean flagged_only;
};

G_DEFINE_FINAL_TYPE (AssayEvidenceList, assay_evidence_list, GTK_TYPE_WIDGET)

static gboolean
read_evidence (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  *result = assay_evidence_read (db, data, error);
  return *result != NULL;
}

static void
open_cb (AssayEvidenceList *self, GtkWidget *row)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "id");

  assay_context_show_record (self->context, ASSAY_TYPE_EVIDENCE, *id);
}

static void
add_row (AssayEvidenceList *self, const AssayEvidenceItem *item, gint32 today)
{
  GtkWidget *row = assay_evidence_row_new (item, today);
  GtkWidget *next = gtk_image_new_from_icon_name ("go-next-symbolic");

  if (self->flagged_only && item->supplier_name != NULL)
    {
      g_autofree char *title = g_strdup_printf ("%s · %s", item->title, item->supplier_name);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
    }
  gtk_widget_add_css_class (next, "dimmed");
  gtk_accessible_update_state (GTK_ACCESSIBLE (next), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), next);
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&item->id, sizeof item->id), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AssayEvidenceList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayEvidenceRegister) evidence
      = assay_book_ask_finish (ASSAY_BOOK (source), result, &error);

  if (self->context == NULL)
    return;
  if (evidence == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        assay_context_failed (self->context, _ ("Cannot read the evidence"), error);
      return;
    }
  assay_list_box_clear (self->list);
  for (guint i = 0; i < evidence->items->len; i++)
    {
      const AssayEvidenceItem *item = g_ptr_array_index (evidence->items, i);

      if (!self->flagged_only || item->n_red + item->n_amber > 0)
        add_row (self, item, evidence->question.today);
    }
}

static void
assay_evidence_list_dispose (GObject *object)
{
  AssayEvidenceList *self = ASSAY_EVIDENCE_LIST (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (assay_evidence_list_parent_class)->dispose (object);
}

static void
assay_evidence_list_class_init (AssayEvidenceListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_evidence_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
assay_evidence_list_init (AssayEvidenceList *self)
{
  self->empty = g_object_new (GTK_TYPE_LABEL, "label", _ ("No evidence yet"), "xalign", 0.0, "wrap",
                              TRUE, "margin-top", 12, "margin-bottom", 12, "margin-start", 12,
                              "margin-end", 12, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->empty), "dimmed");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->list, GTK_WIDGET (self->empty));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Evidence"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

AssayEvidenceList *
assay_evidence_list_new (AssayContext *context)
{
  AssayEvidenceList *self = g_object_new (ASSAY_TYPE_EVIDENCE_LIST, NULL);

  self->context = g_object_ref (context);
  return self;
}

void
assay_evidence_list_show (AssayEvidenceList *self, gint64 supplier, gint64 product)
{
  AssayBook *book = assay_context_get_book (self->context);
  AssayEvidenceQuestion *question;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (book == NULL)
    return;
  self->flagged_only = supplier == 0 && product == 0;
  if (self->flagged_only)
    gtk_label_set_label (self->empty, _ ("Nothing speaks against any evidence"));
  self->cancellable = g_cancellable_new ();
  question = g_new0 (AssayEvidenceQuestion, 1);
  question->today = assay_context_get_today (self->context);
  question->supplier = supplier;
  question->product = product;
  assay_book_ask_async (book, read_evidence, question, g_free,
                        (GDestroyNotify)assay_evidence_register_free, self->cancellable, read_cb,
                        g_object_ref (self));
}

/* A new piece is of the page's record. */
static void
add_cb (AssayRecordPage *page)
{
  AssayRecord *record = assay_record_page_get_record (page);
  g_autoptr (AssayRecord) evidence = assay_record_new (ASSAY_TYPE_EVIDENCE);
  g_autofree char *title = record != NULL ? assay_record_dup_title (record) : NULL;
  gboolean is_product = record != NULL && assay_record_get_kind (record) == ASSAY_TYPE_PRODUCT;
  guint field = is_product ? ASSAY_EVIDENCE_PRODUCT : ASSAY_EVIDENCE_SUPPLIER;

  if (record == NULL)
    return;
  assay_record_set_reference (evidence, field, assay_record_get_id (record));
  assay_record_set_reference_title (evidence, field, title);
  if (is_product)
    {
      assay_record_set_text (evidence, ASSAY_EVIDENCE_KIND, "transaction_certificate");
      assay_record_set_value (evidence, ASSAY_EVIDENCE_SUPPLIER,
                              assay_record_get_value (record, ASSAY_PRODUCT_SUPPLIER));
      assay_record_set_reference_title (
          evidence, ASSAY_EVIDENCE_SUPPLIER,
          assay_record_get_reference_title (record, ASSAY_PRODUCT_SUPPLIER));
    }
  assay_context_edit_record (assay_record_page_get_context (page), evidence);
}

AssayEvidenceList *
assay_evidence_list_add (AssayRecordPage *page)
{
  AssayEvidenceList *list = assay_evidence_list_new (assay_record_page_get_context (page));
  GtkWidget *section = assay_section_new (_ ("Evidence"), GTK_WIDGET (list));
  GtkWidget *button = assay_icon_button_new ("list-add-symbolic", _ ("New Evidence"));

  g_signal_connect_object (button, "clicked", G_CALLBACK (add_cb), page, G_CONNECT_SWAPPED);
  assay_section_add_button (ASSAY_SECTION (section), button);
  gtk_box_append (assay_record_page_get_main (page), section);
  return list;
}
