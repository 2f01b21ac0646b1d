#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# All of a release for Linux: builds, packs the AppImages, tries what is in them, and says what they are made of. On x86-64
# these are the one without CUDA's libraries, which people can fetch as the GPU pack, and the one with them; elsewhere it
# is one for CPUs. Fetches the runtime that an AppImage begins with; packaging/linux/build-appimage.sh holds it against
# its hash.
#   usage: packaging/release/appimage.sh OUT_FOLDER
#   PARLEY_UPDATE_INFORMATION, PARLEY_SIGNING_KEY: see packaging/linux/build-appimage.sh
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

# make FLAVOUR: its AppImage and its SPDX list of parts go into the folder OUT.
make() {
    local image
    rm -f "$packages"/*.AppImage
    packaging/linux/build-appimage.sh --cuda "$1" --build "build/$preset" --out "$packages" --runtime "$runtime"
    packaging/linux/try-appdir.sh "$packages/AppDir"
    image=$(ls "$packages"/*.AppImage)
    if [[ $(stat -c %s "$image") -gt $most_bytes ]]; then
        echo "appimage: $image has more than the 2 GiB that GitHub takes" >&2
        exit 1
    fi
    cp "$image" "$2/"
    packaging/release/sbom.py "$packages/AppDir" parley "$version" >"$2/$(basename "$image" .AppImage).spdx.json"
}

TORCH_ROOT=$(scripts/setup.sh "${setup[@]}")
export TORCH_ROOT
scripts/build.sh "$preset" "${targets[@]}"
mkdir -p "$packages" "$1"
curl --fail --silent --show-error --location --output "$runtime" \
    "https://github.com/AppImage/type2-runtime/releases/download/$runtime_version/$(basename "$runtime")"
for flavour in "${flavours[@]}"; do
    make "$flavour" "$1"
done
