#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Prints the path of clang-tidy, after fetching it into the user's cache when it is not there yet (about 50 MB from
# PyPI): it is two to four times as fast with torch's and Qt's headers as Debian's clang-tidy-19, which is taken where
# there is no PyPI.
set -euo pipefail

readonly version=23.1.4
cache=${XDG_CACHE_HOME:-$HOME/.cache}/parley
program=$cache/clang-tidy-$version/bin/clang-tidy
if [[ ! -x $program ]]; then
    echo "tidy: fetching clang-tidy $version (about 50 MB) into $cache" >&2
    part=$cache/clang-tidy-$version
    rm -rf "$part"
    if ! python3 -m venv "$part" >&2 ||
        ! "$part/bin/python" -m pip install --disable-pip-version-check --quiet "clang-tidy==$version" >&2; then
        rm -rf "$part"
        command -v clang-tidy-19
        exit
    fi
fi
echo "$program"
