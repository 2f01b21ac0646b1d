#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Gets what is missing, builds and tests. The last line is ctest's count; build/PRESET/ctest.log holds everything.
#   usage: scripts/test.sh [PRESET [ctest options]]     without a PRESET: ci
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
preset=${1:-ci}
shift $(($# > 0 ? 1 : 0))
log=build/$preset/ctest.log
rm -f "$log"
TORCH_ROOT=$(scripts/setup.sh --tests)
export TORCH_ROOT
scripts/build.sh "$preset"
status=0
ctest --preset "$preset" "$@" 2>&1 | tee "$log" || status=$?
# ctest itself ends with times, or with the names of the tests that failed.
grep '% tests passed, ' "$log" || {
    echo "test: ctest ran no test" >&2
    status=1
}
exit "$status"
