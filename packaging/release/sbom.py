#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Writes what a package is made of as an SPDX 2.3 document: each part by others with its version, sources, licence and
files, and the hash of every file.

usage: sbom.py TREE NAME VERSION >NAME.spdx.json

TREE is a finished AppDir, a Parley.app, or the root of a container image (packaging/docker). The parts are read from its
THIRD_PARTY_LICENCES, which packaging/licences writes, and an image's Debian packages from their list there; a file that is in
none of them is Parley's own. The time is that of SOURCE_DATE_EPOCH, where it is set, so that the same tree gives the same
document.
"""

import datetime
import hashlib
import json
import os
import pathlib
import re
import sys

import contents

MISSING = "sbom: {} has no THIRD_PARTY_LICENCES where an AppDir, an application for macOS or an image has it"


def identifier(*words: str) -> str:
    return "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]+", "-", "-".join(words)).strip("-")


def hash_of(path: pathlib.Path, kind: str) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, kind).hexdigest() if hasattr(hashlib, "file_digest") else \
            hashlib.new(kind, file.read()).hexdigest()


def spdx_file(tree: pathlib.Path, path: pathlib.Path) -> dict:
    name = path.relative_to(tree).as_posix()
    return {"fileName": f"./{name}", "SPDXID": identifier("File", hashlib.sha1(name.encode()).hexdigest()),
            "checksums": [{"algorithm": kind.upper(), "checksumValue": hash_of(path, kind)} for kind in ("sha1", "sha256")],
            "licenseConcluded": "NOASSERTION", "licenseInfoInFiles": ["NOASSERTION"], "copyrightText": "NOASSERTION"}


def verification_code(files: list[dict]) -> str:
    """SPDX's hash of a package: of its files' hashes, sorted and joined."""
    hashes = sorted(file["checksums"][0]["checksumValue"] for file in files)
    return hashlib.sha1("".join(hashes).encode()).hexdigest()


def spdx_package(part: contents.Part, key: str, files: list[dict]) -> dict:
    link = part.sources if re.match(r"https?://\S+$", part.sources) else "NOASSERTION"
    package = {"name": part.name, "SPDXID": key, "downloadLocation": link, "filesAnalyzed": bool(files),
               "licenseConcluded": "NOASSERTION", "licenseDeclared": part.licence, "copyrightText": "NOASSERTION"}
    if part.version:
        package["versionInfo"] = part.version
    if part.purl:
        package["externalRefs"] = [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
                                    "referenceLocator": part.purl}]
    if files:
        package["packageVerificationCode"] = {"packageVerificationCodeValue": verification_code(files)}
        package["licenseInfoFromFiles"] = ["NOASSERTION"]
    return package


def relation(one: str, kind: str, other: str) -> dict:
    return {"spdxElementId": one, "relationshipType": kind, "relatedSpdxElement": other}


def document_of(tree: pathlib.Path, held: contents.Contents, name: str, version: str) -> dict:
    files = {file: spdx_file(tree, tree / file) for file in held.files}
    taken = {file for part in held.parts for file in part.files}
    own = contents.Part(name, version, "", "Apache-2.0", [file for file in files if file not in taken])
    packages, relations = [], []
    for index, part in enumerate([own, *held.parts]):
        key = identifier("Package", str(index), part.name)
        inside = [files[file] for file in part.files if file in files]
        packages.append(spdx_package(part, key, inside))
        relations.append(relation(packages[0]["SPDXID"], "CONTAINS", key) if index
                         else relation("SPDXRef-DOCUMENT", "DESCRIBES", key))
        relations += [relation(key, "CONTAINS", file["SPDXID"]) for file in inside]
    content = hashlib.sha256(json.dumps([files, packages]).encode()).hexdigest()
    moment = datetime.datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH") or datetime.datetime.now().timestamp()),
                                             datetime.timezone.utc)
    return {"spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": f"{name}-{version}",
            "documentNamespace": f"https://spdx.org/spdxdocs/{name}-{version}-{content[:32]}",
            "creationInfo": {"created": moment.strftime("%Y-%m-%dT%H:%M:%SZ"), "creators": ["Tool: parley-sbom"]},
            "packages": packages, "files": list(files.values()), "relationships": relations}


def main() -> int:
    if len(sys.argv) != 4:
        print(__doc__, file=sys.stderr)
        return 2
    tree = pathlib.Path(sys.argv[1])
    held = contents.read(tree)
    if not held:
        print(MISSING.format(tree), file=sys.stderr)
        return 1
    json.dump(document_of(tree, held, *sys.argv[2:]), sys.stdout, indent=1)
    print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
