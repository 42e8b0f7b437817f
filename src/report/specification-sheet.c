/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/specification-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "insight/test-protocols.h"
#include "record/date.h"
#include "record/format.h"
#include "report/inspection-sections.h"
#include "report/picture-grid.h"
#include "report/signature-block.h"
#include "report/table-block.h"
#include "report/text-block.h"

#define PICTURE_HEIGHT 150.0 /* points */

typedef GPtrArray Facts;

/* With the unit that the form has beside the number: "60 months". */
static void
add_known (Facts *facts, AssaySpecificationData *data, guint field)
{
  const AssayField *described = &assay_record_describe (data->product)->fields[field];
  g_autofree char *number = NULL, *words = NULL;

  if (!assay_record_is_known (data->product, field))
    return;
  if (described->unit == NULL)
    {
      assay_report_add_field (facts, data->product, field, data->brand->units);
      return;
    }
  number = assay_format_display (data->product, field, data->brand->units);
  words = g_strdup_printf ("%s %s", number, g_dgettext (GETTEXT_PACKAGE, described->unit));
  assay_report_add_fact (facts, g_dgettext (GETTEXT_PACKAGE, described->label), words);
}

static void
append_field (GString *line, AssayRecord *record, guint field, AssayUnits units)
{
  g_autofree char *words = NULL;

  if (!assay_record_is_known (record, field))
    return;
  words = assay_format_display (record, field, units);
  assay_report_append_part (line, words);
}

static void
add_title (AssayDocument *document, AssaySpecificationData *data)
{
  g_autofree char *name = assay_record_dup_title (data->product);
  g_autofree char *today = assay_date_format (data->today);
  g_autofree char *as_of = NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  AssayBlock *block = assay_heading_new (name, ASSAY_STYLE_TITLE);

  block->space = 0;
  assay_document_take (document, block);
  append_field (line, data->product, ASSAY_PRODUCT_CODE, data->brand->units);
  append_field (line, data->product, ASSAY_PRODUCT_CATEGORY, data->brand->units);
  append_field (line, data->product, ASSAY_PRODUCT_SEASON, data->brand->units);
  append_field (line, data->product, ASSAY_PRODUCT_STATUS, data->brand->units);
  /* Translators: the day on which a report was made */
  as_of = g_strdup_printf (_ ("as of %s"), today);
  assay_report_append_part (line, as_of);
  block = assay_paragraph_new (line->str, ASSAY_STYLE_DIM);
  block->space = 1;
  assay_document_take (document, block);
  if (assay_record_is_known (data->product, ASSAY_PRODUCT_DESCRIPTION))
    assay_document_take (
        document,
        assay_paragraph_new (assay_record_get_text (data->product, ASSAY_PRODUCT_DESCRIPTION),
                             ASSAY_STYLE_BODY));
}

/* "500 × 320 × 220 mm", as far as it is known. */
static void
add_size (Facts *facts, AssaySpecificationData *data, const char *name, const guint *fields)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < 3; i++)
    if (assay_record_is_known (data->product, fields[i]))
      g_strv_builder_take (builder,
                           assay_format_display (data->product, fields[i], data->brand->units));
  parts = g_strv_builder_end (builder);
  if (parts[0] == NULL)
    return;
  words = g_strjoinv (" × ", parts);
  assay_report_add_fact (facts, name, words);
}

static void
add_facts (AssayDocument *document, AssaySpecificationData *data)
{
  static const guint left_fields[]
      = { ASSAY_PRODUCT_SUPPLIER, ASSAY_PRODUCT_MATERIAL, ASSAY_PRODUCT_COLOUR,
          ASSAY_PRODUCT_CAPACITY, ASSAY_PRODUCT_MASS };
  static const guint right_fields[]
      = { ASSAY_PRODUCT_WARRANTY, ASSAY_PRODUCT_ORIGIN,       ASSAY_PRODUCT_HS_CODE,
          ASSAY_PRODUCT_BARCODE,  ASSAY_PRODUCT_TARGET_PRICE, ASSAY_PRODUCT_MINIMUM_ORDER };
  static const guint size[] = { ASSAY_PRODUCT_HEIGHT, ASSAY_PRODUCT_WIDTH, ASSAY_PRODUCT_DEPTH };
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) right = g_ptr_array_new_with_free_func (g_free);
  AssayBlock *block;

  for (guint i = 0; i < G_N_ELEMENTS (left_fields); i++)
    add_known (left, data, left_fields[i]);
  add_size (left, data, _ ("Height × width × depth"), size);
  for (guint i = 0; i < G_N_ELEMENTS (right_fields); i++)
    add_known (right, data, right_fields[i]);
  if (assay_record_get_flag (data->product, ASSAY_PRODUCT_CRITICAL))
    assay_report_add_fact (right, _ ("Critical product"), _ ("Yes"));
  if (left->len == 0 && right->len == 0)
    return;
  block = assay_report_facts_new (left, right);
  block->space = 10;
  assay_document_take (document, block);
}

static void
add_pictures (AssayDocument *document, AssaySpecificationData *data)
{
  AssayBlock *block;

  if (data->pictures->len == 0)
    return;
  block = assay_picture_grid_new (3);
  for (guint i = 0; i < data->pictures->len; i++)
    assay_picture_grid_add (block, g_ptr_array_index (data->pictures, i), "", NULL,
                            g_ptr_array_index (data->captions, i));
  assay_picture_grid_set_most_height (block, PICTURE_HEIGHT);
  assay_document_take (document, block);
}

static void
add_variants (AssayDocument *document, AssaySpecificationData *data)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("Variant"), 22, ASSAY_ALIGN_START, ASSAY_STYLE_STRONG },
    { _ ("Colour"), 24, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Size"), 14, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Barcode (GTIN)"), 24, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Weight"), 16, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
  };
  static const guint fields[] = { ASSAY_VARIANT_CODE, ASSAY_VARIANT_COLOUR, ASSAY_VARIANT_SIZE,
                                  ASSAY_VARIANT_BARCODE, ASSAY_VARIANT_MASS };
  AssayBlock *block;

  if (data->variants->len == 0)
    return;
  assay_document_take (document, assay_heading_new (_ ("Variants"), ASSAY_STYLE_HEADING));
  block = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_RULED);
  for (guint i = 0; i < data->variants->len; i++)
    {
      AssayRecord *variant = g_ptr_array_index (data->variants, i);
      g_auto (GStrv) cells = g_new0 (char *, G_N_ELEMENTS (fields) + 1);

      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        cells[j] = assay_record_is_known (variant, fields[j])
                       ? assay_format_display (variant, fields[j], data->brand->units)
                       : g_strdup ("");
      assay_table_block_add_row (block, (const char *const *)cells);
    }
  assay_document_take (document, block);
}

/* What a component is: "100 % polyester 600D · Black · only DRV-38-BLK". */
static char *
dup_make (AssayRecord *component, AssayUnits units)
{
  g_autoptr (GString) line = g_string_new (NULL);

  append_field (line, component, ASSAY_COMPONENT_MATERIAL, units);
  append_field (line, component, ASSAY_COMPONENT_COLOUR, units);
  if (assay_record_is_known (component, ASSAY_COMPONENT_VARIANT))
    {
      /* Translators: a component that only this variant has */
      g_autofree char *only = g_strdup_printf (
          _ ("only %s"), assay_record_get_reference_title (component, ASSAY_COMPONENT_VARIANT));

      assay_report_append_part (line, only);
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* Who makes it: brand and part number, mill, supplier, origin. */
static char *
dup_maker (AssayRecord *component, AssayUnits units)
{
  static const guint fields[]
      = { ASSAY_COMPONENT_BRAND, ASSAY_COMPONENT_PART_NUMBER, ASSAY_COMPONENT_MILL,
          ASSAY_COMPONENT_SUPPLIER, ASSAY_COMPONENT_ORIGIN };
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    append_field (line, component, fields[i], units);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* "0.85 m" */
static char *
dup_use (AssayRecord *component, AssayUnits units)
{
  g_autofree char *quantity = NULL, *unit = NULL;

  if (!assay_record_is_known (component, ASSAY_COMPONENT_QUANTITY))
    return g_strdup ("");
  quantity = assay_format_display (component, ASSAY_COMPONENT_QUANTITY, units);
  unit = assay_record_is_known (component, ASSAY_COMPONENT_UNIT)
             ? assay_format_display (component, ASSAY_COMPONENT_UNIT, units)
             : g_strdup ("");
  return g_strchomp (g_strdup_printf ("%s %s", quantity, unit));
}

static char *
dup_mass (AssayRecord *component)
{
  return assay_record_is_known (component, ASSAY_COMPONENT_MASS)
             ? assay_bill_mass_words (
                   (double)assay_record_get_integer (component, ASSAY_COMPONENT_MASS, 0) / 100)
             : g_strdup (ASSAY_REPORT_DASH);
}

/* "50 %, post-consumer" */
static char *
dup_recycled (AssayRecord *component, AssayUnits units)
{
  g_autoptr (GString) line = g_string_new (NULL);

  append_field (line, component, ASSAY_COMPONENT_RECYCLED, units);
  if (assay_record_get_integer (component, ASSAY_COMPONENT_RECYCLED, 0) > 0)
    append_field (line, component, ASSAY_COMPONENT_RECYCLED_KIND, units);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
add_component (AssayBlock *block, AssayRecord *component, AssayUnits units)
{
  g_autofree char *name = assay_record_is_known (component, ASSAY_COMPONENT_KIND)
                              ? assay_format_display (component, ASSAY_COMPONENT_KIND, units)
                              : NULL;
  g_autoptr (GString) title
      = g_string_new (assay_record_get_text (component, ASSAY_COMPONENT_NAME));
  g_autofree char *make = dup_make (component, units);
  g_autofree char *maker = dup_maker (component, units);
  g_autofree char *use = dup_use (component, units);
  g_autofree char *mass = dup_mass (component);
  g_autofree char *recycled = dup_recycled (component, units);
  const char *cells[] = { NULL, make, maker, use, mass, recycled };

  if (name != NULL && g_strcmp0 (name, title->str) != 0)
    g_string_append_printf (title, "\n%s", name);
  if (assay_record_get_flag (component, ASSAY_COMPONENT_MAIN))
    g_string_append_printf (title, ", %s", _ ("main fabric"));
  cells[0] = title->str;
  assay_table_block_add_row (block, cells);
}

static void
add_sum (AssayDocument *document, AssaySpecificationData *data)
{
  g_autofree char *words = assay_bill_dup_words (data->bill);
  AssayBlock *block;

  if (words == NULL)
    return;
  block = assay_paragraph_new (words, data->bill->state == ASSAY_BILL_HEAVIER ? ASSAY_STYLE_STRONG
                                                                              : ASSAY_STYLE_SMALL);
  block->space = 4;
  assay_document_take (document, block);
}

static void
add_components (AssayDocument *document, AssaySpecificationData *data)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("Component"), 20, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Material"), 26, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Brand, part, maker"), 26, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Use"), 11, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Weight"), 11, ASSAY_ALIGN_END, ASSAY_STYLE_BODY },
    { _ ("Recycled"), 14, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
  };
  AssayBlock *block;

  assay_document_take (document, assay_heading_new (_ ("Bill of materials"), ASSAY_STYLE_HEADING));
  if (data->components->len == 0)
    {
      assay_document_take (
          document, assay_paragraph_new (_ ("No components are recorded."), ASSAY_STYLE_DIM));
      return;
    }
  block = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_RULED);
  for (guint i = 0; i < data->components->len; i++)
    add_component (block, g_ptr_array_index (data->components, i), data->brand->units);
  assay_document_take (document, block);
  add_sum (document, data);
}

static void
add_requirement (AssayBlock *block, AssayRecord *requirement)
{
  g_autofree char *method = assay_test_dup_method (requirement);
  g_autofree char *limit = assay_test_dup_limit (requirement);
  g_autofree char *terms = assay_test_dup_terms (requirement);
  const char *component
      = assay_record_is_known (requirement, ASSAY_REQUIREMENT_COMPONENT)
            ? assay_record_get_reference_title (requirement, ASSAY_REQUIREMENT_COMPONENT)
            : NULL;
  const char *property = assay_record_get_text (requirement, ASSAY_REQUIREMENT_PROPERTY);
  const char *source = assay_record_get_text (requirement, ASSAY_REQUIREMENT_SOURCE);
  g_autofree char *name
      = component != NULL ? g_strdup_printf ("%s\n%s", property, component) : g_strdup (property);
  const char *cells[] = { name, method, limit, terms, source };

  assay_table_block_add_row (block, cells);
}

static void
add_requirements (AssayDocument *document, AssaySpecificationData *data)
{
  const AssayTableBlockColumn columns[] = {
    { _ ("Test"), 24, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Method"), 26, ASSAY_ALIGN_START, ASSAY_STYLE_BODY },
    { _ ("Limit"), 18, ASSAY_ALIGN_START, ASSAY_STYLE_STRONG },
    { _ ("Terms"), 18, ASSAY_ALIGN_START, ASSAY_STYLE_CAPTION },
    { _ ("Limit from"), 16, ASSAY_ALIGN_START, ASSAY_STYLE_CAPTION },
  };
  AssayBlock *block;

  assay_document_take (document, assay_heading_new (_ ("Tests to pass"), ASSAY_STYLE_HEADING));
  if (data->requirements->len == 0)
    {
      assay_document_take (
          document, assay_paragraph_new (_ ("No requirements are recorded."), ASSAY_STYLE_DIM));
      return;
    }
  block = assay_table_block_new (columns, G_N_ELEMENTS (columns), ASSAY_TABLE_BLOCK_RULED);
  for (guint i = 0; i < data->requirements->len; i++)
    add_requirement (block, g_ptr_array_index (data->requirements, i));
  assay_document_take (document, block);
}

static void
add_packing (AssayDocument *document, AssaySpecificationData *data)
{
  static const guint size[]
      = { ASSAY_PRODUCT_CARTON_LENGTH, ASSAY_PRODUCT_CARTON_WIDTH, ASSAY_PRODUCT_CARTON_HEIGHT };
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) right = g_ptr_array_new_with_free_func (g_free);

  add_known (left, data, ASSAY_PRODUCT_PER_CARTON);
  add_known (left, data, ASSAY_PRODUCT_CARTON_MASS);
  add_size (right, data, _ ("Carton"), size);
  if (!isnan (data->bill->packaging))
    {
      g_autofree char *packaging = assay_bill_mass_words (data->bill->packaging);

      assay_report_add_fact (right, _ ("Packaging of a piece"), packaging);
    }
  if (left->len == 0 && right->len == 0)
    return;
  assay_document_take (document, assay_heading_new (_ ("Packing"), ASSAY_STYLE_HEADING));
  assay_document_take (document, assay_report_facts_new (left, right));
}

/**
 * assay_specification_sheet_new:
 * @data: what was read
 *
 * Returns: (transfer full): the document
 */
AssayDocument *
assay_specification_sheet_new (AssaySpecificationData *data)
{
  const char *const roles[] = { _ ("Buyer"), _ ("Supplier"), NULL };
  g_autofree char *name = assay_record_dup_title (data->product);
  g_autofree char *today = assay_date_format (data->today);
  /* Translators: the title of a document, and the product that it is about */
  g_autofree char *title = g_strdup_printf (_ ("Specification sheet: %s"), name);
  g_autofree char *foot = g_strdup_printf ("%s · %s", name, today);
  AssayDocument *document = assay_document_new (title);

  assay_document_set_brand (document, data->brand->name, data->brand->logo);
  assay_document_set_running (document, _ ("Specification sheet"), foot);
  add_title (document, data);
  add_facts (document, data);
  add_pictures (document, data);
  add_variants (document, data);
  add_components (document, data);
  add_requirements (document, data);
  add_packing (document, data);
  if (assay_record_is_known (data->product, ASSAY_PRODUCT_NOTE))
    {
      assay_document_take (document, assay_heading_new (_ ("Notes"), ASSAY_STYLE_HEADING));
      assay_document_take (
          document, assay_paragraph_new (assay_record_get_text (data->product, ASSAY_PRODUCT_NOTE),
                                         ASSAY_STYLE_BODY));
    }
  assay_document_take (document, assay_signature_block_new (roles));
  return document;
}

AssayDocument *
assay_specification_sheet_make (AssayDb *db,
                                gint64 product,
                                gint32 today,
                                AssayReportBrand *brand,
                                GCancellable *cancellable,
                                GError **error)
{
  g_autoptr (AssaySpecificationData) data
      = assay_specification_data_read (db, product, today, brand, cancellable, error);

  return data != NULL ? assay_specification_sheet_new (data) : NULL;
}
