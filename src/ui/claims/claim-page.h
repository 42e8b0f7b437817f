/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a claim: how it stands, what it needs in each market, what of it the book holds and
 * what is missing. */

#pragma once

#include "ui/record/record-page.h"

G_BEGIN_DECLS

AdwNavigationPage *assay_claim_page_new (AssayContext *context, gint64 id);

G_END_DECLS
