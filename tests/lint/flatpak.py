#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Flatpak manifest is JSON, complete, and asks for no network and no files."""

import json
import re

import tree

NAME = 'flatpak/page.assay.Assay.json'
ALLOWED = {'--share=ipc', '--socket=wayland', '--socket=fallback-x11', '--device=dri'}

manifest = json.loads(tree.read(NAME))
problems = []
for permission in set(manifest['finish-args']) - ALLOWED:
    problems.append(f'{NAME}: permission {permission}')
if manifest['command'] != 'assay' or manifest['id'] != 'page.assay.Assay':
    problems.append(f'{NAME}: wrong command or id')
for module in manifest['modules']:
    for source in module['sources']:
        if source['type'] == 'archive':
            if not source['url'].startswith('https://'):
                problems.append(f'{NAME}: {module["name"]} is not fetched over https')
            if not re.fullmatch('[0-9a-f]{64}', source.get('sha256', '')):
                problems.append(f'{NAME}: {module["name"]} has no sha256')
if manifest['modules'][-1]['name'] != 'assay':
    problems.append(f'{NAME}: the last module is not assay')
tree.finish(problems, len(manifest['modules']))
