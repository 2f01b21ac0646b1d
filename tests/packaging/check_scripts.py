#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Holds every shell script to what the next reader and the oldest bash (macOS has 3.2) need.

usage: check_scripts.py ROOT     prints every fault; exit status 1 when there is one
       check_scripts.py --self-test     shows that every rule can fail
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

FOLDERS = ("scripts", ".ci", "packaging")
NEWER_BASH = re.compile(r"\b(mapfile|readarray|coproc|declare -A|local -A|declare -n|local -n)\b|\$\{\w+(,,|\^\^)|&>>")
# Where macOS's bash never runs: what is for Debian alone.
DEBIAN_ONLY = ("packaging/linux/", "packaging/docker/", "scripts/test-arm.sh", ".ci/")


def scripts_of(root: pathlib.Path) -> list[pathlib.Path]:
    files = [each for folder in FOLDERS for each in sorted((root / folder).rglob("*")) if each.is_file()]
    return [each for each in files if each.suffix == ".sh" or re.match(rb"#!.*\b(bash|sh)\n", each.read_bytes()[:80])]


def faults_of(root: pathlib.Path, script: pathlib.Path) -> list[str]:
    text = script.read_text(encoding="utf-8")
    is_program = text.startswith("#!")
    faults = []
    parsed = subprocess.run(["bash", "-n", script], capture_output=True, text=True, check=False)
    if parsed.returncode != 0:
        faults.append(f"bash can't read it: {parsed.stderr.strip()}")
    if is_program != os.access(script, os.X_OK):
        faults.append("is a program that can't be started" if is_program else "can be started, but says not by what")
    if is_program and "bash" in text.splitlines()[0] and "\nset -euo pipefail\n" not in text:
        faults.append("goes on after a failure: it has no set -euo pipefail")
    if not script.relative_to(root).as_posix().startswith(DEBIAN_ONLY) and (newer := NEWER_BASH.search(text)):
        faults.append(f"needs a newer bash than macOS has: {newer.group()}")
    if shutil.which("shellcheck"):
        checked = subprocess.run(["shellcheck", "--external-sources", "--format=gcc", script], cwd=root, text=True,
                                 capture_output=True, check=False)
        faults += checked.stdout.splitlines()
    return [f"{script.relative_to(root)}: {fault}" for fault in faults]


def self_test() -> int:
    start = "#!/usr/bin/env bash\nset -euo pipefail\n"
    cases = {"good": (start + 'echo "$HOME"\n', 0o755, False), "open": (start + "if true; then\n", 0o755, True),
             "locked": (start, 0o644, True), "nameless": ("true\n", 0o755, True),
             "careless": ("#!/usr/bin/env bash\ntrue\n", 0o755, True), "young": (start + "mapfile -t x\n", 0o755, True)}
    if shutil.which("shellcheck"):
        cases["unquoted"] = (start + "rm $1\n", 0o755, True)
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        (root / "scripts").mkdir()
        for case, (text, mode, _) in cases.items():
            (root / f"scripts/{case}.sh").write_text(text)
            (root / f"scripts/{case}.sh").chmod(mode)
        wrong = [case for case, (_, _, faulty) in cases.items()
                 if bool(faults_of(root, root / f"scripts/{case}.sh")) != faulty]
    for case in wrong:
        print(f"the case {case} was judged wrongly")
    return 1 if wrong else 0


def main() -> int:
    if sys.argv[1] == "--self-test":
        return self_test()
    root = pathlib.Path(sys.argv[1]).resolve()
    scripts = scripts_of(root)
    faults = [fault for script in scripts for fault in faults_of(root, script)]
    if len(scripts) < 10:
        faults.append(f"only {len(scripts)} scripts were found")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
