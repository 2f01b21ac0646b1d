# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Writes a model of make-random-model, network and codec, as TTS.cpp reads it (float32, 6.7 GB).

usage: make_gguf.py --model DIA_FOLDER --codec DAC_FOLDER OUT.gguf        needs the packages gguf and numpy
Then, with TTS.cpp's own program: quantize -mp OUT.gguf -qp Q4_0.gguf -qt Q4_0 -nt 2
Names and keys are those that TTS.cpp's src/models/dia/model.cpp and src/decoder/dac_model.cpp look for.
"""

import argparse
import json
import struct
from collections.abc import Iterator
from pathlib import Path

import gguf
import numpy as np

Tensor = tuple[str, np.ndarray]

NETWORK_KEYS = {
    "dia.attn_head_size": 128,
    "dia.eos_token_id": 1024,
    "dia.bos_token_id": 1026,
    "dia.pad_token_id": 1025,
    "dia.max_delay": 15,
    "dia.encoder.max_context_length": 1024,
    "dia.encoder.attn_heads": 16,
    "dia.encoder.layers": 12,
    "dia.decoder.hidden_size": 2048,
    "dia.decoder.layers": 18,
    "dia.decoder.output_heads": 9,
    "dia.decoder.attn_heads": 16,
    "dia.decoder.query_heads": 4,
    "dia.decoder.output_vocab_size": 1028,
    "dia.decoder.audio_vocab_size": 1024,
    "dia.decoder.max_generation_size": 3072,
    "audio.bos_token_id": 1026,
    "audio.eos_token_id": 1024,
    "dac.up_scaling_factor": 512,
}
STRIDES = (8, 8, 4, 2)
CHANNELS = 9
ATTENTIONS = {"self_attention": "self_", "cross_attention": "cross_"}
DECODER_PARTS = {"conv1": "initial", "snake1": "final", "conv2": "final"}
BLOCK_PARTS = {"snake1": "final", "conv_t1": "final"}
UNIT_PARTS = {"snake1": "res.initial", "conv1": "res.initial", "snake2": "res.final", "conv2": "res.final"}


def tensors_of(path: Path) -> Iterator[Tensor]:
    """A safetensors file's tensors, left on the disk until they are used."""
    with path.open("rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
    for name, entry in header.items():
        if name != "__metadata__":
            if entry["dtype"] != "F32":
                raise SystemExit(f"{path}: {name} is not float32")
            yield name, np.memmap(path, np.float32, "r", 8 + length + entry["data_offsets"][0], tuple(entry["shape"]))


def network(name: str, values: np.ndarray) -> Iterator[Tensor]:
    """One of transformers' tensors under TTS.cpp's names."""
    name = name.removesuffix(".weight").removeprefix("model.")
    if name == "logits_dense":
        for channel, head in enumerate(np.split(values, CHANNELS)):
            yield f"dia.decoder.heads.{channel}", head
    elif name == "decoder.embeddings.embed":
        for channel, table in enumerate(np.split(values, CHANNELS)):
            yield f"dia.decoder.embeddings.{channel}", table
    elif name.endswith("mlp.gate_up_proj"):
        base = "dia." + name.removesuffix("mlp.gate_up_proj")
        for half, part in zip(("gate", "up"), np.split(values, 2), strict=True):
            yield base + half, part
    else:
        name = name.replace("mlp.down_proj", "wo")
        for attention, prefix in ATTENTIONS.items():
            name = name.replace(f"{attention}.", prefix if name.startswith("decoder") else "")
        yield f"dia.{name}", values


def codec(name: str, values: np.ndarray) -> Iterator[Tensor]:
    """The same for the codec's decoding half."""
    parts = name.split(".")
    if parts[0] == "quantizer" and "in_proj" not in name:
        yield f"audio_encoder.{name.removeprefix('quantizer.')}", values
    elif parts[0] == "decoder" and parts[1] in DECODER_PARTS:
        yield f"audio_encoder.{DECODER_PARTS[parts[1]]}.{parts[2]}", values
    elif parts[0] == "decoder":
        block = f"audio_encoder.decoder_block.{int(parts[2]) + 1}"
        if parts[3] in BLOCK_PARTS:
            yield f"{block}.{BLOCK_PARTS[parts[3]]}.{parts[4]}", values
        else:
            unit = int(parts[3].removeprefix("res_unit")) - 1
            yield f"{block}.residual_unit.{unit}.{UNIT_PARTS[parts[4]]}.{parts[5]}", values


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--codec", type=Path, required=True)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    writer = gguf.GGUFWriter(arguments.out, "dia")
    writer.add_type(gguf.GGUFType.MODEL)
    writer.add_file_type(gguf.LlamaFileType.ALL_F32)
    writer.add_quantization_version(gguf.GGML_QUANT_VERSION)
    for key, value in NETWORK_KEYS.items():
        writer.add_uint32(key, value)
    for layer, stride in enumerate(STRIDES):
        writer.add_uint32(f"dac.dac_layer_stride_{layer}", stride)
        writer.add_uint32(f"dac.dac_layer_padding_{layer}", stride // 2)
    for folder, convert in ((arguments.model, network), (arguments.codec, codec)):
        for path in sorted(folder.glob("*.safetensors")):
            for name, values in tensors_of(path):
                for new_name, part in convert(name, values):
                    writer.add_tensor(new_name, part)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


if __name__ == "__main__":
    main()
