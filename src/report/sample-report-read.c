/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "report/sample-report-private.h"

#include "store/attachments.h"
#include "store/records.h"

/* What reads as a picture; what does not is left out of a report that goes to others. */
static AssayPicture *
read_picture (AssayDb *db, AssayRecord *attachment)
{
  const char *media = assay_record_get_text (attachment, ASSAY_ATTACHMENT_MEDIA_TYPE);
  const char *sha256 = assay_record_get_text (attachment, ASSAY_ATTACHMENT_SHA256);
  g_autoptr (GBytes) thumbnail = NULL, bytes = NULL;
  AssayPicture *picture;

  if (media != NULL && !g_str_has_prefix (media, "image/"))
    return NULL;
  thumbnail = assay_attachments_read_thumbnail (db, sha256, NULL);
  picture = thumbnail != NULL ? assay_picture_new_ready (thumbnail) : NULL;
  if (picture != NULL
      && MAX (assay_picture_get_width (picture), assay_picture_get_height (picture))
             >= ASSAY_PICTURE_PIXELS / 2)
    return picture;
  g_clear_pointer (&picture, assay_picture_unref);
  bytes = assay_attachments_read (db, sha256, NULL);
  return bytes != NULL ? assay_picture_new (bytes, ASSAY_PICTURE_PIXELS, NULL) : NULL;
}

static gboolean
read_pictures (AssaySampleReport *report, AssayDb *db, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) attachments
      = assay_attachments_list (db, ASSAY_TYPE_SAMPLE, assay_record_get_id (report->sample), error);

  if (attachments == NULL)
    return FALSE;
  for (guint i = 0; i < attachments->len && report->pictures->len < ASSAY_SAMPLE_REPORT_PICTURES;
       i++)
    {
      AssayRecord *attachment = g_ptr_array_index (attachments, i);
      AssayPicture *picture;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      picture = read_picture (db, attachment);
      if (picture == NULL)
        continue;
      g_ptr_array_add (report->pictures, picture);
      g_ptr_array_add (report->captions,
                       g_strdup (assay_record_get_text (attachment, ASSAY_ATTACHMENT_CAPTION)));
    }
  return TRUE;
}

AssaySampleReport *
assay_sample_report_read (AssayDb *db,
                          gint64 sample,
                          gint32 today,
                          AssayReportBrand *brand,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (AssaySampleReport) report = g_new0 (AssaySampleReport, 1);
  AssayTestQuestion question = { 0, 0 };

  report->brand = brand;
  report->today = today;
  report->pictures = g_ptr_array_new_with_free_func ((GDestroyNotify)assay_picture_unref);
  report->captions = g_ptr_array_new_with_free_func (g_free);
  report->sample = assay_records_get (db, ASSAY_TYPE_SAMPLE, sample, error);
  if (report->sample == NULL)
    return NULL;
  report->tests = assay_sample_tests_read (db, sample, error);
  if (report->tests == NULL)
    return NULL;
  report->rounds = assay_sample_rounds (db, report->sample, error);
  if (report->rounds == NULL)
    return NULL;
  question.product = assay_record_get_reference (report->sample, ASSAY_SAMPLE_PRODUCT);
  if (question.product == 0)
    question.supplier = assay_record_get_reference (report->sample, ASSAY_SAMPLE_SUPPLIER);
  report->series = assay_test_series_read (db, &question, error);
  if (report->series == NULL)
    return NULL;
  assay_sample_tests_count ((AssayRecord *const *)report->tests->pdata, report->tests->len,
                            &report->counts);
  return read_pictures (report, db, cancellable, error) ? g_steal_pointer (&report) : NULL;
}

void
assay_sample_report_free (AssaySampleReport *report)
{
  g_clear_object (&report->sample);
  g_clear_pointer (&report->tests, g_ptr_array_unref);
  g_clear_pointer (&report->rounds, g_ptr_array_unref);
  g_clear_pointer (&report->series, g_ptr_array_unref);
  g_ptr_array_unref (report->pictures);
  g_ptr_array_unref (report->captions);
  g_free (report);
}
