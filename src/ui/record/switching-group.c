/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/record/switching-group.h"

#include <glib/gi18n-lib.h>

#include "ui/record/section.h"

/* More pairs than anybody reads on one page. */
#define MOST_PAIRS 24

struct _AssaySwitchingView
{
  GtkWidget parent_instance;

  AssayContext *context;
  GCancellable *cancellable;
  GtkBox *box;
  gint64 supplier, product;
};

G_DEFINE_FINAL_TYPE (AssaySwitchingView, assay_switching_view, GTK_TYPE_WIDGET)

/* One class */

static void
open_cb (AdwActionRow *row, AssayContext *context)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "inspection");

  assay_context_show_record (context, ASSAY_TYPE_INSPECTION, *id);
}

static GtkWidget *
new_switch_row (AssayContext *context, const AssayClassSwitching *one, const AssaySwitch *made)
{
  AssayRecord *record = g_ptr_array_index (one->lots, made->lot);
  gint64 id = assay_record_get_id (record);
  g_autofree char *words = assay_switching_say_switch (one, made);
  AdwActionRow *row
      = g_object_new (ADW_TYPE_ACTION_ROW, "title", words, "use-markup", FALSE, "title-lines", 0,
                      "activatable", TRUE, "tooltip-text", _ ("Open the inspection"), NULL);

  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "inspection", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (open_cb), context, G_CONNECT_DEFAULT);
  return GTK_WIDGET (row);
}

static GtkWidget *
new_class_row (AssayContext *context, AssayClass i, const AssayClassSwitching *one)
{
  const AssayField *field = &assay_record_type_get (ASSAY_TYPE_DEFECT)->fields[ASSAY_DEFECT_CLASS];
  const char *name = assay_field_choice_label (field, assay_class_to_string (i));
  g_autofree char *state = assay_switching_say_state (&one->state);
  g_autofree char *counters = assay_switching_say_counters (&one->state);
  /* Translators: a class of defects and how sharply it is inspected: "Major: Tightened" */
  g_autofree char *title = g_strdup_printf (_ ("%s: %s"), name, state);
  gboolean has_switches = one->state.switches->len > 0;
  GtkWidget *row = g_object_new (has_switches ? ADW_TYPE_EXPANDER_ROW : ADW_TYPE_ACTION_ROW,
                                 "title", title, "use-markup", FALSE, "subtitle", counters, NULL);

  if (one->state.discontinued)
    gtk_widget_add_css_class (row, "error");
  /* The last one first. */
  for (guint j = one->state.switches->len; j > 0; j--)
    adw_expander_row_add_row (
        ADW_EXPANDER_ROW (row),
        new_switch_row (context, one, &g_array_index (one->state.switches, AssaySwitch, j - 1)));
  return row;
}

void
assay_switching_group_fill (AdwPreferencesGroup *group,
                            AssayContext *context,
                            const AssaySwitchingHistory *history)
{
  adw_preferences_group_set_description (group, assay_switching_say_caution (history));
  for (AssayClass i = 0; i < ASSAY_N_CLASSES; i++)
    adw_preferences_group_add (group, new_class_row (context, i, &history->classes[i]));
}

/* All of a supplier or a product */

typedef struct
{
  gint64 supplier, product;
} Question;

typedef struct
{
  GPtrArray *pairs;
  GPtrArray *histories; /* of the first pairs */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->pairs, g_ptr_array_unref);
  g_clear_pointer (&answer->histories, g_ptr_array_unref);
  g_free (answer);
}

static gboolean
read_pairs (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  const Question *question = data;
  Answer *answer = g_new0 (Answer, 1);

  *result = answer;
  answer->histories = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_switching_history_free);
  answer->pairs = assay_switching_pairs_read (db, question->supplier, question->product, error);
  for (guint i = 0; answer->pairs != NULL && i < MIN (answer->pairs->len, MOST_PAIRS); i++)
    {
      const AssaySwitchingPair *pair = g_ptr_array_index (answer->pairs, i);
      AssaySwitchingHistory *history
          = assay_switching_history_read (db, pair->supplier, pair->product, 0, error);

      if (history == NULL)
        break;
      g_ptr_array_add (answer->histories, history);
    }
  if (answer->pairs != NULL && answer->histories->len == MIN (answer->pairs->len, MOST_PAIRS))
    return TRUE;
  *result = NULL;
  answer_free (answer);
  return FALSE;
}

static void
show_pairs (AssaySwitchingView *self, const Answer *answer)
{
  assay_box_clear (self->box);
  for (guint i = 0; i < answer->histories->len; i++)
    {
      const AssaySwitchingPair *pair = g_ptr_array_index (answer->pairs, i);
      GtkWidget *group = adw_preferences_group_new ();
      const char *name = self->supplier != 0 ? pair->product_name : pair->supplier_name;
      g_autofree char *title = g_markup_escape_text (name != NULL ? name : "", -1);

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
      assay_switching_group_fill (ADW_PREFERENCES_GROUP (group), self->context,
                                  g_ptr_array_index (answer->histories, i));
      gtk_box_append (self->box, group);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), answer->histories->len > 0);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssaySwitchingView) self = data;
  g_autoptr (GError) error = NULL;
  Answer *answer = assay_book_ask_finish (ASSAY_BOOK (source), result, &error);

  if (answer == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("Switching was not read: %s", error->message);
      return;
    }
  if (self->context != NULL)
    show_pairs (self, answer);
  answer_free (answer);
}

void
assay_switching_view_show (AssaySwitchingView *self, gint64 supplier, gint64 product)
{
  AssayBook *book = assay_context_get_book (self->context);
  Question question = { supplier, product };

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->supplier = supplier;
  self->product = product;
  if (book == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  assay_book_ask_async (book, read_pairs, g_memdup2 (&question, sizeof question), g_free,
                        answer_free, self->cancellable, read_cb, g_object_ref (self));
}

static void
assay_switching_view_dispose (GObject *object)
{
  AssaySwitchingView *self = ASSAY_SWITCHING_VIEW (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (assay_switching_view_parent_class)->dispose (object);
}

static void
assay_switching_view_class_init (AssaySwitchingViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_switching_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
assay_switching_view_init (AssaySwitchingView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *section = assay_section_new (_ ("Switching Rules"), box);

  self->box = GTK_BOX (box);
  assay_section_set_explanation (
      ASSAY_SECTION (section),
      _ ("How sharply the next lot is inspected, for each class of defects, after MIL-STD-105E / "
         "ANSI Z1.4: two of five or fewer lots in a row not accepted lead to tightened inspection, "
         "five accepted in a row back to normal; after ten accepted on normal you may choose "
         "reduced. Lots presented again after rework do not count."));
  gtk_widget_set_parent (section, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

AssaySwitchingView *
assay_switching_view_new (AssayContext *context)
{
  AssaySwitchingView *self = g_object_new (ASSAY_TYPE_SWITCHING_VIEW, NULL);

  self->context = g_object_ref (context);
  return self;
}
