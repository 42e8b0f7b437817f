/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/claims/claim-kind-page.h"

#include <glib/gi18n-lib.h>

#include "insight/owned-rows.h"
#include "record/format.h"
#include "ui/record/part-list.h"
#include "ui/record/record-parts.h"

#define ASSAY_TYPE_CLAIM_KIND_PAGE (assay_claim_kind_page_get_type ())
G_DECLARE_FINAL_TYPE (
    AssayClaimKindPage, assay_claim_kind_page, ASSAY, CLAIM_KIND_PAGE, AssayRecordPage)

struct _AssayClaimKindPage
{
  AssayRecordPage parent_instance;

  AssayRecordParts parts;
  GtkLabel *description;
  AssayPartList *needs;
};

/* "EU · Certificate · GRS|RCS · in force from 27 Sep 2026 · (EU) 2024/825" */
static char *
describe (AssayRecord *need)
{
  static const guint fields[]
      = { ASSAY_CLAIM_NEED_NEEDS, ASSAY_CLAIM_NEED_MARKET,  ASSAY_CLAIM_NEED_SCHEMES,
          ASSAY_CLAIM_NEED_SHARE, ASSAY_CLAIM_NEED_FROM_ON, ASSAY_CLAIM_NEED_SOURCE };
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *words = NULL;
      g_autofree char *from = NULL;

      if (!assay_record_is_known (need, fields[i]))
        continue;
      words = assay_format_display (need, fields[i], ASSAY_UNITS_METRIC);
      if (fields[i] == ASSAY_CLAIM_NEED_FROM_ON)
        from = g_strdup_printf (_ ("in force from %s"), words);
      g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "",
                              from != NULL ? from : words);
    }
  return g_strdup (line->str);
}

static const AssayPartListKind needs_of_kind = {
  .type = ASSAY_TYPE_CLAIM_NEED,
  .position = ASSAY_CLAIM_NEED_POSITION,
  .title = ASSAY_CLAIM_NEED_NAME,
  .section = -1,
  .label = N_ ("Evidence such claims need"),
  .empty = N_ ("Nothing yet: add what evidence such claims need, in which market and since when"),
  .move = N_ ("Move Need of a Claim"),
  .not_moved = N_ ("The Need Was Not Moved"),
  .remove = N_ ("Delete This Need"),
  .describe = describe,
};

G_DEFINE_FINAL_TYPE (AssayClaimKindPage, assay_claim_kind_page, ASSAY_TYPE_RECORD_PAGE)

static gpointer
assay_claim_kind_page_read (AssayDb *db,
                            AssayRecord *record,
                            const AssayPageQuestion *question,
                            GError **error)
{
  return assay_owned_rows_read (db, ASSAY_TYPE_CLAIM_NEED, question->id, error);
}

static void
assay_claim_kind_page_show (AssayRecordPage *page, AssayRecord *record, gpointer data)
{
  AssayClaimKindPage *self = ASSAY_CLAIM_KIND_PAGE (page);
  g_autoptr (GPtrArray) needs = data;
  const char *description = assay_record_get_text (record, ASSAY_CLAIM_KIND_DESCRIPTION);

  gtk_label_set_label (self->description, description != NULL ? description : "");
  gtk_widget_set_visible (GTK_WIDGET (self->description), description != NULL);
  assay_part_list_set_parts (self->needs, needs);
  assay_record_parts_show (&self->parts, record);
}

static void
add_need_cb (AssayClaimKindPage *self)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (self);
  AssayRecord *kind = assay_record_page_get_record (page);
  g_autoptr (AssayRecord) need = NULL;

  if (kind == NULL)
    return;
  need = assay_part_list_new_part (self->needs, kind);
  assay_context_edit_record (assay_record_page_get_context (page), need);
}

static void
new_need_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add_need_cb (ASSAY_CLAIM_KIND_PAGE (widget));
}

static void
assay_claim_kind_page_class_init (AssayClaimKindPageClass *klass)
{
  AssayRecordPageClass *page_class = ASSAY_RECORD_PAGE_CLASS (klass);

  page_class->type = ASSAY_TYPE_CLAIM_KIND;
  page_class->read = assay_claim_kind_page_read;
  page_class->free_answer = (GDestroyNotify)g_ptr_array_unref;
  page_class->show = assay_claim_kind_page_show;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.new", NULL, new_need_action);
}

static void
assay_claim_kind_page_init (AssayClaimKindPage *self)
{
}

AdwNavigationPage *
assay_claim_kind_page_new (AssayContext *context, gint64 id)
{
  static const char *const columns[] = { "wording", "product", "markets", "state", NULL };
  static const char *const spare[] = { "markets", "state", NULL };
  AssayRecordPage *page
      = ASSAY_RECORD_PAGE (assay_record_page_new (ASSAY_TYPE_CLAIM_KIND_PAGE, context, id));
  AssayClaimKindPage *self = ASSAY_CLAIM_KIND_PAGE (page);
  GtkWidget *section, *button = assay_icon_button_new ("list-add-symbolic", _ ("New Need"));

  self->description = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_box_append (assay_record_page_get_head (page), GTK_WIDGET (self->description));
  self->needs = assay_part_list_new (context, &needs_of_kind);
  section = assay_section_new (_ ("Evidence Such Claims Need"), GTK_WIDGET (self->needs));
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_need_cb), self, G_CONNECT_SWAPPED);
  assay_section_add_button (ASSAY_SECTION (section), button);
  gtk_box_append (assay_record_page_get_main (page), section);
  assay_record_page_add_table (page, _ ("Claims of This Kind"), ASSAY_TYPE_CLAIM,
                               ASSAY_CLAIM_CLAIM_KIND, columns, spare, _ ("No claims yet"));
  assay_record_parts_add (&self->parts, page);
  return ADW_NAVIGATION_PAGE (page);
}
