/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/scheme-codes.h"

#include "store/query.h"

struct _AssaySchemeCodes
{
  GPtrArray *schemes; /* AssayRecord: few, at most some dozens */
};

AssaySchemeCodes *
assay_scheme_codes_read (AssayDb *db, GError **error)
{
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_SCHEME);
  GPtrArray *schemes = assay_query_run_records (query, db, 0, error);
  AssaySchemeCodes *codes;

  if (schemes == NULL)
    return NULL;
  codes = g_new0 (AssaySchemeCodes, 1);
  codes->schemes = schemes;
  return codes;
}

void
assay_scheme_codes_free (AssaySchemeCodes *codes)
{
  if (codes == NULL)
    return;
  g_ptr_array_unref (codes->schemes);
  g_free (codes);
}

const AssayRecord *
assay_scheme_codes_get (AssaySchemeCodes *codes, gint64 scheme)
{
  for (guint i = 0; scheme != 0 && i < codes->schemes->len; i++)
    if (assay_record_get_id (g_ptr_array_index (codes->schemes, i)) == scheme)
      return g_ptr_array_index (codes->schemes, i);
  return NULL;
}

gboolean
assay_scheme_codes_hold (AssaySchemeCodes *codes, const char *list, gint64 scheme)
{
  const AssayRecord *record = assay_scheme_codes_get (codes, scheme);
  const char *code = record != NULL ? assay_record_get_text (record, ASSAY_SCHEME_CODE) : NULL;
  g_auto (GStrv) parts = g_strsplit (list != NULL ? list : "", "|", -1);
  gboolean any = TRUE;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);

      if (*part == '\0')
        continue;
      any = FALSE;
      if (code != NULL && g_ascii_strcasecmp (part, code) == 0)
        return TRUE;
    }
  return any;
}
