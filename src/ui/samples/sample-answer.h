/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the page of a sample shows beside the record; read on the book's thread. */

#pragma once

#include "insight/sample-tests.h"
#include "ui/record/record-page.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *tests;  /* AssayRecord in order */
  GPtrArray *rounds; /* AssayRecord: samples of the same product and supplier */
  guint missing;     /* requirements of the product without a test */
  AssaySampleTests counts;
  char *failed; /* tests that failed with their reasons, a line each; NULL without one */
} AssaySampleAnswer;

gpointer assay_sample_answer_read (AssayDb *db,
                                   AssayRecord *sample,
                                   const AssayPageQuestion *question,
                                   GError **error);
void assay_sample_answer_free (AssaySampleAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssaySampleAnswer, assay_sample_answer_free)

G_END_DECLS
