/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/form/reference-picker.h"

#include <glib/gi18n-lib.h>

#include "store/query.h"
#include "ui/init.h"

#define MOST_MATCHES 50

struct _AssayReferencePicker
{
  GtkPopover parent_instance;

  AssayContext *context;
  AssayType type;
  gboolean can_create;
  GCancellable *cancellable;
  GListStore *matches; /* AssayRecord */

  GtkSearchEntry *search;
  GtkListBox *list;
  GtkStack *stack;
  GtkButton *create;
};

G_DEFINE_FINAL_TYPE (AssayReferencePicker, assay_reference_picker, GTK_TYPE_POPOVER)

typedef enum
{
  SIGNAL_PICKED,
  SIGNAL_CREATE,
  N_SIGNALS,
} AssayReferencePickerSignal;

static guint signals[N_SIGNALS];

static gboolean
find_matches (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  *result = assay_query_run_records (data, db, MOST_MATCHES, error);
  return *result != NULL;
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AssayReferencePicker) self = user_data;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  records = assay_book_ask_finish (ASSAY_BOOK (source), result, &error);
  if (records == NULL)
    {
      if (self->context != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        assay_context_failed (self->context, _ ("Cannot search"), error);
      return;
    }
  g_list_store_splice (self->matches, 0, g_list_model_get_n_items (G_LIST_MODEL (self->matches)),
                       records->pdata, records->len);
  gtk_stack_set_visible_child_name (self->stack, records->len > 0 ? "matches" : "nothing");
}

static void
ask (AssayReferencePicker *self)
{
  AssayBook *book = assay_context_get_book (self->context);
  AssayQuery *query = assay_query_new (self->type);
  const AssayRecordType *type = assay_record_type_get (self->type);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (book == NULL)
    {
      assay_query_free (query);
      return;
    }
  self->cancellable = g_cancellable_new ();
  assay_query_set_search (query, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  assay_query_set_sort (query, (guint)type->sort, type->sort_descending);
  assay_book_ask_async (book, find_matches, query, (GDestroyNotify)assay_query_free,
                        (GDestroyNotify)g_ptr_array_unref, self->cancellable, found_cb,
                        g_object_ref (self));
}

static void
pick (AssayReferencePicker *self, guint position)
{
  g_autoptr (AssayRecord) record = g_list_model_get_item (G_LIST_MODEL (self->matches), position);
  g_autofree char *title = NULL;

  if (record == NULL)
    return;
  title = assay_record_dup_title (record);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, assay_record_get_id (record), title);
}

static void
search_changed_cb (AssayReferencePicker *self)
{
  ask (self);
}

static void
search_activate_cb (AssayReferencePicker *self)
{
  pick (self, 0);
}

static void
row_activated_cb (AssayReferencePicker *self, GtkListBoxRow *row)
{
  pick (self, (guint)gtk_list_box_row_get_index (row));
}

static void
create_cb (AssayReferencePicker *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_CREATE], 0,
                 gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static gboolean
key_cb (AssayReferencePicker *self, guint key, guint code, GdkModifierType state)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  if (key != GDK_KEY_Down || first == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (GTK_WIDGET (first));
  return GDK_EVENT_STOP;
}

static void
shown_cb (AssayReferencePicker *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  ask (self);
}

static GtkWidget *
make_row (gpointer item, gpointer user_data)
{
  AssayRecord *record = item;
  g_autofree char *title = assay_record_dup_title (record);
  g_autofree char *subtitle = assay_record_dup_subtitle (record);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (title);
  GtkWidget *detail = gtk_label_new (subtitle);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_add_css_class (detail, "dimmed");
  gtk_widget_set_visible (detail, subtitle != NULL && *subtitle != '\0');
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), detail);
  return box;
}

static void
assay_reference_picker_dispose (GObject *object)
{
  AssayReferencePicker *self = ASSAY_REFERENCE_PICKER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_REFERENCE_PICKER);
  g_clear_object (&self->matches);

  G_OBJECT_CLASS (assay_reference_picker_parent_class)->dispose (object);
}

static void
assay_reference_picker_class_init (AssayReferencePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_reference_picker_dispose;

  signals[SIGNAL_PICKED]
      = g_signal_new ("picked", ASSAY_TYPE_REFERENCE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);
  signals[SIGNAL_CREATE] = g_signal_new ("create", ASSAY_TYPE_REFERENCE_PICKER, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "form/reference-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayReferencePicker, search);
  gtk_widget_class_bind_template_child (widget_class, AssayReferencePicker, list);
  gtk_widget_class_bind_template_child (widget_class, AssayReferencePicker, stack);
  gtk_widget_class_bind_template_child (widget_class, AssayReferencePicker, create);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
}

static void
assay_reference_picker_init (AssayReferencePicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->matches = g_list_store_new (ASSAY_TYPE_RECORD);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->matches), make_row, NULL, NULL);
}

GtkWidget *
assay_reference_picker_new (AssayContext *context, AssayType type, gboolean can_create)
{
  AssayReferencePicker *self = g_object_new (ASSAY_TYPE_REFERENCE_PICKER, NULL);
  const char *label = assay_record_type_label (assay_record_type_get (type));
  /* Translators: a button that makes a new record: "New Supplier…" */
  g_autofree char *words = g_strdup_printf (_ ("New %s…"), label);

  self->context = g_object_ref (context);
  self->type = type;
  self->can_create = can_create;
  gtk_button_set_label (self->create, words);
  gtk_widget_set_visible (GTK_WIDGET (self->create), can_create);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  assay_record_type_plural (assay_record_type_get (type)), -1);
  return GTK_WIDGET (self);
}
