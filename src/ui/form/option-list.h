/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a choice row offers: choices of the catalogue, countries and currencies with their names in
 * the reader's language. Main thread. */

#pragma once

#include <gio/gio.h>

#include "record/field.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_OPTION (assay_option_get_type ())
G_DECLARE_FINAL_TYPE (AssayOption, assay_option, ASSAY, OPTION, GObject)

/* A NULL value stands for unknown. Properties "value" and "label". */
AssayOption *assay_option_new (const char *value, const char *label);
const char *assay_option_get_value (AssayOption *option);

/* GListStore of AssayOption: for a field of kind CHOICE, COUNTRY or CURRENCY. */
GListStore *assay_option_list_new (const AssayField *field);

G_END_DECLS
