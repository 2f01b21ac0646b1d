#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# On a Mac with Apple silicon: does the GPU compute what the CPU does? With the small model alone, which is all that
# hosted machines have memory for. A build that has no code for it says so, and there is nothing to try.
#   usage: scripts/smoke-mps.sh BUILD_FOLDER
set -euo pipefail

program=$1/app/cli/parley-cli
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$program" devices
# "yes", or the reason why not.
"$program" devices --json | python3 -c '
import json, sys
mps = next(device for device in json.load(sys.stdin)["devices"] if device["id"] == "mps")
print("yes" if mps["available"] else mps["reason"])' >"$work/answer"
case $(<"$work/answer") in
yes) ;;
"this build computes on the CPU alone")
    echo "smoke-mps: the GPU is there, and this build doesn't compute on it yet: nothing to try"
    exit 0
    ;;
*)
    echo "smoke-mps: the GPU can't be used: $(<"$work/answer")" >&2
    exit 1
    ;;
esac
"$program" selftest --device mps
"$program" say --demo --device mps --seed 7 --out "$work/demo.wav" "[S1] This is an Apple GPU. [S2] (laughs)"
