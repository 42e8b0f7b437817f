/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one scan of the order lines that figures of spend are made from, and how its cells fall into
 * groups and periods. Internal to the insight layer. */

#pragma once

#include "insight/key-index.h"
#include "insight/spend.h"

G_BEGIN_DECLS

/* What one supplier (or product, or day) has in one period (or: of one product). */
typedef struct
{
  gint64 amount;
  gint64 quantity;
  GArray *ids; /* gint64 */
} AssaySpendCell;

typedef struct
{
  gint64 id;
  char *name; /* NULL: unknown */
} AssaySpendGroup;

typedef struct
{
  AssayMoneyInBase *money;
  AssayKeyIndex *keys;   /* groups: number → id of a supplier or product, first day of a period */
  AssayKeyIndex *others; /* periods' first days; products, of critical ones */
  AssayKeyIndex *pairs;  /* number of a cell → number of its key << 32 | number of its other */
  GArray *cells;         /* AssaySpendCell */
  GPtrArray *left_out;   /* AssaySpendLeftOut */
} AssaySpendScan;

/* What stands for a day that is not known. */
#define ASSAY_SPEND_NO_PERIOD G_MININT64

typedef enum
{
  ASSAY_SPEND_OTHER_NONE,
  ASSAY_SPEND_OTHER_PERIOD,
  ASSAY_SPEND_OTHER_PRODUCT,
} AssaySpendOther;

AssaySpendScan *assay_spend_scan (AssayDb *db,
                                  const AssaySpendQuestion *question,
                                  AssaySpendOther other,
                                  GError **error);
void assay_spend_scan_free (AssaySpendScan *scan);

/* The groups that its keys fall into: GArray of AssaySpendGroup; and the group of each key. */
GArray *assay_spend_scan_groups (
    AssaySpendScan *scan, AssayDb *db, AssaySpendBy by, guint32 **group_of_key, GError **error);
gint64 assay_spend_period_start (gint32 day, gboolean monthly);
char *assay_spend_period_name (gint64 start, gboolean monthly);

void assay_spend_row_free (AssaySpendRow *row);
void assay_spend_row_add (AssaySpendRow *row, const AssaySpendCell *cell);
AssaySpendRow *assay_spend_row_new (const AssaySpendGroup *group);
/* Fills shares, sorts the largest first (the unknown last) and tells the index of known groups. */
void assay_spend_rows_finish (GPtrArray *rows, gint64 whole, AssayConcentration *concentration);
char *assay_spend_define (const AssaySpendQuestion *question, const AssayMoneyInBase *money);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssaySpendScan, assay_spend_scan_free)

G_END_DECLS
