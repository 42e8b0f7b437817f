/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The claim dossier: every claim with what it needs, what is there and the gap, and the sums of the
 * recycled content as they were worked out. */

#include <glib/gstdio.h>
#include <string.h>

#include "report/claim-dossier.h"
#include "store/book.h"
#include "store/records.h"
#include "testing.h"

#define TODAY 20781 /* 2026-11-24 */

typedef struct
{
  char *folder, *path;
  AssayBook *book;
  gint64 product;
} Fixture;

static gint64
insert (AssayDb *db, AssayRecord *record)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  assay_records_insert (db, record, &error);
  g_assert_no_error (error);
  id = assay_record_get_id (record);
  g_object_unref (record);
  return id;
}

static void
add_component (AssayDb *db, gint64 product, const char *name, gint64 mass, gint64 recycled)
{
  AssayRecord *record = assay_record_new (ASSAY_TYPE_COMPONENT);

  assay_record_set_reference (record, ASSAY_COMPONENT_PRODUCT, product);
  assay_record_set_text (record, ASSAY_COMPONENT_NAME, name);
  if (mass >= 0)
    assay_record_set_integer (record, ASSAY_COMPONENT_MASS, mass);
  assay_record_set_integer (record, ASSAY_COMPONENT_RECYCLED, recycled);
  insert (db, record);
}

static gboolean
fill (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  Fixture *self = data;
  AssayRecord *record = assay_record_new (ASSAY_TYPE_PRODUCT);
  gint64 kind;

  assay_record_set_text (record, ASSAY_PRODUCT_CODE, "DP-20");
  assay_record_set_text (record, ASSAY_PRODUCT_NAME, "Day pack");
  self->product = insert (db, record);
  add_component (db, self->product, "Shell", 60000, 1000000);
  add_component (db, self->product, "Foam", 40000, 0);
  record = assay_record_new (ASSAY_TYPE_CLAIM_KIND);
  assay_record_set_text (record, ASSAY_CLAIM_KIND_CODE, "RECYCLED");
  assay_record_set_text (record, ASSAY_CLAIM_KIND_NAME, "Recycled content");
  assay_record_set_text (record, ASSAY_CLAIM_KIND_COMPUTED, "recycled_content");
  kind = insert (db, record);
  record = assay_record_new (ASSAY_TYPE_CLAIM_NEED);
  assay_record_set_reference (record, ASSAY_CLAIM_NEED_CLAIM_KIND, kind);
  assay_record_set_text (record, ASSAY_CLAIM_NEED_NAME, "Scope certificate of the mill");
  assay_record_set_text (record, ASSAY_CLAIM_NEED_NEEDS, "certificate");
  insert (db, record);
  record = assay_record_new (ASSAY_TYPE_CLAIM);
  assay_record_set_reference (record, ASSAY_CLAIM_PRODUCT, self->product);
  assay_record_set_reference (record, ASSAY_CLAIM_CLAIM_KIND, kind);
  assay_record_set_text (record, ASSAY_CLAIM_WORDING, "Sixty percent recycled");
  assay_record_set_integer (record, ASSAY_CLAIM_SHARE, 600000);
  insert (db, record);
  return TRUE;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("assay-dossier-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "book.assay", NULL);
  self->book = assay_book_open (self->path, ASSAY_BOOK_CREATE, &error);
  g_assert_no_error (error);
  assay_book_change (self->book, "Fill", fill, self, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_true (assay_book_close (self->book, NULL));
  g_assert_finalize_object (self->book);
  g_remove (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

static void
test_dossier (Fixture *self, gconstpointer data)
{
  static const char *const said[] = {
    "Claim dossier", "DP-20",         "Sixty percent recycled", "Scope certificate of",
    "60.0 %",        "RCS Blended",   "GRS label for",          "Not reached",
    "600 g",         "1 of 2 things", "No such certificate",    "No component is marked",
  };
  AssayDb *db = assay_book_get_reader (self->book);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayReportBrand) brand = assay_report_brand_read (db, &error);
  g_autoptr (AssayDocument) document = NULL;
  g_autofree char *path = NULL, *text = NULL;

  g_assert_no_error (error);
  document = assay_claim_dossier_make (db, self->product, TODAY, brand, NULL, &error);
  g_assert_no_error (error);
  path = testing_export (document, ASSAY_PAPER_A4);
  text = testing_run ("pdftotext", "-layout", path, "-", NULL);
  testing_remove (path);
  if (text == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    if (strstr (text, said[i]) == NULL)
      g_error ("“%s” is not in the dossier:\n%s", said[i], text);
}

static void
test_gone (Fixture *self, gconstpointer data)
{
  AssayDb *db = assay_book_get_reader (self->book);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayReportBrand) brand = assay_report_brand_read (db, &error);

  g_assert_no_error (error);
  g_assert_null (assay_claim_dossier_make (db, 12345, TODAY, brand, NULL, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/claims/dossier", Fixture, NULL, set_up, test_dossier, tear_down);
  g_test_add ("/claims/gone", Fixture, NULL, set_up, test_gone, tear_down);
  return g_test_run ();
}
