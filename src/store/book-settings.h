/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Settings that belong to a book and travel with it, by name. Written inside a change like
 * everything else, and undone with it. */

#pragma once

#include "store/db.h"

G_BEGIN_DECLS

#define ASSAY_SETTING_BRAND      "brand"      /* the brand's name */
#define ASSAY_SETTING_LOGO       "logo"       /* sha256 of an attachment blob */
#define ASSAY_SETTING_CURRENCY   "currency"   /* base currency, ISO 4217 */
#define ASSAY_SETTING_UNITS      "units"      /* "metric" or "imperial" */
#define ASSAY_SETTING_PAPER      "paper"      /* "a4" or "letter" */
#define ASSAY_SETTING_LEAD_START "lead-start" /* "sent" or "confirmed" */
#define ASSAY_SETTING_PROMISE    "promise"    /* slip against the "first" or the "latest" */
#define ASSAY_SETTING_ON_TIME    "on-time"    /* window in days, "7:0": early, late */
#define ASSAY_SETTING_WORKING_WEEK                                                                 \
  "working-week" /* of suppliers that say nothing: "mon_fri", "every_day", … */
#define ASSAY_SETTING_INTERVAL     "interval"     /* of shares: "wilson" or "exact" */
#define ASSAY_SETTING_SOON_DAYS    "soon-days"    /* how many days ahead is soon due */
#define ASSAY_SETTING_SCORECARD    "scorecard"    /* id of the one that suppliers are graded by */
#define ASSAY_SETTING_PLAN_PROFILE "plan-profile" /* id of the profile of new inspections */
#define ASSAY_SETTING_APART                                                                        \
  "suppliers-apart" /* "id id,id id": pairs that look like one and are two */

/* How lead times are told, see insight/lead-time-rules.h. */
#define ASSAY_SETTING_PRODUCTION_START "production-start" /* "agreed" or "started" */
#define ASSAY_SETTING_PROMISE_OF       "promise-of"       /* "received", "shipped" or "ready" */
#define ASSAY_SETTING_ON_TIME_UNIT     "on-time-unit"     /* "line", "shipment" or "quantity" */
#define ASSAY_SETTING_PARTIAL          "partial"          /* "last" piece or "weighted" */
#define ASSAY_SETTING_IN_FULL          "in-full"          /* percent that may be missing, "2.5" */
#define ASSAY_SETTING_LEAD_DAYS        "lead-days"        /* "calendar" or "working" */
#define ASSAY_SETTING_LEAD_WEIGHTS     "lead-weights"     /* "lines" or "pieces" */

/* NULL without error when it was never set. */
char *assay_book_settings_get (AssayDb *db, const char *name, GError **error);
gboolean assay_book_settings_set (AssayDb *db, const char *name, const char *value, GError **error);

G_END_DECLS
