#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Runs a program in a root made by bare_root.py, with an AppDir below "/opt/a place", and nothing of this machine's
# environment. The process keeps its number, and what is mounted goes when it ends. Needs root, or user namespaces.
#   usage: packaging/linux/enter-root.sh ROOT APPDIR [NAME=VALUE]… PROGRAM [ARGUMENT]…
set -euo pipefail

root=$1 appdir=$2
shift 2
user=()
[[ $(id -u) -eq 0 ]] || user=(--user --map-root-user)
mkdir -p "$root/opt/a place/Parley.AppDir" "$root/tmp/.X11-unix"
# shellcheck disable=SC2016  # the inner shell's own variables
exec unshare "${user[@]}" --mount --propagation private sh -ec '
    root=$1 appdir=$2
    shift 2
    mount --bind "$appdir" "$root/opt/a place/Parley.AppDir"
    mount --rbind /dev "$root/dev"
    mount --rbind /proc "$root/proc"
    [ ! -d /tmp/.X11-unix ] || mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
    exec chroot "$root" /usr/bin/env -i HOME=/home PATH=/usr/bin LC_ALL=C.UTF-8 XDG_RUNTIME_DIR=/run "$@"
' sh "$root" "$appdir" "$@"
