#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Sources stand as the formatters write them. Usage: format.sh c|blueprint|meson
set -eu
cd "$(dirname "$0")/../.."

case $1 in
  c)
    # Other versions of the formatter write other things.
    version=$(clang-format --version | sed 's/.*version \([0-9]*\).*/\1/')
    if [ "$version" != 19 ]; then
      echo "clang-format is $version, not 19: not checked"
      exit 77
    fi
    unformatted=$(find src tests -name '*.[ch]' -exec clang-format --dry-run {} + 2>&1 |
      sed -n 's/^\([^: ]*\):[0-9]*:.*/clang-format -i \1/p' | sort -u)
    printf '%s' "$unformatted"
    [ -z "$unformatted" ]
    ;;
  blueprint)
    [ -n "$(find src -name '*.blp')" ] || exit 77
    find src -name '*.blp' -exec blueprint-compiler format {} +
    ;;
  meson)
    unformatted=0
    for file in $(find meson.build src data po tests -name meson.build) meson.options; do
      meson format --editor-config --check-only "$file" || {
        echo "meson format --editor-config --inplace $file"
        unformatted=1
      }
    done
    exit $unformatted
    ;;
esac
