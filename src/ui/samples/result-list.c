/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/samples/result-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "insight/sample-tests.h"
#include "ui/record/section.h"

struct _AssayResultList
{
  GtkWidget parent_instance;

  AssayContext *context;
  GtkListBox *box;
  GPtrArray *rows; /* Row, in order; each lives with its widget */
};

G_DEFINE_FINAL_TYPE (AssayResultList, assay_result_list, GTK_TYPE_WIDGET)

typedef struct
{
  AssayResultList *list; /* that it is in */
  AssayRecord *test;
  GtkWidget *widget;
  GtkLabel *title;
  GtkLabel *asked;
  GtkLabel *laboratory;
  GtkEntry *entry;
  GtkLabel *value;
  GtkLabel *message;
  GtkImage *mark;
  GtkLabel *verdict;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_object_unref (row->test);
  g_free (row);
}

static gboolean
is_in_house (const AssayRecord *test)
{
  return g_strcmp0 (assay_record_get_text (test, ASSAY_SAMPLE_TEST_PLACE), "in_house") == 0;
}

/* Showing */

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
join (GString *words, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", part);
}

static void
show_asked (Row *row)
{
  g_autofree char *method = assay_sample_test_dup_method (row->test);
  g_autofree char *asked = assay_sample_test_dup_asked (row->test);
  g_autoptr (GString) words = g_string_new (NULL), laboratory = g_string_new (NULL);
  const char *report = assay_record_get_text (row->test, ASSAY_SAMPLE_TEST_REPORT_NUMBER);
  const char *number = assay_record_get_text (row->test, ASSAY_SAMPLE_TEST_ACCREDITATION);

  join (words, assay_record_get_reference_title (row->test, ASSAY_SAMPLE_TEST_COMPONENT));
  join (words, asked);
  join (words, method);
  show_text (row->asked, words->str);
  join (laboratory, assay_record_get_reference_title (row->test, ASSAY_SAMPLE_TEST_LABORATORY));
  if (number != NULL)
    {
      /* Translators: the number under which a laboratory is accredited */
      g_autofree char *said = g_strdup_printf (_ ("accreditation %s"), number);

      join (laboratory, said);
    }
  else if (assay_record_get_flag (row->test, ASSAY_SAMPLE_TEST_ACCREDITED))
    join (laboratory, _ ("accredited laboratory needed, no accreditation number yet"));
  if (report != NULL)
    {
      g_autofree char *said = g_strdup_printf (_ ("report %s"), report);

      join (laboratory, said);
    }
  join (laboratory, assay_record_get_text (row->test, ASSAY_SAMPLE_TEST_CONDITIONING));
  show_text (row->laboratory, laboratory->str);
}

static void
show_verdict (Row *row)
{
  static const struct
  {
    const char *icon, *style, *words;
  } verdicts[] = {
    [ASSAY_TEST_OPEN] = { "content-loading-symbolic", "dimmed", N_ ("Open") },
    [ASSAY_TEST_PASS] = { "object-select-symbolic", "success", N_ ("Pass") },
    [ASSAY_TEST_FAIL] = { "dialog-error-symbolic", "error", N_ ("Fail") },
  };
  AssayTestVerdict verdict;
  g_autofree char *value = NULL;

  assay_sample_test_judge (row->test, &verdict);
  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (row->mark), verdicts[i].style);
      gtk_widget_remove_css_class (GTK_WIDGET (row->verdict), verdicts[i].style);
    }
  gtk_image_set_from_icon_name (row->mark, verdicts[verdict.outcome].icon);
  gtk_label_set_label (row->verdict, _ (verdicts[verdict.outcome].words));
  gtk_widget_add_css_class (GTK_WIDGET (row->mark), verdicts[verdict.outcome].style);
  gtk_widget_add_css_class (GTK_WIDGET (row->verdict), verdicts[verdict.outcome].style);
  value = assay_sample_test_dup_value (row->test, &verdict);
  if (verdict.n > 1 && *value != '\0')
    {
      g_autofree char *least
          = assay_test_value_format (verdict.least, assay_sample_test_scale (row->test));
      g_autofree char *most
          = assay_test_value_format (verdict.most, assay_sample_test_scale (row->test));
      /* Translators: the value that is judged; how many; the least and the greatest */
      g_autofree char *words
          = g_strdup_printf (_ ("%s · n %u · %s to %s"), value, verdict.n, least, most);

      show_text (row->value, words);
    }
  else
    show_text (row->value, NULL);
}

static void
set_invalid (Row *row, gboolean invalid)
{
  if (invalid)
    gtk_widget_add_css_class (GTK_WIDGET (row->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               invalid ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/* The results as the book has them. */
static char *
dup_stored (Row *row)
{
  g_autoptr (GArray) readings = assay_sample_test_readings (row->test, NULL);

  if (readings == NULL)
    return g_strdup (assay_record_get_text (row->test, ASSAY_SAMPLE_TEST_READINGS));
  return assay_test_readings_format (readings, assay_sample_test_scale (row->test));
}

static void
show_row (Row *row, gboolean with_entry)
{
  const char *property = assay_record_get_text (row->test, ASSAY_SAMPLE_TEST_PROPERTY);
  g_autofree char *reason = assay_sample_test_dup_reason (row->test);
  g_autofree char *name
      /* Translators: the entry for the results of a test */
      = g_strdup_printf (_ ("Results of %s"), property != NULL ? property : "");
  g_autofree char *stored = dup_stored (row);
  AssayTestScale scale = assay_sample_test_scale (row->test);

  gtk_label_set_label (row->title, property != NULL ? property : "");
  show_asked (row);
  show_verdict (row);
  gtk_entry_set_placeholder_text (row->entry, scale == ASSAY_SCALE_PASS_FAIL ? _ ("pass; fail")
                                              : assay_test_scale_has_grades (scale)
                                                  ? _ ("grades, such as 4; 4-5")
                                                  : _ ("results, such as 27.4; 26.9"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  if (!with_entry)
    return;
  gtk_editable_set_text (GTK_EDITABLE (row->entry), stored != NULL ? stored : "");
  show_text (row->message, reason);
  set_invalid (row, FALSE);
}

/* Typing */

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayContext) context = data;
  g_autoptr (GError) error = NULL;

  if (!assay_book_done_finish (ASSAY_BOOK (source), result, &error))
    assay_context_failed (context, _ ("The Results Were Not Saved"), error);
}

/* FALSE: what was typed cannot be read; it stays and the row says why. */
static gboolean
commit (Row *row)
{
  AssayResultList *self = row->list;
  AssayBook *book = assay_context_get_book (self->context);
  AssayTestScale scale = assay_sample_test_scale (row->test);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row->entry));
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) readings = assay_test_readings_parse (text, scale, &error);
  g_autofree char *stored = NULL;
  g_autoptr (AssayRecord) copy = NULL;

  if (readings == NULL)
    {
      show_text (row->message, error->message);
      set_invalid (row, TRUE);
      return FALSE;
    }
  set_invalid (row, FALSE);
  stored = assay_test_readings_to_string (readings, scale);
  if (g_strcmp0 (stored, assay_record_get_text (row->test, ASSAY_SAMPLE_TEST_READINGS)) == 0)
    {
      show_row (row, TRUE);
      return TRUE;
    }
  if (book == NULL || assay_book_is_read_only (book))
    return FALSE;
  copy = assay_record_copy (row->test);
  assay_record_set_text (copy, ASSAY_SAMPLE_TEST_READINGS, stored);
  /* What is tested here is tested now; a laboratory says when it tested. */
  if (stored != NULL && is_in_house (copy)
      && !assay_record_is_known (copy, ASSAY_SAMPLE_TEST_TESTED_ON))
    assay_record_set_date (copy, ASSAY_SAMPLE_TEST_TESTED_ON,
                           assay_context_get_today (self->context));
  assay_book_save_async (book, copy, NULL, saved_cb, g_object_ref (self->context));
  /* At once; the book's answer follows. */
  g_set_object (&row->test, copy);
  show_row (row, TRUE);
  return TRUE;
}

static void
activate_cb (GtkEntry *entry, Row *row)
{
  AssayResultList *self = row->list;
  guint index;

  if (!commit (row) || !g_ptr_array_find (self->rows, row, &index))
    return;
  if (index + 1 < self->rows->len)
    {
      Row *next = g_ptr_array_index (self->rows, index + 1);

      gtk_widget_grab_focus (GTK_WIDGET (next->entry));
    }
}

static void
leave_cb (GtkEventControllerFocus *controller, Row *row)
{
  commit (row);
}

/* What was typed is left alone until it is finished. */
static void
changed_cb (GtkEditable *editable, Row *row)
{
  if (gtk_widget_has_css_class (GTK_WIDGET (row->entry), "error"))
    {
      set_invalid (row, FALSE);
      show_text (row->message, NULL);
    }
}

static void
edit_cb (GtkButton *button, Row *row)
{
  assay_context_edit_record (row->list->context, row->test);
}

/* Building */

static GtkLabel *
make_label (const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return GTK_LABEL (label);
}

static GtkWidget *
make_first_line (Row *row)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = assay_icon_button_new ("document-edit-symbolic", _ ("Edit This Test"));

  row->title = make_label ("heading");
  gtk_widget_set_hexpand (GTK_WIDGET (row->title), TRUE);
  row->mark = GTK_IMAGE (
      g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  row->verdict = GTK_LABEL (gtk_label_new (NULL));
  g_signal_connect (button, "clicked", G_CALLBACK (edit_cb), row);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (row->title));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (row->mark));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (row->verdict));
  gtk_box_append (GTK_BOX (line), button);
  return line;
}

static GtkWidget *
make_entry_line (Row *row)
{
  GtkWidget *line = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 12, "line-spacing", 6, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  row->entry = g_object_new (GTK_TYPE_ENTRY, "width-chars", 24, "max-width-chars", 36, "hexpand",
                             FALSE, NULL);
  row->value = make_label ("numeric");
  g_signal_connect (row->entry, "activate", G_CALLBACK (activate_cb), row);
  g_signal_connect (row->entry, "changed", G_CALLBACK (changed_cb), row);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), row);
  gtk_widget_add_controller (GTK_WIDGET (row->entry), focus);
  adw_wrap_box_append (ADW_WRAP_BOX (line), GTK_WIDGET (row->entry));
  adw_wrap_box_append (ADW_WRAP_BOX (line), GTK_WIDGET (row->value));
  return line;
}

static Row *
make_row (AssayResultList *self, AssayRecord *test)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                 6, "margin-top", 12, "margin-bottom", 12, "margin-start", 12,
                                 "margin-end", 6, NULL);

  row->list = self;
  row->test = g_object_ref (test);
  gtk_box_append (GTK_BOX (box), make_first_line (row));
  row->asked = make_label ("dimmed");
  row->laboratory = make_label ("dimmed");
  row->message = make_label ("caption");
  gtk_widget_add_css_class (GTK_WIDGET (row->laboratory), "caption");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->asked));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->laboratory));
  gtk_box_append (GTK_BOX (box), make_entry_line (row));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->message));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row->entry), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  row->asked, row->message, NULL, -1);
  row->widget = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, "activatable", FALSE,
                              "focusable", FALSE, NULL);
  g_object_set_data_full (G_OBJECT (row->widget), "row", row, row_free);
  show_row (row, TRUE);
  return row;
}

static void
header_cb (GtkListBoxRow *widget, GtkListBoxRow *before, gpointer data)
{
  Row *row = g_object_get_data (G_OBJECT (widget), "row");
  Row *above = before != NULL ? g_object_get_data (G_OBJECT (before), "row") : NULL;
  GtkWidget *label;

  if (row == NULL || (above != NULL && is_in_house (above->test) == is_in_house (row->test)))
    {
      gtk_list_box_row_set_header (widget, NULL);
      return;
    }
  label = g_object_new (GTK_TYPE_LABEL, "label",
                        is_in_house (row->test) ? _ ("In-House") : _ ("Laboratory"), "xalign", 0.0,
                        "margin-start", 12, "margin-top", 12, "margin-bottom", 6, NULL);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_list_box_row_set_header (widget, label);
}

/* In-house tests come first: they are done while the parcel for the laboratory is packed. */
static GPtrArray *
put_in_order (GPtrArray *tests)
{
  GPtrArray *ordered = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < tests->len; i++)
      if (is_in_house (tests->pdata[i]) == (pass == 0))
        g_ptr_array_add (ordered, g_object_ref (tests->pdata[i]));
  return ordered;
}

static gboolean
has_same (AssayResultList *self, GPtrArray *tests)
{
  if (self->rows->len != tests->len)
    return FALSE;
  for (guint i = 0; i < tests->len; i++)
    if (assay_record_get_id (((Row *)self->rows->pdata[i])->test)
        != assay_record_get_id (tests->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
update_rows (AssayResultList *self, GPtrArray *tests)
{
  for (guint i = 0; i < tests->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);
      g_autofree char *stored = dup_stored (row);
      gboolean typing = g_strcmp0 (stored != NULL ? stored : "",
                                   gtk_editable_get_text (GTK_EDITABLE (row->entry)))
                        != 0;

      g_set_object (&row->test, tests->pdata[i]);
      show_row (row, !typing);
    }
  gtk_list_box_invalidate_headers (self->box);
}

void
assay_result_list_set_tests (AssayResultList *self, GPtrArray *tests)
{
  g_autoptr (GPtrArray) ordered = put_in_order (tests);

  if (has_same (self, ordered))
    {
      update_rows (self, ordered);
      return;
    }
  g_ptr_array_set_size (self->rows, 0);
  assay_list_box_clear (self->box);
  for (guint i = 0; i < ordered->len; i++)
    {
      Row *row = make_row (self, ordered->pdata[i]);

      g_ptr_array_add (self->rows, row);
      gtk_list_box_append (self->box, row->widget);
    }
}

guint
assay_result_list_get_n_tests (AssayResultList *self)
{
  return self->rows->len;
}

GtkWidget *
assay_result_list_get_entry (AssayResultList *self, guint index)
{
  return GTK_WIDGET (((Row *)g_ptr_array_index (self->rows, index))->entry);
}

const char *
assay_result_list_get_message (AssayResultList *self, guint index)
{
  return gtk_label_get_label (((Row *)g_ptr_array_index (self->rows, index))->message);
}

static void
assay_result_list_dispose (GObject *object)
{
  AssayResultList *self = ASSAY_RESULT_LIST (object);

  g_ptr_array_set_size (self->rows, 0);
  if (self->box != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->box));
  self->box = NULL;
  g_clear_object (&self->context);

  G_OBJECT_CLASS (assay_result_list_parent_class)->dispose (object);
}

static void
assay_result_list_finalize (GObject *object)
{
  g_ptr_array_unref (ASSAY_RESULT_LIST (object)->rows);

  G_OBJECT_CLASS (assay_result_list_parent_class)->finalize (object);
}

static void
assay_result_list_class_init (AssayResultListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_result_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = assay_result_list_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
assay_result_list_init (AssayResultList *self)
{
  GtkWidget *empty = g_object_new (
      GTK_TYPE_LABEL, "label",
      _ ("No tests yet. Take them from the product’s requirements, or add one."), "wrap", TRUE,
      "margin-top", 18, "margin-bottom", 18, "margin-start", 12, "margin-end", 12, NULL);

  self->rows = g_ptr_array_new ();
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_list_box_set_header_func (self->box, header_cb, NULL, NULL);
  gtk_widget_add_css_class (empty, "dimmed");
  gtk_list_box_set_placeholder (self->box, empty);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "boxed-list");
  gtk_list_box_set_tab_behavior (self->box, GTK_LIST_TAB_ALL);
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
}

AssayResultList *
assay_result_list_new (AssayContext *context)
{
  AssayResultList *self = g_object_new (ASSAY_TYPE_RESULT_LIST, NULL);

  self->context = g_object_ref (context);
  return self;
}
