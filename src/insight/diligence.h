/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Due diligence: the lists of what is to be known of a supplier or a product, and which items are
 * answered, by a person or by what the book holds. An answer by hand stands above what the book
 * says, until it is older than the item allows or the evidence that it rests on no longer holds.
 * Functions with a connection on the thread that owns it. */

#pragma once

#include "record/record.h"
#include "store/db.h"

G_BEGIN_DECLS

typedef enum
{
  ASSAY_DILIGENCE_OPEN,
  ASSAY_DILIGENCE_DONE,
  ASSAY_DILIGENCE_NOT_APPLICABLE,
} AssayDiligenceState;

/* A record of the book that answers an item. */
typedef struct
{
  AssayType type;
  gint64 id;
  char *words;
} AssayDiligenceProof;

typedef struct
{
  gint64 item;
  char *name;
  char *help;    /* nullable */
  char *rule;    /* nullable, and "by_hand": only a person can answer it */
  gint64 months; /* how old the answer may be; 0: as old as it likes */
  gboolean needed;
  AssayDiligenceState state;
  gint64 check;      /* the answer by hand that counts; 0: none */
  gboolean found;    /* whether what the book holds answers it */
  char *said;        /* what was answered by hand, and whether that still holds; nullable */
  char *book;        /* what answers it in the book, or what is missing; nullable */
  GPtrArray *proofs; /* AssayDiligenceProof */
} AssayDiligenceAnswer;

/* Items counted by where they stand. */
typedef struct
{
  guint n, done, not_applicable, open;
  guint needed; /* open items without which nobody is approved */
} AssayDiligenceCount;

typedef struct
{
  gint64 id;
  char *name;
  char *stage;        /* nullable: one of the choices */
  GPtrArray *answers; /* AssayDiligenceAnswer in their order */
  AssayDiligenceCount count;
} AssayDiligenceList;

/* Where one supplier or product stands. */
typedef struct
{
  AssayType type;
  gint64 id;
  char *title;
  char *status;      /* nullable: as stored */
  gboolean critical; /* of a product */
  GPtrArray *lists;  /* AssayDiligenceList */
  AssayDiligenceCount count;
} AssayDiligence;

typedef struct
{
  AssayType type; /* ASSAY_TYPE_SUPPLIER, ASSAY_TYPE_PRODUCT; of all: also ASSAY_TYPE_NONE */
  gint64 id;      /* 0: all that are not dropped or ended */
  gint64 list;    /* 0: all in use */
  gint32 today;
} AssayDiligenceQuestion;

void assay_diligence_free (AssayDiligence *diligence);
AssayDiligence *
assay_diligence_read (AssayDb *db, const AssayDiligenceQuestion *question, GError **error);
/* The same of a record that may still be being typed. */
AssayDiligence *assay_diligence_read_record (
    AssayDb *db, AssayRecord *record, gint64 list, gint32 today, GError **error);
/* GPtrArray of AssayDiligence: suppliers, then products, by name. */
GPtrArray *
assay_diligence_read_all (AssayDb *db, const AssayDiligenceQuestion *question, GError **error);
typedef struct
{
  AssayRecord *record;
  gint32 today;
} AssayDiligenceApproval;

AssayDiligenceApproval *assay_diligence_approval_new (AssayRecord *supplier, gint32 today);
void assay_diligence_approval_free (AssayDiligenceApproval *approval);

/* For assay_book_ask_async(): an AssayDiligence of an approval, an array of all. */
gboolean assay_diligence_ask_approval (
    AssayDb *db, gpointer approval, gpointer *diligence, GCancellable *cancellable, GError **error);
gboolean assay_diligence_ask_all (
    AssayDb *db, gpointer question, gpointer *all, GCancellable *cancellable, GError **error);
/* A new answer to @item by hand; to be filled in and saved. */
AssayRecord *assay_diligence_new_check (const AssayDiligence *diligence,
                                        const AssayDiligenceAnswer *answer,
                                        gint32 today);

/* Approval: TRUE for a status that says that a supplier may be bought from. */
gboolean assay_diligence_is_approval (const char *status);
/* Whether saving @record over @original approves a supplier that was not. */
gboolean assay_diligence_approves (const AssayRecord *record, const AssayRecord *original);

/* diligence-words.c: translated, except names. */
const char *assay_diligence_state_name (AssayDiligenceState state);
const char *assay_diligence_state_words (AssayDiligenceState state);
/* "7 of 10", those that do not apply left out. */
char *assay_diligence_count_words (const AssayDiligenceCount *count);
/* "7 of 10 done, 2 needed items open" */
char *assay_diligence_progress_words (const AssayDiligenceCount *count);
/* The open items that are needed, one a line, at most @most; NULL when there is none. */
char *assay_diligence_open_words (const AssayDiligence *diligence, guint most);
/* A share from 0 to 1; NaN where nothing applies. */
double assay_diligence_share (const AssayDiligenceCount *count);
char *assay_diligence_definition (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AssayDiligence, assay_diligence_free)

G_END_DECLS
