#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""The licences of what bundle.sh puts into an application, on a Mac of stand-ins: of every part, and none is left out."""

import pathlib
import re
import shutil
import subprocess
import sys
import unittest

from fake_mac import SOURCE, FakeMac

DOCUMENT = "Contents/Resources/THIRD_PARTY_LICENCES"
RULE = "=" * 100


class WholeDocument(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.mac = FakeMac()
        cls.addClassCleanup(cls.mac.folder.cleanup)
        cls.done = cls.mac.bundle()
        cls.sections = cls.read_sections(cls.mac.app / DOCUMENT)

    @staticmethod
    def read_sections(path: pathlib.Path) -> dict[str, str]:
        """Each part's name, and all that is said of it."""
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        return {section.split("\n")[0]: section for section in text.split(f"\n{RULE}\n")[1:]}

    def test_names_every_part_and_no_other(self) -> None:
        self.assertEqual(self.done.returncode, 0, self.done.stderr)
        self.assertEqual({re.sub(r"[ ,].*", "", name) for name in self.sections},
                         {"LibTorch", "LLVM", "Qt", "QCoro", "flac", "libogg", "libsndfile", "cli11", "cpp-httplib", "highway",
                          "nlohmann-json"})

    def test_has_files_sources_and_words_of_each(self) -> None:
        for name, files, sources, words in (
                ("libsndfile 1.2", ["Contents/Frameworks/libsndfile.dylib"], "https://example.org/libsndfile.tar.gz",
                 "The words of libsndfile."),
                ("LibTorch", ["Contents/Frameworks/libc10.dylib", "Contents/Frameworks/libtorch_cpu.dylib"],
                 "https://github.com/pytorch/pytorch/tree/v2.13.0", "The words of LICENSE."),
                ("LLVM OpenMP library (libomp), as LibTorch brings it", ["Contents/Frameworks/libomp.dylib"],
                 "https://github.com/llvm/llvm-project/tree/main/openmp", "The words of third_party/llvm-openmp"),
                ("nlohmann-json 1.2", [], "https://example.org/nlohmann-json.tar.gz", "The words of nlohmann-json.")):
            section = self.sections[name]
            self.assertEqual(re.findall(r"^  (Contents/\S+)$", section, re.MULTILINE), files)
            self.assertIn(f"Sources: {sources}\n", section)
            self.assertIn(words, section)

    def test_has_the_whole_words_for_qt_and_what_is_in_it(self) -> None:
        for words in ("GNU LESSER GENERAL PUBLIC LICENSE", "GNU GENERAL PUBLIC LICENSE", "PCRE2", "double-conversion", "libpng"):
            self.assertIn(words, self.sections["Qt"])
        self.assertIn("  Contents/PlugIns/platforms/libqcocoa.dylib\n", self.sections["Qt"])

    def test_is_checked_against_the_finished_application(self) -> None:
        app = self.mac.root / "copy.app"
        shutil.copytree(self.mac.app, app, symlinks=True)
        check = [sys.executable, SOURCE / "packaging/licences/check.py", app]
        self.assertEqual(subprocess.run(check, capture_output=True, check=False).returncode, 0)
        (app / "Contents/Frameworks/libmore.dylib").touch()
        done = subprocess.run(check, capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn(f"Contents/Frameworks/libmore.dylib: no licence in {DOCUMENT}", done.stdout)


class Refusals(unittest.TestCase):
    def setUp(self) -> None:
        self.mac = FakeMac()
        self.addCleanup(self.mac.folder.cleanup)

    def assert_refused(self, reason: str) -> None:
        done = self.mac.bundle()
        self.assertNotEqual(done.returncode, 0)
        self.assertIn(reason, done.stderr)
        self.assertFalse((self.mac.app / DOCUMENT).exists())

    def test_of_a_library_without_words(self) -> None:
        (self.mac.root / "brew/Cellar/flac/1.2/COPYING").unlink()
        self.assert_refused("flac/1.2 has no file with its licence")

    def test_of_a_library_that_nobody_knows(self) -> None:
        shutil.rmtree(self.mac.root / "brew/Cellar/libogg/1.2/.brew")
        self.assert_refused("nothing says under which licence these files are:\n  Contents/Frameworks/libogg.dylib")

    def test_of_a_formula_that_does_not_say_where_its_sources_are(self) -> None:
        formula = self.mac.root / "brew/Cellar/flac/1.2/.brew/flac.rb"
        formula.write_text('class Flac < Formula\n  license "BSD"\nend\n')
        self.assert_refused("formula flac doesn't say where its sources are")


if __name__ == "__main__":
    unittest.main()
