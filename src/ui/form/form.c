/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/form/form.h"

#include <glib/gi18n-lib.h>

#include "ui/form/form-rules.h"
#include "ui/form/mnemonics.h"

/* How long the row that is being typed into keeps silent about what is half typed. */
#define PATIENCE_MS 700

typedef struct
{
  guint field;
  AssayFieldRow *row;
  gboolean touched;
  gboolean renamed; /* the record's kind calls it something else */
} Place;

struct _AssayForm
{
  GtkWidget parent_instance;

  AssayContext *context;
  AssayRecord *original;
  AssayRecord *record;
  GArray *places; /* of Place, in the order shown */
  GPtrArray *groups;
  gboolean unread; /* something typed is not a value */
  gboolean show_all;
  char *reason;
  char *remark;
  AssayFieldRow *first_wrong;
  guint patience;
};

G_DEFINE_FINAL_TYPE (AssayForm, assay_form, GTK_TYPE_WIDGET)

typedef enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
} AssayFormSignal;

static guint signals[N_SIGNALS];

/* What the store keeps, what is plumbing and what a file says about itself is not typed. The record
 * that owns a new one is where it was made from. */
static gboolean
is_editable (AssayRecord *record, guint index)
{
  const AssayRecordType *type = assay_record_describe (record);
  const AssayField *field = &type->fields[index];

  if ((field->flags & (ASSAY_FIELD_DERIVED | ASSAY_FIELD_HIDDEN)) != 0
      || field->kind == ASSAY_KIND_INSTANT)
    return FALSE;
  if (type->type == ASSAY_TYPE_ATTACHMENT)
    return index == ASSAY_ATTACHMENT_FILE_NAME || index == ASSAY_ATTACHMENT_CAPTION;
  return (int)index != type->owner || !assay_record_is_known (record, index);
}

static AssayProblems *
find_problems (AssayForm *self)
{
  AssayBook *book = assay_context_get_book (self->context);
  AssayProblems *problems = assay_problems_new ();

  self->unread = FALSE;
  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = &g_array_index (self->places, Place, i);
      g_autoptr (GError) error = NULL;

      if (!assay_field_row_store (place->row, self->record, &error))
        {
          self->unread = TRUE;
          assay_problems_add (problems, (int)place->field, "%s", error->message);
        }
    }
  assay_record_check (self->record, problems);
  if (book != NULL)
    assay_form_rules_check (assay_book_get_reader (book), self->record, problems);
  return problems;
}

static gboolean
has_focus (AssayFieldRow *row)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (row));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL
         && (focus == GTK_WIDGET (row) || gtk_widget_is_ancestor (focus, GTK_WIDGET (row)));
}

/* A needed field that nobody has been at yet says nothing: the reason beside Save does. */
static void
show_problems (AssayForm *self, AssayProblems *problems, gboolean patient)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = &g_array_index (self->places, Place, i);
      const char *message = assay_problems_for_field (problems, (int)place->field);

      if (message != NULL && !place->touched && !self->show_all
          && !assay_record_is_known (self->record, place->field))
        message = NULL;
      if (message != NULL && patient && has_focus (place->row))
        continue;
      assay_field_row_set_problem (place->row, message);
    }
}

/* What the kind of a record has no use for is kept but not asked for; nor is a group of it. */
static void
show_fields (AssayForm *self)
{
  const AssayRecordType *type = assay_record_describe (self->record);

  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = &g_array_index (self->places, Place, i);
      gboolean shows = assay_form_rules_shows (self->record, place->field);
      const char *title = assay_form_rules_title (self->record, place->field);

      gtk_widget_set_visible (GTK_WIDGET (place->row), shows);
      if (title != NULL)
        g_object_set (place->row, "title", title, NULL);
      else if (place->renamed)
        g_object_set (place->row, "title", assay_field_label (&type->fields[place->field]), NULL);
      place->renamed = title != NULL;
    }
  for (guint i = 0; i < self->groups->len; i++)
    {
      GtkWidget *group = g_ptr_array_index (self->groups, i);
      const char *title = adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group));
      gboolean any = FALSE;

      for (guint j = 0; j < self->places->len && !any; j++)
        {
          Place *place = &g_array_index (self->places, Place, j);

          any = gtk_widget_get_visible (GTK_WIDGET (place->row))
                && g_strcmp0 (assay_field_group (&type->fields[place->field]), title) == 0;
        }
      gtk_widget_set_visible (group, any);
    }
}

/* "Given on: before the order was sent"; a message that names its field stands alone. */
static char *
name_problem (AssayForm *self, guint field, const char *message)
{
  const char *label = assay_field_label (&assay_record_describe (self->record)->fields[field]);

  if (strstr (message, label) != NULL)
    return g_strdup (message);
  /* Translators: a field's name and what is wrong with it */
  return g_strdup_printf (_ ("%s: %s"), label, message);
}

/* What is odd can be saved all the same. */
static void
find_remark (AssayForm *self)
{
  AssayBook *book = assay_context_get_book (self->context);
  g_autoptr (AssayProblems) remarks = assay_problems_new ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  g_clear_pointer (&self->remark, g_free);
  if (book != NULL)
    assay_form_rules_remark (assay_book_get_reader (book), self->record, remarks);
  if (assay_problems_count (remarks) == 0)
    return;
  for (guint i = 0; i < assay_problems_count (remarks); i++)
    {
      const AssayProblem *remark = assay_problems_get (remarks, i);

      g_strv_builder_take (builder, name_problem (self, (guint)remark->field, remark->message));
    }
  parts = g_strv_builder_end (builder);
  self->remark = g_strjoinv ("; ", parts);
}

static void
find_reason (AssayForm *self, AssayProblems *problems)
{

  g_clear_pointer (&self->reason, g_free);
  self->first_wrong = NULL;
  for (guint i = 0; i < self->places->len && self->reason == NULL; i++)
    {
      Place *place = &g_array_index (self->places, Place, i);
      const char *message = assay_problems_for_field (problems, (int)place->field);

      if (message == NULL)
        continue;
      self->first_wrong = place->row;
      self->reason = name_problem (self, place->field, message);
    }
  if (self->reason == NULL && assay_problems_count (problems) > 0)
    self->reason = g_strdup (assay_problems_get (problems, 0)->message);
}

static void
review (AssayForm *self, gboolean patient)
{
  g_autoptr (AssayProblems) problems = find_problems (self);

  find_reason (self, problems);
  find_remark (self);
  show_problems (self, problems, patient);
  show_fields (self);
}

static gboolean
patience_cb (gpointer data)
{
  AssayForm *self = data;

  self->patience = 0;
  review (self, FALSE);
  return G_SOURCE_REMOVE;
}

/* What follows from the field that was edited. */
static void
follow (AssayForm *self, AssayRecord *before, guint field)
{
  AssayBook *book = assay_context_get_book (self->context);
  int followed = book != NULL ? assay_form_rules_follow (assay_book_get_reader (book), before,
                                                         self->record, field)
                              : -1;
  AssayFieldRow *row = followed >= 0 ? assay_form_get_row (self, (guint)followed) : NULL;

  if (row == NULL)
    return;
  assay_field_row_load (row, self->record);
  review (self, TRUE);
}

static void
edited_cb (AssayForm *self, AssayFieldRow *row)
{
  g_autoptr (AssayRecord) before = assay_record_copy (self->record);
  guint field = G_MAXUINT;

  for (guint i = 0; i < self->places->len; i++)
    if (g_array_index (self->places, Place, i).row == row)
      {
        g_array_index (self->places, Place, i).touched = TRUE;
        field = g_array_index (self->places, Place, i).field;
      }

  review (self, TRUE);
  follow (self, before, field);
  g_clear_handle_id (&self->patience, g_source_remove);
  self->patience = g_timeout_add (PATIENCE_MS, patience_cb, self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
find_group (AssayForm *self, const char *title)
{
  GtkWidget *group;

  for (guint i = 0; i < self->groups->len; i++)
    {
      group = g_ptr_array_index (self->groups, i);
      if (g_strcmp0 (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)), title) == 0)
        return group;
    }
  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title != NULL ? title : "");
  gtk_widget_set_parent (group, GTK_WIDGET (self));
  g_ptr_array_add (self->groups, group);
  return group;
}

static void
fill (AssayForm *self)
{
  const AssayRecordType *type = assay_record_describe (self->record);
  g_autoptr (AssayMnemonics) mnemonics = assay_mnemonics_new ();

  assay_mnemonics_reserve (mnemonics, _ ("_Save"));
  assay_mnemonics_reserve (mnemonics, _ ("_Cancel"));
  for (guint i = 0; i < type->n_fields; i++)
    {
      g_autofree char *title = NULL;
      Place place = { .field = i };

      if (!is_editable (self->record, i))
        continue;
      title = assay_mnemonics_assign (mnemonics, assay_field_label (&type->fields[i]));
      place.row = assay_field_row_new (self->context, type, i, title);
      assay_field_row_load (place.row, self->record);
      g_signal_connect_object (place.row, "edited", G_CALLBACK (edited_cb), self,
                               G_CONNECT_SWAPPED);
      adw_preferences_group_add (
          ADW_PREFERENCES_GROUP (find_group (self, assay_field_group (&type->fields[i]))),
          GTK_WIDGET (place.row));
      g_array_append_val (self->places, place);
    }
}

static void
assay_form_dispose (GObject *object)
{
  AssayForm *self = ASSAY_FORM (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  for (guint i = 0; i < self->groups->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);
  g_array_set_size (self->places, 0);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (assay_form_parent_class)->dispose (object);
}

static void
assay_form_finalize (GObject *object)
{
  AssayForm *self = ASSAY_FORM (object);

  g_clear_object (&self->original);
  g_clear_object (&self->record);
  g_array_unref (self->places);
  g_ptr_array_unref (self->groups);
  g_free (self->reason);
  g_free (self->remark);

  G_OBJECT_CLASS (assay_form_parent_class)->finalize (object);
}

static void
assay_form_class_init (AssayFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = assay_form_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ASSAY_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "assay-form");
}

static void
assay_form_init (AssayForm *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 24);
  self->places = g_array_new (FALSE, TRUE, sizeof (Place));
  self->groups = g_ptr_array_new ();
}

/**
 * assay_form_new:
 * @context: the context of the window
 * @record: what to fill in; it is copied
 */
AssayForm *
assay_form_new (AssayContext *context, AssayRecord *record)
{
  AssayForm *self = g_object_new (ASSAY_TYPE_FORM, NULL);

  self->context = g_object_ref (context);
  self->original = assay_record_copy (record);
  self->record = assay_record_copy (record);
  fill (self);
  review (self, FALSE);
  return self;
}

AssayRecord *
assay_form_get_record (AssayForm *self)
{
  return self->record;
}

AssayRecord *
assay_form_get_original (AssayForm *self)
{
  return self->original;
}

gboolean
assay_form_is_dirty (AssayForm *self)
{
  return self->unread || !assay_record_equal (self->original, self->record);
}

const char *
assay_form_get_reason (AssayForm *self)
{
  return self->reason;
}

const char *
assay_form_get_remark (AssayForm *self)
{
  return self->remark;
}

void
assay_form_show_problems (AssayForm *self)
{
  self->show_all = TRUE;
  review (self, FALSE);
  if (self->first_wrong != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->first_wrong));
}

AssayFieldRow *
assay_form_get_row (AssayForm *self, guint field)
{
  for (guint i = 0; i < self->places->len; i++)
    if (g_array_index (self->places, Place, i).field == field)
      return g_array_index (self->places, Place, i).row;
  return NULL;
}

guint
assay_form_get_n_groups (AssayForm *self)
{
  return self->groups->len;
}

GtkWidget *
assay_form_get_group (AssayForm *self, guint index, const char **title)
{
  GtkWidget *group = g_ptr_array_index (self->groups, index);

  if (title != NULL)
    *title = adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group));
  return group;
}
