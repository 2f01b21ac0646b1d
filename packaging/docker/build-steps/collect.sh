#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Parley authors
# SPDX-License-Identifier: Apache-2.0

# Makes the tree that the image of the second stage gets: in opt/parley the command line, the libraries that it needs
# and their licences, for CUDA those of the GPU pack among them; the certificates that downloads are checked with; the
# health check; and the folders that a person mounts something at, owned by the user that the image runs as.
#   usage: collect.sh FLAVOUR OUT
set -euo pipefail
# shellcheck source=packaging/docker/build-steps/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

readonly user=10001
# What Qt's TLS plugin opens by name.
readonly opened_libraries=(libssl.so. libcrypto.so.)
readonly certificates=etc/ssl/certs/ca-certificates.crt

[[ $# -eq 2 ]] || die "usage: collect.sh FLAVOUR OUT"
build=build/$(preset_of "$1")
out=$(realpath -m "$2")
[[ ! -e $out ]] || die "$out is there already"
home=$out/opt/parley
manifest=$(mktemp)
trap 'rm -f "$manifest"' EXIT

cmake --install "$build" --prefix "$home/usr" >/dev/null
[[ $1 != cuda ]] || packaging/linux/gpu_libraries.py "$home"
plugin=$(realpath "$(qtpaths6 --query QT_INSTALL_PLUGINS)/tls/libqopensslbackend.so")
install -D -m 644 -t "$home/usr/plugins/tls" "$plugin"
printf 'usr/plugins/tls/%s\t%s\n' "$(basename "$plugin")" "$plugin" >>"$manifest"
printf '[Paths]\nPrefix = ..\nPlugins = plugins\n' >"$home/usr/bin/qt.conf"
packaging/linux/bundle_libraries.py "$home" "$build/app/cli/parley-cli" "$manifest" "${opened_libraries[@]}"
# No package owns the certificates' file: its own script writes it of those that this folder has.
printf '../../%s\t%s\n' "$certificates" /usr/share/ca-certificates >>"$manifest"
packaging/linux/strip_all.py "$home"
packaging/linux/set_run_paths.py "$home"
mkdir -p "$home/usr/share/doc/parley"
torch=$(sed -n 's/^LibTorch_CPU_LIBRARY:[^=]*=//p' "$build/CMakeCache.txt")
packaging/licences/collect.py "$home" "$manifest" "$(dirname "$torch")/.." \
    >"$home/usr/share/doc/parley/THIRD_PARTY_LICENCES"

install -D -m 644 "/$certificates" "$out/$certificates"
install -D -m 755 packaging/docker/health.sh "$out/usr/local/bin/parley-health"
install -d -m 755 "$out/voices"
install -d -m 755 -o "$user" -g "$user" "$out/data"
echo "collect: $(du -sh "$out" | cut -f1) in $out" >&2
