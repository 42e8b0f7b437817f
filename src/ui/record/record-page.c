/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/record/record-page.h"

#include <glib/gi18n-lib.h>

#include "store/records.h"
#include "ui/init.h"
#include "ui/record/columns.h"

typedef struct
{
  AssayContext *context;
  AssayBook *book; /* the one that is listened to */
  gint64 id;
  AssayRecord *record;
  GCancellable *cancellable;
  guint pending; /* source of a read that several changes share */
  gboolean stale;

  AdwWindowTitle *title;
  AdwHeaderBar *header;
  GtkMenuButton *more;
  GMenu *commands; /* NULL until there is one; owned by the menu */
  GtkStack *stack;
  AdwStatusPage *gone;
  GtkBox *content;
  GtkBox *head;
  GtkBox *main;
  GtkBox *side;
} AssayRecordPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AssayRecordPage, assay_record_page, ADW_TYPE_NAVIGATION_PAGE)

#define PRIVATE(self)                                                                              \
  ((AssayRecordPagePrivate *)assay_record_page_get_instance_private ((AssayRecordPage *)(self)))

typedef struct
{
  AssayRecordPageClass *klass;
  AssayPageQuestion question;
} Question;

typedef struct
{
  AssayRecordPageClass *klass;
  AssayRecord *record; /* NULL: there is none */
  gpointer answer;
} Answer;

static void
answer_free (Answer *answer)
{
  g_clear_object (&answer->record);
  if (answer->answer != NULL && answer->klass->free_answer != NULL)
    answer->klass->free_answer (answer->answer);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gboolean
read_record (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Question *question = data;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  g_autoptr (GError) local = NULL;

  answer->klass = question->klass;
  answer->record = assay_records_get (db, question->klass->type, question->question.id, &local);
  if (answer->record == NULL)
    {
      if (local == NULL || g_error_matches (local, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_GONE))
        {
          *result = g_steal_pointer (&answer);
          return TRUE;
        }
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  if (!assay_lead_time_rules_read (db, &question->question.rules, error))
    return FALSE;
  if (question->klass->read != NULL)
    {
      answer->answer = question->klass->read (db, answer->record, &question->question, &local);
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  *result = g_steal_pointer (&answer);
  return TRUE;
}

static void
show_gone (AssayRecordPage *self)
{
  AssayRecordPagePrivate *priv = PRIVATE (self);
  const AssayRecordType *type = assay_record_type_get (ASSAY_RECORD_PAGE_GET_CLASS (self)->type);
  /* Translators: a type of record, as in "Supplier" */
  g_autofree char *words = g_strdup_printf (_ ("%s Not Found"), assay_record_type_label (type));

  g_clear_object (&priv->record);
  adw_status_page_set_title (priv->gone, words);
  adw_status_page_set_icon_name (priv->gone, type->icon);
  gtk_stack_set_visible_child_name (priv->stack, "gone");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.edit", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.delete", FALSE);
}

static void
show_record (AssayRecordPage *self, AssayRecord *record, gpointer answer)
{
  AssayRecordPagePrivate *priv = PRIVATE (self);
  g_autofree char *title = assay_record_dup_title (record);
  g_autofree char *subtitle = assay_record_dup_subtitle (record);
  gboolean writable = !assay_book_is_read_only (priv->book);

  g_set_object (&priv->record, record);
  if (title == NULL || *title == '\0')
    g_set_str (&title, assay_record_type_label (assay_record_describe (record)));
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  adw_window_title_set_title (priv->title, title);
  adw_window_title_set_subtitle (priv->title, subtitle != NULL ? subtitle : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.edit", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.delete", writable);
  ASSAY_RECORD_PAGE_GET_CLASS (self)->show (self, record, answer);
  gtk_stack_set_visible_child_name (priv->stack, "record");
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AssayRecordPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = assay_book_ask_finish (ASSAY_BOOK (source), result, &error);

  if (PRIVATE (self)->context == NULL)
    return;
  if (answer == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        assay_context_failed (PRIVATE (self)->context, _ ("Cannot read the record"), error);
      return;
    }
  if (answer->record == NULL)
    show_gone (self);
  else
    show_record (self, answer->record, g_steal_pointer (&answer->answer));
}

static void
read_again (AssayRecordPage *self)
{
  AssayRecordPagePrivate *priv = PRIVATE (self);
  Question *question;

  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  priv->stale = FALSE;
  if (priv->book == NULL)
    return;
  priv->cancellable = g_cancellable_new ();
  question = g_new0 (Question, 1);
  question->klass = ASSAY_RECORD_PAGE_GET_CLASS (self);
  question->question.id = priv->id;
  question->question.today = assay_context_get_today (priv->context);
  assay_book_ask_async (priv->book, read_record, question, g_free, (GDestroyNotify)answer_free,
                        priv->cancellable, read_cb, g_object_ref (self));
}

static gboolean
pending_cb (gpointer data)
{
  PRIVATE (data)->pending = 0;
  read_again (data);
  return G_SOURCE_REMOVE;
}

/* Pages below the visible one wait until they are seen again. */
static void
changed_cb (AssayRecordPage *self)
{
  AssayRecordPagePrivate *priv = PRIVATE (self);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    priv->stale = TRUE;
  else if (priv->pending == 0)
    priv->pending = g_idle_add (pending_cb, self);
}

static void
edit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AssayRecordPagePrivate *priv = PRIVATE (widget);

  if (priv->record != NULL)
    assay_context_edit_record (priv->context, priv->record);
}

static void
delete_record (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AssayRecordPagePrivate *priv = PRIVATE (widget);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (priv->record == NULL)
    return;
  g_array_append_val (ids, priv->id);
  assay_context_delete_records (priv->context, ASSAY_RECORD_PAGE_GET_CLASS (widget)->type, ids);
}

static void
assay_record_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (assay_record_page_parent_class)->map (widget);

  if (PRIVATE (widget)->stale)
    read_again (ASSAY_RECORD_PAGE (widget));
}

static void
assay_record_page_dispose (GObject *object)
{
  AssayRecordPagePrivate *priv = PRIVATE (object);

  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  g_clear_handle_id (&priv->pending, g_source_remove);
  g_clear_object (&priv->record);
  g_clear_object (&priv->book);
  g_clear_object (&priv->context);
  gtk_widget_dispose_template (GTK_WIDGET (object), ASSAY_TYPE_RECORD_PAGE);

  G_OBJECT_CLASS (assay_record_page_parent_class)->dispose (object);
}

static void
assay_record_page_class_init (AssayRecordPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_record_page_dispose;
  widget_class->map = assay_record_page_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "record/record-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, AssayRecordPage, title);
  gtk_widget_class_bind_template_child_private (widget_class, AssayRecordPage, header);
  gtk_widget_class_bind_template_child_private (widget_class, AssayRecordPage, more);
  gtk_widget_class_bind_template_child_private (widget_class, AssayRecordPage, stack);
  gtk_widget_class_bind_template_child_private (widget_class, AssayRecordPage, gone);
  gtk_widget_class_bind_template_child_private (widget_class, AssayRecordPage, head);
  gtk_widget_class_bind_template_child_private (widget_class, AssayRecordPage, content);

  gtk_widget_class_install_action (widget_class, "record.edit", NULL, edit);
  gtk_widget_class_install_action (widget_class, "record.delete", NULL, delete_record);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "record.edit",
                                       NULL);
}

static void
assay_record_page_init (AssayRecordPage *self)
{
  AssayRecordPagePrivate *priv = PRIVATE (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  priv->main = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  priv->side = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  gtk_box_append (priv->content,
                  assay_columns_new (GTK_WIDGET (priv->main), GTK_WIDGET (priv->side)));
}

/**
 * assay_record_page_new:
 * @page_type: a subclass
 * @context: the context of the window, with an open book
 * @id: the record; it may be gone
 */
AdwNavigationPage *
assay_record_page_new (GType page_type, AssayContext *context, gint64 id)
{
  AssayRecordPage *self = g_object_new (page_type, NULL);
  AssayRecordPagePrivate *priv = PRIVATE (self);
  const AssayRecordType *type = assay_record_type_get (ASSAY_RECORD_PAGE_GET_CLASS (self)->type);

  priv->context = g_object_ref (context);
  priv->id = id;
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), assay_record_type_label (type));
  if (assay_context_get_book (context) != NULL)
    {
      priv->book = g_object_ref (assay_context_get_book (context));
      g_signal_connect_object (priv->book, "changed", G_CALLBACK (changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  read_again (self);
  return ADW_NAVIGATION_PAGE (self);
}

AssayContext *
assay_record_page_get_context (AssayRecordPage *self)
{
  return PRIVATE (self)->context;
}

AssayRecord *
assay_record_page_get_record (AssayRecordPage *self)
{
  return PRIVATE (self)->record;
}

GtkBox *
assay_record_page_get_head (AssayRecordPage *self)
{
  return PRIVATE (self)->head;
}

GtkBox *
assay_record_page_get_main (AssayRecordPage *self)
{
  return PRIVATE (self)->main;
}

GtkBox *
assay_record_page_get_side (AssayRecordPage *self)
{
  return PRIVATE (self)->side;
}

void
assay_record_page_add_menu (AssayRecordPage *self, const char *label, const char *action)
{
  AssayRecordPagePrivate *priv = PRIVATE (self);

  if (priv->commands == NULL)
    {
      g_autoptr (GMenu) commands = g_menu_new ();

      priv->commands = commands;
      g_menu_prepend_section (G_MENU (gtk_menu_button_get_menu_model (priv->more)), NULL,
                              G_MENU_MODEL (commands));
    }
  g_menu_append (priv->commands, label, action);
}

/**
 * assay_record_page_query:
 * @type: the type of the rows
 * @field: a REFERENCE field of it
 *
 * Returns: (transfer full): the rows whose @field is the page's record
 */
AssayQuery *
assay_record_page_query (AssayRecordPage *self, AssayType type, guint field)
{
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;
  AssayQuery *query = assay_query_new (type);

  assay_value_set_integer (&value, PRIVATE (self)->id);
  assay_query_add_filter (query, field, ASSAY_FILTER_IS, &value);
  return query;
}
