#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Runs Parley and other implementations of Dia on the same sizes, in turns, and prints what they are to each other.

  python3 -m venv /tmp/peers
  /tmp/peers/bin/pip install --extra-index-url https://download.pytorch.org/whl/cpu \\
      torch==2.13.0+cpu transformers==5.24.0 pydantic gguf
  build/release/benchmarks/make-random-model /tmp/full
  benchmarks/compare.py --python /tmp/peers/bin/python [--parts decode,codec,end-to-end,steps] [--rounds 3]
      [--dia FOLDER] [--ttscpp FOLDER] > table.md

Every measurement is a process of its own, so that no two models are in memory at a time. --dia takes a checkout of
nari-labs/dia, --ttscpp one of TTS.cpp that was built (see peers/ttscpp.py). Nothing is downloaded.
"""

import argparse
import json
import sys
from pathlib import Path

from peers import machine
from peers.contenders import NariDia, Parley, Transformers
from peers.job import MAX_DELAY, Sizes
from peers.parts import PARTS, Match
from peers.rounds import TABLE_HEAD, Results, run_in_turns, table_line
from peers.ttscpp import TtsCpp

ROOT = Path(__file__).resolve().parent.parent


def match_of(arguments: argparse.Namespace) -> Match:
    sizes = Sizes(arguments.steps, arguments.seconds, arguments.threads)
    files = (arguments.model, arguments.codec)
    python = arguments.python
    return Match(
        Parley(arguments.build, *files, sizes),
        Transformers(python, *files, sizes) if arguments.transformers else None,
        NariDia(python, arguments.dia, sizes) if arguments.dia else None,
        TtsCpp(arguments.ttscpp, arguments.gguf, python, *files, sizes) if arguments.ttscpp else None,
    )


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build/release", help="our build folder")
    parser.add_argument("--model", type=Path, default=Path("/tmp/full/dia"))
    parser.add_argument("--codec", type=Path, default=Path("/tmp/full/dac"))
    parser.add_argument("--python", type=Path, default=Path(sys.executable), help="with torch and transformers")
    parser.add_argument("--transformers", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--dia", type=Path, metavar="FOLDER")
    parser.add_argument("--ttscpp", type=Path, metavar="FOLDER")
    parser.add_argument("--gguf", type=Path, default=Path("/tmp/full/gguf"), help="folder of TTS.cpp's models")
    parser.add_argument("--parts", default=",".join(PARTS), help="comma-separated (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--steps", type=int, default=Sizes.steps, help="whose pace is compared (default: %(default)s)")
    parser.add_argument("--seconds", type=float, default=Sizes.seconds, help="of sound (default: %(default)s)")
    parser.add_argument("--threads", type=int, default=0, help="for all; 0: each one's own choice")
    parser.add_argument("--json", type=Path, help="also write all figures there")
    arguments = parser.parse_args()
    if arguments.rounds < 1 or arguments.steps < MAX_DELAY + 2:
        parser.error(f"at least 1 round and {MAX_DELAY + 2} steps")
    unknown = set(arguments.parts.split(",")) - set(PARTS)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    return arguments


def main() -> int:
    arguments = parse()
    match = match_of(arguments)
    everything: dict[str, Results] = {}
    print(f"{machine.describe()}\n\n{TABLE_HEAD}", flush=True)
    if machine.is_busy():
        print("warning: other work shares the cores; the ratios will flatter us", file=sys.stderr)
    for name in arguments.parts.split(","):
        part = PARTS[name](match)
        if not part.comparisons:
            print(f"{name}: nobody to compare with", file=sys.stderr)
            continue
        everything[name] = run_in_turns(part.contenders, arguments.rounds)
        for comparison in part.comparisons:
            print(table_line(comparison, everything[name]), flush=True)
        if arguments.json:
            arguments.json.write_text(json.dumps({part: vars(found) for part, found in everything.items()}, indent=1))
    print("\n" + "\n".join(sorted({line for results in everything.values() for line in results.versions()})))
    return 1 if any(results.failures for results in everything.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
