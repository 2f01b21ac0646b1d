#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Brings CUDA's libraries into APPDIR/usr/lib/parley, and their licences: what resources/gpu_pack.json lists.

usage: gpu_libraries.py APPDIR

The wheels that they are in are fetched into the user's cache, once (1.4 GB). Every wheel and every file is held against
its size and hash in that list. Where the list leaves a library out, an empty one takes its name.
"""

import hashlib
import os
import pathlib
import subprocess
import sys
import typing
import urllib.parse
import urllib.request
import zipfile

import gpu_pack

CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "parley/gpu-pack-wheels"
EMPTY = "libparley_absent.so"
PIECE = 1 << 20


def copy(source: typing.BinaryIO, target: pathlib.Path, known: dict) -> None:
    """Copies what has that size and hash; of anything else nothing is left."""
    part = target.with_name(target.name + ".part")
    digest, size = hashlib.sha256(), 0
    with part.open("wb") as file:
        while piece := source.read(PIECE):
            file.write(piece)
            digest.update(piece)
            size += len(piece)
    if (size, digest.hexdigest()) != (known["bytes"], known["sha256"]):
        part.unlink()
        raise SystemExit(f"gpu_libraries: {target.name} has {size} bytes and the SHA-256 {digest.hexdigest()}; "
                         f"{gpu_pack.LIST} says {known['bytes']} and {known['sha256']}")
    part.rename(target)


def fetched(wheel: dict) -> pathlib.Path:
    """The wheel in the cache. That it is the right one is seen by what is taken out of it."""
    path = CACHE / urllib.parse.unquote(wheel["url"].rsplit("/", 1)[1])
    if not path.exists() or path.stat().st_size != wheel["bytes"]:
        print(f"gpu_libraries: fetching {path.name} ({wheel['bytes'] / 1e6:.0f} MB)", file=sys.stderr)
        CACHE.mkdir(parents=True, exist_ok=True)
        try:
            with urllib.request.urlopen(wheel["url"]) as answer:
                copy(answer, path, wheel)
        except OSError as error:
            raise SystemExit(f"gpu_libraries: {wheel['url']}: {error}") from None
    return path


def unpack(wheel: dict, libraries: pathlib.Path, documents: pathlib.Path) -> None:
    with zipfile.ZipFile(fetched(wheel)) as archive:
        for member in wheel["members"]:
            folder = libraries if gpu_pack.is_library(member) else documents
            with archive.open(member["path"]) as source:
                copy(source, folder / member["name"], member)


def put_empty_ones(libraries: pathlib.Path) -> None:
    subprocess.run([os.environ.get("CXX", "c++"), "-shared", "-nostdlib", f"-Wl,-soname,{EMPTY}", "-o", libraries / EMPTY,
                    "-x", "c++", os.devnull], check=True)
    for name in gpu_pack.absent():
        (libraries / name).symlink_to(EMPTY)


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    libraries = pathlib.Path(sys.argv[1]) / "usr/lib/parley"
    documents = pathlib.Path(sys.argv[1]) / "usr/share/doc/parley"
    for folder in (libraries, documents):
        folder.mkdir(parents=True, exist_ok=True)
    for wheel in gpu_pack.wheels():
        unpack(wheel, libraries, documents)
    put_empty_ones(libraries)
    return 0


if __name__ == "__main__":
    sys.exit(main())
