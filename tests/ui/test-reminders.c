/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reminders on Today and as a notification, the findings of an audit, the code of a tag. */

#include <qrencode.h>
#include <string.h>

#include "insight/agenda-reminders.h"
#include "sample-book.h"
#include "store/attachments.h"
#include "ui/evidence/findings-card.h"
#include "ui/evidence/tag-card.h"
#include "ui/evidence/tag-opening.h"
#include "ui/evidence/tag-reading.h"
#include "ui/reminder-notice.h"
#include "ui/today/today-reminders.h"

static gboolean
says (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

static gboolean
add_evidence (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  static const struct
  {
    const char *name, *severity;
    int due, closed; /* days from today; 0: unknown */
  } findings[] = {
    { "Gloves missing", "minor", -20, -10 },
    { "Overtime", "major", 20, 0 },
    { "Fire exit blocked", "critical", -3, 0 },
  };
  SampleBook *sample = data;
  AssayRecord *record = assay_record_new (ASSAY_TYPE_SCHEME);

  assay_record_set_text (record, ASSAY_SCHEME_CODE, "amfori BSCI");
  assay_record_set_text (record, ASSAY_SCHEME_NAME, "amfori BSCI");
  sample_insert (db, sample, record);
  record = assay_record_new (ASSAY_TYPE_EVIDENCE);
  assay_record_set_text (record, ASSAY_EVIDENCE_KIND, "audit");
  assay_record_set_reference (record, ASSAY_EVIDENCE_SCHEME, sample->ids[ASSAY_TYPE_SCHEME]);
  assay_record_set_reference (record, ASSAY_EVIDENCE_SUPPLIER, sample->ids[ASSAY_TYPE_SUPPLIER]);
  assay_record_set_text (record, ASSAY_EVIDENCE_STATE, "seen");
  assay_record_set_text (record, ASSAY_EVIDENCE_RATING, "A");
  assay_record_set_integer (record, ASSAY_EVIDENCE_SCORE, 80);
  assay_record_set_date (record, ASSAY_EVIDENCE_VALID_UNTIL, SAMPLE_TODAY - 5);
  sample_insert (db, sample, record);
  for (guint i = 0; i < G_N_ELEMENTS (findings); i++)
    {
      record = sample_new (sample, ASSAY_TYPE_AUDIT_FINDING);
      assay_record_set_text (record, ASSAY_AUDIT_FINDING_NAME, findings[i].name);
      assay_record_set_text (record, ASSAY_AUDIT_FINDING_SEVERITY, findings[i].severity);
      assay_record_set_date (record, ASSAY_AUDIT_FINDING_DUE_ON, SAMPLE_TODAY + findings[i].due);
      if (findings[i].closed != 0)
        assay_record_set_date (record, ASSAY_AUDIT_FINDING_CLOSED_ON,
                               SAMPLE_TODAY + findings[i].closed);
      sample_insert (db, sample, record);
    }
  return TRUE;
}

static SampleBook *
new_book (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  g_autoptr (GError) error = NULL;

  assay_book_change (sample->book, "Evidence", add_evidence, sample, NULL, NULL, &error);
  g_assert_no_error (error);
  return sample;
}

static AssayRecord *
get_evidence (SampleBook *sample, gint64 id)
{
  g_autoptr (GError) error = NULL;
  AssayRecord *record
      = assay_records_get (assay_book_get_reader (sample->book), ASSAY_TYPE_EVIDENCE, id, &error);

  g_assert_no_error (error);
  return record;
}

static void
test_today (void)
{
  SampleBook *sample = new_book ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayAgenda) agenda
      = assay_reminders_ask (assay_book_get_reader (sample->book), SAMPLE_TODAY, 14, &error);
  g_autoptr (AssayAgenda) later
      = assay_reminders_ask (assay_book_get_reader (sample->book), SAMPLE_TODAY - 100, 0, &error);
  g_autoptr (GNotification) notice = assay_reminder_notice_new (agenda, "packs");
  GtkWidget *group;

  g_assert_no_error (error);
  g_assert_nonnull (notice);
  g_assert_null (assay_reminder_notice_new (later, "packs"));
  g_assert_null (
      assay_today_reminders_group_new (sample->context, agenda, ASSAY_REMINDER_SAMPLES, 8));
  group = g_object_ref_sink (
      assay_today_reminders_group_new (sample->context, agenda, ASSAY_REMINDER_EXPIRED, 8));
  g_assert_true (says (group, "Evidence That Ran Out (1)"));
  g_assert_true (says (group, "amfori BSCI"));
  g_assert_true (says (group, "Sao Mai Bags"));
  g_assert_true (says (group, "ran out 5 days ago"));
  g_object_unref (group);
  group = g_object_ref_sink (
      assay_today_reminders_group_new (sample->context, agenda, ASSAY_REMINDER_FINDINGS, 8));
  g_assert_true (says (group, "Fire exit blocked · amfori BSCI"));
  g_assert_true (says (group, "3 days late"));
  g_object_unref (group);
  sample_book_free (sample);
}

static GtkWidget *
show (GtkWidget *widget, int width)
{
  GtkWidget *window = adw_window_new ();

  adw_window_set_content (ADW_WINDOW (window), widget);
  gtk_window_set_default_size (GTK_WINDOW (window), width, 500);
  gtk_window_present (GTK_WINDOW (window));
  sample_spin (200);
  return window;
}

static void
test_findings (void)
{
  SampleBook *sample = new_book ();
  AssayFindingsCard *card = assay_findings_card_new (sample->context);
  g_autoptr (AssayRecord) audit = get_evidence (sample, sample->ids[ASSAY_TYPE_EVIDENCE]);
  GtkWidget *window;

  assay_findings_card_show (card, audit);
  window = show (GTK_WIDGET (card), 360);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (card)), <=, 360);
  g_assert_true (says (GTK_WIDGET (card), "2 of 3 findings open, 1 overdue; the worst: Critical"));
  g_assert_true (says (GTK_WIDGET (card), "80 points are worth B, not A"));
  g_assert_true (says (GTK_WIDGET (card), "Fire exit blocked"));
  g_assert_true (says (GTK_WIDGET (card), "closed 17 May 2026"));
  g_assert_true (says (GTK_WIDGET (card), "Overdue"));
  gtk_window_destroy (GTK_WINDOW (window));
  sample_spin (50);
  sample_book_free (sample);
}

/* What a change of the test does. */
typedef struct
{
  gint64 id;
  const char *code;
  AssayTagSeen seen;
} Step;

static gboolean
fill (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Step *step = data;

  step->id = assay_tag_fill (db, step->id, step->code, NULL, NULL, error);
  return step->id != 0;
}

static gboolean
take (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  const Step *step = data;

  return assay_tag_take_seen (db, step->id, &step->seen, SAMPLE_TODAY, error);
}

static void
run (SampleBook *sample, AssayChangeFunc func, Step *step)
{
  g_autoptr (GError) error = NULL;

  assay_book_change (sample->book, "Tag", func, step, NULL, NULL, &error);
  g_assert_no_error (error);
}

static guint
count_look_ups (SampleBook *sample, gint64 tag, const char *result)
{
  g_autoptr (AssayQuery) query = assay_query_new (ASSAY_TYPE_VERIFICATION);
  g_autoptr (GPtrArray) rows = NULL;
  g_auto (AssayValue) value = ASSAY_VALUE_INIT;
  guint n = 0;

  assay_value_set_integer (&value, tag);
  assay_query_add_filter (query, ASSAY_VERIFICATION_EVIDENCE, ASSAY_FILTER_IS, &value);
  rows = assay_query_run_records (query, assay_book_get_reader (sample->book), 10, NULL);
  for (guint i = 0; i < rows->len; i++)
    n += g_strcmp0 (assay_record_get_text (rows->pdata[i], ASSAY_VERIFICATION_RESULT), result) == 0;
  return n;
}

static void
test_tag (void)
{
  SampleBook *sample = new_book ();
  Step step = { .code = "https://tag.example.com/t/8F3K" };
  g_autoptr (AssayRecord) filled = NULL, seen = NULL, changed = NULL, gone = NULL;

  run (sample, fill, &step);
  filled = get_evidence (sample, step.id);
  g_assert_cmpstr (assay_record_get_text (filled, ASSAY_EVIDENCE_KIND), ==, "tag");
  g_assert_cmpstr (assay_record_get_text (filled, ASSAY_EVIDENCE_PAYLOAD), ==, step.code);
  g_assert_cmpstr (assay_record_get_text (filled, ASSAY_EVIDENCE_STATE), ==, "claimed");

  step.seen = (AssayTagSeen){ TRUE, "yes", "Lot 220, spun in Hsinchu", "Textile Exchange", "Anna" };
  run (sample, take, &step);
  seen = get_evidence (sample, step.id);
  g_assert_cmpstr (assay_record_get_text (seen, ASSAY_EVIDENCE_RESOLVES), ==, "yes");
  g_assert_cmpint (assay_record_get_date (seen, ASSAY_EVIDENCE_RESOLVED_ON), ==, SAMPLE_TODAY);
  g_assert_cmpstr (assay_record_get_text (seen, ASSAY_EVIDENCE_STATE), ==, "verified");
  g_assert_cmpuint (count_look_ups (sample, step.id, "verified"), ==, 1);

  /* The same code read again keeps what was seen, another one does not. */
  run (sample, fill, &step);
  g_clear_object (&changed);
  changed = get_evidence (sample, step.id);
  g_assert_cmpstr (assay_record_get_text (changed, ASSAY_EVIDENCE_RESOLVES), ==, "yes");
  step.code = "8F3K-221";
  run (sample, fill, &step);
  g_clear_object (&changed);
  changed = get_evidence (sample, step.id);
  g_assert_null (assay_record_get_text (changed, ASSAY_EVIDENCE_RESOLVES));
  g_assert_null (assay_record_get_text (changed, ASSAY_EVIDENCE_SHOWS));

  /* What does not open fits nothing, and lowers no standing by itself. */
  step.seen = (AssayTagSeen){ FALSE, NULL, NULL, NULL, NULL };
  run (sample, take, &step);
  gone = get_evidence (sample, step.id);
  g_assert_cmpstr (assay_record_get_text (gone, ASSAY_EVIDENCE_RESOLVES), ==, "no");
  g_assert_cmpstr (assay_record_get_text (gone, ASSAY_EVIDENCE_STATE), ==, "verified");
  g_assert_cmpuint (count_look_ups (sample, step.id, "not_found"), ==, 1);
  sample_book_free (sample);
}

static void
test_tag_card (void)
{
  static const struct
  {
    const char *payload, *says, *says_not;
  } rows[] = {
    { NULL, "Not read yet", "A page of" },
    { "https://tag.example.com/t/8F3K", "A page of tag.example.com", "no address" },
    { "8F3K-220", "Text, no address that can be opened", "A page of" },
    { "https://good.example@evil.example/x", "Text, no address that can be opened", "A page of" },
  };
  SampleBook *sample = new_book ();
  AssayTagCard *card = assay_tag_card_new (sample->context);
  GtkWidget *window = show (GTK_WIDGET (card), 360);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (AssayRecord) tag = get_evidence (sample, sample->ids[ASSAY_TYPE_EVIDENCE]);

      assay_record_set_text (tag, ASSAY_EVIDENCE_KIND, "tag");
      assay_record_set_text (tag, ASSAY_EVIDENCE_PAYLOAD, rows[i].payload);
      assay_tag_card_show (card, tag);
      g_test_message ("%s", rows[i].payload);
      g_assert_true (says (GTK_WIDGET (card), rows[i].says));
      g_assert_false (says (GTK_WIDGET (card), rows[i].says_not));
    }
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (card)), <=, 360);
  gtk_window_destroy (GTK_WINDOW (window));
  sample_spin (50);
  sample_book_free (sample);
}

static GBytes *
make_photo (const char *text)
{
  QRcode *code = QRcode_encodeString (text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
  int side = (code->width + 8) * 6;
  g_autoptr (GdkPixbuf) page = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, side, side);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  gdk_pixbuf_fill (page, 0xffffffff);
  for (int y = 24; y < side - 24; y++)
    for (int x = 24; x < side - 24; x++)
      if (code->data[(y - 24) / 6 * code->width + (x - 24) / 6] & 1)
        memset (gdk_pixbuf_get_pixels (page) + (gsize)y * (gsize)gdk_pixbuf_get_rowstride (page)
                    + (gsize)x * 3,
                0, 3);
  QRcode_free (code);
  gdk_pixbuf_save_to_buffer (page, &data, &length, "png", &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

static void
failed_cb (AssayContext *context, const char *what, GError *error, char **words)
{
  g_set_str (words, error->message);
}

/* From the photo to the record, the photo attached; a picture without a code is said. */
static void
test_tag_photo (void)
{
  SampleBook *sample = new_book ();
  gint64 id = sample->ids[ASSAY_TYPE_EVIDENCE];
  GtkWidget *window = show (gtk_label_new ("page"), 360);
  g_autoptr (GBytes) photo = make_photo ("https://tag.example.com/t/8F3K");
  g_autoptr (GBytes) words = g_bytes_new_static ("no picture", 10);
  g_autoptr (AssayRecord) tag = NULL;
  g_autoptr (GPtrArray) attached = NULL;
  g_autofree char *failure = NULL;

  g_signal_connect (sample->context, "failed", G_CALLBACK (failed_cb), &failure);
  assay_tag_read_bytes (sample->context, window, id, "tag.png", photo);
  for (int i = 0; i < 100 && attached == NULL; i++)
    {
      sample_spin (100);
      g_clear_object (&tag);
      tag = get_evidence (sample, id);
      if (assay_record_is_known (tag, ASSAY_EVIDENCE_PAYLOAD))
        attached = assay_attachments_list (assay_book_get_reader (sample->book),
                                           ASSAY_TYPE_EVIDENCE, id, NULL);
    }
  g_assert_cmpstr (failure, ==, NULL);
  g_assert_cmpstr (assay_record_get_text (tag, ASSAY_EVIDENCE_PAYLOAD), ==,
                   "https://tag.example.com/t/8F3K");
  g_assert_nonnull (attached);
  g_assert_cmpuint (attached->len, ==, 1);
  assay_tag_read_bytes (sample->context, window, id, "words.jpg", words);
  for (int i = 0; i < 100 && failure == NULL; i++)
    sample_spin (100);
  g_assert_cmpstr (failure, ==, "It is no picture, or of a kind that cannot be read here");
  gtk_window_destroy (GTK_WINDOW (window));
  sample_spin (50);
  sample_book_free (sample);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  adw_init ();
  g_test_add_func ("/ui/reminders/today", test_today);
  g_test_add_func ("/ui/reminders/findings", test_findings);
  g_test_add_func ("/ui/reminders/tag", test_tag);
  g_test_add_func ("/ui/reminders/tag-card", test_tag_card);
  g_test_add_func ("/ui/reminders/tag-photo", test_tag_photo);
  return g_test_run ();
}
