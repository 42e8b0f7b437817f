#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# ./dev answers questions and wrong usage at once, without any set-up.
set -eu
cd "$(dirname "$0")/../.."

PATH=/usr/bin:/bin ./dev --help | grep -q 'dev test \[SUITE'
for wrong in '' tset --run; do
  status=0
  # shellcheck disable=SC2086
  ./dev $wrong >/dev/null 2>&1 || status=$?
  [ $status = 2 ] || { echo "./dev $wrong ended with $status, not 2"; exit 1; }
done
