#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Measures how long the window's program takes from its start until the window is on the screen.

usage: xvfb-run -a benchmarks/window_start.py [--rounds 7] PROGRAM     an AppImage, an AppDir's AppRun, or parley itself

Each start is a new process with an empty data folder. Needs xdotool and an X screen without other windows.
"""

import argparse
import statistics
import subprocess
import tempfile
import time

PATIENCE_S = 60.0


def is_shown() -> bool:
    told = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "Parley"], capture_output=True, check=False)
    return bool(told.stdout.strip())


def measure(program: str) -> float:
    with tempfile.TemporaryDirectory() as data:
        begun = time.monotonic()
        window = subprocess.Popen([program, "--data", data], stderr=subprocess.DEVNULL)
        try:
            while not is_shown():
                if window.poll() is not None or time.monotonic() - begun > PATIENCE_S:
                    raise SystemExit(f"window_start: {program} shows no window")
                time.sleep(0.01)
            return time.monotonic() - begun
        finally:
            window.terminate()
            window.wait()
            while is_shown():
                time.sleep(0.05)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--rounds", type=int, default=7)
    chosen = parser.parse_args()
    times = [measure(chosen.program) for _ in range(chosen.rounds)]
    print("starts in s: " + ", ".join(f"{seconds:.2f}" for seconds in times))
    print(f"median {statistics.median(times):.2f} s, longest {max(times):.2f} s")


if __name__ == "__main__":
    main()
