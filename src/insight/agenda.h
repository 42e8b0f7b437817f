/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is due on the days of a calendar: goods, planned steps of orders, payments, inspections,
 * corrective actions, deviations, assessments and evidence that run out, look-ups, findings of
 * audits, samples, risks to look at again; and the periods in which somebody is closed. Only what
 * is not done yet is in it. */

#pragma once

#include "record/field.h"
#include "store/db.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_AGENDA_PROMISE,    /* goods: the latest promise of an open line */
  ASSAY_AGENDA_STEP,       /* a planned step of an order, a line or a delivery */
  ASSAY_AGENDA_PAYMENT,    /* a milestone with money */
  ASSAY_AGENDA_MILESTONE,  /* another milestone */
  ASSAY_AGENDA_INSPECTION, /* one that is planned */
  ASSAY_AGENDA_ACTION,     /* a corrective action that is not closed */
  ASSAY_AGENDA_DEVIATION,  /* an accepted deviation ends */
  ASSAY_AGENDA_ASSESSMENT, /* an assessment or audit runs out */
  ASSAY_AGENDA_EVIDENCE,   /* a certificate, an audit, a report runs out */
  ASSAY_AGENDA_CHECK,      /* evidence is to be looked up again */
  ASSAY_AGENDA_FINDING,    /* a finding of an audit that is not closed */
  ASSAY_AGENDA_SAMPLE,     /* a sample that has not come */
  ASSAY_AGENDA_RISK,       /* a risk that is to be looked at again */
  ASSAY_AGENDA_BLACKOUT,   /* somebody is closed */
  ASSAY_AGENDA_N_KINDS,
} AssayAgendaKind;

#define ASSAY_AGENDA_ALL_KINDS ((1u << ASSAY_AGENDA_N_KINDS) - 1)
/* What Today and the notification at start remind of. */
#define ASSAY_AGENDA_REMINDERS                                                                     \
  (1u << ASSAY_AGENDA_EVIDENCE | 1u << ASSAY_AGENDA_CHECK | 1u << ASSAY_AGENDA_FINDING             \
   | 1u << ASSAY_AGENDA_SAMPLE | 1u << ASSAY_AGENDA_RISK)

typedef struct
{
  gint32 from, to;
  gint32 today;     /* what is due before is overdue */
  guint kinds;      /* 1 << AssayAgendaKind, or'ed */
  gint64 supplier;  /* only what concerns this one; 0: all */
  gboolean overdue; /* also what was due before @from and is not done */
} AssayAgendaQuestion;

typedef struct
{
  AssayAgendaKind kind;
  const char *what; /* "promised", "ready", "payment": stable and untranslated */
  AssayType type;   /* the record behind it */
  gint64 id;
  gint32 day, until; /* the same but for a period */
  gboolean overdue;
  char *brief;         /* where there is no room for the title: "Trail 25" */
  char *title;         /* "PO-1042 · Trail 25" */
  char *label;         /* what is due, translated: "Goods due", "Ready planned" */
  char *detail;        /* "900 pieces", "1,500.00 USD"; NULL */
  gint64 pieces;       /* that are missing; -1: not said */
  char *amount;        /* plain, "1500.00"; NULL */
  char *currency;      /* of the amount; NULL */
  gint64 supplier;     /* 0: nobody in particular */
  char *supplier_name; /* NULL */
} AssayAgendaItem;

typedef struct
{
  GPtrArray *items; /* of AssayAgendaItem, by day, kind and title */
  gint64 changed;   /* when the book last changed, UTC microseconds; 0: never */
} AssayAgenda;

AssayAgenda *assay_agenda_ask (AssayDb *db, const AssayAgendaQuestion *question, GError **error);
void assay_agenda_free (AssayAgenda *agenda);

/* "promise", "payment", …, for files and the command line; and for people. */
const char *assay_agenda_kind_to_string (AssayAgendaKind kind);
gboolean assay_agenda_kind_from_string (const char *text, AssayAgendaKind *kind);
const char *assay_agenda_kind_label (AssayAgendaKind kind);

/* "Goods due · Sao Mai · 900 pieces" */
char *assay_agenda_item_dup_subtitle (const AssayAgendaItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayAgenda, assay_agenda_free)

G_END_DECLS
