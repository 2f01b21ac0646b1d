# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""What the figures were measured on, and whether it was quiet."""

import datetime
import os
import platform
from pathlib import Path


def _field(path: str, name: str) -> str:
    try:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            key, _, value = line.partition(":")
            if key.strip() == name:
                return value.strip()
    except OSError:
        pass
    return "unknown"


def describe() -> str:
    """One line for a report."""
    processor = _field("/proc/cpuinfo", "model name")
    memory = _field("/proc/meminfo", "MemTotal")
    return (
        f"{datetime.date.today()}; {os.cpu_count()} cores of {processor}; {memory}; {platform.platform()}; "
        f"load before the first measurement {os.getloadavg()[0]:.1f}"
    )


def is_busy() -> bool:
    """Whether other work shares the cores: then peers whose threads wait by spinning look many times too slow."""
    return os.getloadavg()[0] > 0.5
