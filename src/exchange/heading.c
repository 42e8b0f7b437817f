/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "assay-config.h"

#include "exchange/heading.h"

#include <string.h>

#include "record/money.h"

/* Names seen in real files beyond the catalogue's own, which tell what a column means in a table of
 * orders or inspections as a whole. */
static const struct
{
  AssayType type;
  const char *column;
  const char *names;
} more_names[] = {
  { ASSAY_TYPE_DELIVERY, "received_on",
    "actual date|actual delivery|actual|date received|date delivered|delivered to client|"
    "delivery completed|livraison|date de livraison|fecha de entrega|lieferdatum|"
    "geliefert am|到货日期|实际交期|納品日|入荷日" },
  { ASSAY_TYPE_PROMISE, "promised_on",
    "scheduled delivery|promised delivery|promised delivery date|expected|expected date|"
    "expected delivery|expected delivery date|planned delivery date|delivery due|"
    "confirmed delivery date|date promise|fecha prometida|zugesagt|zugesagt am|"
    "date promised|承诺交期|納期" },
  { ASSAY_TYPE_ORDER_LINE, "quantity",
    "quantity ordered|ordered quantity|ordered qty|order qty|quantite|cantidad|stueckzahl|"
    "anzahl|数量件|訂購數量|件数" },
  { ASSAY_TYPE_ORDER_LINE, "unit_price",
    "unit price usd|prix|prix unitaire|precio|precio unitario|stueckpreis|einzelpreis|単価" },
  { ASSAY_TYPE_ORDER_LINE, "line_number", "line|po line|order line" },
  { ASSAY_TYPE_ORDER, "number",
    "purchase order number|purchase order no|purchase order id|order|bestellung|commande|"
    "numero de commande|pedido|numero de pedido|発注番号|注文番号|采购订单|采购单号|采购订单号|"
    "orden de compra|auftragsnummer|customer po no|customer po|buyer po" },
  { ASSAY_TYPE_SUPPLIER, "name",
    "仕入先|仕入先名|供应商名称|厂家|proveedor|fornecedor|fabrik|hersteller|usine|fabricante|"
    "tedarikci|main supplier|main factory|exporter|exporter name|name of factory|factory "
    "name|生产厂家" },
  { ASSAY_TYPE_PRODUCT, "code",
    "item number|item id|material number|artikel|artikelnummer|reference article|"
    "codigo|codigo de producto|品番|商品コード|货号|产品编码" },
  { ASSAY_TYPE_PRODUCT, "name",
    "product description|item description|buyer design "
    "name|品名|商品名|产品名称|artikelbezeichnung|designation" },
  { ASSAY_TYPE_ORDER, "currency", "ccy|devise|moneda|通貨|币种" },
  { ASSAY_TYPE_INSPECTION, "defective",
    "defects|defective units|defective quantity|defective qty|defect count|defect qty|"
    "rejected units|qty defective|ncr qty|不良数|不合格数" },
  { ASSAY_TYPE_INSPECTION, "inspected",
    "inspected units|qty inspected|checked quantity|stichprobe|stichprobenumfang|geprüfte menge|"
    "抽检数|抽检数量|抽样数量|抽样数|样本量" },
  { ASSAY_TYPE_INSPECTION, "number",
    "document no|document number|report reference|inspection report no|prüfbericht "
    "nr|prüfberichtsnummer|berichtsnummer|报告编号|报告号|检验编号|检验报告编号|验货编号" },
  { ASSAY_TYPE_INSPECTION, "inspected_on",
    "prüfdatum|inspektionsdatum|date inspection|fecha de "
    "inspeccion|检验日期|验货日期|检查日期|検査日" },
  { ASSAY_TYPE_INSPECTION, "inspector",
    "qc inspector|qc inspector name|prüfer|inspektor|inspecteur|检验员|验货员|検査員" },
  { ASSAY_TYPE_INSPECTION, "company",
    "inspection agency|inspection body|prüfunternehmen|prüfgesellschaft|检验公司|验货公司" },
  { ASSAY_TYPE_INSPECTION, "location", "prüfort|检验地点|验货地点" },
  { ASSAY_TYPE_INSPECTION, "kind", "prüfart|检验类型|验货类型" },
  { ASSAY_TYPE_INSPECTION, "lot_size",
    "inspected lot qty|lot size pcs|losgröße|losumfang|批量|批次数量|送检数量|交验数量|taille du "
    "lot" },
  { ASSAY_TYPE_INSPECTION, "ordered", "total order qty|order qty|bestellmenge|订单数量" },
  { ASSAY_TYPE_INSPECTION, "packed", "verpackt|已包装数量|包装数量" },
  { ASSAY_TYPE_INSPECTION, "level",
    "general inspection level|prüfniveau|检验水平|检查水平|niveau de controle" },
  { ASSAY_TYPE_INSPECTION, "severity", "inspection severity|prüfschärfe|严格度|检验严格度" },
  { ASSAY_TYPE_INSPECTION, "aql_critical", "aql cr|aql cri|aql kritisch|aql致命" },
  { ASSAY_TYPE_INSPECTION, "aql_major", "aql ma|aql maj|aql haupt|aql hauptfehler|aql主要" },
  { ASSAY_TYPE_INSPECTION, "aql_minor", "aql mi|aql min|aql neben|aql nebenfehler|aql次要" },
  { ASSAY_TYPE_INSPECTION, "defective_critical",
    "critical defects found|number of critical defects|kritische fehler|致命缺陷|致命缺陷数" },
  { ASSAY_TYPE_INSPECTION, "defective_major",
    "major defects found|number of major defects|hauptfehler|主要缺陷|主要缺陷数" },
  { ASSAY_TYPE_INSPECTION, "defective_minor",
    "minor defects found|number of minor defects|nebenfehler|次要缺陷|次要缺陷数|轻微缺陷" },
  { ASSAY_TYPE_INSPECTION, "result",
    "inspection conclusion|overall inspection result|final "
    "result|ergebnis|prüfergebnis|检验结果|验货结果|检验结论|結果|结果" },
  { ASSAY_TYPE_INSPECTION, "decision", "entscheidung|verwendungsentscheid|处理结果|处理意见|处置" },
  { ASSAY_TYPE_INSPECTION, "accepted_quantity", "accepted qty|合格数量|接收数量" },
  { ASSAY_TYPE_INSPECTION, "rejected_quantity", "rejected qty|拒收数量" },
  { ASSAY_TYPE_INSPECTION, "note", "bemerkung|bemerkungen|备注" },
  { ASSAY_TYPE_DEFECT, "description", "fehlerart|fehlerbeschreibung|缺陷描述|缺陷名称|问题描述" },
  { ASSAY_TYPE_DEFECT, "class", "fehlerklasse|缺陷等级|缺陷类别|缺陷分类" },
  { ASSAY_TYPE_DEFECT, "count", "anzahl|anzahl fehler|fehleranzahl|缺陷数量|缺陷数" },
};

static void
append_folded (GString *folded, gunichar c)
{
  switch (c)
    {
    case 0x131: /* dotless i */
      g_string_append_c (folded, 'i');
      return;
    case 0xdf:
      g_string_append (folded, "ss");
      return;
    case 0x142: /* l with stroke */
      g_string_append_c (folded, 'l');
      return;
    case 0xf8:
      g_string_append_c (folded, 'o');
      return;
    case 0x111: /* d with stroke */
      g_string_append_c (folded, 'd');
      return;
    default:
      break;
    }
  if (g_unichar_isalnum (c) || c == '#' || c == '%')
    g_string_append_unichar (folded, c);
  else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
    g_string_append_c (folded, ' ');
}

/* “OrderDate” and “unitPrice” are two words. */
static char *
split_humps (const char *text)
{
  GString *split = g_string_new (NULL);
  gunichar before = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_islower (before) && g_unichar_isupper (c))
        g_string_append_c (split, ' ');
      g_string_append_unichar (split, c);
      before = c;
    }
  return g_string_free_and_steal (split);
}

char *
assay_heading_fold (const char *text)
{
  GString *folded = g_string_new (NULL);
  g_autofree char *split = NULL;
  g_autofree char *normal = NULL;

  if (strlen (text) > 500 || !g_utf8_validate (text, -1, NULL))
    return g_string_free_and_steal (folded);
  split = split_humps (text);
  normal = g_utf8_normalize (split, -1, G_NORMALIZE_ALL);
  for (const char *at = normal; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_ismark (c) || g_unichar_type (c) == G_UNICODE_FORMAT)
        continue;
      /* One character at a time, which no locale changes. */
      append_folded (folded, g_unichar_tolower (c));
    }
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);
  return g_string_free_and_steal (folded);
}

char *
assay_heading_fold_bare (const char *text)
{
  GString *bare = g_string_new (NULL);
  int depth = 0;

  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '(' || *at == '[')
        depth++;
      else if ((*at == ')' || *at == ']') && depth > 0)
        depth--;
      else if (depth == 0)
        g_string_append_c (bare, *at);
    }
  g_autofree char *stripped = g_string_free_and_steal (bare);
  return assay_heading_fold (stripped);
}

static void
add_names (GHashTable *known, const char *names)
{
  g_auto (GStrv) split = NULL;

  if (names == NULL)
    return;
  split = g_strsplit (names, "|", -1);
  for (guint i = 0; split[i] != NULL; i++)
    {
      char *folded = assay_heading_fold (split[i]);

      if (*folded != '\0')
        g_hash_table_add (known, folded);
      else
        g_free (folded);
    }
}

static GHashTable *
known_names (void)
{
  static gsize known = 0;

  if (g_once_init_enter (&known))
    {
      GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (AssayType type = ASSAY_TYPE_NONE + 1; type < ASSAY_N_TYPES; type++)
        {
          const AssayRecordType *described = assay_record_type_get (type);

          for (guint i = 0; i < described->n_fields; i++)
            {
              add_names (names, described->fields[i].column);
              add_names (names, described->fields[i].label);
              add_names (names, assay_field_label (&described->fields[i]));
              add_names (names, described->fields[i].aliases);
            }
        }
      for (guint i = 0; i < G_N_ELEMENTS (more_names); i++)
        add_names (names, more_names[i].names);
      g_once_init_leave (&known, (gsize)names);
    }
  return (GHashTable *)known;
}

gboolean
assay_heading_is_known (const char *text)
{
  g_autofree char *folded = assay_heading_fold (text);
  g_autofree char *bare = assay_heading_fold_bare (text);

  return g_hash_table_contains (known_names (), folded)
         || g_hash_table_contains (known_names (), bare);
}

/* Edit distance, for words of a heading: short, and beyond @most of no interest. */
static guint
distance (const char *a, const char *b, guint most)
{
  gsize m = strlen (a), n = strlen (b);
  guint row[33];

  if (m > 32 || n > 32 || (m > n ? m - n : n - m) > most)
    return most + 1;
  for (guint j = 0; j <= n; j++)
    row[j] = j;
  for (guint i = 1; i <= m; i++)
    {
      guint diagonal = row[0];

      row[0] = i;
      for (guint j = 1; j <= n; j++)
        {
          guint above = row[j];
          guint change = diagonal + (a[i - 1] != b[j - 1]);

          row[j] = MIN (MIN (above + 1, row[j - 1] + 1), change);
          diagonal = above;
        }
    }
  return row[n];
}

static double
compare_words (const char *a, const char *b)
{
  gsize shorter = MIN (strlen (a), strlen (b));

  if (g_str_equal (a, b))
    return 1;
  if (shorter >= 5 && distance (a, b, 1) <= 1)
    return 0.85;
  if (shorter >= 3 && strncmp (a, b, shorter) == 0)
    return 0.6;
  return 0;
}

/* Share of words that two names have in common, 0 to 1. */
static double
compare_names (const char *a, const char *b)
{
  g_auto (GStrv) left = g_strsplit (a, " ", 12);
  g_auto (GStrv) right = g_strsplit (b, " ", 12);
  guint n_left = g_strv_length (left), n_right = g_strv_length (right);
  double sum = 0;

  for (guint i = 0; i < n_left; i++)
    {
      double best = 0;

      for (guint j = 0; j < n_right; j++)
        best = MAX (best, compare_words (left[i], right[j]));
      sum += best;
    }
  return n_left + n_right > 0 ? 2 * sum / (n_left + n_right) : 0;
}

typedef struct
{
  char *name; /* folded */
  double exact;
} Name;

static void
add_name (GArray *names, const char *text, double exact)
{
  Name name = { assay_heading_fold (text), exact };

  if (*name.name != '\0')
    g_array_append_val (names, name);
  else
    g_free (name.name);
}

static void
add_alternatives (GArray *names, const char *texts, double exact)
{
  g_auto (GStrv) split = texts != NULL ? g_strsplit (texts, "|", -1) : NULL;

  for (guint i = 0; split != NULL && split[i] != NULL; i++)
    add_name (names, split[i], exact);
}

/* All names of a field, folded once: an import compares each heading with each of them. */
static const GArray *
names_of (const AssayRecordType *type, const AssayField *field)
{
  static GHashTable *cache;
  static GMutex mutex;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autofree char *full = NULL;
  g_autofree char *full_label = NULL;
  GArray *names;

  if (cache == NULL)
    cache = g_hash_table_new (NULL, NULL);
  names = g_hash_table_lookup (cache, field);
  if (names != NULL)
    return names;
  names = g_array_new (FALSE, FALSE, sizeof (Name));
  full = g_strconcat (type->name, " ", field->column, NULL);
  full_label = g_strconcat (type->label, " ", field->label, NULL);
  add_name (names, field->column, 1.0);
  add_name (names, full, 0.995);
  add_name (names, field->label, 0.99);
  add_name (names, assay_field_label (field), 0.985);
  add_name (names, full_label, 0.98);
  add_alternatives (names, field->aliases, 0.97);
  for (guint i = 0; i < G_N_ELEMENTS (more_names); i++)
    if (more_names[i].type == type->type && g_str_equal (more_names[i].column, field->column))
      add_alternatives (names, more_names[i].names, 0.96);
  g_hash_table_insert (cache, (gpointer)field, names);
  return names;
}

/**
 * assay_heading_match:
 * @folded: a heading from assay_heading_fold()
 * @type: the type that @field belongs to
 * @field: a field
 *
 * Returns: how well the heading names the field: above 0.9 it is one of its names, below 0.5 the
 * two have little in common
 */
double
assay_heading_match (const char *folded, const AssayRecordType *type, const AssayField *field)
{
  const GArray *names = names_of (type, field);
  double best = 0;

  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (folded, g_array_index (names, Name, i).name))
      best = MAX (best, g_array_index (names, Name, i).exact);
  if (best > 0)
    return best;
  for (guint i = 0; i < names->len; i++)
    {
      double likeness = compare_names (folded, g_array_index (names, Name, i).name);

      if (likeness >= 0.66)
        best = MAX (best, likeness * 0.8);
    }
  return best;
}

static gboolean
is_wellknown_currency (const char *code)
{
  static const char codes[]
      = "USD EUR GBP CNY RMB JPY VND INR TRY MXN THB KRW IDR BDT PKR CHF CAD AUD HKD TWD SGD NZD "
        "SEK NOK DKK PLN CZK HUF RON BGN ZAR BRL PHP MYR LKR KHR MMK AED SAR EGP MAD TND ILS UAH";

  return strlen (code) == 3 && strstr (codes, code) != NULL;
}

const char *
assay_heading_currency (const char *heading)
{
  g_auto (GStrv) words = g_strsplit_set (heading, " ()[]_-/,.:\t", 40);

  if (strstr (heading, "€") != NULL)
    return "EUR";
  if (strstr (heading, "£") != NULL)
    return "GBP";
  for (guint i = 0; words[i] != NULL; i++)
    if (is_wellknown_currency (words[i]))
      return g_str_equal (words[i], "RMB") ? "CNY" : g_intern_string (words[i]);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *upper = g_ascii_strup (words[i], -1);

      /* A word in small letters is a currency only as the last one: “price_usd”, not “try”. */
      if (i > 0 && words[i + 1] == NULL && is_wellknown_currency (upper))
        return g_str_equal (upper, "RMB") ? "CNY" : g_intern_string (upper);
    }
  return strchr (heading, '$') != NULL ? "USD" : NULL;
}

char *
assay_heading_unit (const char *heading)
{
  const char *open = strrchr (heading, '(');
  const char *close = open != NULL ? strchr (open, ')') : NULL;
  g_autofree char *folded = NULL;
  const char *last;

  if (open == NULL)
    {
      open = strrchr (heading, '[');
      close = open != NULL ? strchr (open, ']') : NULL;
    }
  if (close != NULL)
    {
      g_autofree char *inside = g_strndup (open + 1, (gsize)(close - open - 1));

      return assay_heading_fold (inside);
    }
  folded = assay_heading_fold (heading);
  last = strrchr (folded, ' ');
  return last != NULL ? g_strdup (last + 1) : NULL;
}
