#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Pictures of the real window on a screen of its own (Xvfb), for looking at: every station of tests/app/gui/window_tour
# in light and dark, small and at scale 2, with text of 150 %, and in German, small too.
#   usage: scripts/screenshots.sh [OUT_FOLDER]     without one: build/screenshots
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
out=${1:-build/screenshots}

TORCH_ROOT=$(scripts/setup.sh --tests)
export TORCH_ROOT
scripts/build.sh ci
tour=build/ci/tests/app/gui/window-tour
command -v xvfb-run >/dev/null || {
    echo "screenshots: Xvfb is missing (Debian: apt-get install xvfb)" >&2
    exit 1
}

# tour FOLDER SCREEN SCALE OPTIONS…
tour() {
    local folder=$out/$1 screen=$2 scale=$3
    shift 3
    QT_QPA_PLATFORM=xcb QT_SCALE_FACTOR=$scale xvfb-run -a -s "-screen 0 ${screen}x24" "$tour" "$@" "$folder"
}
tour light 1280x800 1
tour dark 1280x800 1 --theme dark
tour small 1100x700 1 --size 1100x700
tour large 2560x1440 2 --size 1280x720
tour large-text 1600x1000 1 --size 1600x1000 --text 150
tour german 1280x800 1 --language de
tour german-large-text 1600x1000 1 --size 1600x1000 --text 150 --language de --theme dark
tour german-small 1100x700 1 --size 1100x700 --language de
