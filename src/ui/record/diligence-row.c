/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/record/diligence-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "store/records.h"
#include "ui/record/section.h"

#define MOST_PROOFS 12

typedef struct
{
  AssayContext *context;
  const AssayDiligence *diligence;
  const AssayDiligenceAnswer *answer;
} Row;

static void
row_free (gpointer data, GClosure *closure)
{
  Row *row = data;

  g_object_unref (row->context);
  g_free (row);
}

void
assay_diligence_answer_edit (AssayContext *context,
                             const AssayDiligence *diligence,
                             const AssayDiligenceAnswer *answer)
{
  AssayBook *book = assay_context_get_book (context);
  g_autoptr (AssayRecord) check = NULL;

  if (book == NULL)
    return;
  if (answer->check != 0)
    check = assay_records_get (assay_book_get_reader (book), ASSAY_TYPE_DILIGENCE_CHECK,
                               answer->check, NULL);
  if (check == NULL)
    check = assay_diligence_new_check (diligence, answer, assay_context_get_today (context));
  assay_context_edit_record (context, check);
}

static void
activated_cb (GtkWidget *widget, gpointer data)
{
  const Row *row = data;

  assay_diligence_answer_edit (row->context, row->diligence, row->answer);
}

/* What a button opens. */
typedef struct
{
  AssayContext *context;
  AssayType type;
  gint64 id;
} Target;

static void
target_free (gpointer data, GClosure *closure)
{
  Target *target = data;

  g_object_unref (target->context);
  g_free (target);
}

static void
open_cb (GtkWidget *button, gpointer data)
{
  const Target *target = data;
  g_autoptr (AssayContext) context = g_object_ref (target->context);
  AssayType type = target->type;
  gint64 id = target->id;
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  assay_context_show_record (context, type, id);
}

static void
connect_proof (GtkWidget *button, AssayContext *context, const AssayDiligenceProof *proof)
{
  Target *target = g_new0 (Target, 1);

  target->context = g_object_ref (context);
  target->type = proof->type;
  target->id = proof->id;
  g_signal_connect_data (button, "clicked", G_CALLBACK (open_cb), target, target_free, 0);
}

static GtkWidget *
make_menu (AssayContext *context, const AssayDiligenceAnswer *answer)
{
  GtkWidget *button
      = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "view-more-symbolic", "tooltip-text",
                      _ ("Open What Answers It"), "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *popover = gtk_popover_new ();

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (popover, "menu");
  for (guint i = 0; i < MIN (answer->proofs->len, MOST_PROOFS); i++)
    {
      const AssayDiligenceProof *proof = g_ptr_array_index (answer->proofs, i);
      GtkWidget *label = g_object_new (
          GTK_TYPE_LABEL, "label", proof->words != NULL ? proof->words : "", "xalign", 0.0,
          "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", 40, NULL);
      GtkWidget *item = gtk_button_new ();

      gtk_button_set_child (GTK_BUTTON (item), label);
      gtk_widget_add_css_class (item, "flat");
      gtk_widget_add_css_class (label, "body");
      connect_proof (item, context, proof);
      gtk_box_append (GTK_BOX (box), item);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  return button;
}

static GtkWidget *
make_opener (AssayContext *context, const AssayDiligenceAnswer *answer)
{
  const AssayDiligenceProof *proof = g_ptr_array_index (answer->proofs, 0);
  g_autofree char *tooltip = NULL;
  GtkWidget *button;

  if (answer->proofs->len > 1)
    return make_menu (context, answer);
  /* Translators: a record, such as a sample or a certificate */
  tooltip = g_strdup_printf (_ ("Open %s"), proof->words != NULL ? proof->words : "");
  button = assay_icon_button_new ("go-next-symbolic", tooltip);
  connect_proof (button, context, proof);
  return button;
}

static GtkWidget *
make_icon (const AssayDiligenceAnswer *answer)
{
  static const char *const icons[] = {
    [ASSAY_DILIGENCE_OPEN] = "checkbox-symbolic",
    [ASSAY_DILIGENCE_DONE] = "checkbox-checked-symbolic",
    [ASSAY_DILIGENCE_NOT_APPLICABLE] = "checkbox-mixed-symbolic",
  };
  GtkWidget *icon = gtk_image_new_from_icon_name (icons[answer->state]);

  gtk_widget_add_css_class (icon, answer->state == ASSAY_DILIGENCE_DONE ? "success"
                                  : answer->state == ASSAY_DILIGENCE_OPEN && answer->needed
                                      ? "warning"
                                      : "dimmed");
  gtk_widget_set_tooltip_text (icon, assay_diligence_state_words (answer->state));
  return icon;
}

/* What was said, then what the book holds; for an item that nothing says anything of, how to find
 * out. */
static char *
dup_words (const AssayDiligenceAnswer *answer)
{
  GString *words = g_string_new (NULL);

  if (answer->state == ASSAY_DILIGENCE_NOT_APPLICABLE)
    g_string_append (words, assay_diligence_state_words (answer->state));
  if (answer->said != NULL)
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", answer->said);
  if (answer->book != NULL && answer->state != ASSAY_DILIGENCE_NOT_APPLICABLE)
    g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", answer->book);
  if (words->len == 0 && answer->help != NULL)
    g_string_append (words, answer->help);
  return g_string_free_and_steal (words);
}

GtkWidget *
assay_diligence_row_new (AssayContext *context,
                         const AssayDiligence *diligence,
                         const AssayDiligenceAnswer *answer)
{
  g_autofree char *words = dup_words (answer);
  const char *name = answer->name != NULL ? answer->name : "";
  GtkWidget *row
      = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "activatable", TRUE, NULL);
  /* Translators: where an item stands, such as "Open"; the item */
  g_autofree char *spoken
      = g_strdup_printf (_ ("%s: %s"), assay_diligence_state_words (answer->state), name);
  Row *own = g_new0 (Row, 1);

  /* Words may hold “&”: markup is off before they come. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  if (answer->help != NULL)
    gtk_widget_set_tooltip_text (row, answer->help);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_icon (answer));
  if (answer->state == ASSAY_DILIGENCE_OPEN && answer->needed)
    {
      GtkWidget *needed = gtk_label_new (_ ("Needed"));

      gtk_widget_add_css_class (needed, "caption");
      gtk_widget_add_css_class (needed, "warning");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), needed);
    }
  if (answer->proofs != NULL && answer->proofs->len > 0)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_opener (context, answer));
  own->context = g_object_ref (context);
  own->diligence = diligence;
  own->answer = answer;
  g_signal_connect_data (row, "activated", G_CALLBACK (activated_cb), own, row_free, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  return row;
}
