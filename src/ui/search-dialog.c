/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/search-dialog.h"

#include <glib/gi18n-lib.h>

#include "store/search.h"
#include "ui/init.h"

#define MAX_HITS    300
#define MAX_OF_TYPE 10

struct _AssaySearchDialog
{
  AdwDialog parent_instance;

  GtkSearchEntry *entry;
  GtkStack *states;
  GtkListBox *results;

  AssayContext *context;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AssaySearchDialog, assay_search_dialog, ADW_TYPE_DIALOG)

static const AssaySearchHit *
hit_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "hit");
}

static GtkWidget *
make_row (const AssaySearchHit *hit)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const AssayRecordType *type = assay_record_type_get (hit->type);
  const char *lines[] = { hit->title, hit->subtitle };
  AssaySearchHit *copy;
  g_autofree char *spoken
      = g_strdup_printf ("%s: %s", assay_record_type_label (type), hit->title ? hit->title : "");

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      GtkWidget *label = gtk_label_new (lines[i]);

      if (i > 0 && (!lines[i] || !*lines[i]))
        {
          g_object_ref_sink (label);
          g_object_unref (label);
          continue;
        }
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      if (i > 0)
        {
          gtk_widget_add_css_class (label, "caption");
          gtk_widget_add_css_class (label, "dimmed");
        }
      gtk_box_append (GTK_BOX (words), label);
    }
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (type->icon));
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  copy = g_new (AssaySearchHit, 1);
  *copy = (AssaySearchHit){ hit->type, hit->id, g_strdup (hit->title), g_strdup (hit->subtitle) };
  g_object_set_data_full (G_OBJECT (row), "hit", copy, (GDestroyNotify)assay_search_hit_free);
  return row;
}

static void
add_heading (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  GtkWidget *label;

  if (before && hit_of (before)->type == hit_of (row)->type)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (assay_record_type_plural (assay_record_type_get (hit_of (row)->type)));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_top (label, before ? 12 : 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_widget_set_margin_start (label, 12);
  gtk_list_box_row_set_header (row, label);
}

/* What one would look for first stands first; within a type the best hits. */
static GPtrArray *
group_hits (GPtrArray *hits)
{
  static const AssayType order[] = {
    ASSAY_TYPE_SUPPLIER,        ASSAY_TYPE_PRODUCT,
    ASSAY_TYPE_ORDER,           ASSAY_TYPE_INSPECTION,
    ASSAY_TYPE_CONTACT,         ASSAY_TYPE_ORDER_LINE,
    ASSAY_TYPE_DELIVERY,        ASSAY_TYPE_PROMISE,
    ASSAY_TYPE_DEFECT,          ASSAY_TYPE_CORRECTIVE_ACTION,
    ASSAY_TYPE_CHECKPOINT,      ASSAY_TYPE_MILESTONE,
    ASSAY_TYPE_ATTACHMENT,      ASSAY_TYPE_DEFECT_TYPE,
    ASSAY_TYPE_CHECKLIST,       ASSAY_TYPE_CHECKLIST_ITEM,
    ASSAY_TYPE_PLAN_PROFILE,    ASSAY_TYPE_MILESTONE_PLAN,
    ASSAY_TYPE_MILESTONE_STEP,  ASSAY_TYPE_BLACKOUT,
    ASSAY_TYPE_EXCHANGE_RATE,   ASSAY_TYPE_DEMAND,
    ASSAY_TYPE_SCORECARD,       ASSAY_TYPE_CRITERION,
    ASSAY_TYPE_ASSESSMENT,      ASSAY_TYPE_SITE,
    ASSAY_TYPE_CAPABILITY,      ASSAY_TYPE_REFERENCE_CALL,
    ASSAY_TYPE_REPAIR_PARTNER,  ASSAY_TYPE_RISK,
    ASSAY_TYPE_SUPPLIER_NAME,   ASSAY_TYPE_VARIANT,
    ASSAY_TYPE_COMPONENT,       ASSAY_TYPE_REQUIREMENT,
    ASSAY_TYPE_TEST_PROTOCOL,   ASSAY_TYPE_PROTOCOL_TEST,
    ASSAY_TYPE_SAMPLE,          ASSAY_TYPE_SAMPLE_TEST,
    ASSAY_TYPE_SCHEME,          ASSAY_TYPE_EVIDENCE,
    ASSAY_TYPE_VERIFICATION,    ASSAY_TYPE_AUDIT_FINDING,
    ASSAY_TYPE_CLAIM,           ASSAY_TYPE_CLAIM_KIND,
    ASSAY_TYPE_CLAIM_NEED,      ASSAY_TYPE_CLAIM_WORD,
    ASSAY_TYPE_DILIGENCE,       ASSAY_TYPE_DILIGENCE_ITEM,
    ASSAY_TYPE_DILIGENCE_CHECK,
  };
  GPtrArray *grouped = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      guint shown = 0;

      for (guint j = 0; j < hits->len && shown < MAX_OF_TYPE; j++)
        if (((AssaySearchHit *)g_ptr_array_index (hits, j))->type == order[i])
          {
            g_ptr_array_add (grouped, g_ptr_array_index (hits, j));
            shown++;
          }
    }
  return grouped;
}

static void
show_hits (AssaySearchDialog *self, GPtrArray *hits)
{
  g_autoptr (GPtrArray) grouped = group_hits (hits);
  g_autofree char *count = NULL;

  gtk_list_box_remove_all (self->results);
  for (guint i = 0; i < grouped->len; i++)
    gtk_list_box_append (self->results, make_row (g_ptr_array_index (grouped, i)));
  gtk_list_box_select_row (self->results, gtk_list_box_get_row_at_index (self->results, 0));
  gtk_stack_set_visible_child_name (self->states, grouped->len > 0 ? "results" : "nothing");
  count = grouped->len > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u result",
                                                           "%u results", grouped->len),
                                              grouped->len)
                           : g_strdup (_ ("No results found"));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), count,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static gboolean
search (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  *result = assay_search_run (db, data, MAX_HITS, error);
  return *result != NULL;
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssaySearchDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = assay_book_ask_finish (ASSAY_BOOK (source), result, &error);

  if (!self->context || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!hits)
    {
      assay_context_failed (self->context, _ ("The Search Failed"), error);
      return;
    }
  show_hits (self, hits);
}

static void
search_changed_cb (AssaySearchDialog *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  AssayBook *book = assay_context_get_book (self->context);
  g_autofree char *stripped = g_strstrip (g_strdup (words));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (!*stripped || !book)
    {
      gtk_stack_set_visible_child_name (self->states, "hint");
      gtk_list_box_remove_all (self->results);
      return;
    }
  self->cancellable = g_cancellable_new ();
  assay_book_ask_async (book, search, g_strdup (stripped), g_free,
                        (GDestroyNotify)g_ptr_array_unref, self->cancellable, found_cb,
                        g_object_ref (self));
}

static void
row_activated_cb (AssaySearchDialog *self, GtkListBoxRow *row)
{
  g_autoptr (AssayContext) context = g_object_ref (self->context);
  AssayType type = hit_of (row)->type;
  gint64 id = hit_of (row)->id;

  adw_dialog_close (ADW_DIALOG (self));
  assay_context_show_record (context, type, id);
}

static void
activate_cb (AssaySearchDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->results);

  if (row)
    row_activated_cb (self, row);
}

static void
stop_search_cb (AssaySearchDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* The arrows walk the results while the focus stays where one types. */
static gboolean
key_pressed_cb (AssaySearchDialog *self, guint key)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->results);
  int step = key == GDK_KEY_Down ? 1 : (key == GDK_KEY_Up ? -1 : 0);
  graphene_rect_t bounds;

  if (step == 0 || !row)
    return GDK_EVENT_PROPAGATE;
  row = gtk_list_box_get_row_at_index (self->results, gtk_list_box_row_get_index (row) + step);
  if (!row)
    return GDK_EVENT_STOP;
  gtk_list_box_select_row (self->results, row);
  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->results), &bounds))
    {
      GtkAdjustment *adjustment = gtk_list_box_get_adjustment (self->results);

      if (adjustment)
        gtk_adjustment_clamp_page (adjustment, bounds.origin.y,
                                   bounds.origin.y + bounds.size.height);
    }
  gtk_accessible_announce (GTK_ACCESSIBLE (self), hit_of (row)->title ? hit_of (row)->title : "",
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  return GDK_EVENT_STOP;
}

static void
assay_search_dialog_dispose (GObject *object)
{
  AssaySearchDialog *self = ASSAY_SEARCH_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_SEARCH_DIALOG);

  G_OBJECT_CLASS (assay_search_dialog_parent_class)->dispose (object);
}

static void
assay_search_dialog_class_init (AssaySearchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_search_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, ASSAY_UI_RESOURCES "search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AssaySearchDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, AssaySearchDialog, states);
  gtk_widget_class_bind_template_child (widget_class, AssaySearchDialog, results);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
assay_search_dialog_init (AssaySearchDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->results, add_heading, NULL, NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

AdwDialog *
assay_search_dialog_new (AssayContext *context)
{
  AssaySearchDialog *self = g_object_new (ASSAY_TYPE_SEARCH_DIALOG, NULL);

  self->context = g_object_ref (context);
  return ADW_DIALOG (self);
}
