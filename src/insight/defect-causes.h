/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which defects there are most of: the defects recorded one by one in the inspections of a
 * question, added up by what they are. */

#pragma once

#include "insight/defects.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_CAUSE_TYPE,      /* the defect type, else what was described */
  ASSAY_CAUSE_CATEGORY,  /* the category of the defect type */
  ASSAY_CAUSE_CLASS,     /* critical, major, minor */
  ASSAY_CAUSE_COMPONENT, /* the part of the product */
} AssayCauseBy;

typedef struct
{
  char *name;   /* NULL stands for unknown */
  gint64 count; /* units or defects, as they were recorded */
  GArray *ids;  /* gint64: the inspections it was found in, each once */
} AssayCause;

/* Most frequent first; GPtrArray of AssayCause. */
GPtrArray *assay_defect_causes (AssayDb *db,
                                const AssayDefectQuestion *question,
                                AssayCauseBy by,
                                GError **error);
void assay_cause_free (AssayCause *cause);

G_END_DECLS
