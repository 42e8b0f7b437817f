/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "cli/plan-options.h"

#include <glib/gi18n-lib.h>

void
assay_plan_words_fill_entries (AssayPlanWords *words, GOptionEntry *entries)
{
  entries[0]
      = (GOptionEntry){ "lot",   0, 0, G_OPTION_ARG_FILENAME, &words->lot, N_ ("Units in the lot"),
                        N_ ("N") };
  entries[1]
      = (GOptionEntry){ "level",
                        0,
                        0,
                        G_OPTION_ARG_FILENAME,
                        &words->level,
                        N_ ("Inspection level: S-1, S-2, S-3, S-4, I, II (unless given) or III"),
                        N_ ("LEVEL") };
  entries[2] = (GOptionEntry){ "severity",
                               0,
                               0,
                               G_OPTION_ARG_FILENAME,
                               &words->severity,
                               N_ ("normal (unless given), tightened or reduced"),
                               N_ ("SEVERITY") };
  entries[3] = (GOptionEntry){ "sampling",
                               0,
                               0,
                               G_OPTION_ARG_FILENAME,
                               &words->sampling,
                               N_ ("single (unless given) or double"),
                               N_ ("SAMPLING") };
  entries[4] = (GOptionEntry){ "aql",
                               0,
                               0,
                               G_OPTION_ARG_FILENAME_ARRAY,
                               &words->aqls,
                               N_ ("Acceptance quality limit in percent, such as 2.5; 0: none "
                                   "allowed"),
                               N_ ("AQL") };
}

void
assay_plan_words_clear (AssayPlanWords *words)
{
  g_clear_pointer (&words->lot, g_free);
  g_clear_pointer (&words->level, g_free);
  g_clear_pointer (&words->severity, g_free);
  g_clear_pointer (&words->sampling, g_free);
  g_clear_pointer (&words->aqls, g_strfreev);
}

void
assay_plan_options_clear (AssayPlanOptions *options)
{
  g_clear_pointer (&options->aqls, g_array_unref);
}

static gboolean
read_aqls (const AssayUsage *usage, char **words, GArray *aqls)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      gint aql;

      if (!assay_aql_parse (words[i], &aql))
        {
          g_autoptr (GString) known = g_string_new (assay_aql_to_string (ASSAY_AQL_ZERO));

          for (guint j = 0; j < ASSAY_N_AQLS; j++)
            g_string_append_printf (known, ", %s", assay_aql_to_string (assay_aql_list ()[j]));
          assay_usage_wrong (usage, _ ("“%s” is no AQL of the tables; they are %s"), words[i],
                             known->str);
          return FALSE;
        }
      g_array_append_val (aqls, aql);
    }
  return TRUE;
}

/**
 * assay_plan_options_read:
 * @usage: how the command is called
 * @words: what was typed
 * @options: (out caller-allocates): what it means; the lot is 0 where none was given
 *
 * Returns: %FALSE when something was typed wrongly, which was said
 */
gboolean
assay_plan_options_read (const AssayUsage *usage,
                         const AssayPlanWords *words,
                         AssayPlanOptions *options)
{
  *options = (AssayPlanOptions){ .lot = 0,
                                 .level = ASSAY_INSPECTION_LEVEL_II,
                                 .severity = ASSAY_SEVERITY_NORMAL,
                                 .sampling = ASSAY_SAMPLING_SINGLE,
                                 .aqls = g_array_new (FALSE, FALSE, sizeof (gint)) };
  if (words->lot != NULL && !assay_usage_parse_count (usage, "lot", words->lot, 1, &options->lot))
    return FALSE;
  if (words->level != NULL && !assay_inspection_level_from_string (words->level, &options->level))
    assay_usage_wrong (usage, _ ("“%s” is no inspection level"), words->level);
  else if (words->severity != NULL
           && !assay_severity_from_string (words->severity, &options->severity))
    assay_usage_wrong (usage, _ ("“%s” is no severity"), words->severity);
  else if (words->sampling != NULL
           && !assay_sampling_from_string (words->sampling, &options->sampling))
    assay_usage_wrong (usage, _ ("“%s” is no kind of sampling"), words->sampling);
  else
    return read_aqls (usage, words->aqls, options->aqls);
  return FALSE;
}

/**
 * assay_plan_options_describe:
 * @options: what was asked
 * @asked: where to note it
 */
void
assay_plan_options_describe (const AssayPlanOptions *options, JsonObject *asked)
{
  if (options->lot > 0)
    json_object_set_int_member (asked, "lot", options->lot);
  else
    json_object_set_null_member (asked, "lot");
  json_object_set_string_member (asked, "level", assay_inspection_level_to_string (options->level));
  json_object_set_string_member (asked, "severity", assay_severity_to_string (options->severity));
  json_object_set_string_member (asked, "sampling", assay_sampling_to_string (options->sampling));
}
