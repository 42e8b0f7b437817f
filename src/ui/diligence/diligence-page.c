/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/diligence/diligence-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "record/catalogue.h"
#include "ui/init.h"
#include "ui/record/diligence-card.h"

/* Rows that are made at once: more of them are shown when they are asked for. */
#define MOST_ROWS 100

struct _AssayDiligencePage
{
  AdwNavigationPage parent_instance;

  AssayContext *context;
  GSignalGroup *book_signals;
  GCancellable *asking;
  guint refresh_source;
  GPtrArray *all;   /* AssayDiligence; nullable until it was read */
  GPtrArray *shown; /* of them, borrowed, one a row */
  gboolean whole;   /* rather than the first MOST_ROWS */

  AdwToggleGroup *kinds;
  GtkStack *states;
  GtkLabel *summary;
  GtkListBox *list;
  GtkButton *more;
};

G_DEFINE_FINAL_TYPE (AssayDiligencePage, assay_diligence_page, ADW_TYPE_NAVIGATION_PAGE)

static AssayType
get_type (AssayDiligencePage *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->kinds), "products") == 0
             ? ASSAY_TYPE_PRODUCT
             : ASSAY_TYPE_SUPPLIER;
}

/* Those with needed items open first, then those that are least far. */
static int
compare (gconstpointer a, gconstpointer b)
{
  const AssayDiligence *left = a, *right = b;
  double shares[] = { assay_diligence_share (&left->count), assay_diligence_share (&right->count) };

  if (left->count.needed != right->count.needed)
    return left->count.needed > right->count.needed ? -1 : 1;
  for (guint i = 0; i < 2; i++)
    shares[i] = isnan (shares[i]) ? 2 : shares[i];
  if (shares[0] != shares[1])
    return shares[0] < shares[1] ? -1 : 1;
  return g_utf8_collate (left->title, right->title);
}

/* "Approved · Ten checks 7 of 10 · Supplier validation 8 of 11" */
static char *
describe (const AssayDiligence *diligence)
{
  const AssayRecordType *type = assay_record_type_get (diligence->type);
  const AssayField *status
      = &type->fields[diligence->type == ASSAY_TYPE_SUPPLIER ? (guint)ASSAY_SUPPLIER_STATUS
                                                             : (guint)ASSAY_PRODUCT_STATUS];
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  if (diligence->status != NULL)
    g_strv_builder_add (builder, assay_field_choice_label (status, diligence->status));
  if (diligence->critical)
    g_strv_builder_add (builder, _ ("Critical product"));
  for (guint i = 0; i < diligence->lists->len; i++)
    {
      const AssayDiligenceList *list = g_ptr_array_index (diligence->lists, i);
      g_autofree char *count = assay_diligence_count_words (&list->count);

      /* Translators: a due diligence list; "7 of 10" */
      g_strv_builder_take (builder, g_strdup_printf (_ ("%s %s"), list->name, count));
    }
  parts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", parts);
}

static GtkWidget *
make_row (const AssayDiligence *diligence)
{
  g_autofree char *words = describe (diligence);
  g_autofree char *progress = assay_diligence_progress_words (&diligence->count);
  gboolean approved = diligence->type == ASSAY_TYPE_SUPPLIER && diligence->count.needed > 0
                      && assay_diligence_is_approval (diligence->status);
  GtkWidget *row
      = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "activatable", TRUE, NULL);
  g_autofree char *needed = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u needed", "%u needed", diligence->count.needed),
      diligence->count.needed);
  GtkWidget *label = gtk_label_new (diligence->count.needed > 0 ? needed : "");

  /* Names may hold “&”: markup is off before they come. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), diligence->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, approved ? "warning" : "dimmed");
  if (approved)
    gtk_widget_set_tooltip_text (label, _ ("Approved with needed items open"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), assay_diligence_bar_new (&diligence->count));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  progress, -1);
  return row;
}

static void
show_summary (AssayDiligencePage *self)
{
  guint open = 0, approved = 0;
  g_autofree char *words = NULL, *more = NULL;

  for (guint i = 0; i < self->shown->len; i++)
    {
      const AssayDiligence *one = g_ptr_array_index (self->shown, i);

      open += one->count.needed > 0;
      approved += one->type == ASSAY_TYPE_SUPPLIER && one->count.needed > 0
                  && assay_diligence_is_approval (one->status);
    }
  /* Translators: how many suppliers or products have needed items open, of how many */
  words = g_strdup_printf (_ ("%u of %u with needed items open"), open, self->shown->len);
  if (approved > 0)
    more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %u of them approved",
                                         "%s, %u of them approved", approved),
                            words, approved);
  gtk_label_set_label (self->summary, more != NULL ? more : words);
}

static void
show_rows (AssayDiligencePage *self)
{
  gboolean lists = FALSE;
  guint n;

  if (self->all == NULL || self->list == NULL)
    return;
  gtk_list_box_remove_all (self->list);
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->all->len; i++)
    {
      AssayDiligence *one = g_ptr_array_index (self->all, i);

      if (one->type != get_type (self))
        continue;
      g_ptr_array_add (self->shown, one);
      lists |= one->lists->len > 0;
    }
  g_ptr_array_sort_values (self->shown, compare);
  n = self->whole ? self->shown->len : MIN (self->shown->len, MOST_ROWS);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (self->shown, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->more), n < self->shown->len);
  show_summary (self);
  gtk_stack_set_visible_child_name (self->states, self->shown->len == 0 ? "empty"
                                                  : lists               ? "rows"
                                                                        : "no-lists");
}

static void
show_all (AssayDiligencePage *self)
{
  self->whole = TRUE;
  show_rows (self);
}

static void
activated (AssayDiligencePage *self, GtkListBoxRow *row)
{
  const AssayDiligence *one
      = g_ptr_array_index (self->shown, (guint)gtk_list_box_row_get_index (row));

  assay_context_show_record (self->context, one->type, one->id);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayDiligencePage) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *all = assay_book_ask_finish (ASSAY_BOOK (source), result, &error);

  if (all == NULL)
    {
      if (self->context != NULL)
        assay_context_failed (self->context, _ ("The Due Diligence Was Not Read"), error);
      return;
    }
  if (self->shown != NULL)
    g_ptr_array_set_size (self->shown, 0);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  self->all = all;
  show_rows (self);
}

static void
refresh_cb (gpointer data)
{
  AssayDiligencePage *self = data;
  AssayBook *book = assay_context_get_book (self->context);
  AssayDiligenceQuestion *question;

  self->refresh_source = 0;
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  if (book == NULL)
    return;
  self->asking = g_cancellable_new ();
  question = g_new0 (AssayDiligenceQuestion, 1);
  question->today = assay_context_get_today (self->context);
  assay_book_ask_async (book, assay_diligence_ask_all, question, g_free,
                        (GDestroyNotify)g_ptr_array_unref, self->asking, read_cb,
                        g_object_ref (self));
}

/* Several changes in a row ask once. */
static void
refresh_later (AssayDiligencePage *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add_once (refresh_cb, self);
}

GtkListBox *
assay_diligence_page_get_list (AssayDiligencePage *self)
{
  return self->list;
}

gboolean
assay_diligence_page_is_read (AssayDiligencePage *self)
{
  return self->all != NULL;
}

static void
assay_diligence_page_dispose (GObject *object)
{
  AssayDiligencePage *self = ASSAY_DILIGENCE_PAGE (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->book_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_DILIGENCE_PAGE);
  self->list = NULL;
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (assay_diligence_page_parent_class)->dispose (object);
}

static void
assay_diligence_page_class_init (AssayDiligencePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_diligence_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "diligence/diligence-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayDiligencePage, kinds);
  gtk_widget_class_bind_template_child (widget_class, AssayDiligencePage, states);
  gtk_widget_class_bind_template_child (widget_class, AssayDiligencePage, summary);
  gtk_widget_class_bind_template_child (widget_class, AssayDiligencePage, list);
  gtk_widget_class_bind_template_child (widget_class, AssayDiligencePage, more);
  gtk_widget_class_bind_template_callback (widget_class, show_rows);
  gtk_widget_class_bind_template_callback (widget_class, show_all);
  gtk_widget_class_bind_template_callback (widget_class, activated);
}

static void
assay_diligence_page_init (AssayDiligencePage *self)
{
  self->shown = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
assay_diligence_page_new (AssayContext *context)
{
  AssayDiligencePage *self = g_object_new (ASSAY_TYPE_DILIGENCE_PAGE, NULL);

  self->context = g_object_ref (context);
  self->book_signals = g_signal_group_new (ASSAY_TYPE_BOOK);
  g_signal_group_connect_object (self->book_signals, "changed", G_CALLBACK (refresh_later), self,
                                 G_CONNECT_SWAPPED);
  g_object_bind_property (context, "book", self->book_signals, "target", G_BINDING_SYNC_CREATE);
  refresh_later (self);
  return ADW_NAVIGATION_PAGE (self);
}
