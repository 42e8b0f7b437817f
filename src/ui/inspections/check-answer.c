/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/check-answer.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "ui/inspections/children.h"

/* The toggle that takes an answer away for good. */
#define NOT_APPLICABLE "not_applicable"

struct _AssayCheckAnswer
{
  GtkWidget parent_instance;

  AssayDraftCheckpoint *check;
  GtkWidget *control;
  char **options; /* of a drop-down; the first stands for no answer */
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (AssayCheckAnswer, assay_check_answer, GTK_TYPE_WIDGET)

typedef enum
{
  SIGNAL_NEXT,
  N_SIGNALS,
} AssayCheckAnswerSignal;

static guint signals[N_SIGNALS];

static AssayRecord *
record_of (AssayCheckAnswer *self)
{
  return assay_draft_checkpoint_get_record (self->check);
}

static const char *
answer_of (AssayCheckAnswer *self)
{
  return assay_record_get_text (record_of (self), ASSAY_CHECKPOINT_ANSWER);
}

static gboolean
is_not_applicable (AssayCheckAnswer *self)
{
  return assay_draft_checkpoint_get_judgement (self->check)->result == ASSAY_CHECK_NOT_APPLICABLE;
}

/* Toggles */

typedef struct
{
  const char *name, *label, *tooltip;
} Option;

static const Option yes_no[] = {
  { "yes", N_ ("Yes"), N_ ("Yes (Y)") },
  { "no", N_ ("No"), N_ ("No (N)") },
  { NOT_APPLICABLE, NC_ ("an answer, does not apply", "N/A"), N_ ("Does not apply (X)") },
};

static const Option drop[] = {
  { "intact", N_ ("Intact"), N_ ("Carton and product are intact (Y)") },
  { "carton", N_ ("Carton"), N_ ("Only the carton suffered: the buyer decides") },
  { "damaged", N_ ("Broken"), N_ ("A product is damaged or does not work (N)") },
};

static void
toggled_cb (AssayCheckAnswer *self)
{
  const char *name = adw_toggle_group_get_active_name (ADW_TOGGLE_GROUP (self->control));

  if (self->loading || name == NULL)
    return;
  if (g_str_equal (name, NOT_APPLICABLE))
    assay_draft_checkpoint_set_not_applicable (self->check, TRUE);
  else
    assay_draft_checkpoint_set_answer (self->check, name);
}

static void
build_toggles (AssayCheckAnswer *self, const Option *options, guint n)
{
  AdwToggleGroup *group = ADW_TOGGLE_GROUP (adw_toggle_group_new ());

  for (guint i = 0; i < n; i++)
    {
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_name (toggle, options[i].name);
      adw_toggle_set_label (
          toggle,
          g_str_equal (options[i].name, NOT_APPLICABLE)
              ? g_dpgettext2 (GETTEXT_PACKAGE, "an answer, does not apply", options[i].label)
              : _ (options[i].label));
      adw_toggle_set_tooltip (toggle, _ (options[i].tooltip));
      adw_toggle_group_add (group, toggle);
    }
  adw_toggle_group_set_active (group, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (group, "notify::active-name", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);
  self->control = GTK_WIDGET (group);
}

static void
load_toggles (AssayCheckAnswer *self)
{
  const char *answer = is_not_applicable (self) ? NOT_APPLICABLE : answer_of (self);
  AdwToggleGroup *group = ADW_TOGGLE_GROUP (self->control);

  if (answer != NULL && adw_toggle_group_get_toggle_by_name (group, answer) != NULL)
    adw_toggle_group_set_active_name (group, answer);
  else
    adw_toggle_group_set_active (group, GTK_INVALID_LIST_POSITION);
}

/* A drop-down */

static void
selected_cb (AssayCheckAnswer *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->control));

  if (!self->loading && selected < g_strv_length (self->options))
    assay_draft_checkpoint_set_answer (self->check, selected > 0 ? self->options[selected] : NULL);
}

/* An answer of an import that is no option is one all the same. */
static void
build_choice (AssayCheckAnswer *self)
{
  const char *text = assay_record_get_text (record_of (self), ASSAY_CHECKPOINT_OPTIONS);
  const char *answer = answer_of (self);
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", "|", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, _ ("Choose…"));
  for (guint i = 0; words[i] != NULL; i++)
    if (*g_strstrip (words[i]) != '\0')
      g_strv_builder_add (builder, words[i]);
  if (answer != NULL && !g_strv_contains ((const char *const *)words, answer))
    g_strv_builder_add (builder, answer);
  self->options = g_strv_builder_end (builder);
  self->control = gtk_drop_down_new_from_strings ((const char *const *)self->options);
  g_signal_connect_object (self->control, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
load_choice (AssayCheckAnswer *self)
{
  const char *answer = answer_of (self);
  guint selected = 0;

  for (guint i = 1; answer != NULL && self->options[i] != NULL; i++)
    if (g_str_equal (self->options[i], answer))
      selected = i;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->control), selected);
}

/* An entry */

static void
typed_cb (AssayCheckAnswer *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->control));

  if (self->loading)
    return;
  if (assay_check_kind (record_of (self)) == ASSAY_CHECK_MEASURED)
    assay_draft_checkpoint_set_readings (self->check, text);
  else
    assay_draft_checkpoint_set_answer (self->check, text);
}

static void
activate_cb (AssayCheckAnswer *self)
{
  g_signal_emit (self, signals[SIGNAL_NEXT], 0);
}

static void
build_entry (AssayCheckAnswer *self)
{
  AssayCheckKind kind = assay_check_kind (record_of (self));
  const char *hint = kind == ASSAY_CHECK_MEASURED ? _ ("350.5; 351; 349")
                     : kind == ASSAY_CHECK_COUNT  ? _ ("Count")
                     : kind == ASSAY_CHECK_CODE   ? _ ("Scan or type the code")
                                                  : _ ("Answer");

  self->control = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->control), hint);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->control), kind == ASSAY_CHECK_COUNT ? 7 : 18);
  if (kind == ASSAY_CHECK_COUNT)
    gtk_entry_set_input_purpose (GTK_ENTRY (self->control), GTK_INPUT_PURPOSE_NUMBER);
  gtk_widget_set_hexpand (self->control, kind != ASSAY_CHECK_COUNT);
  g_signal_connect_object (self->control, "changed", G_CALLBACK (typed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->control, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
}

/* What can be read is shown as it will be stored, but not under the hand that types it. */
static void
load_entry (AssayCheckAnswer *self)
{
  GtkEditable *editable = GTK_EDITABLE (self->control);
  GtkEditable *delegate = gtk_editable_get_delegate (editable);
  g_autofree char *words = NULL;

  if (delegate != NULL && gtk_widget_has_focus (GTK_WIDGET (delegate)) && !is_not_applicable (self))
    return;
  if (assay_check_kind (record_of (self)) == ASSAY_CHECK_MEASURED)
    {
      const char *text = assay_record_get_text (record_of (self), ASSAY_CHECKPOINT_READINGS);
      g_autoptr (GArray) values = assay_readings_parse (text, NULL);

      words = values != NULL
                  ? assay_readings_format ((const gint64 *)(void *)values->data, values->len)
                  : g_strdup (text);
    }
  else
    words = g_strdup (answer_of (self));
  if (g_strcmp0 (words != NULL ? words : "", gtk_editable_get_text (editable)) != 0)
    gtk_editable_set_text (editable, words != NULL ? words : "");
  gtk_widget_set_sensitive (self->control, !is_not_applicable (self));
}

/* The control */

static void
load (AssayCheckAnswer *self)
{
  self->loading = TRUE;
  if (ADW_IS_TOGGLE_GROUP (self->control))
    load_toggles (self);
  else if (GTK_IS_DROP_DOWN (self->control))
    {
      load_choice (self);
      gtk_widget_set_sensitive (self->control, !is_not_applicable (self));
    }
  else
    load_entry (self);
  self->loading = FALSE;
}

static void
build (AssayCheckAnswer *self)
{
  const char *name = assay_record_get_text (record_of (self), ASSAY_CHECKPOINT_NAME);

  switch (assay_check_kind (record_of (self)))
    {
    case ASSAY_CHECK_YES_NO:
      build_toggles (self, yes_no, G_N_ELEMENTS (yes_no));
      break;
    case ASSAY_CHECK_DROP:
      build_toggles (self, drop, G_N_ELEMENTS (drop));
      break;
    case ASSAY_CHECK_CHOICE:
      build_choice (self);
      break;
    case ASSAY_CHECK_MEASURED:
    case ASSAY_CHECK_TEXT:
    case ASSAY_CHECK_COUNT:
    case ASSAY_CHECK_CODE:
    case ASSAY_N_CHECK_KINDS:
    default:
      build_entry (self);
      break;
    }
  gtk_widget_set_valign (self->control, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : _ ("Answer"), -1);
  gtk_widget_set_parent (self->control, GTK_WIDGET (self));
  load (self);
}

static gboolean
assay_check_answer_grab_focus (GtkWidget *widget)
{
  AssayCheckAnswer *self = ASSAY_CHECK_ANSWER (widget);

  return gtk_widget_grab_focus (self->control)
         || gtk_widget_child_focus (self->control, GTK_DIR_TAB_FORWARD);
}

static void
assay_check_answer_dispose (GObject *object)
{
  AssayCheckAnswer *self = ASSAY_CHECK_ANSWER (object);

  self->loading = TRUE;
  assay_unparent_children (GTK_WIDGET (object));
  self->control = NULL;
  g_clear_object (&self->check);
  g_clear_pointer (&self->options, g_strfreev);

  G_OBJECT_CLASS (assay_check_answer_parent_class)->dispose (object);
}

static void
assay_check_answer_class_init (AssayCheckAnswerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_check_answer_dispose;
  widget_class->grab_focus = assay_check_answer_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  signals[SIGNAL_NEXT] = g_signal_new ("next", ASSAY_TYPE_CHECK_ANSWER, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
}

static void
assay_check_answer_init (AssayCheckAnswer *self)
{
}

AssayCheckAnswer *
assay_check_answer_new (AssayDraftCheckpoint *check)
{
  AssayCheckAnswer *self = g_object_new (ASSAY_TYPE_CHECK_ANSWER, NULL);

  self->check = g_object_ref (check);
  self->loading = TRUE;
  build (self);
  g_signal_connect_object (check, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  return self;
}

GtkWidget *
assay_check_answer_get_control (AssayCheckAnswer *self)
{
  return self->control;
}

gboolean
assay_check_answer_say (AssayCheckAnswer *self, gboolean yes)
{
  AssayCheckKind kind = assay_check_kind (record_of (self));

  if (kind != ASSAY_CHECK_YES_NO && kind != ASSAY_CHECK_DROP)
    return FALSE;
  if (kind == ASSAY_CHECK_YES_NO)
    assay_draft_checkpoint_set_answer (self->check, yes ? "yes" : "no");
  else
    assay_draft_checkpoint_set_answer (self->check, yes ? "intact" : "damaged");
  return TRUE;
}
