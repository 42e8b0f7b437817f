/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the code of a traceability tag says is the word of whoever printed it. Here it is made into
 * a line that can be shown, and into an address that can be opened where it is one. Pure. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The longest text that a QR code holds, in bytes. */
#define ASSAY_TAG_MAX_BYTES 7089

/* @length bytes as one line of valid text: what cannot be shown, and what would turn the direction
 * of writing, becomes U+FFFD, ends of lines become blanks; NULL where nothing is left. */
char *assay_tag_dup_text (const char *bytes, gsize length);

/* The web address in @text, and in *@host (nullable) whose it is; NULL where it is none: other
 * schemes, names and passwords before the host, blanks. "www.example.com/x" is one. */
char *assay_tag_dup_address (const char *text, char **host);

G_END_DECLS
