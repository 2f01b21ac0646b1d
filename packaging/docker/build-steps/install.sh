#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Brings what building the command line takes, into the image of the first stage.
#   usage: install.sh FLAVOUR [ARCHITECTURE]     ARCHITECTURE: as Debian calls it; refuses to go on with another
set -euo pipefail
# shellcheck source=packaging/docker/build-steps/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

here=$(dpkg --print-architecture)
[[ -z ${2:-} || $2 == "$here" ]] ||
    die "this image is for $2, and this is $here: build it with --platform linux/$2, best on such a machine"
require_flavour "$1"
set_up "$1" >/dev/null
apt-get clean
