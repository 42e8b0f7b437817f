/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/json-members.h"

#include <math.h>

#include "record/date.h"

/**
 * assay_json_set_text:
 * @object: an object
 * @name: of a member
 * @text: (nullable): its value; unknown where %NULL
 */
void
assay_json_set_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

/**
 * assay_json_set_real:
 * @object: an object
 * @name: of a member
 * @number: its value; NaN and infinities are null, for JSON has no word for them
 */
void
assay_json_set_real (JsonObject *object, const char *name, double number)
{
  if (isfinite (number))
    json_object_set_double_member (object, name, number);
  else
    json_object_set_null_member (object, name);
}

/**
 * assay_json_set_date:
 * @object: an object
 * @name: of a member
 * @date: its value, written YYYY-MM-DD; %ASSAY_DATE_UNKNOWN is null
 */
void
assay_json_set_date (JsonObject *object, const char *name, gint32 date)
{
  g_autofree char *text = date != ASSAY_DATE_UNKNOWN ? assay_date_format_iso (date) : NULL;

  assay_json_set_text (object, name, text);
}
