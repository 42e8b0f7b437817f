/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/evidence/findings-card.h"

#include <glib/gi18n-lib.h>

#include "insight/audits.h"
#include "record/catalogue.h"
#include "store/records.h"
#include "ui/record/section.h"

/* An audit with more is read in a table. */
#define MOST_FINDINGS 200

struct _AssayFindingsCard
{
  GtkWidget parent_instance;

  GtkWidget *section;
  GtkWidget *add;
  GtkLabel *summary;
  GtkLabel *rating;
  GtkListBox *list;

  AssayContext *context;
  AssayRecord *audit;
};

G_DEFINE_FINAL_TYPE (AssayFindingsCard, assay_findings_card, GTK_TYPE_WIDGET)

static gboolean
is_writable (AssayFindingsCard *self)
{
  AssayBook *book = assay_context_get_book (self->context);

  return book != NULL && !assay_book_is_read_only (book);
}

/* Closing */

typedef struct
{
  AssayContext *context;
  AssayRecord *finding;
  AdwEntryRow *proof;
} Closing;

static void
closing_free (gpointer data, GClosure *closure)
{
  Closing *closing = data;

  g_object_unref (closing->context);
  g_object_unref (closing->finding);
  g_free (closing);
}

static gboolean
save_func (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  return assay_records_update (db, data, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayContext) context = data;
  g_autoptr (GError) error = NULL;

  assay_book_change_finish (ASSAY_BOOK (source), result, &error);
  if (error != NULL)
    assay_context_failed (context, _ ("The Finding Was Not Closed"), error);
  else
    assay_context_toast_undo (context, _ ("Finding closed"));
}

static void
answered_cb (AdwAlertDialog *dialog, const char *response, Closing *closing)
{
  g_autofree char *proof
      = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (closing->proof))));
  AssayBook *book = assay_context_get_book (closing->context);
  g_autoptr (AssayRecord) copy = assay_record_copy (closing->finding);
  gint32 today = assay_context_get_today (closing->context);
  gint32 found = assay_record_get_date (copy, ASSAY_AUDIT_FINDING_FOUND_ON);

  if (!g_str_equal (response, "close") || book == NULL)
    return;
  assay_record_set_date (copy, ASSAY_AUDIT_FINDING_CLOSED_ON, MAX (today, found));
  if (*proof != '\0')
    assay_record_set_text (copy, ASSAY_AUDIT_FINDING_PROOF, proof);
  assay_book_change_async (book, _ ("Close finding"), save_func, g_steal_pointer (&copy),
                           g_object_unref, NULL, NULL, saved_cb, g_object_ref (closing->context));
}

static void
close_cb (AssayFindingsCard *self, GtkWidget *button)
{
  AssayRecord *finding = g_object_get_data (G_OBJECT (button), "finding");
  const char *proof = assay_record_get_text (finding, ASSAY_AUDIT_FINDING_PROOF);
  AdwDialog *dialog = adw_alert_dialog_new (
      _ ("Is It Solved?"), _ ("Say what you saw: a photo, a document, a visit, another audit."));
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);
  GtkWidget *list = gtk_list_box_new ();
  Closing *closing = g_new0 (Closing, 1);

  closing->context = g_object_ref (self->context);
  closing->finding = g_object_ref (finding);
  closing->proof = ADW_ENTRY_ROW (adw_entry_row_new ());
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (closing->proof), _ ("_How it was shown"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (closing->proof), TRUE);
  adw_entry_row_set_activates_default (closing->proof, TRUE);
  if (proof != NULL)
    gtk_editable_set_text (GTK_EDITABLE (closing->proof), proof);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (closing->proof));
  adw_alert_dialog_set_extra_child (alert, list);
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "close", _ ("C_lose Finding"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (alert, "close", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_set_default_response (alert, "close");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), closing, closing_free, 0);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* Rows */

static void
row_activated_cb (AssayFindingsCard *self, GtkWidget *row)
{
  assay_context_edit_record (self->context, g_object_get_data (G_OBJECT (row), "finding"));
}

/* "Critical · Fire safety · due 10 Jun 2026 · An Nguyen" */
static char *
describe (AssayRecord *finding)
{
  const AssayRecordType *type = assay_record_type_get (ASSAY_TYPE_AUDIT_FINDING);
  const char *severity = assay_record_get_text (finding, ASSAY_AUDIT_FINDING_SEVERITY);
  const char *area = assay_record_get_text (finding, ASSAY_AUDIT_FINDING_AREA);
  const char *who = assay_record_get_text (finding, ASSAY_AUDIT_FINDING_RESPONSIBLE);
  const char *measure = assay_record_get_text (finding, ASSAY_AUDIT_FINDING_MEASURE);
  gint32 closed = assay_record_get_date (finding, ASSAY_AUDIT_FINDING_CLOSED_ON);
  gint32 due = assay_record_get_date (finding, ASSAY_AUDIT_FINDING_DUE_ON);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *date
      = assay_date_format (closed != ASSAY_DATE_UNKNOWN ? closed : MAX (due, ASSAY_DATE_MIN));

  if (severity != NULL)
    g_strv_builder_add (
        builder, assay_field_choice_label (&type->fields[ASSAY_AUDIT_FINDING_SEVERITY], severity));
  if (area != NULL)
    g_strv_builder_add (builder, area);
  if (closed != ASSAY_DATE_UNKNOWN)
    /* Translators: a date. */
    g_strv_builder_take (builder, g_strdup_printf (_ ("closed %s"), date));
  else if (due != ASSAY_DATE_UNKNOWN)
    /* Translators: a date. */
    g_strv_builder_take (builder, g_strdup_printf (_ ("due %s"), date));
  if (who != NULL)
    g_strv_builder_add (builder, who);
  if (measure != NULL)
    g_strv_builder_add (builder, measure);
  parts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", parts);
}

static void
add_mark (AdwActionRow *row, const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "caption-heading");
  adw_action_row_add_suffix (row, label);
}

static void
add_suffixes (AssayFindingsCard *self, AdwActionRow *row, AssayRecord *finding)
{
  const char *name = assay_record_get_text (finding, ASSAY_AUDIT_FINDING_NAME);
  g_autofree char *words = NULL;
  GtkWidget *button;

  if (assay_record_is_known (finding, ASSAY_AUDIT_FINDING_CLOSED_ON))
    {
      GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

      gtk_widget_add_css_class (mark, "success");
      gtk_widget_set_tooltip_text (mark, _ ("Closed"));
      adw_action_row_add_suffix (row, mark);
      return;
    }
  if (assay_audits_is_overdue (finding, assay_context_get_today (self->context)))
    add_mark (row, _ ("Overdue"), "error");
  if (!is_writable (self))
    return;
  button = gtk_button_new_with_label (_ ("Close…"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  /* Translators: the name of a finding. */
  words = g_strdup_printf (_ ("Close the finding “%s”"), name != NULL ? name : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "finding", g_object_ref (finding), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, button);
}

static GtkWidget *
make_row (AssayFindingsCard *self, AssayRecord *finding)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  AssayFindingSeverity severity = assay_audits_severity (finding);
  g_autofree char *title = assay_record_dup_title (finding);
  g_autofree char *subtitle = describe (finding);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (row, 2);
  adw_action_row_set_subtitle (row, subtitle);
  adw_action_row_set_subtitle_lines (row, 2);
  if ((severity == ASSAY_FINDING_CRITICAL || severity == ASSAY_FINDING_ZERO_TOLERANCE)
      && !assay_record_is_known (finding, ASSAY_AUDIT_FINDING_CLOSED_ON))
    {
      GtkWidget *mark = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_add_css_class (mark, "error");
      adw_action_row_add_prefix (row, mark);
    }
  add_suffixes (self, row, finding);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), is_writable (self));
  g_object_set_data_full (G_OBJECT (row), "finding", g_object_ref (finding), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (row);
}

/* Open before closed, the more severe before the less, the sooner due before the later. */
static int
compare_findings (gconstpointer a, gconstpointer b)
{
  AssayRecord *left = *(AssayRecord *const *)a, *right = *(AssayRecord *const *)b;
  int closed = (int)assay_record_is_known (left, ASSAY_AUDIT_FINDING_CLOSED_ON)
               - (int)assay_record_is_known (right, ASSAY_AUDIT_FINDING_CLOSED_ON);
  AssayFindingSeverity x = assay_audits_severity (left), y = assay_audits_severity (right);
  gint64 due_x = assay_record_get_date (left, ASSAY_AUDIT_FINDING_DUE_ON);
  gint64 due_y = assay_record_get_date (right, ASSAY_AUDIT_FINDING_DUE_ON);

  if (closed != 0)
    return closed;
  /* How severe nobody said comes after what somebody did. */
  if (x != y)
    return x == ASSAY_FINDING_UNKNOWN ? 1 : y == ASSAY_FINDING_UNKNOWN ? -1 : (int)y - (int)x;
  return (due_x > due_y) - (due_x < due_y);
}

static GPtrArray *
read_findings (AssayFindingsCard *self)
{
  AssayBook *book = assay_context_get_book (self->context);
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_AUDIT_FINDING);
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;

  if (book == NULL)
    return NULL;
  assay_value_set_integer (&value, assay_record_get_id (self->audit));
  assay_query_add_filter (query, ASSAY_AUDIT_FINDING_EVIDENCE, ASSAY_FILTER_IS, &value);
  return assay_query_run_records (query, assay_book_get_reader (book), MOST_FINDINGS, NULL);
}

/* A rating that its points do not bear out. */
static void
show_rating (AssayFindingsCard *self)
{
  const char *scheme = assay_record_get_reference_title (self->audit, ASSAY_EVIDENCE_SCHEME);
  const char *rating = assay_record_get_text (self->audit, ASSAY_EVIDENCE_RATING);
  gint64 points = assay_record_get_integer (self->audit, ASSAY_EVIDENCE_SCORE, -1);
  gboolean differs = assay_audits_rating_differs (scheme, rating, points);
  g_autofree char *words = NULL;

  if (differs)
    /* Translators: a number, a rating such as B, the rating that is written down. */
    words = g_strdup_printf (_ ("%d points are worth %s, not %s"), (int)points,
                             assay_audits_rating (points), rating);
  gtk_label_set_text (self->rating, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->rating), differs);
}

void
assay_findings_card_show (AssayFindingsCard *self, AssayRecord *audit)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *words = NULL;
  AssayFindingCounts counts;

  g_set_object (&self->audit, audit);
  findings = read_findings (self);
  assay_list_box_clear (self->list);
  gtk_widget_set_visible (self->add, is_writable (self));
  if (findings == NULL)
    return;
  g_ptr_array_sort (findings, compare_findings);
  counts = assay_audits_count (findings, assay_context_get_today (self->context));
  words = assay_audits_count_words (&counts);
  gtk_label_set_text (self->summary, words);
  if (counts.overdue > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->summary), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->summary), "error");
  for (guint i = 0; i < findings->len; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (findings, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), findings->len > 0);
  show_rating (self);
}

static void
add_cb (AssayFindingsCard *self)
{
  g_autoptr (AssayRecord) finding = assay_record_new (ASSAY_TYPE_AUDIT_FINDING);
  g_autofree char *title = self->audit != NULL ? assay_record_dup_title (self->audit) : NULL;

  if (self->audit == NULL)
    return;
  assay_record_set_reference (finding, ASSAY_AUDIT_FINDING_EVIDENCE,
                              assay_record_get_id (self->audit));
  assay_record_set_reference_title (finding, ASSAY_AUDIT_FINDING_EVIDENCE, title);
  assay_record_set_date (finding, ASSAY_AUDIT_FINDING_FOUND_ON,
                         assay_record_get_date (self->audit, ASSAY_EVIDENCE_ISSUED_ON));
  assay_context_edit_record (self->context, finding);
}

static void
assay_findings_card_dispose (GObject *object)
{
  AssayFindingsCard *self = ASSAY_FINDINGS_CARD (object);

  g_clear_object (&self->audit);
  g_clear_object (&self->context);
  g_clear_pointer (&self->section, gtk_widget_unparent);

  G_OBJECT_CLASS (assay_findings_card_parent_class)->dispose (object);
}

static void
assay_findings_card_class_init (AssayFindingsCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_findings_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkLabel *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
assay_findings_card_init (AssayFindingsCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->summary = add_label (box, NULL);
  self->rating = add_label (box, "warning");
  gtk_widget_set_visible (GTK_WIDGET (self->rating), FALSE);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Findings of the audit"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  self->section = assay_section_new (_ ("Findings"), box);
  self->add = assay_icon_button_new ("list-add-symbolic", _ ("Add Finding"));
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  assay_section_add_button (ASSAY_SECTION (self->section), self->add);
  gtk_widget_set_parent (self->section, GTK_WIDGET (self));
}

AssayFindingsCard *
assay_findings_card_new (AssayContext *context)
{
  AssayFindingsCard *self = g_object_new (ASSAY_TYPE_FINDINGS_CARD, NULL);

  self->context = g_object_ref (context);
  return self;
}
