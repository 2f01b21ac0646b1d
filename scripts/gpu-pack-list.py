#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Writes resources/gpu_pack.json anew: what of it is measured or pinned, not what is chosen.

Chosen by hand, and kept: the packages, the members that are taken of each, their licences, what is left out and why.
Found out here: which wheels the torch of that version pins (pip's answer), their public addresses, sizes and hashes
(the package index's answer), and sizes, hashes and needs of the members (the wheels themselves, which are fetched into
the user's cache: about 1.6 GB, and 0.8 GB more for the sizes of what is left out).

usage, on Linux x86-64: scripts/gpu-pack-list.py [--check]
  --check: writes nothing; tells by its exit status whether the list is as it would be written
"""

import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request
import zipfile

LIST = pathlib.Path(__file__).resolve().parent.parent / "resources" / "gpu_pack.json"
CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache")) / "parley" / "gpu-pack-wheels"
INDEX = "https://pypi.org/simple"
PUBLIC = "https://files.pythonhosted.org"  # whatever mirror answered: the paths are the same
PIECE = 1 << 20


def pinned_wheels(torch: str) -> dict[str, dict]:
    """The wheels that pip would take for that torch on Linux x86-64: name -> pip's download_info."""
    with tempfile.TemporaryDirectory() as folder:
        report = pathlib.Path(folder) / "report.json"
        # CPython 3.11's: the one that the program is built with (scripts/check-cuda-build.sh).
        subprocess.run(
            [sys.executable, "-m", "pip", "install", "--dry-run", "--quiet", "--ignore-installed", "--report", report]
            + ["--only-binary=:all:", "--python-version", "3.11", "--target", folder, f"torch==={torch}"],
            check=True,
            stdout=sys.stderr,
        )
        installs = json.loads(report.read_text())["install"]
    return {re.sub("[-_.]+", "-", item["metadata"]["name"]).lower(): item["download_info"] for item in installs}


def file_in_index(package: str, name: str) -> dict:
    accept = {"Accept": "application/vnd.pypi.simple.v1+json"}
    with urllib.request.urlopen(urllib.request.Request(f"{INDEX}/{package}/", headers=accept)) as answer:
        return next(file for file in json.load(answer)["files"] if file["filename"] == name)


def sha256(stream) -> str:
    digest = hashlib.sha256()
    while piece := stream.read(PIECE):
        digest.update(piece)
    return digest.hexdigest()


def fetched(source: str, name: str, wanted: str) -> pathlib.Path:
    """The wheel as a file whose hash is right: pip's own copy, or one in the cache."""
    parts = urllib.parse.urlsplit(source)
    path = pathlib.Path(urllib.parse.unquote(parts.path)) if parts.scheme == "file" else CACHE / name
    if not path.exists():
        print(f"fetching {name}", file=sys.stderr)
        CACHE.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        with urllib.request.urlopen(source) as answer, part.open("wb") as file:
            while piece := answer.read(PIECE):
                file.write(piece)
        part.rename(path)
    with path.open("rb") as file:
        if sha256(file) != wanted:
            sys.exit(f"{path} is not what the index says; remove it")
    return path


def needs_of(wheel: zipfile.ZipFile, path: str) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        told = subprocess.run(["readelf", "-d", wheel.extract(path, folder)], check=True, capture_output=True, text=True)
    return re.findall(r"\(NEEDED\).*\[(.*)\]", told.stdout)


def measured(wheel: zipfile.ZipFile, member: dict) -> dict:
    info = wheel.getinfo(member["path"])
    with wheel.open(info) as stream:
        known = {"path": member["path"], "name": member["name"], "bytes": info.file_size, "sha256": sha256(stream)}
    if ".so" in member["name"]:
        known["needs"] = needs_of(wheel, member["path"])
    return known


def wheel_of(entry: dict, pins: dict[str, dict]) -> tuple[dict, pathlib.Path]:
    pin = pins[entry["package"]]
    name = urllib.parse.unquote(pin["url"].rsplit("/", 1)[1])
    file = file_in_index(entry["package"], name)
    known = {
        "package": entry["package"],
        "url": PUBLIC + urllib.parse.urlsplit(urllib.parse.urljoin(INDEX, file["url"])).path,
        "bytes": file["size"],
        "sha256": file["hashes"]["sha256"],
    }
    return known, fetched(pin["url"], name, known["sha256"])


def taken(entry: dict, pins: dict[str, dict]) -> dict:
    known, path = wheel_of(entry, pins)
    with zipfile.ZipFile(path) as wheel:
        return {**known, "licence": entry["licence"], "members": [measured(wheel, one) for one in entry["members"]]}


def left_out(entry: dict, pins: dict[str, dict]) -> dict:
    known, path = wheel_of(entry, pins)
    with zipfile.ZipFile(path) as wheel:
        size = next(one.file_size for one in wheel.infolist() if one.filename.endswith("/" + entry["library"]))
    return {
        "library": entry["library"],
        "package": entry["package"],
        "bytes": size,
        "wheel_bytes": known["bytes"],
        "reason": entry["reason"],
    }


def missing(pack: dict) -> set[str]:
    """What the members need and nobody brings."""
    members = [member for wheel in pack["wheels"] for member in wheel["members"]]
    there = {member["name"] for member in members} | {one["library"] for one in pack["left_out"]}
    there |= set(pack["in_program"]) | set(pack["in_system"])
    return {name for member in members for name in member.get("needs", [])} - there


def main() -> None:
    before = LIST.read_text()
    pack = json.loads(before)
    pins = pinned_wheels(pack["torch"])
    pack["wheels"] = [taken(entry, pins) for entry in pack["wheels"]]
    pack["left_out"] = [left_out(entry, pins) for entry in pack["left_out"]]
    if lacking := missing(pack):
        sys.exit(f"nobody brings {', '.join(sorted(lacking))}")
    after = json.dumps(pack, indent=2, ensure_ascii=False) + "\n"
    megabytes = lambda count: f"{count / 1e6:.0f} MB"
    unpacked = sum(member["bytes"] for wheel in pack["wheels"] for member in wheel["members"])
    print(f"taken: {megabytes(sum(wheel['bytes'] for wheel in pack['wheels']))} to fetch, {megabytes(unpacked)} unpacked")
    print(f"left out: {megabytes(sum(one['wheel_bytes'] for one in pack['left_out']))} to fetch", end=", ")
    print(f"{megabytes(sum(one['bytes'] for one in pack['left_out']))} unpacked")
    if "--check" in sys.argv:
        sys.exit(0 if after == before else f"{LIST} is not as it would be written")
    LIST.write_text(after)


if __name__ == "__main__":
    main()
