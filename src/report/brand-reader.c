/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/inspection-data.h"

#include "store/attachments.h"
#include "store/book-settings.h"

#define LOGO_PIXELS 600

/* A logo that cannot be read leaves the brand's name alone; it is no reason to refuse a report. */
static AssayPicture *
read_logo (AssayDb *db, const char *sha256)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) problem = NULL;
  AssayPicture *logo = NULL;

  bytes = assay_attachments_read (db, sha256, &problem);
  if (bytes != NULL)
    logo = assay_picture_new (bytes, LOGO_PIXELS, &problem);
  if (logo == NULL)
    g_info ("The logo cannot be used: %s", problem != NULL ? problem->message : "missing");
  return logo;
}

AssayReportBrand *
assay_report_brand_read (AssayDb *db, GError **error)
{
  static const char *const names[]
      = { ASSAY_SETTING_BRAND, ASSAY_SETTING_LOGO, ASSAY_SETTING_UNITS, ASSAY_SETTING_PAPER };
  g_auto (GStrv) values = g_new0 (char *, G_N_ELEMENTS (names) + 1);
  g_autoptr (AssayPicture) logo = NULL;
  AssayReportBrand *brand;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) problem = NULL;
      g_autofree char *value = assay_book_settings_get (db, names[i], &problem);

      if (problem != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return NULL;
        }
      values[i] = value != NULL ? g_steal_pointer (&value) : g_strdup ("");
    }
  if (*values[1] != '\0')
    logo = read_logo (db, values[1]);
  brand = assay_report_brand_new (*values[0] != '\0' ? values[0] : NULL, logo,
                                  g_str_equal (values[2], "imperial") ? ASSAY_UNITS_IMPERIAL
                                                                      : ASSAY_UNITS_METRIC);
  assay_paper_parse (values[3], &brand->paper);
  return brand;
}
