/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A book of any size for measuring, and how results are printed. */

#pragma once

#include "store/db.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  char *path;
} BigBook;

/* Order lines with what is derived of them, a quarter as many inspections, 200 suppliers. */
void big_book_make (BigBook *big, gint64 n_lines);
void big_book_clear (BigBook *big);
/* The statements that @select reads, in one text. */
char *big_book_collect (AssayDb *db, const char *select);

typedef void (*BenchFunc) (gpointer data);
/* Runs the two in turn and prints the least seconds of processor time that each took: what else the
 * machine does then touches both alike. Returns whether the aim was reached. */
gboolean bench_compare (const char *what,
                        BenchFunc floor,
                        gpointer floor_data,
                        BenchFunc ours,
                        gpointer ours_data,
                        int times,
                        double aim);
/* For what takes too long to be done twice; ours comes first. */
gboolean bench_compare_once (const char *what,
                             BenchFunc floor,
                             gpointer floor_data,
                             BenchFunc ours,
                             gpointer ours_data,
                             double aim);

G_END_DECLS
