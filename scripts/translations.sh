#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Brings resources/translations/*.ts up to date with the texts in the sources; texts that are gone are dropped.
#   usage: scripts/translations.sh [--check]     --check: changes nothing, fails if a text has no translation
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

lupdate=$(command -v lupdate || echo /usr/lib/qt6/bin/lupdate)
check=false
[[ ${1:-} != --check ]] || check=true
status=0
for file in resources/translations/*.ts; do
    target=$file
    if $check; then
        target=$(mktemp --suffix "-$(basename "$file")")
        cp "$file" "$target"
    fi
    "$lupdate" -silent -recursive ui app/gui -locations none -no-obsolete -ts "$target"
    open=$(grep -c 'type="unfinished"' "$target" || true)
    if [[ $open -gt 0 ]]; then
        echo "translations: $file has no words for $open texts" >&2
        status=1
    fi
    if $check; then
        rm -f "$target"
    fi
done
$check || status=0
exit $status
