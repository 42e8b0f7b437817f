/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/products/test-list.h"

#include <glib/gi18n-lib.h>

#include "insight/test-protocols.h"

/* A limit of this length stands in one line. */
#define LIMIT_CHARS 14

/* A requirement's field, or the same one of a test of a protocol: both have those of test-fields.h.
 */
static guint
field_of (AssayRecord *test, guint requirement_field)
{
  return assay_record_get_kind (test) == ASSAY_TYPE_REQUIREMENT
             ? requirement_field
             : requirement_field - ASSAY_REQUIREMENT_POSITION + ASSAY_PROTOCOL_TEST_POSITION;
}

/* "Tear strength · Shell" */
static char *
dup_title (AssayRecord *test)
{
  const char *property = assay_record_get_text (test, field_of (test, ASSAY_REQUIREMENT_PROPERTY));
  const char *component = NULL;

  if (assay_record_get_kind (test) == ASSAY_TYPE_REQUIREMENT
      && assay_record_is_known (test, ASSAY_REQUIREMENT_COMPONENT))
    component = assay_record_get_reference_title (test, ASSAY_REQUIREMENT_COMPONENT);
  if (property == NULL)
    property = "";
  return component != NULL ? g_strdup_printf ("%s · %s", property, component) : g_strdup (property);
}

/* How it is tested, then what is asked beside the limit, then where the limit comes from. */
static char *
describe (AssayRecord *test)
{
  g_autofree char *method = assay_test_dup_method (test);
  g_autofree char *terms = assay_test_dup_terms (test);
  const char *source = assay_record_get_text (test, field_of (test, ASSAY_REQUIREMENT_SOURCE));
  g_autoptr (GString) words = g_string_new (method);

  if (*terms != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", terms);
  if (source != NULL)
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", source);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static GtkWidget *
new_limit (AssayRecord *test)
{
  g_autofree char *limit = assay_test_dup_limit (test);
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "label", limit, "xalign", 1.0, "wrap", TRUE, "width-chars",
                      (int)MIN (g_utf8_strlen (limit, -1), LIMIT_CHARS), "max-width-chars",
                      LIMIT_CHARS, "justify", GTK_JUSTIFY_RIGHT, NULL);

  gtk_widget_add_css_class (label, "numeric");
  return label;
}

const AssayPartListKind assay_requirements_of_product = {
  .type = ASSAY_TYPE_REQUIREMENT,
  .position = ASSAY_REQUIREMENT_POSITION,
  .title = ASSAY_REQUIREMENT_PROPERTY,
  .section = -1,
  .label = N_ ("Tests"),
  .empty = N_ ("No requirements yet: use a test protocol, or add what each sample has to pass"),
  .move = N_ ("Move Test"),
  .not_moved = N_ ("The Test Was Not Moved"),
  .remove = N_ ("Delete This Test"),
  .describe = describe,
  .dup_title = dup_title,
  .new_value = new_limit,
};

const AssayPartListKind assay_tests_of_protocol = {
  .type = ASSAY_TYPE_PROTOCOL_TEST,
  .position = ASSAY_PROTOCOL_TEST_POSITION,
  .title = ASSAY_PROTOCOL_TEST_PROPERTY,
  .section = -1,
  .label = N_ ("Tests"),
  .empty = N_ ("No tests yet: add what products of this kind have to pass, with the limits that "
               "you agree on with your suppliers"),
  .move = N_ ("Move Test"),
  .not_moved = N_ ("The Test Was Not Moved"),
  .remove = N_ ("Delete This Test"),
  .describe = describe,
  .dup_title = dup_title,
  .new_value = new_limit,
};
