/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of a contact: a person at a supplier. */

FIELD (SUPPLIER, "supplier", REFERENCE, .label = N_ ("Supplier"), .group = N_ ("Contact"), .flags = REQUIRED, .reference = ASSAY_TYPE_SUPPLIER)
FIELD (NAME, "name", TEXT, .label = N_ ("Name"), .group = N_ ("Contact"), .flags = REQUIRED | SEARCHABLE | SHOWN, .aliases = "contact|contact name|contact person")
FIELD (LOCAL_NAME, "local_name", TEXT, .label = N_ ("Name in its own script"), .group = N_ ("Contact"), .flags = SEARCHABLE)
FIELD (ROLE, "role", TEXT, .label = N_ ("Role"), .group = N_ ("Contact"), .flags = SEARCHABLE | SHOWN, .aliases = "title|position|job title")
FIELD (MAIN, "main", FLAG, .label = N_ ("Main contact"), .group = N_ ("Contact"), .flags = SHOWN, .initial = "0")
FIELD (MAIL, "mail", MAIL, .label = N_ ("Mail"), .group = N_ ("Reach"), .flags = SEARCHABLE | SHOWN, .aliases = "email|e-mail")
FIELD (PHONE, "phone", PHONE, .label = N_ ("Telephone"), .group = N_ ("Reach"), .flags = SEARCHABLE | SHOWN, .aliases = "tel|mobile")
FIELD (MESSENGER, "messenger", TEXT, .label = N_ ("Messenger"), .help = N_ ("WeChat, WhatsApp, Zalo or another, with the name used there"), .group = N_ ("Reach"), .flags = SEARCHABLE, .aliases = "wechat|whatsapp|zalo")
FIELD (LANGUAGE, "language", TEXT, .label = N_ ("Language"), .group = N_ ("Reach"))
FIELD (NOTE, "note", LONG_TEXT, .label = N_ ("Notes"), .group = N_ ("Notes"), .flags = SEARCHABLE)
