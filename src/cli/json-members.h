/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Members of JSON objects whose value may be unknown: then they are null, so that every object has
 * the same members. */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void assay_json_set_text (JsonObject *object, const char *name, const char *text);
void assay_json_set_real (JsonObject *object, const char *name, double number);
void assay_json_set_date (JsonObject *object, const char *name, gint32 date);

G_END_DECLS
