#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# All of a release for Linux: builds, packs the AppImages, tries what is in them, and says what they are made of. On x86-64
# these are the one without CUDA's libraries, which people can fetch as the GPU pack, and the one with them; elsewhere it
# is one for CPUs. Fetches the runtime that an AppImage begins with; packaging/linux/build-appimage.sh holds it against
# its hash.
#   usage: packaging/release/appimage.sh OUT_FOLDER
#   PARLEY_UPDATE_INFORMATION, PARLEY_SIGNING_KEY: see packaging/linux/build-appimage.sh
#   PARLEY_UPDATE_URL, PARLEY_RELEASE_DATE: see docs/packaging.md; on GitHub the repository and the commit say them
#   APPIMAGE_SIGNING_KEY: a private key of gpg's, in armour, to sign with; without it nothing is signed
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# GitHub takes no larger file for a release.
readonly most_bytes=$((2 * 1024 * 1024 * 1024 - 1))

[[ $# -eq 1 ]] || {
    echo "usage: packaging/release/appimage.sh OUT_FOLDER" >&2
    exit 2
}
packages=build/packages
runtime=$packages/runtime-$(uname -m)
version=$(packaging/version.sh)
runtime_version=$(sed -n 's/^readonly runtime_version=//p' packaging/linux/build-appimage.sh)
preset=release targets=(parley parley-cli) flavours=(none) setup=(--package)
if [[ $(uname -m) == x86_64 ]]; then
    preset=cuda flavours=(pack bundle)
    targets+=(parley_cuda)
    setup+=(--cuda)
fi

# What the programs and packages tell of their release. What was given stays.
describe_release() {
    export PARLEY_RELEASE_DATE=${PARLEY_RELEASE_DATE:-$(git log -1 --format=%cs)}
    [[ -n ${GITHUB_REPOSITORY:-} ]] || return 0
    local releases="${GITHUB_API_URL:-https://api.github.com}/repos/$GITHUB_REPOSITORY/releases/latest"
    export PARLEY_UPDATE_URL=${PARLEY_UPDATE_URL:-$releases}
    export PARLEY_UPDATE_INFORMATION=${PARLEY_UPDATE_INFORMATION:-gh-releases-zsync|${GITHUB_REPOSITORY/\//|}|latest|%f}
}

# import_key: sets PARLEY_SIGNING_KEY to the key's fingerprint.
import_key() {
    [[ -n ${APPIMAGE_SIGNING_KEY:-} ]] || return 0
    gpg --batch --quiet --import <<<"$APPIMAGE_SIGNING_KEY"
    PARLEY_SIGNING_KEY=$(gpg --batch --with-colons --list-secret-keys | sed -n '0,/^fpr/s/^fpr:*\([0-9A-F]*\):.*/\1/p')
    export PARLEY_SIGNING_KEY
}

# make FLAVOUR: its AppImage and its SPDX list of parts go into the folder OUT.
make() {
    local image
    rm -f "$packages"/*.AppImage "$packages"/*.zsync
    packaging/linux/build-appimage.sh --cuda "$1" --build "build/$preset" --out "$packages" --runtime "$runtime"
    packaging/linux/try-appdir.sh "$packages/AppDir"
    image=$(ls "$packages"/*.AppImage)
    if [[ $(stat -c %s "$image") -gt $most_bytes ]]; then
        echo "appimage: $image has more than the 2 GiB that GitHub takes" >&2
        exit 1
    fi
    cp "$image" "$2/"
    [[ ! -f $image.zsync ]] || cp "$image.zsync" "$2/"
    packaging/release/sbom.py "$packages/AppDir" parley "$version" >"$2/$(basename "$image" .AppImage).spdx.json"
}

describe_release
import_key
TORCH_ROOT=$(scripts/setup.sh "${setup[@]}")
export TORCH_ROOT
scripts/build.sh "$preset" "${targets[@]}"
mkdir -p "$packages" "$1"
curl --fail --silent --show-error --location --output "$runtime" \
    "https://github.com/AppImage/type2-runtime/releases/download/$runtime_version/$(basename "$runtime")"
for flavour in "${flavours[@]}"; do
    make "$flavour" "$1"
done
