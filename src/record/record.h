/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One record of a book: its type, its key and a value for each field of the catalogue. Belongs to
 * one thread at a time; the store makes records on its thread and hands them over. Emits
 * `changed::column` when a value changes. */

#pragma once

#include <gio/gio.h>

#include "record/catalogue.h"
#include "record/date.h"
#include "record/problems.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_RECORD (assay_record_get_type ())
G_DECLARE_FINAL_TYPE (AssayRecord, assay_record, ASSAY, RECORD, GObject)

AssayRecord *assay_record_new (AssayType type);
AssayRecord *assay_record_new_empty (AssayType type);
AssayRecord *assay_record_copy (AssayRecord *record);

AssayType assay_record_get_kind (const AssayRecord *record);
const AssayRecordType *assay_record_describe (const AssayRecord *record);
gint64 assay_record_get_id (const AssayRecord *record);
void assay_record_set_id (AssayRecord *record, gint64 id);

const AssayValue *assay_record_get_value (const AssayRecord *record, guint field);
void assay_record_set_value (AssayRecord *record, guint field, const AssayValue *value);
gboolean assay_record_is_known (const AssayRecord *record, guint field);
void assay_record_set_unknown (AssayRecord *record, guint field);
void assay_record_assign (AssayRecord *record, AssayRecord *from);
gboolean assay_record_equal (const AssayRecord *a, const AssayRecord *b);

const char *assay_record_get_text (const AssayRecord *record, guint field);
void assay_record_set_text (AssayRecord *record, guint field, const char *text);
gint64 assay_record_get_integer (const AssayRecord *record, guint field, gint64 unknown);
void assay_record_set_integer (AssayRecord *record, guint field, gint64 integer);
gint32 assay_record_get_date (const AssayRecord *record, guint field);
void assay_record_set_date (AssayRecord *record, guint field, gint32 date);
gboolean assay_record_get_flag (const AssayRecord *record, guint field);
gint64 assay_record_get_reference (const AssayRecord *record, guint field);
void assay_record_set_reference (AssayRecord *record, guint field, gint64 id);

const char *assay_record_get_reference_title (const AssayRecord *record, guint field);
void assay_record_set_reference_title (AssayRecord *record, guint field, const char *title);

char *assay_record_dup_title (const AssayRecord *record);
char *assay_record_dup_subtitle (const AssayRecord *record);

void assay_record_check (AssayRecord *record, AssayProblems *problems);

G_END_DECLS
