/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/suppliers/sourcing-rows.h"

#include <glib/gi18n-lib.h>

#include "record/format.h"
#include "store/query.h"

/* Words */

static void
append (GString *words, const char *between, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (words->len > 0)
    g_string_append (words, between);
  g_string_append (words, part);
}

static void
append_field (GString *words, const char *between, AssayRecord *record, guint field)
{
  g_autofree char *text = NULL;

  if (!assay_record_is_known (record, field))
    return;
  text = assay_format_display (record, field, ASSAY_UNITS_METRIC);
  append (words, between, text);
}

/* "24,000 pieces a month": the value stands where @format has "%s". */
static void
append_in (GString *words, AssayRecord *record, guint field, const char *format)
{
  g_autofree char *value = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;

  if (!assay_record_is_known (record, field))
    return;
  value = assay_format_display (record, field, ASSAY_UNITS_METRIC);
  parts = g_strsplit (format, "%s", 2);
  text = g_strjoinv (value, parts);
  append (words, " · ", text);
}

/* A line of its own: "On warranty and repair: paid within a month". */
static void
append_line (GString *words, AssayRecord *record, guint field)
{
  const char *text = assay_record_get_text (record, field);
  g_autofree char *line = NULL;

  if (text == NULL)
    return;
  /* Translators: what is spoken about, and what was said */
  line = g_strdup_printf (_ ("%s: %s"),
                          assay_field_label (&assay_record_describe (record)->fields[field]), text);
  append (words, "\n", line);
}

static char *
finish (GString *words)
{
  return words->len > 0 ? g_string_free_and_steal (words)
                        : (g_string_free (words, TRUE), (char *)NULL);
}

static char *
say_site_title (AssayRecord *site)
{
  GString *words = g_string_new (assay_record_get_text (site, ASSAY_SITE_NAME));

  append (words, " ", assay_record_get_text (site, ASSAY_SITE_LOCAL_NAME));
  return finish (words);
}

static char *
say_site (AssayRecord *site)
{
  GString *words = g_string_new (NULL);
  g_autoptr (GString) place = g_string_new (NULL);

  append_field (place, ", ", site, ASSAY_SITE_CITY);
  append_field (place, ", ", site, ASSAY_SITE_COUNTRY);
  append_field (words, " · ", site, ASSAY_SITE_KIND);
  append (words, " · ", place->str);
  append_in (words, site, ASSAY_SITE_EMPLOYEES, _ ("%s employees"));
  append_in (words, site, ASSAY_SITE_FLOOR_AREA, _ ("%s m²"));
  append_in (words, site, ASSAY_SITE_VISITED_ON, _ ("visited %s"));
  append_field (words, ", ", site, ASSAY_SITE_VISITED_BY);
  return finish (words);
}

static AssaySourcingTag
get_site_tag (AssayRecord *site, gint32 today)
{
  return assay_record_is_known (site, ASSAY_SITE_VISITED_ON)
             ? (AssaySourcingTag){ NULL, NULL }
             : (AssaySourcingTag){ _ ("Not visited"), "dimmed" };
}

static char *
say_capability_title (AssayRecord *capability)
{
  GString *words = g_string_new (NULL);
  const char *process = assay_record_get_text (capability, ASSAY_CAPABILITY_PROCESS);
  const char *machine = assay_record_get_text (capability, ASSAY_CAPABILITY_MACHINE);

  append (words, "", process);
  append (words, " · ", machine);
  if (assay_record_is_known (capability, ASSAY_CAPABILITY_MACHINES))
    {
      g_autofree char *number = assay_format_number (
          assay_record_get_integer (capability, ASSAY_CAPABILITY_MACHINES, 0));

      /* Translators: how many machines: “Juki LU-1508 × 40” */
      g_string_append_printf (words, _ (" × %s"), number);
    }
  return finish (words);
}

static char *
say_capability (AssayRecord *capability)
{
  GString *words = g_string_new (NULL);

  append_field (words, " · ", capability, ASSAY_CAPABILITY_AUTOMATION);
  append_in (words, capability, ASSAY_CAPABILITY_CAPACITY, _ ("%s pieces a month"));
  append_in (words, capability, ASSAY_CAPABILITY_MINIMUM_ORDER, _ ("from %s pieces"));
  append_in (words, capability, ASSAY_CAPABILITY_LEAD, _ ("%s days"));
  append_field (words, " · ", capability, ASSAY_CAPABILITY_SITE);
  append_in (words, capability, ASSAY_CAPABILITY_SEEN_ON, _ ("seen %s"));
  append_field (words, ", ", capability, ASSAY_CAPABILITY_SEEN_BY);
  return finish (words);
}

static AssaySourcingTag
tag_of_choice (AssayRecord *record, guint field, const char *css)
{
  const AssayField *described = &assay_record_describe (record)->fields[field];
  const char *value = assay_record_get_text (record, field);

  return value != NULL ? (AssaySourcingTag){ assay_field_choice_label (described, value), css }
                       : (AssaySourcingTag){ NULL, NULL };
}

static AssaySourcingTag
get_capability_tag (AssayRecord *capability, gint32 today)
{
  const char *state = assay_record_get_text (capability, ASSAY_CAPABILITY_STATE);

  return tag_of_choice (capability, ASSAY_CAPABILITY_STATE,
                        g_strcmp0 (state, "verified") == 0  ? "success"
                        : g_strcmp0 (state, "refused") == 0 ? "error"
                        : g_strcmp0 (state, "claimed") == 0 ? "dimmed"
                                                            : NULL);
}

static char *
say_call_title (AssayRecord *call)
{
  return g_strdup (assay_record_get_text (call, ASSAY_REFERENCE_CALL_COMPANY));
}

static char *
say_call (AssayRecord *call)
{
  GString *words = g_string_new (NULL);

  append (words, " · ", assay_record_get_text (call, ASSAY_REFERENCE_CALL_PERSON));
  append_field (words, " · ", call, ASSAY_REFERENCE_CALL_CALLED_ON);
  if (assay_record_is_known (call, ASSAY_REFERENCE_CALL_SINCE))
    {
      /* Translators: a year */
      g_autofree char *since
          = g_strdup_printf (_ ("customer since %d"),
                             (int)assay_record_get_integer (call, ASSAY_REFERENCE_CALL_SINCE, 0));

      append (words, " · ", since);
    }
  append_line (words, call, ASSAY_REFERENCE_CALL_WARRANTY);
  append_line (words, call, ASSAY_REFERENCE_CALL_QUALITY);
  append_line (words, call, ASSAY_REFERENCE_CALL_DELIVERY);
  append_line (words, call, ASSAY_REFERENCE_CALL_TROUBLE);
  return finish (words);
}

static AssaySourcingTag
get_call_tag (AssayRecord *call, gint32 today)
{
  const char *again = assay_record_get_text (call, ASSAY_REFERENCE_CALL_AGAIN);

  if (g_strcmp0 (again, "yes") == 0)
    return (AssaySourcingTag){ _ ("Would buy again"), "success" };
  if (g_strcmp0 (again, "no") == 0)
    return (AssaySourcingTag){ _ ("Would not buy again"), "error" };
  return (AssaySourcingTag){ again != NULL ? _ ("Not sure") : NULL, "dimmed" };
}

static char *
say_partner_title (AssayRecord *partner)
{
  return g_strdup (assay_record_get_text (partner, ASSAY_REPAIR_PARTNER_NAME));
}

static char *
say_partner (AssayRecord *partner)
{
  GString *words = g_string_new (NULL);
  g_autoptr (GString) place = g_string_new (NULL);

  append_field (place, ", ", partner, ASSAY_REPAIR_PARTNER_CITY);
  append_field (place, ", ", partner, ASSAY_REPAIR_PARTNER_COUNTRY);
  append_field (words, " · ", partner, ASSAY_REPAIR_PARTNER_SERVICES);
  append (words, " · ", place->str);
  append_in (words, partner, ASSAY_REPAIR_PARTNER_DAYS, _ ("%s days"));
  append_in (words, partner, ASSAY_REPAIR_PARTNER_CHECKED_ON, _ ("checked %s"));
  return finish (words);
}

static char *
say_risk_title (AssayRecord *risk)
{
  return g_strdup (assay_record_get_text (risk, ASSAY_RISK_NAME));
}

static char *
say_risk (AssayRecord *risk)
{
  GString *words = g_string_new (NULL);

  append_field (words, " · ", risk, ASSAY_RISK_KIND);
  /* Translators: how likely a risk is: “likelihood high” */
  append_in (words, risk, ASSAY_RISK_LIKELIHOOD, _ ("likelihood: %s"));
  append_in (words, risk, ASSAY_RISK_IMPACT, _ ("impact: %s"));
  append_in (words, risk, ASSAY_RISK_REVIEW_ON, _ ("look at it again %s"));
  append_line (words, risk, ASSAY_RISK_MEASURE);
  return finish (words);
}

static gboolean
is_closed (AssayRecord *risk)
{
  return g_strcmp0 (assay_record_get_text (risk, ASSAY_RISK_STATE), "closed") == 0;
}

static AssaySourcingTag
get_risk_tag (AssayRecord *risk, gint32 today)
{
  gint32 review = assay_record_get_date (risk, ASSAY_RISK_REVIEW_ON);
  gboolean high = g_strcmp0 (assay_record_get_text (risk, ASSAY_RISK_IMPACT), "high") == 0;

  if (is_closed (risk))
    return (AssaySourcingTag){ _ ("Closed"), "dimmed" };
  if (review != ASSAY_DATE_UNKNOWN && review <= today)
    return (AssaySourcingTag){ _ ("Look at it now"), "warning" };
  return tag_of_choice (risk, ASSAY_RISK_STATE, high ? "error" : NULL);
}

static char *
say_name_title (AssayRecord *name)
{
  return g_strdup (assay_record_get_text (name, ASSAY_SUPPLIER_NAME_NAME));
}

static char *
say_name (AssayRecord *name)
{
  return g_strdup (assay_record_get_text (name, ASSAY_SUPPLIER_NAME_ORIGIN));
}

static AssaySourcingTag
get_no_tag (AssayRecord *record, gint32 today)
{
  return (AssaySourcingTag){ NULL, NULL };
}

const AssaySourcingKind assay_sourcing_kinds[ASSAY_SOURCING_N_KINDS] = {
  { ASSAY_TYPE_RISK, ASSAY_RISK_SUPPLIER, N_ ("Risks"), N_ ("New Risk"), N_ ("Delete Risk"),
    say_risk_title, say_risk, get_risk_tag },
  { ASSAY_TYPE_SITE, ASSAY_SITE_SUPPLIER, N_ ("Sites"), N_ ("New Site"), N_ ("Delete Site"),
    say_site_title, say_site, get_site_tag },
  { ASSAY_TYPE_CAPABILITY, ASSAY_CAPABILITY_SUPPLIER, N_ ("Capabilities"), N_ ("New Capability"),
    N_ ("Delete Capability"), say_capability_title, say_capability, get_capability_tag },
  { ASSAY_TYPE_REFERENCE_CALL, ASSAY_REFERENCE_CALL_SUPPLIER, N_ ("Reference Calls"),
    N_ ("New Reference Call"), N_ ("Delete Reference Call"), say_call_title, say_call,
    get_call_tag },
  { ASSAY_TYPE_REPAIR_PARTNER, ASSAY_REPAIR_PARTNER_SUPPLIER, N_ ("Warranty and Repair"),
    N_ ("New Repair Partner"), N_ ("Delete Repair Partner"), say_partner_title, say_partner,
    get_no_tag },
  { ASSAY_TYPE_SUPPLIER_NAME, ASSAY_SUPPLIER_NAME_SUPPLIER, N_ ("Other Names"),
    N_ ("New Other Name"), N_ ("Delete Other Name"), say_name_title, say_name, get_no_tag },
};

/* Rows */

void
assay_sourcing_rows_free (AssaySourcingRows *rows)
{
  if (rows == NULL)
    return;
  for (guint i = 0; i < ASSAY_SOURCING_N_KINDS; i++)
    g_clear_pointer (&rows->rows[i], g_ptr_array_unref);
  g_clear_pointer (&rows->pictures, g_hash_table_unref);
  g_free (rows);
}

static int
weight_of (const char *extent)
{
  return g_strcmp0 (extent, "high") == 0     ? 3
         : g_strcmp0 (extent, "medium") == 0 ? 2
         : g_strcmp0 (extent, "low") == 0    ? 1
                                             : 0;
}

static int
compare_risks (gconstpointer a, gconstpointer b)
{
  AssayRecord *left = *(AssayRecord *const *)a, *right = *(AssayRecord *const *)b;
  int order = (int)is_closed (left) - (int)is_closed (right);

  if (order == 0)
    order = weight_of (assay_record_get_text (right, ASSAY_RISK_IMPACT))
            - weight_of (assay_record_get_text (left, ASSAY_RISK_IMPACT));
  if (order == 0)
    order = weight_of (assay_record_get_text (right, ASSAY_RISK_LIKELIHOOD))
            - weight_of (assay_record_get_text (left, ASSAY_RISK_LIKELIHOOD));
  return order;
}

static gboolean
read_pictures (AssayDb *db, gint64 supplier, GHashTable *pictures, GError **error)
{
  g_autoptr (AssayStatement) statement
      = assay_db_prepare (db,
                          "SELECT owner, count(*) FROM attachment WHERE owner_type = 'site'"
                          " AND owner IN (SELECT id FROM site WHERE supplier = ?) GROUP BY owner",
                          error);
  gboolean row, ok;

  if (statement == NULL)
    return FALSE;
  assay_statement_bind_int (statement, 1, supplier);
  while ((ok = assay_statement_step (statement, &row, error)) && row)
    {
      gint64 site = assay_statement_get_int (statement, 0);

      g_hash_table_insert (pictures, g_memdup2 (&site, sizeof site),
                           GUINT_TO_POINTER ((guint)assay_statement_get_int (statement, 1)));
    }
  return ok;
}

/**
 * assay_sourcing_rows_read:
 * @db: the book
 * @supplier: whose
 * @error: return location for an error
 *
 * Returns: (transfer full): what is noted of the supplier; %NULL on error
 */
AssaySourcingRows *
assay_sourcing_rows_read (AssayDb *db, gint64 supplier, GError **error)
{
  g_autoptr (AssaySourcingRows) rows = g_new0 (AssaySourcingRows, 1);
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;

  assay_value_set_integer (&value, supplier);
  rows->pictures = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < ASSAY_SOURCING_N_KINDS; i++)
    {
      const AssaySourcingKind *kind = &assay_sourcing_kinds[i];
      const AssayRecordType *type = assay_record_type_get (kind->type);
      g_autoptr (AssayQuery) query = assay_query_new (kind->type);

      assay_query_add_filter (query, kind->supplier, ASSAY_FILTER_IS, &value);
      assay_query_set_sort (query, (guint)type->sort, type->sort_descending);
      rows->rows[i] = assay_query_run_records (query, db, 0, error);
      if (rows->rows[i] == NULL)
        return NULL;
      if (kind->type == ASSAY_TYPE_RISK)
        g_ptr_array_sort (rows->rows[i], compare_risks);
    }
  return read_pictures (db, supplier, rows->pictures, error) ? g_steal_pointer (&rows) : NULL;
}
