#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Holds the include lines against the plan of the house (docs/architecture.md).

usage: check_includes.py ROOT     prints every line that breaks a rule; exit status 1 when there is one
       check_includes.py --self-test     shows that every rule can fail
"""

import pathlib
import re
import sys
import tempfile
import typing

# What a room of the engine may include, besides itself, the standard library and the public headers (parley/).
ROOMS = {
    "runtime": {"accelerator", "model", "codec", "sampling", "script", "audio", "backend", "checkpoint", "kernels", "files"},
    "cuda": {"accelerator", "sampling", "kernels", "backend"},
    "accelerator": {"model", "codec", "sampling", "backend", "checkpoint", "files"},
    "model": {"kernels", "backend", "checkpoint", "files"},
    "codec": {"kernels", "backend", "checkpoint", "files"},
    "backend": {"kernels", "checkpoint", "files"},
    "audio": {"files"},
    "checkpoint": {"files"},
    "script": set(),
    "sampling": set(),
    "kernels": set(),
    "files": set(),
    "version": set(),
}
# What a room of the window may include of the window, besides itself. A part of the window knows no other part: the
# program in app/gui connects them.
SHARED_UI = {"store", "bridge", "widgets", "catalogue"}
UI_ROOMS = {
    "catalogue": set(),
    "downloads": {"catalogue"},
    "store": {"bridge"},
    "bridge": set(),
    "widgets": {"store", "bridge"},
    "editor": SHARED_UI,
    "voices": SHARED_UI,
    "takes": SHARED_UI,
    "player": SHARED_UI,
    "jobs": SHARED_UI,
    "preferences": SHARED_UI,
    "models": SHARED_UI | {"downloads"},
}
# What the command line may use of ui/: rooms without a GUI.
CLI_UI_ROOMS = {"catalogue", "downloads"}
TORCH_ROOMS = {"backend", "model", "codec", "accelerator", "cuda", "runtime"}
TREES = ("engine", "ui", "app", "tests", "benchmarks")
SUFFIXES = {".h", ".hpp", ".cpp", ".inc", ".cu", ".cuh", ".mm"}
# Where the targets' include paths point to, beside the folder of the including file.
SEARCHED = ("engine/include", "engine", "ui", "app", "tests", ".")

INCLUDE = re.compile(r'^\s*#\s*(?:include|import)\s*[<"]([^>"]+)[>"]')
TORCH = re.compile(r"(torch|ATen|c10|caffe2)/")
QT = re.compile(r"Q[A-Z]\w*$|Qt\w*/|q[a-z0-9_]+\.h$")
STANDARD = re.compile(r"[a-z0-9_]+$")


class Include(typing.NamedTuple):
    """One include line: where it stands, and what it names, as a path below the root when it is a file of ours."""

    source: pathlib.PurePosixPath
    line: int
    text: str
    target: typing.Optional[pathlib.PurePosixPath]

    def is_torch(self) -> bool:
        return self.target is None and TORCH.match(self.text) is not None

    def is_qt(self) -> bool:
        return self.target is None and QT.match(self.text) is not None


def resolve(root: pathlib.Path, source: pathlib.Path, text: str) -> typing.Optional[pathlib.PurePosixPath]:
    for folder in (source.parent, *(root / name for name in SEARCHED)):
        candidate = (folder / text).resolve()
        if candidate.is_file() and candidate.is_relative_to(root):
            return pathlib.PurePosixPath(candidate.relative_to(root).as_posix())
    # A header that is generated, or not there yet, still belongs to the room that its path names.
    for tree, rooms in (("engine", ROOMS), ("ui", UI_ROOMS)):
        if text.split("/")[0] in rooms and "/" in text:
            return pathlib.PurePosixPath(tree, text)
    return pathlib.PurePosixPath("engine/include", text) if text.startswith("parley/") else None


def includes_of(root: pathlib.Path, source: pathlib.Path) -> list[Include]:
    name = pathlib.PurePosixPath(source.relative_to(root).as_posix())
    lines = source.read_text(encoding="utf-8", errors="replace").splitlines()
    matches = ((number, INCLUDE.match(line)) for number, line in enumerate(lines, 1))
    return [Include(name, number, match[1], resolve(root, source, match[1])) for number, match in matches if match]


def engine_fault(include: Include) -> typing.Optional[str]:
    """Rules for a file below engine/."""
    room = include.source.parts[1]
    target = include.target.parts if include.target else ()
    if include.is_qt():
        return "the engine knows no Qt"
    if target and target[0] != "engine":
        return f"the engine includes nothing from {target[0]}/"
    if room == "include":
        ours = target[:3] == ("engine", "include", "parley") or STANDARD.match(include.text)
        return None if ours else "a public header includes only parley/ and the standard library"
    if room not in ROOMS:
        return f"engine/{room} is no room that tests/structure/check_includes.py knows"
    if include.is_torch() and room not in TORCH_ROOMS:
        return f"torch is for {', '.join(sorted(TORCH_ROOMS))}"
    if target and target[1] not in {"include", room} | ROOMS[room]:
        return f"{room} may include {', '.join(sorted(ROOMS[room])) or 'no other room'}"
    return None


def face_fault(include: Include) -> typing.Optional[str]:
    """Rules for a file below ui/ or app/."""
    target = include.target.parts if include.target else ()
    if include.is_torch():
        return "only the engine knows torch"
    if target[:1] == ("engine",) and target[:3] != ("engine", "include", "parley"):
        return "only the engine's public headers (parley/) are for ui/ and app/"
    if include.source.parts[:2] == ("app", "cli"):
        return command_line_fault(target)
    if include.source.parts[:2] == ("app", "serve"):
        return server_fault(target)
    return window_fault(include, target) if include.source.parts[0] == "ui" else None


def command_line_fault(target: tuple[str, ...]) -> typing.Optional[str]:
    """Rules for a file below app/cli, which has to run where there is no GUI library."""
    foreign = target[:1] == ("ui",) and target[1] not in CLI_UI_ROOMS
    return f"the command line may include {', '.join(sorted(CLI_UI_ROOMS))} of ui/" if foreign else None


def server_fault(target: tuple[str, ...]) -> typing.Optional[str]:
    """Rules for a file below app/serve, which a program of any kind could use."""
    foreign = target[:1] == ("ui",) or (target[:1] == ("app",) and target[:2] != ("app", "serve"))
    return "the server includes neither ui/ nor a program" if foreign else None


def window_fault(include: Include, target: tuple[str, ...]) -> typing.Optional[str]:
    """Rules for a file below ui/ and what it includes of ours."""
    room = include.source.parts[1]
    if target[:1] == ("app",):
        return "ui/ includes nothing from app/"
    if room not in UI_ROOMS:
        return f"ui/{room} is no room that tests/structure/check_includes.py knows"
    if target[:1] == ("ui",) and target[1] not in {room} | UI_ROOMS[room]:
        return f"ui/{room} may include {', '.join(sorted(UI_ROOMS[room])) or 'no other room'}"
    return None


def faults(root: pathlib.Path) -> tuple[int, list[str]]:
    """How many files there are, and every offence as "file:line: include: rule"."""
    root = root.resolve()
    sources = [path for tree in TREES for path in sorted((root / tree).rglob("*")) if path.suffix in SUFFIXES]
    found = []
    for source in sources:
        includes = includes_of(root, source)
        tree = source.relative_to(root).parts[0]
        rule = {"engine": engine_fault, "ui": face_fault, "app": face_fault}.get(tree, lambda _: None)
        broken = [(include, rule(include)) for include in includes]
        if any(include.is_qt() for include in includes):
            broken += [(include, "torch and Qt never meet in one file") for include in includes if include.is_torch()]
        found += [f"{i.source}:{i.line}: {i.text}: {why}" for i, why in broken if why]
    return len(sources), found


def self_test() -> int:
    """A small tree: each file with its include line, and a piece of the message that it must cause (None: no fault)."""
    cases = [
        ("engine/audio/a.cpp", "<QString>", "knows no Qt"),
        ("engine/audio/b.cpp", "<QtCore/qglobal.h>", "knows no Qt"),
        ("engine/audio/c.cpp", '"bridge/engine_bridge.h"', "nothing from ui/"),
        ("engine/audio/d.cpp", '"../../app/cli/options.h"', "nothing from app/"),
        ("engine/include/parley/a.h", "<nlohmann/json.hpp>", "only parley/ and the standard"),
        ("engine/include/parley/b.h", "<ATen/ATen.h>", "only parley/ and the standard"),
        ("engine/attic/a.cpp", "<vector>", "no room"),
        ("engine/sampling/a.cpp", "<torch/torch.h>", "torch is for"),
        ("engine/model/a.cpp", '"codec/dac.h"', "model may include"),
        ("engine/model/b.cpp", '"../codec/dac.h"', "model may include"),
        ("engine/script/a.cpp", '"files/atomic_file.h"', "no other room"),
        ("engine/checkpoint/a.cpp", '"backend/device.h"', "checkpoint may include"),
        ("ui/bridge/engine_bridge.h", "<ATen/ATen.h>", "only the engine knows torch"),
        ("app/cli/main.cpp", '"model/dia_model.h"', "public headers"),
        ("ui/bridge/a.cpp", '"cli/options.h"', "nothing from app/"),
        ("ui/attic/a.cpp", "<vector>", "no room"),
        ("ui/takes/a.cpp", '"voices/voice_panel.h"', "ui/takes may include"),
        ("ui/store/a.cpp", '"widgets/icons.h"', "ui/store may include"),
        ("ui/bridge/b.cpp", '"store/take.h"', "no other room"),
        ("ui/takes/c.cpp", '"downloads/downloads.h"', "ui/takes may include"),
        ("ui/downloads/a.cpp", '"store/take.h"', "ui/downloads may include"),
        ("app/cli/a.cpp", '"store/take.h"', "the command line may include"),
        ("app/cli/b.cpp", '"downloads/downloads.h"', None),
        ("app/serve/a.cpp", '"catalogue/model_finder.h"', "the server includes neither"),
        ("app/serve/b.cpp", '"cli/options.h"', "the server includes neither"),
        ("app/serve/c.cpp", '"parley/script.h"', None),
        ("app/cli/c.cpp", '"serve/a.cpp"', None),
        ("ui/takes/b.cpp", '"widgets/icons.h"', None),
        ("app/gui/main.cpp", '"takes/takes_panel.h"', None),
        ("tests/engine/both.cpp", "<QTest>\n#include <c10/core/Device.h>", "never meet"),
        ("app/cli/options.h", '"parley/script.h"', None),
        ("engine/codec/dac.h", '"backend/device.h"', None),
        ("engine/codec/quantizer.h", "<ATen/ATen.h>", None),
        ("engine/codec/dac.cpp", '"codec/quantizer.h"', None),
        ("engine/runtime/generator.cpp", '"model/dia_model.h"', None),
        ("engine/include/parley/script.h", '"parley/error.h"', None),
        ("tests/engine/quantizer.cpp", '<QTest>\n#include "codec/quantizer.h"', None),
    ]
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, text, _ in cases:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(f"#pragma once\n#include {text}\n")
        _, found = faults(root)
    wrong = 0
    for name, _, expected in cases:
        mine = [line for line in found if line.startswith(f"{name}:")]
        if len(mine) != (expected is not None) or any(expected not in line for line in mine):
            print(f"self-test: {name}: expected {expected!r}, got {mine}")
            wrong += 1
    return 1 if wrong else 0


def main() -> int:
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    count, found = faults(pathlib.Path(sys.argv[1]))
    if count == 0:
        print(f"{sys.argv[1]}: there are no sources below this folder")
        return 1
    print("\n".join(found) if found else f"{count} files, every include line fits")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
