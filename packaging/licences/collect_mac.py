#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Writes the licences of everything by others that an application for macOS holds.

usage: collect_mac.py Parley.app TORCH HOMEBREW >THIRD_PARTY_LICENCES

TORCH is LibTorch's folder, HOMEBREW what "brew --prefix" prints: a library that is neither LibTorch's nor Qt's came from
there. A file that nothing covers is an error. check.py holds a finished application against what this wrote.
"""

import pathlib
import sys

import document
import kegs
import parts

LIBRARIES = "Contents/Frameworks/*.dylib"
HOW_TO_REPLACE = """put your library in the place of
the file in Parley.app/Contents, and sign the application again: codesign --force --sign - Parley.app"""


def library_parts(files: list[str], homebrew: pathlib.Path) -> list[parts.Part]:
    """Of each formula, with its libraries among the files."""
    found: dict[pathlib.Path, list[str]] = {}
    for file in files:
        keg = kegs.keg_of(pathlib.PurePath(file).name, homebrew)
        if keg:
            found.setdefault(keg, []).append(file)
    return [kegs.keg_part(keg, names) for keg, names in sorted(found.items())]


def find_parts(app: pathlib.Path, torch: pathlib.Path, homebrew: pathlib.Path) -> list[parts.Part]:
    table = document.table()
    files = document.all_files(app)
    found = document.described_parts(table["wheel"] + table["unpackaged"], files, torch, app)
    taken = {file for part in found for file in part.files}
    found += library_parts([file for file in document.matching(files, [LIBRARIES]) if file not in taken], homebrew)
    with_files = {part.name.split()[0] for part in found}
    for formula in table["compiled_in_formulae"]:
        if formula not in with_files:
            found.append(kegs.keg_part((homebrew / "opt" / formula).resolve(), []))
    found += [document.described_part(entry, [], torch, app) for entry in table["compiled_in_mac"]]
    document.require_all(files, found, table["own"])
    return found


def main() -> int:
    if len(sys.argv) != 4:
        print(__doc__)
        return 2
    found = find_parts(*map(pathlib.Path, sys.argv[1:]))
    document.write(found, HOW_TO_REPLACE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
