#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# All of a release for macOS: brings the parts, builds, and makes the disk image. The variables of sign.sh and notarize.sh
# say whose signature it gets.
#   usage: packaging/macos/build-release.sh PARTS_FOLDER OUT_FOLDER
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

while IFS= read -r variable; do
    export "${variable?}"
done < <(packaging/macos/setup-release.sh "$1")
[[ -n ${MACOSX_DEPLOYMENT_TARGET:-} ]] || exit 1
TORCH_ROOT=$(scripts/setup.sh --torch-only)
export TORCH_ROOT
scripts/build.sh release parley parley-cli
packaging/macos/build-dmg.sh build/release "$2"
