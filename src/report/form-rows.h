/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines of a form that is filled in by hand, in the order and under the numbers that both the
 * printed form and the page for typing it have: quantities, defects, checks. */

#pragma once

#include "record/record.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_FORM_QUANTITY,
  ASSAY_FORM_DEFECT, /* of a type in the catalogue, or of none: to be named by hand */
  ASSAY_FORM_CHECK,
} AssayFormRowKind;

typedef struct
{
  guint number; /* from 1 */
  AssayFormRowKind kind;
  guint field;         /* of the inspection: a quantity's */
  gboolean second;     /* a defect of the second sample */
  AssayRecord *record; /* the defect type (nullable) or the checkpoint */
} AssayFormRow;

/* Rows for defects that are in no catalogue. */
#define ASSAY_FORM_OTHERS 4

/* GPtrArray of AssayFormRow. @defect_types and @checkpoints hold AssayRecord. */
GPtrArray *
assay_form_rows_new (AssayRecord *inspection, GPtrArray *defect_types, GPtrArray *checkpoints);
/* Over a group of defects that belong together: "Zip", "Zip · Slider". */
char *assay_form_row_dup_group (const AssayFormRow *row);

G_END_DECLS
