/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tests as the parts of what asks for them: the requirements of a product, the tests of a protocol.
 */

#pragma once

#include "ui/record/part-list.h"

G_BEGIN_DECLS

extern const AssayPartListKind assay_requirements_of_product;
extern const AssayPartListKind assay_tests_of_protocol;

G_END_DECLS
