#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""The steps of a release that a workflow calls, on a small repository of their own; docker, gh and the program are stand-ins
that note what they were asked.
"""

import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import tarfile
import tempfile
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[3]
TELL_DIGEST = "[[ $* != *inspect*Digest* ]] || echo sha256:0123"


class Release(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name) / "source"
        shutil.copytree(SOURCE / "packaging", self.root / "packaging")
        self.write("CMakeLists.txt", "project(parley VERSION 1.2.3 DESCRIPTION x LANGUAGES CXX)\n")
        self.write("CHANGELOG.md", "# Changelog\n\n## [1.2.3] - 2026-12-31\n\n- All of it.\n")
        self.write("CMakePresets.json", '{"name": "server"}\n')
        self.dist = pathlib.Path(folder.name) / "dist"
        self.dist.mkdir()
        self.calls = pathlib.Path(folder.name) / "calls"
        self.bin = pathlib.Path(folder.name) / "bin"
        self.bin.mkdir()

    def write(self, name: str, text: str) -> pathlib.Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def put_tool(self, name: str, commands: str = "") -> None:
        tool = self.bin / name
        tool.write_text(f'#!/bin/bash\necho "{name} $*" >>"{self.calls}"\n{commands}\n')
        tool.chmod(0o755)

    def run_script(self, script: str, *arguments: object, **variables: str) -> subprocess.CompletedProcess:
        environment = {**os.environ, "PATH": f"{self.bin}:{os.environ['PATH']}", **variables}
        return subprocess.run([self.root / script, *map(str, arguments)], capture_output=True, text=True, cwd=self.root,
                              env=environment, check=False)

    def succeed(self, script: str, *arguments: object, **variables: str) -> str:
        done = self.run_script(script, *arguments, **variables)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def refused(self, script: str, *arguments: object, reason: str, **variables: str) -> None:
        done = self.run_script(script, *arguments, **variables)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn(reason, done.stderr)

    def noted(self) -> list[str]:
        return self.calls.read_text().splitlines() if self.calls.exists() else []


class Versions(Release):
    def test_version_is_that_of_the_sources(self) -> None:
        self.assertEqual(self.succeed("packaging/version.sh"), "1.2.3\n")
        self.assertRegex(subprocess.run([SOURCE / "packaging/version.sh"], capture_output=True, text=True,
                                        check=True).stdout, r"^\d+\.\d+\.\d+\n$")

    def test_tag_has_to_fit_version_and_changelog(self) -> None:
        self.succeed("packaging/release/check-tag.sh", "v1.2.3")
        self.refused("packaging/release/check-tag.sh", "v1.2.4", reason="their tag is v1.2.3")
        self.refused("packaging/release/check-tag.sh", "1.2.3", reason="their tag is v1.2.3")
        for heading in ("[Unreleased]", "[1.2.30] - 2026-12-31", "[1.2.3]", "1.2.3 - 2026-12-31"):
            self.write("CHANGELOG.md", f"## {heading}\n")
            self.refused("packaging/release/check-tag.sh", "v1.2.3", reason="no heading")


class Files(Release):
    def test_source_archive_is_the_same_each_time_and_holds_the_commit_alone(self) -> None:
        git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "init.defaultBranch=main"]
        for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "x"]):
            subprocess.run([*git, *command], cwd=self.root, check=True)
        self.write("untracked", "x")
        first = pathlib.Path(self.succeed("packaging/release/source-archive.sh", self.dist).strip())
        digest = hashlib.sha256(first.read_bytes()).hexdigest()
        self.succeed("packaging/release/source-archive.sh", self.dist)
        self.assertEqual(hashlib.sha256(first.read_bytes()).hexdigest(), digest)
        with tarfile.open(first) as archive:
            names = archive.getnames()
        self.assertIn("parley-1.2.3/CMakeLists.txt", names)
        self.assertNotIn("parley-1.2.3/untracked", names)

    def test_checksums_are_of_all_files_and_notice_a_change(self) -> None:
        for name in ("a b.txt", "c.txt"):
            (self.dist / name).write_text(name)
        self.succeed("packaging/release/checksums.sh", self.dist)
        self.succeed("packaging/release/checksums.sh", self.dist)
        program = ["sha256sum"] if shutil.which("sha256sum") else ["shasum", "-a", "256"]
        check = [*program, "--check", "SHA256SUMS"]
        self.assertEqual(len((self.dist / "SHA256SUMS").read_text().splitlines()), 2)
        self.assertEqual(subprocess.run(check, cwd=self.dist, check=False, capture_output=True).returncode, 0)
        (self.dist / "c.txt").write_text("other")
        self.assertNotEqual(subprocess.run(check, cwd=self.dist, check=False, capture_output=True).returncode, 0)

    def test_checksums_of_nothing_are_refused(self) -> None:
        self.refused("packaging/release/checksums.sh", self.dist, reason="there is no file")

    def test_draft_has_all_files_and_is_no_more_than_a_draft(self) -> None:
        self.put_tool("gh")
        (self.dist / "one").touch()
        self.refused("packaging/release/draft.sh", "v1.2.3", self.dist, reason="no SHA256SUMS")
        (self.dist / "SHA256SUMS").touch()
        self.succeed("packaging/release/draft.sh", "v1.2.3", self.dist)
        self.assertEqual(self.noted(), ["gh release create v1.2.3 --draft --verify-tag --generate-notes --title Parley 1.2.3 "
                                        f"{self.dist}/SHA256SUMS {self.dist}/one"])


class AppImages(Release):
    """What makes an AppImage is a stand-in, and so is the build."""

    def setUp(self) -> None:
        super().setUp()
        for script in ("scripts/setup.sh", "scripts/build.sh", "packaging/linux/build-appimage.sh",
                       "packaging/linux/try-appdir.sh", "packaging/release/sbom.py"):
            note = f'echo "{pathlib.Path(script).name} $*" >>"{self.calls}"\n'
            self.write(script, f"#!/bin/bash\nreadonly runtime_version=1\n{note}").chmod(0o755)
        self.write("scripts/setup.sh", f'#!/bin/bash\necho "setup.sh $*" >>"{self.calls}"\necho /torch\n')
        self.make_images_of("1000")
        self.put_tool("curl")
        self.put_tool("uname", "echo x86_64")

    def make_images_of(self, size: str) -> None:
        script = self.root / "packaging/linux/build-appimage.sh"
        script.write_text(f"""#!/bin/bash
readonly runtime_version=1
echo "build-appimage.sh $*" >>"{self.calls}"
truncate --size={size} build/packages/Parley-1.2.3-x86_64-$2.AppImage
""")

    def test_are_two_on_x86_64_and_each_is_tried(self) -> None:
        self.succeed("packaging/release/appimage.sh", self.dist)
        self.assertEqual({path.name for path in self.dist.iterdir()},
                         {f"Parley-1.2.3-x86_64-{flavour}{ending}" for flavour in ("pack", "bundle")
                          for ending in (".AppImage", ".spdx.json")})
        noted = [line for line in self.noted() if not line.startswith(("uname", "curl", "sbom"))]
        self.assertEqual([line.split()[0] for line in noted], ["setup.sh", "build.sh"] + 2 * ["build-appimage.sh", "try-appdir.sh"])
        self.assertEqual(noted[:2], ["setup.sh --package --cuda", "build.sh cuda parley parley-cli parley_cuda"])
        self.assertIn("--cuda pack --build build/cuda ", noted[2])
        self.assertIn("--cuda bundle --build build/cuda ", noted[4])

    def test_tell_where_newer_ones_are(self) -> None:
        script = self.root / "packaging/linux/build-appimage.sh"
        told = 'echo "told $PARLEY_UPDATE_INFORMATION $PARLEY_UPDATE_URL $PARLEY_RELEASE_DATE" >>"' + str(self.calls) + '"\n'
        script.write_text(script.read_text() + told + "touch build/packages/Parley-1.2.3-x86_64-$2.AppImage.zsync\n")
        self.succeed("packaging/release/appimage.sh", self.dist, GITHUB_REPOSITORY="Someone/Parley",
                     GITHUB_API_URL="https://api.example", PARLEY_RELEASE_DATE="2026-12-31")
        self.assertIn("told gh-releases-zsync|Someone|Parley|latest|%f "
                      "https://api.example/repos/Someone/Parley/releases/latest 2026-12-31", self.noted())
        self.assertEqual(len(list(self.dist.glob("*.zsync"))), 2)

    def test_is_one_for_cpus_elsewhere(self) -> None:
        self.put_tool("uname", "echo aarch64")
        self.succeed("packaging/release/appimage.sh", self.dist)
        self.assertIn("build.sh release parley parley-cli", self.noted())
        self.assertEqual(len(list(self.dist.glob("*.AppImage"))), 1)

    def test_that_are_too_large_for_a_release_are_refused(self) -> None:
        self.make_images_of("2G")
        self.refused("packaging/release/appimage.sh", self.dist, reason="more than the 2 GiB that GitHub takes")
        self.assertEqual(list(self.dist.iterdir()), [])


class Images(Release):
    image = {"PARLEY_IMAGE": "ghcr.io/Someone/Parley"}

    def setUp(self) -> None:
        super().setUp()
        self.put_tool("docker", TELL_DIGEST)
        self.put_tool("git", "echo 0123456789ab")
        self.put_tool("uname", "echo aarch64")

    def docker(self) -> list[str]:
        return [line for line in self.noted() if line.startswith("docker ")]

    def test_are_built_and_tried_under_a_name_for_the_machine(self) -> None:
        said = self.succeed("packaging/docker/image.sh", "build", "cpu", **self.image)
        self.assertEqual(said.splitlines()[-1], "ghcr.io/someone/parley:1.2.3-cpu-arm64")
        build, say, serve = self.docker()[:3]
        self.assertIn("--file packaging/docker/Dockerfile.cpu --tag ghcr.io/someone/parley:1.2.3-cpu-arm64", build)
        self.assertIn("--build-arg PARLEY_COMMIT=0123456789ab", build)
        self.assertIn("--read-only --tmpfs /tmp ghcr.io/someone/parley:1.2.3-cpu-arm64 say --demo", say)
        self.assertIn("serve --demo", serve)
        self.assertTrue(any("parley-health" in line for line in self.docker()))

    def test_that_do_not_work_are_refused(self) -> None:
        self.put_tool("docker", '[[ $1 != run || $* != *" say "* ]]')
        self.assertNotEqual(self.run_script("packaging/docker/image.sh", "build", "cpu", **self.image).returncode, 0)

    def test_that_the_sources_cannot_make_are_left_out_and_it_is_said(self) -> None:
        done = self.run_script("packaging/docker/image.sh", "build", "gpu", **self.image)
        self.assertEqual(done.returncode, 0)
        self.assertIn("can't make the gpu image yet", done.stderr)
        self.succeed("packaging/docker/image.sh", "push", "gpu", **self.image)
        self.assertEqual(self.docker(), [])
        self.write("CMakePresets.json", '{"name": "server-cuda"}\n')
        self.succeed("packaging/docker/image.sh", "push", "gpu", **self.image)
        self.assertEqual(self.docker()[0], "docker push ghcr.io/someone/parley:1.2.3-gpu-arm64")

    def test_of_all_machines_get_one_name(self) -> None:
        self.put_tool("docker", f"[[ $* != *inspect*gpu* ]] || exit 1\n{TELL_DIGEST}")
        done = self.run_script("packaging/docker/image.sh", "manifest", "cpu", "gpu", **self.image)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("no gpu image was pushed", done.stderr)
        create = [line for line in self.docker() if " create " in line]
        name = "ghcr.io/someone/parley"
        self.assertEqual(create, [f"docker buildx imagetools create --tag {name}:1.2.3-cpu --tag {name}:latest-cpu "
                                  f"{name}:1.2.3-cpu-amd64 {name}:1.2.3-cpu-arm64"])
        self.assertEqual(done.stdout.splitlines(), [f"name={name}", "cpu=sha256:0123"])

    def test_that_are_pushed_tell_the_workflow_their_digest_and_nothing_else(self) -> None:
        said = self.succeed("packaging/docker/image.sh", "push", "cpu", **self.image)
        self.assertEqual(said.splitlines(), ["name=ghcr.io/someone/parley", "cpu=sha256:0123"])
        self.assertIn("inspect ghcr.io/someone/parley:1.2.3-cpu-arm64 ", self.docker()[-1])

    def test_whose_digest_the_registry_does_not_tell_are_a_failure(self) -> None:
        self.put_tool("docker")
        self.refused("packaging/docker/image.sh", "push", "cpu", reason="doesn't tell the digest", **self.image)

    def test_get_a_document_of_what_a_container_sees(self) -> None:
        root = self.root / "image"
        for name, text in (("opt/parley/usr/share/doc/parley/THIRD_PARTY_LICENCES", ""), ("usr/local/bin/parley-health", ""),
                           ("etc/ssl/certs/ca-certificates.crt", ""), ("usr/bin/a-tool-of-debian", ""),
                           ("var/lib/dpkg/status", "Package: libc6\nStatus: install ok installed\nVersion: 2\nArchitecture: arm64\n")):
            self.write(f"image/{name}", text)
        self.put_tool("docker", f"[[ $1 != create ]] || echo made\n[[ $1 != export ]] || tar -C {root} -c opt usr etc var")
        self.succeed("packaging/docker/image.sh", "sbom", "cpu", self.dist, **self.image)
        document = json.loads((self.dist / "Parley-1.2.3-image-cpu-arm64.spdx.json").read_text())
        self.assertEqual([package["name"] for package in document["packages"]], ["parley-image-cpu", "libc6"])
        self.assertEqual(len(document["files"]), 3)
        self.assertEqual(self.docker(), ["docker create ghcr.io/someone/parley:1.2.3-cpu-arm64", "docker export made",
                                         "docker rm --volumes made"])

    def test_of_no_kind_are_refused(self) -> None:
        self.refused("packaging/docker/image.sh", "build", "vulkan", reason="no Dockerfile.vulkan")
        self.refused("packaging/docker/image.sh", "paint", reason="usage")


class AppleGpu(Release):
    def smoke(self, available: str, reason: str) -> subprocess.CompletedProcess:
        shutil.copytree(SOURCE / "scripts", self.root / "scripts", dirs_exist_ok=True)
        answer = '{"devices": [{"id": "mps", "available": %s, "reason": "%s"}]}' % (available, reason)
        self.put_tool("parley-cli", f"[[ $* != *--json* ]] || echo '{answer}'")
        program = self.write("build/app/cli/parley-cli", "")
        program.unlink()
        program.symlink_to(self.bin / "parley-cli")
        return self.run_script("scripts/smoke-mps.sh", "build")

    def test_that_is_there_is_tried(self) -> None:
        self.assertEqual(self.smoke("true", "").returncode, 0)
        self.assertEqual([line.split()[1] for line in self.noted()], ["devices", "devices", "selftest", "say"])

    def test_that_the_build_has_no_code_for_is_not_and_it_is_said(self) -> None:
        done = self.smoke("false", "this build computes on the CPU alone")
        self.assertEqual(done.returncode, 0)
        self.assertIn("nothing to try", done.stdout)
        # The reason is the engine's own; if its words change, so must the script's.
        self.assertIn('phrase("this build computes on the CPU alone")',
                      (SOURCE / "engine/backend/device_list.cpp").read_text(encoding="utf-8"))

    def test_that_cannot_be_used_is_a_failure(self) -> None:
        done = self.smoke("false", "there is no Apple GPU")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("there is no Apple GPU", done.stderr)


if __name__ == "__main__":
    unittest.main()
