/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/record/claims-card.h"

#include <glib/gi18n-lib.h>

#include "insight/claim-support.h"
#include "report/record-report.h"
#include "ui/record/claim-rows.h"
#include "ui/record/recycled-rows.h"
#include "ui/record/section.h"

struct _AssayClaimsCard
{
  GtkWidget parent_instance;

  AssayContext *context;
  GCancellable *asking;
  AssayRecord *product;
  GtkListBox *claims;
  GtkListBox *recycled;
  GtkWidget *recycled_section;
};

G_DEFINE_FINAL_TYPE (AssayClaimsCard, assay_claims_card, GTK_TYPE_WIDGET)

typedef struct
{
  GPtrArray *claims; /* AssayClaimSupport */
  AssayRecycled *recycled;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->claims, g_ptr_array_unref);
  g_clear_pointer (&answer->recycled, assay_recycled_free);
  g_free (answer);
}

static gboolean
ask (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  const AssayClaimSupportQuestion *question = data;
  Answer *answer = g_new0 (Answer, 1);

  answer->claims = assay_claim_support_ask (db, question, error);
  if (answer->claims != NULL)
    answer->recycled = assay_recycled_read (db, question->product, 0, error);
  if (answer->recycled == NULL)
    {
      answer_free (answer);
      return FALSE;
    }
  *result = answer;
  return TRUE;
}

static void
show_answer (AssayClaimsCard *self, const Answer *answer)
{
  assay_list_box_clear (self->claims);
  for (guint i = 0; i < answer->claims->len; i++)
    {
      const AssayClaimSupport *support = g_ptr_array_index (answer->claims, i);
      GtkWidget *row = assay_claim_standing_row_new (
          support, assay_record_get_text (support->claim, ASSAY_CLAIM_WORDING));

      assay_claim_row_open (row, self->context, ASSAY_TYPE_CLAIM,
                            assay_record_get_id (support->claim));
      gtk_list_box_append (self->claims, row);
    }
  assay_recycled_rows_show (self->recycled, answer->recycled);
  gtk_widget_set_visible (self->recycled_section, answer->recycled->whole.n > 0);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayClaimsCard) self = data;
  g_autoptr (GError) error = NULL;
  Answer *answer = assay_book_ask_finish (ASSAY_BOOK (source), result, &error);

  if (answer == NULL)
    {
      if (self->context != NULL)
        assay_context_failed (self->context, _ ("The Claims Were Not Read"), error);
      return;
    }
  if (self->context != NULL)
    show_answer (self, answer);
  answer_free (answer);
}

void
assay_claims_card_show (AssayClaimsCard *self, AssayRecord *product)
{
  AssayBook *book = assay_context_get_book (self->context);
  AssayClaimSupportQuestion *question;

  g_return_if_fail (ASSAY_IS_CLAIMS_CARD (self));

  g_set_object (&self->product, product);
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  if (book == NULL)
    return;
  self->asking = g_cancellable_new ();
  question = g_new0 (AssayClaimSupportQuestion, 1);
  question->product = assay_record_get_id (product);
  question->day = assay_context_get_today (self->context);
  assay_book_ask_async (book, ask, question, g_free, answer_free, self->asking, answered_cb,
                        g_object_ref (self));
}

static void
new_claim_cb (AssayClaimsCard *self)
{
  g_autoptr (AssayRecord) claim = assay_record_new (ASSAY_TYPE_CLAIM);
  g_autofree char *title = NULL;

  if (self->product == NULL)
    return;
  title = assay_record_dup_title (self->product);
  assay_record_set_reference (claim, ASSAY_CLAIM_PRODUCT, assay_record_get_id (self->product));
  assay_record_set_reference_title (claim, ASSAY_CLAIM_PRODUCT, title);
  assay_context_edit_record (self->context, claim);
}

static void
dossier_cb (AssayClaimsCard *self)
{
  g_autoptr (AssayRecordJob) job = NULL;
  gint64 id;

  if (self->product == NULL)
    return;
  id = assay_record_get_id (self->product);
  job = assay_record_job_new ("claims", &id, 1, assay_context_get_today (self->context));
  assay_context_print_records (self->context, job, GTK_PRINT_OPERATION_ACTION_PREVIEW);
}

static void
assay_claims_card_dispose (GObject *object)
{
  AssayClaimsCard *self = ASSAY_CLAIMS_CARD (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->context);
  g_clear_object (&self->product);

  G_OBJECT_CLASS (assay_claims_card_parent_class)->dispose (object);
}

static void
assay_claims_card_class_init (AssayClaimsCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_claims_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
assay_claims_card_init (AssayClaimsCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *button = assay_icon_button_new ("list-add-symbolic", _ ("New Claim"));
  GtkWidget *dossier = assay_icon_button_new ("printer-symbolic", _ ("Claim Dossier"));
  GtkWidget *section;
  g_autofree char *claims = assay_claim_support_definition ();
  g_autofree char *recycled = assay_recycled_definition ();

  self->claims = assay_claim_list_new (
      _ ("Claims"), _ ("No claims yet: add what you say of the product, as customers read it"));
  section = assay_section_new (_ ("Claims"), GTK_WIDGET (self->claims));
  assay_section_set_explanation (ASSAY_SECTION (section), claims);
  g_signal_connect_object (button, "clicked", G_CALLBACK (new_claim_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dossier, "clicked", G_CALLBACK (dossier_cb), self, G_CONNECT_SWAPPED);
  assay_section_add_button (ASSAY_SECTION (section), dossier);
  assay_section_add_button (ASSAY_SECTION (section), button);
  gtk_box_append (GTK_BOX (box), section);
  self->recycled = assay_claim_list_new (_ ("Recycled Content"), NULL);
  self->recycled_section = assay_section_new (_ ("Recycled Content"), GTK_WIDGET (self->recycled));
  assay_section_set_explanation (ASSAY_SECTION (self->recycled_section), recycled);
  gtk_widget_set_visible (self->recycled_section, FALSE);
  gtk_box_append (GTK_BOX (box), self->recycled_section);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

AssayClaimsCard *
assay_claims_card_new (AssayContext *context)
{
  AssayClaimsCard *self = g_object_new (ASSAY_TYPE_CLAIMS_CARD, NULL);

  self->context = g_object_ref (context);
  return self;
}
