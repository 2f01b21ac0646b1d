#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""What build-appimage.sh refuses before it makes anything, and how text gets into an AppImage's runtime.

usage: test_appimage.py ROOT CXX     the repository, and a compiler
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT, CXX = pathlib.Path(sys.argv[1]), sys.argv[2]
LINUX = ROOT / "packaging/linux"


class Folder(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.work = pathlib.Path(folder.name)

    def run_tool(self, *words: object, data: bytes = b"") -> tuple[int, str]:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PARLEY_")}
        done = subprocess.run(list(map(str, words)), input=data, capture_output=True, check=False, env=environment)
        return done.returncode, (done.stdout + done.stderr).decode()


class Refusals(Folder):
    """A build folder with a program that only tells what it was built from."""

    def expect(self, has_cuda: str, *options: str, words: list[str]) -> None:
        build = self.work / "build"
        program = build / "app/cli/parley-cli"
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text(f"#!/bin/sh\nprintf 'parley-cli 1.2.3\\ntorch: 2.13.0\\nCUDA: {has_cuda}\\n'\n", encoding="utf-8")
        program.chmod(0o755)
        (build / "CMakeCache.txt").write_text("LibTorch_CPU_LIBRARY:FILEPATH=/torch/lib/libtorch_cpu.so\n", encoding="utf-8")
        out = self.work / "out"
        status, told = self.run_tool(LINUX / "build-appimage.sh", "--build", build, "--out", out, *options)
        self.assertEqual(status, 1, told)
        for word in words:
            self.assertIn(word, told)
        self.assertFalse(out.exists())

    def test_cuda_from_a_build_without(self) -> None:
        for flavour in ("bundle", "pack"):
            self.expect("none", "--cuda", flavour, words=[f"--cuda {flavour}", "2.13.0 for CPUs", "/torch/lib", "cuda-torch.sh"])

    def test_none_from_a_build_with_cuda(self) -> None:
        self.expect("13.0", words=["LibTorch for CUDA 13.0"])

    def test_an_unknown_runtime(self) -> None:
        runtime = self.work / "runtime"
        runtime.write_bytes(b"something")
        self.expect("none", "--runtime", str(runtime), words=["is not release", "3fc9b689459d738f8c88a3a48aa9e33542016b7a"])
        self.expect("none", "--runtime", str(self.work / "nowhere"), words=["nowhere is not there"])

    def test_odd_options(self) -> None:
        self.expect("none", "--cuda", "some", words=["--cuda is none, bundle or pack"])
        self.expect("none", "--loud", "yes", words=["--loud is not an option"])
        self.expect("none", "--key", words=["--key needs a value"])


class Sections(Folder):
    """A program with a section of 16 bytes that it prints."""

    def setUp(self) -> None:
        super().setUp()
        source = self.work / "code.cpp"
        source.write_text('#include <cstdio>\n__attribute__((section(".upd_info"))) volatile char text[16] = {1};\n'
                          "int main() { for (int i = 0; i < 16; ++i) { std::putchar(text[i]); } }\n", encoding="utf-8")
        self.program = self.work / "program"
        subprocess.run([CXX, source, "-o", self.program], check=True)

    def write(self, data: bytes, section: str = ".upd_info") -> tuple[int, str]:
        return self.run_tool(LINUX / "elf_section.py", self.program, section, data=data)

    def test_it_is_written_and_the_rest_is_zero(self) -> None:
        size = self.program.stat().st_size
        self.assertEqual(self.write(b"a longer text"), (0, ""))
        self.assertEqual(self.write(b"short"), (0, ""))
        self.assertEqual(self.run_tool(self.program), (0, "short" + "\0" * 11))
        self.assertEqual(self.program.stat().st_size, size)

    def test_what_is_refused(self) -> None:
        before = self.program.read_bytes()
        status, told = self.write(b"far too long a text")
        self.assertTrue(status == 1 and "19 bytes are more than the 16" in told, told)
        status, told = self.write(b"x", ".sha256_sig")
        self.assertTrue(status == 1 and "has no section .sha256_sig" in told, told)
        self.assertEqual(self.program.read_bytes(), before)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
