/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * reference.h: reads reference data (CSV with a header row, small files and one large
 * one) for the tests of this folder. Not the product's importer, on purpose.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char **header;
  GPtrArray *rows; /* of char ** */
} Reference;

Reference *reference_load (const char *path);
void reference_free (Reference *reference);
const char *reference_text (const Reference *reference, guint row, const char *column);
double reference_number (const Reference *reference, guint row, const char *column);

/* Fails unless @actual is within @relative of @expected (absolutely, for 0). */
#define assert_close(actual, expected, relative)                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    double actual_ = (actual);                                                                     \
    double expected_ = (expected);                                                                 \
    double allowed_ = (relative) * (expected_ == 0.0 ? 1.0 : ABS (expected_));                     \
    if (!(ABS (actual_ - expected_) <= allowed_))                                                  \
      g_error ("%s:%d: %s is %.17g, expected %.17g", __FILE__, __LINE__, #actual, actual_,         \
               expected_);                                                                         \
  }                                                                                                \
  G_STMT_END

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reference, reference_free)

G_END_DECLS
