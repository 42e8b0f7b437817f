/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "insight/agenda-events.h"

#include <glib/gi18n-lib.h>

#include "record/catalogue.h"

static AssayCalendarEvent *
make_event (const AssayAgendaItem *item)
{
  const AssayRecordType *type = assay_record_type_get (item->type);
  AssayCalendarEvent *event = g_new0 (AssayCalendarEvent, 1);

  event->uid = g_strdup_printf ("%s-%" G_GINT64_FORMAT "-%s@page.assay.Assay", type->name, item->id,
                                item->what);
  event->from = item->day;
  event->to = item->until;
  if (item->kind == ASSAY_AGENDA_BLACKOUT)
    event->summary = g_strdup (item->title);
  else
    /* Translators: an entry of a calendar: what is due, and of what: "Payment due: PO-1042" */
    event->summary = g_strdup_printf (_ ("%s: %s"), item->label, item->title);
  event->description = assay_agenda_item_dup_subtitle (item);
  event->category = g_strdup (assay_agenda_kind_label (item->kind));
  return event;
}

GPtrArray *
assay_agenda_make_events (const AssayAgenda *agenda)
{
  GPtrArray *events = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_calendar_event_free);

  for (guint i = 0; i < agenda->items->len; i++)
    g_ptr_array_add (events, make_event (g_ptr_array_index (agenda->items, i)));
  return events;
}

gint64
assay_agenda_get_stamp (const AssayAgenda *agenda, gint64 now)
{
  return agenda->changed > 0 ? agenda->changed : now;
}
