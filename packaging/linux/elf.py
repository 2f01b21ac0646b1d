# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""What readelf tells of programs and shared libraries, and the list of libraries that stay the system's."""

import pathlib
import re
import subprocess
import typing

HERE = pathlib.Path(__file__).resolve().parent
TAG = re.compile(r"\((NEEDED|RPATH|RUNPATH)\).*\[(.*)\]")
VERSION = re.compile(r"Name: ((?:GLIBC|GLIBCXX|CXXABI)_[0-9.]+)\s")


class Elf(typing.NamedTuple):
    """One file: the libraries that it names, where it looks for them first, and versions that it asks of the system."""

    path: pathlib.Path
    needed: tuple[str, ...]
    run_paths: tuple[str, ...]
    versions: frozenset[str]

    def searched(self) -> list[pathlib.Path]:
        """The run paths as folders."""
        origin = str(self.path.parent)
        return [pathlib.Path(entry.replace("${ORIGIN}", origin).replace("$ORIGIN", origin)) for entry in self.run_paths]


def is_elf(path: pathlib.Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def read(path: pathlib.Path) -> Elf:
    """Raises CalledProcessError for what readelf can't read."""
    text = subprocess.run(
        ["readelf", "--wide", "--dynamic", "--version-info", path], check=True, capture_output=True, text=True
    ).stdout
    tags = TAG.findall(text)
    needed = tuple(value for tag, value in tags if tag == "NEEDED")
    paths = tuple(entry for tag, value in tags if tag != "NEEDED" for entry in value.split(":") if entry)
    return Elf(path, needed, paths, frozenset(VERSION.findall(text)))


def all_below(folder: pathlib.Path) -> list[Elf]:
    return [read(path) for path in sorted(folder.rglob("*")) if is_elf(path)]


def read_list(name: str) -> list[str]:
    """The lines of a list beside this file, without its remarks."""
    lines = (line.strip() for line in (HERE / name).read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def system_libraries() -> dict[str, pathlib.Path]:
    """Where this machine's loader finds each library of its architecture."""
    text = subprocess.run(["/sbin/ldconfig", "-p"], check=True, capture_output=True, text=True).stdout
    machine = {"x86_64": "x86-64", "aarch64": "AArch64"}[subprocess.run(
        ["uname", "-m"], check=True, capture_output=True, text=True).stdout.strip()]
    found: dict[str, pathlib.Path] = {}
    for line in text.splitlines():
        match = re.match(r"\s*(\S+) \((.*)\) => (\S+)", line)
        if match and machine in match[2]:
            found.setdefault(match[1], pathlib.Path(match[3]))
    return found
