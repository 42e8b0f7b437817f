/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stays of a company's name when case, marks, signs, script and legal form are set aside. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Latin letters and digits of a name in lower case, the legal form left out; words one after the
 * other, or in the order of the alphabet with @sorted: "Công ty TNHH Sao Mai" is "saomai",
 * "深圳三美有限公司" is "shenzhensanmei". Empty when there is nothing to compare by. */
char *assay_party_name_core (const char *name, gboolean sorted);
/* Capital letters and digits of a number of registration, tax or a code, without signs. */
char *assay_party_number_core (const char *number);
/* The digits of a telephone number that tell it: without exit and country code; NULL when there are
 * too few. */
char *assay_party_phone_core (const char *phone);
/* The domain of a mail address; NULL for one that anybody may have, such as gmail.com. */
char *assay_party_mail_domain (const char *mail);
/* The host of a web address without "www."; of a shop on a market place what tells the shop, NULL
 * when nothing does. */
char *assay_party_web_host (const char *address);

G_END_DECLS
