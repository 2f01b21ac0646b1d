#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Makes a draft release on GitHub with all files of a folder and notes made from the commits; a person looks at it and
# publishes it. Needs the program gh, and GH_TOKEN or its own login.
#   usage: packaging/release/draft.sh TAG FOLDER
set -euo pipefail

files=("$2"/*)
[[ -f $2/SHA256SUMS ]] || {
    echo "draft: $2 has no SHA256SUMS" >&2
    exit 1
}
gh release create "$1" --draft --verify-tag --generate-notes --title "Parley ${1#v}" "${files[@]}"
