#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every symbolic icon named in the sources exists: in Adwaita's theme or among our own."""

import os
import re

import tree

THEMES = ['/usr/share/icons/Adwaita', '/usr/share/icons/hicolor', tree.ROOT + '/data', tree.ROOT + '/src']
NAME = re.compile(r'"([a-z0-9][a-zA-Z0-9.-]*-symbolic)"|\'([a-z0-9][a-zA-Z0-9.-]*-symbolic)\'')
# Drawn by GTK itself, from its own resources.
BUILT_IN = set()

existing = {
    os.path.splitext(name)[0]
    for theme in THEMES
    for _, _, names in os.walk(theme)
    for name in names
    if '-symbolic.' in name
} | BUILT_IN
sources = tree.files('src', '.c', '.h', '.blp')
problems = [
    f'{path}: no icon {name}'
    for path in sources
    for name in sorted({a or b for a, b in NAME.findall(tree.read(path))})
    if name not in existing
]
tree.finish(problems, len(sources))
