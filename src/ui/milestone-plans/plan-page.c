/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/milestone-plans/plan-page.h"

#include <glib/gi18n-lib.h>

#include "insight/milestone-plans.h"
#include "ui/milestone-plans/plan-page-private.h"

G_DEFINE_FINAL_TYPE (AssayPlanPage, assay_plan_page, ASSAY_TYPE_RECORD_PAGE)

static gpointer
assay_plan_page_read (AssayDb *db,
                      AssayRecord *record,
                      const AssayPageQuestion *question,
                      GError **error)
{
  return assay_milestone_plan_read_steps (db, question->id, error);
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

  assay_step_list_set_steps (self->steps, steps);
  show_sum (self, steps);
  assay_record_parts_show (&self->parts, record);
}

/* What is missing to the whole is what a new step is about. */
static void
propose_share (AssayPlanPage *self, AssayRecord *step)
{
  gint64 left = 1000000;

  for (guint i = 0; i < assay_step_list_get_n_steps (self->steps); i++)
    left -= assay_record_get_integer (assay_step_list_get_step (self->steps, i),
                                      ASSAY_MILESTONE_STEP_SHARE, 0);
  if (left > 0 && left < 1000000)
    assay_record_set_integer (step, ASSAY_MILESTONE_STEP_SHARE, left);
}

static void
add_step_cb (AssayPlanPage *self)
{
  AssayRecordPage *page = ASSAY_RECORD_PAGE (self);
  AssayRecord *plan = assay_record_page_get_record (page);
  g_autoptr (AssayRecord) step = assay_record_new (ASSAY_TYPE_MILESTONE_STEP);
  guint n = assay_step_list_get_n_steps (self->steps);
  gint64 last = n;
  g_autofree char *title = NULL;

  if (plan == NULL)
    return;
  title = assay_record_dup_title (plan);
  if (n > 0)
    last = MAX (last, assay_record_get_integer (assay_step_list_get_step (self->steps, n - 1),
                                                ASSAY_MILESTONE_STEP_POSITION, 0));
  assay_record_set_reference (step, ASSAY_MILESTONE_STEP_MILESTONE_PLAN,
                              assay_record_get_id (plan));
  assay_record_set_reference_title (step, ASSAY_MILESTONE_STEP_MILESTONE_PLAN, title);
  assay_record_set_integer (step, ASSAY_MILESTONE_STEP_POSITION, last + 1);
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

  self->steps = assay_step_list_new (context);
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
