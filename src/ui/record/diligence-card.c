/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/record/diligence-card.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "report/record-report.h"
#include "ui/record/diligence-row.h"
#include "ui/record/section.h"

struct _AssayDiligenceCard
{
  GtkWidget parent_instance;

  AssayContext *context;
  GCancellable *asking;
  AssayRecord *record;
  AssayDiligence *diligence; /* shown; nullable */
  GHashTable *expanded;      /* lists (gint64) that are open */
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (AssayDiligenceCard, assay_diligence_card, GTK_TYPE_WIDGET)

GtkWidget *
assay_diligence_bar_new (const AssayDiligenceCount *count)
{
  double share = assay_diligence_share (count);
  g_autofree char *words = assay_diligence_progress_words (count);
  GtkWidget *bar = gtk_level_bar_new ();

  /* One colour: how much is done is neither good nor bad. */
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), isnan (share) ? 0 : share);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (bar, 72, -1);
  gtk_widget_set_tooltip_text (bar, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Progress"), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
  return bar;
}

static void
expanded_cb (AdwExpanderRow *row, GParamSpec *pspec, AssayDiligenceCard *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "list");

  if (adw_expander_row_get_expanded (row))
    g_hash_table_add (self->expanded, g_memdup2 (id, sizeof *id));
  else
    g_hash_table_remove (self->expanded, id);
}

static GtkWidget *
make_list (AssayDiligenceCard *self, const AssayDiligenceList *list)
{
  g_autofree char *words = assay_diligence_progress_words (&list->count);
  GtkWidget *row = g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), list->name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), words);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), assay_diligence_bar_new (&list->count));
  for (guint i = 0; i < list->answers->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              assay_diligence_row_new (self->context, self->diligence,
                                                       g_ptr_array_index (list->answers, i)));
  g_object_set_data_full (G_OBJECT (row), "list", g_memdup2 (&list->id, sizeof list->id), g_free);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row),
                                 g_hash_table_contains (self->expanded, &list->id));
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self, 0);
  return row;
}

static void
approved_cb (AssayDiligenceCard *self)
{
  assay_context_edit_record (self->context, self->record);
}

/* Whoever was approved with open items has a reason, or should have one: an import brings suppliers
 * that nobody was asked about. */
static void
add_approval (AssayDiligenceCard *self)
{
  const char *reason = assay_record_get_text (self->record, ASSAY_SUPPLIER_APPROVAL_REASON);
  g_autofree char *title = NULL;
  GtkWidget *row, *icon;

  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Approved with %u needed item open",
                                        "Approved with %u needed items open",
                                        self->diligence->count.needed),
                           self->diligence->count.needed);
  row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "activatable", TRUE,
                      "tooltip-text", _ ("Edit the Reason"), NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               reason != NULL ? reason : _ ("Nobody has said why"));
  icon = gtk_image_new_from_icon_name (reason != NULL ? "dialog-information-symbolic"
                                                      : "dialog-warning-symbolic");
  gtk_widget_add_css_class (icon, reason != NULL ? "dimmed" : "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  g_signal_connect_object (row, "activated", G_CALLBACK (approved_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

static void
show_diligence (AssayDiligenceCard *self, AssayDiligence *diligence)
{
  /* The rows borrow what they show. */
  gtk_list_box_remove_all (self->list);
  g_clear_pointer (&self->diligence, assay_diligence_free);
  self->diligence = diligence;
  if (diligence->type == ASSAY_TYPE_SUPPLIER && diligence->count.needed > 0
      && assay_diligence_is_approval (diligence->status))
    add_approval (self);
  for (guint i = 0; i < diligence->lists->len; i++)
    gtk_list_box_append (self->list, make_list (self, g_ptr_array_index (diligence->lists, i)));
  gtk_widget_set_visible (GTK_WIDGET (self), diligence->lists->len > 0);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayDiligenceCard) self = data;
  g_autoptr (GError) error = NULL;
  AssayDiligence *diligence = assay_book_ask_finish (ASSAY_BOOK (source), result, &error);

  if (diligence == NULL)
    {
      if (self->context != NULL)
        assay_context_failed (self->context, _ ("The Due Diligence Was Not Read"), error);
    }
  else if (self->context != NULL)
    show_diligence (self, diligence);
  else
    assay_diligence_free (diligence);
}

void
assay_diligence_card_show (AssayDiligenceCard *self, AssayRecord *record)
{
  AssayBook *book;

  g_return_if_fail (ASSAY_IS_DILIGENCE_CARD (self));

  g_set_object (&self->record, record);
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  book = assay_context_get_book (self->context);
  if (book == NULL)
    return;
  self->asking = g_cancellable_new ();
  assay_book_ask_async (
      book, assay_diligence_ask_approval,
      assay_diligence_approval_new (record, assay_context_get_today (self->context)),
      (GDestroyNotify)assay_diligence_approval_free, (GDestroyNotify)assay_diligence_free,
      self->asking, read_cb, g_object_ref (self));
}

GtkListBox *
assay_diligence_card_get_list (AssayDiligenceCard *self)
{
  return self->list;
}

const AssayDiligence *
assay_diligence_card_get (AssayDiligenceCard *self)
{
  return self->diligence;
}

static void
print_cb (AssayDiligenceCard *self)
{
  g_autoptr (AssayRecordJob) job = NULL;
  gint64 id;

  if (self->record == NULL)
    return;
  id = assay_record_get_id (self->record);
  job = assay_record_job_new ("diligence", &id, 1, assay_context_get_today (self->context));
  assay_context_print_records (self->context, job, GTK_PRINT_OPERATION_ACTION_PREVIEW);
}

static void
assay_diligence_card_dispose (GObject *object)
{
  AssayDiligenceCard *self = ASSAY_DILIGENCE_CARD (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_pointer (&child, gtk_widget_unparent);
  self->list = NULL;
  g_clear_object (&self->context);
  g_clear_object (&self->record);
  g_clear_pointer (&self->diligence, assay_diligence_free);
  g_clear_pointer (&self->expanded, g_hash_table_unref);

  G_OBJECT_CLASS (assay_diligence_card_parent_class)->dispose (object);
}

static void
assay_diligence_card_class_init (AssayDiligenceCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_diligence_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
assay_diligence_card_init (AssayDiligenceCard *self)
{
  g_autofree char *definition = assay_diligence_definition ();
  GtkWidget *section, *print;

  self->expanded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Due Diligence"), -1);
  section = assay_section_new (_ ("Due Diligence"), GTK_WIDGET (self->list));
  assay_section_set_explanation (ASSAY_SECTION (section), definition);
  print = assay_icon_button_new ("printer-symbolic", _ ("Due Diligence on Paper"));
  g_signal_connect_object (print, "clicked", G_CALLBACK (print_cb), self, G_CONNECT_SWAPPED);
  assay_section_add_button (ASSAY_SECTION (section), print);
  gtk_widget_set_parent (section, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

AssayDiligenceCard *
assay_diligence_card_new (AssayContext *context)
{
  AssayDiligenceCard *self = g_object_new (ASSAY_TYPE_DILIGENCE_CARD, NULL);

  self->context = g_object_ref (context);
  return self;
}
