/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which suppliers may be one: names, numbers and addresses as lists of suppliers have them. */

#include "record/party-name.h"
#include "record/supplier-likeness.h"

static void
test_names (void)
{
  static const struct
  {
    const char *name, *core;
  } cases[] = {
    { "Sao Mai Bags Co., Ltd.", "saomaibags" },
    { "SAO MAI BAGS CO LTD", "saomaibags" },
    { "Công ty TNHH Sao Mai", "saomai" },
    { "CÔNG TY CỔ PHẦN Đồng Tiến", "dongtien" },
    { "Müller Rucksäcke GmbH & Co. KG", "mullerrucksacke" },
    { "Mochilas del Norte S.A. de C.V.", "mochilasdelnorte" },
    { "Shun De Bags", "shundebags" },
    { "Straße & Söhne", "strassesohne" },
    { "Łódź Plecaki Sp. z o.o.", "lodzplecaki" },
    { "Zaini S.r.l.", "zaini" },
    { "深圳三美有限公司", "shenzhensanmei" },
    { "深圳三美", "shenzhensanmei" },
    { "Shenzhen San-Mei", "shenzhensanmei" },
    { "ＡＢＣ　Ｂａｇｓ", "abcbags" },
    { "ООО Рюкзак", "rukzak" },
    { "주식회사 가방", "gabang" },
    { "The Company", "thecompany" },
    { "…", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *core = assay_party_name_core (cases[i].name, FALSE);

      g_assert_cmpstr (core, ==, cases[i].core);
    }
  {
    g_autofree char *a = assay_party_name_core ("Sao Mai Bags", TRUE);
    g_autofree char *b = assay_party_name_core ("Bags Sao Mai Ltd", TRUE);
    g_autofree char *bad = assay_party_name_core ("\xff\xfe Bags", FALSE);

    g_assert_cmpstr (a, ==, b);
    g_assert_nonnull (bad);
  }
}

static void
test_reach (void)
{
  static const struct
  {
    char *(*core) (const char *text);
    const char *text, *wanted;
  } cases[] = {
    { assay_party_phone_core, "+84 (0)225 123 4567", "251234567" },
    { assay_party_phone_core, "0084 225 1234567", "251234567" },
    { assay_party_phone_core, "0225-123-4567 ext 12", "251234567" },
    { assay_party_phone_core, "225 1234567 / 225 7654321", "251234567" },
    { assay_party_phone_core, "12345", NULL },
    { assay_party_mail_domain, "sales@SaoMai.vn", "saomai.vn" },
    { assay_party_mail_domain, "sao.mai@gmail.com", NULL },
    { assay_party_mail_domain, "12345@qq.com", NULL },
    { assay_party_mail_domain, "none", NULL },
    { assay_party_web_host, "https://www.saomai.vn/en/", "saomai.vn" },
    { assay_party_web_host, "saomai.vn", "saomai.vn" },
    { assay_party_web_host, "http://saomai.vn:8080?x=1", "saomai.vn" },
    { assay_party_web_host, "https://sanmei.en.alibaba.com/contactinfo.html",
      "sanmei.en.alibaba.com" },
    { assay_party_web_host, "https://www.alibaba.com", NULL },
    { assay_party_web_host, "https://www.linkedin.com/company/Sanmei/?a=b",
      "linkedin.com/company/sanmei" },
    { assay_party_web_host, "localhost", NULL },
    { assay_party_number_core, "0201-234.567 ", "0201234567" },
    { assay_party_number_core, "cn 9144 0300ma", "CN91440300MA" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *core = cases[i].core (cases[i].text);

      g_assert_cmpstr (core, ==, cases[i].wanted);
    }
}

typedef struct
{
  guint field;
  const char *text;
} Fact;

static AssayRecord *
make (gint64 id, const Fact *facts)
{
  AssayRecord *supplier = assay_record_new (ASSAY_TYPE_SUPPLIER);

  assay_record_set_id (supplier, id);
  for (guint i = 0; i < 4 && facts[i].text != NULL; i++)
    assay_record_set_text (supplier, facts[i].field, facts[i].text);
  return supplier;
}

static void
test_reasons (void)
{
  static const struct
  {
    Fact a[4], b[4];
    guint reasons; /* 0: not alike */
  } cases[] = {
    { { { ASSAY_SUPPLIER_NAME, "Sao Mai Bags" } },
      { { ASSAY_SUPPLIER_NAME, "SAO MAI BAGS Co., Ltd" } },
      ASSAY_LIKE_NAME },
    { { { ASSAY_SUPPLIER_NAME, "Shenzhen Sanmei" } },
      { { ASSAY_SUPPLIER_NAME, "深圳三美有限公司" } },
      ASSAY_LIKE_NAME },
    { { { ASSAY_SUPPLIER_NAME, "Sanmei" }, { ASSAY_SUPPLIER_LOCAL_NAME, "三美箱包厂" } },
      { { ASSAY_SUPPLIER_NAME, "三美箱包厂" } },
      ASSAY_LIKE_NAME },
    { { { ASSAY_SUPPLIER_NAME, "Sao Mai Bags" } },
      { { ASSAY_SUPPLIER_NAME, "Bags Sao Mai" } },
      ASSAY_LIKE_WORDS },
    { { { ASSAY_SUPPLIER_NAME, "Sao Mai Backpacks" } },
      { { ASSAY_SUPPLIER_NAME, "Sao May Bakpacks" } },
      ASSAY_LIKE_NEAR_NAME },
    { { { ASSAY_SUPPLIER_NAME, "Plant 12 Haiphong" } },
      { { ASSAY_SUPPLIER_NAME, "Plant 13 Haiphong" } },
      0 },
    { { { ASSAY_SUPPLIER_NAME, "Alpha Bags" } }, { { ASSAY_SUPPLIER_NAME, "Omega Zips" } }, 0 },
    { { { ASSAY_SUPPLIER_NAME, "Alpha Bags" }, { ASSAY_SUPPLIER_TAX_NUMBER, "0201-234567" } },
      { { ASSAY_SUPPLIER_NAME, "Omega" }, { ASSAY_SUPPLIER_TAX_NUMBER, "0201 234 567" } },
      ASSAY_LIKE_TAX_NUMBER },
    { { { ASSAY_SUPPLIER_NAME, "Alpha Bags" },
        { ASSAY_SUPPLIER_REGISTRATION, "91440300MA5" },
        { ASSAY_SUPPLIER_COUNTRY, "CN" } },
      { { ASSAY_SUPPLIER_NAME, "Omega" },
        { ASSAY_SUPPLIER_REGISTRATION, "9144-0300-ma5" },
        { ASSAY_SUPPLIER_COUNTRY, "HK" } },
      ASSAY_LIKE_REGISTRATION | ASSAY_UNLIKE_COUNTRY },
    { { { ASSAY_SUPPLIER_NAME, "Alpha Bags" }, { ASSAY_SUPPLIER_MAIL, "a@alpha.vn" } },
      { { ASSAY_SUPPLIER_NAME, "Omega" }, { ASSAY_SUPPLIER_MAIL, "b@alpha.vn" } },
      ASSAY_LIKE_MAIL_DOMAIN },
    { { { ASSAY_SUPPLIER_NAME, "Alpha Bags" }, { ASSAY_SUPPLIER_MAIL, "a@gmail.com" } },
      { { ASSAY_SUPPLIER_NAME, "Omega" }, { ASSAY_SUPPLIER_MAIL, "b@gmail.com" } },
      0 },
    { { { ASSAY_SUPPLIER_NAME, "Alpha Bags" }, { ASSAY_SUPPLIER_MAIL, "a@gmail.com" } },
      { { ASSAY_SUPPLIER_NAME, "Omega" }, { ASSAY_SUPPLIER_MAIL, "A@GMAIL.com" } },
      ASSAY_LIKE_MAIL },
    { { { ASSAY_SUPPLIER_NAME, "Alpha Bags" }, { ASSAY_SUPPLIER_MAIL, "a@alpha.vn" } },
      { { ASSAY_SUPPLIER_NAME, "Omega" }, { ASSAY_SUPPLIER_WEBSITE, "https://www.alpha.vn/" } },
      ASSAY_LIKE_MAIL_SITE },
    { { { ASSAY_SUPPLIER_NAME, "Alpha Bags" }, { ASSAY_SUPPLIER_WEBSITE, "alpha.vn" } },
      { { ASSAY_SUPPLIER_NAME, "Omega" }, { ASSAY_SUPPLIER_WEBSITE, "https://www.alpha.vn/" } },
      ASSAY_LIKE_WEBSITE },
    { { { ASSAY_SUPPLIER_NAME, "Alpha Bags" }, { ASSAY_SUPPLIER_PHONE, "+84 225 123 4567" } },
      { { ASSAY_SUPPLIER_NAME, "Omega" }, { ASSAY_SUPPLIER_PHONE, "0225 1234567" } },
      ASSAY_LIKE_PHONE },
    { { { ASSAY_SUPPLIER_NAME, "Alpha Bags" }, { ASSAY_SUPPLIER_CODE, "V-001" } },
      { { ASSAY_SUPPLIER_NAME, "Omega" }, { ASSAY_SUPPLIER_CODE, "v001" } },
      ASSAY_LIKE_CODE },
    /* Two companies of one name: the weight is below nothing only with both numbers different. */
    { { { ASSAY_SUPPLIER_NAME, "Golden Star" },
        { ASSAY_SUPPLIER_TAX_NUMBER, "1234567" },
        { ASSAY_SUPPLIER_REGISTRATION, "55555" } },
      { { ASSAY_SUPPLIER_NAME, "Golden Star Ltd" },
        { ASSAY_SUPPLIER_TAX_NUMBER, "7654321" },
        { ASSAY_SUPPLIER_REGISTRATION, "66666" } },
      0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int turned = 0; turned < 2; turned++)
      {
        g_autoptr (AssaySupplierLikeness) all = assay_supplier_likeness_new ();
        g_autoptr (AssayRecord) a = make (1, turned ? cases[i].b : cases[i].a);
        g_autoptr (AssayRecord) b = make (2, turned ? cases[i].a : cases[i].b);
        g_autoptr (GArray) alike = NULL;
        guint reasons;

        assay_supplier_likeness_add (all, a);
        alike = assay_supplier_likeness_find (all, b);
        reasons = alike->len > 0 ? g_array_index (alike, AssayLikeness, 0).reasons : 0;
        if (reasons != cases[i].reasons)
          g_test_message ("case %u", i);
        g_assert_cmphex (reasons, ==, cases[i].reasons);
      }
}

static void
test_other_names (void)
{
  g_autoptr (AssaySupplierLikeness) all = assay_supplier_likeness_new ();
  g_autoptr (AssayRecord) a = make (1, (const Fact[4]){ { ASSAY_SUPPLIER_NAME, "Alpha Bags" } });
  g_autoptr (AssayRecord) b
      = make (2, (const Fact[4]){ { ASSAY_SUPPLIER_NAME, "Haiphong Sewing" } });
  g_autoptr (GArray) before = NULL, after = NULL, by_id = NULL;
  g_autofree char *words = NULL;

  assay_supplier_likeness_add (all, a);
  before = assay_supplier_likeness_find (all, b);
  g_assert_cmpuint (before->len, ==, 0);
  assay_supplier_likeness_add_name (all, 1, "HAIPHONG SEWING JSC");
  assay_supplier_likeness_add_reach (all, 1, "x@hp.vn", NULL);
  assay_record_set_text (b, ASSAY_SUPPLIER_MAIL, "y@hp.vn");
  after = assay_supplier_likeness_find (all, b);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_cmphex (g_array_index (after, AssayLikeness, 0).reasons, ==,
                   ASSAY_LIKE_NAME | ASSAY_LIKE_MAIL_DOMAIN);
  words = assay_likeness_words (g_array_index (after, AssayLikeness, 0).reasons);
  g_assert_cmpstr (words, ==,
                   "the same name but for its spelling or legal form, the same mail domain");
  assay_supplier_likeness_add (all, b);
  by_id = assay_supplier_likeness_find_id (all, 1);
  g_assert_cmpuint (by_id->len, ==, 1);
  g_assert_cmpint (g_array_index (by_id, AssayLikeness, 0).id, ==, 2);
}

/* A domain that seven share is the park's, not theirs. */
static void
test_shared (void)
{
  g_autoptr (AssaySupplierLikeness) all = assay_supplier_likeness_new ();

  for (gint64 i = 1; i <= 7; i++)
    {
      g_autofree char *name
          = g_strdup_printf ("%c%c%c%c%c%c", (int)('a' + i), (int)('a' + i), (int)('b' + i),
                             (int)('c' + i), (int)('d' + i), (int)('e' + i));
      g_autofree char *mail = g_strdup_printf ("m%d@park.cn", (int)i);
      g_autoptr (AssayRecord) one = make (
          i, (const Fact[4]){ { ASSAY_SUPPLIER_NAME, name }, { ASSAY_SUPPLIER_MAIL, mail } });
      g_autoptr (GArray) alike = NULL;

      assay_supplier_likeness_add (all, one);
      alike = assay_supplier_likeness_find_id (all, i);
      g_assert_cmpuint (alike->len, ==, i <= 6 ? i - 1 : 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/likeness/names", test_names);
  g_test_add_func ("/likeness/reach", test_reach);
  g_test_add_func ("/likeness/reasons", test_reasons);
  g_test_add_func ("/likeness/other-names", test_other_names);
  g_test_add_func ("/likeness/shared", test_shared);
  return g_test_run ();
}
