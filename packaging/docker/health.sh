#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Is the server of this container well? With nothing but bash: the image has no other program that speaks HTTP.
#   usage: parley-health     PARLEY_PORT: where it listens, 8000 without it
set -euo pipefail

exec 3<>"/dev/tcp/127.0.0.1/${PARLEY_PORT:-8000}"
printf 'GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
IFS=' ' read -r -t 5 _ status _ <&3
# A server that is left in the middle of its answer would note an error.
while read -r -t 5 _ <&3; do :; done
[[ $status == 200 ]] || {
    echo "parley-health: /health answers $status" >&2
    exit 1
}
