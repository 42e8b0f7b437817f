/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/lead-time-group.h"

#include <glib/gi18n-lib.h>

#include "insight/lead-time.h"
#include "store/book-settings.h"
#include "ui/widgets/combo-value.h"

#define MOST_LABELS 5
#define PATIENCE    600 /* milliseconds after which a number that is wound up is written */

struct _AssayLeadTimeGroup
{
  AdwPreferencesGroup parent_instance;

  AssayContext *context;
  AdwComboRow *choices[ASSAY_N_LEAD_TIME_RULES]; /* NULL for the number */
  AdwSpinRow *in_full;
  AdwActionRow *words;
  guint write_source;
  gboolean showing; /* the rows are being set from the book */
};

G_DEFINE_FINAL_TYPE (AssayLeadTimeGroup, assay_lead_time_group, ADW_TYPE_PREFERENCES_GROUP)

/* Windows that buyers agree on; others come from the command line or another book and stay. */
static const char *const windows[] = { ":0", "7:0", "3:3", "7:7", ":3", NULL };

/* The rules in the order of the rows; labels in the order of the rule's words. */
static const struct
{
  AssayLeadTimeRule rule;
  const char *title;
  const char *subtitle;
  const char *labels[MOST_LABELS + 1];
} rows[] = {
  { ASSAY_RULE_START,
    N_ ("_Lead Time Counts From"),
    N_ ("To the day on which the goods were received"),
    { N_ ("Order sent"), N_ ("Order confirmed") } },
  { ASSAY_RULE_PRODUCTION,
    N_ ("Pro_duction Counts From"),
    N_ ("To the day on which the goods were ready"),
    { N_ ("Confirmed and paid"), N_ ("Its own start") } },
  { ASSAY_RULE_PROMISE,
    N_ ("S_lip Is Measured Against"),
    N_ ("The first promise tells how reliable a date is"),
    { N_ ("First promise"), N_ ("Latest promise") } },
  { ASSAY_RULE_PROMISE_OF,
    N_ ("What Was _Promised"),
    N_ ("The day that is compared with the promise"),
    { N_ ("Goods received"), N_ ("Goods shipped"), N_ ("Goods ready") } },
  { ASSAY_RULE_ON_TIME,
    N_ ("On _Time Means"),
    N_ ("Days before and after the promise"),
    { N_ ("Until the promise"), N_ ("7 early to 0 late"), N_ ("3 early to 3 late"),
      N_ ("7 early to 7 late"), N_ ("Until 3 late") } },
  { ASSAY_RULE_UNIT,
    N_ ("On-Time _Share Counts"),
    N_ ("What is due and not delivered is late"),
    { N_ ("Order lines"), N_ ("Shipments"), N_ ("Pieces") } },
  { ASSAY_RULE_PARTIAL,
    N_ ("Lines in P_arts Come"),
    N_ ("The last piece is the stricter rule"),
    { N_ ("With the last piece"), N_ ("On the mean day") } },
  { ASSAY_RULE_DAYS,
    N_ ("Da_ys That Are Counted"),
    N_ ("Working days are those of each supplier"),
    { N_ ("Calendar days"), N_ ("Working days") } },
  { ASSAY_RULE_WEIGHTS,
    N_ ("Statistics C_ount"),
    N_ ("By pieces a large line counts more than a small one"),
    { N_ ("Order lines"), N_ ("Pieces") } },
};

static const char *const *
get_words (AssayLeadTimeRule rule)
{
  return rule == ASSAY_RULE_ON_TIME ? windows : assay_lead_time_rule_get_words (rule);
}

typedef struct
{
  AssayLeadTimeRule rule;
  char *word;
} Setting;

static void
setting_free (gpointer data)
{
  g_free (((Setting *)data)->word);
  g_free (data);
}

static gboolean
write_setting (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  const Setting *setting = data;

  return assay_book_settings_set (db, assay_lead_time_rule_get_setting (setting->rule),
                                  setting->word, error);
}

static void show (AssayLeadTimeGroup *self);

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayLeadTimeGroup) self = data;
  g_autoptr (GError) error = NULL;

  assay_book_change_finish (ASSAY_BOOK (source), result, &error);
  if (self->context == NULL)
    return;
  if (error != NULL)
    assay_context_failed (self->context, _ ("The Setting Was Not Saved"), error);
  show (self);
}

static void
change (AssayLeadTimeGroup *self, AssayLeadTimeRule rule, char *word)
{
  AssayBook *book = self->context != NULL ? assay_context_get_book (self->context) : NULL;
  Setting *setting = g_new0 (Setting, 1);

  setting->rule = rule;
  setting->word = word;
  if (book == NULL)
    {
      setting_free (setting);
      return;
    }
  assay_book_change_async (book, _ ("Set how lead times are told"), write_setting, setting,
                           setting_free, NULL, NULL, written_cb, g_object_ref (self));
}

static void
selected_cb (AssayLeadTimeGroup *self, GParamSpec *pspec, AdwComboRow *row)
{
  guint selected = adw_combo_row_get_selected (row);

  if (self->showing)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (self->choices[rows[i].rule] == row)
      {
        const char *const *words = get_words (rows[i].rule);

        if (selected < g_strv_length ((char **)words))
          change (self, rows[i].rule, g_strdup (words[selected]));
      }
}

static void
write_in_full (gpointer data)
{
  AssayLeadTimeGroup *self = data;
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  self->write_source = 0;
  change (self, ASSAY_RULE_IN_FULL,
          g_strdup (g_ascii_formatd (number, sizeof number, "%.1f",
                                     adw_spin_row_get_value (self->in_full))));
}

/* One change for a number that is being wound up, not one a step. */
static void
in_full_cb (AssayLeadTimeGroup *self)
{
  if (self->showing)
    return;
  g_clear_handle_id (&self->write_source, g_source_remove);
  self->write_source = g_timeout_add_once (PATIENCE, write_in_full, self);
}

/* A window that is none of the usual ones has a row of its own. */
static void
show_choice (AssayLeadTimeGroup *self, const AssayLeadTimeRules *rules, AssayLeadTimeRule rule)
{
  g_autofree char *word = assay_lead_time_rules_get (rules, rule);
  const char *const *words = get_words (rule);
  guint selected = 0;

  while (words[selected] != NULL && !g_str_equal (words[selected], word))
    selected++;
  adw_combo_row_set_selected (self->choices[rule], selected);
}

static void
show (AssayLeadTimeGroup *self)
{
  AssayBook *book = assay_context_get_book (self->context);
  AssayLeadTimeQuestion question = { 0 };
  g_autofree char *definition = NULL;

  if (book != NULL)
    assay_lead_time_rules_read (assay_book_get_reader (book), &question.rules, NULL);
  definition = assay_lead_time_definition (&question);
  self->showing = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    show_choice (self, &question.rules, rows[i].rule);
  if (self->write_source == 0)
    adw_spin_row_set_value (self->in_full, question.rules.tolerance / 1e4);
  adw_action_row_set_subtitle (self->words, definition);
  self->showing = FALSE;
}

static AdwComboRow *
add_choice (AssayLeadTimeGroup *self, guint i)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  AdwComboRow *row = g_object_new (ADW_TYPE_COMBO_ROW, "title", _ (rows[i].title), "use-underline",
                                   TRUE, "subtitle", _ (rows[i].subtitle), NULL);

  for (guint j = 0; rows[i].labels[j] != NULL; j++)
    gtk_string_list_append (list, _ (rows[i].labels[j]));
  if (rows[i].rule == ASSAY_RULE_ON_TIME)
    gtk_string_list_append (list, _ ("Another window"));
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  assay_combo_row_keep_value (row);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
  return row;
}

static void
add_in_full (AssayLeadTimeGroup *self)
{
  self->in_full = ADW_SPIN_ROW (adw_spin_row_new_with_range (0, 100, 0.5));
  adw_spin_row_set_digits (self->in_full, 1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->in_full),
                                 _ ("May Be Missing in _Full"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self->in_full), TRUE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->in_full),
                               _ ("Percent of the pieces that may be missing; 3 to 5 is usual for "
                                  "textiles"));
  g_signal_connect_object (self->in_full, "notify::value", G_CALLBACK (in_full_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->in_full));
}

/* A number that was wound up and not written yet is written before the rows go. */
static void
assay_lead_time_group_unmap (GtkWidget *widget)
{
  AssayLeadTimeGroup *self = ASSAY_LEAD_TIME_GROUP (widget);

  if (self->write_source != 0)
    {
      g_clear_handle_id (&self->write_source, g_source_remove);
      write_in_full (self);
    }
  GTK_WIDGET_CLASS (assay_lead_time_group_parent_class)->unmap (widget);
}

static void
assay_lead_time_group_dispose (GObject *object)
{
  AssayLeadTimeGroup *self = ASSAY_LEAD_TIME_GROUP (object);

  g_clear_handle_id (&self->write_source, g_source_remove);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (assay_lead_time_group_parent_class)->dispose (object);
}

static void
assay_lead_time_group_class_init (AssayLeadTimeGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_lead_time_group_dispose;
  GTK_WIDGET_CLASS (klass)->unmap = assay_lead_time_group_unmap;
}

static void
assay_lead_time_group_init (AssayLeadTimeGroup *self)
{
  self->showing = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      self->choices[rows[i].rule] = add_choice (self, i);
      if (rows[i].rule == ASSAY_RULE_PARTIAL)
        add_in_full (self);
    }
  self->words = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ ("What This Means"), "subtitle-lines",
                              0, "subtitle-selectable", TRUE, NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->words));
  self->showing = FALSE;
}

/**
 * assay_lead_time_group_set_context:
 * @self: a group
 * @context: the context of the window, once
 *
 * Shows the rules of its book.
 */
void
assay_lead_time_group_set_context (AssayLeadTimeGroup *self, AssayContext *context)
{
  g_set_object (&self->context, context);
  show (self);
}
