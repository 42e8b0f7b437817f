/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `assay read-code`: what the QR codes in a photo say. */

#include "assay-config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>

#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/listing.h"
#include "cli/usage.h"
#include "record/tag-address.h"
#include "store/attachments.h"
#include "store/picture-codes.h"

static const AssayUsage usage = {
  .name = "read-code",
  .arguments = N_ ("PHOTO"),
  .summary = N_ ("Prints what the QR codes in a photo say, such as the one of a traceability tag. "
                 "Opens no address."),
  .details = N_ (
      "One line a code, from the top of the photo down. Rows in JSON and CSV: text (as one line: "
      "what cannot be shown stands as U+FFFD), address (what can be opened, or null), host (whose "
      "address it is, or null)."),
  .min_arguments = 1,
  .max_arguments = 1,
};

/* Its size is looked at first: a file may be larger than the memory. */
static GBytes *
read_file (const char *path, GError **error)
{
  GStatBuf facts;
  char *data;
  gsize length;

  if (g_stat (path, &facts) == 0 && facts.st_size > ASSAY_ATTACHMENT_MAX_BYTES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                   _ ("The file is larger than %d MB; a photo is not"),
                   ASSAY_ATTACHMENT_MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  if (g_stat (path, &facts) == 0 && !S_ISREG (facts.st_mode))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _ ("It is no file"));
      return NULL;
    }
  if (!g_file_get_contents (path, &data, &length, error))
    return NULL;
  return g_bytes_new_take (data, length);
}

static JsonObject *
describe (const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  JsonObject *asked = json_object_new ();

  json_object_set_string_member (asked, "command", "read-code");
  json_object_set_string_member (asked, "photo", name);
  return asked;
}

static gboolean
print_codes (const GPtrArray *codes, const char *path, AssayListingForm form, GError **error)
{
  static const AssayListingColumn columns[] = {
    { "text", NULL, FALSE, 0 },
    { "address", NULL, FALSE, 0 },
    { "host", NULL, FALSE, 0 },
  };
  g_autoptr (AssayListing) listing = NULL;

  if (form == ASSAY_LISTING_TEXT)
    {
      for (guint i = 0; i < codes->len; i++)
        printf ("%s\n", (const char *)g_ptr_array_index (codes, i));
      return TRUE;
    }
  listing = assay_listing_new (form, stdout, columns, G_N_ELEMENTS (columns));
  assay_listing_set_asked (listing, describe (path));
  assay_listing_set_definition (listing, _ ("What the QR codes in the photo say."));
  for (guint i = 0; i < codes->len; i++)
    {
      const char *text = g_ptr_array_index (codes, i);
      g_autofree char *host = NULL, *address = assay_tag_dup_address (text, &host);

      assay_listing_add_text (listing, text);
      assay_listing_add_text (listing, address);
      assay_listing_add_text (listing, host);
      assay_listing_end_row (listing);
    }
  return assay_listing_finish (listing, error);
}

/**
 * assay_cli_read_code:
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 *
 * Returns: the exit status; refused when there is no code
 */
int
assay_cli_read_code (int argc, char **argv)
{
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) codes = NULL;
  g_autoptr (GError) error = NULL;
  gboolean json = FALSE, csv = FALSE;
  const GOptionEntry entries[] = {
    { "csv", 0, 0, G_OPTION_ARG_NONE, &csv, N_ ("Print CSV"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!assay_usage_parse (&usage, entries, argc, argv, &arguments, &status))
    return status;
  bytes = read_file (arguments[0], &error);
  if (bytes != NULL)
    codes = assay_picture_read_codes (bytes, NULL, &error);
  if (codes != NULL && codes->len == 0)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                         _ ("No QR code was found in it; a sharp photo from nearer by may help"));
  if (error == NULL)
    print_codes (codes, arguments[0],
                 json  ? ASSAY_LISTING_JSON
                 : csv ? ASSAY_LISTING_CSV
                       : ASSAY_LISTING_TEXT,
                 &error);
  return error == NULL ? ASSAY_EXIT_DONE : assay_usage_refuse (arguments[0], error);
}
