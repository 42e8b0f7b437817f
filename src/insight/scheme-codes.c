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

/* Letters and figures alone: “OEKO-TEX 100” and “Oeko-Tex-100” are the same. */
static char *
fold (const char *text)
{
  GString *folded = g_string_new (NULL);

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (folded, g_unichar_tolower (g_utf8_get_char (p)));
  return g_string_free (folded, FALSE);
}

gboolean
assay_scheme_codes_hold (AssaySchemeCodes *codes, const char *list, gint64 scheme)
{
  const AssayRecord *record = assay_scheme_codes_get (codes, scheme);
  g_autofree char *code
      = fold (record != NULL ? assay_record_get_text (record, ASSAY_SCHEME_CODE) : NULL);
  g_autofree char *name
      = fold (record != NULL ? assay_record_get_text (record, ASSAY_SCHEME_NAME) : NULL);
  g_auto (GStrv) parts = g_strsplit (list != NULL ? list : "", "|", -1);
  gboolean any = TRUE;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *part = fold (parts[i]);

      if (*part == '\0')
        continue;
      any = FALSE;
      if (g_str_has_prefix (code, part) || g_str_has_prefix (name, part))
        return TRUE;
    }
  return any;
}
