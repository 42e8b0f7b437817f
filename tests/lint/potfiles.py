#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file with text to translate is in po/POTFILES, sorted, and no other file.

potfiles.py --write makes the list anew.
"""

import os
import re
import sys

import tree

MARKED = {
    ('.c', '.h'): re.compile(r'\b(?:_|N_|C_|NC_|g_dngettext|ngettext|g_dgettext|g_dpgettext2|gettext)\s*\(\s*(?:GETTEXT_PACKAGE\s*,\s*)?(?:N_\s*\(\s*)?"'),
    ('.blp',): re.compile(r'\bC?_\s*\('),
    ('.desktop.in', '.metainfo.xml.in', '.gschema.xml'): re.compile(r''),
}
COMMENT = re.compile(r'/\*.*?\*/|//[^\n]*', re.DOTALL)


def text_of(path):
    text = tree.read(path)
    return COMMENT.sub('', text) if path.endswith(('.c', '.h', '.blp')) else text


expected = {
    path
    for endings, mark in MARKED.items()
    for path in tree.files('src', *endings) + tree.files('data', *endings)
    if mark.search(text_of(path))
}
if sys.argv[1:] == ['--write']:
    with open(os.path.join(tree.ROOT, 'po/POTFILES'), 'w', encoding='utf-8') as file:
        file.write('# Files with text to translate, sorted. Written by tests/lint/potfiles.py --write.\n')
        file.writelines(path + '\n' for path in sorted(expected))

listed = [line for line in tree.read('po/POTFILES').splitlines() if line and not line.startswith('#')]

problems = [f'po/POTFILES lacks {path}' for path in sorted(expected - set(listed))]
problems += [f'po/POTFILES names {path}, which has nothing to translate' for path in sorted(set(listed) - expected)]
if listed != sorted(set(listed)):
    problems.append('po/POTFILES is not sorted, or names a file twice')
tree.finish(problems, len(expected))
