/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/actions.h"

#include <glib/gi18n-lib.h>

#define EVERYWHERE    ASSAY_ACTION_EVERYWHERE
#define UNLESS_TYPING ASSAY_ACTION_UNLESS_TYPING

const AssayAction assay_actions[] = {
  { N_ ("General"), N_ ("Search the whole book"), "win.search", { "<Control>k" }, EVERYWHERE },
  { N_ ("General"), N_ ("New record"), "win.new", { "<Control>n" }, EVERYWHERE },
  { N_ ("General"), N_ ("Undo"), "win.undo", { "<Control>z" }, UNLESS_TYPING },
  { N_ ("General"), N_ ("Redo"), "win.redo", { "<Control><Shift>z", "<Control>y" }, UNLESS_TYPING },
  { N_ ("General"), N_ ("Import a file"), "win.import", { "<Control>i" }, EVERYWHERE },
  { N_ ("General"), N_ ("Print"), "win.print", { "<Control>p" }, EVERYWHERE },
  { N_ ("General"), N_ ("Preferences"), "win.preferences", { "<Control>comma" }, EVERYWHERE },
  { N_ ("General"),
    N_ ("Keyboard shortcuts"),
    "win.shortcuts",
    { "<Control>question" },
    EVERYWHERE },
  { N_ ("General"), N_ ("Close the window"), "window.close", { "<Control>w" }, EVERYWHERE },
  { N_ ("General"), N_ ("Quit"), "app.quit", { "<Control>q" }, EVERYWHERE },

  { N_ ("Book"), N_ ("Open a book"), "win.open-book", { "<Control>o" }, EVERYWHERE },
  { N_ ("Book"), N_ ("New book"), "win.new-book", { "<Control><Shift>n" }, EVERYWHERE },

  { N_ ("Moving around"), N_ ("Main menu"), "win.menu", { "F10" }, EVERYWHERE },
  { N_ ("Moving around"), N_ ("Show or hide the sidebar"), "win.sidebar", { "F9" }, EVERYWHERE },
  { N_ ("Moving around"), N_ ("Back"), "win.back", { "<Alt>Left" }, UNLESS_TYPING },
  { N_ ("Moving around"), N_ ("Today"), "win.show('today')", { "<Alt>1" }, EVERYWHERE },
  { N_ ("Moving around"), N_ ("Suppliers"), "win.show('suppliers')", { "<Alt>2" }, EVERYWHERE },
  { N_ ("Moving around"), N_ ("Products"), "win.show('products')", { "<Alt>3" }, EVERYWHERE },
  { N_ ("Moving around"), N_ ("Orders"), "win.show('orders')", { "<Alt>4" }, EVERYWHERE },
  { N_ ("Moving around"), N_ ("Inspections"), "win.show('inspections')", { "<Alt>5" }, EVERYWHERE },
  { N_ ("Moving around"), N_ ("Performance"), "win.show('performance')", { "<Alt>6" }, EVERYWHERE },
  { N_ ("Moving around"),
    N_ ("Corrective actions"),
    "win.show('actions')",
    { "<Alt>7" },
    EVERYWHERE },

  { N_ ("Moving around"), N_ ("Calendar"), "win.show('calendar')", { "<Alt>8" }, EVERYWHERE },
  { N_ ("Moving around"), N_ ("Samples"), "win.show('samples')", { "<Alt>9" }, EVERYWHERE },
  { N_ ("Moving around"), N_ ("Evidence"), "win.show('evidence')", { "<Alt>0" }, EVERYWHERE },

  { N_ ("Calendar"), N_ ("Another day"), NULL, { "Left", "Right", "Up" }, UNLESS_TYPING },
  { N_ ("Calendar"), N_ ("Another month"), NULL, { "Page_Up", "Page_Down" }, UNLESS_TYPING },
  { N_ ("Calendar"), N_ ("First or last day of the week"), NULL, { "Home", "End" }, UNLESS_TYPING },

  { N_ ("Tables"), N_ ("Search in the table"), "win.find", { "<Control>f" }, EVERYWHERE },
  { N_ ("Tables"), N_ ("Open the row"), "table.open", { "Return", "KP_Enter" }, UNLESS_TYPING },
  { N_ ("Tables"), N_ ("Edit the row"), "table.edit", { "<Control>e", "F2" }, UNLESS_TYPING },
  { N_ ("Tables"), N_ ("Delete the selected rows"), "table.delete", { "Delete" }, UNLESS_TYPING },
  { N_ ("Tables"),
    N_ ("Copy the selected rows as text"),
    "table.copy",
    { "<Control>c" },
    UNLESS_TYPING },
  { N_ ("Tables"), N_ ("Select all rows"), "table.select-all", { "<Control>a" }, UNLESS_TYPING },
  { N_ ("Tables"), N_ ("Context menu"), "table.menu", { "Menu", "<Shift>F10" }, UNLESS_TYPING },
  { N_ ("Tables"), N_ ("Choose columns"), "table.columns", { "<Control><Alt>c" }, UNLESS_TYPING },
  { N_ ("Tables"),
    N_ ("Export the table as shown"),
    "table.export",
    { "<Control><Shift>e" },
    UNLESS_TYPING },

  { N_ ("Scouting board"), N_ ("Another column"), NULL, { "Left", "Right" }, UNLESS_TYPING },
  { N_ ("Scouting board"),
    N_ ("Move the supplier to another column"),
    NULL,
    { "<Control>Left", "<Control>Right" },
    UNLESS_TYPING },

  { N_ ("Inspections"), N_ ("Save"), "inspection.save", { "<Control>s" }, UNLESS_TYPING },
  { N_ ("Inspections"),
    N_ ("Add a defect"),
    "inspection.add-defect",
    { "<Control>d" },
    UNLESS_TYPING },
  { N_ ("Inspections"),
    N_ ("Make the defect critical, major or minor"),
    NULL,
    { "1", "2", "3" },
    UNLESS_TYPING },
  { N_ ("Inspections"),
    N_ ("The same while typing"),
    NULL,
    { "<Control>1", "<Control>2", "<Control>3" },
    UNLESS_TYPING },
  { N_ ("Inspections"),
    N_ ("Answer a check: yes, no, does not apply"),
    NULL,
    { "y", "n", "x" },
    UNLESS_TYPING },
  { N_ ("Checklists"),
    N_ ("Move an item up or down"),
    NULL,
    { "<Alt>Up", "<Alt>Down" },
    UNLESS_TYPING },
};

const guint assay_n_actions = G_N_ELEMENTS (assay_actions);

void
assay_actions_set_accels (GtkApplication *application)
{
  for (guint i = 0; i < assay_n_actions; i++)
    {
      const AssayAction *action = &assay_actions[i];
      const char *accels[G_N_ELEMENTS (action->accels) + 1] = { NULL };

      if (!action->name || action->reach != ASSAY_ACTION_EVERYWHERE)
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (action->accels); j++)
        accels[j] = action->accels[j];
      gtk_application_set_accels_for_action (application, action->name, accels);
    }
}

void
assay_actions_add_bindings (GtkWidgetClass *klass, const char *prefix)
{
  for (guint i = 0; i < assay_n_actions; i++)
    {
      const AssayAction *action = &assay_actions[i];

      if (!action->name || action->reach != ASSAY_ACTION_UNLESS_TYPING
          || !g_str_has_prefix (action->name, prefix))
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (action->accels) && action->accels[j]; j++)
        {
          g_autoptr (GtkShortcut) shortcut
              = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (action->accels[j]),
                                  gtk_named_action_new (action->name));

          gtk_widget_class_add_shortcut (klass, shortcut);
        }
    }
}
