#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Packs an application into a disk image from which it is dragged into the folder of applications.
#   usage: packaging/macos/make-dmg.sh Parley.app OUT.dmg
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=packaging/macos/machos.sh
source "$here/machos.sh"

[[ $# -eq 2 && -d $1 && $2 == *.dmg ]] || die "usage: packaging/macos/make-dmg.sh Parley.app OUT.dmg"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# ditto keeps what signatures depend on: links and extended attributes.
ditto "$1" "$work/$(basename "$1")"
ln -s /Applications "$work/Applications"
rm -f "$2"
hdiutil create -volname Parley -srcfolder "$work" -fs HFS+ -format ULFO -quiet "$2"
echo "$2"
