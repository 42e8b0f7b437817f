/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/record/history-view.h"

#include <glib/gi18n-lib.h>

#include "record/format.h"
#include "store/history.h"
#include "ui/record/section.h"

#define FEW  6
#define MANY 500

struct _AssayHistoryView
{
  GtkWidget parent_instance;

  AssayContext *context;
  AssayType type;
  gint64 id;
  guint limit;
  GCancellable *cancellable;

  GtkListBox *list;
  GtkButton *more;
};

G_DEFINE_FINAL_TYPE (AssayHistoryView, assay_history_view, GTK_TYPE_WIDGET)

typedef struct
{
  AssayType type;
  gint64 id;
  guint limit;
} Question;

static gboolean
read_history (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Question *question = data;

  *result = assay_history_read (db, question->type, question->id, question->limit, error);
  return *result != NULL;
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static char *
describe_value (AssayHistoryView *self,
                const AssayField *field,
                const AssayValue *value,
                const char *title)
{
  char *text;

  if (!assay_value_is_known (value))
    return g_strdup (_ ("unknown"));
  if (field->kind == ASSAY_KIND_REFERENCE)
    return g_strdup (title != NULL ? title : _ ("unknown"));
  text = assay_format_value_display (field, value, NULL, assay_context_get_units (self->context));
  if (g_utf8_strlen (text, -1) > 80)
    {
      g_autofree char *whole = text;
      g_autofree char *start = g_utf8_substring (whole, 0, 80);

      text = g_strconcat (start, "…", NULL);
    }
  return text;
}

static void
add_field (AssayHistoryView *self,
           GtkBox *box,
           const AssayHistoryEntry *entry,
           const AssayHistoryField *change)
{
  const AssayField *field = &assay_record_type_get (entry->type)->fields[change->field];
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;
  g_autofree char *words = NULL;

  if ((field->flags & (ASSAY_FIELD_HIDDEN | ASSAY_FIELD_DERIVED)) != 0)
    return;
  old_text = describe_value (self, field, &change->old_value, change->old_title);
  new_text = describe_value (self, field, &change->new_value, change->new_title);
  if (entry->kind == ASSAY_CHANGED_UPDATED)
    /* Translators: a field, its old and its new value */
    words = g_strdup_printf (_ ("%s: %s → %s"), assay_field_label (field), old_text, new_text);
  else
    return;
  gtk_box_append (box, make_label (words, "caption"));
}

static GtkWidget *
make_row (AssayHistoryView *self, const AssayHistoryEntry *entry)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  g_autofree char *when = assay_instant_format (entry->at);
  g_autofree char *words = NULL;

  /* Translators: when something was done and by whom */
  words = entry->who != NULL && *entry->who != '\0'
              ? g_strdup_printf (_ ("%s · %s"), when, entry->who)
              : g_strdup (when);
  gtk_box_append (box, make_label (entry->label != NULL ? entry->label : "", NULL));
  for (guint i = 0; i < entry->fields->len; i++)
    add_field (self, box, entry, &g_array_index (entry->fields, AssayHistoryField, i));
  gtk_box_append (box, make_label (words, "caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (GTK_WIDGET (box)), "dimmed");
  gtk_widget_set_margin_top (GTK_WIDGET (box), 8);
  gtk_widget_set_margin_bottom (GTK_WIDGET (box), 8);
  gtk_widget_set_margin_start (GTK_WIDGET (box), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (box), 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), GTK_WIDGET (box));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AssayHistoryView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = assay_book_ask_finish (ASSAY_BOOK (source), result, &error);

  if (self->context == NULL)
    return;
  if (entries == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("Cannot read the history: %s", error->message);
      return;
    }
  assay_list_box_clear (self->list);
  for (guint i = 0; i < MIN (entries->len, self->limit); i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (entries, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->more), entries->len > self->limit);
}

static void
read_again (AssayHistoryView *self)
{
  AssayBook *book = assay_context_get_book (self->context);
  Question *question;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (book == NULL || self->id == 0)
    return;
  self->cancellable = g_cancellable_new ();
  question = g_new0 (Question, 1);
  question->type = self->type;
  question->id = self->id;
  question->limit = self->limit + 1;
  assay_book_ask_async (book, read_history, question, g_free, (GDestroyNotify)g_ptr_array_unref,
                        self->cancellable, read_cb, g_object_ref (self));
}

static void
more_cb (AssayHistoryView *self)
{
  self->limit = MANY;
  read_again (self);
}

static void
assay_history_view_dispose (GObject *object)
{
  AssayHistoryView *self = ASSAY_HISTORY_VIEW (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (assay_history_view_parent_class)->dispose (object);
}

static void
assay_history_view_class_init (AssayHistoryViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_history_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
assay_history_view_init (AssayHistoryView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *empty = make_label (_ ("Nothing has been recorded yet"), "dimmed");

  self->limit = FEW;
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_margin_top (empty, 12);
  gtk_widget_set_margin_bottom (empty, 12);
  gtk_widget_set_margin_start (empty, 12);
  gtk_list_box_set_placeholder (self->list, empty);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("History"), -1);
  self->more = GTK_BUTTON (gtk_button_new_with_mnemonic (_ ("Show _Earlier")));
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "flat");
  gtk_widget_set_visible (GTK_WIDGET (self->more), FALSE);
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (more_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->more));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

AssayHistoryView *
assay_history_view_new (AssayContext *context)
{
  AssayHistoryView *self = g_object_new (ASSAY_TYPE_HISTORY_VIEW, NULL);

  self->context = g_object_ref (context);
  return self;
}

void
assay_history_view_set_record (AssayHistoryView *self, AssayType type, gint64 id)
{
  self->type = type;
  self->id = id;
  read_again (self);
}
