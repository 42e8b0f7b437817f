/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dividing an amount so that the parts add up to it exactly. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void assay_allocate (gint64 total, const gint64 *weights, guint n, gint64 *parts);

G_END_DECLS
