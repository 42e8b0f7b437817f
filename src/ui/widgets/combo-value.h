/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a combo row shows as chosen stays readable beside a long subtitle. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void assay_combo_row_keep_value (AdwComboRow *row);

G_END_DECLS
