# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""The one job that every contender does, so that all have the same sizes."""

from dataclasses import dataclass

#: 170 bytes, as long as the scripts that the figures in docs/performance.md are for.
SCRIPT = (
    "[S1] Dia gives a script a voice, and every speaker in it one of their own. "
    "[S2] So this is what two people sound like? (laughs) "
    "[S1] It is, so far as random weights go..."
)
HOP = 512
SAMPLE_RATE = 44100
MAX_DELAY = 15  #: rows behind the last whole frame
CHANNELS = 9


@dataclass(frozen=True)
class Sizes:
    """How much is asked for."""

    steps: int = 60  #: decoder steps whose pace is compared
    seconds: float = 10.0  #: of sound, spoken and coded
    threads: int = 0  #: 0: each contender's own choice

    @property
    def frames(self) -> int:
        return -(-int(self.seconds * SAMPLE_RATE) // HOP)


def mean_step(stamps: list[float]) -> float:
    """Seconds a step from the moments at which steps ended; the first one, with the prefill, is the start."""
    if len(stamps) < 2:
        raise ValueError("fewer than two steps were made")
    return (stamps[-1] - stamps[0]) / (len(stamps) - 1)
