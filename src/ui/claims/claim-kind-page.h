/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a kind of claim: what evidence such claims need in each market, and the claims of
 * this kind. */

#pragma once

#include "ui/record/record-page.h"

G_BEGIN_DECLS

AdwNavigationPage *assay_claim_kind_page_new (AssayContext *context, gint64 id);

G_END_DECLS
