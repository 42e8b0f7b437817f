/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates that were promised or planned for a day on which nothing happens: the supplier is closed,
 * no freight moves, or nobody of ours is there. Said, never refused. */

#pragma once

#include "insight/work-calendar.h"
#include "record/problems.h"
#include "record/record.h"

G_BEGIN_DECLS

/* Of promises, orders, order lines and deliveries; the other types have no such dates. */
void assay_closed_days_remark (AssayWorkCalendars *calendars,
                               gint64 supplier,
                               const AssayRecord *record,
                               AssayProblems *remarks);
/* The same for a record that is being typed: finds its supplier and the calendar by itself. */
void
assay_closed_days_remark_record (AssayDb *db, const AssayRecord *record, AssayProblems *remarks);

G_END_DECLS
