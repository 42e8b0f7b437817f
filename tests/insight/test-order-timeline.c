/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An order in time, and writing down what happened. */

#include "insight/order-events.h"
#include "sample-book.h"

typedef struct
{
  gint64 supplier, order, lines[2];
  /* what to do next */
  AssayType type;
  gint64 id;
  AssayOrderEvent event;
  gint32 day;
} Sample;

static void
fill (AssayDb *db, gpointer data)
{
  Sample *sample = data;
  g_autoptr (AssayRecord) blackout = assay_record_new (ASSAY_TYPE_BLACKOUT);
  g_autoptr (GError) error = NULL;

  sample->supplier = sample_supplier (db, "Sao Mai", "VN");
  sample->order = sample_order (db, "PO-1", sample->supplier, "2026-01-05", "2026-01-08");
  sample->lines[0] = sample_line (db, sample->order, 0, 100, "2026-03-01");
  sample->lines[1] = sample_line (db, sample->order, 0, 50, "2026-03-10");
  sample_delivery (db, sample->lines[0], 60, "2026-03-03");
  assay_record_set_text (blackout, ASSAY_BLACKOUT_NAME, "Tết");
  assay_record_set_text (blackout, ASSAY_BLACKOUT_COUNTRY, "VN");
  assay_record_set_date (blackout, ASSAY_BLACKOUT_FROM_ON, sample_day ("2026-02-14"));
  assay_record_set_date (blackout, ASSAY_BLACKOUT_TO_ON, sample_day ("2026-02-22"));
  assay_records_insert (db, blackout, &error);
  g_assert_no_error (error);
}

static void
happen (AssayDb *db, gpointer data)
{
  Sample *sample = data;
  g_autoptr (GError) error = NULL;

  assay_order_event_set (db, sample->type, sample->id, sample->event, sample->day, &error);
  g_assert_no_error (error);
}

static AssayOrderTimeline *
read_back (AssayBook *book, gint64 order)
{
  g_autoptr (GError) error = NULL;
  AssayOrderTimeline *timeline = assay_order_timeline_read (assay_book_get_reader (book), order,
                                                            sample_day ("2026-03-12"), &error);

  g_assert_no_error (error);
  return timeline;
}

static void
check_day (const AssayOrderTimeline *timeline,
           guint lane,
           AssayOrderEvent event,
           const char *planned,
           const char *actual,
           guint reached,
           guint of)
{
  const AssayTimelineLane *found = g_ptr_array_index (timeline->lanes, lane);

  g_test_message ("lane %u, %s", lane, assay_order_event_label (event));
  g_assert_cmpint (found->days[event].planned, ==, sample_day (planned));
  g_assert_cmpint (found->days[event].actual, ==, sample_day (actual));
  g_assert_cmpuint (found->days[event].reached, ==, reached);
  g_assert_cmpuint (found->days[event].of, ==, of);
}

static void
test_read (void)
{
  AssayBook *book = sample_book_new ();
  Sample sample = { 0 };
  g_autoptr (AssayOrderTimeline) timeline = NULL;
  gint32 first, last;

  sample_change (book, fill, &sample);
  timeline = read_back (book, sample.order);
  /* The order, two lines, the delivery of the first. */
  g_assert_cmpuint (timeline->lanes->len, ==, 4);
  check_day (timeline, 0, ASSAY_EVENT_SENT, NULL, "2026-01-05", 1, 1);
  check_day (timeline, 0, ASSAY_EVENT_CONFIRMED, NULL, "2026-01-08", 1, 1);
  /* Of the first line 40 pieces are missing: it is not received, nor is the order. */
  check_day (timeline, 1, ASSAY_EVENT_RECEIVED, "2026-03-01", NULL, 1, 1);
  check_day (timeline, 2, ASSAY_EVENT_RECEIVED, NULL, "2026-03-03", 1, 1);
  check_day (timeline, 0, ASSAY_EVENT_RECEIVED, "2026-03-10", NULL, 0, 2);
  g_assert_cmpuint (timeline->promises->len, ==, 2);
  g_assert_true (assay_order_timeline_span (timeline, &first, &last));
  g_assert_cmpint (first, ==, sample_day ("2026-01-05"));
  g_assert_cmpint (last, ==, sample_day ("2026-03-10"));
  g_assert_cmpuint (timeline->bands->len, ==, 1);
  g_assert_cmpint (((AssayTimelineBand *)g_ptr_array_index (timeline->bands, 0))->from, ==,
                   sample_day ("2026-02-14"));
  sample_book_free (book);
}

static void
tell (AssayBook *book,
      Sample *sample,
      AssayType type,
      gint64 id,
      AssayOrderEvent event,
      const char *day)
{
  sample->type = type;
  sample->id = id;
  sample->event = event;
  sample->day = sample_day (day);
  sample_change (book, happen, sample);
}

/* What was told before stays; pieces without a delivery get one. */
static void
test_happen (void)
{
  AssayBook *book = sample_book_new ();
  Sample sample = { 0 };
  g_autoptr (AssayOrderTimeline) before = NULL;
  g_autoptr (AssayOrderTimeline) after = NULL;
  g_autoptr (AssayOrderTimeline) last = NULL;

  sample_change (book, fill, &sample);
  tell (book, &sample, ASSAY_TYPE_ORDER_LINE, sample.lines[0], ASSAY_EVENT_RECEIVED, "2026-03-09");
  before = read_back (book, sample.order);
  /* 60 pieces on the third, the other 40 on the ninth: a second delivery. */
  g_assert_cmpuint (before->lanes->len, ==, 5);
  check_day (before, 1, ASSAY_EVENT_RECEIVED, "2026-03-01", "2026-03-09", 2, 2);
  check_day (before, 0, ASSAY_EVENT_RECEIVED, "2026-03-10", NULL, 1, 2);
  /* Of the whole order, and on the same day again: nothing new. */
  tell (book, &sample, ASSAY_TYPE_ORDER, sample.order, ASSAY_EVENT_RECEIVED, "2026-03-12");
  after = read_back (book, sample.order);
  g_assert_cmpuint (after->lanes->len, ==, 6);
  check_day (after, 1, ASSAY_EVENT_RECEIVED, "2026-03-01", "2026-03-09", 2, 2);
  check_day (after, 0, ASSAY_EVENT_RECEIVED, "2026-03-10", "2026-03-12", 2, 2);
  tell (book, &sample, ASSAY_TYPE_ORDER, sample.order, ASSAY_EVENT_RECEIVED, "2026-03-20");
  tell (book, &sample, ASSAY_TYPE_ORDER, sample.order, ASSAY_EVENT_SENT, "2026-03-20");
  tell (book, &sample, ASSAY_TYPE_ORDER, sample.order, ASSAY_EVENT_DEPOSIT, "2026-01-10");
  tell (book, &sample, ASSAY_TYPE_ORDER, sample.order, ASSAY_EVENT_STARTED, "2026-01-20");
  last = read_back (book, sample.order);
  g_assert_cmpuint (last->lanes->len, ==, 6);
  check_day (last, 0, ASSAY_EVENT_RECEIVED, "2026-03-10", "2026-03-12", 2, 2);
  check_day (last, 0, ASSAY_EVENT_SENT, NULL, "2026-01-05", 1, 1);
  check_day (last, 0, ASSAY_EVENT_DEPOSIT, NULL, "2026-01-10", 1, 1);
  check_day (last, 0, ASSAY_EVENT_STARTED, NULL, "2026-01-20", 2, 2);
  sample_book_free (book);
}

static const struct
{
  const char *planned, *actual;
  gboolean says;
  int days;
} slips[] = {
  { "2026-03-01", "2026-03-04", TRUE, 3 }, { "2026-03-01", "2026-02-27", TRUE, -2 },
  { "2026-03-01", "2026-03-01", TRUE, 0 }, { "2026-03-01", NULL, TRUE, 11 },
  { "2026-03-12", NULL, FALSE, 0 },        { "2026-03-20", NULL, FALSE, 0 },
  { NULL, "2026-03-04", FALSE, 0 },        { NULL, NULL, FALSE, 0 },
};

static void
test_slip (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (slips); i++)
    {
      AssayTimelineDay day = { sample_day (slips[i].planned), sample_day (slips[i].actual), 0, 0 };
      int days = 0;

      g_test_message ("slip %u", (guint)i);
      g_assert_cmpint (assay_timeline_day_slip (&day, sample_day ("2026-03-12"), &days), ==,
                       slips[i].says);
      if (slips[i].says)
        g_assert_cmpint (days, ==, slips[i].days);
    }
}

static void
fill_empty (AssayDb *db, gpointer data)
{
  Sample *sample = data;

  sample->supplier = sample_supplier (db, "Sao Mai", NULL);
  sample->order = sample_order (db, "PO-1", sample->supplier, NULL, NULL);
}

static void
test_empty (void)
{
  AssayBook *book = sample_book_new ();
  Sample sample = { 0 };
  g_autoptr (AssayOrderTimeline) timeline = NULL;
  gint32 first, last;

  sample_change (book, fill_empty, &sample);
  timeline = read_back (book, sample.order);
  g_assert_cmpuint (timeline->lanes->len, ==, 1);
  check_day (timeline, 0, ASSAY_EVENT_RECEIVED, NULL, NULL, 0, 0);
  g_assert_false (assay_order_timeline_span (timeline, &first, &last));
  sample_book_free (book);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order-timeline/read", test_read);
  g_test_add_func ("/order-timeline/happen", test_happen);
  g_test_add_func ("/order-timeline/slip", test_slip);
  g_test_add_func ("/order-timeline/empty", test_empty);
  return g_test_run ();
}
