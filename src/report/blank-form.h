/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form that an inspector fills in by hand on the factory floor: what is known of the lot, the
 * plan, and a numbered line for each quantity, kind of defect and check. What is written on a line
 * is typed under the same number. Black on white, for any printer. */

#pragma once

#include "report/inspection-data.h"

G_BEGIN_DECLS

AssayDocument *assay_blank_form_new (AssayInspectionData *data);

G_END_DECLS
