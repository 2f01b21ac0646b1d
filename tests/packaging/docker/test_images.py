#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""What the Dockerfiles and compose.yaml promise, read from them; packaging/docker/try.sh builds what they say.

usage: test_images.py     exit status 77 where there is no PyYAML
"""

import pathlib
import re
import shlex
import sys
import unittest

try:
    import yaml
except ImportError:
    sys.exit(77)

SOURCE = pathlib.Path(__file__).resolve().parents[3]
FOLDER = SOURCE / "packaging/docker"
KINDS = ("cpu", "arm", "gpu")
# All that may differ between the three: what the image is, its flavour, its processor, and the driver's variables.
OWN_LINES = re.compile(r"#|ARG PARLEY_FLAVOUR=|RUN packaging/docker/build-steps/install\.sh |ENV ")


def instructions(kind: str) -> list[tuple[str, str]]:
    """Name and arguments, a pair for each instruction, continued lines joined."""
    text = (FOLDER / f"Dockerfile.{kind}").read_text(encoding="utf-8")
    lines = re.sub(r"\\\n\s*", "", "\n".join(line for line in text.splitlines() if not line.startswith("#"))).splitlines()
    return [(line.split(None, 1)[0], line.split(None, 1)[1]) for line in lines if line.strip()]


def last_stage(kind: str) -> list[tuple[str, str]]:
    found = instructions(kind)
    return found[max(index for index, (name, _) in enumerate(found) if name == "FROM"):]


def arguments(kind: str, name: str) -> str:
    return next(value for each, value in reversed(last_stage(kind)) if each == name)


class Dockerfiles(unittest.TestCase):
    def test_are_the_same_but_for_what_makes_them_three(self) -> None:
        shared = [[f"{name} {value}" for name, value in instructions(kind)] for kind in KINDS]
        shared = [[line for line in lines if not OWN_LINES.match(line)] for lines in shared]
        self.assertGreater(len(shared[0]), 20)
        for kind, lines in zip(KINDS[1:], shared[1:]):
            self.assertEqual(lines, shared[0], kind)

    def test_have_two_stages_from_tagged_images_of_any_architecture(self) -> None:
        for kind in KINDS:
            found = instructions(kind)
            self.assertEqual([value for name, value in found if name == "FROM"],
                             ["${BUILD_IMAGE} AS build", "${RUNTIME_IMAGE} AS runtime"])
            images = [value for name, value in found if name == "ARG" and "_IMAGE=" in value]
            self.assertEqual(len(images), 2)
            for image in images:
                self.assertRegex(image, r"=debian:bookworm(-slim)?$")

    def test_build_by_steps_that_run_without_them_too(self) -> None:
        for kind in KINDS:
            steps = [shlex.split(value)[0] for name, value in instructions(kind)
                     if name == "RUN" and not value.startswith("[")]
            self.assertEqual([pathlib.Path(step).name for step in steps], ["install.sh", "build.sh", "collect.sh"])
            for step in steps:
                self.assertTrue((SOURCE / step).is_file(), step)

    def test_copy_what_is_there(self) -> None:
        for kind in KINDS:
            for name, value in instructions(kind):
                self.assertNotEqual(name, "ADD")
                if name == "COPY" and not value.startswith("--from=build "):
                    self.assertTrue((SOURCE / value.split()[0]).exists(), value)

    def test_run_as_nobody_in_particular_and_write_below_data_alone(self) -> None:
        for kind in KINDS:
            names = [name for name, _ in last_stage(kind)]
            self.assertRegex(arguments(kind, "USER"), r"^[1-9]\d*:[1-9]\d*$")
            self.assertNotIn("RUN", names[names.index("USER"):])
            self.assertIn(f"user={arguments(kind, 'USER').split(':')[0]}\n",
                          (FOLDER / "build-steps/collect.sh").read_text(encoding="utf-8"))
            self.assertEqual(arguments(kind, "VOLUME"), '["/data"]')
            folders = re.findall(r"(?:HOME|_DIR)=(\S+)", arguments(kind, "ENV"))
            self.assertEqual(len(folders), 3)
            for folder in folders:
                self.assertTrue(folder == "/data" or folder.startswith("/data/"), folder)

    def test_serve_and_are_asked_how_they_are(self) -> None:
        for kind in KINDS:
            self.assertEqual(arguments(kind, "ENTRYPOINT"), '["/opt/parley/usr/bin/parley-cli"]')
            self.assertRegex(arguments(kind, "CMD"), r'^\["serve", "--host", "0\.0\.0\.0", "--port", "8000"')
            self.assertRegex(arguments(kind, "HEALTHCHECK"), r'CMD \["parley-health"\]$')
            self.assertEqual(arguments(kind, "EXPOSE"), "8000")

    def test_are_labelled(self) -> None:
        for kind in KINDS:
            labels = set(re.findall(r"org\.opencontainers\.image\.(\w+)=", arguments(kind, "LABEL")))
            self.assertEqual(labels, {"title", "description", "licenses", "version", "revision", "source"})

    def test_know_their_processor_and_flavour(self) -> None:
        for kind, flavour, architecture in (("cpu", "cpu", ""), ("arm", "cpu", " arm64"), ("gpu", "cuda", " amd64")):
            found = [f"{name} {value}" for name, value in instructions(kind)]
            self.assertIn(f"ARG PARLEY_FLAVOUR={flavour}", found)
            self.assertIn(f'RUN packaging/docker/build-steps/install.sh "$PARLEY_FLAVOUR"{architecture}', found)
        self.assertIn("NVIDIA_DRIVER_CAPABILITIES=compute,utility", arguments("gpu", "ENV"))


class Compose(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.file = yaml.safe_load((FOLDER / "compose.yaml").read_text(encoding="utf-8"))
        cls.services = cls.file["services"]

    def test_has_a_service_and_a_profile_for_each_image(self) -> None:
        self.assertEqual(set(self.services), set(KINDS))
        for kind, service in self.services.items():
            self.assertEqual(service["profiles"], [kind])
            context = (FOLDER / service["build"]["context"]).resolve()
            self.assertEqual(context, SOURCE)
            self.assertTrue((context / service["build"]["dockerfile"]).samefile(FOLDER / f"Dockerfile.{kind}"))

    def test_gives_away_nothing(self) -> None:
        for service in self.services.values():
            self.assertIs(service["read_only"], True)
            self.assertEqual(service["cap_drop"], ["ALL"])
            self.assertIn("no-new-privileges:true", service["security_opt"])
            for port in service["ports"]:
                self.assertTrue(port.startswith("127.0.0.1:"), port)
            # No key that everybody knows: without one, compose stops and says so.
            self.assertTrue(service["environment"]["PARLEY_API_KEY"].startswith("${PARLEY_API_KEY:?"))

    def test_keeps_models_in_a_volume_and_only_reads_voices(self) -> None:
        for service in self.services.values():
            self.assertIn("data:/data", service["volumes"])
            self.assertTrue(any(volume.endswith(":/voices:ro") for volume in service["volumes"]))
        self.assertIn("data", self.file["volumes"])

    def test_asks_for_gpus_for_the_gpu_service_alone(self) -> None:
        devices = self.services["gpu"]["deploy"]["resources"]["reservations"]["devices"]
        self.assertEqual(devices, [{"driver": "nvidia", "count": "all", "capabilities": ["gpu"]}])
        self.assertNotIn("deploy", self.services["cpu"])
        self.assertEqual(self.services["arm"]["platform"], "linux/arm64")


if __name__ == "__main__":
    unittest.main()
