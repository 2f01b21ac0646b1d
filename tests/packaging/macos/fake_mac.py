# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""A Mac for the packaging scripts, in a temporary folder: a build, Qt, LibTorch, Homebrew and the tools."""

import json
import os
import pathlib
import plistlib
import subprocess
import sys
import tempfile

import fake_tools
from fake_tools import write_macho

SOURCE = pathlib.Path(__file__).resolve().parents[3]
SCRIPTS = SOURCE / "packaging/macos"
SYSTEM = ("/usr/lib/libSystem.B.dylib", "/System/Library/Frameworks/Metal.framework/Versions/A/Metal")
QT_CORE = "QtCore.framework/Versions/A/QtCore"


class FakeMac:
    """run() starts a script on it, calls() tells what the tools were asked since then."""

    def __init__(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.folder.name)
        self.app = self.root / "out/Parley.app"
        self.log = self.root / "log"
        self.environment = {"TORCH_ROOT": str(self.root / "torch"), "FAKE_QT": str(self.root / "qt"),
                            "FAKE_BREW": str(self.root / "brew"), "FAKE_LOG": str(self.log),
                            "PATH": f"{self.root}/bin:{os.environ['PATH']}", "HOME": str(self.root)}
        (self.root / "bin").mkdir()
        for name in fake_tools.TOOLS:
            self.put_tool(name, f'exec "{sys.executable}" -I -S "{fake_tools.__file__}" {name} "$@"')
        self.make_libraries()
        self.make_build()

    def put_tool(self, name: str, command: str) -> None:
        program = self.root / "bin" / name
        program.write_text(f"#!/bin/sh\n{command}\n")
        program.chmod(0o755)

    def make_libraries(self) -> None:
        qt, torch, brew = self.root / "qt", self.root / "torch/lib", self.root / "brew"
        write_macho(qt / "lib" / QT_CORE, f"@rpath/{QT_CORE}", SYSTEM, ("@loader_path/../../../",))
        (qt / "lib/QtCore.framework/QtCore").symlink_to("Versions/A/QtCore")
        write_macho(qt / "lib/libavcodec.61.dylib", "@rpath/libavcodec.61.dylib", SYSTEM)
        for plugin in ("platforms/libqcocoa.dylib", "multimedia/libdarwinmediaplugin.dylib",
                       "multimedia/libffmpegmediaplugin.dylib"):
            write_macho(qt / "plugins" / plugin, "", (f"@rpath/{QT_CORE}", *SYSTEM), ("@loader_path/../../lib",))
        write_macho(torch / "libc10.dylib", "@rpath/libc10.dylib", SYSTEM, ("@loader_path",))
        write_macho(torch / "libomp.dylib", "/opt/llvm-openmp/lib/libomp.dylib", SYSTEM)
        write_macho(torch / "libtorch_cpu.dylib", "@rpath/libtorch_cpu.dylib",
                    ("@rpath/libc10.dylib", "@rpath/libomp.dylib", *SYSTEM), ("@loader_path",))
        write_macho(torch / "libtorch_python.dylib", "@rpath/libtorch_python.dylib", SYSTEM)
        for part in ("LICENSE", "third_party/llvm-openmp/LICENSE.txt"):
            words = self.root / "torch-2.13.0.dist-info/licenses" / part
            words.parent.mkdir(parents=True, exist_ok=True)
            words.write_text(f"The words of {part}. " + "It may be used. " * 20)
        version = self.root / "torch/include/torch/headeronly/version.h"
        version.parent.mkdir(parents=True)
        version.write_text("#define TORCH_VERSION_MAJOR 2\n#define TORCH_VERSION_MINOR 13\n#define TORCH_VERSION_PATCH 0\n")
        self.make_formula("libogg", "BSD-3-Clause", "libogg.dylib")
        self.make_formula("flac", "BSD-3-Clause", "libFLAC.dylib", f"{brew}/opt/libogg/lib/libogg.dylib")
        self.make_formula("libsndfile", "LGPL-2.1-or-later", "libsndfile.dylib", f"{brew}/opt/flac/lib/libFLAC.dylib")
        for header_only in ("cli11", "cpp-httplib", "highway", "nlohmann-json"):
            self.make_formula(header_only, "MIT")

    def make_formula(self, name: str, licence: str, library: str = "", *needs: str) -> None:
        """As Homebrew lays it out: a keg with the words of its licence, and a link to it."""
        brew = self.root / "brew"
        keg = brew / "Cellar" / name / "1.2"
        (keg / ".brew").mkdir(parents=True)
        (keg / ".brew" / f"{name}.rb").write_text(
            f'class Some < Formula\n  url "https://example.org/{name}.tar.gz"\n  license "{licence}"\nend\n')
        (keg / "COPYING").write_text(f"The words of {name}. " + "It may be used. " * 20)
        (keg / "README").write_text("no licence")
        (brew / "opt").mkdir(exist_ok=True)
        (brew / "opt" / name).symlink_to(f"../Cellar/{name}/1.2")
        if library:
            write_macho(keg / "lib" / library, f"{brew}/opt/{name}/lib/{library}", (*needs, *SYSTEM))

    def make_build(self) -> None:
        contents = self.root / "build/app/gui/Parley.app/Contents"
        needs = (f"@rpath/{QT_CORE}", "@rpath/libtorch_cpu.dylib", "@rpath/libc10.dylib",
                 f"{self.root}/brew/opt/libsndfile/lib/libsndfile.dylib", *SYSTEM)
        run_paths = (f"{self.root}/torch/lib", f"{self.root}/qt/lib")
        write_macho(contents / "MacOS/Parley", "", needs, run_paths)
        write_macho(self.root / "build/app/cli/parley-cli", "", needs, run_paths)
        (contents / "Info.plist").write_bytes(plistlib.dumps({"CFBundleExecutable": "Parley", "LSMinimumSystemVersion": "14.0"}))
        (contents / "Resources").mkdir()

    def run(self, script: str, *arguments: object, **variables: str) -> subprocess.CompletedProcess:
        self.log.unlink(missing_ok=True)
        return subprocess.run(["bash", str(SCRIPTS / script), *(str(each) for each in arguments)], text=True,
                              capture_output=True, env={**self.environment, **variables}, check=False)

    def bundle(self) -> subprocess.CompletedProcess:
        return self.run("bundle.sh", self.root / "build", self.root / "out")

    def calls(self, tool: str = "") -> list[list[str]]:
        """The arguments of a tool's calls; of all tools, with their names first."""
        lines = [json.loads(line) for line in self.log.read_text().splitlines()] if self.log.exists() else []
        return [line[1:] for line in lines if line[0] == tool] if tool else lines
