# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""How each contender is started for each part. None imports what it measures: all run in processes of their own."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .job import MAX_DELAY, SCRIPT, Sizes
from .process import Failed, Figures, measure

HERE = Path(__file__).parent
SEED = 7


@dataclass(frozen=True)
class Contender:
    """Somebody who does one part of the job in one dtype."""

    name: str
    run: Callable[[], Figures]  #: measures once; raises Failed


class EndedEarly(Failed):
    """Random weights may draw the end of speech early; another seed won't."""


def whole(figures: Figures, sizes: Sizes) -> Figures:
    """The same, if it made all of the sound."""
    if float(figures["sound_s"]) < 0.97 * sizes.seconds:
        raise EndedEarly(f"it ended after {figures['sound_s']} s of sound")
    return figures


@dataclass(frozen=True)
class Parley:
    """Our own side, through the command line and the benchmark program."""

    build: Path  #: a build folder, with app/cli/parley-cli and benchmarks/engine-speed
    model: Path
    codec: Path
    sizes: Sizes

    def decode(self, dtype: str) -> Contender:
        # Rows, of which the first is there before any step; a row of sound is heard once all its delays are over.
        return Contender(f"Parley {dtype}", lambda: self._say(dtype, self.sizes.steps + 1))

    def end_to_end(self, dtype: str) -> Contender:
        return Contender(f"Parley {dtype}", lambda: self._say_whole(dtype))

    def codec_alone(self, dtype: str) -> Contender:
        return Contender(f"Parley {dtype}", lambda: self._engine(dtype, "codec", ["--rounds", "1"]))

    def step(self, dtype: str, position: int) -> Contender:
        def run() -> Figures:
            figures = self._engine(dtype, "decode", ["--batches", "1", "--positions", str(position)])
            return figures | {f"step_{position}_s": figures["step_s"]}

        return Contender(f"Parley {dtype}, step {position}", run)

    def _common(self) -> list[str | Path]:
        return ["--model", self.model, "--codec", self.codec, "--threads", str(self.sizes.threads), "--json"]

    def _say_whole(self, dtype: str) -> Figures:
        for seed in range(SEED, SEED + 5):
            try:
                return whole(self._say(dtype, self.sizes.frames + MAX_DELAY + 1, seed), self.sizes)
            except EndedEarly:
                continue
        raise Failed("it ended early with every seed")

    def _say(self, dtype: str, rows: int, seed: int = SEED) -> Figures:
        with tempfile.TemporaryDirectory() as folder:
            figures = measure(
                [
                    self.build / "app/cli/parley-cli",
                    "say",
                    SCRIPT,
                    "--max-tokens",
                    str(rows),
                    "--seed",
                    str(seed),
                    "--quiet",
                    "--out",
                    Path(folder) / "out.wav",
                    "--dtype",
                    dtype,
                    *self._common(),
                ]
            )
        seconds = {key: float(figures[f"{key}_s"]) for key in ("prefill", "decode", "codec")}
        return figures | {
            "step_s": seconds["decode"] / float(figures["steps"]),
            "sound_s": figures["seconds"],
            "all_but_load_s": sum(seconds.values()),
        }

    def _engine(self, dtype: str, part: str, options: list[str]) -> Figures:
        return measure(
            [
                self.build / "benchmarks/engine-speed",
                "--parts",
                part,
                "--dtypes",
                dtype,
                "--seconds",
                str(self.sizes.seconds),
                *options,
                *self._common(),
            ]
        )


@dataclass(frozen=True)
class Transformers:
    python: Path  #: of an environment with torch and transformers
    model: Path
    codec: Path
    sizes: Sizes

    def run(self, part: str, dtype: str) -> Contender:
        command = [
            self.python,
            HERE / "transformers_dia.py",
            part,
            "--dtype",
            dtype,
            "--model",
            self.model,
            "--codec",
            self.codec,
            "--steps",
            str(self.sizes.steps),
            "--seconds",
            str(self.sizes.seconds),
            "--threads",
            str(self.sizes.threads),
        ]
        offline = {"HF_HUB_OFFLINE": "1", "HF_HUB_DISABLE_PROGRESS_BARS": "1"}

        def once() -> Figures:
            figures = measure(command, offline)
            return whole(figures, self.sizes) if part == "end-to-end" else figures

        return Contender(f"transformers {dtype}", once)


@dataclass(frozen=True)
class NariDia:
    python: Path  #: of an environment with torch and pydantic
    folder: Path  #: a checkout of nari-labs/dia
    sizes: Sizes

    def decode(self, dtype: str) -> Contender:
        command = [
            self.python,
            HERE / "nari_dia.py",
            "decode",
            "--dtype",
            dtype,
            "--steps",
            str(self.sizes.steps),
            "--threads",
            str(self.sizes.threads),
        ]
        return Contender(f"nari-labs/dia {dtype}", lambda: measure(command, {"PYTHONPATH": str(self.folder)}))
