#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Takes the names for people who debug off all programs and libraries of an AppDir: they are half of some.

usage: strip_all.py APPDIR

Those that the loader needs stay, and NVIDIA's libraries stay as they are, since their licences ask for that.
"""

import concurrent.futures
import pathlib
import subprocess
import sys

import elf
import gpu_pack


def strip(path: pathlib.Path) -> None:
    path.chmod(path.stat().st_mode | 0o200)
    subprocess.run(["strip", "--strip-unneeded", path], check=True)


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    unchangeable = gpu_pack.unchangeable()
    files = [path for path in sorted(pathlib.Path(sys.argv[1], "usr").rglob("*"))
             if elf.is_elf(path) and path.name not in unchangeable]
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as workers:
        list(workers.map(strip, files))
    return 0


if __name__ == "__main__":
    sys.exit(main())
