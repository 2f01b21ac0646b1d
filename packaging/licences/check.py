#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Holds every file of a finished AppDir, or of an application for macOS, against its THIRD_PARTY_LICENCES.

usage: check.py APPDIR|Parley.app     exit status 1 when a file that isn't Parley's is not named there, or has no licence's words
"""

import fnmatch
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
DOCUMENT = "usr/share/doc/parley/THIRD_PARTY_LICENCES"
MAC_DOCUMENT = "Contents/Resources/THIRD_PARTY_LICENCES"
RULE = "=" * 100
# Fewer words than the shortest licence has.
FEWEST_WORDS = 40


def covered_files(document: str) -> set[str]:
    """The files of each part that has the words of its licence."""
    covered: set[str] = set()
    for section in document.split(f"\n{RULE}\n")[1:]:
        head, _, words = section.partition("\n\n")
        files = re.findall(r"^  (\S+)$", head.partition("Files:\n")[2], re.MULTILINE)
        if len(words.split()) >= FEWEST_WORDS and "Sources: " in head:
            covered.update(files)
    return covered


def faults(appdir: pathlib.Path) -> list[str]:
    document = MAC_DOCUMENT if (appdir / "Contents").is_dir() else DOCUMENT
    path = appdir / document
    if not path.is_file():
        return [f"{document} is not there"]
    own = json.loads((HERE / "parts.json").read_text(encoding="utf-8"))["own"]
    covered = covered_files(path.read_text(encoding="utf-8"))
    files = sorted(str(file.relative_to(appdir)) for file in appdir.rglob("*") if file.is_file() and not file.is_symlink())
    return [f"{file}: no licence in {document}" for file in files
            if file not in covered and not any(fnmatch.fnmatch(file, pattern) for pattern in own)]


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    found = faults(pathlib.Path(sys.argv[1]))
    print("\n".join(found) if found else "licences: every file is covered")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
