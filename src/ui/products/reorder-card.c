/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/products/reorder-card.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "chart/demand-chart.h"
#include "record/date.h"
#include "record/format.h"
#include "store/records.h"
#include "ui/record/explanation-dialog.h"
#include "ui/record/figure-tile.h"
#include "ui/record/rows-chart.h"
#include "ui/record/section.h"

#define CHART_HEIGHT 200
#define TILE_WIDTH   220

struct _AssayReorderCard
{
  AdwBin parent_instance;

  AssayRecordPage *page; /* borrowed: it holds the card */
  AssaySection *section;
  GtkBox *when_box;
  GtkImage *when_icon;
  GtkLabel *when, *saved;
  GtkWidget *tiles;
  AssayFigureTile *order, *stock, *point, *safety;
  AdwPreferencesGroup *facts;
  AdwActionRow *demand, *lead, *level;
  AdwEntryRow *entry;
  AssayChartFrame *chart;
  gint32 month; /* that the entry is for */
};

G_DEFINE_FINAL_TYPE (AssayReorderCard, assay_reorder_card, ADW_TYPE_BIN)

static gint64
product_id (AssayReorderCard *self)
{
  AssayRecord *product = assay_record_page_get_record (self->page);

  return product != NULL ? assay_record_get_id (product) : 0;
}

/* Typing a month */

static gboolean
insert_func (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  return assay_records_insert (db, data, error);
}

static void
inserted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayReorderCard) self = data;
  g_autoptr (GError) error = NULL;
  AssayContext *context = assay_record_page_get_context (self->page);

  assay_book_change_finish (ASSAY_BOOK (source), result, &error);
  if (context == NULL)
    return;
  if (error != NULL)
    assay_context_failed (context, _ ("The Month Was Not Saved"), error);
  else
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      assay_context_toast_undo (context, _ ("Demand of a month added"));
    }
}

/* The number typed, or -1. */
static gint64
read_quantity (AssayReorderCard *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  gint64 quantity;

  return assay_format_parse_decimal (text, 0, TRUE, &quantity, NULL) && quantity >= 0 ? quantity
                                                                                      : -1;
}

static void
typed_cb (AssayReorderCard *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  gboolean wrong = *text != '\0' && read_quantity (self) < 0;

  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
apply_cb (AssayReorderCard *self)
{
  AssayBook *book = assay_context_get_book (assay_record_page_get_context (self->page));
  gint64 quantity = read_quantity (self);
  g_autoptr (AssayRecord) demand = NULL;

  if (quantity < 0 || book == NULL || product_id (self) == 0)
    return;
  demand = assay_record_new (ASSAY_TYPE_DEMAND);
  assay_record_set_reference (demand, ASSAY_DEMAND_PRODUCT, product_id (self));
  assay_record_set_date (demand, ASSAY_DEMAND_MONTH, self->month);
  assay_record_set_integer (demand, ASSAY_DEMAND_QUANTITY, quantity);
  assay_book_change_async (book, _ ("Add demand of a month"), insert_func,
                           g_steal_pointer (&demand), g_object_unref, NULL, NULL, inserted_cb,
                           g_object_ref (self));
}

static gint32
month_before (gint32 month)
{
  return assay_date_month_start (month - 1);
}

static gint32
month_after (gint32 month)
{
  return assay_date_month_start (month + 31);
}

/* A year back at first, then month by month up to the last one that is over; after that further
 * back. */
static gint32
next_month (const AssayReorder *reorder, gint32 today)
{
  gint32 over = month_before (assay_date_month_start (today)), month = over;
  gint32 last;

  if (reorder->months->len == 0)
    {
      for (guint i = 1; i < ASSAY_REORDER_MONTHS; i++)
        month = month_before (month);
      return month;
    }
  last = g_array_index (reorder->months, AssayDemandMonth, reorder->months->len - 1).month;
  return last < over ? month_after (last)
                     : month_before (g_array_index (reorder->months, AssayDemandMonth, 0).month);
}

/* Other ways */

static void
import_cb (AssayReorderCard *self)
{
  assay_context_import_file (assay_record_page_get_context (self->page), NULL, ASSAY_TYPE_DEMAND);
}

static void
show_months_cb (AssayReorderCard *self)
{
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_DEMAND);
  g_auto (AssayValue) id = ASSAY_VALUE_INIT;

  assay_value_set_integer (&id, product_id (self));
  assay_query_add_filter (query, ASSAY_DEMAND_PRODUCT, ASSAY_FILTER_IS, &id);
  assay_query_set_sort (query, ASSAY_DEMAND_MONTH, TRUE);
  assay_context_show_rows (assay_record_page_get_context (self->page), query, _ ("Demand"));
}

static void
edit_cb (AssayReorderCard *self)
{
  AssayRecord *product = assay_record_page_get_record (self->page);

  if (product != NULL)
    assay_context_edit_record (assay_record_page_get_context (self->page), product);
}

/* How it came about */

static void
explain_cb (AssayReorderCard *self)
{
  AssayContext *context = assay_record_page_get_context (self->page);
  AssayReorderQuestion *question = g_new0 (AssayReorderQuestion, 1);

  question->product = product_id (self);
  question->today = assay_context_get_today (context);
  assay_explain (GTK_WIDGET (self), context, assay_reorder_explain_ask, question, g_free);
}

/* Showing */

static char *
whole_pieces (const AssayReorder *reorder, double pieces)
{
  return isnan (pieces) ? NULL : assay_reorder_pieces (assay_reorder_whole (pieces), reorder->unit);
}

static void
show_tiles (AssayReorderCard *self, const AssayReorder *reorder, gint32 today)
{
  g_autofree char *date
      = reorder->order_on != ASSAY_DATE_UNKNOWN ? assay_date_format (reorder->order_on) : NULL;
  g_autofree char *incoming = assay_reorder_pieces ((double)reorder->incoming, reorder->unit);
  /* Translators: "420 packs" */
  g_autofree char *on_way = g_strdup_printf (_ ("%s on their way"), incoming);
  g_autofree char *point = whole_pieces (reorder, reorder->level.reorder_point);
  g_autofree char *safety = whole_pieces (reorder, reorder->level.safety_stock);
  g_autofree char *level = assay_format_share (reorder->terms.service_level, 1);
  /* Translators: a share in per cent */
  g_autofree char *cycles = g_strdup_printf (_ ("lasts in %s of cycles"), level);
  g_autofree char *stock
      = isnan (reorder->stock_today)
            ? (reorder->stock >= 0 ? assay_reorder_pieces ((double)reorder->stock, reorder->unit)
                                   : NULL)
            : assay_reorder_pieces (round (reorder->stock_today), reorder->unit);
  g_autofree char *days = assay_format_real (floor (reorder->days_of_stock), 0);
  g_autofree char *lasts
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "lasts %s day", "lasts %s days",
                                      (gulong)CLAMP (reorder->days_of_stock, 0, 1e9)),
                         days);

  assay_figure_tile_set (self->order, date,
                         date != NULL ? on_way : assay_reorder_gap_words (reorder->order_gap));
  assay_figure_tile_set (
      self->stock, stock,
      isnan (reorder->days_of_stock)
          ? (reorder->stock < 0 ? assay_reorder_gap_words (ASSAY_REORDER_NO_STOCK) : NULL)
          : lasts);
  assay_figure_tile_set (self->point, point,
                         point == NULL ? assay_reorder_gap_words (reorder->gap) : NULL);
  assay_figure_tile_set (self->safety, safety,
                         safety != NULL ? cycles : assay_reorder_gap_words (reorder->gap));
}

static void
show_facts (AssayReorderCard *self, const AssayReorder *reorder)
{
  g_autofree char *demand = assay_reorder_demand_words (reorder);
  g_autofree char *lead = assay_reorder_lead_words (reorder);
  g_autofree char *share = assay_format_share (reorder->terms.service_level, 1);
  g_autofree char *level = reorder->is_level_typed
                               ? g_strdup (share)
                               /* Translators: a share in per cent */
                               : g_strdup_printf (_ ("%s, as the product says none"), share);

  adw_action_row_set_subtitle (self->demand, demand);
  adw_action_row_set_subtitle (self->lead, lead);
  adw_action_row_set_subtitle (self->level, level);
}

static void
show_entry (AssayReorderCard *self, const AssayReorder *reorder, gint32 today)
{
  AssayBook *book = assay_context_get_book (assay_record_page_get_context (self->page));
  g_autofree char *month = NULL, *title = NULL;

  self->month = next_month (reorder, today);
  month = assay_date_format_month (self->month);
  /* Translators: a month */
  title = g_strdup_printf (_ ("Demand in %s"), month);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry), title);
  gtk_widget_set_visible (GTK_WIDGET (self->entry),
                          book != NULL && !assay_book_is_read_only (book));
}

/**
 * assay_reorder_card_show:
 * @self: a card
 * @reorder: the product's plan
 */
void
assay_reorder_card_show (AssayReorderCard *self, const AssayReorder *reorder)
{
  gint32 today = assay_context_get_today (assay_record_page_get_context (self->page));
  gboolean nothing = reorder->demand == ASSAY_DEMAND_UNKNOWN && reorder->stock < 0;
  g_autofree char *when = assay_reorder_stock_words (reorder, today);
  g_autofree char *saved = assay_reorder_sentence (reorder);
  g_autofree char *definition = assay_reorder_definition ();
  g_autoptr (AssayScene) scene = assay_demand_chart_new (reorder);

  gtk_label_set_label (self->when,
                       nothing ? _ ("Record what is asked for each month and what is in stock, and "
                                    "here stands when to order again.")
                               : when);
  gtk_label_set_label (self->saved, saved);
  gtk_widget_set_visible (GTK_WIDGET (self->when_icon), reorder->is_due);
  if (reorder->is_due)
    gtk_widget_add_css_class (GTK_WIDGET (self->when_box), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->when_box), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->saved), !nothing);
  gtk_widget_set_visible (self->tiles, !nothing);
  gtk_widget_set_visible (GTK_WIDGET (self->demand), !nothing);
  gtk_widget_set_visible (GTK_WIDGET (self->lead), !nothing);
  gtk_widget_set_visible (GTK_WIDGET (self->level), !nothing);
  gtk_widget_set_visible (GTK_WIDGET (self->chart), reorder->months->len > 0);
  assay_section_set_explanation (self->section, definition);
  show_tiles (self, reorder, today);
  show_facts (self, reorder);
  show_entry (self, reorder, today);
  assay_chart_frame_set_scene (self->chart, scene);
}

/* Content */

static void
assay_reorder_card_class_init (AssayReorderCardClass *klass)
{
}

static void
assay_reorder_card_init (AssayReorderCard *self)
{
}

static GtkLabel *
add_words (GtkBox *box)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "hexpand", TRUE,
                                   "selectable", FALSE, NULL);

  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static AssayFigureTile *
add_tile (AssayReorderCard *self, const char *title, gboolean explained)
{
  AssayFigureTile *tile = assay_figure_tile_new (title);

  /* Two beside two rather than three over one. */
  gtk_widget_set_size_request (GTK_WIDGET (tile), TILE_WIDTH, -1);
  assay_figure_tile_set_plain (tile);
  if (explained)
    {
      assay_figure_tile_set_explained (tile);
      g_signal_connect_object (tile, "explain", G_CALLBACK (explain_cb), self, G_CONNECT_SWAPPED);
    }
  adw_wrap_box_append (ADW_WRAP_BOX (self->tiles), GTK_WIDGET (tile));
  return tile;
}

static AdwActionRow *
add_fact (AssayReorderCard *self, const char *title)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (self->facts, row);
  return ADW_ACTION_ROW (row);
}

static void
add_facts (AssayReorderCard *self, GtkBox *box)
{
  self->facts = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->demand = add_fact (self, _ ("Demand"));
  self->lead = add_fact (self, _ ("Lead time, from order to receipt"));
  self->level = add_fact (self, _ ("Service level"));
  self->entry = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_entry_row_set_show_apply_button (self->entry, TRUE);
  adw_entry_row_set_input_purpose (self->entry, GTK_INPUT_PURPOSE_DIGITS);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "apply", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->facts, GTK_WIDGET (self->entry));
  gtk_box_append (box, GTK_WIDGET (self->facts));
}

static void
add_button (AssayReorderCard *self, const char *icon, const char *tooltip, GCallback clicked)
{
  GtkWidget *button = assay_icon_button_new (icon, tooltip);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  assay_section_add_button (self->section, button);
}

AssayReorderCard *
assay_reorder_card_new (AssayRecordPage *page)
{
  AssayReorderCard *self = g_object_new (ASSAY_TYPE_REORDER_CARD, NULL);
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));

  self->page = page;
  self->section = ASSAY_SECTION (assay_section_new (_ ("Reorder Planning"), GTK_WIDGET (box)));
  add_button (self, "document-edit-symbolic", _ ("Edit Stock and Service Level"),
              G_CALLBACK (edit_cb));
  add_button (self, "document-open-symbolic", _ ("Import Demand"), G_CALLBACK (import_cb));
  add_button (self, "view-list-symbolic", _ ("Months of Demand"), G_CALLBACK (show_months_cb));
  self->when_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  self->when_icon = GTK_IMAGE (gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_widget_set_valign (GTK_WIDGET (self->when_icon), GTK_ALIGN_START);
  gtk_box_append (self->when_box, GTK_WIDGET (self->when_icon));
  self->when = add_words (self->when_box);
  gtk_box_append (box, GTK_WIDGET (self->when_box));
  self->tiles
      = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 12, "line-spacing", 12, "justify",
                      ADW_JUSTIFY_FILL, "justify-last-line", TRUE, "line-homogeneous", TRUE, NULL);
  self->order = add_tile (self, _ ("Order by"), FALSE);
  self->stock = add_tile (self, _ ("In stock, about"), FALSE);
  self->point = add_tile (self, _ ("Reorder point"), TRUE);
  self->safety = add_tile (self, _ ("Safety stock"), TRUE);
  gtk_box_append (box, self->tiles);
  self->saved = add_words (box);
  add_facts (self, box);
  self->chart = assay_rows_chart_new (assay_record_page_get_context (page), ASSAY_TYPE_DEMAND,
                                      CHART_HEIGHT);
  gtk_box_append (box, GTK_WIDGET (self->chart));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->section));
  return self;
}
