# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""TTS.cpp's side. It has to be built before, in its folder's build/, with static libraries:

  git -C TTS.cpp submodule update --init        # or a checkout of its fork of ggml, branch support-for-tts, in ggml/
  cmake -S TTS.cpp -B TTS.cpp/build -G Ninja -DCMAKE_BUILD_TYPE=Release -DGGML_NATIVE=ON -DBUILD_SHARED_LIBS=OFF
  ninja -C TTS.cpp/build tts quantize           # g++ 12: write 17 for 11 in ggml/CMakeLists.txt's CMAKE_CXX_STANDARD 11

The models in --gguf are made from --model and --codec at the first use, which takes minutes and 7.9 GB of disk.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .contenders import HERE, Contender
from .job import SCRIPT, Sizes
from .process import Failed, Figures, measure


def _run(command: Sequence[str | Path]) -> None:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Failed(f"{Path(command[0]).name}: {(done.stderr or done.stdout).strip()[-300:]}")


@dataclass(frozen=True)
class TtsCpp:
    folder: Path  #: a built checkout
    gguf: Path  #: where its models are kept
    python: Path  #: of an environment with gguf
    model: Path
    codec: Path
    sizes: Sizes

    def steps(self, quantization: str, positions: Sequence[int]) -> Contender:
        return Contender(f"TTS.cpp {quantization}", lambda: self._steps(quantization, positions))

    def _steps(self, quantization: str, positions: Sequence[int]) -> Figures:
        threads = self.sizes.threads or os.cpu_count() or 1
        return measure(
            [
                self._driver(),
                self._quantized(quantization),
                str(threads),
                "8",
                SCRIPT,
                *(str(position) for position in positions),
            ]
        )

    def _driver(self) -> Path:
        """Compiles the program that times its steps, if it is older than its source."""
        source, program = HERE / "ttscpp_steps.cpp", self.folder / "build/parley-ttscpp-steps"
        if program.exists() and program.stat().st_mtime > source.stat().st_mtime:
            return program
        build = self.folder / "build"
        archives = sorted(build.rglob("*.a"), key=lambda path: (path.name != "libtts.a", path.name))
        _run(
            [
                "g++",
                "-std=c++20",
                "-O2",
                "-fopenmp",
                f"-I{self.folder}/src",
                f"-I{self.folder}/include",
                f"-I{self.folder}/ggml/include",
                f"-I{self.folder}/ggml/src",
                f"-I{self.folder}/ggml-patches",
                source,
                "-o",
                program,
                "-Wl,--start-group",
                *archives,
                "-Wl,--end-group",
                "-lpthread",
                "-ldl",
            ]
        )
        return program

    def _quantized(self, quantization: str) -> Path:
        """Converts and quantizes our random model, once."""
        plain, quantized = self.gguf / "dia-f32.gguf", self.gguf / f"dia-{quantization}.gguf"
        if quantized.exists():
            return quantized
        print(f"making {quantized}", file=sys.stderr, flush=True)
        part = quantized.with_suffix(".part")
        if not plain.exists():
            unfinished = plain.with_suffix(".part")
            _run([self.python, HERE / "make_gguf.py", "--model", self.model, "--codec", self.codec, unfinished])
            unfinished.rename(plain)
        _run([self.folder / "build/bin/quantize", "-mp", plain, "-qp", part, "-qt", quantization, "-nt", "2"])
        part.rename(quantized)
        return quantized
