/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/suppliers/sourcing-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "record/format.h"
#include "ui/form/reach.h"
#include "ui/record/section.h"
#include "ui/suppliers/site-files.h"

/* What a word at the end of a row keeps of itself where there is little room. */
#define TAG_CHARS 15

typedef struct
{
  GtkWidget *box; /* heading and list */
  GtkListBox *list;
} Part;

struct _AssaySourcingView
{
  GtkWidget parent_instance;

  AssayContext *context;
  AssayRecord *supplier;
  Part parts[ASSAY_SOURCING_N_KINDS];
  GtkLabel *warranty; /* what the supplier itself promises */
  GtkWidget *empty;
};

G_DEFINE_FINAL_TYPE (AssaySourcingView, assay_sourcing_view, GTK_TYPE_WIDGET)

#define KIND_KEY   "assay-kind"
#define RECORD_KEY "assay-record"

static AssayRecord *
record_of (gpointer widget)
{
  return g_object_get_data (G_OBJECT (widget), RECORD_KEY);
}

static const AssaySourcingKind *
find_kind (AssayType type)
{
  for (guint i = 0; i < ASSAY_SOURCING_N_KINDS; i++)
    if (assay_sourcing_kinds[i].type == type)
      return &assay_sourcing_kinds[i];
  return NULL;
}

static gboolean
is_writable (AssaySourcingView *self)
{
  AssayBook *book = assay_context_get_book (self->context);

  return book != NULL && !assay_book_is_read_only (book);
}

/* What happens on the day that it is noted begins with today. */
static void
add (AssaySourcingView *self, const AssaySourcingKind *kind)
{
  g_autoptr (AssayRecord) record = NULL;
  g_autofree char *title = NULL;

  if (self->supplier == NULL || kind == NULL || !is_writable (self))
    return;
  record = assay_record_new (kind->type);
  title = assay_record_dup_title (self->supplier);
  assay_record_set_reference (record, kind->supplier, assay_record_get_id (self->supplier));
  assay_record_set_reference_title (record, kind->supplier, title);
  if (kind->type == ASSAY_TYPE_REFERENCE_CALL)
    assay_record_set_date (record, ASSAY_REFERENCE_CALL_CALLED_ON,
                           assay_context_get_today (self->context));
  assay_context_edit_record (self->context, record);
}

static void
add_action_cb (AssaySourcingView *self, GVariant *parameter)
{
  const AssayRecordType *type = assay_record_type_find (g_variant_get_string (parameter, NULL));

  if (type != NULL)
    add (self, find_kind (type->type));
}

static void
add_cb (AssaySourcingView *self, GtkWidget *button)
{
  add (self, g_object_get_data (G_OBJECT (button), KIND_KEY));
}

static void
edit_cb (AssaySourcingView *self, GtkWidget *row)
{
  if (is_writable (self))
    assay_context_edit_record (self->context, record_of (row));
}

static void
delete_cb (AssaySourcingView *self, GtkWidget *button)
{
  AssayRecord *record = record_of (button);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = assay_record_get_id (record);

  g_array_append_val (ids, id);
  assay_context_delete_records (self->context, assay_record_get_kind (record), ids);
}

static void
reach_cb (AssaySourcingView *self, GtkWidget *button)
{
  AssayRecord *record = record_of (button);
  guint field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "field"));

  assay_reach_open (GTK_WIDGET (self), assay_record_describe (record)->fields[field].kind,
                    assay_record_get_text (record, field));
}

static void
files_cb (AssaySourcingView *self, GtkWidget *button)
{
  adw_dialog_present (assay_site_files_new (self->context, record_of (button)), GTK_WIDGET (self));
}

static GtkWidget *
add_button (AssaySourcingView *self,
            GtkWidget *row,
            AssayRecord *record,
            const char *icon,
            const char *tooltip,
            GCallback clicked)
{
  GtkWidget *button = assay_icon_button_new (icon, tooltip);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), RECORD_KEY, g_object_ref (record), g_object_unref);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

/* Everything by which somebody or something can be reached. */
static void
add_reach (AssaySourcingView *self, GtkWidget *row, AssayRecord *record)
{
  const AssayRecordType *type = assay_record_describe (record);

  for (guint i = 0; i < type->n_fields; i++)
    {
      AssayFieldKind kind = type->fields[i].kind;
      g_autofree char *uri = NULL;
      GtkWidget *button;

      if (kind != ASSAY_KIND_MAIL && kind != ASSAY_KIND_PHONE && kind != ASSAY_KIND_LINK)
        continue;
      uri = assay_reach_uri (kind, assay_record_get_text (record, i));
      if (uri == NULL)
        continue;
      button = add_button (self, row, record, assay_reach_icon (kind),
                           kind == ASSAY_KIND_LINK ? assay_field_label (&type->fields[i])
                                                   : assay_reach_verb (kind),
                           G_CALLBACK (reach_cb));
      g_object_set_data (G_OBJECT (button), "field", GUINT_TO_POINTER (i));
    }
}

static void
add_files (AssaySourcingView *self, GtkWidget *row, AssayRecord *site, guint n)
{
  g_autofree char *words
      = n > 0 ? g_strdup_printf (
                    g_dngettext (GETTEXT_PACKAGE, "%u photo or file", "%u photos and files", n), n)
              : g_strdup (_ ("Add Photos"));

  add_button (self, row, site, n > 0 ? "image-x-generic-symbolic" : "camera-photo-symbolic", words,
              G_CALLBACK (files_cb));
}

static void
add_tag (GtkWidget *row, AssaySourcingTag tag)
{
  GtkWidget *label;

  if (tag.words == NULL)
    return;
  label = g_object_new (GTK_TYPE_LABEL, "label", tag.words, "ellipsize", PANGO_ELLIPSIZE_END,
                        "width-chars", (int)MIN (g_utf8_strlen (tag.words, -1), TAG_CHARS),
                        "xalign", 1.0, NULL);
  gtk_widget_add_css_class (label, "caption");
  if (tag.css != NULL)
    gtk_widget_add_css_class (label, tag.css);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

static GtkWidget *
make_row (AssaySourcingView *self,
          const AssaySourcingKind *kind,
          AssayRecord *record,
          const AssaySourcingRows *rows)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = kind->say_title (record);
  g_autofree char *more = kind->say_more (record);
  gint64 id = assay_record_get_id (record);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL ? title : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), more != NULL ? more : "");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  g_object_set_data_full (G_OBJECT (row), RECORD_KEY, g_object_ref (record), g_object_unref);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  add_tag (row, kind->get_tag (record, assay_context_get_today (self->context)));
  add_reach (self, row, record);
  if (kind->type == ASSAY_TYPE_SITE)
    add_files (self, row, record, GPOINTER_TO_UINT (g_hash_table_lookup (rows->pictures, &id)));
  if (is_writable (self))
    add_button (self, row, record, "user-trash-symbolic", _ (kind->remove), G_CALLBACK (delete_cb));
  return row;
}

/* "24 months · spare parts for 36 months", and below it what is covered. */
static char *
say_warranty (AssayRecord *supplier)
{
  static const guint texts[] = { ASSAY_SUPPLIER_WARRANTY_TERMS, ASSAY_SUPPLIER_REPAIR_TERMS };
  g_autoptr (GString) words = g_string_new (NULL);

  if (assay_record_is_known (supplier, ASSAY_SUPPLIER_WARRANTY))
    {
      gint64 months = assay_record_get_integer (supplier, ASSAY_SUPPLIER_WARRANTY, 0);

      g_string_append_printf (words,
                              g_dngettext (GETTEXT_PACKAGE, "%d month of warranty",
                                           "%d months of warranty", (gulong)months),
                              (int)months);
    }
  if (assay_record_is_known (supplier, ASSAY_SUPPLIER_SPARE_PARTS))
    {
      gint64 months = assay_record_get_integer (supplier, ASSAY_SUPPLIER_SPARE_PARTS, 0);

      g_string_append (words, words->len > 0 ? " · " : "");
      g_string_append_printf (words,
                              g_dngettext (GETTEXT_PACKAGE, "spare parts for %d month",
                                           "spare parts for %d months", (gulong)months),
                              (int)months);
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = assay_record_get_text (supplier, texts[i]);

      if (text != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", text);
    }
  return words->len > 0 ? g_string_free_and_steal (g_steal_pointer (&words)) : NULL;
}

void
assay_sourcing_view_show (AssaySourcingView *self,
                          AssayRecord *supplier,
                          const AssaySourcingRows *rows)
{
  g_autofree char *warranty = say_warranty (supplier);
  gboolean any = warranty != NULL;

  g_set_object (&self->supplier, supplier);
  gtk_label_set_label (self->warranty, warranty != NULL ? warranty : "");
  gtk_widget_set_visible (GTK_WIDGET (self->warranty), warranty != NULL);
  for (guint i = 0; i < ASSAY_SOURCING_N_KINDS; i++)
    {
      const AssaySourcingKind *kind = &assay_sourcing_kinds[i];
      GPtrArray *records = rows->rows[i];
      gboolean promised = kind->type == ASSAY_TYPE_REPAIR_PARTNER && warranty != NULL;

      assay_list_box_clear (self->parts[i].list);
      for (guint j = 0; j < records->len; j++)
        gtk_list_box_append (self->parts[i].list,
                             make_row (self, kind, g_ptr_array_index (records, j), rows));
      gtk_widget_set_visible (GTK_WIDGET (self->parts[i].list), records->len > 0);
      gtk_widget_set_visible (self->parts[i].box, records->len > 0 || promised);
      any |= records->len > 0;
    }
  gtk_widget_set_visible (self->empty, !any);
}

static void
assay_sourcing_view_dispose (GObject *object)
{
  AssaySourcingView *self = ASSAY_SOURCING_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->supplier);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (assay_sourcing_view_parent_class)->dispose (object);
}

static void
assay_sourcing_view_class_init (AssaySourcingViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_sourcing_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
make_head (AssaySourcingView *self, const AssaySourcingKind *kind)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title
      = g_object_new (GTK_TYPE_LABEL, "label", _ (kind->title), "xalign", 0.0, "hexpand", TRUE,
                      "wrap", TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  GtkWidget *button = assay_icon_button_new ("list-add-symbolic", _ (kind->create));

  gtk_widget_add_css_class (title, "caption-heading");
  g_object_set_data (G_OBJECT (button), KIND_KEY, (gpointer)kind);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), button);
  return head;
}

static void
add_part (AssaySourcingView *self, guint index)
{
  const AssaySourcingKind *kind = &assay_sourcing_kinds[index];
  Part *part = &self->parts[index];

  part->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  part->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (part->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (part->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (part->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (kind->title), -1);
  gtk_box_append (GTK_BOX (part->box), make_head (self, kind));
  if (kind->type == ASSAY_TYPE_REPAIR_PARTNER)
    gtk_box_append (GTK_BOX (part->box), GTK_WIDGET (self->warranty));
  gtk_box_append (GTK_BOX (part->box), GTK_WIDGET (part->list));
  gtk_widget_set_visible (part->box, FALSE);
  gtk_widget_set_parent (part->box, GTK_WIDGET (self));
}

static void
assay_sourcing_view_init (AssaySourcingView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->warranty = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "selectable", TRUE,
                                 "focusable", FALSE, NULL);
  self->empty = g_object_new (
      GTK_TYPE_LABEL, "label",
      _ ("Nothing is noted yet of its sites, machines, references, repairs and risks."), "xalign",
      0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (self->empty, "dimmed");
  gtk_widget_set_parent (self->empty, GTK_WIDGET (self));
  for (guint i = 0; i < ASSAY_SOURCING_N_KINDS; i++)
    add_part (self, i);
}

AssaySourcingView *
assay_sourcing_view_new (AssayContext *context)
{
  AssaySourcingView *self = g_object_new (ASSAY_TYPE_SOURCING_VIEW, NULL);

  self->context = g_object_ref (context);
  return self;
}

GtkWidget *
assay_sourcing_view_make_button (AssaySourcingView *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("add", G_VARIANT_TYPE_STRING);
  GtkWidget *button = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "list-add-symbolic",
                                    "tooltip-text", _ ("Note Something"), "has-frame", FALSE, NULL);
  GtkWidget *popover;

  for (guint i = 0; i < ASSAY_SOURCING_N_KINDS; i++)
    {
      const AssaySourcingKind *kind = &assay_sourcing_kinds[i];
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (kind->create), NULL);

      g_menu_item_set_action_and_target (item, "sourcing.add", "s",
                                         assay_record_type_get (kind->type)->name);
      g_menu_append_item (menu, item);
    }
  g_signal_connect_object (action, "activate", G_CALLBACK (add_action_cb), self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (button, "sourcing", G_ACTION_GROUP (group));
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Note something"), -1);
  return button;
}
