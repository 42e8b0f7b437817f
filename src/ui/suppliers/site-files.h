/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Photos and files of a factory site. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

AdwDialog *assay_site_files_new (AssayContext *context, AssayRecord *site);

G_END_DECLS
