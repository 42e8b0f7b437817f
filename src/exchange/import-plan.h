/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an import will do: which column goes to which field of which record, how its cells are read,
 * and what the person decided about names that are nearly the same. Made on any thread from a
 * survey, changed by one thread, then handed to the importer. */

#pragma once

#include "exchange/survey.h"
#include "store/db.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_MAPPING_NONE,       /* the column is left out */
  ASSAY_MAPPING_SURE,       /* its heading is one of the field's names */
  ASSAY_MAPPING_UNCERTAIN,  /* its heading is like one */
  ASSAY_MAPPING_REMEMBERED, /* as the last time */
  ASSAY_MAPPING_BY_HAND,
} AssayMappingOrigin;

typedef struct
{
  AssayType type; /* ASSAY_TYPE_NONE: the column is left out */
  guint field;
  AssayMappingOrigin origin;
} AssayMapping;

typedef struct _AssayImportPlan AssayImportPlan;

/* The types that rows can be imported as: supplier, contact, product, order, promise, delivery,
 * inspection, defect_type, plan_profile, checklist, corrective_action, milestone. Ends with
 * ASSAY_TYPE_NONE. */
const AssayType *assay_import_targets (void);
gboolean assay_import_is_target (AssayType type);
/* Types whose fields a row of @target may carry, the target first; ends with ASSAY_TYPE_NONE. */
const AssayType *assay_import_types_of (AssayType target);
/* Whether a column can go to this field. */
gboolean assay_import_can_map (AssayType target, AssayType type, guint field);
/* Whether a reference stays what it is, told by the number or name of what it points to: the
 * checklist of a product, the inspection that another one repeats. */
/* Whether @type came with sourcing and its rows stand by themselves, without parts. */
gboolean assay_import_is_sourcing (AssayType type);
gboolean assay_import_is_by_name (AssayType type, guint field);
/* What another reference is told by: the supplier of an order by the supplier's name. */
void assay_import_resolve_reference (AssayType *type, guint *field);
/* "Supplier: Name". */
char *assay_import_describe_field (AssayType target, AssayType type, guint field);

/* Columns are proposed by the likeness of names. */
AssayImportPlan *assay_import_plan_new (AssaySurvey *survey, AssayType target);
AssayImportPlan *assay_import_plan_copy (const AssayImportPlan *plan);
void assay_import_plan_free (AssayImportPlan *plan);
/* The type that the headings speak of most. */
AssayType assay_import_guess_target (AssaySurvey *survey);

AssaySurvey *assay_import_plan_get_survey (const AssayImportPlan *plan);
AssayType assay_import_plan_get_target (const AssayImportPlan *plan);
const AssayMapping *assay_import_plan_get_mapping (const AssayImportPlan *plan, guint column);
/* Maps by hand; a column that had the field before loses it. */
void assay_import_plan_map (AssayImportPlan *plan, guint column, AssayType type, guint field);
/* "HEADING=FIELD", "#3=order.number", "Notes=" or "Notes=-" to leave it out. */
gboolean assay_import_plan_map_text (AssayImportPlan *plan, const char *text, GError **error);
/* The column that goes to a field, -1 if none. */
int assay_import_plan_find (const AssayImportPlan *plan, AssayType type, guint field);

/* 0 and UNKNOWN: as found in each column. */
void assay_import_plan_set_decimal (AssayImportPlan *plan, char decimal);
void assay_import_plan_set_date_order (AssayImportPlan *plan, AssayDateOrder order);
/* Of the book: for amounts in a file that names none. */
void assay_import_plan_set_currency (AssayImportPlan *plan, const char *currency);
/* What the file's own headings name; nullable. */
const char *assay_import_plan_get_currency (const AssayImportPlan *plan);
void assay_import_plan_set_skip_refused (AssayImportPlan *plan, gboolean skip);
gboolean assay_import_plan_get_skip_refused (const AssayImportPlan *plan);
void assay_import_plan_set_dry_run (AssayImportPlan *plan, gboolean dry_run);
gboolean assay_import_plan_get_dry_run (const AssayImportPlan *plan);
/* Leaves what the book has exactly as it is, to the last empty field; only what is missing comes.
 */
void assay_import_plan_set_only_new (AssayImportPlan *plan, gboolean only_new);
gboolean assay_import_plan_get_only_new (const AssayImportPlan *plan);
/* What the person decided about a doubtful name: it is the record called @existing; "" says that it
 * is one of its own. */
void assay_import_plan_decide (AssayImportPlan *plan,
                               AssayType type,
                               const char *name,
                               const char *existing);
/* NULL: nothing was decided. ASSAY_TYPE_NONE holds for every type. */
const char *
assay_import_plan_get_decision (const AssayImportPlan *plan, AssayType type, const char *name);

/* Refuses names that were decided to be each other, or themselves. */
gboolean assay_import_plan_check_decisions (const AssayImportPlan *plan, GError **error);

void assay_import_plan_get_rules (const AssayImportPlan *plan, guint column, AssayCellRules *rules);
/* Whether dates of the column could be read both ways, so that the person has to be asked. */
gboolean assay_import_plan_is_date_open (const AssayImportPlan *plan, guint column);
/* Whether it can start: what must be there is mapped, no dates are open. */
gboolean assay_import_plan_check (const AssayImportPlan *plan, GError **error);

/* Mappings are kept in the book by target and headings. */
gboolean assay_import_plan_recall (AssayImportPlan *plan, AssayDb *db, GError **error);
gboolean assay_import_plan_remember (const AssayImportPlan *plan, AssayDb *db, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayImportPlan, assay_import_plan_free)

G_END_DECLS
