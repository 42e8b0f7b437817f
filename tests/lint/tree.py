# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks in this folder share: the project's files, and how to complain."""

import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
NOT_OURS = {'.git', 'build', '.cache', '__pycache__'}


def files(folder='', *endings):
    """Paths below `folder`, relative to the project, of the files with one of these endings."""
    found = []
    for base, folders, names in os.walk(os.path.join(ROOT, folder)):
        folders[:] = sorted(f for f in folders if f not in NOT_OURS and not f.startswith('build-'))
        found += [os.path.relpath(os.path.join(base, n), ROOT) for n in sorted(names)]
    return [f for f in found if not endings or f.endswith(endings)]


def read(path):
    with open(os.path.join(ROOT, path), encoding='utf-8') as file:
        return file.read()


def finish(problems, checked):
    """Prints what is wrong and ends with a status that says so."""
    for problem in problems:
        print(problem, file=sys.stderr)
    if not checked:
        print('nothing to check: the check looks in the wrong place', file=sys.stderr)
    else:
        print(f'{checked} checked, {len(problems)} wrong')
    sys.exit(1 if problems or not checked else 0)
