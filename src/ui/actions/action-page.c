/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/actions/action-page.h"

#include <glib/gi18n-lib.h>

#include "insight/corrective-actions.h"
#include "record/format.h"
#include "ui/actions/action-check.h"
#include "ui/actions/action-steps.h"
#include "ui/record/figure-tile.h"
#include "ui/record/record-parts.h"

#define ASSAY_TYPE_ACTION_PAGE (assay_action_page_get_type ())
G_DECLARE_FINAL_TYPE (AssayActionPage, assay_action_page, ASSAY, ACTION_PAGE, AssayRecordPage)

/* The texts of an action, each under its heading, in the order in which they come about. */
static const struct
{
  guint field;
  const char *title;
  const char *empty;
} texts[] = {
  { ASSAY_CORRECTIVE_ACTION_CAUSE, N_ ("Cause"), N_ ("Why did it happen? Not said yet") },
  { ASSAY_CORRECTIVE_ACTION_ACTION, N_ ("What Is Done"),
    N_ ("What is done so that it does not come back? Not said yet") },
  { ASSAY_CORRECTIVE_ACTION_EVIDENCE, N_ ("Evidence"),
    N_ ("What shows that it was done? Say it here and attach photos and files") },
  { ASSAY_CORRECTIVE_ACTION_CHECK_NOTE, N_ ("Closing Check"), N_ ("Not checked yet") },
  { ASSAY_CORRECTIVE_ACTION_NOTE, N_ ("Notes"), N_ ("No notes") },
};

struct _AssayActionPage
{
  AssayRecordPage parent_instance;

  AssayRecordParts parts;
  AdwWrapBox *way;
  AdwWrapBox *buttons;
  AssayFigureTile *due;
  AssayFigureTile *owner;
  AssayFigureTile *inspection;
  AssayFigureTile *supplier;
  GtkLabel *texts[G_N_ELEMENTS (texts)];
};

G_DEFINE_FINAL_TYPE (AssayActionPage, assay_action_page, ASSAY_TYPE_RECORD_PAGE)

static void
empty_wrap_box (AdwWrapBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    adw_wrap_box_remove (box, child);
}

/* The way */

static void
add_station (AssayActionPage *self, const char *name, gboolean passed, gboolean here)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);

  if (gtk_widget_get_first_child (GTK_WIDGET (self->way)) != NULL)
    {
      GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

      gtk_widget_add_css_class (arrow, "dimmed");
      gtk_box_append (GTK_BOX (box), arrow);
    }
  if (passed)
    {
      GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

      gtk_widget_add_css_class (mark, "success");
      gtk_box_append (GTK_BOX (box), mark);
    }
  gtk_widget_add_css_class (label, here ? "heading" : "dimmed");
  gtk_box_append (GTK_BOX (box), label);
  adw_wrap_box_append (self->way, box);
}

/* Open › In progress › Done › Closed; what is cancelled went no such way. */
static void
show_way (AssayActionPage *self, AssayRecord *record)
{
  static const char *const stations[] = { "open", "in_progress", "done", "closed" };
  const AssayField *field = &assay_record_describe (record)->fields[ASSAY_CORRECTIVE_ACTION_STATE];
  const char *state = assay_record_get_text (record, ASSAY_CORRECTIVE_ACTION_STATE);
  const char *words = assay_field_choice_label (field, state);
  g_autofree char *said = g_strdup_printf (_ ("State: %s"), words != NULL ? words : "");
  int here = -1;

  empty_wrap_box (self->way);
  for (guint i = 0; i < G_N_ELEMENTS (stations); i++)
    if (g_strcmp0 (state, stations[i]) == 0)
      here = (int)i;
  if (here < 0)
    add_station (self, words != NULL ? words : "", FALSE, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (stations) && here >= 0; i++)
    add_station (self, assay_field_choice_label (field, stations[i]),
                 (int)i < here || (i == 3 && here == 3), (int)i == here);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->way), GTK_ACCESSIBLE_PROPERTY_LABEL, said,
                                  -1);
}

static void
step_cb (AssayActionPage *self, GtkWidget *button)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (self);
  AssayActionStep step = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "step"));

  assay_action_step_take (assay_record_page_get_context (page), assay_record_page_get_record (page),
                          step);
}

static void
check_cb (AssayActionPage *self)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (self);

  assay_action_check_ask (assay_record_page_get_context (page), assay_record_page_get_record (page),
                          GTK_WIDGET (self));
}

static GtkWidget *
add_button (AssayActionPage *self, const char *label, gboolean suggested)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  adw_wrap_box_append (self->buttons, button);
  return button;
}

static void
show_buttons (AssayActionPage *self, AssayRecord *record)
{
  AssayBook *book
      = assay_context_get_book (assay_record_page_get_context (ASSAY_RECORD_PAGE (self)));
  const char *state = assay_record_get_text (record, ASSAY_CORRECTIVE_ACTION_STATE);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->buttons));

  empty_wrap_box (self->buttons);
  if (book == NULL || assay_book_is_read_only (book))
    return;
  if (g_strcmp0 (state, "done") == 0)
    g_signal_connect_object (add_button (self, _ ("Check and _Close…"), TRUE), "clicked",
                             G_CALLBACK (check_cb), self, G_CONNECT_SWAPPED);
  for (AssayActionStep step = 0; step < ASSAY_ACTION_N_STEPS; step++)
    {
      GtkWidget *button;

      if (!assay_action_step_is_possible (record, step))
        continue;
      button = add_button (self, assay_action_step_label (step), step == ASSAY_ACTION_MARK_DONE);
      g_object_set_data (G_OBJECT (button), "step", GUINT_TO_POINTER (step));
      g_signal_connect_object (button, "clicked", G_CALLBACK (step_cb), self, G_CONNECT_SWAPPED);
    }
  /* The next step is where the last one was. */
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self->buttons), GTK_DIR_TAB_FORWARD);
}

/* Figures */

/* "3 days late", "in 5 days" */
static char *
say_how_far (gint32 due, gint32 today)
{
  gulong n = (gulong)ABS (due - today);
  g_autofree char *number = assay_format_number ((gint64)n);

  if (due == today)
    return g_strdup (_ ("Today"));
  if (due < today)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Overdue by %s day", "Overdue by %s days", n), number);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "In %s day", "In %s days", n), number);
}

static void
show_due (AssayActionPage *self, AssayRecord *record)
{
  gint32 today = assay_context_get_today (assay_record_page_get_context (ASSAY_RECORD_PAGE (self)));
  gint32 due = assay_record_get_date (record, ASSAY_CORRECTIVE_ACTION_DUE_ON);
  const char *state = assay_record_get_text (record, ASSAY_CORRECTIVE_ACTION_STATE);
  gboolean waits = g_strcmp0 (state, "closed") != 0 && g_strcmp0 (state, "cancelled") != 0;
  g_autofree char *value = due != ASSAY_DATE_UNKNOWN ? assay_date_format (due) : NULL;
  g_autofree char *words = due != ASSAY_DATE_UNKNOWN && waits ? say_how_far (due, today) : NULL;

  if (assay_corrective_action_is_overdue (record, today))
    {
      assay_figure_tile_set (self->due, value, NULL);
      assay_figure_tile_set_claim (self->due, words, ASSAY_CLAIM_REFUTED);
      return;
    }
  assay_figure_tile_set (self->due, value != NULL ? value : _ ("Not set"), words);
  assay_figure_tile_set_claim (self->due, NULL, ASSAY_CLAIM_UNKNOWN);
}

static void
show_tiles (AssayActionPage *self, AssayRecord *record)
{
  const char *inspection
      = assay_record_get_reference_title (record, ASSAY_CORRECTIVE_ACTION_INSPECTION);
  const char *owner = assay_record_get_text (record, ASSAY_CORRECTIVE_ACTION_OWNER);

  show_due (self, record);
  assay_figure_tile_set (self->owner, owner != NULL ? owner : _ ("Nobody yet"), NULL);
  assay_figure_tile_set (
      self->supplier, assay_record_get_reference_title (record, ASSAY_CORRECTIVE_ACTION_SUPPLIER),
      assay_record_get_reference_title (record, ASSAY_CORRECTIVE_ACTION_PRODUCT));
  assay_figure_tile_set (
      self->inspection, inspection,
      assay_record_get_reference_title (record, ASSAY_CORRECTIVE_ACTION_DEFECT_TYPE));
  gtk_widget_set_visible (GTK_WIDGET (self->inspection), inspection != NULL);
}

/* "It worked · 27 May 2026 · Anna" before what was seen. */
static char *
describe_check (AssayRecord *record)
{
  static const guint fields[]
      = { ASSAY_CORRECTIVE_ACTION_EFFECTIVE, ASSAY_CORRECTIVE_ACTION_CHECKED_ON,
          ASSAY_CORRECTIVE_ACTION_CHECKED_BY };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *line = NULL;
  const char *note = assay_record_get_text (record, ASSAY_CORRECTIVE_ACTION_CHECK_NOTE);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (assay_record_is_known (record, fields[i]))
      g_strv_builder_take (builder, assay_format_display (record, fields[i], 0));
  parts = g_strv_builder_end (builder);
  line = g_strjoinv (" · ", parts);
  if (note == NULL)
    return *line != '\0' ? g_steal_pointer (&line) : NULL;
  return *line != '\0' ? g_strdup_printf ("%s\n%s", line, note) : g_strdup (note);
}

static void
show_texts (AssayActionPage *self, AssayRecord *record)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *words = texts[i].field == ASSAY_CORRECTIVE_ACTION_CHECK_NOTE
                                   ? describe_check (record)
                                   : g_strdup (assay_record_get_text (record, texts[i].field));

      gtk_label_set_label (self->texts[i], words != NULL ? words : _ (texts[i].empty));
      if (words == NULL)
        gtk_widget_add_css_class (GTK_WIDGET (self->texts[i]), "dimmed");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self->texts[i]), "dimmed");
    }
}

static void
assay_action_page_show (AssayRecordPage *page, AssayRecord *record, gpointer data)
{
  AssayActionPage *self = ASSAY_ACTION_PAGE (page);

  show_way (self, record);
  show_buttons (self, record);
  show_tiles (self, record);
  show_texts (self, record);
  assay_record_parts_show (&self->parts, record);
}

static void
assay_action_page_class_init (AssayActionPageClass *klass)
{
  AssayRecordPageClass *page_class = ASSAY_RECORD_PAGE_CLASS (klass);

  page_class->type = ASSAY_TYPE_CORRECTIVE_ACTION;
  page_class->show = assay_action_page_show;
}

static void
assay_action_page_init (AssayActionPage *self)
{
}

static void
open_reference (AssayActionPage *self, guint field)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (self);
  AssayRecord *record = assay_record_page_get_record (page);
  gint64 id = record != NULL ? assay_record_get_reference (record, field) : 0;

  if (id != 0)
    assay_context_show_record (assay_record_page_get_context (page),
                               assay_record_describe (record)->fields[field].reference, id);
}

static void
inspection_cb (AssayActionPage *self)
{
  open_reference (self, ASSAY_CORRECTIVE_ACTION_INSPECTION);
}

static void
supplier_cb (AssayActionPage *self)
{
  open_reference (self, ASSAY_CORRECTIVE_ACTION_SUPPLIER);
}

static void
edit_cb (AssayActionPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "record.edit", NULL);
}

static AssayFigureTile *
add_tile (
    AssayActionPage *self, AdwWrapBox *box, const char *title, const char *tooltip, GCallback func)
{
  AssayFigureTile *tile = assay_figure_tile_new (title);

  adw_wrap_box_append (box, GTK_WIDGET (tile));
  gtk_widget_set_tooltip_text (GTK_WIDGET (tile), tooltip);
  g_signal_connect_object (tile, "clicked", func, self, G_CONNECT_SWAPPED);
  return tile;
}

static void
add_head (AssayActionPage *self)
{
  GtkBox *head = assay_record_page_get_head (ASSAY_RECORD_PAGE (self));
  AdwWrapBox *tiles = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 12, "line-spacing", 12,
                                    "justify", ADW_JUSTIFY_FILL, "justify-last-line", TRUE, NULL);
  AdwWrapBox *bar = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 24, "line-spacing", 12, NULL);

  self->way = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 9, "line-spacing", 6, "valign",
                            GTK_ALIGN_CENTER, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  self->buttons = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "line-spacing", 6, NULL);
  adw_wrap_box_append (bar, GTK_WIDGET (self->way));
  adw_wrap_box_append (bar, GTK_WIDGET (self->buttons));
  gtk_box_append (head, GTK_WIDGET (bar));

  self->due = add_tile (self, tiles, _ ("Due"), _ ("Edit"), G_CALLBACK (edit_cb));
  self->owner = add_tile (self, tiles, _ ("Owner"), _ ("Edit"), G_CALLBACK (edit_cb));
  self->supplier
      = add_tile (self, tiles, _ ("Supplier"), _ ("Show the Supplier"), G_CALLBACK (supplier_cb));
  self->inspection = add_tile (self, tiles, _ ("Inspection"), _ ("Show the Inspection"),
                               G_CALLBACK (inspection_cb));
  gtk_box_append (head, GTK_WIDGET (tiles));
}

static void
add_texts (AssayActionPage *self)
{
  GtkBox *main = assay_record_page_get_main (ASSAY_RECORD_PAGE (self));

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget *card = adw_bin_new (), *button, *section;

      self->texts[i]
          = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                          PANGO_WRAP_WORD_CHAR, "selectable", TRUE, "margin-top", 12,
                          "margin-bottom", 12, "margin-start", 12, "margin-end", 12, NULL);
      gtk_widget_set_focusable (GTK_WIDGET (self->texts[i]), FALSE);
      adw_bin_set_child (ADW_BIN (card), GTK_WIDGET (self->texts[i]));
      gtk_widget_add_css_class (card, "card");
      section = assay_section_new (_ (texts[i].title), card);
      button = assay_icon_button_new ("document-edit-symbolic", _ ("Edit"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "record.edit");
      assay_section_add_button (ASSAY_SECTION (section), button);
      gtk_box_append (main, section);
    }
}

AdwNavigationPage *
assay_action_page_new (AssayContext *context, gint64 id)
{
  AdwNavigationPage *page = assay_record_page_new (ASSAY_TYPE_ACTION_PAGE, context, id);
  AssayActionPage *self = ASSAY_ACTION_PAGE (page);

  add_head (self);
  add_texts (self);
  assay_record_parts_add (&self->parts, ASSAY_RECORD_PAGE (page));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assay_facts_view_hide_field (self->parts.facts, texts[i].field);
  return page;
}
