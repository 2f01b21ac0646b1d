#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Prepares clang-tidy's work: a compile database that clang can read, and the list of files to look at.

usage: tidy_database.py BUILD_FOLDER TIDY_FOLDER < changed paths, one a line
Copies BUILD_FOLDER/compile_commands.json into TIDY_FOLDER without g++'s precompiled headers, which clang refuses, and
prints, of the .cpp files that the build compiles, those that changed and those named like a header that changed.
"""

import json
import pathlib
import re
import sys

PRECOMPILED = re.compile(r"-Wno-(?:restrict|maybe-uninitialized)|-Winvalid-pch|-include \S*cmake_pch\.hxx|-Werror(?=\s)")


def main() -> None:
    build, target = (pathlib.Path(argument) for argument in sys.argv[1:3])
    commands = json.loads((build / "compile_commands.json").read_text())
    for command in commands:
        command["command"] = PRECOMPILED.sub("", command["command"])
    target.mkdir(parents=True, exist_ok=True)
    (target / "compile_commands.json").write_text(json.dumps(commands, indent=1))

    changed = [pathlib.Path(line.strip()).resolve() for line in sys.stdin if line.strip()]
    headers = {path.stem for path in changed if path.suffix == ".h"}
    compiled = {pathlib.Path(command["file"]).resolve() for command in commands}
    for path in sorted(compiled):
        if path in changed or path.stem in headers:
            print(path)


if __name__ == "__main__":
    main()
