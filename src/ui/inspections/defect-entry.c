/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/defect-entry.h"

#include <glib/gi18n-lib.h>

#include "ui/init.h"
#include "ui/inspections/children.h"
#include "ui/inspections/defect-menu.h"

struct _AssayDefectEntry
{
  GtkWidget parent_instance;

  AssayDraftDefect *defect;
  AssayDefectCatalogue *catalogue;
  AssayDefectMenu *menu; /* NULL until something is offered */
  gboolean loading;

  GtkWidget *chip;
  GtkLabel *code;
  GtkEntry *entry;
};

G_DEFINE_FINAL_TYPE (AssayDefectEntry, assay_defect_entry, GTK_TYPE_WIDGET)

typedef enum
{
  SIGNAL_EDITED,
  SIGNAL_DONE,
  SIGNAL_CREATE,
  SIGNAL_USUAL,
  N_SIGNALS,
} AssayDefectEntrySignal;

static guint signals[N_SIGNALS];

static AssayRecord *
find_type (AssayDefectEntry *self, gint64 id)
{
  return self->catalogue != NULL ? assay_defect_catalogue_lookup (self->catalogue, id) : NULL;
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
  gtk_entry_set_icon_from_icon_name (self->entry, GTK_ENTRY_ICON_SECONDARY,
                                     id == 0 ? "pan-down-symbolic" : NULL);
  if (id == 0)
    gtk_entry_set_icon_tooltip_text (self->entry, GTK_ENTRY_ICON_SECONDARY,
                                     _ ("Browse Defect Types (Down)"));
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

static gboolean
is_open (AssayDefectEntry *self)
{
  return self->menu != NULL && gtk_widget_get_visible (GTK_WIDGET (self->menu));
}

static void
close_menu (AssayDefectEntry *self)
{
  if (self->menu != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->menu));
}

static void
describe_cb (AssayDefectEntry *self)
{
  close_menu (self);
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static void
picked_cb (AssayDefectEntry *self, AssayRecord *type)
{
  assay_defect_entry_pick (self, type);
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static void
create_cb (AssayDefectEntry *self)
{
  close_menu (self);
  g_signal_emit (self, signals[SIGNAL_CREATE], 0,
                 gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
usual_cb (AssayDefectEntry *self)
{
  close_menu (self);
  g_signal_emit (self, signals[SIGNAL_USUAL], 0);
}

/* Most entries of a long list never offer anything: theirs is not made. */
static void
make_menu (AssayDefectEntry *self)
{
  if (self->menu != NULL)
    return;
  self->menu = assay_defect_menu_new (self->catalogue);
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
  g_signal_connect_object (self->menu, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->menu, "describe", G_CALLBACK (describe_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->menu, "create", G_CALLBACK (create_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->menu, "usual", G_CALLBACK (usual_cb), self, G_CONNECT_SWAPPED);
}

static void
offer (AssayDefectEntry *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  int width = gtk_widget_get_width (GTK_WIDGET (self->entry));

  make_menu (self);
  assay_defect_menu_fill (self->menu, typed);
  gtk_widget_set_size_request (GTK_WIDGET (self->menu), CLAMP (width, 300, 480), -1);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->entry)))
    gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
assay_defect_entry_browse (AssayDefectEntry *self)
{
  if (chosen (self) == 0 && *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    {
      /* It finds its place anew. */
      close_menu (self);
      offer (self);
    }
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
    offer (self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

void
assay_defect_entry_pick (AssayDefectEntry *self, AssayRecord *type)
{
  close_menu (self);
  assay_draft_defect_set_text (self->defect, ASSAY_DEFECT_DESCRIPTION, NULL);
  assay_draft_defect_set_defect_type (self->defect, assay_record_get_id (type),
                                      assay_record_get_text (type, ASSAY_DEFECT_TYPE_NAME),
                                      assay_record_get_text (type, ASSAY_DEFECT_TYPE_CLASS));
  load (self);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

/* Enter takes the line that is marked; without one the words stand as they are. */
static void
activate_cb (AssayDefectEntry *self)
{
  if (is_open (self) && assay_defect_menu_take (self->menu))
    return;
  close_menu (self);
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

/* The focus stays in the entry: what is marked has to be said. */
static void
announce (AssayDefectEntry *self)
{
  g_autofree char *words = assay_defect_menu_dup_words (self->menu);

  if (words != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->entry), words,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* The arrows sideways go through the levels while there are no words to go through. */
static gboolean
walk_key (AssayDefectEntry *self, guint key)
{
  gboolean empty = *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0';
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean done = TRUE;

  if (key == GDK_KEY_Escape)
    close_menu (self);
  else if (key == GDK_KEY_Down || key == GDK_KEY_Up)
    assay_defect_menu_walk (self->menu, key == GDK_KEY_Down ? 1 : -1);
  else if (key == GDK_KEY_Page_Down || key == GDK_KEY_Page_Up)
    assay_defect_menu_walk (self->menu, key == GDK_KEY_Page_Down ? 8 : -8);
  else if (empty && key == (rtl ? GDK_KEY_Left : GDK_KEY_Right))
    done = assay_defect_menu_enter (self->menu);
  else if (empty && (key == (rtl ? GDK_KEY_Right : GDK_KEY_Left) || key == GDK_KEY_BackSpace))
    done = assay_defect_menu_leave (self->menu);
  else
    return GDK_EVENT_PROPAGATE;
  if (key != GDK_KEY_Escape)
    announce (self);
  return done;
}

static gboolean
key_cb (AssayDefectEntry *self, guint key, guint code, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (is_open (self) && walk_key (self, key))
    return GDK_EVENT_STOP;
  if (key == GDK_KEY_Down && !is_open (self) && chosen (self) == 0)
    {
      offer (self);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_BackSpace && chosen (self) != 0
      && gtk_editable_get_position (GTK_EDITABLE (self->entry)) == 0
      && !gtk_editable_get_selection_bounds (GTK_EDITABLE (self->entry), NULL, NULL))
    {
      gtk_widget_activate (self->chip);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
icon_press_cb (AssayDefectEntry *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  if (is_open (self))
    close_menu (self);
  else
    offer (self);
}

static void
leave_cb (AssayDefectEntry *self)
{
  close_menu (self);
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

  if (self->menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->menu));
  self->menu = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_DEFECT_ENTRY);
  assay_unparent_children (GTK_WIDGET (self));
  g_clear_object (&self->defect);
  g_clear_object (&self->catalogue);

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
  signals[SIGNAL_DONE] = g_signal_new ("done", ASSAY_TYPE_DEFECT_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_USUAL] = g_signal_new ("usual", ASSAY_TYPE_DEFECT_ENTRY, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CREATE] = g_signal_new ("create", ASSAY_TYPE_DEFECT_ENTRY, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "inspections/defect-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayDefectEntry, chip);
  gtk_widget_class_bind_template_child (widget_class, AssayDefectEntry, code);
  gtk_widget_class_bind_template_child (widget_class, AssayDefectEntry, entry);
  gtk_widget_class_bind_template_callback (widget_class, chip_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, icon_press_cb);
}

static void
assay_defect_entry_init (AssayDefectEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What is offered changes with the catalogue, also under the eyes of a person. */
static void
catalogue_changed_cb (AssayDefectEntry *self)
{
  show_chip (self);
  if (is_open (self))
    offer (self);
}

void
assay_defect_entry_set (AssayDefectEntry *self,
                        AssayDraftDefect *defect,
                        AssayDefectCatalogue *catalogue)
{
  g_return_if_fail (ASSAY_IS_DEFECT_ENTRY (self));

  g_set_object (&self->defect, defect);
  if (g_set_object (&self->catalogue, catalogue))
    g_signal_connect_object (catalogue, "changed", G_CALLBACK (catalogue_changed_cb), self,
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
  return self->menu != NULL ? assay_defect_menu_get_n_types (self->menu) : 0;
}
