/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/print/page-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define POINTS_TO_PIXELS (96.0 / 72.0)
#define LEAST_WIDTH      240

struct _AssayPageView
{
  GtkWidget parent_instance;

  AssayPages *pages; /* not owned; nullable */
  guint page;
  double zoom;
  GdkTexture *texture; /* nullable: not drawn yet */
  int texture_width;
  int texture_height;
};

G_DEFINE_FINAL_TYPE (AssayPageView, assay_page_view, GTK_TYPE_WIDGET)

static double
scale_of (AssayPageView *self)
{
  return POINTS_TO_PIXELS * self->zoom;
}

static GtkSizeRequestMode
assay_page_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Up to its size on paper a page gives way to a narrow window; an enlarged one is scrolled. */
static void
assay_page_view_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  AssayPageView *self = ASSAY_PAGE_VIEW (widget);
  const AssayPageSetup *setup;
  int width;

  *minimum = *natural = 0;
  if (self->pages == NULL)
    return;
  setup = assay_pages_get_setup (self->pages);
  width = (int)ceil (setup->width * scale_of (self));
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = width;
      *minimum = self->zoom <= 1 ? MIN (width, LEAST_WIDTH) : width;
      return;
    }
  if (for_size >= 0)
    width = MIN (width, for_size);
  *minimum = *natural = (int)ceil (width * setup->height / setup->width);
}

static GdkTexture *
render (AssayPageView *self, int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  const AssayPageSetup *setup = assay_pages_get_setup (self->pages);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / setup->width, height / setup->height);
  assay_pages_draw (self->pages, self->page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes
      = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                    (gsize)cairo_image_surface_get_stride (surface) * (gsize)height,
                                    (GDestroyNotify)cairo_surface_destroy, surface);
  texture = gdk_memory_texture_new (width, height,
#if G_BYTE_ORDER == G_LITTLE_ENDIAN
                                    GDK_MEMORY_B8G8R8X8,
#else
                                    GDK_MEMORY_X8R8G8B8,
#endif
                                    bytes, (gsize)cairo_image_surface_get_stride (surface));
  return texture;
}

static void
assay_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AssayPageView *self = ASSAY_PAGE_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int factor = gtk_widget_get_scale_factor (widget);
  GskRoundedRect edge;

  if (self->pages == NULL || width <= 0 || height <= 0)
    return;
  if (self->texture == NULL || self->texture_width != width * factor
      || self->texture_height != height * factor)
    {
      g_clear_object (&self->texture);
      self->texture_width = width * factor;
      self->texture_height = height * factor;
      self->texture = render (self, self->texture_width, self->texture_height);
    }
  gsk_rounded_rect_init_from_rect (&edge, &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height),
                                   0);
  /* Paper is white in every style; its edge has to be seen on a white window and a black one. */
  gtk_snapshot_append_outset_shadow (snapshot, &edge, &(GdkRGBA){ 0, 0, 0, 0.35f }, 0, 1, 1, 5);
  gtk_snapshot_append_texture (snapshot, self->texture, &edge.bounds);
}

static void
assay_page_view_dispose (GObject *object)
{
  AssayPageView *self = ASSAY_PAGE_VIEW (object);

  g_clear_object (&self->texture);

  G_OBJECT_CLASS (assay_page_view_parent_class)->dispose (object);
}

static void
assay_page_view_class_init (AssayPageViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = assay_page_view_dispose;
  widget_class->get_request_mode = assay_page_view_get_request_mode;
  widget_class->measure = assay_page_view_measure;
  widget_class->snapshot = assay_page_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "page-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
assay_page_view_init (AssayPageView *self)
{
  self->zoom = 1;
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
assay_page_view_new (void)
{
  return g_object_new (ASSAY_TYPE_PAGE_VIEW, NULL);
}

void
assay_page_view_set_page (AssayPageView *self, AssayPages *pages, guint page)
{
  self->pages = pages;
  self->page = page;
  g_clear_object (&self->texture);
  if (pages != NULL)
    {
      g_autofree char *number
          = g_strdup_printf (_ ("Page %d of %d"), (int)page + 1, (int)assay_pages_count (pages));

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, number,
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      assay_document_get_title (assay_pages_get_document (pages)),
                                      -1);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
assay_page_view_set_zoom (AssayPageView *self, double zoom)
{
  if (self->zoom == zoom)
    return;
  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
