/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/samples/sample-page.h"

#include <glib/gi18n-lib.h>

#include "record/format.h"
#include "ui/record/figure-tile.h"
#include "ui/record/record-parts.h"
#include "ui/samples/sample-answer.h"
#include "ui/samples/sample-page-private.h"
#include "ui/samples/sample-steps.h"

G_DEFINE_FINAL_TYPE (AssaySamplePage, assay_sample_page, ASSAY_TYPE_RECORD_PAGE)

static void
empty_wrap_box (AdwWrapBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    adw_wrap_box_remove (box, child);
}

/* The way */

static void
add_station (AssaySamplePage *self, const char *name, gboolean passed, gboolean here)
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

/* Requested › On its way › Received › Approved */
static void
show_way (AssaySamplePage *self, AssayRecord *record)
{
  static const char *const stations[] = { "requested", "on_its_way", "received", "decided" };
  const AssayRecordType *type = assay_record_describe (record);
  const AssayField *state = &type->fields[ASSAY_SAMPLE_STATE];
  const char *stored = assay_record_get_text (record, ASSAY_SAMPLE_STATE);
  const char *verdict = assay_record_get_text (record, ASSAY_SAMPLE_VERDICT);
  int here = 0;
  g_autofree char *said = NULL;

  empty_wrap_box (self->way);
  for (guint i = 0; i < G_N_ELEMENTS (stations); i++)
    if (g_strcmp0 (stored, stations[i]) == 0)
      here = (int)i;
  for (guint i = 0; i < G_N_ELEMENTS (stations); i++)
    {
      gboolean decided = i == 3 && here == 3;
      const char *name
          = decided && verdict != NULL
                ? assay_field_choice_label (&type->fields[ASSAY_SAMPLE_VERDICT], verdict)
                : assay_field_choice_label (state, stations[i]);

      add_station (self, name, (int)i < here || (decided && g_strcmp0 (verdict, "rejected") != 0),
                   (int)i == here);
      if ((int)i == here)
        said = g_strdup_printf (_ ("State: %s"), name);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->way), GTK_ACCESSIBLE_PROPERTY_LABEL, said,
                                  -1);
}

static void
step_cb (AssaySamplePage *self, GtkWidget *button)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (self);
  AssayContext *context = assay_record_page_get_context (page);
  AssayRecord *record = assay_record_page_get_record (page);
  AssaySampleStep step = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "step"));

  if (record == NULL)
    return;
  if (assay_sample_step_decides (step))
    assay_sample_decide_ask (context, record, step, self->failed, GTK_WIDGET (self));
  else
    assay_sample_step_take (context, record, step, NULL, NULL);
}

static void
next_cb (AssaySamplePage *self)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (self);
  AssayRecord *record = assay_record_page_get_record (page);

  if (record != NULL)
    assay_sample_make_next (assay_record_page_get_context (page), assay_record_get_id (record));
}

static GtkWidget *
add_button (AssaySamplePage *self, const char *label, gboolean suggested)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  adw_wrap_box_append (self->buttons, button);
  return button;
}

static gboolean
is_read_only (AssaySamplePage *self)
{
  AssayBook *book
      = assay_context_get_book (assay_record_page_get_context (ASSAY_RECORD_PAGE (self)));

  return book == NULL || assay_book_is_read_only (book);
}

static gboolean
is_decided (AssayRecord *record)
{
  return g_strcmp0 (assay_record_get_text (record, ASSAY_SAMPLE_STATE), "decided") == 0;
}

static void
show_buttons (AssaySamplePage *self, AssayRecord *record)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->buttons));

  empty_wrap_box (self->buttons);
  if (is_read_only (self))
    return;
  for (AssaySampleStep step = 0; step < ASSAY_SAMPLE_N_STEPS; step++)
    {
      GtkWidget *button;

      if (!assay_sample_step_is_possible (record, step))
        continue;
      button = add_button (self, assay_sample_step_label (step),
                           step == ASSAY_SAMPLE_RECEIVE
                               || (step == ASSAY_SAMPLE_APPROVE && self->failed == NULL));
      g_object_set_data (G_OBJECT (button), "step", GUINT_TO_POINTER (step));
      g_signal_connect_object (button, "clicked", G_CALLBACK (step_cb), self, G_CONNECT_SWAPPED);
    }
  if (is_decided (record))
    g_signal_connect_object (add_button (self, _ ("_Next Round"), TRUE), "clicked",
                             G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  /* The next step is where the last one was. */
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self->buttons), GTK_DIR_TAB_FORWARD);
}

/* Figures */

/* @format takes the number of days, in its form for as many. */
static char *
dup_number (gint32 days, const char *format)
{
  g_autofree char *number = assay_format_number (days);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  return g_strjoinv (number, parts);
}

/* Late is what has not come by its day, or came after it. */
static void
show_due (AssaySamplePage *self, AssayRecord *record)
{
  gint32 today = assay_context_get_today (assay_record_page_get_context (ASSAY_RECORD_PAGE (self)));
  gint32 due = assay_record_get_date (record, ASSAY_SAMPLE_DUE_ON);
  gint32 received = assay_record_get_date (record, ASSAY_SAMPLE_RECEIVED_ON);
  const char *state = assay_record_get_text (record, ASSAY_SAMPLE_STATE);
  gboolean waits = g_strcmp0 (state, "requested") == 0 || g_strcmp0 (state, "on_its_way") == 0;
  g_autofree char *value = due != ASSAY_DATE_UNKNOWN ? assay_date_format (due) : NULL;
  gint32 until = received != ASSAY_DATE_UNKNOWN ? received : today;
  g_autofree char *words = NULL;

  assay_figure_tile_set_claim (self->due, NULL, ASSAY_CLAIM_UNKNOWN);
  if (due == ASSAY_DATE_UNKNOWN)
    {
      assay_figure_tile_set (self->due, _ ("Not set"), NULL);
      return;
    }
  if ((waits || received != ASSAY_DATE_UNKNOWN) && until > due)
    {
      assay_figure_tile_set (self->due, value, NULL);
      words = waits ? dup_number (until - due,
                                  g_dngettext (GETTEXT_PACKAGE, "Overdue by %s day",
                                               "Overdue by %s days", (gulong)(until - due)))
                    : dup_number (until - due,
                                  g_dngettext (GETTEXT_PACKAGE, "Came %s day late",
                                               "Came %s days late", (gulong)(until - due)));
      assay_figure_tile_set_claim (self->due, words, ASSAY_CLAIM_REFUTED);
      return;
    }
  words = !waits ? NULL
          : due == today
              ? g_strdup (_ ("Today"))
              : dup_number (due - today, g_dngettext (GETTEXT_PACKAGE, "In %s day", "In %s days",
                                                      (gulong)(due - today)));
  assay_figure_tile_set (self->due, value, words);
}

static void
show_received (AssaySamplePage *self, AssayRecord *record)
{
  gint32 requested = assay_record_get_date (record, ASSAY_SAMPLE_REQUESTED_ON);
  gint32 received = assay_record_get_date (record, ASSAY_SAMPLE_RECEIVED_ON);
  const char *courier = assay_record_get_text (record, ASSAY_SAMPLE_COURIER);
  const char *tracking = assay_record_get_text (record, ASSAY_SAMPLE_TRACKING);
  g_autofree char *value = NULL, *words = NULL;

  if (received == ASSAY_DATE_UNKNOWN)
    {
      words = courier != NULL && tracking != NULL ? g_strdup_printf ("%s %s", courier, tracking)
                                                  : g_strdup (courier);
      assay_figure_tile_set (self->received, _ ("Not yet"), words);
      return;
    }
  value = assay_date_format (received);
  if (requested != ASSAY_DATE_UNKNOWN && received >= requested)
    words = dup_number (received - requested,
                        g_dngettext (GETTEXT_PACKAGE, "%s day after the request",
                                     "%s days after the request", (gulong)(received - requested)));
  assay_figure_tile_set (self->received, value, words);
}

static void
show_tests_tile (AssaySamplePage *self, const AssaySampleTests *counts)
{
  g_autofree char *words = assay_sample_tests_dup_words (counts);
  g_autofree char *value = g_strdup_printf ("%u/%u", counts->passed, counts->n);

  if (counts->n == 0)
    assay_figure_tile_set (self->tested, _ ("None"), NULL);
  else
    /* Translators: tests that passed, of how many: "9/12" */
    assay_figure_tile_set (self->tested, value, counts->failed > 0 ? NULL : words);
  assay_figure_tile_set_claim (self->tested, NULL, ASSAY_CLAIM_UNKNOWN);
  if (counts->failed > 0)
    {
      g_autofree char *failed = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u failed", "%u failed", counts->failed), counts->failed);

      assay_figure_tile_set_claim (self->tested, failed, ASSAY_CLAIM_REFUTED);
    }
}

/* What it cost, courier and all; where only one of the two is known, that. */
static void
show_cost (AssaySamplePage *self, AssayRecord *record)
{
  const AssayField *field = &assay_record_describe (record)->fields[ASSAY_SAMPLE_COST];
  gboolean known = assay_record_is_known (record, ASSAY_SAMPLE_COST)
                   || assay_record_is_known (record, ASSAY_SAMPLE_COURIER_COST);
  AssayValue sum = { .type = ASSAY_VALUE_INTEGER };
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->cost), known);
  if (!known
      || __builtin_add_overflow (assay_record_get_integer (record, ASSAY_SAMPLE_COST, 0),
                                 assay_record_get_integer (record, ASSAY_SAMPLE_COURIER_COST, 0),
                                 &sum.integer))
    return;
  words = assay_format_value_display (
      field, &sum, assay_record_get_text (record, ASSAY_SAMPLE_CURRENCY), ASSAY_UNITS_METRIC);
  assay_figure_tile_set (self->cost, words,
                         assay_record_get_flag (record, ASSAY_SAMPLE_REFUNDED)
                             ? _ ("Credited on the order")
                             : _ ("With the courier"));
}

static void
show_tiles (AssaySamplePage *self, AssayRecord *record, const AssaySampleAnswer *answer)
{
  show_due (self, record);
  show_received (self, record);
  show_tests_tile (self, &answer->counts);
  show_cost (self, record);
}

/* "Proto 2 · Travel backpack 38 · Black · Sao Mai" */
static void
show_heading (AssaySamplePage *self, AssayRecord *record)
{
  static const guint fields[]
      = { ASSAY_SAMPLE_PRODUCT, ASSAY_SAMPLE_VARIANT, ASSAY_SAMPLE_SUPPLIER };
  g_autofree char *round = assay_sample_dup_round (record);
  g_autoptr (GString) words = g_string_new (round);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (assay_record_get_reference_title (record, fields[i]) != NULL)
      g_string_append_printf (words, " · %s", assay_record_get_reference_title (record, fields[i]));
  gtk_label_set_label (self->heading, words->str);
}

static void
show_comments (AssaySamplePage *self, AssayRecord *record)
{
  const char *comments = assay_record_get_text (record, ASSAY_SAMPLE_COMMENTS);

  gtk_label_set_label (self->comments,
                       comments != NULL ? comments : _ ("Nothing is said to the supplier yet"));
  if (comments == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->comments), "dimmed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->comments), "dimmed");
}

static void
show_take (AssaySamplePage *self, guint missing)
{
  g_autofree char *label
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Add %u Test of the Product",
                                      "_Add %u Tests of the Product", missing),
                         missing);

  gtk_button_set_label (GTK_BUTTON (self->take), label);
  gtk_widget_set_visible (self->take, missing > 0 && !is_read_only (self));
}

static void
assay_sample_page_show (AssayRecordPage *page, AssayRecord *record, gpointer data)
{
  AssaySamplePage *self = ASSAY_SAMPLE_PAGE (page);
  g_autoptr (AssaySampleAnswer) answer = data;

  g_set_str (&self->failed, answer->failed);
  show_heading (self, record);
  show_way (self, record);
  show_buttons (self, record);
  show_tiles (self, record, answer);
  show_take (self, is_decided (record) ? 0 : answer->missing);
  show_comments (self, record);
  assay_result_list_set_tests (self->tests, answer->tests);
  assay_sample_rounds_show (self->rounds, answer->rounds, assay_record_get_id (record));
  assay_test_compare_show (self->compare, assay_record_get_reference (record, ASSAY_SAMPLE_PRODUCT),
                           assay_record_is_known (record, ASSAY_SAMPLE_PRODUCT)
                               ? 0
                               : assay_record_get_reference (record, ASSAY_SAMPLE_SUPPLIER));
  assay_record_parts_show (&self->parts, record);
}

static void
assay_sample_page_finalize (GObject *object)
{
  g_free (ASSAY_SAMPLE_PAGE (object)->failed);

  G_OBJECT_CLASS (assay_sample_page_parent_class)->finalize (object);
}

static void
assay_sample_page_class_init (AssaySamplePageClass *klass)
{
  AssayRecordPageClass *page_class = ASSAY_RECORD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = assay_sample_page_finalize;
  page_class->type = ASSAY_TYPE_SAMPLE;
  page_class->read = assay_sample_answer_read;
  page_class->free_answer = (GDestroyNotify)assay_sample_answer_free;
  page_class->show = assay_sample_page_show;
  assay_sample_page_install_actions (GTK_WIDGET_CLASS (klass));
}

static void
assay_sample_page_init (AssaySamplePage *self)
{
}
