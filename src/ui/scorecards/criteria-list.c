/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/scorecards/criteria-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "insight/scorecard.h"
#include "ui/record/section.h"

/* How long a weight rests before it is saved: one turn of it is one change, and one undo. */
#define SAVE_AFTER 800

struct _AssayCriteriaList
{
  GtkWidget parent_instance;

  AssayContext *context;
  GPtrArray *criteria; /* AssayRecord, as shown */
  GtkListBox *list;
  GtkLabel *sum;
  GHashTable *unsaved; /* set of AssayRecord */
  guint saving;        /* source */
  gboolean showing;    /* what changes now was not turned by hand */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AssayCriteriaList, assay_criteria_list, GTK_TYPE_WIDGET)

static void
show_sum (AssayCriteriaList *self)
{
  gint64 sum = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < self->criteria->len; i++)
    sum += assay_record_get_integer (self->criteria->pdata[i], ASSAY_CRITERION_WEIGHT, 0);
  /* Translators: a number. */
  words = g_strdup_printf (sum == 100 ? _ ("The weights add up to %d.")
                                      : _ ("The weights add up to %d; what counts is their "
                                           "proportion."),
                           (int)sum);
  gtk_label_set_label (self->sum, words);
  gtk_widget_set_visible (GTK_WIDGET (self->sum), self->criteria->len > 0);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayContext) context = data;
  g_autoptr (GError) error = NULL;

  if (!assay_book_done_finish (ASSAY_BOOK (source), result, &error))
    assay_context_failed (context, _ ("The Weight Was Not Saved"), error);
}

void
assay_criteria_list_flush (AssayCriteriaList *self)
{
  AssayBook *book = assay_context_get_book (self->context);
  GHashTableIter iter;
  gpointer record;

  g_clear_handle_id (&self->saving, g_source_remove);
  g_hash_table_iter_init (&iter, self->unsaved);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    {
      if (book != NULL && !assay_book_is_read_only (book))
        assay_book_save_async (book, record, NULL, saved_cb, g_object_ref (self->context));
      g_hash_table_iter_remove (&iter);
    }
}

static gboolean
save_cb (gpointer data)
{
  AssayCriteriaList *self = data;

  self->saving = 0;
  assay_criteria_list_flush (self);
  return G_SOURCE_REMOVE;
}

static void
turned_cb (AssayCriteriaList *self, GParamSpec *pspec, GtkWidget *row)
{
  guint index = (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  gint64 weight = (gint64)adw_spin_row_get_value (ADW_SPIN_ROW (row));
  AssayRecord *record;

  if (self->showing || index >= self->criteria->len)
    return;
  record = self->criteria->pdata[index];
  if (assay_record_get_integer (record, ASSAY_CRITERION_WEIGHT, -1) == weight)
    return;
  assay_record_set_integer (record, ASSAY_CRITERION_WEIGHT, weight);
  g_hash_table_add (self->unsaved, g_object_ref (record));
  g_clear_handle_id (&self->saving, g_source_remove);
  self->saving = g_timeout_add (SAVE_AFTER, save_cb, self);
  show_sum (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static AssayRecord *
record_of (AssayCriteriaList *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  return self->criteria->pdata[gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row))];
}

static void
edit_cb (AssayCriteriaList *self, GtkWidget *button)
{
  assay_criteria_list_flush (self);
  assay_context_edit_record (self->context, record_of (self, button));
}

static void
delete_cb (AssayCriteriaList *self, GtkWidget *button)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = assay_record_get_id (record_of (self, button));

  g_array_append_val (ids, id);
  assay_criteria_list_flush (self);
  assay_context_delete_records (self->context, ASSAY_TYPE_CRITERION, ids);
}

static AssayArea
area_of (const AssayRecord *record)
{
  const char *name = assay_record_get_text (record, ASSAY_CRITERION_AREA);

  for (guint i = 0; i < ASSAY_N_AREAS; i++)
    if (g_strcmp0 (name, assay_area_name ((AssayArea)i)) == 0)
      return (AssayArea)i;
  return ASSAY_AREA_QUALITY;
}

/* "100 points at 0.50 ×, none at 2.00 ×" */
static char *
ends_words (const AssayRecord *record)
{
  g_autofree char *best = NULL, *worst = NULL, *words = NULL;
  AssayScored scored;
  double ends[2];

  if (!assay_scored_from_name (assay_record_get_text (record, ASSAY_CRITERION_MEASURE), &scored))
    return g_strdup (_ ("This version of Assay does not know the measure"));
  assay_scored_ends (scored, &ends[0], &ends[1]);
  for (guint i = 0; i < 2; i++)
    if (assay_record_is_known (record, ASSAY_CRITERION_BEST + i))
      ends[i] = (double)assay_record_get_integer (record, ASSAY_CRITERION_BEST + i, 0) / 1e4;
  if (assay_scored_unit (scored) == ASSAY_SCORED_UNIT_POINTS && ends[0] == 100.0 && ends[1] == 0.0)
    return g_strdup (_ ("The points of the assessment"));
  best = assay_scored_format (scored, ends[0]);
  worst = assay_scored_format (scored, ends[1]);
  /* Translators: two values. */
  words = g_strdup_printf (_ ("100 points at %s, none at %s"), best, worst);
  return assay_record_get_flag (record, ASSAY_CRITERION_CAUTIOUS)
             ? g_strdup_printf ("%s · %s", words, _ ("cautious"))
             : g_steal_pointer (&words);
}

static void
name_row (GtkWidget *row, const AssayRecord *record)
{
  g_autofree char *title = assay_record_dup_title (record);
  g_autofree char *subtitle = ends_words (record);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  g_object_set_data (G_OBJECT (row), "area", GUINT_TO_POINTER ((guint)area_of (record) + 1));
  adw_spin_row_set_value (ADW_SPIN_ROW (row),
                          (double)assay_record_get_integer (record, ASSAY_CRITERION_WEIGHT, 0));
}

static GtkWidget *
make_row (AssayCriteriaList *self, const AssayRecord *record)
{
  GtkWidget *row = adw_spin_row_new_with_range (0, 100, 1);
  GtkWidget *edit = assay_icon_button_new ("document-edit-symbolic", _ ("Edit This Criterion"));
  GtkWidget *remove = assay_icon_button_new ("user-trash-symbolic", _ ("Delete This Criterion"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  name_row (row, record);
  g_signal_connect_object (row, "notify::value", G_CALLBACK (turned_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (edit, "clicked", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), edit);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  return row;
}

static void
header_func (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  guint area = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "area"));
  GtkWidget *label;

  if (before != NULL && GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (before), "area")) == area)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = g_object_new (GTK_TYPE_LABEL, "label", assay_area_title ((AssayArea)(area - 1)), "xalign",
                        0.0, "margin-start", 12, "margin-top", 12, "margin-bottom", 6,
                        "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_box_row_set_header (row, label);
}

/* Whether the rows are of the same criteria: then they stay, and with them the cursor. */
static gboolean
is_same (AssayCriteriaList *self, GPtrArray *criteria)
{
  if (criteria->len != self->criteria->len)
    return FALSE;
  for (guint i = 0; i < criteria->len; i++)
    if (assay_record_get_id (criteria->pdata[i]) != assay_record_get_id (self->criteria->pdata[i]))
      return FALSE;
  return TRUE;
}

/* A weight that was turned and is not saved stays as it was turned. */
static void
keep_unsaved (AssayCriteriaList *self, GPtrArray *criteria)
{
  g_autoptr (GHashTable) before = g_steal_pointer (&self->unsaved);
  GHashTableIter iter;
  gpointer old;

  self->unsaved = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &old, NULL))
    for (guint i = 0; i < criteria->len; i++)
      if (assay_record_get_id (criteria->pdata[i]) == assay_record_get_id (old))
        {
          assay_record_set_integer (criteria->pdata[i], ASSAY_CRITERION_WEIGHT,
                                    assay_record_get_integer (old, ASSAY_CRITERION_WEIGHT, 0));
          g_hash_table_add (self->unsaved, g_object_ref (criteria->pdata[i]));
        }
}

void
assay_criteria_list_set (AssayCriteriaList *self, GPtrArray *criteria)
{
  gboolean same;

  g_return_if_fail (ASSAY_IS_CRITERIA_LIST (self));

  same = is_same (self, criteria);
  keep_unsaved (self, criteria);
  g_ptr_array_unref (self->criteria);
  self->criteria = g_ptr_array_ref (criteria);
  self->showing = TRUE;
  if (!same)
    assay_list_box_clear (self->list);
  for (guint i = 0; i < criteria->len; i++)
    if (same)
      name_row (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int)i)),
                criteria->pdata[i]);
    else
      gtk_list_box_append (self->list, make_row (self, criteria->pdata[i]));
  gtk_list_box_invalidate_headers (self->list);
  self->showing = FALSE;
  show_sum (self);
}

GPtrArray *
assay_criteria_list_get (AssayCriteriaList *self)
{
  return self->criteria;
}

GtkWidget *
assay_criteria_list_get_row (AssayCriteriaList *self, guint index)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int)index));
}

static void
assay_criteria_list_dispose (GObject *object)
{
  AssayCriteriaList *self = ASSAY_CRITERIA_LIST (object);
  GtkWidget *child;

  if (self->context != NULL)
    assay_criteria_list_flush (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (assay_criteria_list_parent_class)->dispose (object);
}

static void
assay_criteria_list_finalize (GObject *object)
{
  AssayCriteriaList *self = ASSAY_CRITERIA_LIST (object);

  g_ptr_array_unref (self->criteria);
  g_hash_table_unref (self->unsaved);

  G_OBJECT_CLASS (assay_criteria_list_parent_class)->finalize (object);
}

static void
assay_criteria_list_class_init (AssayCriteriaListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_criteria_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = assay_criteria_list_finalize;

  /**
   * AssayCriteriaList::changed:
   *
   * A weight was turned; it is not saved yet.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
assay_criteria_list_init (AssayCriteriaList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *empty = g_object_new (GTK_TYPE_LABEL, "label",
                                   _ ("No criteria yet: add what suppliers are measured by"),
                                   "wrap", TRUE, "xalign", 0.0, "margin-top", 12, "margin-bottom",
                                   12, "margin-start", 12, "margin-end", 12, NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->criteria = g_ptr_array_new_with_free_func (g_object_unref);
  self->unsaved = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  gtk_widget_add_css_class (empty, "dimmed");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->list, empty);
  gtk_list_box_set_header_func (self->list, header_func, NULL, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Criteria and their weights"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  self->sum = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "margin-start", 12,
                            "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->sum), "dimmed");
  gtk_widget_set_parent (GTK_WIDGET (self->sum), GTK_WIDGET (self));
}

AssayCriteriaList *
assay_criteria_list_new (AssayContext *context)
{
  AssayCriteriaList *self = g_object_new (ASSAY_TYPE_CRITERIA_LIST, NULL);

  self->context = g_object_ref (context);
  return self;
}
