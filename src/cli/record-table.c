/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "cli/record-table.h"

#include <glib/gi18n-lib.h>

#include "cli/record-json.h"
#include "exchange/whole-export.h"
#include "record/format.h"

#define PAGE 512

/* The most lists of parts that a type has. */
#define MOST_PARTS 2

/* The columns of a type, the id first; *@fields has the field of each column after it. Lists of
 * parts come last. */
static AssayListingColumn *
make_columns (const AssayRecordType *type, const AssayType *parts, guint *fields, guint *n_columns)
{
  AssayListingColumn *columns = g_new0 (AssayListingColumn, type->n_fields + 1 + MOST_PARTS);
  guint n = 0;

  columns[n++] = (AssayListingColumn){ "id", _ ("Id"), TRUE, 0 };
  for (guint i = 0; i < type->n_fields; i++)
    {
      const AssayField *field = &type->fields[i];
      gboolean shown = (field->flags & ASSAY_FIELD_SHOWN) != 0;

      if (field->flags & ASSAY_FIELD_HIDDEN)
        continue;
      fields[n - 1] = i;
      columns[n++] = (AssayListingColumn){
        .name = field->column,
        .heading = shown ? assay_field_label (field) : NULL,
        .is_number = assay_field_is_number (field),
      };
    }
  *n_columns = n;
  for (guint i = 0; i < MOST_PARTS && parts[i] != ASSAY_TYPE_NONE; i++)
    columns[n + i] = (AssayListingColumn){ .name = assay_record_json_parts_name (parts[i]) };
  return columns;
}

/* Whole numbers and flags are what they are; amounts of money are text, which no reader rounds. */
static void
add_value (AssayListing *table, AssayListingForm form, const AssayRecord *record, guint field)
{
  const AssayField *described = &assay_record_describe (record)->fields[field];
  const AssayValue *value = assay_record_get_value (record, field);
  g_autofree char *plain = NULL;
  g_autofree char *shown = NULL;

  if (!assay_value_is_known (value))
    {
      assay_listing_add_unknown (table);
      return;
    }
  if (form == ASSAY_LISTING_TEXT)
    {
      shown = assay_format_display (record, field, ASSAY_UNITS_METRIC);
      assay_listing_add_text (table, shown);
      return;
    }
  plain = assay_format_plain (record, field);
  switch (described->kind)
    {
    case ASSAY_KIND_FLAG:
      assay_listing_add_flag (table, value->integer != 0);
      break;
    case ASSAY_KIND_DECIMAL:
    case ASSAY_KIND_SHARE:
      assay_listing_add_real (table, g_ascii_strtod (plain, NULL));
      break;
    case ASSAY_KIND_INTEGER:
    case ASSAY_KIND_COUNT:
    case ASSAY_KIND_LENGTH:
    case ASSAY_KIND_MASS:
    case ASSAY_KIND_VOLUME:
    case ASSAY_KIND_AREAL_DENSITY:
    case ASSAY_KIND_PRESSURE:
    case ASSAY_KIND_FORCE:
      assay_listing_add_integer (table, value->integer);
      break;
    case ASSAY_KIND_TEXT:
    case ASSAY_KIND_LONG_TEXT:
    case ASSAY_KIND_MONEY:
    case ASSAY_KIND_DATE:
    case ASSAY_KIND_INSTANT:
    case ASSAY_KIND_CHOICE:
    case ASSAY_KIND_COUNTRY:
    case ASSAY_KIND_CURRENCY:
    case ASSAY_KIND_REFERENCE:
    case ASSAY_KIND_LINK:
    case ASSAY_KIND_MAIL:
    case ASSAY_KIND_PHONE:
    case ASSAY_N_KINDS:
    default:
      assay_listing_add_text (table, plain);
    }
}

static void
add_id (AssayListing *table, gint64 id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  /* Not grouped in thousands: an id is copied into another command. */
  assay_listing_add_shown (table, text, text);
}

static gboolean
add_parts (AssayListing *table,
           AssayDb *db,
           const AssayType *parts,
           const AssayRecord *owner,
           GError **error)
{
  for (; *parts != ASSAY_TYPE_NONE; parts++)
    {
      g_autoptr (GPtrArray) records
          = assay_whole_read_parts (db, *parts, assay_record_get_id (owner), error);

      if (records == NULL)
        return FALSE;
      assay_listing_add_list (table, assay_record_json_list (records));
    }
  return TRUE;
}

/**
 * assay_record_table_write:
 * @query: which records in which order
 * @db: the book
 * @form: how to write
 * @whole: with what belongs to each record, in JSON
 * @file: where to
 * @asked: (transfer full): what was asked, for JSON
 * @error: return location for an error
 *
 * Returns: %FALSE on error
 */
gboolean
assay_record_table_write (const AssayQuery *query,
                          AssayDb *db,
                          AssayListingForm form,
                          gboolean whole,
                          FILE *file,
                          JsonObject *asked,
                          GError **error)
{
  const AssayRecordType *type = assay_record_type_get (assay_query_get_type (query));
  g_autofree guint *fields = g_new (guint, type->n_fields);
  const AssayType *parts
      = assay_whole_parts (whole && form == ASSAY_LISTING_JSON ? type->type : ASSAY_TYPE_NONE);
  guint n_parts = parts[0] == ASSAY_TYPE_NONE ? 0 : parts[1] == ASSAY_TYPE_NONE ? 1 : MOST_PARTS;
  guint n_columns;
  g_autofree AssayListingColumn *columns = make_columns (type, parts, fields, &n_columns);
  g_autoptr (AssayListing) table = assay_listing_new (form, file, columns, n_columns + n_parts);
  g_autoptr (GArray) ids = NULL;

  assay_listing_set_asked (table, asked);
  ids = assay_query_run_ids (query, db, error);
  if (ids == NULL)
    return FALSE;
  for (guint start = 0; start < ids->len; start += PAGE)
    {
      g_autoptr (GPtrArray) records = assay_query_fetch_records (
          type->type, &g_array_index (ids, gint64, start), MIN (PAGE, ids->len - start), db, error);

      if (records == NULL)
        return FALSE;
      for (guint i = 0; i < records->len; i++)
        {
          const AssayRecord *record = g_ptr_array_index (records, i);

          add_id (table, assay_record_get_id (record));
          for (guint j = 0; j + 1 < n_columns; j++)
            add_value (table, form, record, fields[j]);
          if (!add_parts (table, db, parts, record, error))
            return FALSE;
          assay_listing_end_row (table);
        }
    }
  return assay_listing_finish (table, error);
}
