/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of a record in their order: items of a checklist, steps of a milestone plan, tests of a
 * protocol. Enter edits one, Alt+Up and Alt+Down or dragging moves it, Delete deletes it; each is
 * one change that can be undone. Main thread. */

#pragma once

#include <gtk/gtk.h>

#include "ui/context.h"

G_BEGIN_DECLS

/* What kind of parts a list holds. Static; words are marked for translation. */
typedef struct
{
  AssayType type;
  guint position;        /* field with the place of a part, from 1 */
  guint title;           /* text field that names a part */
  int section;           /* text field that stands above the parts that share it; -1: none */
  const char *label;     /* of the list, for a screen reader */
  const char *empty;     /* what to do first */
  const char *move;      /* the change that moves one */
  const char *not_moved; /* heading when that failed */
  const char *remove;    /* tooltip of the button that deletes one */
  char *(*dup_title) (AssayRecord *part);      /* nullable: more than the title field */
  char *(*describe) (AssayRecord *part);       /* what stands under the title */
  GtkWidget *(*new_value) (AssayRecord *part); /* nullable: what stands at the end of the row */
} AssayPartListKind;

#define ASSAY_TYPE_PART_LIST (assay_part_list_get_type ())
G_DECLARE_FINAL_TYPE (AssayPartList, assay_part_list, ASSAY, PART_LIST, GtkWidget)

AssayPartList *assay_part_list_new (AssayContext *context, const AssayPartListKind *kind);
/* GPtrArray of AssayRecord in order; the cursor stays at the part that has it. */
void assay_part_list_set_parts (AssayPartList *list, GPtrArray *parts);
guint assay_part_list_get_n_parts (AssayPartList *list);
AssayRecord *assay_part_list_get_part (AssayPartList *list, guint index);
/* Moves a part to the place of another. */
void assay_part_list_move (AssayPartList *list, guint from, guint to);
/* Transfer full: a part of @owner behind the last one, in the section of that one; not in the book.
 */
AssayRecord *assay_part_list_new_part (AssayPartList *list, AssayRecord *owner);

G_END_DECLS
