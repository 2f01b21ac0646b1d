# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""What resources/gpu_pack.json says of CUDA's libraries (docs/decisions/0020-gpu-pack.md)."""

import json
import pathlib
import re

LIST = pathlib.Path(__file__).resolve().parents[2] / "resources/gpu_pack.json"
# What torch_cpu itself needs of NVIDIA's, in its flavour for CUDA: with the program, whether there is a pack or not.
WITH_THE_PROGRAM = {"libcudart.so.13", "libcupti.so.13"}
TORCHS_LICENCE = "PyTorch"


def wheels() -> list[dict]:
    return json.loads(LIST.read_text(encoding="utf-8"))["wheels"]


def is_library(member: dict) -> bool:
    return ".so" in member["name"]


def libraries() -> set[str]:
    return {member["name"] for wheel in wheels() for member in wheel["members"] if is_library(member)}


def absent() -> list[str]:
    """Libraries that are named by others, and in whose place an empty one lies: Parley calls nothing of them."""
    return [entry["library"] for entry in json.loads(LIST.read_text(encoding="utf-8"))["left_out"]]


def unchangeable() -> set[str]:
    """Libraries that NVIDIA's licences allow to be passed on as they are, not changed: not even stripped of names."""
    theirs = {member["name"] for wheel in wheels() if wheel["licence"] != TORCHS_LICENCE
              for member in wheel["members"] if is_library(member)}
    return theirs | WITH_THE_PROGRAM


def absent_functions() -> re.Pattern:
    """The names of functions in the libraries that are absent, and of the driver's."""
    stems = [re.sub(r"^lib|_host|\.so.*", "", name) for name in absent()]
    return re.compile(rf"(?:{'|'.join(stems)})|cu[A-Z]", re.IGNORECASE)
