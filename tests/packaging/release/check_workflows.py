#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Holds the workflows against rules that a parser can see; actionlint, where it is on the PATH, is asked, too.

usage: check_workflows.py ROOT     prints every fault; exit status 1 when there is one, 77 where there is no PyYAML
       check_workflows.py --self-test     shows that every rule can fail
"""

import copy
import os
import pathlib
import re
import shutil
import subprocess
import sys
import typing

try:
    import yaml
except ImportError:
    sys.exit(77)

# One script of the repository with its arguments; what it prints may go into the variables of the steps behind it.
ONE_SCRIPT = re.compile(r'((?:scripts|packaging|\.ci)/[\w./-]+)((?: (?:[\w./-]+|"\$[\w$/{}.-]+"|\$\{\{ matrix\.\w+ \}\}))*)'
                        r'(?: >> "\$GITHUB_(?:ENV|OUTPUT)")?\n?')
PINNED = re.compile(r"[\w.-]+/[\w./-]+@v\d+\.\d+\.\d+")
RUNNERS = {"ubuntu-24.04", "ubuntu-24.04-arm", "macos-15"}


def job_faults(job: dict, root: pathlib.Path) -> typing.Iterator[str]:
    matrix = job.get("strategy", {}).get("matrix", {}).get("include", [])
    runners = {each["runner"] for each in matrix} if job.get("runs-on") == "${{ matrix.runner }}" else {job.get("runs-on")}
    if not runners <= RUNNERS:
        yield f"runs on {', '.join(map(str, runners - RUNNERS))}: name a version"
    if "timeout-minutes" not in job:
        yield "has no timeout-minutes"
    if job.get("permissions", {}) in ("write-all", "read-all"):
        yield "takes all permissions"
    for step in job.get("steps", []):
        yield from step_faults(step, root)


def step_faults(step: dict, root: pathlib.Path) -> typing.Iterator[str]:
    if "uses" in step:
        if not PINNED.fullmatch(step["uses"]):
            yield f"{step['uses']} is not pinned to a version"
        if step["uses"].startswith("actions/checkout@") and step.get("with", {}).get("persist-credentials") is not False:
            yield "leaves the token in the checkout: persist-credentials must be false"
    if "run" not in step:
        return
    call = ONE_SCRIPT.fullmatch(step["run"])
    if not call:
        yield f"does more than start one script: {step['run']!r}"
    elif not os.access(root / call[1], os.X_OK):
        yield f"there is no program {call[1]}"
    if "name" not in step:
        yield f"a step without a name: {step['run']!r}"


def faults_of(workflow: dict, root: pathlib.Path) -> list[str]:
    found = []
    if workflow.get("permissions") != {"contents": "read"}:
        found.append("the workflow's own permissions are not just to read the sources")
    jobs = workflow.get("jobs", {})
    for name, job in jobs.items():
        found += [f"{name}: {fault}" for fault in job_faults(job, root)]
        needs = job.get("needs", [])
        found += [f"{name}: needs {need}, which is no job" for need in ([needs] if isinstance(needs, str) else needs)
                  if need not in jobs]
    return found


def read(path: pathlib.Path) -> dict:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def change_step(workflow: dict, key: str, value: object) -> None:
    steps = next(iter(workflow["jobs"].values()))["steps"]
    next(step for step in steps if key in step)[key] = value


def self_test(root: pathlib.Path) -> int:
    good = {"permissions": {"contents": "read"}, "jobs": {"one": {
        "runs-on": "macos-15", "timeout-minutes": 1,
        "steps": [{"uses": "actions/checkout@v1.2.3", "with": {"persist-credentials": False}},
                  {"name": "Test", "run": "scripts/test.sh release"}]}}}
    changes: dict[str, typing.Callable[[dict], object]] = {
        "an action without a version": lambda it: change_step(it, "uses", "actions/cache@main"),
        "an action of a whole generation": lambda it: change_step(it, "uses", "actions/cache@v4"),
        "a token that stays": lambda it: change_step(it, "with", {}),
        "two commands": lambda it: change_step(it, "run", "scripts/test.sh && scripts/run.sh"),
        "no script": lambda it: change_step(it, "run", "apt-get install git"),
        "a script that isn't there": lambda it: change_step(it, "run", "scripts/gone.sh"),
        "an expression of a stranger's": lambda it: change_step(it, "run", "scripts/test.sh ${{ github.head_ref }}"),
        "a name is missing": lambda it: it["jobs"]["one"]["steps"][1].pop("name"),
        "no time limit": lambda it: it["jobs"]["one"].pop("timeout-minutes"),
        "whatever is latest": lambda it: it["jobs"]["one"].update({"runs-on": "ubuntu-latest"}),
        "all permissions": lambda it: it.update(permissions="write-all"),
        "no permissions said": lambda it: it.pop("permissions"),
        "a job's permissions": lambda it: it["jobs"]["one"].update(permissions="write-all"),
        "a need that is no job": lambda it: it["jobs"]["one"].update(needs="two"),
    }
    wrong = ["the good one"] if faults_of(good, root) else []
    for name, change in changes.items():
        case = copy.deepcopy(good)
        change(case)
        if not faults_of(case, root):
            wrong.append(name)
    for name in wrong:
        print(f"judged wrongly: {name}")
    return 1 if wrong else 0


def main() -> int:
    root = pathlib.Path(__file__).resolve().parents[3] if sys.argv[1] == "--self-test" else pathlib.Path(sys.argv[1])
    if sys.argv[1] == "--self-test":
        return self_test(root)
    paths = sorted((root / ".github/workflows").glob("*.yml"))
    faults = [f"{path.name}: {fault}" for path in paths for fault in faults_of(read(path), root)]
    if {path.stem for path in paths} != {"ci", "release"}:
        faults.append("the workflows are not ci.yml and release.yml")
    if shutil.which("actionlint"):
        faults += subprocess.run(["actionlint", "-oneline", *paths], capture_output=True, text=True, cwd=root,
                                 check=False).stdout.splitlines()
    print("\n".join(faults), end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
