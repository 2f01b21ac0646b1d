#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""The scripts inside of the images, as far as they run anywhere: the health check against servers in all states of health,
and the steps' refusals.
"""

import http.server
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest

FOLDER = pathlib.Path(__file__).resolve().parents[3] / "packaging/docker"


def server_answering(status: int) -> http.server.HTTPServer:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status if self.path == "/health" else 404)
            self.end_headers()
            self.wfile.write(b'{"status": "ok"}\n' * 3)

        def log_message(self, *arguments: object) -> None:
            pass

    return http.server.HTTPServer(("127.0.0.1", 0), Handler)


class Health(unittest.TestCase):
    def check(self, port: int) -> subprocess.CompletedProcess:
        return subprocess.run(["bash", FOLDER / "health.sh"], env={"PARLEY_PORT": str(port)}, capture_output=True,
                              text=True, check=False)

    def check_answer(self, status: int) -> subprocess.CompletedProcess:
        with server_answering(status) as server:
            thread = threading.Thread(target=server.serve_forever)
            thread.start()
            try:
                return self.check(server.server_port)
            finally:
                server.shutdown()
                thread.join()

    def test_is_well_with_200(self) -> None:
        done = self.check_answer(200)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_is_ill_with_another_answer_and_says_which(self) -> None:
        done = self.check_answer(503)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("503", done.stderr)

    def test_is_ill_where_nobody_listens(self) -> None:
        with socket.socket() as unused:
            unused.bind(("127.0.0.1", 0))
            self.assertNotEqual(self.check(unused.getsockname()[1]).returncode, 0)

    def test_is_ill_where_nobody_answers_and_does_not_wait_for_ever(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as silent:
            start = time.monotonic()
            self.assertNotEqual(self.check(silent.getsockname()[1]).returncode, 0)
            self.assertLess(time.monotonic() - start, 60)


class Steps(unittest.TestCase):
    """On a copy of the sources' beginning: nothing is installed or built."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        shutil.copytree(FOLDER, self.root / "packaging/docker")
        self.setup_ran = self.root / "setup-ran"
        (self.root / "scripts").mkdir()
        (self.root / "scripts/setup.sh").write_text(f"#!/bin/sh\necho \"$@\" >{self.setup_ran}\n")
        (self.root / "scripts/setup.sh").chmod(0o755)
        (self.root / "bin").mkdir()
        for name, command in (("dpkg", "echo amd64"), ("apt-get", "true")):
            (self.root / "bin" / name).write_text(f"#!/bin/sh\n{command}\n")
            (self.root / "bin" / name).chmod(0o755)
        self.have_presets("server")

    def have_presets(self, *names: str) -> None:
        presets = "".join(f'{{"name": "{name}"}}\n' for name in names)
        (self.root / "CMakePresets.json").write_text(presets)

    def step(self, name: str, *arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run([self.root / "packaging/docker/build-steps" / name, *arguments], capture_output=True, text=True,
                              env={"PATH": f"{self.root}/bin:/usr/bin:/bin"}, check=False)

    def test_install_brings_what_needs_no_window(self) -> None:
        self.assertEqual(self.step("install.sh", "cpu").returncode, 0)
        self.assertEqual(self.setup_ran.read_text().split(), ["--headless"])

    def test_install_refuses_another_processor_before_anything_is_brought(self) -> None:
        done = self.step("install.sh", "cpu", "arm64")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("this image is for arm64, and this is amd64", done.stderr)
        self.assertFalse(self.setup_ran.exists())

    def test_a_flavour_that_the_sources_lack_is_refused_before_anything_is_brought(self) -> None:
        for step in ("install.sh", "build.sh"):
            for flavour, reason in (("cuda", "can't be built in the flavour cuda"), ("vulkan", "no flavour vulkan")):
                done = self.step(step, flavour)
                self.assertNotEqual(done.returncode, 0)
                self.assertIn(reason, done.stderr)
                self.assertFalse(self.setup_ran.exists())

    def test_a_flavour_is_there_once_its_preset_is(self) -> None:
        self.have_presets("server", "server-cuda")
        self.assertEqual(self.step("install.sh", "cuda", "amd64").returncode, 0)
        self.assertEqual(self.setup_ran.read_text().split(), ["--headless", "--cuda"])

    def stand_in(self, path: str, commands: str = "") -> None:
        """A program that notes its name and arguments."""
        program = self.root / path
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text(f'#!/bin/bash\necho "$(basename "$0") $*" >>"{self.root}/calls"\n{commands}\n')
        program.chmod(0o755)

    def collected(self, flavour: str) -> list[list[str]]:
        """What collect.sh asked of the scripts that packages are made by, in order, with paths below the tree as OUT."""
        out = self.root / "out"
        plugin = self.root / "plugins/tls/libqopensslbackend.so"
        plugin.parent.mkdir(parents=True)
        plugin.touch()
        self.stand_in("bin/qtpaths6", f"echo {self.root}/plugins")
        self.stand_in("bin/cmake", 'mkdir -p "$4/bin"')
        self.stand_in("bin/du")
        self.stand_in("bin/install")  # nobody but root may give files to another user
        for script in ("linux/gpu_libraries.py", "linux/bundle_libraries.py", "linux/strip_all.py", "linux/set_run_paths.py",
                       "licences/collect.py"):
            self.stand_in(f"packaging/{script}")
        for preset in ("server", "server-cuda"):
            (self.root / "build" / preset).mkdir(parents=True)
            (self.root / "build" / preset / "CMakeCache.txt").write_text("LibTorch_CPU_LIBRARY:FILEPATH=/torch/lib/x.so\n")
        done = self.step("collect.sh", flavour, str(out))
        self.assertEqual(done.returncode, 0, done.stderr)
        lines = (self.root / "calls").read_text().replace(str(out / "opt/parley"), "OUT").splitlines()
        return [line.split() for line in lines if line.split()[0].endswith(".py")]

    @unittest.skipUnless(sys.platform == "linux", "images are built on Linux")
    def test_collect_asks_for_libraries_as_their_scripts_want_it(self) -> None:
        calls = self.collected("cpu")
        self.assertEqual([call[0] for call in calls],
                         ["bundle_libraries.py", "strip_all.py", "set_run_paths.py", "collect.py"])
        told = (FOLDER.parent / "linux/bundle_libraries.py").read_text(encoding="utf-8")
        self.assertIn("usage: bundle_libraries.py APPDIR PROGRAM MANIFEST [LIBRARY]", told)
        self.assertEqual(calls[0][1:3], ["OUT", "build/server/app/cli/parley-cli"])
        self.assertEqual(calls[0][3], calls[3][2], "both get the manifest")
        self.assertEqual(calls[3], ["collect.py", "OUT", calls[0][3], "/torch/lib/.."])

    @unittest.skipUnless(sys.platform == "linux", "images are built on Linux")
    def test_collect_brings_cudas_libraries_before_what_they_need(self) -> None:
        calls = self.collected("cuda")
        self.assertEqual([call[0] for call in calls[:2]], ["gpu_libraries.py", "bundle_libraries.py"])
        self.assertEqual(calls[1][2], "build/server-cuda/app/cli/parley-cli")

    @unittest.skipUnless(sys.platform == "linux", "images are built on Linux")
    def test_collect_writes_over_nothing(self) -> None:
        (self.root / "out").mkdir()
        done = self.step("collect.sh", "cpu", str(self.root / "out"))
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("is there already", done.stderr)


if __name__ == "__main__":
    unittest.main()
