/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A small book in a folder of its own, and a context with it, for tests of pages and forms: one
 * supplier with a contact, a product, an order with two lines (one delivered late in two parts
 * after a moved promise, one open), one inspection with a defect. */

#pragma once

#include <adwaita.h>
#include <glib/gstdio.h>

#include "store/records.h"
#include "ui/context.h"
#include "ui/init.h"

typedef struct
{
  char *folder;
  char *path;
  AssayBook *book;
  AssayContext *context;
  gint64 ids[ASSAY_N_TYPES]; /* one of each type; the delivered one of the lines */
  gint64 open_line;
} SampleBook;

#define SAMPLE_TODAY 20600 /* 2026-05-27 */

static inline AssayRecord *
sample_new (SampleBook *sample, AssayType type)
{
  AssayRecord *record = assay_record_new (type);
  const AssayRecordType *described = assay_record_describe (record);

  if (described->owner >= 0)
    assay_record_set_reference (record, (guint)described->owner,
                                sample->ids[described->fields[described->owner].reference]);
  return record;
}

static inline gint64
sample_insert (AssayDb *db, SampleBook *sample, AssayRecord *record)
{
  g_autoptr (GError) error = NULL;
  AssayType type = assay_record_get_kind (record);

  assay_records_insert (db, record, &error);
  g_assert_no_error (error);
  sample->ids[type] = assay_record_get_id (record);
  g_object_unref (record);
  return sample->ids[type];
}

static inline void
sample_line (AssayDb *db, SampleBook *sample, gint64 number, gint64 quantity)
{
  AssayRecord *line = sample_new (sample, ASSAY_TYPE_ORDER_LINE);

  assay_record_set_integer (line, ASSAY_ORDER_LINE_LINE_NUMBER, number);
  assay_record_set_reference (line, ASSAY_ORDER_LINE_PRODUCT, sample->ids[ASSAY_TYPE_PRODUCT]);
  assay_record_set_integer (line, ASSAY_ORDER_LINE_QUANTITY, quantity);
  assay_record_set_integer (line, ASSAY_ORDER_LINE_UNIT_PRICE, 21500);
  sample_insert (db, sample, line);
}

static inline void
sample_promise (AssayDb *db, SampleBook *sample, gint32 given, gint32 date, const char *reason)
{
  AssayRecord *promise = sample_new (sample, ASSAY_TYPE_PROMISE);

  assay_record_set_date (promise, ASSAY_PROMISE_GIVEN_ON, given);
  assay_record_set_date (promise, ASSAY_PROMISE_PROMISED_ON, date);
  if (reason != NULL)
    assay_record_set_text (promise, ASSAY_PROMISE_REASON, reason);
  sample_insert (db, sample, promise);
}

static inline void
sample_delivery (AssayDb *db, SampleBook *sample, gint64 quantity, gint32 received)
{
  AssayRecord *delivery = sample_new (sample, ASSAY_TYPE_DELIVERY);

  assay_record_set_integer (delivery, ASSAY_DELIVERY_QUANTITY, quantity);
  assay_record_set_date (delivery, ASSAY_DELIVERY_RECEIVED_ON, received);
  sample_insert (db, sample, delivery);
}

/* One of each of what records of sourcing refer to. */
static inline void
sample_sourcing (AssayDb *db, SampleBook *sample)
{
  static const struct
  {
    AssayType type;
    guint field;
    const char *text;
  } rows[] = {
    { ASSAY_TYPE_SITE, ASSAY_SITE_NAME, "Plant 2" },
    { ASSAY_TYPE_VARIANT, ASSAY_VARIANT_CODE, "TP-40-BLK" },
    { ASSAY_TYPE_COMPONENT, ASSAY_COMPONENT_NAME, "Shell" },
    { ASSAY_TYPE_TEST_PROTOCOL, ASSAY_TEST_PROTOCOL_NAME, "Backpack" },
    { ASSAY_TYPE_SAMPLE, ASSAY_SAMPLE_NUMBER, "S-1" },
    { ASSAY_TYPE_SCHEME, ASSAY_SCHEME_CODE, "GRS" },
    { ASSAY_TYPE_EVIDENCE, ASSAY_EVIDENCE_NUMBER, "TE-00000001" },
    { ASSAY_TYPE_CLAIM_KIND, ASSAY_CLAIM_KIND_CODE, "recycled" },
    { ASSAY_TYPE_DILIGENCE, ASSAY_DILIGENCE_NAME, "Before buying" },
    { ASSAY_TYPE_DILIGENCE_ITEM, ASSAY_DILIGENCE_ITEM_NAME, "Recent audit" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AssayRecord *record = sample_new (sample, rows[i].type);

      assay_record_set_text (record, rows[i].field, rows[i].text);
      if (rows[i].type == ASSAY_TYPE_SCHEME)
        assay_record_set_text (record, ASSAY_SCHEME_NAME, "Global Recycled Standard");
      else if (rows[i].type == ASSAY_TYPE_CLAIM_KIND)
        assay_record_set_text (record, ASSAY_CLAIM_KIND_NAME, "Recycled content");
      sample_insert (db, sample, record);
    }
}

static inline gboolean
sample_fill (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  SampleBook *sample = data;
  AssayRecord *record = assay_record_new (ASSAY_TYPE_SUPPLIER);
  gint64 delivered;

  assay_record_set_text (record, ASSAY_SUPPLIER_NAME, "Sao Mai Bags");
  assay_record_set_text (record, ASSAY_SUPPLIER_LOCAL_NAME, "Công ty TNHH Sao Mai");
  assay_record_set_text (record, ASSAY_SUPPLIER_STATUS, "approved");
  assay_record_set_text (record, ASSAY_SUPPLIER_CITY, "Hải Phòng");
  assay_record_set_text (record, ASSAY_SUPPLIER_COUNTRY, "VN");
  assay_record_set_text (record, ASSAY_SUPPLIER_MAIL, "sales@saomai.example");
  assay_record_set_text (record, ASSAY_SUPPLIER_PHONE, "+84 225 555 0101");
  assay_record_set_text (record, ASSAY_SUPPLIER_WEBSITE, "https://saomai.example");
  assay_record_set_text (record, ASSAY_SUPPLIER_CURRENCY, "USD");
  assay_record_set_integer (record, ASSAY_SUPPLIER_CLAIMED_LEAD, 45);
  assay_record_set_integer (record, ASSAY_SUPPLIER_CLAIMED_ON_TIME, 980000);
  assay_record_set_integer (record, ASSAY_SUPPLIER_CLAIMED_DEFECTS, 15000);
  sample_insert (db, sample, record);

  record = sample_new (sample, ASSAY_TYPE_CONTACT);
  assay_record_set_text (record, ASSAY_CONTACT_NAME, "Nguyễn Thị Lan");
  assay_record_set_text (record, ASSAY_CONTACT_ROLE, "Sales");
  assay_record_set_text (record, ASSAY_CONTACT_MAIL, "lan@saomai.example");
  sample_insert (db, sample, record);

  record = assay_record_new (ASSAY_TYPE_PRODUCT);
  assay_record_set_text (record, ASSAY_PRODUCT_CODE, "TP-40");
  assay_record_set_text (record, ASSAY_PRODUCT_NAME, "Trail Pack 40");
  assay_record_set_integer (record, ASSAY_PRODUCT_CAPACITY, 40000);
  assay_record_set_reference (record, ASSAY_PRODUCT_SUPPLIER, sample->ids[ASSAY_TYPE_SUPPLIER]);
  sample_insert (db, sample, record);

  record = assay_record_new (ASSAY_TYPE_ORDER);
  assay_record_set_text (record, ASSAY_ORDER_NUMBER, "PO-1042");
  assay_record_set_reference (record, ASSAY_ORDER_SUPPLIER, sample->ids[ASSAY_TYPE_SUPPLIER]);
  assay_record_set_date (record, ASSAY_ORDER_SENT_ON, SAMPLE_TODAY - 90);
  assay_record_set_text (record, ASSAY_ORDER_CURRENCY, "USD");
  sample_insert (db, sample, record);

  sample_line (db, sample, 1, 300);
  delivered = sample->ids[ASSAY_TYPE_ORDER_LINE];
  sample_promise (db, sample, SAMPLE_TODAY - 88, SAMPLE_TODAY - 40, NULL);
  sample_promise (db, sample, SAMPLE_TODAY - 50, SAMPLE_TODAY - 33, "material");
  sample_delivery (db, sample, 200, SAMPLE_TODAY - 34);
  sample_delivery (db, sample, 100, SAMPLE_TODAY - 30);
  sample_line (db, sample, 2, 500);
  sample->open_line = sample->ids[ASSAY_TYPE_ORDER_LINE];
  sample_promise (db, sample, SAMPLE_TODAY - 88, SAMPLE_TODAY - 3, NULL);
  sample->ids[ASSAY_TYPE_ORDER_LINE] = delivered;

  record = assay_record_new (ASSAY_TYPE_DEFECT_TYPE);
  assay_record_set_text (record, ASSAY_DEFECT_TYPE_CODE, "ST-01");
  assay_record_set_text (record, ASSAY_DEFECT_TYPE_NAME, "Open seam");
  sample_insert (db, sample, record);

  record = assay_record_new (ASSAY_TYPE_PLAN_PROFILE);
  assay_record_set_text (record, ASSAY_PLAN_PROFILE_NAME, "Usual");
  sample_insert (db, sample, record);

  record = assay_record_new (ASSAY_TYPE_CHECKLIST);
  assay_record_set_text (record, ASSAY_CHECKLIST_NAME, "Backpack");
  sample_insert (db, sample, record);

  record = assay_record_new (ASSAY_TYPE_MILESTONE_PLAN);
  assay_record_set_text (record, ASSAY_MILESTONE_PLAN_NAME, "30 / 70");
  sample_insert (db, sample, record);

  record = assay_record_new (ASSAY_TYPE_SCORECARD);
  assay_record_set_text (record, ASSAY_SCORECARD_NAME, "Balanced");
  sample_insert (db, sample, record);

  record = assay_record_new (ASSAY_TYPE_INSPECTION);
  assay_record_set_text (record, ASSAY_INSPECTION_NUMBER, "IR-7");
  assay_record_set_reference (record, ASSAY_INSPECTION_ORDER_LINE, delivered);
  assay_record_set_reference (record, ASSAY_INSPECTION_SUPPLIER, sample->ids[ASSAY_TYPE_SUPPLIER]);
  assay_record_set_reference (record, ASSAY_INSPECTION_PRODUCT, sample->ids[ASSAY_TYPE_PRODUCT]);
  assay_record_set_date (record, ASSAY_INSPECTION_INSPECTED_ON, SAMPLE_TODAY - 38);
  assay_record_set_integer (record, ASSAY_INSPECTION_LOT_SIZE, 300);
  assay_record_set_integer (record, ASSAY_INSPECTION_INSPECTED, 50);
  assay_record_set_integer (record, ASSAY_INSPECTION_DEFECTIVE, 3);
  assay_record_set_text (record, ASSAY_INSPECTION_RESULT, "pass");
  sample_insert (db, sample, record);

  record = sample_new (sample, ASSAY_TYPE_DEFECT);
  assay_record_set_reference (record, ASSAY_DEFECT_DEFECT_TYPE,
                              sample->ids[ASSAY_TYPE_DEFECT_TYPE]);
  assay_record_set_integer (record, ASSAY_DEFECT_COUNT, 3);
  sample_insert (db, sample, record);
  sample_sourcing (db, sample);
  return TRUE;
}

static inline SampleBook *
sample_book_new (gboolean filled)
{
  SampleBook *sample = g_new0 (SampleBook, 1);
  g_autoptr (GError) error = NULL;

  assay_ui_init ();
  sample->folder = g_dir_make_tmp ("assay-ui-XXXXXX", &error);
  g_assert_no_error (error);
  sample->path = g_build_filename (sample->folder, "book.assay", NULL);
  sample->book = assay_book_open (sample->path, ASSAY_BOOK_CREATE, &error);
  g_assert_no_error (error);
  if (filled)
    {
      assay_book_change (sample->book, "Fill", sample_fill, sample, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  sample->context = assay_context_new (NULL);
  assay_context_set_book (sample->context, sample->book);
  assay_context_set_today (sample->context, SAMPLE_TODAY);
  return sample;
}

static inline void
sample_book_free (SampleBook *sample)
{
  g_autoptr (GError) error = NULL;

  assay_context_set_book (sample->context, NULL);
  g_assert_finalize_object (sample->context);
  assay_book_close (sample->book, &error);
  g_assert_no_error (error);
  g_object_unref (sample->book);
  g_remove (sample->path);
  g_rmdir (sample->folder);
  g_free (sample->path);
  g_free (sample->folder);
  g_free (sample);
}

/* Turns the main loop until *@done, or fails. */
static inline void
sample_wait (const gboolean *done)
{
  gint64 until = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (!*done)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (500);
    }
}

/* Turns it for a while: for what has no signal. */
static inline void
sample_spin (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * G_GINT64_CONSTANT (1000);

  while (g_get_monotonic_time () < until)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (500);
    }
}
