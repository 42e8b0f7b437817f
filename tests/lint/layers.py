#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the include paths cannot enforce: how files of one layer may include each other.

Includes carry the folder ("store/book.h"), never ../. A subject folder of src/ui includes
itself, the shared folders and files directly in src/ui with the ui/ prefix, never a sibling.
"""

import os
import re

import tree

SHARED_UI = {'widgets', 'chart', 'table', 'form', 'context', 'print', 'record'}
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.MULTILINE)

problems = []
sources = tree.files('src', '.c', '.h')
for path in sources:
    parts = path.split('/')
    for include in INCLUDE.findall(tree.read(path)):
        if '..' in include.split('/'):
            problems.append(f'{path}: "{include}" climbs; write the folder from src on')
        elif '/' not in include and include != 'assay-config.h' and os.path.exists(
            os.path.join(tree.ROOT, os.path.dirname(path), include)
        ):
            problems.append(f'{path}: "{include}" lacks its folder')
        target = include.split('/')
        if len(parts) > 3 and parts[1] == 'ui' and len(target) > 2 and target[0] == 'ui':
            subject, other = parts[2], target[1]
            if other not in SHARED_UI | {subject}:
                problems.append(f'{path}: includes "{include}" of a sibling subject')
            elif subject in SHARED_UI and other not in SHARED_UI:
                problems.append(f'{path}: shared, yet includes "{include}" of one subject')
tree.finish(problems, len(sources))
