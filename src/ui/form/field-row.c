/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/form/field-row.h"

#include "ui/form/choice-row.h"
#include "ui/form/entry-row.h"
#include "ui/form/flag-row.h"
#include "ui/form/long-text-row.h"
#include "ui/form/reference-row.h"

G_DEFINE_INTERFACE (AssayFieldRow, assay_field_row, GTK_TYPE_WIDGET)

typedef enum
{
  SIGNAL_EDITED,
  N_SIGNALS,
} AssayFieldRowSignal;

static guint signals[N_SIGNALS];

static void
assay_field_row_default_init (AssayFieldRowInterface *iface)
{
  /* A person changed what the row holds. */
  signals[SIGNAL_EDITED] = g_signal_new ("edited", ASSAY_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * assay_field_row_new:
 * @context: the context of the window
 * @type: a record type
 * @index: one of its fields, of any kind
 * @title: the label, with an underscore before its mnemonic
 *
 * Returns: (transfer floating): the row that suits the field's kind
 */
AssayFieldRow *
assay_field_row_new (AssayContext *context,
                     const AssayRecordType *type,
                     guint index,
                     const char *title)
{
  g_return_val_if_fail (index < type->n_fields, NULL);

  switch (type->fields[index].kind)
    {
    case ASSAY_KIND_LONG_TEXT:
      return assay_long_text_row_new (context, type, index, title);
    case ASSAY_KIND_CHOICE:
    case ASSAY_KIND_COUNTRY:
    case ASSAY_KIND_CURRENCY:
      return assay_choice_row_new (context, type, index, title);
    case ASSAY_KIND_FLAG:
      return assay_flag_row_new (context, type, index, title);
    case ASSAY_KIND_REFERENCE:
      return assay_reference_row_new (context, type, index, title);
    case ASSAY_KIND_TEXT:
    case ASSAY_KIND_INTEGER:
    case ASSAY_KIND_COUNT:
    case ASSAY_KIND_DECIMAL:
    case ASSAY_KIND_MONEY:
    case ASSAY_KIND_SHARE:
    case ASSAY_KIND_DATE:
    case ASSAY_KIND_INSTANT:
    case ASSAY_KIND_LINK:
    case ASSAY_KIND_MAIL:
    case ASSAY_KIND_PHONE:
    case ASSAY_KIND_LENGTH:
    case ASSAY_KIND_MASS:
    case ASSAY_KIND_VOLUME:
    case ASSAY_KIND_AREAL_DENSITY:
    case ASSAY_KIND_PRESSURE:
    case ASSAY_KIND_FORCE:
      return assay_entry_row_new (context, type, index, title);
    case ASSAY_N_KINDS:
    default:
      g_assert_not_reached ();
    }
}

void
assay_field_row_load (AssayFieldRow *row, const AssayRecord *record)
{
  g_return_if_fail (ASSAY_IS_FIELD_ROW (row));

  ASSAY_FIELD_ROW_GET_IFACE (row)->load (row, record);
}

gboolean
assay_field_row_store (AssayFieldRow *row, AssayRecord *record, GError **error)
{
  g_return_val_if_fail (ASSAY_IS_FIELD_ROW (row), FALSE);

  return ASSAY_FIELD_ROW_GET_IFACE (row)->store (row, record, error);
}

void
assay_field_row_set_problem (AssayFieldRow *row, const char *message)
{
  g_return_if_fail (ASSAY_IS_FIELD_ROW (row));

  ASSAY_FIELD_ROW_GET_IFACE (row)->set_problem (row, message);
}

void
assay_field_row_edited (AssayFieldRow *row)
{
  g_signal_emit (row, signals[SIGNAL_EDITED], 0);
}

/**
 * assay_field_row_mark:
 * @row: the row that gets or loses the look of an error
 * @control: what has the focus in it
 * @words: (nullable): the label that shows @message, when the row has one of its own
 * @message: (nullable): what is wrong
 *
 * Marks a control as invalid, for the eye and for assistive technology.
 */
void
assay_field_row_mark (GtkWidget *row, GtkWidget *control, GtkLabel *words, const char *message)
{
  if (message == NULL)
    {
      gtk_widget_remove_css_class (row, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (control),
                                     GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
      return;
    }

  gtk_widget_add_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  if (words != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE,
                                    words, NULL, -1);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    message, -1);
}

void
assay_field_place_init (AssayFieldPlace *place,
                        AssayContext *context,
                        const AssayRecordType *type,
                        guint index)
{
  place->type = type;
  place->field = &type->fields[index];
  place->index = index;
  place->units = assay_context_get_units (context);
}
