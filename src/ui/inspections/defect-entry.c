/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/defect-entry.h"

#include <glib/gi18n-lib.h>

#include "ui/init.h"
#include "ui/inspections/children.h"

#define MOST_MATCHES 8

struct _AssayDefectEntry
{
  GtkWidget parent_instance;

  AssayDraftDefect *defect;
  GListModel *types;
  GPtrArray *matches; /* of AssayRecord; the row after them makes a new type */
  gboolean loading;

  GtkWidget *chip;
  GtkLabel *code;
  GtkEntry *entry;
  GtkPopover *popover;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (AssayDefectEntry, assay_defect_entry, GTK_TYPE_WIDGET)

typedef enum
{
  SIGNAL_EDITED,
  SIGNAL_CREATE,
  N_SIGNALS,
} AssayDefectEntrySignal;

static guint signals[N_SIGNALS];

static AssayRecord *
find_type (AssayDefectEntry *self, gint64 id)
{
  guint n = self->types != NULL ? g_list_model_get_n_items (self->types) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AssayRecord) type = g_list_model_get_item (self->types, i);

      if (assay_record_get_id (type) == id)
        return type;
    }
  return NULL;
}

static gint64
chosen (AssayDefectEntry *self)
{
  return assay_record_get_reference (assay_draft_defect_get_record (self->defect),
                                     ASSAY_DEFECT_DEFECT_TYPE);
}

/* The name of the type that was picked; the record's own title where the list has not come yet. */
static const char *
chosen_name (AssayDefectEntry *self)
{
  AssayRecord *type = find_type (self, chosen (self));

  if (type != NULL)
    return assay_record_get_text (type, ASSAY_DEFECT_TYPE_NAME);
  return assay_record_get_reference_title (assay_draft_defect_get_record (self->defect),
                                           ASSAY_DEFECT_DEFECT_TYPE);
}

static void
show_chip (AssayDefectEntry *self)
{
  gint64 id = chosen (self);
  AssayRecord *type = id != 0 ? find_type (self, id) : NULL;
  const char *code = type != NULL ? assay_record_get_text (type, ASSAY_DEFECT_TYPE_CODE) : NULL;
  const char *name = id != 0 ? chosen_name (self) : NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->chip, id != 0);
  if (id == 0)
    return;
  gtk_label_set_label (self->code, code != NULL ? code : "…");
  /* Translators: the name of a button; %s is the name of a defect type */
  words = g_strdup_printf (_ ("Defect type %s, take away"), name != NULL ? name : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chip), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
}

static void
load (AssayDefectEntry *self)
{
  const char *text = assay_record_get_text (assay_draft_defect_get_record (self->defect),
                                            ASSAY_DEFECT_DESCRIPTION);

  if (text == NULL && chosen (self) != 0)
    text = chosen_name (self);
  self->loading = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
  self->loading = FALSE;
  show_chip (self);
}

/* Every word typed is somewhere in what the type says. */
static gboolean
matches (AssayRecord *type, char **words)
{
  static const guint fields[] = { ASSAY_DEFECT_TYPE_CODE, ASSAY_DEFECT_TYPE_NAME,
                                  ASSAY_DEFECT_TYPE_OTHER_NAME, ASSAY_DEFECT_TYPE_CATEGORY };
  GString *all = g_string_new (NULL);
  g_autofree char *folded = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = assay_record_get_text (type, fields[i]);

      g_string_append_printf (all, "%s\n", text != NULL ? text : "");
    }
  folded = g_utf8_casefold (all->str, (gssize)all->len);
  g_string_free (all, TRUE);
  for (char **word = words; *word != NULL; word++)
    if (**word != '\0' && strstr (folded, *word) == NULL)
      return FALSE;
  return TRUE;
}

static GtkWidget *
make_row (const char *title, const char *detail)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "hexpand", TRUE,
                                  "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  GtkWidget *more = g_object_new (GTK_TYPE_LABEL, "label", detail != NULL ? detail : "", NULL);

  gtk_widget_add_css_class (more, "dimmed");
  gtk_widget_add_css_class (more, "caption");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), more);
  return box;
}

static void
find_matches (AssayDefectEntry *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *folded = g_utf8_casefold (typed, -1);
  g_auto (GStrv) words = g_strsplit (g_strstrip (folded), " ", -1);
  guint n = self->types != NULL ? g_list_model_get_n_items (self->types) : 0;
  g_autofree char *create = NULL;

  gtk_list_box_remove_all (self->list);
  g_ptr_array_set_size (self->matches, 0);
  if (*folded == '\0')
    {
      gtk_popover_popdown (self->popover);
      return;
    }
  for (guint i = 0; i < n && self->matches->len < MOST_MATCHES; i++)
    {
      g_autoptr (AssayRecord) type = g_list_model_get_item (self->types, i);

      if (!matches (type, words))
        continue;
      gtk_list_box_append (self->list,
                           make_row (assay_record_get_text (type, ASSAY_DEFECT_TYPE_NAME),
                                     assay_record_get_text (type, ASSAY_DEFECT_TYPE_CODE)));
      g_ptr_array_add (self->matches, g_steal_pointer (&type));
    }
  /* Translators: makes a new defect type of the name that was typed */
  create = g_strdup_printf (_ ("New Defect Type “%s”…"), typed);
  gtk_list_box_append (self->list, make_row (create, NULL));
  gtk_widget_set_size_request (GTK_WIDGET (self->popover),
                               MAX (340, gtk_widget_get_width (GTK_WIDGET (self->entry))), -1);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->entry)))
    gtk_popover_popup (self->popover);
}

static void
changed_cb (AssayDefectEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->loading || self->defect == NULL)
    return;
  /* The type's own name is no description. */
  assay_draft_defect_set_text (
      self->defect, ASSAY_DEFECT_DESCRIPTION,
      chosen (self) != 0 && g_strcmp0 (text, chosen_name (self)) == 0 ? NULL : text);
  if (chosen (self) == 0)
    find_matches (self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

void
assay_defect_entry_pick (AssayDefectEntry *self, AssayRecord *type)
{
  gtk_popover_popdown (self->popover);
  assay_draft_defect_set_text (self->defect, ASSAY_DEFECT_DESCRIPTION, NULL);
  assay_draft_defect_set_defect_type (self->defect, assay_record_get_id (type),
                                      assay_record_get_text (type, ASSAY_DEFECT_TYPE_NAME),
                                      assay_record_get_text (type, ASSAY_DEFECT_TYPE_CLASS));
  load (self);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
create (AssayDefectEntry *self)
{
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[SIGNAL_CREATE], 0,
                 gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
row_activated_cb (AssayDefectEntry *self, GtkListBoxRow *row)
{
  guint index = (guint)gtk_list_box_row_get_index (row);

  if (index < self->matches->len)
    assay_defect_entry_pick (self, g_ptr_array_index (self->matches, index));
  else
    create (self);
}

/* Enter takes the match that was walked to; without one the words stand as they are. */
static void
activate_cb (AssayDefectEntry *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)) && row != NULL)
    row_activated_cb (self, row);
  gtk_popover_popdown (self->popover);
  gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_FORWARD);
}

static void
walk (AssayDefectEntry *self, int step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) + step : step > 0 ? 0 : -1;

  row = gtk_list_box_get_row_at_index (self->list, index);
  gtk_list_box_select_row (self->list, row);
  if (row != NULL && (guint)index < self->matches->len)
    /* The focus stays in the entry: what is selected has to be said. */
    gtk_accessible_announce (GTK_ACCESSIBLE (self->entry),
                             assay_record_get_text (g_ptr_array_index (self->matches, (guint)index),
                                                    ASSAY_DEFECT_TYPE_NAME),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static gboolean
key_cb (AssayDefectEntry *self, guint key, guint code, GdkModifierType state)
{
  gboolean open = gtk_widget_get_visible (GTK_WIDGET (self->popover));

  if (key == GDK_KEY_Escape && open)
    gtk_popover_popdown (self->popover);
  else if (key == GDK_KEY_Down && open)
    walk (self, 1);
  else if (key == GDK_KEY_Up && open)
    walk (self, -1);
  else if (key == GDK_KEY_Down && !open && chosen (self) == 0)
    find_matches (self);
  else if (key == GDK_KEY_BackSpace && chosen (self) != 0
           && gtk_editable_get_position (GTK_EDITABLE (self->entry)) == 0
           && !gtk_editable_get_selection_bounds (GTK_EDITABLE (self->entry), NULL, NULL))
    gtk_widget_activate (self->chip);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
leave_cb (AssayDefectEntry *self)
{
  gtk_popover_popdown (self->popover);
}

/* The words stay, now as a description. */
static void
chip_clicked_cb (AssayDefectEntry *self)
{
  assay_draft_defect_set_defect_type (self->defect, 0, NULL, NULL);
  assay_draft_defect_set_text (self->defect, ASSAY_DEFECT_DESCRIPTION,
                               gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  load (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static gboolean
assay_defect_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (ASSAY_DEFECT_ENTRY (widget)->entry));
}

static void
assay_defect_entry_dispose (GObject *object)
{
  AssayDefectEntry *self = ASSAY_DEFECT_ENTRY (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_DEFECT_ENTRY);
  assay_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->defect);
  g_clear_object (&self->types);
  g_clear_pointer (&self->matches, g_ptr_array_unref);

  G_OBJECT_CLASS (assay_defect_entry_parent_class)->dispose (object);
}

static void
assay_defect_entry_class_init (AssayDefectEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_defect_entry_dispose;
  widget_class->grab_focus = assay_defect_entry_grab_focus;

  signals[SIGNAL_EDITED] = g_signal_new ("edited", ASSAY_TYPE_DEFECT_ENTRY, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CREATE] = g_signal_new ("create", ASSAY_TYPE_DEFECT_ENTRY, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "inspections/defect-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayDefectEntry, chip);
  gtk_widget_class_bind_template_child (widget_class, AssayDefectEntry, code);
  gtk_widget_class_bind_template_child (widget_class, AssayDefectEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, AssayDefectEntry, popover);
  gtk_widget_class_bind_template_child (widget_class, AssayDefectEntry, list);
  gtk_widget_class_bind_template_callback (widget_class, chip_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
assay_defect_entry_init (AssayDefectEntry *self)
{
  self->matches = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
assay_defect_entry_set (AssayDefectEntry *self, AssayDraftDefect *defect, GListModel *types)
{
  g_return_if_fail (ASSAY_IS_DEFECT_ENTRY (self));

  g_set_object (&self->defect, defect);
  if (g_set_object (&self->types, types))
    g_signal_connect_object (types, "items-changed", G_CALLBACK (show_chip), self,
                             G_CONNECT_SWAPPED);
  load (self);
}

GtkEditable *
assay_defect_entry_get_editable (AssayDefectEntry *self)
{
  return GTK_EDITABLE (self->entry);
}

guint
assay_defect_entry_get_n_matches (AssayDefectEntry *self)
{
  return self->matches->len;
}
