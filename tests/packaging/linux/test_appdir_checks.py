#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Shows on small folders that each check of an AppDir can fail, and that a right one passes.

usage: test_appdir_checks.py ROOT CXX     the repository, and a compiler
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT, CXX = pathlib.Path(sys.argv[1]), sys.argv[2]
LIBRARIES = "usr/lib/parley"


class AppDirChecks(unittest.TestCase):
    """An AppDir with a program, bin/talk, that needs libword.so, which needs libletter.so."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.work = pathlib.Path(folder.name)
        self.appdir = self.work / "AppDir"
        (self.appdir / LIBRARIES).mkdir(parents=True)
        (self.appdir / "usr/bin").mkdir()
        self.library("letter", "int letter() { return 1; }")
        self.library("word", "int letter(); int word() { return letter(); }", "-lletter", "-Wl,-rpath,$ORIGIN")
        self.program("$ORIGIN/../lib/parley")

    def compile(self, target: pathlib.Path, code: str, *options: str) -> None:
        source = self.work / "code.cpp"
        source.write_text(code, encoding="utf-8")
        subprocess.run([CXX, source, "-o", target, f"-L{self.appdir / LIBRARIES}", "-Wl,--no-as-needed",
                        f"-Wl,-rpath-link,{self.appdir / LIBRARIES}", *options], check=True)

    def library(self, name: str, code: str, *options: str) -> None:
        self.compile(self.appdir / LIBRARIES / f"lib{name}.so", code, "-shared", "-fPIC", f"-Wl,-soname,lib{name}.so",
                     *options)

    def program(self, run_path: str) -> None:
        self.compile(self.appdir / "usr/bin/talk", "int word(); int main() { return word(); }", "-lword",
                     "-Wl,--enable-new-dtags", f"-Wl,-rpath,{run_path}")

    def check(self, script: str) -> tuple[int, str]:
        done = subprocess.run([ROOT / "packaging" / script, self.appdir], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    def expect_fault(self, script: str, *words: str) -> None:
        status, told = self.check(script)
        self.assertEqual(status, 1, told)
        for word in words:
            self.assertIn(word, told)

    def test_a_whole_one_passes(self) -> None:
        status, told = self.check("linux/check_libraries.py")
        self.assertEqual(status, 0, told)
        self.assertRegex(told, r"3 programs and libraries(.|\n)*needs GLIBC 2\.\d+")

    def test_a_library_is_missing(self) -> None:
        (self.appdir / LIBRARIES / "libletter.so").unlink()
        self.expect_fault("linux/check_libraries.py", "libword.so: needs libletter.so")

    def test_a_library_lies_outside(self) -> None:
        outside = "$ORIGIN/../../../../elsewhere"
        (self.work / "elsewhere").mkdir()
        self.library("word", "int letter(); int word() { return letter(); }", "-lletter", f"-Wl,-rpath,{outside}")
        shutil.move(self.appdir / LIBRARIES / "libletter.so", self.work / "elsewhere")
        self.expect_fault("linux/check_libraries.py", f"libword.so: has the run path {outside}",
                          "libword.so: needs libletter.so")

    def test_a_run_path_is_not_relative(self) -> None:
        self.program(str(self.appdir / LIBRARIES))
        self.expect_fault("linux/check_libraries.py", "talk: has the run path /")

    def test_a_symbol_is_missing(self) -> None:
        self.library("letter", "int sound() { return 1; }")
        self.expect_fault("linux/check_libraries.py", "undefined symbol: _Z6letterv")

    def test_a_forbidden_library_is_there(self) -> None:
        shutil.copy(self.appdir / LIBRARIES / "libletter.so", self.appdir / LIBRARIES / "libavcodec.so.59")
        self.expect_fault("linux/check_libraries.py", "libavcodec.so.59: must not be in a package")

    def test_the_systems_own_is_there(self) -> None:
        shutil.copy(self.appdir / LIBRARIES / "libletter.so", self.appdir / LIBRARIES / "libstdc++.so.6")
        self.expect_fault("linux/check_libraries.py", "libstdc++.so.6: is the system's")

    def test_the_front_of_opengl_may_be_there_since_not_every_desktop_has_it(self) -> None:
        shutil.copy(self.appdir / LIBRARIES / "libletter.so", self.appdir / LIBRARIES / "libOpenGL.so.0")
        status, told = self.check("linux/check_libraries.py")
        self.assertEqual(status, 0, told)

    def test_nothing_is_there(self) -> None:
        shutil.rmtree(self.appdir / "usr")
        self.expect_fault("linux/check_libraries.py", "there is no program")

    def document(self, files: str, words: str) -> None:
        folder = self.appdir / "usr/share/doc/parley"
        folder.mkdir(parents=True, exist_ok=True)
        rule = "=" * 100
        text = f"Intro\n\n{rule}\nwords 1\nSources: here\nFiles:\n{files}\n{words}\n"
        (folder / "THIRD_PARTY_LICENCES").write_text(text, encoding="utf-8")

    def test_every_licence_is_there(self) -> None:
        (self.appdir / "usr/bin/talk").rename(self.appdir / "usr/bin/parley")
        self.document(f"  {LIBRARIES}/libletter.so\n  {LIBRARIES}/libword.so\n", "may be used " * 40)
        self.assertEqual(self.check("licences/check.py"), (0, "licences: every file is covered\n"))

    def test_a_licence_is_missing(self) -> None:
        self.expect_fault("licences/check.py", "THIRD_PARTY_LICENCES is not there")
        self.document(f"  {LIBRARIES}/libletter.so\n", "may be used " * 40)
        self.expect_fault("licences/check.py", f"{LIBRARIES}/libword.so: no licence")

    def test_a_licence_has_no_words(self) -> None:
        self.document(f"  {LIBRARIES}/libletter.so\n", "free")
        self.expect_fault("licences/check.py", f"{LIBRARIES}/libletter.so: no licence")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
