#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Writes the licences of everything by others that an AppDir holds, or opt/parley of a container image.

usage: collect.py APPDIR MANIFEST TORCH >THIRD_PARTY_LICENCES

MANIFEST says where each file came from, a line each: its path in the AppDir, a tab, its path on this machine. TORCH is
LibTorch's folder. parts.json beside this file tells of what no Debian package says. A file that nothing covers is an
error. check.py holds a finished AppDir against what this wrote.
"""

import pathlib
import sys

import document
import parts

HOW_TO_REPLACE = """unpack the package with
--appimage-extract, put your library in the place of the file, and start AppRun"""


def read_manifest(path: str) -> dict[str, pathlib.Path]:
    with open(path, encoding="utf-8") as lines:
        pairs = (line.rstrip("\n").split("\t") for line in lines)
        return {file: pathlib.Path(source) for file, source in pairs}


def find_parts(appdir: pathlib.Path, manifest: dict[str, pathlib.Path], torch: pathlib.Path) -> list[parts.Part]:
    table = document.table()
    files = document.all_files(appdir)
    found = document.described_parts(table["wheel"], files, torch, appdir)
    packages: dict[str, list[str]] = {package: [] for package in table["compiled_in"]}
    loose = []
    for file, source in manifest.items():
        package = parts.owner(source)
        if package:
            packages.setdefault(package, []).append(file)
        else:
            loose.append(file)
    found += [parts.package_part(package, sorted(names)) for package, names in sorted(packages.items())]
    found += document.described_parts(table["unpackaged"], loose, torch, appdir)
    if (appdir / "AppRun").is_file():  # an AppImage is put around it
        found += [document.described_part(entry, [], torch, appdir) for entry in table["around"]]
    document.require_all(files, found, table["own"])
    return found


def main() -> int:
    if len(sys.argv) != 4:
        print(__doc__)
        return 2
    found = find_parts(pathlib.Path(sys.argv[1]), read_manifest(sys.argv[2]), pathlib.Path(sys.argv[3]))
    document.write(found, HOW_TO_REPLACE)
    named = set().union(*(parts.named_common(part.text) for part in found))
    for name, text in parts.common_texts(named).items():
        print(f"\n{'=' * 100}\nThe text that is named above as /usr/share/common-licenses/{name}\n\n{text.strip()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
