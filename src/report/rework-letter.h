/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The letter that sends a lot back to its factory: what was found, with photos; what must be done
 * by when; when and how the lot is inspected again; what it costs. In plain words, for readers in
 * whose language it is not written. */

#pragma once

#include "report/inspection-data.h"

G_BEGIN_DECLS

AssayDocument *assay_rework_letter_new (AssayInspectionData *data);

G_END_DECLS
