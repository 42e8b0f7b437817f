#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every source names its licence in its first five lines."""

import tree

sources = tree.files('src', '.c', '.h', '.blp', '.sql', '.css') + tree.files('tests', '.c', '.h', '.py', '.sh')
sources += tree.files('data', '.in', '.svg', '.gschema.xml', '.mime.xml', '.css') + ['dev', '.ci/run']
problems = [
    f'{path}: no SPDX-License-Identifier in its first lines'
    for path in sources
    if not any('SPDX-License-Identifier: ' in line for line in tree.read(path).splitlines()[:5])
]
tree.finish(problems, len(sources))
