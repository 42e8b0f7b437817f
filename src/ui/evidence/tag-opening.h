/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opens the address of a traceability tag, after saying whose it is, and asks what it showed: that
 * goes into the tag with the day, and into the log of look-ups. Main thread. */

#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* What somebody saw behind the address. */
typedef struct
{
  gboolean opens;
  const char *matches; /* "yes", "no"; NULL: not said */
  const char *shows, *controls, *by;
} AssayTagSeen;

void assay_tag_open (AssayContext *context, GtkWidget *parent, AssayRecord *tag);
/* Without opening it: it was looked at with a phone. */
void assay_tag_ask_seen (AssayContext *context, GtkWidget *parent, AssayRecord *tag);

/* In a change. The log gets a line where it can be told what came out: the page is not there, or it
 * fits the order or lot, or it does not. */
gboolean assay_tag_take_seen (
    AssayDb *db, gint64 evidence, const AssayTagSeen *seen, gint32 today, GError **error);

G_END_DECLS
