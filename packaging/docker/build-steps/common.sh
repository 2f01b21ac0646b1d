# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash

# Sourced by the other steps, each of which a Dockerfile calls, and try.sh without one: goes to the top of the sources.

die() {
    echo "$(basename "$0"): $*" >&2
    exit 1
}

cd "$(dirname "${BASH_SOURCE[0]}")/../../.." || die "the sources are gone"

# preset_of FLAVOUR: the preset of CMakePresets.json that builds the command line in it.
preset_of() {
    case $1 in
    cpu) echo server ;;
    cuda) echo server-cuda ;;
    *) die "there is no flavour $1; there are cpu and cuda" ;;
    esac
}

# is_there FLAVOUR: do these sources have it?
is_there() {
    local preset
    preset=$(preset_of "$1") && grep -q "\"name\": \"$preset\"" CMakePresets.json
}

# set_up FLAVOUR: brings what the build takes, and prints the LibTorch folder.
set_up() {
    local options=(--headless)
    [[ $1 != cuda ]] || options+=(--cuda)
    scripts/setup.sh "${options[@]}"
}

require_flavour() {
    is_there "$1" || die "these sources can't be built in the flavour $1 (docs/containers.md tells what works)"
}
