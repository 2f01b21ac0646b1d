# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""What the peers' own processes that use torch begin and end with."""

import json
from collections.abc import Mapping

import torch


def start_torch(threads: int) -> None:
    """Threads: 0 leaves torch's own choice. The same random numbers each time."""
    if threads > 0:
        torch.set_num_threads(threads)
    torch.manual_seed(7)


def print_figures(figures: Mapping[str, object], libraries: str = "") -> None:
    """One JSON object, as process.measure() reads it, with what was measured on."""
    version = f"{libraries}torch {torch.__version__}, {torch.get_num_threads()} threads"
    print(json.dumps({**figures, "version": version}))
