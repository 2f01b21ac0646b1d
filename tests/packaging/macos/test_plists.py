#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""The application's Info.plist as CMake makes it for a Mac, the entitlements, and the icon.

usage: test_plists.py     CMake and the C++ compiler of this machine are told that they work for a Mac; nothing is compiled
"""

import os
import pathlib
import plistlib
import re
import struct
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[3]
PROJECT = """cmake_minimum_required(VERSION 3.25)
include("{source}/cmake/MacTarget.cmake")
project(parley VERSION 1.2.3 LANGUAGES CXX)
set(PROJECT_SOURCE_DIR "{source}")
set(CMAKE_CXX_COMPILE_FEATURES cxx_std_20)
add_library(parley_warnings INTERFACE)
add_library(parley_sanitizers INTERFACE)
add_library(Qt6::Svg INTERFACE IMPORTED)
add_executable(parley main.cpp)
add_executable(parley-cli main.cpp)
include("{source}/cmake/MacBundle.cmake")
"""
AS_ON_A_MAC = ("-DCMAKE_SYSTEM_NAME=Darwin", "-DCMAKE_CXX_COMPILER_FORCED=ON", "-DCMAKE_OSX_SYSROOT=/",
               "-DCMAKE_INSTALL_NAME_TOOL=/bin/true")


def info_of_bundle(**variables: str) -> dict:
    environment = {name: value for name, value in os.environ.items() if name != "MACOSX_DEPLOYMENT_TARGET"}
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "main.cpp").write_text("int main() {}\n")
        (folder / "CMakeLists.txt").write_text(PROJECT.format(source=SOURCE))
        done = subprocess.run(["cmake", "-G", "Ninja", "-S", name, "-B", folder / "build", *AS_ON_A_MAC], text=True,
                              env={**environment, **variables}, capture_output=True, check=False)
        if done.returncode != 0:
            raise AssertionError(done.stderr)
        return plistlib.loads((folder / "build/Parley.app/Contents/Info.plist").read_bytes())


class Info(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.info = info_of_bundle()

    def test_names_program_and_version(self) -> None:
        self.assertEqual(self.info["CFBundleExecutable"], "Parley")
        self.assertEqual(self.info["CFBundlePackageType"], "APPL")
        self.assertEqual(self.info["CFBundleShortVersionString"], "1.2.3")
        self.assertEqual(self.info["CFBundleVersion"], "1.2.3")
        # Apple allows letters, digits, hyphens and periods.
        self.assertRegex(self.info["CFBundleIdentifier"], r"^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+){2,}$")

    def test_starts_where_torch_does(self) -> None:
        self.assertEqual(self.info["LSMinimumSystemVersion"], "14.0")
        self.assertEqual(self.info["LSArchitecturePriority"], ["arm64"])
        self.assertIs(self.info["LSRequiresNativeExecution"], True)

    def test_starts_where_all_libraries_do_when_that_is_said(self) -> None:
        self.assertEqual(info_of_bundle(MACOSX_DEPLOYMENT_TARGET="15.0")["LSMinimumSystemVersion"], "15.0")

    def test_tells_why_it_records(self) -> None:
        self.assertIn("Parley records your voice", self.info["NSMicrophoneUsageDescription"])

    def test_is_sharp_on_fine_screens(self) -> None:
        self.assertIs(self.info["NSHighResolutionCapable"], True)

    def test_takes_the_media_plugin_that_is_in_it(self) -> None:
        self.assertEqual(self.info["LSEnvironment"], {"QT_MEDIA_BACKEND": "darwin"})

    def test_opens_scripts_and_sounds_and_takes_no_type_over(self) -> None:
        types = self.info["CFBundleDocumentTypes"]
        contents = {content for each in types for content in each.get("LSItemContentTypes", [])}
        self.assertLessEqual({"public.plain-text", "public.audio"}, contents)
        self.assertEqual({each["LSHandlerRank"] for each in types}, {"Alternate"})
        for each in types:
            self.assertTrue(each["CFBundleTypeName"])
            self.assertFalse("LSItemContentTypes" in each and "CFBundleTypeExtensions" in each, "endings are not read then")

    def test_opens_all_that_the_desktop_file_of_linux_does(self) -> None:
        types = self.info["CFBundleDocumentTypes"]
        contents = {content for each in types for content in each.get("LSItemContentTypes", [])}
        endings = {ending for each in types for ending in each.get("CFBundleTypeExtensions", [])}
        desktop = (SOURCE / "packaging/linux/parley.desktop").read_text(encoding="utf-8")
        mime_types = re.search(r"^MimeType=(.*);$", desktop, re.MULTILINE)[1].split(";")
        self.assertGreater(len(mime_types), 3)
        for mime_type in mime_types:
            if "ogg" in mime_type:  # which macOS has no type of content for
                self.assertLessEqual({"ogg", "oga", "opus"}, endings)
            else:
                kind = {"text/plain": "public.plain-text"}.get(mime_type, mime_type.replace("audio/", "public.audio/"))
                self.assertIn(kind.split("/")[0], contents, mime_type)

    def test_no_place_was_left_open(self) -> None:
        self.assertNotIn("${", plistlib.dumps(self.info).decode())
        self.assertFalse([key for key, value in self.info.items() if value == ""])


class Entitlements(unittest.TestCase):
    def test_are_the_microphone_alone(self) -> None:
        entitlements = plistlib.loads((SOURCE / "packaging/macos/parley.entitlements").read_bytes())
        self.assertEqual(entitlements, {"com.apple.security.device.audio-input": True})


class Icon(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def pack(self, *sizes: tuple[int, int]) -> subprocess.CompletedProcess:
        pictures = [self.folder / f"{width}x{height}.png" for width, height in sizes]
        for picture, (width, height) in zip(pictures, sizes):
            header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
            picture.write_bytes(b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + header + b"the rest")
        script = SOURCE / "packaging/macos/make_icns.py"
        return subprocess.run([sys.executable, script, self.folder / "out.icns", *pictures], capture_output=True, text=True,
                              check=False)

    def test_holds_each_picture_under_its_types(self) -> None:
        self.assertEqual(self.pack((16, 16), (32, 32)).returncode, 0)
        content = (self.folder / "out.icns").read_bytes()
        self.assertEqual(content[:4], b"icns")
        self.assertEqual(struct.unpack(">I", content[4:8])[0], len(content))
        parts, place = [], 8
        while place < len(content):
            size = struct.unpack(">I", content[place + 4:place + 8])[0]
            parts.append((content[place:place + 4], content[place + 8:place + size]))
            place += size
        small, large = ((self.folder / f"{each}.png").read_bytes() for each in ("16x16", "32x32"))
        self.assertEqual(parts, [(b"icp4", small), (b"icp5", large), (b"ic11", large)])

    def test_refuses_what_is_no_icon(self) -> None:
        for sizes in (((48, 48),), ((32, 16),)):
            done = self.pack(*sizes)
            self.assertEqual(done.returncode, 1)
            self.assertIn("pixels", done.stderr)
            self.assertFalse((self.folder / "out.icns").exists())


class Languages(unittest.TestCase):
    def test_are_those_of_the_translations(self) -> None:
        translations = {re.sub("parley_(.*)", r"\1", each.stem) for each in SOURCE.glob("resources/translations/*.ts")}
        self.assertEqual(set(info_of_bundle()["CFBundleLocalizations"]), translations)


if __name__ == "__main__":
    unittest.main()
