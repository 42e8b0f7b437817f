/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rich-book.h"

#include <glib/gstdio.h>

#include "store/attachments.h"
#include "store/book-settings.h"
#include "store/records.h"
#include "testing.h"

typedef struct
{
  guint field;
  const char *text;
} Text;

typedef struct
{
  guint field;
  gint64 number;
} Number;

static void
set_texts (AssayRecord *record, const Text *texts, guint n)
{
  for (guint i = 0; i < n; i++)
    assay_record_set_text (record, texts[i].field, texts[i].text);
}

static void
set_numbers (AssayRecord *record, const Number *numbers, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_auto (AssayValue) value = ASSAY_VALUE_INIT;

      assay_value_set_integer (&value, numbers[i].number);
      assay_record_set_value (record, numbers[i].field, &value);
    }
}

static gint64
insert (AssayDb *db, AssayRecord *record)
{
  g_autoptr (GError) error = NULL;

  assay_records_insert (db, record, &error);
  g_assert_no_error (error);
  return assay_record_get_id (record);
}

static gint64
insert_supplier (AssayDb *db)
{
  static const Text texts[] = {
    { ASSAY_SUPPLIER_NAME,
      "Công ty Trách nhiệm Hữu hạn Sản xuất Ba lô Xuất khẩu Sao Mai Hải Phòng" },
    { ASSAY_SUPPLIER_LOCAL_NAME, "曉星背包有限公司海防第一製造工廠" },
    { ASSAY_SUPPLIER_ADDRESS, "Lô A7, Khu công nghiệp Đình Vũ" },
    { ASSAY_SUPPLIER_CITY, "Hải Phòng" },
    { ASSAY_SUPPLIER_COUNTRY, "VN" },
  };
  g_autoptr (AssayRecord) supplier = assay_record_new (ASSAY_TYPE_SUPPLIER);
  const char *const names[] = { "Trần Văn Phụ", "Nguyễn Thị Chính" };
  gint64 id;

  set_texts (supplier, texts, G_N_ELEMENTS (texts));
  id = insert (db, supplier);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (AssayRecord) contact = assay_record_new (ASSAY_TYPE_CONTACT);

      assay_record_set_reference (contact, ASSAY_CONTACT_SUPPLIER, id);
      assay_record_set_text (contact, ASSAY_CONTACT_NAME, names[i]);
      assay_record_set_integer (contact, ASSAY_CONTACT_MAIN, i == 1);
      insert (db, contact);
    }
  return id;
}

static gint64
insert_line (AssayDb *db, gint64 supplier)
{
  g_autoptr (AssayRecord) product = assay_record_new (ASSAY_TYPE_PRODUCT);
  g_autoptr (AssayRecord) order = assay_record_new (ASSAY_TYPE_ORDER);
  g_autoptr (AssayRecord) line = assay_record_new (ASSAY_TYPE_ORDER_LINE);

  assay_record_set_text (product, ASSAY_PRODUCT_CODE, "NL-40");
  assay_record_set_text (product, ASSAY_PRODUCT_NAME,
                         "Nomad Liner 40 L Travel Backpack with Detachable Daypack, Deep Navy");
  assay_record_set_reference (line, ASSAY_ORDER_LINE_PRODUCT, insert (db, product));
  assay_record_set_text (order, ASSAY_ORDER_NUMBER, "PO-2026-031");
  assay_record_set_reference (order, ASSAY_ORDER_SUPPLIER, supplier);
  assay_record_set_reference (line, ASSAY_ORDER_LINE_PURCHASE_ORDER, insert (db, order));
  assay_record_set_integer (line, ASSAY_ORDER_LINE_LINE_NUMBER, 2);
  assay_record_set_text (line, ASSAY_ORDER_LINE_COLOUR, "Deep Navy");
  assay_record_set_integer (line, ASSAY_ORDER_LINE_QUANTITY, 1300);
  return insert (db, line);
}

static void
insert_types (AssayDb *db, gint64 types[RICH_TYPES])
{
  static const char *const categories[]
      = { "Stitching", "Fabric", "Hardware", "Zip", "Labels and packing" };
  static const char *const classes[] = { "critical", "major", "minor" };

  for (guint i = 0; i < RICH_TYPES; i++)
    {
      g_autoptr (AssayRecord) type = assay_record_new (ASSAY_TYPE_DEFECT_TYPE);
      g_autofree char *code = g_strdup_printf ("T%02u", (i * 7) % RICH_TYPES);
      g_autofree char *name = g_strdup_printf ("TYPE%04u seam or part is not as the sample", i);

      assay_record_set_text (type, ASSAY_DEFECT_TYPE_CODE, code);
      assay_record_set_text (type, ASSAY_DEFECT_TYPE_NAME, name);
      assay_record_set_text (type, ASSAY_DEFECT_TYPE_OTHER_NAME, "Đường may không giống mẫu 縫線");
      assay_record_set_text (type, ASSAY_DEFECT_TYPE_CATEGORY,
                             categories[i % G_N_ELEMENTS (categories)]);
      assay_record_set_text (type, ASSAY_DEFECT_TYPE_CLASS, classes[i % 3]);
      types[i] = insert (db, type);
    }
}

static AssayRecord *
make_inspection (gint64 line)
{
  static const Text texts[] = {
    { ASSAY_INSPECTION_NUMBER, "FRI-2026-014" },
    { ASSAY_INSPECTION_KIND, "final_random" },
    { ASSAY_INSPECTION_INSPECTOR, "Nguyễn Thị Hạnh" },
    { ASSAY_INSPECTION_COMPANY, "Đông Á Kiểm định" },
    { ASSAY_INSPECTION_LOCATION, "Hải Phòng" },
    { ASSAY_INSPECTION_STANDARD, "MIL-STD-105E / ANSI Z1.4" },
    { ASSAY_INSPECTION_LEVEL, "II" },
    { ASSAY_INSPECTION_SAMPLING, "double" },
    { ASSAY_INSPECTION_SEVERITY, "normal" },
    { ASSAY_INSPECTION_SEVERITY_REASON, "REAS0001 two of the last five lots were not accepted" },
    { ASSAY_INSPECTION_BASIS, "units" },
    { ASSAY_INSPECTION_CODE_LETTER, "K" },
    { ASSAY_INSPECTION_RESULT, "fail" },
    { ASSAY_INSPECTION_DECISION, "rework" },
    { ASSAY_INSPECTION_DECIDED_BY, "Ayşe Öztürk" },
    { ASSAY_INSPECTION_CURRENCY, "USD" },
    { ASSAY_INSPECTION_DECISION_NOTE, "DECI0001 zip pullers are replaced before loading." },
    { ASSAY_INSPECTION_NOTE, "NOTE0001 cartons stood in the rain for an hour." },
  };
  static const Number numbers[] = {
    { ASSAY_INSPECTION_INSPECTED_ON, 20524 },
    { ASSAY_INSPECTION_LOT_SIZE, 1234 },
    { ASSAY_INSPECTION_ORDERED, 1300 },
    { ASSAY_INSPECTION_PRESENTED, 1201 },
    { ASSAY_INSPECTION_PACKED, 1040 },
    { ASSAY_INSPECTION_CARTONS, 123 },
    { ASSAY_INSPECTION_CARTONS_OPENED, 17 },
    { ASSAY_INSPECTION_AQL_CRITICAL, 0 },
    { ASSAY_INSPECTION_AQL_MAJOR, 2500 },
    { ASSAY_INSPECTION_AQL_MINOR, 4000 },
    { ASSAY_INSPECTION_SAMPLE_CRITICAL, 80 },
    { ASSAY_INSPECTION_AC_CRITICAL, 0 },
    { ASSAY_INSPECTION_RE_CRITICAL, 1 },
    { ASSAY_INSPECTION_SAMPLE_MAJOR, 50 },
    { ASSAY_INSPECTION_FIRST_AC_MAJOR, 2 },
    { ASSAY_INSPECTION_FIRST_RE_MAJOR, 5 },
    { ASSAY_INSPECTION_SECOND_SAMPLE_MAJOR, 50 },
    { ASSAY_INSPECTION_AC_MAJOR, 6 },
    { ASSAY_INSPECTION_RE_MAJOR, 7 },
    { ASSAY_INSPECTION_SAMPLE_MINOR, 50 },
    { ASSAY_INSPECTION_FIRST_AC_MINOR, 3 },
    { ASSAY_INSPECTION_FIRST_RE_MINOR, 7 },
    { ASSAY_INSPECTION_SECOND_SAMPLE_MINOR, 50 },
    { ASSAY_INSPECTION_AC_MINOR, 8 },
    { ASSAY_INSPECTION_RE_MINOR, 9 },
    { ASSAY_INSPECTION_INSPECTED, 130 },
    { ASSAY_INSPECTION_FIRST_INSPECTED, 80 },
    { ASSAY_INSPECTION_DECIDED_ON, 20525 },
    { ASSAY_INSPECTION_ACCEPTED_QUANTITY, 700 },
    { ASSAY_INSPECTION_REWORKED_QUANTITY, 411 },
    { ASSAY_INSPECTION_REJECTED_QUANTITY, 90 },
    { ASSAY_INSPECTION_REWORK_COST, 123450 },
  };
  AssayRecord *inspection = assay_record_new (ASSAY_TYPE_INSPECTION);

  set_texts (inspection, texts, G_N_ELEMENTS (texts));
  set_numbers (inspection, numbers, G_N_ELEMENTS (numbers));
  assay_record_set_reference (inspection, ASSAY_INSPECTION_ORDER_LINE, line);
  return inspection;
}

/* The first and the third inspection of the lot are around the rich one. */
static gint64
insert_inspections (AssayDb *db, gint64 line)
{
  g_autoptr (AssayRecord) first = assay_record_new (ASSAY_TYPE_INSPECTION);
  g_autoptr (AssayRecord) rich = make_inspection (line);
  g_autoptr (AssayRecord) third = assay_record_new (ASSAY_TYPE_INSPECTION);
  gint64 id;

  assay_record_set_text (first, ASSAY_INSPECTION_NUMBER, "CHAI0001");
  assay_record_set_text (third, ASSAY_INSPECTION_NUMBER, "CHAI0002");
  assay_record_set_text (third, ASSAY_INSPECTION_RESULT, "pass");
  assay_record_set_reference (rich, ASSAY_INSPECTION_REPEATS, insert (db, first));
  id = insert (db, rich);
  assay_record_set_reference (third, ASSAY_INSPECTION_REPEATS, id);
  insert (db, third);
  return id;
}

static void
attach (AssayDb *db, AssayType type, gint64 owner, const char *caption, guint i)
{
  g_autoptr (GBytes) bytes = testing_make_picture (i % 3 == 1 ? 300 : 400 + (int)i,
                                                   i % 3 == 1 ? 400 : 300, "jpeg", FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayRecord) attachment
      = assay_attachments_add (db, type, owner, "photo.jpg", bytes, caption, &error);

  g_assert_no_error (error);
  if (i % 2 == 0)
    {
      assay_record_set_text (attachment, ASSAY_ATTACHMENT_CAMERA, "CAME0001");
      set_numbers (attachment,
                   (Number[]){ { ASSAY_ATTACHMENT_TAKEN_AT,
                                 ((i % 4 == 0 ? 20524 : 20400) * 86400LL + 40000) * 1000000 },
                               { ASSAY_ATTACHMENT_LATITUDE, 20844900 },
                               { ASSAY_ATTACHMENT_LONGITUDE, 106688100 } },
                   3);
      assay_records_update (db, attachment, &error);
      g_assert_no_error (error);
    }
}

static void
insert_defects (AssayDb *db, gint64 inspection, const gint64 types[RICH_TYPES])
{
  static const char *const classes[] = { "minor", "major", "minor", "major", "critical", "minor" };

  for (guint i = 0; i < RICH_DEFECTS; i++)
    {
      g_autofree char *description
          = g_strdup_printf ("DEFE%04u đường chỉ bị lỏng ở quai đeo bên trái 拉鏈頭斷裂", i);
      g_autofree char *numbers = g_strdup_printf ("%u, %u-%u", 1 + i, 62 + i % 5, 64 + i % 5);
      g_autofree char *caption = g_strdup_printf ("CAPD%04u", i);
      g_autoptr (AssayRecord) defect
          = testing_make_defect (classes[i % G_N_ELEMENTS (classes)], description, 4);
      gint64 id;

      assay_record_set_reference (defect, ASSAY_DEFECT_INSPECTION, inspection);
      assay_record_set_reference (defect, ASSAY_DEFECT_DEFECT_TYPE, types[i % RICH_TYPES]);
      assay_record_set_text (defect, ASSAY_DEFECT_UNITS, numbers);
      assay_record_set_text (defect, ASSAY_DEFECT_SAMPLE, i % 2 == 0 ? "first" : "second");
      assay_record_set_text (defect, ASSAY_DEFECT_COMPONENT, "Shoulder strap");
      id = insert (db, defect);
      if (i % 5 == 0)
        attach (db, ASSAY_TYPE_DEFECT, id, caption, i);
    }
}

static void
insert_checks (AssayDb *db, gint64 inspection)
{
  static const struct
  {
    const char *kind, *section, *options, *expected, *answer, *readings;
    gint64 sample;
  } checks[RICH_CHECKS] = {
    { "yes_no", "Order", NULL, "yes", "yes", NULL, 0 },
    { "measured", "Dimensions", NULL, NULL, NULL,
      "340.111; 341.222; 352.333; 343.444; 344.555; 345.666; 346.777; 347.888", RICH_READINGS },
    { "measured", "Dimensions", NULL, NULL, NULL, "355.5", 0 },
    { "choice", "Packing", "Polybag|Carton|Kraft paper", "Polybag", "Carton", NULL, 0 },
    { "text", "Packing", NULL, NULL, "ANSW0001 moisture bags are missing", NULL, 0 },
    { "count", "Packing", NULL, NULL, "12", NULL, 0 },
    { "code", "Labels", NULL, "4006381333931", "4006381333931", NULL, 0 },
    { "drop", "Tests", NULL, NULL, "carton", "12.5", 1 },
    { "yes_no", "Tests", NULL, "yes", "no", NULL, 3 },
  };

  for (guint i = 0; i < RICH_CHECKS; i++)
    {
      g_autoptr (AssayRecord) check = assay_record_new (ASSAY_TYPE_CHECKPOINT);
      g_autofree char *name = g_strdup_printf ("CHEC%04u as the approved sample 對照樣品", i);
      g_autofree char *note = g_strdup_printf ("CNOT%04u", i);

      set_texts (check,
                 (Text[]){ { ASSAY_CHECKPOINT_NAME, name },
                           { ASSAY_CHECKPOINT_KIND, checks[i].kind },
                           { ASSAY_CHECKPOINT_SECTION, checks[i].section },
                           { ASSAY_CHECKPOINT_OPTIONS, checks[i].options },
                           { ASSAY_CHECKPOINT_EXPECTED, checks[i].expected },
                           { ASSAY_CHECKPOINT_ANSWER, checks[i].answer },
                           { ASSAY_CHECKPOINT_READINGS, checks[i].readings },
                           { ASSAY_CHECKPOINT_NOTE, note } },
                 8);
      assay_record_set_reference (check, ASSAY_CHECKPOINT_INSPECTION, inspection);
      assay_record_set_integer (check, ASSAY_CHECKPOINT_POSITION, i + 1);
      if (checks[i].sample > 0)
        assay_record_set_integer (check, ASSAY_CHECKPOINT_SAMPLE_SIZE, checks[i].sample);
      if (g_str_equal (checks[i].kind, "measured"))
        {
          assay_record_set_text (check, ASSAY_CHECKPOINT_UNIT, "mm");
          set_numbers (check,
                       (Number[]){ { ASSAY_CHECKPOINT_TARGET, 345000 },
                                   { ASSAY_CHECKPOINT_LOWER, 340000 },
                                   { ASSAY_CHECKPOINT_UPPER, 350000 } },
                       3);
        }
      insert (db, check);
      if (i == 1)
        attach (db, ASSAY_TYPE_CHECKPOINT, assay_record_get_id (check), "CAPC0000", 0);
    }
}

static void
insert_actions (AssayDb *db, gint64 inspection, gint64 supplier)
{
  for (guint i = 0; i < RICH_ACTIONS; i++)
    {
      g_autoptr (AssayRecord) action = assay_record_new (ASSAY_TYPE_CORRECTIVE_ACTION);
      g_autofree char *title = g_strdup_printf ("ACTI%04u loose stitches", i);
      g_autofree char *cause = g_strdup_printf ("CAUS%04u thread tension", i);
      g_autofree char *work = g_strdup_printf ("WORK%04u set the tension, train the line", i);
      g_autofree char *evidence = g_strdup_printf ("EVID%04u photo of the gauge", i);
      g_autofree char *caption = g_strdup_printf ("CAPA%04u", i);

      set_texts (action,
                 (Text[]){ { ASSAY_CORRECTIVE_ACTION_TITLE, title },
                           { ASSAY_CORRECTIVE_ACTION_STATE, i == 0 ? "closed" : "open" },
                           { ASSAY_CORRECTIVE_ACTION_CAUSE, cause },
                           { ASSAY_CORRECTIVE_ACTION_ACTION, work },
                           { ASSAY_CORRECTIVE_ACTION_EVIDENCE, evidence },
                           { ASSAY_CORRECTIVE_ACTION_OWNER, "Trần Văn Phụ" } },
                 6);
      assay_record_set_reference (action, ASSAY_CORRECTIVE_ACTION_INSPECTION, inspection);
      assay_record_set_reference (action, ASSAY_CORRECTIVE_ACTION_SUPPLIER, supplier);
      assay_record_set_date (action, ASSAY_CORRECTIVE_ACTION_DUE_ON, 20540 + (gint32)i);
      insert (db, action);
      attach (db, ASSAY_TYPE_CORRECTIVE_ACTION, assay_record_get_id (action), caption, i);
    }
}

static gboolean
fill (AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  RichBook *rich = data;
  gint64 supplier = insert_supplier (db);
  g_autoptr (AssayRecord) poor = assay_record_new_empty (ASSAY_TYPE_INSPECTION);
  gint64 types[RICH_TYPES];

  insert_types (db, types);
  rich->inspection = insert_inspections (db, insert_line (db, supplier));
  for (guint i = 0; i < RICH_PHOTOS; i++)
    {
      g_autofree char *caption = g_strdup_printf ("CAPI%04u", i);

      attach (db, ASSAY_TYPE_INSPECTION, rich->inspection, caption, i);
    }
  insert_defects (db, rich->inspection, types);
  insert_checks (db, rich->inspection);
  insert_actions (db, rich->inspection, supplier);
  assay_record_set_text (poor, ASSAY_INSPECTION_KIND, "sample");
  rich->poor = insert (db, poor);
  return assay_book_settings_set (db, ASSAY_SETTING_BRAND, "Núi Xa Packs", error)
         && assay_book_settings_set (db, ASSAY_SETTING_PAPER, "a4", error);
}

RichBook *
rich_book_new (void)
{
  RichBook *rich = g_new0 (RichBook, 1);
  g_autoptr (GError) error = NULL;

  rich->folder = g_dir_make_tmp ("assay-rich-XXXXXX", NULL);
  rich->path = g_build_filename (rich->folder, "rich.assay", NULL);
  rich->book = assay_book_open (rich->path, ASSAY_BOOK_CREATE, &error);
  g_assert_no_error (error);
  assay_book_change (rich->book, "Fill", fill, rich, NULL, NULL, &error);
  g_assert_no_error (error);
  return rich;
}

void
rich_book_free (RichBook *rich)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  assay_book_close (rich->book, NULL);
  g_object_unref (rich->book);
  dir = g_dir_open (rich->folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (rich->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (rich->folder);
  g_free (rich->path);
  g_free (rich->folder);
  g_free (rich);
}

AssayInspectionData *
rich_book_read (RichBook *rich, gint64 id, AssayReportKind kind)
{
  AssayDb *db = assay_book_get_reader (rich->book);
  g_autoptr (GError) error = NULL;
  g_autoptr (AssayReportBrand) brand = assay_report_brand_read (db, &error);
  AssayInspectionData *data = assay_inspection_data_read (db, id, kind, brand, NULL, &error);

  g_assert_no_error (error);
  return data;
}
