/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every command that has a key, in one table: accelerators, the dialog of shortcuts and the test
 * that none is undocumented read it. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  /* Works wherever the focus is: an accelerator of the application. */
  ASSAY_ACTION_EVERYWHERE,
  /* Works where the focused widget does not want the key itself: a text being typed has its own
   * Undo, Copy and Delete. */
  ASSAY_ACTION_UNLESS_TYPING,
} AssayActionReach;

typedef struct
{
  const char *group;     /* marked for translation */
  const char *label;     /* marked for translation */
  const char *name;      /* detailed action name; NULL where GTK itself gives the key its meaning */
  const char *accels[3]; /* ends with NULL unless full */
  AssayActionReach reach;
} AssayAction;

extern const AssayAction assay_actions[];
extern const guint assay_n_actions;

/* Hands the application's keys to @application. */
void assay_actions_set_accels (GtkApplication *application);
/* Binds the keys of all actions whose name begins with @prefix ("table.") in a widget class. */
void assay_actions_add_bindings (GtkWidgetClass *klass, const char *prefix);

G_END_DECLS
