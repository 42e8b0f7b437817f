/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/preferences-dialog.h"

#include <glib/gi18n-lib.h>

#include "record/choices.h"
#include "record/code-list.h"
#include "store/attachments.h"
#include "store/book-settings.h"
#include "store/query.h"
#include "store/records.h"
#include "store/thumbnail.h"
#include "ui/init.h"
#include "ui/lead-time-group.h"
#include "ui/widgets/combo-value.h"
#include "ui/widgets/texture.h"

#define MAX_LOGO_BYTES (8 * 1024 * 1024)
#define MAX_RECORDS    500

struct _AssayPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  AdwPreferencesGroup *brand_group;
  AdwPreferencesGroup *values_group;
  AdwPreferencesGroup *inspection_group;
  AssayLeadTimeGroup *lead_group;
  AdwPreferencesGroup *grade_group;
  AdwPreferencesGroup *today_group;
  AdwPreferencesGroup *week_group;
  AdwEntryRow *brand;
  AdwActionRow *logo_row;
  GtkPicture *logo;
  GtkWidget *remove_logo;
  AdwComboRow *currency;
  AdwComboRow *units;
  AdwComboRow *paper;
  AdwComboRow *plan_profile;
  AdwComboRow *interval;
  AdwComboRow *scorecard;
  AdwComboRow *working_week;
  AdwSpinRow *soon_days;
  AdwPreferencesGroup *remind_group;
  AdwSwitchRow *remind;
  AdwSpinRow *remind_days;

  AssayContext *context;
  GPtrArray *currency_codes; /* behind each row of `currency`; the first is none */
  GPtrArray *profile_ids;    /* behind each row of `plan_profile`, as text; the first is none */
  GPtrArray *scorecard_ids;  /* the same of `scorecard` */
  guint soon_source;
  gboolean showing; /* the rows are being set from the book */
};

G_DEFINE_FINAL_TYPE (AssayPreferencesDialog, assay_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

/* Writing */

typedef struct
{
  const char *name;
  char *value;
  GBytes *bytes; /* a logo; its fingerprint becomes the value */
  char *file_name;
} Setting;

static void
setting_free (gpointer data)
{
  Setting *setting = data;

  g_free (setting->value);
  g_free (setting->file_name);
  g_clear_pointer (&setting->bytes, g_bytes_unref);
  g_free (setting);
}

/* The bytes are stored through an attachment that goes at once: the setting is what names them.
 * They are looked at here, on the book's thread and within bounds, whoever made them. */
static char *
store_bytes (AssayDb *db, const Setting *setting, GError **error)
{
  int width, height;
  g_autoptr (GBytes) picture
      = assay_thumbnail_make (setting->bytes, ASSAY_THUMBNAIL_SIZE, &width, &height, NULL, error);
  g_autoptr (AssayRecord) attachment = NULL;
  g_autofree char *sha256 = NULL;

  if (!picture)
    return NULL;
  attachment = assay_attachments_add (db, ASSAY_TYPE_ATTACHMENT, 0, setting->file_name,
                                      setting->bytes, NULL, error);
  if (!attachment)
    return NULL;
  sha256 = g_strdup (assay_record_get_text (attachment, ASSAY_ATTACHMENT_SHA256));
  if (!assay_records_delete (db, ASSAY_TYPE_ATTACHMENT, assay_record_get_id (attachment), error))
    return NULL;
  return g_steal_pointer (&sha256);
}

static gboolean
write_setting (
    AssayDb *db, gpointer data, gpointer *result, GCancellable *cancellable, GError **error)
{
  const Setting *setting = data;
  g_autofree char *sha256 = NULL;

  if (!setting->bytes)
    return assay_book_settings_set (db, setting->name, setting->value, error);
  sha256 = store_bytes (db, setting, error);
  return sha256 && assay_book_settings_set (db, setting->name, sha256, error);
}

static void show_settings (AssayPreferencesDialog *self);

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayPreferencesDialog) self = data;
  g_autoptr (GError) error = NULL;

  assay_book_change_finish (ASSAY_BOOK (source), result, &error);
  if (error && self->context)
    assay_context_failed (self->context, _ ("The Setting Was Not Saved"), error);
  if (self->context)
    show_settings (self);
}

static void
change (AssayPreferencesDialog *self, const char *label, Setting setting)
{
  AssayBook *book = self->showing ? NULL : assay_context_get_book (self->context);

  if (!book)
    {
      g_free (setting.value);
      return;
    }
  assay_book_change_async (book, label, write_setting, g_memdup2 (&setting, sizeof setting),
                           setting_free, NULL, NULL, written_cb, g_object_ref (self));
}

static void
brand_cb (AssayPreferencesDialog *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->brand)));

  g_strstrip (name);
  change (self, _ ("Set the brand’s name"),
          (Setting){ ASSAY_SETTING_BRAND, *name ? g_steal_pointer (&name) : NULL, NULL, NULL });
}

static void
currency_cb (AssayPreferencesDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->currency);
  const char *code;

  if (self->showing || selected >= self->currency_codes->len)
    return;
  code = g_ptr_array_index (self->currency_codes, selected);
  change (self, _ ("Set the base currency"),
          (Setting){ ASSAY_SETTING_CURRENCY, *code ? g_strdup (code) : NULL, NULL, NULL });
}

static void
units_cb (AssayPreferencesDialog *self)
{
  gboolean imperial = adw_combo_row_get_selected (self->units) == 1;

  change (
      self, _ ("Set the units"),
      (Setting){ ASSAY_SETTING_UNITS, g_strdup (imperial ? "imperial" : "metric"), NULL, NULL });
}

static void
paper_cb (AssayPreferencesDialog *self)
{
  gboolean letter = adw_combo_row_get_selected (self->paper) == 1;

  change (self, _ ("Set the paper"),
          (Setting){ ASSAY_SETTING_PAPER, g_strdup (letter ? "letter" : "a4"), NULL, NULL });
}

/* @row: one whose rows have @ids behind them. */
static void
choose_record (AssayPreferencesDialog *self,
               AdwComboRow *row,
               GPtrArray *ids,
               const char *label,
               const char *setting)
{
  guint selected = adw_combo_row_get_selected (row);
  const char *id;

  if (self->showing || selected >= ids->len)
    return;
  id = g_ptr_array_index (ids, selected);
  change (self, label, (Setting){ setting, *id ? g_strdup (id) : NULL, NULL, NULL });
}

static void
interval_cb (AssayPreferencesDialog *self)
{
  gboolean exact = adw_combo_row_get_selected (self->interval) == 1;

  change (self, _ ("Set the interval of rates"),
          (Setting){ ASSAY_SETTING_INTERVAL, g_strdup (exact ? "exact" : "wilson"), NULL, NULL });
}

static void
plan_profile_cb (AssayPreferencesDialog *self)
{
  choose_record (self, self->plan_profile, self->profile_ids, _ ("Set the plan profile"),
                 ASSAY_SETTING_PLAN_PROFILE);
}

static void
scorecard_cb (AssayPreferencesDialog *self)
{
  choose_record (self, self->scorecard, self->scorecard_ids, _ ("Set the scorecard"),
                 ASSAY_SETTING_SCORECARD);
}

/* The first choice is that nothing is said, and every day is worked. */
static void
working_week_cb (AssayPreferencesDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->working_week);
  const char *week = selected > 0 ? assay_choices_working_week[selected - 1].value : NULL;

  change (self, _ ("Set the working week"),
          (Setting){ ASSAY_SETTING_WORKING_WEEK, g_strdup (week), NULL, NULL });
}

static void
fill_weeks (AssayPreferencesDialog *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("Not said"));
  for (guint i = 0; assay_choices_working_week[i].value != NULL; i++)
    gtk_string_list_append (list, _ (assay_choices_working_week[i].label));
  adw_combo_row_set_model (self->working_week, G_LIST_MODEL (list));
}

static void
write_soon_days (gpointer data)
{
  AssayPreferencesDialog *self = data;

  self->soon_source = 0;
  change (self, _ ("Set what is due soon"),
          (Setting){ ASSAY_SETTING_SOON_DAYS,
                     g_strdup_printf ("%d", (int)adw_spin_row_get_value (self->soon_days)), NULL,
                     NULL });
}

/* One change for a number that is being wound up, not one a step. */
static void
soon_days_cb (AssayPreferencesDialog *self)
{
  if (self->showing)
    return;
  g_clear_handle_id (&self->soon_source, g_source_remove);
  self->soon_source = g_timeout_add_once (600, write_soon_days, self);
}

/* Logo */

static void
remove_logo_cb (AssayPreferencesDialog *self)
{
  change (self, _ ("Remove the logo"), (Setting){ ASSAY_SETTING_LOGO, NULL, NULL, NULL });
}

static void
logo_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayPreferencesDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);

  if (!self->context)
    return;
  if (bytes && g_bytes_get_size (bytes) > MAX_LOGO_BYTES)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                         _ ("The file is larger than 8 MB. Choose a smaller picture."));
  if (error)
    {
      assay_context_failed (self->context, _ ("This Picture Cannot Be Used"), error);
      return;
    }
  change (self, _ ("Set the logo"),
          (Setting){ ASSAY_SETTING_LOGO, NULL, g_steal_pointer (&bytes),
                     g_file_get_basename (G_FILE (source)) });
}

static void
logo_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AssayPreferencesDialog) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file)
    g_file_load_bytes_async (file, NULL, logo_loaded_cb, g_object_ref (self));
}

static void
choose_logo_cb (AssayPreferencesDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) pictures = gtk_file_filter_new ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_file_filter_set_name (pictures, _ ("Pictures"));
  gtk_file_filter_add_mime_type (pictures, "image/png");
  gtk_file_filter_add_mime_type (pictures, "image/jpeg");
  gtk_file_filter_add_mime_type (pictures, "image/svg+xml");
  gtk_file_dialog_set_title (dialog, _ ("Choose a Logo"));
  gtk_file_dialog_set_default_filter (dialog, pictures);
  gtk_file_dialog_open (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL,
                        logo_chosen_cb, g_object_ref (self));
}

/* Reading */

static char *
get (AssayPreferencesDialog *self, const char *name)
{
  AssayBook *book = assay_context_get_book (self->context);

  return book ? assay_book_settings_get (assay_book_get_reader (book), name, NULL) : NULL;
}

static void
show_week (AssayPreferencesDialog *self)
{
  g_autofree char *week = get (self, ASSAY_SETTING_WORKING_WEEK);
  guint position = 0;

  for (guint i = 0; week != NULL && assay_choices_working_week[i].value != NULL; i++)
    if (g_str_equal (week, assay_choices_working_week[i].value))
      position = i + 1;
  adw_combo_row_set_selected (self->working_week, position);
}

static guint
get_second (AssayPreferencesDialog *self, const char *name, const char *second)
{
  g_autofree char *value = get (self, name);

  return g_strcmp0 (value, second) == 0;
}

static void
show_logo (AssayPreferencesDialog *self)
{
  AssayBook *book = assay_context_get_book (self->context);
  g_autofree char *sha256 = get (self, ASSAY_SETTING_LOGO);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  if (sha256 && book)
    bytes = assay_attachments_read_thumbnail (assay_book_get_reader (book), sha256, NULL);
  if (bytes)
    texture = assay_texture_new_for_thumbnail (bytes, 320);
  gtk_picture_set_paintable (self->logo, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self->logo), texture != NULL);
  gtk_widget_set_visible (self->remove_logo, sha256 != NULL);
}

/* Records of the book by name, read each time: they may have been made since. @none is what holds
 * when none is chosen. */
static void
show_records (AssayPreferencesDialog *self,
              AdwComboRow *row,
              GPtrArray *ids,
              AssayType type,
              const char *setting,
              const char *none)
{
  AssayBook *book = assay_context_get_book (self->context);
  guint name_field = (guint)assay_record_type_get (type)->title[0];
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (AssayQuery) query = assay_query_new (type);
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *chosen = get (self, setting);
  guint position = 0;

  assay_query_set_sort (query, name_field, FALSE);
  if (book)
    records = assay_query_run_records (query, assay_book_get_reader (book), MAX_RECORDS, NULL);
  g_ptr_array_set_size (ids, 0);
  g_ptr_array_add (ids, g_strdup (""));
  gtk_string_list_append (names, none);
  for (guint k = 0; records && k < records->len; k++)
    {
      AssayRecord *record = g_ptr_array_index (records, k);
      const char *name = assay_record_get_text (record, name_field);

      g_ptr_array_add (ids, g_strdup_printf ("%" G_GINT64_FORMAT, assay_record_get_id (record)));
      gtk_string_list_append (names, name ? name : "");
    }
  if (chosen)
    g_ptr_array_find_with_equal_func (ids, chosen, g_str_equal, &position);
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (row, position);
}

static void
show_settings (AssayPreferencesDialog *self)
{
  g_autofree char *brand = get (self, ASSAY_SETTING_BRAND);
  g_autofree char *currency = get (self, ASSAY_SETTING_CURRENCY);
  g_autofree char *soon = get (self, ASSAY_SETTING_SOON_DAYS);
  guint position = 0;

  self->showing = TRUE;
  /* What is being typed stays. */
  if (!gtk_widget_has_focus (GTK_WIDGET (self->brand)))
    gtk_editable_set_text (GTK_EDITABLE (self->brand), brand ? brand : "");
  if (currency)
    g_ptr_array_find_with_equal_func (self->currency_codes, currency, g_str_equal, &position);
  adw_combo_row_set_selected (self->currency, position);
  adw_combo_row_set_selected (self->units,
                              assay_context_get_units (self->context) == ASSAY_UNITS_IMPERIAL);
  adw_combo_row_set_selected (self->paper, get_second (self, ASSAY_SETTING_PAPER, "letter"));
  adw_combo_row_set_selected (self->interval, get_second (self, ASSAY_SETTING_INTERVAL, "exact"));
  show_week (self);
  if (self->soon_source == 0)
    adw_spin_row_set_value (self->soon_days, soon ? atoi (soon) : 14);
  show_records (self, self->plan_profile, self->profile_ids, ASSAY_TYPE_PLAN_PROFILE,
                ASSAY_SETTING_PLAN_PROFILE, _ ("The usual: 0, 2.5 and 4.0 at level II"));
  show_records (self, self->scorecard, self->scorecard_ids, ASSAY_TYPE_SCORECARD,
                ASSAY_SETTING_SCORECARD, _ ("The first one of the book"));
  show_logo (self);
  self->showing = FALSE;
}

static void
fill_currencies (AssayPreferencesDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkExpression) string
      = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  gsize n;
  const AssayCode *currencies = assay_currencies (&n);

  self->currency_codes = g_ptr_array_new_null_terminated (n, g_free, FALSE);
  g_ptr_array_add (self->currency_codes, g_strdup (""));
  gtk_string_list_append (names, _ ("None"));
  for (gsize i = 0; i < n; i++)
    {
      const char *name = assay_currency_name (currencies[i].code);
      g_autofree char *whole
          = g_strdup_printf ("%s – %s", currencies[i].code, name ? name : currencies[i].name);

      g_ptr_array_add (self->currency_codes, g_strdup (currencies[i].code));
      gtk_string_list_append (names, whole);
    }
  assay_combo_row_keep_value (self->working_week);
  assay_combo_row_keep_value (self->plan_profile);
  adw_combo_row_set_expression (self->currency, string);
  adw_combo_row_set_model (self->currency, G_LIST_MODEL (names));
}

static void
assay_preferences_dialog_dispose (GObject *object)
{
  AssayPreferencesDialog *self = ASSAY_PREFERENCES_DIALOG (object);

  g_clear_handle_id (&self->soon_source, g_source_remove);
  g_clear_pointer (&self->currency_codes, g_ptr_array_unref);
  g_clear_pointer (&self->profile_ids, g_ptr_array_unref);
  g_clear_pointer (&self->scorecard_ids, g_ptr_array_unref);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), ASSAY_TYPE_PREFERENCES_DIALOG);

  G_OBJECT_CLASS (assay_preferences_dialog_parent_class)->dispose (object);
}

/* A number that was wound up and not written yet is written before the dialog goes. */
static void
assay_preferences_dialog_closed (AdwDialog *dialog)
{
  AssayPreferencesDialog *self = ASSAY_PREFERENCES_DIALOG (dialog);

  if (self->soon_source == 0)
    return;
  g_clear_handle_id (&self->soon_source, g_source_remove);
  write_soon_days (self);
}

static void
assay_preferences_dialog_class_init (AssayPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = assay_preferences_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = assay_preferences_dialog_closed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               ASSAY_UI_RESOURCES "preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AssayPreferencesDialog, brand_group);
  gtk_widget_class_bind_template_child (widget_class, AssayPreferencesDialog, values_group);
  gtk_widget_class_bind_template_child (widget_class, AssayPreferencesDialog, inspection_group);
  gtk_widget_class_bind_template_child (widget_class, AssayPreferencesDialog, week_group);
  gtk_widget_class_bind_template_child (widget_class, AssayPreferencesDialog, lead_group);
  gtk_widget_class_bind_template_child (widget_class, AssayPreferencesDialog, grade_group);
  gtk_widget_class_bind_template_child (widget_class, AssayPreferencesDialog, today_group);
  gtk_widget_class_bind_template_child (widget_class, AssayPreferencesDialog, plan_profile);
  gtk_widget_class_bind_template_child (widget_class, AssayPreferencesDialog, interval);
  gtk_widget_class_bind_template_child (widget_class, AssayPreferencesDialog, scorecard);
  gtk_widget_class_bind_template_child (widget_class, AssayPreferencesDialog, brand);
  gtk_widget_class_bind_template_child (widget_class, AssayPreferencesDialog, logo_row);
  gtk_widget_class_bind_template_child (widget_class, AssayPreferencesDialog, logo);
  gtk_widget_class_bind_template_child (widget_class, AssayPreferencesDialog, remove_logo);
  gtk_widget_class_bind_template_child (widget_class, AssayPreferencesDialog, currency);
  gtk_widget_class_bind_template_child (widget_class, AssayPreferencesDialog, units);
  gtk_widget_class_bind_template_child (widget_class, AssayPreferencesDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, AssayPreferencesDialog, working_week);
  gtk_widget_class_bind_template_child (widget_class, AssayPreferencesDialog, soon_days);
  gtk_widget_class_bind_template_child (widget_class, AssayPreferencesDialog, remind_group);
  gtk_widget_class_bind_template_child (widget_class, AssayPreferencesDialog, remind);
  gtk_widget_class_bind_template_child (widget_class, AssayPreferencesDialog, remind_days);
  gtk_widget_class_bind_template_callback (widget_class, brand_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_logo_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_logo_cb);
  gtk_widget_class_bind_template_callback (widget_class, currency_cb);
  gtk_widget_class_bind_template_callback (widget_class, units_cb);
  gtk_widget_class_bind_template_callback (widget_class, paper_cb);
  gtk_widget_class_bind_template_callback (widget_class, plan_profile_cb);
  gtk_widget_class_bind_template_callback (widget_class, interval_cb);
  gtk_widget_class_bind_template_callback (widget_class, scorecard_cb);
  gtk_widget_class_bind_template_callback (widget_class, working_week_cb);
  gtk_widget_class_bind_template_callback (widget_class, soon_days_cb);
}

static void
assay_preferences_dialog_init (AssayPreferencesDialog *self)
{
  self->showing = TRUE;
  g_type_ensure (ASSAY_TYPE_LEAD_TIME_GROUP);
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_weeks (self);
  fill_currencies (self);
  self->profile_ids = g_ptr_array_new_with_free_func (g_free);
  self->scorecard_ids = g_ptr_array_new_with_free_func (g_free);
}

/* Of this computer, not of the book: they may be set for a book that is only read. */
static void
bind_reminders (AssayPreferencesDialog *self)
{
  GSettings *settings = assay_context_get_settings (self->context);

  gtk_widget_set_visible (GTK_WIDGET (self->remind_group), settings != NULL);
  if (settings == NULL)
    return;
  g_settings_bind (settings, "remind-at-start", self->remind, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "remind-days", self->remind_days, "value", G_SETTINGS_BIND_DEFAULT);
  g_object_bind_property (self->remind, "active", self->remind_days, "sensitive",
                          G_BINDING_SYNC_CREATE);
}

AdwDialog *
assay_preferences_dialog_new (AssayContext *context)
{
  AssayPreferencesDialog *self = g_object_new (ASSAY_TYPE_PREFERENCES_DIALOG, NULL);
  AssayBook *book = assay_context_get_book (context);
  gboolean writable = book && !assay_book_is_read_only (book);

  self->context = g_object_ref (context);
  gtk_widget_set_sensitive (GTK_WIDGET (self->brand_group), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->values_group), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->inspection_group), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->week_group), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->lead_group), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->grade_group), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->today_group), writable);
  assay_lead_time_group_set_context (self->lead_group, context);
  bind_reminders (self);
  show_settings (self);
  return ADW_DIALOG (self);
}
