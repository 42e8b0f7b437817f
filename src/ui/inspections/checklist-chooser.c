/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/checklist-chooser.h"

#include <glib/gi18n-lib.h>

#include "ui/init.h"

struct _AssayChecklistChooser
{
  AdwDialog parent_instance;

  GtkStack *stack;
  AdwPreferencesGroup *lists;
  AdwPreferencesGroup *options;
  AdwSwitchRow *replace;
};

G_DEFINE_FINAL_TYPE (AssayChecklistChooser, assay_checklist_chooser, ADW_TYPE_DIALOG)

typedef enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
} AssayChecklistChooserSignal;

static guint signals[N_SIGNALS];

static void
activated_cb (AssayChecklistChooser *self, GtkWidget *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "id");
  gboolean replace = gtk_widget_get_visible (GTK_WIDGET (self->options))
                     && adw_switch_row_get_active (self->replace);

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, *id, replace);
  adw_dialog_close (ADW_DIALOG (self));
}

/* "Backpack · Final random · 24 checks" */
static char *
describe (AssayDb *db, AssayRecord *checklist)
{
  g_autoptr (AssayQuery) items = assay_query_new (ASSAY_TYPE_CHECKLIST_ITEM);
  AssayValue id = { .type = ASSAY_VALUE_INTEGER, .integer = assay_record_get_id (checklist) };
  const char *category = assay_record_get_text (checklist, ASSAY_CHECKLIST_CATEGORY);
  const char *kind = assay_record_get_text (checklist, ASSAY_CHECKLIST_KIND);
  const AssayField *field = &assay_record_describe (checklist)->fields[ASSAY_CHECKLIST_KIND];
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  gint64 n;

  assay_query_add_filter (items, ASSAY_CHECKLIST_ITEM_CHECKLIST, ASSAY_FILTER_IS, &id);
  n = MAX (assay_query_count (items, db, NULL), 0);
  if (category != NULL)
    g_strv_builder_add (builder, category);
  if (kind != NULL)
    g_strv_builder_add (builder, assay_field_choice_label (field, kind));
  g_strv_builder_take (
      builder,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d check", "%d checks", (gulong)n), (int)n));
  parts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", parts);
}

static void
add_row (AssayChecklistChooser *self, AssayDb *db, AssayRecord *checklist)
{
  gint64 id = assay_record_get_id (checklist);
  g_autofree char *title = assay_record_dup_title (checklist);
  g_autofree char *subtitle = describe (db, checklist);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title,
                                 "subtitle", subtitle, "activatable", TRUE, NULL);

  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&id, sizeof id), g_free);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->lists, row);
}

static void
assay_checklist_chooser_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ASSAY_TYPE_CHECKLIST_CHOOSER);

  G_OBJECT_CLASS (assay_checklist_chooser_parent_class)->dispose (object);
}

static void
assay_checklist_chooser_class_init (AssayChecklistChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_checklist_chooser_dispose;

  signals[SIGNAL_CHOSEN]
      = g_signal_new ("chosen", ASSAY_TYPE_CHECKLIST_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);
  gtk_widget_class_set_template_from_resource (widget_class, ASSAY_UI_RESOURCES
                                               "inspections/checklist-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayChecklistChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, AssayChecklistChooser, lists);
  gtk_widget_class_bind_template_child (widget_class, AssayChecklistChooser, options);
  gtk_widget_class_bind_template_child (widget_class, AssayChecklistChooser, replace);
}

static void
assay_checklist_chooser_init (AssayChecklistChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
assay_checklist_chooser_new (AssayContext *context, gboolean has_checks)
{
  AssayChecklistChooser *self = g_object_new (ASSAY_TYPE_CHECKLIST_CHOOSER, NULL);
  AssayBook *book = assay_context_get_book (context);
  AssayDb *db = book != NULL ? assay_book_get_reader (book) : NULL;
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_CHECKLIST);
  g_autoptr (GPtrArray) lists = NULL;

  assay_query_set_sort (query, ASSAY_CHECKLIST_NAME, FALSE);
  lists = db != NULL ? assay_query_run_records (query, db, 0, NULL) : NULL;
  for (guint i = 0; lists != NULL && i < lists->len; i++)
    add_row (self, db, g_ptr_array_index (lists, i));
  gtk_widget_set_visible (GTK_WIDGET (self->options), has_checks);
  gtk_stack_set_visible_child_name (self->stack,
                                    lists != NULL && lists->len > 0 ? "lists" : "none");
  return ADW_DIALOG (self);
}
