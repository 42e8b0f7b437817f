/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The switching rules in words. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>

#include "insight/switching.h"
#include "record/date.h"

static const char *
say_severity (AssaySeverity severity)
{
  const AssayField *field
      = &assay_record_type_get (ASSAY_TYPE_INSPECTION)->fields[ASSAY_INSPECTION_SEVERITY];

  return assay_field_choice_label (field, assay_severity_to_string (severity));
}

static const char *
say_class (AssayClass i)
{
  const AssayField *field = &assay_record_type_get (ASSAY_TYPE_DEFECT)->fields[ASSAY_DEFECT_CLASS];

  return assay_field_choice_label (field, assay_class_to_string (i));
}

char *
assay_switching_say_state (const AssaySwitching *state)
{
  if (state->discontinued)
    return g_strdup (_ ("Stopped"));
  return g_strdup (say_severity (state->severity));
}

static char *
say_window (const AssaySwitching *state)
{
  if (state->window == 0)
    return NULL;
  if (state->window_rejected == 0 && state->accepted_run >= state->window)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u lot in a row accepted",
                                         "%u lots in a row accepted", state->accepted_run),
                            state->accepted_run);
  /* Translators: "1 of the last 5 lots not accepted" */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of the last %u lot not accepted",
                                       "%u of the last %u lots not accepted", state->window),
                          state->window_rejected, state->window);
}

/**
 * assay_switching_say_counters:
 *
 * Returns: how far it is to the next switch; never %NULL
 */
char *
assay_switching_say_counters (const AssaySwitching *state)
{
  g_autofree char *window = say_window (state);

  if (state->discontinued)
    return g_strdup (_ ("5 lots were not accepted on tightened inspection. Inspect again, on "
                        "tightened, once a corrective action has worked."));
  if (state->lots == 0)
    return g_strdup (_ ("No lot was judged yet; inspection starts on normal"));
  if (window == NULL)
    return g_strdup (_ ("No lot since the last switch"));
  if (state->reduced_offered)
    return g_strdup_printf (_ ("%s: reduced inspection may be chosen"), window);
  if (state->severity == ASSAY_SEVERITY_TIGHTENED && state->tightened_rejected > 0)
    return g_strdup_printf (
        /* Translators: "1 of the last 3 lots not accepted", and numbers of lots */
        _ ("%s; %u of 5 accepted in a row for normal, %u of 5 not accepted before it stops"),
        window, state->accepted_run, state->tightened_rejected);
  if (state->severity == ASSAY_SEVERITY_TIGHTENED)
    return g_strdup_printf (_ ("%s; 5 in a row lead back to normal"), window);
  return g_steal_pointer (&window);
}

static const char *
say_cause (AssaySwitchReason reason)
{
  switch (reason)
    {
    case ASSAY_SWITCH_TWO_OF_FIVE:
      return _ ("2 of 5 or fewer lots in a row were not accepted");
    case ASSAY_SWITCH_FIVE_ACCEPTED:
      return _ ("5 lots in a row were accepted on tightened");
    case ASSAY_SWITCH_REDUCED_CHOSEN:
      return _ ("10 lots in a row were accepted on normal, and reduced was chosen");
    case ASSAY_SWITCH_REDUCED_REJECTED:
      return _ ("a lot was not accepted on reduced");
    case ASSAY_SWITCH_REDUCED_GAP:
      return _ ("a lot on reduced was accepted with more than Ac and fewer than Re");
    case ASSAY_SWITCH_NORMAL_CHOSEN:
      return _ ("reduced was given up");
    case ASSAY_SWITCH_DISCONTINUED:
      return _ ("5 lots were not accepted on tightened");
    case ASSAY_SWITCH_RESTARTED:
    default:
      return _ ("inspection began again on tightened after it was stopped");
    }
}

/* "INS-104 (12 May 2026)" */
static char *
say_lot (const AssayClassSwitching *one, guint lot)
{
  AssayRecord *record = g_ptr_array_index (one->lots, lot);
  g_autofree char *title = assay_record_dup_title (record);
  g_autofree char *day
      = assay_date_format (assay_record_get_date (record, ASSAY_INSPECTION_INSPECTED_ON));

  /* Translators: an inspection and its date */
  return g_strdup_printf (_ ("%s (%s)"), title, day);
}

char *
assay_switching_say_switch (const AssayClassSwitching *one, const AssaySwitch *made)
{
  g_autofree char *lot = say_lot (one, made->lot);
  const char *cause = say_cause (made->reason);

  if (made->reason == ASSAY_SWITCH_DISCONTINUED)
    /* Translators: why, and after which lot */
    return g_strdup_printf (_ ("Stopped: %s. After %s"), cause, lot);
  if (made->before)
    /* Translators: a severity, why, and for which lot */
    return g_strdup_printf (_ ("%s: %s. From %s on"), say_severity (made->to), cause, lot);
  /* Translators: a severity, why, and after which lot */
  return g_strdup_printf (_ ("%s: %s. After %s"), say_severity (made->to), cause, lot);
}

static void
add_reason (GString *words, const AssayClassSwitching *one, AssayClass i)
{
  const AssaySwitching *state = &one->state;
  g_autofree char *severity = g_utf8_strdown (say_severity (state->severity), -1);
  g_autofree char *counters = assay_switching_say_counters (state);

  if (words->len > 0)
    g_string_append_c (words, '\n');
  if (state->discontinued)
    /* Translators: a class of defects, and why its inspection stops */
    g_string_append_printf (words, _ ("%s: stopped. %s"), say_class (i), counters);
  else if (state->switches->len > 0 && state->severity != ASSAY_SEVERITY_NORMAL)
    {
      const AssaySwitch *last
          = &g_array_index (state->switches, AssaySwitch, state->switches->len - 1);
      g_autofree char *lot = say_lot (one, last->lot);

      /* Translators: class, severity, why, after or from which lot, and what was since */
      g_string_append_printf (words, _ ("%s: %s, because %s, %s. %s."), say_class (i), severity,
                              say_cause (last->reason), lot, counters);
    }
  else
    /* Translators: a class of defects, a severity, and how the lots were */
    g_string_append_printf (words, _ ("%s: %s. %s."), say_class (i), severity, counters);
}

char *
assay_switching_say_reason (const AssaySwitchingHistory *history)
{
  GString *words = g_string_new (NULL);

  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    if (history->classes[i].state.lots > 0)
      add_reason (words, &history->classes[i], i);
  if (words->len == 0)
    g_string_append (words, _ ("No lot of this product from this supplier was judged yet; "
                               "inspection starts on normal."));
  return g_string_free_and_steal (words);
}

const char *
assay_switching_say_caution (const AssaySwitchingHistory *history)
{
  if (history->n_lots >= ASSAY_SWITCHING_REDUCED)
    return NULL;
  return _ ("With fewer than about ten lots the switching rules give little protection: what the "
            "plan itself lets pass is what counts.");
}
