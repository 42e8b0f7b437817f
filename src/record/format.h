/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Values as text and text as values, in three forms: *display* for people to read (localised, with
 * unit), *edit* for an entry (localised, plain), *plain* for files and scripts (no locale, ISO
 * dates, decimal point, stored choices). */

#pragma once

#include <glib.h>

#include "record/record.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_UNITS_METRIC,
  ASSAY_UNITS_IMPERIAL,
} AssayUnits;

#define ASSAY_FORMAT_ERROR (assay_format_error_quark ())
GQuark assay_format_error_quark (void);

typedef enum
{
  ASSAY_FORMAT_ERROR_NUMBER, /* not a number */
  ASSAY_FORMAT_ERROR_DATE,   /* not a date */
  ASSAY_FORMAT_ERROR_CHOICE, /* not among the choices */
  ASSAY_FORMAT_ERROR_RANGE,  /* outside what the field allows */
  ASSAY_FORMAT_ERROR_TEXT,   /* not a text that the kind allows */
} AssayFormatError;

char *assay_format_display (const AssayRecord *record, guint field, AssayUnits units);
char *assay_format_edit (const AssayRecord *record, guint field, AssayUnits units);
char *assay_format_plain (const AssayRecord *record, guint field);
char *assay_format_value_display (const AssayField *field,
                                  const AssayValue *value,
                                  const char *currency,
                                  AssayUnits units);
char *
assay_format_value_plain (const AssayField *field, const AssayValue *value, const char *currency);

gboolean assay_format_parse_edit (const AssayField *field,
                                  const char *text,
                                  const char *currency,
                                  AssayUnits units,
                                  AssayValue *value,
                                  GError **error);
gboolean assay_format_parse_plain (const AssayField *field,
                                   const char *text,
                                   const char *currency,
                                   AssayValue *value,
                                   GError **error);

char *assay_format_number (gint64 number);
char *assay_format_decimal (gint64 scaled, guint scale, gboolean localised);
gboolean assay_format_parse_decimal (
    const char *text, guint scale, gboolean localised, gint64 *scaled, GError **error);
char *assay_format_share (double share, guint digits);
char *assay_format_real (double number, guint digits);
char *assay_format_country (const char *code);
char *assay_format_column_unit (const AssayField *field, AssayUnits units);

G_END_DECLS
