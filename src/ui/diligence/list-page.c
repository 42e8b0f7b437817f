/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/diligence/list-page.h"

#include <glib/gi18n-lib.h>

#include "insight/diligence.h"
#include "ui/diligence/list-page-private.h"

G_DEFINE_FINAL_TYPE (AssayDiligenceListPage, assay_diligence_list_page, ASSAY_TYPE_RECORD_PAGE)

static gpointer
assay_diligence_list_page_read (AssayDb *db,
                                AssayRecord *record,
                                const AssayPageQuestion *question,
                                GError **error)
{
  return assay_diligence_read_items (db, question->id, error);
}

static void
assay_diligence_list_page_show (AssayRecordPage *page, AssayRecord *record, gpointer data)
{
  AssayDiligenceListPage *self = ASSAY_DILIGENCE_LIST_PAGE (page);
  g_autoptr (GPtrArray) items = data;

  assay_question_list_set_items (self->items, items);
  assay_record_parts_show (&self->parts, record);
}

static void
add_item_cb (AssayDiligenceListPage *self)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (self);
  AssayRecord *list = assay_record_page_get_record (page);
  g_autoptr (AssayRecord) item = assay_record_new (ASSAY_TYPE_DILIGENCE_ITEM);
  guint n = assay_question_list_get_n_items (self->items);
  gint64 last = n;
  g_autofree char *title = NULL;

  if (list == NULL)
    return;
  title = assay_record_dup_title (list);
  if (n > 0)
    last = MAX (last, assay_record_get_integer (assay_question_list_get_item (self->items, n - 1),
                                                ASSAY_DILIGENCE_ITEM_POSITION, 0));
  assay_record_set_reference (item, ASSAY_DILIGENCE_ITEM_DILIGENCE, assay_record_get_id (list));
  assay_record_set_reference_title (item, ASSAY_DILIGENCE_ITEM_DILIGENCE, title);
  assay_record_set_integer (item, ASSAY_DILIGENCE_ITEM_POSITION, last + 1);
  assay_context_edit_record (assay_record_page_get_context (page), item);
}

static void
new_item_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add_item_cb (ASSAY_DILIGENCE_LIST_PAGE (widget));
}

static void
assay_diligence_list_page_class_init (AssayDiligenceListPageClass *klass)
{
  AssayRecordPageClass *page_class = ASSAY_RECORD_PAGE_CLASS (klass);

  page_class->type = ASSAY_TYPE_DILIGENCE;
  page_class->read = assay_diligence_list_page_read;
  page_class->free_answer = (GDestroyNotify)g_ptr_array_unref;
  page_class->show = assay_diligence_list_page_show;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.new", NULL, new_item_action);
}

static void
assay_diligence_list_page_init (AssayDiligenceListPage *self)
{
}

AdwNavigationPage *
assay_diligence_list_page_new (AssayContext *context, gint64 id)
{
  AssayRecordPage *page
      = ASSAY_RECORD_PAGE (assay_record_page_new (ASSAY_TYPE_DILIGENCE_LIST_PAGE, context, id));
  AssayDiligenceListPage *self = ASSAY_DILIGENCE_LIST_PAGE (page);
  GtkWidget *button = assay_icon_button_new ("list-add-symbolic", _ ("New Item"));
  GtkWidget *section;

  self->items = assay_question_list_new (context);
  section = assay_section_new (_ ("Items"), GTK_WIDGET (self->items));
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_item_cb), self, G_CONNECT_SWAPPED);
  assay_section_add_button (ASSAY_SECTION (section), button);
  gtk_box_append (assay_record_page_get_main (page), section);
  assay_record_parts_add (&self->parts, page);
  return ADW_NAVIGATION_PAGE (page);
}
