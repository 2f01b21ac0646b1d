# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
"""Stands in for the programs of macOS that the packaging scripts call: fake_mac.py puts programs of their names, which
start this one, on the PATH. Each call is a line of JSON in $FAKE_LOG. A library or program of this world is the first
bytes of a real one, and what otool would tell of it as JSON, which install_name_tool changes, as strictly as the real
one.
"""

import json
import os
import pathlib
import shutil
import sys

MAGIC = bytes.fromhex("cffaedfe")


def write_macho(path: pathlib.Path, name: str = "", needs: tuple = (), run_paths: tuple = (), macos: str = "14.0") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    macho = {"id": name, "needs": list(needs), "run_paths": list(run_paths), "macos": macos}
    path.write_bytes(MAGIC + json.dumps(macho).encode())


def read_macho(path: pathlib.Path) -> dict:
    content = path.read_bytes()
    assert content[:4] == MAGIC, f"{path} is no library or program"
    return json.loads(content[4:])


def macdeployqt(arguments: list[str]) -> None:
    """What the real one does and doesn't: all media plugins, and nothing of what its libraries need themselves."""
    app, qt = pathlib.Path(arguments[0]), pathlib.Path(os.environ["FAKE_QT"])
    frameworks = app / "Contents/Frameworks"
    shutil.copytree(qt / "lib", frameworks, symlinks=True, dirs_exist_ok=True)
    shutil.copytree(qt / "plugins", app / "Contents/PlugIns")
    programs = [app / "Contents/MacOS/Parley"]
    programs += [pathlib.Path(each.split("=", 1)[1]) for each in arguments if each.startswith("-executable=")]
    for program in programs:
        macho = read_macho(program)
        for need in macho["needs"]:
            if need.startswith(os.environ["FAKE_BREW"]):
                shutil.copy(need, frameworks)
        inside = "@executable_path/../Frameworks/"
        needs = [need.replace("@rpath/", inside) if ".framework/" in need else need for need in macho["needs"]]
        needs = [inside + need.rsplit("/", 1)[1] if need.startswith(os.environ["FAKE_BREW"]) else need for need in needs]
        write_macho(program, macho["id"], needs, macho["run_paths"])


def otool(arguments: list[str]) -> None:
    assert arguments[0] == "-l", arguments
    macho = read_macho(pathlib.Path(arguments[1]))
    commands = [("LC_SEGMENT_64", "segname", "__TEXT"), ("LC_BUILD_VERSION", "minos", macho["macos"])]
    commands += [("LC_ID_DYLIB", "name", macho["id"])] if macho["id"] else []
    commands += [("LC_LOAD_WEAK_DYLIB" if "Metal" in need else "LC_LOAD_DYLIB", "name", need) for need in macho["needs"]]
    commands += [("LC_RPATH", "path", path) for path in macho["run_paths"]]
    print(f"{arguments[1]}:")
    for index, (command, key, value) in enumerate(commands):
        value += "" if key == "minos" else " (offset 24)"
        print(f"Load command {index}\n          cmd {command}\n      cmdsize 56\n         {key} {value}")
        print("   time stamp 2 Thu Jan  1 01:00:02 1970\n      current version 1.0.0")


def install_name_tool(arguments: list[str]) -> None:
    file = pathlib.Path(arguments[-1])
    macho = read_macho(file)
    edits = iter(arguments[:-1])
    for edit in edits:
        value = next(edits)
        if edit == "-id":
            macho["id"] = value
        elif edit == "-change":
            new = next(edits)
            macho["needs"] = [new if need == value else need for need in macho["needs"]]
        elif edit == "-add_rpath":
            assert value not in macho["run_paths"], f"{file} has the run path {value}"
            macho["run_paths"].append(value)
        elif edit == "-delete_rpath":
            macho["run_paths"].remove(value)
        else:
            raise ValueError(edit)
    write_macho(file, macho["id"], macho["needs"], macho["run_paths"], macho["macos"])


def plutil(arguments: list[str]) -> None:
    import plistlib  # the other tools start faster without it

    assert arguments[0] == "-extract" and arguments[2:5] == ["raw", "-o", "-"], arguments
    print(plistlib.loads(pathlib.Path(arguments[5]).read_bytes())[arguments[1]])


def ditto(arguments: list[str]) -> None:
    source, target = (pathlib.Path(each) for each in arguments[-2:])
    if "-c" in arguments:
        target.write_bytes(b"a zip file")
    else:
        shutil.copytree(source, target, symlinks=True)


def hdiutil(arguments: list[str]) -> None:
    folder = pathlib.Path(arguments[arguments.index("-srcfolder") + 1])
    pathlib.Path(arguments[-1]).write_text("\n".join(sorted(each.name for each in folder.iterdir())))


def xcrun(arguments: list[str]) -> None:
    if arguments[:2] == ["notarytool", "submit"]:
        print(f"Submission ID received\n  id: 1234-5678\nProcessing complete\n  id: 1234-5678\n"
              f"  status: {os.environ.get('FAKE_VERDICT', 'Accepted')}")


def security(arguments: list[str]) -> None:
    if arguments[0] == "create-keychain":
        pathlib.Path(arguments[-1]).touch()
    elif arguments[0] == "delete-keychain":
        pathlib.Path(arguments[-1]).unlink()
    elif arguments[0] == "find-identity":
        print('  1) 0123456789ABCDEF "Developer ID Application: Someone (TEAM)"\n     1 valid identities found')


TOOLS = {"macdeployqt": macdeployqt, "otool": otool, "install_name_tool": install_name_tool, "plutil": plutil,
         "ditto": ditto, "hdiutil": hdiutil, "xcrun": xcrun, "security": security,
         "brew": lambda arguments: print(os.environ["FAKE_BREW"]),
         "qtpaths": lambda arguments: print(pathlib.Path(os.environ["FAKE_QT"]) / "plugins"),
         "codesign": lambda arguments: None, "spctl": lambda arguments: None}


def main() -> None:
    name, arguments = sys.argv[1], sys.argv[2:]
    with open(os.environ["FAKE_LOG"], "a", encoding="utf-8") as log:
        log.write(json.dumps([name, *arguments]) + "\n")
    TOOLS[name](arguments)


if __name__ == "__main__":
    main()
