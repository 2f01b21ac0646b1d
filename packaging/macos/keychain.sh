#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# A keychain for one release on a machine that is not one's own: holds the certificate and the account for notarization,
# and goes away afterwards. Prints the variables that the other scripts take, as NAME=value. Without a certificate it
# says so, and makes nothing.
#   usage: packaging/macos/keychain.sh make|remove FILE
#   MACOS_CERTIFICATE, MACOS_CERTIFICATE_PASSWORD: the .p12 file of the Developer ID, in base64
#   MACOS_NOTARY_KEY, MACOS_NOTARY_KEY_ID, MACOS_NOTARY_ISSUER: App Store Connect's .p8 file in base64, and its two ids
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=packaging/macos/machos.sh
source "$here/machos.sh"

make_keychain() {
    local password work
    if [[ -z ${MACOS_CERTIFICATE:-} ]]; then
        echo "keychain: MACOS_CERTIFICATE is not set: the signature will be ad hoc" >&2
        return
    fi
    password=$(openssl rand -base64 24)
    work=$(mktemp -d)
    # shellcheck disable=SC2064 # the folder of now
    trap "rm -rf '$work'" EXIT
    security create-keychain -p "$password" "$1"
    security set-keychain-settings -t 7200 "$1"
    security unlock-keychain -p "$password" "$1"
    base64 --decode <<<"$MACOS_CERTIFICATE" >"$work/certificate.p12"
    security import "$work/certificate.p12" -k "$1" -P "$MACOS_CERTIFICATE_PASSWORD" -T /usr/bin/codesign >&2
    # codesign may use the key without a window that asks.
    security set-key-partition-list -S apple-tool:,apple: -s -k "$password" "$1" >/dev/null
    echo "PARLEY_KEYCHAIN=$1"
    echo "PARLEY_SIGN_IDENTITY=$(security find-identity -v -p codesigning "$1" | awk 'NR == 1 {print $2}')"
    if [[ -n ${MACOS_NOTARY_KEY:-} ]]; then
        base64 --decode <<<"$MACOS_NOTARY_KEY" >"$work/notary.p8"
        xcrun notarytool store-credentials parley --keychain "$1" --key "$work/notary.p8" \
            --key-id "$MACOS_NOTARY_KEY_ID" --issuer "$MACOS_NOTARY_ISSUER" >&2
        echo "PARLEY_NOTARY_PROFILE=parley"
    fi
}

case ${1:-} in
make) make_keychain "$2" ;;
remove) [[ ! -e $2 ]] || security delete-keychain "$2" ;;
*) die "usage: packaging/macos/keychain.sh make|remove FILE" ;;
esac
