#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Fills a folder with the least that an AppImage may expect of a system, to be entered with chroot.

usage: bare_root.py ROOT

From this machine come: the libraries of excludelist, in ROOT/usr/lib; what those need themselves, in a folder where only
they look; the shell with the three programs that AppRun calls; a font, keyboard layouts, and the locale C.UTF-8.
"""

import pathlib
import shutil
import subprocess
import sys

import elf

PRIVATE = "/usr/lib/of-system"
PROGRAMS = ("sh", "env", "readlink", "dirname", "basename")
DATA = ("/etc/fonts", "/usr/share/fontconfig", "/usr/share/fonts/truetype/dejavu", "/usr/share/X11/xkb",
        "/usr/share/X11/locale", "/usr/lib/locale/C.utf8")
# The C library's parts, the loader among them, are left as they are.
UNPATCHED = ("ld-", "libc.", "libm.", "libmvec.", "libpthread.", "libdl.", "librt.", "libresolv.", "libutil.", "libnss_",
             "libanl.", "libthread_db.", "libBrokenLocale.")


def copy_libraries(root: pathlib.Path) -> None:
    system = elf.system_libraries()
    listed = [name for name in elf.read_list("excludelist") if name in system]
    waiting = list(listed)
    done: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in done:
            continue
        done.add(name)
        copy = root / ("usr/lib" if name in listed else PRIVATE[1:]) / name
        shutil.copy(system[name].resolve(), copy)
        needed = elf.read(copy).needed
        waiting += [other for other in needed if other in system]
        if not name.startswith(UNPATCHED) and any(other not in listed for other in needed):
            subprocess.run(["patchelf", "--set-rpath", PRIVATE, copy], check=True)


def copy_programs(root: pathlib.Path) -> None:
    system = elf.system_libraries()
    for name in PROGRAMS:
        source = pathlib.Path(shutil.which(name) or name).resolve()
        foreign = [other for other in elf.read(source).needed if not other.startswith(UNPATCHED) or other not in system]
        if foreign:
            raise SystemExit(f"bare_root: this machine's {name} needs {', '.join(foreign)}")
        shutil.copy(source, root / "usr/bin" / name)


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    root = pathlib.Path(sys.argv[1])
    for folder in ("usr/bin", PRIVATE[1:], "etc", "proc", "dev", "tmp", "home", "run", "opt/a place"):
        (root / folder).mkdir(parents=True)
    for link, target in (("bin", "usr/bin"), ("lib", "usr/lib"), ("lib64", "usr/lib")):
        (root / link).symlink_to(target)
    copy_libraries(root)
    copy_programs(root)
    for folder in map(pathlib.Path, DATA):
        if folder.is_dir():
            shutil.copytree(folder, root / str(folder)[1:], symlinks=False, ignore_dangling_symlinks=True)
    (root / "run").chmod(0o700)
    (root / "etc/passwd").write_text("root:x:0:0::/home:/bin/sh\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
