/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/performance/control-chooser.h"

#include <glib/gi18n-lib.h>

#include "record/date.h"
#include "ui/performance/day-entry.h"

struct _AssayControlChooser
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkDropDown *kind; /* nullable */
  GtkDropDown *rules;
  GtkDropDown *limits;
  AssayDayEntry *day;
  gint32 change; /* the day that options point to */
};

G_DEFINE_FINAL_TYPE (AssayControlChooser, assay_control_chooser, GTK_TYPE_WIDGET)

typedef enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
} AssayControlChooserSignal;

static guint signals[N_SIGNALS];

/* What the limits rest on, in the order in which they are offered. */
typedef enum
{
  LIMITS_ALL,
  LIMITS_BASE,
  LIMITS_PHASES,
} Limits;

static const struct
{
  AssayControlKind kind;
  const char *label;
} kinds[] = {
  { ASSAY_CONTROL_P, N_ ("p: share of defective units") },
  { ASSAY_CONTROL_P_PRIME, N_ ("Laney p′: the same, lots that differ much") },
  { ASSAY_CONTROL_NP, N_ ("np: defective units in equal samples") },
  { ASSAY_CONTROL_U, N_ ("u: defects per unit") },
  { ASSAY_CONTROL_U_PRIME, N_ ("Laney u′: the same, lots that differ much") },
  { ASSAY_CONTROL_C, N_ ("c: defects in equal samples") },
};

static const struct
{
  guint rules;
  const char *label;
} rule_sets[] = {
  { ASSAY_SIGNALS_DEFAULT, N_ ("Usual: few false alarms") },
  { ASSAY_SIGNALS_WESTERN_ELECTRIC, N_ ("Western Electric") },
  { ASSAY_SIGNALS_NELSON, N_ ("Nelson, all eight") },
  { ASSAY_SIGNAL_BEYOND, N_ ("Only beyond the limits") },
};

static void
changed_cb (AssayControlChooser *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->day),
                          gtk_drop_down_get_selected (self->limits) != LIMITS_ALL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkDropDown *
add_choice (AssayControlChooser *self, GtkGrid *grid, int row, const char *label, GStrv choices)
{
  GtkWidget *words = gtk_label_new_with_mnemonic (label);
  GtkWidget *choice = gtk_drop_down_new_from_strings ((const char *const *)choices);

  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (words), choice);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  words, NULL, -1);
  gtk_widget_set_hexpand (choice, TRUE);
  gtk_grid_attach (grid, words, 0, row, 1, 1);
  gtk_grid_attach (grid, choice, 1, row, 1, 1);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_DROP_DOWN (choice);
}

static void
add_choices (AssayControlChooser *self, GtkGrid *grid, gboolean counts, gint32 today)
{
  g_autoptr (GStrvBuilder) kind = g_strv_builder_new (), rules = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) limits = g_strv_builder_new ();
  g_auto (GStrv) kind_words = NULL, rule_words = NULL, limit_words = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_strv_builder_add (kind, _ (kinds[i].label));
  for (guint i = 0; i < G_N_ELEMENTS (rule_sets); i++)
    g_strv_builder_add (rules, _ (rule_sets[i].label));
  g_strv_builder_add_many (limits, _ ("All points"), _ ("The points up to a day"),
                           _ ("Each side of a change"), NULL);
  kind_words = g_strv_builder_end (kind);
  rule_words = g_strv_builder_end (rules);
  limit_words = g_strv_builder_end (limits);
  self->day = assay_day_entry_new (_ ("Day"), today);
  if (counts)
    self->kind = add_choice (self, grid, 0, _ ("_Chart"), kind_words);
  self->rules = add_choice (self, grid, 1, _ ("_Rules"), rule_words);
  self->limits = add_choice (self, grid, 2, _ ("_Limits rest on"), limit_words);
  gtk_widget_set_visible (GTK_WIDGET (self->day), FALSE);
  gtk_grid_attach (grid, GTK_WIDGET (self->day), 1, 3, 1, 1);
  g_signal_connect_object (self->day, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
assay_control_chooser_dispose (GObject *object)
{
  AssayControlChooser *self = ASSAY_CONTROL_CHOOSER (object);

  if (self->button != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->button));
  self->button = NULL;

  G_OBJECT_CLASS (assay_control_chooser_parent_class)->dispose (object);
}

static void
assay_control_chooser_class_init (AssayControlChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_control_chooser_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ASSAY_TYPE_CONTROL_CHOOSER, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
assay_control_chooser_init (AssayControlChooser *self)
{
}

AssayControlChooser *
assay_control_chooser_new (const char *label, gboolean counts, gint32 today)
{
  AssayControlChooser *self = g_object_new (ASSAY_TYPE_CONTROL_CHOOSER, NULL);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *grid = gtk_grid_new ();

  g_object_set (grid, "row-spacing", 12, "column-spacing", 12, "margin-start", 6, "margin-end", 6,
                "margin-top", 6, "margin-bottom", 6, NULL);
  add_choices (self, GTK_GRID (grid), counts, today);
  gtk_popover_set_child (GTK_POPOVER (popover), grid);
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->button, label);
  gtk_menu_button_set_popover (self->button, popover);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button),
                               _ ("Kind of Chart, Rules and Base of Limits"));
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
  return self;
}

void
assay_control_chooser_get_options (AssayControlChooser *self, AssayControlOptions *options)
{
  Limits limits = (Limits)gtk_drop_down_get_selected (self->limits);

  *options = assay_control_options_default;
  if (self->kind != NULL)
    options->kind = kinds[gtk_drop_down_get_selected (self->kind)].kind;
  options->rules = rule_sets[gtk_drop_down_get_selected (self->rules)].rules;
  self->change = assay_day_entry_get_date (self->day);
  if (limits == LIMITS_ALL || self->change == ASSAY_DATE_UNKNOWN)
    return;
  if (limits == LIMITS_BASE)
    options->base_until = self->change;
  else
    {
      options->phases = &self->change;
      options->n_phases = 1;
    }
}
