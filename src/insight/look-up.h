/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody looks a document up where it can be looked up, and writes down what was found: the
 * standing of the document and the day of the next look-up follow from it. */

#pragma once

#include "record/record.h"
#include "store/db.h"

G_BEGIN_DECLS

/* What is known beforehand: the day, who, where the scheme says, and when to look again. @scheme is
 * NULL where there is none. */
AssayRecord *assay_look_up_new (const AssayRecord *evidence,
                                const AssayRecord *scheme,
                                const char *by,
                                gint32 today);
/* What follows for the evidence from its latest look-up. */
void assay_look_up_apply (AssayRecord *evidence, const AssayRecord *verification);
/* Inside a change: inserts the verification, and brings the evidence up to date unless a later
 * look-up is there. */
gboolean assay_look_up_save (AssayDb *db, AssayRecord *verification, GError **error);

G_END_DECLS
