/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/suppliers/merge-page.h"

#include <glib/gi18n-lib.h>

#include "record/format.h"
#include "store/merge.h"
#include "store/records.h"
#include "ui/init.h"

struct _AssayMergePage
{
  AdwNavigationPage parent_instance;

  AdwPreferencesGroup *differences;
  AdwPreferencesGroup *rest;
  GtkWidget *merge;

  AssayContext *context;
  AssayRecord *from, *into;
  GtkCheckButton *theirs[ASSAY_SUPPLIER_N_FIELDS]; /* of the one that goes; NULL: does not differ */
};

G_DEFINE_FINAL_TYPE (AssayMergePage, assay_merge_page, ADW_TYPE_NAVIGATION_PAGE)

static guint merged_signal;

typedef struct
{
  gint64 from, into;
  gboolean take[ASSAY_SUPPLIER_N_FIELDS];
} Wish;

static gboolean
merge_func (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  const Wish *wish = data;
  const AssayMerge merge = { .from = wish->from, .into = wish->into, .take = wish->take };

  return assay_merge_suppliers (db, &merge, 1, NULL, error);
}

static void
merged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayMergePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *from = NULL, *message = NULL;

  assay_book_change_finish (ASSAY_BOOK (source), result, &error);
  if (self->context == NULL)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.merge", TRUE);
  if (error != NULL)
    {
      assay_context_failed (self->context, _ ("The Suppliers Were Not Merged"), error);
      return;
    }
  from = assay_record_dup_title (self->from);
  /* Translators: %s is the supplier that went into another one. */
  message = g_strdup_printf (_ ("“%s” merged"), from);
  assay_context_toast_undo (self->context, message);
  g_signal_emit (self, merged_signal, 0);
}

static void
merge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayMergePage *self = ASSAY_MERGE_PAGE (widget);
  AssayBook *book = assay_context_get_book (self->context);
  g_autofree char *from = assay_record_dup_title (self->from);
  g_autofree char *into = assay_record_dup_title (self->into);
  g_autofree char *label = g_strdup_printf (_ ("Merge “%s” into “%s”"), from, into);
  Wish *wish;

  if (book == NULL || assay_book_is_read_only (book))
    return;
  wish = g_new0 (Wish, 1);
  wish->from = assay_record_get_id (self->from);
  wish->into = assay_record_get_id (self->into);
  for (guint i = 0; i < ASSAY_SUPPLIER_N_FIELDS; i++)
    wish->take[i] = self->theirs[i] != NULL && gtk_check_button_get_active (self->theirs[i]);
  gtk_widget_action_set_enabled (widget, "merge.merge", FALSE);
  assay_book_change_async (book, label, merge_func, wish, g_free, NULL, NULL, merged_cb,
                           g_object_ref (self));
}

/* Side by side, each half as wide as the other. */
static GtkWidget *
add_pair (AssayMergePage *self, GtkWidget *left, GtkWidget *right, const char *title)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_set_homogeneous (GTK_BOX (pair), TRUE);
  gtk_box_append (GTK_BOX (pair), left);
  gtk_box_append (GTK_BOX (pair), right);
  if (title != NULL)
    {
      GtkWidget *label = gtk_label_new (title);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_add_css_class (label, "caption-heading");
      gtk_widget_add_css_class (label, "dimmed");
      gtk_box_append (GTK_BOX (box), label);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
    }
  gtk_box_append (GTK_BOX (box), pair);
  g_object_set (box, "margin-top", 9, "margin-bottom", 9, "margin-start", 12, "margin-end", 12,
                NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (self->differences, row);
  return row;
}

static GtkWidget *
make_wrapped (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_lines (GTK_LABEL (label), 6);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static GtkCheckButton *
make_choice (AssayMergePage *self, AssayRecord *record, guint field)
{
  const AssayField *described = &assay_record_describe (record)->fields[field];
  g_autofree char *value
      = assay_format_display (record, field, assay_context_get_units (self->context));
  g_autofree char *spoken = NULL;
  GtkWidget *button = gtk_check_button_new ();

  /* Translators: a field and one of two values of it, for a screen reader: “City: Hải Phòng”. */
  spoken = g_strdup_printf (_ ("%s: %s"), assay_field_label (described), value);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), make_wrapped (value));
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  return GTK_CHECK_BUTTON (button);
}

static void
add_choice (AssayMergePage *self, guint field)
{
  const AssayField *described = &assay_record_describe (self->into)->fields[field];
  GtkCheckButton *ours = make_choice (self, self->into, field);

  self->theirs[field] = make_choice (self, self->from, field);
  gtk_check_button_set_group (self->theirs[field], ours);
  gtk_check_button_set_active (ours, TRUE);
  add_pair (self, GTK_WIDGET (ours), GTK_WIDGET (self->theirs[field]),
            assay_field_label (described));
}

static void
add_line (AssayMergePage *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (self->rest, row);
}

static void
add_fields (AssayMergePage *self)
{
  const AssayRecordType *type = assay_record_describe (self->into);
  g_autoptr (GString) filled = g_string_new (NULL);

  for (guint i = 0; i < type->n_fields; i++)
    {
      gboolean known = assay_record_is_known (self->from, i);

      if (!known || !assay_merge_has_field (i)
          || assay_value_equal (assay_record_get_value (self->from, i),
                                assay_record_get_value (self->into, i)))
        continue;
      if (assay_record_is_known (self->into, i))
        add_choice (self, i);
      else
        g_string_append_printf (filled, "%s%s", filled->len > 0 ? ", " : "",
                                assay_field_label (&type->fields[i]));
    }
  if (filled->len > 0)
    add_line (self, _ ("Known of one of them only, and kept"), filled->str);
  add_line (self, _ ("Orders, contacts, files and all else of both belong to the one that stays"),
            _ ("One step, which Undo takes back"));
}

static void
assay_merge_page_dispose (GObject *object)
{
  AssayMergePage *self = ASSAY_MERGE_PAGE (object);

  g_clear_object (&self->context);
  g_clear_object (&self->from);
  g_clear_object (&self->into);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_MERGE_PAGE);

  G_OBJECT_CLASS (assay_merge_page_parent_class)->dispose (object);
}

static void
assay_merge_page_class_init (AssayMergePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_merge_page_dispose;
  merged_signal = g_signal_new ("merged", ASSAY_TYPE_MERGE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "suppliers/merge-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayMergePage, differences);
  gtk_widget_class_bind_template_child (widget_class, AssayMergePage, rest);
  gtk_widget_class_bind_template_child (widget_class, AssayMergePage, merge);
  gtk_widget_class_install_action (widget_class, "merge.merge", NULL, merge_action);
}

static void
assay_merge_page_init (AssayMergePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
assay_merge_page_new (AssayContext *context, gint64 from, gint64 into)
{
  AssayMergePage *self;
  AssayBook *book = assay_context_get_book (context);
  AssayDb *db = book != NULL ? assay_book_get_reader (book) : NULL;
  g_autoptr (AssayRecord) goes = NULL, stays = NULL;
  g_autoptr (GError) error = NULL;

  if (db == NULL)
    return NULL;
  goes = assay_records_get (db, ASSAY_TYPE_SUPPLIER, from, &error);
  stays = goes != NULL ? assay_records_get (db, ASSAY_TYPE_SUPPLIER, into, &error) : NULL;
  if (stays == NULL)
    {
      assay_context_failed (context, _ ("The Supplier Could Not Be Read"), error);
      return NULL;
    }
  self = g_object_new (ASSAY_TYPE_MERGE_PAGE, NULL);
  self->context = g_object_ref (context);
  self->from = g_steal_pointer (&goes);
  self->into = g_steal_pointer (&stays);
  add_fields (self);
  return ADW_NAVIGATION_PAGE (self);
}
