/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One cell as one value. What a cell says stays what it says: a number, a date or a choice that is
 * not surely read is left unknown with the reason, never guessed. No doubles: numbers are exact. */

#pragma once

#include "record/catalogue.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_FAULT_NONE,
  ASSAY_FAULT_NOT_NUMBER,
  ASSAY_FAULT_NOT_FINITE,
  ASSAY_FAULT_TOO_LARGE,
  ASSAY_FAULT_NEGATIVE,
  ASSAY_FAULT_FRACTION,
  ASSAY_FAULT_PERCENT,
  ASSAY_FAULT_RANGE,
  ASSAY_FAULT_UNIT,
  ASSAY_FAULT_CURRENCY,
  ASSAY_FAULT_NOT_DATE,
  ASSAY_FAULT_NO_SUCH_DAY,
  ASSAY_FAULT_DATE_ORDER,
  ASSAY_FAULT_NOT_CHOICE,
  ASSAY_FAULT_NOT_COUNTRY,
  ASSAY_FAULT_NOT_CURRENCY,
  ASSAY_FAULT_NOT_FLAG,
  ASSAY_FAULT_FORMULA,
  ASSAY_FAULT_SHORTENED, /* a value there is, but not all of the cell */
} AssayFault;

/* A translated reason, for a report. */
const char *assay_fault_describe (AssayFault fault);

typedef enum
{
  ASSAY_DATE_ORDER_UNKNOWN,
  ASSAY_DATE_ORDER_DMY,
  ASSAY_DATE_ORDER_MDY,
  ASSAY_DATE_ORDER_YMD,
} AssayDateOrder;

/* A number as written: mantissa ÷ 10^digits. */
typedef struct
{
  gint64 mantissa;
  guint digits;
  gboolean percent;
  gboolean negative; /* also "-0" */
  char currency[4];  /* sign or code beside it, "" if none; "?" for a sign of several currencies */
  char unit[16];     /* letters after it, folded */
} AssayCellNumber;

/* What a separator in a number can be, seen in one cell. */
typedef enum
{
  ASSAY_DECIMAL_EVIDENCE_NONE,
  ASSAY_DECIMAL_EVIDENCE_POINT,
  ASSAY_DECIMAL_EVIDENCE_COMMA,
  ASSAY_DECIMAL_EVIDENCE_OPEN, /* one separator and three digits: thousands or thousandths */
} AssayDecimalEvidence;

/* @decimal: '.' or ',', as found for the column. */
AssayFault assay_cell_parse_number (const char *text, char decimal, AssayCellNumber *number);
AssayDecimalEvidence assay_cell_decimal_evidence (const char *text);

/* What the day-month order of a cell is, by itself. */
typedef enum
{
  ASSAY_DATE_EVIDENCE_NONE, /* no date, or one whose form leaves no doubt */
  ASSAY_DATE_EVIDENCE_DMY,
  ASSAY_DATE_EVIDENCE_MDY,
  ASSAY_DATE_EVIDENCE_OPEN, /* both are possible */
} AssayDateEvidence;

/* Two-digit years are 1970 to 2069. */
#define ASSAY_YEAR_PIVOT 70

AssayFault assay_cell_parse_date (const char *text, AssayDateOrder order, gint32 *date);
AssayDateEvidence assay_cell_date_evidence (const char *text);
/* A month's name or short name in English, the current locale or another common language: 1 to 12,
 * 0 if it is none. @length in bytes. */
int assay_month_from_name (const char *name, gsize length);

AssayFault assay_cell_parse_choice (const AssayField *field, const char *text, AssayValue *value);
AssayFault assay_cell_parse_country (const char *text, char code[3]);
AssayFault assay_cell_parse_currency (const char *text, char code[4]);
AssayFault assay_cell_parse_flag (const char *text, gboolean *flag);

/* How the cells of one column are to be read. */
typedef struct
{
  char decimal; /* '.' or ',' */
  AssayDateOrder date_order;
  const char *currency;       /* of money; nullable */
  const char *unit;           /* from the heading, folded; nullable */
  gboolean stored_unit;       /* measures are in the unit of the book, as an export writes them */
  gboolean share_as_fraction; /* 0.25 is a quarter; otherwise 25 is */
} AssayCellRules;

/* @text is blank: unknown without a fault. @seen_currency: (nullable) set to a currency that stood
 * beside the amount. */
AssayFault assay_cell_parse (const AssayField *field,
                             const AssayCellRules *rules,
                             const char *text,
                             AssayValue *value,
                             char seen_currency[4]);

/* Without white space of any script around it and without a spreadsheet's ="…" wrapping. */
char *assay_cell_strip (const char *text);
gboolean assay_cell_is_blank (const char *text);
/* Whether it reads as a number or a date. */
gboolean assay_cell_looks_like_value (const char *text);
/* For a report: at most 80 characters, invisible and direction-changing ones as <U+200B>. */
char *assay_cell_escape (const char *text);

G_END_DECLS
