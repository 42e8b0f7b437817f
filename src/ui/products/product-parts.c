/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/products/product-parts.h"

#include <glib/gi18n-lib.h>

#include "ui/record/record-parts.h"
#include "ui/products/protocol-chooser.h"
#include "insight/owned-rows.h"
#include "ui/products/test-edit.h"
#include "ui/products/test-list.h"

gboolean
assay_product_parts_read (AssayProductParts *parts, AssayDb *db, gint64 product, GError **error)
{
  parts->bill = assay_bill_read (db, product, error);
  if (parts->bill == NULL)
    return FALSE;
  parts->content = assay_recycled_read (db, product, 0, error);
  if (parts->content == NULL)
    return FALSE;
  parts->requirements = assay_owned_rows_read (db, ASSAY_TYPE_REQUIREMENT, product, error);
  return parts->requirements != NULL;
}

void
assay_product_parts_clear (AssayProductParts *parts)
{
  g_clear_pointer (&parts->bill, assay_bill_free);
  g_clear_pointer (&parts->content, assay_recycled_free);
  g_clear_pointer (&parts->requirements, g_ptr_array_unref);
}

/* New ones */

static AssayRecord *
new_owned (AssayRecordPage *page, AssayType type)
{
  AssayRecord *product = assay_record_page_get_record (page);
  AssayRecord *record;
  guint owner = (guint)assay_record_type_get (type)->owner;
  g_autofree char *title = NULL;

  if (product == NULL)
    return NULL;
  record = assay_record_new (type);
  title = assay_record_dup_title (product);
  assay_record_set_reference (record, owner, assay_record_get_id (product));
  assay_record_set_reference_title (record, owner, title);
  return record;
}

/* A variant begins with the code of its product. */
static void
add_variant_cb (AssayRecordPage *page)
{
  g_autoptr (AssayRecord) variant = new_owned (page, ASSAY_TYPE_VARIANT);
  g_autofree char *code = NULL;

  if (variant == NULL)
    return;
  code = g_strdup_printf (
      "%s-", assay_record_get_text (assay_record_page_get_record (page), ASSAY_PRODUCT_CODE));
  assay_record_set_text (variant, ASSAY_VARIANT_CODE, code);
  assay_context_edit_record (assay_record_page_get_context (page), variant);
}

/* After the last one. */
static gint64
next_position (AssayRecordPage *page)
{
  AssayBook *book = assay_context_get_book (assay_record_page_get_context (page));
  gint64 product = assay_record_get_id (assay_record_page_get_record (page));
  g_autoptr (GPtrArray) components = NULL;
  gint64 last = 0;

  if (book != NULL)
    components
        = assay_owned_rows_read (assay_book_get_reader (book), ASSAY_TYPE_COMPONENT, product, NULL);
  for (guint i = 0; components != NULL && i < components->len; i++)
    last = MAX (last, assay_record_get_integer (components->pdata[i], ASSAY_COMPONENT_POSITION, 0));
  return last + 1;
}

static void
add_component_cb (AssayRecordPage *page)
{
  g_autoptr (AssayRecord) component = new_owned (page, ASSAY_TYPE_COMPONENT);

  if (component == NULL)
    return;
  assay_record_set_integer (component, ASSAY_COMPONENT_POSITION, next_position (page));
  assay_context_edit_record (assay_record_page_get_context (page), component);
}

static void
add_requirement_cb (AssayPartList *list)
{
  AssayRecordPage *page
      = ASSAY_RECORD_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (list), ASSAY_TYPE_RECORD_PAGE));
  AssayRecord *product = assay_record_page_get_record (page);
  g_autoptr (AssayRecord) requirement = NULL;

  if (product == NULL)
    return;
  requirement = assay_part_list_new_part (list, product);
  assay_context_edit_record (assay_record_page_get_context (page), requirement);
}

/* Protocols */

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayContext) context = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  guint n_made = 0, n_kept = 0;

  if (!assay_protocol_apply_finish (ASSAY_BOOK (source), result, &n_made, &n_kept, &error))
    {
      assay_context_failed (context, _ ("The Tests Were Not Added"), error);
      return;
    }
  if (n_made == 0)
    {
      assay_context_toast (context, n_kept > 0 ? _ ("The product has all of these tests already")
                                               : _ ("This protocol has no tests yet"));
      return;
    }
  words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u test added", "%u tests added", n_made),
                           n_made);
  assay_context_toast_undo (context, words);
}

static void
chosen_cb (AssayRecordPage *page, gint64 protocol)
{
  AssayContext *context = assay_record_page_get_context (page);
  AssayBook *book = assay_context_get_book (context);
  AssayRecord *product = assay_record_page_get_record (page);

  if (book != NULL && product != NULL)
    assay_protocol_apply_async (book, protocol, assay_record_get_id (product), applied_cb,
                                g_object_ref (context));
}

static void
use_protocol_cb (AssayRecordPage *page)
{
  AdwDialog *dialog = assay_protocol_chooser_new (assay_record_page_get_context (page));

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), page, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (page));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayContext) context = data;
  g_autoptr (GError) error = NULL;
  gint64 id = assay_protocol_made_finish (ASSAY_BOOK (source), result, &error);

  if (id == 0)
    {
      assay_context_failed (context, _ ("The Test Protocol Was Not Saved"), error);
      return;
    }
  assay_context_show_record (context, ASSAY_TYPE_TEST_PROTOCOL, id);
  assay_context_toast_undo (context, _ ("Saved as a test protocol"));
}

static void
save_protocol_cb (AssayRecordPage *page)
{
  AssayContext *context = assay_record_page_get_context (page);
  AssayBook *book = assay_context_get_book (context);
  AssayRecord *product = assay_record_page_get_record (page);

  if (book != NULL && product != NULL)
    assay_protocol_save_async (book, product, saved_cb, g_object_ref (context));
}

/* The sections */

static GtkWidget *
add_button (
    GtkWidget *section, const char *icon, const char *tooltip, GCallback clicked, gpointer object)
{
  GtkWidget *button = assay_icon_button_new (icon, tooltip);

  g_signal_connect_object (button, "clicked", clicked, object, G_CONNECT_SWAPPED);
  assay_section_add_button (ASSAY_SECTION (section), button);
  return button;
}

static void
add_requirements (AssayProductPartsView *view, AssayRecordPage *page)
{
  GtkWidget *section;

  view->requirements
      = assay_part_list_new (assay_record_page_get_context (page), &assay_requirements_of_product);
  section = assay_section_new (_ ("Requirements"), GTK_WIDGET (view->requirements));
  add_button (section, "assay-checklist-symbolic", _ ("Use a Test Protocol"),
              G_CALLBACK (use_protocol_cb), page);
  add_button (section, "document-save-as-symbolic", _ ("Save as a Test Protocol"),
              G_CALLBACK (save_protocol_cb), page);
  add_button (section, "list-add-symbolic", _ ("New Requirement"), G_CALLBACK (add_requirement_cb),
              view->requirements);
  gtk_box_append (assay_record_page_get_main (page), section);
}

void
assay_product_parts_view_add (AssayProductPartsView *view, AssayRecordPage *page)
{
  static const char *const variant_columns[]
      = { "code", "colour", "size", "status", "barcode", "mass", NULL };
  static const char *const spare_variant_columns[] = { "barcode", "mass", "size", NULL };
  static const char *const component_columns[] = { "position", "name",     "kind",
                                                   "material", "brand",    "part_number",
                                                   "mass",     "recycled", NULL };
  static const char *const spare_component_columns[]
      = { "position", "part_number", "kind", "brand", "recycled", "material", NULL };
  AssayTable *table;

  table = assay_record_page_add_table (page, _ ("Variants"), ASSAY_TYPE_VARIANT,
                                       ASSAY_VARIANT_PRODUCT, variant_columns,
                                       spare_variant_columns, _ ("No variants yet"));
  assay_record_page_add_table_button (table, _ ("New Variant"), G_CALLBACK (add_variant_cb), page);
  table = assay_record_page_add_table (page, _ ("Bill of Materials"), ASSAY_TYPE_COMPONENT,
                                       ASSAY_COMPONENT_PRODUCT, component_columns,
                                       spare_component_columns, _ ("No components yet"));
  assay_record_page_add_table_button (table, _ ("New Component"), G_CALLBACK (add_component_cb),
                                      page);
  view->bill = assay_bill_card_new ();
  gtk_box_append (assay_record_page_get_main (page), GTK_WIDGET (view->bill));
  add_requirements (view, page);
}

void
assay_product_parts_view_show (AssayProductPartsView *view, const AssayProductParts *parts)
{
  assay_bill_card_show (view->bill, parts->bill, parts->content);
  assay_part_list_set_parts (view->requirements, parts->requirements);
}
