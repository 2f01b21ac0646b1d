# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Where the words of a licence are: with Debian's packages, with LibTorch's wheel, and in texts/ beside this file. On a Mac,
kegs.py has more.
"""

import pathlib
import re
import subprocess
import typing

HERE = pathlib.Path(__file__).resolve().parent
COMMON = pathlib.Path("/usr/share/common-licenses")
COMMON_NAME = re.compile(r"/usr/share/common-licenses/([A-Za-z]+(?:-[0-9]+(?:\.[0-9]+)?)?)")


class Part(typing.NamedTuple):
    """A thing by others that is in the package."""

    name: str
    licence: str  # in a line; empty where the text says it
    sources: str
    text: str
    files: list[str]


def output(*command: str) -> typing.Optional[str]:
    """What a command prints; None if it fails."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else None


def owner(source: pathlib.Path) -> typing.Optional[str]:
    """The Debian package that brought a file. It may be listed below /lib in place of /usr/lib."""
    for path in (str(source), str(source).removeprefix("/usr")):
        found = output("dpkg-query", "--search", path)
        if found:
            return found.split(": ")[0].split(",")[0]
    return None


def package_text(package: str) -> str:
    path = pathlib.Path("/usr/share/doc", package.split(":")[0], "copyright")
    if not path.is_file():
        raise SystemExit(f"licences: {path} is not there; is the package {package} installed whole?")
    return path.read_text(encoding="utf-8", errors="replace")


def package_part(package: str, files: list[str]) -> Part:
    told = output("dpkg-query", "--show", "--showformat=${source:Package} ${source:Version} ${Version}", package)
    if not told:
        raise SystemExit(f"licences: the package {package} is not installed")
    source, source_version, version = told.split()
    is_ubuntu = "ID=ubuntu" in pathlib.Path("/etc/os-release").read_text(encoding="utf-8")
    sources = (f"https://launchpad.net/ubuntu/+source/{source}/{source_version}" if is_ubuntu
               else f"https://snapshot.debian.org/package/{source}/{source_version}/")
    return Part(f"{package.split(':')[0]} {version}", "", sources, package_text(package), files)


def wheel_texts(torch: pathlib.Path, folder: str = "") -> str:
    """All licences of LibTorch and of what is compiled into it, as its wheel has them; or those in a folder of them."""
    folders = sorted(torch.resolve().parent.glob("torch-*.dist-info/licenses"))
    files = sorted(path for path in (folders[0] / folder).rglob("*") if path.is_file()) if folders else []
    if not files:
        raise SystemExit(f"licences: there is no torch-*.dist-info/licenses/{folder} beside {torch}")
    return "\n\n".join(f"--- {path.relative_to(folders[0])} ---\n\n"
                       + path.read_text(encoding="utf-8", errors="replace").strip() for path in files)


def text_beside(torch: pathlib.Path, pattern: str) -> str:
    """A file of a wheel that was unpacked where LibTorch's was."""
    files = sorted(torch.resolve().parent.glob(pattern))
    if not files:
        raise SystemExit(f"licences: there is no {pattern} beside {torch}")
    return files[0].read_text(encoding="utf-8", errors="replace")


def common_texts(names: set[str]) -> dict[str, str]:
    """The texts that Debian's copyright files only name. A name may be followed by a full stop."""
    return {name: (COMMON / name).read_text(encoding="utf-8") for name in sorted(names) if (COMMON / name).is_file()}


def named_common(text: str) -> set[str]:
    return set(COMMON_NAME.findall(text))
