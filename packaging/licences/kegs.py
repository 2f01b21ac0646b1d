# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Where the words of a licence are on a Mac with Homebrew: each formula's folder, its keg, has those of its sources, and
.brew/NAME.rb in it tells where these are.
"""

import pathlib
import re
import typing

import parts

WORDS = re.compile(r"(licen[cs]e|copying|copyright|notice)", re.IGNORECASE)


def keg_of(library: str, homebrew: pathlib.Path) -> typing.Optional[pathlib.Path]:
    """The keg of the formula that brings a library of that name; homebrew is its prefix."""
    for found in sorted(homebrew.glob(f"opt/*/lib/{library}")):
        keg = found.parent.resolve().parent
        if (keg / ".brew").is_dir():
            return keg
    return None


def texts_of(keg: pathlib.Path) -> str:
    files = sorted(path for path in keg.iterdir() if path.is_file() and WORDS.match(path.name))
    if not files:
        raise SystemExit(f"licences: {keg} has no file with its licence")
    return "\n\n".join(f"--- {path.name} ---\n\n" + path.read_text(encoding="utf-8", errors="replace").strip()
                       for path in files)


def keg_part(keg: pathlib.Path, files: list[str]) -> parts.Part:
    name, version = keg.parent.name, keg.name
    formula = (keg / ".brew" / f"{name}.rb").read_text(encoding="utf-8")
    sources = re.search(r'^  url "([^"]+)"', formula, re.MULTILINE)
    licence = re.search(r'^  license "([^"]+)"', formula, re.MULTILINE)
    if not sources:
        raise SystemExit(f"licences: Homebrew's formula {name} doesn't say where its sources are")
    return parts.Part(f"{name} {version}", licence[1] if licence else "", sources[1], texts_of(keg), files)
