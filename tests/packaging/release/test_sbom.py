#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""sbom.py on small trees of every kind: an AppDir, an application for macOS, a container image."""

import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

SBOM = pathlib.Path(__file__).resolve().parents[3] / "packaging/release/sbom.py"
RULE = "=" * 100
LICENCES = f"""What this is.

{RULE}
libqt6core6 6.4.2+dfsg-10
Sources: https://snapshot.debian.org/package/qt6-base/6.4.2+dfsg-10/
Files:
  LIBRARY

words
{RULE}
Something compiled in
Sources: nowhere in particular
Licence: BSD-3-Clause; with more words
Files:
  compiled into Parley

words
{RULE}
GNU OpenMP library (libgomp)
Sources: https://gcc.example/tree/v12.2
Licence: GPL-3.0-or-later with the GCC Runtime Library Exception 3.1, which allows programs of any licence to use it
Files:
  usr/lib/parley/libgomp.so.1

words
{RULE}
The text that is named above as GPL-3

words
"""
STATUS = """Package: libc6
Status: install ok installed
Architecture: amd64
Source: glibc
Version: 2.36-9+deb12u13
Description: a line
 Version: of no account

Package: bash
Status: install ok installed
Architecture: amd64
Source: bash-sources (5.2-1)
Version: 1:5.2-2+b1

Package: gone
Status: deinstall ok config-files
Architecture: all
Version: 1
"""


def faults_of(document: dict) -> list[str]:
    """What the schema of SPDX 2.3 and its text ask of such a document."""
    found = [f"no {key}" for key in ("spdxVersion", "dataLicense", "SPDXID", "name", "documentNamespace", "creationInfo")
             if not document.get(key)]
    elements = document["packages"] + document["files"]
    keys = [document["SPDXID"], *(element["SPDXID"] for element in elements)]
    found += [f"{key} is no identifier" for key in keys if not re.fullmatch(r"SPDXRef-[A-Za-z0-9.-]+", key)]
    found += [f"{key} is there twice" for key in set(keys) if keys.count(key) > 1]
    for package in document["packages"]:
        found += [f"{package['name']}: no {key}" for key in ("downloadLocation", "licenseDeclared", "licenseConcluded")
                  if not package.get(key)]
        if package["filesAnalyzed"] != ("packageVerificationCode" in package):
            found.append(f"{package['name']}: a verification code belongs to files")
    found += [f"{file['fileName']}: SHA-1 is missing" for file in document["files"]
              if "SHA1" not in {each["algorithm"] for each in file["checksums"]}]
    ends = {end for each in document["relationships"] for end in (each["spdxElementId"], each["relatedSpdxElement"])}
    return found + [f"{end} is nowhere" for end in ends - set(keys)] + [f"{key} stands alone" for key in set(keys) - ends]


class Trees(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.tree = pathlib.Path(folder.name)

    def write(self, name: str, text: str) -> pathlib.Path:
        path = self.tree / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def run_sbom(self) -> subprocess.CompletedProcess:
        return subprocess.run([sys.executable, SBOM, self.tree, "parley", "1.2.3"], capture_output=True, text=True, check=False,
                              env={**os.environ, "SOURCE_DATE_EPOCH": "0", "PYTHONDONTWRITEBYTECODE": "1"})

    def document(self) -> dict:
        done = self.run_sbom()
        self.assertEqual(done.returncode, 0, done.stderr)
        document = json.loads(done.stdout)
        self.assertEqual(faults_of(document), [])
        return document

    @staticmethod
    def owners(document: dict) -> dict[str, str]:
        """Each file's part."""
        names = {element["SPDXID"]: element.get("fileName", element["name"] if "name" in element else "")
                 for element in document["packages"] + document["files"]}
        return {names[each["relatedSpdxElement"]]: names[each["spdxElementId"]] for each in document["relationships"]
                if each["relationshipType"] == "CONTAINS" and names[each["relatedSpdxElement"]].startswith("./")}


class AppDir(Trees):
    def setUp(self) -> None:
        super().setUp()
        self.write("usr/lib/parley/libQt6Core.so.6", "library")
        self.own = self.write("usr/bin/parley", "program")
        self.write("usr/share/doc/parley/THIRD_PARTY_LICENCES", LICENCES.replace("LIBRARY", "usr/lib/parley/libQt6Core.so.6"))

    def test_names_every_part_with_its_version_sources_and_licence(self) -> None:
        packages = {each["name"]: each for each in self.document()["packages"]}
        self.assertEqual(set(packages), {"parley", "libqt6core6", "Something compiled in", "GNU OpenMP library (libgomp)"})
        qt = packages["libqt6core6"]
        self.assertEqual((qt["versionInfo"], qt["downloadLocation"]),
                         ("6.4.2+dfsg-10", "https://snapshot.debian.org/package/qt6-base/6.4.2+dfsg-10/"))
        self.assertEqual(qt["externalRefs"][0]["referenceLocator"], "pkg:deb/debian/libqt6core6@6.4.2%2Bdfsg-10")
        self.assertEqual(packages["Something compiled in"]["licenseDeclared"], "BSD-3-Clause")
        self.assertEqual(packages["GNU OpenMP library (libgomp)"]["licenseDeclared"],
                         "GPL-3.0-or-later WITH GCC-exception-3.1")
        self.assertEqual(packages["GNU OpenMP library (libgomp)"]["versionInfo"], "12.2")
        self.assertEqual(qt["licenseDeclared"], "NOASSERTION")
        self.assertEqual(packages["Something compiled in"]["downloadLocation"], "NOASSERTION")
        self.assertEqual(packages["parley"]["versionInfo"], "1.2.3")

    def test_has_the_hash_of_every_file_and_whose_it_is(self) -> None:
        document = self.document()
        files = {each["fileName"]: each for each in document["files"]}
        sums = {each["algorithm"]: each["checksumValue"] for each in files["./usr/bin/parley"]["checksums"]}
        self.assertEqual(sums["SHA256"], hashlib.sha256(b"program").hexdigest())
        self.assertEqual(self.owners(document), {"./usr/lib/parley/libQt6Core.so.6": "libqt6core6", "./usr/bin/parley": "parley",
                                                 "./usr/share/doc/parley/THIRD_PARTY_LICENCES": "parley"})

    def test_is_the_same_for_the_same_tree_and_another_for_another(self) -> None:
        first = self.document()
        self.assertEqual(self.document(), first)
        self.own.write_text("another")
        self.assertNotEqual(self.document()["documentNamespace"], first["documentNamespace"])

    def test_faults_of_a_document_are_seen(self) -> None:
        for change in (lambda it: it.pop("documentNamespace"), lambda it: it["files"].append(it["files"][0]),
                       lambda it: it["packages"][0].update(SPDXID="SPDXRef-a b"), lambda it: it["relationships"].pop(),
                       lambda it: it["packages"][1].pop("packageVerificationCode")):
            document = self.document()
            change(document)
            self.assertNotEqual(faults_of(document), [])


class Others(Trees):
    def test_application_for_macos_is_read_from_its_own_place(self) -> None:
        library = "Contents/Frameworks/QtCore.framework/Versions/A/QtCore"
        self.write("Contents/Resources/THIRD_PARTY_LICENCES", LICENCES.replace("LIBRARY", library))
        self.write(library, "library")
        (self.tree / "Contents/Frameworks/QtCore.framework/QtCore").symlink_to("Versions/A/QtCore")
        self.write("Contents/MacOS/Parley", "program")
        self.assertEqual(self.owners(self.document()),
                         {f"./{library}": "libqt6core6", "./Contents/MacOS/Parley": "parley",
                          "./Contents/Resources/THIRD_PARTY_LICENCES": "parley"})

    def test_image_is_what_parley_brings_and_the_packages_of_debian(self) -> None:
        self.write("opt/parley/usr/share/doc/parley/THIRD_PARTY_LICENCES",
                   LICENCES.replace("LIBRARY", "usr/lib/parley/libQt6Core.so.6\n  ../../etc/ssl/certs/ca-certificates.crt"))
        self.write("opt/parley/usr/lib/parley/libQt6Core.so.6", "library")
        self.write("etc/ssl/certs/ca-certificates.crt", "certificates")
        self.write("usr/local/bin/parley-health", "script")
        self.write("usr/bin/env", "of Debian")
        self.write("var/lib/dpkg/status", STATUS)
        document = self.document()
        owners = self.owners(document)
        self.assertEqual(len(owners), 4)
        self.assertEqual(owners["./opt/parley/usr/lib/parley/libQt6Core.so.6"], "libqt6core6")
        self.assertEqual(owners["./etc/ssl/certs/ca-certificates.crt"], "libqt6core6")
        self.assertEqual(owners["./usr/local/bin/parley-health"], "parley")
        packages = {each["name"]: each for each in document["packages"]}
        self.assertNotIn("gone", packages)
        self.assertEqual((packages["libc6"]["versionInfo"], packages["libc6"]["downloadLocation"]),
                         ("2.36-9+deb12u13", "https://snapshot.debian.org/package/glibc/2.36-9+deb12u13/"))
        self.assertEqual(packages["bash"]["externalRefs"][0]["referenceLocator"],
                         "pkg:deb/debian/bash@1%3A5.2-2%2Bb1?arch=amd64")
        self.assertEqual(packages["bash"]["downloadLocation"], "https://snapshot.debian.org/package/bash-sources/5.2-1/")

    def test_of_what_has_no_licences_is_refused(self) -> None:
        done = self.run_sbom()
        self.assertEqual(done.returncode, 1)
        self.assertIn("THIRD_PARTY_LICENCES", done.stderr)


if __name__ == "__main__":
    unittest.main()
