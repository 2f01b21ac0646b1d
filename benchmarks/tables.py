#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Makes Markdown tables of engine-speed's JSON lines.

  build/release/benchmarks/engine-speed --model /tmp/full/dia --codec /tmp/full/dac --json > speed.jsonl
  benchmarks/tables.py speed.jsonl

What has a goal is marked: ✓ where it was reached, ✗ where not.
"""

import json
import statistics
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence

Row = dict[str, float | int | str]

OF_BANDWIDTH = {"float32": 0.75, "bfloat16": 0.75, "int8": 0.75, "int4": 0.65}
PEAK_GB = {"float32": 8.0, "bfloat16": 4.2, "int8": 2.7, "int4": 2.3}
LATE_PACE = {"bfloat16": 0.85, "int4": 0.7}  #: of step 2,000 to step 50
BATCH_PACE = {"int8": 2.5}  #: of batch 4 to batch 1


def table(title: str, head: Sequence[str], lines: Iterable[Sequence[str]]) -> None:
    body = [f"| {' | '.join(line)} |" for line in lines]
    if body:
        print("\n".join([f"\n{title}\n", f"| {' | '.join(head)} |", "|" + "---|" * len(head), *body]))


def judged(text: str, reached: bool | None) -> str:
    return text if reached is None else f"{text} {'✓' if reached else '✗'}"


def least(text: str, value: float, goals: dict[str, float], dtype: str) -> str:
    return judged(text, value >= goals[dtype] if dtype in goals else None)


def decode_tables(rows: list[Row]) -> None:
    pace: dict[tuple[str, int, int], float] = {}
    lines = []
    for row in rows:
        dtype, batch, position = str(row["dtype"]), int(row["batch"]), int(row["position"])
        pace[dtype, batch, position] = float(row["tokens_per_s"])
        share = float(row["of_bandwidth"])
        lines.append(
            [
                dtype,
                str(batch),
                str(position),
                f"{1e3 * float(row['step_s']):.1f} ms",
                f"{row['tokens_per_s']:.1f}",
                f"{row['gb_per_s']:.1f}",
                f"{row['plain_gb_per_s']:.1f}",
                least(f"{share:.2f}", share, OF_BANDWIDTH if (batch, position) == (1, 50) else {}, dtype),
            ]
        )
    table(
        "Steps of the decoder",
        ["dtype", "batch", "step", "time", "tokens/s", "GB/s", "plain sum, GB/s", "share"],
        lines,
    )
    ratios = []
    for dtype in dict.fromkeys(key[0] for key in pace):
        late, early = pace.get((dtype, 1, 2000)), pace.get((dtype, 1, 50))
        if late and early:
            ratios.append(
                [dtype, "pace of step 2,000 to step 50", least(f"{late / early:.2f}", late / early, LATE_PACE, dtype)]
            )
        for batch in sorted({key[1] for key in pace} - {1}):
            together = pace.get((dtype, batch, 50))
            if together and early:
                goals = BATCH_PACE if batch == 4 else {}
                ratios.append(
                    [
                        dtype,
                        f"pace of batch {batch} to batch 1, step 50",
                        least(f"{together / early:.2f}", together / early, goals, dtype),
                    ]
                )
    table("What they keep", ["dtype", "what", "ratio"], ratios)


def job_lines(rows: list[Row]) -> Iterable[list[str]]:
    for row in rows:
        dtype, peak = str(row["dtype"]), float(row["peak_gb"])
        yield [
            dtype,
            f"{row['load_s']:.2f} s",
            f"{row['prefill_s']:.2f} s",
            f"{row['decode_s']:.1f} s, {row['steps']} steps",
            f"{row['tokens_per_s']:.1f}",
            f"{row['codec_s']:.1f} s",
            f"{row['sound_s']:.1f} s",
            f"{row['first_audio_s']:.1f} s",
            judged(f"{peak:.2f} GB", peak <= PEAK_GB[dtype] if dtype in PEAK_GB else None),
        ]


def load_lines(rows: list[Row]) -> Iterable[list[str]]:
    for dtype in dict.fromkeys(str(row["dtype"]) for row in rows):
        seconds = [float(row["load_s"]) for row in rows if row["dtype"] == dtype]
        yield [dtype, f"{seconds[0]:.2f} s", f"{statistics.median(seconds[1:]):.2f} s" if seconds[1:] else "–"]


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    parts: dict[str, list[Row]] = defaultdict(list)
    with open(sys.argv[1], encoding="utf-8") as file:
        for row in map(json.loads, file):
            if "error" in row:
                print(f"not measured: {row}")
            else:
                parts[str(row["part"])].append(row)
    table(
        "The plain sum between the parts",
        ["threads", "GB/s"],
        [[str(row["threads"]), f"{row['gb_per_s']:.1f}"] for row in parts["bandwidth"]],
    )
    table("Loading", ["dtype", "the first time", "median of the others"], load_lines(parts["load"]))
    table(
        "A script, without a voice",
        ["dtype", "load", "prefill", "decode", "tokens/s", "codec", "sound", "first sound after", "peak"],
        job_lines(parts["job"]),
    )
    table(
        "Behind a voice of 10 s",
        ["dtype", "prefill", "rows/s", "first sound after", "peak"],
        [
            [
                str(row["dtype"]),
                f"{row['prefill_s']:.1f} s",
                f"{row['prefill_rows_per_s']:.0f}",
                f"{row['first_audio_s']:.1f} s",
                f"{row['peak_gb']:.2f} GB",
            ]
            for row in parts["prefill"]
        ],
    )
    decode_tables(parts["decode"])
    table(
        "The codec, seconds for a second of sound",
        ["dtype", "sound to codes", "codes to sound"],
        [[str(row["dtype"]), f"{row['encode_s_per_s']:.2f}", f"{row['decode_s_per_s']:.2f}"] for row in parts["codec"]],
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
