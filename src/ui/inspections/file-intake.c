/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "ui/inspections/file-intake.h"

#include <glib/gi18n-lib.h>

#include "ui/inspections/picture-load.h"

/* Files in memory at the same time; the decoders keep a bound of their own. */
#define AT_ONCE 4

typedef struct
{
  AssayFileIntake *intake; /* referenced while it is read */
  GObject *source;         /* GFile or GdkTexture */
  gboolean begun;
  gboolean done;
  AssayDraftFile *file; /* nullable */
  char *note;           /* nullable */
} Entry;

struct _AssayFileIntake
{
  GObject parent_instance;

  GQueue entries; /* of Entry: those that have not come out */
  guint running;
  guint n_out;
  guint n_total;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AssayFileIntake, assay_file_intake, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_ADDED,
  SIGNAL_NOTE,
  SIGNAL_CHANGED,
  N_SIGNALS,
} AssayFileIntakeSignal;

static guint signals[N_SIGNALS];

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->source);
  g_clear_object (&entry->file);
  g_free (entry->note);
  g_free (entry);
}

/* Those at the head that are read come out, in order. */
static void
hand_out (AssayFileIntake *self)
{
  Entry *entry;

  while ((entry = g_queue_peek_head (&self->entries)) != NULL && entry->done)
    {
      g_queue_pop_head (&self->entries);
      self->n_out++;
      if (entry->file != NULL)
        g_signal_emit (self, signals[SIGNAL_ADDED], 0, entry->file);
      if (entry->note != NULL)
        g_signal_emit (self, signals[SIGNAL_NOTE], 0, entry->note);
      entry_free (entry);
    }
  if (g_queue_is_empty (&self->entries))
    self->n_out = self->n_total = 0;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void advance (AssayFileIntake *self);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Entry *entry = data;
  g_autoptr (AssayFileIntake) self = entry->intake;
  g_autoptr (GError) error = NULL;

  self->running--;
  entry->done = TRUE;
  if (G_IS_FILE (source))
    entry->file = assay_picture_read_file_finish (G_FILE (source), result, &entry->note, &error);
  else
    entry->file = assay_picture_encode_finish (GDK_TEXTURE (source), result, &error);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    entry->note = g_strdup (error->message);
  /* One that was given up was left to this call. */
  if (g_queue_find (&self->entries, entry) == NULL)
    {
      entry_free (entry);
      advance (self);
      return;
    }
  hand_out (self);
  advance (self);
}

static void
advance (AssayFileIntake *self)
{
  for (GList *l = self->entries.head; l != NULL && self->running < AT_ONCE; l = l->next)
    {
      Entry *entry = l->data;

      if (entry->begun)
        continue;
      entry->begun = TRUE;
      entry->intake = g_object_ref (self);
      self->running++;
      if (G_IS_FILE (entry->source))
        assay_picture_read_file_async (G_FILE (entry->source), self->cancellable, read_cb, entry);
      else
        assay_picture_encode_async (GDK_TEXTURE (entry->source), self->cancellable, read_cb, entry);
    }
}

static void
add (AssayFileIntake *self, gpointer source)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->source = g_object_ref (source);
  g_queue_push_tail (&self->entries, entry);
  self->n_total++;
  advance (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
assay_file_intake_add_file (AssayFileIntake *self, GFile *file)
{
  g_return_if_fail (ASSAY_IS_FILE_INTAKE (self) && G_IS_FILE (file));

  add (self, file);
}

void
assay_file_intake_add_texture (AssayFileIntake *self, GdkTexture *texture)
{
  g_return_if_fail (ASSAY_IS_FILE_INTAKE (self) && GDK_IS_TEXTURE (texture));

  add (self, texture);
}

/* Entries whose reading has begun are freed by their callback. */
static void
give_up (AssayFileIntake *self)
{
  Entry *entry;

  g_cancellable_cancel (self->cancellable);
  while ((entry = g_queue_pop_head (&self->entries)) != NULL)
    if (!entry->begun || entry->done)
      entry_free (entry);
  self->n_out = self->n_total = 0;
}

void
assay_file_intake_cancel (AssayFileIntake *self)
{
  guint left = self->n_total - self->n_out;
  g_autofree char *note
      = g_strdup_printf (ngettext ("%u file was not added", "%u files were not added", left), left);

  if (left == 0)
    return;
  give_up (self);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_signal_emit (self, signals[SIGNAL_NOTE], 0, note);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

guint
assay_file_intake_get_n_done (AssayFileIntake *self)
{
  guint done = self->n_out;

  for (GList *l = self->entries.head; l != NULL; l = l->next)
    done += ((Entry *)l->data)->done;
  return done;
}

guint
assay_file_intake_get_n_total (AssayFileIntake *self)
{
  return self->n_total;
}

static void
assay_file_intake_dispose (GObject *object)
{
  give_up (ASSAY_FILE_INTAKE (object));

  G_OBJECT_CLASS (assay_file_intake_parent_class)->dispose (object);
}

static void
assay_file_intake_finalize (GObject *object)
{
  g_object_unref (ASSAY_FILE_INTAKE (object)->cancellable);

  G_OBJECT_CLASS (assay_file_intake_parent_class)->finalize (object);
}

static void
assay_file_intake_class_init (AssayFileIntakeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = assay_file_intake_dispose;
  object_class->finalize = assay_file_intake_finalize;

  signals[SIGNAL_ADDED] = g_signal_new ("added", ASSAY_TYPE_FILE_INTAKE, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, ASSAY_TYPE_DRAFT_FILE);
  signals[SIGNAL_NOTE] = g_signal_new ("note", ASSAY_TYPE_FILE_INTAKE, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ASSAY_TYPE_FILE_INTAKE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
assay_file_intake_init (AssayFileIntake *self)
{
  g_queue_init (&self->entries);
  self->cancellable = g_cancellable_new ();
}

AssayFileIntake *
assay_file_intake_new (void)
{
  return g_object_new (ASSAY_TYPE_FILE_INTAKE, NULL);
}
