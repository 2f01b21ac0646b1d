#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Brings what the flavour for NVIDIA GPUs is built with, which needs no GPU: LibTorch's flavour for CUDA, and CUDA's
# compiler and headers, as wheels into the user's cache, once: about 0.7 GB to fetch, 1.5 GB unpacked. Prints the LibTorch
# folder on stdout, all else on stderr. What it takes to compute on a GPU is brought by the GPU pack, or into a package.
#   usage: scripts/cuda-torch.sh [--have]     --have: only tells whether it is there, by its exit status
set -euo pipefail

readonly torch_version=2.13.0
readonly wheels=("torch===$torch_version" nvidia-cuda-runtime==13.0.96 nvidia-cuda-cupti==13.0.85
    nvidia-cuda-nvcc==13.0.88 nvidia-cuda-crt==13.0.88 nvidia-nvvm==13.0.88 nvidia-cuda-cccl==13.0.85)
site=${XDG_CACHE_HOME:-$HOME/.cache}/parley/cuda-torch-$torch_version
[[ ${1:-} != --have ]] || exec test -d "$site"

# Without what they depend on: cuBLAS, cuDNN and the like are for running alone.
fetch_wheels() {
    local part=$site.part
    echo "cuda: fetching ${wheels[*]} (about 0.7 GB) into $site" >&2
    rm -rf "$part"
    python3 -m venv "$part/venv" >&2
    mkdir -p "$part/tmp"
    TMPDIR=$part/tmp "$part/venv/bin/python" -m pip install --disable-pip-version-check --quiet --no-deps --no-compile \
        --only-binary=:all: --python-version 3.11 --target "$part/site" "${wheels[@]}" >&2
    if ! grep -q "^cuda.*'13" "$part/site/torch/version.py"; then
        echo "cuda: the index has no torch $torch_version for CUDA 13" >&2
        exit 1
    fi
    mv "$part/site" "$site"
    rm -rf "$part"
}

[[ -d $site ]] || fetch_wheels
echo "$site/torch"
