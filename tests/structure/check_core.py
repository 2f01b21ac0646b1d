#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Holds parley-core to what a bare machine has: it configures without Qt, CLI11 and pkg-config files other than
Highway's, and the built program needs no library of theirs.

usage: check_core.py CMAKE SOURCE TORCH_ROOT PROGRAM     exit status 1 and a line for each fault
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

UNWANTED = ("Qt", "sndfile", "soxr", "SoundTouch", "pulse")
DISABLED = ("Qt6", "CLI11", "nlohmann_json")


def highway_alone(folder: pathlib.Path) -> str:
    """A folder with Highway's pkg-config file and no other."""
    paths = subprocess.run(["pkg-config", "--variable", "pc_path", "pkg-config"], capture_output=True, text=True,
                           check=True).stdout.strip().split(":")
    for path in paths:
        file = pathlib.Path(path) / "libhwy.pc"
        if file.is_file():
            shutil.copy(file, folder)
    return str(folder)


def configures(cmake: str, source: str, torch: str) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        packages = pathlib.Path(folder) / "packages"
        packages.mkdir()
        environment = dict(os.environ, PKG_CONFIG_LIBDIR=highway_alone(packages), PKG_CONFIG_PATH="")
        command = [cmake, "-S", source, "-B", f"{folder}/build", "-G", "Ninja", "-DPARLEY_CORE_ONLY=ON",
                   f"-DTORCH_ROOT={torch}", *(f"-DCMAKE_DISABLE_FIND_PACKAGE_{name}=ON" for name in DISABLED)]
        done = subprocess.run(command, capture_output=True, text=True, env=environment)
        return [] if done.returncode == 0 else [f"it doesn't configure: {done.stderr.strip()}"]


def needs(program: str) -> list[str]:
    listed = subprocess.run(["objdump", "-p", program], capture_output=True, text=True, check=True).stdout
    names = [line.split()[1] for line in listed.splitlines() if line.strip().startswith("NEEDED")]
    if not any(name.startswith("libtorch_cpu") for name in names):
        return [f"{program} doesn't seem to be linked as usual: it needs {names}"]
    return [f"{program} needs {name}" for name in names if any(word in name for word in UNWANTED)]


def main() -> int:
    cmake, source, torch, program = sys.argv[1:]
    faults = configures(cmake, source, torch) + needs(program)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
