#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Packs square PNG pictures into an icon file of macOS, as iconutil would, on any system.

usage: make_icns.py OUT.icns PICTURE.png…     pixels: 16, 32, 64, 128, 256, 512, 1024
"""

import pathlib
import struct
import sys

# The types of a size: the icon's own, and the one of the icon of half the size on a screen of double density.
TYPES = {16: (b"icp4",), 32: (b"icp5", b"ic11"), 64: (b"ic12",), 128: (b"ic07",), 256: (b"ic08", b"ic13"),
         512: (b"ic09", b"ic14"), 1024: (b"ic10",)}
PNG_START = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


def pixels_of(png: bytes) -> int:
    if not png.startswith(PNG_START):
        raise ValueError("is no PNG picture")
    width, height = struct.unpack(">II", png[16:24])
    if width != height or width not in TYPES:
        raise ValueError(f"has {width} × {height} pixels; an icon has one of {', '.join(map(str, TYPES))}, squared")
    return width


def icns(pictures: list[bytes]) -> bytes:
    parts = b"".join(kind + struct.pack(">I", len(picture) + 8) + picture
                     for picture in pictures for kind in TYPES[pixels_of(picture)])
    return b"icns" + struct.pack(">I", len(parts) + 8) + parts


def main() -> int:
    if len(sys.argv) < 3:
        print(__doc__, file=sys.stderr)
        return 2
    pictures = []
    for name in sys.argv[2:]:
        try:
            pictures.append(pathlib.Path(name).read_bytes())
            pixels_of(pictures[-1])
        except (OSError, ValueError) as error:
            print(f"make_icns: {name}: {error}", file=sys.stderr)
            return 1
    pathlib.Path(sys.argv[1]).write_bytes(icns(pictures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
