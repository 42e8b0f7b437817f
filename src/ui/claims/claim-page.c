/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/claims/claim-page.h"

#include <glib/gi18n-lib.h>

#include "insight/claim-support.h"
#include "report/record-report.h"
#include "ui/record/claim-rows.h"
#include "ui/record/recycled-rows.h"
#include "ui/record/record-parts.h"

/* Rows of a list at most; below it stands how many more there are. */
#define MOST_ROWS 30

#define ASSAY_TYPE_CLAIM_PAGE (assay_claim_page_get_type ())
G_DECLARE_FINAL_TYPE (AssayClaimPage, assay_claim_page, ASSAY, CLAIM_PAGE, AssayRecordPage)

struct _AssayClaimPage
{
  AssayRecordPage parent_instance;

  AssayRecordParts parts;
  GtkListBox *standing;
  GtkListBox *needs;
  GtkListBox *words;
  GtkWidget *words_section;
  GtkListBox *recycled;
  GtkWidget *recycled_section;
  GtkListBox *coverage;
  GtkWidget *coverage_section;
};

G_DEFINE_FINAL_TYPE (AssayClaimPage, assay_claim_page, ASSAY_TYPE_RECORD_PAGE)

static gpointer
assay_claim_page_read (AssayDb *db,
                       AssayRecord *record,
                       const AssayPageQuestion *question,
                       GError **error)
{
  const AssayClaimSupportQuestion asked = { .claim = question->id, .day = question->today };
  g_autoptr (GPtrArray) answer = assay_claim_support_ask (db, &asked, error);

  if (answer == NULL)
    return NULL;
  if (answer->len == 0)
    {
      g_set_error_literal (error, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_GONE,
                           _ ("The claim is gone"));
      return NULL;
    }
  return g_ptr_array_steal_index (answer, 0);
}

static void
add_more (GtkListBox *list, guint n)
{
  g_autofree char *words
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", n), n);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", words, NULL);

  gtk_widget_add_css_class (row, "dimmed");
  gtk_list_box_append (list, row);
}

/* What is not covered comes first. */
static void
show_coverage (AssayClaimPage *self, AssayContext *context, const AssayCoverage *coverage)
{
  guint shown = 0;
  g_autofree char *words = NULL;

  assay_list_box_clear (self->coverage);
  gtk_widget_set_visible (self->coverage_section, coverage != NULL);
  if (coverage == NULL)
    return;
  words = assay_coverage_dup_words (coverage);
  gtk_list_box_append (self->coverage,
                       assay_claim_row_new (coverage->rows->len > 0 && coverage->missing == 0
                                                ? ASSAY_NEED_MET
                                                : ASSAY_NEED_PARTLY,
                                            _ ("All orders"), words));
  for (guint covered = 0; covered < 2; covered++)
    for (guint i = 0; i < coverage->rows->len; i++)
      {
        const AssayCoverageRow *row = g_ptr_array_index (coverage->rows, i);

        if ((assay_coverage_row_missing (row) == 0) != (covered == 1) || shown++ >= MOST_ROWS)
          continue;
        gtk_list_box_append (self->coverage, assay_claim_coverage_row_new (context, row));
      }
  if (shown > MOST_ROWS)
    add_more (self->coverage, shown - MOST_ROWS);
}

static void
assay_claim_page_show (AssayRecordPage *page, AssayRecord *record, gpointer data)
{
  AssayClaimPage *self = ASSAY_CLAIM_PAGE (page);
  AssayContext *context = assay_record_page_get_context (page);
  g_autoptr (AssayClaimSupport) support = data;

  assay_list_box_clear (self->standing);
  gtk_list_box_append (self->standing, assay_claim_standing_row_new (support, NULL));
  assay_list_box_clear (self->needs);
  for (guint i = 0; i < support->needs->len; i++)
    gtk_list_box_append (self->needs,
                         assay_claim_need_row_new (context, g_ptr_array_index (support->needs, i)));
  assay_list_box_clear (self->words);
  for (guint i = 0; i < support->flags->len; i++)
    gtk_list_box_append (self->words,
                         assay_claim_flag_row_new (context, g_ptr_array_index (support->flags, i)));
  gtk_widget_set_visible (self->words_section, support->flags->len > 0);
  assay_recycled_rows_show (self->recycled, support->recycled);
  gtk_widget_set_visible (self->recycled_section, support->recycled->whole.n > 0);
  show_coverage (self, context, support->coverage);
  assay_record_parts_show (&self->parts, record);
}

static void
product_cb (AssayClaimPage *self)
{
  AssayRecord *claim = assay_record_page_get_record (ASSAY_RECORD_PAGE (self));

  if (claim != NULL)
    assay_context_show_record (assay_record_page_get_context (ASSAY_RECORD_PAGE (self)),
                               ASSAY_TYPE_PRODUCT,
                               assay_record_get_reference (claim, ASSAY_CLAIM_PRODUCT));
}

static void
kind_cb (AssayClaimPage *self)
{
  AssayRecord *claim = assay_record_page_get_record (ASSAY_RECORD_PAGE (self));
  gint64 kind = claim != NULL ? assay_record_get_reference (claim, ASSAY_CLAIM_CLAIM_KIND) : 0;

  if (kind != 0)
    assay_context_show_record (assay_record_page_get_context (ASSAY_RECORD_PAGE (self)),
                               ASSAY_TYPE_CLAIM_KIND, kind);
}

static void
product_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  product_cb (ASSAY_CLAIM_PAGE (widget));
}

static void
kind_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  kind_cb (ASSAY_CLAIM_PAGE (widget));
}

static void
print (AssayClaimPage *self, int action)
{
  AssayContext *context = assay_record_page_get_context (ASSAY_RECORD_PAGE (self));
  AssayRecord *claim = assay_record_page_get_record (ASSAY_RECORD_PAGE (self));
  g_autoptr (AssayRecordJob) job = NULL;
  gint64 product;

  if (claim == NULL)
    return;
  product = assay_record_get_reference (claim, ASSAY_CLAIM_PRODUCT);
  job = assay_record_job_new ("claims", &product, 1, assay_context_get_today (context));
  assay_context_print_records (context, job, action);
}

static void
dossier_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  print (ASSAY_CLAIM_PAGE (widget), GTK_PRINT_OPERATION_ACTION_PREVIEW);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  print (ASSAY_CLAIM_PAGE (widget), GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG);
}

static void
assay_claim_page_class_init (AssayClaimPageClass *klass)
{
  AssayRecordPageClass *page_class = ASSAY_RECORD_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  page_class->type = ASSAY_TYPE_CLAIM;
  page_class->read = assay_claim_page_read;
  page_class->free_answer = (GDestroyNotify)assay_claim_support_free;
  page_class->show = assay_claim_page_show;
  gtk_widget_class_install_action (widget_class, "claim.product", NULL, product_action);
  gtk_widget_class_install_action (widget_class, "claim.kind", NULL, kind_action);
  gtk_widget_class_install_action (widget_class, "claim.dossier", NULL, dossier_action);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_action);
}

static void
assay_claim_page_init (AssayClaimPage *self)
{
}

static GtkWidget *
add_section (GtkBox *box, const char *title, GtkListBox *list, char *explanation)
{
  GtkWidget *section = assay_section_new (title, GTK_WIDGET (list));

  if (explanation != NULL)
    assay_section_set_explanation (ASSAY_SECTION (section), explanation);
  g_free (explanation);
  gtk_box_append (box, section);
  return section;
}

AdwNavigationPage *
assay_claim_page_new (AssayContext *context, gint64 id)
{
  AssayRecordPage *page
      = ASSAY_RECORD_PAGE (assay_record_page_new (ASSAY_TYPE_CLAIM_PAGE, context, id));
  AssayClaimPage *self = ASSAY_CLAIM_PAGE (page);
  GtkBox *head = assay_record_page_get_head (page), *main = assay_record_page_get_main (page);
  GtkWidget *section, *button;

  self->standing = assay_claim_list_new (_ ("How it stands"), NULL);
  gtk_box_append (head, GTK_WIDGET (self->standing));

  self->needs = assay_claim_list_new (_ ("Evidence it needs"),
                                      _ ("Nothing is asked for in its markets today"));
  section
      = add_section (main, _ ("Evidence It Needs"), self->needs, assay_claim_support_definition ());
  button = assay_icon_button_new ("assay-claim-symbolic", _ ("Open the Kind of Claim"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (kind_cb), self, G_CONNECT_SWAPPED);
  assay_section_add_button (ASSAY_SECTION (section), button);
  self->words = assay_claim_list_new (_ ("Words"), NULL);
  self->words_section = add_section (main, _ ("Words"), self->words, NULL);
  self->coverage = assay_claim_list_new (_ ("Transaction Certificates and Orders"), NULL);
  self->coverage_section = add_section (main, _ ("Transaction Certificates and Orders"),
                                        self->coverage, assay_coverage_definition ());
  self->recycled = assay_claim_list_new (_ ("Recycled Content"), NULL);
  self->recycled_section = add_section (assay_record_page_get_side (page), _ ("Recycled Content"),
                                        self->recycled, assay_recycled_definition ());
  assay_record_page_add_menu (page, _ ("Claim Dossier of the Product…"), "claim.dossier");
  assay_record_page_add_menu (page, _ ("Open the Product"), "claim.product");
  assay_record_page_add_menu (page, _ ("Open the Kind of Claim"), "claim.kind");
  assay_record_parts_add (&self->parts, page);
  return ADW_NAVIGATION_PAGE (page);
}
