# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""What a finished package holds: its files, and the works of others among them, as its THIRD_PARTY_LICENCES and, in a
container image, Debian's own list of packages tell.
"""

import pathlib
import posixpath
import re
import typing
import urllib.parse

APPDIR_DOCUMENT = "usr/share/doc/parley/THIRD_PARTY_LICENCES"
# Where the document lies in an AppDir, an application for macOS and a container image, and the folder that it speaks of.
DOCUMENTS = {APPDIR_DOCUMENT: "", "Contents/Resources/THIRD_PARTY_LICENCES": "", f"opt/parley/{APPDIR_DOCUMENT}": "opt/parley"}
# What the image has besides its Debian (packaging/docker/build-steps/collect.sh). Debian's files are told by package.
IMAGE_FOLDERS = ("opt/parley", "usr/local/bin", "etc/ssl/certs")
DEBIAN_STATUS = "var/lib/dpkg/status"
RULE = "=" * 100
HEAD = re.compile(r"^(?P<name>.+)\nSources: (?P<sources>\S[^\n]*)\n(?:Licence: (?P<licence>[^\n]+)\n)?Files:\n")
# An expression that SPDX knows, at the beginning of a licence's line.
EXPRESSION = re.compile(r"^[A-Za-z]+(?:-[A-Za-z0-9.]+)+")
GCC_EXCEPTION = re.compile(r"with the GCC Runtime Library Exception 3\.1")
DISTRIBUTIONS = {"https://snapshot.debian.org/package/": "debian", "https://launchpad.net/ubuntu/+source/": "ubuntu"}


class Part(typing.NamedTuple):
    """A work by others. purl: the address by which scanners for known faults know it, or empty."""

    name: str
    version: str
    sources: str
    licence: str
    files: list[str]
    purl: str = ""


class Contents(typing.NamedTuple):
    files: list[str]
    parts: list[Part]


def expression_of(licence: str) -> str:
    found = EXPRESSION.match(licence)
    if not found:
        return "NOASSERTION"
    return found[0] + (" WITH GCC-exception-3.1" if GCC_EXCEPTION.search(licence) else "")


def purl_of(name: str, version: str, sources: str, architecture: str = "") -> str:
    for address, distribution in DISTRIBUTIONS.items():
        if sources.startswith(address):
            place = f"pkg:deb/{distribution}/{urllib.parse.quote(name)}@{urllib.parse.quote(version, safe='')}"
            return place + (f"?arch={architecture}" if architecture else "")
    return ""


def parts_of(document: str, folder: str) -> list[Part]:
    """Those of a THIRD_PARTY_LICENCES. folder: the one that its files are below."""
    found = []
    for section in document.split(f"\n{RULE}\n")[1:]:
        head = HEAD.match(section)
        if not head:
            continue
        title = re.match(r"(\S+) (\d\S*)$", head["name"])
        tag = re.search(r"/v(\d[\w.]*)$", head["sources"])
        name, version = (title[1], title[2]) if title else (head["name"], tag[1] if tag else "")
        files = re.findall(r"^  (\S+)$", section[head.end():].partition("\n\n")[0], re.MULTILINE)
        found.append(Part(name, version, head["sources"], expression_of(head["licence"] or ""),
                          [posixpath.normpath(posixpath.join(folder, file)) for file in files],
                          purl_of(name, version, head["sources"])))
    return found


def debian_parts(status: str) -> list[Part]:
    """The packages that a Debian's list says are installed."""
    found = []
    for stanza in status.split("\n\n"):
        fields = dict(re.findall(r"^([A-Za-z-]+): (.*)$", stanza, re.MULTILINE))
        if fields.get("Status", "").split()[-1:] != ["installed"]:
            continue
        name, version = fields["Package"], fields["Version"]
        # "Source: NAME (VERSION)", each left out where it is the package's own.
        source = re.match(r"(\S+)(?: \((\S+)\))?", fields.get("Source", name))
        sources = f"https://snapshot.debian.org/package/{source[1]}/{source[2] or version}/"
        found.append(Part(name, version, sources, "NOASSERTION", [], purl_of(name, version, sources, fields["Architecture"])))
    return found


def files_below(tree: pathlib.Path, folder: str) -> list[str]:
    """A link holds nothing of its own."""
    paths = (tree / folder).rglob("*")
    return sorted(path.relative_to(tree).as_posix() for path in paths if path.is_file() and not path.is_symlink())


def read(tree: pathlib.Path) -> typing.Optional[Contents]:
    """None where the tree has no THIRD_PARTY_LICENCES."""
    for document, folder in DOCUMENTS.items():
        if (tree / document).is_file():
            parts = parts_of((tree / document).read_text(encoding="utf-8"), folder)
            if not folder:
                return Contents(files_below(tree, ""), parts)
            parts += debian_parts((tree / DEBIAN_STATUS).read_text(encoding="utf-8"))
            return Contents([file for each in IMAGE_FOLDERS for file in files_below(tree, each)], parts)
    return None
