/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of a form: one field of the catalogue, whatever its kind. The form loads a record into its
 * rows, listens to "edited", stores the rows into its working copy and says at the row what is
 * wrong there. Main thread. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_FIELD_ROW (assay_field_row_get_type ())
G_DECLARE_INTERFACE (AssayFieldRow, assay_field_row, ASSAY, FIELD_ROW, GtkWidget)

struct _AssayFieldRowInterface
{
  GTypeInterface parent;

  void (*load) (AssayFieldRow *row, const AssayRecord *record);
  gboolean (*store) (AssayFieldRow *row, AssayRecord *record, GError **error);
  void (*set_problem) (AssayFieldRow *row, const char *message);
};

/* What a row asks the catalogue about. The field belongs to the catalogue and lives for ever. */
typedef struct
{
  const AssayRecordType *type;
  const AssayField *field;
  guint index;
  AssayUnits units;
} AssayFieldPlace;

AssayFieldRow *assay_field_row_new (AssayContext *context,
                                    const AssayRecordType *type,
                                    guint index,
                                    const char *title);

/* Shows the record's value. Emits nothing. */
void assay_field_row_load (AssayFieldRow *row, const AssayRecord *record);
/* Puts what was typed or chosen into the record; when it cannot be read as a value of the field,
 * the record's value becomes unknown and the error says why. */
gboolean assay_field_row_store (AssayFieldRow *row, AssayRecord *record, GError **error);
/* NULL: nothing is wrong. */
void assay_field_row_set_problem (AssayFieldRow *row, const char *message);

/* For the rows themselves. */
void assay_field_row_edited (AssayFieldRow *row);
void
assay_field_row_mark (GtkWidget *row, GtkWidget *control, GtkLabel *words, const char *message);
void assay_field_place_init (AssayFieldPlace *place,
                             AssayContext *context,
                             const AssayRecordType *type,
                             guint index);

G_END_DECLS
