#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Writes standard input into a section of an ELF file, in place; what the section has room for beyond it becomes zero.

usage: elf_section.py FILE SECTION <DATA     an AppImage's runtime has .upd_info, .sha256_sig and .sig_key for that
"""

import re
import subprocess
import sys


def find(file: str, section: str) -> tuple[int, int]:
    """Offset and size of a section, in bytes."""
    text = subprocess.run(["readelf", "--wide", "--sections", file], check=True, capture_output=True, text=True).stdout
    match = re.search(rf"\] {re.escape(section)} +\S+ +[0-9a-f]+ ([0-9a-f]+) ([0-9a-f]+) ", text)
    if not match:
        raise SystemExit(f"elf_section: {file} has no section {section}")
    return int(match[1], 16), int(match[2], 16)


def main() -> int:
    if len(sys.argv) != 3:
        print(__doc__)
        return 2
    file, section = sys.argv[1:]
    offset, size = find(file, section)
    data = sys.stdin.buffer.read()
    if len(data) > size:
        raise SystemExit(f"elf_section: {len(data)} bytes are more than the {size} that {section} has room for")
    with open(file, "r+b") as target:
        target.seek(offset)
        target.write(data.ljust(size, b"\0"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
