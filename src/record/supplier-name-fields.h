/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of another name of a supplier: one that files use for it, kept so that it is
 * recognised. */

FIELD (SUPPLIER, "supplier", REFERENCE, .label = N_ ("Supplier"), .group = N_ ("Name"), .reference = ASSAY_TYPE_SUPPLIER, .flags = REQUIRED)
FIELD (NAME, "name", TEXT, .label = N_ ("Name"), .group = N_ ("Name"), .flags = REQUIRED | SEARCHABLE | SHOWN, .aliases = "other name|alias|also known as")
FIELD (ORIGIN, "origin", TEXT, .label = N_ ("Where it comes from"), .group = N_ ("Name"), .flags = SHOWN, .aliases = "source|origin")
