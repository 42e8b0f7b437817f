/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/scorecards/scorecard-page.h"

#include <glib/gi18n-lib.h>

#include "store/book-settings.h"
#include "ui/scorecards/scorecard-page-private.h"

G_DEFINE_FINAL_TYPE (AssayScorecardPage, assay_scorecard_page, ASSAY_TYPE_RECORD_PAGE)

typedef struct
{
  GPtrArray *criteria; /* AssayRecord */
  AssayMeasures *measures;
  gint64 in_use;
} Answer;

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->criteria, g_ptr_array_unref);
  g_clear_pointer (&answer->measures, assay_measures_free);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

/* All that the book holds: with few data a period would leave nothing to weigh. */
static gpointer
assay_scorecard_page_read (AssayDb *db,
                           AssayRecord *record,
                           const AssayPageQuestion *question,
                           GError **error)
{
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_CRITERION);
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;
  const AssayMeasuresQuestion asked = { .from = ASSAY_DATE_UNKNOWN,
                                        .to = ASSAY_DATE_UNKNOWN,
                                        .today = question->today,
                                        .rules = question->rules };

  assay_value_set_integer (&value, question->id);
  assay_query_add_filter (query, ASSAY_CRITERION_SCORECARD, ASSAY_FILTER_IS, &value);
  assay_query_set_sort (query, ASSAY_CRITERION_POSITION, FALSE);
  answer->criteria = assay_query_run_records (query, db, 0, error);
  if (answer->criteria == NULL || !assay_scorecard_find_in_use (db, &answer->in_use, error))
    return NULL;
  answer->measures = assay_measures_read (db, &asked, error);
  return answer->measures != NULL ? g_steal_pointer (&answer) : NULL;
}

/* From what was measured already: no question to the book. */
static void
rank (AssayScorecardPage *self)
{
  AssayRecord *record = assay_record_page_get_record (ASSAY_RECORD_PAGE (self));
  g_autoptr (AssayScorecard) card = NULL;
  g_autoptr (GPtrArray) scores = NULL;
  g_autofree char *definition = NULL;

  if (record == NULL || self->measures == NULL)
    return;
  card = assay_scorecard_new_from_records (record, assay_criteria_list_get (self->criteria));
  scores = assay_scorecard_score (card, self->measures);
  assay_score_list_set (self->scores, card, scores);
  definition = assay_scorecard_definition (card, &self->measures->question);
  assay_section_set_explanation (self->ranking, definition);
}

static void
assay_scorecard_page_show (AssayRecordPage *page, AssayRecord *record, gpointer data)
{
  AssayScorecardPage *self = ASSAY_SCORECARD_PAGE (page);
  g_autoptr (Answer) answer = data;
  gboolean in_use = answer->in_use == assay_record_get_id (record);

  g_clear_pointer (&self->measures, assay_measures_free);
  self->measures = g_steal_pointer (&answer->measures);
  assay_criteria_list_set (self->criteria, answer->criteria);
  gtk_widget_set_visible (self->use, !in_use);
  gtk_widget_set_visible (self->used, in_use);
  rank (self);
  assay_record_parts_show (&self->parts, record);
}

static void
add_criterion (AssayScorecardPage *self)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (self);
  AssayRecord *card = assay_record_page_get_record (page);
  g_autoptr (AssayRecord) criterion = assay_record_new (ASSAY_TYPE_CRITERION);
  GPtrArray *criteria = assay_criteria_list_get (self->criteria);
  gint64 position = criteria->len;
  g_autofree char *title = NULL;

  if (card == NULL)
    return;
  for (guint i = 0; i < criteria->len; i++)
    position = MAX (position,
                    assay_record_get_integer (criteria->pdata[i], ASSAY_CRITERION_POSITION, 0));
  title = assay_record_dup_title (card);
  assay_record_set_reference (criterion, ASSAY_CRITERION_SCORECARD, assay_record_get_id (card));
  assay_record_set_reference_title (criterion, ASSAY_CRITERION_SCORECARD, title);
  assay_record_set_integer (criterion, ASSAY_CRITERION_POSITION, position + 1);
  assay_context_edit_record (assay_record_page_get_context (page), criterion);
}

static gboolean
write_in_use (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  *result = GINT_TO_POINTER (TRUE);
  return assay_book_settings_set (db, ASSAY_SETTING_SCORECARD, data, error);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayScorecardPage) self = data;
  g_autoptr (GError) error = NULL;
  AssayContext *context = assay_record_page_get_context (ASSAY_RECORD_PAGE (self));

  assay_book_change_finish (ASSAY_BOOK (source), result, &error);
  if (error != NULL)
    {
      assay_context_failed (context, _ ("The Scorecard Was Not Chosen"), error);
      return;
    }
  gtk_widget_set_visible (self->use, FALSE);
  gtk_widget_set_visible (self->used, TRUE);
  assay_context_toast_undo (context, _ ("Suppliers are graded by this scorecard"));
}

static void
use (AssayScorecardPage *self)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (self);
  AssayBook *book = assay_context_get_book (assay_record_page_get_context (page));
  AssayRecord *card = assay_record_page_get_record (page);

  if (book != NULL && card != NULL)
    assay_book_change_async (book, _ ("Choose scorecard"), write_in_use,
                             g_strdup_printf ("%" G_GINT64_FORMAT, assay_record_get_id (card)),
                             g_free, NULL, NULL, chosen_cb, g_object_ref (self));
}

static void
new_criterion_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add_criterion (ASSAY_SCORECARD_PAGE (widget));
}

static void
picked_cb (AssayScorecardPage *self, gint64 supplier)
{
  assay_context_show_record (assay_record_page_get_context (ASSAY_RECORD_PAGE (self)),
                             ASSAY_TYPE_SUPPLIER, supplier);
}

static void
assay_scorecard_page_finalize (GObject *object)
{
  g_clear_pointer (&ASSAY_SCORECARD_PAGE (object)->measures, assay_measures_free);

  G_OBJECT_CLASS (assay_scorecard_page_parent_class)->finalize (object);
}

static void
assay_scorecard_page_class_init (AssayScorecardPageClass *klass)
{
  AssayRecordPageClass *page_class = ASSAY_RECORD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = assay_scorecard_page_finalize;
  page_class->type = ASSAY_TYPE_SCORECARD;
  page_class->read = assay_scorecard_page_read;
  page_class->free_answer = (GDestroyNotify)answer_free;
  page_class->show = assay_scorecard_page_show;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.new", NULL,
                                   new_criterion_action);
}

static void
assay_scorecard_page_init (AssayScorecardPage *self)
{
}

AdwNavigationPage *
assay_scorecard_page_new (AssayContext *context, gint64 id)
{
  AssayRecordPage *page
      = ASSAY_RECORD_PAGE (assay_record_page_new (ASSAY_TYPE_SCORECARD_PAGE, context, id));
  AssayScorecardPage *self = ASSAY_SCORECARD_PAGE (page);
  GtkWidget *add = assay_icon_button_new ("list-add-symbolic", _ ("New Criterion"));
  GtkWidget *section;

  self->used = g_object_new (GTK_TYPE_LABEL, "label", _ ("Suppliers are graded by this scorecard."),
                             "xalign", 0.0, "wrap", TRUE, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->used, "dimmed");
  gtk_box_append (assay_record_page_get_head (page), self->used);
  self->use
      = g_object_new (GTK_TYPE_BUTTON, "label", _ ("_Grade Suppliers by This Scorecard"),
                      "use-underline", TRUE, "halign", GTK_ALIGN_START, "visible", FALSE, NULL);
  g_signal_connect_object (self->use, "clicked", G_CALLBACK (use), self, G_CONNECT_SWAPPED);
  gtk_box_append (assay_record_page_get_head (page), self->use);

  self->criteria = assay_criteria_list_new (context);
  g_signal_connect_object (self->criteria, "changed", G_CALLBACK (rank), self, G_CONNECT_SWAPPED);
  section = assay_section_new (_ ("Criteria and Weights"), GTK_WIDGET (self->criteria));
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_criterion), self, G_CONNECT_SWAPPED);
  assay_section_add_button (ASSAY_SECTION (section), add);
  gtk_box_append (assay_record_page_get_main (page), section);

  self->scores = assay_score_list_new (_ ("Suppliers as these weights rank them"));
  g_signal_connect_object (self->scores, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  section = assay_section_new (_ ("Ranking"), GTK_WIDGET (self->scores));
  self->ranking = ASSAY_SECTION (section);
  gtk_box_append (assay_record_page_get_side (page), section);
  assay_record_parts_add (&self->parts, page);
  return ADW_NAVIGATION_PAGE (page);
}
