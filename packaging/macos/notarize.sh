#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Has Apple look through a signed application or disk image, staples the answer to it, and asks this Mac whether it
# would start it.
#   usage: packaging/macos/notarize.sh Parley.app|Parley.dmg
#   PARLEY_NOTARY_PROFILE: what "xcrun notarytool store-credentials" was told to call the account
#   PARLEY_KEYCHAIN: the keychain with that profile, if it isn't the user's own
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=packaging/macos/machos.sh
source "$here/machos.sh"

[[ $# -eq 1 && -e $1 ]] || die "usage: packaging/macos/notarize.sh Parley.app|Parley.dmg"
target=${1%/}
[[ -n ${PARLEY_NOTARY_PROFILE:-} ]] || die "PARLEY_NOTARY_PROFILE is not set"
account=(--keychain-profile "$PARLEY_NOTARY_PROFILE")
[[ -z ${PARLEY_KEYCHAIN:-} ]] || account+=(--keychain "$PARLEY_KEYCHAIN")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

case $target in
*.app)
    parcel=$work/$(basename "$target").zip
    ditto -c -k --keepParent "$target" "$parcel"
    question=(--type execute)
    ;;
*.dmg)
    parcel=$target
    question=(--type open --context context:primary-signature)
    ;;
*) die "$target is neither an application nor a disk image" ;;
esac

# notarytool's own status is 0 for a refusal, too.
xcrun notarytool submit "$parcel" "${account[@]}" --wait | tee "$work/answer"
if ! grep -q '^ *status: Accepted *$' "$work/answer"; then
    submission=$(sed -n 's/^ *id: *//p' "$work/answer" | head -n 1)
    [[ -z $submission ]] || xcrun notarytool log "$submission" "${account[@]}" >&2 || true
    die "Apple did not accept $target"
fi
xcrun stapler staple "$target"
xcrun stapler validate "$target"
spctl --assess --verbose=2 "${question[@]}" "$target"
