# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""What is compared with whom, and how many times as fast it is meant to be."""

from dataclasses import dataclass

from .contenders import NariDia, Parley, Transformers
from .rounds import Comparison, Part
from .ttscpp import TtsCpp


@dataclass(frozen=True)
class Match:
    """Who takes part."""

    parley: Parley
    transformers: Transformers | None
    dia: NariDia | None
    ttscpp: TtsCpp | None

    def decode(self) -> Part:
        """The pace of the first steps."""
        pairs = [
            ("float32", "float32", 3.5),
            ("bfloat16", "bfloat16", 1.7),
            ("int8", "bfloat16", 3.3),
            ("int4", "bfloat16", 4.5),
        ]
        part = Part("decode")
        for peer in ("transformers", "nari-labs/dia"):
            if (self.transformers if peer == "transformers" else self.dia) is None:
                continue
            for ours, theirs, goal in pairs:
                part.comparisons.append(
                    Comparison(
                        "a step",
                        f"Parley {ours}",
                        f"{peer} {theirs}",
                        "step_s",
                        goal if peer == "transformers" else None,
                    )
                )
        for dtype in ("float32", "bfloat16"):
            part.contenders.append(self.parley.decode(dtype))
            if self.transformers:
                part.contenders.append(self.transformers.run("decode", dtype))
            if self.dia:
                part.contenders.append(self.dia.decode(dtype))
        part.contenders += [self.parley.decode("int8"), self.parley.decode("int4")]
        return part

    def codec(self) -> Part:
        part = Part("codec")
        for dtype, goal in (("float32", 1.2), ("bfloat16", 1.5)):
            part.contenders.append(self.parley.codec_alone(dtype))
            if self.transformers:
                part.contenders.append(self.transformers.run("codec", dtype))
                part.comparisons += [
                    Comparison(what, f"Parley {dtype}", f"transformers {dtype}", figure, goal)
                    for what, figure in (("codes to sound", "decode_s"), ("sound to codes", "encode_s"))
                ]
        return part

    def end_to_end(self) -> Part:
        """From the start of the program to the end of it: a script becomes sound."""
        part = Part("end-to-end", [self.parley.end_to_end("int4")])
        if self.transformers:
            part.contenders.append(self.transformers.run("end-to-end", "bfloat16"))
            part.comparisons = [
                Comparison(what, "Parley int4", "transformers bfloat16", figure, 4)
                for what, figure in (("the whole program", "wall_s"), ("without loading", "all_but_load_s"))
            ]
        return part

    def steps(self) -> Part:
        """Single steps with caches filled that far, and a script's prefill."""
        part = Part("steps")
        if self.ttscpp is None:
            return part
        theirs = self.ttscpp.steps("Q4_0", [1, 2000])
        part.contenders = [
            self.parley.decode("int4"),
            self.parley.step("int4", 1),
            self.parley.step("int4", 2000),
            theirs,
        ]
        part.comparisons = [Comparison("prefill of a script", "Parley int4", theirs.name, "prefill_s", 10)]
        for position, goal in ((1, 3.5), (2000, 12)):
            part.comparisons.append(
                Comparison(f"step {position}", f"Parley int4, step {position}", theirs.name, f"step_{position}_s", goal)
            )
        return part


PARTS = {"decode": Match.decode, "codec": Match.codec, "end-to-end": Match.end_to_end, "steps": Match.steps}
