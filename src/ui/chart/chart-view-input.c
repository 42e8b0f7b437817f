/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pointer, touch and keys of a chart view. */

#include "assay-config.h"

#include "ui/chart/chart-view-private.h"

#include <math.h>

/* How near to a mark the pointer means it, in pixels. */
#define REACH       18
#define REACH_TOUCH 30
#define ZOOM_STEP   1.25

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, AssayChartView *self)
{
  AssayLayout *layout = assay_chart_view_ensure_layout (self);

  self->pointer_x = x;
  if (layout != NULL)
    assay_chart_view_set_hover (self, assay_layout_hit (layout, x, y, REACH));
}

static void
leave_cb (GtkEventControllerMotion *controller, AssayChartView *self)
{
  assay_chart_view_set_hover (self, ASSAY_MARK_NONE);
}

/* A click opens what is behind a mark; the first touch only tells about it, since a finger
 * cannot hover. */
static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, AssayChartView *self)
{
  AssayLayout *layout = assay_chart_view_ensure_layout (self);
  GdkDevice *device
      = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));
  gboolean touch = device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
  guint mark;

  if (layout == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  mark = assay_layout_hit (layout, x, y, touch ? REACH_TOUCH : REACH);
  if (mark == ASSAY_MARK_NONE)
    return;
  if (touch && mark != self->mark)
    {
      assay_chart_view_set_mark (self, mark);
      return;
    }
  assay_chart_view_set_mark (self, mark);
  assay_chart_view_activate (self, mark);
}

static void
secondary_cb (GtkGestureClick *gesture, int n_press, double x, double y, AssayChartView *self)
{
  assay_chart_view_popup (self, x, y);
}

static void
long_press_cb (GtkGestureLongPress *gesture, double x, double y, AssayChartView *self)
{
  assay_chart_view_popup (self, x, y);
}

/* With Ctrl it zooms, sidewards it moves what is zoomed; all else belongs to the page. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, AssayChartView *self)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (!assay_chart_view_can_zoom (self))
    return GDK_EVENT_PROPAGATE;
  if ((state & GDK_CONTROL_MASK) != 0)
    {
      assay_chart_view_zoom_at (self, pow (ZOOM_STEP, -dy), self->pointer_x);
      return GDK_EVENT_STOP;
    }
  if ((state & GDK_SHIFT_MASK) != 0 && dx == 0)
    dx = dy;
  if (self->zoomed && dx != 0)
    {
      double by = assay_scale_span (&self->view) * 0.1 * dx;

      assay_chart_view_set_view (self, (AssayScale){ self->view.min + by, self->view.max + by });
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, AssayChartView *self)
{
  self->pinch_span = 1;
}

static void
pinch_cb (GtkGestureZoom *gesture, double scale, AssayChartView *self)
{
  double x, y;

  if (!gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y) || !(scale > 0))
    return;
  assay_chart_view_zoom_at (self, scale / self->pinch_span, x);
  self->pinch_span = scale;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, AssayChartView *self)
{
  self->drag_view = self->view;
  if (!self->zoomed)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, AssayChartView *self)
{
  AssayLayout *layout = assay_chart_view_ensure_layout (self);
  double by;

  if (layout == NULL || !self->zoomed || fabs (dx) < 8)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  by = -dx / MAX (assay_layout_get_plot (layout).width, 1) * assay_scale_span (&self->drag_view);
  assay_chart_view_set_view (self,
                             (AssayScale){ self->drag_view.min + by, self->drag_view.max + by });
}

void
assay_chart_view_add_controllers (AssayChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkWidget *widget = GTK_WIDGET (self);

  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (secondary, "pressed", G_CALLBACK (secondary_cb), self);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (long_press_cb), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (secondary));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (press));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
}

/* At an end the key is left to others: focus moves on, the page scrolls. */
static gboolean
step_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  AssayChartView *self = ASSAY_CHART_VIEW (widget);
  AssayLayout *layout = assay_chart_view_ensure_layout (self);
  AssayMarkStep step = (AssayMarkStep)g_variant_get_int32 (args);
  guint next;

  if (self->scene == NULL)
    return FALSE;
  next = layout != NULL ? assay_layout_step_mark (layout, self->mark, step)
                        : assay_scene_step_mark (self->scene, self->mark, step);
  if (next == self->mark)
    return FALSE;
  assay_chart_view_set_mark (self, next);
  return TRUE;
}

static gboolean
open_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  AssayChartView *self = ASSAY_CHART_VIEW (widget);

  return assay_chart_view_activate (self, self->mark);
}

static gboolean
zoom_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  AssayChartView *self = ASSAY_CHART_VIEW (widget);
  int direction = g_variant_get_int32 (args);

  if (!assay_chart_view_can_zoom (self))
    return FALSE;
  if (direction == 0)
    assay_chart_view_reset_zoom (self);
  else
    assay_chart_view_zoom (self, direction > 0 ? ZOOM_STEP : 1 / ZOOM_STEP);
  return TRUE;
}

static gboolean
leave_mark_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  AssayChartView *self = ASSAY_CHART_VIEW (widget);

  if (self->mark == ASSAY_MARK_NONE)
    return FALSE;
  assay_chart_view_set_mark (self, ASSAY_MARK_NONE);
  return TRUE;
}

static gboolean
popup_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  AssayChartView *self = ASSAY_CHART_VIEW (widget);
  AssayLayout *layout = assay_chart_view_ensure_layout (self);
  double x = gtk_widget_get_width (widget) / 2.0, y = gtk_widget_get_height (widget) / 2.0;

  if (layout != NULL && self->mark != ASSAY_MARK_NONE)
    assay_layout_mark_point (layout, self->mark, &x, &y);
  assay_chart_view_popup (self, x, y);
  return self->menu != NULL;
}

void
assay_chart_view_add_bindings (GtkWidgetClass *klass)
{
  static const struct
  {
    guint keys[2];
    AssayMarkStep step;
  } steps[] = {
    { { GDK_KEY_Left, GDK_KEY_KP_Left }, ASSAY_STEP_PREVIOUS },
    { { GDK_KEY_Right, GDK_KEY_KP_Right }, ASSAY_STEP_NEXT },
    { { GDK_KEY_Up, GDK_KEY_KP_Up }, ASSAY_STEP_UP },
    { { GDK_KEY_Down, GDK_KEY_KP_Down }, ASSAY_STEP_DOWN },
    { { GDK_KEY_Home, GDK_KEY_KP_Home }, ASSAY_STEP_FIRST },
    { { GDK_KEY_End, GDK_KEY_KP_End }, ASSAY_STEP_LAST },
  };
  static const struct
  {
    guint key;
    int direction;
  } zooms[] = {
    { GDK_KEY_plus, 1 },         { GDK_KEY_equal, 1 }, { GDK_KEY_KP_Add, 1 }, { GDK_KEY_minus, -1 },
    { GDK_KEY_KP_Subtract, -1 }, { GDK_KEY_0, 0 },     { GDK_KEY_KP_0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    for (guint k = 0; k < 2; k++)
      gtk_widget_class_add_binding (klass, steps[i].keys[k], 0, step_cb, "i", steps[i].step);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      gtk_widget_class_add_binding (klass, zooms[i].key, 0, zoom_cb, "i", zooms[i].direction);
      gtk_widget_class_add_binding (klass, zooms[i].key, GDK_CONTROL_MASK, zoom_cb, "i",
                                    zooms[i].direction);
    }
  gtk_widget_class_add_binding (klass, GDK_KEY_Return, 0, open_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Enter, 0, open_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Escape, 0, leave_mark_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Menu, 0, popup_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_F10, GDK_SHIFT_MASK, popup_cb, NULL);
}
