#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Builds the flavour for NVIDIA GPUs, which needs no GPU, and holds that its programs need nothing of CUDA to start. What
# it is built with is scripts/cuda-torch.sh's.
#   usage: scripts/check-cuda-build.sh [--have]     --have: only tells whether the wheels are there, by its exit status
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

[[ ${1:-} != --have ]] || exec scripts/cuda-torch.sh --have

fail() {
    echo "cuda: $*" >&2
    exit 1
}

# expect WORDS COMMAND…: it ends well, and says them.
expect() {
    local words=$1 said
    shift
    said=$("$@" 2>&1) || fail "failed: $*"$'\n'"$said"
    grep -qF -- "$words" <<<"$said" || fail "'$words' is not in what $* says:"$'\n'"$said"
    echo "cuda: $(grep -F -m 1 -- "$words" <<<"$said")"
}

# Empty libraries for all that libtorch_cuda.so wants and that isn't here.
make_stubs() {
    local name system
    system=$(/sbin/ldconfig -p) # not into grep -q, which stops reading and so ends what writes
    mkdir "$scratch/stubs"
    g++ -shared -fPIC -o "$scratch/empty.so" -x c++ - <<<''
    readelf -d "$site"/torch/lib/libtorch_{cuda,nvshmem}.so | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' | sort -u |
        while read -r name; do
            [[ -e $site/torch/lib/$name || -e $site/nvidia/cu13/lib/$name ]] || grep -qF "$name " <<<"$system" ||
                cp "$scratch/empty.so" "$scratch/stubs/$name"
        done
}

TORCH_ROOT=$(scripts/cuda-torch.sh)
export TORCH_ROOT
site=$(dirname "$TORCH_ROOT")
scripts/build.sh cuda parley-cli parley-core parley_cuda
cli=build/cuda/app/cli/parley-cli

for program in "$cli" build/cuda/app/core/parley-core; do
    needed=$(readelf -d "$program" | grep NEEDED)
    ! grep -E 'cuda|libtorch\.so' <<<"$needed" || fail "$program is linked with CUDA"
    ! nm -DC --undefined-only "$program" | grep -E '(c10|at)::cuda::' || fail "$program has symbols of CUDA"
done

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/driver" "$scratch/broken" "$scratch/empty"
g++ -std=c++20 -shared -fPIC -o "$scratch/driver/libcuda.so.1" tests/engine/backend/fake_driver.cpp
echo "no library" >"$scratch/broken/libtorch_cuda.so"
with_driver=(env "LD_LIBRARY_PATH=$scratch/driver" PARLEY_FAKE_CUDA=good)

expect "there is no NVIDIA driver" "$cli" devices
expect "libtorch_cuda.so is not there" "${with_driver[@]}" PARLEY_CUDA_DIR="$scratch/empty" "$cli" devices
expect "libtorch_cuda.so: file too short" "${with_driver[@]}" PARLEY_CUDA_DIR="$scratch/broken" "$cli" devices
# The real one, without the libraries that it needs; then with empty ones in their place. It is loaded lazily, so torch
# learns of CUDA, and our own library opens, too; only the driver is none.
expect "CUDA's libraries can't be used: lib" "${with_driver[@]}" "$cli" devices
make_stubs
expect "torch finds no GPU by it" env "LD_LIBRARY_PATH=$scratch/driver:$scratch/stubs" PARLEY_FAKE_CUDA=good "$cli" devices
# As a package has it: what the program itself needs, and the rest to be fetched.
mkdir "$scratch/slim"
ln -s "$site"/torch/lib/lib{torch_cpu,c10}.so "$site/torch/lib/libgomp.so.1" "$site"/nvidia/cu13/lib/libcu{dart,pti}.so.13 \
    "$scratch/slim"
slim=(env "LD_LIBRARY_PATH=$scratch/driver:$scratch/slim" PARLEY_FAKE_CUDA=good "XDG_DATA_HOME=$scratch/data")
expect "get them in the model manager, or with: parley-cli models download gpu-pack" "${slim[@]}" "$cli" devices
expect "for NVIDIA GPUs" "${slim[@]}" "$cli" models list
expect "x real time" "${with_driver[@]}" PARLEY_CUDA_DIR="$scratch/broken" "$cli" say "[S1] Still here." --demo \
    --max-tokens 40 --out "$scratch/sound.wav"
[[ -s $scratch/sound.wav ]] || fail "no sound was made beside a broken libtorch_cuda.so"
echo "cuda: the flavour for NVIDIA GPUs builds, links and starts without them"
