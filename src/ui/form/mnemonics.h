/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Mnemonics for labels that come from the catalogue: each label of a form gets a letter of its own,
 * as far as letters go. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _AssayMnemonics AssayMnemonics;

AssayMnemonics *assay_mnemonics_new (void);
void assay_mnemonics_free (AssayMnemonics *mnemonics);
/* Takes the letter that a label has already ("_Save"). */
void assay_mnemonics_reserve (AssayMnemonics *mnemonics, const char *label);
/* The label with an underscore before its letter; its own underscores are doubled. */
char *assay_mnemonics_assign (AssayMnemonics *mnemonics, const char *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayMnemonics, assay_mnemonics_free)

G_END_DECLS
