/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/defect-menu.h"

#include <glib/gi18n-lib.h>

#include "record/choices.h"
#include "ui/init.h"

#define MOST_MATCHES 8
#define MOST_OFTEN   5

typedef enum
{
  LINE_TYPE,
  LINE_GROUP,
  LINE_BACK,
  LINE_DESCRIBE,
  LINE_CREATE,
  LINE_USUAL,
} LineKind;

/* What stands in a row of the list. */
typedef struct
{
  LineKind kind;
  AssayRecord *type;   /* of LINE_TYPE */
  char *group;         /* of LINE_GROUP */
  const char *heading; /* translated; above the row, when the row before has another */
} Line;

struct _AssayDefectMenu
{
  GtkPopover parent_instance;

  AssayDefectCatalogue *catalogue;
  GPtrArray *lines; /* of Line */
  char *category;   /* that is open; NULL: none */
  char *subcategory;

  GtkListBox *list;
  GtkViewport *viewport;
};

G_DEFINE_FINAL_TYPE (AssayDefectMenu, assay_defect_menu, GTK_TYPE_POPOVER)

typedef enum
{
  SIGNAL_PICKED,
  SIGNAL_DESCRIBE,
  SIGNAL_CREATE,
  SIGNAL_USUAL,
  N_SIGNALS,
} AssayDefectMenuSignal;

static guint signals[N_SIGNALS];

static void
line_free (gpointer data)
{
  Line *line = data;

  g_clear_object (&line->type);
  g_free (line->group);
  g_free (line);
}

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "hexpand", TRUE,
                                   "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  if (style != NULL)
    {
      gtk_widget_add_css_class (label, style);
      gtk_widget_add_css_class (label, "dimmed");
    }
  return label;
}

static Line *
append (AssayDefectMenu *self,
        LineKind kind,
        const char *title,
        const char *detail,
        const char *end,
        const char *icon)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  Line *line = g_new0 (Line, 1);

  line->kind = kind;
  g_ptr_array_add (self->lines, line);
  gtk_box_append (GTK_BOX (words), new_label (title, NULL));
  if (detail != NULL && *detail != '\0')
    gtk_box_append (GTK_BOX (words), new_label (detail, "caption"));
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  if (kind == LINE_BACK)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), words);
  if (end != NULL)
    {
      GtkWidget *label = new_label (end, "caption");

      gtk_widget_set_hexpand (label, FALSE);
      gtk_box_append (GTK_BOX (box), label);
    }
  if (kind == LINE_GROUP)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_list_box_append (self->list, box);
  return line;
}

/* "Stitching › Seams · ST-02 · Đường may đứt": what tells it from others like it. */
static char *
say_where (AssayRecord *type, gboolean group)
{
  const char *category = assay_record_get_text (type, ASSAY_DEFECT_TYPE_CATEGORY);
  const char *subcategory = assay_record_get_text (type, ASSAY_DEFECT_TYPE_SUBCATEGORY);
  const char *const parts[] = { assay_record_get_text (type, ASSAY_DEFECT_TYPE_CODE),
                                assay_record_get_text (type, ASSAY_DEFECT_TYPE_OTHER_NAME) };
  GString *words = g_string_new (NULL);

  if (group && category != NULL)
    g_string_append (words, category);
  if (group && subcategory != NULL)
    g_string_append_printf (words, "%s%s", words->len > 0 ? " › " : "", subcategory);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", parts[i]);
  return g_string_free_and_steal (words);
}

static const char *
class_words (AssayRecord *type)
{
  const AssayField *field = &assay_record_describe (type)->fields[ASSAY_DEFECT_TYPE_CLASS];
  const char *stored = assay_record_get_text (type, ASSAY_DEFECT_TYPE_CLASS);

  return stored != NULL ? assay_field_choice_label (field, stored) : NULL;
}

static void
append_type (AssayDefectMenu *self, AssayRecord *type, gboolean group, const char *heading)
{
  g_autofree char *where = say_where (type, group);
  Line *line = append (self, LINE_TYPE, assay_record_get_text (type, ASSAY_DEFECT_TYPE_NAME), where,
                       class_words (type), NULL);

  line->type = g_object_ref (type);
  line->heading = heading;
}

static void
append_group (AssayDefectMenu *self, const AssayDefectLevelEntry *entry, const char *heading)
{
  g_autofree char *n = g_strdup_printf ("%u", entry->n_types);
  Line *line = append (self, LINE_GROUP,
                       *entry->name != '\0' ? entry->name : C_ ("defect types", "Without category"),
                       NULL, n, "go-next-symbolic");

  line->group = g_strdup (entry->name);
  line->heading = heading;
}

static void
fill_level (AssayDefectMenu *self)
{
  g_autoptr (GPtrArray) entries
      = assay_defect_catalogue_level (self->catalogue, self->category, self->subcategory);
  const char *heading = self->category == NULL ? _ ("By category") : NULL;

  if (self->category != NULL)
    append (self, LINE_BACK,
            self->subcategory != NULL ? self->subcategory
            : *self->category != '\0' ? self->category
                                      : C_ ("defect types", "Without category"),
            NULL, NULL, "go-previous-symbolic");
  for (guint i = 0; i < entries->len; i++)
    {
      const AssayDefectLevelEntry *entry = g_ptr_array_index (entries, i);

      if (entry->type != NULL)
        append_type (self, entry->type, FALSE, heading);
      else
        append_group (self, entry, heading);
    }
}

static void
fill_start (AssayDefectMenu *self)
{
  g_autoptr (GPtrArray) often = assay_defect_catalogue_often (self->catalogue, MOST_OFTEN);

  if (assay_defect_catalogue_get_n_types (self->catalogue) == 0)
    {
      append (self, LINE_USUAL, _ ("Add the Usual Bag Defects"),
              _ ("Your list of defect types is empty"), NULL, NULL);
      return;
    }
  for (guint i = 0; i < often->len; i++)
    append_type (self, g_ptr_array_index (often, i), TRUE, _ ("Usual here"));
  fill_level (self);
}

static void
fill_found (AssayDefectMenu *self, const char *typed)
{
  g_autoptr (GPtrArray) found
      = assay_defect_catalogue_search (self->catalogue, typed, MOST_MATCHES);
  g_autofree char *describe = NULL, *create = NULL;

  for (guint i = 0; i < found->len; i++)
    append_type (self, g_ptr_array_index (found, i), TRUE, NULL);
  if (assay_defect_catalogue_get_n_types (self->catalogue) == 0)
    append (self, LINE_USUAL, _ ("Add the Usual Bag Defects"),
            _ ("Your list of defect types is empty"), NULL, NULL);
  /* Translators: the words that were typed say what this one defect is */
  describe = g_strdup_printf (_ ("Describe It as “%s”"), typed);
  append (self, LINE_DESCRIBE, describe, NULL, NULL, NULL);
  /* Translators: makes a new defect type of the name that was typed */
  create = g_strdup_printf (_ ("New Defect Type “%s”…"), typed);
  append (self, LINE_CREATE, create, NULL, NULL, NULL);
}

static void
clear (AssayDefectMenu *self)
{
  gtk_list_box_remove_all (self->list);
  g_ptr_array_set_size (self->lines, 0);
}

static void
select_line (AssayDefectMenu *self, int index)
{
  GtkListBoxRow *row = index >= 0 ? gtk_list_box_get_row_at_index (self->list, index) : NULL;

  gtk_list_box_select_row (self->list, row);
  if (row != NULL && gtk_widget_get_mapped (GTK_WIDGET (row)))
    gtk_viewport_scroll_to (self->viewport, GTK_WIDGET (row), NULL);
}

static void
show_level (AssayDefectMenu *self, const char *category, const char *subcategory)
{
  g_autofree char *open = g_strdup (category), *inner = g_strdup (subcategory);

  g_set_str (&self->category, open);
  g_set_str (&self->subcategory, inner);
  clear (self);
  if (category == NULL)
    fill_start (self);
  else
    fill_level (self);
  gtk_list_box_invalidate_headers (self->list);
  /* The line after the way back. */
  select_line (self, category != NULL ? 1 : 0);
}

void
assay_defect_menu_fill (AssayDefectMenu *self, const char *typed)
{
  g_autofree char *stripped = g_strstrip (g_strdup (typed));

  g_clear_pointer (&self->category, g_free);
  g_clear_pointer (&self->subcategory, g_free);
  clear (self);
  if (*stripped == '\0')
    fill_start (self);
  else
    fill_found (self, stripped);
  gtk_list_box_invalidate_headers (self->list);
  /* Enter takes the best answer; nothing is taken before something was typed or walked to. */
  select_line (self, *stripped == '\0' ? -1 : 0);
}

static const Line *
selected (AssayDefectMenu *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? g_ptr_array_index (self->lines, gtk_list_box_row_get_index (row)) : NULL;
}

void
assay_defect_menu_walk (AssayDefectMenu *self, int step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int n = (int)self->lines->len;
  int index = row != NULL ? gtk_list_box_row_get_index (row) + step : step > 0 ? 0 : n - 1;

  select_line (self, CLAMP (index, 0, n - 1));
}

gboolean
assay_defect_menu_enter (AssayDefectMenu *self)
{
  const Line *line = selected (self);

  if (line == NULL || line->kind != LINE_GROUP)
    return FALSE;
  if (self->category == NULL)
    show_level (self, line->group, NULL);
  else
    show_level (self, self->category, line->group);
  return TRUE;
}

gboolean
assay_defect_menu_leave (AssayDefectMenu *self)
{
  if (self->category == NULL)
    return FALSE;
  show_level (self, self->subcategory != NULL ? self->category : NULL, NULL);
  return TRUE;
}

static void
take (AssayDefectMenu *self, const Line *line)
{
  g_autoptr (AssayRecord) type = NULL;

  switch (line->kind)
    {
    case LINE_TYPE:
      type = g_object_ref (line->type);
      g_signal_emit (self, signals[SIGNAL_PICKED], 0, type);
      break;
    case LINE_GROUP:
      assay_defect_menu_enter (self);
      break;
    case LINE_BACK:
      assay_defect_menu_leave (self);
      break;
    case LINE_CREATE:
      g_signal_emit (self, signals[SIGNAL_CREATE], 0);
      break;
    case LINE_USUAL:
      g_signal_emit (self, signals[SIGNAL_USUAL], 0);
      break;
    case LINE_DESCRIBE:
    default:
      g_signal_emit (self, signals[SIGNAL_DESCRIBE], 0);
      break;
    }
}

gboolean
assay_defect_menu_take (AssayDefectMenu *self)
{
  const Line *line = selected (self);

  if (line == NULL)
    return FALSE;
  take (self, line);
  return TRUE;
}

static void
row_activated_cb (AssayDefectMenu *self, GtkListBoxRow *row)
{
  gtk_list_box_select_row (self->list, row);
  assay_defect_menu_take (self);
}

/**
 * assay_defect_menu_dup_words:
 *
 * Returns: (transfer full) (nullable): what a screen reader is told of the line walked to
 */
char *
assay_defect_menu_dup_words (AssayDefectMenu *self)
{
  const Line *line = selected (self);
  const char *usual;

  if (line == NULL)
    return NULL;
  if (line->kind == LINE_GROUP)
    /* Translators: a category of defect types that can be opened */
    return g_strdup_printf (_ ("Category %s"), *line->group != '\0'
                                                   ? line->group
                                                   : C_ ("defect types", "Without category"));
  if (line->kind == LINE_BACK)
    return g_strdup (_ ("Back"));
  if (line->kind != LINE_TYPE)
    return g_strdup (line->kind == LINE_DESCRIBE ? _ ("Describe it in these words")
                     : line->kind == LINE_CREATE ? _ ("New defect type")
                                                 : _ ("Add the usual bag defects"));
  usual = class_words (line->type);
  return g_strdup_printf ("%s%s%s", assay_record_get_text (line->type, ASSAY_DEFECT_TYPE_NAME),
                          usual != NULL ? ", " : "", usual != NULL ? usual : "");
}

guint
assay_defect_menu_get_n_types (AssayDefectMenu *self)
{
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    n += ((const Line *)g_ptr_array_index (self->lines, i))->kind == LINE_TYPE;
  return n;
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  AssayDefectMenu *self = data;
  const Line *line = g_ptr_array_index (self->lines, gtk_list_box_row_get_index (row));
  const Line *last = before != NULL
                         ? g_ptr_array_index (self->lines, gtk_list_box_row_get_index (before))
                         : NULL;
  GtkWidget *label;

  if (line->heading == NULL || (last != NULL && last->heading == line->heading))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = new_label (line->heading, "caption-heading");
  g_object_set (label, "margin-start", 12, "margin-top", 6, "margin-bottom", 3, NULL);
  gtk_list_box_row_set_header (row, label);
}

static void
assay_defect_menu_dispose (GObject *object)
{
  AssayDefectMenu *self = ASSAY_DEFECT_MENU (object);

  if (self->list != NULL)
    gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_DEFECT_MENU);
  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->category, g_free);
  g_clear_pointer (&self->subcategory, g_free);

  G_OBJECT_CLASS (assay_defect_menu_parent_class)->dispose (object);
}

static void
assay_defect_menu_class_init (AssayDefectMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_defect_menu_dispose;

  signals[SIGNAL_PICKED] = g_signal_new ("picked", ASSAY_TYPE_DEFECT_MENU, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, ASSAY_TYPE_RECORD);
  signals[SIGNAL_DESCRIBE] = g_signal_new ("describe", ASSAY_TYPE_DEFECT_MENU, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CREATE] = g_signal_new ("create", ASSAY_TYPE_DEFECT_MENU, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_USUAL] = g_signal_new ("usual", ASSAY_TYPE_DEFECT_MENU, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "inspections/defect-menu.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayDefectMenu, list);
  gtk_widget_class_bind_template_child (widget_class, AssayDefectMenu, viewport);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
assay_defect_menu_init (AssayDefectMenu *self)
{
  self->lines = g_ptr_array_new_with_free_func (line_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, self, NULL);
}

AssayDefectMenu *
assay_defect_menu_new (AssayDefectCatalogue *catalogue)
{
  AssayDefectMenu *self = g_object_new (ASSAY_TYPE_DEFECT_MENU, NULL);

  self->catalogue = g_object_ref (catalogue);
  return self;
}
