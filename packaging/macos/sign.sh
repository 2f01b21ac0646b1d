#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Signs an application from the inside out, or a disk image: each part before what it lies in, the application last and
# with the entitlements. codesign's way of doing all parts at once would give each of them the entitlements.
#   usage: packaging/macos/sign.sh Parley.app|Parley.dmg
#   PARLEY_SIGN_IDENTITY: "Developer ID Application: …"; without it the signature is ad hoc, for this Mac alone
#   PARLEY_KEYCHAIN: the keychain with that identity, if it isn't the user's own
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=packaging/macos/machos.sh
source "$here/machos.sh"

[[ $# -eq 1 && -e $1 ]] || die "usage: packaging/macos/sign.sh Parley.app|Parley.dmg"
target=${1%/}
identity=${PARLEY_SIGN_IDENTITY:--}
options=(--force --sign "$identity")
if [[ $identity == - ]]; then
    # The hardened runtime would refuse the application's own libraries: they have no team in common.
    echo "sign: PARLEY_SIGN_IDENTITY is not set: signing ad hoc and without the hardened runtime; other Macs will warn" >&2
    options+=(--timestamp=none)
else
    options+=(--timestamp)
    [[ -z ${PARLEY_KEYCHAIN:-} ]] || options+=(--keychain "$PARLEY_KEYCHAIN")
fi

# depth_first: the paths on standard input, the deepest first.
depth_first() {
    awk -F/ '{print NF "\t" $0}' | sort -k1,1nr -k2 | cut -f2-
}

# loose_code: programs and libraries that no signature of a framework or of the application covers.
loose_code() {
    local file framework main
    main=$(plutil -extract CFBundleExecutable raw -o - "$target/Contents/Info.plist")
    machos_of "$target" | while IFS= read -r file; do
        framework=${file%.framework/*}
        framework=${framework##*/}
        if [[ $file != "$target/Contents/MacOS/$main" && $file != */"$framework.framework"/Versions/*/"$framework" ]]; then
            echo "$file"
        fi
    done
}

sign_app() {
    local part
    [[ $identity == - ]] || options+=(--options runtime)
    { loose_code && find "$target/Contents" -type d -name '*.framework'; } | depth_first | while IFS= read -r part; do
        codesign "${options[@]}" "$part"
    done
    codesign "${options[@]}" --entitlements "$here/parley.entitlements" "$target"
}

case $target in
*.app) sign_app ;;
*.dmg) codesign "${options[@]}" "$target" ;;
*) die "$target is neither an application nor a disk image" ;;
esac
codesign --verify --strict --verbose=2 "$target"
