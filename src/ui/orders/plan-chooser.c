/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/orders/plan-chooser.h"

#include <glib/gi18n-lib.h>

#include "insight/milestone-plans.h"
#include "store/records.h"

/* Using one */

typedef struct
{
  gint64 order, plan; /* plan 0: the one that the order begins with */
} Use;

typedef struct
{
  guint n_made;
  char *name; /* of the plan; NULL: there was none */
} Used;

static void
used_free (gpointer data)
{
  g_free (((Used *)data)->name);
  g_free (data);
}

static gboolean
use (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Use *what = data;
  gint64 plan = what->plan;
  g_autofree Used *used = g_new0 (Used, 1);

  if (plan == 0 && !assay_milestone_plan_find (db, what->order, &plan, error))
    return FALSE;
  if (plan != 0)
    {
      if (!assay_milestone_plan_apply (db, what->order, plan, &used->n_made, error))
        return FALSE;
      used->name = assay_records_dup_title (db, ASSAY_TYPE_MILESTONE_PLAN, plan, NULL);
    }
  *result = g_steal_pointer (&used);
  return TRUE;
}

static void
used_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayContext) context = data;
  g_autoptr (GError) error = NULL;
  Used *used = assay_book_change_finish (ASSAY_BOOK (source), result, &error);
  g_autofree char *words = NULL;

  if (used == NULL)
    {
      assay_context_failed (context, _ ("The Milestone Plan Was Not Used"), error);
      return;
    }
  if (used->name != NULL)
    {
      /* Translators: how many milestones were made; the name of a plan */
      words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u milestone from “%s”",
                                            "%u milestones from “%s”", used->n_made),
                               used->n_made, used->name);
      assay_context_toast_undo (context, words);
    }
  used_free (used);
}

static void
use_async (AssayContext *context, gint64 order, gint64 plan)
{
  AssayBook *book = assay_context_get_book (context);
  Use *what;

  if (book == NULL || assay_book_is_read_only (book))
    return;
  what = g_new0 (Use, 1);
  *what = (Use){ order, plan };
  assay_book_change_async (book, _ ("Use milestone plan"), use, what, g_free, used_free, NULL,
                           used_cb, g_object_ref (context));
}

void
assay_plan_chooser_propose (AssayContext *context, gint64 order)
{
  AssayBook *book = assay_context_get_book (context);
  gint64 plan = 0;

  /* Asked first, so that an order without a plan is no change. */
  if (book != NULL && assay_milestone_plan_find (assay_book_get_reader (book), order, &plan, NULL)
      && plan != 0)
    use_async (context, order, plan);
}

/* Asking */

typedef struct
{
  AssayContext *context;
  gint64 order, plan;
} Asking;

static void
asking_free (gpointer data, GClosure *closure)
{
  g_object_unref (((Asking *)data)->context);
  g_free (data);
}

static void
answered_cb (AdwAlertDialog *dialog, const char *response, Asking *asking)
{
  if (g_str_equal (response, "use") && asking->plan != 0)
    use_async (asking->context, asking->order, asking->plan);
}

static void
toggled_cb (GtkCheckButton *button, Asking *asking)
{
  if (gtk_check_button_get_active (button))
    asking->plan = *(gint64 *)g_object_get_data (G_OBJECT (button), "plan");
}

static GtkWidget *
new_row (AssayRecord *plan, gboolean active, GtkCheckButton **group, Asking *asking)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();
  gint64 id = assay_record_get_id (plan);
  const char *name = assay_record_get_text (plan, ASSAY_MILESTONE_PLAN_NAME);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name != NULL ? name : "");
  g_object_set_data_full (G_OBJECT (button), "plan", g_memdup2 (&id, sizeof id), g_free);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), *group);
  if (*group == NULL)
    *group = GTK_CHECK_BUTTON (button);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), asking);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  if (active)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
  return row;
}

static char *
describe (guint n_open, guint n_done)
{
  g_autofree char *open = NULL;

  if (n_open == 0 && n_done == 0)
    return g_strdup (_ ("Its steps become the milestones of this order; their amounts follow the "
                        "order’s value."));
  open = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u open milestone is replaced",
                                       "%u open milestones are replaced", n_open),
                          n_open);
  if (n_done == 0)
    return g_strdup_printf ("%s.", open);
  /* Translators: “2 open milestones are replaced”; a number */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s; %u that is done stays.",
                                       "%s; %u that are done stay.", n_done),
                          open, n_done);
}

void
assay_plan_chooser_ask (
    AssayContext *context, AssayRecord *order, guint n_open, guint n_done, GtkWidget *parent)
{
  AssayBook *book = assay_context_get_book (context);
  AssayDb *db = book != NULL ? assay_book_get_reader (book) : NULL;
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_MILESTONE_PLAN);
  g_autoptr (GPtrArray) plans = NULL;
  g_autofree char *body = describe (n_open, n_done);
  AdwAlertDialog *alert
      = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Use a Milestone Plan"), body));
  GtkWidget *list = gtk_list_box_new ();
  GtkCheckButton *group = NULL;
  Asking *asking = g_new0 (Asking, 1);
  gint64 first = 0;

  asking->context = g_object_ref (context);
  asking->order = assay_record_get_id (order);
  assay_query_set_sort (query, ASSAY_MILESTONE_PLAN_NAME, FALSE);
  if (db != NULL)
    {
      plans = assay_query_run_records (query, db, 0, NULL);
      assay_milestone_plan_find (db, asking->order, &first, NULL);
    }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      AssayRecord *plan = g_ptr_array_index (plans, i);
      gboolean active = first != 0 ? assay_record_get_id (plan) == first : i == 0;

      gtk_list_box_append (GTK_LIST_BOX (list), new_row (plan, active, &group, asking));
    }
  if (plans == NULL || plans->len == 0)
    adw_alert_dialog_set_body (
        alert, _ ("The book has no milestone plan yet. Make one under “Milestone Plans”."));
  else
    adw_alert_dialog_set_extra_child (alert, list);
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "use", _ ("_Use Plan"), NULL);
  adw_alert_dialog_set_response_enabled (alert, "use", asking->plan != 0);
  adw_alert_dialog_set_response_appearance (
      alert, "use", n_open > 0 ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, n_open > 0 ? "cancel" : "use");
  adw_alert_dialog_set_close_response (alert, "cancel");
  g_signal_connect_data (alert, "response", G_CALLBACK (answered_cb), asking, asking_free, 0);
  adw_dialog_present (ADW_DIALOG (alert), parent);
}
