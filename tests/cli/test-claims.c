/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay claims`: from rows of components, orders and certificates to recycled content, what is
 * covered and how claims stand. */

#include <glib/gstdio.h>
#include <string.h>

#include "cli-run.h"

typedef struct
{
  char *folder, *book;
} Fixture;

static void
import (Fixture *fixture, const char *type, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, "in.csv", NULL);
  g_autoptr (CliRun) run = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  run = cli_run ("import", fixture->book, type, path, NULL);
  g_test_message ("%s%s", run->output, run->errors);
  g_assert_cmpint (run->status, ==, 0);
  g_remove (path);
}

/* 600 of 1000 g are recycled; 100 pieces need 100 × 0.6 kg × 1.1 = 66 kg, of which 40 are
 * certified. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("assay-claims-XXXXXX", NULL);
  fixture->book = g_build_filename (fixture->folder, "book.assay", NULL);
  import (fixture, "supplier", "Supplier,Country\nSao Mai,VN\n");
  import (
      fixture, "order",
      "PO,Supplier,Sent on,SKU,Quantity,Promised\nPO-1,Sao Mai,2026-05-01,DP-20,100,2026-06-20\n");
  import (fixture, "component",
          "SKU,Kind,Component,Weight in a piece,Waste,Recycled share,Recycled from\n"
          "DP-20,fabric,Shell,600,10 %,100 %,post_consumer\n"
          "DP-20,foam,Foam,400,,0 %,\n");
  import (fixture, "evidence",
          "Kind,Certificate number,Component,SKU,Certified weight,Standing\n"
          "transaction_certificate,TC-1,Shell,DP-20,40,verified\n");
  import (fixture, "claim_kind",
          "Kind code,Claim kind,Computed from,What is needed,By what,Share needed\n"
          "RECYCLED,Recycled content,recycled_content,Weights,composition,50 %\n"
          "RECYCLED,Recycled content,recycled_content,Certificates,transaction_certificate,\n");
  import (fixture, "claim_word",
          "Word or phrase,Market,Verdict,In force from\ngreen,EU,generic,2026-09-27\n");
  import (
      fixture, "claim",
      "SKU,Kind of claim,Wording,Markets,State\n"
      "DP-20,RECYCLED,Sixty percent recycled,\"EU, US\",in_use\nDP-20,,A green pack,DE,draft\n");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_remove (fixture->book);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->book);
}

static JsonObject *
get_row (JsonObject *object, guint i)
{
  return json_array_get_object_element (json_object_get_array_member (object, "rows"), i);
}

static void
test_claims (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CliRun) run
      = cli_run ("claims", fixture->book, "--today", "2026-11-24", "--json", NULL);
  g_autoptr (JsonObject) object = cli_run_parse (run);
  JsonObject *green = get_row (object, 0), *recycled = get_row (object, 1);
  JsonArray *evidence = json_object_get_array_member (recycled, "evidence");
  JsonObject *need;

  g_assert_cmpint (run->status, ==, 0);
  g_assert_cmpstr (json_object_get_string_member (green, "claim"), ==, "A green pack");
  g_assert_cmpstr (json_object_get_string_member (green, "standing"), ==, "generic");
  g_assert_cmpstr (json_object_get_string_member (recycled, "standing"), ==, "unsupported");
  g_assert_cmpint (json_object_get_int_member (recycled, "needs"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (recycled, "needs_met"), ==, 1);
  need = json_array_get_object_element (evidence, 0);
  g_assert_cmpstr (json_object_get_string_member (need, "state"), ==, "met");
  need = json_array_get_object_element (evidence, 1);
  g_assert_cmpstr (json_object_get_string_member (need, "state"), ==, "partly");
  g_assert_nonnull (strstr (json_object_get_string_member (need, "gap"), "26.0 kg"));
}

static void
test_recycled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CliRun) run = cli_run ("claims", fixture->book, "--recycled", "--json", NULL);
  g_autoptr (JsonObject) object = cli_run_parse (run);
  JsonObject *row = get_row (object, 0);

  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (row, "share"), 0.6, 1e-9);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (row, "post_consumer"), 0.6, 1e-9);
  g_assert_cmpstr (json_object_get_string_member (row, "reaches_50"), ==, "reached");
  g_assert_cmpstr (json_object_get_string_member (row, "reaches_95"), ==, "missed");
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (row, "needed_kg"), 66, 1e-9);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (row, "certified_kg"), 40, 1e-9);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (row, "missing_kg"), 26, 1e-9);
}

static void
test_needs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CliRun) run
      = cli_run ("claims", fixture->book, "--needs", "--csv", "--product", "DP-20", NULL);
  g_autoptr (CliRun) wrong = cli_run ("claims", fixture->book, "--product", "Nobody", NULL);

  g_assert_cmpint (run->status, ==, 0);
  g_assert_true (g_str_has_prefix (run->output, "product,claim,need,market,by,from,in_force,"));
  g_assert_nonnull (strstr (run->output, "Certificates"));
  g_assert_cmpint (wrong->status, ==, 1);
  g_assert_nonnull (strstr (wrong->errors, "Nobody"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/claims/claims", Fixture, NULL, set_up, test_claims, tear_down);
  g_test_add ("/claims/recycled", Fixture, NULL, set_up, test_recycled, tear_down);
  g_test_add ("/claims/needs", Fixture, NULL, set_up, test_needs, tear_down);
  return g_test_run ();
}
