/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of an attachment: a file that belongs to a record. The bytes stand apart, once for all
 * attachments with the same content. */

FIELD (OWNER_TYPE, "owner_type", TEXT, .label = N_ ("Belongs to"), .group = N_ ("File"), .flags = REQUIRED | HIDDEN)
FIELD (OWNER, "owner", INTEGER, .label = N_ ("Record"), .group = N_ ("File"), .flags = REQUIRED | HIDDEN)
FIELD (SHA256, "sha256", TEXT, .label = N_ ("Fingerprint (SHA-256)"), .group = N_ ("File"), .flags = REQUIRED | HIDDEN)
FIELD (FILE_NAME, "file_name", TEXT, .label = N_ ("File name"), .group = N_ ("File"), .flags = REQUIRED | SEARCHABLE | SHOWN)
FIELD (MEDIA_TYPE, "media_type", TEXT, .label = N_ ("Kind of file"), .group = N_ ("File"), .flags = SHOWN)
FIELD (BYTES, "bytes", COUNT, .label = N_ ("Size"), .unit = N_ ("bytes"), .group = N_ ("File"), .flags = SHOWN)
FIELD (CAPTION, "caption", TEXT, .label = N_ ("Caption"), .group = N_ ("File"), .flags = SEARCHABLE | SHOWN)
FIELD (POSITION, "position", INTEGER, .label = N_ ("Order"), .group = N_ ("File"), .flags = HIDDEN)
FIELD (WIDTH, "width", COUNT, .label = N_ ("Width"), .unit = N_ ("pixels"), .group = N_ ("File"))
FIELD (HEIGHT, "height", COUNT, .label = N_ ("Height"), .unit = N_ ("pixels"), .group = N_ ("File"))
FIELD (TAKEN_AT, "taken_at", INSTANT, .label = N_ ("Taken at"), .group = N_ ("File"))
FIELD (TAKEN_OFFSET, "taken_offset", INTEGER, .label = N_ ("Time zone of the camera"), .unit = N_ ("minutes"), .group = N_ ("File"), .flags = HIDDEN)
FIELD (CAMERA, "camera", TEXT, .label = N_ ("Camera"), .group = N_ ("File"))
FIELD (LATITUDE, "latitude", DECIMAL, .scale = 6, .label = N_ ("Latitude"), .unit = N_ ("degrees"), .group = N_ ("File"), .flags = RANGE, .min = -90000000, .max = 90000000)
FIELD (LONGITUDE, "longitude", DECIMAL, .scale = 6, .label = N_ ("Longitude"), .unit = N_ ("degrees"), .group = N_ ("File"), .flags = RANGE, .min = -180000000, .max = 180000000)
FIELD (MARKED_FROM, "marked_from", TEXT, .label = N_ ("Drawn on a copy of"), .help = N_ ("Fingerprint of the original"), .group = N_ ("File"), .flags = HIDDEN)
FIELD (ADDED_AT, "added_at", INSTANT, .label = N_ ("Added at"), .group = N_ ("File"))
