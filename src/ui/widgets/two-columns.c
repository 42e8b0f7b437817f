/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/widgets/two-columns.h"

#define SPACING     24
#define ASIDE_SHARE 0.36
#define ASIDE_MIN   300
#define ASIDE_MAX   380

struct _AssayTwoColumns
{
  GtkWidget parent_instance;

  GtkWidget *aside;
  GtkWidget *main;
  gboolean stacked;
};

G_DEFINE_FINAL_TYPE (AssayTwoColumns, assay_two_columns, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_ASIDE = 1,
  PROP_MAIN,
  PROP_STACKED,
} AssayTwoColumnsProperty;

static GParamSpec *properties[PROP_STACKED + 1];

static int
min_width (GtkWidget *widget)
{
  int min;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &min, NULL, NULL, NULL);
  return min;
}

static int
aside_width (AssayTwoColumns *self, int width)
{
  return MAX (min_width (self->aside), CLAMP ((int)(width * ASIDE_SHARE), ASIDE_MIN, ASIDE_MAX));
}

static void
measure_width (AssayTwoColumns *self, int *minimum, int *natural)
{
  int aside_natural, main_min, main_natural;

  gtk_widget_measure (self->aside, GTK_ORIENTATION_HORIZONTAL, -1, minimum, &aside_natural, NULL,
                      NULL);
  gtk_widget_measure (self->main, GTK_ORIENTATION_HORIZONTAL, -1, &main_min, &main_natural, NULL,
                      NULL);
  if (self->stacked)
    {
      *minimum = MAX (*minimum, main_min);
      *natural = MAX (aside_natural, main_natural);
      return;
    }
  *minimum = MAX (*minimum, ASIDE_MIN) + SPACING + main_min;
  *natural = MAX (*minimum, ASIDE_MAX + SPACING + main_natural);
}

static void
measure_height (AssayTwoColumns *self, int width, int *minimum, int *natural)
{
  int aside_min, aside_natural, main_min, main_natural;
  int aside = -1, rest = -1;

  if (width >= 0)
    {
      aside = self->stacked ? width : aside_width (self, width);
      rest = self->stacked ? width : MAX (width - SPACING - aside, min_width (self->main));
    }
  gtk_widget_measure (self->aside, GTK_ORIENTATION_VERTICAL, aside, &aside_min, &aside_natural,
                      NULL, NULL);
  gtk_widget_measure (self->main, GTK_ORIENTATION_VERTICAL, rest, &main_min, &main_natural, NULL,
                      NULL);
  *minimum = self->stacked ? aside_min + SPACING + main_min : MAX (aside_min, main_min);
  *natural
      = self->stacked ? aside_natural + SPACING + main_natural : MAX (aside_natural, main_natural);
}

static void
assay_two_columns_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  AssayTwoColumns *self = ASSAY_TWO_COLUMNS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, minimum, natural);
  else
    measure_height (self, for_size, minimum, natural);
}

static void
allocate_stacked (AssayTwoColumns *self, int width)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self));
  GtkWidget *second = gtk_widget_get_next_sibling (first);
  int first_height, second_height;

  gtk_widget_measure (first, GTK_ORIENTATION_VERTICAL, width, NULL, &first_height, NULL, NULL);
  gtk_widget_measure (second, GTK_ORIENTATION_VERTICAL, width, NULL, &second_height, NULL, NULL);
  gtk_widget_size_allocate (first, &(GtkAllocation){ 0, 0, width, first_height }, -1);
  gtk_widget_size_allocate (
      second, &(GtkAllocation){ 0, first_height + SPACING, width, second_height }, -1);
}

static void
assay_two_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AssayTwoColumns *self = ASSAY_TWO_COLUMNS (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int aside, rest;

  if (self->stacked)
    {
      allocate_stacked (self, width);
      return;
    }
  aside = aside_width (self, width);
  rest = MAX (width - SPACING - aside, min_width (self->main));
  gtk_widget_size_allocate (
      self->aside, &(GtkAllocation){ mirrored ? rest + SPACING : 0, 0, aside, height }, -1);
  gtk_widget_size_allocate (
      self->main, &(GtkAllocation){ mirrored ? 0 : aside + SPACING, 0, rest, height }, -1);
}

static GtkSizeRequestMode
assay_two_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
assay_two_columns_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  AssayTwoColumns *self = ASSAY_TWO_COLUMNS (object);

  switch ((AssayTwoColumnsProperty)id)
    {
    case PROP_ASIDE:
      self->aside = g_value_get_object (value);
      gtk_widget_insert_after (self->aside, GTK_WIDGET (self), NULL);
      break;
    case PROP_MAIN:
      self->main = g_value_get_object (value);
      gtk_widget_insert_before (self->main, GTK_WIDGET (self), NULL);
      break;
    case PROP_STACKED:
      if (self->stacked == g_value_get_boolean (value))
        break;
      self->stacked = g_value_get_boolean (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      g_object_notify_by_pspec (object, spec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
assay_two_columns_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  AssayTwoColumns *self = ASSAY_TWO_COLUMNS (object);

  switch ((AssayTwoColumnsProperty)id)
    {
    case PROP_ASIDE:
      g_value_set_object (value, self->aside);
      break;
    case PROP_MAIN:
      g_value_set_object (value, self->main);
      break;
    case PROP_STACKED:
      g_value_set_boolean (value, self->stacked);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
assay_two_columns_dispose (GObject *object)
{
  AssayTwoColumns *self = ASSAY_TWO_COLUMNS (object);

  g_clear_pointer (&self->aside, gtk_widget_unparent);
  g_clear_pointer (&self->main, gtk_widget_unparent);

  G_OBJECT_CLASS (assay_two_columns_parent_class)->dispose (object);
}

static void
assay_two_columns_class_init (AssayTwoColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = assay_two_columns_dispose;
  object_class->set_property = assay_two_columns_set_property;
  object_class->get_property = assay_two_columns_get_property;
  widget_class->measure = assay_two_columns_measure;
  widget_class->size_allocate = assay_two_columns_size_allocate;
  widget_class->get_request_mode = assay_two_columns_get_request_mode;

  properties[PROP_ASIDE]
      = g_param_spec_object ("aside", NULL, NULL, GTK_TYPE_WIDGET,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_MAIN]
      = g_param_spec_object ("main", NULL, NULL, GTK_TYPE_WIDGET,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_STACKED]
      = g_param_spec_boolean ("stacked", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
assay_two_columns_init (AssayTwoColumns *self)
{
}

void
assay_two_columns_set_main_first (AssayTwoColumns *self, gboolean main_first)
{
  if (main_first)
    gtk_widget_insert_before (self->aside, GTK_WIDGET (self), NULL);
  else
    gtk_widget_insert_after (self->aside, GTK_WIDGET (self), NULL);
}
