#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Packs the sources of the current commit, the same to the byte wherever it is made.
#   usage: packaging/release/source-archive.sh OUT_FOLDER
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

name=parley-$(packaging/version.sh)
mkdir -p "$1"
git -c tar.umask=0022 archive --format=tar --prefix="$name/" HEAD | gzip --no-name -9 >"$1/$name.tar.gz"
echo "$1/$name.tar.gz"
