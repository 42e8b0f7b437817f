/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/context.h"

#include "record/date.h"
#include "store/book-settings.h"

struct _AssayContext
{
  GObject parent_instance;

  GSettings *settings;
  AssayBook *book;
  AssayUnits units;
  gint32 today; /* ASSAY_DATE_UNKNOWN: the real one */
};

G_DEFINE_FINAL_TYPE (AssayContext, assay_context, G_TYPE_OBJECT)

typedef enum
{
  PROP_BOOK = 1,
  PROP_UNITS,
} AssayContextProperty;

static GParamSpec *properties[PROP_UNITS + 1];

enum
{
  SHOW_RECORD,
  SHOW_ROWS,
  EDIT_RECORD,
  DELETE_RECORDS,
  IMPORT_FILE,
  PRINT_INSPECTIONS,
  PRINT_PERFORMANCE,
  PRINT_RECORDS,
  COMPARE_SUPPLIERS,
  TOAST,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A book says which units its owner thinks in; one that does not follows this computer's. */
static void
update_units (AssayContext *self)
{
  AssayDb *reader = self->book ? assay_book_get_reader (self->book) : NULL;
  g_autofree char *name = NULL;
  AssayUnits units;

  if (reader)
    name = assay_book_settings_get (reader, ASSAY_SETTING_UNITS, NULL);
  if (!name && self->settings)
    name = g_settings_get_string (self->settings, "units");
  units = g_strcmp0 (name, "imperial") == 0 ? ASSAY_UNITS_IMPERIAL : ASSAY_UNITS_METRIC;
  if (units == self->units)
    return;
  self->units = units;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNITS]);
}

static void
assay_context_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  AssayContext *self = ASSAY_CONTEXT (object);

  switch ((AssayContextProperty)property_id)
    {
    case PROP_BOOK:
      g_value_set_object (value, self->book);
      break;
    case PROP_UNITS:
      g_value_set_int (value, self->units);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
assay_context_set_property (GObject *object,
                            guint property_id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  AssayContext *self = ASSAY_CONTEXT (object);

  switch ((AssayContextProperty)property_id)
    {
    case PROP_BOOK:
      assay_context_set_book (self, g_value_get_object (value));
      break;
    case PROP_UNITS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
assay_context_dispose (GObject *object)
{
  AssayContext *self = ASSAY_CONTEXT (object);

  if (self->book)
    g_signal_handlers_disconnect_by_data (self->book, self);
  g_clear_object (&self->book);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (assay_context_parent_class)->dispose (object);
}

static guint
add_signal (const char *name, guint n_types, GType first, GType second)
{
  /* A third one is a number. */
  GType types[3] = { first, second, G_TYPE_INT };

  return g_signal_newv (name, ASSAY_TYPE_CONTEXT, G_SIGNAL_RUN_LAST, NULL, NULL, NULL, NULL,
                        G_TYPE_NONE, n_types, types);
}

static void
assay_context_class_init (AssayContextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = assay_context_get_property;
  object_class->set_property = assay_context_set_property;
  object_class->dispose = assay_context_dispose;

  properties[PROP_BOOK]
      = g_param_spec_object ("book", NULL, NULL, ASSAY_TYPE_BOOK,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_UNITS]
      = g_param_spec_int ("units", NULL, NULL, ASSAY_UNITS_METRIC, ASSAY_UNITS_IMPERIAL,
                          ASSAY_UNITS_METRIC, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SHOW_RECORD] = add_signal ("show-record", 2, G_TYPE_INT, G_TYPE_INT64);
  signals[SHOW_ROWS] = add_signal ("show-rows", 2, G_TYPE_POINTER, G_TYPE_STRING);
  signals[EDIT_RECORD] = add_signal ("edit-record", 1, ASSAY_TYPE_RECORD, G_TYPE_NONE);
  signals[DELETE_RECORDS] = add_signal ("delete-records", 2, G_TYPE_INT, G_TYPE_ARRAY);
  signals[IMPORT_FILE] = add_signal ("import-file", 2, G_TYPE_FILE, G_TYPE_INT);
  signals[PRINT_INSPECTIONS] = add_signal ("print-inspections", 3, G_TYPE_ARRAY, G_TYPE_INT);
  signals[PRINT_PERFORMANCE] = add_signal ("print-performance", 2, G_TYPE_POINTER, G_TYPE_INT);
  signals[PRINT_RECORDS] = add_signal ("print-records", 2, G_TYPE_POINTER, G_TYPE_INT);
  signals[COMPARE_SUPPLIERS] = add_signal ("compare-suppliers", 1, G_TYPE_ARRAY, G_TYPE_NONE);
  signals[TOAST] = add_signal ("toast", 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[FAILED] = add_signal ("failed", 2, G_TYPE_STRING, G_TYPE_ERROR);
}

static void
assay_context_init (AssayContext *self)
{
  self->today = ASSAY_DATE_UNKNOWN;
}

/**
 * assay_context_new:
 * @settings: (nullable): what belongs to this computer
 */
AssayContext *
assay_context_new (GSettings *settings)
{
  AssayContext *self = g_object_new (ASSAY_TYPE_CONTEXT, NULL);

  g_set_object (&self->settings, settings);
  update_units (self);
  return self;
}

AssayBook *
assay_context_get_book (AssayContext *self)
{
  g_return_val_if_fail (ASSAY_IS_CONTEXT (self), NULL);

  return self->book;
}

void
assay_context_set_book (AssayContext *self, AssayBook *book)
{
  g_autoptr (AssayBook) before = NULL;

  g_return_if_fail (ASSAY_IS_CONTEXT (self));

  if (self->book == book)
    return;
  before = g_steal_pointer (&self->book);
  if (before)
    g_signal_handlers_disconnect_by_data (before, self);
  if (book)
    {
      self->book = g_object_ref (book);
      g_signal_connect_swapped (book, "changed", G_CALLBACK (update_units), self);
    }
  update_units (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOOK]);
}

GSettings *
assay_context_get_settings (AssayContext *self)
{
  g_return_val_if_fail (ASSAY_IS_CONTEXT (self), NULL);

  return self->settings;
}

AssayUnits
assay_context_get_units (AssayContext *self)
{
  g_return_val_if_fail (ASSAY_IS_CONTEXT (self), ASSAY_UNITS_METRIC);

  return self->units;
}

gint32
assay_context_get_today (AssayContext *self)
{
  g_return_val_if_fail (ASSAY_IS_CONTEXT (self), ASSAY_DATE_UNKNOWN);

  return self->today == ASSAY_DATE_UNKNOWN ? assay_date_today () : self->today;
}

void
assay_context_set_today (AssayContext *self, gint32 today)
{
  g_return_if_fail (ASSAY_IS_CONTEXT (self));

  self->today = today;
}

void
assay_context_show_record (AssayContext *self, AssayType type, gint64 id)
{
  g_signal_emit (self, signals[SHOW_RECORD], 0, (int)type, id);
}

void
assay_context_show_rows (AssayContext *self, const AssayQuery *query, const char *title)
{
  g_signal_emit (self, signals[SHOW_ROWS], 0, query, title);
}

void
assay_context_edit_record (AssayContext *self, AssayRecord *record)
{
  g_signal_emit (self, signals[EDIT_RECORD], 0, record);
}

void
assay_context_delete_records (AssayContext *self, AssayType type, GArray *ids)
{
  g_signal_emit (self, signals[DELETE_RECORDS], 0, (int)type, ids);
}

void
assay_context_import_file (AssayContext *self, GFile *file, AssayType type)
{
  g_signal_emit (self, signals[IMPORT_FILE], 0, file, (int)type);
}

void
assay_context_print_inspections (AssayContext *self, GArray *ids, int kind, int action)
{
  g_signal_emit (self, signals[PRINT_INSPECTIONS], 0, ids, kind, action);
}

void
assay_context_print_performance (AssayContext *self, gconstpointer job, int action)
{
  g_signal_emit (self, signals[PRINT_PERFORMANCE], 0, job, action);
}

void
assay_context_print_records (AssayContext *self, gconstpointer job, int action)
{
  g_signal_emit (self, signals[PRINT_RECORDS], 0, job, action);
}

void
assay_context_compare_suppliers (AssayContext *self, GArray *ids)
{
  g_signal_emit (self, signals[COMPARE_SUPPLIERS], 0, ids);
}

void
assay_context_toast (AssayContext *self, const char *message)
{
  g_signal_emit (self, signals[TOAST], 0, message, FALSE);
}

void
assay_context_toast_undo (AssayContext *self, const char *message)
{
  g_signal_emit (self, signals[TOAST], 0, message, TRUE);
}

void
assay_context_failed (AssayContext *self, const char *what, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_signal_emit (self, signals[FAILED], 0, what, error);
}
