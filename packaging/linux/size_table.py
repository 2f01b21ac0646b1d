#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Prints what takes the space in an AppDir, as a table in Markdown.

usage: size_table.py APPDIR
"""

import fnmatch
import pathlib
import sys

MEGA = 1_000_000
# The first pattern that fits counts.
GROUPS = [
    ("LibTorch's side of CUDA", ["usr/lib/parley/libtorch_cuda*", "usr/lib/parley/libtorch_nvshmem*",
                                 "usr/lib/parley/libc10_cuda*", "usr/lib/parley/libcaffe2_nvrtc*"]),
    ("LibTorch (with MKL and OpenMP)", ["usr/lib/parley/libtorch*", "usr/lib/parley/libc10*", "usr/lib/parley/libgomp*"]),
    ("cuBLAS", ["usr/lib/parley/libcublas*"]),
    ("cuDNN", ["usr/lib/parley/libcudnn*"]),
    ("NVRTC", ["usr/lib/parley/libnvrtc*"]),
    ("CUDA's runtime and CUPTI", ["usr/lib/parley/libcudart*", "usr/lib/parley/libcupti*"]),
    ("ICU", ["usr/lib/parley/libicu*"]),
    ("Qt", ["usr/lib/parley/libQt6*", "usr/plugins/*", "usr/translations/*"]),
    ("Sound (libsndfile and its formats, soxr, SoundTouch, PulseAudio's client)",
     [f"usr/lib/parley/lib{name}*" for name in
      ("sndfile", "FLAC", "ogg", "vorbis", "opus", "mp", "soxr", "SoundTouch", "pulse", "asyncns")]),
    ("Parley", ["usr/bin/*", "usr/lib/parley/libparley_*"]),
    ("Other libraries", ["usr/lib/parley/*"]),
    ("Licences, icons and the rest", ["*"]),
]


def group_of(file: str) -> str:
    return next(name for name, patterns in GROUPS if any(fnmatch.fnmatch(file, pattern) for pattern in patterns))


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    appdir = pathlib.Path(sys.argv[1])
    sizes = {name: 0 for name, _ in GROUPS}
    for path in appdir.rglob("*"):
        if path.is_file() and not path.is_symlink():
            sizes[group_of(str(path.relative_to(appdir)))] += path.stat().st_size
    print("| part | MB |\n|---|---|")
    for name, size in sizes.items():
        if size:
            print(f"| {name} | {size / MEGA:.1f} |")
    print(f"| all | {sum(sizes.values()) / MEGA:.1f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
