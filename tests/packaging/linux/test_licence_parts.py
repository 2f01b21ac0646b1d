#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""What LibTorch brings on each processor has its licence, under the names that the wheel gives to the files."""

import pathlib
import sys
import tempfile
import unittest
from unittest import mock

SOURCE = pathlib.Path(__file__).resolve().parents[3]
sys.path.insert(0, str(SOURCE / "packaging/licences"))
sys.dont_write_bytecode = True

import document  # noqa: E402

FOLDER = "usr/lib/parley/"
EVERYWHERE = ["libtorch_cpu.so", "libc10.so", "libgomp.so.1"]
ARM = ["libarm_compute-0a1b2c3d.so", "libarm_compute_graph-0a1b2c3d.so", "libgfortran-0a1b2c3d.so.5", "libopenblas.so.0"]


@unittest.skipUnless(pathlib.Path("/usr/share/doc/libgomp1/copyright").is_file(), "the words of GCC's licence are Debian's")
class Parts(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.torch = pathlib.Path(folder.name) / "torch"
        for name, text in (("include/torch/headeronly/version.h", "TORCH_VERSION_MAJOR 2\nMINOR 13\nPATCH 0"),
                           ("../torch-2.13.0.dist-info/licenses/LICENSE", "words")):
            path = self.torch / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)

    def parts_on(self, machine: str, names: list[str]) -> list:
        files = [FOLDER + name for name in names]
        with mock.patch("platform.machine", return_value=machine):
            found = document.described_parts(document.table()["wheel"], files, self.torch, self.torch)
        document.require_all(files, found, [])
        return found

    def names_on(self, machine: str, names: list[str]) -> set[str]:
        return {part.name.split(" (")[0].split(",")[0] for part in self.parts_on(machine, names)}

    def test_on_x86_64_is_mkl_inside(self) -> None:
        self.assertEqual(self.names_on("x86_64", EVERYWHERE),
                         {"LibTorch", "Intel oneAPI Math Kernel Library 2024.2", "GNU OpenMP library"})

    def test_on_arm_are_others(self) -> None:
        self.assertEqual(self.names_on("aarch64", EVERYWHERE + ARM),
                         {"LibTorch", "OpenBLAS", "Arm Compute Library", "GNU Fortran library", "GNU OpenMP library"})
        for part in self.parts_on("aarch64", EVERYWHERE + ARM):
            self.assertTrue(part.text.strip() and part.files, part.name)

    def test_of_another_processor_are_not_taken_for_known(self) -> None:
        with self.assertRaises(SystemExit):
            self.parts_on("x86_64", EVERYWHERE + ARM)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
