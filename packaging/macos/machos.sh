# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash

# Sourced by the other scripts of this folder: what a bundle holds, and where its parts look for each other. Written for
# the bash 3.2 of macOS.

die() {
    echo "$(basename "$0"): $*" >&2
    exit 1
}

# is_macho FILE: by its first bytes, for one architecture or several.
is_macho() {
    case $(od -An -tx1 -N4 "$1" | tr -d ' \n') in
    cffaedfe | cafebabe | bebafeca) return 0 ;;
    *) return 1 ;;
    esac
}

# machos_of FOLDER: every program and library in it, one a line; links are names of files that are listed themselves.
machos_of() {
    local file
    find "$1" -type f | sort | while IFS= read -r file; do
        if is_macho "$file"; then
            echo "$file"
        fi
    done
}

# names_of FILE: what leads from it to others, a line each: "id NAME" (how a library calls itself), "needs NAME" and
# "path FOLDER" (a run path); and "macos VERSION", the oldest that it was made for.
names_of() {
    otool -l "$1" | awk '
        $1 == "cmd" { kind = "" }
        $1 == "cmd" && $2 == "LC_ID_DYLIB" { kind = "id" }
        $1 == "cmd" && $2 ~ /^LC_(LOAD|LOAD_WEAK|REEXPORT|LAZY_LOAD|LOAD_UPWARD)_DYLIB$/ { kind = "needs" }
        $1 == "cmd" && $2 == "LC_RPATH" { kind = "path" }
        $1 == "minos" { print "macos " $2 }
        kind && ($1 == "name" || $1 == "path") {
            sub(/^ *(name|path) /, "")
            sub(/ \(offset [0-9]+\)$/, "")
            print kind " " $0
            kind = ""
        }'
}

# is_system NAME: does macOS bring it?
is_system() {
    [[ $1 == /usr/lib/* || $1 == /System/* ]]
}

# place_of NAME FILE APP: the path that a name in FILE means; @rpath is Contents/Frameworks in an application of ours.
place_of() {
    case $1 in
    @rpath/*) echo "$3/Contents/Frameworks/${1#@rpath/}" ;;
    @executable_path*) echo "$3/Contents/MacOS${1#@executable_path}" ;;
    @loader_path*) echo "$(dirname "$2")${1#@loader_path}" ;;
    *) echo "$1" ;;
    esac
}

# is_newer ONE OTHER: version numbers, as 15.0 and 14.6.1.
is_newer() {
    [[ $1 != "$2" && $(printf '%s\n' "$1" "$2" | sort -t. -k1,1n -k2,2n -k3,3n | tail -n 1) == "$1" ]]
}
