/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * figures-error.c: registers the error domain of the figures layer.
 */
#include "figures/figures-error.h"

G_DEFINE_QUARK (assay_figures_error_quark, assay_figures_error)
