/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The state of one import while it runs, shared by the files that each know one kind of record.
 * Private to the exchange layer; on the book's thread. */

#pragma once

#include "exchange/id-table.h"
#include "exchange/import-plan.h"
#include "exchange/import-result.h"
#include "exchange/importer.h"
#include "exchange/name-index.h"
#include "record/supplier-likeness.h"
#include "store/records.h"

G_BEGIN_DECLS

/* In place of a code's field, for types that have none. */
#define ASSAY_PARTY_NO_CODE G_MAXUINT

/* Suppliers, products, defect types, profiles, checklists, milestone plans or scorecards: found by
 * code or name, made when there is none. */
typedef struct
{
  AssayType type;
  guint name_field, code_field; /* ASSAY_PARTY_NO_CODE: known by its name alone */
  int name_column, code_column; /* -1: not in the file */
  AssayNameIndex *names;
  GHashTable *codes;            /* folded code → gint64 * */
  GHashTable *seen;             /* ids that were counted as matched or created */
  GHashTable *resolved;         /* text of a row → gint64 *: what rows named before */
  GHashTable *numbers;          /* a code that was made → the number to try next behind it */
  AssaySupplierLikeness *alike; /* of suppliers; NULL for others */
} AssayParty;

typedef struct
{
  AssayDb *db;
  const AssayImportPlan *plan;
  AssayImportResult *result;
  AssaySurvey *survey;
  AssayImportProgress progress;
  gpointer progress_data;

  guint n_columns;
  AssayCellRules *rules;     /* one a column */
  const AssayField **fields; /* one a column; NULL: left out */
  guint *order;              /* columns in the order in which they are read: currencies first */
  guint n_order;
  AssayValue *values; /* of the row, one a column */
  gint64 *references; /* of the row, one a column: what a name stands for, 0 if nothing */
  GHashTable **words; /* one a column of choices: text → what it was read as */
  guint64 known;      /* a bit for each type that has a value in the row */
  char currency[4];   /* of the row */

  const AssayRow *row;
  gboolean row_refused;

  AssayParty suppliers, products, defect_types, plan_profiles, checklists;
  AssayParty milestone_plans, scorecards, test_protocols, claim_kinds, diligence_lists;
  gint64 seed;
  AssayIdTable *orders; /* hash of supplier and number → order */
  AssayIdTable *lines;  /* hashes of what tells a line */
  gboolean had_orders;  /* the book has orders from before */
  gboolean had_inspections;
  gint64 first_id;         /* keys from here on are this import's own */
  GHashTable *inspections; /* key of a row's inspection → gint64 * */
  GHashTable *tallies;     /* id of an inspection that was made → what its defects add up to */
  GArray *repeats;         /* re-inspections whose first inspection may stand in a later row */
  GHashTable *positions;   /* id of a checklist or an inspection → gint64 *: its last position */
} AssayImportRun;

/* Remarks on the row. @column is G_MAXUINT when it is about the row as a whole. */
void assay_import_refuse (AssayImportRun *run, guint column, const char *reason);
void assay_import_note (AssayImportRun *run, guint column, const char *value, const char *reason);

/* The value that the row has for a field; NULL when it is unknown or has no column. */
const AssayValue *assay_import_value (AssayImportRun *run, AssayType type, guint field);
const char *assay_import_text (AssayImportRun *run, AssayType type, guint field);
/* Column of a field, G_MAXUINT if none. */
guint assay_import_column (AssayImportRun *run, AssayType type, guint field);
/* Sets all that the row says about the record's type. */
void assay_import_fill (AssayImportRun *run, AssayRecord *record);
/* Fills what is unknown in an existing record and notes what differs; writes it when it changed. */
gboolean assay_import_merge (AssayImportRun *run, AssayRecord *existing, GError **error);
/* First column of @type in which the row contradicts the record; G_MAXUINT if none. */
guint assay_import_contradiction (AssayImportRun *run, const AssayRecord *existing);
gboolean assay_import_insert (AssayImportRun *run, AssayRecord *record, GError **error);
/* Refuses the row for what the rules of its type say against the record; FALSE when it did. */
gboolean assay_import_allows (AssayImportRun *run, AssayRecord *record);

/* import-party.c */
gboolean assay_party_init (AssayParty *party,
                           AssayImportRun *run,
                           AssayType type,
                           guint name_field,
                           guint code_field,
                           GError **error);
void assay_party_clear (AssayParty *party);
/* 0 without error when the row names none. @merge: the row is about it, so it updates it. */
gboolean assay_party_resolve (
    AssayParty *party, AssayImportRun *run, gboolean merge, gint64 *id, GError **error);
gint64 assay_party_find (AssayParty *party, const char *name, const char *code);
/* import-alike.c: suppliers that may be ones of the book under another name */
gboolean assay_party_init_alike (AssayParty *party, AssayImportRun *run, GError **error);
gboolean assay_party_doubt_alike (AssayParty *party,
                                  AssayImportRun *run,
                                  AssayRecord *supplier,
                                  const char *name,
                                  GError **error);
void assay_party_add_alike (AssayParty *party, AssayImportRun *run, AssayRecord *supplier);
gboolean assay_party_keep_name (
    AssayParty *party, AssayImportRun *run, gint64 id, const char *name, GError **error);
/* Whether this import made the record. */
gboolean assay_import_is_own (const AssayImportRun *run, gint64 id);

/* import-parties.c */
gboolean assay_import_parties_init (AssayImportRun *run, GError **error);
void assay_import_parties_clear (AssayImportRun *run);

/* import-order.c, import-line.c, import-inspection.c: one row each */
gboolean assay_import_order_row (AssayImportRun *run, GError **error);
gboolean assay_import_line_part_row (AssayImportRun *run, AssayType type, GError **error);
gboolean assay_import_inspection_row (AssayImportRun *run, GError **error);
gboolean assay_import_contact_row (AssayImportRun *run, gint64 supplier, GError **error);
gboolean assay_import_product_row (AssayImportRun *run, GError **error);
/* import-names.c: what names in the row stand for. Unknown ones are reported. */
gboolean assay_import_find_names (AssayImportRun *run, GError **error);
/* Reports that the book has no record of @type by the name that the row has in @column. */
void assay_import_unknown_name (AssayImportRun *run, guint column, AssayType type);
gboolean
assay_import_find_inspection (AssayImportRun *run, const char *number, gint64 *id, GError **error);
GArray *assay_import_repeats_new (void);
/* @inspection repeats the one that the row names, which is looked for when all rows were read. */
void assay_import_repeat_later (AssayImportRun *run, gint64 inspection);
gboolean assay_import_set_repeats (AssayImportRun *run, GError **error);
/* import-finding.c: what a row of inspections says about one defect or one checkpoint */
GHashTable *assay_import_tallies_new (void);
void assay_import_start_tally (AssayImportRun *run, const AssayRecord *inspection);
gboolean assay_import_add_defect (AssayImportRun *run, gint64 inspection, GError **error);
gboolean assay_import_add_checkpoint (AssayImportRun *run, gint64 inspection, GError **error);
/* import-after.c */
gboolean assay_import_corrective_action_row (AssayImportRun *run, GError **error);
gboolean assay_import_milestone_row (AssayImportRun *run, GError **error);
/* import-template.c */
gboolean assay_import_plan_profile_row (AssayImportRun *run, GError **error);
/* Whether rows of @type carry one of its parts each: checklist, milestone plan, scorecard … */
gboolean assay_import_has_parts (AssayType type);
gboolean assay_import_template_row (AssayImportRun *run, AssayType owner, GError **error);
/* Where the row gives no position: after the last of its owner's parts. */
gboolean
assay_import_place (AssayImportRun *run, AssayRecord *part, guint position_field, GError **error);

/* import-simple.c */
gboolean assay_import_is_simple (AssayType type);
gboolean assay_import_simple_row (AssayImportRun *run, AssayType type, GError **error);
/* The record of the book, or of an earlier row, with the same values in @keys; *@id is 0 when there
 * is none. */
gboolean assay_import_find_same (AssayImportRun *run,
                                 const AssayRecord *made,
                                 const guint *keys,
                                 guint n_keys,
                                 gint64 *id,
                                 GError **error);
/* Refuses the row when the record lacks a field that it needs, other than @except; FALSE when it
 * did. */
gboolean assay_import_has_required (AssayImportRun *run, const AssayRecord *made, guint except);

/* import-sourcing.c: one row of suppliers' sites, components, samples, evidence … */
gboolean assay_import_sourcing_row (AssayImportRun *run, AssayType type, GError **error);

/* The line of an existing order that the row speaks of; 0 with the row refused when there is none
 * or more than one. */
gboolean assay_import_find_line (
    AssayImportRun *run, gint64 *line, gint64 *supplier, gint64 *product, GError **error);

G_END_DECLS
