/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page of an inspection in a window, and a hand that has no mouse. */

#pragma once

#include "sample-book.h"

#include "ui/inspections/inspection-page-private.h"

typedef struct
{
  SampleBook *sample;
  GtkWidget *window;
  AssayInspectionPage *page;
} Fixture;

static inline void
fixture_wait (AssayInspectionPage *page)
{
  gint64 until = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  do
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      g_main_context_iteration (NULL, FALSE);
    }
  while (page->saving || page->reading);
}

static inline void
fixture_open (Fixture *fixture, AdwNavigationPage *page, int width, int height)
{
  GtkWidget *view = adw_navigation_view_new ();

  fixture->page = ASSAY_INSPECTION_PAGE (page);
  fixture->window = adw_window_new ();
  gtk_window_set_title (GTK_WINDOW (fixture->window), "Assay");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), page);
  adw_window_set_content (ADW_WINDOW (fixture->window), view);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture_wait (fixture->page);
}

static inline void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  fixture->sample = sample_book_new (TRUE);
}

static inline void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->page != NULL)
    {
      g_object_ref (fixture->page);
      fixture->page->leaving = TRUE;
      gtk_window_destroy (GTK_WINDOW (fixture->window));
      sample_spin (50);
      g_assert_finalize_object (fixture->page);
    }
  sample_book_free (fixture->sample);
}

static inline GtkWidget *
fixture_focus (Fixture *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

static inline gboolean
press_on (GtkWidget *widget, GtkPropagationPhase phase, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == phase)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }
  return handled;
}

/* As the toolkit does with a key: down to what has the focus, what that does with it itself, and up
 * again. */
static inline gboolean
fixture_press (Fixture *fixture, const char *accelerator)
{
  GtkWidget *focus = fixture_focus (fixture);
  g_autoptr (GPtrArray) path = g_ptr_array_new ();
  GdkModifierType state;
  guint key;

  g_assert_nonnull (focus);
  g_assert_true (gtk_accelerator_parse (accelerator, &key, &state));
  for (GtkWidget *widget = focus; widget != NULL; widget = gtk_widget_get_parent (widget))
    g_ptr_array_add (path, widget);
  for (guint i = path->len; i-- > 0;)
    if (press_on (g_ptr_array_index (path, i), GTK_PHASE_CAPTURE, key, state))
      return TRUE;
  if (key == GDK_KEY_Return && state == 0 && GTK_IS_TEXT (focus))
    {
      g_signal_emit_by_name (focus, "activate");
      return TRUE;
    }
  for (guint i = 0; i < path->len; i++)
    if (press_on (g_ptr_array_index (path, i), GTK_PHASE_BUBBLE, key, state))
      return TRUE;
  return FALSE;
}

static inline void
fixture_type (Fixture *fixture, const char *text)
{
  GtkWidget *focus = fixture_focus (fixture);
  int position;

  g_assert_true (GTK_IS_EDITABLE (focus));
  gtk_editable_delete_selection (GTK_EDITABLE (focus));
  position = gtk_editable_get_position (GTK_EDITABLE (focus));
  gtk_editable_insert_text (GTK_EDITABLE (focus), text, -1, &position);
  gtk_editable_set_position (GTK_EDITABLE (focus), position);
}

static inline AssayRecord *
fixture_record (Fixture *fixture)
{
  return assay_inspection_draft_get_record (fixture->page->draft);
}
