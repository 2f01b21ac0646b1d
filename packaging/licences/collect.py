#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Writes the licences of everything by others that an AppDir holds.

usage: collect.py APPDIR MANIFEST TORCH >THIRD_PARTY_LICENCES

MANIFEST says where each file came from, a line each: its path in the AppDir, a tab, its path on this machine. TORCH is
LibTorch's folder. parts.json beside this file tells of what no Debian package says. A file that nothing covers is an
error. check.py holds a finished AppDir against what this wrote.
"""

import fnmatch
import json
import pathlib
import re
import sys

import parts

INTRODUCTION = """\
Third-party licences

Parley is Copyright The Parley authors, licensed under the Apache License 2.0. This package also holds the works of others
named below, each with its files, the place of its sources and its licence.

Libraries under the GNU Lesser General Public License (Qt, libsndfile, SoundTouch, soxr, mpg123, LAME and others) are
separate files, linked at run time. You may replace them with versions of your own: unpack the package with
--appimage-extract, put your library in the place of the file, and start AppRun. Nothing in Parley's licence forbids taking
these libraries apart for that. The sources of each are at the address beside it.
"""


def read_manifest(path: str) -> dict[str, pathlib.Path]:
    with open(path, encoding="utf-8") as lines:
        pairs = (line.rstrip("\n").split("\t") for line in lines)
        return {file: pathlib.Path(source) for file, source in pairs}


def matching(files: list[str], patterns: list[str]) -> list[str]:
    return [file for file in files if any(fnmatch.fnmatch(file, pattern) for pattern in patterns)]


def described_part(entry: dict, files: list[str], torch: pathlib.Path) -> parts.Part:
    """A part that parts.json describes."""
    texts = [(parts.HERE / name).read_text(encoding="utf-8") for name in entry.get("texts", [])]
    texts += [(parts.COMMON / name).read_text(encoding="utf-8") for name in entry.get("common_texts", [])]
    if "package_text" in entry:
        texts.append(parts.package_text(entry["package_text"]))
    if entry.get("wheel_texts"):
        texts.append(parts.wheel_texts(torch))
    version = re.search(r'TORCH_VERSION_MAJOR (\d+).*MINOR (\d+).*PATCH (\d+)',
                        (torch / "include/torch/headeronly/version.h").read_text(encoding="utf-8"), re.DOTALL)
    sources = entry["sources"].format(torch=".".join(version.groups()) if version else "unknown")
    return parts.Part(entry["name"], entry["licence"], sources, "\n\n".join(texts), matching(files, entry["files"]))


def find_parts(files: list[str], manifest: dict[str, pathlib.Path], torch: pathlib.Path) -> list[parts.Part]:
    table = json.loads((parts.HERE / "parts.json").read_text(encoding="utf-8"))
    found = [described_part(entry, files, torch) for entry in table["wheel"]]
    packages: dict[str, list[str]] = {package: [] for package in table["compiled_in"]}
    loose = []
    for file, source in manifest.items():
        package = parts.owner(source)
        if package:
            packages.setdefault(package, []).append(file)
        else:
            loose.append(file)
    found += [parts.package_part(package, sorted(names)) for package, names in sorted(packages.items())]
    found += [described_part(entry, loose, torch) for entry in table["unpackaged"]]
    found = [part for part in found if part.files or part.name.split()[0] in table["compiled_in"]]
    found += [described_part(entry, [], torch) for entry in table["around"]]
    covered = {file for part in found for file in part.files} | set(matching(files, table["own"]))
    missing = sorted(set(files) - covered)
    if missing:
        raise SystemExit("licences: nothing says under which licence these files are:\n  " + "\n  ".join(missing))
    return found


def written(part: parts.Part) -> str:
    files = "".join(f"  {file}\n" for file in part.files) or "  inside others\n"
    licence = f"Licence: {part.licence}\n" if part.licence else ""
    return f"\n{'=' * 100}\n{part.name}\nSources: {part.sources}\n{licence}Files:\n{files}\n{part.text.strip()}\n"


def main() -> int:
    if len(sys.argv) != 4:
        print(__doc__)
        return 2
    appdir = pathlib.Path(sys.argv[1])
    files = sorted(str(path.relative_to(appdir)) for path in appdir.rglob("*") if not path.is_dir())
    found = find_parts(files, read_manifest(sys.argv[2]), pathlib.Path(sys.argv[3]))
    print(INTRODUCTION)
    print("".join(written(part) for part in found), end="")
    named = set().union(*(parts.named_common(part.text) for part in found))
    for name, text in parts.common_texts(named).items():
        print(f"\n{'=' * 100}\nThe text that is named above as /usr/share/common-licenses/{name}\n\n{text.strip()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
