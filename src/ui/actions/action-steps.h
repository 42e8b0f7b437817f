/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The way of a corrective action: open, in progress, done, closed. Each step is one change with a
 * toast that takes it back. Main thread. */

#pragma once

#include "ui/context.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_ACTION_START,
  ASSAY_ACTION_MARK_DONE,
  ASSAY_ACTION_REOPEN,
  ASSAY_ACTION_CANCEL,
  ASSAY_ACTION_N_STEPS,
} AssayActionStep;

/* What the button says, with a mnemonic. */
const char *assay_action_step_label (AssayActionStep step);
gboolean assay_action_step_is_possible (const AssayRecord *action, AssayActionStep step);
/* In the copy of the record that is handed over. */
void assay_action_step_apply (AssayRecord *action, AssayActionStep step, gint32 today);
/* The closing check: it worked and the action is closed, or it did not and it is open again, and
 * what was seen is kept among the notes. @by and @words are nullable. */
void assay_action_check_apply (
    AssayRecord *action, gboolean worked, const char *by, const char *words, gint32 today);

void assay_action_step_take (AssayContext *context, AssayRecord *action, AssayActionStep step);
void assay_action_check_take (
    AssayContext *context, AssayRecord *action, gboolean worked, const char *by, const char *words);

G_END_DECLS
