/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/table/table-export.h"

#include <glib/gi18n-lib.h>

void
assay_table_export (AssayContext *context,
                    GtkWidget *parent,
                    const AssayQuery *query,
                    GArray *fields)
{
}
