/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inside of a connection, for the files of the store only. */

#pragma once

#include "store/db.h"
#include "store/fresh.h"
#include "store/inserts.h"
#include "store/touched.h"

G_BEGIN_DECLS

struct _AssayDb
{
  sqlite3 *handle;
  char *path;
  GHashTable *statements;    /* SQL → AssayStatement */
  GCancellable *cancellable; /* of what runs now */
  AssayInserts *inserts;
  /* Inside a change: */
  AssayTouched *touched; /* whose derived columns are out of date */
  AssayFresh *fresh;     /* what is not yet written */
};

G_END_DECLS
