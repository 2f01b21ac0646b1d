#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Makes every program and library of an AppDir look into APPDIR/usr/lib/parley, by a path relative to itself.

usage: set_run_paths.py APPDIR
"""

import os
import pathlib
import subprocess
import sys

import elf
import gpu_pack


def run_path(path: pathlib.Path, libraries: pathlib.Path) -> str:
    relative = os.path.relpath(libraries, path.parent)
    return "$ORIGIN" if relative == "." else f"$ORIGIN/{relative}"


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    appdir = pathlib.Path(sys.argv[1]).resolve()
    unchangeable = gpu_pack.unchangeable()
    for file in elf.all_below(appdir):
        wanted = run_path(file.path, appdir / "usr/lib/parley")
        # What is right already stays as it is: rewriting LibTorch takes a while, and data alone needs no path.
        if file.path.name not in unchangeable and file.needed and file.run_paths != (wanted,):
            subprocess.run(["patchelf", "--set-rpath", wanted, file.path], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
