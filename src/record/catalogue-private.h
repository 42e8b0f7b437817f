/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The two halves of the catalogue, and the short names that the `*-fields.h` files are written in.
 * Private to the record layer. */

#pragma once

#include "record/catalogue.h"

G_BEGIN_DECLS

/* Short names for the lines of the `*-fields.h` files. */
#define REQUIRED   ASSAY_FIELD_REQUIRED
#define SEARCHABLE ASSAY_FIELD_SEARCHABLE
#define SHOWN      ASSAY_FIELD_SHOWN
#define DERIVED    ASSAY_FIELD_DERIVED
#define HIDDEN     ASSAY_FIELD_HIDDEN
#define RANGE      ASSAY_FIELD_RANGE
#define UNIQUE     ASSAY_FIELD_UNIQUE

#define FIELD(ID, COLUMN, KIND, ...) { .column = COLUMN, .kind = ASSAY_KIND_##KIND, __VA_ARGS__ },

#define FIELDS(fields_of_type) .fields = fields_of_type, .n_fields = G_N_ELEMENTS (fields_of_type)

/* In the order of AssayType: up to assessments, and from sites on. */
extern const AssayRecordType assay_catalogue_trade[];
extern const AssayRecordType assay_catalogue_sourcing[];

G_END_DECLS
