#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Brings the GPU pack with the flavour for NVIDIA GPUs (scripts/check-cuda-build.sh builds it), as a user would, and holds
# that its libraries load with that program and that nothing but them is taken. It needs no GPU: a stand-in for the driver
# is enough to be asked for one. Fetches 1.4 GB.
#   usage: scripts/check-gpu-pack.sh [FOLDER]     FOLDER: keep the pack there, or go on with what is there
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

cli=build/cuda/app/cli/parley-cli
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
pack=$(realpath -m "${1:-$scratch/pack}")

fail() {
    echo "gpu pack: $*" >&2
    exit 1
}

[[ -x $cli ]] || fail "there is no $cli; run scripts/check-cuda-build.sh first"
mkdir "$scratch/driver"
g++ -std=c++20 -shared -fPIC -o "$scratch/driver/libcuda.so.1" tests/engine/backend/fake_driver.cpp
run=(env "LD_LIBRARY_PATH=$scratch/driver" PARLEY_FAKE_CUDA=good "PARLEY_CUDA_DIR=$pack" "$cli")

seconds=$SECONDS
"${run[@]}" models download gpu-pack --to "$pack" >/dev/null
echo "gpu pack: $(du -sb "$pack" | cut -f 1) bytes in $((SECONDS - seconds)) s"
[[ ! -e $pack.part ]] || fail "$pack.part was left behind"

# The loader tells which files it took.
told=$(LD_DEBUG=files "${run[@]}" devices 2>&1)
grep -qF "torch finds no GPU by it" <<<"$told" || fail "the libraries don't load:"$'\n'"$(grep -F cuda: <<<"$told")"
taken=$(sed -n 's/.*calling init: //p' <<<"$told" | grep -E '/lib(cu|nv|nccl|torch_cuda|torch_nvshmem|c10_cuda)' | sort -u)
others=$(grep -vE "^($pack|$scratch/driver)/|/libcu(dart|pti)\.so" <<<"$taken" || true)
[[ -z $others ]] || fail "libraries from elsewhere were taken:"$'\n'"$others"
echo "gpu pack: $(wc -l <<<"$taken") libraries of CUDA load, the driver's, the program's and the pack's; only a GPU is missing"
