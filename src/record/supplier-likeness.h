/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Suppliers that may be one and the same, each with what says so: registration and tax number,
 * code, name without legal form, case, marks and script, other names, telephone, mail domain and
 * website; and with what speaks against it. Whether they are one is for a person to say. */

#pragma once

#include "record/record.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_LIKE_REGISTRATION = 1 << 0,
  ASSAY_LIKE_TAX_NUMBER = 1 << 1,
  ASSAY_LIKE_CODE = 1 << 2,
  ASSAY_LIKE_NAME = 1 << 3,      /* but for legal form, case, marks, signs and script */
  ASSAY_LIKE_WORDS = 1 << 4,     /* the same words in another order */
  ASSAY_LIKE_NEAR_NAME = 1 << 5, /* a letter or two differ */
  ASSAY_LIKE_MAIL = 1 << 6,      /* the same address */
  ASSAY_LIKE_MAIL_DOMAIN = 1 << 7,
  ASSAY_LIKE_WEBSITE = 1 << 8,
  ASSAY_LIKE_MAIL_SITE = 1 << 9, /* the mail domain of one is the website of the other */
  ASSAY_LIKE_PHONE = 1 << 10,
  /* Against it. */
  ASSAY_UNLIKE_REGISTRATION = 1 << 16,
  ASSAY_UNLIKE_TAX_NUMBER = 1 << 17,
  ASSAY_UNLIKE_COUNTRY = 1 << 18,
} AssayLikenessReasons;

typedef struct
{
  gint64 id;
  AssayLikenessReasons reasons;
  int score; /* only to put the likeliest first; above 0 */
} AssayLikeness;

typedef struct _AssaySupplierLikeness AssaySupplierLikeness;

AssaySupplierLikeness *assay_supplier_likeness_new (void);
void assay_supplier_likeness_free (AssaySupplierLikeness *self);
void assay_supplier_likeness_add (AssaySupplierLikeness *self, const AssayRecord *supplier);
/* Another name of a supplier that was added; the reach of one of its contacts. */
void
assay_supplier_likeness_add_name (AssaySupplierLikeness *self, gint64 supplier, const char *name);
void assay_supplier_likeness_add_reach (AssaySupplierLikeness *self,
                                        gint64 supplier,
                                        const char *mail,
                                        const char *phone);
/* GArray of AssayLikeness, the likeliest first: those like a record that need not have been added,
 * or like one that was. */
GArray *assay_supplier_likeness_find (AssaySupplierLikeness *self, const AssayRecord *supplier);
GArray *assay_supplier_likeness_find_id (AssaySupplierLikeness *self, gint64 supplier);

/* "very likely", "likely", "possible". */
const char *assay_likeness_degree (int score);
/* "the same tax number, the same mail domain; but another country" */
char *assay_likeness_words (AssayLikenessReasons reasons);
/* Names of single reasons for JSON, "tax_number"; NULL ends. */
char **assay_likeness_names (AssayLikenessReasons reasons);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssaySupplierLikeness, assay_supplier_likeness_free)

G_END_DECLS
