/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * figures-error.h: the error domain of the figures layer, whose functions are
 * pure mathematics: any thread, no state.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ASSAY_FIGURES_ERROR (assay_figures_error_quark ())

/**
 * AssayFiguresError:
 * @ASSAY_FIGURES_ERROR_INVALID: an argument lies outside what the figure is
 *   defined for (a lot of no units, more defectives than units)
 * @ASSAY_FIGURES_ERROR_NO_PLAN: the tables hold no plan for what was asked
 */
typedef enum
{
  ASSAY_FIGURES_ERROR_INVALID,
  ASSAY_FIGURES_ERROR_NO_PLAN,
} AssayFiguresError;

GQuark assay_figures_error_quark (void);

G_END_DECLS
