#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""tests/support/tally.py counts what meson's logs say, and never calls a broken run a good one."""

import json
import os
import subprocess
import sys
import tempfile

import tree

CASES = [
    # broken builds, results with their output, expected last line and status
    (0, [('OK', 'ok 1 /a\nok 2 /b # SKIP no data\n1..2\n')], '1 passed, 0 failed', 0),
    (0, [('FAIL', 'ok 1 /a\nnot ok 2 /b\n1..2\n')], '1 passed, 1 failed', 1),
    (0, [('ERROR', 'ok 1 /a\n')], '1 passed, 1 failed', 1),
    (0, [('TIMEOUT', None)], '0 passed, 1 failed', 1),
    (0, [('OK', None), ('SKIP', None)], '1 passed, 0 failed', 0),
    (0, [('OK', '1 checked')], '1 passed, 0 failed', 0),
    (1, [('OK', None)], '1 passed, 1 failed', 1),
    (0, [], '0 passed, 1 failed', 1),
]

problems = []
for broken, results, line, status in CASES:
    with tempfile.TemporaryDirectory() as folder:
        log = os.path.join(folder, 'testlog.json')
        with open(log, 'w', encoding='utf-8') as file:
            for result, output in results:
                file.write(json.dumps({'name': 'x', 'result': result, 'stdout': output}) + '\n')
        run = subprocess.run(
            [sys.executable, '-B', tree.ROOT + '/tests/support/tally.py', str(broken), log, folder + '/absent.json'],
            capture_output=True,
            text=True,
        )
    if (run.stdout.splitlines()[-1], run.returncode) != (line, status):
        problems.append(f'{results}: {run.stdout!r}, {run.returncode}; expected {line!r}, {status}')
tree.finish(problems, len(CASES))
