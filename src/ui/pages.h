/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which page, form or dialog belongs to which type of record: the one place that knows all
 * subjects. Each function returns NULL where a type has none of its own. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* What the sidebar lists, in order. */
typedef enum
{
  ASSAY_SUBJECT_TODAY,
  ASSAY_SUBJECT_CALENDAR,
  ASSAY_SUBJECT_SUPPLIERS,
  ASSAY_SUBJECT_PRODUCTS,
  ASSAY_SUBJECT_SAMPLES,
  ASSAY_SUBJECT_ORDERS,
  ASSAY_SUBJECT_INSPECTIONS,
  ASSAY_SUBJECT_ACTIONS,
  ASSAY_SUBJECT_EVIDENCE,
  ASSAY_SUBJECT_CLAIMS,
  ASSAY_SUBJECT_DILIGENCE,
  ASSAY_SUBJECT_PERFORMANCE,
  ASSAY_SUBJECT_PLAN_PROFILES,
  ASSAY_SUBJECT_CHECKLISTS,
  ASSAY_SUBJECT_DEFECT_TYPES,
  ASSAY_SUBJECT_MILESTONE_PLANS,
  ASSAY_SUBJECT_BLACKOUTS,
  ASSAY_SUBJECT_EXCHANGE_RATES,
  ASSAY_SUBJECT_SCORECARDS,
  ASSAY_SUBJECT_SCHEMES,
  ASSAY_SUBJECT_TEST_PROTOCOLS,
  ASSAY_SUBJECT_CLAIM_KINDS,
  ASSAY_SUBJECT_CLAIM_WORDS,
  ASSAY_SUBJECT_DILIGENCE_LISTS,
  ASSAY_N_SUBJECTS,
} AssaySubject;

typedef struct
{
  const char *name;  /* in settings and actions */
  const char *title; /* marked for translation */
  const char *icon;
  AssayType type;      /* whose table it is; NONE for a page of its own */
  const char *heading; /* marked for translation: stands above it and those after it; nullable */
} AssaySubjectInfo;

const AssaySubjectInfo *assay_subject_get (AssaySubject subject);
/* ASSAY_N_SUBJECTS when there is none of that name. */
AssaySubject assay_subject_find (const char *name);

/* The first page of a subject. */
AdwNavigationPage *assay_pages_new_root (AssayContext *context, AssaySubject subject);
/* Replaces a record that has no page of its own by the one that owns it: a contact by its supplier.
 * One that nothing owns stays what it is and has a form. *@id is 0 when there is none. */
void assay_pages_resolve (AssayContext *context, AssayType *type, gint64 *id);
AdwNavigationPage *assay_pages_new_record (AssayContext *context, AssayType type, gint64 id);
/* The page on which an inspection is recorded; a record without id is new. */
AdwNavigationPage *assay_pages_new_inspection (AssayContext *context, AssayRecord *record);
AdwDialog *assay_pages_new_form (AssayContext *context, AssayRecord *record);
/* Suppliers that may be one, or with @supplier what may be the same as that one. */
AdwDialog *assay_pages_new_duplicates (AssayContext *context, gint64 supplier);
AdwDialog *assay_pages_new_import (AssayContext *context, GFile *file, AssayType type);
/* Suppliers side by side; @ids: gint64. */
AdwNavigationPage *assay_pages_new_comparison (AssayContext *context, GArray *ids);
void assay_pages_print_inspections (
    AssayContext *context, GtkWindow *window, GArray *ids, int kind, int action);
void assay_pages_print_performance (AssayContext *context,
                                    GtkWindow *window,
                                    gconstpointer job,
                                    int action);
void
assay_pages_print_records (AssayContext *context, GtkWindow *window, gconstpointer job, int action);

G_END_DECLS
