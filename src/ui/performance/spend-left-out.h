/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which lines are not in figures of spend and why, each of which opens the lines; and what to do
 * about currencies: exchange rates, the base currency. */

#pragma once

#include <adwaita.h>

#include "insight/spend.h"
#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_SPEND_LEFT_OUT_LIST (assay_spend_left_out_list_get_type ())
G_DECLARE_FINAL_TYPE (
    AssaySpendLeftOutList, assay_spend_left_out_list, ASSAY, SPEND_LEFT_OUT_LIST, AdwBin)

AssaySpendLeftOutList *assay_spend_left_out_list_new (AssayContext *context);
void assay_spend_left_out_list_show (AssaySpendLeftOutList *list, const AssaySpend *spend);

G_END_DECLS
