/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * concentration.h: how much of a whole lies with few: the Herfindahl–Hirschman index.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AssayConcentration:
 * @n: how many have a part of the whole; amounts of 0 are no part
 * @hhi: Σ share², from 1/n (all equal) to 1 (one has it all); NaN where there is no whole
 * @effective: 1 / hhi: so many equal ones would be as concentrated
 * @largest: the largest share, 0 to 1
 *
 * The index is also told from 0 to 10,000, with shares in per cent: that is hhi × 10,000.
 */
typedef struct
{
  gsize n;
  double hhi;
  double effective;
  double largest;
} AssayConcentration;

void assay_concentration_compute (const double *amounts, gsize n, AssayConcentration *out);

G_END_DECLS
