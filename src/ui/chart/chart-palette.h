/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The palette for charts on a screen: light or dark, high contrast, with the reader's accent. */

#pragma once

#include "chart/palette.h"

#include <adwaita.h>

G_BEGIN_DECLS

AssayPalette assay_chart_palette_resolve (AdwStyleManager *manager);

G_END_DECLS
