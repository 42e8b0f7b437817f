/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked of a book for its agenda: one statement for each thing that can be due. Included by
 * agenda.c and agenda-sources.c alone. */

#pragma once

#include "insight/agenda.h"

/* The parameters of every question: ?1 and ?2 the first and the last day, ?3 the supplier or 0, ?4
 * today. What every question answers. */
enum
{
  COLUMN_ID,
  COLUMN_DAY,
  COLUMN_UNTIL,
  COLUMN_HEAD, /* the title is these two */
  COLUMN_TAIL,
  COLUMN_SUPPLIER,
  COLUMN_SUPPLIER_NAME,
  COLUMN_PIECES,
  COLUMN_AMOUNT,
  COLUMN_CURRENCY,
};

typedef struct
{
  AssayAgendaKind kind;
  AssayType type;
  const char *what;
  const char *label; /* marked for translation */
  const char *sql;
} AssayAgendaSource;

extern const AssayAgendaSource assay_agenda_sources[];
extern const guint assay_agenda_n_sources;
