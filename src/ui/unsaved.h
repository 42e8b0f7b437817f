/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages that hold edits say so by refusing to be popped; whoever pops them from outside asks here.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Whether a page above @page (NULL: any page) holds edits that are not in the book. */
gboolean assay_unsaved_above (AdwNavigationView *view, AdwNavigationPage *page);

G_END_DECLS
