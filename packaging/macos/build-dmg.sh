#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# From a build to the disk image that people download, and beside it the SPDX document of what it is made of. What can't be done without an account of Apple's is left out, and
# said: see sign.sh and notarize.sh for the variables.
#   usage: packaging/macos/build-dmg.sh BUILD_FOLDER OUT_FOLDER
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=packaging/macos/machos.sh
source "$here/machos.sh"

[[ $# -eq 2 ]] || die "usage: packaging/macos/build-dmg.sh BUILD_FOLDER OUT_FOLDER"
version=$("$here/../version.sh")
app=$("$here/bundle.sh" "$1" "$2" | tail -n 1)
dmg=$2/Parley-$version-macos-arm64.dmg

notarize() {
    if [[ -n ${PARLEY_NOTARY_PROFILE:-} ]]; then
        "$here/notarize.sh" "$1"
    else
        echo "build-dmg: PARLEY_NOTARY_PROFILE is not set: $1 isn't notarized" >&2
    fi
}

"$here/sign.sh" "$app"
notarize "$app"
"$here/make-dmg.sh" "$app" "$dmg"
"$here/sign.sh" "$dmg"
notarize "$dmg"
# After the last change of the application: the document has the hash of every file.
"$here/../release/sbom.py" "$app" parley "$version" >"${dmg%.dmg}.spdx.json"
