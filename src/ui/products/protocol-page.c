/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/products/protocol-page.h"

#include <glib/gi18n-lib.h>

#include "insight/owned-rows.h"
#include "ui/products/protocol-page-private.h"
#include "ui/products/test-list.h"
#include "ui/record/duplicate.h"

G_DEFINE_FINAL_TYPE (AssayProtocolPage, assay_protocol_page, ASSAY_TYPE_RECORD_PAGE)

static gpointer
assay_protocol_page_read (AssayDb *db,
                          AssayRecord *record,
                          const AssayPageQuestion *question,
                          GError **error)
{
  return assay_owned_rows_read (db, ASSAY_TYPE_PROTOCOL_TEST, question->id, error);
}

static void
assay_protocol_page_show (AssayRecordPage *page, AssayRecord *record, gpointer data)
{
  AssayProtocolPage *self = ASSAY_PROTOCOL_PAGE (page);
  g_autoptr (GPtrArray) tests = data;

  assay_part_list_set_parts (self->tests, tests);
  assay_record_parts_show (&self->parts, record);
}

static void
add_test_cb (AssayProtocolPage *self)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (self);
  AssayRecord *protocol = assay_record_page_get_record (page);
  g_autoptr (AssayRecord) test = NULL;

  if (protocol == NULL)
    return;
  test = assay_part_list_new_part (self->tests, protocol);
  assay_context_edit_record (assay_record_page_get_context (page), test);
}

static void
duplicated_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayContext) context = data;
  g_autoptr (GError) error = NULL;
  gint64 id = assay_duplicate_finish (ASSAY_BOOK (source), result, &error);

  if (id == 0)
    {
      assay_context_failed (context, _ ("The Test Protocol Was Not Duplicated"), error);
      return;
    }
  assay_context_show_record (context, ASSAY_TYPE_TEST_PROTOCOL, id);
  assay_context_toast_undo (context, _ ("Test protocol duplicated"));
}

static void
duplicate_cb (AssayProtocolPage *self)
{
  AssayContext *context = assay_record_page_get_context (ASSAY_RECORD_PAGE (self));
  AssayRecord *protocol = assay_record_page_get_record (ASSAY_RECORD_PAGE (self));
  AssayBook *book = assay_context_get_book (context);

  if (protocol != NULL && book != NULL)
    assay_duplicate_async (book, protocol, _ ("Duplicate Test Protocol"), duplicated_cb,
                           g_object_ref (context));
}

static void
new_test_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add_test_cb (ASSAY_PROTOCOL_PAGE (widget));
}

static void
duplicate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  duplicate_cb (ASSAY_PROTOCOL_PAGE (widget));
}

static void
assay_protocol_page_class_init (AssayProtocolPageClass *klass)
{
  AssayRecordPageClass *page_class = ASSAY_RECORD_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  page_class->type = ASSAY_TYPE_TEST_PROTOCOL;
  page_class->read = assay_protocol_page_read;
  page_class->free_answer = (GDestroyNotify)g_ptr_array_unref;
  page_class->show = assay_protocol_page_show;
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_test_action);
  gtk_widget_class_install_action (widget_class, "protocol.duplicate", NULL, duplicate_action);
}

static void
assay_protocol_page_init (AssayProtocolPage *self)
{
}

static void
add_button (AssayProtocolPage *self,
            GtkWidget *section,
            const char *icon,
            const char *tooltip,
            GCallback clicked)
{
  GtkWidget *button = assay_icon_button_new (icon, tooltip);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  assay_section_add_button (ASSAY_SECTION (section), button);
}

AdwNavigationPage *
assay_protocol_page_new (AssayContext *context, gint64 id)
{
  AssayRecordPage *page
      = ASSAY_RECORD_PAGE (assay_record_page_new (ASSAY_TYPE_PROTOCOL_PAGE, context, id));
  AssayProtocolPage *self = ASSAY_PROTOCOL_PAGE (page);
  GtkWidget *section;

  self->tests = assay_part_list_new (context, &assay_tests_of_protocol);
  section = assay_section_new (_ ("Tests"), GTK_WIDGET (self->tests));
  add_button (self, section, "edit-copy-symbolic", _ ("Duplicate This Test Protocol"),
              G_CALLBACK (duplicate_cb));
  add_button (self, section, "list-add-symbolic", _ ("New Test"), G_CALLBACK (add_test_cb));
  gtk_box_append (assay_record_page_get_main (page), section);
  assay_record_parts_add (&self->parts, page);
  return ADW_NAVIGATION_PAGE (page);
}
