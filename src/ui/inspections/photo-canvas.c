/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/photo-canvas.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_ZOOM 8.0
#define STEP     1.25
/* A drag shorter than this is a click. */
#define CLICK 6.0
/* The size of a mark that was placed, not drawn: part of what is seen. */
#define PLACED 0.12
/* What a key moves a mark by: part of what is seen. */
#define KEY_STEP 0.02

struct _AssayPhotoCanvas
{
  GtkWidget parent_instance;

  GdkTexture *texture;
  int width, height; /* of the photo */
  double zoom;
  double x, y; /* the point of the photo in the middle, as shares */
  double zoom_at_start;
  double pointer_x, pointer_y;
  double drag_x, drag_y; /* @x and @y when the drag began */

  AssayPhotoMarks *marks;
  AssayPhotoMarkKind tool;
  char *text;
  gboolean drawing;
};

G_DEFINE_FINAL_TYPE (AssayPhotoCanvas, assay_photo_canvas, GTK_TYPE_WIDGET)

typedef enum
{
  SIGNAL_MARKS_CHANGED,
  SIGNAL_VIEW_CHANGED,
  N_SIGNALS,
} AssayPhotoCanvasSignal;

static guint signals[N_SIGNALS];

static double
fitting (AssayPhotoCanvas *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->width <= 0 || self->height <= 0 || width <= 0 || height <= 0)
    return 1;
  return MIN (1.0, MIN ((double)width / self->width, (double)height / self->height));
}

static double
scale (AssayPhotoCanvas *self)
{
  return self->zoom > 0 ? self->zoom : fitting (self);
}

/* Where the photo lies in the widget. */
static graphene_rect_t
photo_area (AssayPhotoCanvas *self)
{
  double wide = self->width * scale (self), high = self->height * scale (self);

  return GRAPHENE_RECT_INIT (
      (float)(gtk_widget_get_width (GTK_WIDGET (self)) / 2.0 - self->x * wide),
      (float)(gtk_widget_get_height (GTK_WIDGET (self)) / 2.0 - self->y * high), (float)wide,
      (float)high);
}

/* No empty stripe beside a photo that is larger than the widget; a smaller one stands in the
 * middle. */
static double
bound (double place, double seen, double whole)
{
  double margin = whole > 0 ? seen / whole / 2 : 0.5;

  return margin >= 0.5 ? 0.5 : CLAMP (place, margin, 1 - margin);
}

static void
view_changed (AssayPhotoCanvas *self)
{
  self->x = bound (self->x, gtk_widget_get_width (GTK_WIDGET (self)), self->width * scale (self));
  self->y = bound (self->y, gtk_widget_get_height (GTK_WIDGET (self)), self->height * scale (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_VIEW_CHANGED], 0);
}

/* The point of the photo under @x, @y of the widget stays there. */
static void
zoom_at (AssayPhotoCanvas *self, double zoom, double x, double y)
{
  graphene_rect_t area = photo_area (self);
  double share_x, share_y;

  if (self->width <= 0 || area.size.width <= 0 || area.size.height <= 0)
    return;
  share_x = (x - area.origin.x) / area.size.width;
  share_y = (y - area.origin.y) / area.size.height;
  self->zoom = zoom <= fitting (self) ? 0 : MIN (zoom, MAX_ZOOM);
  self->x = share_x
            - (x - gtk_widget_get_width (GTK_WIDGET (self)) / 2.0) / (self->width * scale (self));
  self->y = share_y
            - (y - gtk_widget_get_height (GTK_WIDGET (self)) / 2.0) / (self->height * scale (self));
  view_changed (self);
}

void
assay_photo_canvas_set_zoom (AssayPhotoCanvas *self, double zoom)
{
  g_return_if_fail (ASSAY_IS_PHOTO_CANVAS (self));

  zoom_at (self, zoom, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
           gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

void
assay_photo_canvas_zoom_by (AssayPhotoCanvas *self, double factor)
{
  assay_photo_canvas_set_zoom (self, scale (self) * factor);
}

double
assay_photo_canvas_get_zoom (AssayPhotoCanvas *self)
{
  return self->zoom;
}

void
assay_photo_canvas_pan (AssayPhotoCanvas *self, double dx, double dy)
{
  if (self->width <= 0)
    return;
  self->x += dx * gtk_widget_get_width (GTK_WIDGET (self)) / (self->width * scale (self));
  self->y += dy * gtk_widget_get_height (GTK_WIDGET (self)) / (self->height * scale (self));
  view_changed (self);
}

void
assay_photo_canvas_set_picture (AssayPhotoCanvas *self, GdkTexture *texture, int width, int height)
{
  g_return_if_fail (ASSAY_IS_PHOTO_CANVAS (self));

  g_set_object (&self->texture, texture);
  self->width = width;
  self->height = height;
  self->zoom = 0;
  self->x = self->y = 0.5;
  view_changed (self);
}

void
assay_photo_canvas_refine (AssayPhotoCanvas *self, GdkTexture *texture)
{
  g_set_object (&self->texture, texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Marks */

static void
marks_changed (AssayPhotoCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_MARKS_CHANGED], 0);
}

AssayPhotoMarks *
assay_photo_canvas_get_marks (AssayPhotoCanvas *self)
{
  return self->marks;
}

void
assay_photo_canvas_set_marking (AssayPhotoCanvas *self, gboolean marking)
{
  if (marking == (self->marks != NULL))
    return;
  g_clear_pointer (&self->marks, assay_photo_marks_free);
  if (marking)
    self->marks = assay_photo_marks_new ();
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), marking ? "crosshair" : NULL);
  marks_changed (self);
}

void
assay_photo_canvas_set_tool (AssayPhotoCanvas *self, AssayPhotoMarkKind tool)
{
  self->tool = tool;
}

void
assay_photo_canvas_set_text (AssayPhotoCanvas *self, const char *text)
{
  const AssayPhotoMark *last;
  guint n = self->marks != NULL ? assay_photo_marks_get_n (self->marks) : 0;

  g_set_str (&self->text, text);
  last = n > 0 ? assay_photo_marks_get (self->marks, n - 1) : NULL;
  /* The words just placed are still being typed. */
  if (last != NULL && last->kind == ASSAY_PHOTO_MARK_TEXT && *text != '\0')
    {
      assay_photo_marks_set_text (self->marks, text);
      marks_changed (self);
    }
}

static void
add_mark (AssayPhotoCanvas *self, double x0, double y0, double x1, double y1)
{
  assay_photo_marks_add (self->marks, self->tool, x0, y0, x1, y1);
  if (self->tool == ASSAY_PHOTO_MARK_TEXT)
    assay_photo_marks_set_text (self->marks, self->text != NULL && *self->text != '\0'
                                                 ? self->text
                                                 /* Translators: a word written on a photo where
                                                    nothing was typed yet */
                                                 : _ ("Here"));
}

/* Of the widget's size as share of the photo's. */
static void
seen_shares (AssayPhotoCanvas *self, double *x, double *y)
{
  graphene_rect_t area = photo_area (self);

  *x = MIN (1.0, gtk_widget_get_width (GTK_WIDGET (self)) / MAX (area.size.width, 1.0));
  *y = MIN (1.0, gtk_widget_get_height (GTK_WIDGET (self)) / MAX (area.size.height, 1.0));
}

/* An arrow points at @x, @y from below, a circle lies around it. */
static void
place (AssayPhotoCanvas *self, double x, double y)
{
  double step_x, step_y;

  seen_shares (self, &step_x, &step_y);
  step_x *= PLACED;
  step_y *= PLACED;
  if (self->tool == ASSAY_PHOTO_MARK_ARROW)
    add_mark (self, x - step_x, y + step_y, x, y);
  else if (self->tool == ASSAY_PHOTO_MARK_CIRCLE)
    add_mark (self, x - step_x / 2, y - step_y / 2, x + step_x / 2, y + step_y / 2);
  else
    add_mark (self, x, y, x, y);
}

void
assay_photo_canvas_place_mark (AssayPhotoCanvas *self)
{
  g_return_if_fail (self->marks != NULL);

  place (self, self->x, self->y);
  marks_changed (self);
}

void
assay_photo_canvas_move_mark (AssayPhotoCanvas *self, int dx, int dy)
{
  double x, y;

  g_return_if_fail (self->marks != NULL);

  seen_shares (self, &x, &y);
  assay_photo_marks_move (self->marks, dx * KEY_STEP * x, dy * KEY_STEP * y);
  marks_changed (self);
}

void
assay_photo_canvas_stretch_mark (AssayPhotoCanvas *self, int dx, int dy)
{
  double x, y;

  g_return_if_fail (self->marks != NULL);

  seen_shares (self, &x, &y);
  assay_photo_marks_stretch (self->marks, dx * KEY_STEP * x, dy * KEY_STEP * y);
  marks_changed (self);
}

gboolean
assay_photo_canvas_undo_mark (AssayPhotoCanvas *self)
{
  if (self->marks == NULL || !assay_photo_marks_undo (self->marks))
    return FALSE;
  marks_changed (self);
  return TRUE;
}

/* Hands */

static void
to_shares (AssayPhotoCanvas *self, double x, double y, double *share_x, double *share_y)
{
  graphene_rect_t area = photo_area (self);

  *share_x = (x - area.origin.x) / MAX (area.size.width, 1);
  *share_y = (y - area.origin.y) / MAX (area.size.height, 1);
}

static void
drag_begin_cb (AssayPhotoCanvas *self, double x, double y)
{
  self->drag_x = self->x;
  self->drag_y = self->y;
  self->drawing = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* The mark under the hand is the last one, put anew at each step. */
static void
drag_update_cb (AssayPhotoCanvas *self, double dx, double dy, GtkGestureDrag *drag)
{
  double x, y, x0, y0, x1, y1;

  if (self->marks == NULL)
    {
      self->x = self->drag_x - dx / MAX (self->width * scale (self), 1);
      self->y = self->drag_y - dy / MAX (self->height * scale (self), 1);
      view_changed (self);
      return;
    }
  if (!gtk_gesture_drag_get_start_point (drag, &x, &y)
      || (!self->drawing && hypot (dx, dy) < CLICK))
    return;
  if (self->drawing)
    assay_photo_marks_undo (self->marks);
  self->drawing = TRUE;
  to_shares (self, x, y, &x0, &y0);
  to_shares (self, x + dx, y + dy, &x1, &y1);
  if (self->tool == ASSAY_PHOTO_MARK_TEXT)
    add_mark (self, x1, y1, x1, y1);
  else
    add_mark (self, x0, y0, x1, y1);
  marks_changed (self);
}

static void
drag_end_cb (AssayPhotoCanvas *self, double dx, double dy, GtkGestureDrag *drag)
{
  double x, y;

  if (self->marks != NULL && !self->drawing && gtk_gesture_drag_get_start_point (drag, &x, &y))
    {
      to_shares (self, x, y, &x, &y);
      place (self, x, y);
      marks_changed (self);
    }
  self->drawing = FALSE;
}

static void
motion_cb (AssayPhotoCanvas *self, double x, double y)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

static gboolean
scroll_cb (AssayPhotoCanvas *self, double dx, double dy, GtkEventControllerScroll *scroll)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if ((state & GDK_CONTROL_MASK) != 0)
    zoom_at (self, scale (self) * pow (STEP, -dy), self->pointer_x, self->pointer_y);
  else if (self->zoom > 0)
    assay_photo_canvas_pan (self, dx * 0.1, dy * 0.1);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (AssayPhotoCanvas *self)
{
  self->zoom_at_start = scale (self);
}

static void
pinch_cb (AssayPhotoCanvas *self, double factor, GtkGesture *gesture)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    zoom_at (self, self->zoom_at_start * factor, x, y);
}

/* The widget */

static void
assay_photo_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AssayPhotoCanvas *self = ASSAY_PHOTO_CANVAS (widget);
  graphene_rect_t area = photo_area (self);
  cairo_t *cr;

  if (self->texture == NULL)
    return;
  gtk_snapshot_append_scaled_texture (snapshot, self->texture, GSK_SCALING_FILTER_TRILINEAR, &area);
  if (self->marks == NULL || assay_photo_marks_get_n (self->marks) == 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget),
                                                       (float)gtk_widget_get_height (widget)));
  cairo_translate (cr, area.origin.x, area.origin.y);
  assay_photo_marks_draw (self->marks, cr, area.size.width, area.size.height);
  cairo_destroy (cr);
}

static void
assay_photo_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AssayPhotoCanvas *self = ASSAY_PHOTO_CANVAS (widget);

  self->x = bound (self->x, width, self->width * scale (self));
  self->y = bound (self->y, height, self->height * scale (self));
}

static void
assay_photo_canvas_finalize (GObject *object)
{
  AssayPhotoCanvas *self = ASSAY_PHOTO_CANVAS (object);

  g_clear_object (&self->texture);
  g_clear_pointer (&self->marks, assay_photo_marks_free);
  g_free (self->text);

  G_OBJECT_CLASS (assay_photo_canvas_parent_class)->finalize (object);
}

static void
assay_photo_canvas_class_init (AssayPhotoCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = assay_photo_canvas_finalize;
  widget_class->snapshot = assay_photo_canvas_snapshot;
  widget_class->size_allocate = assay_photo_canvas_size_allocate;

  signals[SIGNAL_MARKS_CHANGED]
      = g_signal_new ("marks-changed", ASSAY_TYPE_PHOTO_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_VIEW_CHANGED]
      = g_signal_new ("view-changed", ASSAY_TYPE_PHOTO_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "photocanvas");
}

static void
assay_photo_canvas_init (AssayPhotoCanvas *self)
{
  GtkGesture *drag = gtk_gesture_drag_new (), *pinch = gtk_gesture_zoom_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  self->x = self->y = 0.5;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}
