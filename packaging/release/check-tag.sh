#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# A release's tag is "v" and the version of the sources, which the changelog has a heading for.
#   usage: packaging/release/check-tag.sh TAG
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

version=$(packaging/version.sh)
[[ ${1:-} == "v$version" ]] || {
    echo "check-tag: the tag is '${1:-}', but the sources are version $version: their tag is v$version" >&2
    exit 1
}
grep -qE "^## \\[${version//./\\.}\\] - [0-9]{4}-[0-9]{2}-[0-9]{2}\$" CHANGELOG.md || {
    echo "check-tag: CHANGELOG.md has no heading '## [$version] - YEAR-MONTH-DAY'" >&2
    exit 1
}
