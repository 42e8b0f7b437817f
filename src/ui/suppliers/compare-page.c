/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/suppliers/compare-page.h"

#include <glib/gi18n-lib.h>

#include "insight/side-by-side.h"
#include "record/date.h"
#include "report/performance-batch.h"
#include "store/records.h"
#include "ui/form/reference-picker.h"
#include "ui/record/section.h"

#define NARROW     "max-width: 620sp"
#define LEAST_CELL 140 /* pixels */

#define ASSAY_TYPE_COMPARE_PAGE (assay_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (AssayComparePage, assay_compare_page, ASSAY, COMPARE_PAGE, AdwNavigationPage)

struct _AssayComparePage
{
  AdwNavigationPage parent_instance;

  AssayContext *context;
  AssayBook *book;
  GArray *suppliers; /* gint64 */
  AssaySideBySide *table;
  GCancellable *cancellable;
  gboolean narrow;

  AdwWindowTitle *title;
  GtkWidget *add;
  GtkStack *stack;
  AdwBin *bin; /* holds the grid */
  GtkLabel *definition;
};

G_DEFINE_FINAL_TYPE (AssayComparePage, assay_compare_page, ADW_TYPE_NAVIGATION_PAGE)

static gboolean
read_table (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  AssaySideBySideQuestion *question = data;
  guint n = 0;

  if (!assay_lead_time_rules_read (db, &question->rules, error)
      || !assay_defect_interval_read (db, &question->interval, error))
    return FALSE;
  /* One that was deleted meanwhile is left out. */
  for (guint i = 0; i < question->n; i++)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (AssayRecord) supplier
          = assay_records_get (db, ASSAY_TYPE_SUPPLIER, question->suppliers[i], &local);

      if (supplier != NULL)
        question->suppliers[n++] = question->suppliers[i];
      else if (!g_error_matches (local, ASSAY_STORE_ERROR, ASSAY_STORE_ERROR_GONE))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  question->n = n;
  if (n == 0)
    return TRUE;
  *result = assay_side_by_side_ask (db, question, error);
  return *result != NULL;
}

static void ask (AssayComparePage *self);

static void
remove_cb (AssayComparePage *self, GtkWidget *button)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "supplier");

  for (guint i = 0; i < self->suppliers->len; i++)
    if (g_array_index (self->suppliers, gint64, i) == *id)
      {
        g_array_remove_index (self->suppliers, i);
        break;
      }
  ask (self);
}

static void
open_cb (AssayComparePage *self, GtkWidget *button)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "supplier");

  assay_context_show_record (self->context, ASSAY_TYPE_SUPPLIER, *id);
}

static void
remember (GtkWidget *button, gint64 id)
{
  g_object_set_data_full (G_OBJECT (button), "supplier", g_memdup2 (&id, sizeof id), g_free);
}

/* The name, which opens the supplier, and a button that takes it out. */
static GtkWidget *
make_name (AssayComparePage *self, AssayRecord *supplier)
{
  g_autofree char *name = assay_record_dup_title (supplier);
  g_autofree char *words = g_strdup_printf (_ ("Remove %s"), name);
  gint64 id = assay_record_get_id (supplier);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", name, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "lines", 3, "ellipsize",
                                   PANGO_ELLIPSIZE_END, "xalign", 0.0, "width-chars", 10, NULL);
  GtkWidget *open
      = g_object_new (GTK_TYPE_BUTTON, "child", label, "hexpand", TRUE, "has-frame", FALSE, NULL);
  GtkWidget *remove = assay_icon_button_new ("window-close-symbolic", words);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (open, "assay-side-name");
  gtk_widget_set_valign (remove, GTK_ALIGN_START);
  gtk_widget_set_valign (open, GTK_ALIGN_START);
  remember (open, id);
  remember (remove, id);
  g_signal_connect_object (open, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), open);
  gtk_box_append (GTK_BOX (box), remove);
  return box;
}

static const char *
style_of (AssayClaimVerdict verdict)
{
  return verdict == ASSAY_CLAIM_SUPPORTED ? "success"
         : verdict == ASSAY_CLAIM_REFUTED ? "warning"
                                          : "dimmed";
}

static GtkWidget *
make_label (const char *words, const char *css)
{
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "label", words, "wrap", TRUE, "wrap-mode",
                      PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "yalign", 0.0, "selectable", TRUE,
                      "focusable", FALSE, "width-chars", 10, "max-width-chars", 28, NULL);

  gtk_widget_add_css_class (label, css);
  return label;
}

static GtkWidget *
make_cell (const AssaySideBySide *table, guint row, guint side)
{
  g_auto (AssaySideCell) cell = { 0 };
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  g_autofree char *name = assay_record_dup_title (table->sides[side].supplier);
  g_autofree char *spoken = NULL;

  assay_side_by_side_cell (table, row, side, &cell);
  gtk_box_append (GTK_BOX (box), make_label (cell.words, "numeric"));
  if (cell.detail != NULL)
    {
      GtkWidget *detail = make_label (cell.detail, "caption");

      gtk_widget_add_css_class (detail, style_of (cell.verdict));
      gtk_box_append (GTK_BOX (box), detail);
    }
  /* Translators: a figure and a supplier, as the name of a cell: “On time, Sao Mai” */
  spoken = g_strdup_printf (_ ("%s, %s"), assay_side_row_title (row), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_size_request (box, LEAST_CELL, -1);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

/* In a narrow place the title of a row stands above its cells. */
static void
add_row (AssayComparePage *self, GtkGrid *grid, int *line, guint row)
{
  GtkWidget *title = make_label (assay_side_row_title (row), "dimmed");
  int n = (int)self->table->question.n;

  gtk_label_set_max_width_chars (GTK_LABEL (title), 18);
  if (self->narrow)
    {
      gtk_widget_add_css_class (title, "caption");
      gtk_grid_attach (grid, title, 0, (*line)++, n, 1);
    }
  else
    gtk_grid_attach (grid, title, 0, *line, 1, 1);
  for (int i = 0; i < n; i++)
    gtk_grid_attach (grid, make_cell (self->table, row, (guint)i), self->narrow ? i : i + 1, *line,
                     1, 1);
  (*line)++;
}

static void
add_group (GtkGrid *grid, int *line, int width, const char *title)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "margin-top",
                                     12, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (heading, "heading");
  gtk_grid_attach (grid, heading, 0, (*line)++, width, 1);
  gtk_grid_attach (grid, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL), 0, (*line)++, width, 1);
}

static GtkWidget *
make_grid (AssayComparePage *self)
{
  GtkGrid *grid = g_object_new (GTK_TYPE_GRID, "row-spacing", 8, "column-spacing", 18, NULL);
  int n = (int)self->table->question.n, line = 1;
  int width = self->narrow ? n : n + 1;
  const char *group = NULL;

  for (int i = 0; i < n; i++)
    gtk_grid_attach (grid, make_name (self, self->table->sides[i].supplier),
                     self->narrow ? i : i + 1, 0, 1, 1);
  for (guint row = 0; row < assay_side_by_side_n_rows (); row++)
    {
      if (!assay_side_by_side_has_row (self->table, row))
        continue;
      if (g_strcmp0 (group, assay_side_row_group (row)) != 0)
        {
          group = assay_side_row_group (row);
          add_group (grid, &line, width, group);
        }
      add_row (self, grid, &line, row);
    }
  return GTK_WIDGET (grid);
}

static void
show (AssayComparePage *self)
{
  guint n = self->table != NULL ? self->table->question.n : 0;
  g_autofree char *words
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u supplier", "%u suppliers", n), n);

  adw_window_title_set_subtitle (self->title, words);
  gtk_widget_set_sensitive (self->add, n < ASSAY_COMPARISON_MOST);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.report", n > 0);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "table" : "empty");
  if (n == 0)
    {
      adw_bin_set_child (self->bin, NULL);
      return;
    }
  adw_bin_set_child (self->bin, make_grid (self));
  gtk_label_set_label (self->definition, self->table->definition);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayComparePage) self = data;
  g_autoptr (GError) error = NULL;
  AssaySideBySide *table = assay_book_ask_finish (ASSAY_BOOK (source), result, &error);

  if (self->context == NULL || error != NULL)
    {
      if (self->context != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        assay_context_failed (self->context, _ ("Cannot compare the suppliers"), error);
      g_clear_pointer (&table, assay_side_by_side_free);
      return;
    }
  g_clear_pointer (&self->table, assay_side_by_side_free);
  self->table = table;
  g_array_set_size (self->suppliers, 0);
  if (table != NULL)
    g_array_append_vals (self->suppliers, table->question.suppliers, table->question.n);
  show (self);
}

static void
ask (AssayComparePage *self)
{
  AssaySideBySideQuestion *question = g_new0 (AssaySideBySideQuestion, 1);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  question->n = self->suppliers->len;
  for (guint i = 0; i < question->n; i++)
    question->suppliers[i] = g_array_index (self->suppliers, gint64, i);
  question->period = (AssayPeriodRange){ ASSAY_DATE_UNKNOWN, ASSAY_DATE_UNKNOWN };
  question->today = assay_context_get_today (self->context);
  if (self->book == NULL)
    {
      g_free (question);
      return;
    }
  assay_book_ask_async (self->book, read_table, question, g_free,
                        (GDestroyNotify)assay_side_by_side_free, self->cancellable, answered_cb,
                        g_object_ref (self));
}

static void
append (AssayComparePage *self, gint64 id)
{
  for (guint i = 0; i < self->suppliers->len; i++)
    if (g_array_index (self->suppliers, gint64, i) == id)
      return;
  if (self->suppliers->len < ASSAY_COMPARISON_MOST)
    g_array_append_val (self->suppliers, id);
}

static void
picked_cb (AssayComparePage *self, gint64 id, const char *name)
{
  append (self, id);
  ask (self);
}

static void
report_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayComparePage *self = ASSAY_COMPARE_PAGE (widget);
  const AssaySupplierReportOptions options
      = { ASSAY_DATE_UNKNOWN, ASSAY_DATE_UNKNOWN, assay_context_get_today (self->context),
          ASSAY_SUPPLIER_SECTIONS_ALL };
  g_autoptr (AssayPerformanceJob) job = assay_performance_job_new (
      ASSAY_PERFORMANCE_COMPARISON, (const gint64 *)(gconstpointer)self->suppliers->data,
      self->suppliers->len, &options);

  assay_context_print_performance (self->context, job, GTK_PRINT_OPERATION_ACTION_PREVIEW);
}

static void
apply_cb (AssayComparePage *self)
{
  self->narrow = TRUE;
  if (self->table != NULL)
    show (self);
}

static void
unapply_cb (AssayComparePage *self)
{
  self->narrow = FALSE;
  if (self->table != NULL)
    show (self);
}

static void
assay_compare_page_dispose (GObject *object)
{
  AssayComparePage *self = ASSAY_COMPARE_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->book);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (assay_compare_page_parent_class)->dispose (object);
}

static void
assay_compare_page_finalize (GObject *object)
{
  AssayComparePage *self = ASSAY_COMPARE_PAGE (object);

  g_clear_pointer (&self->table, assay_side_by_side_free);
  g_array_unref (self->suppliers);

  G_OBJECT_CLASS (assay_compare_page_parent_class)->finalize (object);
}

static void
assay_compare_page_class_init (AssayComparePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_compare_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = assay_compare_page_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.report", NULL, report_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.print", NULL, report_action);
}

static void
assay_compare_page_init (AssayComparePage *self)
{
  self->suppliers = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static GtkWidget *
make_header (AssayComparePage *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *picker = assay_reference_picker_new (self->context, ASSAY_TYPE_SUPPLIER, FALSE);
  GtkWidget *print = assay_icon_button_new ("printer-symbolic", _ ("Print the Comparison"));

  self->title = ADW_WINDOW_TITLE (adw_window_title_new (_ ("Compare Suppliers"), NULL));
  self->add = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "list-add-symbolic", "tooltip-text",
                            _ ("Add Supplier"), "popover", picker, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add supplier"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (print), "page.report");
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->add);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), print);
  return header;
}

static GtkWidget *
make_content (AssayComparePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *empty = g_object_new (
      ADW_TYPE_STATUS_PAGE, "icon-name", "assay-supplier-symbolic", "title",
      _ ("No Suppliers Chosen"), "description",
      _ ("Add two to six suppliers to see side by side what they say and what was measured."),
      NULL);

  self->bin = ADW_BIN (adw_bin_new ());
  self->definition = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->definition), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->definition), "dimmed");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bin));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->definition));
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, adw_bin_new (), "loading");
  gtk_stack_add_named (self->stack, g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", box, NULL),
                       "table");
  gtk_stack_add_named (self->stack, empty, "empty");
  return GTK_WIDGET (self->stack);
}

static void
add_breakpoint (AssayComparePage *self, GtkWidget *bin)
{
  AdwBreakpoint *breakpoint = adw_breakpoint_new (adw_breakpoint_condition_parse (NARROW));

  g_signal_connect_object (breakpoint, "apply", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (breakpoint, "unapply", G_CALLBACK (unapply_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_size_request (bin, 300, 200);
  adw_breakpoint_bin_add_breakpoint (ADW_BREAKPOINT_BIN (bin), breakpoint);
}

AdwNavigationPage *
assay_compare_page_new (AssayContext *context, GArray *suppliers)
{
  AssayComparePage *self
      = g_object_new (ASSAY_TYPE_COMPARE_PAGE, "title", _ ("Compare Suppliers"), NULL);
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *bin = adw_breakpoint_bin_new ();

  self->context = g_object_ref (context);
  for (guint i = 0; i < suppliers->len; i++)
    append (self, g_array_index (suppliers, gint64, i));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), make_header (self));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), make_content (self));
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (bin), toolbar);
  add_breakpoint (self, bin);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), bin);
  if (assay_context_get_book (context) != NULL)
    {
      self->book = g_object_ref (assay_context_get_book (context));
      g_signal_connect_object (self->book, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
    }
  ask (self);
  return ADW_NAVIGATION_PAGE (self);
}
