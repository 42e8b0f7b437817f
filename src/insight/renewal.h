/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which evidence somebody has to be reminded of, as SQL over a row of the table evidence. A
 * document that was renewed has not run out: another one of the same kind and scheme, for the same
 * supplier, site, goods and order, is valid longer. One that is only claimed renews nothing but
 * another claim.
 */

#pragma once

#define ASSAY_RENEWAL_SAME(e, column) " AND later." column " IS " e "." column

#define ASSAY_EVIDENCE_STANDS(e) "ifnull (" e ".state, '') <> 'refused'"

#define ASSAY_EVIDENCE_NOT_RENEWED(e)                                                              \
  "NOT EXISTS (SELECT 1 FROM evidence AS later WHERE later.valid_until > " e ".valid_until"        \
  " AND later.kind = " e ".kind" ASSAY_RENEWAL_SAME (e, "scheme") ASSAY_RENEWAL_SAME (             \
      e, "supplier") ASSAY_RENEWAL_SAME (e, "site") ASSAY_RENEWAL_SAME (e, "product")              \
      ASSAY_RENEWAL_SAME (e, "component") ASSAY_RENEWAL_SAME (                                     \
          e, "purchase_order") " AND (" e ".scheme IS NOT NULL OR later.name = " e ".name)"        \
                               " AND (" e ".supplier IS NOT NULL OR later.holder IS " e ".holder)" \
                               " AND (later.state IN ('seen', 'verified') OR later.state IS " e    \
                               ".state))"
