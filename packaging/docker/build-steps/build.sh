#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Builds the command line and nothing else; for CUDA, with the library that it opens.
#   usage: build.sh FLAVOUR [COMMIT]     COMMIT: what --version names; the sources in an image are no clone
set -euo pipefail
# shellcheck source=packaging/docker/build-steps/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

require_flavour "$1"
preset=$(preset_of "$1")
TORCH_ROOT=$(set_up "$1")
export TORCH_ROOT
cmake --preset "$preset" "-DTORCH_ROOT=$TORCH_ROOT" "-DPARLEY_COMMIT=${2:-}" >/dev/null
targets=(parley-cli)
[[ $1 != cuda ]] || targets+=(parley_cuda)
scripts/build.sh "$preset" "${targets[@]}"
