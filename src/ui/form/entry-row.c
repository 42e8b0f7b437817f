/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looks like AdwEntryRow, which has no place for words under the entry: the help of the field, the
 * day of the week of a typed date, or what is wrong. */

#include "assay-config.h"

#include "ui/form/entry-row.h"

#include <glib/gi18n-lib.h>

#include "record/format.h"
#include "ui/form/date-button.h"
#include "ui/form/date-text.h"
#include "ui/form/reach.h"
#include "ui/init.h"

struct _AssayEntryRow
{
  AdwPreferencesRow parent_instance;

  AssayFieldPlace place;
  char *currency;
  gint32 today;
  gboolean loading;

  GtkText *text;
  GtkLabel *unit;
  GtkLabel *words;
  GtkWidget *button; /* calendar, or open; nullable */
};

static void assay_entry_row_field_row_init (AssayFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AssayEntryRow,
                               assay_entry_row,
                               ADW_TYPE_PREFERENCES_ROW,
                               G_IMPLEMENT_INTERFACE (ASSAY_TYPE_FIELD_ROW,
                                                      assay_entry_row_field_row_init))

static gboolean
is_reach (AssayFieldKind kind)
{
  return kind == ASSAY_KIND_LINK || kind == ASSAY_KIND_MAIL || kind == ASSAY_KIND_PHONE;
}

static gboolean
parse_date (AssayEntryRow *self, const char *text, AssayValue *value, GError **error)
{
  g_autofree char *example = NULL;
  gint32 date;

  if (assay_date_text_parse (text, self->today, NULL, &date))
    {
      assay_value_set_integer (value, date);
      return TRUE;
    }
  example = assay_date_text_example (self->today);
  g_set_error (error, ASSAY_FORMAT_ERROR, ASSAY_FORMAT_ERROR_DATE,
               /* Translators: an example of a date */
               _ ("Not a date; write it like %s"), example);
  return FALSE;
}

static gboolean
parse (AssayEntryRow *self, AssayValue *value, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text))));

  if (*text == '\0')
    {
      assay_value_clear (value);
      return TRUE;
    }
  if (self->place.field->kind == ASSAY_KIND_DATE)
    return parse_date (self, text, value, error);
  return assay_format_parse_edit (self->place.field, text, self->currency, self->place.units, value,
                                  error);
}

/* What stands under the entry while nothing is wrong. */
static void
update_words (AssayEntryRow *self)
{
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;
  g_autofree char *spelled = NULL;
  const char *words = assay_field_help (self->place.field);

  if (self->place.field->kind == ASSAY_KIND_DATE && parse (self, &value, NULL)
      && assay_value_is_known (&value))
    {
      spelled = assay_date_button_spell ((gint32)value.integer);
      words = spelled;
    }

  gtk_label_set_label (self->words, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->words), words != NULL && *words != '\0');
  gtk_widget_remove_css_class (GTK_WIDGET (self->words), "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "dimmed");
}

static void
update_unit (AssayEntryRow *self)
{
  g_autofree char *unit = NULL;

  if (self->place.field->kind == ASSAY_KIND_MONEY)
    unit = g_strdup (self->currency);
  else if (self->place.field->kind == ASSAY_KIND_SHARE)
    unit = g_strdup ("%");
  else
    unit = assay_format_column_unit (self->place.field, self->place.units);

  gtk_label_set_label (self->unit, unit != NULL ? unit : "");
  gtk_widget_set_visible (GTK_WIDGET (self->unit), unit != NULL && *unit != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  unit != NULL ? unit : "", -1);
}

static void
update_button (AssayEntryRow *self)
{
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;
  gboolean known;

  if (self->button == NULL)
    return;

  known = parse (self, &value, NULL) && assay_value_is_known (&value);
  if (self->place.field->kind == ASSAY_KIND_DATE)
    assay_date_button_set_date (ASSAY_DATE_BUTTON (self->button),
                                known ? (gint32)value.integer : ASSAY_DATE_UNKNOWN);
  else
    gtk_widget_set_visible (self->button, known);
}

/* Keeps the amount's digits in step with the currency chosen in another row. */
static void
set_currency (AssayEntryRow *self, const AssayRecord *record)
{
  const AssayField *field = self->place.field;
  int index;

  if (field->kind != ASSAY_KIND_MONEY || field->currency_column == NULL)
    return;
  index = assay_record_type_find_field (self->place.type, field->currency_column);
  g_return_if_fail (index >= 0);
  if (g_set_str (&self->currency, assay_record_get_text (record, (guint)index)))
    update_unit (self);
}

static void
text_changed_cb (AssayEntryRow *self)
{
  update_button (self);
  if (self->loading)
    return;
  assay_field_row_edited (ASSAY_FIELD_ROW (self));
}

static void
focus_cb (AssayEntryRow *self, GParamSpec *pspec, GtkEventControllerFocus *focus)
{
  if (gtk_event_controller_focus_contains_focus (focus))
    gtk_widget_add_css_class (GTK_WIDGET (self), "focused");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "focused");
}

static void
pressed_cb (AssayEntryRow *self)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (self->text)))
    gtk_text_grab_focus_without_selecting (self->text);
}

static void
date_chosen_cb (AssayEntryRow *self, int day)
{
  g_autofree char *text = assay_date_format_iso ((gint32)day);

  gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
}

static void
open_cb (AssayEntryRow *self)
{
  assay_reach_open (GTK_WIDGET (self), self->place.field->kind,
                    gtk_editable_get_text (GTK_EDITABLE (self->text)));
}

/* Up and Down walk the days of a date and the steps of a count. */
static gboolean
key_cb (AssayEntryRow *self, guint key, guint code, GdkModifierType state)
{
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;
  int step = key == GDK_KEY_Up ? 1 : key == GDK_KEY_Down ? -1 : 0;

  if (step == 0 || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0
      || self->place.field->kind != ASSAY_KIND_DATE || !parse (self, &value, NULL)
      || !assay_value_is_known (&value))
    return GDK_EVENT_PROPAGATE;

  date_chosen_cb (self, (int)CLAMP (value.integer + step, ASSAY_DATE_MIN, ASSAY_DATE_MAX));
  return GDK_EVENT_STOP;
}

static void
assay_entry_row_load (AssayFieldRow *row, const AssayRecord *record)
{
  AssayEntryRow *self = ASSAY_ENTRY_ROW (row);
  g_autofree char *text = NULL;

  set_currency (self, record);
  text = assay_format_edit (record, self->place.index, self->place.units);
  self->loading = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->text), text != NULL ? text : "");
  self->loading = FALSE;
  update_unit (self);
  update_button (self);
  update_words (self);
}

static gboolean
assay_entry_row_store (AssayFieldRow *row, AssayRecord *record, GError **error)
{
  AssayEntryRow *self = ASSAY_ENTRY_ROW (row);
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;
  g_autofree char *shown = NULL;

  set_currency (self, record);

  /* What is shown may be rounded (inches of a length kept in millimetres): text that still shows
   * the record's value leaves it alone. */
  shown = assay_format_edit (record, self->place.index, self->place.units);
  if (g_strcmp0 (shown, gtk_editable_get_text (GTK_EDITABLE (self->text))) == 0)
    return TRUE;

  if (!parse (self, &value, error))
    {
      assay_record_set_unknown (record, self->place.index);
      return FALSE;
    }
  assay_record_set_value (record, self->place.index, &value);
  return TRUE;
}

static void
assay_entry_row_set_problem (AssayFieldRow *row, const char *message)
{
  AssayEntryRow *self = ASSAY_ENTRY_ROW (row);

  if (message == NULL)
    update_words (self);
  else
    {
      gtk_label_set_label (self->words, message);
      gtk_widget_set_visible (GTK_WIDGET (self->words), TRUE);
      gtk_widget_remove_css_class (GTK_WIDGET (self->words), "dimmed");
      gtk_widget_add_css_class (GTK_WIDGET (self->words), "error");
    }
  assay_field_row_mark (GTK_WIDGET (self), GTK_WIDGET (self->text), self->words, message);
}

static gboolean
assay_entry_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ASSAY_ENTRY_ROW (widget)->text));
}

static void
assay_entry_row_finalize (GObject *object)
{
  g_free (ASSAY_ENTRY_ROW (object)->currency);

  G_OBJECT_CLASS (assay_entry_row_parent_class)->finalize (object);
}

static void
assay_entry_row_field_row_init (AssayFieldRowInterface *iface)
{
  iface->load = assay_entry_row_load;
  iface->store = assay_entry_row_store;
  iface->set_problem = assay_entry_row_set_problem;
}

static void
assay_entry_row_class_init (AssayEntryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = assay_entry_row_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = assay_entry_row_grab_focus;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               ASSAY_UI_RESOURCES "form/entry-row.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), AssayEntryRow, text);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), AssayEntryRow, unit);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), AssayEntryRow, words);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), text_changed_cb);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), focus_cb);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), pressed_cb);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), key_cb);
}

static void
assay_entry_row_init (AssayEntryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkInputPurpose
input_purpose (AssayFieldKind kind)
{
  switch (kind)
    {
    case ASSAY_KIND_INTEGER:
    case ASSAY_KIND_COUNT:
    case ASSAY_KIND_DECIMAL:
    case ASSAY_KIND_MONEY:
    case ASSAY_KIND_SHARE:
    case ASSAY_KIND_LENGTH:
    case ASSAY_KIND_MASS:
    case ASSAY_KIND_VOLUME:
    case ASSAY_KIND_AREAL_DENSITY:
    case ASSAY_KIND_PRESSURE:
    case ASSAY_KIND_FORCE:
      return GTK_INPUT_PURPOSE_NUMBER;
    case ASSAY_KIND_LINK:
      return GTK_INPUT_PURPOSE_URL;
    case ASSAY_KIND_MAIL:
      return GTK_INPUT_PURPOSE_EMAIL;
    case ASSAY_KIND_PHONE:
      return GTK_INPUT_PURPOSE_PHONE;
    case ASSAY_KIND_TEXT:
    case ASSAY_KIND_LONG_TEXT:
    case ASSAY_KIND_DATE:
    case ASSAY_KIND_INSTANT:
    case ASSAY_KIND_CHOICE:
    case ASSAY_KIND_COUNTRY:
    case ASSAY_KIND_CURRENCY:
    case ASSAY_KIND_FLAG:
    case ASSAY_KIND_REFERENCE:
    case ASSAY_N_KINDS:
    default:
      return GTK_INPUT_PURPOSE_FREE_FORM;
    }
}

/* The calendar of a date, or the button that opens an address. */
static void
add_button (AssayEntryRow *self)
{
  const AssayField *field = self->place.field;
  GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (self->unit));
  g_autofree char *name = NULL;

  if (field->kind == ASSAY_KIND_DATE)
    {
      self->button = assay_date_button_new ();
      g_signal_connect_object (self->button, "chosen", G_CALLBACK (date_chosen_cb), self,
                               G_CONNECT_SWAPPED);
    }
  else if (is_reach (field->kind))
    {
      self->button = gtk_button_new_from_icon_name (assay_reach_icon (field->kind));
      gtk_widget_set_tooltip_text (self->button, assay_reach_verb (field->kind));
      g_signal_connect_object (self->button, "clicked", G_CALLBACK (open_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (self->button, "flat");
    }
  else
    return;

  gtk_box_append (GTK_BOX (box), self->button);
}

AssayFieldRow *
assay_entry_row_new (AssayContext *context,
                     const AssayRecordType *type,
                     guint index,
                     const char *title)
{
  AssayEntryRow *self
      = g_object_new (ASSAY_TYPE_ENTRY_ROW, "title", title, "use-underline", TRUE, NULL);

  assay_field_place_init (&self->place, context, type, index);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  assay_field_label (self->place.field), -1);
  self->today = assay_context_get_today (context);
  gtk_text_set_input_purpose (self->text, input_purpose (self->place.field->kind));
  add_button (self);
  update_unit (self);
  update_words (self);
  return ASSAY_FIELD_ROW (self);
}

void
assay_entry_row_set_text (AssayEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row->text), text);
}
