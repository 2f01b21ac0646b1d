#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Brings every library that the programs, libraries and plugins of an AppDir need into APPDIR/usr/lib/parley.

usage: bundle_libraries.py APPDIR PROGRAM MANIFEST [LIBRARY]…

What excludelist names stays the system's, and CUDA's libraries come by gpu_libraries.py or not at all. PROGRAM is one of the build's, before it was installed: where it looks for
libraries, they are looked for, too. A LIBRARY is one that is opened while the program runs, which no file names:
by its beginning ("libssl.so."), since the number behind it is this machine's. MANIFEST, a file outside the AppDir, gets a line for each library brought:
its path in the AppDir, a tab, and where it came from; the list of licences is made from it.
"""

import pathlib
import shutil
import sys

import elf
import gpu_pack


def find(name: str, sources: list[pathlib.Path], system: dict[str, pathlib.Path]) -> pathlib.Path:
    """As the loader does it: the run paths of the file that asks, then the system's folders."""
    for folder in sources:
        if (folder / name).is_file():
            return folder / name
    if name in system:
        return system[name]
    raise FileNotFoundError(name)


def named_by(beginning: str, system: dict[str, pathlib.Path]) -> str:
    names = sorted(name for name in system if name.startswith(beginning))
    if not names:
        raise SystemExit(f"bundle_libraries: there is no {beginning}* on this machine")
    return names[-1]


def bundle(appdir: pathlib.Path, build: list[pathlib.Path], opened: list[str]) -> dict[pathlib.Path, pathlib.Path]:
    """Copies what is missing, and returns where each copy came from. build: folders with libraries of the build."""
    target = appdir / "usr/lib/parley"
    target.mkdir(parents=True, exist_ok=True)
    excluded = set(elf.read_list("excludelist")) | gpu_pack.libraries()
    system = elf.system_libraries()
    brought: dict[pathlib.Path, pathlib.Path] = {}
    # A file with the folders where it looked before it was copied.
    waiting = [(file, file.searched()) for file in elf.all_below(appdir)]
    names = tuple(named_by(beginning, system) for beginning in opened)
    waiting.append((elf.Elf(appdir / "what is opened", names, (), frozenset()), []))
    while waiting:
        file, sources = waiting.pop()
        for name in file.needed:
            copy = target / name
            if name in excluded or copy.exists():
                continue
            try:
                source = find(name, sources + build, system).resolve()
            except FileNotFoundError:
                raise SystemExit(f"bundle_libraries: {file.path} needs {name}, which is nowhere on this machine") from None
            shutil.copy(source, copy)
            brought[copy] = source
            waiting.append((elf.read(copy), elf.read(source).searched()))
    return brought


def main() -> int:
    if len(sys.argv) < 4:
        print(__doc__)
        return 2
    appdir = pathlib.Path(sys.argv[1]).resolve()
    brought = bundle(appdir, elf.read(pathlib.Path(sys.argv[2]).resolve()).searched(), sys.argv[4:])
    lines = sorted(f"{copy.relative_to(appdir)}\t{source}\n" for copy, source in brought.items())
    with open(sys.argv[3], "a", encoding="utf-8") as manifest:
        manifest.writelines(lines)
    return 0


if __name__ == "__main__":
    sys.exit(main())
