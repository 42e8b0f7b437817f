/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/report-kind.h"
#include "ui/table/table-page.h"

#include <glib/gi18n-lib.h>

#include "exchange/starting-set.h"
#include "ui/init.h"
#include "ui/table/filter-chip.h"
#include "ui/table/filter-editor.h"
#include "ui/table/filter-words.h"

struct _AssayTablePage
{
  AdwNavigationPage parent_instance;

  /* Template */
  AdwWindowTitle *title;
  AdwHeaderBar *header;
  GtkWidget *new_button;
  GtkToggleButton *other_button;
  GtkMenuButton *more;
  GtkMenuButton *print;
  AssayFilterEditor *editor;
  GtkMenuButton *filter_button;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search;
  GtkRevealer *chips_revealer;
  AdwWrapBox *chips;
  GtkStack *states;
  AdwBin *bin;
  AdwStatusPage *empty;
  GtkButton *empty_new;
  GtkWidget *empty_usual;
  GtkWidget *empty_import;

  AssayContext *context;
  AssayTable *table; /* borrowed from the bin, as the next two */
  GtkWidget *other;  /* what is shown in its place; nullable */
  GtkStack *stack;   /* of both */
  GMenu *commands;   /* of the page's maker; borrowed, nullable */
  const AssayRecordType *type;
  gboolean whole;  /* all records of the type */
  guint filters;   /* chips shown */
  guint announced; /* the count that was spoken last */
};

G_DEFINE_FINAL_TYPE (AssayTablePage, assay_table_page, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_SHOWS_OTHER = 1,
  N_PROPS,
} AssayTablePageProperty;

static GParamSpec *properties[N_PROPS];

static gboolean
is_narrowed (AssayTablePage *self)
{
  return self->filters > 0 || *gtk_editable_get_text (GTK_EDITABLE (self->search));
}

/* "12 rows", "3 of 12 rows selected" */
static char *
count_rows (AssayTablePage *self)
{
  guint n = assay_table_get_n_rows (self->table);
  guint selected = assay_table_get_n_selected (self->table);
  g_autofree char *number = assay_format_number (n);
  g_autofree char *chosen = assay_format_number (selected);

  if (selected > 1)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s of %s row selected", "%s of %s rows selected", n), chosen,
        number);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s row", "%s rows", n), number);
}

static void
update_title (AssayTablePage *self)
{
  g_autofree char *count = count_rows (self);

  adw_window_title_set_subtitle (self->title, count);
}

static void
loaded_cb (AssayTablePage *self)
{
  guint n = assay_table_get_n_rows (self->table);
  gboolean narrowed = is_narrowed (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_stack_set_visible_child_name (self->states,
                                    n > 0 ? "table" : (narrowed ? "nothing" : "empty"));
  update_title (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.clear-filters", narrowed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.export", n > 0);
  if (root && n != self->announced && narrowed)
    {
      g_autofree char *count = n > 0 ? count_rows (self) : g_strdup (_ ("No results found"));

      gtk_accessible_announce (GTK_ACCESSIBLE (self), count,
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  self->announced = n;
}

/* Search and filters */

static void
search_changed_cb (AssayTablePage *self)
{
  assay_table_set_search (self->table, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/* The rows, as they are shown. */
static GtkWidget *
get_rows (AssayTablePage *self)
{
  return assay_table_page_shows_other (self) ? self->other : GTK_WIDGET (self->table);
}

static void
focus_table_cb (AssayTablePage *self)
{
  gtk_widget_grab_focus (get_rows (self));
}

static void
stop_search_cb (AssayTablePage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  focus_table_cb (self);
}

static void
removed_cb (AssayTablePage *self, GtkWidget *chip)
{
  guint index = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->chips));
       child && child != chip; child = gtk_widget_get_next_sibling (child))
    index++;
  adw_wrap_box_remove (self->chips, chip);
  self->filters--;
  gtk_revealer_set_reveal_child (self->chips_revealer, self->filters > 0);
  focus_table_cb (self);
  assay_table_remove_filter (self->table, index);
}

static void
filter_made_cb (AssayTablePage *self, guint field, int op, AssayValue *value, const char *title)
{
  AssayFilter filter = { field, (AssayFilterOperator)op, *value };
  g_autofree char *words = assay_filter_describe (&self->type->fields[field], &filter, title,
                                                  assay_context_get_units (self->context));
  GtkWidget *chip = assay_filter_chip_new (words);

  g_signal_connect_object (chip, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->chips, chip);
  self->filters++;
  gtk_revealer_set_reveal_child (self->chips_revealer, TRUE);
  assay_table_add_filter (self->table, field, filter.op, value);
}

static void
clear_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayTablePage *self = ASSAY_TABLE_PAGE (widget);
  GtkWidget *chip;

  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips))))
    adw_wrap_box_remove (self->chips, chip);
  self->filters = 0;
  gtk_revealer_set_reveal_child (self->chips_revealer, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  assay_table_clear_filters (self->table);
  focus_table_cb (self);
}

/* Commands */

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayTablePage *self = ASSAY_TABLE_PAGE (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
filter_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayTablePage *self = ASSAY_TABLE_PAGE (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_menu_button_popup (self->filter_button);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayTablePage *self = ASSAY_TABLE_PAGE (widget);
  g_autoptr (AssayRecord) record = assay_record_new (self->type->type);

  assay_context_edit_record (self->context, record);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayTablePage *self = ASSAY_TABLE_PAGE (widget);

  assay_context_import_file (self->context, NULL, self->type->type);
}

/* Of suppliers alone; the dialog is the window's to open. */
static void
duplicates_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.find-duplicates", "x", G_GINT64_CONSTANT (0));
}

static void
usual_added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayContext) context = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  int added = assay_starting_set_add_finish (ASSAY_BOOK (source), result, &error);

  if (added < 0)
    {
      assay_context_failed (context, _ ("Nothing Was Added"), error);
      return;
    }
  if (added == 0)
    {
      assay_context_toast (context, _ ("The book has all of them"));
      return;
    }
  message = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d record added", "%d records added", (gulong)added), added);
  assay_context_toast_undo (context, message);
}

static void
usual_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayTablePage *self = ASSAY_TABLE_PAGE (widget);

  assay_starting_set_add_async (assay_context_get_book (self->context), self->type->type, NULL,
                                usual_added_cb, g_object_ref (self->context));
}

static void
table_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayTablePage *self = ASSAY_TABLE_PAGE (widget);
  g_autofree char *of_table = g_strconcat ("table.", name + strlen ("page."), NULL);

  gtk_widget_activate_action (GTK_WIDGET (self->table), of_table, NULL);
}

/* Without a document it is the full report. */
static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AssayTablePage *self = ASSAY_TABLE_PAGE (widget);
  const char *document = parameter ? g_variant_get_string (parameter, NULL)
                                   : assay_report_kind_to_string (ASSAY_REPORT_FULL);

  gtk_widget_activate_action (GTK_WIDGET (self->table), "table.print", "s", document);
}

/* Another view of the same rows */

static void
view_cb (AssayTablePage *self)
{
  gboolean other = assay_table_page_shows_other (self);

  if (!self->stack || !self->other)
    return;
  gtk_stack_set_visible_child (self->stack, other ? self->other : GTK_WIDGET (self->table));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.columns", !other);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.select-all", !other);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWS_OTHER]);
}

/* Type */

static gboolean
assay_table_page_grab_focus (GtkWidget *widget)
{
  AssayTablePage *self = ASSAY_TABLE_PAGE (widget);

  if (self->table && gtk_stack_get_visible_child (self->states) == GTK_WIDGET (self->bin)
      && gtk_widget_grab_focus (get_rows (self)))
    return TRUE;
  return GTK_WIDGET_CLASS (assay_table_page_parent_class)->grab_focus (widget);
}

static void
assay_table_page_shown (AdwNavigationPage *page)
{
  AssayTablePage *self = ASSAY_TABLE_PAGE (page);

  if (self->table && gtk_stack_get_visible_child (self->states) == GTK_WIDGET (self->bin))
    gtk_widget_grab_focus (get_rows (self));
}

static void
assay_table_page_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_SHOWS_OTHER)
    g_value_set_boolean (value, assay_table_page_shows_other (ASSAY_TABLE_PAGE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
assay_table_page_dispose (GObject *object)
{
  AssayTablePage *self = ASSAY_TABLE_PAGE (object);

  self->table = NULL;
  self->other = NULL;
  self->stack = NULL;
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_TABLE_PAGE);

  G_OBJECT_CLASS (assay_table_page_parent_class)->dispose (object);
}

static void
assay_table_page_class_init (AssayTablePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_table_page_dispose;
  G_OBJECT_CLASS (klass)->get_property = assay_table_page_get_property;
  properties[PROP_SHOWS_OTHER] = g_param_spec_boolean ("shows-other", NULL, NULL, FALSE,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  widget_class->grab_focus = assay_table_page_grab_focus;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = assay_table_page_shown;

  g_type_ensure (ASSAY_TYPE_FILTER_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "table/table-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayTablePage, title);
  gtk_widget_class_bind_template_child (widget_class, AssayTablePage, new_button);
  gtk_widget_class_bind_template_child (widget_class, AssayTablePage, other_button);
  gtk_widget_class_bind_template_child (widget_class, AssayTablePage, more);
  gtk_widget_class_bind_template_callback (widget_class, view_cb);
  gtk_widget_class_bind_template_child (widget_class, AssayTablePage, editor);
  gtk_widget_class_bind_template_child (widget_class, AssayTablePage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, AssayTablePage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, AssayTablePage, search);
  gtk_widget_class_bind_template_child (widget_class, AssayTablePage, chips_revealer);
  gtk_widget_class_bind_template_child (widget_class, AssayTablePage, chips);
  gtk_widget_class_bind_template_child (widget_class, AssayTablePage, states);
  gtk_widget_class_bind_template_child (widget_class, AssayTablePage, bin);
  gtk_widget_class_bind_template_child (widget_class, AssayTablePage, empty);
  gtk_widget_class_bind_template_child (widget_class, AssayTablePage, empty_new);
  gtk_widget_class_bind_template_child (widget_class, AssayTablePage, empty_usual);
  gtk_widget_class_bind_template_child (widget_class, AssayTablePage, empty_import);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_table_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_made_cb);

  gtk_widget_class_install_action (widget_class, "page.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "page.filter", NULL, filter_action);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "page.find-duplicates", NULL, duplicates_action);
  gtk_widget_class_install_action (widget_class, "page.add-usual", NULL, usual_action);
  gtk_widget_class_install_action (widget_class, "page.clear-filters", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "page.columns", NULL, table_action);
  gtk_widget_class_install_action (widget_class, "page.export", NULL, table_action);
  gtk_widget_class_install_action (widget_class, "page.select-all", NULL, table_action);
  gtk_widget_class_install_action (widget_class, "page.compare", NULL, table_action);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "page.print-document", "s", print_action);
  gtk_widget_class_bind_template_child (widget_class, AssayTablePage, print);
  gtk_widget_class_bind_template_child (widget_class, AssayTablePage, header);
}

static void
assay_table_page_init (AssayTablePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search));
}

/* The words of the page for its type; whole sentences, so that every language can say them. */
static void
name_page (AssayTablePage *self, const char *title)
{
  static const struct
  {
    AssayType type;
    const char *create, *empty, *first;
  } words[] = {
    { ASSAY_TYPE_SUPPLIER, N_ ("_Add Supplier…"), N_ ("No Suppliers Yet"),
      N_ ("Add the factories, traders and laboratories that you work with.") },
    { ASSAY_TYPE_PRODUCT, N_ ("_Add Product…"), N_ ("No Products Yet"),
      N_ ("Add what you sell, with its code, target price and main supplier.") },
    { ASSAY_TYPE_ORDER, N_ ("_Add Order…"), N_ ("No Orders Yet"),
      N_ ("Add a purchase order, or import a delivery history from a spreadsheet.") },
    { ASSAY_TYPE_INSPECTION, N_ ("_Add Inspection…"), N_ ("No Inspections Yet"),
      N_ ("Record what an inspector found; sample sizes and limits are worked out for you.") },
    { ASSAY_TYPE_CORRECTIVE_ACTION, N_ ("_Add Corrective Action…"),
      N_ ("No Corrective Actions Yet"),
      N_ ("Add what somebody does, and by when, so that a finding does not come back.") },
    { ASSAY_TYPE_PLAN_PROFILE, N_ ("_Add Plan Profile…"), N_ ("No Plan Profiles Yet"),
      N_ ("A profile names an inspection level and AQLs, for a book, a supplier or a product.") },
    { ASSAY_TYPE_CHECKLIST, N_ ("_Add Checklist…"), N_ ("No Checklists Yet"),
      N_ ("A checklist says what an inspector looks at, measures and tries out.") },
    { ASSAY_TYPE_DEFECT_TYPE, N_ ("_Add Defect Type…"), N_ ("No Defect Types Yet"),
      N_ ("Defect types are the faults that an inspector picks from, with their usual class.") },
    { ASSAY_TYPE_MILESTONE_PLAN, N_ ("_Add Milestone Plan…"), N_ ("No Milestone Plans Yet"),
      N_ ("A milestone plan names the payments and steps that an order begins with.") },
    { ASSAY_TYPE_EXCHANGE_RATE, N_ ("_Add Exchange Rate…"), N_ ("No Exchange Rates Yet"),
      N_ ("Spend in several currencies adds up only with rates that you say.") },
    { ASSAY_TYPE_SCORECARD, N_ ("_Add Scorecard…"), N_ ("No Scorecards Yet"),
      N_ ("A scorecard says what suppliers are graded by, and what each criterion weighs.") },
    { ASSAY_TYPE_BLACKOUT, N_ ("_Add Blackout Period…"), N_ ("No Blackout Periods Yet"),
      N_ ("A blackout period is when a factory, a country or everybody is closed. Dates that fall "
          "into one are warned about; lead times in working days leave them out.") },
    { ASSAY_TYPE_SAMPLE, N_ ("_Add Sample…"), N_ ("No Samples Yet"),
      N_ ("Add what a supplier sends you to look at, round by round, with its tests.") },
    { ASSAY_TYPE_EVIDENCE, N_ ("_Add Evidence…"), N_ ("No Evidence Yet"),
      N_ ("Add certificates, audits, laboratory reports and tags, and log where you looked them "
          "up.") },
    { ASSAY_TYPE_CLAIM, N_ ("_Add Claim…"), N_ ("No Claims Yet"),
      N_ ("Add what you say of a product; Assay says what evidence it needs and what is "
          "missing.") },
    { ASSAY_TYPE_SCHEME, N_ ("_Add Scheme…"), N_ ("No Schemes Yet"),
      N_ ("A scheme says what its certificates prove, what they do not, and where to look them "
          "up.") },
    { ASSAY_TYPE_TEST_PROTOCOL, N_ ("_Add Test Protocol…"), N_ ("No Test Protocols Yet"),
      N_ ("A test protocol is a set of tests with limits that products of a kind begin with.") },
    { ASSAY_TYPE_CLAIM_KIND, N_ ("_Add Kind of Claim…"), N_ ("No Kinds of Claims Yet"),
      N_ ("A kind of claim says what evidence such claims need in each market.") },
    { ASSAY_TYPE_CLAIM_WORD, N_ ("_Add Word…"), N_ ("No Words Yet"),
      N_ ("Words that make a claim generic, or ask for proof, in a market.") },
    { ASSAY_TYPE_DILIGENCE, N_ ("_Add Due Diligence List…"), N_ ("No Due Diligence Lists Yet"),
      N_ ("A list of what is to be known before a supplier is approved or a product is bought.") },
  };
  AdwStatusPage *empty = self->empty;

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  adw_window_title_set_title (self->title, title);
  adw_status_page_set_icon_name (empty, self->type->icon);
  adw_status_page_set_title (empty, _ ("No Rows"));
  gtk_widget_set_visible (self->new_button, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_new), FALSE);
  gtk_widget_set_visible (self->empty_usual,
                          self->whole && assay_starting_set_exists (self->type->type));
  gtk_widget_set_visible (self->empty_import, FALSE);
  for (gsize i = 0; self->whole && i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *plain = NULL;
      g_auto (GStrv) parts = NULL;

      if (words[i].type != self->type->type)
        continue;
      parts = g_strsplit (_ (words[i].create), "_", -1);
      plain = g_strjoinv ("", parts);
      adw_status_page_set_title (empty, _ (words[i].empty));
      adw_status_page_set_description (empty, _ (words[i].first));
      gtk_button_set_label (self->empty_new, _ (words[i].create));
      gtk_widget_set_tooltip_text (self->new_button, plain);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->new_button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, plain, -1);
      gtk_widget_set_visible (self->new_button, TRUE);
      gtk_widget_set_visible (GTK_WIDGET (self->empty_new), TRUE);
      gtk_widget_set_visible (self->empty_import, TRUE);
    }
}

static void
add_print_menu (AssayTablePage *self)
{
  g_autoptr (GMenuModel) menu = assay_table_dup_print_menu (self->table, "page.print-document");

  gtk_widget_set_visible (GTK_WIDGET (self->print), menu != NULL);
  gtk_menu_button_set_menu_model (self->print, menu);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.print", menu != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.print-document", menu != NULL);
}

static AssayTablePage *
make_page (AssayContext *context, const AssayQuery *query, const char *title, gboolean whole)
{
  AssayTablePage *self = g_object_new (ASSAY_TYPE_TABLE_PAGE, NULL);
  AssayBook *book = assay_context_get_book (context);
  gboolean writable = book && !assay_book_is_read_only (book);

  self->context = g_object_ref (context);
  self->type = assay_record_type_get (assay_query_get_type (query));
  self->whole = whole;
  self->table = assay_table_new (context, query);
  adw_bin_set_child (self->bin, GTK_WIDGET (self->table));
  assay_filter_editor_set_type (self->editor, context, self->type->type);
  name_page (self, title);
  add_print_menu (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new", whole && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.import", whole && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.add-usual",
                                 whole && writable && assay_starting_set_exists (self->type->type));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.find-duplicates",
                                 whole && writable && self->type->type == ASSAY_TYPE_SUPPLIER);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.clear-filters", FALSE);
  g_signal_connect_object (self->table, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "notify::n-rows", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "notify::n-selected", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  return self;
}

AdwNavigationPage *
assay_table_page_new (AssayContext *context, AssayType type, const char *title)
{
  const AssayRecordType *described = assay_record_type_get (type);
  g_autoptr (AssayQuery) query = assay_query_new (type);
  AssayTablePage *self = make_page (context, query, title, TRUE);

  assay_table_set_settings_name (self->table, described->name);
  return ADW_NAVIGATION_PAGE (self);
}

AdwNavigationPage *
assay_table_page_new_for_query (AssayContext *context, const AssayQuery *query, const char *title)
{
  return ADW_NAVIGATION_PAGE (make_page (context, query, title, FALSE));
}

AssayTable *
assay_table_page_get_table (AssayTablePage *self)
{
  g_return_val_if_fail (ASSAY_IS_TABLE_PAGE (self), NULL);

  return self->table;
}

/**
 * assay_table_page_set_other:
 * @other: another view of the table's rows
 * @icon: of the switch
 * @title: translated; what the switch calls it
 */
void
assay_table_page_set_other (AssayTablePage *self,
                            GtkWidget *other,
                            const char *icon,
                            const char *title)
{
  GtkWidget *table = GTK_WIDGET (self->table);

  g_return_if_fail (ASSAY_IS_TABLE_PAGE (self) && self->other == NULL);

  g_object_ref (table);
  self->stack = GTK_STACK (gtk_stack_new ());
  adw_bin_set_child (self->bin, GTK_WIDGET (self->stack));
  gtk_stack_add_child (self->stack, table);
  gtk_stack_add_child (self->stack, other);
  g_object_unref (table);
  gtk_button_set_icon_name (GTK_BUTTON (self->other_button), icon);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->other_button), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->other_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->other_button), TRUE);
  self->other = other;
}

gboolean
assay_table_page_shows_other (AssayTablePage *self)
{
  g_return_val_if_fail (ASSAY_IS_TABLE_PAGE (self), FALSE);

  return self->other && gtk_toggle_button_get_active (self->other_button);
}

void
assay_table_page_show_other (AssayTablePage *self, gboolean other)
{
  g_return_if_fail (ASSAY_IS_TABLE_PAGE (self) && self->other != NULL);

  gtk_toggle_button_set_active (self->other_button, other);
}

void
assay_table_page_add_menu (AssayTablePage *self, const char *label, const char *action)
{
  g_return_if_fail (ASSAY_IS_TABLE_PAGE (self));

  if (!self->commands)
    {
      g_autoptr (GMenu) commands = g_menu_new ();

      self->commands = commands;
      g_menu_append_section (G_MENU (gtk_menu_button_get_menu_model (self->more)), NULL,
                             G_MENU_MODEL (commands));
    }
  g_menu_append (self->commands, label, action);
}

/**
 * assay_table_page_add_button:
 * @self: a page
 * @button: what it offers beside the table
 */
void
assay_table_page_add_button (AssayTablePage *self, GtkWidget *button)
{
  adw_header_bar_pack_end (self->header, button);
}
