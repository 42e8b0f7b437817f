/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The brand's defect types as they are looked for while an inspection is recorded: by words in any
 * language, by what this product or supplier usually shows, or level by level: category,
 * subcategory, defect. Signal "changed" when there are other types or another order. Belongs to one
 * thread; the usage is read on any. */

#pragma once

#include "record/record.h"
#include "store/db.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_DEFECT_CATALOGUE (assay_defect_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (
    AssayDefectCatalogue, assay_defect_catalogue, ASSAY, DEFECT_CATALOGUE, GObject)

/* How often a type was found of late. */
typedef struct
{
  gint64 type;
  gint64 weight;
} AssayDefectUsage;

/* One line of a level: a group that opens, or a type. */
typedef struct
{
  char *name;        /* of the group */
  guint n_types;     /* in it */
  AssayRecord *type; /* NULL: a group */
} AssayDefectLevelEntry;

AssayDefectCatalogue *assay_defect_catalogue_new (void);
/* @types: of AssayRecord. */
void assay_defect_catalogue_set_types (AssayDefectCatalogue *catalogue, GPtrArray *types);
void assay_defect_catalogue_add_type (AssayDefectCatalogue *catalogue, AssayRecord *type);
void assay_defect_catalogue_set_usage (AssayDefectCatalogue *catalogue, GArray *usage);
guint assay_defect_catalogue_get_n_types (AssayDefectCatalogue *catalogue);
AssayRecord *assay_defect_catalogue_lookup (AssayDefectCatalogue *catalogue, gint64 id);

GPtrArray *
assay_defect_catalogue_search (AssayDefectCatalogue *catalogue, const char *typed, guint most);
GPtrArray *assay_defect_catalogue_often (AssayDefectCatalogue *catalogue, guint most);
GPtrArray *assay_defect_catalogue_level (AssayDefectCatalogue *catalogue,
                                         const char *category,
                                         const char *subcategory);

/* Of inspections of @supplier or @product (0: unknown); GArray of AssayDefectUsage. */
GArray *assay_defect_usage_read (AssayDb *db, gint64 supplier, gint64 product, GError **error);

G_END_DECLS
