/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/checklists/checklist-page.h"

#include <glib/gi18n-lib.h>

#include "insight/checklist.h"
#include "ui/checklists/checklist-page-private.h"
#include "ui/record/duplicate.h"

/* "Measured · 45 to 47 mm" */
static char *
describe (AssayRecord *item)
{
  const AssayField *kind = &assay_record_describe (item)->fields[ASSAY_CHECKLIST_ITEM_KIND];
  const char *stored = assay_record_get_text (item, ASSAY_CHECKLIST_ITEM_KIND);
  const char *words = stored != NULL ? assay_field_choice_label (kind, stored) : "";
  g_autofree char *requirement = assay_check_dup_requirement (item);

  return *requirement != '\0' ? g_strdup_printf ("%s · %s", words, requirement) : g_strdup (words);
}

static const AssayPartListKind items_of_checklist = {
  .type = ASSAY_TYPE_CHECKLIST_ITEM,
  .position = ASSAY_CHECKLIST_ITEM_POSITION,
  .title = ASSAY_CHECKLIST_ITEM_NAME,
  .section = ASSAY_CHECKLIST_ITEM_SECTION,
  .label = N_ ("Items"),
  .empty
  = N_ ("No items yet: add what is measured, tested and looked at, in the order of the work"),
  .move = N_ ("Move Checklist Item"),
  .not_moved = N_ ("The Item Was Not Moved"),
  .remove = N_ ("Delete This Item"),
  .describe = describe,
};

G_DEFINE_FINAL_TYPE (AssayChecklistPage, assay_checklist_page, ASSAY_TYPE_RECORD_PAGE)

static gpointer
assay_checklist_page_read (AssayDb *db,
                           AssayRecord *record,
                           const AssayPageQuestion *question,
                           GError **error)
{
  return assay_checklist_read_items (db, question->id, error);
}

static void
assay_checklist_page_show (AssayRecordPage *page, AssayRecord *record, gpointer data)
{
  AssayChecklistPage *self = ASSAY_CHECKLIST_PAGE (page);
  g_autoptr (GPtrArray) items = data;

  assay_part_list_set_parts (self->items, items);
  assay_record_parts_show (&self->parts, record);
}

static void
add_item_cb (AssayChecklistPage *self)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (self);
  AssayRecord *checklist = assay_record_page_get_record (page);
  g_autoptr (AssayRecord) item = NULL;

  if (checklist == NULL)
    return;
  item = assay_part_list_new_part (self->items, checklist);
  assay_context_edit_record (assay_record_page_get_context (page), item);
}

static void
duplicated_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayContext) context = data;
  g_autoptr (GError) error = NULL;
  gint64 id = assay_duplicate_finish (ASSAY_BOOK (source), result, &error);

  if (id == 0)
    {
      assay_context_failed (context, _ ("The Checklist Was Not Duplicated"), error);
      return;
    }
  assay_context_show_record (context, ASSAY_TYPE_CHECKLIST, id);
  assay_context_toast_undo (context, _ ("Checklist duplicated"));
}

static void
duplicate_cb (AssayChecklistPage *self)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (self);
  AssayContext *context = assay_record_page_get_context (page);
  AssayRecord *checklist = assay_record_page_get_record (page);
  AssayBook *book = assay_context_get_book (context);

  if (checklist != NULL && book != NULL)
    assay_duplicate_async (book, checklist, _ ("Duplicate Checklist"), duplicated_cb,
                           g_object_ref (context));
}

static void
new_item_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add_item_cb (ASSAY_CHECKLIST_PAGE (widget));
}

static void
duplicate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  duplicate_cb (ASSAY_CHECKLIST_PAGE (widget));
}

static void
assay_checklist_page_class_init (AssayChecklistPageClass *klass)
{
  AssayRecordPageClass *page_class = ASSAY_RECORD_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  page_class->type = ASSAY_TYPE_CHECKLIST;
  page_class->read = assay_checklist_page_read;
  page_class->free_answer = (GDestroyNotify)g_ptr_array_unref;
  page_class->show = assay_checklist_page_show;
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_item_action);
  gtk_widget_class_install_action (widget_class, "checklist.duplicate", NULL, duplicate_action);
}

static void
assay_checklist_page_init (AssayChecklistPage *self)
{
}

static void
add_button (AssayChecklistPage *self,
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
assay_checklist_page_new (AssayContext *context, gint64 id)
{
  AssayRecordPage *page
      = ASSAY_RECORD_PAGE (assay_record_page_new (ASSAY_TYPE_CHECKLIST_PAGE, context, id));
  AssayChecklistPage *self = ASSAY_CHECKLIST_PAGE (page);
  GtkWidget *section;

  self->items = assay_part_list_new (context, &items_of_checklist);
  section = assay_section_new (_ ("Items"), GTK_WIDGET (self->items));
  add_button (self, section, "edit-copy-symbolic", _ ("Duplicate This Checklist"),
              G_CALLBACK (duplicate_cb));
  add_button (self, section, "list-add-symbolic", _ ("New Item"), G_CALLBACK (add_item_cb));
  gtk_box_append (assay_record_page_get_main (page), section);
  assay_record_parts_add (&self->parts, page);
  return ADW_NAVIGATION_PAGE (page);
}
