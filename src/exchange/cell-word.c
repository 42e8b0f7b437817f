/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells that name something: a choice of the catalogue, a country, a currency, yes or no. */

#include "assay-config.h"

#include "exchange/cell-parse.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/heading.h"
#include "record/choices.h"
#include "record/code-list.h"
#include "record/money.h"

typedef struct
{
  const char *word; /* folded as a heading */
  const char *value;
} Synonym;

static const Synonym mode_words[] = {
  { "truck", "road" },
  { "trucking", "road" },
  { "lorry", "road" },
  { "land", "road" },
  { "lkw", "road" },
  { "ocean", "sea" },
  { "ocean freight", "sea" },
  { "sea freight", "sea" },
  { "vessel", "sea" },
  { "boat", "sea" },
  { "ship", "sea" },
  { "maritime", "sea" },
  { "fcl", "sea" },
  { "lcl", "sea" },
  { "seefracht", "sea" },
  { "海运", "sea" },
  { "air freight", "air" },
  { "airfreight", "air" },
  { "air cargo", "air" },
  { "plane", "air" },
  { "luftfracht", "air" },
  { "空运", "air" },
  { "air charter", "air_charter" },
  { "charter", "air_charter" },
  { "train", "rail" },
  { "railway", "rail" },
  { "express", "courier" },
  { "parcel", "courier" },
  { "dhl", "courier" },
  { "fedex", "courier" },
  { "ups", "courier" },
  { "tnt", "courier" },
  { "multimodal", "several" },
  { "mixed", "several" },
  { "sea air", "several" },
  { NULL, NULL },
};

static const Synonym incoterm_words[] = {
  { "ex works", "EXW" },
  { "ex factory", "EXW" },
  { "free carrier", "FCA" },
  { "free on board", "FOB" },
  { "cnf", "CFR" },
  { "c f", "CFR" },
  { "cost and freight", "CFR" },
  { "delivered duty paid", "DDP" },
  { "delivered at place", "DAP" },
  { "cost insurance and freight", "CIF" },
  { "cost insurance freight", "CIF" },
  { "carriage paid to", "CPT" },
  { "delivered duty unpaid", "DDU" },
  { NULL, NULL },
};

static const Synonym order_state_words[] = {
  { "delivered", "received" },
  { "complete", "received" },
  { "completed", "received" },
  { "closed", "received" },
  { "done", "received" },
  { "partially delivered", "shipped" },
  { "partly delivered", "shipped" },
  { "partial", "shipped" },
  { "in transit", "shipped" },
  { "pending", "sent" },
  { "open", "sent" },
  { "issued", "sent" },
  { "placed", "sent" },
  { "approved", "confirmed" },
  { "acknowledged", "confirmed" },
  { "in process", "production" },
  { "in progress", "production" },
  { "wip", "production" },
  { "canceled", "cancelled" },
  { "void", "cancelled" },
  { "new", "draft" },
  { NULL, NULL },
};

#include "exchange/inspection-words.h"

static const Synonym unit_words[] = {
  { "pcs", "piece" },  { "pc", "piece" },   { "pieces", "piece" }, { "ea", "piece" },
  { "each", "piece" }, { "unit", "piece" }, { "units", "piece" },  { "stk", "piece" },
  { "件", "piece" },   { "个", "piece" },   { "prs", "pair" },     { "pairs", "pair" },
  { "sets", "set" },   { "m", "metre" },    { "mtr", "metre" },    { "meter", "metre" },
  { "yds", "yard" },   { "yd", "yard" },    { "kg", "kilogram" },  { "kgs", "kilogram" },
  { "pk", "pack" },    { "packs", "pack" }, { NULL, NULL },
};

static const Synonym supplier_kind_words[] = {
  { "manufacturer", "factory" },
  { "maker", "factory" },
  { "oem", "factory" },
  { "trading company", "trader" },
  { "trading", "trader" },
  { "agent", "trader" },
  { "fabric mill", "mill" },
  { "lab", "laboratory" },
  { "test lab", "laboratory" },
  { "qc company", "inspection_company" },
  { "third party", "inspection_company" },
  { "freight forwarder", "forwarder" },
  { "distributor", "warehouse" },
  { NULL, NULL },
};

#include "exchange/sourcing-words.h"

static const Synonym *
synonyms_of (const AssayField *field)
{
  static const struct
  {
    const AssayChoice *choices;
    const Synonym *synonyms;
  } lists[] = {
    { assay_choices_mode, mode_words },
    { assay_choices_incoterm, incoterm_words },
    { assay_choices_order_state, order_state_words },
    { assay_choices_class, class_words },
    { assay_choices_result, result_words },
    { assay_choices_check_result, check_result_words },
    { assay_choices_check_kind, check_kind_words },
    { assay_choices_level, level_words },
    { assay_choices_severity, severity_words },
    { assay_choices_sampling, sampling_words },
    { assay_choices_decision, decision_words },
    { assay_choices_inspection_kind, kind_words },
    { assay_choices_unit, unit_words },
    { assay_choices_supplier_kind, supplier_kind_words },
    { assay_choices_supplier_status, supplier_status_words },
    { assay_choices_channel, channel_words },
    { assay_choices_sample_round, sample_round_words },
    { assay_choices_verdict, verdict_words },
    { assay_choices_evidence_kind, evidence_kind_words },
    { assay_choices_component_kind, component_kind_words },
    { assay_choices_test_limit, test_limit_words },
    { assay_choices_test_place, test_place_words },
    { assay_choices_look_up, look_up_words },
    { assay_choices_assurance, assurance_words },
    { assay_choices_recycled_kind, recycled_kind_words },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (lists[i].choices == field->choices)
      return lists[i].synonyms;
  return NULL;
}

static const char *
find_choice (const AssayField *field, const char *folded)
{
  const Synonym *synonyms = synonyms_of (field);

  for (const AssayChoice *choice = field->choices; choice->value != NULL; choice++)
    {
      g_autofree char *value = assay_heading_fold (choice->value);
      g_autofree char *label = assay_heading_fold (choice->label);
      g_autofree char *local = assay_heading_fold (_ (choice->label));

      if (g_str_equal (folded, value) || g_str_equal (folded, label) || g_str_equal (folded, local))
        return choice->value;
    }
  for (; synonyms != NULL && synonyms->word != NULL; synonyms++)
    if (g_str_equal (folded, synonyms->word))
      return synonyms->value;
  return NULL;
}

AssayFault
assay_cell_parse_choice (const AssayField *field, const char *text, AssayValue *value)
{
  g_autofree char *folded = NULL;
  const char *found = NULL;

  for (const AssayChoice *choice = field->choices; choice->value != NULL && !found; choice++)
    if (strcmp (choice->value, text) == 0)
      found = choice->value;
  if (found == NULL)
    {
      folded = assay_heading_fold (text);
      /* A mark such as “✓” has no letters. */
      found = find_choice (field, *folded != '\0' ? folded : text);
    }
  if (found == NULL && strpbrk (text, "([") != NULL)
    {
      /* “Pre-shipment inspection (PSI)” */
      g_autofree char *bare = assay_heading_fold_bare (text);

      found = *bare != '\0' ? find_choice (field, bare) : NULL;
    }
  /* “FOB Shenzhen” and “EXW - factory” name the term first. */
  if (found == NULL && field->choices == assay_choices_incoterm && strchr (folded, ' ') != NULL)
    {
      *strchr (folded, ' ') = '\0';
      found = strlen (folded) == 3 ? find_choice (field, folded) : NULL;
    }
  if (found == NULL)
    return *text == '=' ? ASSAY_FAULT_FORMULA : ASSAY_FAULT_NOT_CHOICE;
  assay_value_set_text (value, found);
  return ASSAY_FAULT_NONE;
}

/* Names in daily use that iso-codes does not list. */
static const Synonym country_words[] = {
  { "usa", "US" },
  { "u s a", "US" },
  { "united states of america", "US" },
  { "america", "US" },
  { "uk", "GB" },
  { "great britain", "GB" },
  { "england", "GB" },
  { "prc", "CN" },
  { "p r china", "CN" },
  { "pr china", "CN" },
  { "mainland china", "CN" },
  { "peoples republic of china", "CN" },
  { "hong kong sar", "HK" },
  { "hongkong", "HK" },
  { "south korea", "KR" },
  { "korea", "KR" },
  { "north korea", "KP" },
  { "russia", "RU" },
  { "viet nam", "VN" },
  { "vietnam", "VN" },
  { "turkey", "TR" },
  { "turkiye", "TR" },
  { "ivory coast", "CI" },
  { "cote divoire", "CI" },
  { "cote d ivoire", "CI" },
  { "congo drc", "CD" },
  { "dr congo", "CD" },
  { "drc", "CD" },
  { "democratic republic of congo", "CD" },
  { "tanzania", "TZ" },
  { "burma", "MM" },
  { "cape verde", "CV" },
  { "swaziland", "SZ" },
  { "macedonia", "MK" },
  { "czech republic", "CZ" },
  { "holland", "NL" },
  { "uae", "AE" },
  { "laos", "LA" },
  { "syria", "SY" },
  { "iran", "IR" },
  { "bolivia", "BO" },
  { "venezuela", "VE" },
  { "moldova", "MD" },
  { "brunei", "BN" },
  { "macau", "MO" },
  { "palestine", "PS" },
  { "中国", "CN" },
  { "越南", "VN" },
  { "印度", "IN" },
  { "deutschland", "DE" },
  { "italia", "IT" },
  { "espana", "ES" },
  { "mexico", "MX" },
  { NULL, NULL },
};

static GHashTable *
country_names (void)
{
  static gsize names = 0;

  if (g_once_init_enter (&names))
    {
      GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      gsize n;
      const AssayCode *codes = assay_countries (&n);

      for (gsize i = 0; i < n; i++)
        {
          const char *const forms[] = { codes[i].name, codes[i].short_name, codes[i].code,
                                        codes[i].alpha_3, assay_country_name (codes[i].code) };

          for (guint j = 0; j < G_N_ELEMENTS (forms); j++)
            if (forms[j] != NULL)
              g_hash_table_insert (table, assay_heading_fold (forms[j]), codes[i].code);
        }
      for (const Synonym *word = country_words; word->word != NULL; word++)
        g_hash_table_insert (table, g_strdup (word->word), (gpointer)word->value);
      g_once_init_leave (&names, (gsize)table);
    }
  return (GHashTable *)names;
}

AssayFault
assay_cell_parse_country (const char *text, char code[3])
{
  g_autofree char *folded = assay_heading_fold (text);
  const char *found = g_hash_table_lookup (country_names (), folded);

  if (found == NULL)
    return ASSAY_FAULT_NOT_COUNTRY;
  g_strlcpy (code, found, 3);
  return ASSAY_FAULT_NONE;
}

AssayFault
assay_cell_parse_currency (const char *text, char code[4])
{
  static const Synonym words[]
      = { { "RMB", "CNY" },       { "US$", "USD" },     { "€", "EUR" },  { "£", "GBP" },
          { "EURO", "EUR" },      { "₫", "VND" },       { "₹", "INR" },  { "DOLLAR", "USD" },
          { "US DOLLAR", "USD" }, { "DOLLARS", "USD" }, { "元", "CNY" }, { "円", "JPY" },
          { NULL, NULL } };
  g_autofree char *upper = g_ascii_strup (text, -1);
  const AssayCode *codes;
  gsize n;

  for (const Synonym *word = words; word->word != NULL; word++)
    if (g_str_equal (upper, word->word))
      {
        g_strlcpy (code, word->value, 4);
        return ASSAY_FAULT_NONE;
      }
  if (!assay_currency_is_known (upper))
    return ASSAY_FAULT_NOT_CURRENCY;
  codes = assay_currencies (&n);
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (codes[i].code, upper))
      {
        g_strlcpy (code, upper, 4);
        return ASSAY_FAULT_NONE;
      }
  if (n > 0)
    return ASSAY_FAULT_NOT_CURRENCY;
  g_strlcpy (code, upper, 4);
  return ASSAY_FAULT_NONE;
}

AssayFault
assay_cell_parse_flag (const char *text, gboolean *flag)
{
  static const char *const yes[] = { "yes", "y",    "true", "t", "1",    "x",    "ja", "oui", "si",
                                     "sim", "evet", "是",   "✓", "wahr", "vrai", "有", NULL };
  static const char *const no[] = { "no",    "n",  "false", "f",      "0",    "nein", "non", "nao",
                                    "hayir", "否", "✗",     "falsch", "faux", "无",   NULL };
  g_autofree char *folded = assay_heading_fold (text);
  const char *word = *folded != '\0' ? folded : text;

  *flag = g_strv_contains (yes, word);
  return *flag || g_strv_contains (no, word) ? ASSAY_FAULT_NONE : ASSAY_FAULT_NOT_FLAG;
}
