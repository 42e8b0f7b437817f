/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/products/test-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "insight/test-protocols.h"
#include "ui/record/section.h"
#include "ui/products/test-edit.h"
#include "ui/widgets/movable-rows.h"

/* A limit of this length stands in one line. */
#define LIMIT_CHARS 14

struct _AssayTestList
{
  GtkWidget parent_instance;

  AssayContext *context;
  AssayType type;
  GPtrArray *tests;
  GtkListBox *list;
  gint64 focused; /* the test whose row has the cursor, while rows are made anew */
};

G_DEFINE_FINAL_TYPE (AssayTestList, assay_test_list, GTK_TYPE_WIDGET)

static guint
field_of (AssayTestList *self, guint requirement_field)
{
  return self->type == ASSAY_TYPE_REQUIREMENT
             ? requirement_field
             : requirement_field - ASSAY_REQUIREMENT_POSITION + ASSAY_PROTOCOL_TEST_POSITION;
}

/* Moving */

static void
reordered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayTestList) self = data;
  g_autoptr (GError) error = NULL;

  if (!assay_tests_reorder_finish (ASSAY_BOOK (source), result, &error) && self->context != NULL)
    assay_context_failed (self->context, _ ("The Test Was Not Moved"), error);
}

static void show_tests (AssayTestList *self);

void
assay_test_list_move (AssayTestList *self, guint from, guint to)
{
  AssayBook *book = assay_context_get_book (self->context);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  AssayRecord *moved;

  if (from == to || from >= self->tests->len || to >= self->tests->len || book == NULL
      || assay_book_is_read_only (book))
    return;
  moved = g_ptr_array_steal_index (self->tests, from);
  g_ptr_array_insert (self->tests, (int)to, moved);
  for (guint i = 0; i < self->tests->len; i++)
    {
      gint64 id = assay_record_get_id (self->tests->pdata[i]);

      g_array_append_val (ids, id);
    }
  self->focused = assay_record_get_id (moved);
  /* At once: the book follows, and says so to the page. */
  show_tests (self);
  assay_tests_reorder_async (book, self->type, ids, reordered_cb, g_object_ref (self));
}

/* Rows */

static void
activated_cb (AssayTestList *self, GtkListBoxRow *row)
{
  assay_context_edit_record (self->context, self->tests->pdata[gtk_list_box_row_get_index (row)]);
}

static void
delete_at (AssayTestList *self, guint index)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = assay_record_get_id (self->tests->pdata[index]);

  g_array_append_val (ids, id);
  if (self->tests->len > 1)
    self->focused = assay_record_get_id (
        self->tests->pdata[index + 1 < self->tests->len ? index + 1 : index - 1]);
  assay_context_delete_records (self->context, self->type, ids);
}

static void
delete_cb (AssayTestList *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  delete_at (self, (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static void
move_row (gpointer owner, guint from, guint to)
{
  assay_test_list_move (owner, from, to);
}

static void
remove_row (gpointer owner, guint index)
{
  delete_at (owner, index);
}

static const AssayMovableRows movable = { move_row, remove_row };

/* "Tear strength · Shell" */
static char *
dup_title (AssayTestList *self, AssayRecord *test)
{
  const char *property = assay_record_get_text (test, field_of (self, ASSAY_REQUIREMENT_PROPERTY));
  const char *component = NULL;

  if (self->type == ASSAY_TYPE_REQUIREMENT
      && assay_record_is_known (test, ASSAY_REQUIREMENT_COMPONENT))
    component = assay_record_get_reference_title (test, ASSAY_REQUIREMENT_COMPONENT);
  if (property == NULL)
    property = "";
  return component != NULL ? g_strdup_printf ("%s · %s", property, component) : g_strdup (property);
}

/* How it is tested, then what is asked beside the limit, then where the limit comes from. */
static char *
dup_subtitle (AssayTestList *self, AssayRecord *test)
{
  g_autofree char *method = assay_test_dup_method (test);
  g_autofree char *terms = assay_test_dup_terms (test);
  const char *source = assay_record_get_text (test, field_of (self, ASSAY_REQUIREMENT_SOURCE));
  g_autoptr (GString) words = g_string_new (method);

  if (*terms != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", terms);
  if (source != NULL)
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", source);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static GtkWidget *
make_row (AssayTestList *self, AssayRecord *test)
{
  g_autofree char *title = dup_title (self, test);
  g_autofree char *subtitle = dup_subtitle (self, test);
  g_autofree char *limit = assay_test_dup_limit (test);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title,
                                 "subtitle", subtitle, "activatable", TRUE, NULL);
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkWidget *words
      = g_object_new (GTK_TYPE_LABEL, "label", limit, "xalign", 1.0, "wrap", TRUE, "width-chars",
                      (int)MIN (g_utf8_strlen (limit, -1), LIMIT_CHARS), "max-width-chars",
                      LIMIT_CHARS, "justify", GTK_JUSTIFY_RIGHT, NULL);
  GtkWidget *button = assay_icon_button_new ("user-trash-symbolic", _ ("Delete This Test"));

  gtk_widget_add_css_class (handle, "dimmed");
  gtk_widget_add_css_class (words, "numeric");
  gtk_widget_set_tooltip_text (handle, _ ("Drag, or press Alt+Up or Alt+Down, to Move"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), handle);
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), words);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  assay_movable_rows_add (self->list, row);
  return row;
}

static void
note_focus (AssayTestList *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  guint index;

  if (self->focused != 0 || row == NULL || !GTK_IS_LIST_BOX_ROW (row))
    return;
  index = (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  if (index < self->tests->len)
    self->focused = assay_record_get_id (self->tests->pdata[index]);
}

static void
show_tests (AssayTestList *self)
{
  GtkWidget *focus = NULL;

  assay_list_box_clear (self->list);
  for (guint i = 0; i < self->tests->len; i++)
    {
      GtkWidget *row = make_row (self, self->tests->pdata[i]);

      gtk_list_box_append (self->list, row);
      if (self->focused != 0 && assay_record_get_id (self->tests->pdata[i]) == self->focused)
        focus = row;
    }
  if (focus != NULL)
    gtk_widget_grab_focus (focus);
}

void
assay_test_list_set_tests (AssayTestList *self, GPtrArray *tests)
{
  note_focus (self);
  g_ptr_array_unref (self->tests);
  self->tests = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < tests->len; i++)
    g_ptr_array_add (self->tests, g_object_ref (tests->pdata[i]));
  show_tests (self);
  self->focused = 0;
}

guint
assay_test_list_get_n_tests (AssayTestList *self)
{
  return self->tests->len;
}

AssayRecord *
assay_test_list_get_test (AssayTestList *self, guint index)
{
  return self->tests->pdata[index];
}

AssayRecord *
assay_test_list_new_test (AssayTestList *self, AssayRecord *owner)
{
  AssayRecord *test = assay_record_new (self->type);
  guint owner_field = (guint)assay_record_type_get (self->type)->owner;
  guint position = field_of (self, ASSAY_REQUIREMENT_POSITION);
  g_autofree char *title = assay_record_dup_title (owner);
  gint64 last = self->tests->len;

  for (guint i = 0; i < self->tests->len; i++)
    last = MAX (last, assay_record_get_integer (self->tests->pdata[i], position, 0));
  assay_record_set_reference (test, owner_field, assay_record_get_id (owner));
  assay_record_set_reference_title (test, owner_field, title);
  assay_record_set_integer (test, position, last + 1);
  return test;
}

static void
assay_test_list_dispose (GObject *object)
{
  AssayTestList *self = ASSAY_TEST_LIST (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  self->list = NULL;
  g_clear_object (&self->context);

  G_OBJECT_CLASS (assay_test_list_parent_class)->dispose (object);
}

static void
assay_test_list_finalize (GObject *object)
{
  g_ptr_array_unref (ASSAY_TEST_LIST (object)->tests);

  G_OBJECT_CLASS (assay_test_list_parent_class)->finalize (object);
}

static void
assay_test_list_class_init (AssayTestListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_test_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = assay_test_list_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
assay_test_list_init (AssayTestList *self)
{
  self->tests = g_ptr_array_new_with_free_func (g_object_unref);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Tests"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  assay_movable_rows_set_up (self->list, &movable, self);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

AssayTestList *
assay_test_list_new (AssayContext *context, AssayType type, const char *empty)
{
  AssayTestList *self = g_object_new (ASSAY_TYPE_TEST_LIST, NULL);
  GtkWidget *words
      = g_object_new (GTK_TYPE_LABEL, "label", empty, "wrap", TRUE, "xalign", 0.0, "margin-top", 12,
                      "margin-bottom", 12, "margin-start", 12, "margin-end", 12, NULL);

  self->context = g_object_ref (context);
  self->type = type;
  gtk_widget_add_css_class (words, "dimmed");
  gtk_list_box_set_placeholder (self->list, words);
  return self;
}
