# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""One measurement of transformers' Dia or DAC, in a process of its own; prints a JSON object as its last line.

usage: transformers_dia.py decode|codec|end-to-end --dtype D --model FOLDER --codec FOLDER [--steps N] [--seconds S]
"""

import argparse
import time
from pathlib import Path

import torch
from transformers import DacConfig, DacModel, DiaForConditionalGeneration, GenerationConfig, StoppingCriteria
from transformers import DiaFeatureExtractor, DiaProcessor, DiaTokenizer, StoppingCriteriaList
from transformers import __version__ as transformers_version

from job import CHANNELS, HOP, MAX_DELAY, SAMPLE_RATE, SCRIPT, Sizes, mean_step
from torch_process import print_figures, start_torch

Figures = dict[str, float | int | str]


class Stamps(StoppingCriteria):
    """Notes when each step ended; never stops anything."""

    def __init__(self) -> None:
        self.moments: list[float] = []

    def __call__(self, input_ids: torch.Tensor, scores: torch.Tensor, **kwargs: object) -> torch.Tensor:
        self.moments.append(time.perf_counter())
        return torch.zeros(input_ids.shape[0], dtype=torch.bool)


def load_dia(folder: Path, dtype: torch.dtype) -> DiaForConditionalGeneration:
    model = DiaForConditionalGeneration.from_pretrained(folder, dtype=dtype)
    # The released checkpoint's generation_config.json, which a folder of random weights lacks.
    model.generation_config = GenerationConfig(
        bos_token_id=1026,
        eos_token_id=1024,
        pad_token_id=1025,
        decoder_start_token_id=1026,
        do_sample=True,
        guidance_scale=3.0,
        temperature=1.8,
        top_p=0.9,
        top_k=45,
        use_cache=True,
    )
    return model.eval()


def load_dac(folder: Path, dtype: torch.dtype) -> DacModel:
    config = None
    if not (folder / "config.json").exists():  # the released 44.1 kHz codec's sizes
        config = DacConfig(
            encoder_hidden_size=64,
            downsampling_ratios=[2, 4, 8, 8],
            decoder_hidden_size=1536,
            upsampling_ratios=[8, 8, 4, 2],
            n_codebooks=CHANNELS,
            codebook_size=1024,
            codebook_dim=8,
            hidden_size=1024,
            sampling_rate=SAMPLE_RATE,
        )
    return DacModel.from_pretrained(folder, config=config, dtype=dtype).eval()


def processor_for(codec: DacModel | None) -> DiaProcessor:
    extractor = DiaFeatureExtractor(feature_size=1, sampling_rate=SAMPLE_RATE, hop_length=HOP)
    return DiaProcessor(extractor, DiaTokenizer(), codec)


def generate(model: DiaForConditionalGeneration, processor: DiaProcessor, rows: int) -> tuple[torch.Tensor, Figures]:
    inputs = processor(text=[SCRIPT], padding=True, return_tensors="pt")
    stamps = Stamps()
    start = time.perf_counter()
    tokens = model.generate(**inputs, max_new_tokens=rows, stopping_criteria=StoppingCriteriaList([stamps]))
    return tokens, {
        "steps": len(stamps.moments),
        "prefill_s": stamps.moments[0] - start,  # and its first step
        "step_s": mean_step(stamps.moments),
        "generate_s": time.perf_counter() - start,
    }


def decode(arguments: argparse.Namespace, dtype: torch.dtype) -> Figures:
    model = load_dia(arguments.model, dtype)
    return generate(model, processor_for(None), arguments.steps + 1)[1]


def codec(arguments: argparse.Namespace, dtype: torch.dtype) -> Figures:
    model = load_dac(arguments.codec, dtype)
    frames = Sizes(seconds=arguments.seconds).frames
    sound = torch.rand(1, 1, frames * HOP).sub(0.5).div(2).to(dtype)
    codes = torch.randint(0, 1024, (1, CHANNELS, frames))
    model.encode(sound[..., :HOP])  # so that what is made at the first use is there
    model.decode(audio_codes=codes[..., :1])
    start = time.perf_counter()
    model.encode(sound)
    between = time.perf_counter()
    model.decode(audio_codes=codes)
    return {
        "encode_s": between - start,
        "decode_s": time.perf_counter() - between,
        "sound_s": frames * HOP / SAMPLE_RATE,
    }


def end_to_end(arguments: argparse.Namespace, dtype: torch.dtype) -> Figures:
    start = time.perf_counter()
    model, dac = load_dia(arguments.model, dtype), load_dac(arguments.codec, dtype)
    loaded = time.perf_counter()
    processor = processor_for(dac)
    tokens, figures = generate(model, processor, Sizes(seconds=arguments.seconds).frames + MAX_DELAY)
    decoding = time.perf_counter()
    sound = processor.batch_decode(tokens)[0]
    end = time.perf_counter()
    return figures | {
        "load_s": loaded - start,
        "codec_s": end - decoding,
        "all_but_load_s": end - loaded,
        "sound_s": sound.numel() / SAMPLE_RATE,
    }


def main() -> None:
    parts = {"decode": decode, "codec": codec, "end-to-end": end_to_end}
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", choices=parts)
    parser.add_argument("--dtype", required=True, choices=["float32", "bfloat16"])
    parser.add_argument("--model", type=Path)
    parser.add_argument("--codec", type=Path)
    parser.add_argument("--steps", type=int, default=Sizes.steps)
    parser.add_argument("--seconds", type=float, default=Sizes.seconds)
    parser.add_argument("--threads", type=int, default=0)
    arguments = parser.parse_args()
    start_torch(arguments.threads)
    with torch.inference_mode():
        figures = parts[arguments.part](arguments, getattr(torch, arguments.dtype))
    print_figures(figures, f"transformers {transformers_version}, ")


if __name__ == "__main__":
    main()
