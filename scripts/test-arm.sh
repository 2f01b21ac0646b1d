#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Cross-builds the kernels and their tests for 64-bit ARM, and runs them in QEMU: once as a processor with everything,
# once as one without dot products. For Debian. The system stays one of a single architecture: the arm64 packages
# are unpacked into a folder of the user's cache, and fetched only the first time.
#   usage: scripts/test-arm.sh [ctest options]
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
# What the tests run with, and what the compiler reads; of the last ones only the files, not what they depend on.
readonly packages=(libqt6core6 libqt6test6 libhwy-dev)
readonly build_packages=(qt6-base-dev qmake6)

# fetch_packages FOLDER: with lists and a state of its own, so that the system's package manager hears nothing of it.
fetch_packages() {
    local apt=(-q -o APT::Architecture=arm64 -o APT::Architectures=arm64 -o APT::Sandbox::User= -o "Dir::State=$1"
        -o "Dir::State::status=$1/status" -o "Dir::Cache=$1")
    mkdir -p "$1/lists/partial" "$1/archives/partial"
    : >"$1/status"
    apt-get "${apt[@]}" update
    apt-get "${apt[@]}" install -y --no-install-recommends --download-only "${packages[@]}"
    (cd "$1/archives" && apt-get "${apt[@]}" download "${build_packages[@]}")
}

# fill_sysroot FOLDER: all of it, or nothing.
fill_sysroot() {
    local part="$1.part" package
    rm -rf "$part"
    mkdir -p "$part/apt" "$part/root"
    echo "test-arm: fetching the arm64 packages of ${packages[*]} (about 25 MB) into $1" >&2
    if ! fetch_packages "$part/apt" >"$part/log" 2>&1; then
        tail -n 20 "$part/log" >&2
        echo "test-arm: the packages could not be fetched (all of the output: $part/log)" >&2
        exit 1
    fi
    for package in "$part"/apt/archives/*.deb; do
        dpkg-deb -x "$package" "$part/root"
    done
    mv "$part/root" "$1"
    rm -rf "$part"
}

scripts/setup.sh --arm >/dev/null
cache="${XDG_CACHE_HOME:-$HOME/.cache}/parley"
PARLEY_ARM_SYSROOT="$cache/arm64-qt-$(dpkg-query -W -f='${Version}' qt6-base-dev)"
export PARLEY_ARM_SYSROOT
[[ -d $PARLEY_ARM_SYSROOT ]] || fill_sysroot "$PARLEY_ARM_SYSROOT"
env -u TORCH_ROOT scripts/build.sh arm64
log=build/arm64/ctest.log
: >"$log"
for cpu in max cortex-a72; do
    QEMU_CPU=$cpu ctest --preset arm64 "$@" 2>&1 | tee -a "$log"
done
