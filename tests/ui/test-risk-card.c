/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an inspection's plan is worth, on its page: it follows lot and plan, answers what is asked,
 * fits a phone, and costs nothing while it is closed. */

#include "assay-config.h"

#include "sample-book.h"

#include "ui/chart/chart-frame.h"
#include "ui/form/entry-row.h"
#include "ui/inspections/inspection-page-private.h"

#include <string.h>

typedef struct
{
  SampleBook *sample;
  GtkWidget *window;
  AssayInspectionPage *page;
} Fixture;

static void
wait_for_page (AssayInspectionPage *page)
{
  gint64 until = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  do
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      g_main_context_iteration (NULL, FALSE);
    }
  while (page->saving || page->reading);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = adw_navigation_view_new ();
  AdwNavigationPage *page;

  fixture->sample = sample_book_new (TRUE);
  page = assay_inspection_page_new (fixture->sample->context, 0);
  fixture->page = ASSAY_INSPECTION_PAGE (page);
  fixture->window = adw_window_new ();
  gtk_window_set_title (GTK_WINDOW (fixture->window), "Assay");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), page);
  adw_window_set_content (ADW_WINDOW (fixture->window), view);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_page (fixture->page);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->page);
  fixture->page->leaving = TRUE;
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  sample_spin (50);
  g_assert_finalize_object (fixture->page);
  sample_book_free (fixture->sample);
}

static void
type_in (Fixture *fixture, guint field, const char *text)
{
  assay_entry_row_set_text (
      ASSAY_ENTRY_ROW (assay_inspection_form_get_row (fixture->page->form, field)), text);
}

/* The first widget of a type below another one, in the order of the page. */
static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

#define FIND(fixture, type) find (GTK_WIDGET ((fixture)->page->risk), type)

static const char *
described (Fixture *fixture)
{
  AssayChartFrame *frame = ASSAY_CHART_FRAME (FIND (fixture, ASSAY_TYPE_CHART_FRAME));

  return assay_scene_get_description (assay_chart_frame_get_scene (frame));
}

/* Nothing to say before there is a plan; then a sentence that turns with the lot. */
static void
test_live (Fixture *fixture, gconstpointer data)
{
  AssayRiskCard *card = fixture->page->risk;

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (card)));
  type_in (fixture, ASSAY_INSPECTION_LOT_SIZE, "1000");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (card)));
  g_assert_cmpstr (assay_risk_card_get_sentence (card), ==,
                   "A lot with 5 % defective still passes 79 times in 100.");
  type_in (fixture, ASSAY_INSPECTION_LOT_SIZE, "2");
  g_assert_cmpstr (assay_risk_card_get_sentence (card), ==,
                   "A lot with 0 % defective (0 of 2 units) always passes.");
  /* Fewer than ten samples: the lot is taken alone. */
  type_in (fixture, ASSAY_INSPECTION_LOT_SIZE, "700");
  g_assert_true (g_str_has_prefix (assay_risk_card_get_sentence (card),
                                   "A lot with 5 % defective (35 of 700 units) still passes "));
  type_in (fixture, ASSAY_INSPECTION_LOT_SIZE, "");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (card)));
}

/* Open it: what is typed is answered, the lot is seen alone or in a series, curves change. */
static void
test_open (Fixture *fixture, gconstpointer data)
{
  AssayRiskCard *card = fixture->page->risk;
  AdwSwitchRow *series = ADW_SWITCH_ROW (FIND (fixture, ADW_TYPE_SWITCH_ROW));
  AdwSpinRow *asked = ADW_SPIN_ROW (FIND (fixture, ADW_TYPE_SPIN_ROW));
  AdwToggleGroup *kinds = ADW_TOGGLE_GROUP (FIND (fixture, ADW_TYPE_TOGGLE_GROUP));
  AssayChartFrame *frame = ASSAY_CHART_FRAME (FIND (fixture, ASSAY_TYPE_CHART_FRAME));

  type_in (fixture, ASSAY_INSPECTION_LOT_SIZE, "1000");
  g_assert_null (assay_chart_frame_get_scene (frame));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (FIND (fixture, ADW_TYPE_EXPANDER_ROW)), TRUE);
  g_assert_nonnull (assay_chart_frame_get_scene (frame));
  g_assert_cmpfloat (adw_spin_row_get_value (asked), ==, 5);
  g_assert_true (adw_switch_row_get_active (series));
  adw_spin_row_set_value (asked, 10);
  g_assert_cmpstr (assay_risk_card_get_sentence (card), ==,
                   "A lot with 10 % defective still passes 18 times in 100.");
  adw_switch_row_set_active (series, FALSE);
  g_assert_cmpstr (assay_risk_card_get_sentence (card), ==,
                   "A lot with 10 % defective (100 of 1000 units) still passes 17 times in 100.");
  g_assert_nonnull (strstr (described (fixture), "still passes 17 times in 100."));
  /* Only double plans have a second sample. */
  g_assert_false (adw_toggle_get_enabled (adw_toggle_group_get_toggle_by_name (kinds, "sample")));
  adw_toggle_group_set_active_name (kinds, "outgoing");
  g_assert_true (g_str_has_prefix (described (fixture), "What goes out on average"));
  /* What was typed stays when the plan moves. */
  type_in (fixture, ASSAY_INSPECTION_LOT_SIZE, "1100");
  g_assert_true (g_str_has_prefix (assay_risk_card_get_sentence (card),
                                   "A lot with 10 % defective (110 of 1100 units)"));
  g_assert_true (g_str_has_prefix (described (fixture), "What goes out on average"));
}

/* Double sampling and defects per hundred units have their own curves. */
static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  AssayRecord *record = assay_inspection_draft_get_record (fixture->page->draft);
  AdwToggleGroup *kinds = ADW_TOGGLE_GROUP (FIND (fixture, ADW_TYPE_TOGGLE_GROUP));

  type_in (fixture, ASSAY_INSPECTION_LOT_SIZE, "5000");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (FIND (fixture, ADW_TYPE_EXPANDER_ROW)), TRUE);
  assay_record_set_text (record, ASSAY_INSPECTION_SAMPLING, "double");
  g_assert_true (adw_toggle_get_enabled (adw_toggle_group_get_toggle_by_name (kinds, "sample")));
  adw_toggle_group_set_active_name (kinds, "sample");
  g_assert_true (g_str_has_prefix (described (fixture), "How many units are looked at: double"));
  assay_record_set_text (record, ASSAY_INSPECTION_SAMPLING, "single");
  g_assert_true (g_str_has_prefix (described (fixture), "How often lots pass"));
  assay_record_set_text (record, ASSAY_INSPECTION_BASIS, "defects");
  g_assert_nonnull (strstr (assay_risk_card_get_sentence (fixture->page->risk),
                            "A lot with 5 defects per 100 units"));
  g_assert_false (gtk_widget_get_visible (FIND (fixture, ADW_TYPE_SWITCH_ROW)));
}

/* Open on a phone it asks for no more than there is; drawing it takes no time that is felt. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  int least;
  gint64 began;

  type_in (fixture, ASSAY_INSPECTION_LOT_SIZE, "1000");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (FIND (fixture, ADW_TYPE_EXPANDER_ROW)), TRUE);
  sample_spin (300);
  gtk_widget_measure (GTK_WIDGET (fixture->page->risk), GTK_ORIENTATION_HORIZONTAL, -1, &least,
                      NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 336);
  began = g_get_monotonic_time ();
  type_in (fixture, ASSAY_INSPECTION_LOT_SIZE, "900");
  g_test_message ("open, a new lot size: %d µs", (int)(g_get_monotonic_time () - began));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_test_message ("there is no display");
      return 77;
    }
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", ":close", NULL);
  g_test_add ("/risk-card/live", Fixture, NULL, set_up, test_live, tear_down);
  g_test_add ("/risk-card/open", Fixture, NULL, set_up, test_open, tear_down);
  g_test_add ("/risk-card/kinds", Fixture, NULL, set_up, test_kinds, tear_down);
  g_test_add ("/risk-card/narrow", Fixture, NULL, set_up, test_narrow, tear_down);
  return g_test_run ();
}
