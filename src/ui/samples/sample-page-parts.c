/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a sample put together, and its actions. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "report/record-report.h"
#include "ui/samples/sample-page-private.h"
#include "ui/samples/sample-page.h"
#include "ui/samples/sample-steps.h"

/* Actions */

static void
add_test_cb (AssaySamplePage *self)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (self);
  AssayRecord *sample = assay_record_page_get_record (page);
  g_autoptr (AssayRecord) test = assay_record_new (ASSAY_TYPE_SAMPLE_TEST);
  g_autofree char *title = NULL;

  if (sample == NULL)
    return;
  title = assay_record_dup_title (sample);
  assay_record_set_reference (test, ASSAY_SAMPLE_TEST_SAMPLE, assay_record_get_id (sample));
  assay_record_set_reference_title (test, ASSAY_SAMPLE_TEST_SAMPLE, title);
  assay_record_set_integer (test, ASSAY_SAMPLE_TEST_POSITION,
                            assay_result_list_get_n_tests (self->tests) + 1);
  assay_context_edit_record (assay_record_page_get_context (page), test);
}

static void
take_cb (AssaySamplePage *self)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (self);
  AssayRecord *sample = assay_record_page_get_record (page);

  if (sample != NULL)
    assay_sample_take_tests (assay_record_page_get_context (page), assay_record_get_id (sample));
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add_test_cb (ASSAY_SAMPLE_PAGE (widget));
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (widget);
  AssayRecord *sample = assay_record_page_get_record (page);

  if (sample != NULL)
    assay_sample_make_next (assay_record_page_get_context (page), assay_record_get_id (sample));
}

static void
print (GtkWidget *widget, const char *report, int action)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (widget);
  AssayContext *context = assay_record_page_get_context (page);
  AssayRecord *sample = assay_record_page_get_record (page);
  g_autoptr (AssayRecordJob) job = NULL;
  gint64 id;

  if (sample == NULL)
    return;
  id = assay_record_get_id (sample);
  job = assay_record_job_new (report, &id, 1, assay_context_get_today (context));
  assay_context_print_records (context, job, action);
}

static void
preview_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  print (widget, "sample", GTK_PRINT_OPERATION_ACTION_PREVIEW);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  print (widget, "sample", GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG);
}

static void
label_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  print (widget, "sample-label", GTK_PRINT_OPERATION_ACTION_PREVIEW);
}

void
assay_sample_page_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "page.report", NULL, preview_action);
  gtk_widget_class_install_action (klass, "page.print", NULL, print_action);
  gtk_widget_class_install_action (klass, "sample.label", NULL, label_action);
  gtk_widget_class_install_action (klass, "page.new", NULL, new_action);
  gtk_widget_class_install_action (klass, "sample.next", NULL, next_action);
}

/* Parts */

static void
edit_cb (AssaySamplePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "record.edit", NULL);
}

static AssayFigureTile *
add_tile (AssaySamplePage *self, AdwWrapBox *box, const char *title)
{
  AssayFigureTile *tile = assay_figure_tile_new (title);

  adw_wrap_box_append (box, GTK_WIDGET (tile));
  gtk_widget_set_tooltip_text (GTK_WIDGET (tile), _ ("Edit"));
  g_signal_connect_object (tile, "clicked", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  return tile;
}

static void
add_head (AssaySamplePage *self)
{
  GtkBox *head = assay_record_page_get_head (ASSAY_RECORD_PAGE (self));
  AdwWrapBox *tiles = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 12, "line-spacing", 12,
                                    "justify", ADW_JUSTIFY_FILL, "justify-last-line", TRUE, NULL);
  AdwWrapBox *bar = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 24, "line-spacing", 12, NULL);

  self->heading = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "dimmed");
  self->way = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 9, "line-spacing", 6, "valign",
                            GTK_ALIGN_CENTER, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  self->buttons = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "line-spacing", 6, NULL);
  adw_wrap_box_append (bar, GTK_WIDGET (self->way));
  adw_wrap_box_append (bar, GTK_WIDGET (self->buttons));
  self->tested = add_tile (self, tiles, _ ("Tests Passed"));
  self->due = add_tile (self, tiles, _ ("Due"));
  self->received = add_tile (self, tiles, _ ("Received"));
  self->cost = add_tile (self, tiles, _ ("Cost"));
  assay_figure_tile_set_plain (self->tested);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->tested), NULL);
  gtk_box_append (head, GTK_WIDGET (self->heading));
  gtk_box_append (head, GTK_WIDGET (bar));
  gtk_box_append (head, GTK_WIDGET (tiles));
}

static void
add_tests (AssaySamplePage *self)
{
  AssayContext *context = assay_record_page_get_context (ASSAY_RECORD_PAGE (self));
  GtkWidget *section, *button = assay_icon_button_new ("list-add-symbolic", _ ("New Test"));

  self->tests = assay_result_list_new (context);
  section = assay_section_new (_ ("Tests"), GTK_WIDGET (self->tests));
  self->take = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (self->take), TRUE);
  g_signal_connect_object (self->take, "clicked", G_CALLBACK (take_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_test_cb), self, G_CONNECT_SWAPPED);
  assay_section_add_button (ASSAY_SECTION (section), self->take);
  assay_section_add_button (ASSAY_SECTION (section), button);
  gtk_box_append (assay_record_page_get_main (ASSAY_RECORD_PAGE (self)), section);
}

static void
add_comments (AssaySamplePage *self)
{
  GtkWidget *card = adw_bin_new (), *section;
  GtkWidget *button = assay_icon_button_new ("document-edit-symbolic", _ ("Edit"));

  self->comments = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                 PANGO_WRAP_WORD_CHAR, "selectable", TRUE, "margin-top", 12,
                                 "margin-bottom", 12, "margin-start", 12, "margin-end", 12, NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self->comments), FALSE);
  adw_bin_set_child (ADW_BIN (card), GTK_WIDGET (self->comments));
  gtk_widget_add_css_class (card, "card");
  section = assay_section_new (_ ("Comments to the Supplier"), card);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "record.edit");
  assay_section_add_button (ASSAY_SECTION (section), button);
  gtk_box_append (assay_record_page_get_main (ASSAY_RECORD_PAGE (self)), section);
}

static void
add_rounds (AssaySamplePage *self)
{
  AssayContext *context = assay_record_page_get_context (ASSAY_RECORD_PAGE (self));
  GtkWidget *section, *button = assay_icon_button_new ("list-add-symbolic", _ ("Next Round"));

  self->rounds = assay_sample_rounds_new (context);
  section = assay_section_new (_ ("Rounds"), GTK_WIDGET (self->rounds));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "sample.next");
  assay_section_add_button (ASSAY_SECTION (section), button);
  gtk_box_append (assay_record_page_get_side (ASSAY_RECORD_PAGE (self)), section);
}

AdwNavigationPage *
assay_sample_page_new (AssayContext *context, gint64 id)
{
  AdwNavigationPage *page = assay_record_page_new (ASSAY_TYPE_SAMPLE_PAGE, context, id);
  AssaySamplePage *self = ASSAY_SAMPLE_PAGE (page);

  add_head (self);
  add_tests (self);
  add_comments (self);
  self->compare = assay_test_compare_new (context);
  gtk_box_append (assay_record_page_get_main (ASSAY_RECORD_PAGE (page)),
                  GTK_WIDGET (self->compare));
  add_rounds (self);
  assay_record_parts_add (&self->parts, ASSAY_RECORD_PAGE (page));
  assay_record_page_add_menu (ASSAY_RECORD_PAGE (page), _ ("Sample _Report…"), "page.report");
  assay_record_page_add_menu (ASSAY_RECORD_PAGE (page), _ ("_Label with QR Code…"), "sample.label");
  assay_facts_view_hide_field (self->parts.facts, ASSAY_SAMPLE_COMMENTS);
  return page;
}
