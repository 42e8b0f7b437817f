/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rules by which a book tells lead times, as rows of Preferences, and below them what they mean
 * in words. Each change is written at once. Main thread. */

#pragma once

#include <adwaita.h>

#include "ui/context.h"

G_BEGIN_DECLS

#define ASSAY_TYPE_LEAD_TIME_GROUP (assay_lead_time_group_get_type ())
G_DECLARE_FINAL_TYPE (
    AssayLeadTimeGroup, assay_lead_time_group, ASSAY, LEAD_TIME_GROUP, AdwPreferencesGroup)

void assay_lead_time_group_set_context (AssayLeadTimeGroup *group, AssayContext *context);

G_END_DECLS
