/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/suppliers/duplicates-dialog.h"

#include <glib/gi18n-lib.h>

#include "insight/duplicates.h"
#include "record/format.h"
#include "store/supplier-alike.h"
#include "ui/form/reference-picker.h"
#include "ui/init.h"
#include "ui/suppliers/merge-page.h"

/* More than anybody goes through at once; the rest comes when these are decided. */
#define MOST_PAIRS 100

struct _AssayDuplicatesDialog
{
  AdwDialog parent_instance;

  AdwNavigationView *view;
  GtkStack *stack;
  GtkMenuButton *choose;
  AdwStatusPage *none;
  AdwPreferencesGroup *pairs;

  AssayContext *context;
  GCancellable *cancellable;
  GPtrArray *rows; /* widgets in the group */
  gint64 supplier;
};

G_DEFINE_FINAL_TYPE (AssayDuplicatesDialog, assay_duplicates_dialog, ADW_TYPE_DIALOG)

typedef struct
{
  gint64 from, into;
} Pair;

static void read_pairs (AssayDuplicatesDialog *self);

static void
merged_cb (AssayDuplicatesDialog *self)
{
  adw_navigation_view_pop_to_tag (self->view, "pairs");
  /* The page behind may be of the one that is gone. */
  if (self->supplier != 0)
    adw_dialog_close (ADW_DIALOG (self));
  else
    read_pairs (self);
}

static void
open_merge (AssayDuplicatesDialog *self, gint64 from, gint64 into)
{
  AdwNavigationPage *page = assay_merge_page_new (self->context, from, into);

  if (page == NULL)
    return;
  g_signal_connect_object (page, "merged", G_CALLBACK (merged_cb), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->view, page);
}

static void
row_cb (AssayDuplicatesDialog *self, GtkWidget *row)
{
  const Pair *pair = g_object_get_data (G_OBJECT (row), "pair");

  open_merge (self, pair->from, pair->into);
}

/* Two that are two */

static gboolean
apart_func (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  const Pair *pair = data;

  return assay_apart_add (db, pair->from, pair->into, error);
}

static void
apart_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayDuplicatesDialog) self = data;
  g_autoptr (GError) error = NULL;

  assay_book_change_finish (ASSAY_BOOK (source), result, &error);
  if (self->context == NULL)
    return;
  if (error != NULL)
    assay_context_failed (self->context, _ ("This Could Not Be Kept"), error);
  else
    assay_context_toast_undo (self->context, _ ("Kept as two suppliers"));
  read_pairs (self);
}

static void
not_the_same_cb (AssayDuplicatesDialog *self, GtkWidget *button)
{
  const Pair *pair = g_object_get_data (G_OBJECT (button), "pair");
  AssayBook *book = assay_context_get_book (self->context);

  if (book != NULL && !assay_book_is_read_only (book))
    assay_book_change_async (book, _ ("Keep two suppliers apart"), apart_func,
                             g_memdup2 (pair, sizeof *pair), g_free, NULL, NULL, apart_cb,
                             g_object_ref (self));
}

/* The list */

/* "Likely: the same tax number · 12 and 3 records" */
static char *
describe (const AssayDuplicate *found)
{
  g_autofree char *why = assay_likeness_words (found->reasons);
  g_autofree char *kept = assay_format_number (found->keep.records);
  g_autofree char *other = assay_format_number (found->other.records);

  /* Translators: “Likely”; reasons; how many records refer to the one and to the other. */
  return g_strdup_printf (_ ("%s: %s. %s and %s records"), assay_likeness_degree (found->score),
                          why, kept, other);
}

static void
add_row (AssayDuplicatesDialog *self, const AssayDuplicate *found)
{
  const Pair pair = { .from = found->other.id, .into = found->keep.id };
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Not the Same"));
  g_autofree char *title = NULL, *subtitle = describe (found), *spoken = NULL;

  /* Translators: two suppliers that may be one. */
  title = g_strdup_printf (_ ("%s – %s"), found->keep.name, found->other.name);
  /* Translators: two suppliers, for a screen reader. */
  spoken = g_strdup_printf (_ ("%s and %s are not the same"), found->keep.name, found->other.name);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "pair", g_memdup2 (&pair, sizeof pair), g_free);
  g_object_set_data_full (G_OBJECT (row), "pair", g_memdup2 (&pair, sizeof pair), g_free);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (not_the_same_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->pairs, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_pairs (AssayDuplicatesDialog *self, GPtrArray *found)
{
  g_autofree char *number = assay_format_number (found->len);
  g_autofree char *title
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s Pair", "%s Pairs", found->len), number);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->pairs, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < MIN (found->len, MOST_PAIRS); i++)
    add_row (self, g_ptr_array_index (found, i));
  adw_preferences_group_set_title (self->pairs, title);
  gtk_stack_set_visible_child_name (self->stack, found->len > 0 ? "pairs" : "none");
}

static gboolean
find_func (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  *result = assay_duplicates_find (db, *(gint64 *)data, cancellable, error);
  return *result != NULL;
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayDuplicatesDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = assay_book_ask_finish (ASSAY_BOOK (source), result, &error);

  if (self->context == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (found != NULL)
    show_pairs (self, found);
  else
    {
      gtk_stack_set_visible_child_name (self->stack, "none");
      assay_context_failed (self->context, _ ("Suppliers Could Not Be Compared"), error);
    }
}

static void
read_pairs (AssayDuplicatesDialog *self)
{
  AssayBook *book = assay_context_get_book (self->context);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (book != NULL)
    assay_book_ask_async (book, find_func, g_memdup2 (&self->supplier, sizeof self->supplier),
                          g_free, (GDestroyNotify)g_ptr_array_unref, self->cancellable, found_cb,
                          g_object_ref (self));
}

static void
picked_cb (AssayDuplicatesDialog *self, gint64 id, const char *title)
{
  if (id == self->supplier)
    assay_context_toast (self->context, _ ("A supplier cannot be merged into itself"));
  else if (id != 0)
    open_merge (self, id, self->supplier);
}

static void
assay_duplicates_dialog_dispose (GObject *object)
{
  AssayDuplicatesDialog *self = ASSAY_DUPLICATES_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_DUPLICATES_DIALOG);

  G_OBJECT_CLASS (assay_duplicates_dialog_parent_class)->dispose (object);
}

static void
assay_duplicates_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (ASSAY_DUPLICATES_DIALOG (object)->rows);

  G_OBJECT_CLASS (assay_duplicates_dialog_parent_class)->finalize (object);
}

static void
assay_duplicates_dialog_class_init (AssayDuplicatesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_duplicates_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = assay_duplicates_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "suppliers/duplicates-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayDuplicatesDialog, view);
  gtk_widget_class_bind_template_child (widget_class, AssayDuplicatesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, AssayDuplicatesDialog, choose);
  gtk_widget_class_bind_template_child (widget_class, AssayDuplicatesDialog, none);
  gtk_widget_class_bind_template_child (widget_class, AssayDuplicatesDialog, pairs);
}

static void
assay_duplicates_dialog_init (AssayDuplicatesDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
assay_duplicates_dialog_new (AssayContext *context, gint64 supplier)
{
  AssayDuplicatesDialog *self = g_object_new (ASSAY_TYPE_DUPLICATES_DIALOG, NULL);

  self->context = g_object_ref (context);
  self->supplier = supplier;
  if (supplier != 0)
    {
      GtkWidget *picker = assay_reference_picker_new (context, ASSAY_TYPE_SUPPLIER, FALSE);

      g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
      gtk_menu_button_set_popover (self->choose, picker);
      gtk_widget_set_visible (GTK_WIDGET (self->choose), TRUE);
      adw_status_page_set_description (
          self->none, _ ("Nothing says that another supplier is this one. Search for the one that "
                         "you know is the same."));
    }
  read_pairs (self);
  return ADW_DIALOG (self);
}
