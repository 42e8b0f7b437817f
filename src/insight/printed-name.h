/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is printed on a certificate compared with what the book knows: names of companies,
 * addresses, the goods that a scope names, the form of a number. Pure; any thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Without case, marks, signs and legal form: "Sao Mai Bags Co., Ltd." and "SAO MAI BAGS" are one.
 * Letters and digits only, words separated by one blank; may be empty. */
char *assay_printed_fold (const char *name);

typedef enum
{
  ASSAY_PRINTED_SAME,
  ASSAY_PRINTED_PART, /* all words of one are in the other */
  ASSAY_PRINTED_OTHER,
  ASSAY_PRINTED_UNKNOWN, /* there is nothing to compare */
} AssayPrinted;

/* The best of a name beside each of @known; unknown when either holds nothing. */
AssayPrinted assay_printed_compare (const char *name, const char *const *known);
/* TRUE when an address and a known one have the postal code or most of their words in common. */
gboolean assay_printed_same_place (const char *address, const char *known);

/* TRUE when @scope names one of @words (folded by assay_printed_fold()), alone, in the plural or,
 * from five letters on, as the beginning of a word; in scripts without blanks, anywhere. */
gboolean assay_scope_names (const char *scope, const char *const *words);
/* The words of goods of a kind of component ("zip"); NULL or an unknown kind: of bags. */
const char *const *assay_scope_words (const char *component_kind);

/* TRUE when @number has one of the forms of @format: # is a digit, @ a letter, * anything; forms
 * are separated by |. Everything else stands for itself. No format fits every number. */
gboolean assay_number_fits (const char *number, const char *format);

G_END_DECLS
