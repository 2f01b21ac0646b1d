#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""bundle.sh on a Mac of stand-ins: what lies in the application, and where its files look for each other."""

import unittest

from fake_mac import QT_CORE, SYSTEM, FakeMac
from fake_tools import MAGIC, read_macho, write_macho


class WholeBundle(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.mac = FakeMac()
        cls.addClassCleanup(cls.mac.folder.cleanup)
        cls.done = cls.mac.bundle()
        cls.contents = cls.mac.app / "Contents"
        cls.machos = [each for each in cls.mac.app.rglob("*")
                      if each.is_file() and not each.is_symlink() and each.read_bytes()[:4] == MAGIC]

    def names(self, folder: str) -> set[str]:
        return {each.name for each in (self.contents / folder).iterdir()}

    def test_says_where_it_is(self) -> None:
        self.assertEqual(self.done.returncode, 0, self.done.stderr)
        self.assertEqual(self.done.stdout.splitlines()[-1], str(self.mac.app))

    def test_holds_what_is_needed_and_no_more(self) -> None:
        self.assertEqual(self.names("Frameworks"),
                         {"QtCore.framework", "libtorch_cpu.dylib", "libc10.dylib", "libomp.dylib", "libsndfile.dylib",
                          "libFLAC.dylib", "libogg.dylib"})
        self.assertEqual(self.names("MacOS"), {"Parley", "parley-cli"})
        self.assertEqual(self.names("PlugIns/multimedia"), {"libdarwinmediaplugin.dylib"})
        self.assertIn("LICENSE", self.names("Resources"))

    def test_no_file_leads_out_of_it(self) -> None:
        self.assertEqual(len(self.machos), 11)
        for file in self.machos:
            macho = read_macho(file)
            for name in [macho["id"], *macho["needs"], *macho["run_paths"]]:
                self.assertTrue(not name.startswith("/") or name in SYSTEM, f"{file}: {name}")

    def test_no_edit_puts_an_absolute_path_in(self) -> None:
        edits = self.mac.calls("install_name_tool")
        self.assertGreater(len(edits), 5)
        for edit in edits:
            for index, word in enumerate(edit[:-1]):
                if word in ("-add_rpath", "-id"):
                    self.assertTrue(edit[index + 1].startswith("@"), edit)
                elif word == "-change":
                    self.assertTrue(edit[index + 2].startswith("@rpath/"), edit)

    def test_everything_finds_the_frameworks(self) -> None:
        for name, run_path in (("MacOS/Parley", "@loader_path/../Frameworks"),
                               ("MacOS/parley-cli", "@loader_path/../Frameworks"),
                               ("PlugIns/platforms/libqcocoa.dylib", "@loader_path/../../Frameworks"),
                               ("Frameworks/libomp.dylib", "@loader_path/../Frameworks")):
            self.assertEqual(read_macho(self.contents / name)["run_paths"], [run_path], name)

    def test_run_paths_that_lead_there_are_left(self) -> None:
        self.assertEqual(read_macho(self.contents / "Frameworks/libtorch_cpu.dylib")["run_paths"], ["@loader_path"])
        self.assertEqual(read_macho(self.contents / "Frameworks" / QT_CORE)["run_paths"], ["@loader_path/../../../"])


class RefusedBundle(unittest.TestCase):
    def setUp(self) -> None:
        self.mac = FakeMac()
        self.addCleanup(self.mac.folder.cleanup)

    def assert_refused(self, reason: str) -> None:
        done = self.mac.bundle()
        self.assertNotEqual(done.returncode, 0)
        self.assertIn(reason, done.stderr)

    def test_with_a_library_that_is_nowhere(self) -> None:
        write_macho(self.mac.root / "qt/plugins/platforms/libqcocoa.dylib", "", ("@rpath/libgone.dylib",))
        self.assert_refused("needs what isn't in the bundle: @rpath/libgone.dylib")

    def test_with_a_library_for_a_newer_macos_than_it_says(self) -> None:
        write_macho(self.mac.root / "brew/opt/libogg/lib/libogg.dylib", f"{self.mac.root}/brew/opt/libogg/lib/libogg.dylib",
                    SYSTEM, macos="15.0")
        self.assert_refused("libogg.dylib was made for macOS 15.0, and the application says 14.0")

    def test_with_code_among_the_resources(self) -> None:
        write_macho(self.mac.root / "build/app/gui/Parley.app/Contents/Resources/helper")
        self.assert_refused("code among the resources")

    def test_with_an_absolute_path_that_stayed(self) -> None:
        self.mac.put_tool("install_name_tool", "true")
        self.assert_refused("leads out of the bundle: id /opt/llvm-openmp/lib/libomp.dylib")

    def test_without_torch(self) -> None:
        self.mac.environment["TORCH_ROOT"] = ""
        self.assert_refused("TORCH_ROOT")


if __name__ == "__main__":
    unittest.main()
