#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Makes a small Ubuntu in a folder, with what any desktop has, to try an AppDir on another system than the one that built
# it: packaging/linux/try-appdir.sh APPDIR ROOT. Ubuntu 22.04 has the oldest C library that a package is to start with.
# Needs root, debootstrap and a mirror; where Ubuntu's keys are not installed, what the mirror sends isn't checked by them.
#   usage: packaging/linux/ubuntu-root.sh ROOT [SUITE]     SUITE: jammy (22.04) without one
#   PARLEY_UBUNTU_MIRROR: in place of https://archive.ubuntu.com/ubuntu
set -euo pipefail

readonly keys=/usr/share/keyrings/ubuntu-archive-keyring.gpg
# The packages of the libraries of excludelist, a font and keyboard layouts.
readonly packages=(libgl1 libegl1 libopengl0 libglx0 libdrm2 libgbm1 libfontconfig1 libfreetype6 libharfbuzz0b libfribidi0
    libx11-6 libx11-xcb1 libxcb1 libice6 libsm6 libwayland-client0 libexpat1 libgpg-error0 libuuid1 libstdc++6 zlib1g
    fonts-dejavu-core xkb-data)

[[ $# -ge 1 && $# -le 2 ]] || {
    echo "usage: packaging/linux/ubuntu-root.sh ROOT [SUITE]" >&2
    exit 2
}
options=(--variant=minbase "--components=main,universe" "--include=$(IFS=, && echo "${packages[*]}")")
if [[ -f $keys ]]; then
    options+=(--force-check-gpg "--keyring=$keys")
else
    echo "ubuntu-root: $keys is not there: what comes is not checked by Ubuntu's keys" >&2
    options+=(--no-check-gpg)
fi
debootstrap "${options[@]}" "${2:-jammy}" "$1" "${PARLEY_UBUNTU_MIRROR:-https://archive.ubuntu.com/ubuntu}" >&2
