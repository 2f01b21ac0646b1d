# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Contenders in turns, and what their figures are to each other."""

import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

from .contenders import Contender
from .process import Failed, Figures


@dataclass(frozen=True)
class Comparison:
    """One line of the table: how many times as long theirs takes as ours does."""

    what: str
    ours: str  #: contenders' names
    theirs: str
    figure: str  #: of both, in seconds
    goal: float | None = None


@dataclass
class Part:
    """Contenders who take turns, and what is to be compared."""

    name: str
    contenders: list[Contender] = field(default_factory=list)
    comparisons: list[Comparison] = field(default_factory=list)


@dataclass
class Results:
    """What each contender showed, a round an entry; None where it failed."""

    figures: dict[str, list[Figures | None]] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)

    def values(self, contender: str, figure: str) -> list[float | None]:
        rounds = self.figures.get(contender, [])
        return [None if one is None or figure not in one else float(one[figure]) for one in rounds]

    def versions(self) -> list[str]:
        """What each peer says that it is."""
        told = {
            name: one["version"] for name, rounds in self.figures.items() for one in rounds if one and "version" in one
        }
        return [f"{name}: {version}" for name, version in told.items()]


def run_in_turns(contenders: Sequence[Contender], rounds: int) -> Results:
    """A B C, A B C, …: whatever the machine does meanwhile happens to all of them."""
    results = Results()
    for number in range(1, rounds + 1):
        for contender in contenders:
            print(f"round {number} of {rounds}: {contender.name}", file=sys.stderr, flush=True)
            figures: Figures | None = None
            try:
                figures = contender.run()
            except (Failed, OSError) as failure:
                results.failures[contender.name] = str(failure)
                print(f"  failed: {failure}", file=sys.stderr, flush=True)
            results.figures.setdefault(contender.name, []).append(figures)
    return results


def _cell(values: Sequence[float]) -> str:
    middle = statistics.median(values)
    if len(values) == 1:
        return f"{middle:.3g}"
    return f"{middle:.3g} ({min(values):.3g} to {max(values):.3g})"


def table_line(comparison: Comparison, results: Results) -> str:
    """A Markdown line. The ratio is the median over the rounds of those of each round."""
    ours = results.values(comparison.ours, comparison.figure)
    theirs = results.values(comparison.theirs, comparison.figure)
    pairs = [(a, b) for a, b in zip(ours, theirs, strict=True) if a is not None and b is not None]
    goal = "" if comparison.goal is None else f"{comparison.goal:g}"
    if not pairs:
        return f"| {comparison.what} | {comparison.ours} | {comparison.theirs} | – | – | not measured | {goal} |"
    cells = [_cell([a for a, _ in pairs]), _cell([b for _, b in pairs]), _cell([b / a for a, b in pairs])]
    return f"| {comparison.what} | {comparison.ours} | {comparison.theirs} | {' | '.join(cells)} | {goal} |"


TABLE_HEAD = "| what | ours | theirs | ours, s | theirs, s | theirs ÷ ours | at least |\n|---|---|---|---|---|---|---|"
