/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One value of one field: unknown, a whole number or a text. Everything that is counted or
 * measured is a whole number in the unit that its field's kind fixes (see field.h). */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ASSAY_VALUE_UNKNOWN,
  ASSAY_VALUE_INTEGER,
  ASSAY_VALUE_TEXT,
} AssayValueType;

typedef struct
{
  AssayValueType type;
  gint64 integer;
  char *text; /* owned, NULL unless type is TEXT */
} AssayValue;

#define ASSAY_VALUE_INIT { ASSAY_VALUE_UNKNOWN, 0, NULL }

void assay_value_clear (AssayValue *value);
void assay_value_set_integer (AssayValue *value, gint64 integer);
void assay_value_set_text (AssayValue *value, const char *text);
void assay_value_take_text (AssayValue *value, char *text);
void assay_value_copy (const AssayValue *from, AssayValue *to);
gboolean assay_value_equal (const AssayValue *a, const AssayValue *b);

static inline gboolean
assay_value_is_known (const AssayValue *value)
{
  return value->type != ASSAY_VALUE_UNKNOWN;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AssayValue, assay_value_clear)

G_END_DECLS
