/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/products/protocol-chooser.h"

#include <glib/gi18n-lib.h>

#include "ui/init.h"

struct _AssayProtocolChooser
{
  AdwDialog parent_instance;

  GtkStack *stack;
  AdwPreferencesGroup *lists;
};

G_DEFINE_FINAL_TYPE (AssayProtocolChooser, assay_protocol_chooser, ADW_TYPE_DIALOG)

static guint chosen_signal;

static void
activated_cb (AssayProtocolChooser *self, GtkWidget *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "id");

  g_signal_emit (self, chosen_signal, 0, *id);
  adw_dialog_close (ADW_DIALOG (self));
}

/* "Backpacks · 18 tests" */
static char *
describe (AssayDb *db, AssayRecord *protocol)
{
  g_autoptr (AssayQuery) tests = assay_query_new (ASSAY_TYPE_PROTOCOL_TEST);
  AssayValue id = { .type = ASSAY_VALUE_INTEGER, .integer = assay_record_get_id (protocol) };
  const char *category = assay_record_get_text (protocol, ASSAY_TEST_PROTOCOL_CATEGORY);
  g_autofree char *count = NULL;
  gint64 n;

  assay_query_add_filter (tests, ASSAY_PROTOCOL_TEST_TEST_PROTOCOL, ASSAY_FILTER_IS, &id);
  n = MAX (assay_query_count (tests, db, NULL), 0);
  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d test", "%d tests", (gulong)n), (int)n);
  return category != NULL ? g_strdup_printf ("%s · %s", category, count) : g_steal_pointer (&count);
}

static void
add_row (AssayProtocolChooser *self, AssayDb *db, AssayRecord *protocol)
{
  gint64 id = assay_record_get_id (protocol);
  g_autofree char *title = assay_record_dup_title (protocol);
  g_autofree char *subtitle = describe (db, protocol);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title,
                                 "subtitle", subtitle, "activatable", TRUE, NULL);

  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&id, sizeof id), g_free);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->lists, row);
}

static void
assay_protocol_chooser_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ASSAY_TYPE_PROTOCOL_CHOOSER);

  G_OBJECT_CLASS (assay_protocol_chooser_parent_class)->dispose (object);
}

static void
assay_protocol_chooser_class_init (AssayProtocolChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_protocol_chooser_dispose;

  chosen_signal = g_signal_new ("chosen", ASSAY_TYPE_PROTOCOL_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "products/protocol-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayProtocolChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, AssayProtocolChooser, lists);
}

static void
assay_protocol_chooser_init (AssayProtocolChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
assay_protocol_chooser_new (AssayContext *context)
{
  AssayProtocolChooser *self = g_object_new (ASSAY_TYPE_PROTOCOL_CHOOSER, NULL);
  AssayBook *book = assay_context_get_book (context);
  AssayDb *db = book != NULL ? assay_book_get_reader (book) : NULL;
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_TEST_PROTOCOL);
  g_autoptr (GPtrArray) lists = NULL;

  assay_query_set_sort (query, ASSAY_TEST_PROTOCOL_NAME, FALSE);
  lists = db != NULL ? assay_query_run_records (query, db, 0, NULL) : NULL;
  for (guint i = 0; lists != NULL && i < lists->len; i++)
    add_row (self, db, g_ptr_array_index (lists, i));
  gtk_stack_set_visible_child_name (self->stack,
                                    lists != NULL && lists->len > 0 ? "lists" : "none");
  return ADW_DIALOG (self);
}
