/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/milestone-plans/plan-page.h"

#include <glib/gi18n-lib.h>

#include "insight/milestone-plans.h"
#include "insight/owned-rows.h"
#include "record/format.h"
#include "ui/milestone-plans/plan-page-private.h"

/* "70 % · Goods ready + 14 days · waits for passed inspections · Letter of credit" */
static char *
describe (AssayRecord *step)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  gint64 days = assay_record_get_integer (step, ASSAY_MILESTONE_STEP_DAYS, 0);

  g_strv_builder_take (builder, assay_format_display (step, ASSAY_MILESTONE_STEP_KIND, 0));
  if (assay_record_is_known (step, ASSAY_MILESTONE_STEP_ANCHOR))
    {
      g_autofree char *anchor = assay_format_display (step, ASSAY_MILESTONE_STEP_ANCHOR, 0);

      if (days == 0)
        g_strv_builder_add (builder, anchor);
      else
        g_strv_builder_take (builder,
                             days > 0
                                 /* Translators: an event, “Shipped”, and a number of days */
                                 ? g_strdup_printf (_ ("%s + %d d"), anchor, (int)days)
                                 : g_strdup_printf (_ ("%s − %d d"), anchor, (int)-days));
    }
  if (assay_record_get_flag (step, ASSAY_MILESTONE_STEP_WAITS))
    g_strv_builder_add (builder, _ ("waits for passed inspections"));
  if (assay_record_is_known (step, ASSAY_MILESTONE_STEP_SECURED))
    g_strv_builder_take (builder, assay_format_display (step, ASSAY_MILESTONE_STEP_SECURED, 0));
  parts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", parts);
}

static GtkWidget *
new_share (AssayRecord *step)
{
  g_autofree char *share = assay_format_display (step, ASSAY_MILESTONE_STEP_SHARE, 0);
  GtkWidget *label = gtk_label_new (share);

  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static const AssayPartListKind steps_of_plan = {
  .type = ASSAY_TYPE_MILESTONE_STEP,
  .position = ASSAY_MILESTONE_STEP_POSITION,
  .title = ASSAY_MILESTONE_STEP_NAME,
  .section = -1,
  .label = N_ ("Steps"),
  .empty = N_ ("No steps yet: add the payments and shipments that an order begins with"),
  .move = N_ ("Move Milestone Step"),
  .not_moved = N_ ("The Step Was Not Moved"),
  .remove = N_ ("Delete This Step"),
  .describe = describe,
  .new_value = new_share,
};

G_DEFINE_FINAL_TYPE (AssayPlanPage, assay_plan_page, ASSAY_TYPE_RECORD_PAGE)

static gpointer
assay_plan_page_read (AssayDb *db,
                      AssayRecord *record,
                      const AssayPageQuestion *question,
                      GError **error)
{
  return assay_owned_rows_read (db, ASSAY_TYPE_MILESTONE_STEP, question->id, error);
}

static void
show_sum (AssayPlanPage *self, GPtrArray *steps)
{
  gboolean whole;
  g_autofree char *words = assay_milestone_plan_describe_sum (steps, &whole);

  gtk_label_set_label (self->sum, words);
  gtk_widget_set_visible (GTK_WIDGET (self->sum), steps->len > 0);
  if (whole)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->sum), "warning");
      gtk_widget_add_css_class (GTK_WIDGET (self->sum), "dimmed");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->sum), "dimmed");
      gtk_widget_add_css_class (GTK_WIDGET (self->sum), "warning");
    }
}

static void
assay_plan_page_show (AssayRecordPage *page, AssayRecord *record, gpointer data)
{
  AssayPlanPage *self = ASSAY_PLAN_PAGE (page);
  g_autoptr (GPtrArray) steps = data;

  assay_part_list_set_parts (self->steps, steps);
  show_sum (self, steps);
  assay_record_parts_show (&self->parts, record);
}

/* What is missing to the whole is what a new step is about. */
static void
propose_share (AssayPlanPage *self, AssayRecord *step)
{
  gint64 left = 1000000;

  for (guint i = 0; i < assay_part_list_get_n_parts (self->steps); i++)
    left -= assay_record_get_integer (assay_part_list_get_part (self->steps, i),
                                      ASSAY_MILESTONE_STEP_SHARE, 0);
  if (left > 0 && left < 1000000)
    assay_record_set_integer (step, ASSAY_MILESTONE_STEP_SHARE, left);
}

static void
add_step_cb (AssayPlanPage *self)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (self);
  AssayRecord *plan = assay_record_page_get_record (page);
  g_autoptr (AssayRecord) step = NULL;

  if (plan == NULL)
    return;
  step = assay_part_list_new_part (self->steps, plan);
  propose_share (self, step);
  assay_context_edit_record (assay_record_page_get_context (page), step);
}

static void
new_step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add_step_cb (ASSAY_PLAN_PAGE (widget));
}

static void
assay_plan_page_class_init (AssayPlanPageClass *klass)
{
  AssayRecordPageClass *page_class = ASSAY_RECORD_PAGE_CLASS (klass);

  page_class->type = ASSAY_TYPE_MILESTONE_PLAN;
  page_class->read = assay_plan_page_read;
  page_class->free_answer = (GDestroyNotify)g_ptr_array_unref;
  page_class->show = assay_plan_page_show;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.new", NULL, new_step_action);
}

static void
assay_plan_page_init (AssayPlanPage *self)
{
}

AdwNavigationPage *
assay_plan_page_new (AssayContext *context, gint64 id)
{
  AssayRecordPage *page
      = ASSAY_RECORD_PAGE (assay_record_page_new (ASSAY_TYPE_PLAN_PAGE, context, id));
  AssayPlanPage *self = ASSAY_PLAN_PAGE (page);
  static const char *const columns[] = { "number", "supplier", "state", "value", "due_on", NULL };
  static const char *const spare[] = { "due_on", "value", "state", NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = assay_icon_button_new ("list-add-symbolic", _ ("New Step"));
  GtkWidget *section;

  self->steps = assay_part_list_new (context, &steps_of_plan);
  self->sum = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible",
                                       FALSE, "margin-start", 12, "accessible-role",
                                       GTK_ACCESSIBLE_ROLE_STATUS, NULL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->steps));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sum));
  section = assay_section_new (_ ("Steps"), box);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_step_cb), self, G_CONNECT_SWAPPED);
  assay_section_add_button (ASSAY_SECTION (section), button);
  gtk_box_append (assay_record_page_get_main (page), section);
  assay_record_page_add_table (page, _ ("Orders"), ASSAY_TYPE_ORDER, ASSAY_ORDER_MILESTONE_PLAN,
                               columns, spare, _ ("No order was made with it yet"));
  assay_record_parts_add (&self->parts, page);
  return ADW_NAVIGATION_PAGE (page);
}
