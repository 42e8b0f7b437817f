/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/record-json.h"

#include "record/format.h"

const char *
assay_record_json_parts_name (AssayType part)
{
  if (part == ASSAY_TYPE_DEFECT)
    return "defects";
  return part == ASSAY_TYPE_CHECKPOINT ? "checkpoints" : "items";
}

static void
set_member (JsonObject *object, const AssayRecord *record, guint field)
{
  const AssayField *described = &assay_record_describe (record)->fields[field];
  const AssayValue *value = assay_record_get_value (record, field);
  g_autofree char *plain = NULL;

  if (!assay_value_is_known (value))
    {
      json_object_set_null_member (object, described->column);
      return;
    }
  plain = assay_format_plain (record, field);
  if (described->kind == ASSAY_KIND_FLAG)
    json_object_set_boolean_member (object, described->column, value->integer != 0);
  else if (described->kind == ASSAY_KIND_COUNT || described->kind == ASSAY_KIND_INTEGER)
    json_object_set_int_member (object, described->column, value->integer);
  else if (described->kind == ASSAY_KIND_DECIMAL || described->kind == ASSAY_KIND_SHARE)
    json_object_set_double_member (object, described->column, g_ascii_strtod (plain, NULL));
  else
    json_object_set_string_member (object, described->column, plain);
}

JsonArray *
assay_record_json_list (const GPtrArray *records)
{
  JsonArray *list = json_array_sized_new (records->len);

  for (guint i = 0; i < records->len; i++)
    {
      const AssayRecord *record = g_ptr_array_index (records, i);
      const AssayRecordType *type = assay_record_describe (record);
      JsonObject *object = json_object_new ();

      for (guint field = 0; field < type->n_fields; field++)
        if ((int)field != type->owner && !(type->fields[field].flags & ASSAY_FIELD_HIDDEN))
          set_member (object, record, field);
      json_array_add_object_element (list, object);
    }
  return list;
}
