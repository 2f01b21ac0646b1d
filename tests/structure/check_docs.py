#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Holds the texts for users against the program: links lead somewhere, names in italics are names of the window, and options,
variables and scripts that are named exist.

usage: check_docs.py ROOT     prints every fault; exit status 1 when there is one
       check_docs.py --self-test     shows that every rule can fail
"""

import pathlib
import re
import sys
import tempfile
import xml.etree.ElementTree

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
ITALIC = re.compile(r"(?<![*\w])\*([^*\n]+)\*(?![*\w])")
OPTION = re.compile(r"(?<![\w-])(--[a-z][a-z-]+)")
VARIABLE = re.compile(r"\bPARLEY_[A-Z_]+\b")
SCRIPT = re.compile(r"(?<![\w/.])((?:scripts|packaging)/[\w./-]+)")
CODE = re.compile(r"^```.*?^```$|`[^`\n]+`", re.MULTILINE | re.DOTALL)
# Whose words in italics are names of the window.
USER_TEXTS = ("README.md", "docs/user-guide.md", "docs/troubleshooting.md", "docs/privacy.md", "docs/responsible-use.md")
# In italics without being one: an example of what italics mean, and the name of a workflow.
OTHER_ITALICS = {"like these"}
SOURCES = ("app", "ui", "engine", "scripts", "packaging", "cmake", ".github")
# Options of other programs that the texts name: docker, git, gh.
OTHERS = ("--rm", "--read-only", "--tmpfs", "--user", "--name", "--format", "--platform", "--push", "--append", "--use",
          "--profile", "--build-arg", "--repo")


def anchor(heading: str) -> str:
    """As GitHub makes it of a heading."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def anchors_of(path: pathlib.Path) -> set[str]:
    text = re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    return {anchor(heading) for heading in re.findall(r"^#+ (.*)$", text, re.MULTILINE)}


def link_faults(path: pathlib.Path, text: str) -> list[str]:
    found = []
    for target in LINK.findall(CODE.sub("", text)):
        if re.match(r"https?://", target):
            continue
        name, _, wanted = target.partition("#")
        place = path.parent / name if name else path
        if not place.exists():
            found.append(f"the link to {target} leads nowhere")
        elif wanted and wanted not in anchors_of(place):
            found.append(f"the link to {target}: there is no such heading")
    return found


def plain(text: str) -> str:
    """A text of the window as a person reads it in a sentence."""
    return re.sub(r"&(.)", r"\1", text).strip()


def names_of_window(root: pathlib.Path) -> set[str]:
    tree = xml.etree.ElementTree.parse(root / "resources/translations/parley_de.ts")
    return {plain(source.text or "") for source in tree.iter("source")}


def is_name(words: str, names: set[str]) -> bool:
    """The whole of a text of the window, a sentence of one that has several, or what stands before a value."""
    beginning = words + (" " if words.endswith(".") else ": %")
    return words in names or any(name.startswith(beginning) for name in names)


def name_faults(text: str, names: set[str]) -> list[str]:
    return [f"*{words}*: the window has no “{part}”" for words in ITALIC.findall(CODE.sub("", text))
            for part in words.split(" › ") if part not in OTHER_ITALICS and not is_name(part, names)]


def all_sources(root: pathlib.Path) -> str:
    files = [file for folder in SOURCES for file in (root / folder).rglob("*") if file.is_file()]
    files += [root / "CMakeLists.txt", root / "CMakePresets.json"]
    return "\n".join(file.read_text(encoding="utf-8", errors="ignore") for file in files
                     if file.exists() and file.suffix not in (".png", ".svg"))


def existence_faults(root: pathlib.Path, text: str, sources: str) -> list[str]:
    found = [f"no source knows the option {option}" for option in set(OPTION.findall(text)) - set(OTHERS)
             if option not in sources]
    found += [f"no source knows the variable {name}" for name in set(VARIABLE.findall(text)) if name not in sources]
    found += [f"there is no {name}" for name in set(SCRIPT.findall(text)) if not (root / name.rstrip("/.")).exists()]
    return sorted(found)


def faults_of(root: pathlib.Path) -> list[str]:
    names, sources = names_of_window(root), all_sources(root)
    found = []
    for path in [root / "README.md", *sorted((root / "docs").rglob("*.md"))]:
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(root).as_posix()
        faults = link_faults(path, text)
        if name in USER_TEXTS:
            faults += name_faults(text, names) + existence_faults(root, text, sources)
        elif name in ("docs/containers.md", "docs/releasing.md"):
            faults += existence_faults(root, text, sources)
        found += [f"{name}: {fault}" for fault in faults]
    return found


GOOD = """# One page

## A heading, here

[There](other.md#some-thing), [here](#a-heading-here), *Make* and *File › Models…*, `--seed`, PARLEY_X, `scripts/run.sh`.
"""
CHANGES = {"a link to no file": ("other.md", "gone.md"), "a link to no heading": ("#some-thing", "#no-thing"),
           "a link to no heading of its own": ("#a-heading-here", "#a-heading-there"), "a name of no button": ("*Make*", "*Do*"),
           "a name of no menu": ("Models…*", "Voices…*"), "an option of nobody's": ("--seed", "--salt"),
           "a variable of nobody's": ("PARLEY_X", "PARLEY_Y"), "a script that isn't there": ("run.sh", "walk.sh")}


def self_test() -> int:
    wrong = []
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        files = {"docs/other.md": "# Some thing\n", "docs/user-guide.md": GOOD, "README.md": "# x\n",
                 "scripts/run.sh": "say --seed $PARLEY_X\n",
                 "resources/translations/parley_de.ts": "<TS><source>&amp;File</source><source>Mo&amp;dels…</source>"
                                                        "<source>Make</source></TS>"}
        for file, text in files.items():
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            (root / file).write_text(text, encoding="utf-8")
        wrong += [f"the good one: {fault}" for fault in faults_of(root)]
        for case, (old, new) in CHANGES.items():
            (root / "docs/user-guide.md").write_text(GOOD.replace(old, new), encoding="utf-8")
            if len(faults_of(root)) != 1:
                wrong.append(case)
    for case in wrong:
        print(f"judged wrongly: {case}")
    return 1 if wrong else 0


def main() -> int:
    if sys.argv[1] == "--self-test":
        return self_test()
    faults = faults_of(pathlib.Path(sys.argv[1]).resolve())
    print("\n".join(faults), end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
