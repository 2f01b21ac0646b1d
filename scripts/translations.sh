#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Brings resources/translations/*.ts up to date with the texts in the sources; texts that are gone are dropped.
# English is the language of the sources, so parley_en.ts holds only the texts with a number: "1 take", "2 takes".
#   usage: scripts/translations.sh [--check]     --check: changes nothing, fails if a text has no translation; its exit
#                                                 status is 77 where there is no lupdate
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

lupdate=$(command -v lupdate || echo /usr/lib/qt6/bin/lupdate)
check=false
[[ ${1:-} != --check ]] || check=true
if [[ ! -x $lupdate ]]; then
    echo "translations: there is no lupdate here (Debian's qt6-l10n-tools)" >&2
    exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# lupdate overlooks translate(…, static_cast<int>(count)), so it reads a copy with plainer casts.
mkdir "$work/app"
cp -r ui "$work/ui"
cp -r app/gui "$work/app/gui"
find "$work" -type f \( -name '*.cpp' -o -name '*.h' \) -exec sed -i 's/static_cast<int>(/int(/g' {} +

# The patterns of phrase(…), which lupdate doesn't know: the engine has no Qt. phrase.h itself only tells how it is used.
# shellcheck disable=SC2016 # perl's variables
find engine ui -type f \( -name '*.cpp' -o -name '*.h' \) ! -name phrase.h -print0 | sort -z |
    xargs -0 perl -0777 -ne '
        while (/\bphrase\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)/g) { print "QT_TRANSLATE_NOOP(\"Phrase\", $1)\n" }' \
        >"$work/ui/phrases.cpp"

status=0
for file in resources/translations/*.ts; do
    target=$work/$(basename "$file")
    cp "$file" "$target"
    options=(-silent -recursive -locations none -no-obsolete)
    [[ $file != *_en.ts ]] || options+=(-pluralonly)
    # Without the include paths, classes whose header isn't beside their source would lose their namespace. The limit is
    # for calls that lupdate can't parse: at some it never ends.
    timeout 120 "$lupdate" "${options[@]}" -I "$work/ui" -I "$work/app" "$work/ui" "$work/app/gui" -ts "$target"
    open=$(grep -c 'type="unfinished"' "$target" || true)
    if [[ $open -gt 0 ]]; then
        echo "translations: $file has no words for $open texts" >&2
        status=1
    fi
    $check || cp "$target" "$file"
done
$check || status=0
exit $status
