/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What needs attention today: lines that are late or soon due, inspections that wait for a result
 * or a decision, corrective actions and payments whose day comes or is over, payments that passed
 * inspections have set free, deviations that are accepted no more; evidence that runs out or is to
 * be looked up again, audit findings, samples and risks. */

#pragma once

#include "insight/agenda-reminders.h"
#include "insight/diversification.h"
#include "insight/reorder.h"
#include "record/record.h"
#include "store/db.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *late;        /* AssayRecord, order lines, most overdue first */
  GPtrArray *soon;        /* AssayRecord, order lines, next first */
  GPtrArray *undecided;   /* AssayRecord, inspections with a result and no decision, oldest first */
  GPtrArray *planned;     /* AssayRecord, inspections planned and not done, next first */
  GPtrArray *overdue;     /* AssayRecord, corrective actions, most overdue first */
  GPtrArray *actions;     /* AssayRecord, corrective actions soon due, next first */
  GPtrArray *freed;       /* AssayRecord, milestones whose inspections have passed, next first */
  GPtrArray *milestones;  /* AssayRecord, other milestones overdue or soon due, next first */
  GPtrArray *ran_out;     /* AssayRecord, inspections whose deviation ran out, oldest first */
  GPtrArray *reorder;     /* AssayReorder, products to order by today, most overdue first; NULL
                             until assay_today_ask_reorder() */
  AssayAgenda *reminders; /* evidence, audit findings, samples, risks; see agenda-reminders.h */
  AssayDiversification *sources; /* of critical products; NULL until assay_today_ask_sources() */
  gint64 late_n, soon_n, undecided_n, planned_n; /* all, where the lists are cut */
  gint64 overdue_n, actions_n, freed_n, milestones_n, ran_out_n;
  gint64 suppliers, products, orders, inspections; /* how many the book holds */
  gint64 open_actions;                             /* not closed and not cancelled */
} AssayToday;

AssayToday *
assay_today_ask (AssayDb *db, gint32 today, gint32 soon_days, guint limit, GError **error);
/* Adds what is to be ordered again. */
gboolean assay_today_ask_reorder (AssayToday *today, AssayDb *db, gint32 day, GError **error);
/* Adds whom critical products depend on. */
gboolean assay_today_ask_sources (AssayToday *today, AssayDb *db, GError **error);
void assay_today_free (AssayToday *today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayToday, assay_today_free)

G_END_DECLS
