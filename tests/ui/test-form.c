/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form: every field of every type set through its row, saved and read back; what is wrong said
 * at the row; dates as people type them; mnemonics. */

#include "sample-book.h"

#include "record/format.h"
#include "ui/form/choice-row.h"
#include "ui/form/date-text.h"
#include "ui/form/entry-row.h"
#include "ui/form/flag-row.h"
#include "ui/form/form-dialog.h"
#include "ui/form/long-text-row.h"
#include "ui/form/mnemonics.h"
#include "ui/form/reach.h"
#include "ui/form/reference-row.h"

#define DAY "2026-03-12"

static gboolean
is_small (const AssayField *field)
{
  return (field->flags & ASSAY_FIELD_RANGE) && field->max < 1999;
}

static gboolean
is_large (const AssayField *field)
{
  return (field->flags & ASSAY_FIELD_RANGE) && field->min > 125000;
}

/* A text that is a value of the field, and of any other of its kind. */
static const char *
text_for (const AssayField *field)
{
  /* Of a check: an answer to yes or no. */
  if (g_str_equal (field->column, "expected"))
    return "yes";
  /* Of a defect: numbers of units. */
  if (g_str_equal (field->column, "units"))
    return "12";
  /* Not the same as the field before it. */
  if (g_str_equal (field->column, "worst"))
    return "2.5";
  if (g_str_equal (field->column, "in_currency"))
    return "EUR";
  if (g_str_equal (field->column, "readings"))
    return "3; 4.5";
  switch ((int)field->kind)
    {
    case ASSAY_KIND_TEXT:
      return "Wörter 三";
    case ASSAY_KIND_LONG_TEXT:
      return "One paragraph.\n\nAnother.";
    case ASSAY_KIND_INTEGER:
      return is_small (field) ? "60" : "1999";
    case ASSAY_KIND_DECIMAL:
      return "1.5";
    case ASSAY_KIND_MONEY:
      return "12.34";
    case ASSAY_KIND_SHARE:
      return is_large (field) ? "95.5" : "12.5";
    case ASSAY_KIND_DATE:
      return DAY;
    case ASSAY_KIND_LINK:
      return "https://example.org/a?b=c";
    case ASSAY_KIND_MAIL:
      return "a@example.org";
    case ASSAY_KIND_PHONE:
      return "+84 24 5555 0101";
    case ASSAY_KIND_COUNTRY:
      return "VN";
    case ASSAY_KIND_CURRENCY:
      return "USD";
    default:
      return "12";
    }
}

static void
set_row (SampleBook *sample, AssayFieldRow *row, const AssayField *field)
{
  if (ASSAY_IS_ENTRY_ROW (row))
    /* A lot is as many as what is accepted, reworked and rejected of it. */
    assay_entry_row_set_text (ASSAY_ENTRY_ROW (row),
                              g_str_equal (field->column, "lot_size") ? "36" : text_for (field));
  else if (ASSAY_IS_LONG_TEXT_ROW (row))
    assay_long_text_row_set_text (ASSAY_LONG_TEXT_ROW (row), text_for (field));
  else if (ASSAY_IS_CHOICE_ROW (row))
    assay_choice_row_select (ASSAY_CHOICE_ROW (row), field->kind == ASSAY_KIND_CHOICE
                                                         ? field->choices[0].value
                                                         : text_for (field));
  else if (ASSAY_IS_FLAG_ROW (row))
    assay_flag_row_set_active (ASSAY_FLAG_ROW (row), TRUE);
  else if (ASSAY_IS_REFERENCE_ROW (row))
    assay_reference_row_pick (ASSAY_REFERENCE_ROW (row), sample->ids[field->reference], "x");
  else
    g_assert_not_reached ();
}

/* What the value must be, from the definition of its kind. */
static void
check_value (SampleBook *sample, AssayRecord *record, guint index)
{
  const AssayField *field = &assay_record_describe (record)->fields[index];
  const AssayValue *value = assay_record_get_value (record, index);
  gint64 scale = 1;
  gint32 day;

  g_test_message ("%s", field->column);
  g_assert_true (assay_value_is_known (value));
  for (guint i = 0; i < field->scale; i++)
    scale *= 10;
  switch ((int)field->kind)
    {
    case ASSAY_KIND_CHOICE:
      g_assert_cmpstr (value->text, ==, field->choices[0].value);
      break;
    case ASSAY_KIND_INTEGER:
      g_assert_cmpint (value->integer, ==, is_small (field) ? 60 : 1999);
      break;
    case ASSAY_KIND_COUNT:
      /* The store keeps the sum of the three classes. */
      g_assert_cmpint (
          value->integer, ==,
          assay_record_get_kind (record) == ASSAY_TYPE_INSPECTION
                  && (index == ASSAY_INSPECTION_DEFECTIVE || index == ASSAY_INSPECTION_LOT_SIZE)
              ? 36
              : 12);
      break;
    case ASSAY_KIND_DECIMAL:
      g_assert_cmpint (value->integer, ==,
                       (g_str_equal (field->column, "worst") ? 25 : 15) * scale / 10);
      break;
    case ASSAY_KIND_MONEY:
      g_assert_cmpint (value->integer, ==, 1234 * scale);
      break;
    case ASSAY_KIND_SHARE:
      g_assert_cmpint (value->integer, ==, is_large (field) ? 955000 : 125000);
      break;
    case ASSAY_KIND_DATE:
      g_assert_true (assay_date_parse_iso (DAY, &day));
      g_assert_cmpint (value->integer, ==, day);
      break;
    case ASSAY_KIND_FLAG:
      g_assert_cmpint (value->integer, ==, 1);
      break;
    case ASSAY_KIND_REFERENCE:
      g_assert_cmpint (value->integer, ==, sample->ids[field->reference]);
      break;
    default:
      if (assay_field_is_text (field))
        g_assert_cmpstr (value->text, ==, text_for (field));
      else
        {
          g_autofree char *text = assay_format_edit (record, index, ASSAY_UNITS_METRIC);

          g_assert_cmpstr (text, ==, "12");
        }
      break;
    }
}

typedef struct
{
  gboolean done;
  gboolean is_new;
  gint64 id;
} Saved;

static void
saved_cb (AssayFormDialog *dialog, AssayRecord *record, gboolean is_new, Saved *saved)
{
  saved->done = TRUE;
  saved->is_new = is_new;
  saved->id = assay_record_get_id (record);
}

static AssayFormDialog *
present (SampleBook *sample, AssayRecord *record, GtkWidget **window)
{
  AdwDialog *dialog = assay_form_dialog_new (sample->context, record);

  *window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (*window), 700, 800);
  gtk_window_present (GTK_WINDOW (*window));
  adw_dialog_present (dialog, *window);
  sample_spin (100);
  return ASSAY_FORM_DIALOG (dialog);
}

/* A record of @type that lacks nothing but what the form asks for. */
static AssayRecord *
new_for (SampleBook *sample, AssayType type)
{
  AssayRecord *record = sample_new (sample, type);

  if (type == ASSAY_TYPE_ATTACHMENT)
    {
      assay_record_set_text (record, ASSAY_ATTACHMENT_OWNER_TYPE, "supplier");
      assay_record_set_integer (record, ASSAY_ATTACHMENT_OWNER, sample->ids[ASSAY_TYPE_SUPPLIER]);
      assay_record_set_text (record, ASSAY_ATTACHMENT_SHA256,
                             "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
  if (type == ASSAY_TYPE_ORDER_LINE)
    assay_record_set_text (record, ASSAY_ORDER_LINE_CURRENCY, "USD");
  return record;
}

static void
test_round_trip (gconstpointer data)
{
  AssayType type = (AssayType)GPOINTER_TO_INT (data);
  SampleBook *sample = sample_book_new (TRUE);
  g_autoptr (AssayRecord) record = new_for (sample, type);
  g_autoptr (AssayRecord) read = NULL;
  g_autoptr (GError) error = NULL;
  const AssayRecordType *described = assay_record_describe (record);
  GtkWidget *window;
  AssayFormDialog *dialog = present (sample, record, &window);
  AssayForm *form = assay_form_dialog_get_form (dialog);
  Saved saved = { 0 };
  guint n = 0;

  for (guint i = 0; i < described->n_fields; i++)
    {
      AssayFieldRow *row = assay_form_get_row (form, i);

      if (row == NULL)
        continue;
      set_row (sample, row, &described->fields[i]);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpstr (assay_form_get_reason (form), ==, NULL);
  g_assert_true (assay_form_is_dirty (form));

  g_signal_connect (dialog, "saved", G_CALLBACK (saved_cb), &saved);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL));
  sample_wait (&saved.done);
  g_assert_true (saved.is_new);
  read = assay_records_get (assay_book_get_reader (sample->book), type, saved.id, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < described->n_fields; i++)
    if (!(described->fields[i].flags & (ASSAY_FIELD_DERIVED | ASSAY_FIELD_HIDDEN))
        && (int)i != described->owner && described->fields[i].kind != ASSAY_KIND_INSTANT
        && (type != ASSAY_TYPE_ATTACHMENT || i == ASSAY_ATTACHMENT_FILE_NAME
            || i == ASSAY_ATTACHMENT_CAPTION))
      check_value (sample, read, i);

  sample_spin (200);
  gtk_window_destroy (GTK_WINDOW (window));
  sample_spin (100);
  sample_book_free (sample);
}

static void
test_problems (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_SUPPLIER);
  GtkWidget *window;
  AssayFormDialog *dialog = present (sample, record, &window);
  AssayForm *form = assay_form_dialog_get_form (dialog);
  AssayFieldRow *name = assay_form_get_row (form, ASSAY_SUPPLIER_NAME);
  AssayFieldRow *year = assay_form_get_row (form, ASSAY_SUPPLIER_ESTABLISHED);
  AssayFieldRow *approved = assay_form_get_row (form, ASSAY_SUPPLIER_APPROVED_ON);

  /* Needed and empty: the reason stands beside Save, and the row keeps silent until it is asked. */
  g_assert_nonnull (assay_form_get_reason (form));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (name), "error"));
  assay_form_show_problems (form);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (name), "error"));

  assay_entry_row_set_text (ASSAY_ENTRY_ROW (name), "Núi Xanh");
  g_assert_null (assay_form_get_reason (form));

  assay_entry_row_set_text (ASSAY_ENTRY_ROW (year), "12");
  g_assert_nonnull (assay_form_get_reason (form));
  g_assert_true (g_str_has_prefix (assay_form_get_reason (form), "Established: "));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (year), "error"));
  assay_entry_row_set_text (ASSAY_ENTRY_ROW (year), "");
  g_assert_null (assay_form_get_reason (form));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (year), "error"));

  assay_entry_row_set_text (ASSAY_ENTRY_ROW (approved), "next week");
  g_assert_nonnull (assay_form_get_reason (form));
  g_assert_false (assay_record_is_known (assay_form_get_record (form), ASSAY_SUPPLIER_APPROVED_ON));

  adw_dialog_force_close (ADW_DIALOG (dialog));
  sample_spin (200);
  gtk_window_destroy (GTK_WINDOW (window));
  sample_spin (100);
  sample_book_free (sample);
}

/* A code that another product has, and a date that moved without a reason. */
static void
test_rules (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  g_autoptr (AssayRecord) product = assay_record_new (ASSAY_TYPE_PRODUCT);
  g_autoptr (AssayRecord) promise = sample_new (sample, ASSAY_TYPE_PROMISE);
  AssayForm *form;

  assay_record_set_text (product, ASSAY_PRODUCT_NAME, "Other");
  assay_record_set_text (product, ASSAY_PRODUCT_CODE, "TP-40");
  form = g_object_ref_sink (assay_form_new (sample->context, product));
  g_assert_nonnull (assay_form_get_reason (form));
  assay_entry_row_set_text (ASSAY_ENTRY_ROW (assay_form_get_row (form, ASSAY_PRODUCT_CODE)),
                            "TP-41");
  g_assert_null (assay_form_get_reason (form));
  g_assert_finalize_object (form);

  assay_record_set_reference (promise, ASSAY_PROMISE_ORDER_LINE, sample->open_line);
  assay_record_set_date (promise, ASSAY_PROMISE_GIVEN_ON, SAMPLE_TODAY);
  assay_record_set_date (promise, ASSAY_PROMISE_PROMISED_ON, SAMPLE_TODAY + 10);
  form = g_object_ref_sink (assay_form_new (sample->context, promise));
  g_assert_nonnull (assay_form_get_reason (form));
  assay_choice_row_select (ASSAY_CHOICE_ROW (assay_form_get_row (form, ASSAY_PROMISE_REASON)),
                           "material");
  g_assert_null (assay_form_get_reason (form));
  g_assert_finalize_object (form);
  sample_book_free (sample);
}

/* Nothing that was shown is lost or changed by opening a form and saving it. */
static void
test_untouched (void)
{
  SampleBook *sample = sample_book_new (TRUE);

  for (AssayType type = ASSAY_TYPE_SUPPLIER; type < ASSAY_N_TYPES; type++)
    {
      g_autoptr (AssayRecord) record = NULL;
      AssayForm *form;

      if (sample->ids[type] == 0)
        continue;
      record
          = assay_records_get (assay_book_get_reader (sample->book), type, sample->ids[type], NULL);
      form = g_object_ref_sink (assay_form_new (sample->context, record));
      g_assert_false (assay_form_is_dirty (form));
      g_assert_true (assay_record_equal (assay_form_get_record (form), record));
      g_assert_finalize_object (form);
    }
  sample_book_free (sample);
}

static void
test_close (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_SUPPLIER);
  GtkWidget *window;
  AssayFormDialog *dialog = present (sample, record, &window);
  AssayForm *form = assay_form_dialog_get_form (dialog);

  g_assert_true (adw_dialog_get_can_close (ADW_DIALOG (dialog)));
  assay_entry_row_set_text (ASSAY_ENTRY_ROW (assay_form_get_row (form, ASSAY_SUPPLIER_NAME)), "A");
  g_assert_false (adw_dialog_get_can_close (ADW_DIALOG (dialog)));
  assay_entry_row_set_text (ASSAY_ENTRY_ROW (assay_form_get_row (form, ASSAY_SUPPLIER_NAME)), "");
  g_assert_true (adw_dialog_get_can_close (ADW_DIALOG (dialog)));
  g_object_ref (dialog);
  g_assert_true (adw_dialog_close (ADW_DIALOG (dialog)));
  sample_spin (200);
  gtk_window_destroy (GTK_WINDOW (window));
  sample_spin (100);
  g_assert_finalize_object (dialog);
  sample_book_free (sample);
}

static void
test_dates (void)
{
  static const struct
  {
    const char *text, *format, *iso;
  } cases[] = {
    { "2026-03-12", "%d/%m/%Y", "2026-03-12" },
    { "12.3.26", "%d.%m.%Y", "2026-03-12" },
    { "3/12/2026", "%m/%d/%Y", "2026-03-12" },
    { "12/3/2026", "%d/%m/%Y", "2026-03-12" },
    { "12.3.", "%d.%m.%Y", "2026-03-12" },
    { "3/12", "%m/%d/%y", "2026-03-12" },
    { "2026年3月12日", "%Y年%m月%d日", "2026-03-12" },
    { "2026.3.12", "%d.%m.%Y", "2026-03-12" },
    { "31.2.2026", "%d.%m.%Y", NULL },
    { "soon", "%d.%m.%Y", NULL },
    { "12", "%d.%m.%Y", NULL },
    { "", "%d.%m.%Y", NULL },
    { "1.2.3.4", "%d.%m.%Y", NULL },
    { "12345.1.1", "%d.%m.%Y", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint32 date = 0;
      gboolean read = assay_date_text_parse (cases[i].text, SAMPLE_TODAY, cases[i].format, &date);
      g_autofree char *iso = read ? assay_date_format_iso (date) : NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

static void
test_mnemonics (void)
{
  static const char *const labels[] = { "Name", "Note", "City", "Under_score", "名称" };
  static const char *const expected[] = { "_Name", "N_ote", "_City", "_Under__score", "_名称" };
  g_autoptr (AssayMnemonics) mnemonics = assay_mnemonics_new ();

  assay_mnemonics_reserve (mnemonics, "_Save");
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *label = assay_mnemonics_assign (mnemonics, labels[i]);

      g_assert_cmpstr (label, ==, expected[i]);
    }
}

/* An address out of a file starts nothing but a browser, a mail program, a telephone. */
static void
test_reach (void)
{
  static const struct
  {
    AssayFieldKind kind;
    const char *address, *uri;
  } cases[] = {
    { ASSAY_KIND_LINK, "example.org", "https://example.org" },
    { ASSAY_KIND_LINK, "http://example.org", "http://example.org" },
    { ASSAY_KIND_LINK, "file:///etc/passwd", NULL },
    { ASSAY_KIND_LINK, "javascript:alert(1)", NULL },
    { ASSAY_KIND_MAIL, "a@example.org", "mailto:a@example.org" },
    { ASSAY_KIND_MAIL, "a@example.org?bcc=b@example.org",
      "mailto:a@example.org%3Fbcc%3Db@example.org" },
    { ASSAY_KIND_PHONE, "+84 (24) 555-01", "tel:+8424555-01" },
    { ASSAY_KIND_PHONE, "call me", NULL },
    { ASSAY_KIND_LINK, "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *uri = assay_reach_uri (cases[i].kind, cases[i].address);

      g_assert_cmpstr (uri, ==, cases[i].uri);
    }
}

static void
test_accessible (void)
{
  SampleBook *sample = sample_book_new (TRUE);
  g_autoptr (AssayRecord) record = assay_record_new (ASSAY_TYPE_SUPPLIER);
  AssayForm *form = g_object_ref_sink (assay_form_new (sample->context, record));
  AssayFieldRow *row = assay_form_get_row (form, ASSAY_SUPPLIER_NAME);
  GtkText *text
      = GTK_TEXT (gtk_widget_get_template_child (GTK_WIDGET (row), ASSAY_TYPE_ENTRY_ROW, "text"));

  gtk_test_accessible_assert_property (text, GTK_ACCESSIBLE_PROPERTY_LABEL, "Name");
  g_assert_false (
      gtk_test_accessible_has_state (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_STATE_INVALID));
  assay_form_show_problems (form);
  gtk_test_accessible_assert_state (text, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (text),
                                                   GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE));
  g_assert_finalize_object (form);
  sample_book_free (sample);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  for (AssayType type = ASSAY_TYPE_SUPPLIER; type < ASSAY_N_TYPES; type++)
    {
      g_autofree char *path
          = g_strdup_printf ("/form/round-trip/%s", assay_record_type_get (type)->name);

      g_test_add_data_func (path, GINT_TO_POINTER (type), test_round_trip);
    }
  g_test_add_func ("/form/problems", test_problems);
  g_test_add_func ("/form/rules", test_rules);
  g_test_add_func ("/form/untouched", test_untouched);
  g_test_add_func ("/form/close", test_close);
  g_test_add_func ("/form/dates", test_dates);
  g_test_add_func ("/form/mnemonics", test_mnemonics);
  g_test_add_func ("/form/reach", test_reach);
  g_test_add_func ("/form/accessible", test_accessible);
  return g_test_run ();
}
