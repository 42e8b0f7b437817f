/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What speaks against a piece of evidence, and the words for it. */

#include "assay-config.h"

#include "insight/evidence-private.h"
#include "insight/printed-name.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define YEAR 365

typedef struct
{
  AssayEvidenceItem *item;
  const AssayEvidenceFacts *facts;
  const AssayEvidenceQuestion *question;
} Case;

static gboolean
is_kind (const Case *self, const char *kind)
{
  return g_strcmp0 (self->item->kind, kind) == 0;
}

static gboolean
has (const char *text, const char *value)
{
  return g_strcmp0 (text, value) == 0;
}

/* Takes @words over. */
static void
raise_flag (const Case *self,
            AssayEvidenceFlag flag,
            AssayFlagWeight weight,
            gboolean breaks,
            gint32 day,
            char *words)
{
  AssayEvidenceFlagged flagged = { flag, weight, breaks, day, words };

  g_array_append_val (self->item->flags, flagged);
}

static void
raise_plain (const Case *self,
             AssayEvidenceFlag flag,
             AssayFlagWeight weight,
             gboolean breaks,
             const char *words)
{
  raise_flag (self, flag, weight, breaks, ASSAY_DATE_UNKNOWN, g_strdup (words));
}

/* @words with a date in the place of "%s". */
static char *
with_date (const char *words, gint32 day)
{
  g_autofree char *date = assay_date_format (day);
  g_auto (GStrv) parts = g_strsplit (words, "%s", 2);

  return g_strjoinv (date, parts);
}

/* Days */

static void
judge_end (const Case *self)
{
  const AssayEvidenceItem *item = self->item;
  gint32 today = self->question->today;

  if (item->until < today && item->until_assumed)
    raise_flag (self, ASSAY_FLAG_EXPIRED, ASSAY_FLAG_RED, TRUE, item->until,
                with_date (_ ("By the usual validity of the scheme it ended on %s"), item->until));
  else if (item->until < today)
    raise_flag (self, ASSAY_FLAG_EXPIRED, ASSAY_FLAG_RED, TRUE, item->until,
                with_date (_ ("Expired on %s"), item->until));
  else if (item->until - today <= self->question->ahead && item->until_assumed)
    raise_flag (self, ASSAY_FLAG_ENDING, ASSAY_FLAG_AMBER, FALSE, item->until,
                with_date (_ ("By the usual validity of the scheme it ends on %s"), item->until));
  else if (item->until - today <= self->question->ahead)
    raise_flag (self, ASSAY_FLAG_ENDING, ASSAY_FLAG_AMBER, FALSE, item->until,
                with_date (_ ("Ends on %s"), item->until));
}

static gboolean
runs_out (const Case *self)
{
  return is_kind (self, "scope_certificate") || is_kind (self, "product_certificate")
         || is_kind (self, "system_certificate") || is_kind (self, "audit");
}

static void
judge_days (const Case *self)
{
  const AssayEvidenceItem *item = self->item;
  gint32 today = self->question->today;

  if (item->until != ASSAY_DATE_UNKNOWN)
    judge_end (self);
  else if (runs_out (self))
    raise_plain (self, ASSAY_FLAG_NO_END, ASSAY_FLAG_AMBER, FALSE,
                 _ ("Until when it is valid was not written down"));
  if (item->valid_from != ASSAY_DATE_UNKNOWN && item->valid_from > today)
    raise_flag (self, ASSAY_FLAG_NOT_YET_VALID, ASSAY_FLAG_RED, TRUE, item->valid_from,
                with_date (_ ("Valid only from %s"), item->valid_from));
  if (item->next_check_on != ASSAY_DATE_UNKNOWN && item->next_check_on <= today)
    raise_flag (self, ASSAY_FLAG_CHECK_DUE, ASSAY_FLAG_AMBER, FALSE, item->next_check_on,
                with_date (_ ("To be looked up again since %s"), item->next_check_on));
}

static void
judge_scheme (const Case *self)
{
  gint32 ends = self->facts->scheme_ends_on, today = self->question->today;
  g_autofree char *date = NULL;
  const char *after = self->facts->successor;
  AssayEvidenceFlag flag;

  if (ends == ASSAY_DATE_UNKNOWN)
    return;
  if (ends >= today && ends - today > YEAR
      && (self->item->until == ASSAY_DATE_UNKNOWN || self->item->until <= ends))
    return;
  date = assay_date_format (ends);
  flag = ends < today ? ASSAY_FLAG_SCHEME_ENDED : ASSAY_FLAG_SCHEME_ENDS;
  raise_flag (self, flag, ASSAY_FLAG_AMBER, FALSE, ends,
              after != NULL
                  /* Translators: a date, the name of another scheme */
                  ? g_strdup_printf (flag == ASSAY_FLAG_SCHEME_ENDED
                                         ? _ ("The scheme ended on %s; after it comes %s")
                                         : _ ("The scheme ends on %s; after it comes %s"),
                                     date, after)
                  : g_strdup_printf (flag == ASSAY_FLAG_SCHEME_ENDED ? _ ("The scheme ended on %s")
                                                                     : _ ("The scheme ends on %s"),
                                     date));
}

/* What was found */

static void
judge_look_up (const Case *self)
{
  static const struct
  {
    const char *result;
    AssayEvidenceFlag flag;
    const char *words;
  } bad[] = {
    { "mismatch", ASSAY_FLAG_MISMATCH, N_ ("What is printed did not match what was found on %s") },
    { "not_found", ASSAY_FLAG_NOT_FOUND, N_ ("It was looked for on %s and not found") },
    { "expired", ASSAY_FLAG_FOUND_EXPIRED, N_ ("It had expired when looked up on %s") },
    { "suspended", ASSAY_FLAG_SUSPENDED, N_ ("It was suspended when looked up on %s") },
  };
  const AssayEvidenceItem *item = self->item;

  for (guint i = 0; i < G_N_ELEMENTS (bad) && item->looked_on != ASSAY_DATE_UNKNOWN; i++)
    if (has (item->looked_result, bad[i].result))
      {
        raise_flag (self, bad[i].flag, ASSAY_FLAG_RED, TRUE, item->looked_on,
                    with_date (_ (bad[i].words), item->looked_on));
      }
}

static void
judge_state (const Case *self)
{
  const AssayEvidenceItem *item = self->item;
  gboolean looked_up = item->looked_on != ASSAY_DATE_UNKNOWN;

  if (has (item->state, "refused"))
    raise_plain (self, ASSAY_FLAG_REFUSED, ASSAY_FLAG_RED, TRUE, _ ("You refused it"));
  else if (item->state == NULL || has (item->state, "claimed"))
    raise_plain (self, ASSAY_FLAG_CLAIMED_ONLY, ASSAY_FLAG_RED, TRUE,
                 item->n_files == 0
                     ? _ ("Nobody has seen it")
                     : _ ("There is a file, but it still counts as claimed: read it"));
  else if (has (item->state, "seen") && !looked_up && self->facts->look_up != NULL
           && !is_kind (self, "tag"))
    raise_plain (self, ASSAY_FLAG_FILE_ONLY, ASSAY_FLAG_AMBER, FALSE,
                 _ ("It was never looked up where that can be done"));
  if (has (item->state, "seen") && item->n_files == 0 && !is_kind (self, "tag"))
    raise_plain (self, ASSAY_FLAG_NO_FILE, ASSAY_FLAG_NOTE, FALSE, _ ("No file of it is attached"));
}

/* What is printed */

static gboolean
is_of_company (const Case *self)
{
  return !is_kind (self, "lab_report") && !is_kind (self, "tag") && !is_kind (self, "other");
}

static void
judge_holder (const Case *self)
{
  const AssayEvidenceFacts *facts = self->facts;
  gboolean shipment = is_kind (self, "transaction_certificate") && facts->seller != NULL;
  const char *printed = shipment ? facts->seller : facts->holder;
  AssayPrinted same;

  if (!is_of_company (self) || printed == NULL)
    return;
  same = assay_printed_compare (printed, facts->names);
  if (same == ASSAY_PRINTED_OTHER)
    /* Translators: names of companies */
    raise_flag (
        self, ASSAY_FLAG_HOLDER, ASSAY_FLAG_RED, TRUE, ASSAY_DATE_UNKNOWN,
        g_strdup_printf (
            shipment ? _ ("The seller is “%s”, not %s") : _ ("The holder is “%s”, not %s"), printed,
            self->item->supplier_name != NULL ? self->item->supplier_name : facts->names[0]));
  else if (same == ASSAY_PRINTED_PART)
    raise_flag (self, ASSAY_FLAG_HOLDER_WRITTEN, ASSAY_FLAG_AMBER, FALSE, ASSAY_DATE_UNKNOWN,
                g_strdup_printf (_ ("The holder is written “%s”: make sure that it is not a "
                                    "sister company"),
                                 printed));
}

/* A register may write in one script what stands in another on paper: either of the printed holder
 * and the supplier's names will do. */
static void
judge_holder_found (const Case *self)
{
  const AssayEvidenceFacts *facts = self->facts;
  const char *holder[] = { facts->holder, NULL };
  AssayPrinted known = assay_printed_compare (facts->holder_found, facts->names);

  if (facts->holder_found != NULL && known != ASSAY_PRINTED_SAME && known != ASSAY_PRINTED_PART
      && assay_printed_compare (facts->holder_found, holder) == ASSAY_PRINTED_OTHER)
    raise_flag (
        self, ASSAY_FLAG_HOLDER_FOUND, ASSAY_FLAG_RED, TRUE, ASSAY_DATE_UNKNOWN,
        g_strdup_printf (_ ("Its register names another holder: “%s”"), facts->holder_found));
}

static void
judge_address (const Case *self)
{
  const AssayEvidenceFacts *facts = self->facts;

  if (!is_of_company (self) || facts->holder_address == NULL || facts->places == NULL
      || self->item->component != 0)
    return;
  for (guint i = 0; facts->places[i] != NULL; i++)
    if (assay_printed_same_place (facts->holder_address, facts->places[i]))
      return;
  raise_plain (self, ASSAY_FLAG_ADDRESS, ASSAY_FLAG_AMBER, FALSE,
               _ ("The printed address is neither the supplier’s nor that of one of its sites"));
}

/* Whether the goods are bags, a component, or nothing that a scope could name. */
static const char *const *
words_of_goods (const Case *self)
{
  const char *kind = self->facts->supplier_kind;

  if (self->item->component != 0)
    return assay_scope_words (self->facts->component_kind != NULL ? self->facts->component_kind
                                                                  : "fabric");
  if (self->item->product != 0 || kind == NULL || has (kind, "factory") || has (kind, "trader"))
    return assay_scope_words (NULL);
  return has (kind, "mill") ? assay_scope_words ("fabric") : NULL;
}

static void
judge_scope (const Case *self)
{
  const AssayEvidenceFacts *facts = self->facts;
  const char *const *words = words_of_goods (self);
  gboolean shipment = is_kind (self, "transaction_certificate");
  gboolean asked = (facts->needs_scope && !shipment)
                   || (self->item->scheme == 0 && is_kind (self, "scope_certificate"));

  if (has (facts->covers, "yes") || (!asked && !has (facts->covers, "no")))
    return;
  if (has (facts->covers, "no"))
    raise_plain (self, ASSAY_FLAG_SCOPE, ASSAY_FLAG_RED, TRUE,
                 _ ("Its scope does not name your goods, as you say"));
  else if (facts->scope == NULL && words != NULL)
    raise_plain (self, ASSAY_FLAG_NO_SCOPE, ASSAY_FLAG_AMBER, FALSE,
                 _ ("Its scope was not written down: does it name your goods?"));
  else if (words != NULL && !assay_scope_names (facts->scope, words))
    raise_plain (self, ASSAY_FLAG_SCOPE, ASSAY_FLAG_RED, TRUE,
                 words == assay_scope_words (NULL)
                     ? _ ("Its scope names no bags")
                     : _ ("Its scope does not name the component’s kind of goods"));
}

static void
judge_number (const Case *self)
{
  const AssayEvidenceItem *item = self->item;
  gboolean numbered = is_kind (self, "scope_certificate") || is_kind (self, "product_certificate")
                      || is_kind (self, "system_certificate") || is_kind (self, "lab_report")
                      || is_kind (self, "transaction_certificate");

  if (item->number == NULL && numbered)
    raise_plain (self, ASSAY_FLAG_NO_NUMBER, ASSAY_FLAG_AMBER, FALSE,
                 _ ("It has no number: it cannot be looked up"));
  else if (item->number != NULL && !is_kind (self, "transaction_certificate")
           && !assay_number_fits (item->number, self->facts->number_format))
    raise_flag (self, ASSAY_FLAG_NUMBER_FORM, ASSAY_FLAG_AMBER, FALSE, ASSAY_DATE_UNKNOWN,
                g_strdup_printf (_ ("The number “%s” has not the form of this scheme: %s"),
                                 item->number, self->facts->number_format));
}

/* A certificate of a site, a system or a partner proves nothing about these goods. */
static void
judge_purpose (const Case *self)
{
  const AssayEvidenceItem *item = self->item;
  gboolean goods = item->product != 0 || item->order != 0 || item->component != 0;

  if (!goods)
    return;
  if (is_kind (self, "scope_certificate"))
    raise_plain (self, ASSAY_FLAG_WRONG_PROOF, ASSAY_FLAG_RED, FALSE,
                 _ ("A scope certificate is no proof for a product: ask for the transaction "
                    "certificate of the shipment"));
  else if (is_kind (self, "system_certificate") || is_kind (self, "partner_status")
           || is_kind (self, "audit"))
    raise_plain (self, ASSAY_FLAG_WRONG_PROOF, ASSAY_FLAG_RED, FALSE,
                 _ ("It speaks of a company, not of a product: it proves nothing about these "
                    "goods"));
}

/* Audits and tags */

static void
judge_audit (const Case *self)
{
  const AssayEvidenceItem *item = self->item;
  const char *rating = self->facts->rating;
  g_autofree char *letter = rating != NULL ? g_ascii_strup (rating, -1) : NULL;

  if (item->overdue_findings > 0)
    raise_flag (self, ASSAY_FLAG_FINDINGS, ASSAY_FLAG_AMBER, FALSE, ASSAY_DATE_UNKNOWN,
                g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u finding is overdue",
                                              "%u findings are overdue", item->overdue_findings),
                                 item->overdue_findings));
  if (letter == NULL || item->scheme_code == NULL || strstr (item->scheme_code, "BSCI") == NULL)
    return;
  g_strstrip (letter);
  if (g_str_equal (letter, "E") || strstr (letter, "ZERO") != NULL)
    raise_flag (self, ASSAY_FLAG_RATING, ASSAY_FLAG_RED, TRUE, ASSAY_DATE_UNKNOWN,
                g_strdup_printf (_ ("Rated %s: the audit failed"), rating));
  else if (g_str_equal (letter, "C") || g_str_equal (letter, "D"))
    raise_flag (self, ASSAY_FLAG_RATING, ASSAY_FLAG_AMBER, FALSE, ASSAY_DATE_UNKNOWN,
                g_strdup_printf (_ ("Rated %s: a follow-up within 12 months"), rating));
}

static void
judge_tag (const Case *self)
{
  if (!is_kind (self, "tag"))
    return;
  if (has (self->facts->resolves, "no"))
    raise_plain (self, ASSAY_FLAG_TAG_DEAD, ASSAY_FLAG_RED, TRUE,
                 _ ("The tag’s address leads nowhere"));
  else if (self->facts->resolves == NULL)
    raise_plain (self, ASSAY_FLAG_TAG_UNCHECKED, ASSAY_FLAG_AMBER, FALSE,
                 _ ("Nobody has opened the tag’s address yet"));
  if (has (self->facts->matches, "no"))
    raise_plain (self, ASSAY_FLAG_TAG_MISMATCH, ASSAY_FLAG_RED, TRUE,
                 _ ("What the tag shows does not fit the order or lot"));
}

static int
compare_flags (gconstpointer a, gconstpointer b)
{
  const AssayEvidenceFlagged *first = a, *second = b;

  if (first->weight != second->weight)
    return (int)first->weight - (int)second->weight;
  return (int)first->flag - (int)second->flag;
}

/**
 * assay_evidence_judge:
 * @item: without flags
 * @facts: what is printed and known beside it
 * @question: the day, and how many days are near
 *
 * Raises the flags of @item, red ones first.
 */
void
assay_evidence_judge (AssayEvidenceItem *item,
                      const AssayEvidenceFacts *facts,
                      const AssayEvidenceQuestion *question)
{
  const Case self = { item, facts, question };

  judge_days (&self);
  judge_scheme (&self);
  judge_look_up (&self);
  judge_state (&self);
  judge_holder (&self);
  judge_holder_found (&self);
  judge_address (&self);
  judge_scope (&self);
  judge_number (&self);
  judge_purpose (&self);
  judge_audit (&self);
  judge_tag (&self);
  g_array_sort (item->flags, compare_flags);
  item->holds = TRUE;
  for (guint i = 0; i < item->flags->len; i++)
    {
      const AssayEvidenceFlagged *flagged = &g_array_index (item->flags, AssayEvidenceFlagged, i);

      item->n_red += flagged->weight == ASSAY_FLAG_RED;
      item->n_amber += flagged->weight == ASSAY_FLAG_AMBER;
      item->holds = item->holds && !flagged->breaks;
    }
}
