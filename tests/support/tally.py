#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up the results of several meson test runs.

tally.py BROKEN TESTLOG.json...

Counts the single cases of tests that speak TAP and every other test as one. BROKEN
counts builds that failed, which have no log. The last line printed is
"N passed, N failed"; the exit status says whether anything failed.
"""

import json
import os
import re
import sys

CASE = re.compile(r'^ok \d+(?!.*# SKIP)', re.MULTILINE | re.IGNORECASE)
CASE_FAILED = re.compile(r'^not ok \d+(?!.*# TODO)', re.MULTILINE | re.IGNORECASE)
CASE_SKIPPED = re.compile(r'^ok \d+.*# SKIP', re.MULTILINE | re.IGNORECASE)


def main(broken, logs):
    passed, failed, skipped = 0, broken, 0
    bad = []
    for log in filter(os.path.exists, logs):
        for line in open(log, encoding='utf-8', errors='replace'):
            test = json.loads(line)
            output = test.get('stdout') or ''
            ok, nok, skip = (len(p.findall(output)) for p in (CASE, CASE_FAILED, CASE_SKIPPED))
            good = test['result'] in ('OK', 'EXPECTEDFAIL', 'SKIP')
            if ok + nok + skip == 0:
                ok, skip = (0, 1) if test['result'] == 'SKIP' else (int(good), 0)
            if not good:
                nok = max(nok, 1)
                bad.append(f'{os.path.relpath(log).split("/meson-logs")[0]}: {test["name"]}: {test["result"]}')
            passed, failed, skipped = passed + ok, failed + nok, skipped + skip
    if passed + failed == 0:
        failed = 1
        bad.append('no test ran')
    for name in bad:
        print('failed:', name)
    if skipped:
        print(f'skipped: {skipped}')
    print(f'{passed} passed, {failed} failed')
    return failed > 0


if __name__ == '__main__':
    sys.exit(main(int(sys.argv[1]), sys.argv[2:]))
