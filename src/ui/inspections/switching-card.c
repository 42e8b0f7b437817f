/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/switching-card.h"

#include <glib/gi18n-lib.h>

#include "ui/inspections/children.h"
#include "ui/record/switching-group.h"

struct _AssaySwitchingCard
{
  GtkWidget parent_instance;

  AssayContext *context;
  AssayInspectionDraft *draft;
  AdwPreferencesGroup *group; /* made for `shown` */
  AdwActionRow *reduced;
  const AssayPlanProposal *shown;
};

G_DEFINE_FINAL_TYPE (AssaySwitchingCard, assay_switching_card, GTK_TYPE_WIDGET)

static void
reduced_cb (AssaySwitchingCard *self)
{
  assay_inspection_draft_take_reduced (self->draft);
}

/* The scheme asks three more things of reduced inspection that no book knows. */
static void
add_offer (AssaySwitchingCard *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Use Reduced"));

  self->reduced
      = g_object_new (ADW_TYPE_ACTION_ROW, "title", _ ("Reduced inspection is offered"), "subtitle",
                      _ ("Choose it if production is steady and you want it. The limit number of "
                         "Table VIII, if you "
                         "use it, is yours to check."),
                      "subtitle-lines", 0, NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (reduced_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (self->reduced, button);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->reduced));
}

static gboolean
is_pending (AssaySwitchingCard *self)
{
  return !assay_record_is_known (assay_inspection_draft_get_record (self->draft),
                                 ASSAY_INSPECTION_INSPECTED);
}

static void
build (AssaySwitchingCard *self, const AssayPlanProposal *proposal)
{
  assay_unparent_children (GTK_WIDGET (self));
  self->group = NULL;
  self->reduced = NULL;
  self->shown = proposal;
  if (proposal == NULL || proposal->history == NULL)
    return;
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("Switching Rules"));
  assay_switching_group_fill (self->group, self->context, proposal->history);
  if (assay_plan_proposal_offers_reduced (proposal))
    add_offer (self);
  gtk_widget_set_parent (GTK_WIDGET (self->group), GTK_WIDGET (self));
}

void
assay_switching_card_update (AssaySwitchingCard *self)
{
  const AssayPlanProposal *proposal = assay_inspection_draft_get_proposal (self->draft);

  if (proposal != self->shown)
    build (self, proposal);
  gtk_widget_set_visible (GTK_WIDGET (self), self->group != NULL);
  /* Once chosen, or once the lot was inspected, there is nothing to offer. */
  if (self->reduced != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->reduced),
                            is_pending (self)
                                && assay_plan_proposal_compare (
                                       proposal, assay_inspection_draft_get_record (self->draft))
                                       == ASSAY_SEVERITY_AS_PROPOSED);
}

static void
assay_switching_card_dispose (GObject *object)
{
  AssaySwitchingCard *self = ASSAY_SWITCHING_CARD (object);

  assay_unparent_children (GTK_WIDGET (self));
  self->group = NULL;
  self->reduced = NULL;
  g_clear_object (&self->draft);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (assay_switching_card_parent_class)->dispose (object);
}

static void
assay_switching_card_class_init (AssaySwitchingCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = assay_switching_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
assay_switching_card_init (AssaySwitchingCard *self)
{
}

AssaySwitchingCard *
assay_switching_card_new (AssayContext *context, AssayInspectionDraft *draft)
{
  AssaySwitchingCard *self = g_object_new (ASSAY_TYPE_SWITCHING_CARD, NULL);

  self->context = g_object_ref (context);
  self->draft = g_object_ref (draft);
  assay_switching_card_update (self);
  return self;
}
