/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/diligence/list-page.h"

#include <glib/gi18n-lib.h>

#include "insight/owned-rows.h"
#include "record/format.h"
#include "ui/diligence/list-page-private.h"

/* "Recent audit · not older than 12 months · GRS|RCS · needed" */
static char *
describe (AssayRecord *item)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  gint64 months = assay_record_get_integer (item, ASSAY_DILIGENCE_ITEM_MONTHS, 0);

  if (assay_record_is_known (item, ASSAY_DILIGENCE_ITEM_RULE))
    g_strv_builder_take (builder, assay_format_display (item, ASSAY_DILIGENCE_ITEM_RULE, 0));
  if (months > 0)
    g_strv_builder_take (builder,
                         g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "not older than %u month",
                                                       "not older than %u months", (gulong)months),
                                          (guint)months));
  if (assay_record_is_known (item, ASSAY_DILIGENCE_ITEM_SCHEMES))
    g_strv_builder_add (builder, assay_record_get_text (item, ASSAY_DILIGENCE_ITEM_SCHEMES));
  if (assay_record_get_integer (item, ASSAY_DILIGENCE_ITEM_NEEDED, 1) == 0)
    g_strv_builder_add (builder, _ ("not needed for approval"));
  parts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", parts);
}

static const AssayPartListKind items_of_list = {
  .type = ASSAY_TYPE_DILIGENCE_ITEM,
  .position = ASSAY_DILIGENCE_ITEM_POSITION,
  .title = ASSAY_DILIGENCE_ITEM_NAME,
  .section = -1,
  .label = N_ ("Items"),
  .empty = N_ ("No items yet: add what is to be known before the step is taken"),
  .move = N_ ("Move Due Diligence Item"),
  .not_moved = N_ ("The Item Was Not Moved"),
  .remove = N_ ("Delete This Item"),
  .describe = describe,
};

G_DEFINE_FINAL_TYPE (AssayDiligenceListPage, assay_diligence_list_page, ASSAY_TYPE_RECORD_PAGE)

static gpointer
assay_diligence_list_page_read (AssayDb *db,
                                AssayRecord *record,
                                const AssayPageQuestion *question,
                                GError **error)
{
  return assay_owned_rows_read (db, ASSAY_TYPE_DILIGENCE_ITEM, question->id, error);
}

static void
assay_diligence_list_page_show (AssayRecordPage *page, AssayRecord *record, gpointer data)
{
  AssayDiligenceListPage *self = ASSAY_DILIGENCE_LIST_PAGE (page);
  g_autoptr (GPtrArray) items = data;

  assay_part_list_set_parts (self->items, items);
  assay_record_parts_show (&self->parts, record);
}

static void
add_item_cb (AssayDiligenceListPage *self)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (self);
  AssayRecord *list = assay_record_page_get_record (page);
  g_autoptr (AssayRecord) item = NULL;

  if (list == NULL)
    return;
  item = assay_part_list_new_part (self->items, list);
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

  self->items = assay_part_list_new (context, &items_of_list);
  section = assay_section_new (_ ("Items"), GTK_WIDGET (self->items));
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_item_cb), self, G_CONNECT_SWAPPED);
  assay_section_add_button (ASSAY_SECTION (section), button);
  gtk_box_append (assay_record_page_get_main (page), section);
  assay_record_parts_add (&self->parts, page);
  return ADW_NAVIGATION_PAGE (page);
}
