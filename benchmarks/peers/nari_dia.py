# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""One measurement of nari-labs' own Dia, in a process of its own; prints a JSON object as its last line.

usage: nari_dia.py decode --dtype D [--steps N] [--device cuda [--compiled]], with the repository's folder in PYTHONPATH
and pydantic installed. Its weights are random, of the released sizes; the sound codec is not loaded.
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


def random_model(dtype: str, device: str) -> Dia:
    config = DiaConfig(encoder_config=EncoderConfig(), decoder_config=DecoderConfig())
    dia = Dia(config, compute_dtype=dtype, device=torch.device(device), load_dac=False)
    dia.model.to(dia.device)
    with torch.no_grad():
        for parameter in dia.model.parameters():
            parameter.normal_(0.0, 0.02) if parameter.dim() > 1 else parameter.fill_(1.0)
    return dia


def decode(dtype: str, steps: int, device: str, compiled: bool) -> dict[str, float | int]:
    dia = random_model(dtype, device)
    wait = torch.cuda.synchronize if device == "cuda" else lambda: None
    if compiled:  # as generate() does with use_torch_compile, but for what comes before the steps
        dia._decoder_step = torch.compile(dia._decoder_step, fullgraph=True, mode="max-autotune")
    start = time.perf_counter()
    if device != "cpu":  # libraries, and what a compiler makes, are ready from the first speech on
        dia.generate(SCRIPT, max_tokens=steps + 1)
    warm_s = time.perf_counter() - start
    stamps: list[float] = []
    one_step = dia._decoder_step

    def timed(*arguments: object) -> torch.Tensor:
        tokens = one_step(*arguments)
        wait()
        stamps.append(time.perf_counter())
        return tokens

    dia._decoder_step = timed
    start = time.perf_counter()
    dia.generate(SCRIPT, max_tokens=steps + 1)
    return {"steps": len(stamps), "warm_s": warm_s, "prefill_s": stamps[0] - start, "step_s": mean_step(stamps)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", choices=["decode"])
    parser.add_argument("--dtype", required=True, choices=["float32", "float16", "bfloat16"])
    parser.add_argument("--steps", type=int, default=Sizes.steps)
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--device", choices=["cpu", "cuda"], default="cpu")
    parser.add_argument("--compiled", action="store_true", help="by torch.compile, with max-autotune")
    arguments = parser.parse_args()
    start_torch(arguments.threads)
    print_figures(decode(arguments.dtype, arguments.steps, arguments.device, arguments.compiled))


if __name__ == "__main__":
    main()
