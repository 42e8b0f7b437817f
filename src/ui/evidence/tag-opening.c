/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/evidence/tag-opening.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "record/tag-address.h"
#include "store/records.h"

/* Taking what was seen */

static gboolean
log_look_up (AssayDb *db,
             gint64 evidence,
             const char *place,
             const AssayTagSeen *seen,
             gint32 today,
             GError **error)
{
  g_autoptr (AssayRecord) record = NULL;
  const char *result = !seen->opens                            ? "not_found"
                       : g_strcmp0 (seen->matches, "yes") == 0 ? "verified"
                       : g_strcmp0 (seen->matches, "no") == 0  ? "mismatch"
                                                               : NULL;

  if (result == NULL)
    return TRUE;
  record = assay_record_new (ASSAY_TYPE_VERIFICATION);
  assay_record_set_reference (record, ASSAY_VERIFICATION_EVIDENCE, evidence);
  assay_record_set_date (record, ASSAY_VERIFICATION_LOOKED_ON, today);
  assay_record_set_text (record, ASSAY_VERIFICATION_LOOKED_BY, seen->by);
  assay_record_set_text (record, ASSAY_VERIFICATION_PLACE, place);
  assay_record_set_text (record, ASSAY_VERIFICATION_RESULT, result);
  assay_record_set_text (record, ASSAY_VERIFICATION_NOTE, seen->shows);
  return assay_records_insert (db, record, error);
}

/* What was seen raises the standing of a tag, and lowers none: that is said by hand. */
static void
raise_standing (AssayRecord *tag, const AssayTagSeen *seen)
{
  const char *state = assay_record_get_text (tag, ASSAY_EVIDENCE_STATE);

  if (!seen->opens || g_strcmp0 (state, "refused") == 0)
    return;
  if (g_strcmp0 (seen->matches, "yes") == 0)
    assay_record_set_text (tag, ASSAY_EVIDENCE_STATE, "verified");
  else if (g_strcmp0 (state, "verified") != 0)
    assay_record_set_text (tag, ASSAY_EVIDENCE_STATE, "seen");
}

gboolean
assay_tag_take_seen (
    AssayDb *db, gint64 evidence, const AssayTagSeen *seen, gint32 today, GError **error)
{
  g_autoptr (AssayRecord) tag = assay_records_get (db, ASSAY_TYPE_EVIDENCE, evidence, error);
  g_autofree char *place = NULL;

  if (tag == NULL)
    return FALSE;
  place = g_strdup (assay_record_get_text (tag, ASSAY_EVIDENCE_PAYLOAD));
  assay_record_set_text (tag, ASSAY_EVIDENCE_RESOLVES, seen->opens ? "yes" : "no");
  assay_record_set_date (tag, ASSAY_EVIDENCE_RESOLVED_ON, today);
  assay_record_set_text (tag, ASSAY_EVIDENCE_MATCHES, seen->matches);
  assay_record_set_text (tag, ASSAY_EVIDENCE_SHOWS, seen->shows);
  assay_record_set_text (tag, ASSAY_EVIDENCE_CONTROLS, seen->controls);
  raise_standing (tag, seen);
  return assay_records_update (db, tag, error)
         && log_look_up (db, evidence, place, seen, today, error);
}

/* Asking */

typedef struct
{
  AssayContext *context;
  gint64 evidence;
  AdwComboRow *opens, *matches;
  AdwEntryRow *shows, *controls, *by;
} Asking;

static void
asking_free (gpointer data, GClosure *closure)
{
  Asking *asking = data;

  g_object_unref (asking->context);
  g_free (asking);
}

typedef struct
{
  gint64 evidence;
  gint32 today;
  gboolean opens;
  char *matches, *shows, *controls, *by;
} Taking;

static void
taking_free (gpointer data)
{
  Taking *taking = data;

  g_free (taking->matches);
  g_free (taking->shows);
  g_free (taking->controls);
  g_free (taking->by);
  g_free (taking);
}

static gboolean
take_func (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  const Taking *taking = data;
  const AssayTagSeen seen
      = { taking->opens, taking->matches, taking->shows, taking->controls, taking->by };

  return assay_tag_take_seen (db, taking->evidence, &seen, taking->today, error);
}

static void
taken_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayContext) context = data;
  g_autoptr (GError) error = NULL;

  assay_book_change_finish (ASSAY_BOOK (source), result, &error);
  if (error != NULL)
    assay_context_failed (context, _ ("The Check of the Tag Was Not Saved"), error);
  else
    assay_context_toast_undo (context, _ ("Tag checked"));
}

/* NULL when nothing was typed. */
static char *
dup_text (AdwEntryRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
answered_cb (AdwAlertDialog *dialog, const char *response, Asking *asking)
{
  static const char *const matches[] = { NULL, "yes", "no" };
  AssayBook *book = assay_context_get_book (asking->context);
  guint chosen = adw_combo_row_get_selected (asking->matches);
  Taking *taking;

  if (!g_str_equal (response, "save") || book == NULL)
    return;
  taking = g_new0 (Taking, 1);
  taking->evidence = asking->evidence;
  taking->today = assay_context_get_today (asking->context);
  taking->opens = adw_combo_row_get_selected (asking->opens) == 0;
  if (taking->opens && chosen < G_N_ELEMENTS (matches))
    taking->matches = g_strdup (matches[chosen]);
  taking->shows = dup_text (asking->shows);
  taking->controls = dup_text (asking->controls);
  taking->by = dup_text (asking->by);
  assay_book_change_async (book, _ ("Check a tag"), take_func, taking, taking_free, NULL, NULL,
                           taken_cb, g_object_ref (asking->context));
}

static AdwEntryRow *
add_entry (GtkWidget *list, const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (row), text);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return ADW_ENTRY_ROW (row);
}

static AdwComboRow *
add_choice (GtkWidget *list, const char *title, const char *const *choices, guint selected)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) model = gtk_string_list_new (choices);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return ADW_COMBO_ROW (row);
}

static guint
selected_of (const char *answer)
{
  return g_strcmp0 (answer, "yes") == 0 ? 1 : g_strcmp0 (answer, "no") == 0 ? 2 : 0;
}

/* What does not open fits nothing. */
static void
opens_cb (Asking *asking)
{
  gtk_widget_set_sensitive (GTK_WIDGET (asking->matches),
                            adw_combo_row_get_selected (asking->opens) == 0);
}

static GtkWidget *
make_questions (Asking *asking, AssayRecord *tag)
{
  const char *const opens[] = { _ ("It opened a page"), _ ("It did not open"), NULL };
  const char *const fits[] = { _ ("Not said"), _ ("Yes"), _ ("No"), NULL };
  const char *name = g_get_real_name ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  asking->opens
      = add_choice (list, _ ("_Address"), opens,
                    g_strcmp0 (assay_record_get_text (tag, ASSAY_EVIDENCE_RESOLVES), "no") == 0);
  asking->matches = add_choice (list, _ ("_Fits the order or lot"), fits,
                                selected_of (assay_record_get_text (tag, ASSAY_EVIDENCE_MATCHES)));
  asking->shows
      = add_entry (list, _ ("_What it shows"), assay_record_get_text (tag, ASSAY_EVIDENCE_SHOWS));
  asking->controls = add_entry (list, _ ("Who _runs that site"),
                                assay_record_get_text (tag, ASSAY_EVIDENCE_CONTROLS));
  asking->by = add_entry (list, _ ("Looked at _by"),
                          name != NULL && !g_str_equal (name, "Unknown") ? name : NULL);
  return list;
}

void
assay_tag_ask_seen (AssayContext *context, GtkWidget *parent, AssayRecord *tag)
{
  AdwDialog *dialog = adw_alert_dialog_new (
      _ ("What Did the Tag Show?"),
      _ ("Compare the page with your order: product, lot, quantity. A page that the supplier runs "
         "proves less than one of somebody else."));
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);
  Asking *asking = g_new0 (Asking, 1);

  asking->context = g_object_ref (context);
  asking->evidence = assay_record_get_id (tag);
  adw_alert_dialog_set_extra_child (alert, make_questions (asking, tag));
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "save", _ ("_Save Check"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_set_default_response (alert, "save");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), asking, asking_free, 0);
  g_signal_connect_swapped (asking->opens, "notify::selected", G_CALLBACK (opens_cb), asking);
  opens_cb (asking);
  adw_dialog_present (dialog, parent);
}

/* Opening */

typedef struct
{
  AssayContext *context;
  GtkWidget *parent;
  AssayRecord *tag;
  char *address;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->context);
  g_object_unref (opening->parent);
  g_object_unref (opening->tag);
  g_free (opening->address);
  g_free (opening);
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Opening *opening = data;
  g_autoptr (GError) error = NULL;

  if (gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error))
    assay_tag_ask_seen (opening->context, opening->parent, opening->tag);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    assay_context_failed (opening->context, _ ("The Address Cannot Be Opened Here"), error);
  opening_free (opening);
}

static void
confirmed_cb (AdwAlertDialog *dialog, const char *response, Opening *opening)
{
  g_autoptr (GtkUriLauncher) launcher = NULL;
  GtkRoot *root = gtk_widget_get_root (opening->parent);

  if (!g_str_equal (response, "open"))
    {
      opening_free (opening);
      return;
    }
  launcher = gtk_uri_launcher_new (opening->address);
  gtk_uri_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL,
                           launched_cb, opening);
}

void
assay_tag_open (AssayContext *context, GtkWidget *parent, AssayRecord *tag)
{
  g_autofree char *host = NULL;
  g_autofree char *address
      = assay_tag_dup_address (assay_record_get_text (tag, ASSAY_EVIDENCE_PAYLOAD), &host);
  AdwDialog *dialog;
  AdwAlertDialog *alert;
  Opening *opening;

  if (address == NULL)
    return;
  dialog = adw_alert_dialog_new (NULL, address);
  alert = ADW_ALERT_DIALOG (dialog);
  /* Translators: the name of a web site, such as tag.example.com. */
  adw_alert_dialog_format_heading (alert, _ ("Open a Page of %s?"), host);
  opening = g_new0 (Opening, 1);
  opening->context = g_object_ref (context);
  opening->parent = g_object_ref (parent);
  opening->tag = g_object_ref (tag);
  opening->address = g_steal_pointer (&address);
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "open", _ ("_Open"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "open", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_set_default_response (alert, "open");
  g_signal_connect (dialog, "response", G_CALLBACK (confirmed_cb), opening);
  adw_dialog_present (dialog, parent);
}
