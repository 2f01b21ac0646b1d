#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""How CUDA's libraries get into an AppDir, with a list and wheels of our own: what is brought, refused, left alone and
excused.

usage: test_gpu_libraries.py ROOT CXX     the repository, and a compiler
"""

import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

ROOT, CXX = pathlib.Path(sys.argv[1]), sys.argv[2]
LIBRARIES = "usr/lib/parley"


class GpuLibraries(unittest.TestCase):
    """The scripts beside a list of theirs, and a cache with its two wheels: torch's library calls one of NVIDIA's that is
    brought, and one of a library that is left out."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.work = pathlib.Path(folder.name)
        shutil.copytree(ROOT / "packaging", self.work / "packaging")
        (self.work / "resources").mkdir()
        self.made = self.work / "made"
        self.made.mkdir()
        self.appdir = self.work / "AppDir"
        (self.appdir / LIBRARIES).mkdir(parents=True)
        self.library("libcublas.so.13", 'extern "C" int cublasMultiply() { return 1; }', "-g")
        self.library("libcufft.so.12", 'extern "C" int cufftTransform() { return 1; }')
        self.make_torch("int run() { return cublasMultiply() + cufftTransform(); }")

    def library(self, name: str, code: str, *options: object) -> None:
        source = self.work / "code.cpp"
        source.write_text(code, encoding="utf-8")
        subprocess.run([CXX, "-shared", "-fPIC", "-Wl,--no-as-needed", source, "-o", self.made / name, f"-Wl,-soname,{name}",
                        *options], check=True)

    def make_torch(self, code: str) -> None:
        self.library("libtorch_cuda.so", f'extern "C" {{ int cublasMultiply(); int cufftTransform(); int fooBar(); }} {code}', "-g",
                     self.made / "libcublas.so.13", self.made / "libcufft.so.12", "-Wl,-rpath,$ORIGIN",
                     "-Wl,--unresolved-symbols=ignore-all")
        self.pack()

    def wheel(self, package: str, licence: str, library: str) -> dict:
        name = f"{package}-1-py3-none-any.whl"
        members = [(f"lib/{library}", library, (self.made / library).read_bytes()),
                   (f"{package}.dist-info/LICENSE", f"LICENCE-{package}.txt", b"You may use it. " * 20)]
        cache = self.work / "cache/parley/gpu-pack-wheels"
        cache.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(cache / name, "w") as archive:
            for path, _, content in members:
                archive.writestr(path, content)
        return {"package": package, "licence": licence, "url": f"https://example.invalid/{name}",
                "bytes": (cache / name).stat().st_size, "sha256": "of no use: it is in the cache",
                "members": [{"path": path, "name": member, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
                            for path, member, content in members]}

    def pack(self) -> None:
        wheels = [self.wheel("torch", "PyTorch", "libtorch_cuda.so"), self.wheel("nvidia-cublas", "CUDA", "libcublas.so.13")]
        self.list = {"wheels": wheels, "left_out": [{"library": "libcufft.so.12"}]}
        self.write_list()

    def write_list(self) -> None:
        (self.work / "resources/gpu_pack.json").write_text(json.dumps(self.list), encoding="utf-8")

    def run_script(self, name: str) -> tuple[int, str]:
        environment = {**os.environ, "XDG_CACHE_HOME": str(self.work / "cache"), "CXX": CXX}
        done = subprocess.run([self.work / "packaging/linux" / name, self.appdir], capture_output=True, text=True, check=False,
                              env=environment)
        return done.returncode, done.stdout + done.stderr

    def bring(self) -> None:
        self.assertEqual(self.run_script("gpu_libraries.py"), (0, ""))

    def test_brings_libraries_and_licences_and_an_empty_library_for_the_rest(self) -> None:
        self.bring()
        libraries = self.appdir / LIBRARIES
        for name in ("libtorch_cuda.so", "libcublas.so.13"):
            self.assertEqual((libraries / name).read_bytes(), (self.made / name).read_bytes())
        self.assertEqual((libraries / "libcufft.so.12").resolve(), (libraries / "libparley_absent.so").resolve())
        self.assertEqual({path.name for path in (self.appdir / "usr/share/doc/parley").iterdir()},
                         {"LICENCE-torch.txt", "LICENCE-nvidia-cublas.txt"})

    def test_refuses_what_is_not_on_the_list(self) -> None:
        self.list["wheels"][1]["members"][0]["sha256"] = "0" * 64
        self.write_list()
        status, told = self.run_script("gpu_libraries.py")
        self.assertEqual(status, 1)
        self.assertIn("libcublas.so.13 has", told)
        self.assertEqual(list((self.appdir / LIBRARIES).glob("libcublas*")), [])

    def test_does_not_take_half_a_wheel_for_a_whole_one(self) -> None:
        self.list["wheels"][0]["bytes"] += 1
        self.write_list()
        status, told = self.run_script("gpu_libraries.py")
        self.assertNotEqual(status, 0)
        self.assertIn("fetching torch-1-py3-none-any.whl", told)
        self.assertIn("gpu_libraries: https://example.invalid/torch-1-py3-none-any.whl: ", told)

    def test_nvidias_are_not_changed_and_torchs_are_stripped(self) -> None:
        self.bring()
        self.assertEqual(self.run_script("strip_all.py"), (0, ""))
        self.assertEqual(self.run_script("set_run_paths.py"), (0, ""))
        libraries = self.appdir / LIBRARIES
        self.assertEqual((libraries / "libcublas.so.13").read_bytes(), (self.made / "libcublas.so.13").read_bytes())
        self.assertLess((libraries / "libtorch_cuda.so").stat().st_size, (self.made / "libtorch_cuda.so").stat().st_size)

    def test_functions_of_what_is_absent_are_no_fault(self) -> None:
        self.bring()
        status, told = self.run_script("check_libraries.py")
        self.assertEqual(status, 0, told)

    def test_other_functions_that_are_missing_are_one(self) -> None:
        self.make_torch("int run() { return cublasMultiply() + fooBar(); }")
        self.bring()
        status, told = self.run_script("check_libraries.py")
        self.assertEqual(status, 1)
        self.assertIn("libtorch_cuda.so: undefined symbol: fooBar", told)

    def test_our_own_library_may_wait_for_the_pack_and_no_other_may(self) -> None:
        for name in ("libparley_cuda.so", "libother.so"):
            self.library(name, 'extern "C" int run(); int go() { return run(); }', self.made / "libtorch_cuda.so",
                         f"-Wl,-rpath-link,{self.made}", "-Wl,-rpath,$ORIGIN")
            shutil.copy(self.made / name, self.appdir / LIBRARIES)
        status, told = self.run_script("check_libraries.py")
        self.assertEqual(status, 1)
        self.assertIn("libother.so: needs libtorch_cuda.so", told)
        self.assertNotIn("libparley_cuda.so", told)


class TheList(unittest.TestCase):
    def test_has_every_file_under_a_licence(self) -> None:
        table = json.loads((ROOT / "packaging/licences/parts.json").read_text(encoding="utf-8"))
        patterns = [pattern for entry in table["wheel"] for pattern in entry["files"]] + table["own"]
        for wheel in json.loads((ROOT / "resources/gpu_pack.json").read_text(encoding="utf-8"))["wheels"]:
            for member in wheel["members"]:
                folder = LIBRARIES if ".so" in member["name"] else "usr/share/doc/parley"
                self.assertTrue(any(pathlib.PurePath(folder, member["name"]).match(pattern) for pattern in patterns), member)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
