#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Checks that an AppDir has all libraries that its files name, and none that it must not have.

Two things are no fault: that libparley_cuda.so needs what a GPU pack brings, where the AppDir is without CUDA's libraries;
and that LibTorch's side of CUDA misses functions of libraries in whose place an empty one lies, or of the driver. Nobody
calls them.

usage: check_libraries.py APPDIR     prints every fault, and the highest versions that are asked of the system's libraries;
                                     exit status 1 when there is a fault
"""

import fnmatch
import os
import pathlib
import re
import subprocess
import sys

import elf
import gpu_pack

MISSING_SYMBOL = re.compile(r"undefined symbol: \S+|symbol \S+, version \S+ not defined.*|version `\S+' not found.*")
OPENED_WITH_THE_PACK = "libparley_cuda.so"
# It doesn't name all that it needs: libtorch_cuda.so, which loads it, has the rest, and is looked at together with it.
LOADED_BY_TORCH_CUDA = "libtorch_nvshmem.so"


def inside(path: pathlib.Path, appdir: pathlib.Path) -> bool:
    return pathlib.Path(os.path.normpath(path)).is_relative_to(appdir)


def library_faults(file: elf.Elf, appdir: pathlib.Path, excluded: set[str]) -> list[str]:
    """Named libraries that are neither where the loader looks inside the AppDir nor the system's by the list."""
    folders = [folder for folder in file.searched() if inside(folder, appdir)]
    if file.path.name == OPENED_WITH_THE_PACK:
        excluded = excluded | gpu_pack.libraries()
    return [f"needs {name}, which is not in the AppDir and not on the exclude list" for name in file.needed
            if name not in excluded and not any((folder / name).is_file() for folder in folders)]


def run_path_faults(file: elf.Elf, appdir: pathlib.Path) -> list[str]:
    return [f"has the run path {entry}, which is not inside the AppDir wherever that lies"
            for entry, folder in zip(file.run_paths, file.searched())
            if not entry.startswith(("$ORIGIN", "${ORIGIN}")) or not inside(folder, appdir)]


def presence_faults(file: elf.Elf, excluded: set[str], forbidden: list[str]) -> list[str]:
    name = file.path.name
    pattern = next((entry for entry in forbidden if fnmatch.fnmatch(name, entry)), None)
    if pattern:
        return [f"must not be in a package ({pattern})"]
    return ["is the system's by the exclude list"] if name in excluded else []


def is_excused(fault: str, file: elf.Elf, lazy: set[str]) -> bool:
    """Whether the missing function is one that nobody calls. lazy: libraries that are loaded without a look for them."""
    name = re.sub(r"undefined symbol: ", "", fault)
    return file.path.name in lazy and gpu_pack.absent_functions().match(name) is not None


def symbol_faults(file: elf.Elf) -> list[str]:
    """What the loader misses when it binds every name at once."""
    has_pack = all((file.path.parent / name).exists() for name in gpu_pack.libraries())
    if file.path.name == LOADED_BY_TORCH_CUDA or (file.path.name == OPENED_WITH_THE_PACK and not has_pack):
        return []
    done = subprocess.run(["ldd", "-r", file.path], capture_output=True, text=True, check=False,
                          env={"PATH": os.environ["PATH"], "LC_ALL": "C"})
    lazy = gpu_pack.libraries() | {OPENED_WITH_THE_PACK}
    return [fault for fault in MISSING_SYMBOL.findall(done.stdout + done.stderr) if not is_excused(fault, file, lazy)]


def faults_of(file: elf.Elf, appdir: pathlib.Path, excluded: set[str], forbidden: list[str]) -> list[str]:
    return (presence_faults(file, excluded, forbidden) + run_path_faults(file, appdir)
            + library_faults(file, appdir, excluded) + symbol_faults(file))


def highest_versions(files: list[elf.Elf]) -> dict[str, tuple[str, str]]:
    """For GLIBC, GLIBCXX and CXXABI: the highest version, and one file that asks for it."""
    found: dict[str, tuple[list[int], str]] = {}
    for file in files:
        for version in file.versions:
            library, number = version.split("_")
            key = [int(part) for part in number.split(".")]
            if key > found.get(library, ([], ""))[0]:
                found[library] = (key, file.path.name)
    return {library: (".".join(map(str, key)), name) for library, (key, name) in sorted(found.items())}


def check(appdir: pathlib.Path) -> tuple[list[elf.Elf], list[str]]:
    excluded = set(elf.read_list("excludelist"))
    forbidden = elf.read_list("forbidden")
    files = elf.all_below(appdir)
    return files, [f"{file.path.relative_to(appdir)}: {fault}" for file in files
                   for fault in faults_of(file, appdir, excluded, forbidden)]


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    files, faults = check(pathlib.Path(sys.argv[1]).resolve())
    if not files:
        faults = [f"{sys.argv[1]}: there is no program or library here"]
    print("\n".join(faults) if faults else f"{len(files)} programs and libraries: nothing is missing, nothing is too much")
    for library, (version, name) in highest_versions(files).items():
        print(f"needs {library} {version} ({name})")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
