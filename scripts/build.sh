#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Configures one preset of CMakePresets.json and builds all of it, or the targets named; quiet unless it fails.
# TORCH_ROOT: the LibTorch folder.
# CMAKE_BUILD_PARALLEL_LEVEL limits the compilers that run at a time (torch's headers take up to 2 GB each).
#   usage: scripts/build.sh PRESET [TARGET]…
set -euo pipefail

[[ $# -ge 1 ]] || {
    echo "usage: scripts/build.sh PRESET [TARGET]…" >&2
    exit 2
}
preset=$1
targets=("${@:2}")
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=build/$preset
log=$folder/build.log
mkdir -p "$folder"

quietly() {
    if ! "$@" >>"$log" 2>&1; then
        tail -n 80 "$log" >&2
        echo "build: failed (preset $preset); all of the output: $PWD/$log" >&2
        exit 1
    fi
}

options=()
if [[ -n ${TORCH_ROOT:-} ]]; then
    options+=("-DTORCH_ROOT=$TORCH_ROOT")
    # CMake keeps the libraries that it found for the folder before.
    known=$(sed -n 's/^TORCH_ROOT:[^=]*=//p' "$folder/CMakeCache.txt" 2>/dev/null || true)
    [[ $known == "$TORCH_ROOT" ]] || options+=(--fresh)
fi

echo "build: preset $preset; the first time takes some minutes" >&2
: >"$log"
quietly cmake --preset "$preset" ${options[@]+"${options[@]}"}
quietly cmake --build --preset "$preset" ${targets[@]+--target "${targets[@]}"}
