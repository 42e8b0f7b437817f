#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The build, the release notes and the man page speak of the same version and day."""

import re

import tree

version = re.search(r"^  version: '([^']+)'", tree.read('meson.build'), re.MULTILINE).group(1)
release = re.search(r'<release version="([^"]+)" date="([^"]+)"', tree.read('data/page.assay.Assay.metainfo.xml.in'))
manual = re.search(r'^\.TH ASSAY 1 (\S+) "Assay ([^"]+)"', tree.read('data/assay.1'), re.MULTILINE)

problems = []
if release.group(1) != version:
    problems.append(f'metainfo: the newest release is {release.group(1)}, the build {version}')
if manual.group(2) != version:
    problems.append(f'data/assay.1: version {manual.group(2)}, the build {version}')
if manual.group(1) != release.group(2):
    problems.append(f'data/assay.1: dated {manual.group(1)}, the release {release.group(2)}')
tree.finish(problems, 2)
