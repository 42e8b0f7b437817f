#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No source above 700 lines: above that, a file holds more than one thing."""

import tree

LIMIT = 700

sources = tree.files('src', '.c', '.h', '.blp') + tree.files('tests', '.c', '.h')
lengths = {path: tree.read(path).count('\n') for path in sources}
problems = [f'{path}: {n} lines, {LIMIT} at most' for path, n in lengths.items() if n > LIMIT]
tree.finish(problems, len(sources))
