/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/print/print-preview.h"

#include <glib/gi18n-lib.h>

#include "ui/print/page-view.h"

#define LEAST_ZOOM 0.25
#define MOST_ZOOM  3.0
#define ZOOM_STEP  1.2

struct _AssayPrintPreview
{
  AdwDialog parent_instance;

  GtkWidget *list;
  GtkLabel *count;

  GPtrArray *pages;     /* of AssayPages */
  GtkStringList *model; /* one item a page; where it stands says which */
  GPtrArray *views;     /* of bound AssayPageView, not owned */
  double zoom;
};

G_DEFINE_FINAL_TYPE (AssayPrintPreview, assay_print_preview, ADW_TYPE_DIALOG)

typedef enum
{
  PROP_MODEL = 1,
  N_PROPS
} Property;

enum
{
  PRINT,
  SAVE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static AssayPages *
find_page (AssayPrintPreview *self, guint position, guint *page)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      AssayPages *pages = g_ptr_array_index (self->pages, i);

      if (position < assay_pages_count (pages))
        {
          *page = position;
          return pages;
        }
      position -= assay_pages_count (pages);
    }
  return NULL;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AssayPrintPreview *self)
{
  GtkWidget *view = assay_page_view_new ();

  gtk_widget_set_margin_top (view, 12);
  gtk_widget_set_margin_bottom (view, 6);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, view);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AssayPrintPreview *self)
{
  AssayPageView *view = ASSAY_PAGE_VIEW (gtk_list_item_get_child (item));
  guint page = 0;
  AssayPages *pages = find_page (self, gtk_list_item_get_position (item), &page);

  assay_page_view_set_zoom (view, self->zoom);
  assay_page_view_set_page (view, pages, page);
  g_ptr_array_add (self->views, view);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AssayPrintPreview *self)
{
  AssayPageView *view = ASSAY_PAGE_VIEW (gtk_list_item_get_child (item));

  assay_page_view_set_page (view, NULL, 0);
  if (self->views != NULL)
    g_ptr_array_remove_fast (self->views, view);
}

static void
set_zoom (AssayPrintPreview *self, double zoom)
{
  self->zoom = CLAMP (zoom, LEAST_ZOOM, MOST_ZOOM);
  for (guint i = 0; i < self->views->len; i++)
    assay_page_view_set_zoom (g_ptr_array_index (self->views, i), self->zoom);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-in", self->zoom < MOST_ZOOM);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-out", self->zoom > LEAST_ZOOM);
}

static void
zoom_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayPrintPreview *self = ASSAY_PRINT_PREVIEW (widget);

  set_zoom (self, self->zoom * ZOOM_STEP);
}

static void
zoom_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayPrintPreview *self = ASSAY_PRINT_PREVIEW (widget);

  set_zoom (self, self->zoom / ZOOM_STEP);
}

static void
zoom_normal_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_zoom (ASSAY_PRINT_PREVIEW (widget), 1);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[PRINT], 0);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SAVE], 0);
}

static void
assay_print_preview_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  AssayPrintPreview *self = ASSAY_PRINT_PREVIEW (object);

  switch ((Property)id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

/* The template goes first: its views look at the pages. */
static void
assay_print_preview_dispose (GObject *object)
{
  AssayPrintPreview *self = ASSAY_PRINT_PREVIEW (object);

  for (guint i = 0; self->views != NULL && i < self->views->len; i++)
    assay_page_view_set_page (g_ptr_array_index (self->views, i), NULL, 0);
  g_clear_pointer (&self->views, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_PRINT_PREVIEW);
  g_clear_object (&self->model);
  g_clear_pointer (&self->pages, g_ptr_array_unref);

  G_OBJECT_CLASS (assay_print_preview_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "preview.print", NULL, print_action);
  gtk_widget_class_install_action (klass, "preview.save", NULL, save_action);
  gtk_widget_class_install_action (klass, "preview.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (klass, "preview.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (klass, "preview.zoom-normal", NULL, zoom_normal_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_p, GDK_CONTROL_MASK, "preview.print", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_s, GDK_CONTROL_MASK, "preview.save", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_plus, GDK_CONTROL_MASK, "preview.zoom-in",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_equal, GDK_CONTROL_MASK, "preview.zoom-in",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_minus, GDK_CONTROL_MASK, "preview.zoom-out",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_0, GDK_CONTROL_MASK, "preview.zoom-normal",
                                       NULL);
}

static void
assay_print_preview_class_init (AssayPrintPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = assay_print_preview_dispose;
  object_class->get_property = assay_print_preview_get_property;
  properties[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[PRINT] = g_signal_new ("print", ASSAY_TYPE_PRINT_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  signals[SAVE] = g_signal_new ("save", ASSAY_TYPE_PRINT_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/page/assay/Assay/ui/print/print-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayPrintPreview, list);
  gtk_widget_class_bind_template_child (widget_class, AssayPrintPreview, count);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

static void
assay_print_preview_init (AssayPrintPreview *self)
{
  self->zoom = 0.85;
  self->views = g_ptr_array_new ();
  self->pages = g_ptr_array_new ();
  self->model = gtk_string_list_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * assay_print_preview_new:
 * @pages: (element-type AssayPages): kept
 */
AssayPrintPreview *
assay_print_preview_new (GPtrArray *pages)
{
  AssayPrintPreview *self = g_object_new (ASSAY_TYPE_PRINT_PREVIEW, NULL);
  g_autofree char *words = NULL;
  guint n = 0;

  g_ptr_array_unref (self->pages);
  self->pages = g_ptr_array_ref (pages);
  for (guint i = 0; i < pages->len; i++)
    n += assay_pages_count (g_ptr_array_index (pages, i));
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (self->model, "");
  words = g_strdup_printf (ngettext ("%u page", "%u pages", n), n);
  gtk_label_set_text (self->count, words);
  return self;
}

guint
assay_print_preview_n_pages (AssayPrintPreview *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

double
assay_print_preview_get_zoom (AssayPrintPreview *self)
{
  return self->zoom;
}
