#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Writes SHA256SUMS beside the files of a release, for "sha256sum --check SHA256SUMS".
#   usage: packaging/release/checksums.sh FOLDER
set -euo pipefail

cd "$1"
rm -f SHA256SUMS
files=()
for file in *; do
    [[ ! -f $file ]] || files+=("$file")
done
[[ ${#files[@]} -gt 0 ]] || {
    echo "checksums: there is no file in $1" >&2
    exit 1
}
if command -v sha256sum >/dev/null; then
    sha256sum -- "${files[@]}" >SHA256SUMS
else
    shasum -a 256 -- "${files[@]}" >SHA256SUMS
fi
