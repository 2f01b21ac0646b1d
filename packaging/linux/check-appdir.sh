#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Everything about an AppDir that can be seen without starting it: libraries, run paths and symbols, licences, desktop
# file and metainfo. Prints what it asks of the system, and what takes the space.
#   usage: packaging/linux/check-appdir.sh APPDIR
set -euo pipefail

[[ $# -eq 1 && -d $1 ]] || {
    echo "usage: packaging/linux/check-appdir.sh APPDIR" >&2
    exit 2
}
appdir=$(realpath "$1")
packaging=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
status=0

# optional TOOL ARGUMENT…: a check for which the tool may be missing.
optional() {
    if ! command -v "$1" >/dev/null; then
        echo "check-appdir: there is no $1 here, so it was left out (scripts/setup.sh --package)"
        return 0
    fi
    "$@" || status=1
}

"$packaging/linux/check_libraries.py" "$appdir" || status=1
"$packaging/licences/check.py" "$appdir" || status=1
optional desktop-file-validate "$appdir/parley.desktop"
optional appstreamcli validate --no-net "$appdir"/usr/share/metainfo/*.metainfo.xml
"$packaging/linux/size_table.py" "$appdir"
exit "$status"
