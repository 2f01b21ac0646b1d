#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Prints clang-tidy's --line-filter for what changed: the lines of .cpp and .h files that differ from a commit.

usage: tidy_lines.py BASE
Ranges that lie close together are joined, since the filter has to fit into one argument.
"""

import json
import re
import subprocess
import sys

HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@")
CLOSE = 10


def main() -> None:
    command = ["git", "diff", "-U0", "--no-color", "--diff-filter=d", sys.argv[1], "--", "*.cpp", "*.h"]
    files: dict[str, list[list[int]]] = {}
    name = ""
    for line in subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines():
        if line.startswith("+++ b/"):
            name = line[len("+++ b/") :]
        elif hunk := HUNK.match(line):
            first, count = int(hunk[1]), int(hunk[2] or 1)
            ranges = files.setdefault(name, [])
            if ranges and first - ranges[-1][1] <= CLOSE:
                ranges[-1][1] = max(ranges[-1][1], first + count)
            elif count > 0:
                ranges.append([first, first + count])
    print(json.dumps([{"name": file, "lines": ranges} for file, ranges in files.items() if ranges], separators=(",", ":")))


if __name__ == "__main__":
    main()
