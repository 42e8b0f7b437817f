/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/actions/new-action.h"

#include "insight/corrective-actions.h"

void
assay_new_action_propose (AssayContext *context, AssayRecord *action)
{
  AssayBook *book = assay_context_get_book (context);
  gint32 today = assay_context_get_today (context);
  g_autofree char *number = NULL;

  if (!assay_record_is_known (action, ASSAY_CORRECTIVE_ACTION_OPENED_ON))
    assay_record_set_date (action, ASSAY_CORRECTIVE_ACTION_OPENED_ON, today);
  if (book == NULL || assay_record_is_known (action, ASSAY_CORRECTIVE_ACTION_NUMBER))
    return;
  number = assay_corrective_action_next_number (assay_book_get_reader (book), today, NULL);
  if (number != NULL)
    assay_record_set_text (action, ASSAY_CORRECTIVE_ACTION_NUMBER, number);
}
