/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a code on a tag may say, meant well or not. */

#include "record/tag-address.h"

#include <string.h>

static void
test_address (void)
{
  static const struct
  {
    const char *text, *address, *host;
  } rows[] = {
    { "https://tag.example.com/t/8F3K", "https://tag.example.com/t/8F3K", "tag.example.com" },
    { " http://example.com ", "http://example.com/", "example.com" },
    { "HTTPS://ID.EXAMPLE.ORG/01/04006381333931", "https://ID.EXAMPLE.ORG/01/04006381333931",
      "id.example.org" },
    { "www.example.com/dpp?id=7#top", "https://www.example.com/dpp?id=7#top", "www.example.com" },
    { "https://example.com:8443/x", "https://example.com:8443/x", "example.com" },
    { "https://[2001:db8::1]/x", "https://[2001:db8::1]/x", "2001:db8::1" },
    /* Whose page it is must not be hidden before an @. */
    { "https://oeko-tex.com@evil.example/x", NULL, NULL },
    { "https://user:word@evil.example/x", NULL, NULL },
    { "javascript:alert(1)", NULL, NULL },
    { "file:///etc/passwd", NULL, NULL },
    { "data:text/html,x", NULL, NULL },
    { "tel:+84900000000", NULL, NULL },
    { "WIFI:T:WPA;S:net;P:word;;", NULL, NULL },
    { "https://", NULL, NULL },
    { "https:///path", NULL, NULL },
    { "https://exa mple.com", NULL, NULL },
    { "https://example.com\\@evil.example", NULL, NULL },
    { "https://example.com/\xe2\x80\xae"
      "gpj.exe",
      NULL, NULL },
    { "https://example.com:port/", NULL, NULL },
    { "8F3K-220", NULL, NULL },
    { "", NULL, NULL },
    { "\xff\xfe", NULL, NULL },
    { NULL, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *host = NULL, *address = assay_tag_dup_address (rows[i].text, &host);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (address, ==, rows[i].address);
      g_assert_cmpstr (host, ==, rows[i].host);
    }
}

static void
test_text (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *text;
  } rows[] = {
    { "https://example.com", 19, "https://example.com" },
    { "BEGIN:VCARD\r\nFN:An\tNguyen\n", 26, "BEGIN:VCARD  FN:An Nguyen" },
    { "a\0b", 3,
      "a\xef\xbf\xbd"
      "b" },
    { "a\x1b[31mred", 8, "a\xef\xbf\xbd[31mre" },
    { "x\xe2\x80\xaey", 5, "x\xef\xbf\xbdy" },
    { "\xe7\x9a\x84\xff", 4, "\xe7\x9a\x84\xef\xbf\xbd" },
    { "  \n", 3, NULL },
    { "", 0, NULL },
  };
  g_autofree char *long_bytes = g_strnfill (20000, 'x');
  g_autofree char *long_text = assay_tag_dup_text (long_bytes, 20000);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = assay_tag_dup_text (rows[i].bytes, rows[i].length);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
  g_assert_cmpuint (strlen (long_text), ==, ASSAY_TAG_MAX_BYTES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tag-address/address", test_address);
  g_test_add_func ("/tag-address/text", test_text);
  return g_test_run ();
}
