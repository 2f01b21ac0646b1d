# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""One measurement of nari-labs' own Dia, in a process of its own; prints a JSON object as its last line.

usage: nari_dia.py decode --dtype D [--steps N], with the repository's folder in PYTHONPATH and pydantic installed
Its weights are random, of the released sizes; the sound codec is not loaded.
"""

import argparse
import importlib.util
import sys
import time
import types

import torch

if importlib.util.find_spec("torchaudio") is None:
    sys.modules["torchaudio"] = types.ModuleType("torchaudio")  # imported there, but used for recordings alone

from dia.config import DecoderConfig, DiaConfig, EncoderConfig  # noqa: E402
from dia.model import Dia  # noqa: E402

from job import SCRIPT, Sizes, mean_step  # noqa: E402
from torch_process import print_figures, start_torch  # noqa: E402


def random_model(dtype: str) -> Dia:
    config = DiaConfig(encoder_config=EncoderConfig(), decoder_config=DecoderConfig())
    dia = Dia(config, compute_dtype=dtype, device=torch.device("cpu"), load_dac=False)
    with torch.no_grad():
        for parameter in dia.model.parameters():
            parameter.normal_(0.0, 0.02) if parameter.dim() > 1 else parameter.fill_(1.0)
    return dia


def decode(dtype: str, steps: int) -> dict[str, float | int]:
    dia = random_model(dtype)
    stamps: list[float] = []
    one_step = dia._decoder_step

    def timed(*arguments: object) -> torch.Tensor:
        tokens = one_step(*arguments)
        stamps.append(time.perf_counter())
        return tokens

    dia._decoder_step = timed  # where generate() puts a compiled one too
    start = time.perf_counter()
    dia.generate(SCRIPT, max_tokens=steps + 1)
    return {"steps": len(stamps), "prefill_s": stamps[0] - start, "step_s": mean_step(stamps)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", choices=["decode"])
    parser.add_argument("--dtype", required=True, choices=["float32", "bfloat16"])
    parser.add_argument("--steps", type=int, default=Sizes.steps)
    parser.add_argument("--threads", type=int, default=0)
    arguments = parser.parse_args()
    start_torch(arguments.threads)
    print_figures(decode(arguments.dtype, arguments.steps))


if __name__ == "__main__":
    main()
