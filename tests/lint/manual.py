#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The man page names every command and every option that src/cli takes."""

import re

import tree

OPTION = re.compile(r'\{\s*"([a-z][a-z-]*)",\s*(?:0|\'.\'),\s*[A-Z0-9_ |]+,\s*G_OPTION_ARG')
COMMAND = re.compile(r'\{ "([a-z]+)", assay_cli_[a-z]+, N_ \(')

manual = tree.read('data/assay.1').replace('\\-', '-')
options, commands = set(), set()
for path in tree.files('src/cli', '.c'):
    text = tree.read(path)
    options |= set(OPTION.findall(text))
    commands |= set(COMMAND.findall(text))

problems = [f'data/assay.1 lacks --{o}' for o in sorted(options) if not re.search(rf'--{o}\b', manual)]
problems += [f'data/assay.1 lacks assay {c}' for c in sorted(commands) if f'assay {c}' not in manual]
tree.finish(problems, len(options) and len(commands) and len(options) + len(commands))
