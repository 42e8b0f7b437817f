/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done with a sample on its way: sent, received, decided; its tests taken from what the
 * product requires; the next round. Each is one change that can be undone. Main thread. */

#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_SAMPLE_SEND,
  ASSAY_SAMPLE_RECEIVE,
  ASSAY_SAMPLE_APPROVE,
  ASSAY_SAMPLE_APPROVE_WITH_COMMENTS,
  ASSAY_SAMPLE_REJECT,
  ASSAY_SAMPLE_REOPEN,
  ASSAY_SAMPLE_N_STEPS,
} AssaySampleStep;

/* What the button says, with a mnemonic. */
const char *assay_sample_step_label (AssaySampleStep step);
gboolean assay_sample_step_is_possible (const AssayRecord *sample, AssaySampleStep step);
/* Whether it is a decision, which asks who decided and what the supplier is told. */
gboolean assay_sample_step_decides (AssaySampleStep step);
/* In the copy of the record that is handed over. @by and @comments: nullable. */
void assay_sample_step_apply (
    AssayRecord *sample, AssaySampleStep step, gint32 today, const char *by, const char *comments);

void assay_sample_step_take (AssayContext *context,
                             AssayRecord *sample,
                             AssaySampleStep step,
                             const char *by,
                             const char *comments);
/* Asks first. @failed: (nullable): tests that failed, in words. */
void assay_sample_decide_ask (AssayContext *context,
                              AssayRecord *sample,
                              AssaySampleStep step,
                              const char *failed,
                              GtkWidget *parent);
/* Adds a test for each requirement of the product that has none. */
void assay_sample_take_tests (AssayContext *context, gint64 sample);
/* Makes the sample of the next round and shows it. */
void assay_sample_make_next (AssayContext *context, gint64 sample);

G_END_DECLS
