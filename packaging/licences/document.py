# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""What THIRD_PARTY_LICENCES is written from on every system: the parts that parts.json describes, and the form of a part."""

import fnmatch
import json
import pathlib
import platform
import re

import parts

BEGINNING = """\
Third-party licences

Parley is Copyright The Parley authors, licensed under the Apache License 2.0. This package also holds the works of others
named below, each with its files, the place of its sources and its licence.

Libraries under the GNU Lesser General Public License (Qt, libsndfile, SoundTouch, soxr, mpg123, LAME and others) are
separate files, linked at run time. You may replace them with versions of your own: {how}. Nothing in Parley's licence forbids
taking these libraries apart for that. The sources of each are at the address beside it.
"""


def table() -> dict:
    return json.loads((parts.HERE / "parts.json").read_text(encoding="utf-8"))


def all_files(tree: pathlib.Path) -> list[str]:
    """Below the tree. A link holds nothing of its own."""
    return sorted(str(path.relative_to(tree)) for path in tree.rglob("*") if path.is_file() and not path.is_symlink())


def matching(files: list[str], patterns: list[str]) -> list[str]:
    return [file for file in files if any(fnmatch.fnmatch(file, pattern) for pattern in patterns)]


def described_part(entry: dict, files: list[str], torch: pathlib.Path, tree: pathlib.Path) -> parts.Part:
    """A part that parts.json describes."""
    texts = [(parts.HERE / name).read_text(encoding="utf-8") for name in entry.get("texts", [])]
    if "package_text" in entry:
        texts.append(parts.package_text(entry["package_text"]))
    if entry.get("wheel_texts"):
        texts.append(parts.wheel_texts(torch, entry.get("wheel_folder", "")))
    if "beside_torch" in entry:
        texts.append(parts.text_beside(torch, entry["beside_torch"]))
    if "in_package" in entry:
        texts.append((tree / entry["in_package"]).read_text(encoding="utf-8"))
    version = re.search(r'TORCH_VERSION_MAJOR (\d+).*MINOR (\d+).*PATCH (\d+)',
                        (torch / "include/torch/headeronly/version.h").read_text(encoding="utf-8"), re.DOTALL)
    sources = entry["sources"].format(torch=".".join(version.groups()) if version else "unknown")
    return parts.Part(entry["name"], entry["licence"], sources, "\n\n".join(texts), matching(files, entry["files"]))


def described_parts(entries: list[dict], files: list[str], torch: pathlib.Path, tree: pathlib.Path) -> list[parts.Part]:
    """Those of which there is a file. The words of others may not be on this machine. LibTorch's flavours for different
    processors hold different works."""
    here = platform.machine()
    return [described_part(entry, files, torch, tree) for entry in entries
            if matching(files, entry["files"]) and entry.get("machine", here) == here]


def require_all(files: list[str], found: list[parts.Part], own: list[str]) -> None:
    """A file that nothing covers ends the program."""
    covered = {file for part in found for file in part.files} | set(matching(files, own))
    missing = sorted(set(files) - covered)
    if missing:
        raise SystemExit("licences: nothing says under which licence these files are:\n  " + "\n  ".join(missing))


def write(found: list[parts.Part], how: str) -> None:
    """Prints all parts. how: in which way a library can be replaced there."""
    print(BEGINNING.format(how=how))
    print("".join(written(part) for part in found), end="")


def written(part: parts.Part) -> str:
    files = "".join(f"  {file}\n" for file in part.files) or "  inside others\n"
    licence = f"Licence: {part.licence}\n" if part.licence else ""
    return f"\n{'=' * 100}\n{part.name}\nSources: {part.sources}\n{licence}Files:\n{files}\n{part.text.strip()}\n"
