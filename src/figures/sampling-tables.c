/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * sampling-tables.c: Tables I, II-A to II-C and III-A to III-C of MIL-STD-105E.
 *
 * The master tables are built on diagonals: with letters counted from A = 0 and
 * AQLs from 0.010 = 0, nearly every cell depends only on the sum of the two, here
 * called k. So the tables are kept as one row per diagonal, with the few cells
 * that leave the pattern at the edges spelled out in the code.
 */
#include "figures/sampling-tables.h"

/* The diagonal of the plans 0/1; numbers above 0/1 start three further on. */
#define K_ZERO   14
#define K_FIRST  17
#define K_LAST   26
#define LETTER_A 0
#define LETTER_B 1
#define LETTER_E 4
#define LETTER_R 15

static const char letters[ASSAY_SAMPLING_N_LETTERS + 1] = "ABCDEFGHJKLMNPQRS";

/* Table I: the last lot size of each row and its letter for S-1 to S-4, I, II, III. */
static const struct
{
  gint64 lot_max;
  char letter[ASSAY_N_INSPECTION_LEVELS + 1];
} code_letters[] = {
  { 8, "AAAAAAB" },      { 15, "AAAAABC" },     { 25, "AABBBCD" },         { 50, "ABBCCDE" },
  { 90, "BBCCCEF" },     { 150, "BBCDDFG" },    { 280, "BCDEEGH" },        { 500, "BCDEFHJ" },
  { 1200, "CCEFGJK" },   { 3200, "CDEGHKL" },   { 10000, "CDFGJLM" },      { 35000, "CDFHKMN" },
  { 150000, "DEGJLNP" }, { 500000, "DEGJMPQ" }, { G_MAXINT64, "DEHKNQR" },
};

/* Zero where the letter has no plan of that sort. */
static const gint single_n[2][ASSAY_SAMPLING_N_LETTERS] = {
  { 2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000, 3150 },
  { 2, 2, 2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 0 },
};

static const gint double_n[2][ASSAY_SAMPLING_N_LETTERS] = {
  { 0, 2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000 },
  { 0, 0, 0, 2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 0 },
};

/* Ac and Re by diagonal from K_FIRST on; -1 where the table shows an arrow. */
typedef gint8 Numbers[K_LAST - K_FIRST + 1][2];

static const Numbers normal_numbers
    = { { 1, 2 },   { 2, 3 },   { 3, 4 },   { 5, 6 },   { 7, 8 },
        { 10, 11 }, { 14, 15 }, { 21, 22 }, { 30, 31 }, { 44, 45 } };

static const Numbers tightened_numbers
    = { { -1, -1 }, { 1, 2 },   { 2, 3 },   { 3, 4 },   { 5, 6 },
        { 8, 9 },   { 12, 13 }, { 18, 19 }, { 27, 28 }, { 41, 42 } };

static const Numbers reduced_numbers = { { 0, 2 }, { 1, 3 },  { 1, 4 },   { 2, 5 },   { 3, 6 },
                                         { 5, 8 }, { 7, 10 }, { 10, 13 }, { 14, 17 }, { 21, 24 } };

/* The two smallest samples of reduced inspection keep a narrower gap or none. */
static const Numbers reduced_numbers_a
    = { { 1, 2 },   { 2, 3 },   { 3, 4 },   { 5, 6 },   { 7, 8 },
        { 10, 11 }, { 14, 15 }, { 21, 22 }, { 30, 31 }, { -1, -1 } };

static const Numbers reduced_numbers_b
    = { { 0, 2 }, { 1, 3 },   { 2, 4 },   { 3, 5 },   { 5, 6 },
        { 7, 8 }, { 10, 11 }, { 14, 15 }, { 21, 22 }, { 30, 31 } };

/* Ac1, Re1, Ac2, Re2 by diagonal from K_FIRST on. */
typedef gint8 DoubleNumbers[K_LAST - K_FIRST + 1][4];

static const DoubleNumbers double_numbers[3] = {
  { { 0, 2, 1, 2 },
    { 0, 3, 3, 4 },
    { 1, 4, 4, 5 },
    { 2, 5, 6, 7 },
    { 3, 7, 8, 9 },
    { 5, 9, 12, 13 },
    { 7, 11, 18, 19 },
    { 11, 16, 26, 27 },
    { 17, 22, 37, 38 },
    { 25, 31, 56, 57 } },
  { { -1, -1, -1, -1 },
    { 0, 2, 1, 2 },
    { 0, 3, 3, 4 },
    { 1, 4, 4, 5 },
    { 2, 5, 6, 7 },
    { 3, 7, 11, 12 },
    { 6, 10, 15, 16 },
    { 9, 14, 23, 24 },
    { 15, 20, 34, 35 },
    { 23, 29, 52, 53 } },
  { { 0, 2, 0, 2 },
    { 0, 3, 0, 4 },
    { 0, 4, 1, 5 },
    { 0, 4, 3, 6 },
    { 1, 5, 4, 7 },
    { 2, 7, 6, 9 },
    { 3, 8, 8, 12 },
    { 5, 10, 12, 16 },
    { 7, 12, 18, 22 },
    { 11, 17, 26, 30 } },
};

/* Returns the letter of a row of the master tables, 0 for no such row. */
char
assay_sampling_table_letter (gint index)
{
  return index >= 0 && index < ASSAY_SAMPLING_N_LETTERS ? letters[index] : 0;
}

/* Returns the row of @letter in the master tables, -1 for no such letter. */
gint
assay_sampling_table_letter_index (char letter)
{
  for (gint i = 0; i < ASSAY_SAMPLING_N_LETTERS; i++)
    if (letters[i] == letter)
      return i;
  return -1;
}

/* Returns the row of the code letter of Table I, -1 for a lot below 2. */
gint
assay_sampling_table_lot_letter (gint64 lot, AssayInspectionLevel level)
{
  if (lot < 2 || (guint)level >= ASSAY_N_INSPECTION_LEVELS)
    return -1;
  for (gsize i = 0; i < G_N_ELEMENTS (code_letters); i++)
    if (lot <= code_letters[i].lot_max)
      return assay_sampling_table_letter_index (code_letters[i].letter[level]);
  return -1;
}

/* Returns the sample size of a letter in single sampling, 0 for none. */
gint
assay_sampling_table_single_n (AssaySeverity severity, gint letter)
{
  return single_n[severity == ASSAY_SEVERITY_REDUCED][letter];
}

/* Returns the size of each of the two samples of a letter, 0 for none. */
gint
assay_sampling_table_double_n (AssaySeverity severity, gint letter)
{
  return double_n[severity == ASSAY_SEVERITY_REDUCED][letter];
}

/* What stands between the plans 0/1 and the first plans above them. */
static AssayPlanCell
cell_near_zero (AssaySeverity severity, gint letter, gint k)
{
  gint zero = severity == ASSAY_SEVERITY_TIGHTENED ? K_ZERO + 1 : K_ZERO;

  if (k < zero)
    return ASSAY_PLAN_CELL_DOWN;
  if (k == zero)
    return ASSAY_PLAN_CELL_PLAN;
  /* Under the last 0/1 of a column nothing lies further down, and over A nothing up. */
  if (severity == ASSAY_SEVERITY_TIGHTENED)
    return k == K_ZERO + 2 && letter == LETTER_R ? ASSAY_PLAN_CELL_UP : ASSAY_PLAN_CELL_DOWN;
  if (k == K_ZERO + 1)
    return letter == LETTER_A ? ASSAY_PLAN_CELL_DOWN : ASSAY_PLAN_CELL_UP;
  return letter == LETTER_R ? ASSAY_PLAN_CELL_UP : ASSAY_PLAN_CELL_DOWN;
}

static const Numbers *
numbers_for (AssaySeverity severity, gint letter)
{
  switch (severity)
    {
    case ASSAY_SEVERITY_TIGHTENED:
      return &tightened_numbers;
    case ASSAY_SEVERITY_REDUCED:
      if (letter == LETTER_A)
        return &reduced_numbers_a;
      return letter == LETTER_B ? &reduced_numbers_b : &reduced_numbers;
    case ASSAY_SEVERITY_NORMAL:
    default:
      return &normal_numbers;
    }
}

/*
 * Reads one cell of Table II. @letter is a row, @aql a column (0 to 25). Sets @ac
 * and @re when the cell holds a plan.
 */
AssayPlanCell
assay_sampling_table_single (AssaySeverity severity, gint letter, gint aql, gint *ac, gint *re)
{
  gint k = letter + aql;
  const Numbers *numbers = numbers_for (severity, letter);

  if (k < K_FIRST)
    {
      /* Tightened letter A has no 0/1 at all: its column goes on below. */
      if (severity == ASSAY_SEVERITY_TIGHTENED && letter == LETTER_A)
        return ASSAY_PLAN_CELL_DOWN;
      *ac = 0;
      *re = 1;
      return cell_near_zero (severity, letter, k);
    }
  if (k > K_LAST)
    return ASSAY_PLAN_CELL_UP;
  /* The two highest diagonals are used for the five smallest samples only. */
  if (k > K_LAST - 2 && letter > LETTER_E)
    return ASSAY_PLAN_CELL_UP;
  if ((*numbers)[k - K_FIRST][0] < 0)
    return ASSAY_PLAN_CELL_DOWN;

  *ac = (*numbers)[k - K_FIRST][0];
  *re = (*numbers)[k - K_FIRST][1];
  return ASSAY_PLAN_CELL_PLAN;
}

/*
 * Reads one cell of Table III whose cell in Table II holds a plan. Returns Ac1,
 * Re1, Ac2, Re2, or %NULL where the table refers to the single plan.
 */
const gint8 *
assay_sampling_table_double (AssaySeverity severity, gint letter, gint aql)
{
  gint k = letter + aql;

  if (k < K_FIRST || k > K_LAST || assay_sampling_table_double_n (severity, letter) == 0)
    return NULL;
  return double_numbers[severity][k - K_FIRST][0] < 0 ? NULL
                                                      : double_numbers[severity][k - K_FIRST];
}
