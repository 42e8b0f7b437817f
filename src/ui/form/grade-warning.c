/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/form/grade-warning.h"

#include <glib/gi18n-lib.h>

#include "insight/supplier-grade.h"

struct _AssayGradeWarning
{
  AdwBin parent_instance;

  AssayContext *context;
  gint64 supplier; /* that is asked about or was */
  GCancellable *asking;
  AdwBanner *banner;
};

G_DEFINE_FINAL_TYPE (AssayGradeWarning, assay_grade_warning, ADW_TYPE_BIN)

/* A warning that cannot be read is none: the order is what matters here. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayGradeWarning) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AssaySupplierGrade) grade
      = assay_book_ask_finish (ASSAY_BOOK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->context == NULL)
    return;
  if (error != NULL)
    g_debug ("No grade: %s", error->message);
  if (grade == NULL || grade->warning == NULL)
    return;
  adw_banner_set_title (self->banner, grade->warning);
  adw_banner_set_revealed (self->banner, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), grade->warning,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
assay_grade_warning_set_supplier (AssayGradeWarning *self, gint64 supplier)
{
  AssayBook *book;
  AssaySupplierGradeQuestion *question;

  g_return_if_fail (ASSAY_IS_GRADE_WARNING (self));

  if (self->supplier == supplier)
    return;
  self->supplier = supplier;
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  adw_banner_set_revealed (self->banner, FALSE);
  book = assay_context_get_book (self->context);
  if (supplier == 0 || book == NULL)
    return;
  self->asking = g_cancellable_new ();
  question = g_new0 (AssaySupplierGradeQuestion, 1);
  question->supplier = supplier;
  question->today = assay_context_get_today (self->context);
  assay_book_ask_async (book, assay_supplier_grade_ask, question, g_free,
                        (GDestroyNotify)assay_supplier_grade_free, self->asking, read_cb,
                        g_object_ref (self));
}

const char *
assay_grade_warning_get_words (AssayGradeWarning *self)
{
  return adw_banner_get_revealed (self->banner) ? adw_banner_get_title (self->banner) : NULL;
}

static void
assay_grade_warning_dispose (GObject *object)
{
  AssayGradeWarning *self = ASSAY_GRADE_WARNING (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (assay_grade_warning_parent_class)->dispose (object);
}

static void
assay_grade_warning_class_init (AssayGradeWarningClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_grade_warning_dispose;
}

static void
assay_grade_warning_init (AssayGradeWarning *self)
{
  self->banner = ADW_BANNER (adw_banner_new (""));
  adw_banner_set_use_markup (self->banner, FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->banner));
}

AssayGradeWarning *
assay_grade_warning_new (AssayContext *context)
{
  AssayGradeWarning *self = g_object_new (ASSAY_TYPE_GRADE_WARNING, NULL);

  self->context = g_object_ref (context);
  return self;
}
