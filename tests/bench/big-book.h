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

typedef void (*BenchFunc) (gpointer data);
/* The least of @times runs, in seconds. */
double bench_run (BenchFunc func, gpointer data, int times);
void bench_report (const char *what, double floor, double ours, double aim);

G_END_DECLS
