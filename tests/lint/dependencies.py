#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every package that ./dev installs has its line, with a reason, in the README's table."""

import re

import tree

script = tree.read('dev')
packages = re.search(r'^packages="([^"]*)"', script, re.MULTILINE).group(1).split()
rows = [line for line in tree.read('README.md').splitlines() if line.startswith('|')]
named = set(re.findall(r'`([^`]+)`', '\n'.join(rows)))

problems = [f'README.md: the table of dependencies lacks `{p}`' for p in packages if p not in named]
tree.finish(problems, len(packages))
