# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""A measurement in a process of its own: its figures, its time and its memory."""

import json
import os
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

Figures = dict[str, float | int | str]


class Failed(Exception):
    """A contender that could not be measured, with the last it said."""


def _last_object(text: str) -> Figures:
    for line in reversed(text.splitlines()):
        if line.startswith("{"):
            return json.loads(line)
    raise Failed("it printed no figures")


def measure(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> Figures:
    """Runs it and returns the JSON object of its last line, with wall_s and peak_gb as seen from outside.

    The peak is the kernel's for the process and, where that is more, for one that it waited for. Raises Failed.
    """
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as errors:
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command], stdout=out, stderr=errors, env=dict(os.environ, **(environment or {}))
        )
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:  # interrupted: nothing goes on measuring for nobody
            process.kill()
            raise
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        errors.seek(0)
        if process.returncode != 0:
            tail = " | ".join(errors.read().strip().splitlines()[-3:])
            raise Failed(f"exit status {process.returncode}: {tail}")
        figures = _last_object(out.read())
    return figures | {"wall_s": wall, "peak_gb": usage.ru_maxrss * 1024 / 1e9}
