#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Configures one preset of CMakePresets.json and builds all of it, or the targets named. Tells on stderr how far it is: on
# a terminal in one line that changes, elsewhere once a minute; silent when there is nothing to build.
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
# So many steps are worth a word, and a second one on how long they take: a few are taken to look at the commit.
readonly few=10 many=100
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=build/$preset
log=$folder/build.log
mkdir -p "$folder"

fail() {
    tail -n 80 "$log" >&2
    echo "build: failed (preset $preset); all of the output: $PWD/$log" >&2
    exit 1
}

build() {
    cmake --build --preset "$preset" ${targets[@]+--target "${targets[@]}"} "$@"
}

# time_left DONE ALL SECONDS: by the pace so far, once that says something.
time_left() {
    [[ $(($1 * 20)) -ge $2 && $3 -ge 5 ]] || return 0
    local seconds=$(($3 * ($2 - $1) / $1))
    if [[ $seconds -ge 90 ]]; then
        echo ", about $(((seconds + 30) / 60)) min left"
    else
        echo ", about $seconds s left"
    fi
}

# show_progress: of ninja's lines "[12/314] Building CXX object …/phrase.cpp.o" on its input.
show_progress() {
    local line count all name told=$SECONDS start=$SECONDS
    while IFS= read -r line; do
        [[ $line =~ ^\[([0-9]+)/([0-9]+)\] ]] || continue
        count=${BASH_REMATCH[1]} all=${BASH_REMATCH[2]} name=${line#*] }
        line="build: $count of $all ($((count * 100 / all)) %)$(time_left "$count" "$all" $((SECONDS - start)))"
        if [[ -t 2 ]]; then
            printf '\r\033[K%s; %.40s' "$line" "$(basename "$name" .o)" >&2
        elif [[ $((SECONDS - told)) -ge 60 ]]; then
            told=$SECONDS
            echo "$line" >&2
        fi
    done
    [[ ! -t 2 ]] || printf '\r\033[K' >&2
}

options=()
if [[ -n ${TORCH_ROOT:-} ]]; then
    options+=("-DTORCH_ROOT=$TORCH_ROOT")
    # CMake keeps the libraries that it found for the folder before.
    known=$(sed -n 's/^TORCH_ROOT:[^=]*=//p' "$folder/CMakeCache.txt" 2>/dev/null || true)
    [[ $known == "$TORCH_ROOT" ]] || options+=(--fresh)
fi

[[ -f $folder/build.ninja ]] || echo "build: configuring the preset $preset" >&2
cmake --preset "$preset" ${options[@]+"${options[@]}"} >"$log" 2>&1 || fail
steps=$(build -- -n | grep -c '^\[' || true)
[[ $steps -lt $few ]] || echo "build: $steps steps of the preset $preset" >&2
[[ $steps -lt $many ]] ||
    echo "build: from nothing it takes about half an hour on two cores; interrupted, it goes on from there the next time" >&2
build 2>&1 | tee -a "$log" | show_progress || fail
[[ $steps -lt $few ]] || echo "build: done" >&2
