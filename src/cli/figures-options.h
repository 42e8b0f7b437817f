/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What `assay figures` is asked for. */

#pragma once

#include "cli/listing.h"
#include "cli/usage.h"
#include "insight/defects.h"
#include "insight/lead-time.h"

G_BEGIN_DECLS

typedef struct
{
  char *book;
  AssayGrouping by;
  char *supplier_words; /* nullable */
  char *product_words;  /* nullable */
  gint64 supplier;      /* 0 for all */
  gint64 product;       /* 0 for all */
  gint32 from;
  gint32 to;
  gint32 today;
  char *rule_words[ASSAY_N_LEAD_TIME_RULES]; /* NULL: as the book says */
  gboolean weighted;                         /* the same as weights by pieces */
  char *explain;                             /* a statistic; nullable */
  AssayLeadTimeRules rules;
  AssayListingForm form;
} AssayFiguresOptions;

gboolean assay_figures_options_parse (
    const AssayUsage *usage, int argc, char **argv, AssayFiguresOptions *options, int *status);
gboolean assay_figures_options_resolve (AssayFiguresOptions *options, AssayDb *db, GError **error);
AssayListing *assay_figures_options_make_table (const AssayFiguresOptions *options,
                                                const AssayListingColumn *columns,
                                                guint n_columns,
                                                const char *definition);
/* What is asked, for JSON. */
JsonObject *assay_figures_options_make_asked (const AssayFiguresOptions *options);
void assay_figures_options_clear (AssayFiguresOptions *options);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AssayFiguresOptions, assay_figures_options_clear)

G_END_DECLS
