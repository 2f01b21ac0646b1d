#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Gets what is missing, builds, and starts the window. Where there is no display it speaks a line with a small random
# network instead, which needs no model: noise in place of words, but every part of the program at work. With arguments:
# parley-cli with those.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
program=$root/build/release/app/cli/parley-cli
first=false
if [[ ! -x $program ]]; then
    first=true
    echo "run: not built yet: first what a build needs is looked for and brought (packages, and LibTorch of about 190 MB)," \
        "then Parley is built, then it starts" >&2
fi
TORCH_ROOT=$("$root/scripts/setup.sh")
export TORCH_ROOT
"$root/scripts/build.sh" release parley parley-cli
! $first || echo "run: built; the next start takes a moment" >&2
if [[ $# -gt 0 ]]; then
    exec "$program" "$@"
fi
if [[ $(uname -s) == Darwin ]]; then
    exec "$root/build/release/app/gui/Parley.app/Contents/MacOS/Parley"
elif [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; then
    exec "$root/build/release/app/gui/parley"
fi
echo 'run: there is no display for the window, so here is what the command line makes:' >&2
echo 'run: parley-cli say --demo "[S1] Hello from Parley. [S2] It runs. (laughs)" --out demo.wav' >&2
"$program" say --demo "[S1] Hello from Parley. [S2] It runs. (laughs)" --out demo.wav
echo "run: wrote $PWD/demo.wav; with a model in place of --demo it speaks (scripts/run.sh say --help)" >&2
