/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers of the units of a sample, as a person writes them: "3, 7, 12-14". */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The highest number of a unit, and the most units in one list: more than any lot that is
 * inspected as a whole. */
#define ASSAY_UNIT_LIST_HIGHEST 1000000
#define ASSAY_UNIT_LIST_MOST    10000

GArray *assay_unit_list_parse (const char *text, GError **error);
char *assay_unit_list_format (const GArray *units);

G_END_DECLS
