#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# All of a release for Linux: builds, packs an AppImage, tries what is in it, and says what it is made of. Fetches the
# runtime that the AppImage begins with; packaging/linux/build-appimage.sh holds it against its hash.
#   usage: packaging/release/appimage.sh OUT_FOLDER
#   PARLEY_UPDATE_INFORMATION, PARLEY_SIGNING_KEY: see packaging/linux/build-appimage.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

[[ $# -eq 1 ]] || {
    echo "usage: packaging/release/appimage.sh OUT_FOLDER" >&2
    exit 2
}
packages=build/packages
runtime=$packages/runtime-$(uname -m)
version=$(packaging/version.sh)
runtime_version=$(sed -n 's/^readonly runtime_version=//p' packaging/linux/build-appimage.sh)
TORCH_ROOT=$(scripts/setup.sh --package)
export TORCH_ROOT
scripts/build.sh release parley parley-cli
mkdir -p "$packages" "$1"
curl --fail --silent --show-error --location --output "$runtime" \
    "https://github.com/AppImage/type2-runtime/releases/download/$runtime_version/$(basename "$runtime")"
packaging/linux/build-appimage.sh --cuda none --build build/release --out "$packages" --runtime "$runtime"
packaging/linux/try-appdir.sh "$packages/AppDir"
cp "$packages"/*.AppImage "$1/"
packaging/release/sbom.py "$packages/AppDir" parley "$version" >"$1/Parley-$version-$(uname -m).spdx.json"
