/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a field of a record type is: its column, its kind, how it is shown, asked for and checked.
 * Fields are static tables; forms, tables, import, export, search and history read them. */

#pragma once

#include <glib.h>

#include "record/value.h"

G_BEGIN_DECLS

/* The record types of a book, in the order in which a reader would name them. */
typedef enum
{
  ASSAY_TYPE_NONE,
  ASSAY_TYPE_SUPPLIER,
  ASSAY_TYPE_CONTACT,
  ASSAY_TYPE_PRODUCT,
  ASSAY_TYPE_ORDER,
  ASSAY_TYPE_ORDER_LINE,
  ASSAY_TYPE_PROMISE,
  ASSAY_TYPE_DELIVERY,
  ASSAY_TYPE_INSPECTION,
  ASSAY_TYPE_DEFECT,
  ASSAY_TYPE_DEFECT_TYPE,
  ASSAY_TYPE_PLAN_PROFILE,
  ASSAY_TYPE_CHECKLIST,
  ASSAY_TYPE_CHECKLIST_ITEM,
  ASSAY_TYPE_CHECKPOINT,
  ASSAY_TYPE_CORRECTIVE_ACTION,
  ASSAY_TYPE_MILESTONE,
  ASSAY_TYPE_MILESTONE_PLAN,
  ASSAY_TYPE_MILESTONE_STEP,
  ASSAY_TYPE_BLACKOUT,
  ASSAY_TYPE_EXCHANGE_RATE,
  ASSAY_TYPE_DEMAND,
  ASSAY_TYPE_SCORECARD,
  ASSAY_TYPE_CRITERION,
  ASSAY_TYPE_ASSESSMENT,
  ASSAY_TYPE_SITE,
  ASSAY_TYPE_CAPABILITY,
  ASSAY_TYPE_REFERENCE_CALL,
  ASSAY_TYPE_REPAIR_PARTNER,
  ASSAY_TYPE_RISK,
  ASSAY_TYPE_SUPPLIER_NAME,
  ASSAY_TYPE_VARIANT,
  ASSAY_TYPE_COMPONENT,
  ASSAY_TYPE_REQUIREMENT,
  ASSAY_TYPE_TEST_PROTOCOL,
  ASSAY_TYPE_PROTOCOL_TEST,
  ASSAY_TYPE_SAMPLE,
  ASSAY_TYPE_SAMPLE_TEST,
  ASSAY_TYPE_SCHEME,
  ASSAY_TYPE_EVIDENCE,
  ASSAY_TYPE_VERIFICATION,
  ASSAY_TYPE_AUDIT_FINDING,
  ASSAY_TYPE_CLAIM,
  ASSAY_TYPE_CLAIM_KIND,
  ASSAY_TYPE_CLAIM_NEED,
  ASSAY_TYPE_CLAIM_WORD,
  ASSAY_TYPE_DILIGENCE,
  ASSAY_TYPE_DILIGENCE_ITEM,
  ASSAY_TYPE_DILIGENCE_CHECK,
  ASSAY_TYPE_ATTACHMENT,
  ASSAY_N_TYPES,
} AssayType;

/* For sets of types. */
#define ASSAY_TYPE_BIT(type) (G_GUINT64_CONSTANT (1) << (type))

/* How a value is stored, shown and typed. The comment gives the stored unit. */
typedef enum
{
  ASSAY_KIND_TEXT,          /* one line */
  ASSAY_KIND_LONG_TEXT,     /* paragraphs */
  ASSAY_KIND_INTEGER,       /* a number without meaning as an amount: a year */
  ASSAY_KIND_COUNT,         /* pieces, never negative */
  ASSAY_KIND_DECIMAL,       /* integer scaled by 10^scale */
  ASSAY_KIND_MONEY,         /* minor units × 10^scale of the currency in `currency_field` */
  ASSAY_KIND_SHARE,         /* parts per million, shown in percent */
  ASSAY_KIND_DATE,          /* days since 1970-01-01 */
  ASSAY_KIND_INSTANT,       /* UTC microseconds since 1970-01-01 */
  ASSAY_KIND_CHOICE,        /* text out of `choices` */
  ASSAY_KIND_COUNTRY,       /* ISO 3166-1 alpha-2 */
  ASSAY_KIND_CURRENCY,      /* ISO 4217 alpha */
  ASSAY_KIND_FLAG,          /* 0 or 1 */
  ASSAY_KIND_REFERENCE,     /* id of a record of type `reference` */
  ASSAY_KIND_LINK,          /* a web address */
  ASSAY_KIND_MAIL,          /* a mail address */
  ASSAY_KIND_PHONE,         /* a telephone number */
  ASSAY_KIND_LENGTH,        /* mm */
  ASSAY_KIND_MASS,          /* g */
  ASSAY_KIND_VOLUME,        /* cm³ */
  ASSAY_KIND_AREAL_DENSITY, /* g/m² */
  ASSAY_KIND_PRESSURE,      /* mm H₂O */
  ASSAY_KIND_FORCE,         /* mN */
  ASSAY_N_KINDS,
} AssayFieldKind;

typedef enum
{
  ASSAY_FIELD_REQUIRED = 1 << 0,
  ASSAY_FIELD_SEARCHABLE = 1 << 1, /* in the full-text index */
  ASSAY_FIELD_SHOWN = 1 << 2,      /* a column of the table unless the user hides it */
  ASSAY_FIELD_DERIVED = 1 << 3, /* kept by the store from other records; never typed or imported */
  ASSAY_FIELD_HIDDEN = 1 << 4,  /* plumbing: in no form, table or export */
  ASSAY_FIELD_RANGE = 1 << 5,   /* `min` and `max` hold */
  ASSAY_FIELD_UNIQUE = 1 << 6,  /* no two records share it (among known values) */
} AssayFieldFlags;

typedef struct
{
  const char *value; /* as stored and exported */
  const char *label; /* marked for translation, in the context of nothing else */
} AssayChoice;

typedef struct
{
  const char *column; /* also the name on the command line and the heading of an export */
  AssayFieldKind kind;
  AssayFieldFlags flags;
  const char *label;   /* marked for translation */
  const char *help;    /* marked for translation; nullable */
  const char *unit;    /* marked for translation; nullable: a unit beside the kind's own, "days" */
  const char *group;   /* marked for translation: heading in the form */
  const char *aliases; /* other headings seen in spreadsheets, separated by '|'; nullable */
  const AssayChoice *choices; /* ends with a NULL value; for CHOICE */
  const char *initial;        /* value of a new record, in the stored form as text; nullable */
  AssayType reference;        /* for REFERENCE */
  const char
      *currency_column; /* for MONEY: the column of the same record that names the currency */
  guint scale;          /* for DECIMAL and MONEY: digits after the (minor) unit */
  gint64 min, max;      /* in the stored unit, with ASSAY_FIELD_RANGE */
} AssayField;

gboolean assay_field_is_text (const AssayField *field);
gboolean assay_field_is_number (const AssayField *field);
const char *assay_field_label (const AssayField *field);
const char *assay_field_help (const AssayField *field);
const char *assay_field_group (const AssayField *field);
const char *assay_field_unit (const AssayField *field);
const char *assay_field_choice_label (const AssayField *field, const char *value);
void assay_field_set_initial (const AssayField *field, AssayValue *value);

G_END_DECLS
